import type {Fact, SideId} from '../source/facts/fact.ts';
import type {Head} from '../source/reports/report.ts';
import type {Kept, Wanted} from './store.ts';

const dayMs = 86_400_000;

/** When a revision counts as told, as everywhere: a later one from its own updated time, and no date far ahead is believed. */
export function toldAt({
	revision,
	publishedAt,
	updatedAt,
	firstSeenAt,
}: Pick<Head, 'revision' | 'publishedAt' | 'updatedAt' | 'firstSeenAt'>): number {
	const stated = revision === 1 ? publishedAt : updatedAt;
	return stated !== null && stated <= firstSeenAt + dayMs ? stated : firstSeenAt;
}

/** Whether a revision is of a source and a time, and has facts, that are wanted; its words are not looked at. */
export function isAsked({report, facts}: Kept, {sources, kinds, sides, from, to}: Wanted): boolean {
	if (sources.length > 0 && !sources.includes(report.source)) return false;
	const told = toldAt(report);
	if ((from !== null && told < from) || (to !== null && told > to)) return false;
	if (kinds.length === 0 && sides.length === 0) return true;
	return facts.some(
		fact =>
			(kinds.length === 0 || kinds.includes(fact.kind)) &&
			(sides.length === 0 || sidesOf(fact).some(side => side !== null && sides.includes(side))),
	);
}

/** The sides that a fact is about or said by. */
function sidesOf(fact: Fact): readonly SideId[] {
	const by = fact.by?.side ?? null;
	switch (fact.kind) {
		case 'figure':
			return [by, fact.of];
		case 'ceasefire':
			return [by, fact.against];
		case 'claim':
			return [by, fact.about];
	}
}

/** Whether words stand in a row somewhere in a text. */
export function holdsInARow(text: readonly string[], phrase: readonly string[]): boolean {
	return text.some((_, at) => phrase.every((each, place) => text[at + place] === each));
}
