import type {
	Ceasefire,
	CeasefireEvent,
	Claim,
	Fact,
	Figure,
	Measure,
	SideId,
	Speaker,
} from '../facts/fact.ts';
import type {Profile} from '../profile/profile.ts';
import type {Head} from '../reports/report.ts';
import type {Source, SourceMemory, SourceState} from '../sources/source.ts';
import {createPicturing, eventAt} from './picturing.ts';
import type {Clock} from './statement.ts';

/*
 * Everything the panels show at one moment, key by key as `trucewatch once --format json` prints it.
 * In memory every instant is milliseconds since the epoch, UTC; printed, it is ISO 8601 (formats/printable.ts).
 */

/** One revision of a report, and what was read from it. */
export type Reading = {readonly report: Head; readonly facts: readonly Fact[]};

export type Replaced = {
	readonly fact: Figure;
	readonly why: 'later total' | 'revised down' | 'withdrawn';
	readonly at: number;
	/** When it was last quoted after it had been replaced: an old figure in a newer report; null: never. */
	readonly repeatedAt: number | null;
	/** True where a report that gave it gives the other number in its place. */
	readonly corrected: boolean;
};

/** What one claimant says of one row, now and before. */
export type Chain = {
	/** The same for one claimant in every row and every picture, however it is named. */
	readonly claimant: string;
	readonly by: Speaker;
	readonly current: Figure;
	/** When the current figure was said, else published. */
	readonly currentAt: number;
	readonly currentFirstSeenAt: number;
	/** When it was last told. */
	readonly lastToldAt: number;
	/** True where the current figure is a sum of a total and “N more”. */
	readonly derived: boolean;
	/** Reports that carry the current figure. */
	readonly copies: number;
	/** Stories behind them: ten outlets that carry one text are one. */
	readonly origins: number;
	/** Who carries it, by name of outlet, first first. */
	readonly carriers: readonly string[];
	/** Oldest first. */
	readonly replaced: readonly Replaced[];
	/** Other figures by the same claimant that are no totals: subsets, incidents, days, fighters or civilians alone, “dozens”. Newest first. */
	readonly parts: readonly Figure[];
	/** Parts of a total that was since revised down, and earlier numbers of all fighters or civilians. Newest first. */
	readonly formerParts: readonly Figure[];
	/** True where the claimant gave no total: `current` is the largest of its parts, a floor and no more. */
	readonly isPart: boolean;
	/** True where the own side or a third party still told a higher total a day after this one was last told. */
	readonly isOutdated: boolean;
};

/** A figure that its reports took back, with nothing by the same claimant in its place. */
export type Withdrawn = {readonly by: Speaker; readonly fact: Figure; readonly at: number};

export type Row = {
	readonly of: SideId;
	readonly measure: Measure;
	readonly low: number | null;
	readonly best: number | null;
	readonly high: number | null;
	/** True where the highest is an “at least”. */
	readonly openEnded: boolean;
	/** How low, best and high were come by, in words. */
	readonly method: string;
	/** Independent first speakers behind the row's current figures. */
	readonly origins: number;
	readonly own: readonly Chain[];
	readonly enemy: readonly Chain[];
	readonly third: readonly Chain[];
	readonly silence: {readonly by: Speaker; readonly since: number; readonly fact: Figure} | null;
	readonly implied: {readonly low: number; readonly from: readonly string[]} | null;
	readonly withdrawn: readonly Withdrawn[];
};

export type CeasefireStatus =
	| 'none'
	| 'called for'
	| 'announced'
	| 'in force'
	| 'holding'
	| 'disputed'
	| 'collapsed';

/** One truce, by all who told of it. */
export type Agreement = {
	/** When it was first told. */
	readonly at: number;
	/** The hour from which it was to hold, as first given. */
	readonly effectiveAt: number | null;
	/** Who told of it first. */
	readonly by: Speaker;
	/** How it was told: `holding` or `in force` where nobody told of its making. */
	readonly event: CeasefireEvent;
	/** True where it was told while the one before it was kept: new terms, not a new truce. */
	readonly extends: boolean;
	/** Id of the place that is named with it, inside the conflict. */
	readonly place: string | null;
	/** When it was first said to be in force or to hold, after its hour. */
	readonly heldAt: number | null;
	/** When a breach of it was first alleged, or its end. */
	readonly breachedAt: number | null;
	/** When its making was last told. */
	readonly lastToldAt: number;
	readonly fact: Ceasefire;
};

