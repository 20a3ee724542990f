// Fills a store as a desk would that takes in ten thousand reports a day, one in ten of them about the conflict, and ends.
// Arguments: the store's folder, how many reports, and of how many one has facts.

import {isMainThread} from 'node:worker_threads';
import {openStore} from '../../../store/open.ts';
import {runSealingThread, sealingThread} from '../../../store/sealing/thread.ts';
import {deskReports} from '../desk.ts';

const perCommit = 1000;

async function fill(directory: string, count: number, oneIn: number): Promise<void> {
	const store = await openStore({
		directory,
		sealing: sealingThread(new URL(import.meta.url)),
		mostHeads: 20_000,
	});
	for (let stored = 0; stored < count; stored += perCommit)
		await store.commit({reports: deskReports(stored, Math.min(count, stored + perCommit), count, oneIn)});
	await store.sealAll(() => {});
	await store.close();
}

if (!isMainThread) runSealingThread();
else {
	const [directory = '.', count = '0', oneIn = '10'] = process.argv.slice(2);
	await fill(directory, Number(count), Number(oneIn));
}
