import {type Bench, inTurn, median, type Row, type Skipped} from './bench.ts';
import {opening} from './open.ts';
import {filledStore, keeping} from './stores.ts';

/** A million reports: opening, memory, a commit, a search. Filling alone takes minutes. */
export async function measure(bench: Bench): Promise<(Row | Skipped)[]> {
	const many = bench.isQuick ? 3000 : 1_000_000;
	const directory = await filledStore(bench, many);
	const rows = await opening(bench, directory, many.toLocaleString('en'), 1.5);
	const ours = await keeping(bench, 'ours', many, directory);
	const append = await keeping(bench, 'append', 1000);
	try {
		const took = await inTurn(bench.isQuick ? 3 : 41, {ours: ours.commit, append: append.commit});
		for (let round = 0; round < 3; round++) await ours.search('killed');
		const common = await ours.search('killed');
		const rare = await ours.search('4321');
		const rareAgain = await ours.search('4321');
		return [
			...rows,
			{
				name: `commit at ${many.toLocaleString('en')} stored reports`,
				ours: median(took.ours),
				baseline: median(took.append),
				unit: 'ms',
				aim: 3,
				note: 'a poll of 50 reports of 2 kB with their facts; against a line of JSON each, and one sync',
			},
			{
				name: `search in ${many.toLocaleString('en')}`,
				ours: rareAgain.ms,
				baseline: rare.ms,
				unit: 'ms',
				aim: null,
				note: `a rare word again, against the first time; a common one, warm, takes ${common.ms.toFixed(1)} ms`,
			},
		];
	} finally {
		ours.end();
		append.end();
	}
}
