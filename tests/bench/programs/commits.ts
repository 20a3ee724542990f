// Opens a store, says so, and then, each time it is told to, commits one poll and answers how many milliseconds that took.
// Arguments: what keeps (`ours`, `append`, `lowdb`, `sqlite`), its folder, how many reports it holds at first.

import {isMainThread} from 'node:worker_threads';
import {runSealingThread} from '../../../store/sealing/thread.ts';
import {deskReports} from '../desk.ts';
import {keepers} from '../keepers.ts';

const perPoll = 50;

async function run(kind: string, directory: string, count: number): Promise<void> {
	const open = keepers[kind];
	if (!open) throw new Error(`commits: ${kind} keeps nothing`);
	const keeper = await open(directory, count, new URL(import.meta.url));
	let stored = count;
	const commit = async (): Promise<number> => {
		const reports = deskReports(stored, stored + perPoll, stored + perPoll, 10);
		stored += perPoll;
		const startedAt = performance.now();
		await keeper.commit(reports);
		return performance.now() - startedAt;
	};
	// All have run their code as often when the first is measured.
	for (let poll = 0; poll < 100; poll++) await commit();
	process.on('message', async (asked: {search?: string} | 'commit') => {
		if (asked === 'commit') process.send?.(await commit());
		else {
			const startedAt = performance.now();
			const found = await keeper.search(asked.search ?? '');
			process.send?.({ms: performance.now() - startedAt, found});
		}
	});
	process.on('disconnect', () => process.exit());
	process.send?.(0);
}

if (!isMainThread) runSealingThread();
else {
	const [kind = '', directory = '.', count = '0'] = process.argv.slice(2);
	await run(kind, directory, Number(count));
}
