/** Changes with the question that is asked and with the checks of its answer: what another version read is read again. */
export const modelReaderVersion: string = '1';

/** A language model at an address that speaks as OpenAI does. */
export type ModelAddress = {
	/** Where chats are completed. */
	readonly url: string;
	/** As its server calls it. */
	readonly model: string;
};

const example = 'openai:http://127.0.0.1:11434/v1#model=qwen2.5';
const secret = /key|token|secret|password|auth/i;

/**
 * Reads the `--reader` flag: a kind and the base address of an API, then options after `#`.
 *
 * @param flag such as `openai:http://127.0.0.1:11434/v1#model=qwen2.5`; in a name, a comma is written %2C
 * @throws {Error} saying what is wrong and what would be right; no value that could be a secret is repeated
 */
export function modelAddressOf(flag: string): ModelAddress {
	const refuse = (what: string): never => {
		throw new Error(`--reader: ${what}; for example: --reader '${example}'`);
	};
	const refuseKey = (): never =>
		refuse('a key is never taken from a flag, where others can see it: set TRUCEWATCH_READER_KEY instead');
	const text = flag.trim();
	const at = text.indexOf('#');
	const place = at === -1 ? text : text.slice(0, at);
	const kind = /^([a-z][a-z0-9+-]*):(?!\/\/)/i.exec(place)?.[1]?.toLowerCase();
	if (kind === undefined) refuse('expected openai: and the base address of an API');
	if (kind !== 'openai') refuse(`there is no kind of reader “${kind}”; there is openai`);
	const address = place.slice('openai:'.length);
	if (!/^https?:\/\//i.test(address) || !URL.canParse(address))
		refuse('after openai: expected an address that begins with https:// or http://');
	const url = new URL(address);
	if (url.username !== '' || url.password !== '') refuseKey();
	if ([...url.searchParams.keys()].some(name => secret.test(name))) refuseKey();
	const options = new Map<string, string>();
	for (const part of (at === -1 ? '' : text.slice(at + 1)).split(',').filter(each => each.trim() !== '')) {
		const equals = part.indexOf('=');
		const name = (equals === -1 ? part : part.slice(0, equals)).trim().toLowerCase();
		if (secret.test(name)) refuseKey();
		if (name !== 'model') refuse('the only option after # is “model”');
		if (options.has(name)) refuse('the option “model” is given twice');
		options.set(name, equals === -1 ? '' : decoded(part.slice(equals + 1)).trim());
	}
	const model = options.get('model') ?? '';
	if (model === '') refuse('which model is missing: #model=NAME');
	if (model.length > 100 || /[\p{C}\p{Zl}\p{Zp}]/u.test(model))
		refuse('expected a model’s name of at most 100 characters');
	url.pathname = `${url.pathname.replace(/\/+$/, '').replace(/\/chat\/completions$/, '')}/chat/completions`;
	return {url: url.href, model};
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		// A bare % is a % sign.
		return text;
	}
}
