import type {OpenFile} from './io.ts';

const pieceBytes = 4 << 20;
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
	let begun: Buffer = Buffer.alloc(0);
	let begunAt = from;
	let isTooLong = false;
	let position = from;
	while (position < to) {
		const wanted = Math.min(pieceBytes, to - position);
		const buffer = Buffer.allocUnsafe(begun.length + wanted);
		begun.copy(buffer);
		const came = await file.read(buffer.subarray(begun.length), position);
		if (came === 0) break;
		const filled = buffer.subarray(0, begun.length + came);
		let start = 0;
		let search = begun.length;
		position += came;
		for (;;) {
			const newline = filled.indexOf(10, search);
			if (newline < 0) break;
			const end = position - filled.length + newline + 1;
			onLine(isTooLong ? null : filled.subarray(start, newline), begunAt, end - begunAt);
			isTooLong = false;
			start = newline + 1;
			search = start;
			begunAt = end;
		}
		begun = filled.subarray(start);
		if (begun.length > longestLineBytes) isTooLong = true;
		if (isTooLong) begun = Buffer.alloc(0);
	}
	return begunAt;
}
