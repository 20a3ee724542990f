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
import type {Head} from '../reports/report.ts';
import type {SourceState} from '../sources/source.ts';

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
};

/** What one claimant says of one row, now and before. */
export type Chain = {
	readonly by: Speaker;
	readonly current: Figure;
	/** When the current figure was said, else published. */
	readonly currentAt: number;
	readonly currentFirstSeenAt: number;
	/** True where the current figure is a sum of a total and “N more”. */
	readonly derived: boolean;
	/** Reports that carry the current figure. */
	readonly copies: number;
	/** Who carries it, by name of outlet, first first. */
	readonly carriers: readonly string[];
	/** Oldest first. */
	readonly replaced: readonly Replaced[];
	/** Figures of other scopes by the same claimant: subsets, incidents, days. Newest first. */
	readonly parts: readonly Figure[];
};

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
};

export type CeasefireStatus =
	| 'none'
	| 'called for'
	| 'announced'
	| 'in force'
	| 'holding'
	| 'disputed'
	| 'collapsed';

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
		readonly at: number;
		readonly fact: Ceasefire;
	}[];
	/** Violations alleged against each side. */
	readonly violations: Readonly<Record<string, number>>;
	/** Oldest first, copies folded. */
	readonly events: readonly Ceasefire[];
};

export type Claimed = {
	readonly id: string;
	readonly fact: Claim;
	/** When it was said, else published. */
	readonly at: number;
	readonly firstSeenAt: number;
	readonly copies: number;
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
