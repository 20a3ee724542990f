import type {Figure} from '../facts/fact.ts';
import type {Row} from '../picture/picture.ts';
import type {Marks} from './theme.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

// Making a formatter costs more than a frame may; there is one zone in a run.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(timezone: string): Intl.DateTimeFormat {
	let made = formatters.get(timezone);
	if (!made) {
		made = new Intl.DateTimeFormat('en-GB', {
			timeZone: timezone,
			year: 'numeric',
			month: 'short',
			day: 'numeric',
			hour: '2-digit',
			minute: '2-digit',
			hourCycle: 'h23',
		});
		formatters.set(timezone, made);
	}
	return made;
}

function partsOf(at: number, timezone: string) {
	const parts = new Map(
		formatter(timezone)
			.formatToParts(at)
			.map(part => [part.type, part.value]),
	);
	return {
		year: parts.get('year'),
		// en-GB writes “Sept”, alone of all months in four letters.
		day: `${parts.get('day')} ${parts.get('month')?.slice(0, 3)}`,
		clock: `${parts.get('hour')}:${parts.get('minute')}`,
	};
}

const isInstant = (at: number): boolean => Number.isFinite(at) && Math.abs(at) <= 8.64e15;

/** “10:00” on the day of `now`, “16 Sep 10:00” in its year, else “16 Sep 2021 10:00”. */
export function moment(at: number, now: number, timezone: string): string {
	if (!isInstant(at)) {
		return 'no date';
	}
	const then = partsOf(at, timezone);
	const today = partsOf(now, timezone);
	if (then.year !== today.year) {
		return `${then.day} ${then.year} ${then.clock}`;
	}
	return then.day === today.day ? then.clock : `${then.day} ${then.clock}`;
}

/** “16 Sep 2021 10:00”, whatever day it is now. */
export function fullMoment(at: number, timezone: string): string {
	if (!isInstant(at)) {
		return 'no date';
	}
	const then = partsOf(at, timezone);
	return `${then.day} ${then.year} ${then.clock}`;
}

/** The day of an instant in a zone: “18 Sep 2022”. */
export function dateText(at: number, timezone: string): string {
	const {day, year} = partsOf(at, timezone);
	return `${day} ${year}`;
}

/** “17 Sep”, of a calendar day `2022-09-17`. */
export function dayText(day: string): string {
	return partsOf(Date.parse(`${day}T00:00:00Z`), 'UTC').day;
}

/** A length of time in its largest unit: “under 1 min”, “3 min”, “2 h”, “4 d”. */
export function duration(lengthMs: number): string {
	const length = Math.abs(lengthMs);
	if (!(length >= minuteMs)) {
		return 'under 1 min';
	}
	if (length < hourMs) {
		return `${Math.floor(length / minuteMs)} min`;
	}
	return length < 2 * dayMs ? `${Math.floor(length / hourMs)} h` : `${count(Math.floor(length / dayMs))} d`;
}

/** “just now”, “3 min ago”, and “in 3 min” for what is to come. */
export function ago(at: number, now: number): string {
	if (!isInstant(at)) {
		return 'no date';
	}
	if (Math.abs(now - at) < minuteMs) {
		return 'just now';
	}
	return at > now ? `in ${duration(at - now)}` : `${duration(now - at)} ago`;
}

/** When something is to happen: “due”, “within 1 min”, “in 3 min”. */
export function ahead(at: number, now: number): string {
	return at <= now ? 'due' : at - now < minuteMs ? 'within 1 min' : `in ${duration(at - now)}`;
}

/** A number with commas between thousands. */
export function count(number: number): string {
	return String(Math.round(number)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** “1 report”, “12 reports”. */
export function counted(number: number, one: string, many = `${one}s`): string {
	return `${count(number)} ${number === 1 ? one : many}`;
}

/** A figure as it was said: “36”, “36+”, “about 40”, “20–30”, “none”, “no figure”. */
export function figureText(
	figure: Pick<Figure, 'low' | 'best' | 'high' | 'qualifier' | 'scope'>,
	marks: Marks,
): string {
	const said = saidText(figure, marks);
	return figure.scope === 'additional' && figure.qualifier !== 'silence' ? `${said} more` : said;
}

function saidText(
	{low, best, high, qualifier}: Pick<Figure, 'low' | 'best' | 'high' | 'qualifier'>,
	marks: Marks,
): string {
	switch (qualifier) {
		case 'silence':
			return 'no figure';
		case 'none':
			return 'none';
		case 'up to':
		case 'nearly':
		case 'about':
			return `${qualifier} ${count(best ?? high ?? low ?? 0)}`;
		case 'between':
			return low !== null && high !== null
				? `${count(low)}${marks.dash}${count(high)}`
				: openText(low, high, marks);
		case 'vague':
			return `${openText(low, high, marks)} (vague)`;
		default:
			return best !== null && high !== null && low === high ? count(best) : openText(low, high, marks);
	}
}

function openText(low: number | null, high: number | null, marks: Marks): string {
	if (low !== null && high !== null) {
		return low === high ? count(low) : `${count(low)}${marks.dash}${count(high)}`;
	}
	return low !== null ? `${count(low)}+` : high !== null ? `up to ${count(high)}` : 'no figure';
}

/** One of the three summary numbers of a row; `+` where the highest is an “at least”. */
export function bound(number: number | null, isOpen: boolean, marks: Marks): string {
	return number === null ? marks.dash : `${count(number)}${isOpen ? '+' : ''}`;
}

/** The summary of a row in few columns: “36”, “36+”, “36–59+, best 36”. */
export function rangeText(
	{low, best, high, openEnded}: Pick<Row, 'low' | 'best' | 'high' | 'openEnded'>,
	marks: Marks,
): string {
	const top = high ?? best ?? low;
	if (top === null) {
		return 'no figure';
	}
	const bottom = low ?? best ?? top;
	const range =
		bottom === top
			? bound(top, openEnded, marks)
			: `${count(bottom)}${marks.dash}${bound(top, openEnded, marks)}`;
	return best === null || (best === bottom && best === top) ? range : `${range}, best ${count(best)}`;
}
