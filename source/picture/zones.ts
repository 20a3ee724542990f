import type {Profile} from '../profile/profile.ts';
import {dayMs, hourMs} from './statement.ts';

/** The clocks that a conflict is told by. */
export type Zones = {
	/** The calendar day of an instant in the profile's zone: `2022-09-17`. */
	dayOf(at: number): string;
	/** How far apart, in milliseconds, two of the profile's clocks stand at an instant; the same once, 0 left out. */
	slipsAt(at: number): readonly number[];
};

// No zone changes its day or its offset but at a quarter of an hour.
const quarterMs = hourMs / 4;

export function createZones({timezone, sides}: Pick<Profile, 'timezone' | 'sides'>): Zones {
	const clocks = [...new Set([timezone, ...sides.map(side => side.timezone ?? timezone)])].map(clockOf);
	const days = new Map<number, string>();
	const slips = new Map<number, readonly number[]>();

	return {
		dayOf(at) {
			const quarter = Math.floor(at / quarterMs);
			let day = days.get(quarter);
			if (day === undefined) {
				day = new Date(clocks[0]!(at)).toISOString().slice(0, 10);
				days.set(quarter, day);
			}
			return day;
		},
		slipsAt(at) {
			const day = Math.floor(at / dayMs);
			let apart = slips.get(day);
			if (!apart) {
				const shown = clocks.map(clock => clock(at));
				apart = [...new Set(shown.flatMap(one => shown.map(other => Math.abs(one - other))))].filter(
					ms => ms > 0,
				);
				slips.set(day, apart);
			}
			return apart;
		},
	};
}

// A format takes longer to make than a day of instants to be told by it, and each picture asks for the same few zones.
const clocksByZone = new Map<string, (at: number) => number>();

function clockOf(timeZone: string): (at: number) => number {
	const clock = clocksByZone.get(timeZone) ?? createClock(timeZone);
	clocksByZone.set(timeZone, clock);
	return clock;
}

/** What a zone's clocks show at an instant, as if it were UTC, to the minute. */
function createClock(timeZone: string): (at: number) => number {
	const format = new Intl.DateTimeFormat('en-GB', {
		timeZone,
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		minute: 'numeric',
		hourCycle: 'h23',
	});
	return at => {
		const parts = new Map(format.formatToParts(at).map(({type, value}) => [type, Number(value)]));
		const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
		return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'));
	};
}
