import {readFile} from 'node:fs/promises';
import path from 'node:path';
import type {Bench, Row} from './bench.ts';
import {startInTerminal} from './pseudo-terminal.ts';

/** What is kept of frames that are gone. */
export async function measure({program, folder, isQuick}: Bench): Promise<Row[]> {
	const [early, late] = isQuick ? [50, 150] : [1000, 3000];
	const file = path.join(folder, 'heap.json');
	const started = startInTerminal(['--expose-gc', program('frames'), file, String(early), String(late)]);
	try {
		await started.ended(10 * 60_000);
	} finally {
		await started.quit();
	}
	const heap: {early: number; late: number; drawn: number} = JSON.parse(await readFile(file, 'utf8'));
	return [
		{
			name: `heap after ${late.toLocaleString('en')} changed frames`,
			ours: heap.late / 2 ** 20,
			baseline: heap.early / 2 ** 20,
			unit: 'MB',
			aim: 1.1,
			note: `after garbage collection, 160 by 50, other text in each of ${heap.drawn.toLocaleString('en')} frames; against ${early.toLocaleString('en')} frames`,
		},
	];
}
