import {gzipSync} from 'node:zlib';
import {decodeLine, decodeText, type Line, textStart} from '../format.ts';
import {toldAt} from '../matching.ts';
import {wordsOf} from '../words.ts';
import {type BlockPlace, encodeBlock, headerBytes, type Tag} from './block.ts';
import {type Document, encodeColumns, isOrigin, isReadAnew, mostDocuments, noBlock} from './columns.ts';
import {groupCount, membersOf, parityOf} from './parity.ts';
import {encodePostings} from './postings.ts';
import {parted} from './row.ts';
import {magic, type Stretch, type Table, trailerOf} from './table.ts';

/** A block is full with this much content. */
const blockBytes = 64 << 10;

/** A line for a sealed file, and what it says. */
type Filed = {
	readonly row: Buffer;
	readonly text: Buffer | null;
	readonly said: Line | 'unknown';
	readonly line: Buffer;
};

/** Whether so many lines of so many bytes fill a sealed file. */
export const isFull = (lines: number, bytes: number, fullBytes: number): boolean =>
	bytes >= fullBytes || lines >= mostDocuments;

/**
 * Builds a sealed file.
 *
 * @param lines whole lines of journals, each with its newline, in order of arrival; their checksums hold
 * @param of what the file is called, and what it takes the place of
 */
