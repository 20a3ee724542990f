import {fullMoment} from './format.ts';

/** What a typed instant means, or what is wrong with it, in a few words. */
type Read = {readonly at: number} | {readonly wrong: string};

const expected = 'expected 2022-09-18 10:00, a date, or ISO with a zone';
const form =
	/^(\d{4})-(\d{1,2})-(\d{1,2})(?:[\sT]+(\d{1,2})(?::?(\d{2})(?::(\d{2})(?:\.\d+)?)?)?)?\s*(Z|[+-]\d{2}:?(?:\d{2})?)?$/i;

/**
 * Reads an instant as people type it: `2022-09-18 10:00`, `2022-09-18`, `2022-09-18T04:00Z`, `2022-09-18T10:00+06:00`.
 *
 * @param timezone IANA zone of hours without one
 * @param now what comes after it cannot be gone to
 */
export function instantTyped(
	text: string,
	{now, timezone}: {readonly now: number; readonly timezone: string},
): Read {
	const match = form.exec(text.trim());
	if (!match) return {wrong: expected};
	const [year, month, day, hour, minute, second] = match
		.slice(1, 7)
		.map(part => (part === undefined ? 0 : Number(part))) as [number, number, number, number, number, number];
	const zone = match[7];
	if (month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate())
		return {wrong: 'no day of the calendar'};
	if (hour > 23 || minute > 59 || second > 59) return {wrong: 'no hour of the day'};
	const asUtc = Date.UTC(year, month - 1, day, hour, minute, second);
	const at = zone ? asUtc - offsetOf(zone) : atIn(timezone, asUtc);
	if (at >= now) return {wrong: `that has not come yet: it is ${fullMoment(now, timezone)}`};
	return at < 0 ? {wrong: 'before 1970'} : {at};
}

function offsetOf(zone: string): number {
	const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? [];
	return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
}

/** The instant at which the clocks of a zone show these digits; where they are put on, the one after. */
function atIn(timezone: string, digits: number): number {
	const shown = (at: number): number => {
		const parts = new Map(format.formatToParts(at).map(({type, value}) => [type, Number(value)]));
		const of = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
		return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
	};
	const format = new Intl.DateTimeFormat('en-US', {
		timeZone: timezone,
		hourCycle: 'h23',
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		minute: 'numeric',
		second: 'numeric',
	});
	// The offset of a first guess is that of the instant, but within hours of a change of clocks.
	const first = digits - (shown(digits) - digits);
	return first - (shown(first) - digits);
}
