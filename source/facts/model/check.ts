import {type Profile, windowAt} from '../../profile/profile.ts';
import {relationOf} from '../attribute.ts';
import type {Fact, ReportReference, SideId, Speaker} from '../fact.ts';
import {has, type Item} from '../rule.ts';
import {type Clock, periodOf} from '../when.ts';
import type {Counted, Numbered} from './numbered.ts';
import {type Offer, offerOf} from './offer.ts';

/*
 * What a model offers is taken only where the report bears it out: its words stand in the sentence, its numbers are those
 * that our own reader reads there, its sides, speaker and place are named. Everything else is dropped, and counted.
 */

/** Why an offered fact was dropped, for people. */
export type Reason =
	| 'not of the shape of a fact'
	| 'no such sentence'
	| 'words not in the sentence'
	| 'number not read so in its words'
	| 'scope not borne out by its words'
	| 'no such side'
	| 'side not named in the report'
	| 'speaker not named in the report'
	| 'speaker of another side'
	| 'place not named in the report'
	| 'offered twice'
	| 'over the limit';

/** A fact that passed, and where its sentence begins in the report. */
export type Placed = {readonly fact: Fact; readonly offset: number};

export type Checked = {
	readonly facts: readonly Placed[];
	readonly dropped: ReadonlyMap<Reason, number>;
};

/** What the facts of one report have in common. */
export type Checking = {
	readonly profile: Profile;
	readonly sentences: readonly Numbered[];
	readonly report: ReportReference;
	/** Who says what nobody is named for: the outlet. */
	readonly last: Speaker | null;
	/** When the report counts as published. */
	readonly at: number;
	/** What the facts carry as their rule. */
	readonly rule: string;
};

/** No report of this length states more. */
const mostFacts = 100;

/** Takes of what was offered about a report what the report bears out. */
export function checked(offered: readonly unknown[], checking: Checking): Checked {
	const dropped = new Map<Reason, number>();
	const drop = (reason: Reason, count = 1) => dropped.set(reason, (dropped.get(reason) ?? 0) + count);
	const facts: Placed[] = [];
	const seen = new Set<string>();
	for (const value of offered.slice(0, mostFacts)) {
		const offer = offerOf(value);
		const made = offer ? factOf(offer, checking) : 'not of the shape of a fact';
		if (typeof made === 'string') {
			drop(made);
			continue;
		}
		const key = `${made.offset} ${keyOf(made.fact)}`;
		if (seen.has(key)) drop('offered twice');
		else facts.push(made);
		seen.add(key);
	}
	if (offered.length > mostFacts) drop('over the limit', offered.length - mostFacts);
	return {facts, dropped};
}

// One number cannot be that of two sides; one sentence can be a claim of each.
function keyOf(fact: Fact): string {
	if (fact.kind === 'figure') {
		const {kind, measure, low, best, high, qualifier} = fact;
		return [kind, measure, low, best, high, qualifier].join(' ');
	}
	return fact.kind === 'ceasefire'
		? [fact.kind, fact.event, fact.by?.side, fact.by?.name, fact.against].join(' ')
		: [fact.kind, fact.act, fact.by?.side, fact.by?.name, fact.about].join(' ');
}

function factOf(offer: Offer, checking: Checking): Placed | Reason {
	const {profile, sentences, report, last, at, rule} = checking;
	const sentence = sentences[offer.sentence - 1];
	if (!sentence) return 'no such sentence';
	const places = placesOf(offer.words, sentence.text);
	if (places.length === 0) return 'words not in the sentence';
	const wrong =
		[
			...(offer.kind === 'figure'
				? [offer.of]
				: offer.kind === 'ceasefire'
					? [offer.against]
					: [offer.about]),
			offer.by?.side ?? null,
		]
			.map(side => sideFault(side, checking))
			.find(fault => fault !== null) ?? speakerFault(offer.by, checking);
	if (wrong) return wrong;
	const start = offer.kind === 'figure' ? bearing(offer, places, sentence) : places[0]!;
	if (typeof start !== 'number') return start;
	const anchor = sentence.line.items.find(item => item.end > start)!;
	const by = offer.by ?? last;
	const common = {
		sentence: sentence.text,
		start,
		end: start + offer.words.length,
		rule,
		language: sentence.language,
		// The dates of the sentence may tell what the model overlooked.
		period:
			offer.period === 'historical' ? offer.period : periodOf(sentence.line, anchor, clockOf(profile, at)),
		saidAt: null,
		saidAtPrecision: null,
		by,
		report,
	};
	const {offset} = sentence;
	switch (offer.kind) {
		case 'figure': {
			const {kind, measure, low, best, high, qualifier, of, combatant, scope} = offer;
			const relation = relationOf(by, of);
			return {
				offset,
				fact: {...common, kind, measure, low, best, high, qualifier, of, combatant, relation, scope},
			};
		}
		case 'ceasefire': {
			const {kind, event, against, qualified} = offer;
			return {offset, fact: {...common, kind, event, against, effectiveAt: null, qualified}};
		}
		case 'claim': {
			const {kind, act, about, topics, place} = offer;
			if (place !== null && !isNamed(sentences, item => item.sense.place === place))
				return 'place not named in the report';
			return {offset, fact: {...common, kind, act, about, topics: [...new Set(topics)], place}};
		}
	}
}

