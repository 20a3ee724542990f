// Opens a store, draws its first picture, and says how long that took, how much memory is used, and what there was.
// Arguments: the store's folder, how many heads are held; with `--expose-gc`, memory is told after a collection.
import {createPictures} from '../../../source/picture/pictures.ts';
import {spanAt} from '../../../source/picture/windows.ts';
import {openStore} from '../../../store/open.ts';
import {deskNow, deskSitting} from '../desk.ts';
import {profile} from '../wire-copy.ts';

const [directory = '.', heads = '200000'] = process.argv.slice(2);
const sinceMs = 14 * 86_400_000;
const ours = {...profile, window: null, earlier: []};
const before = process.memoryUsage().rss;
const startedAt = performance.now();
const store = await openStore({
	directory,
	isReadOnly: true,
	mostHeads: Number(heads),
	span: spanAt(ours, {now: deskNow, sinceMs, from: null}),
});
const openedMs = performance.now() - startedAt;
const {kept, rest, count} = store.snapshot();
const pictures = createPictures(ours);
const picture = pictures.draw(kept, deskSitting(deskNow, sinceMs, {rest}));
const drawnMs = performance.now() - startedAt;
const atFirst = process.memoryUsage().rss;
await store.filled;
const filledMs = performance.now() - startedAt;
pictures.draw(store.snapshot().kept, deskSitting(deskNow, sinceMs, store.snapshot()));
globalThis.gc?.();
const memory = process.memoryUsage();
console.log(
	JSON.stringify({
		openedMs,
		drawnMs,
		filledMs,
		rssAtFirst: atFirst - before,
		rss: memory.rss - before,
		heap: memory.heapUsed,
		external: memory.arrayBuffers,
		held: kept.length,
		heldAfter: store.snapshot().kept.length,
		count,
		rows: picture.tally.rows.length,
		reports: picture.counts.reports,
	}),
);
await store.close();
