import type {Profile, Window} from '../profile/profile.ts';
import {type Head, toldAt} from '../reports/report.ts';
import {claimants} from './claimant.ts';
import {countBy} from './counts.ts';
import type {Picture, Reading} from './picture.ts';
import {overRevisions} from './revisions.ts';
import {type Clock, dayMs, isKnown, type Statement, saidAt} from './statement.ts';

/** Takes in what reports say, and gives each fact once per report, as a statement that comes and one that goes. */
export type Gathering = {
	/** Takes in a revision, or one that was read anew in the place of the former. */
	take(reading: Reading): void;
	/** Forgets a revision that was taken in. */
	leave(reading: Reading): void;
	/** Gives what was taken in since: order of the readings does not matter. */
	settle(): void;
	/**
	 * Sets another clock: what is later by it goes, what no longer is comes.
	 *
	 * @param all that was taken in, and has not left
	 */
	move(to: Clock, all: readonly Reading[]): void;
	readonly counts: Picture['counts'];
	/** Reports known, of a source. */
	reportsOf(source: string): number;
};

// A first total may be told with the hours before the window's first midnight: zones differ by up to a day.
const slackMs = dayMs;
// Last tolls of an event come weeks after it; what is told later is about another one.
const aftermathMs = 30 * dayMs;

/** When that may be told which a picture of an event is drawn from; `to` null: no end. */
export const spanOf = ({from, to}: Window): Window => ({
	from: from - slackMs,
	// A report may bear a date up to a day ahead of the clock that saw it.
	to: to === null ? null : to + aftermathMs + slackMs,
});

type Entry = {
	/** Oldest first. */
	readonly revisions: Reading[];
	newest: Reading;
	statements: readonly Statement[];
};

/**
 * @param begin what is later by this clock is passed over
 * @param window the event that is watched
 */
export function createGathering(
	profile: Profile,
	begin: Clock,
	window: Window,
	{come, go}: {come: (statement: Statement) => void; go: (statement: Statement) => void},
): Gathering {
	let clock = begin;
	const entries = new Map<string, Entry>();
	const stale = new Set<Entry>();
	// Reports by the id of the one that told their story first: where it comes or goes, it may change who speaks.
	const copies = new Map<string, Set<Entry>>();
	const origins = new Map<string, number>();
	const sources = new Map<string, number>();
	let facts = 0;

	const outletOf = (id: string): string | null => {
		const report = entries.get(id)?.newest.report;
		return report ? (report.outlet ?? report.source) : null;
	};
	const claimantOf = claimants(profile, outletOf);

	const count = ({newest: {report, facts: held}}: Entry, by: 1 | -1): void => {
		countBy(origins, report.origin, by);
		countBy(sources, report.source, by);
		facts += by * held.length;
	};

	const statementsOf = ({revisions}: Entry): Statement[] => {
		const statements: Statement[] = [];
		for (const {fact, first, last, droppedAt} of overRevisions(revisions)) {
			const told = tellingOf(first);
			if (fact.period === 'historical' || !isInWindow(first, told, window)) continue;
			const at = saidAt(fact, told);
			if (at < window.from - slackMs) continue;
			const {firstSeenAt} = first;
			statements.push({fact, report: last, claimant: claimantOf(fact.by, last), at, firstSeenAt, droppedAt});
		}
		return statements;
	};

	const staleCopiesOf = (id: string): void => {
		for (const copy of copies.get(id) ?? []) stale.add(copy);
	};

	const put = (reading: Reading): void => {
		const {id, revision, origin} = reading.report;
		let entry = entries.get(id);
		if (!entry) {
			entry = {revisions: [], newest: reading, statements: []};
			entries.set(id, entry);
			staleCopiesOf(id);
		} else count(entry, -1);
		const {revisions} = entry;
		const place = revisions.findIndex(({report}) => report.revision >= revision);
		if (place < 0) revisions.push(reading);
		else revisions.splice(place, revisions[place]!.report.revision === revision ? 1 : 0, reading);
		entry.newest = revisions.at(-1)!;
		count(entry, 1);
		stale.add(entry);
		if (origin === id) return;
		const others = copies.get(origin);
		if (others) others.add(entry);
		else copies.set(origin, new Set([entry]));
	};

	const drop = ({report: {id, revision}}: Reading): void => {
		const entry = entries.get(id)!;
		count(entry, -1);
		const {revisions} = entry;
		revisions.splice(
			revisions.findIndex(({report}) => report.revision === revision),
			1,
		);
		stale.add(entry);
		const newest = revisions.at(-1);
		if (newest) {
			entry.newest = newest;
			count(entry, 1);
			return;
		}
		entries.delete(id);
		staleCopiesOf(id);
	};

	return {
		take(reading) {
			if (isKnown(reading.report, clock)) put(reading);
		},
		leave(reading) {
			if (isKnown(reading.report, clock)) drop(reading);
		},
		move(to, all) {
			for (const reading of all) {
				const isIn = isKnown(reading.report, to);
				if (isIn !== isKnown(reading.report, clock)) (isIn ? put : drop)(reading);
			}
			clock = to;
		},
		settle() {
			for (const entry of stale) {
				for (const statement of entry.statements) go(statement);
				entry.statements = statementsOf(entry);
				for (const statement of entry.statements) come(statement);
			}
			stale.clear();
		},
		get counts() {
			return {reports: entries.size, origins: origins.size, facts};
		},
		reportsOf: source => sources.get(source) ?? 0,
	};
}

/** When a report told something: a feed that dates its items ahead must not hold the last word until then. */
const tellingOf = (report: Head) => Math.min(toldAt(report), report.firstSeenAt);

function isInWindow(report: Head, told: number, window: Window): boolean {
	if (told < window.from) return false;
	return window.to === null || Math.min(report.publishedAt ?? told, told) <= window.to + aftermathMs;
}
