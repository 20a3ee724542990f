import {plain} from './plain.ts';
import type {Entry, Sense} from './rule.ts';
import {noTokens, scan, type Tokens, tokens} from './tokens.ts';
import {vocabulary} from './vocabulary.ts';

/*
 * The words that the reader knows, as a tree of phrases. A word is looked up once and kept.
 */

/** How a word is written: names in capitals must not be found in small letters. */
type Case = 0 | 1 | 2;

/** A sense with its sign, which is 0 until somebody looks it up. */
type Meaning = {readonly sense: Sense; code: number};

type Node = {
	next: Map<string, Node> | null;
	/** By Case: in small letters, with a capital, all capitals. */
	meanings: [Meaning | null, Meaning | null, Meaning | null];
};

type Phrase = {readonly keys: readonly string[]; readonly sense: Sense; readonly end: Node};

/** A word as the lexicon sees it. */
type Known = {
	/** Its written form in small letters, then its stems, the longest first. */
	readonly keys: readonly string[];
	readonly written: Case;
	/** Where phrases begin with it. */
	readonly begins: readonly Node[];
	/** What it means where no phrase begins. */
	readonly plain: Meaning;
	/** It, or a phrase of which it is the longest word, is of those that are watched for. */
	readonly isWatched: boolean;
};

/** A sentence as tokens, each with what is known of it. */
export type Words = Tokens & {readonly known: Known[]; hasWatched: boolean};

export type Lexicon = {
	/** The words of a sentence; the same columns each time. */
	readonly words: (text: string, hasSpacedDigits: boolean) => Words;
	/** The meaning of the longest phrase that begins at a token; null where none does. */
	readonly find: (words: Words, at: number) => Meaning | null;
	/** The token after the phrase that was found last. */
	readonly to: () => number;
	/** Says which senses are watched for, before the first sentence. */
	readonly watch: (isWatched: (sense: Sense) => boolean) => void;
	/** Every set of classes that `find` can give. */
	readonly sets: readonly (readonly string[])[];
};

const keptWords = 50_000;

/** @param entries later ones add to earlier ones of the same words; what both state, the later decides */
export function lexicon(entries: readonly Entry[]): Lexicon {
	const root: Node = {next: new Map(), meanings: [null, null, null]};
	const sets = new Map<string, readonly string[]>();
	const stems = new Set<string>();
	const phrases: Phrase[] = [];
	for (const {words, ...sense} of entries) {
		// Most phrases stand in one row only: they share what it means.
		const alone: Meaning = {sense: merge(null, sense, sets), code: 0};
		for (const phrase of words) {
			phrases.push(add(root, phrase, alone, sets, stems));
		}
	}

	const endings = endingsOf(phrases);
	let isWatched: (sense: Sense) => boolean = () => true;
	const endsWatched = (key: string): boolean =>
		[...(endings.get(key) ?? [])].some(node =>
			node.meanings.some(meaning => meaning !== null && isWatched(meaning.sense)),
		);
	const longestStem = Math.max(0, ...[...stems].map(stem => stem.length));
	const look = vocabulary((raw): Known => {
		const text = raw.toLowerCase().replaceAll('’', "'");
		const keys: string[] = [text];
		for (let length = Math.min(longestStem, text.length); length > 1; length--) {
			const stem = text.slice(0, length);
			if (stems.has(stem)) {
				keys.push(`${stem}*`);
			}
		}

		const begins = keys.map(key => root.next?.get(key)).filter(node => node !== undefined);
		const sense = plain(raw);
		return {
			keys,
			written: caseOf(raw),
			begins,
			plain: {sense, code: 0},
			isWatched: keys.some(endsWatched) || isWatched(sense),
		};
	}, keptWords);

	const all: Words = {...noTokens(), known: [], hasWatched: false};
	let best: Meaning | null = null;
	let to = 0;
	// Bounded by the longest phrase; a word has one key, or a few stems.
	const walk = (node: Node, at: number, written: Case) => {
		const meaning = node.meanings[written];
		if (meaning && at > to) {
			best = meaning;
			to = at;
		}

		if (!node.next || at >= all.count) {
			return;
		}

		for (const key of all.known[at]!.keys) {
			const next = node.next.get(key);
			if (next) {
				walk(next, at + 1, written);
			}
		}
	};

	return {
		words: (text, hasSpacedDigits) => {
			scan(text, hasSpacedDigits, all);
			all.hasWatched = false;
			for (let at = 0; at < all.count; at++) {
				const known = isDash(text, all.starts[at]!, all.ends[at]!)
					? look(dash, 0, 1, dash.charCodeAt(0))
					: look(text, all.starts[at]!, all.ends[at]!, all.hashes[at]!);
				all.known[at] = known;
				all.hasWatched ||= known.isWatched;
			}

			return all;
		},
		find: (words, from) => {
			best = null;
			to = from;
			const {begins, written} = words.known[from]!;
			for (const node of begins) {
				walk(node, from + 1, written);
			}

			return best;
		},
		to: () => to,
		watch: test => {
			isWatched = test;
		},
		sets: [...sets.values()],
	};
}