export type CeasefirePicture = {
	readonly status: CeasefireStatus;
	readonly renewals: number;
	readonly since: number | null;
	readonly lastViolationAt: number | null;
	/** The last word of each. */
	readonly speakers: readonly {
		readonly by: Speaker;
		readonly says: 'called for' | 'announced' | 'in force' | 'holding' | 'violated' | 'denied' | 'over';
		readonly against: SideId;
		/** True for “to some degree”, “largely”. */
		readonly qualified: boolean;
		readonly at: number;
		readonly fact: Ceasefire;
	}[];
	/** Oldest first; the last one's terms are those that count. */
	readonly agreements: readonly Agreement[];
	/** Violations alleged against each side. */
	readonly violations: Readonly<Record<string, number>>;
	/** The same by days of the profile's zone (`2022-09-17`), oldest first; days without any are left out. */
	readonly violationsByDay: readonly {
		readonly day: string;
		readonly against: Readonly<Record<string, number>>;
	}[];
	/** Oldest first, copies folded. */
	readonly events: readonly Ceasefire[];
};

export type Claimed = {
	readonly id: string;
	readonly fact: Claim;
	/** When it was said, else published. */
	readonly at: number;
	readonly firstSeenAt: number;
	/** Reports that carry it. */
	readonly copies: number;
	/** First tellers behind them: ten outlets that carry one wire are one, and so are one outlet's editions in several languages. */
	readonly origins: number;
	/** By name of outlet, first first. */
	readonly carriers: readonly string[];
	/** Id of the opposite claim. */
	readonly answers: string | null;
};

export type SourceHealth = {
	readonly id: string;
	readonly name: string;
	/** `quiet`: answers, but nothing new for long. `stale`: no answer for long. The rest as SourceState. */
	readonly state: SourceState | 'quiet' | 'stale';
	readonly lastAnswerAt: number | null;
	/** Since when it has not answered, where that is long enough for it to count as lost; null: it does not. */
	readonly lostSince: number | null;
	readonly nextPollAt: number | null;
	/** Reports kept from it. */
	readonly reports: number;
	readonly reason: string | null;
};

export type Picture = {
	readonly version: 1;
	readonly profile: {
		readonly id: string;
		readonly name: string;
		readonly sides: readonly {readonly id: string; readonly name: string}[];
		/** Names of places by id, for people; not printed. */
		readonly places: Readonly<Record<string, string>>;
	};
	readonly asOf: number;
	readonly window: {readonly from: number; readonly to: number};
	readonly tally: {readonly rows: readonly Row[]};
	readonly ceasefire: CeasefirePicture;
	/** By side id, and `others`; newest first. */
	readonly claims: Readonly<Record<string, readonly Claimed[]>>;
	readonly sources: readonly SourceHealth[];
	readonly counts: {readonly reports: number; readonly origins: number; readonly facts: number};
};

export type {CeasefireEvent};

/** One report that carries what a subject says, in its own words. */
export type Carrier = {
	readonly fact: Fact;
	readonly outlet: string;
	/** When it told it. */
	readonly at: number;
	readonly firstSeenAt: number;
	/** Id of the report that told this story first; its own where it is the first. */
	readonly origin: string;
};

/** What a picture can be asked the carriers of. */
export type Carried =
	| {
			readonly kind: 'figure';
			readonly of: SideId;
			readonly measure: Measure;
			readonly claimant: string;
			/** One of the chain's: current, replaced or a part. */
			readonly fact: Figure;
	  }
	| {readonly kind: 'claim'; readonly side: string; readonly id: string}
	| {readonly kind: 'ceasefire'; readonly fact: Ceasefire};

/** What is kept beside the readings that a picture is drawn from. */
export type Rest = {
	/** Counts what is known by a clock and adds to the counts of the readings. */
	count(clock: Clock): Picture['counts'] & {
		/** Reports by the id of their source. */
		readonly bySource: ReadonlyMap<string, number>;
	};
};

export type Sitting = {
	readonly profile: Profile;
	/** The revisions with facts of the time that is drawn, whole reports with the first tellers of their stories; in any order. */
	readonly readings: readonly Reading[];
	/** What else is kept; null: nothing. */
	readonly rest?: Rest | null;
	readonly sources: readonly {readonly source: Source; readonly memory: SourceMemory | null}[];
	readonly now: number;
	/** Draw from what had been published by then; null: by now. */
	readonly asOf?: number | null;
	/** Draw from what had first been seen here by then; null: by now. */
	readonly asSeen?: number | null;
	/** How far back to look where the profile names no event. */
	readonly sinceMs: number;
	/** From when on, in the place of how far back. */
	readonly from?: number | null;
	/** How long between two polls where a source does not say. */
	readonly everyMs: number;
};

/**
 * Draws everything the panels show at one moment, from nothing.
 *
 * Only the newest revision of a report (by the clock) speaks for now; what earlier ones said is history of the chains.
 * Without a clock all that is kept counts, whatever date it bears.
 */
export function picture({
	profile,
	readings,
	rest = null,
	sources,
	now,
	asOf = null,
	asSeen = null,
	...range
}: Sitting): Picture {
	const clock = {asOf, asSeen};
	const keeper = createPicturing(profile, clock, eventAt(profile, asOf ?? asSeen ?? now, range));
	for (const reading of readings) keeper.take(reading);
	return keeper.draw({rest, sources, now, everyMs: range.everyMs});
}
