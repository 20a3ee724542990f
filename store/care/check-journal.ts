import path from 'node:path';
import {decodeLine, verified} from '../format.ts';
import {type Io, withFile} from '../io.ts';
import {markPath, readMark} from '../journal/mark.ts';
import {writerOf} from '../journal/reader.ts';
import {scan} from '../journal/scan.ts';
import {isAlive} from '../process.ts';
import type {SetAside} from '../quarantine.ts';
import {baseOf} from '../sealing/seal.ts';
import type {Damage} from '../store.ts';

/**
 * Looks at every line of a journal: of one that is being written, as far as it was acknowledged.
 *
 * @param name as it is called now
 */
export async function checkJournal(
	io: Io,
	folder: string,
	name: string,
	setAside: SetAside,
	told: {note: (file: string, what: string) => void; earlier: (damage: Damage) => void},
): Promise<{lines: number; revisions: number; damage: Damage[]}> {
	const file = path.join(folder, name);
	const base = path.join(folder, baseOf(name));
	const writer = await writerOf(io, file);
	const isWritten = writer !== null && isAlive(writer) === true;
	// The mark before the size, so that a journal shorter than its mark was cut.
	const marked = await readMark(io, base);
	const {bytes} = await io.status(file);
	const limit = isWritten ? Math.min(bytes, marked ?? 0) : bytes;
	const hurt: {at: number; bytes: number; reason: string}[] = [];
	let lines = 0;
	let revisions = 0;
	const consumed = await withFile(io, file, 'r', journal =>
		scan(journal, 0, limit, (line, at, length) => {
			const json = line && verified(line);
			const said = json && decodeLine(json);
			if (said) {
				lines++;
				if (said !== 'unknown' && said.k === 'r') revisions++;
				if (said !== 'unknown' && said.k === 'd') told.earlier(said);
				return;
			}
			const last = hurt.at(-1);
			if (last && last.at + last.bytes === at) last.bytes += length;
			else
				hurt.push({
					at,
					bytes: length,
					reason: json ? 'A record is not what its kind must be.' : 'A checksum does not hold.',
				});
		}),
	);
	if (marked !== null && marked > consumed)
		hurt.push({
			at: consumed,
			bytes: marked - consumed,
			reason: `The journal was cut off: ${marked - consumed} bytes that had been kept are missing or have no end.`,
		});
	if (marked === null && !isWritten && lines > 1)
		told.note(markPath(base), 'cannot be read, so that nobody can tell whether the journal was cut off');
	const damage: Damage[] = [];
	for (const each of hurt) {
		const present = Math.min(each.bytes, Math.max(0, bytes - each.at));
		damage.push({
			file: base,
			...each,
			setAside: present > 0 ? await setAside(file, each.at, present) : null,
		});
	}
	return {lines, revisions, damage};
}
