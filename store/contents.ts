import type {Head} from '../source/reports/report.ts';
import type {SourceMemory} from '../source/sources/source.ts';
import {type BareFact, type Line, revisionKey} from './format.ts';
import {keptWith, refer} from './kept.ts';
import {toldAt} from './matching.ts';
import {damageKey} from './state.ts';
import type {Damage, Kept, Snapshot, Span} from './store.ts';

/** Where a line is: a journal and a byte in it, or a sealed file and the number of the line. `file` is empty while it waits in memory. */
export type Place = {readonly file: string; readonly at: number; readonly bytes: number};

type Stamp = {readonly t: number; readonly file: string; readonly at: number};
type Revision = {
	kept: Kept;
	t: number;
	file: string;
	at: number;
	bytes: number;
	/** Its text was damaged: another line of it may have one. */
	isDamaged: boolean;
	/** When its facts were read anew; null: they are the first. */
	anew: Stamp | null;
	text: string | null;
};
type Anew = Extract<Line, {k: 'f'}> & {readonly place: Place};

/** What is held in memory: heads and facts, not texts. */
export type Contents = {
	/** The highest `t` seen. */
	readonly lastT: number;
	/** How many revisions are held whose line is in a file of which `isSealed` says no. */
	unsealed(isSealed: (file: string) => boolean): number;
	/** Takes in a line; the same line any number of times, and lines in any order, give the same contents. */
	apply(line: Line, place: Place, text?: string): void;
	has(id: string, revision: number): boolean;
	/** Where a revision's line is, or its text while that waits in memory; null where it is not held. */
	find(id: string, revision: number): Place | string | null;
	/** A revision that is held, and when its line was written. */
	held(id: string, revision: number): {readonly kept: Kept; readonly t: number} | null;
	/** Facts read anew of a revision that is not held, where they came last. */
	readAnew(id: string, revision: number): Extract<Line, {k: 'f'}> | null;
	/** What was read anew of revisions that are not held. */
	anew(): Iterable<Extract<Line, {k: 'f'}>>;
	/** Ids of reports that were read anew, by a line that is not in a sealed file yet. */
	readLately(isSealed: (file: string) => boolean): Set<string>;
	source(id: string): SourceMemory | null;
	/** Takes in what was remembered of a source elsewhere than in a journal. */
	remember(source: SourceMemory): void;
	/** @returns false where it was known already */
	addDamage(damage: Damage): boolean;
	/** Holds what has facts told in a span, however old, until a dozen others were asked for since. @returns false where that is held already */
	hold(span: Span): boolean;
	isHeldFor(kept: {readonly report: Head; readonly facts: readonly unknown[]}): boolean;
	/** Ids of reports that are held for their facts, and of those that told their stories first. */
	companions(): ReadonlySet<string>;
	/**
	 * Puts what came from several files into order of arrival, and lets go what is over the bound.
	 *
	 * @param isWhole false while files are still being taken in: what was read anew may yet find its revision
	 */
	arrange(isSealed: (file: string) => boolean, isWhole: boolean): void;
	/** Goes up whenever something was let go. */
	readonly lettings: number;
	/** How many revisions were let go that are wanted for their facts: there were too many. */
	readonly leftOut: number;
	/** Goes up whenever something came in from a sealed file. */
	readonly takings: number;
	/** All revisions of an item that are held. */
	item(id: string): readonly {readonly kept: Kept; readonly t: number}[];
	/** All that is held, with when its line was written and the file that it is in. */
	revisions(): Iterable<{
		readonly kept: Kept;
		readonly t: number;
		readonly file: string;
		readonly at: number;
	}>;
	snapshot(): Pick<Snapshot, 'kept' | 'sources' | 'notes' | 'damage'>;
};

const mostWords = 10_000;
/** Spans held at once: a picture that looks back over two weeks asks for another one each day, for months. */
const mostSpans = 12;
/** Few heads make a picture none the smaller; only what would fill the memory is left out of it. */
const mostForFacts = 200_000;

/**
 * Nothing kept yet.
 *
 * @param most how many of the newest revisions are held; of older ones no more than `mostHeld` for their facts
 */
