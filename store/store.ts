import type {Fact} from '../source/facts/fact.ts';
import type {Head, Report} from '../source/reports/report.ts';
import type {SourceMemory} from '../source/sources/source.ts';

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
};

/** What is kept at one moment. Replaced by the next commit, never changed in place. */
export type Snapshot = {
	/** In order of arrival; where a revision was read again, its newest facts. */
	readonly kept: readonly Kept[];
	readonly sources: ReadonlyMap<string, SourceMemory>;
	/** Small values that last between runs, such as `lastLookAt`. */
	readonly notes: ReadonlyMap<string, unknown>;
	readonly damage: readonly Damage[];
	/** A sentence for people while commits are refused (disk full, read-only); null otherwise. */
	readonly trouble: string | null;
	/** True for the instance that polls; false: another one does, and this one follows. */
	readonly isLeader: boolean;
};

/** What one poll brings. */
export type Commit = {
	readonly reports?: readonly {
		readonly report: Report;
		readonly facts: readonly Fact[];
		readonly reader: string;
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

export type Store = {
	readonly directory: string;
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
	close(): Promise<void>;
};
