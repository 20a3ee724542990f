import type {Agreement, Picture} from '../picture/picture.ts';
import {plural, whose} from './wording.ts';

type When = (at: number | null) => string;

const minuteMs = 60_000;

/** A length of time in its two largest units, rounded down: “1 day 10 hours”, “40 minutes”. */
export function span(lengthMs: number): string {
	const minutes = Math.floor(Math.max(0, lengthMs) / minuteMs);
	const units = [
		[Math.floor(minutes / 1440), 'day'],
		[Math.floor(minutes / 60) % 24, 'hour'],
		[minutes % 60, 'minute'],
	] as const;
	const first = units.findIndex(([number]) => number > 0);
	if (first < 0) return 'less than a minute';
	return units
		.slice(first, first + 2)
		.filter(([number]) => number > 0)
		.map(([number, unit]) => plural(number, unit))
		.join(' ');
}

/** What stands beside the status: how often a truce was renewed, how long no violation has been alleged. */
export function besideStatus({ceasefire, asOf}: Picture, when: When): string[] {
	const {renewals, lastViolationAt} = ceasefire;
	return [
		...(renewals > 0 ? [`renewed ${plural(renewals, 'time')}`] : []),
		...(lastViolationAt === null
			? []
			: [
					`last violation alleged ${when(lastViolationAt)}, ${span(asOf - lastViolationAt)} before this moment`,
				]),
	];
}

/**
 * The terms of one truce and what became of it, without who told of it.
 *
 * @param plain makes the name of a place safe where it is written
 */
export function termsOf(
	picture: Picture,
	{effectiveAt, extends: isExtension, place, heldAt, breachedAt, lastToldAt, at}: Agreement,
	when: When,
	plain: (text: string) => string = text => text,
): string[] {
	return [
		...(isExtension ? ['extends the one before'] : []),
		...(effectiveAt === null ? [] : [`to hold from ${when(effectiveAt)}`]),
		...(place === null ? [] : [`at ${plain(picture.profile.places[place] ?? place)}`]),
		...(heldAt === null ? [] : [`first said to hold ${when(heldAt)}`]),
		...(breachedAt === null ? [] : [`first breach alleged ${when(breachedAt)}`]),
		...(lastToldAt > at ? [`last told ${when(lastToldAt)}`] : []),
	];
}

/** Alleged violations of one day: “2022-09-17: 2 against Kyrgyzstan, 1 against Tajikistan”. */
export function daysOfViolations(picture: Picture): string[] {
	const {sides} = picture.profile;
	return picture.ceasefire.violationsByDay.map(({day, against}) => {
		const counts = sides
			.filter(({id}) => (against[id] ?? 0) > 0)
			.map(({id}) => `${against[id]} against ${whose(picture, id)}`);
		const {unknown = 0} = against;
		return `${day}: ${[...counts, ...(unknown > 0 ? [`${unknown} against nobody named`] : [])].join(', ')}`;
	});
}
