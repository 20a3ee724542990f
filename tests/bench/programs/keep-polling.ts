// Polls on and on into one store, as far as the store and the picture can tell, and says how much memory is used along the way.
// Arguments: the store's folder, how many reports in all, how many heads are held, after how many memory is told. With `--expose-gc`.
import {isMainThread} from 'node:worker_threads';
import {createPictures} from '../../../source/picture/pictures.ts';
import {spanAt} from '../../../source/picture/windows.ts';
import {openStore} from '../../../store/open.ts';
import {runSealingThread, sealingThread} from '../../../store/sealing/thread.ts';
import {deskNow, deskReports, deskSitting, perDay} from '../desk.ts';
import {profile} from '../wire-copy.ts';

const perPoll = 50;
const sinceMs = 3 * 86_400_000;

async function poll(directory: string, count: number, heads: number, every: number): Promise<void> {
	const ours = {...profile, window: null, earlier: []};
	const nowAt = (stored: number): number => deskNow - Math.round(((count - stored) / perDay) * 86_400_000);
	const span = spanAt(ours, {now: nowAt(0), sinceMs, from: null});
	const store = await openStore({
		directory,
		mostHeads: heads,
		wantsLead: true,
		sealing: sealingThread(new URL(import.meta.url)),
		clock: () => nowAt(stored),
		span,
	});
	const pictures = createPictures(ours);
	const told: {stored: number; heap: number; rss: number; held: number}[] = [];
	let stored = 0;
	while (stored < count) {
		await store.commit({reports: deskReports(stored, stored + perPoll, count, 10)});
		stored += perPoll;
		if (stored % 1000 === 0) {
			const now = nowAt(stored);
			await store.hold(spanAt(ours, {now, sinceMs, from: null}));
			const snapshot = store.snapshot();
			pictures.draw(snapshot.kept, deskSitting(now, sinceMs, snapshot));
		}
		if (stored % every === 0) {
			await new Promise(resolve => setImmediate(resolve));
			globalThis.gc?.();
			const {heapUsed, arrayBuffers, rss} = process.memoryUsage();
			told.push({stored, heap: heapUsed + arrayBuffers, rss, held: store.snapshot().kept.length});
		}
	}
	process.stdout.write(`${JSON.stringify(told)}\n`);
	await store.close();
}

if (!isMainThread) runSealingThread();
else {
	const [directory = '.', count = '0', heads = '0', every = '0'] = process.argv.slice(2);
	await poll(directory, Number(count), Number(heads), Number(every));
}
