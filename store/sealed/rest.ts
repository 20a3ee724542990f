import {toldAt} from '../matching.ts';
import type {Counted, Kept, Rest} from '../store.ts';
import {isOrigin, isReadAnew} from './columns.ts';
import {hashOf, joinedHash} from './identity.ts';
import type {Known} from './known.ts';
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
	const inMemory = new Set<number>();
	const ids = new Map<number, Kept[]>();
	const origins = new Map<number, Kept[]>();
	for (const kept of held) {
		const {id, revision, origin} = kept.report;
		const key = joinedHash(...hashOf(id));
		inMemory.add(key + revision);
		// Of most items there is one revision, and it is its own origin: then nothing of it is anywhere else.
		if (revision > 1 || revised.has(key)) put(ids, key, kept);
		if (origin !== id) put(origins, joinedHash(...hashOf(origin)), kept);
	}

	const count = (clock: Clock): Counted & {readonly seenUntil: number | null} => {
		const bySource = new Map<string, number>();
		const several = new Map<number, Document[]>();
		let [revisions, reports, told, facts] = [0, 0, 0, 0];
		let seenUntil: number | null = null;
		const add = ({entry, known, document}: Document, key: number): void => {
			reports++;
			facts += known.facts[document]!;
			const source = entry.sources[known.source[document]!] ?? '';
			bySource.set(source, (bySource.get(source) ?? 0) + 1);
			const isFirst = (known.flags[document]! & isOrigin) > 0;
			if (isFirst && !origins.get(key)?.some(kept => isHeldBy(kept, clock))) told++;
		};
		for (const entry of entries) {
			const {known} = entry;
			if (!known) continue;
			for (let place = 0; place < known.count; place++) {
				const document = known.byHash[place]!;
				if (known.flags[document]! & isReadAnew || !isBy(known, document, clock)) continue;
				const key = keyAt(known, place);
				if (inMemory.has(key + known.revision[document]!)) continue;
				revisions++;
				seenUntil = Math.max(seenUntil ?? 0, known.seen[document]! * 1000);
				const of = {entry, known, document};
				if (revised.has(key) || ids.has(key)) put(several, key, of);
				else add(of, key);
			}
		}
		for (const [key, all] of several) {
			const newest = all.reduce((one, other) => (revisionOf(one) > revisionOf(other) ? one : other));
			if (!ids.get(key)?.some(kept => isHeldBy(kept, clock))) add(newest, key);
		}
		return {revisions, reports, origins: told, facts, bySource, seenUntil};
	};
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
