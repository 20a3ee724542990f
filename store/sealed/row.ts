import {verified} from '../format.ts';

/*
 * A sealed file keeps the line of a report in two parts, so that heads and facts can be read without texts: the row, which is the
 * line without what begins at the text, with its number in the file after the checksum; and the text part, to the end of the line.
 * Put together again they are the line, byte for byte, and its checksum must hold. Other lines are rows as they are.
 */

export type Row = {
	/** The checksum of the whole line. */
	readonly crc: string;
	/** Number of the line in its file. */
	readonly number: number;
	/** The JSON, without the text where it is that of a report. */
	readonly json: Buffer;
};

/** The row of a line, and its text part. @param textAt where in the JSON that part begins; -1: the row is all */
export function parted(line: Buffer, number: number, textAt: number): {row: Buffer; text: Buffer | null} {
	const end = textAt < 0 ? line.length - 1 : 9 + textAt;
	return {
		row: Buffer.concat([
			line.subarray(0, 9),
			Buffer.from(`${number.toString(36)} `),
			line.subarray(9, end),
			newline,
		]),
		text: textAt < 0 ? null : line.subarray(end),
	};
}

/** The row that begins somewhere in the content of a block. */
export function rowAt(content: Buffer, at: number): Row {
	const space = content.indexOf(32, at + 9);
	return {
		crc: content.toString('latin1', at, at + 8),
		number: Number.parseInt(content.toString('latin1', at + 9, space), 36),
		json: content.subarray(space + 1, content.indexOf(10, space)),
	};
}

/** Where each row or text of a block's content begins. */
export function* begins(content: Buffer): Generator<number> {
	for (let at = 0; at < content.length; at = content.indexOf(10, at) + 1) yield at;
}

/** A row or text that begins there, with its newline. */
export const pieceAt = (content: Buffer, at: number): Buffer =>
	content.subarray(at, content.indexOf(10, at) + 1);

/** The line of a row, as it stood in its journal; null where row and text are not of one line. */
export function lineOf({crc, json}: Row, text: Buffer | null): Buffer | null {
	const line = Buffer.concat([Buffer.from(`${crc} `), json, text ?? newline]);
	return verified(line.subarray(0, -1)) && line;
}

const newline = Buffer.from('\n');
