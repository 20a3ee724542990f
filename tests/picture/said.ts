import type {Fact, Figure} from '../../source/facts/fact.ts';
import type {Reading} from '../../source/picture/picture.ts';
import {at, figure, report} from './conflict.ts';

const minuteMs = 60_000;
const pollMs = 5 * minuteMs;

/** A report as published, first seen here at the next of the polls that come every five minutes, or when it is said to have been. */
export function told(when: string, outlet: string, facts: readonly Fact[], seen?: string): Reading {
	const published = at(when);
	const firstSeenAt = seen === undefined ? (Math.floor(published / pollMs) + 1) * pollMs : at(seen);
	return report(when, outlet, facts, {firstSeenAt});
}

/** The next text of a report, with its own updated time. */
export function updated(before: Reading, when: string, facts: readonly Fact[], seen?: string): Reading {
	return later(before, facts, at(when), seen === undefined ? at(when) + pollMs : at(seen));
}

/** The next text of a report that was changed in place without a word of it: known from when it was seen. */
export function edited(before: Reading, seen: string, facts: readonly Fact[]): Reading {
	return later(before, facts, null, at(seen));
}

function later(
	{report: head}: Reading,
	facts: readonly Fact[],
	updatedAt: number | null,
	firstSeenAt: number,
): Reading {
	const {id, source, outlet, url, title, publishedAt, origin, revision} = head;
	return report(new Date(publishedAt!).toISOString(), outlet ?? source, facts, {
		id,
		source,
		url,
		title,
		publishedAt,
		origin,
		revision: revision + 1,
		updatedAt,
		firstSeenAt,
	});
}

/** A report by another outlet that carries the story of the first. */
export function carried(first: Reading, when: string, outlet: string): Reading {
	const copy = told(when, outlet, first.facts);
	return {...copy, report: {...copy.report, origin: first.report.origin}};
}

/** The hour that a sentence names: `…on('17 02:50')`; a day alone: `…on('17')`. */
export const on = (when: string) =>
	when.includes(':')
		? ({saidAt: at(when), saidAtPrecision: 'minute'} as const)
		: ({
				saidAt: at(`${when.length > 2 ? `${when}T00:00:00Z` : `${when} 00:00`}`),
				saidAtPrecision: 'day',
			} as const);

/** Killed and wounded of one side by one who counts both. */
export const toll = (of: string, killed: number, wounded: number, by: string | null, more = {}): Figure[] => [
	figure(`${of} killed ${killed}`, by, more),
	figure(`${of} wounded ${wounded}`, by, more),
];

export const military = {combatant: 'military'} as const;
export const civilian = {combatant: 'civilian'} as const;
export const more = {scope: 'additional'} as const;
export const part = {scope: 'subset'} as const;
export const strike = {scope: 'incident'} as const;
export const earlier = {period: 'historical'} as const;
