import {UsageError} from '../flags.ts';
import type {Options} from '../options.ts';

/** The language model that `--reader` names. */
export type Model = {
	readonly name: string;
	/** Where chats are completed. */
	readonly url: string;
	/** Null: none is sent. */
	readonly key: string | null;
	/** Marks what it read in the store: another model, or another way of asking, reads again. */
	readonly reader: string;
};

const variable = 'TRUCEWATCH_READER_KEY';

/**
 * Finds the model that the flags name; what asks it is loaded when there is something to ask.
 *
 * @returns null where none is named
 * @throws {UsageError} where the flag or the key cannot be used; the key is never repeated
 */
export async function modelOf(
	{reader}: Pick<Options, 'reader'>,
	environment: Readonly<Record<string, string | undefined>>,
): Promise<Model | null> {
	if (reader === null) return null;
	const {modelAddressOf, modelReaderVersion} = await import('../facts/model/flag.ts');
	const key = environment[variable]?.trim() ?? '';
	if (!/^[\x21-\x7e]*$/.test(key)) throw new UsageError(`${variable}: it has characters that no key has`);
	try {
		const {url, model} = modelAddressOf(reader);
		return {
			name: model,
			url,
			key: key === '' ? null : key,
			reader: `model ${modelReaderVersion} ${model}`,
		};
	} catch (error) {
		throw new UsageError((error as Error).message);
	}
}
