import {mix} from './mixing.ts';
import {hashes, leadHashes, type Print, printOf} from './print.ts';
import {type Report, toldAt} from './report.ts';
import {createRows} from './rows.ts';
import {areOpposed, joined, type Settings} from './settings.ts';

/** Finds which report told a story first. Remembers the stories of the last days, and no more than it has room for. */
export type Origins = {
	/** Id of the first report that told this report's story; its own where it is the first. Remembers the report. */
	place(report: Report): string;
	/** Remembers a report whose origin is known, without looking for one. Only those of the last three days matter. */
	restore(report: Report): void;
};

// Copies of a wire come within hours, rewritten ones within days; after that like words are another story.
const windowMs = 72 * 3_600_000;
// Of all shingles of two texts so many are in both. Below the second, two stories above the same background are as like: then
// their leads must have something in common.
const leastLike = 0.35;
const leastWithoutLead = 0.6;
// Of a wire cut to its lead nearly all is in the whole one, which may be five times as long.
const leastLikeOfCut = 0.2;
const leastOfCut = 0.8;
const bands = 32;
// In one bucket per band, and in one for the whole text.
const places = bands + 1;
// Of those that share a bucket, as many of the newest are compared.
const mostSteps = 16;
// Fewer shingles than this are a headline: one changed word is another story, so only equal ones are copies.
const fewestShingles = 8;

/** What all reports of one origin tell. */
type Story = {
	/** Null for a later revision that tells another story than its first: copies of it are none of those, and the first of them gives its id. */
	origin: string | null;
	readonly numbers: number;
	/** Of all that were found to tell it, so that no two of them are opposed, however alike each is to a third. */
	settings: Settings;
	/** When it was told first and last: all within the window, so that what is told every day is not one story for ever. */
	since: number;
	until: number;
	/** How many of the remembered tell it. */
	tellings: number;
};

// What is kept of a telling in whole numbers, behind its signature.
const leadAt = hashes;
const exactAt = leadAt + leadHashes;
const numbersAt = exactAt + 1;
const shinglesAt = exactAt + 2;
const comparedAt = exactAt + 3;
const tellingWidth = exactAt + 4;

/**
 * Exact and near copies within 72 hours share an origin, but never two texts that tell other numbers.
 *
 * Likeness by MinHash over three-word shingles; candidates share a band and all their numbers, so that
 * bulletins of one pattern, which differ in nothing else, are not even compared. Where the same numbers count other things, or names
 * have changed places, what they stand between tells. Cost per report does not grow with their number.
 *
 * @param capacity tellings remembered, some 900 bytes each: three days at 2,700 reports an hour, seventeen hours at 200 a minute
 */
