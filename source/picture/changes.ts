import type {Fact} from '../facts/fact.ts';
import {claimChanges} from './claim-changes.ts';
import type {Picture} from './picture.ts';
import {notRetold, type Retold} from './retold.ts';
import {healthChanges} from './source-changes.ts';
import {tollChanges} from './toll-changes.ts';
import {truceChanges} from './truce-changes.ts';

/** One thing that is new between two pictures, as one sentence with where it comes from. */
export type Change = {
	/** The same however often, and by however many copies, it is found. */
	readonly id: string;
	/** `toll`: what one claimant says of one row. `range`: low, best or high of a row, where no claimant says anything new. */
	readonly kind: 'toll' | 'range' | 'silence' | 'ceasefire' | 'claim' | 'source';
	/** Stands alone: whose, what, who says it, what stood before. */
	readonly text: string;
	/** When it was said, or when a source was lost or came back; null where that is not known. */
	readonly at: number | null;
	/** When it first came in here; null where that is not known, and of a source. */
	readonly firstSeenAt: number | null;
	/** The fact behind it; of a source, null. */
	readonly fact: Fact | null;
	/** Who published it, for people; of a source, null. */
	readonly outlet: string | null;
	/** Where it was published, http or https; null where there is none. */
	readonly link: string | null;
	/** Id of the source that was lost or is back; of all else, null. */
	readonly source: string | null;
};

/**
 * What is new in a picture against an earlier one of the same conflict, newest first; of one time, tolls come before words and words before sources.
 *
 * Copies of what was known are not new, nor is a claimant that is named otherwise. Where the earlier picture is of an event that was
 * over before this one began, all of this one is new.
 *
 * @param retold the revisions behind the later picture, for when and where something was taken back
 */
export function changes(before: Picture, after: Picture, retold: Retold = notRetold): Change[] {
	const known = before.window.to < after.window.from ? withoutEvent(before) : before;
	return newestFirst([
		...tollChanges(known, after, retold),
		...truceChanges(known, after, retold),
		...claimChanges(known, after, retold),
		...healthChanges(before.sources, after.sources),
	]);
}

/** Newest first, what has no time last; of one time in the order given. */
export const newestFirst = (list: readonly Change[]): Change[] =>
	list.toSorted((a, b) => (b.at ?? Number.NEGATIVE_INFINITY) - (a.at ?? Number.NEGATIVE_INFINITY) || 0);

const withoutEvent = (picture: Picture): Picture => ({
	...picture,
	tally: {rows: []},
	ceasefire: {
		...picture.ceasefire,
		status: 'none',
		renewals: 0,
		since: null,
		lastViolationAt: null,
		speakers: [],
		violations: {},
		events: [],
	},
	claims: {},
});
