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

export const qualifiers = [
	'exact',
	'at least',
	'more than',
	'about',
	'nearly',
	'up to',
	'between',
	'vague',
	'none',
	'silence',
] as const;
export type Qualifier = (typeof qualifiers)[number];

export const scopes = ['running', 'additional', 'incident', 'day', 'subset'] as const;
export type Scope = (typeof scopes)[number];

export type Relation = 'own' | 'enemy' | 'third';

export const combatants = ['civilian', 'military', 'both'] as const;
export type Combatant = (typeof combatants)[number];

export const ceasefireEvents = [
	'called for',
	'agreed',
	'declared',
	'in force',
	'holding',
	'violation',
	'denied',
	'renewed',
	'collapsed',
] as const;
export type CeasefireEvent = (typeof ceasefireEvents)[number];

export const acts = ['accusation', 'denial', 'admission', 'statement', 'demand', 'call'] as const;
export type Act = (typeof acts)[number];

export const topics = [
	'shelling',
	'small arms',
	'tanks',
	'aircraft',
	'drone',
	'strike on civilians',
	'incursion',
	'ceasefire violation',
	'first fire',
	'troop movement',
	'arson and looting',
	'losses',
	'withdrawal',
	'talks',
	'humanitarian',
] as const;
export type Topic = (typeof topics)[number];

/** Id of a side of the profile, `both`, or null where it is not known. */
export type SideId = string | null;

export const speakerKinds = [
	'official',
	'unnamed',
	'opposition',
	'resident',
	'media',
	'monitor',
	'un',
	'state',
] as const;
export type SpeakerKind = (typeof speakerKinds)[number];

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

export const periods = ['current', 'historical'] as const;
/** `historical`: about an earlier clash. */
export type Period = (typeof periods)[number];

type Common = {
	/** The whole sentence, as in the report's text. */
	readonly sentence: string;
	/** The span it was read from, in UTF-16 positions inside the sentence. */
	readonly start: number;
	readonly end: number;
	/** Name of the rule that read it. */
	readonly rule: string;
	readonly language: string;
	readonly period: Period;
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
