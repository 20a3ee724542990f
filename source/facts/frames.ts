import {has, type Item, type Line, type Reporting} from './rule.ts';
import type {Matcher} from './signs.ts';

/** Somebody says something: who, by which verb, and on which side of it stands what is said. */
export type Frame = {
	/** Null: the same as in the frame before (“denied it and said …”). */
	readonly who: Item | null;
	readonly verb: Item;
	readonly direction: Reporting['direction'];
};

/** The frames of a sentence, by the place of their verb; of two that share a verb the earlier row counts. */
export function framesOf(line: Line, rows: readonly {row: Reporting; match: Matcher}[]): readonly Frame[] {
	const found = new Map<number, Frame>();
	for (const {row, match} of rows) {
		for (const {named} of match(line)) {
			const verb = named.verb && line.items[named.verb[0]];
			const who = named.who && line.items[named.who[0]];
			if (verb && !found.has(verb.start)) {
				found.set(verb.start, {who: who ?? null, verb, direction: row.direction});
			}
		}
	}

	return [...found.values()].sort((a, b) => a.verb.start - b.verb.start);
}

/** The frame that a word stands in: the one whose verb it is, else the last that leads up to it, else the first that follows it. */
export function frameAround(frames: readonly Frame[], anchor: Item): Frame | null {
	return (
		frames.find(frame => frame.verb.start === anchor.start) ??
		frames.findLast(
			frame =>
				frame.direction !== 'back' &&
				frame.verb.start < anchor.start &&
				(frame.who?.start ?? 0) < anchor.start,
		) ??
		frames.find(frame => frame.direction !== 'ahead' && frame.verb.start > anchor.start) ??
		null
	);
}

// As far as “said, …, bringing” may stand from the verb of saying, and the number from “bringing”.
const nearest = 8;
const reach = 5;

/** “Six more were killed, the ministry said, bringing the total to 30”: who has just spoken goes on. */
export function frameCarriedOn({items}: Line, frames: readonly Frame[], anchor: Item): Frame | null {
	const anchorAt = items.indexOf(anchor);
	const bringAt = items.findLastIndex(
		(item, at) => at <= anchorAt && anchorAt - at < reach && has(item, 'bring'),
	);
	const isAside = has(items[bringAt - 1], 'comma') || has(items[bringAt - 2], 'comma');
	if (bringAt < 0 || !isAside) {
		return null;
	}

	return (
		frames.findLast(frame => {
			const verbAt = items.indexOf(frame.verb);
			return (
				verbAt < bringAt &&
				bringAt - verbAt < nearest &&
				!items.slice(verbAt + 1, bringAt).some(item => has(item, 'speaker', 'people', 'stop', 'semi'))
			);
		}) ?? null
	);
}
