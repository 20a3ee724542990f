import path from 'node:path';
import {openStore} from '../../store/open.ts';
import {type Bench, inTurn, median, type Row} from './bench.ts';
import {startInTerminal, tallyRow} from './pseudo-terminal.ts';
import {keptReports} from './wire-copy.ts';

/** Start to first frame with a full store, against an Ink program that writes one line. */
export async function measure({command, program, folder, isQuick}: Bench): Promise<Row[]> {
	const stored = 10_000;
	const directory = path.join(folder, 'store');
	const store = await openStore({directory});
	let facts = 0;
	for (let from = 0; from < stored; from += 1000) {
		const reports = keptReports(from, from + 1000);
		facts += reports.reduce((sum, report) => sum + report.facts.length, 0);
		await store.commit({reports});
	}
	await store.close();

	const env = {TRUCEWATCH_HOME: path.join(folder, 'home')};
	const ours = async () => {
		const started = startInTerminal([command, '--store', directory, '--no-poll'], env);
		try {
			const firstMs = await started.seen(/\S/);
			return {firstMs, tallyMs: await started.seen(tallyRow)};
		} finally {
			await started.quit();
		}
	};
	const hello = async () => {
		const started = startInTerminal([program('hello')]);
		try {
			return await started.seen(/Hello/);
		} finally {
			await started.quit();
		}
	};
	// Once for the caches of the disk.
	await inTurn(1, {ours, hello});
	const took = await inTurn(isQuick ? 2 : 11, {ours, hello});
	const baseline = median(took.hello);
	const what = `${stored.toLocaleString('en')} reports of 2 kB, ${(facts / stored).toFixed(1)} facts each`;
	return [
		{
			name: 'start to the first frame with the tally',
			ours: median(took.ours.map(({tallyMs}) => tallyMs)),
			baseline,
			unit: 'ms',
			aim: 2,
			note: `${what}; against an Ink hello, bundled the same way`,
		},
		{
			name: 'start to the first frame of any kind',
			ours: median(took.ours.map(({firstMs}) => firstMs)),
			baseline,
			unit: 'ms',
			aim: null,
			note: 'the same runs; the store may still be opening',
		},
	];
}
