import type {Fact} from '../source/facts/fact.ts';
import type {Head, Report} from '../source/reports/report.ts';
import type {SourceMemory} from '../source/sources/source.ts';
import type {Without} from './format.ts';
import type {Compacted} from './sealing/compact.ts';

/** One revision as it is kept: its head, and its facts with the version of the reader that read them. */
export type Kept = {
	readonly report: Head;
	readonly facts: readonly Fact[];
	/** Version of the reader; facts of another version are to be read again. */
	readonly reader: string;
};

/** Something on disk that could not be read. The raw bytes are kept beside it. */
export type Damage = {
	readonly file: string;
	/** Byte position in the file. */
	readonly at: number;
	readonly bytes: number;
	/** A sentence for people. */
	readonly reason: string;
	/** Where the raw bytes were set aside; null where they could not be. */
	readonly setAside: string | null;
	/** True where nothing was lost: all that was hurt could be had back. */
	readonly isRepaired?: boolean;
};

/** A span of time by when reports were told, both ends in it; `to` null: no end. */
export type Span = {readonly from: number; readonly to: number | null};

/** How much there is of something, by a clock. */
export type Counted = {
	readonly revisions: number;
	/** Reports, each counted once, by the newest of its revisions. */
	readonly reports: number;
	/** Stories: reports with one origin are one. */
	readonly origins: number;
	/** Facts of the newest revisions. */
	readonly facts: number;
	/** Reports by the id of their source. */
	readonly bySource: ReadonlyMap<string, number>;
};

/** What is not in memory, in numbers: added to those of what is, they are those of all that is kept. */
export type Rest = {
	/** When the last revision of it was first seen; null: all is in memory. */
	readonly seenUntil: number | null;
	/**
	 * Counts what had been told by `asOf` and first seen by `asSeen` (null: not limited).
	 *
	 * Of reports only those of which no revision so known is in memory, of origins only those that no report so known in
	 * memory has: so that nothing is counted twice. Not limited, it is known at once; else it may cost a look at each revision.
	 */
	count(clock: {readonly asOf: number | null; readonly asSeen: number | null}): Counted;
};

/** What is kept at one moment. Replaced by the next commit, never changed in place. */
export type Snapshot = {
	/**
	 * What is held in memory, in order of arrival: the newest revisions, and of older ones those with facts told in a span that
	 * is held. With one come all revisions of its report, which tell what was first told when and what was taken back, and the
	 * report that told its story first, which tells who speaks. Where a revision was read again, it stands where it stood, with
	 * its newest facts. Mostly the list of the last time with more at its end; but what is old may leave it, and what is held may
	 * come in between.
	 */
	readonly kept: readonly Kept[];
	/** How many revisions are kept, in memory or not. */
	readonly count: number;
	/** What is kept and is not in `kept`; the same object as long as neither has changed in what it counts. */
	readonly rest: Rest;
	readonly sources: ReadonlyMap<string, SourceMemory>;
	/** Small values that last between runs, such as `lastLookAt`. */
	readonly notes: ReadonlyMap<string, unknown>;
	readonly damage: readonly Damage[];
	/** A sentence for people while commits are refused (disk full, read-only); null otherwise. */
	readonly trouble: string | null;
	/** A sentence for people while full journals cannot be sealed; what comes in is kept all the same. Null otherwise. */
	readonly unsealed: string | null;
	/** How many old revisions are not in memory although their facts are told in a span that is held: there are too many. */
	readonly leftOut: number;
	/** True for the instance that polls; false: another one does, and this one follows. */
	readonly isLeader: boolean;
};

