import {execFile} from 'node:child_process';
import path from 'node:path';
import {promisify} from 'node:util';
import type {Bench, Row} from './bench.ts';

const run = promisify(execFile);

type Told = {readonly stored: number; readonly heap: number; readonly rss: number; readonly held: number};

/** Memory while reports come in on and on, with few heads held: later against earlier. */
export async function measure({program, folder, isQuick}: Bench): Promise<Row[]> {
	const [count, heads] = isQuick ? [12_000, 1000] : [300_000, 10_000];
	const every = count / 6;
	const {stdout} = await run(
		process.execPath,
		[
			'--expose-gc',
			program('keep-polling'),
			path.join(folder, 'store'),
			String(count),
			String(heads),
			String(every),
		],
		{maxBuffer: 1 << 26},
	);
	const told: Told[] = JSON.parse(stdout);
	const [early, last] = [told[2]!, told.at(-1)!];
	const note = `after ${last.stored.toLocaleString('en')} reports, ${heads.toLocaleString('en')} heads held and three days in the picture, against after ${early.stored.toLocaleString('en')}`;
	return [
		{
			name: 'heap while reports come in',
			ours: last.heap / 2 ** 20,
			baseline: early.heap / 2 ** 20,
			unit: 'MB',
			aim: 1.25,
			note: `${note}; the index takes 24 bytes for each report`,
		},
		{
			name: 'memory while reports come in',
			ours: last.rss / 2 ** 20,
			baseline: early.rss / 2 ** 20,
			unit: 'MB',
			aim: 1.25,
			note: `${note}; all of the process, with the thread that seals`,
		},
	];
}
