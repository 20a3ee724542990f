import {promisify} from 'node:util';
import {gunzip} from 'node:zlib';
import {type Io, readStretch, withFile} from '../io.ts';
import {type BlockPlace, headerBytes, isWhole, type Tag} from './block.ts';
import type {Cache} from './cache.ts';
import {type Columns, decodeColumns, noBlock} from './columns.ts';
import {begins, pieceAt, type Row, rowAt} from './row.ts';
import {decodeTable, type Table, tableAtOf, trailerBytes} from './table.ts';

const unzipped = promisify(gunzip);
/** In the last bytes of a file the table is mostly found, too. */
const tailBytes = 16 << 10;

/** Something in a sealed file is not what was written. Whoever meets it has the file mended. */
export class Broken extends Error {
	override name = 'Broken';
}

/** Bytes of a sealed file, on disk or in memory. */
export type Bytes = {
	read(at: number, length: number): Promise<Buffer>;
	/** The last bytes, and how many there are in all. */
	tail(length: number): Promise<{readonly bytes: Buffer; readonly length: number}>;
};

export const bytesOnDisk = (io: Io, path: string): Bytes => ({
	read: (at, length) => withFile(io, path, 'r', file => readStretch(file, at, length)),
	tail: most =>
		withFile(io, path, 'r', async file => {
			const {bytes: length} = await file.status();
			const from = Math.max(0, length - most);
			return {bytes: await readStretch(file, from, length - from), length};
		}),
});

export const bytesInMemory = (bytes: Buffer): Bytes => ({
	read: async (at, length) => bytes.subarray(at, at + length),
	tail: async most => ({bytes: bytes.subarray(Math.max(0, bytes.length - most)), length: bytes.length}),
});

/** A sealed file, read block by block. Each throws `Broken` where the file is not what was written. */
export type Segment = {
	readonly name: string;
	table(): Promise<Table>;
	/** Rows of blocks with these tags, a block at a time; `document` is the number of the first one in it. */
	rows(
		tags: readonly Tag[],
	): AsyncGenerator<{readonly tag: Tag; readonly document: number; readonly rows: readonly Row[]}>;
	/** The row of a document. */
	row(document: number): Promise<Row>;
	/** The text part of a document's line; null where it has none. */
	text(document: number): Promise<Buffer | null>;
	columns(): Promise<Columns>;
	postings(): Promise<Buffer>;
};

/** @param cache what was unpacked lately, of all sealed files */
export function segmentOf(name: string, bytes: Bytes, cache: Cache<Buffer>): Segment {
	let table: Promise<Table> | null = null;
	let columns: Promise<Columns> | null = null;

	async function readTable(): Promise<Table> {
		const {bytes: tail, length} = await bytes.tail(tailBytes);
		const at = tableAtOf(tail.subarray(-trailerBytes));
		if (at === null || at + headerBytes + trailerBytes > length) throw new Broken(name);
		const begun = at - (length - tail.length);
		const block = begun >= 0 ? tail.subarray(begun) : await bytes.read(at, length - at);
		const found = decodeTable(block.subarray(headerBytes, block.length - trailerBytes));
		if (found === null) throw new Broken(name);
		return found;
	}

	async function content(number: number): Promise<Buffer> {
		const key = `${name} ${number}`;
		const known = cache.get(key);
		if (known) return known;
		const place = (await readOnce()).blocks[number];
		if (!place) throw new Broken(name);
		const found = await contentOf(place);
		cache.set(key, found, found.length);
		return found;
	}

	async function contentOf(place: BlockPlace): Promise<Buffer> {
		return contentIn(await bytes.read(place.at, headerBytes + place.stored), place);
	}

	async function contentIn(block: Buffer, place: BlockPlace): Promise<Buffer> {
		if (!isWhole(block, place)) throw new Broken(name);
		const stored = block.subarray(headerBytes);
		return place.tag === 'COLS' ? stored : unpack(stored, place);
	}

	async function unpack(stored: Buffer, {raw}: BlockPlace): Promise<Buffer> {
		// More than was said is not unpacked: a bomb could only come of damage, and is damage.
		const found = await unzipped(stored, {maxOutputLength: raw + 1}).catch(() => null);
		if (found?.length !== raw) throw new Broken(name);
		return found;
	}

	function readOnce(): Promise<Table> {
		table ??= readTable();
		table.catch(() => {
			table = null;
		});
		return table;
	}

	async function placeOf(tag: Tag): Promise<BlockPlace> {
		const found = (await readOnce()).blocks.find(block => block.tag === tag);
		if (!found) throw new Broken(name);
		return found;
	}

	async function readColumns(): Promise<Columns> {
		const place = (await readOnce()).blocks.find(({tag}) => tag === 'COLS');
		const found = decodeColumns(place ? await contentOf(place) : Buffer.alloc(0));
		if (found === null) throw new Broken(name);
		return found;
	}

	return {
		name,
		table: readOnce,
		async *rows(tags) {
			// Blocks of one tag stand beside one another: read in one go, and not kept, since whoever wants all wants them once.
			for (const tag of tags) {
				const places = (await readOnce()).blocks.filter(place => place.tag === tag);
				const [first] = places;
				const last = places.at(-1);
				if (!first || !last) continue;
				const all = await bytes.read(first.at, last.at + headerBytes + last.stored - first.at);
				for (const place of places) {
					const begun = place.at - first.at;
					const raw = await contentIn(all.subarray(begun, begun + headerBytes + place.stored), place);
					yield {tag, document: place.first, rows: Array.from(begins(raw), at => rowAt(raw, at))};
				}
			}
		},
		async row(document) {
			const {rowBlock, rowAt: at, count} = await this.columns();
			if (document >= count) throw new Broken(name);
			return rowAt(await content(rowBlock[document]!), at[document]!);
		},
		async text(document) {
			const {textBlock, textAt, count} = await this.columns();
			if (document >= count) throw new Broken(name);
			if (textBlock[document] === noBlock) return null;
			return pieceAt(await content(textBlock[document]!), textAt[document]!);
		},
		columns() {
			columns ??= readColumns();
			columns.catch(() => {
				columns = null;
			});
			return columns;
		},
		async postings() {
			const key = `${name} POST`;
			const known = cache.get(key);
			if (known) return known;
			const found = await contentOf(await placeOf('POST'));
			cache.set(key, found, found.length);
			return found;
		},
	};
}
