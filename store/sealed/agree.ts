import {isDeepStrictEqual} from 'node:util';
import {gunzipSync} from 'node:zlib';
import {type BlockPlace, headerBytes} from './block.ts';
import {build} from './build.ts';
import {membersOf, parityOf} from './parity.ts';
import type {Table} from './table.ts';

/**
 * What in a sealed file does not agree with its lines although no checksum is wrong: its index, its parity, or what it says of
 * itself. By content: the same may be compressed into other bytes elsewhere.
 *
 * @param file whole and unhurt
 * @returns null where all agrees
 */
export function disagreement(file: Buffer, lines: readonly Buffer[], table: Table): string | null {
	const {name, from, set, part, parts} = table;
	const made = build(lines, {name, from, set, part, parts});
	if (!isDeepStrictEqual(coreOf(table), coreOf(made.table))) return 'what it says of itself is not so';
	for (const [tag, what] of [
		['COLS', 'its columns do not agree with its rows'],
		['POST', 'its words do not agree with its texts'],
	] as const)
		if (!contentOf(file, table, tag).equals(contentOf(made.bytes, made.table, tag))) return what;
	const data = table.blocks.filter(({tag}) => !['PRTY', 'COLS', 'POST', 'TABL'].includes(tag));
	const blocks = data.map(place => file.subarray(place.at, place.at + headerBytes + place.stored));
	for (const place of table.blocks.filter(({tag}) => tag === 'PRTY')) {
		const stored = storedIn(file, place);
		const members = membersOf(place.first, place.count, blocks.length).map(member => blocks[member]!);
		if (!stored.subarray(4 + stored.readUInt32LE(0)).equals(parityOf(members)))
			return 'its parity does not agree with its blocks';
	}
	return null;
}

/** Without where its blocks are, which compression decides, and what early versions did not say. */
const coreOf = ({blocks: _, texts: __, ...core}: Table) => core;

const storedIn = (file: Buffer, {at, stored}: BlockPlace): Buffer =>
	file.subarray(at + headerBytes, at + headerBytes + stored);

function contentOf(file: Buffer, {blocks}: Table, tag: 'COLS' | 'POST'): Buffer {
	const place = blocks.find(block => block.tag === tag);
	if (!place) return Buffer.alloc(0);
	return tag === 'COLS' ? storedIn(file, place) : gunzipSync(storedIn(file, place));
}