export function build(
	lines: readonly Buffer[],
	of: Pick<Table, 'name' | 'from' | 'set' | 'part' | 'parts'>,
): {readonly bytes: Buffer; readonly table: Table} {
	const filed = lines.map((line, number): Filed => {
		const json = line.subarray(9, -1);
		const said = decodeLine(json) ?? 'unknown';
		const textAt = said !== 'unknown' && said.k === 'r' ? textStart(json) : -1;
		return {...parted(line, number, textAt), said, line};
	});
	const reports = filed.filter(isOfReport);
	const ordered = [
		...reports.filter(({said}) => said.facts.length > 0),
		...reports.filter(({said}) => said.facts.length === 0),
	];
	const withFacts = ordered.findIndex(({said}) => said.facts.length === 0);
	const others = filed.filter(each => !isOfReport(each));
	// Readings anew first: they are documents, whose numbers go on from those of the reports.
	const anew = others.filter(isOfFacts);
	const rest = others.filter(each => !isOfFacts(each));

	const blocks: Buffer[] = [];
	const places: BlockPlace[] = [];
	let at = magic.length;
	const write = (tag: Tag, stored: Buffer, raw: number, first = 0, count = 0): void => {
		const block = encodeBlock(tag, stored, raw, first, count);
		places.push({tag, at, stored: stored.length, raw, crc: block.readUInt32LE(12), first, count});
		blocks.push(block);
		at += block.length;
	};
	/** Writes pieces into blocks of one tag. @returns for each piece its block, and where in the content it begins */
	const pack = (
		tag: Tag,
		pieces: readonly Buffer[],
		first: number,
		documents: number,
	): {block: number; at: number}[] => {
		const where: {block: number; at: number}[] = [];
		let content: Buffer[] = [];
		let bytes = 0;
		let begun = 0;
		const flush = (next: number): void => {
			if (content.length === 0) return;
			const raw = Buffer.concat(content);
			write(
				tag,
				gzipSync(raw),
				raw.length,
				Math.min(first + begun, first + documents),
				Math.max(0, Math.min(next, documents) - begun),
			);
			content = [];
			bytes = 0;
			begun = next;
		};
		for (const [place, piece] of pieces.entries()) {
			where.push({block: places.length, at: bytes});
			content.push(piece);
			bytes += piece.length;
			if (bytes >= blockBytes) flush(place + 1);
		}
		flush(pieces.length);
		return where;
	};

	const count = withFacts < 0 ? ordered.length : withFacts;
	const rows = [
		...pack(
			'FACT',
			ordered.slice(0, count).map(({row}) => row),
			0,
			count,
		),
		...pack(
			'HEAD',
			ordered.slice(count).map(({row}) => row),
			count,
			ordered.length - count,
		),
		...pack(
			'ELSE',
			[...anew, ...rest].map(({row}) => row),
			ordered.length,
			anew.length,
		),
	];
	const texts = pack(
		'TEXT',
		ordered.map(({text}) => text ?? Buffer.from('\n')),
		0,
		ordered.length,
	);

	const sources: string[] = [];
	const sourceNumber = new Map<string, number>();
	const numbered = (source: string): number => {
		let number = sourceNumber.get(source);
		if (number === undefined) {
			number = sources.push(source) - 1;
			sourceNumber.set(source, number);
		}
		return number;
	};
	const documents = [
		...ordered.map(
			({said: {t, report, facts}}, place): Document => ({
				id: report.id,
				revision: report.revision,
				told: toldAt(report),
				seen: report.firstSeenAt,
				arrived: t,
				facts: facts.length,
				flags: report.origin === report.id ? isOrigin : 0,
				source: numbered(report.source),
				rowBlock: rows[place]!.block,
				rowAt: rows[place]!.at,
				textBlock: texts[place]!.block,
				textAt: texts[place]!.at,
			}),
		),
		...anew.map(
			({said: {t, id, revision, facts, report}}, place): Document => ({
				id,
				revision,
				told: report ? toldAt(report) : null,
				seen: report?.firstSeenAt ?? null,
				arrived: t,
				facts: facts.length,
				flags: isReadAnew,
				source: report ? numbered(report.source) : 0,
				rowBlock: rows[ordered.length + place]!.block,
				rowAt: rows[ordered.length + place]!.at,
				textBlock: noBlock,
				textAt: 0,
			}),
		),
	];

	const factual = [...ordered.slice(0, count), ...anew].map(({said: {report}}) => report);
	const core = {
		v: 1 as const,
		...of,
		lines: lines.length,
		revisions: ordered.length,
		texts: ordered.filter(({text}) => text !== null && text.length > noTextBytes).length,
		raw: lines.reduce((sum, line) => sum + line.length, 0),
		sources,
		arrived: stretchOf(filed.map(({said}) => (said === 'unknown' ? null : said.t)).filter(t => t !== null)),
		told: stretchOf(documents.map(({told}) => told).filter(at => at !== null)),
		seen: stretchOf(documents.map(({seen}) => seen).filter(at => at !== null)),
		factsTold: factual.some(report => report === undefined)
			? ('unknown' as const)
			: stretchOf(factual.flatMap(report => [toldAt(report!), report!.publishedAt ?? toldAt(report!)])),
		blocks: [...places],
	};
	const coreBytes = gzipSync(JSON.stringify(core));
	const length = Buffer.alloc(4);
	length.writeUInt32LE(coreBytes.length, 0);
	const groups = groupCount(
		blocks.map(block => block.length),
		headerBytes + length.length + coreBytes.length,
	);
	for (let turn = 0; turn < groups; turn++) {
		// The deal goes on: a stretch over the end of the data hurts no block together with its own parity.
		const group = (core.blocks.length + turn) % groups;
		const members = membersOf(group, groups, core.blocks.length).map(member => blocks[member]!);
		// With each parity the list of all blocks: where the table is lost, one of these is enough.
		const parity = Buffer.concat([length, coreBytes, parityOf(members)]);
		write('PRTY', parity, parity.length, group, groups);
	}
	const columns = encodeColumns(documents);
	// A block is never empty: a file of notes alone has none.
	if (documents.length > 0) write('COLS', columns, columns.length, 0, documents.length);
	const postings = encodePostings(postingsOf(ordered));
	write('POST', gzipSync(postings), postings.length);
	const table: Table = {...core, blocks: [...places]};
	const tableBytes = Buffer.from(JSON.stringify(table));
	const tableAt = at;
	write('TABL', gzipSync(tableBytes), tableBytes.length);
	return {bytes: Buffer.concat([magic, ...blocks, trailerOf(tableAt)]), table};
}

/** Length of a text part without a text. */
const noTextBytes = ',"text":""}\n'.length;

const isOfReport = (filed: Filed): filed is Filed & {said: Extract<Line, {k: 'r'}>} =>
	filed.said !== 'unknown' && filed.said.k === 'r';
const isOfFacts = (filed: Filed): filed is Filed & {said: Extract<Line, {k: 'f'}>} =>
	filed.said !== 'unknown' && filed.said.k === 'f';

function stretchOf(instants: readonly number[]): Stretch | null {
	let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
	for (const at of instants) {
		from = Math.min(from, at);
		to = Math.max(to, at);
	}
	return from <= to ? [from, to] : null;
}

/** The documents of each word of title and text. */
function postingsOf(reports: readonly (Filed & {said: Extract<Line, {k: 'r'}>})[]): Map<string, number[]> {
	const lists = new Map<string, number[]>();
	for (const [document, {said, line}] of reports.entries()) {
		const {id, revision, title} = said.report;
		const text = decodeText(line.subarray(9, -1), id, revision) ?? '';
		for (const word of new Set(wordsOf(`${title}\n${text}`))) {
			const list = lists.get(word);
			if (list) list.push(document);
			else lists.set(word, [document]);
		}
	}
	return lists;
}
