import {type Letters, letter} from './letters.ts';
import {finish, hashOfText, mix} from './mixing.ts';
import type {NumberTold} from './numbers-told.ts';

/*
 * What a number or a name stands between: “killed <24> people”, “<Kyrgyz> border guards”. Two reports that tell the same numbers of
 * other things, or the same deed of other sides, have the same words in nearly the same order; they differ in what stands where.
 */

/** The words of a text, in as many of the entries as are counted: where each begins and ends, and a hash of its letters. */
export type Words = {
	readonly count: number;
	readonly starts: Int32Array;
	readonly ends: Int32Array;
	readonly hashes: Int32Array;
};

/**
 * In ascending order, one whole number each: above whether a number or a name stands there, then a hash of what it stands between, and in
 * the lowest 24 bits a hash of what stands there. Fifty bits hold all, and a list of them costs 8 bytes each.
 */
export type Settings = readonly number[];

const fillers = 1 << 24;
const firstOfNames = 1 << 25;
const settingOf = (entry: number): number => Math.floor(entry / fillers);

// “People”, “погибли”; not “were” and “of”, which stand beside any number.
const shortestTelling = 5;
const shortestName = 4;
// In place of a word: any number, the beginning of a sentence, and anything at all.
const numberWord = 1;
const sentenceStart = 2;
const anyWord = 3;

/**
 * What the numbers and names of a text stand between.
 *
 * @param plain the text as written; names are known by their capitals, and Russian adjectives like “таджикский” by their ending
 * @param told the numbers of the text, in order
 * @param titleEnd where the title ends: its capitals may be those of any word
 */
export function settingsOf(
	plain: string,
	{units, kinds}: Letters,
	words: Words,
	told: readonly NumberTold[],
	titleEnd: number,
): Settings {
	const {count, starts, ends, hashes} = words;
	const isNumber = new Uint8Array(count);
	const spans: (readonly [first: number, last: number, value: string])[] = [];
	let index = 0;
	for (const {value, start, end} of told) {
		while (index < count && ends[index]! <= start) index++;
		if (index === count) break;
		let last = index;
		while (last + 1 < count && starts[last + 1]! < end) last++;
		isNumber.fill(1, index, last + 1);
		spans.push([index, last, value]);
	}
	const wordAt = (at: number): number =>
		at < 0 || at >= count ? 0 : isNumber[at] ? numberWord : hashes[at]!;
	const isTelling = (at: number): boolean =>
		at >= 0 && at < count && !isNumber[at] && ends[at]! - starts[at]! >= shortestTelling;
	const found = new Map<number, number>();
	// Where one setting holds several numbers, all of them in their order are what stands there; beside one word alone they tell nothing.
	const add = (hash: number, filler: number, isName: boolean, isAlone: boolean) => {
		const setting = (hash & (firstOfNames - 1)) + (isName ? firstOfNames : 0);
		const before = found.get(setting);
		if (before === undefined || before === filler) found.set(setting, filler);
		else found.set(setting, isAlone ? -1 : mix(before, filler) & (fillers - 1));
	};
	for (const [first, last, value] of spans) {
		const filler = hashOfText(value) & (fillers - 1);
		const [before, after] = [wordAt(first - 1), wordAt(last + 1)];
		add(mix(before, after), filler, false, false);
		if (isTelling(first - 1) && isSpace(units, ends[first - 1]!, starts[first]!))
			add(mix(before, anyWord), filler, false, true);
		if (isTelling(last + 1) && isSpace(units, ends[last]!, starts[last + 1]!))
			add(mix(anyWord, after), filler, false, true);
	}
	const names = new Set<number>();
	const starting: (readonly [setting: number, name: number])[] = [];
	for (let at = 0; at < count; at++) {
		const first = at;
		// “Kok-Tash” is one name.
		while (at + 1 < count && starts[at + 1] === ends[at]! + 1 && units[ends[at]!] === 0x2d) at++;
		if (isNumber[first] || starts[first]! < titleEnd) continue;
		if (!isName(plain, units, kinds, starts[first]!, ends[at]!)) continue;
		const name = nameOf(units, starts[first]!, ends[at]!) & (fillers - 1);
		if (first === 0 || beginsSentence(units, ends[first - 1]!, starts[first]!))
			starting.push([mix(sentenceStart, wordAt(at + 1)), name]);
		else {
			names.add(name);
			add(mix(wordAt(first - 1), wordAt(at + 1)), name, true, true);
		}
	}
	// Any word has a capital at the beginning of a sentence: a name is one that has it elsewhere, too.
	for (const [setting, name] of starting) if (names.has(name)) add(setting, name, true, true);
	const settings: number[] = [];
	for (const [setting, filler] of found) if (filler >= 0) settings.push(setting * fillers + filler);
	return settings.sort((a, b) => a - b);
}