const dash = '–';
const hyphen = 45;
const isBlank = (code: number) => code === 32 || code === 0xa0 || Number.isNaN(code);

// “Sarn - 2 killed”, “Sarn -- 2 killed”: a hyphen with a blank on both sides joins nothing.
function isDash(text: string, start: number, end: number): boolean {
	if (end - start !== 1 || text.charCodeAt(start) !== hyphen) {
		return false;
	}

	const [before, after] = [text.charCodeAt(start - 1), text.charCodeAt(end)];
	return (isBlank(before) && isBlank(after)) || before === hyphen || after === hyphen;
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
	alone: Meaning,
	sets: Map<string, readonly string[]>,
	stems: Set<string>,
): Phrase {
	let node = root;
	const {keys, first} = plainPhrase.test(phrase) ? keysOfPlain(phrase) : keysOf(phrase);
	for (const key of keys) {
		if (key.endsWith('*')) {
			stems.add(key.slice(0, -1));
		}

		node.next ??= new Map();
		let next = node.next.get(key);
		if (!next) {
			next = {next: null, meanings: [null, null, null]};
			node.next.set(key, next);
		}

		node = next;
	}

	const written = caseOf(first.replace('*', ''));
	// “AP”, “UN”: only as written; “Front”: with a capital; “army”: in any way.
	const least = written === 2 && first.length <= 4 ? 2 : Math.min(written, 1);
	for (let index = least; index < 3; index++) {
		const known = node.meanings[index];
		node.meanings[index] = known ? {sense: merge(known.sense, alone.sense, sets), code: 0} : alone;
	}

	return {keys, sense: alone.sense, end: node};
}

/** Where phrases end, by the longest word of each that is no small word: “heels” of “on the heels of”. */
function endingsOf(phrases: readonly Phrase[]): ReadonlyMap<string, ReadonlySet<Node>> {
	const small = new Set(
		phrases.flatMap(({keys, sense}) => (keys.length === 1 && sense.is.includes('small') ? keys : [])),
	);
	const weight = (key: string) => (small.has(key) ? key.length / 100 : key.length);
	const endings = new Map<string, Set<Node>>();
	for (const {keys, end} of phrases) {
		const told = keys.reduce((best, key) => (weight(key) > weight(best) ? key : best), keys[0] ?? '');
		const nodes = endings.get(told);
		if (nodes) {
			nodes.add(end);
		} else {
			endings.set(told, new Set([end]));
		}
	}

	return endings;
}

const plainPhrase = /^[a-z]+(?: [a-z]+)*$/;

// Most phrases are words in small letters, with a blank between them.
function keysOfPlain(phrase: string): {keys: readonly string[]; first: string} {
	const keys = phrase.split(' ');
	return {keys, first: keys[0] ?? ''};
}

function keysOf(phrase: string): {keys: readonly string[]; first: string} {
	const hasStems = phrase.includes('*');
	const bare = hasStems ? phrase.replaceAll('*', '') : phrase;
	const parts = tokens(bare);
	const starred = hasStems ? phrase.split(/\s+/) : [];
	const keys = parts.map(({start, end}, index) => {
		const isStem = starred[index]?.endsWith('*') === true && parts.length === starred.length;
		return bare.slice(start, end).toLowerCase().replaceAll('’', "'") + (isStem ? '*' : '');
	});
	return {keys, first: parts[0] ? phrase.slice(parts[0].start, parts[0].end) : ''};
}

function merge(one: Sense | null, two: Sense, sets: Map<string, readonly string[]>): Sense {
	const classes = one ? [...new Set([...one.is, ...two.is])].sort() : [...new Set(two.is)].sort();
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
