import {lettersOf, other} from './letters.ts';
import {numbersTold} from './numbers-told.ts';
import {type Report, toldAt} from './report.ts';

/** Finds which report told a story first. Remembers the stories of the last days, and no more than it has room for. */
export type Origins = {
	/** Id of the first report that told this report's story; its own where it is the first. Remembers the report. */
	place(report: Report): string;
	/** Remembers a report whose origin is known, without looking for one. Only those of the last three days matter. */
	restore(report: Report): void;
};

// Copies of a wire come within hours, rewritten ones within days; after that like words are another story.
const windowMs = 72 * 3_600_000;
// Measured on edited copies: recall 0.999, precision 1.
const least = 0.35;
const hashes = 64;
const bands = 32;
// In one bucket per band, and in one for the whole text.
const places = bands + 1;
// Of those that share a bucket, as many of the newest are compared.
const mostSteps = 16;
const shingleWords = 3;
// Fewer shingles than this are a headline: one changed word is another story, so only equal ones are copies.
const fewestShingles = 8;
const readAtMost = 20_000;

type Story = {
	readonly id: string;
	readonly origin: string;
	readonly at: number;
	/** The words themselves, for texts too short to be compared by likeness. */
	readonly exact: number;
	readonly numbers: number;
	readonly isShort: boolean;
};

/**
 * Exact and near copies within 72 hours share an origin, but never two texts that tell other numbers.
 *
 * Likeness by MinHash over three-word shingles; candidates share a band and all their numbers, so that
 * bulletins of one pattern, which differ in nothing else, are not even compared. Cost per report does not grow with their number.
 *
 * @param capacity stories remembered; at 100 reports an hour three days are some 7,000
 */
export function createOrigins(capacity = 20_000): Origins {
	const stories: Story[] = [];
	const signatures = new Int32Array(capacity * hashes);
	// Stories are counted from 1. In each bucket of a band the newest, and with each story the one before it in its bucket:
	// counts only fall along the way, so that one whose slot was taken again ends the walk.
	const buckets = 1 << Math.ceil(Math.log2(capacity));
	const newest = new Int32Array(places * buckets);
	const before = new Int32Array(places * capacity);
	const keys = new Int32Array(places * capacity);
	let last = 0;
	// The latest search that came to a story: one that shares several buckets is compared once.
	const comparedBy = new Float64Array(capacity);
	let finds = 0;

	const bucketOf = (place: number, key: number): number => place * buckets + (key & (buckets - 1));

	const alike = (signature: Int32Array, slot: number): number => {
		let same = 0;
		for (let i = 0; i < hashes; i++) if (signature[i] === signatures[slot * hashes + i]) same++;
		return same / hashes;
	};

	const find = (print: Print, at: number): Story | null => {
		let found: Story | null = null;
		let likest = 0;
		finds++;
		for (let place = 0; place < places; place++) {
			const key = print.keys[place]!;
			let count = newest[bucketOf(place, key)]!;
			for (let steps = 0; count > 0 && count > last - capacity && steps < mostSteps; ) {
				const slot = count % capacity;
				if (keys[slot * places + place] === key) {
					steps++;
					const isCompared = comparedBy[slot] === finds;
					comparedBy[slot] = finds;
					const story = stories[slot]!;
					if (!isCompared && story.numbers === print.numbers && Math.abs(story.at - at) <= windowMs) {
						const likeness =
							print.exact === story.exact
								? 1
								: print.isShort || story.isShort
									? 0
									: alike(print.signature, slot);
						if (likeness === 1) return story;
						if (likeness >= least && likeness > likest) {
							found = story;
							likest = likeness;
						}
					}
				}
				count = before[slot * places + place]!;
			}
		}
		return found;
	};

	const remember = (report: Report, print: Print, origin: string): void => {
		last++;
		const slot = last % capacity;
		const {exact, numbers, isShort} = print;
		stories[slot] = {id: report.id, origin, at: toldAt(report), exact, numbers, isShort};
		signatures.set(print.signature, slot * hashes);
		keys.set(print.keys, slot * places);
		for (let place = 0; place < places; place++) {
			const bucket = bucketOf(place, print.keys[place]!);
			before[slot * places + place] = newest[bucket]!;
			newest[bucket] = last;
		}
	};

	return {
		place(report) {
			const print = printOf(report);
			const origin = find(print, toldAt(report))?.origin ?? report.id;
			remember(report, print, origin);
			return origin;
		},
		restore(report) {
			remember(report, printOf(report), report.origin);
		},
	};
}

type Print = {
	readonly signature: Int32Array;
	/** One per band, and one for the whole text; each holds the numbers told. */
	readonly keys: Int32Array;
	readonly exact: number;
	readonly numbers: number;
	readonly isShort: boolean;
};

function printOf({title, text}: Pick<Report, 'title' | 'text'>): Print {
	const whole = `${title}\n${text}`.slice(0, readAtMost).normalize('NFKC').toLowerCase();
	const {units, kinds} = lettersOf(whole);
	const told = lettersOf(numbersTold(whole, {units, kinds})).units;
	const numbers = hashOf(told, 0, told.length);
	const shingles: number[] = [];
	let exact = numbers;
	// The last two words.
	let [two, one] = [0, 0];
	let words = 0;
	for (let at = 0; at < whole.length; ) {
		const start = at;
		while (at < kinds.length && kinds[at] !== other) at++;
		if (at > start) {
			const word = hashOf(units, start, at);
			exact = mix(exact, word);
			if (++words >= shingleWords) shingles.push(mix(mix(two, one), word));
			[two, one] = [one, word];
		} else at++;
	}
	const isShort = shingles.length < fewestShingles;
	const signature = signatureOf(shingles);
	const keys = new Int32Array(places);
	for (let band = 0; band < bands; band++)
		keys[band] = mix(isShort ? exact : mix(signature[band * 2]!, signature[band * 2 + 1]!), numbers);
	keys[bands] = exact;
	return {signature, keys, exact, numbers, isShort};
}

/** The least of each hash over all shingles. Two hashes at a time, each least in a register. */
function signatureOf(shingles: readonly number[]): Int32Array {
	const all = Int32Array.from(shingles);
	const signature = new Int32Array(hashes);
	for (let hash = 0; hash < hashes; hash += 2) {
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

function hashOf(units: Uint16Array, start: number, end: number): number {
	let hash = 0x811c_9dc5 | 0;
	for (let i = start; i < end; i++) hash = Math.imul(hash ^ units[i]!, 0x0100_0193);
	return finish(hash);
}

const mix = (a: number, b: number) => finish(Math.imul(a, 0x9e37_79b1) ^ (b + 0x7f4a_7c15));

/** The last steps of MurmurHash3: every bit of the input moves every bit of the output. */
function finish(value: number): number {
	let hash = value;
	hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
	return hash ^ (hash >>> 16);
}

// Fixed, so that a restart finds the same copies.
const seeds = Int32Array.from({length: hashes}, (_, i) => finish(i * 2 + 1));
const factors = Int32Array.from({length: hashes}, (_, i) => finish(i * 2 + 0x1234_5678) | 1);
