import type {Commit, Store} from '../../store/store.ts';
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
import {newcomers} from './newcomers.ts';
import {type Pace, pacer} from './pace.ts';
import type {Reading} from './reading.ts';
import {allReadBy, type Left, readAgain} from './reading-again.ts';
import {stepNote} from './source-history.ts';

/** Stories older than this are not looked for: origins are told apart within three days. */
const originWindowMs = 72 * 3_600_000;
/** More stories than this the origins do not remember. */
const mostStories = 20_000;
/** Reports of which the revisions are remembered: more than the sources offer at once. */
const mostKnown = 20_000;

/** A report with what was read from it, as a commit takes it. */
export type Arrived = {
	readonly report: Report;
	readonly facts: readonly Fact[];
	readonly reader: string;
	/** Set where another store had dropped its text: what is read from it is read from its title. */
	readonly without?: 'not kept';
	/** Set where the revision is kept, and its text, which was damaged, has come again. */
	readonly isMended?: boolean;
};

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
	 * @param isTextless whether that store had dropped its text
	 */
	takeReports(
		reports: readonly Report[],
		isKept?: (report: Report) => boolean,
		isTextless?: (report: Report) => boolean,
	): Promise<number>;
	/** Reads again, newest first and in slices, what another version of the reader read; goes on where it was stopped. */
	readAgain(isStopped: () => boolean, onProgress?: (left: Left) => void): Promise<void>;
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
	// The one that was asked for longest ago is the first, and the first to go.
	const known = new Map<string, readonly Head[]>();
	let newest = store.snapshot().kept.at(-1) ?? null;
	/** All revisions of an item, oldest first, kept up with what other instances bring. */
	const revisionsOf = async (id: string): Promise<readonly Head[]> => {
		const {kept} = store.snapshot();
		if (kept.at(-1) !== newest) {
			for (const {report} of newcomers(kept, newest?.report ?? null)) note(report);
			newest = kept.at(-1) ?? null;
		}
		const revisions = known.get(id) ?? (await store.revisions(id)).map(({report}) => report);
		known.delete(id);
		known.set(id, revisions);
		if (known.size > mostKnown) known.delete(known.keys().next().value!);
		return revisions;
	};
	/** Adds to what is remembered of an item: what is on its way to the disk counts as kept. */
	const note = (report: Head): void => {
		const revisions = known.get(report.id);
		if (!revisions || revisions.some(({revision}) => revision === report.revision)) return;
		known.set(
			report.id,
			[...revisions, report].sort((a, b) => a.revision - b.revision),
		);
	};
	/** What the disk refuses may not even be held by the store: whether it is known is for the store to say again. */
	const commit = (commit: Commit): Promise<void> =>
		store.commit(commit).catch((error: unknown) => {
			for (const {report} of commit.reports ?? []) known.delete(report.id);
			throw error;
		});
	let again: Promise<void> = Promise.resolve();
	let restoring: Promise<void> | null = null;
	/** Tells the origins the stories of the last days that an earlier run has kept, in order of arrival, once, before the first new report is placed. */
	const restore = async (now: number): Promise<void> => {
		// Until then the newest may be missing.
		await store.filled;
		const {kept, count} = store.snapshot();
		const isLate = ({report}: {report: Head}): boolean => toldAt(report) > now - originWindowMs;
		// An import may have brought older ones since: by the time of arrival alone nobody can tell where they begin.
		let place = kept.length;
		for (let at = kept.length - 1, stories = 0; at >= 0 && stories < mostStories; at--)
			if (isLate(kept[at]!)) {
				place = at;
				stories++;
			}
		if (place === kept.length) return;
		// What is not in memory stands before what is: it is not walked through for the sake of one.
		const before = kept[place - 1] ?? (kept.length < count ? kept[place]! : null);
		const pace = pacer();
		for await (const slice of store.walk({
			order: 'oldest first',
			withTexts: true,
			from: before?.report ?? null,
		}))
			for (const each of slice) {
				if (each.text !== null && isLate(each.kept)) origins.restore({...each.kept.report, text: each.text});
				await pace();
			}
	};
	/** What the first reports of a store bring with them. */
	const firstNote = (arrived: readonly Arrived[]) =>
		store.snapshot().count === 0 && arrived[0] ? allReadBy(arrived[0].reader) : {};
	const arrive = async (
		report: Report,
		pace: Pace,
		{isPlaced, isTextless} = {isPlaced: false, isTextless: false},
	): Promise<Arrived> => {
		const {read, reader} = await reading();
		// Without its text it tells no story from another.
		if (isPlaced && !isTextless) origins.restore(report);
		const placed = isPlaced ? report : {...report, origin: origins.place(report)};
		note(placed);
		const facts = await read(placed, toldAt(placed), pace);
		return {report: placed, facts, reader, ...(isTextless ? {without: 'not kept' as const} : {})};
	};

	/** Whether a report is that of a revision that is kept, and whose text is damaged: then its text is taken in again. */
	const isDamaged = async ({id, revision, fingerprint}: Report, known: readonly Head[]): Promise<boolean> =>
		known.some(each => each.revision === revision && each.fingerprint === fingerprint) &&
		store.snapshot().damage.some(({isRepaired}) => !isRepaired) &&
		(await store.whyNoText(id, revision)) === 'damaged';

	return {
		async takeItems(source, items, memory, now) {
			restoring ??= restore(now);
			await restoring;
			const arrived: Arrived[] = [];
			const pace = pacer();
			// Feeds list the newest first; taken in from the oldest, an origin is the one that came first.
			for (const item of [...items].reverse()) {
				const id = reportId(source.id, item.identity);
				const report = reportOf(item, source, (await revisionsOf(id)).at(-1) ?? null, now);
				if (!report) continue;
				const whole = source.full && article && report.url ? await article(item, source) : null;
				const full = whole ? withArticle(report, whole) : report;
				arrived.push(await arrive(full, pace));
				await pace();
			}
			await commit({
				reports: arrived,
				sources: [arrived.length > 0 ? {...memory, lastNewAt: now} : memory],
				notes: {...stepNote(store.snapshot().notes, memory, now), ...firstNote(arrived)},
			});
			return arrived;
		},

		async takeReports(reports, isKept = () => false, isTextless = () => false) {
			restoring ??= restore(Math.min(...reports.map(toldAt)));
			await restoring;
			const arrived: Arrived[] = [];
			const pace = pacer();
			for (const report of reports) {
				const known = await revisionsOf(report.id);
				const isMended = !isTextless(report) && (await isDamaged(report, known));
				const revision = isMended ? report.revision : revisionOf(report, known, isKept(report));
				if (revision === null) continue;
				const how = {isPlaced: isKept(report), isTextless: isTextless(report)};
				const one = await arrive({...report, revision}, pace, how);
				arrived.push(isMended ? {...one, isMended} : one);
				await pace();
			}
			await commit({reports: arrived, notes: firstNote(arrived)});
			return arrived.length;
		},

		readAgain(isStopped, onProgress) {
			const read = reading().then(made => readAgain(store, made, isStopped, onProgress));
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
