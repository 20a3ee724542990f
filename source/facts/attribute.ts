import type {Measure, Relation, SideId, Speaker} from './fact.ts';
import {type Frame, frameAround} from './frames.ts';
import {has, type Item, type Line} from './rule.ts';

/*
 * Who says it. The sentence’s own words come first, then what was said before; what nothing answers stays null.
 */

/** What is remembered from one sentence of a report to the next. */
export type Memory = {
	speaker: Speaker | null;
	/** Side of the last organ that was named with its side. */
	officialSide: SideId;
	/** Side and speaker of the last figure. */
	of: SideId;
	by: Speaker | null;
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
};

/** The side that fights this one; null where there are more than two. */
export function opponent(side: SideId | undefined, sides: readonly string[]): SideId {
	return side != null && side !== 'both' && sides.length === 2
		? (sides.find(other => other !== side) ?? null)
		: null;
}

/** A speaker as a fact names it; null for words that name nobody (“it”, with nobody before). */
export function speakerOf(item: Item | null, scene: Scene): Speaker | null {
	const {memory, frames} = scene;
	if (!item || has(item, 'pronoun')) {
		return (item && subjectBefore(item, scene.line)) ?? memory.speaker;
	}

	const {sense} = item;
	let side = sense.side ?? null;
	const kind = sense.speaker ?? 'official';
	if (side === null && kind === 'official' && sense.outsider === undefined && !sense.isForeign) {
		// “The Foreign Ministry”, after “Tajikistan’s Interior Ministry”.
		const before = frames.findLast(
			frame => frame.who && frame.who.start < item.start && frame.who.sense.side != null,
		);
		const {text} = scene.line;
		const isKnown =
			/^the /i.test(text.slice(item.start, item.end)) || /\bits $/i.test(text.slice(0, item.start).slice(-4));
		side = before?.who?.sense.side ?? seatOf(scene.line, item) ?? (isKnown ? memory.officialSide : null);
	}

	return {name: sense.name ?? scene.line.text.slice(item.start, item.end), side, kind};
}

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
	const frame = frameAround(scene.frames, anchor);
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
