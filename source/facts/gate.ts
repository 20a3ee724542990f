import {type Piece, rarestOf} from './match.ts';
import type {Line} from './rule.ts';
import type {Alphabet} from './signs.ts';

/*
 * Most sentences state nothing. From what the patterns need, and what groups can make of what, follows which words a
 * sentence must hold before it is worth grouping: so the gate cannot forget a word that a rule knows.
 */

/** Tests of a line that is not grouped yet. */
export type Gate = {
	/** A rule may find something. */
	readonly opens: (line: Line) => boolean;
	/** Somebody may be named who speaks. */
	readonly speaks: (line: Line) => boolean;
};

type Making = {readonly pattern: Piece; readonly gives: readonly (readonly string[])[]};
type Asking = {readonly name: string; readonly pattern: Piece; readonly gate?: readonly string[]};

/** @throws {Error} where a rule needs nothing that can be looked for: it would be tried on every sentence */
export function gate(rules: readonly Asking[], groups: readonly Making[], alphabet: Alphabet): Gate {
	const {holding, presence} = alphabet;
	const made: {gives: string; from: string | null}[] = [];
	// The signs of a set, and all those of which groups can make one; null where that may be anything.
	const origin = (set: string): string | null => {
		const all = new Set(set);
		for (const {gives, from} of made) {
			if ([...gives].some(sign => set.includes(sign))) {
				if (from === null) {
					return null;
				}

				for (const sign of from) {
					all.add(sign);
				}
			}
		}

		return [...all].sort().join('');
	};

	const origins = (sets: readonly string[]) => sets.map(origin).filter(set => set !== null);
	// Groups are joined in order: one can only use what those before it made.
	for (const {pattern, gives} of groups) {
		const from = rarestOf(origins(pattern.needs(holding)));
		made.push({gives: gives.map(alphabet.sign).join(''), from});
	}

	const asked = rules.map(rule => {
		const sets = origins([...rule.pattern.needs(holding), ...(rule.gate ? [holding(rule.gate)] : [])]);
		if (sets.length === 0) {
			throw new Error(`rule “${rule.name}”: name the classes that its sentences hold, in “gate”`);
		}

		return presence.sets(sets);
	});
	const speaking = presence.sets(origins([holding(['speaker'])]));
	return {
		opens: ({present}) => asked.some(needs => presence.has(present, needs)),
		speaks: ({present}) => presence.has(present, speaking),
	};
}
