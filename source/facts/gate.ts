import {rarestOf} from './match.ts';
import {plainSets} from './plain.ts';
import type {Present} from './presence.ts';
import type {Group, Rule} from './rule.ts';
import type {Alphabet} from './signs.ts';

/*
 * Most sentences state nothing. From what the patterns need, and what groups can make of what, follows which words a
 * sentence must hold before it is worth grouping: so the gate cannot forget a word that a rule knows.
 */

/** Tests of what a line has before it is grouped. */
export type Gate = {
	/** A rule may find something. */
	readonly opens: (present: Present) => boolean;
	/** Somebody may be named who speaks, or of whose side is told. */
	readonly speaks: (present: Present) => boolean;
	/** Signs of which a sentence holds one, if a rule may find something in it. */
	readonly watched: ReadonlySet<string>;
};

// Classes of words that stand in nearly every sentence, or in every other.
const everywhere = ['small', 'comma', 'colon', 'stop', 'be'] as const;
const often = ['say', 'give', 'bring', 'speaker', 'organ', 'title', 'place', 'forces', 'thing'] as const;

type Making = Pick<Group, 'pattern' | 'gives' | 'copies'>;
type Asking = Pick<Rule, 'name' | 'pattern' | 'gate' | 'beside'>;

/** @throws {Error} where a rule needs nothing that can be looked for: it would be tried on every sentence */
export function gate(rules: readonly Asking[], groups: readonly Making[], alphabet: Alphabet): Gate {
	const {holding, presence} = alphabet;
	const made: {sign: string; from: string | null}[] = [];
	// The signs of a set, and all those of which groups can make one; null where that may be anything.
	const origins = (sets: readonly string[]) => sets.map(origin).filter(set => set !== null);
	// Rules share most of their sets.
	const known = new Map<string, string | null>();
	const origin = (set: string): string | null => {
		const found = known.get(set) ?? originOf(set);
		known.set(set, found);
		return found;
	};

	const originOf = (set: string): string | null => {
		const all = new Set(set);
		for (const {sign, from} of made) {
			if (set.includes(sign)) {
				if (from === null) {
					return null;
				}

				for (const each of from) {
					all.add(each);
				}
			}
		}

		return [...all].sort().join('');
	};

	// Groups are joined in order: one can only use what those before it made.
	for (const {pattern, gives, copies} of groups) {
		const needs = pattern.needs(holding);
		const given = gives.map(classes => {
			const copied = classes.filter(name => copies?.includes(name)).map(name => holding([name]));
			return {sign: alphabet.sign(classes), from: rarestOf(origins(copied.length > 0 ? copied : needs))};
		});
		made.push(...given);
		known.clear();
	}

	const watched = new Set<string>();
	const leastCommon = leastCommonOf(alphabet);
	const asked = rules.map(rule => {
		const named = [rule.gate, rule.beside].flatMap(classes => (classes ? [holding(classes)] : []));
		const sets = origins([...rule.pattern.needs(holding), ...named]);
		if (sets.length === 0) {
			throw new Error(`rule “${rule.name}”: name the classes that its sentences hold, in “gate”`);
		}

		// Of what it needs, the least common: without that, nothing else need be looked for.
		for (const sign of leastCommon(sets)) {
			watched.add(sign);
		}

		return presence.sets(sets);
	});
	const speaking = presence.sets(origins([holding(['speaker', 'party', 'nationality', 'place'])]));
	return {
		opens: present => asked.some(needs => presence.has(present, needs)),
		speaks: present => presence.has(present, speaking),
		watched,
	};
}

// Of several sets of signs, the one of the rarest words.
function leastCommonOf({holding, sign}: Alphabet): (sets: readonly string[]) => string {
	const all = new Set(holding(everywhere) + plainSets.map(sign).join(''));
	const many = new Set(holding(often));
	const weight = (set: string): number => {
		let sum = 0;
		for (const each of set) {
			sum += all.has(each) ? 1000 : many.has(each) ? 5 : 1;
		}

		return sum;
	};

	return sets => sets.reduce((least, set) => (weight(set) < weight(least) ? set : least));
}
