import type {Fact} from '../facts/fact.ts';
import {toldAt} from '../reports/report.ts';
import {isSameFact, linkOf, outletOf} from './evidence.ts';
import type {Picture, Reading} from './picture.ts';
import {type Clock, isKnown} from './statement.ts';

/** What the revisions behind a picture tell of a fact, beyond what the picture holds. */
export type Retold = {
	/** The newest revision of a report; null: not known. */
	newest(report: string): Reading | null;
	/** When a revision that holds the fact first came in here; null: not known. */
	firstSeenAt(fact: Fact): number | null;
};

/** For pictures of which nothing is at hand but themselves. */
export const notRetold: Retold = {newest: () => null, firstSeenAt: () => null};

/**
 * Looks into what is kept when it is asked, and keeps nothing itself.
 *
 * @param clock that of the picture: what came later is not looked at
 */
export function retoldIn(readings: readonly Reading[], clock: Clock): Retold {
	const revisions = (id: string) => readings.filter(({report}) => report.id === id && isKnown(report, clock));
	return {
		newest: id =>
			revisions(id).reduce<Reading | null>(
				(newest, each) => (newest && newest.report.revision > each.report.revision ? newest : each),
				null,
			),
		firstSeenAt: fact => {
			const seen = revisions(fact.report.id)
				.filter(({facts}) => facts.some(other => isSameFact(other, fact)))
				.map(({report}) => report.firstSeenAt);
			return seen.length > 0 ? Math.min(...seen) : null;
		},
	};
}

/** Where something was taken back: the revision of its report that no longer says it. */
export type TakenBack = {
	readonly at: number;
	readonly firstSeenAt: number;
	readonly outlet: string;
	readonly link: string | null;
};

/** Null where the report still holds the fact, or its revisions are not at hand. */
export function takenBackIn(picture: Picture, fact: Fact, {newest}: Retold): TakenBack | null {
	const now = newest(fact.report.id);
	if (!now || now.facts.some(other => isSameFact(other, fact))) return null;
	return {
		at: toldAt(now.report),
		firstSeenAt: now.report.firstSeenAt,
		outlet: now.report.outlet ?? outletOf(picture, fact),
		link: linkOf(fact),
	};
}
