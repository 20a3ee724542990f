import type {
	Act,
	CeasefireEvent,
	Combatant,
	Measure,
	Qualifier,
	Scope,
	SideId,
	SpeakerKind,
	Topic,
} from './fact.ts';
import type {Piece} from './match.ts';
import type {Present} from './presence.ts';

/** A number of people, as FACTS words it: `at least 100` is 100/100/null. */
export type Count = {
	readonly low: number | null;
	readonly best: number | null;
	readonly high: number | null;
	readonly qualifier: Qualifier;
};

/** A date as written, not yet set against a report's time. */
export type Written = {
	readonly year?: number;
	/** From 1. */
	readonly month?: number;
	readonly day?: number;
	/** 0 is Sunday: the last such day. */
	readonly weekday?: number;
	readonly daysAgo?: number;
	readonly monthsAgo?: number;
	readonly yearsAgo?: number;
	readonly hour?: number;
	readonly minute?: number;
	/** Minutes east of UTC; missing: local. */
	readonly zoneMinutes?: number;
};

/** What a word, a phrase or a group of them can be: its classes, and what it carries. */
export type Sense = {
	readonly is: readonly string[];
	readonly measure?: Measure;
	readonly combatant?: Combatant;
	/** A side of the profile, or `both`. */
	readonly side?: SideId;
	/** Id of a third party of the profile. */
	readonly outsider?: string;
	readonly speaker?: SpeakerKind;
	readonly name?: string;
	/** The side in which those who speak are: “residents of Batken”. */
	readonly where?: string;
	/** Id of a place of the profile. */
	readonly place?: string;
	readonly topics?: readonly Topic[];
	readonly event?: CeasefireEvent;
	readonly act?: Act;
	readonly value?: number;
	/** What the last word of a number stands for: 12 in “three dozen”. */
	readonly unit?: number;
	readonly qualifier?: Qualifier;
	readonly count?: Count;
	readonly date?: Written;
	/** “12 more”. */
	readonly isMore?: boolean;
	/** “of its”, “its own”: of whoever is spoken of. */
	readonly isOwn?: boolean;
	/** “whose commander”: of whoever is named before. */
	readonly isWhose?: boolean;
	/** Counts the dead of its own side: hospitals and those who clear up, not armies. */
	readonly isCounting?: boolean;
	/** An organ such as each country has, named without one: “the Health Ministry”. */
	readonly isBareOrgan?: boolean;
	/** The side whose organ it is where nothing tells another. */
	readonly owner?: string;
	/** What somebody does, not those who do it: “a Tajik attack”. */
	readonly isAttack?: boolean;
	/** Called what only the other side is called: “terrorists”. */
	readonly isHostile?: boolean;
	/** Named as something that the profile does not know: “two Egyptian soldiers”. */
	readonly isForeign?: boolean;
	/** “40 of the 59 people”: the 59. */
	readonly whole?: Item;
	/** Members of a list, or speakers named together. */
	readonly parts?: readonly Item[];
};

/** A stretch of a sentence with one sense. Positions are UTF-16, inside the sentence. */
export type Item = {readonly sense: Sense; readonly start: number; readonly end: number};

/** A sentence as items, and as a string with one character for each. */
export type Line = {
	readonly text: string;
	readonly items: readonly Item[];
	readonly signs: string;
	/** Of which sets of signs it has one. */
	readonly present: Present;
};

/** Where a pattern matched: item indexes, `to` not included. */
export type Found = {
	readonly line: Line;
	readonly from: number;
	readonly to: number;
	readonly named: Readonly<Record<string, readonly [number, number]>>;
};

/** The first item that a pattern took under a name. */
export function item(found: Found, name: string): Item | undefined {
	const span = found.named[name];
	return span ? found.line.items[span[0]] : undefined;
}

/** All items that a pattern took under a name. */
export function items(found: Found, name: string): readonly Item[] {
	const span = found.named[name];
	return span ? found.line.items.slice(span[0], span[1]) : [];
}

/** True where an item has one of the classes. */
export function has(item: Item | undefined, ...classes: string[]): boolean {
	if (item !== undefined) {
		for (const name of classes) {
			if (item.sense.is.includes(name)) {
				return true;
			}
		}
	}

	return false;
}

/** A figure before it is known whose, and who says it. */
export type FigureDraft = {
	readonly kind: 'figure';
	/** Null: that of the figure before, or of the whole that it is part of. */
	readonly measure: Measure | null;
	readonly count: Count;
	/** The number and its noun; a number is used for one figure only. */
	readonly people: Item | null;
	/** Verb or noun that makes it a figure; who says it is looked for from here. */
	readonly anchor: Item;
	readonly scope?: Scope;
	readonly of?: SideId;
	readonly by?: SideId;
	readonly combatant?: Combatant;
	/** True where the words before the people did it: “troops killed 14 rebels”. */
	readonly isActive?: boolean;
	/** True where it means nothing unless figures were told before. */
	readonly isOfBefore?: boolean;
	/** True where it is another number for what was counted before: “the real number is 22”. */
	readonly isRival?: boolean;
	/** True where it is a note of whoever wrote the report: nothing new beside a figure that somebody gave. */
	readonly isRemark?: boolean;
	/** True where it is part of the figure before, if there is one: “among the dead”. */
	readonly isAmong?: boolean;
	/** True where the words before the people lost them: “the army lost 14 men”. */
	readonly isLoss?: boolean;
};

