/*
 * What is on disk, once, in words and in code.
 *
 * store.json                       {"format":"trucewatch","version":2}: whose folder this is
 * journal/<utc>-<writer>-<n>.jsonl what was kept; made anew by the one process that ever writes it
 * journal/<same name>.sealing      the same journal while it is being sealed
 * journal/<same name>.mark         how far that journal has been acknowledged: one line, rewritten in place, never synced,
 *                                  so never ahead of the journal; tells a journal that was cut off from one that was not finished
 * sealed/<utc>-<word>-<n>….seg     what journals held that nobody writes any more, compressed, with an index; never changed,
 *                                  only replaced: by the same one mended, or by one that several were merged into
 * quarantine/<name>.at<position>   raw bytes of each damaged stretch
 * ledger.json                      what the sealed files hold, in short, one line (ledger.ts); ledger.json.bak is the same once more
 * sources.json                     what is remembered of each source, one line, replaced whole and never synced (remembered.ts)
 * lock                             who polls, one line (lock.ts)
 *
 * Truth are the journals and the sealed files. Marks, ledger and the index in a sealed file are made from them, and only ever add
 * to what the folders say: where one of them is lost, it is made again.
 *
 * Every line is the CRC-32 of its JSON as eight hexadecimal digits, a space, the JSON, a newline. Kinds, by `k`:
 *
 * head  the first line of a journal: the process that writes it
 * r     a revision of a report, the facts first read from it, and its text, or why that is not there any more
 * f     the facts of a revision, read anew, with its head
 * s     what is remembered of a source
 * m     a note
 * d     damage: what was lost when a file was sealed or mended, and where its raw bytes are
 *
 * `t` orders records: milliseconds, but always past every `t` seen before, so that it never runs backwards. The first `r` of
 * a revision counts, and the last `f`, `s` and `m`; where `t` is the same, the order is that of name and position. So files may
 * be read in any order, any number of times, and the same record may be in several. Kinds and keys that are not known are passed
 * over, stay where they are, and are sealed and merged byte for byte.
 *
 * In an `r` the text comes last. Inside a JSON string a quote is always escaped, so the bytes `,"text":"` can only be a key:
 * opening reads what stands before it and leaves the text for when it is asked for. Facts are read at once: every picture
 * counts them all, and read later they would only be held twice.
 *
 * A sealed file: the seven bytes "TWSEG1\n"; blocks; a trailer of fifteen bytes (table.ts). A block (block.ts) has a header with
 * its tag, its lengths and its CRC-32. The content, gzip but for parity and columns, is by tag:
 *
 * FACT  rows (row.ts) of reports with facts: their lines without the texts. Documents are numbered through FACT, HEAD, ELSE
 * HEAD  rows of reports without
 * ELSE  all other lines, whole: facts read anew first, which are documents, too
 * TEXT  the text parts of FACT and HEAD, in the same order
 * PRTY  parity of a group of those blocks (parity.ts), behind a copy of the table: gives back one damaged block of each group
 * COLS  numbers of each document, and its id as a hash (columns.ts)
 * POST  which documents hold a word (postings.ts)
 * TABL  the table: where all blocks are, and what the file holds in short (table.ts)
 */
import {crc32} from 'node:zlib';
import type {Fact} from '../source/facts/fact.ts';
import type {Head} from '../source/reports/report.ts';
import type {SourceMemory} from '../source/sources/source.ts';
import type {Damage} from './store.ts';

export const format = 'trucewatch';
export const version = 2;

/** Facts are kept without their report: it stands beside them. */
export type BareFact = Fact extends infer F ? (F extends Fact ? Omit<F, 'report'> : never) : never;

/** Why a text is not there: it was lost, or was dropped for its age. */
export type Without = 'damaged' | 'not kept';

export type Line =
	| {
			readonly k: 'r';
			readonly t: number;
			readonly reader: string;
			readonly report: Head;
			/** Fresh, and this line's own. */
			readonly facts: readonly BareFact[];
			/** Why the text is empty although there was one; left out where it is all there. */
			readonly without?: Without;
	  }
	| {
			readonly k: 'f';
			readonly t: number;
			readonly id: string;
			readonly revision: number;
			readonly reader: string;
			readonly facts: readonly BareFact[];
			/** The head of the revision and the `t` of its line, so that nobody need look for them. Early versions left them out. */
			readonly report?: Head;
			readonly arrived?: number;
	  }
	| ({readonly k: 'd'; readonly t: number} & Damage)
	| {readonly k: 's'; readonly t: number; readonly source: SourceMemory}
	| {readonly k: 'm'; readonly t: number; readonly name: string; readonly value: unknown};

/**
 * Tells revisions apart. Most are the first of their report: then it is the id itself, which is in memory already, unless that
 * could be taken for the key of another.
 */