/** Every place where words stand in a text, whole: “6 killed” does not stand in “36 killed”. */
function placesOf(words: string, text: string): readonly number[] {
	if (words.trim() === '') return [];
	const found: number[] = [];
	for (let at = text.indexOf(words); at !== -1 && found.length < 20; at = text.indexOf(words, at + 1)) {
		if (!joins(text, at, words[0]!) && !joins(text, at + words.length, words.at(-1)!)) found.push(at);
	}
	return found;
}

const letter = /[\p{L}\p{N}\p{M}]/u;
/** Whether a cut goes through a word. */
const joins = (text: string, at: number, edge: string): boolean =>
	letter.test(edge) && letter.test(text[at - 1] ?? '') && letter.test(text[at] ?? '');

type FigureOffer = Extract<Offer, {kind: 'figure'}>;

/** Where the words stand that bear out a figure; else what is wrong with it. */
function bearing(offer: FigureOffer, places: readonly number[], {counts, words}: Numbered): number | Reason {
	let reason: Reason = 'number not read so in its words';
	for (const start of places) {
		const isInside = (item: Pick<Item, 'start' | 'end'>) =>
			item.start >= start && item.end <= start + offer.words.length;
		const inside = counts.filter(isInside);
		const isDenied = words.some(item => isInside(item) && has(item, ...negations));
		if (isAbsence(offer)) {
			if (isDenied) return start;
			continue;
		}
		const same = inside.filter(counted => isSame(offer, counted));
		// Taken for a total, twelve more would replace all who were counted before.
		if (same.some(({isMore}) => isMore === (offer.scope === 'additional'))) return start;
		if (same.length > 0) reason = 'scope not borne out by its words';
	}
	return reason;
}

const negations = ['not', '=not', '=no', '=without', 'nobody', 'neitherSide', '=neither', '=none'];

/** Nobody hurt, or no figure given: no number says so, but a word that denies. */
function isAbsence({qualifier, low, best, high}: FigureOffer): boolean {
	const isAll = (value: number | null) => low === value && best === value && high === value;
	return (qualifier === 'none' && isAll(0)) || (qualifier === 'silence' && isAll(null));
}

function isSame(offer: FigureOffer, {count}: Counted): boolean {
	const {low, best, high, qualifier} = offer;
	return (
		(low ?? best ?? high) !== null &&
		low === count.low &&
		best === count.best &&
		high === count.high &&
		qualifier === count.qualifier
	);
}

function isNamed(sentences: readonly Numbered[], isIt: (item: Item) => boolean): boolean {
	return sentences.some(({words}) => words.some(isIt));
}

function sideFault(side: SideId, {profile, sentences}: Checking): Reason | null {
	if (side === null) return null;
	const isThere = (id: string) => isNamed(sentences, ({sense}) => sense.side === id);
	if (side === 'both') {
		const isSaid = isNamed(
			sentences,
			item => item.sense.side === 'both' || has(item, 'bothSides', 'neitherSide', 'eachOther'),
		);
		return isSaid || profile.sides.filter(({id}) => isThere(id)).length > 1
			? null
			: 'side not named in the report';
	}
	if (!profile.sides.some(({id}) => id === side)) return 'no such side';
	return isThere(side) ? null : 'side not named in the report';
}

/** A speaker must be named, and where our own reader knows for whom a name speaks, it must be for the same side. */
function speakerFault(by: Offer['by'], {sentences}: Checking): Reason | null {
	if (by?.name == null) return null;
	const {name, side} = by;
	const named = sentences.flatMap(({text, line, words}) =>
		placesOf(name, text).map(start => {
			const isOver = (item: Item) => item.start < start + name.length && item.end > start;
			const speakers = line.items.filter(item => isOver(item) && has(item, 'speaker'));
			return [...speakers, ...words.filter(isOver)].flatMap(({sense}) => sense.side ?? []);
		}),
	);
	if (named.length === 0) return 'speaker not named in the report';
	const known = named.filter(sides => sides.length > 0);
	return side === null || known.length < named.length || known.some(sides => sides.includes(side))
		? null
		: 'speaker of another side';
}

const thirtyDaysMs = 30 * 86_400_000;

function clockOf(profile: Profile, at: number): Clock {
	const window = windowAt(profile, at);
	return {
		at,
		timezone: profile.timezone,
		from: window && window.from <= at ? window.from : at - thirtyDaysMs,
	};
}
