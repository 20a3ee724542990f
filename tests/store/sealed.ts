import {readdirSync} from 'node:fs';
import path from 'node:path';
import type {Report} from '../../source/reports/report.ts';
import {encodeReport, type Line} from '../../store/format.ts';
import type {Io} from '../../store/io.ts';
import {build} from '../../store/sealed/build.ts';
import {createCache} from '../../store/sealed/cache.ts';
import {salvage} from '../../store/sealed/mend.ts';
import {bytesInMemory, segmentOf} from '../../store/sealed/segment.ts';
import type {Table} from '../../store/sealed/table.ts';
import {fact} from './samples.ts';

/** The same numbers for the same seed, between 0 and 1. */
export function numbers(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}

/** A text that compresses as poorly as news does: words of its own making, in no order. */
export function newsLike(random: () => number, words: number): string {
	const letters = 'абвгдежзиклмнопрстуфхцчшыэюяetaoinshrdlu';
	return Array.from({length: words}, () =>
		Array.from({length: 2 + random() * 9}, () => letters[Math.floor(random() * letters.length)]).join(''),
	).join(' ');
}

/** The line of a report, with a fact where wanted. */
export function lineOf(of: Report, t: number, withFact = true): Buffer {
	const {text, ...report} = of;
	const facts = withFact ? [fact(of)].map(({report: _, ...bare}) => bare) : [];
	const line: Line = {k: 'r', t, reader: '1', report, facts: []};
	return encodeReport(line, JSON.stringify(facts), text);
}

/** A sealed file of these lines. */
export const sealedFile = (lines: readonly Buffer[], name = '20260101T000000Z-00000000-0.seg') =>
	build(lines, {name, from: ['20260101T000000Z-00000001-0.jsonl'], set: 'a', part: 1, parts: 1});

export const tableOf = (bytes: Buffer): Promise<Table> =>
	segmentOf('x', bytesInMemory(bytes), createCache<Buffer>(0)).table();

/** All lines in the sealed files of a store, as they stood in their journals, sorted. */
export async function linesIn(io: Pick<Io, 'names'>, directory: string, readFile: (name: string) => Buffer) {
	const names = (await io.names(path.join(directory, 'sealed'))).filter(name => name.endsWith('.seg'));
	return names
		.flatMap(name => salvage(readFile(path.join(directory, 'sealed', name))).lines.map(String))
		.sort();
}

/** Names of files with an ending, in a folder of a store; none where there is no folder. */
export function namesIn(directory: string, folder: string, ending: string): string[] {
	try {
		return readdirSync(path.join(directory, folder)).filter(name => name.endsWith(ending));
	} catch {
		return [];
	}
}
