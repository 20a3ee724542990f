import type {Kept, Snapshot, Store} from '../../store/store.ts';
import {clock as clockIn} from '../formats/wording.ts';
import type {NewSince} from '../panels/state.ts';
import {changes, newestFirst} from '../picture/changes.ts';
import type {Picture} from '../picture/picture.ts';
import {retoldIn} from '../picture/retold.ts';
import {sourceChanges} from '../picture/source-changes.ts';
import {type Clock, isKnown} from '../picture/statement.ts';
import {toldAt} from '../reports/report.ts';
import {historiesOf} from './source-history.ts';
import type {Watch} from './watch.ts';

const note = 'lastLookAt';

/** When somebody last looked at a store; null: nobody has. */
export function lastLookOf(store: Pick<Store, 'snapshot'>): number | null {
	const at = store.snapshot().notes.get(note);
	return typeof at === 'number' && Number.isFinite(at) ? at : null;
}

/*
 * The last look is when the dashboard was last seen by somebody: when it was opened, or when a key was last pressed in it, `q` too.
 * It is kept as it is opened, with the keys but not with each of them, and at the end: so a crash, or a machine that is switched
 * off at night, loses a minute at most and takes nobody's sleep for a look. What is new is told against the look before the
 * dashboard was opened, until it is marked as seen. Where nobody had looked before, all that the first round of polls brings
 * is how things stand, and what comes after it is new.
 */

/** A look that is kept with keys is kept no more often than this, in life. */
const keptEveryMs = 60_000;
/** What was known at the last look, if read anew since, is drawn again no more often than this, nor for more than one part in twenty of the time. */
const redrawnEveryMs = 5000;
const restPerWork = 20;

export type Look = {
	/** Draws what was known at the last look, where that is missing: to be called once there is something on the screen. */
	prepare(clock: Clock): void;
	/** What is new in a picture since the last look; nothing where that does not lie before the moment of the picture. */
	since(picture: Picture, clock: Clock): NewSince;
	/** Nobody had looked before, and nothing is compared with yet: `begin` is waited for. */
	isAwaiting(): boolean;
	/** Where nobody had looked before: how things stood when the first round of polls was over. What comes later is new. */
	begin(picture: Picture): void;
	/** Somebody sees this picture of now. */
	seen(picture: Picture): void;
	/** All of this picture of now has been seen: what is new counts from here. */
	mark(picture: Picture): void;
	/** Keeps the last look. A store that cannot be written to does not hinder it. */
	close(): Promise<void>;
};

/** What was known at the last look. */
type Known = {
	readonly clock: Clock;
	readonly picture: Picture;
	/** What was kept when it was drawn, or since without a change to what it was drawn from. */
	kept: readonly Kept[];
	readonly drawnAtMs: number;
	readonly tookMs: number;
};

