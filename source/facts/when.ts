import {indexAt} from './actors.ts';
import {offsetMinutes, type Span, spanOf} from './dates.ts';
import type {Frame} from './frames.ts';
import {has, type Item, type Line} from './rule.ts';

/*
 * When: of an earlier clash or of this one, when it was said, from which hour a ceasefire holds.
 */

export type Clock = {
	/** When the report counts as published. */
	readonly at: number;
	readonly timezone: string;
	/** First moment of the event that running totals are about. */
	readonly from: number;
	/** True where nobody names the event: `from` is only some days ago. */
	readonly isOpen?: boolean;
};

type Dated = {readonly index: number; readonly item: Item; readonly span: Span};

// Each fact of a line asks for its dates.
const datesOfLine = new WeakMap<Line, readonly Dated[]>();

function datesOf(line: Line, clock: Clock): readonly Dated[] {
	const known = datesOfLine.get(line);
	if (known) {
		return known;
	}

	const dates: Dated[] = [];
	for (const [index, item] of line.items.entries()) {
		const span =
			item.sense.date && has(item, 'date') ? spanOf(item.sense.date, clock.at, clock.timezone) : null;
		if (span) {
			dates.push({index, item, span});
		}
	}

	datesOfLine.set(line, dates);
	return dates;
}

const near = (line: Line, index: number, reach: number) =>
	line.items.slice(Math.max(0, index - reach), index);

// A date so far back, even of this war, is of an earlier event than that which is reported.
const longPastMs = 45 * 86_400_000;

// “Where they had killed 14 in May”: told as of before.
const pastPerfectMs = 7 * 86_400_000;
const isPastPerfect = (line: Line, at: number) =>
	near(line, at, 3).some(item => /^had\b/i.test(line.text.slice(item.start, item.end)));

// “By 20 June”, “from 15 April to …”: one end of a time, not the time itself.
function isOpenDate(line: Line, index: number): boolean {
	return near(line, index, 2).some(item =>
		has(item, '=by', '=until', '=till', '=between', '=from', '=to', '=through', '=as', '=and'),
	);
}

/** Historical where the nearest date is before the event, “since” apart: “the worst since 2020, when 50 died” is, “since 2020, 36 have died” is not. */
export function periodOf(line: Line, anchor: Item, clock: Clock): 'current' | 'historical' {
	const at = indexAt(line, anchor.start);
	const dates = datesOf(line, clock)
		.filter(
			({index}) =>
				!line.items.slice(Math.min(index, at), Math.max(index, at)).some(item => has(item, 'semi')),
		)
		.sort((a, b) => Math.abs(a.index - at) - Math.abs(b.index - at));
	for (const {index, span} of dates) {
		const isLongPast =
			(has(line.items[index], 'pastDate') ||
				clock.at - span.to > (isPastPerfect(line, at) ? pastPerfectMs : longPastMs)) &&
			!isOpenDate(line, index);
		const isSince = near(line, index, 2).some(item => has(item, '=since'));
		const isOld =
			(isLongPast && !isSince) ||
			(span.to <= clock.from && (span.precision !== 'day' || clock.from - span.to > 3 * 86_400_000));
		const between = line.items.slice(Math.min(index, at), Math.max(index, at));
		if (!isSince) {
			return isOld ? 'historical' : 'current';
		}

		if (!isOld) {
			return 'current';
		}

		if (index < at) {
			return between.some(item => has(item, '=when', '=where', '=which')) ? 'historical' : 'current';
		}

		// “10 million displaced since April 2023”, where nobody names the beginning of the war.
		return clock.isOpen || near(line, index, 10).some(item => has(item, 'worst')) ? 'current' : 'historical';
	}

	return 'current';
}

