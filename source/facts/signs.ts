import type {Piece, Signs} from './match.ts';
import {type Presence, presences} from './presence.ts';
import type {Found, Line} from './rule.ts';

/*
 * One private-use character for each set of classes that an item can have. All sets are known before the first
 * sentence is read: those of the lexicon's senses, and those that groups give.
 */

const firstSign = 0xe000;
const lastSign = 0xf8ff;

export type Alphabet = {
	/** The character of a set of classes. */
	readonly sign: (classes: readonly string[]) => string;
	/** The characters of all sets that hold one of the classes. */
	readonly holding: Signs;
	/** A piece as a regular expression over those characters. */
	readonly compile: (pattern: Piece) => Matcher;
	readonly presence: Presence;
};

export type Matcher = (line: Line, each: (found: Found) => void) => void;

/** @throws {Error} where more sets of classes are given than there are characters */
export function alphabet(sets: Iterable<readonly string[]>): Alphabet {
	const signs = new Map<string, string>();
	const byClass = new Map<string, string>();
	for (const set of sets) {
		const key = keyOf(set);
		if (signs.has(key)) {
			continue;
		}

		const code = firstSign + signs.size;
		if (code > lastSign) {
			throw new Error('lexicon: more than 6,400 sets of classes');
		}

		const sign = String.fromCharCode(code);
		signs.set(key, sign);
		for (const name of new Set(set)) {
			byClass.set(name, (byClass.get(name) ?? '') + sign);
		}
	}

	// Sets are mostly the same few arrays: found again without sorting.
	const known = new Map<readonly string[], string>();
	const sign = (set: readonly string[]) => {
		const cached = known.get(set);
		if (cached !== undefined) {
			return cached;
		}

		const found = signs.get(keyOf(set));
		if (found === undefined) {
			throw new Error(`lexicon: no sign for ${keyOf(set)}: name the set in the group's “gives”`);
		}

		if (known.size < 10_000) {
			known.set(set, found);
		}

		return found;
	};

	const holding: Signs = classes => classes.map(name => byClass.get(name) ?? '').join('');
	const presence = presences(firstSign, signs.size);
	return {
		sign,
		holding,
		presence,
		compile: pattern => {
			const needs = presence.sets(pattern.needs(holding));
			// Made when they are first needed: most texts need few of them.
			let expression: RegExp | undefined;
			return (line, each) => {
				if (!presence.has(line.present, needs)) {
					return;
				}

				expression ??= new RegExp(pattern.source(holding), 'dg');
				expression.lastIndex = 0;
				for (let match = expression.exec(line.signs); match; match = expression.exec(line.signs)) {
					if (match[0] === '') {
						expression.lastIndex++;
						continue;
					}

					const at = expression.lastIndex;
					each({line, from: match.index, to: at, named: match.indices?.groups ?? {}});
					expression.lastIndex = at;
				}
			};
		},
	};
}

function keyOf(set: readonly string[]): string {
	return [...new Set(set)].sort().join(' ');
}
