import {type ChildProcess, fork} from 'node:child_process';
import path from 'node:path';
import {type Bench, inTurn, median, type Row} from './bench.ts';

/** A commit of one poll into a full store, against the same into a young one. */
export async function measure({program, folder, isQuick}: Bench): Promise<Row[]> {
	const few = 1000;
	const many = isQuick ? 10_000 : 100_000;
	// Each in a process of its own: a large heap must not slow the small store too.
	const stores = [few, many].map(count =>
		fork(program('commits'), [path.join(folder, `store-${count}`), String(count)]),
	) as [ChildProcess, ChildProcess];
	try {
		const [young, full] = stores;
		await Promise.all(stores.map(store => answer(store)));
		const commit = async (store: ChildProcess): Promise<number> => {
			store.send('commit');
			return answer(store);
		};
		const takes = {full: () => commit(full), young: () => commit(young)};
		await inTurn(2, takes);
		const took = await inTurn(isQuick ? 5 : 21, takes);
		return [
			{
				name: `commit at ${many.toLocaleString('en')} stored reports`,
				ours: median(took.full),
				baseline: median(took.young),
				unit: 'ms',
				aim: 2,
				note: `50 reports of 2 kB with their facts, until they are on disk; against ${few.toLocaleString('en')} stored`,
			},
		];
	} finally {
		for (const store of stores) store.kill();
	}
}

/** What a store says next; rejects where it ended instead. */
function answer(store: ChildProcess): Promise<number> {
	return new Promise((resolve, reject) => {
		const ended = (code: number | null) => reject(new Error(`commit: the store ended with ${code}`));
		store.once('exit', ended);
		store.once('message', said => {
			store.off('exit', ended);
			resolve(Number(said));
		});
	});
}
