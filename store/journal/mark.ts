import {encodeLine, verified} from '../format.ts';
import {type Io, type OpenFile, readSmall, writeAll} from '../io.ts';

/** A mark keeps its size, so that rewriting it needs no room on a full disk. */
const markBytes = 64;

/** Writes how far a journal has been acknowledged. */
export async function writeMark(file: OpenFile, end: number): Promise<void> {
	await writeAll(file, encodeLine(`{"end":${end}}`.padEnd(markBytes - 10)), 0);
}

/** How far a journal has been acknowledged; null where nothing tells. */
export async function readMark(io: Io, journalPath: string): Promise<number | null> {
	try {
		const line = await readSmall(io, markPath(journalPath), markBytes);
		const json = verified(line.subarray(0, -1));
		const end: unknown = json && JSON.parse(json.toString()).end;
		return Number.isSafeInteger(end) ? (end as number) : null;
	} catch {
		return null;
	}
}

export const markPath = (journalPath: string) => journalPath.replace(/\.jsonl$/, '.mark');
