import {toldAt} from '../matching.ts';
import type {Counted, Kept, Rest} from '../store.ts';
import {isOrigin, isReadAnew} from './columns.ts';
import {hashOf, joinedHash} from './identity.ts';
import type {Known} from './known.ts';
import {numberSet} from './number-set.ts';
import type {Entry} from './segments.ts';

/** All is in memory. */
export const noRest: Rest = {
	seenUntil: null,
	count: () => ({revisions: 0, reports: 0, origins: 0, facts: 0, bySource: new Map()}),
};

type Clock = Parameters<Rest['count']>[0];
type Document = {readonly entry: Entry; readonly known: Known; readonly document: number};

/**
 * Counts what is in sealed files and not in memory.
 *
 * @param entries whose `known` is there
 * @param revised items with more than one revision there
 */
export function restOf(entries: readonly Entry[], revised: ReadonlySet<number>, held: readonly Kept[]): Rest {
	const ids = new Map<number, Kept[]>();
	const origins = new Map<number, Kept[]>();
	const inMemory = new Float64Array(held.length);
	for (const [place, kept] of held.entries()) {
		const {id, revision, origin} = kept.report;
		const key = joinedHash(...hashOf(id));
		inMemory[place] = key + revision;
		// Of most items there is one revision, and it is its own origin: then nothing of it is anywhere else.
		if (revision > 1 || revised.has(key)) put(ids, key, kept);
		if (origin !== id) put(origins, joinedHash(...hashOf(origin)), kept);
	}
	const isInMemory = numberSet(inMemory);
	// Looked for a million times: so not in the maps themselves, nor where there is nothing to find.
	const isSeveral = numberSet(Float64Array.from([...revised, ...ids.keys()]));
	const isOriginHeld = numberSet(Float64Array.from(origins.keys()));

	const count = (clock: Clock): Counted & {readonly seenUntil: number | null} => {
		const bySource = new Map<string, number>();
		const several = new Map<number, Document[]>();
		let [revisions, reports, told, facts, seenUntil] = [0, 0, 0, 0, 0];
		for (const entry of entries) {
			const {known} = entry;
			if (!known) continue;
			const ofSource = new Uint32Array(entry.sources.length);
			for (let place = 0; place < known.count; place++) {
				const document = known.byHash[place]!;
				if (known.flags[document]! & isReadAnew || !isBy(known, document, clock)) continue;
				const key = keyAt(known, place);
				if (isInMemory(key + known.revision[document]!)) continue;
				revisions++;
				seenUntil = Math.max(seenUntil, known.seen[document]!);
				if (isSeveral(key)) {
					put(several, key, {entry, known, document});
					continue;
				}
				reports++;
				facts += known.facts[document]!;
				ofSource[known.source[document]!]!++;
				if (isFirst(known, document, key, clock)) told++;
			}
			for (const [number, count] of ofSource.entries())
				if (count > 0) countOf(bySource, entry.sources[number]!, count);
		}
		for (const [key, all] of several) {
			if (ids.get(key)?.some(kept => isHeldBy(kept, clock))) continue;
			const {entry, known, document} = all.reduce((one, other) =>
				revisionOf(one) > revisionOf(other) ? one : other,
			);
			reports++;
			facts += known.facts[document]!;
			countOf(bySource, entry.sources[known.source[document]!]!, 1);
			if (isFirst(known, document, key, clock)) told++;
		}
		const until = revisions === 0 ? null : seenUntil * 1000;
		return {revisions, reports, origins: told, facts, bySource, seenUntil: until};
	};

	/** Whether a report told its story first, and nobody in memory says so. */
	const isFirst = (known: Known, document: number, key: number, clock: Clock): boolean =>
		(known.flags[document]! & isOrigin) > 0 &&
		!(isOriginHeld(key) && origins.get(key)!.some(kept => isHeldBy(kept, clock)));

	const all = count({asOf: null, asSeen: null});
	if (all.seenUntil === null) return noRest;
	let last: {clock: Clock; counted: Counted} | null = null;
	return {
		seenUntil: all.seenUntil,
		count(clock) {
			if (clock.asOf === null && clock.asSeen === null) return all;
			if (last?.clock.asOf !== clock.asOf || last.clock.asSeen !== clock.asSeen)
				last = {clock, counted: count(clock)};
			return last.counted;
		},
	};
}

function countOf(counts: Map<string, number>, key: string, by: number): void {
	counts.set(key, (counts.get(key) ?? 0) + by);
}

function put<Value>(map: Map<number, Value[]>, key: number, value: Value): void {
	const known = map.get(key);
	if (known) known.push(value);
	else map.set(key, [value]);
}

const revisionOf = ({known, document}: Document): number => known.revision[document]!;

const keyAt = ({hashes}: Known, place: number): number =>
	joinedHash(hashes[2 * place]!, hashes[2 * place + 1]!);

const isBy = ({told, seen}: Known, document: number, {asOf, asSeen}: Clock): boolean =>
	(asOf === null || told[document]! * 1000 <= asOf) && (asSeen === null || seen[document]! * 1000 <= asSeen);

const isHeldBy = ({report}: Kept, {asOf, asSeen}: Clock): boolean =>
	(asOf === null || toldAt(report) <= asOf) && (asSeen === null || report.firstSeenAt <= asSeen);