/** When it was said, by a date beside the verb of saying or after “as of”. */
export function saidOf(
	line: Line,
	frame: Frame | null,
	clock: Clock,
): {saidAt: number | null; saidAtPrecision: 'minute' | 'hour' | 'day' | null} {
	const dates = datesOf(line, clock);
	const verbAt = frame ? line.items.indexOf(frame.verb) : -1;
	const said = dates.find(({index, span}) => {
		if (span.precision !== 'day' || span.from > clock.at) {
			return false;
		}

		const before = line.items[index - 1];
		const asOf = has(before, '=of', '=at') && has(line.items[index - 2], '=as');
		const distance = index - verbAt;
		return (
			asOf ||
			(verbAt >= 0 &&
				(distance === 1 ||
					(distance > 1 &&
						distance < 5 &&
						line.items.slice(verbAt + 1, index).every(each => has(each, '=on', 'adverb', 'speaker'))) ||
					(distance < 0 && distance >= -2 && !has(before, '=since'))))
		);
	});
	if (!said) {
		return {saidAt: null, saidAtPrecision: null};
	}

	const hour = line.items.slice(said.index + 1, said.index + 4).find(item => has(item, 'hour'));
	const exact = hour?.sense.date
		? spanOf({...said.item.sense.date, ...hour.sense.date}, clock.at, clock.timezone)
		: null;
	return exact
		? {saidAt: exact.from, saidAtPrecision: 'minute'}
		: {saidAt: said.span.from, saidAtPrecision: 'day'};
}

// “Took effect at midnight” is past, “will take effect” is ahead; “agreed on a truce from midnight” may be either.
type Outlook = 'past' | 'open' | 'ahead';

const dayMs = 86_400_000;
// A weekday so few days back was more likely this week’s than the next.
const recentDays = 2;
// Who writes of midnight in the small hours means the one just gone.
const smallHoursMs = 6 * 3_600_000;
const isDay = (item: Item) =>
	has(item, 'date') &&
	(item.sense.date?.weekday ?? item.sense.date?.day ?? item.sense.date?.daysAgo) !== undefined;

/** The hour from which a ceasefire holds: the one in GMT where two are given, the first of a day that is given alone. */
export function effectiveFrom(line: Line, clock: Clock, isMade: boolean, anchor: Item): number | null {
	const hours = line.items.filter(
		(item, index) => has(item, 'hour') && item.sense.date && !isHourOfSaying(line, index),
	);
	const hour = hours.find(item => item.sense.date?.zoneMinutes !== undefined) ?? hours[0];
	if (!hour?.sense.date) {
		return firstDay(line, clock, anchor, isMade);
	}

	const day = line.items
		.filter(isDay)
		.sort((a, b) => Math.abs(a.start - hour.start) - Math.abs(b.start - hour.start))[0];
	const from = spanOf({...day?.sense.date, ...hour.sense.date}, clock.at, clock.timezone)?.from ?? null;
	const outlook = outlookOf(line, hour, isMade);
	if (from === null) {
		return null;
	}

	if (outlook === 'past') {
		// “The truce announced for 20:00 is being kept”, told after midnight: of the evening before. Minutes ahead are a slow clock.
		return !day && from - clock.at > smallHoursMs ? from - dayMs : from;
	}

	const isMidnight = hour.sense.date.hour === 0 && hour.sense.date.minute === 0;
	const back = clock.at - from;
	if (day && isOwnDay(line, day, hour)) {
		return day.sense.date?.weekday !== undefined && isWeekAhead(back, outlook) ? from + 7 * dayMs : from;
	}

	// “Agreed on Sunday to a truce from midnight”: the midnight after.
	if (day ? isMidnight : back > 0 && (outlook === 'ahead' || (isMidnight && back >= smallHoursMs))) {
		return from + dayMs;
	}

	return from;
}

const halfYearMs = 180 * dayMs;
const partings = ['semi', 'stop', 'breach', 'people', 'topic'] as const;

