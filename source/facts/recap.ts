import type {Frame} from './frames.ts';
import {has, type Item, type Line} from './rule.ts';

/*
 * What a sentence tells only to say who somebody is: “the two sides, which have accused each other of breaking the truce, met”.
 */

/** The verb of blame that leads up to a word. */
function blameBefore({items}: Line, at: number): number {
	return items.findLastIndex((each, index) => index <= at && has(each, 'accuse', 'mutual'));
}

/** True where the blame that a word is part of was laid before, at no time that is told: it is no charge of now. */
export function isRecap(line: Line, at: number): boolean {
	const {items, text} = line;
	const verbAt = blameBefore(line, at);
	const verb = items[verbAt];
	// “, exchanged prisoners and said Y had broken the truce”: the aside is over.
	if (!verb || items.slice(verbAt, at).some(each => has(each, 'comma', 'semi', 'say'))) {
		return false;
	}

	let before = verbAt - 1;
	let isPerfect = /^(?:have|has|had)\b/i.test(text.slice(verb.start, verb.end));
	while (has(items[before], 'have', 'adverb', '=also', '=each', '=both', '=long', '=since', '=repeatedly')) {
		isPerfect ||= has(items[before], 'have');
		before--;
	}

	return isPerfect && has(items[before], '=which', '=who');
}

/** “Accused B on Sunday of …”: the verb of blame as what was said then. */
export function blame(line: Line, at: number): Frame | null {
	const verb: Item | undefined = line.items[blameBefore(line, at)];
	return verb ? {who: null, verb, direction: 'ahead'} : null;
}
