import ms, {type StringValue} from 'ms';
import {offsetMinutes} from '../facts/dates.ts';

const dayMs = 86_400_000;
const form =
	/^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * Reads one end of a span of time: `2022-09-16`, `2022-09-16T10:00Z`, `2022-09-16 10:00`, or a length back from now such as `3d`.
 *
 * @param end `last` of a day: its last millisecond
 * @param timezone IANA zone of days, and of hours without one
 * @returns null where it is none of these
 */
export function instantOf(
	text: string,
	end: 'first' | 'last',
	{now, timezone}: {readonly now: number; readonly timezone: string},
): number | null {
	if (/^\d+(\.\d+)?\s*[a-z]+$/i.test(text)) {
		const lengthMs = ms(text as StringValue);
		return Number.isFinite(lengthMs) ? now - lengthMs : null;
	}
	const match = form.exec(text);
	if (!match) return null;
	const [year, month, day, hour, minute, second] = match.slice(1, 7).map(part => Number(part ?? 0)) as [
		number,
		number,
		number,
		number,
		number,
		number,
	];
	const isReal =
		new Date(Date.UTC(year, month - 1, day)).toISOString().startsWith(text.slice(0, 10)) &&
		hour < 24 &&
		minute < 60 &&
		second < 60;
	if (!isReal) return null;
	const shown = Date.UTC(year, month - 1, day, hour, minute, second);
	if (match[7] !== undefined) return shown - zoneMs(match[7]);
	return match[4] === undefined && end === 'last' ? at(shown + dayMs, timezone) - 1 : at(shown, timezone);
}

function zoneMs(zone: string): number {
	const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
	return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
}

/** When the clocks of a zone show this, as if it were UTC. */
function at(shown: number, timezone: string): number {
	const first = shown - offsetMinutes(timezone, shown) * 60_000;
	return shown - offsetMinutes(timezone, first) * 60_000;
}
