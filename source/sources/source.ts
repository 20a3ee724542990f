import type {Item} from '../reports/report.ts';

export type KindName = 'rss' | 'page' | 'file' | 'stdin';

/** One thing to ask, as the user or the profile named it. */
export type Source = {
	/** Stable, the same in every run: the flag without its options. */
	readonly id: string;
	readonly kind: KindName;
	/** URL or path; `-` for standard input. */
	readonly address: string;
	/** For people: given, else the host. */
	readonly name: string;
	/** Id of the side whose voice it is; null: none. */
	readonly side: string | null;
	readonly language: string | null;
	/** How long between two polls; null: what `--every` says. */
	readonly everyMs: number | null;
	/** Whether each item's link is followed for the whole article. */
	readonly full: boolean;
};

/** What to request, as a value. */
export type Ask = {
	readonly url: string;
	readonly headers: Readonly<Record<string, string>>;
};

/** What came back, after redirects and decompression. */
export type Answer = {
	/** The address that answered. */
	readonly url: string;
	readonly status: number;
	/** Lower-case names. */
	readonly headers: Readonly<Record<string, string>>;
	readonly body: Uint8Array;
};

/** What is remembered of a source between polls and runs. */
export type SourceMemory = {
	readonly id: string;
	/** Byte for byte as received; both null after an answer that could not be read. */
	readonly etag: string | null;
	readonly lastModified: string | null;
	/** The address that gave both, after redirects: “not modified” from another one says nothing. */
	readonly validatorsUrl?: string | null;
	/** Where a permanent redirect or the discovery of a feed led; asked instead of the address. */
	readonly movedTo: string | null;
	readonly state: SourceState;
	/** A sentence for people: why it failed, or what was odd about what could be read; null where all is well. */
	readonly reason: string | null;
	/** Failures in a row. */
	readonly failures: number;
	/** When the first of these failures was; null, or not there: none. */
	readonly awaySince?: number | null;
	/** When they became too many for a bad line, so that the source counts as lost; null, or not there: it does not. */
	readonly lostAt?: number | null;
	readonly lastAskedAt: number | null;
	/** Last answer that was read, changed or not. */
	readonly lastAnswerAt: number | null;
	/** Last time something new came in. */
	readonly lastNewAt: number | null;
	readonly nextPollAt: number | null;
	/** The source asked not to be asked before (`Retry-After`); not even a key press does. */
	readonly notBeforeAt?: number | null;
	/** How long the source says that an answer stays fresh (`<ttl>`, `max-age`). */
	readonly freshMs?: number | null;
};

/** `waiting`: not asked yet. `unchanged`: answered, nothing new. `blocked`: refuses us. `gone`: 410, not asked again. `needs key`: asks for a key that is not set. */
export type SourceState = 'waiting' | 'ok' | 'unchanged' | 'failing' | 'blocked' | 'gone' | 'needs key';

/** How one try ended. A failure is a value that the screen shows. */
export type Outcome =
	| {
			readonly ok: true;
			readonly state: 'ok' | 'unchanged';
			/** Empty where nothing has changed. */
			readonly items: readonly Item[];
			/** What was odd but did not stop the reading: “the feed is cut off after 12 items”. */
			readonly notes: readonly string[];
			readonly memory: SourceMemory;
	  }
	| {
			readonly ok: false;
			readonly state: 'failing' | 'blocked' | 'gone';
			readonly reason: string;
			readonly memory: SourceMemory;
	  };

/** What reading one answer gives: items, or where to look instead. */
export type Contents =
	| {
			readonly kind: 'items';
			readonly items: readonly Item[];
			readonly notes: readonly string[];
			readonly ttlMs: number | null;
	  }
	| {readonly kind: 'elsewhere'; readonly urls: readonly string[]};

/** One kind of source: what to ask, and how to read what comes back. */
export type Kind = {
	readonly name: KindName;
	/** @throws {Error} where the address cannot be asked, saying what would be right */
	ask(source: Source, memory: SourceMemory | null): Ask;
	/** @throws {Error} “rss: expected a feed, got …” where the body is not in the source's format */
	read(source: Source, answer: Answer): Contents;
};
