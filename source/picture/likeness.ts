import type {Places} from './places.ts';
import {hourMs, type Statement} from './statement.ts';
import type {TruceGroup} from './truce-event.ts';
import type {Zones} from './zones.ts';

type Said = TruceGroup['members'][number];

/** `slip`: the same but for one clock read as another. */
export type Likeness = 'same' | 'slip' | 'apart';

// “20:00” in one capital is “19:30” in the other: of one truce, the same hour by two accounts.
export const sameHourMs = 1.5 * hourMs;
const minuteMs = 60_000;
const nearMs = 10 * minuteMs;
// “At about 11”
const nearHourMs = 30 * minuteMs;
const dayMinutes = 24 * 60;

/** Whether a statement tells its own time, not only its day. */
export const isTimed = ({fact}: Statement): boolean =>
	fact.saidAt !== null && fact.saidAtPrecision !== null && fact.saidAtPrecision !== 'day';

/**
 * Whether a statement is a copy of what several have told, by what its words and times say. What they do not say does not tell them apart.
 *
 * Two hours that differ as two clocks of the conflict do are one hour where two outlets tell it: one has read the other's clock.
 * An outlet knows its own clock, so that an hour between two of its times is an hour.
 *
 * @returns what tells it, by group, statement, and whether the group tells the same story
 */
export function createLikeness(
	places: Places,
	zones: Zones,
): (group: TruceGroup, said: Said, isOfStory: boolean) => Likeness {
	return (group, said, isOfStory) => {
		const {fact} = said;
		if (group.effectiveAt !== null && fact.effectiveAt !== null)
			if (Math.abs(group.effectiveAt - fact.effectiveAt) > sameHourMs) return 'apart';
		// That it holds from an hour is news where nobody had told the hour, and may be of another truce; a text says more than its title.
		const isNews = group.effectiveAt === null && fact.effectiveAt !== null;
		if (isNews && !isOfStory) return 'apart';
		const isBreach = fact.event === 'violation';
		if (isBreach && places.areApart(group.places, places.namedIn(fact))) return 'apart';
		const slips = zones.slipsAt(said.at);
		if (group.timed && isTimed(said)) {
			const near = [group.timed, said].some(each => each.fact.saidAtPrecision === 'hour')
				? nearHourMs
				: nearMs;
			const apartMs = Math.abs(said.fact.saidAt! - group.timed.fact.saidAt!);
			if (apartMs <= near) return 'same';
			return isSlip(apartMs, slips) && areTwoOutlets(group.timed, said) ? 'slip' : 'apart';
		}
		if (!isBreach || !group.clocked) return 'same';
		const clocks = clocksOf(said);
		if (clocks.length === 0) return 'same';
		const apart = clocksOf(group.clocked).flatMap(one => clocks.map(other => onDial(one - other) * minuteMs));
		if (apart.some(ms => ms <= nearMs)) return 'same';
		return apart.some(ms => isSlip(ms, slips)) && areTwoOutlets(group.clocked, said) ? 'slip' : 'apart';
	};
}

const isSlip = (apartMs: number, slips: readonly number[]) =>
	slips.some(slip => Math.abs(apartMs - slip) <= nearMs);

function areTwoOutlets({report: one}: Said, {report: other}: Said): boolean {
	return one.id !== other.id && (one.outlet ?? one.source) !== (other.outlet ?? other.source);
}

/** The shorter way between two hours, in minutes. */
function onDial(minutes: number): number {
	const forth = Math.abs(minutes) % dayMinutes;
	return Math.min(forth, dayMinutes - forth);
}

// “Since 16:00”, “до 11:30”: the hour of a truce, or an end of a stretch, more often than that of a breach.
const clock =
	/(?<![\p{L}\p{N}:.,])(?<!(?<!\p{L})(?:since|from|after|before|until|till|by|с|со|от|до|после)\s+)(\d{1,2}):(\d{2})(?![\p{N}:])/giu;

// A statement is compared with many.
const known = new WeakMap<object, readonly number[]>();

/** The hours that a statement's sentence names, in minutes after midnight by no known clock. */
export function clocksOf({fact}: Said): readonly number[] {
	let clocks = known.get(fact);
	if (!clocks) {
		clocks = clocksIn(fact.sentence);
		known.set(fact, clocks);
	}
	return clocks;
}

/** The hours that a sentence names, in minutes after midnight by no known clock. */
export function clocksIn(sentence: string): readonly number[] {
	if (!sentence.includes(':')) return [];
	return [...sentence.matchAll(clock)]
		.map(([, hour, minute]) => [Number(hour), Number(minute)] as const)
		.filter(([hour, minute]) => hour < 24 && minute < 60)
		.map(([hour, minute]) => hour * 60 + minute);
}
