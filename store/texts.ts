import path from 'node:path';
import type {Archive} from './archive.ts';
import type {Contents} from './contents.ts';
import type {Without} from './format.ts';
import type {Io} from './io.ts';
import {readText} from './journal/text.ts';
import type {SetAside} from './quarantine.ts';
import {sealingOf} from './sealing/seal.ts';
import type {Damage} from './store.ts';

export type Texts = {
	/** The text of a revision; null where it is not kept, or not any more. */
	text(id: string, revision: number): Promise<string | null>;
	/** Why there is none; null where there is one, or the revision is not kept. */
	whyNoText(id: string, revision: number): Promise<Without | null>;
};

/**
 * Texts, wherever they are: in memory while they wait for the disk, in a journal, under either of its names, or in a sealed file.
 *
 * @param options.isSealed whether all of a file is in sealed files
 * @param options.archive what reads those
 */
export function textsOf({
	io,
	directory,
	contents,
	isSealed,
	archive,
	look,
	setAside,
	onDamage,
}: {
	readonly io: Io;
	readonly directory: string;
	readonly contents: Contents;
	readonly isSealed: (file: string) => boolean;
	readonly archive: () => Pick<Archive, 'text' | 'whyNoText'>;
	/** Looks for what was sealed just now. */
	readonly look: () => Promise<unknown>;
	readonly setAside: SetAside;
	readonly onDamage: (damage: Damage) => void;
}): Texts {
	const pathOf = (file: string): string => path.join(directory, 'journal', file);

	return {
		async text(id, revision) {
			const found = contents.find(id, revision);
			if (typeof found === 'string') return found;
			if (found === null || isSealed(found.file)) return archive().text(id, revision);
			const {at, bytes} = found;
			const name = pathOf(found.file);
			for (const file of [name, sealingOf(name)]) {
				const read = await readText(io, file, found, {id, revision});
				if (typeof read === 'object') return read.text;
				if (read === 'damaged') {
					const reason = `The text of “${id}” can no longer be read.`;
					onDamage({file: name, at, bytes, reason, setAside: await setAside(file, at, bytes)});
					return null;
				}
			}
			await look();
			return archive().text(id, revision);
		},
		async whyNoText(id, revision) {
			const found = contents.find(id, revision);
			if (typeof found === 'string') return null;
			if (found === null || isSealed(found.file))
				return (await archive().text(id, revision)) === null ? archive().whyNoText(id, revision) : null;
			const read = await readText(io, pathOf(found.file), found, {id, revision});
			if (typeof read === 'object') return read.text === null ? read.without : null;
			return read === 'damaged' ? 'damaged' : archive().whyNoText(id, revision);
		},
	};
}
