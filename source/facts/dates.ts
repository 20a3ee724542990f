import type {Written} from './rule.ts';

/*
 * Dates as written, set against the time of their report. Days are days of the conflict's own zone.
 */

export type Span = {
	/** The first moment of the day, month or year named. */
	readonly from: number;
	/** The first moment after it. */
	readonly to: number;
	readonly precision: 'minute' | 'hour' | 'day' | 'month' | 'year';
};

const minuteMs = 60_000;
const dayMs = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

// Asked for every date of a report; the formatter is slow, and zones change on the hour at most.
const offsets = new Map<string, number>();
const keptOffsets = 10_000;

/** Minutes by which a zone is ahead of UTC at a moment. An unknown zone counts as UTC. */
export function offsetMinutes(timezone: string, at: number): number {
	const key = `${timezone} ${Math.floor(at / 3_600_000)}`;
	const known = offsets.get(key);
	if (known !== undefined) {
		return known;
	}

	if (offsets.size >= keptOffsets) {
		offsets.clear();
	}

	const offset = offsetAt(timezone, at);
	offsets.set(key, offset);
	return offset;
}

function offsetAt(timezone: string, at: number): number {
	try {
		let format = formats.get(timezone);
		if (!format) {
			format = new Intl.DateTimeFormat('en-US', {timeZone: timezone, timeZoneName: 'longOffset'});
			formats.set(timezone, format);
		}

		const name = format.formatToParts(at).find(part => part.type === 'timeZoneName')?.value ?? '';
		const match = /([+-])(\d\d):?(\d\d)?/.exec(name);
		return match ? (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3] ?? 0)) : 0;
	} catch {
		return 0;
	}
}

/**
 * The stretch of time that a written date names.
 *
 * @param at when the report was published
 * @returns null where nothing in it can be set, or the date does not exist
 */
export function spanOf(written: Written, at: number, timezone: string): Span | null {
	const offset = offsetMinutes(timezone, at);
	const local = new Date(at + offset * minuteMs);
	const year = local.getUTCFullYear();
	const month = local.getUTCMonth();
	const today = Date.UTC(year, month, local.getUTCDate());
	const zoned = (from: number, to: number, precision: Span['precision']): Span => ({
		from: from - offset * minuteMs,
		to: to - offset * minuteMs,
		precision,
	});
	const day = dayOf(written, today, year, month);
	if (written.hour !== undefined) {
		const clock = (written.hour * 60 + (written.minute ?? 0)) * minuteMs;
		const zone = written.zoneMinutes ?? offset;
		const from = (day ?? today) + clock - zone * minuteMs;
		return {from, to: from + minuteMs, precision: written.minute === undefined ? 'hour' : 'minute'};
	}

	if (day !== null) {
		return zoned(day, day + dayMs, 'day');
	}

	if (written.month !== undefined || written.monthsAgo !== undefined) {
		const named = written.month === undefined ? month - (written.monthsAgo ?? 0) : written.month - 1;
		// A month without a year is the last one that has begun.
		const its = written.year ?? (written.month !== undefined && named > month ? year - 1 : year);
		return zoned(Date.UTC(its, named), Date.UTC(its, named + 1), 'month');
	}

	const its = written.year ?? (written.yearsAgo === undefined ? null : year - written.yearsAgo);
	return its === null ? null : zoned(Date.UTC(its, 0), Date.UTC(its + 1, 0), 'year');
}

function dayOf(written: Written, today: number, year: number, month: number): number | null {
	if (written.daysAgo !== undefined) {
		return today - written.daysAgo * dayMs;
	}

	if (written.weekday !== undefined) {
		const back = (new Date(today).getUTCDay() - written.weekday + 7) % 7;
		return today - back * dayMs;
	}

	if (written.day === undefined || written.day < 1 || written.day > 31) {
		return null;
	}

	const named = written.month === undefined ? month : written.month - 1;
	const moment = Date.UTC(written.year ?? year, named, written.day);
	// “31 December”, read in January, is of the year before; “30 February” is no day.
	if (new Date(moment).getUTCMonth() !== named) {
		return null;
	}

	return written.year === undefined && moment > today + 60 * dayMs
		? Date.UTC(year - 1, named, written.day)
		: moment;
}
