import {hashOf} from './identity.ts';

/*
 * What an index says of each revision, and of each reading anew, in a sealed file: one row of numbers. Written as the columns one
 * after the other, widest first, so that each begins where its numbers may; little end first, as on all machines that run this.
 */

/** Bits of `flags`. */
export const isReadAnew = 1;
/** The report is the first that told its story. */
export const isOrigin = 2;

export const noBlock = 0xffff;
/** More records than this do not go into one sealed file. */
export const mostDocuments = 0xfff0;

export type Document = {
	readonly id: string;
	readonly revision: number;
	/** When it was told, and when it first came in; milliseconds since the epoch. Not known for what an early version read anew. */
	readonly told: number | null;
	readonly seen: number | null;
	/** `t` of its line. */
	readonly arrived: number;
	/** How many facts it has. */
	readonly facts: number;
	readonly flags: number;
	/** Number of its source in the list of the file. */
	readonly source: number;
	/** Where its row is: number of a block, and of a byte in its content. */
	readonly rowBlock: number;
	readonly rowAt: number;
	/** Where its text is; `noBlock` where it has none. */
	readonly textBlock: number;
	readonly textAt: number;
};

export type Columns = {
	readonly count: number;
	readonly told: Float64Array;
	readonly seen: Float64Array;
	readonly arrived: Float64Array;
	/** Two numbers each, sorted. */
	readonly hashes: Uint32Array;
	readonly rowAt: Uint32Array;
	readonly textAt: Uint32Array;
	/** The document of each hash. */
	readonly byHash: Uint16Array;
	readonly rowBlock: Uint16Array;
	readonly textBlock: Uint16Array;
	readonly source: Uint16Array;
	/** At most 65,535. */
	readonly revision: Uint16Array;
	/** At most 255. */
	readonly facts: Uint8Array;
	readonly flags: Uint8Array;
};

/** Lays out columns over bytes, which must be as many as `bytesOf` says. */
function over(bytes: Uint8Array<ArrayBuffer>, count: number): Columns {
	let at = bytes.byteOffset;
	const take = <Column>(
		make: {new (buffer: ArrayBuffer, at: number, length: number): Column; BYTES_PER_ELEMENT: number},
		length: number,
	): Column => {
		const column = new make(bytes.buffer, at, length);
		at += make.BYTES_PER_ELEMENT * length;
		return column;
	};
	return {
		count,
		told: take(Float64Array, count),
		seen: take(Float64Array, count),
		arrived: take(Float64Array, count),
		hashes: take(Uint32Array, 2 * count),
		rowAt: take(Uint32Array, count),
		textAt: take(Uint32Array, count),
		byHash: take(Uint16Array, count),
		rowBlock: take(Uint16Array, count),
		textBlock: take(Uint16Array, count),
		source: take(Uint16Array, count),
		revision: take(Uint16Array, count),
		facts: take(Uint8Array, count),
		flags: take(Uint8Array, count),
	};
}

const bytesEach = 3 * 8 + 4 * 4 + 5 * 2 + 2;
const bytesOf = (count: number): number => count * bytesEach;

export function encodeColumns(documents: readonly Document[]): Buffer {
	const bytes = new Uint8Array(bytesOf(documents.length));
	const columns = over(bytes, documents.length);
	const hashed = documents
		.map(({id}, document) => ({hash: hashOf(id), document}))
		.sort((a, b) => a.hash[0] - b.hash[0] || a.hash[1] - b.hash[1] || a.document - b.document);
	for (const [place, {hash, document}] of hashed.entries()) {
		columns.hashes.set(hash, 2 * place);
		columns.byHash[place] = document;
	}
	for (const [document, of] of documents.entries()) {
		columns.told[document] = of.told ?? Number.NaN;
		columns.seen[document] = of.seen ?? Number.NaN;
		columns.arrived[document] = of.arrived;
		columns.rowAt[document] = of.rowAt;
		columns.textAt[document] = of.textAt;
		columns.rowBlock[document] = of.rowBlock;
		columns.textBlock[document] = of.textBlock;
		columns.source[document] = of.source;
		columns.revision[document] = Math.min(of.revision, 0xffff);
		columns.facts[document] = Math.min(of.facts, 0xff);
		columns.flags[document] = of.flags;
	}
	return Buffer.from(bytes.buffer);
}

/** Null where the bytes cannot be columns. */
export function decodeColumns(bytes: Buffer): Columns | null {
	if (bytes.length % bytesEach !== 0) return null;
	// A copy: the numbers must begin where the memory does, and the rest of what was read may go.
	return over(new Uint8Array(bytes), bytes.length / bytesEach);
}

/** The documents of an id. */
export function documentsOf(
	{hashes, byHash, count}: Pick<Columns, 'hashes' | 'byHash' | 'count'>,
	[high, low]: readonly [number, number],
): number[] {
	let [from, to] = [0, count];
	while (from < to) {
		const middle = (from + to) >> 1;
		const isBefore =
			hashes[2 * middle]! < high || (hashes[2 * middle] === high && hashes[2 * middle + 1]! < low);
		if (isBefore) from = middle + 1;
		else to = middle;
	}
	const found: number[] = [];
	for (; from < count && hashes[2 * from] === high && hashes[2 * from + 1] === low; from++)
		found.push(byHash[from]!);
	return found;
}
