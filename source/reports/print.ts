import {type Letters, lettersOf, other} from './letters.ts';
import {finish, hashOf, hashOfText, mix} from './mixing.ts';
import {type NumberTold, numbersTold} from './numbers-told.ts';
import {type Report, toldAt} from './report.ts';
import {type Settings, settingsOf, type Words} from './settings.ts';

/** What is compared of a report, by MinHash over three-word shingles. */
export type Print = {
	/** Of `hashes` numbers. */
	readonly signature: Int32Array;
	/** The same of the first words below the title, of `leadHashes` numbers. */
	readonly lead: Int32Array;
	/** Of all the words in their order. */
	readonly exact: number;
	/** Of the different numbers told. */
	readonly numbers: number;
	readonly settings: Settings;
	readonly shingles: number;
};

export const hashes = 64;
export const leadHashes = 16;
// A long sentence.
const leadShingles = 24;
const shingleWords = 3;
// Characters; the numbers are read to the end.
const readAtMost = 20_000;

/** The print of a report: the same for the same words, however they are spaced and capitalised. */
export function printOf(
	report: Pick<Report, 'title' | 'text' | 'revision' | 'publishedAt' | 'updatedAt' | 'firstSeenAt'>,
): Print {
	const title = report.title.normalize('NFKC');
	const plain = `${title}\n${report.text.normalize('NFKC')}`;
	const lower = plain.toLowerCase();
	// A letter that is two in lower case would have every later capital in another place: then no word has one.
	const whole = lower.length === plain.length ? plain : lower;
	const letters = lettersOf(lower);
	const year = new Date(toldAt(report)).getUTCFullYear();
	const told = inStory(numbersTold(lower, letters, year), whole, title.length);
	const numbers = hashOfText([...new Set(told.map(({value}) => value))].sort().join(' '));
	const words = wordsOf(letters);
	let exact = numbers;
	let below = 0;
	for (let at = 0; at < words.count; at++) {
		exact = mix(exact, words.hashes[at]!);
		if (words.starts[at]! <= title.length) below = at + 1;
	}
	const shingles = shinglesOf(words);
	return {
		signature: signatureOf(shingles, hashes),
		lead: signatureOf(shingles.subarray(below, below + leadShingles), leadHashes),
		exact,
		numbers,
		settings: settingsOf(whole, letters, words, told, title.length),
		shingles: shingles.length,
	};
}

const most = readAtMost / 2;
// Filled anew for each report, because lists that live for one report are most of what is then swept up.
const scratch = {
	starts: new Int32Array(most),
	ends: new Int32Array(most),
	hashes: new Int32Array(most),
	shingles: new Int32Array(most),
};

function wordsOf({units, kinds}: Letters): Words {
	const {starts, ends, hashes} = scratch;
	const end = Math.min(kinds.length, readAtMost);
	let count = 0;
	for (let at = 0; at < end; at++) {
		if (kinds[at] === other) continue;
		const start = at;
		while (at < end && kinds[at] !== other) at++;
		starts[count] = start;
		ends[count] = at;
		hashes[count++] = hashOf(units, start, at);
	}
	return {count, starts, ends, hashes};
}

function shinglesOf({count, hashes}: Words): Int32Array {
	const shingles = scratch.shingles.subarray(0, Math.max(0, count - shingleWords + 1));
	for (let at = 0; at < shingles.length; at++)
		shingles[at] = mix(mix(hashes[at]!, hashes[at + 1]!), hashes[at + 2]!);
	return shingles;
}

// “BISHKEK, Sept 16 (Reuters) – ”, “Batken, Sept 16 (AP) – ”, “Yerevan, 10 November – ”; not “On Friday, 16 September – ”.
const city = "\\p{Lu}[\\p{Lu} .'’-]{2,40},[^\\n!?;]{2,50}?";
const agency = '(?:\\p{Lu}[^\\n!?;]{1,40})?\\([^)\\n]{2,40}\\)';
const weekday = '\\p{L}*day\\b|Понедел|Вторник|Сред|Четверг|Пятниц|Суббот|Воскрес';
const town = `(?:(?!${weekday})\\p{Lu}\\p{Ll}+[ -]?){1,2},[^\\n!?;,]{2,30}?`;
const dateline = new RegExp(`^\\n?(?:${city}|${agency}|${town}) [-–—] `, 'u');

/** Without the day of the dateline, which tells when a report was written: outlets leave it out or put their own. */
function inStory(told: readonly NumberTold[], plain: string, titleEnd: number): readonly NumberTold[] {
	const end = titleEnd + (dateline.exec(plain.slice(titleEnd, titleEnd + 120))?.[0].length ?? 0);
	return told.filter(({value, start}) => start < titleEnd || start >= end || !/^\d+-\d+$/.test(value));
}

/** The least of each hash over all shingles. Two hashes at a time, each least in a register. */
function signatureOf(shingles: Int32Array, length: number): Int32Array {
	const signature = new Int32Array(length);
	for (let hash = 0; hash < length; hash += 2) {
		const [seed, otherSeed] = [seeds[hash]!, seeds[hash + 1]!];
		const [factor, otherFactor] = [factors[hash]!, factors[hash + 1]!];
		let least = 0x7fff_ffff;
		let otherLeast = 0x7fff_ffff;
		for (let i = 0; i < shingles.length; i++) {
			const shingle = shingles[i]!;
			const value = Math.imul(shingle ^ seed, factor);
			if (value < least) least = value;
			const otherValue = Math.imul(shingle ^ otherSeed, otherFactor);
			if (otherValue < otherLeast) otherLeast = otherValue;
		}
		signature[hash] = least;
		signature[hash + 1] = otherLeast;
	}
	return signature;
}

// Fixed, so that a restart finds the same copies.
const seeds = Int32Array.from({length: hashes}, (_, i) => finish(i * 2 + 1));
const factors = Int32Array.from({length: hashes}, (_, i) => finish(i * 2 + 0x1234_5678) | 1);
