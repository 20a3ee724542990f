/*
 * The kinds of facts, field by field as they are printed by `trucewatch read`.
 * In memory every instant is milliseconds since the epoch, UTC; printed, it is ISO 8601 (formats/printable.ts).
 */

export const measures = [
	'killed',
	'wounded',
	'missing',
	'captured',
	'evacuated',
	'displaced',
	'casualties',
] as const;
/** `casualties`: killed and wounded not told apart. */
export type Measure = (typeof measures)[number];

export type Qualifier =
	| 'exact'
	| 'at least'
	| 'more than'
	| 'about'
	| 'nearly'
	| 'up to'
	| 'between'
	| 'vague'
	| 'none'
	| 'silence';
export type Scope = 'running' | 'additional' | 'incident' | 'day' | 'subset';
export type Relation = 'own' | 'enemy' | 'third';
export type Combatant = 'civilian' | 'military' | 'both';
export type CeasefireEvent =
	| 'called for'
	| 'agreed'
	| 'declared'
	| 'in force'
	| 'holding'
	| 'violation'
	| 'denied'
	| 'renewed'
	| 'collapsed';
export type Act = 'accusation' | 'denial' | 'admission' | 'statement' | 'demand' | 'call';
export type Topic =
	| 'shelling'
	| 'small arms'
	| 'tanks'
	| 'aircraft'
	| 'drone'
	| 'strike on civilians'
	| 'incursion'
	| 'ceasefire violation'
	| 'first fire'
	| 'troop movement'
	| 'arson and looting'
	| 'losses'
	| 'withdrawal'
	| 'talks'
	| 'humanitarian';

/** Id of a side of the profile, `both`, or null where it is not known. */
export type SideId = string | null;

export type SpeakerKind =
	| 'official'
	| 'unnamed'
	| 'opposition'
	| 'resident'
	| 'media'
	| 'monitor'
	| 'un'
	| 'state';

/** Who says it: the first speaker, not those who carry it. */
export type Speaker = {
	/** As named in the text; null where only the side is known. */
	readonly name: string | null;
	/** The side it speaks for; `both`: said or agreed by both. */
	readonly side: SideId;
	/** `state`: a third country. */
	readonly kind: SpeakerKind;
};

/** The report that a fact was read from. */
export type ReportReference = {
	readonly id: string;
	readonly source: string;
	readonly url: string | null;
	readonly title: string;
	readonly publishedAt: number | null;
};

type Common = {
	/** The whole sentence, as in the report's text. */
	readonly sentence: string;
	/** The span it was read from, in UTF-16 positions inside the sentence. */
	readonly start: number;
	readonly end: number;
	/** Name of the rule that read it. */
	readonly rule: string;
	readonly language: string;
	/** `historical`: about an earlier clash. */
	readonly period: 'current' | 'historical';
	/** When it was said, where the text tells; null: use the report's time. */
	readonly saidAt: number | null;
	readonly saidAtPrecision: 'minute' | 'hour' | 'day' | null;
	readonly by: Speaker | null;
	readonly report: ReportReference;
};

export type Figure = Common & {
	readonly kind: 'figure';
	readonly measure: Measure;
	readonly low: number | null;
	readonly best: number | null;
	readonly high: number | null;
	readonly qualifier: Qualifier;
	/** Whose dead. */
	readonly of: SideId;
	readonly combatant: Combatant | null;
	readonly relation: Relation;
	readonly scope: Scope;
};

export type Ceasefire = Common & {
	readonly kind: 'ceasefire';
	readonly event: CeasefireEvent;
	/** Who is said to have broken it, or is called on. */
	readonly against: SideId;
	/** The hour from which it holds, if given. */
	readonly effectiveAt: number | null;
	/** “to some degree”, “largely”. */
	readonly qualified: boolean;
};

export type Claim = Common & {
	readonly kind: 'claim';
	readonly act: Act;
	/** Against whom, or about whom. */
	readonly about: SideId;
	readonly topics: readonly Topic[];
	/** Id of a place of the profile. */
	readonly place: string | null;
};

export type Fact = Figure | Ceasefire | Claim;
