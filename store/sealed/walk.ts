import type {Contents} from '../contents.ts';
import {decodeHead, decodeLine, type Line, revisionKey, type Without} from '../format.ts';
import {keptOf, newestOf} from '../kept.ts';
import type {Kept, Store, Walked} from '../store.ts';
import {isReadAnew} from './columns.ts';
import {hashOf, joinedHash} from './identity.ts';
import type {Known} from './known.ts';
import {textIn} from './lookup.ts';
import type {Entry, Segments} from './segments.ts';

type Anew = Extract<Line, {k: 'f'}>;
type Item = {
	readonly t: number;
	readonly file: string;
	readonly at: number;
	readonly kept: () => Kept;
	readonly text: () => Promise<string | null>;
	/** Why there is no text. */
	readonly without: () => Promise<Without | null>;
};
/** How a text is read that is not where it was. */
type Texts = Pick<Store, 'text' | 'whyNoText'>;

const sliceLength = 100;

/**
 * Walks through all that is kept, in order of arrival. Sealed files whose times overlap are taken together, so that no more than
 * their heads are in memory at once.
 *
 * @param texts those of what is not in a sealed file
 */
export async function* walk(
	segments: Segments,
	contents: Contents,
	texts: Texts,
	{order, withTexts, from = null}: Parameters<Store['walk']>[0],
): AsyncGenerator<readonly Walked[]> {
	await segments.refresh();
	await segments.learn();
	const turn = order === 'oldest first' ? 1 : -1;
	const byArrival = (a: Item, b: Item): number =>
		turn * (a.t - b.t || (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.at - b.at);
	const live = liveItems(segments, contents, texts).sort(byArrival);
	const anew = await readAnew(segments, contents);
	const groups = together(segments.entries);
	const isTwice = twice(segments.entries, live);
	const given = new Set<string>();
	let isPast = from === null;
	let next = 0;

	for (const group of [...(turn > 0 ? groups : groups.reverse()), null]) {
		const items = group ? await itemsOf({segments, contents, anew, texts}, group.entries) : [];
		// What is not sealed has its place among them.
		const end = group && (turn > 0 ? group.to : group.from);
		while (next < live.length && (end === null || turn * (live[next]!.t - end) <= 0))
			items.push(live[next++]!);
		items.sort(byArrival);
		let slice: Walked[] = [];
		for (const item of items) {
			const kept = item.kept();
			const {id, revision} = kept.report;
			if (isTwice(id, revision)) {
				const key = revisionKey(kept.report);
				if (given.has(key)) continue;
				given.add(key);
			}
			if (isPast) slice.push(await walked(kept, item, texts, withTexts));
			else isPast = id === from?.id && revision === from.revision;
			if (slice.length === sliceLength) {
				yield slice;
				slice = [];
			}
		}
		if (slice.length > 0) yield slice;
	}
	// Not there any more: from the beginning, rather than nothing.
	if (!isPast) yield* walk(segments, contents, texts, {order, withTexts, from: null});
}

async function walked(kept: Kept, item: Item, texts: Texts, withTexts: boolean): Promise<Walked> {
	if (!withTexts) return {kept, text: null, without: null};
	// Where it was damaged, another line may have it.
	const text = (await item.text()) ?? (await texts.text(kept.report.id, kept.report.revision));
	return {kept, text, without: text === null ? await item.without() : null};
}

function liveItems(segments: Segments, contents: Contents, texts: Texts): Item[] {
	const items: Item[] = [];
	for (const {kept, t, file, at} of contents.revisions())
		if (!segments.covers(file))
			items.push({
				t,
				file,
				at,
				kept: () => kept,
				text: () => texts.text(kept.report.id, kept.report.revision),
				without: () => texts.whyNoText(kept.report.id, kept.report.revision),
			});
	return items;
}

type Look = {
	readonly segments: Segments;
	readonly contents: Contents;
	readonly anew: ReadonlyMap<string, Anew>;
	readonly texts: Texts;
};

async function itemsOf(look: Look, entries: readonly Entry[]): Promise<Item[]> {
	const items: Item[] = [];
	for (const entry of entries) {
		const found = await itemsIn(look, entry);
		items.push(...(found ?? (await itemsElsewhere(look, entry))));
	}
	return items;
}

/** Null where the file is there no more. */
async function itemsIn({segments, contents, anew, texts}: Look, entry: Entry): Promise<Item[] | null> {
	return segments.use(entry, async segment => {
		const items: Item[] = [];
		const arrived = (await segment.columns()).arrived;
		for await (const {document, rows} of segment.rows(['FACT', 'HEAD']))
			for (const [place, {json, number}] of rows.entries())
				items.push({
					t: arrived[document + place]!,
					file: entry.info.name,
					at: number,
					kept: () => {
						const line = decodeHead(json)!;
						const {id, revision} = line.report;
						return (
							contents.held(id, revision)?.kept ?? keptOf(line, anew.get(revisionKey(line.report)) ?? null)
						);
					},
					text: async () => {
						const {report} = decodeHead(json)!;
						const isSame = entry.segment === segment;
						const text = isSame
							? await segments.use(entry, now =>
									now === segment ? textIn(now, document + place, report) : none,
								)
							: null;
						// Merged or mended meanwhile, it is elsewhere.
						return text ?? texts.text(report.id, report.revision);
					},
					without: async () => {
						const {report, without} = decodeHead(json)!;
						return without ?? texts.whyNoText(report.id, report.revision);
					},
				});
		return items;
	});
}

const none = Promise.resolve(null);

/** What was in a file, out of those that it was merged into meanwhile. */
async function itemsElsewhere(look: Look, entry: Entry): Promise<Item[]> {
	const {segments} = look;
	await segments.refresh();
	await segments.learn();
	const wanted = new Set(keysOf(entry.known));
	const items: Item[] = [];
	for (const other of segments.entries)
		if (keysOf(other.known).some(key => wanted.has(key)))
			for (const item of (await itemsIn(look, other)) ?? []) {
				const {id, revision} = item.kept().report;
				if (wanted.delete(joinedHash(...hashOf(id)) + revision)) items.push(item);
			}
	return items;
}

/** A number for each revision in a file. */
function keysOf(known: Known | null): number[] {
	const keys: number[] = [];
	for (let place = 0; place < (known?.count ?? 0); place++) {
		const document = known!.byHash[place]!;
		if (known!.flags[document]! & isReadAnew) continue;
		keys.push(
			joinedHash(known!.hashes[2 * place]!, known!.hashes[2 * place + 1]!) + known!.revision[document]!,
		);
	}
	return keys;
}

/** What was read anew, by its revision: mostly little, since a file that is made anew takes it in. */
async function readAnew(segments: Segments, contents: Contents): Promise<Map<string, Anew>> {
	const lines = new Map<string, Anew[]>();
	const add = (line: Anew) => {
		const key = revisionKey(line);
		lines.set(key, [...(lines.get(key) ?? []), line]);
	};
	for (const entry of segments.entries)
		if (entry.known?.flags.some(flags => flags & isReadAnew))
			await segments.use(entry, async segment => {
				for await (const {rows} of segment.rows(['ELSE']))
					for (const {json} of rows) {
						const line = decodeLine(json);
						if (line && line !== 'unknown' && line.k === 'f') add(line);
					}
			});
	for (const line of contents.anew()) add(line);
	return new Map(Array.from(lines, ([key, all]) => [key, newestOf(all)!]));
}

type Group = {from: number; to: number; readonly entries: Entry[]};

/** Files whose times overlap, together; groups in order of arrival. */
function together(entries: readonly Entry[]): Group[] {
	const groups: Group[] = [];
	for (const entry of entries) {
		const [from, to] = entry.info.arrived ?? [0, 0];
		const last = groups.at(-1);
		if (last && from <= last.to) {
			last.entries.push(entry);
			last.to = Math.max(last.to, to);
		} else groups.push({from, to, entries: [entry]});
	}
	return groups;
}

/** Whether a revision may be there twice: several may have kept the same. */
function twice(entries: readonly Entry[], live: readonly Item[]): (id: string, revision: number) => boolean {
	const keys: number[] = [];
	const all = new Float64Array(entries.reduce((sum, {known}) => sum + (known?.count ?? 0), 0));
	let count = 0;
	for (const {known} of entries) for (const key of keysOf(known)) all[count++] = key;
	const sorted = all.subarray(0, count).sort();
	for (let place = 1; place < count; place++)
		if (sorted[place] === sorted[place - 1]) keys.push(sorted[place]!);
	const twiceSealed = new Set(keys);
	const isLive = new Set(live.map(({kept}) => revisionKey(kept().report)));
	return (id, revision) =>
		twiceSealed.has(joinedHash(...hashOf(id)) + revision) || isLive.has(revisionKey({id, revision}));
}
