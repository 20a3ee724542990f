// Fills a store, says so, and then, each time it is told to, commits one poll and answers how many milliseconds that took.
// Arguments: the store's folder, how many reports it holds at first.
import {openStore} from '../../../store/open.ts';
import {likeKept} from '../wire-copy.ts';

const [directory = '.', count = '0'] = process.argv.slice(2);
const perPoll = 50;

// Elsewhere first: the young store's process must have run the same code as often as the full one's, or it looks slow.
const elsewhere = await openStore({directory: `${directory}-elsewhere`});
for (let poll = 0; poll < 300; poll++)
	await elsewhere.commit({reports: likeKept(poll * perPoll, (poll + 1) * perPoll)});
await elsewhere.close();

const store = await openStore({directory});
let stored = 0;
while (stored < Number(count)) {
	const until = Math.min(stored + 1000, Number(count));
	await store.commit({reports: likeKept(stored, until)});
	stored = until;
}
process.on('message', async () => {
	const reports = likeKept(stored, stored + perPoll);
	stored += perPoll;
	const startedAt = performance.now();
	await store.commit({reports});
	process.send?.(performance.now() - startedAt);
});
process.on('disconnect', () => process.exit());
process.send?.(0);
