import type {Measure, Relation, SideId, Speaker} from './fact.ts';
import {type Frame, frameAround, frameCarriedOn} from './frames.ts';
import {has, type Item, type Line} from './rule.ts';

/*
 * Who says it. The sentence’s own words come first, then what was said before; what nothing answers stays null.
 */

/** What is remembered from one sentence of a report to the next. */
export type Memory = {
	speaker: Speaker | null;
	/** Who was last said to say something; the one before may only have been named. */
	quoted: Speaker | null;
	/** Side of the last that spoke or was told of: “Norvia’s toll rose. The ministry said …”. */
	officialSide: SideId;
	/** The last side in whose land alone something was said to be. */
	placeSide: SideId;
	/** By name in small letters, the side with which an organ was named last; null: of a country that is no side. */
	readonly organs: ReadonlyMap<string, SideId>;
	/** The side accused last. */
	accused: SideId;
	/** The side that whoever publishes the report speaks for. */
	readonly home: SideId;
	/** Side and speaker of the last figure. */
	of: SideId;
	by: Speaker | null;
	/** Sides of the figures so far. */
	readonly told: Set<string>;
	/** True once a drill or a story was named: its dead are nobody's. */
	isPretence: boolean;
	/** A ceasefire was spoken of. */
	hasTruce: boolean;
	/** Measures of the figures before. */
	readonly measures: Set<Measure>;
	/** By measure and numbers, who said it in the title or before. */
	readonly said: Map<string, Speaker>;
};

export type Scene = {
	readonly line: Line;
	readonly frames: readonly Frame[];
	/** Ids of the profile's sides. */
	readonly sides: readonly string[];
	readonly memory: Memory;
	/** Whether what a word states is of another war: where the word begins, and what it states. */
	readonly isAbroad: (at: number, stated: 'figure' | 'ceasefire' | 'claim') => boolean;
};

/** The side that fights this one; null where there are more than two. */
export function opponent(side: SideId | undefined, sides: readonly string[]): SideId {
	return side != null && side !== 'both' && sides.length === 2
		? (sides.find(other => other !== side) ?? null)
		: null;
}

/** A speaker as a fact names it; null for words that name nobody (“it”, with nobody before). */
export function speakerOf(item: Item | null, scene: Scene): Speaker | null {
	const {memory} = scene;
	if (!item || has(item, 'pronoun')) {
		return (item && subjectBefore(item, scene.line)) ?? memory.speaker;
	}

	const {sense} = item;
	const kind = sense.speaker ?? 'official';
	const side =
		sense.side ??
		(kind === 'official' && sense.outsider === undefined && !sense.isForeign
			? sideOfOrgan(item, scene)
			: null);
	return {name: sense.name ?? scene.line.text.slice(item.start, item.end), side, kind};
}

// “The Foreign Ministry”, after “Tajikistan’s Interior Ministry”.
function sideOfOrgan(item: Item, scene: Scene): SideId {
	const {line, memory} = scene;
	const told = sideTold(item, scene);
	if (told !== null || memory.organs.has(organName(item, line))) {
		return told;
	}

	const isKnown = /^the /i.test(line.text.slice(item.start, item.end)) || isOwned(line, item);
	const before = isKnown ? memory.officialSide : null;
	if (before !== null || !item.sense.isBareOrgan) {
		return before;
	}

	return memory.home ?? item.sense.owner ?? (item.sense.isCounting ? memory.placeSide : null);
}

/** The side that the report gives an organ by name, in its own sentence or before. */
export const sideTold = (item: Item, scene: Scene): SideId =>
	sideInSentence(item, scene) ?? scene.memory.organs.get(organName(item, scene.line)) ?? null;

/** What an organ is called, in small letters. */
export const organName = ({sense, start, end}: Item, {text}: Line): string =>
	(sense.name ?? text.slice(start, end)).toLowerCase();

// The side that a sentence itself gives an organ: “Norvia denied it and its army said”, “in Norvik, the ministry said”.
function sideInSentence(item: Item, {line, frames}: Scene): SideId {
	const before = frames.findLast(
		frame => frame.who && frame.who.start < item.start && frame.who.sense.side != null,
	);
	return (
		before?.who?.sense.side ?? seatOf(line, item) ?? (isOwned(line, item) ? ownerBefore(line, item) : null)
	);
}

// “Norvia gave no details, but its Health Ministry said”
function ownerBefore({items}: Line, organ: Item): SideId {
	const owner = items.findLast(
		item =>
			item.end <= organ.start &&
			item.sense.side != null &&
			item.sense.side !== 'both' &&
			has(item, 'party', 'speaker', 'nationality', 'force'),
	);
	return owner?.sense.side ?? null;
}

const isOwned = ({text}: Line, {start}: Item) => /\bits $/i.test(text.slice(Math.max(0, start - 4), start));

// “In Bishkek, a ministry spokesman said”
function seatOf({items}: Line, speaker: Item): SideId {
	const isSeat = has(items[0], 'locative') && has(items[1], 'party') && has(items[2], 'comma');
	return isSeat && items[3] === speaker ? (items[1]?.sense.side ?? null) : null;
}

/** Who a pronoun means in its own sentence: the party or speaker that the sentence begins with (“Orland said …, and that it had lost 12”). */
function subjectBefore(pronoun: Item, line: Line): Speaker | null {
	const at = line.items.findIndex(item => has(item, 'party', 'speaker'));
	const item = line.items[at];
	if (
		!item ||
		at > 1 ||
		item.start >= pronoun.start ||
		has(item, 'pronoun') ||
		has(line.items[at + 1], 'possessive')
	) {
		return null;
	}

	const {side} = item.sense;
	return side == null || side === 'both'
		? null
		: {
				name: item.sense.name ?? line.text.slice(item.start, item.end),
				side,
				kind: item.sense.speaker ?? 'official',
			};
}

// “A denied it and said …”, “A did this and says …”: who speaks in the same part of the sentence.
function speakerBefore({verb}: Frame, {line, frames}: Scene): Item | undefined {
	const from = line.items.findLast(item => item.start < verb.start && has(item, 'semi'))?.end ?? 0;
	const before = frames.findLast(
		frame => frame.who && frame.who.start >= from && frame.verb.start < verb.start,
	);
	return (
		before?.who ??
		line.items
			.filter(item => item.start >= from && item.start < verb.start)
			.slice(0, 2)
			.find(item => has(item, 'speaker'))
	);
}

/** Who says what stands at a word: by the sentence’s own frames only. */
export function sayer(anchor: Item, scene: Scene): {by: Speaker | null; frame: Frame | null} {
	const frame = frameAround(scene.frames, anchor) ?? frameCarriedOn(scene.line, scene.frames, anchor);
	if (!frame) {
		return {by: null, frame: null};
	}

	const who = frame.who ?? speakerBefore(frame, scene);
	return {by: who ? speakerOf(who, scene) : null, frame};
}

/** How the speaker stands to the dead. */
export function relationOf(by: Speaker | null, of: SideId): Relation {
	if (by?.side == null || of === null || by.side === 'both' || of === 'both') {
		return by?.side != null && by.side === of ? 'own' : 'third';
	}

	return by.side === of ? 'own' : 'enemy';
}