/** Whether what stands in the settings of one text keeps it from being a copy of the other: one number, or two names. */
export function areOpposed(settings: Settings, others: Settings): boolean {
	let names = 0;
	for (let i = 0, j = 0; i < settings.length && j < others.length; ) {
		const [setting, other] = [settingOf(settings[i]!), settingOf(others[j]!)];
		if (setting === other) {
			if (settings[i] !== others[j] && (setting < firstOfNames || ++names === 2)) return true;
			i++;
			j++;
		} else if (setting < other) i++;
		else j++;
	}
	return false;
}

// A story that was rewritten hundreds of times is known well enough.
const mostKept = 1000;

/** Both together; where both know a setting, they agree in all but one name, and the first is kept. */
export function joined(settings: Settings, others: Settings): Settings {
	if (settings.length >= mostKept) return settings;
	const all = [...settings];
	for (let i = 0, j = 0; j < others.length; j++) {
		const setting = settingOf(others[j]!);
		while (i < settings.length && settingOf(settings[i]!) < setting) i++;
		if (i === settings.length || settingOf(settings[i]!) !== setting) all.push(others[j]!);
	}
	return all.length === settings.length ? settings : all.sort((a, b) => a - b);
}

const isSpace = (units: Uint16Array, from: number, to: number): boolean =>
	(to - from === 1 && (units[from] === 0x20 || units[from] === 0xa0 || units[from] === 0x2d)) ||
	(to - from === 2 && units[from] === 0x3a);

/** Whether a word is a name by the look of it: with a capital first and no other. */
function isName(plain: string, units: Uint16Array, kinds: Uint8Array, start: number, end: number): boolean {
	if (end - start < shortestName || kinds[start] !== letter) return false;
	const isCapital = (at: number) => plain.charCodeAt(at) !== units[at];
	if (isCapital(start)) return !isCapital(start + 1);
	// “-ский”, “-ского”.
	return end - start > 6 && units[start]! >= 0x400 && (endsInSk(units, end - 4) || endsInSk(units, end - 5));
}

const beforeSentence = new Set(Array.from('.!?:…"“„«‘\n—–', mark => mark.charCodeAt(0)));

function beginsSentence(units: Uint16Array, from: number, to: number): boolean {
	for (let at = from; at < to; at++) if (beforeSentence.has(units[at]!)) return true;
	return false;
}

const endsInSk = (units: Uint16Array, at: number) => units[at] === 0x441 && units[at + 1] === 0x43a;

const vowels = new Set(Array.from('aeiouyаеёиоуыэюяйіїєöүө', vowel => vowel.charCodeAt(0)));
const startsAlike = 4;

/** A name by its first letters, all vowels alike: “Kok-Tash” and “Koktosh”, “Kyiv” and “Kiev”, “Sept” and “September” are one. */
function nameOf(units: Uint16Array, start: number, end: number): number {
	let hash = 17;
	for (let at = start, letters = 0; at < end && letters < startsAlike; at++) {
		if (units[at] === 0x2d) continue;
		hash = Math.imul(hash, 31) + (vowels.has(units[at]!) ? 1 : units[at]!);
		letters++;
	}
	return finish(hash);
}
