import type {Fact, ReportReference} from '../source/facts/fact.ts';
import type {Head} from '../source/reports/report.ts';
import type {SourceMemory} from '../source/sources/source.ts';
import {type BareFact, type Line, revisionKey} from './format.ts';
import type {Damage, Kept, Snapshot} from './store.ts';

/** Where a line is. `file` is empty while it waits in memory. */
export type Place = {readonly file: string; readonly at: number; readonly bytes: number};

type Stamp = {readonly t: number; readonly place: Place};
type Revision = {kept: Kept; stamp: Stamp; factsStamp: Stamp | null; text: string | null};

/** Everything that is kept, in memory: heads and facts, not texts. */
export type Contents = {
	/** The highest `t` seen. */
	readonly lastT: number;
	/** Takes in a line; the same line any number of times, and lines in any order, give the same contents. */
	apply(line: Line, place: Place, text?: string): void;
	has(id: string, revision: number): boolean;
	/** Where a revision's line is, or its text while that waits in memory; null where it is not kept. */
	find(id: string, revision: number): Place | string | null;
	source(id: string): SourceMemory | null;
	/** Takes in what was remembered of a source elsewhere than in a journal. */
	remember(source: SourceMemory): void;
	/** @returns false where it was known already */
	addDamage(damage: Damage): boolean;
	/** Puts what came from several journals into order of arrival. */
	arrange(): void;
	snapshot(): Pick<Snapshot, 'kept' | 'sources' | 'notes' | 'damage'>;
};

/** Nothing kept yet. */
export function emptyContents(): Contents {
	const revisions: Revision[] = [];
	const positions = new Map<string, number>();
	const sources = new Map<string, {memory: SourceMemory; stamp: Stamp}>();
	const notes = new Map<string, {value: unknown; stamp: Stamp}>();
	const damage = new Map<string, Damage>();
	// Facts read anew of a revision whose own journal has not been read yet.
	const early = new Map<string, Extract<Line, {k: 'f'}> & {place: Place}>();
	let lastT = 0;
	let isInOrder = true;
	// The same list as long as nothing in it has changed, so that who looks at it can tell.
	let kept: readonly Kept[] | null = null;

	function applyReport(line: Extract<Line, {k: 'r'}>, stamp: Stamp, text: string | null) {
		const key = revisionKey(line.report);
		const position = positions.get(key);
		const known = position === undefined ? undefined : revisions[position];
		if (known === undefined) {
			const last = revisions.at(-1);
			if (last && order(stamp, last.stamp) < 0) isInOrder = false;
			positions.set(key, revisions.length);
			revisions.push({kept: keptOf(line), stamp, factsStamp: null, text});
			const anew = early.get(key);
			early.delete(key);
			if (anew) applyFacts(anew, {t: anew.t, place: anew.place});
			return;
		}
		const isSettled = known.text !== null && stamp.t === known.stamp.t && stamp.place.file !== '';
		if (isSettled) {
			known.stamp = stamp;
			known.text = null;
		} else if (order(stamp, known.stamp) < 0) {
			const first = keptOf(line);
			known.kept =
				known.factsStamp === null ? first : keptWith(first.report, known.kept.reader, known.kept.facts);
			known.stamp = stamp;
			known.text = text;
			isInOrder = false;
		}
	}

	function applyFacts(line: Extract<Line, {k: 'f'}>, stamp: Stamp) {
		const key = revisionKey(line);
		const position = positions.get(key);
		const known = position === undefined ? undefined : revisions[position];
		if (known === undefined) {
			const other = early.get(key);
			if (!other || order(stamp, {t: other.t, place: other.place}) > 0)
				early.set(key, {...line, place: stamp.place});
		} else if (known.factsStamp === null || order(stamp, known.factsStamp) > 0) {
			known.kept = keptWith(known.kept.report, line.reader, line.facts);
			known.factsStamp = stamp;
		}
	}

	return {
		get lastT() {
			return lastT;
		},
		apply(line, place, text) {
			const stamp = {t: line.t, place};
			lastT = Math.max(lastT, line.t);
			switch (line.k) {
				case 'r':
					kept = null;
					applyReport(line, stamp, text ?? null);
					break;
				case 'f':
					kept = null;
					applyFacts(line, stamp);
					break;
				case 's': {
					const known = sources.get(line.source.id);
					if (!known || order(stamp, known.stamp) > 0)
						sources.set(line.source.id, {memory: line.source, stamp});
					break;
				}
				case 'm': {
					const known = notes.get(line.name);
					if (!known || order(stamp, known.stamp) > 0) notes.set(line.name, {value: line.value, stamp});
					break;
				}
			}
		},
		has: (id, revision) => positions.has(revisionKey({id, revision})),
		find(id, revision) {
			const position = positions.get(revisionKey({id, revision}));
			const known = position === undefined ? undefined : revisions[position];
			return known ? (known.text ?? known.stamp.place) : null;
		},
		source: id => sources.get(id)?.memory ?? null,
		remember(memory) {
			const known = sources.get(memory.id);
			if (known && (known.memory.lastAskedAt ?? 0) > (memory.lastAskedAt ?? 0)) return;
			sources.set(memory.id, {memory, stamp: known?.stamp ?? {t: 0, place: {file: '', at: 0, bytes: 0}}});
		},
		addDamage(found) {
			const key = `${found.file} ${found.at}`;
			const isKnown = (damage.get(key)?.bytes ?? -1) >= found.bytes;
			if (!isKnown) damage.set(key, found);
			return !isKnown;
		},
		arrange() {
			if (isInOrder) return;
			kept = null;
			revisions.sort((a, b) => order(a.stamp, b.stamp));
			for (const [position, {kept}] of revisions.entries()) positions.set(revisionKey(kept.report), position);
			isInOrder = true;
		},
		snapshot() {
			kept ??= revisions.map(revision => revision.kept);
			return {
				kept,
				sources: new Map(Array.from(sources, ([id, {memory}]) => [id, memory])),
				notes: new Map(Array.from(notes, ([name, {value}]) => [name, value])),
				damage: [...damage.values()],
			};
		},
	};
}

function order(a: Stamp, b: Stamp): number {
	if (a.t !== b.t) return a.t - b.t;
	if (a.place.file !== b.place.file) return a.place.file < b.place.file ? -1 : 1;
	return a.place.at - b.place.at;
}

function keptOf({report, reader, facts}: Extract<Line, {k: 'r'}>): Kept {
	return {report, reader, facts: refer(report, facts)};
}

function keptWith(report: Head, reader: string, facts: readonly BareFact[]): Kept {
	return {
		report,
		reader,
		facts: refer(
			report,
			facts.map(fact => ({...fact})),
		),
	};
}

/** The facts of one report share one reference to it. They are fresh, so it is set in place: copies would cost as much again. */
function refer(report: Head, facts: readonly BareFact[]): readonly Fact[] {
	const {id, source, url, title, publishedAt} = report;
	const reference: ReportReference = {id, source, url, title, publishedAt};
	return facts.map(fact => Object.assign(fact, {report: reference}) as Fact);
}
