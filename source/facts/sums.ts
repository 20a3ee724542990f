import {relationOf} from './attribute.ts';
import type {Figure} from './fact.ts';
import type {Bare, Refined} from './refined.ts';

/**
 * Makes figures of both sides of the totals that a sentence breaks down by side: “94 people have been killed: 59 in Norvia and 35
 * in Sartova”. The place next to such a total is that of its first part. The parts stay figures of their sides.
 *
 * @param facts of one sentence, in the order of its words
 * @param named figures whose own noun tells whose: “94 Norvians died, 59 in Norvia and 35 in Sartova” are of Norvia
 */
export function summed(facts: readonly Refined[], named: ReadonlySet<Refined>): readonly Refined[] {
	const now = new Map<Refined, Refined>();
	for (const [at, total] of facts.entries()) {
		const parts = total.kind === 'figure' && !named.has(total) ? partsOf(total, facts.slice(at + 1)) : [];
		if (total.kind !== 'figure' || parts.length === 0) {
			continue;
		}

		now.set(total, {...total, of: 'both', relation: relationOf(total.by, 'both')});
		for (const part of parts) {
			const by = part.by ?? total.by;
			now.set(part, {...part, by, relation: relationOf(by, part.of), scope: total.scope});
		}
	}

	return now.size === 0 ? facts : facts.map(fact => now.get(fact) ?? fact);
}

const least = ({best, low}: Bare<Figure>) => best ?? low;

// The figures of different sides that follow a total and add up to it.
function partsOf(total: Bare<Figure>, after: readonly Refined[]): readonly Bare<Figure>[] {
	const whole = least(total);
	const parts: Bare<Figure>[] = [];
	let sum = 0;
	for (const part of after) {
		const count = part.kind === 'figure' && part.measure === total.measure ? least(part) : null;
		if (
			part.kind !== 'figure' ||
			whole === null ||
			count === null ||
			part.of === null ||
			part.of === 'both' ||
			part.scope === 'additional' ||
			parts.some(({of}) => of === part.of)
		) {
			break;
		}

		parts.push(part);
		sum += count;
		if (sum >= whole) {
			return sum === whole && parts.length > 1 ? parts : [];
		}
	}

	return [];
}
