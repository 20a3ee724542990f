import type {Lexicon} from './lexicon.ts';
import type {Found, Group, Item, Line, Sense} from './rule.ts';
import type {Alphabet, Matcher} from './signs.ts';
import {type Token, tokens} from './tokens.ts';

/*
 * A sentence as a line of items: first a phrase or a word each, then grouped.
 */

// Senses of what no lexicon holds.
const word: Sense = {is: ['word']};
const name: Sense = {is: ['name']};
const mixed: Sense = {is: ['mixed']};
const clock: Sense = {is: ['clock']};
const decimal: Sense = {is: ['decimal']};
const numeric: Sense = {is: ['numeric']};
const mark: Sense = {is: ['mark']};
const numberClasses = ['number'];
const yearClasses = ['number', 'year'];
const dayClasses = ['day', 'number'];
// A digit and a letter, or a mark, that no rule can use.
export const plainSets: readonly (readonly string[])[] = [
	['word'],
	['name'],
	['mixed'],
	['clock'],
	['decimal'],
	['numeric'],
	['mark'],
	numberClasses,
	yearClasses,
	dayClasses,
];

/** Reads a sentence into single items. */
export function line(text: string, lexicon: Lexicon, alphabet: Alphabet, hasSpacedDigits: boolean): Line {
	const all = tokens(text, hasSpacedDigits);
	const items: Item[] = [];
	let signs = '';
	for (let at = 0; at < all.length; ) {
		const token = all[at]!;
		const phrase = lexicon.find(text, all, at);
		const sense = phrase?.sense ?? plain(text, token, lexicon);
		const to = phrase?.to ?? at + 1;
		items.push({sense, start: token.start, end: all[to - 1]!.end});
		signs += alphabet.sign(sense.is);
		at = to;
	}

	return {text, items, signs, present: alphabet.presence.of(signs)};
}

function plain(text: string, token: Token, lexicon: Lexicon): Sense {
	if (token.kind === 'digits') {
		return digits(text.slice(token.start, token.end));
	}

	if (token.kind === 'mark') {
		return mark;
	}

	const first = text.charCodeAt(token.start);
	if (first >= 48 && first <= 57) {
		return mixed;
	}

	return lexicon.word(text, token).written === 0 ? word : name;
}

function digits(written: string): Sense {
	if (/^\d{1,15}$/.test(written)) {
		const value = Number(written);
		if (written.length === 4 && value >= 1900 && value < 2100) {
			return {is: yearClasses, value};
		}

		return value >= 1 && value <= 31 && written.length <= 2
			? {is: dayClasses, value}
			: {is: numberClasses, value};
	}

	if (/^\d{1,3}([,.\s])\d{3}(?:\1\d{3}){0,3}$/.test(written)) {
		return {is: numberClasses, value: Number(written.replaceAll(/\D/g, ''))};
	}

	const time = /^(\d{1,2})[:.](\d{2})$/.exec(written);
	if (time && Number(time[1]) < 24 && Number(time[2]) < 60) {
		const isClock = written.includes(':');
		return isClock
			? {...clock, date: {hour: Number(time[1]), minute: Number(time[2])}}
			: {...decimal, value: Number(written), date: {hour: Number(time[1]), minute: Number(time[2])}};
	}

	return /^\d{1,9}\.\d{1,6}$/.test(written) ? {...decimal, value: Number(written)} : numeric;
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
		alphabet.presence.add(before.present, sign);
		signs += before.signs.slice(at, found.from) + sign;
		at = found.to;
	}

	items.push(...before.items.slice(at));
	// What was joined keeps its bits until all groups are done: a pattern may be tried in vain, never left out.
	return {...before, items, signs: signs + before.signs.slice(at)};
}
