import {promisify} from 'node:util';
import {gunzip} from 'node:zlib';
import {type BlockPlace, headerBytes, isWhole, type Tag} from './block.ts';
import type {Cache} from './cache.ts';
import {type Columns, decodeColumns, noBlock} from './columns.ts';
import {type Io, readStretch, withFile} from './io.ts';
import {begins, pieceAt, type Row, rowAt} from './row.ts';
import {decodeTable, magic, type Table, tableAtOf, trailerBytes} from './table.ts';

const unzipped = promisify(gunzip);

/** Something in a sealed file is not what was written. Whoever meets it has the file mended. */
export class Broken extends Error {
	override name = 'Broken';
}

/** Bytes of a sealed file, on disk or in memory. */
export type Bytes = {
	read(at: number, length: number): Promise<Buffer>;
	readonly length: () => Promise<number>;
};

export const bytesOnDisk = (io: Io, path: string): Bytes => ({
	read: (at, length) => withFile(io, path, 'r', file => readStretch(file, at, length)),
	length: async () => (await io.status(path)).bytes,
});

export const bytesInMemory = (bytes: Buffer): Bytes => ({
	read: async (at, length) => bytes.subarray(at, at + length),
	length: async () => bytes.length,
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
		const length = await bytes.length();
		const trailer = await bytes.read(Math.max(0, length - trailerBytes), trailerBytes);
		const at = tableAtOf(trailer);
		if (at === null || at + headerBytes + trailerBytes > length) throw new Broken(name);
		const block = await bytes.read(at, length - trailerBytes - at);
		const stored = block.subarray(headerBytes);
		const found = decodeTable(stored);
		const start = await bytes.read(0, magic.length);
		if (found === null || !start.equals(magic)) throw new Broken(name);
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
		const block = await bytes.read(place.at, headerBytes + place.stored);
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
		const found = decodeColumns(await contentOf(await placeOf('COLS')));
		if (found === null) throw new Broken(name);
		return found;
	}

	return {
		name,
		table: readOnce,
		async *rows(tags) {
			for (const [number, {tag, first}] of (await readOnce()).blocks.entries())
				if (tags.includes(tag)) {
					const raw = await content(number);
					yield {tag, document: first, rows: Array.from(begins(raw), at => rowAt(raw, at))};
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
