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
// Some two sentences.
const leadShingles = 40;
const shingleWords = 3;
const readAtMost = 20_000;

/** The print of a report: the same for the same words, however they are spaced and capitalised. */
export function printOf(
	report: Pick<Report, 'title' | 'text' | 'revision' | 'publishedAt' | 'updatedAt' | 'firstSeenAt'>,
): Print {
	const title = report.title.normalize('NFKC');
	const plain = `${title}\n${report.text.slice(0, readAtMost).normalize('NFKC')}`;
	const lower = plain.toLowerCase();
	// A letter that is two in lower case would have every later capital in another place: then no word has one.
	const whole = lower.length === plain.length ? plain : lower;
	const letters = lettersOf(lower);
	const year = new Date(toldAt(report)).getUTCFullYear();
	const told = inStory(numbersTold(lower, letters, year), whole, title.length);
	const numbers = hashOfText([...new Set(told.map(({value}) => value))].sort().join(' '));
	const words = wordsOf(letters);
	const shingles: number[] = [];
	let exact = numbers;
	for (const [index, word] of words.hashes.entries()) {
		exact = mix(exact, word);
		if (index + 1 >= shingleWords)
			shingles.push(mix(mix(words.hashes[index - 2]!, words.hashes[index - 1]!), word));
	}
	const below = Math.max(
		0,
		words.starts.findIndex(start => start > title.length),
	);
	return {
		signature: signatureOf(shingles, hashes),
		lead: signatureOf(shingles.slice(below, below + leadShingles), leadHashes),
		exact,
		numbers,
		settings: settingsOf(whole, letters, words, told, title.length),
		shingles: shingles.length,
	};
}

function wordsOf({units, kinds}: Letters): Words {
	const words: Words = {starts: [], ends: [], hashes: []};
	for (let at = 0; at < kinds.length; ) {
		const start = at;
		while (at < kinds.length && kinds[at] !== other) at++;
		if (at > start) {
			words.starts.push(start);
			words.ends.push(at);
			words.hashes.push(hashOf(units, start, at));
		} else at++;
	}
	return words;
}

// “BISHKEK, Sept 16 (Reuters) – ”, “Batken, Sept 16 (AP) – ”, not “On Friday, 16 September – ”.
const dateline =
	/^\n?(?:\p{Lu}[\p{Lu} .'’-]{2,40},[^\n!?;]{2,50}? |\p{Lu}[^\n!?;]{1,40}\([^)\n]{2,30}\) |\([^)\n]{2,40}\) )[-–—] /u;

/** Without the day of the dateline, which tells when a report was written: outlets leave it out or put their own. */
function inStory(told: readonly NumberTold[], plain: string, titleEnd: number): readonly NumberTold[] {
	const end = titleEnd + (dateline.exec(plain.slice(titleEnd, titleEnd + 120))?.[0].length ?? 0);
	return told.filter(({value, start}) => start < titleEnd || start >= end || !/^\d+-\d+$/.test(value));
}

/** The least of each hash over all shingles. Two hashes at a time, each least in a register. */
function signatureOf(shingles: readonly number[], length: number): Int32Array {
	const all = Int32Array.from(shingles);
	const signature = new Int32Array(length);
	for (let hash = 0; hash < length; hash += 2) {
		const [seed, otherSeed] = [seeds[hash]!, seeds[hash + 1]!];
		const [factor, otherFactor] = [factors[hash]!, factors[hash + 1]!];
		let least = 0x7fff_ffff;
		let otherLeast = 0x7fff_ffff;
		for (let i = 0; i < all.length; i++) {
			const shingle = all[i]!;
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
