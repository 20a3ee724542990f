import type {Clock} from '../picture/statement.ts';

/** An earlier moment of a picture, by one of the two clocks. */
export type Moment = {readonly kind: 'as of' | 'as seen'; readonly at: number};

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/**
 * The moment some steps from another one; null is now.
 *
 * An hour goes to the whole hour before or after, by the clocks of the time zone; a day keeps the hour. What is not before now is now.
 *
 * @param step 1 or -1 hour or day
 * @param kind the clock that counts where `from` is now
 */
export function stepped(
	from: Moment | null,
	step: {readonly unit: 'hour' | 'day'; readonly by: 1 | -1},
	{now, kind, timezone}: {now: number; kind: Moment['kind']; timezone: string},
): Moment | null {
	if (from === null && step.by > 0) return null;
	const base = from?.at ?? now;
	const at =
		step.unit === 'hour'
			? step.by < 0
				? hourOf(base - 1, timezone)
				: hourOf(base, timezone) + hourMs
			: from === null
				? hourOf(base - dayMs, timezone)
				: base + step.by * dayMs;
	return at >= now ? null : {kind: from?.kind ?? kind, at: Math.max(0, at)};
}

const minutes = new Map<string, Intl.DateTimeFormat>();

/** When the hour of a moment began: in some zones not with an hour of UTC. */
function hourOf(at: number, timezone: string): number {
	let format = minutes.get(timezone);
	if (!format) {
		format = new Intl.DateTimeFormat('en-GB', {timeZone: timezone, minute: 'numeric'});
		minutes.set(timezone, format);
	}
	return at - Number(format.format(at)) * 60_000 - (((at % 60_000) + 60_000) % 60_000);
}

/** The clocks of a moment; null is now, which nothing limits. */
export function clockOf(moment: Moment | null): Clock {
	return {
		asOf: moment?.kind === 'as of' ? moment.at : null,
		asSeen: moment?.kind === 'as seen' ? moment.at : null,
	};
}