export const revisionKey = ({id, revision}: {readonly id: string; readonly revision: number}) =>
	revision === 1 && !id.startsWith('\n') ? id : `\n${revision} ${id}`;

const textKey = ',"text":"';
const textBytes = Buffer.from(textKey);

/** The line of one JSON text: checksum, space, JSON, newline. */
export function encodeLine(json: string): Buffer {
	const bytes = Buffer.byteLength(json);
	const line = Buffer.allocUnsafe(bytes + 10);
	line.write(json, 9);
	line[bytes + 9] = 10;
	line.write(`${checksum(line.subarray(9, bytes + 9))} `, 0, 'latin1');
	return line;
}

/**
 * The line of a report.
 *
 * @param facts as JSON
 * @throws {Error} where its facts or head hold the key that the format keeps for itself
 */
export function encodeReport(
	line: Omit<Extract<Line, {k: 'r'}>, 'facts'>,
	facts: string,
	text: string,
): Buffer {
	const {k, t, reader, report, without} = line;
	const why = without ? `,"without":"${without}"` : '';
	const before = `${JSON.stringify({k, t, reader, report}).slice(0, -1)},"facts":${facts}${why}`;
	if (before.includes(textKey)) throw new Error('store: no key of a report or a fact may be called “text”');
	return encodeLine(`${before},"text":${JSON.stringify(text)}}`);
}

/** The JSON of a line without its newline; null where the checksum does not hold. */
export function verified(line: Buffer): Buffer | null {
	if (line.length < 11 || line[8] !== 32) return null;
	const json = line.subarray(9);
	return line.toString('latin1', 0, 8) === checksum(json) ? json : null;
}

/**
 * What a verified line says.
 *
 * @returns `unknown` for a kind that this version does not know; null where it is not what its kind must be
 */
export function decodeLine(json: Buffer): Line | 'unknown' | null {
	try {
		return isReport(json) ? decodeReport(json) : decodeOther(JSON.parse(json.toString()));
	} catch {
		return null;
	}
}

/** The text in a verified line of a report; null where the line is not of that revision. */
export function decodeText(json: Buffer, id: string, revision: number): string | null {
	const parsed = JSON.parse(json.toString());
	const isIt = parsed?.k === 'r' && parsed.report?.id === id && parsed.report?.revision === revision;
	return isIt && typeof parsed.text === 'string' ? parsed.text : null;
}

const reportStart = Buffer.from('{"k":"r",');

function isReport(json: Buffer): boolean {
	return json.length > reportStart.length && reportStart.compare(json, 0, reportStart.length) === 0;
}

/** Where the text begins, with its key, in the JSON of a report's line; -1 where it has none. */
export const textStart = (json: Buffer): number => json.indexOf(textBytes);

function decodeReport(json: Buffer): Line | null {
	const textAt = textStart(json);
	return textAt < 0 ? null : decodeHead(json.subarray(0, textAt));
}

/**
 * What the line of a report says, from its JSON without the text.
 *
 * @returns null where it is not what it must be
 */
export function decodeHead(json: Buffer): Extract<Line, {k: 'r'}> | null {
	const line = JSON.parse(`${json.toString()}}`);
	const {t, reader, report, facts} = line;
	const isRight = isStamp(t) && typeof reader === 'string' && isHead(report) && areFacts(facts);
	return isRight ? line : null;
}

// biome-ignore lint/suspicious/noExplicitAny: fresh from JSON.parse, looked at key by key
function decodeOther(line: any): Line | 'unknown' | null {
	if (typeof line?.k !== 'string') return null;
	switch (line.k) {
		case 'f': {
			const isRight = typeof line.id === 'string' && Number.isInteger(line.revision) && areFacts(line.facts);
			const hasHead = line.report === undefined || (isHead(line.report) && isStamp(line.arrived));
			return isStamp(line.t) && isRight && hasHead && typeof line.reader === 'string' ? line : null;
		}
		case 's':
			return isStamp(line.t) && typeof line.source?.id === 'string' ? line : null;
		case 'm':
			return isStamp(line.t) && typeof line.name === 'string' ? line : null;
		case 'd':
			return isStamp(line.t) && typeof line.file === 'string' && typeof line.reason === 'string'
				? line
				: null;
		case 'r':
			return null;
		default:
			return 'unknown';
	}
}

const isStamp = (t: unknown) => typeof t === 'number' && Number.isFinite(t);

const areFacts = (facts: unknown): facts is readonly BareFact[] =>
	Array.isArray(facts) && facts.every(fact => typeof fact === 'object' && fact !== null);

const isHead = (report: unknown): report is Head =>
	typeof (report as Head | null)?.id === 'string' &&
	typeof (report as Head).source === 'string' &&
	typeof (report as Head).title === 'string' &&
	Number.isInteger((report as Head).revision);

function checksum(bytes: Uint8Array): string {
	return crc32(bytes).toString(16).padStart(8, '0');
}
