import type {Fact} from '../fact.ts';
import type {Placed} from './check.ts';
import type {Numbered} from './numbered.ts';

/**
 * Adds to the facts of the rules those that a model alone has found. On the same words, the rules have the last word.
 *
 * @returns all in the order of the text, those that were added, and how many of the model's the rules had already
 */
export function merged(
	ruled: readonly Fact[],
	modelled: readonly Placed[],
	sentences: readonly Numbered[],
): {readonly facts: Fact[]; readonly added: readonly Fact[]; readonly known: number} {
	const added = modelled.filter(({fact}) => !ruled.some(other => isOnSameWords(other, fact)));
	let index = -1;
	const placed = [
		...ruled.map(fact => {
			// In order: of two sentences with the same words, the later one is that of the later fact.
			index = sentences.find(({text, index: at}) => text === fact.sentence && at >= index)?.index ?? index;
			return {fact, index};
		}),
		...added,
	];
	placed.sort((one, other) => one.index - other.index || one.fact.start - other.fact.start);
	return {
		facts: placed.map(({fact}) => fact),
		added: added.map(({fact}) => fact),
		known: modelled.length - added.length,
	};
}

function isOnSameWords(one: Fact, other: Fact): boolean {
	if (one.kind !== other.kind || one.sentence !== other.sentence) return false;
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