export type CeasefireDraft = {
	readonly kind: 'ceasefire';
	readonly event: CeasefireEvent;
	readonly anchor: Item;
	/** Who says it; missing: as the sentence’s frames tell. */
	readonly by?: Item;
	readonly against?: Item | null;
	/** True where it can only mean the side that does not speak: “the truce was broken”. */
	readonly isByOther?: boolean;
	/** True where only a side itself can say it. */
	readonly isFromSide?: boolean;
	/** True where the words name a ceasefire only if one was spoken of: “the agreement”. */
	readonly isAgain?: boolean;
	/** True where whoever spoke in the sentence before goes on: “No violations of the ceasefire were recorded.” */
	readonly isContinued?: boolean;
	/** True where a ceasefire is not named, and only a side or a monitor that says so means one: “the border is calm”. */
	readonly isBulletin?: boolean;
};

export type ClaimDraft = {
	readonly kind: 'claim';
	readonly act: Act;
	readonly anchor: Item;
	readonly by?: Item | null;
	readonly about?: Item | null;
	readonly topicsFrom: number;
	readonly topicsTo: number;
	readonly isMutual?: boolean;
	/** True where only a side itself can say it. */
	readonly isFromSide?: boolean;
	/** True where only an official of the other side makes it a claim. */
	readonly isFromOther?: boolean;
};

/** A number that is no new figure (“up from 49”): no other rule may use it. */
export type Background = {readonly kind: 'background'; readonly people: Item};

export type Draft = FigureDraft | CeasefireDraft | ClaimDraft | Background;

/** Joins items into one: a number with its noun, a name with its title. Applied in order, before the rules. */
export type Group = {
	readonly name: string;
	readonly pattern: Piece;
	/** Every set of classes that `make` can give. */
	readonly gives: readonly (readonly string[])[];
	/** Classes, of those, that it gives only where one of its items has them. */
	readonly copies?: readonly string[];
	readonly make: (found: Found) => Sense | null;
};

/** How a sentence names its speaker: `who` says what stands `ahead` of the verb, `back` of it, or on both sides. */
export type Reporting = {
	readonly name: string;
	readonly pattern: Piece;
	readonly direction: 'ahead' | 'back' | 'around';
};

/** Part of a fact, as an example states it. */
export type Expected = Readonly<Record<string, unknown>>;

/** A wording and the fact it states. */
export type Rule = {
	/** Like the phrase it reads. */
	readonly name: string;
	readonly kind: 'figure' | 'ceasefire' | 'claim';
	readonly pattern: Piece;
	readonly make: (found: Found) => Draft | readonly Draft[] | null;
	/** Classes of which a sentence must hold a word for this rule, beside those that the pattern needs. */
	readonly gate?: readonly string[];
	/** Classes of which a sentence must hold a word besides: a name of somebody, mostly. */
	readonly beside?: readonly string[];
	/** True where it only takes a number away from other rules, and makes no fact. */
	readonly isBackground?: boolean;
	/** True where it takes its measure from a figure that another rule reads. */
	readonly isDependent?: boolean;
	/** Sentences it must read, each with what it must read. */
	readonly finds: readonly (readonly [string, Expected])[];
	/** Sentences that it must leave alone. */
	readonly leaves: readonly string[];
};

/** Words of one sense: `words` are written forms, phrases are allowed, `stem*` is a word that begins so. */
export type Entry = Sense & {readonly words: readonly string[]};

export type Language = {
	readonly code: string;
	/** Tests that a sentence is in this language's letters. */
	readonly isWritten: (sentence: string) => boolean;
	/** Words with a full stop that end no sentence, without the stop. */
	readonly abbreviations: ReadonlySet<string>;
	/** What goes on with a sentence after the full stop of an hour: a zone, a day, the same hour elsewhere in brackets. */
	readonly hourGoesOn: RegExp;
	/** True where a blank may group digits: 136 000. */
	readonly hasSpacedDigits: boolean;
	/** The first full date in a text, for reports that do not say when they were published. */
	readonly firstDate: (text: string) => number | null;
	/** Tests that a report's first sentences are of a drill or a story, whose dead are nobody's. */
	readonly pretence: RegExp;
	readonly entries: readonly Entry[];
	readonly groups: readonly Group[];
	readonly frames: readonly Reporting[];
	readonly rules: readonly Rule[];
};
