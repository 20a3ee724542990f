import type {Profile} from '../profile/profile.ts';
import {countBy} from './counts.ts';
import type {CeasefirePicture} from './picture.ts';
import {dayMs} from './statement.ts';
import type {TruceEvent} from './truce-event.ts';
import {createZones} from './zones.ts';

/** Breaches that were alleged against each side, in all and by days, kept up as events come and go. */
export type Violations = {
	add(event: TruceEvent): void;
	remove(event: TruceEvent): void;
	/** By side, in the profile's order. */
	all(): CeasefirePicture['violations'];
	/** Days with any, oldest first. Where a breach is alleged against nobody who is a side, under `unknown`. */
	byDay(): CeasefirePicture['violationsByDay'];
};

export function createViolations(profile: Profile): Violations {
	const zones = createZones(profile);
	const ids = profile.sides.map(({id}) => id);
	const total = new Map(ids.map(id => [id, 0]));
	const days = new Map<string, Map<string, number>>();

	const count = ({first: {fact, at}}: TruceEvent, by: 1 | -1): void => {
		if (fact.event !== 'violation') return;
		// A day by its noon: midnight of one zone is another day in the next.
		const isDay = fact.saidAt !== null && fact.saidAtPrecision === 'day';
		const day = zones.dayOf(isDay ? Math.min(at, fact.saidAt! + dayMs / 2) : at);
		const ofDay = days.get(day) ?? new Map<string, number>();
		days.set(day, ofDay);
		const accused = ids.filter(id => fact.against === 'both' || fact.against === id);
		for (const id of accused) total.set(id, total.get(id)! + by);
		for (const id of accused.length > 0 ? accused : ['unknown']) countBy(ofDay, id, by);
		if (ofDay.size === 0) days.delete(day);
	};

	return {
		add: event => count(event, 1),
		remove: event => count(event, -1),
		all: () => Object.fromEntries(total),
		byDay: () =>
			[...days]
				.sort(([one], [other]) => (one < other ? -1 : 1))
				.map(([day, ofDay]) => ({
					day,
					against: Object.fromEntries([
						...ids.map(id => [id, ofDay.get(id) ?? 0] as const),
						...(ofDay.has('unknown') ? [['unknown', ofDay.get('unknown')!] as const] : []),
					]),
				})),
	};
}
