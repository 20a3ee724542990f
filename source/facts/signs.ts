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

/** Where the pattern matches, from left to right. */
export type Matcher = (line: Line) => readonly Found[];

const nowhere: readonly Found[] = [];

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

	// Sets are mostly the same few arrays, found again without a look at what they hold; others are made anew for a match,
	// and must not be held for it.
	const known = new WeakMap<readonly string[], string>();
	const written = new Map<string, string>();
	const sign = (set: readonly string[]) => {
		const cached = known.get(set);
		if (cached !== undefined) {
			return cached;
		}

		const asWritten = set.join(' ');
		const found = written.get(asWritten) ?? signs.get(keyOf(set));
		if (found === undefined) {
			throw new Error(`lexicon: no sign for ${keyOf(set)}: name the set in the group's “gives”`);
		}

		// As many as there are ways to write the sets that have a sign: no more than patterns do.
		written.set(asWritten, found);
		known.set(set, found);

		return found;
	};

	const held = new Map<string, string>();
	const holding: Signs = classes => {
		const key = classes.join(' ');
		const known = held.get(key) ?? classes.map(name => byClass.get(name) ?? '').join('');
		held.set(key, known);
		return known;
	};

	const presence = presences(firstSign, signs.size);
	return {
		sign,
		holding,
		presence,
		compile: pattern => {
			const needs = presence.sets(pattern.needs(holding));
			// Made when they are first needed: most texts need few of them.
			let source = '';
			let plain: RegExp | undefined;
			let exact: RegExp | undefined;
			// Where the named parts stand is asked of few matches, and costs more than the match.
			const namedIn = (text: string, from: number): Found['named'] => {
				exact ??= new RegExp(source, 'dy');
				exact.lastIndex = from;
				return exact.exec(text)?.indices?.groups ?? {};
			};

			return line => {
				if (!presence.has(line.present, needs)) {
					return nowhere;
				}

				if (plain === undefined) {
					source = pattern.source(holding);
					plain = new RegExp(source.replace(/\(\?<\w+>/g, '(?:'), 'g');
				}

				plain.lastIndex = 0;
				let all: Found[] | null = null;
				for (let match = plain.exec(line.signs); match; match = plain.exec(line.signs)) {
					if (match[0] === '') {
						plain.lastIndex++;
						continue;
					}

					all ??= [];
					all.push(new FoundAt(line, match.index, plain.lastIndex, namedIn));
				}

				return all ?? nowhere;
			};
		},
	};
}

type NamedIn = (signs: string, from: number) => Found['named'];

class FoundAt implements Found {
	private names: Found['named'] | null = null;

	constructor(
		readonly line: Line,
		readonly from: number,
		readonly to: number,
		private readonly namedIn: NamedIn,
	) {}

	get named(): Found['named'] {
		this.names ??= this.namedIn(this.line.signs, this.from);
		return this.names;
	}
}

function keyOf(set: readonly string[]): string {
	return [...new Set(set)].sort().join(' ');
}