/** What one poll brings. */
export type Commit = {
	readonly reports?: readonly {
		readonly report: Report;
		readonly facts: readonly Fact[];
		readonly reader: string;
		/** Set where the text was dropped elsewhere, and is empty here for that reason. */
		readonly without?: 'not kept';
		/** The revision is kept, and its text was damaged: this is it. */
		readonly isMended?: boolean;
	}[];
	/** Revisions that were read again. */
	readonly facts?: readonly {
		readonly id: string;
		readonly revision: number;
		readonly facts: readonly Fact[];
		readonly reader: string;
	}[];
	readonly sources?: readonly SourceMemory[];
	readonly notes?: Readonly<Record<string, unknown>>;
};

/** One revision on a walk through all that is kept. */
export type Walked = {
	readonly kept: Kept;
	/** Null where there is none, or it was not asked for. */
	readonly text: string | null;
	/** Why there is none, where it was asked for. */
	readonly without?: Without | null;
};

/** What is looked for: all of it must hold. */
export type Wanted = {
	/** Words as `wordsOf` cuts them, each somewhere in the title or the text. */
	readonly words: readonly string[];
	/** Words in a row. */
	readonly phrases: readonly (readonly string[])[];
	/** Ids of sources, any of them; empty: all. */
	readonly sources: readonly string[];
	/** Kinds of facts, any of them; empty: with or without facts. */
	readonly kinds: readonly Fact['kind'][];
	/** Ids of sides that a fact is about or said by, any of them; with `kinds`, of the same fact. Empty: all. */
	readonly sides: readonly string[];
	/** By when it was told; null: no end. */
	readonly from: number | null;
	readonly to: number | null;
};

export type Search = {
	/** Newest told first; of an item with several revisions each that holds what is looked for. */
	readonly found: readonly Kept[];
	/** Whether there are more than were asked for. */
	readonly isMore: boolean;
};

export type Store = {
	readonly directory: string;
	/** Settles when all that fits into memory has been read; until then the newest may be missing that have no facts. */
	readonly filled: Promise<void>;
	snapshot(): Snapshot;
	/** Called after each change, of this instance or another one. Returns what ends it. */
	subscribe(listener: () => void): () => void;
	/**
	 * Keeps what one poll brought; settles once it is on disk. Reports already kept (same id and revision) are left as they are.
	 *
	 * @throws {StoreError} where the disk refuses; what was refused stays in memory, is shown as trouble, and is tried again with the next commit
	 */
	commit(commit: Commit): Promise<void>;
	/** The body of a revision; null where it is not kept or was damaged. */
	text(id: string, revision: number): Promise<string | null>;
	/** Why a revision that is kept has no text; null where it has one, or nobody knows the revision. */
	whyNoText(id: string, revision: number): Promise<Without | null>;
	/** All revisions of an item, oldest first, whether in memory or not. */
	revisions(id: string): Promise<readonly Kept[]>;
	/**
	 * All that was kept when it began, a slice at a time, whether in memory or not.
	 *
	 * @param how.order of arrival
	 * @param how.from only what arrived before (newest first) or after (oldest first) that revision, which is not given
	 */
	walk(how: {
		readonly order: 'oldest first' | 'newest first';
		readonly withTexts: boolean;
		readonly from?: {readonly id: string; readonly revision: number} | null;
	}): AsyncGenerator<readonly Walked[]>;
	/**
	 * Holds facts told in a span from now on, however old; settles when they are in the snapshot. Where a dozen other spans have been
	 * asked for since, it may be let go.
	 */
	hold(span: Span): Promise<void>;
	/** Finds the newest that hold what is looked for. */
	search(wanted: Wanted, limit: number): Promise<Search>;
	/** Seals what of this instance is full, and where no other one leads all that nobody writes any more; settles when that is done. @param onProgress how many files are left */
	sealAll(onProgress: (left: number) => void): Promise<void>;
	/**
	 * Makes the store small: seals all, drops what newer records have replaced, removes what is left over.
	 *
	 * @returns null where another instance leads, whose work this is then
	 * @throws {StoreError} where the disk refuses
	 */
	compact(onProgress: (left: number) => void): Promise<Compacted | null>;
	close(): Promise<void>;
};
