import type {OpenFile} from './io.ts';

const pieceBytes = 1 << 20;
/** No line of ours is longer: what is, is damage, and need not be held in memory to be passed over. */
export const longestLineBytes = 64 << 20;

/**
 * Reads whole lines from one position up to another.
 *
 * @param onLine without its newline; null where it is longer than any line may be. Valid only during the call
 * @returns where the last whole line ended
 */
export async function scan(
	file: OpenFile,
	from: number,
	to: number,
	onLine: (line: Buffer | null, at: number, bytes: number) => void,
): Promise<number> {
	// One buffer for all pieces, with the begun line at its start; it grows with the longest line.
	let buffer = Buffer.allocUnsafe(Math.min(2 * pieceBytes, to - from));
	let begunBytes = 0;
	let begunAt = from;
	let position = from;
	let isTooLong = false;
	while (position < to) {
		if (begunBytes === buffer.length) {
			const larger = Buffer.allocUnsafe(buffer.length * 2);
			buffer.copy(larger, 0, 0, begunBytes);
			buffer = larger;
		}
		const wanted = Math.min(pieceBytes, to - position, buffer.length - begunBytes);
		const came = await file.read(buffer.subarray(begunBytes, begunBytes + wanted), position);
		if (came === 0) break;
		position += came;
		const filled = begunBytes + came;
		let start = 0;
		let newline = buffer.subarray(0, filled).indexOf(10, begunBytes);
		while (newline >= 0) {
			const end = position - filled + newline + 1;
			onLine(isTooLong ? null : buffer.subarray(start, newline), begunAt, end - begunAt);
			isTooLong = false;
			begunAt = end;
			start = newline + 1;
			newline = buffer.subarray(0, filled).indexOf(10, start);
		}
		begunBytes = filled - start;
		isTooLong ||= begunBytes > longestLineBytes;
		if (isTooLong) begunBytes = 0;
		else buffer.copyWithin(0, start, filled);
	}
	return begunAt;
}
