import type {Ceasefire} from '../facts/fact.ts';
import {hourMs, type Statement} from './statement.ts';

/** One truce, by all who told of it. */
export type Agreement = {
	/** When it was first told. */
	readonly at: number;
	/** The hour from which it was to hold, as first given. */
	readonly effectiveAt: number | null;
	/** When a breach of it was first alleged, or its end. */
	readonly breachedAt: number | null;
};

// The same truce is told by both sides and by those who carry them for some hours.
const sameWithinMs = 6 * hourMs;
// “20:00” in one capital is “19:00” in the other: the same hour, or a slip of the zone.
const sameHourMs = 1.5 * hourMs;

/**
 * The truces of the window, oldest first, and how often one was made anew after a breach.
 *
 * @param events in order of time, copies folded
 */
export function agreements(events: readonly Statement<Ceasefire>[]): {
	list: readonly Agreement[];
	renewals: number;
} {
	const list: Agreement[] = [];
	let renewals = 0;
	for (const {fact, at} of events) {
		const last = list.at(-1);
		if (isAgreement(fact)) {
			if (last && isSame(last, fact, at))
				list[list.length - 1] = {...last, effectiveAt: last.effectiveAt ?? fact.effectiveAt};
			else {
				if (fact.event === 'renewed' || (last && last.breachedAt !== null)) renewals++;
				list.push({at, effectiveAt: fact.effectiveAt, breachedAt: null});
			}
		} else if (fact.event === 'in force' || fact.event === 'holding') {
			// A truce that is said to hold was made, though nobody told us.
			if (!last) list.push({at, effectiveAt: fact.effectiveAt ?? at, breachedAt: null});
		} else if (last && last.breachedAt === null && breaks(fact) && at >= startOf(last))
			list[list.length - 1] = {...last, breachedAt: at};
	}
	return {list, renewals};
}

export const startOf = (agreement: Agreement) => agreement.effectiveAt ?? agreement.at;

export const isAgreement = ({event}: Ceasefire) =>
	event === 'agreed' || event === 'declared' || event === 'renewed';

const breaks = ({event}: Ceasefire) => event === 'violation' || event === 'collapsed';

function isSame(last: Agreement, fact: Ceasefire, at: number): boolean {
	if (last.effectiveAt !== null && fact.effectiveAt !== null)
		return Math.abs(last.effectiveAt - fact.effectiveAt) <= sameHourMs;
	return at - last.at <= sameWithinMs;
}
