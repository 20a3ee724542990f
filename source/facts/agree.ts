import {relationOf} from './attribute.ts';
import type {Fact, Figure, Speaker} from './fact.ts';

/** One or two are too common for the same number to be the same people. */
const least = 3;

/**
 * Gives a figure that does not say whose what its report says elsewhere of the very same number.
 *
 * A title counts without saying whose (“Toll rises to 59”), and so does a line far from its lead (“There are 144 injured”).
 * Where the report gives the number to two sides, nothing is taken.
 */
export function agreed(facts: readonly Fact[]): Fact[] {
	// By number, the first figure that says whose; null once two sides have it.
	const known = new Map<string, Figure | null>();
	for (const fact of facts) {
		if (fact.kind !== 'figure' || fact.of === null) continue;
		const key = numberOf(fact);
		const before = known.get(key);
		known.set(key, before === undefined ? fact : before?.of === fact.of ? before : null);
	}
	return facts.map(fact => {
		if (fact.kind !== 'figure' || fact.of !== null || (fact.best ?? fact.low ?? 0) < least) return fact;
		const twin = known.get(numberOf(fact));
		if (!twin) return fact;
		const by = isBare(fact.by) ? (twin.by ?? fact.by) : fact.by;
		return {...fact, of: twin.of, by, relation: relationOf(by, twin.of)};
	});
}

function numberOf({measure, period, low, best, high}: Figure): string {
	return [measure, period, low, best, high].join(' ');
}

/** An outlet's own voice, or an organ of no named country: whoever the report names beside the number said it first. */
function isBare(by: Speaker | null): boolean {
	return by === null || by.kind === 'media' || (by.kind === 'official' && by.side === null);
}
