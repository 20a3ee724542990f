import type {OpenFile} from '../io.ts';

const pieceBytes = 1 << 20;
/** No line of ours is longer: what is, is damage, and need not be held in memory to be passed over. */
export const longestLineBytes = 64 << 20;

/**
 * Reads whole lines from one position up to another. While one piece is looked at, the next is read.
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
	// The beginning of a line whose end has not come yet.
	let begun: Buffer[] = [];
	let begunBytes = 0;
	let begunAt = from;

	function take(piece: Buffer, position: number): void {
		let start = 0;
		for (let newline = piece.indexOf(10); newline >= 0; newline = piece.indexOf(10, start)) {
			const end = position + newline + 1;
			const tail = piece.subarray(start, newline);
			const isTooLong = end - begunAt > longestLineBytes;
			onLine(
				isTooLong ? null : begun.length > 0 ? Buffer.concat([...begun, tail]) : tail,
				begunAt,
				end - begunAt,
			);
			if (begun.length > 0) begun = [];
			begunBytes = 0;
			begunAt = end;
			start = newline + 1;
		}
		const rest = piece.subarray(start);
		if (begunBytes + rest.length > longestLineBytes) begun = [];
		// A copy: the piece is used again.
		else if (rest.length > 0) begun.push(Buffer.from(rest));
		begunBytes += rest.length;
	}

	const size = Math.min(pieceBytes, to - from);
	let [piece, next] = [Buffer.allocUnsafe(size), Buffer.allocUnsafe(size)];
	const read = (into: Buffer, position: number) =>
		position < to ? file.read(into.subarray(0, Math.min(size, to - position)), position) : Promise.resolve(0);
	let position = from;
	let coming = read(piece, position);
	for (;;) {
		const came = await coming;
		if (came === 0) return begunAt;
		coming = read(next, position + came);
		// Awaited in the next turn; until then a failure must not pass for one that nobody waits for.
		coming.catch(() => {});
		take(piece.subarray(0, came), position);
		position += came;
		[piece, next] = [next, piece];
	}
}
