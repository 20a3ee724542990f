import type {Place} from './contents.ts';
import {decodeText, verified} from './format.ts';
import {type Io, readStretch, withFile} from './io.ts';

/**
 * Reads the text of one revision from its line on disk.
 *
 * @param file path of the journal
 * @returns `gone` where the file cannot be read just now, `damaged` where the line is no longer what was written
 */
export async function readText(
	io: Io,
	file: string,
	{at, bytes}: Place,
	revision: {readonly id: string; readonly revision: number},
): Promise<{readonly text: string} | 'gone' | 'damaged'> {
	try {
		const line = await withFile(io, file, 'r', journal => readStretch(journal, at, bytes));
		const json = verified(line.subarray(0, -1));
		const text = json && decodeText(json, revision.id, revision.revision);
		return text === null ? 'damaged' : {text};
	} catch {
		return 'gone';
	}
}
