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
	return {
		at: sentence => {
			text = sentence;
			count = 0;
			sentences = (sentences + 1) | 0;
			present ??= presence.none();
			present.fill(0);
			const words = lexicon.words(sentence, hasSpacedDigits);
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
		},
		line: () => ({
			text,
			items: Array.from({length: count}, (_, at) => ({
				sense: senses[at]!,
				start: starts[at]!,
				end: ends[at]!,
			})),
			signs: String.fromCharCode(...codes.slice(0, count)),
			present: present?.slice() ?? presence.none(),
		}),
	};
}

/** Joins items as the groups say, one group after the other. */
export function grouped(
	start: Line,
	groups: readonly {make: Group['make']; match: Matcher}[],
	alphabet: Alphabet,
): Line {
	let now = start;
	for (const {make, match} of groups) {
		const joined: {found: Found; sense: Sense}[] = [];
		match(now, found => {
			const sense = make(found);
			if (sense) {
				joined.push({found, sense});
			}
		});
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
		items.push(...before.items.slice(at, found.from), {
			sense,
			start: before.items[found.from]!.start,
			end: before.items[found.to - 1]!.end,
		});
		const sign = alphabet.sign(sense.is);
		alphabet.presence.add(before.present, sign.charCodeAt(0));
		signs += before.signs.slice(at, found.from) + sign;
		at = found.to;
	}

	items.push(...before.items.slice(at));
	// What was joined keeps its bits until all groups are done: a pattern may be tried in vain, never left out.
	return {...before, items, signs: signs + before.signs.slice(at)};
}