export function createLook(watch: Watch, clock: () => number): Look {
	const before = lastLookOf(watch.store);
	// A clock that has been put back since must not hide what comes until then.
	let at = before === null ? null : Math.min(before, clock());
	// That of now stays while somebody walks through earlier moments.
	let live: Known | null = null;
	let isFirstLook = before === null;
	let past: Known | null = null;
	const countNew = counting();
	let seenAt: number | null = null;
	let keptAtMs: number | null = null;
	const {when} = clockIn(watch.profile.timezone);

	const beforeOf = ({asOf, asSeen}: Clock): Clock | null => {
		const moment = asOf ?? asSeen;
		return at === null || (moment !== null && moment <= at) ? null : {asOf, asSeen: at};
	};
	const knownAt = (before: Clock): Known | null =>
		[live, past].find(known => known !== null && isSameMoment(known.clock, before)) ?? null;
	const keep = async (): Promise<void> => {
		if (seenAt === null) return;
		const kept = lastLookOf(watch.store);
		// Somebody has looked since, at another terminal.
		if (kept !== null && kept > seenAt && kept <= clock()) return;
		keptAtMs = performance.now();
		// A full disk must not keep anybody from looking, nor from leaving.
		await watch.store.commit({notes: {[note]: seenAt}}).catch(() => {});
	};

	const from = (picture: Picture): void => {
		at = picture.asOf;
		const {kept} = watch.store.snapshot();
		live = {clock: {asOf: null, asSeen: at}, picture, kept, drawnAtMs: performance.now(), tookMs: 0};
		past = null;
	};

	return {
		prepare(moment) {
			const before = beforeOf(moment);
			if (before === null || at === null) return;
			const {kept} = watch.store.snapshot();
			const known = knownAt(before);
			if (known) {
				if (isSameUpTo(at, known, kept)) {
					known.kept = kept;
					return;
				}
				const restMs = Math.max(redrawnEveryMs, known.tookMs * restPerWork);
				if (performance.now() - known.drawnAtMs < restMs) return;
			}
			const beganMs = performance.now();
			const picture = watch.glance(before);
			const drawnAtMs = performance.now();
			const drawn = {clock: before, picture, kept, drawnAtMs, tookMs: drawnAtMs - beganMs};
			if (before.asOf === null) live = drawn;
			else past = drawn;
		},
		since(picture, moment) {
			const before = beforeOf(moment);
			if (before === null || at === null) return {at: null, isFirstLook, count: 0, changes: []};
			const snapshot = watch.store.snapshot();
			const count = countNew(snapshot, at, moment);
			const known = knownAt(before);
			if (!known) return {at, isFirstLook, count, changes: []};
			const names = new Map(picture.sources.map(({id, name}) => [id, name]));
			const span = {from: at, to: moment.asOf ?? moment.asSeen ?? picture.asOf};
			return {
				at,
				isFirstLook,
				count,
				changes: newestFirst([
					...changes({...known.picture, sources: []}, picture, retoldIn(snapshot.kept, moment)),
					...sourceChanges(historiesOf(snapshot.notes, names), span, when),
				]),
			};
		},
		seen({asOf}) {
			seenAt = Math.max(seenAt ?? 0, asOf);
			if (keptAtMs === null || performance.now() - keptAtMs >= keptEveryMs) void keep();
		},
		isAwaiting: () => at === null,
		begin: picture => {
			if (at === null) from(picture);
		},
		mark(picture) {
			isFirstLook = false;
			seenAt = picture.asOf;
			from(picture);
			void keep();
		},
		close: keep,
	};
}

const isSameMoment = (a: Clock, b: Clock): boolean => a.asOf === b.asOf && a.asSeen === b.asSeen;

/**
 * Whether what a picture was drawn from is the same in another list: not where some of it was read anew, or taken over from
 * another store. What it needs nothing of may come and go: what came in later, had been told before, or never had facts.
 */
function isSameUpTo(at: number, {kept: before, picture}: Known, kept: readonly Kept[]): boolean {
	if (before === kept) return true;
	const {from} = picture.window;
	const counts = ({report, facts}: Kept): boolean =>
		(facts.length > 0 || report.revision > 1) && report.firstSeenAt <= at && toldAt(report) >= from;
	let place = 0;
	for (const each of before) {
		if (!counts(each)) continue;
		while (place < kept.length && !counts(kept[place]!)) place++;
		if (kept[place++] !== each) return false;
	}
	return !kept.slice(place).some(counts);
}

/** Counts the revisions that came in since the last look and are known by a clock: anew only where what is kept, or the question, is another one. */
function counting(): (snapshot: Snapshot, at: number, clock: Clock) => number {
	const inMemory = remembering((kept: Snapshot['kept'], at, clock) => {
		let count = 0;
		for (const {report} of kept) if (report.firstSeenAt > at && isKnown(report, clock)) count++;
		return count;
	});
	const elsewhere = remembering(({seenUntil, count}: Snapshot['rest'], at, clock) =>
		seenUntil === null || seenUntil <= at
			? 0
			: count(clock).revisions - count({...clock, asSeen: at}).revisions,
	);
	return ({kept, rest}, at, clock) => inMemory(kept, at, clock) + elsewhere(rest, at, clock);
}

function remembering<Of>(
	make: (of: Of, at: number, clock: Clock) => number,
): (of: Of, at: number, clock: Clock) => number {
	let last: {of: Of; at: number; clock: Clock; is: number} | null = null;
	return (of, at, clock) => {
		if (last?.of !== of || last.at !== at || !isSameMoment(last.clock, clock))
			last = {of, at, clock, is: make(of, at, clock)};
		return last.is;
	};
}
