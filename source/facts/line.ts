import type {Lexicon} from './lexicon.ts';
import type {Present} from './presence.ts';
import type {Found, Group, Item, Line, Sense} from './rule.ts';
import type {Alphabet, Matcher} from './signs.ts';

/*
 * A sentence as a line of items: first a phrase or a word each, then grouped.
 */

export type Glance = {
	/** Of which sets of signs a sentence has one; overwritten by the next. */
	readonly at: (text: string) => Present;
	/** The same; null where no word of it is watched for. */
	readonly ifWatched: (text: string) => Present | null;
	/** The single items of the sentence that was glanced at last. */
	readonly line: () => Line;
};

/** Reads sentences one after the other; items are made only of those that are worth it. */
export function glance(lexicon: Lexicon, alphabet: Alphabet, hasSpacedDigits: boolean): Glance {
	const {presence} = alphabet;
	// Columns, used again for each sentence.
	const senses: Sense[] = [];
	const starts: number[] = [];
	const ends: number[] = [];
	const codes: number[] = [];
	let count = 0;
	let text = '';
	let present: Present | null = null;
	// By code, the last sentence that had it: most words of a sentence have a code that another had before.
	const lastWith = new Int32Array(65_536);
	let sentences = 0;
	const look = (sentence: string, isAsked: boolean): Present | null => {
		const words = lexicon.words(sentence, hasSpacedDigits);
		if (!isAsked && !words.hasWatched) {
			return null;
		}

		text = sentence;
		count = 0;
		sentences = (sentences + 1) | 0;
		present ??= presence.none();
		present.fill(0);
		for (let at = 0; at < words.count; count++) {
			const meaning = lexicon.find(words, at) ?? words.known[at]!.plain;
			const to = Math.max(lexicon.to(), at + 1);
			meaning.code ||= alphabet.sign(meaning.sense.is).charCodeAt(0);
			senses[count] = meaning.sense;
			codes[count] = meaning.code;
			starts[count] = words.starts[at]!;
			ends[count] = words.ends[to - 1]!;
			if (lastWith[meaning.code] !== sentences) {
				lastWith[meaning.code] = sentences;
				presence.add(present, meaning.code);
			}

			at = to;
		}

		return present;
	};

	return {
		at: sentence => look(sentence, true)!,
		ifWatched: sentence => look(sentence, false),
		line: () => ({
			text,
			items: itemsOf(senses, starts, ends, count),
			signs: signsOf(codes, count),
			present: present?.slice() ?? presence.none(),
		}),
	};
}

function itemsOf(
	senses: readonly Sense[],
	starts: readonly number[],
	ends: readonly number[],
	count: number,
): Item[] {
	const items: Item[] = new Array(count);
	for (let at = 0; at < count; at++) {
		items[at] = {sense: senses[at]!, start: starts[at]!, end: ends[at]!};
	}

	return items;
}

function signsOf(codes: readonly number[], count: number): string {
	let signs = '';
	for (let at = 0; at < count; at++) {
		signs += String.fromCharCode(codes[at]!);
	}

	return signs;
}

/** Joins items as the groups say, one group after the other. */
export function grouped(
	start: Line,
	groups: readonly {make: Group['make']; match: Matcher}[],
	alphabet: Alphabet,
): Line {
	let now = start;
	for (const {make, match} of groups) {
		const found = match(now);
		if (found.length === 0) {
			continue;
		}

		const joined: {found: Found; sense: Sense}[] = [];
		for (const each of found) {
			const sense = make(each);
			if (sense) {
				joined.push({found: each, sense});
			}
		}

		if (joined.length > 0) {
			now = join(now, joined, alphabet);
		}
	}

	return now === start ? start : {...now, present: alphabet.presence.of(now.signs)};
}

function join(before: Line, joined: readonly {found: Found; sense: Sense}[], alphabet: Alphabet): Line {
	const items: Item[] = [];
	let signs = '';
	let at = 0;
	for (const {found, sense} of joined) {
		for (let kept = at; kept < found.from; kept++) {
			items.push(before.items[kept]!);
		}

		items.push({sense, start: before.items[found.from]!.start, end: before.items[found.to - 1]!.end});
		const sign = alphabet.sign(sense.is);
		alphabet.presence.add(before.present, sign.charCodeAt(0));
		signs += before.signs.slice(at, found.from) + sign;
		at = found.to;
	}

	signs += before.signs.slice(at);
	for (; at < before.items.length; at++) {
		items.push(before.items[at]!);
	}

	// What was joined keeps its bits until all groups are done: a pattern may be tried in vain, never left out.
	return {text: before.text, items, signs, present: before.present};
}