/** The beginning of the day from which a ceasefire is to hold: “from Monday”, “will begin on August 3”. */
function firstDay(line: Line, clock: Clock, anchor: Item, isMade: boolean): number | null {
	const anchorAt = line.items.indexOf(anchor);
	const day = line.items.find(
		(item, index) =>
			isDay(item) &&
			isOnset(line, index) &&
			!line.items
				.slice(Math.min(index, anchorAt) + 1, Math.max(index, anchorAt))
				.some(each => has(each, ...partings)),
	);
	const written = day?.sense.date;
	const outlook = day ? outlookOf(line, day, isMade) : 'past';
	// “Came into force on Thursday”: at some hour of that day, which nobody tells.
	if (!isMade && outlook === 'past') {
		return null;
	}

	const from = written ? (spanOf(written, clock.at, clock.timezone)?.from ?? null) : null;
	if (!day || !written || from === null) {
		return null;
	}

	if (written.weekday !== undefined) {
		return isWeekAhead(clock.at - from, outlook) ? from + 7 * dayMs : from;
	}

	// “From January 1”, told in December: the next.
	return written.month !== undefined && written.year === undefined && clock.at - from > halfYearMs
		? (spanOf({...written, year: yearOf(from, clock) + 1}, clock.at, clock.timezone)?.from ?? from)
		: from;
}

const yearOf = (at: number, {timezone}: Clock) =>
	new Date(at + offsetMinutes(timezone, at) * 60_000).getUTCFullYear();

const isWeekAhead = (back: number, outlook: Outlook) =>
	Math.ceil(back / dayMs) > (outlook === 'ahead' ? 1 : recentDays);

// What stands before the first day of something: “from”, “starting on”, “as of”, “will begin early on”.
function isOnset({items}: Line, dayAt: number): boolean {
	let at = dayAt - 1;
	while (has(items[at], '=on', '=the', 'adverb', 'partOfDay') && !has(items[at], '=since')) {
		at--;
	}

	return has(items[at], '=from', 'onset', 'effect') || (has(items[at], '=of') && has(items[at - 1], '=as'));
}

// “Bishkek reported at 21:00”, “none were recorded up to 07:00”: no hour of a ceasefire.
function isHourOfSaying({items}: Line, at: number): boolean {
	const before = items[at - 1];
	return (
		(has(before, '=at') && has(items[at - 2], 'say') && !has(items[at - 2], 'declare', 'effect')) ||
		(has(before, '=to') && has(items[at - 2], '=up'))
	);
}

// “From 18:00 on Saturday”, “on Saturday at 18:00”
// “18:00 Kyiv time”
const ownTime = /^(?:\p{Lu}[\p{L}-]* ){1,3}[Tt]ime\b/u;

function isOwnDay({items, text}: Line, day: Item, hour: Item): boolean {
	const [dayAt, hourAt] = [items.indexOf(day), items.indexOf(hour)];
	const [first, last] = [Math.min(dayAt, hourAt), Math.max(dayAt, hourAt)];
	const between = items.slice(first + 1, last);
	const zone = between.length > 0 ? ownTime.exec(text.slice(between[0]!.start, between.at(-1)!.end)) : null;
	const zoneEnd = zone && between[0] ? between[0].start + zone[0].length : 0;
	return between.every(
		each =>
			each.end <= zoneEnd ||
			has(each, '=on', '=at', 'comma', 'partOfDay', 'gmt', 'localTime', 'open', 'close', 'hour'),
	);
}

function outlookOf({items, text}: Line, hour: Item, isMade: boolean): Outlook {
	const hourAt = items.indexOf(hour);
	const before = items.slice(Math.max(0, hourAt - 9), hourAt);
	const wordOf = (each: Item) => text.slice(each.start, each.end);
	for (let at = before.length - 1; at >= 0; at--) {
		const each = before[at]!;
		if (has(each, 'truce', 'truceVerb', 'semi')) {
			break;
		}

		if (has(each, 'effect') && !/^(?:enter|go|come|take|begin|start)\b/i.test(wordOf(each))) {
			return /^(?:enter|go|com|tak|beginn?|start|kick)(?:e?s|ing)\b/i.test(wordOf(each)) ? 'open' : 'past';
		}

		if (has(each, 'due', 'pledge') && !/\b(?:was|were|had)\b/i.test(wordOf(each))) {
			return has(before[at - 1], 'be') && /^(?:was|were)$/i.test(wordOf(before[at - 1]!)) ? 'open' : 'ahead';
		}
	}

	return isMade ? 'open' : 'past';
}
