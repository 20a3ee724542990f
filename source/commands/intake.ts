import type {Store} from '../../store/store.ts';
import type {Fact} from '../facts/fact.ts';
import type {Origins} from '../reports/origins.ts';
import {
	type Head,
	type Item,
	type Report,
	reportId,
	reportOf,
	toldAt,
	withArticle,
} from '../reports/report.ts';
import type {Source, SourceMemory} from '../sources/source.ts';
import type {Reading} from './reading.ts';
import {stepNote} from './source-history.ts';

/** Stories older than this are not looked for: origins are told apart within three days. */
const originWindowMs = 72 * 3_600_000;
/** How long reading may hold the screen before it gives way. */
const sliceMs = 8;

/** How many reports read again are written at once: more would hold the screen while they are made into lines. */
const committedAtOnce = 50;

/** A report with what was read from it, as a commit takes it. */
export type Arrived = {readonly report: Report; readonly facts: readonly Fact[]; readonly reader: string};

export type Intake = {
	/** Takes in what one poll of a source brought; settles with what was new once it is on disk. */
	takeItems(
		source: Source,
		items: readonly Item[],
		memory: SourceMemory,
		now: number,
	): Promise<readonly Arrived[]>;
	/**
	 * Takes in reports that are reports already; settles with how many were new.
	 *
	 * @param isKept whether a report comes out of another store: then its revision and its origin are taken as they stand
	 */
	takeReports(reports: readonly Report[], isKept?: (report: Report) => boolean): Promise<number>;
	/** Reads again, newest first and in slices, what another version of the reader read. */
	readAgain(isStopped: () => boolean, onProgress?: (left: number) => void): Promise<void>;
	/** Settles when nothing is being read again. */
	settled(): Promise<void>;
};

/**
 * The way of a report from an answer to the disk: told from what is known, given its origin, read, kept.
 *
 * @param reading what reads them; asked for when there is something to read
 * @param article the whole article behind an item, for sources that ask for it; null where there is none to be had
 */
export function createIntake({
	store,
	reading,
	origins,
	article,
}: {
	store: Store;
	reading: () => Promise<Reading>;
	origins: Origins;
	article: ((item: Item, source: Source) => Promise<{text: string; isCut: boolean} | null>) | null;
}): Intake {
	const known = new Map<string, Head[]>();
	let counted = 0;
	/** All revisions of an item, oldest first, kept up with what other instances bring. */
	const revisionsOf = (id: string): readonly Head[] => {
		const {kept} = store.snapshot();
		for (; counted < kept.length; counted++) note(kept[counted]!.report);
		return known.get(id) ?? [];
	};
	const note = (report: Head): void => {
		const revisions = known.get(report.id) ?? [];
		if (revisions.some(({revision}) => revision === report.revision)) return;
		known.set(
			report.id,
			[...revisions, report].sort((a, b) => a.revision - b.revision),
		);
	};
	let again: Promise<void> = Promise.resolve();
	let restoring: Promise<void> | null = null;
	/** Tells the origins what an earlier run has kept, once, before the first new report is placed. */
	const restore = async (now: number): Promise<void> => {
		const pace = pacer();
		for (const {report} of store
			.snapshot()
			.kept.filter(({report}) => toldAt(report) > now - originWindowMs)) {
			const text = await store.text(report.id, report.revision);
			if (text !== null) origins.restore({...report, text});
			await pace();
		}
	};
	const arrive = async (report: Report, pace: Pace, isPlaced = false): Promise<Arrived> => {
		const {read, reader} = await reading();
		if (isPlaced) origins.restore(report);
		const placed = isPlaced ? report : {...report, origin: origins.place(report)};
		note(placed);
		return {report: placed, facts: await read(placed, toldAt(placed), pace), reader};
	};

	const readAgain: Intake['readAgain'] = async (isStopped, onProgress) => {
		const {read, reader, isCurrent} = await reading();
		const stale = store
			.snapshot()
			.kept.filter(kept => !isCurrent(kept.reader))
			.reverse();
		const pace = pacer();
		let done: {id: string; revision: number; facts: Fact[]; reader: string}[] = [];
		for (const [index, kept] of stale.entries()) {
			if (isStopped()) break;
			const text = await store.text(kept.report.id, kept.report.revision);
			if (text !== null)
				done.push({
					id: kept.report.id,
					revision: kept.report.revision,
					facts: await read({...kept.report, text}, toldAt(kept.report), pace),
					reader,
				});
			if (done.length === committedAtOnce) {
				await store.commit({facts: done});
				done = [];
				onProgress?.(stale.length - index - 1);
			}
			await pace();
		}
		if (done.length > 0) await store.commit({facts: done});
		onProgress?.(0);
	};

	return {
		async takeItems(source, items, memory, now) {
			restoring ??= restore(now);
			await restoring;
			const arrived: Arrived[] = [];
			const pace = pacer();
			// Feeds list the newest first; taken in from the oldest, an origin is the one that came first.
			for (const item of [...items].reverse()) {
				const id = reportId(source.id, item.identity);
				const report = reportOf(item, source, revisionsOf(id).at(-1) ?? null, now);
				if (!report) continue;
				const whole = source.full && article && report.url ? await article(item, source) : null;
				const full = whole ? withArticle(report, whole) : report;
				arrived.push(await arrive(full, pace));
				await pace();
			}
			await store.commit({
				reports: arrived,
				sources: [arrived.length > 0 ? {...memory, lastNewAt: now} : memory],
				notes: stepNote(store.snapshot().notes, memory, now),
			});
			return arrived;
		},

		async takeReports(reports, isKept = () => false) {
			restoring ??= restore(Math.min(...reports.map(toldAt)));
			await restoring;
			const arrived: Arrived[] = [];
			const pace = pacer();
			for (const report of reports) {
				const revision = revisionOf(report, revisionsOf(report.id), isKept(report));
				if (revision === null) continue;
				arrived.push(await arrive({...report, revision}, pace, isKept(report)));
				await pace();
			}
			await store.commit({reports: arrived});
			return arrived.length;
		},

		readAgain(isStopped, onProgress) {
			const read = readAgain(isStopped, onProgress);
			// A failure is told to whoever asked for it.
			again = read.catch(() => {});
			return read;
		},

		settled: () => again,
	};
}

/**
 * The revision that an offered report becomes beside those that are kept of its id; null where it says nothing new.
 *
 * Another text under a revision that is taken is a later one. Of what was kept elsewhere the number itself is known, so that
 * a text that came back after a change is not lost, in whatever order the revisions come.
 */
function revisionOf(report: Report, revisions: readonly Head[], isKept: boolean): number | null {
	const same = revisions.find(({revision}) => revision === report.revision);
	if (isKept && !same) return report.revision;
	if (revisions.some(({fingerprint}) => fingerprint === report.fingerprint)) return null;
	return same ? revisions.at(-1)!.revision + 1 : report.revision;
}

type Pace = () => Promise<void>;

/** Gives way to keys and frames whenever a slice of time is used up. */
function pacer(): Pace {
	let since = performance.now();
	return async () => {
		if (performance.now() - since < sliceMs) return;
		await new Promise(resolve => setImmediate(resolve));
		since = performance.now();
	};
}
