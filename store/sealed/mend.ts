import {gunzipSync} from 'node:zlib';
import {decodeHead, encodeLine, type Without} from '../format.ts';
import {type BlockPlace, decodeHeader, headerBytes, isWhole, type Tag} from './block.ts';
import {type Columns, decodeColumns} from './columns.ts';
import {membersOf, missingOf} from './parity.ts';
import {begins, lineOf, pieceAt, rowAt} from './row.ts';
import {decodeTable, magic, type Table, tableAtOf, trailerBytes} from './table.ts';

/** A stretch of a sealed file that is not what was written. */
export type Harm = {
	readonly at: number;
	readonly bytes: number;
	/** Had back from parity, or never anything that could not be made again. */
	readonly isRepaired: boolean;
	/** What was in it, in words. */
	readonly what: string;
};

export type Salvaged = {
	/** All lines that can be had, in their order. */
	readonly lines: readonly Buffer[];
	readonly harm: readonly Harm[];
	/** What the file says of itself; null where no copy of that can be read. */
	readonly table: Table | null;
	/** Revisions of which the head is there and the text is not. */
	readonly withoutText: readonly string[];
};

const dataTags: readonly Tag[] = ['FACT', 'HEAD', 'ELSE', 'TEXT'];

/** Reads whatever can be read of a sealed file, however it was hurt. Blocks that parity brings back are as they were. */
export function salvage(file: Buffer): Salvaged {
	const scanned = scan(file);
	const told = tableOf(file);
	const table = told?.table ?? tableInParity(file, scanned);
	// Where the table says what a block must be, its header is believed no more.
	const index = told
		? [...told.table.blocks, told.place].filter(place => isWhole(blockAt(file, place), place))
		: scanned;
	const data = (table?.blocks ?? scanned).filter(({tag}) => dataTags.includes(tag));
	const harm: Harm[] = [];
	const blocks = data.map(place => {
		const block = blockAt(file, place);
		return isWhole(block, place) ? block : null;
	});
	const hurt = data.filter((_, number) => blocks[number] === null);
	for (const parity of (table?.blocks ?? scanned).concat(scanned).filter(({tag}) => tag === 'PRTY'))
		repair(file, parity, data, blocks);
	const columns = columnsOf(file, table?.blocks ?? scanned);
	for (const place of hurt) {
		const isRepaired = blocks[data.indexOf(place)] !== null;
		const what = isRepaired ? 'repaired from parity' : wordsOf(place) + named(place, columns, table);
		harm.push({at: place.at, bytes: stretchOf(file, place), isRepaired, what});
	}
	for (const {at, bytes} of unaccounted(file, data, index, table))
		harm.push({
			at,
			bytes,
			isRepaired: table !== null,
			what: table === null ? 'what was in it is not known' : 'the index of it was made anew',
		});

	const texts = new Map<number, Buffer>();
	for (const [number, block] of blocks.entries())
		if (block && data[number]!.tag === 'TEXT') {
			const content = contentOf(block);
			let document = data[number]!.first;
			for (const at of begins(content)) texts.set(document++, pieceAt(content, at));
		}
	const lines: {number: number; line: Buffer}[] = [];
	const withoutText: string[] = [];
	for (const [place, block] of blocks.entries()) {
		const {tag, first} = data[place]!;
		if (!block || tag === 'TEXT') continue;
		const content = contentOf(block);
		let document = first;
		for (const at of begins(content)) {
			const row = rowAt(content, at);
			const whole = lineOf(row, tag === 'ELSE' ? null : (texts.get(document) ?? null));
			if (whole) lines.push({number: row.number, line: whole});
			else if (tag !== 'ELSE') {
				const head = decodeHead(row.json);
				if (head) {
					withoutText.push(`${head.report.id} ${head.report.revision}`);
					lines.push({number: row.number, line: lineWithoutText(row.json)});
				}
			}
			document++;
		}
	}
	return {lines: lines.sort((a, b) => a.number - b.number).map(({line}) => line), harm, table, withoutText};
}

/** The line of a report whose text is gone, said so. */
export const lineWithoutText = (head: Buffer, why: Without = 'damaged'): Buffer =>
	encodeLine(`${head.toString()},"without":"${why}","text":""}`);

const contentOf = (block: Buffer): Buffer => gunzipSync(block.subarray(headerBytes));

const blockAt = (file: Buffer, {at, stored}: BlockPlace): Buffer =>
	file.subarray(at, at + headerBytes + stored);

/** How much of a block is there at all. */
const stretchOf = (file: Buffer, {at, stored}: BlockPlace): number =>
	Math.max(0, Math.min(file.length, at + headerBytes + stored) - at);

function wordsOf({tag, count}: BlockPlace): string {
	const reports = count === 1 ? '1 report' : `${count} reports`;
	if (tag === 'TEXT') return `texts of ${reports}`;
	return tag === 'ELSE'
		? `notes, and facts read anew of ${reports}`
		: `${reports}, without which their texts are nobody's`;
}

