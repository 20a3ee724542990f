import type {Kept, Store} from '../../store/store.ts';
import {clock as clockIn} from '../formats/wording.ts';
import type {NewSince} from '../panels/state.ts';
import {changes, newestFirst} from '../picture/changes.ts';
import type {Picture} from '../picture/picture.ts';
import {sourceChanges} from '../picture/source-changes.ts';
import {type Clock, isKnown} from '../picture/statement.ts';
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
 * dashboard was opened, until it is marked as seen.
 */

/** A look that is kept with keys is kept no more often than this, in life. */
const keptEveryMs = 60_000;
/** What was known at the last look, if read anew since, is drawn again no more often than this, nor for more than one part in twenty of the time. */
const redrawnEveryMs = 5000;
const restPerWork = 20;

export type Look = {
	/** Draws what was known at the last look, where that is missing. To be called before the picture itself is drawn, and once that can be seen. */
	prepare(clock: Clock): void;
	/** What is new in a picture since the last look; nothing where that does not lie before the moment of the picture. */
	since(picture: Picture, clock: Clock): NewSince;
	/** Somebody sees this picture of now. */
	seen(picture: Picture): void;
	/** All of this picture of now has been seen: what is new counts from here. */
	mark(picture: Picture): void;
	/** Keeps the last look. A store that cannot be written to does not hinder it. */
	close(): Promise<void>;
};

type Known = {readonly clock: Clock; picture: Picture; drawnAtMs: number; tookMs: number; isStale: boolean};

export function createLook(watch: Watch, clock: () => number): Look {
	const before = lastLookOf(watch.store);
	// A clock that has been put back since must not hide what comes until then.
	let at = before === null ? null : Math.min(before, clock());
	let known: Known | null = null;
	let counted = counting(watch.store.snapshot().kept, at, {asOf: null, asSeen: null});
	let seenAt: number | null = null;
	let keptAtMs: number | null = null;
	const {when} = clockIn(watch.profile.timezone);

	const beforeOf = ({asOf, asSeen}: Clock): Clock | null => {
		const moment = asOf ?? asSeen;
		return at === null || (moment !== null && moment <= at) ? null : {asOf, asSeen: at};
	};
	const keep = async (): Promise<void> => {
		if (seenAt === null) return;
		const kept = lastLookOf(watch.store);
		// Somebody has looked since, at another terminal.
		if (kept !== null && kept > seenAt && kept <= clock()) return;
		keptAtMs = performance.now();
		// A full disk must not keep anybody from looking, nor from leaving.
		await watch.store.commit({notes: {[note]: seenAt}}).catch(() => {});
	};

	return {
		prepare(moment) {
			const before = beforeOf(moment);
			if (before === null) return;
			const isOf = known && known.clock.asOf === before.asOf && known.clock.asSeen === before.asSeen;
			counted = follow(counted, watch.store.snapshot().kept, at, moment);
			if (known && isOf) {
				known.isStale ||= counted.isOldChanged;
				counted.isOldChanged = false;
				const restMs = Math.max(redrawnEveryMs, known.tookMs * restPerWork);
				if (!known.isStale || performance.now() - known.drawnAtMs < restMs) return;
			}
			const beganMs = performance.now();
			const picture = watch.picture(before);
			const drawnAtMs = performance.now();
			known = {clock: before, picture, drawnAtMs, tookMs: drawnAtMs - beganMs, isStale: false};
			counted.isOldChanged = false;
		},
		since(picture, moment) {
			const before = beforeOf(moment);
			if (before === null || at === null) return {at: null, count: 0, changes: []};
			const snapshot = watch.store.snapshot();
			counted = follow(counted, snapshot.kept, at, moment);
			const isOf = known && known.clock.asOf === before.asOf && known.clock.asSeen === before.asSeen;
			if (!known || !isOf) return {at, count: counted.count, changes: []};
			const names = new Map(picture.sources.map(({id, name}) => [id, name]));
			const span = {from: at, to: moment.asOf ?? moment.asSeen ?? picture.asOf};
			return {
				at,
				count: counted.count,
				changes: newestFirst([
					...changes({...known.picture, sources: []}, picture),
					...sourceChanges(historiesOf(snapshot.notes, names), span, when),
				]),
			};
		},
		seen({asOf}) {
			seenAt = Math.max(seenAt ?? 0, asOf);
			if (keptAtMs === null || performance.now() - keptAtMs >= keptEveryMs) void keep();
		},
		mark(picture) {
			at = picture.asOf;
			seenAt = at;
			known = {
				clock: {asOf: null, asSeen: at},
				picture,
				drawnAtMs: performance.now(),
				tookMs: 0,
				isStale: false,
			};
			void keep();
		},
		close: keep,
	};
}

/** Reports of a list that came in since the last look, kept up from one list to the next. */
type Counted = {
	readonly kept: readonly Kept[];
	readonly at: number | null;
	readonly clock: Clock;
	readonly count: number;
	/** True where what had come in before the last look is not what it was: read anew, or taken over from another store. */
	isOldChanged: boolean;
};

const counting = (kept: readonly Kept[], at: number | null, clock: Clock): Counted => ({
	kept,
	at,
	clock,
	count: at === null ? 0 : kept.reduce((sum, {report}) => sum + Number(isNew(report, at, clock)), 0),
	isOldChanged: false,
});

const isNew = (report: Kept['report'], at: number, clock: Clock): boolean =>
	report.firstSeenAt > at && isKnown(report, clock);

function follow(before: Counted, kept: readonly Kept[], at: number | null, clock: Clock): Counted {
	const isOf = before.at === at && before.clock.asOf === clock.asOf && before.clock.asSeen === clock.asSeen;
	if (isOf && before.kept === kept) return before;
	if (!isOf || at === null || kept.length < before.kept.length)
		return {...counting(kept, at, clock), isOldChanged: isOf};
	let {count, isOldChanged} = before;
	for (const [place, {report}] of kept.entries()) {
		const known = before.kept[place];
		if (known === kept[place]) continue;
		if (known && (known.report.id !== report.id || known.report.revision !== report.revision))
			return {...counting(kept, at, clock), isOldChanged: true};
		if (report.firstSeenAt <= at) isOldChanged = true;
		else if (!known && isKnown(report, clock)) count++;
	}
	return {kept, at, clock, count, isOldChanged};
}
