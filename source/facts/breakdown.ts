import type {Fact, Figure} from './fact.ts';

/** Further than this behind a total, numbers that come to it do so by chance. */
const furthest = 6;

/**
 * Marks as parts the figures that a total is made of: “108 bodies: 49 children, 34 women, 25 men”, “two soldiers and
 * four rebels died, six in all”. What two sides each count stays a figure of its own, though a press sum adds it up.
 */
export function brokenDown(facts: readonly Fact[]): readonly Fact[] {
	const parts = new Set<Fact>();
	const counted = facts.filter(isCounted);
	for (const [at, total] of counted.entries()) {
		const after = counted.slice(at + 1, at + 1 + furthest);
		const before = counted.slice(Math.max(0, at - furthest), at).toReversed();
		for (const near of [after, before]) {
			const found = parts.has(total) ? [] : madeOf(total, near);
			for (const part of found) {
				parts.add(part);
			}
		}
	}

	return parts.size === 0
		? facts
		: facts.map(fact => (parts.has(fact) ? {...(fact as Figure), scope: 'subset' as const} : fact));
}

function isCounted(fact: Fact): fact is Figure {
	return (
		fact.kind === 'figure' &&
		fact.qualifier === 'exact' &&
		fact.scope !== 'subset' &&
		fact.scope !== 'additional'
	);
}

const isInAll = /\b(?:total|totals|in all|altogether|overall|combined)\b/i;
const spanOf = ({sentence, start, end}: Figure) => sentence.slice(start, end);

// The figures, two or more, nearest first, that add up to a total; none where they are not its parts.
function madeOf(total: Figure, near: readonly Figure[]): readonly Figure[] {
	let sum = 0;
	const found: Figure[] = [];
	for (const part of near) {
		if (part.measure !== total.measure) {
			continue;
		}

		const isOfIt =
			(part.sentence === total.sentence || isInAll.test(spanOf(total))) &&
			(part.of === total.of || part.of === null || total.of === null);
		if (!isOfIt || part.period !== total.period) {
			return [];
		}

		sum += part.best ?? 0;
		found.push(part);
		if (sum >= (total.best ?? 0)) {
			return sum === total.best && found.length > 1 ? found : [];
		}
	}

	return [];
}
