import type {Archive} from '../archive.ts';
import type {Contents} from '../contents.ts';
import {revisionKey} from '../format.ts';
import {keptOf} from '../kept.ts';
import {holdsInARow, isAsked, toldAt} from '../matching.ts';
import type {Kept, Search, Wanted} from '../store.ts';
import {wordsOf} from '../words.ts';
import {isReadAnew} from './columns.ts';
import {type Filter, filterOf, mayHold} from './filter.ts';
import {hashOf, joinedHash} from './identity.ts';
import {headOf, textIn} from './lookup.ts';
import {documentsWith, inBoth, wordsIn} from './postings.ts';
import type {Segment} from './segment.ts';
import type {Entry, Segments} from './segments.ts';

const none = new Uint16Array(0);

/** One that has the words; whether it is all that is wanted is looked at when its turn comes. */
type Candidate = {
	readonly told: number;
	/** Null where it is not what is wanted. */
	readonly look: () => Promise<Kept | null>;
};

/**
 * Finds the newest that hold what is looked for. Files are taken by the newest that they hold, and no more of them than are needed.
 *
 * @param find a revision with its facts as they are now
 * @param textOf the text of what is not in a sealed file
 */
export function createSearch(
	segments: Segments,
	contents: Contents,
	find: Archive['find'],
	textOf: (id: string, revision: number) => Promise<string | null>,
): (wanted: Wanted, limit: number) => Promise<Search> {
	// What files may hold; with a file that is mended, or gone, its filter goes.
	const filters = new WeakMap<Segment, Filter>();
	// Words of what is not sealed yet, as long as it is not.
	let live = new Map<string, ReadonlySet<string>>();

	async function liveCandidates(wanted: Wanted, words: readonly string[]): Promise<Candidate[]> {
		const candidates: Candidate[] = [];
		const kept = new Map<string, ReadonlySet<string>>();
		for (const {kept: each, file} of contents.revisions()) {
			if (segments.covers(file)) continue;
			const {id, revision, title} = each.report;
			const key = revisionKey(each.report);
			const read = async () => wordsOf(`${title}\n${(await textOf(id, revision)) ?? ''}`);
			const has = live.get(key) ?? new Set(await read());
			kept.set(key, has);
			if (!words.every(word => has.has(word)) || !isAsked(each, wanted)) continue;
			candidates.push({
				told: toldAt(each.report),
				look: async () => {
					const all = wanted.phrases.length > 0 ? await read() : [];
					return wanted.phrases.every(phrase => holdsInARow(all, phrase)) ? each : null;
				},
			});
		}
		live = kept;
		return candidates;
	}

	/** Documents that hold all words; null where no words are asked for. */
	async function documentsIn(segment: Segment, words: readonly string[]): Promise<Uint16Array | null> {
		if (words.length === 0) return null;
		const known = filters.get(segment);
		if (known && !words.every(word => mayHold(known, Buffer.from(word)))) return none;
		const postings = await segment.postings();
		if (!known) filters.set(segment, filterOf(wordsIn(postings)));
		return words.map(word => documentsWith(postings, word)).reduce(inBoth);
	}

	async function candidatesIn(
		entry: Entry,
		wanted: Wanted,
		words: readonly string[],
		lately: ReadonlySet<number>,
	): Promise<Candidate[]> {
		const {known} = entry;
		if (!known) return [];
		const found = await segments.use(entry, segment => documentsIn(segment, words));
		const documents = words.length === 0 ? [...Array(known.count).keys()] : [...(found ?? [])];
		const isFactual = wanted.kinds.length > 0 || wanted.sides.length > 0;
		// Read anew, one may have facts that it had not.
		const anew = new Set<number>();
		for (let place = 0; place < known.count && isFactual; place++) {
			const key = joinedHash(known.hashes[2 * place]!, known.hashes[2 * place + 1]!);
			if (segments.revised().has(key) || lately.has(key)) anew.add(known.byHash[place]!);
		}
		return documents
			.filter(
				document =>
					mayBe(entry, document, wanted) && (!isFactual || known.facts[document]! > 0 || anew.has(document)),
			)
			.map(document => ({
				told: known.told[document]! * 1000,
				look: async () => {
					const kept = await segments.use(entry, async segment =>
						keptOf(await headOf(segment, document), null),
					);
					if (!kept) return null;
					const now =
						isFactual || (known.facts[document] ?? 0) > 0
							? ((await find(kept.report.id, kept.report.revision))?.kept ?? kept)
							: kept;
					if (!isAsked(now, wanted)) return null;
					if (wanted.phrases.length === 0) return now;
					const text = await segments.use(entry, segment => textIn(segment, document, kept.report));
					const all = wordsOf(`${kept.report.title}\n${text ?? ''}`);
					return wanted.phrases.every(phrase => holdsInARow(all, phrase)) ? now : null;
				},
			}));
	}

	async function findOnce(wanted: Wanted, limit: number): Promise<Search> {
		await segments.refresh();
		await segments.learn();
		const words = [...new Set([...wanted.words, ...wanted.phrases.flat()])];
		const entries = segments.entries
			.filter(
				({info: {told}}) =>
					told !== null &&
					(wanted.from === null || told[1] >= wanted.from) &&
					(wanted.to === null || told[0] <= wanted.to),
			)
			.sort((a, b) => b.info.told![1] - a.info.told![1]);
		const waiting = await liveCandidates(wanted, words);
		const lately = new Set(Array.from(contents.readLately(segments.covers), id => joinedHash(...hashOf(id))));
		const found = new Map<string, Kept>();
		for (const [place, entry] of [...entries, null].entries()) {
			if (entry) waiting.push(...(await candidatesIn(entry, wanted, words, lately)));
			waiting.sort((a, b) => a.told - b.told);
			// What is told before the newest of the files to come waits for them.
			const sure = entries[place + 1]?.info.told?.[1] ?? Number.NEGATIVE_INFINITY;
			while (waiting.length > 0 && (entry === null || waiting.at(-1)!.told > sure) && found.size <= limit) {
				const kept = await waiting.pop()!.look();
				if (kept) found.set(revisionKey(kept.report), kept);
			}
			if (found.size > limit) break;
		}
		const all = [...found.values()].sort((a, b) => toldAt(b.report) - toldAt(a.report));
		return {found: all.slice(0, limit), isMore: all.length > limit};
	}

	return async (wanted, limit) => {
		for (let tries = 0; ; tries++) {
			const {entries, renumberings} = segments;
			const found = await findOnce(wanted, limit);
			// What was merged or mended meanwhile was looked for in the wrong place.
			const isSame = segments.entries === entries && segments.renumberings === renumberings;
			if (isSame || tries === 2) return found;
		}
	};
}

/** Whether what is held of a document speaks against it. */
function mayBe({known, sources}: Entry, document: number, wanted: Wanted): boolean {
	if (!known || known.flags[document]! & isReadAnew) return false;
	if (wanted.sources.length > 0 && !wanted.sources.includes(sources[known.source[document]!] ?? ''))
		return false;
	// To the second; to the millisecond when its turn comes.
	const told = known.told[document]! * 1000;
	if ((wanted.from !== null && told + 1000 < wanted.from) || (wanted.to !== null && told - 1000 > wanted.to))
		return false;
	return true;
}
