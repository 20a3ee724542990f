import {readdirSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {type Bench, inTurn, median, type Row} from './bench.ts';
import {filledStore, type Opened, openedStore} from './stores.ts';

/** From nothing to the first picture, and what is in memory then. */
export async function measure(bench: Bench): Promise<Row[]> {
	const many = bench.isQuick ? 5000 : 100_000;
	return [
		...(await opening(bench, await filledStore(bench, many), `${many.toLocaleString('en')}`, 0.8)),
		...(await opening(
			bench,
			await filledStore(bench, many, 1),
			`${many.toLocaleString('en')}, facts in each`,
			null,
		)),
	];
}

/** @param mostSeconds within which the first picture is aimed at on a machine of two slow cores */
export async function opening(
	bench: Bench,
	directory: string,
	what: string,
	mostSeconds: number | null,
): Promise<Row[]> {
	const took = await inTurn(bench.isQuick ? 1 : 5, {
		ours: () => openedStore(bench, directory),
		bytes: () => readAll(directory),
	});
	const of = (pick: (opened: Opened) => number): number => median(took.ours.map(pick));
	const first = took.ours[0]!;
	return [
		{
			name: `open to the first picture at ${what}`,
			ours: of(({drawnMs}) => drawnMs),
			baseline: median(took.bytes),
			unit: 'ms',
			aim: null,
			note: `${first.held.toLocaleString('en')} revisions read for it; all that fits into memory after ${Math.round(of(({filledMs}) => filledMs))} ms${mostSeconds === null ? '' : `; aimed at within ${mostSeconds} s`}; against reading all bytes of the store`,
		},
		{
			name: `memory after opening ${what}`,
			ours: of(({rss}) => rss) / 2 ** 20,
			baseline: median(took.ours.map(({count}) => count * bytesEach)) / 2 ** 20,
			unit: 'MB',
			aim: null,
			note: 'with the picture, after a garbage collection; against the bytes of all reports as JSON',
		},
	];
}

const bytesEach = 3300;

async function readAll(directory: string): Promise<number> {
	const startedAt = performance.now();
	for (const folder of ['sealed', 'journal'])
		for (const file of readdirSync(path.join(directory, folder)))
			await readFile(path.join(directory, folder, file));
	return performance.now() - startedAt;
}