export function emptyContents(most = 200_000, mostHeld = Math.max(most, mostForFacts)): Contents {
	let revisions: Revision[] = [];
	const byKey = new Map<string, Revision>();
	// How many of those that are held are in which file.
	const inFile = new Map<string, number>();
	// Of items with more than their first revision, the numbers of those that are held.
	const later = new Map<string, Set<number>>();
	const sources = new Map<string, {memory: SourceMemory; stamp: Stamp}>();
	const notes = new Map<string, {value: unknown; stamp: Stamp}>();
	const damage = new Map<string, Damage>();
	// Facts read anew of a revision that is not held, or whose own line has not been read yet.
	const early = new Map<string, Anew>();
	const words = new Map<string, string>();
	let spans: readonly Span[] = [];
	let lastT = 0;
	let lettings = 0;
	let leftOut = 0;
	let takings = 0;
	let isInOrder = true;
	// The same list as long as nothing in it has changed, so that who looks at it can tell.
	let kept: readonly Kept[] | null = null;

	/** One string for all that say the same: each line brings its own. */
	const one = <T extends string | null>(text: T): T => {
		if (text === null) return text;
		const known = words.get(text);
		if (known !== undefined) return known as T;
		// Mostly there are few; where there are not, what is gained is not worth their room.
		if (words.size >= mostWords) words.clear();
		words.set(text, text);
		return text;
	};

	function keptOne(report: Head, reader: string, facts: readonly BareFact[]): Kept {
		const {source, outlet, language} = report;
		const origin = report.origin === report.id ? report.id : report.origin;
		Object.assign(report, {source: one(source), outlet: one(outlet), language: one(language), origin});
		return {report, reader: one(reader), facts: refer(report, facts)};
	}

	const isHeldFor: Contents['isHeldFor'] = ({report, facts}) => {
		if (facts.length === 0) return false;
		const isIn = (at: number): boolean => spans.some(({from, to}) => at >= from && (to === null || at <= to));
		// Told late, it may be of when it was published.
		return isIn(toldAt(report)) || (report.publishedAt !== null && isIn(report.publishedAt));
	};

	function add(made: Revision): void {
		const last = revisions.at(-1);
		if (last && order(made, last) < 0) isInOrder = false;
		const {id, revision} = made.kept.report;
		byKey.set(revisionKey(made.kept.report), made);
		if (revision !== 1) later.set(id, (later.get(id) ?? new Set()).add(revision));
		countBy(inFile, made.file, 1);
		if (isSealedFile(made.file)) takings++;
		revisions.push(made);
	}

	function put(known: Revision, place: Place): void {
		countBy(inFile, known.file, -1);
		countBy(inFile, place.file, 1);
		Object.assign(known, place);
	}

	function applyReport(line: Extract<Line, {k: 'r'}>, {file, at, bytes}: Place, text: string | null) {
		const key = revisionKey(line.report);
		const isDamaged = line.without === 'damaged';
		const known = byKey.get(key);
		if (known === undefined) {
			const made = keptOne(line.report, line.reader, line.facts);
			const anew = early.get(key);
			add({kept: made, t: line.t, file, at, bytes, isDamaged, anew: null, text});
			early.delete(key);
			if (anew) applyFacts(anew, anew.place);
			return;
		}
		// A line whose text is there goes before one whose text is not, whichever came first.
		if (known.isDamaged !== isDamaged) {
			if (known.isDamaged) {
				put(known, {file, at, bytes});
				Object.assign(known, {text, isDamaged});
			}
			return;
		}
		// In a sealed file it is what it was in its journal.
		if (isSealedCopy(known, line.t, file)) {
			if (known.text === null) put(known, {file, at, bytes});
			return;
		}
		if (line.t === known.t && isSealedFile(known.file)) return;
		const isSettled = known.text !== null && line.t === known.t && file !== '';
		if (isSettled) {
			put(known, {file, at, bytes});
			known.text = null;
		} else if (order({t: line.t, file, at}, known) < 0) {
			const first = keptOne(line.report, line.reader, line.facts);
			known.kept = known.anew === null ? first : keptWith(first.report, known.kept.reader, known.kept.facts);
			put(known, {file, at, bytes});
			Object.assign(known, {t: line.t, text});
			isInOrder = false;
		}
	}

	function applyFacts(line: Extract<Line, {k: 'f'}>, place: Place) {
		const key = revisionKey(line);
		const stamp = {t: line.t, file: place.file, at: place.at};
		const known = byKey.get(key);
		if (known === undefined) {
			const other = early.get(key);
			if (!other || order(stamp, {t: other.t, ...other.place}) > 0) early.set(key, {...line, place});
		} else if (
			known.anew === null ||
			(!isSealedCopy(known.anew, line.t, place.file) && order(stamp, known.anew) > 0)
		) {
			known.kept = keptWith(known.kept.report, one(line.reader), line.facts);
			known.anew = stamp;
		}
	}

	/** What was read anew of a revision that is not held is held where its facts are wanted; the rest waits while it is in a journal. */
	function settleEarly(isSealed: (file: string) => boolean): void {
		for (const [key, line] of early) {
			const {report, arrived} = line;
			if (report && arrived !== undefined) {
				const made = keptOne(
					report,
					line.reader,
					line.facts.map(fact => ({...fact})),
				);
				if (isHeldFor(made)) {
					const {file, at} = line.place;
					// Journals have all been read: its own line is in a sealed file.
					const own = {file: elsewhere, at: -1, bytes: 0};
					add({kept: made, t: arrived, ...own, isDamaged: false, anew: {t: line.t, file, at}, text: null});
					early.delete(key);
					continue;
				}
			}
			if (isSealed(line.place.file)) early.delete(key);
		}
	}

	/** With one that is held comes all that tells what it means: other revisions, and who told its story first. */
	function companions(): Set<string> {
		const ids = new Set<string>();
		for (const {kept} of revisions)
			if (isHeldFor(kept)) {
				ids.add(kept.report.id);
				ids.add(kept.report.origin);
			}
		return ids;
	}

	function letGo(isSealed: (file: string) => boolean): void {
		if (revisions.length <= most + (most >> 3)) return;
		const needed = companions();
		let held = 0;
		const left: Revision[] = [];
		// From the newest: those, then what is held for its facts, then what is nowhere else yet.
		for (const [place, revision] of [...revisions].reverse().entries()) {
			const isOld = place >= most;
			const isKept =
				!isOld || (needed.has(revision.kept.report.id) && held < mostHeld) || !isInFiles(revision, isSealed);
			if (isOld && isKept) held++;
			if (isKept) left.push(revision);
			else {
				const {id, revision: number} = revision.kept.report;
				if (needed.has(id)) leftOut++;
				byKey.delete(revisionKey(revision.kept.report));
				countBy(inFile, revision.file, -1);
				later.get(id)?.delete(number);
				if (later.get(id)?.size === 0) later.delete(id);
			}
		}
		revisions = left.reverse();
		kept = null;
		lettings++;
	}

	return {
		get lastT() {
			return lastT;
		},
		get leftOut() {
			return leftOut;
		},
		get lettings() {
			return lettings;
		},
		get takings() {
			return takings;
		},
		item(id) {
			const found: {kept: Kept; t: number}[] = [];
			for (const revision of [1, ...(later.get(id) ?? [])]) {
				const known = byKey.get(revisionKey({id, revision}));
				if (known) found.push({kept: known.kept, t: known.t});
			}
			return found;
		},
		revisions: () => revisions,
		unsealed: isSealed => {
			let count = 0;
			for (const [file, held] of inFile) if (!isSealed(file)) count += held;
			return count;
		},
		apply(line, place, text) {
			lastT = Math.max(lastT, line.t);
			const stamp = {t: line.t, file: place.file, at: place.at};
			switch (line.k) {
				case 'r':
					kept = null;
					applyReport(line, place, text ?? null);
					break;
				case 'f':
					kept = null;
					applyFacts(line, place);
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
				case 'd': {
					const {k: _, t: __, ...found} = line;
					addDamage(found);
				}
			}
		},
		has: (id, revision) => byKey.has(revisionKey({id, revision})),
		find(id, revision) {
			const known = byKey.get(revisionKey({id, revision}));
			if (!known || known.at < 0) return null;
			const {text, file, at, bytes} = known;
			return text ?? {file, at, bytes};
		},
		held(id, revision) {
			const known = byKey.get(revisionKey({id, revision}));
			return known ? {kept: known.kept, t: known.t} : null;
		},
		readAnew: (id, revision) => early.get(revisionKey({id, revision})) ?? null,
		anew: () => early.values(),
		readLately(isSealed) {
			const ids = new Set(Array.from(early.values(), ({id}) => id));
			for (const {kept, anew} of revisions) if (anew && !isSealed(anew.file)) ids.add(kept.report.id);
			return ids;
		},
		source: id => sources.get(id)?.memory ?? null,
		remember(memory) {
			const known = sources.get(memory.id);
			if (known && (known.memory.lastAskedAt ?? 0) > (memory.lastAskedAt ?? 0)) return;
			sources.set(memory.id, {memory, stamp: known?.stamp ?? {t: 0, file: '', at: 0}});
		},
		addDamage,
		hold(span) {
			const isCovered = spans.some(
				({from, to}) => from <= span.from && (to === null || (span.to !== null && span.to <= to)),
			);
			const others = spans.filter(({from, to}) => from !== span.from || to !== span.to);
			spans = [...others, span].slice(-mostSpans);
			return !isCovered;
		},
		isHeldFor,
		companions,
		arrange(isSealed, isWhole) {
			const before = revisions.length;
			if (isWhole && early.size > 0) settleEarly(isSealed);
			if (!isInOrder) revisions.sort(order);
			if (!isInOrder || revisions.length !== before) kept = null;
			isInOrder = true;
			letGo(isSealed);
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

	function addDamage(found: Damage): boolean {
		const key = damageKey(found);
		const isKnown = (damage.get(key)?.bytes ?? -1) >= found.bytes;
		if (!isKnown) damage.set(key, found);
		return !isKnown;
	}
}

/** Some sealed file, whichever. */
const elsewhere = 'elsewhere.seg';

/** By name: journals are called otherwise. */
export const isSealedFile = (file: string): boolean => file.endsWith('.seg');

/** Whether what is in a sealed file is the record that is known from its journal. */
const isSealedCopy = (known: {readonly t: number}, t: number, file: string): boolean =>
	known.t === t && isSealedFile(file);

/** Whether a revision and its facts can be read from sealed files, so that memory may let go of it. */
const isInFiles = ({file, anew}: Revision, isSealed: (file: string) => boolean): boolean =>
	isSealed(file) && (anew === null || isSealed(anew.file));

function countBy(counts: Map<string, number>, key: string, by: 1 | -1): void {
	const count = (counts.get(key) ?? 0) + by;
	if (count === 0) counts.delete(key);
	else counts.set(key, count);
}

function order(a: Stamp, b: Stamp): number {
	if (a.t !== b.t) return a.t - b.t;
	if (a.file !== b.file) return a.file < b.file ? -1 : 1;
	return a.at - b.at;
}
