import type {Entry, Sense} from './rule.ts';
import {type Token, tokens} from './tokens.ts';

/*
 * The words that the reader knows, as a tree of phrases. A word is looked up once and kept.
 */

/** How a word is written: names in capitals must not be found in small letters. */
type Case = 0 | 1 | 2;

type Node = {
	next: Map<string, Node> | null;
	/** By Case: in small letters, with a capital, all capitals. */
	senses: [Sense | null, Sense | null, Sense | null];
};

/** A word as the lexicon sees it. */
type Known = {readonly keys: readonly string[]; readonly written: Case; readonly text: string};

export type Lexicon = {
	/** The longest phrase that begins at a token, and the token after it; null where none does. */
	readonly find: (text: string, all: readonly Token[], at: number) => {sense: Sense; to: number} | null;
	/** A word in small letters. */
	readonly word: (text: string, token: Token) => Known;
	/** Every set of classes that `find` can give. */
	readonly sets: readonly (readonly string[])[];
};

const keptWords = 50_000;

/** @param entries later ones add to earlier ones of the same words; what both state, the later decides */
export function lexicon(entries: readonly Entry[]): Lexicon {
	const root: Node = {next: new Map(), senses: [null, null, null]};
	const sets = new Map<string, readonly string[]>();
	const stems = new Set<string>();
	for (const {words, ...sense} of entries) {
		for (const phrase of words) {
			add(root, phrase, sense, sets, stems);
		}
	}

	const longestStem = Math.max(0, ...[...stems].map(stem => stem.length));
	const known = new Map<string, Known>();
	const look = (raw: string): Known => {
		const cached = known.get(raw);
		if (cached) {
			return cached;
		}

		const text = raw.toLowerCase().replaceAll('’', "'");
		const keys: string[] = [text];
		for (let length = Math.min(longestStem, text.length); length > 1; length--) {
			const stem = text.slice(0, length);
			if (stems.has(stem)) {
				keys.push(`${stem}*`);
			}
		}

		const found: Known = {keys, written: caseOf(raw), text};
		if (known.size >= keptWords) {
			known.clear();
		}

		if (raw.length <= 64) {
			known.set(raw, found);
		}

		return found;
	};

	const word = (text: string, token: Token) => look(text.slice(token.start, token.end));

	const find: Lexicon['find'] = (text, all, from) => {
		let best: {sense: Sense; to: number} | null = null;
		// Bounded by the longest phrase; a word has one key, or a few stems.
		const walk = (node: Node, at: number, written: Case) => {
			const sense = node.senses[written];
			if (sense && at > from && (!best || at > best.to)) {
				best = {sense, to: at};
			}

			const token = all[at];
			if (!node.next || !token) {
				return;
			}

			const {keys, written: its} = word(text, token);
			for (const key of keys) {
				const next = node.next.get(key);
				if (next) {
					walk(next, at + 1, at === from ? its : written);
				}
			}
		};

		walk(root, from, 0);
		return best;
	};

	return {find, word, sets: [...sets.values()]};
}

function caseOf(word: string): Case {
	if (word === word.toLowerCase()) {
		return 0;
	}

	return word === word.toUpperCase() && word.length > 1 ? 2 : 1;
}

function add(
	root: Node,
	phrase: string,
	sense: Sense,
	sets: Map<string, readonly string[]>,
	stems: Set<string>,
): void {
	let node = root;
	const parts = tokens(phrase.replaceAll('*', ''));
	const starred = phrase.split(/\s+/);
	for (const [index, part] of parts.entries()) {
		const text = phrase.replaceAll('*', '').slice(part.start, part.end);
		const isStem = starred[index]?.endsWith('*') === true && parts.length === starred.length;
		const key = text.toLowerCase().replaceAll('’', "'") + (isStem ? '*' : '');
		if (isStem) {
			stems.add(key.slice(0, -1));
		}

		node.next ??= new Map();
		const next = node.next.get(key) ?? {next: null, senses: [null, null, null]};
		node.next.set(key, next);
		node = next;
	}

	const first = parts[0] ? phrase.slice(parts[0].start, parts[0].end) : '';
	const written = caseOf(first.replace('*', ''));
	// “AP”, “UN”: only as written; “Front”: with a capital; “army”: in any way.
	const least = written === 2 && first.length <= 4 ? 2 : Math.min(written, 1);
	for (let index = least; index < 3; index++) {
		const merged = merge(node.senses[index] ?? null, sense, sets);
		node.senses[index] = merged;
	}
}

function merge(one: Sense | null, two: Sense, sets: Map<string, readonly string[]>): Sense {
	const classes = [...new Set([...(one?.is ?? []), ...two.is])].sort();
	const key = classes.join(' ');
	const is = sets.get(key) ?? classes;
	sets.set(key, is);
	// Both sides have a “Foreign Ministry”: the words alone name neither.
	if (one?.side != null && two.side != null && one.side !== two.side) {
		const {side: _, ...rest} = {...one, ...two, is};
		return rest;
	}

	return {...one, ...two, is};
}
