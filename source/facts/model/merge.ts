import type {Fact} from '../fact.ts';
import type {Placed} from './check.ts';

/**
 * Adds to the facts of the rules those that a model alone has found. On the same words, the rules have the last word.
 *
 * @param ruled in the order of the text, which they keep
 * @param text of the report, its title included
 * @returns all in the order of the text, those that were added, and how many of the model's the rules had already
 */
export function merged(
	ruled: readonly Fact[],
	modelled: readonly Placed[],
	text: string,
): {readonly facts: Fact[]; readonly added: readonly Fact[]; readonly known: number} {
	const bySentence = new Map<string, Fact[]>();
	for (const fact of ruled) {
		const beside = bySentence.get(fact.sentence);
		if (beside) beside.push(fact);
		else bySentence.set(fact.sentence, [fact]);
	}
	const added = modelled.filter(
		({fact}) => !bySentence.get(fact.sentence)?.some(other => isOnSameWords(other, fact)),
	);
	const left = added.map(({fact, offset}) => ({fact, at: offset + fact.start}));
	left.sort((one, other) => one.at - other.at);
	const facts: Fact[] = [];
	let next = 0;
	for (const {fact, at} of placed(ruled, text)) {
		for (; next < left.length && left[next]!.at < at; next++) facts.push(left[next]!.fact);
		facts.push(fact);
	}
	facts.push(...left.slice(next).map(({fact}) => fact));
	return {facts, added: added.map(({fact}) => fact), known: modelled.length - added.length};
}

/** Facts with their places in the text, found going forward: a sentence that comes again is told by what comes again of it. */
function placed(facts: readonly Fact[], text: string): readonly {fact: Fact; at: number}[] {
	let offset = 0;
	let last: Fact | null = null;
	let seen = new Set<string>();
	return facts.map(fact => {
		const told = JSON.stringify({...fact, report: null});
		if (fact.sentence !== last?.sentence || fact.start < last.start || seen.has(told)) {
			const from = last ? offset + last.sentence.length : 0;
			const found = text.indexOf(fact.sentence, from);
			if (found !== -1) offset = found;
			seen = new Set();
		}
		seen.add(told);
		last = fact;
		return {fact, at: offset + fact.start};
	});
}

function isOnSameWords(one: Fact, other: Fact): boolean {
	if (one.kind !== other.kind) return false;
	if (one.start < other.end && other.start < one.end) return true;
	return (
		one.kind === 'figure' &&
		other.kind === 'figure' &&
		one.measure === other.measure &&
		one.low === other.low &&
		one.best === other.best &&
		one.high === other.high
	);
}