export function createOrigins(capacity = 200_000): Origins {
	// Tellings are counted from 1 and take the slots in turn, each that of the oldest once all are taken.
	const tellings = createRows(tellingWidth);
	const stories: Story[] = [];
	const byOrigin = new Map<string, Story>();
	let last = 0;
	let finds = 0;
	// In each bucket of a place the newest telling, and with each telling the one before it in its bucket: counts only fall
	// along the way, so that one whose slot was taken again ends the walk.
	const newest = createRows(places);
	const before = createRows(places);
	// As many buckets as tellings, one more with each: every growth divides one bucket, so that none is slow.
	let buckets = 1;
	let doubled = 1;

	const bucketOf = (key: number): number => {
		const bucket = key & (doubled * 2 - 1);
		return bucket < buckets ? bucket : key & (doubled - 1);
	};

	const isRemembered = (count: number): boolean => count > 0 && count > last - capacity;

	const keyOf = (slot: number, place: number): number =>
		keyAt(tellings.page(slot), tellings.start(slot), place);

	/** Divides the bucket whose turn it is, each half in the order that it had. */
	const grow = (): void => {
		const [from, to] = [buckets - doubled, buckets];
		buckets++;
		for (let place = 0; place < places; place++) {
			let count = newest.page(from)[newest.start(from) + place]!;
			let [fromPage, fromAt] = [newest.page(from), newest.start(from) + place];
			let [toPage, toAt] = [newest.page(to), newest.start(to) + place];
			while (isRemembered(count)) {
				const slot = count % capacity;
				const [page, at] = [before.page(slot), before.start(slot) + place];
				if ((keyOf(slot, place) & (doubled * 2 - 1)) === to) {
					toPage[toAt] = count;
					[toPage, toAt] = [page, at];
				} else {
					fromPage[fromAt] = count;
					[fromPage, fromAt] = [page, at];
				}
				count = page[at]!;
			}
			fromPage[fromAt] = 0;
			toPage[toAt] = 0;
		}
		if (buckets === doubled * 2) doubled = buckets;
	};

	const find = (print: Print, row: Int32Array, at: number): Story | null => {
		let found: Story | null = null;
		let likest = 0;
		finds = (finds + 1) | 0;
		// Headlines are looked for as a whole alone.
		for (let place = print.shingles < fewestShingles ? bands : 0; place < places; place++) {
			const key = keyAt(row, 0, place);
			const bucket = bucketOf(key);
			let count = newest.page(bucket)[newest.start(bucket) + place]!;
			for (let steps = 0; isRemembered(count) && steps < mostSteps; ) {
				const slot = count % capacity;
				const page = tellings.page(slot);
				const start = tellings.start(slot);
				if (keyAt(page, start, place) === key) {
					steps++;
					// One that shares several buckets is compared once.
					const isCompared = page[start + comparedAt] === finds;
					page[start + comparedAt] = finds;
					if (!isCompared && page[start + numbersAt] === print.numbers && isInWindow(stories[slot]!, at)) {
						if (page[start + exactAt] === print.exact) return stories[slot]!;
						const likeness = likenessOf(print, page, start);
						if (likeness > likest && !areOpposed(stories[slot]!.settings, print.settings)) {
							found = stories[slot]!;
							likest = likeness;
						}
					}
				}
				count = before.page(slot)[before.start(slot) + place]!;
			}
		}
		return found;
	};

	/** The story of an origin, with what one more telling adds to it. */
	const storyOf = (origin: string, {numbers, settings}: Print, at: number): Story => {
		const known = byOrigin.get(origin);
		if (
			known &&
			known.numbers === numbers &&
			isInWindow(known, at) &&
			!areOpposed(known.settings, settings)
		) {
			known.settings = joined(known.settings, settings);
			known.since = Math.min(known.since, at);
			known.until = Math.max(known.until, at);
			return known;
		}
		const story = {origin: known ? null : origin, numbers, settings, since: at, until: at, tellings: 0};
		if (!known) byOrigin.set(origin, story);
		return story;
	};

	const remember = (print: Print, row: Int32Array, story: Story): void => {
		last++;
		const slot = last % capacity;
		const gone = stories[slot];
		if (gone && --gone.tellings === 0 && gone.origin !== null) byOrigin.delete(gone.origin);
		story.tellings++;
		stories[slot] = story;
		tellings.page(slot).set(row, tellings.start(slot));
		if (buckets < last && buckets < capacity) grow();
		const isHeadline = print.shingles < fewestShingles;
		for (let place = isHeadline ? bands : 0; place < places; place++) {
			const bucket = bucketOf(keyAt(row, 0, place));
			const [page, at] = [newest.page(bucket), newest.start(bucket) + place];
			before.page(slot)[before.start(slot) + place] = page[at]!;
			page[at] = last;
		}
	};

	return {
		place(report) {
			const print = printOf(report);
			const row = rowOf(print);
			const at = toldAt(report);
			const found = find(print, row, at);
			if (found && found.origin === null && !byOrigin.has(report.id)) {
				found.origin = report.id;
				byOrigin.set(report.id, found);
			}
			const origin = found?.origin ?? report.id;
			remember(print, row, storyOf(origin, print, at));
			return origin;
		},
		restore(report) {
			const print = printOf(report);
			remember(print, rowOf(print), storyOf(report.origin, print, toldAt(report)));
		},
	};
}

const isInWindow = ({since, until}: Story, at: number): boolean =>
	Math.max(until, at) - Math.min(since, at) <= windowMs;

function rowOf(print: Print): Int32Array {
	const row = new Int32Array(tellingWidth);
	row.set(print.signature);
	row.set(print.lead, leadAt);
	row[exactAt] = print.exact;
	row[numbersAt] = print.numbers;
	row[shinglesAt] = print.shingles;
	return row;
}

/** What brings tellings into one bucket: of a band its two hashes with the numbers told, of the whole text all its words. */
function keyAt(page: Int32Array, start: number, place: number): number {
	if (place === bands) return page[start + exactAt]!;
	return mix(mix(page[start + place * 2]!, page[start + place * 2 + 1]!), page[start + numbersAt]!);
}

/** From 0, where a text is no copy of another, to 1. */
function likenessOf({signature, lead, shingles}: Print, page: Int32Array, start: number): number {
	const others = page[start + shinglesAt]!;
	if (shingles < fewestShingles || others < fewestShingles) return 0;
	const like = agreeing(signature, page, start) / hashes;
	if (like >= leastWithoutLead) return like;
	if (like < leastLikeOfCut) return 0;
	const ofShorter = (like * (shingles + others)) / (1 + like) / Math.min(shingles, others);
	if (like < leastLike && ofShorter < leastOfCut) return 0;
	return agreeing(lead, page, start + leadAt) > 0 ? like : 0;
}

function agreeing(signature: Int32Array, page: Int32Array, start: number): number {
	let same = 0;
	for (let i = 0; i < signature.length; i++) if (signature[i] === page[start + i]) same++;
	return same;
}