function columnsOf(file: Buffer, blocks: readonly BlockPlace[]): Columns | null {
	const place = blocks.find(({tag}) => tag === 'COLS');
	const block = place && blockAt(file, place);
	return place && block && isWhole(block, place) ? decodeColumns(block.subarray(headerBytes)) : null;
}

/** Which reports a lost block held, as far as the index tells: it knows their ids where these are hexadecimal, else their hashes. */
function named({tag, first, count}: BlockPlace, columns: Columns | null, table: Table | null): string {
	if (columns === null || (tag !== 'FACT' && tag !== 'HEAD')) return '';
	const names: string[] = [];
	for (let place = 0; place < columns.count; place++) {
		const document = columns.byHash[place]!;
		if (document < first || document >= first + count) continue;
		const id = [columns.hashes[2 * place]!, columns.hashes[2 * place + 1]!]
			.map(half => half.toString(16).padStart(8, '0'))
			.join('');
		names.push(
			`${id} ${columns.revision[document]} of ${table?.sources[columns.source[document]!] ?? 'a source'}`,
		);
	}
	return `: ${names.slice(0, namedAtMost).join(', ')}${names.length > namedAtMost ? ', …' : ''}`;
}

const namedAtMost = 200;

function tableOf(file: Buffer): {table: Table; place: BlockPlace} | null {
	const at = tableAtOf(file.subarray(Math.max(0, file.length - trailerBytes)));
	if (at === null) return null;
	const header = decodeHeader(file, at);
	const place = header && {...header, at};
	if (place?.tag !== 'TABL' || !isWhole(blockAt(file, place), place)) return null;
	const block = blockAt(file, place);
	const table = decodeTable(block.subarray(headerBytes));
	return table && {table, place: {...place, raw: contentOf(block).length, first: 0, count: 0}};
}

function tableInParity(file: Buffer, scanned: readonly BlockPlace[]): Table | null {
	for (const place of scanned)
		if (place.tag === 'PRTY') {
			const {table} = partsOf(blockAt(file, place));
			if (table) return {...table, blocks: [...table.blocks, ...scanned.filter(({tag}) => tag === 'PRTY')]};
		}
	return null;
}

function partsOf(block: Buffer): {table: Table | null; parity: Buffer} {
	const stored = block.subarray(headerBytes);
	const end = 4 + stored.readUInt32LE(0);
	return {table: decodeTable(stored.subarray(4, end)), parity: stored.subarray(end)};
}

/** Has back the one block that is missing of a group, if it is one. */
function repair(
	file: Buffer,
	place: BlockPlace,
	data: readonly BlockPlace[],
	blocks: (Buffer | null)[],
): void {
	const block = blockAt(file, place);
	if (!isWhole(block, place)) return;
	// The checksum does not cover the header, which may be hurt.
	if (place.first >= place.count) return;
	const members = membersOf(place.first, place.count, data.length);
	const missing = members.filter(member => blocks[member] === null);
	if (missing.length !== 1) return;
	const others = members.map(member => blocks[member]).filter(other => other !== null && other !== undefined);
	const wanted = data[missing[0]!]!;
	const found = missingOf(partsOf(block).parity, others, wanted);
	if (isWhole(found, wanted)) blocks[missing[0]!] = found;
}

/** All whole blocks, found by their headers alone. */
function scan(file: Buffer): BlockPlace[] {
	const found: BlockPlace[] = [];
	let at = file.subarray(0, magic.length).equals(magic) ? magic.length : 0;
	while (at < file.length) {
		const header = decodeHeader(file, at);
		const place = header && {...header, at};
		if (place && isWhole(blockAt(file, place), place)) {
			found.push(place);
			at += headerBytes + place.stored;
		} else at = nextTag(file, at + 1);
	}
	return found;
}

function nextTag(file: Buffer, from: number): number {
	for (let at = from; at + headerBytes <= file.length; at++) {
		const first = file[at];
		// F, H, E, T, P, C
		if (
			first === 0x46 ||
			first === 0x48 ||
			first === 0x45 ||
			first === 0x54 ||
			first === 0x50 ||
			first === 0x43
		)
			if (decodeHeader(file, at)) return at;
	}
	return file.length;
}

/** Stretches that are neither a block of data nor one of the index that is whole. */
function* unaccounted(
	file: Buffer,
	data: readonly BlockPlace[],
	index: readonly BlockPlace[],
	table: Table | null,
): Generator<{at: number; bytes: number}> {
	const known = [...data, ...index].sort((a, b) => a.at - b.at);
	let at = file.subarray(0, magic.length).equals(magic) ? magic.length : 0;
	const hasTrailer = tableAtOf(file.subarray(Math.max(0, file.length - trailerBytes))) !== null;
	const end = hasTrailer ? file.length - trailerBytes : file.length;
	if (at === 0 && file.length > 0) yield {at: 0, bytes: Math.min(magic.length, file.length)};
	at = magic.length;
	for (const place of known) {
		if (place.at > at) yield {at, bytes: place.at - at};
		at = Math.max(at, place.at + headerBytes + place.stored);
	}
	if (at < end) yield {at, bytes: end - at};
	// Cut off: what would be the index is missing.
	else if (!hasTrailer || table === null) yield {at: Math.min(at, file.length), bytes: 0};
}
