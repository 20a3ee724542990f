import type {Place} from '../contents.ts';
import {decodeHead, decodeText, textStart, verified, type Without} from '../format.ts';
import {type Io, readStretch, withFile} from '../io.ts';

/**
 * Reads the text of one revision from its line on disk.
 *
 * @param file path of the journal
 * @returns the text, or why there is none; `gone` where the file cannot be read just now, `damaged` where the line is no longer what was written
 */
export async function readText(
	io: Io,
	file: string,
	{at, bytes}: Place,
	revision: {readonly id: string; readonly revision: number},
): Promise<{readonly text: string} | {readonly text: null; readonly without: Without} | 'gone' | 'damaged'> {
	try {
		const line = await withFile(io, file, 'r', journal => readStretch(journal, at, bytes));
		const json = verified(line.subarray(0, -1));
		const text = json && decodeText(json, revision.id, revision.revision);
		if (json === null || text === null) return 'damaged';
		const without = text === '' ? decodeHead(json.subarray(0, textStart(json)))?.without : undefined;
		return without ? {text: null, without} : {text};
	} catch {
		return 'gone';
	}
}
