import path from 'node:path';
import {type Io, namesThere} from '../io.ts';
import {enter} from '../sealed/ledger.ts';
import type {Segments} from '../sealed/segments.ts';

/** A draft that nobody has written to for so long is nobody's any more. */
const restMs = 3_600_000;
const draft = /\.tmp$/;
const journal = /\.(jsonl|sealing|mark)$/;

/**
 * Removes what is left of sealing that was broken off: drafts, and what sealed files took the place of. Enters sealed files that
 * the ledger does not hold.
 *
 * @param now milliseconds since the epoch
 */
export async function sweep(
	io: Io,
	directory: string,
	segments: Segments,
	now: number,
	id: string,
): Promise<void> {
	const folderOf = (name: string): string => path.join(directory, name);
	for (const folder of [directory, folderOf('sealed'), folderOf('quarantine')])
		for (const name of (await namesThere(io, folder)).filter(name => draft.test(name))) {
			const file = path.join(folder, name);
			const changedAt = await io.status(file).then(
				status => status.changedAt,
				() => now,
			);
			if (now - changedAt > restMs) await io.remove(file).catch(() => {});
		}
	const journals = (await namesThere(io, folderOf('journal')))
		.filter(name => journal.test(name))
		.filter(name => segments.covers(name.replace(journal, '.jsonl')));
	const {left, unlisted} = segments;
	if (unlisted.length > 0 || left.length > 0)
		await enter(io, directory, {sealed: unlisted, state: segments.state, gone: left}, id);
	if (journals.length === 0 && left.length === 0) return;
	// Whoever sealed may have died before the names of the new files were sure to last.
	await io.syncFolder(folderOf('sealed'));
	for (const name of left) await io.remove(path.join(folderOf('sealed'), name)).catch(() => {});
	// Marks first: one alone would tell that its journal is missing.
	for (const name of journals.sort((a, b) => Number(b.endsWith('.mark')) - Number(a.endsWith('.mark'))))
		await io.remove(path.join(folderOf('journal'), name)).catch(() => {});
}
