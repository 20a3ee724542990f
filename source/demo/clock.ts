/** Some recorded days. Instants in milliseconds since the epoch. */
export type Episode = {readonly name: '2021' | '2022'; readonly from: number; readonly to: number};

/** The recorded days, in order. Between them the clock jumps. */
export const episodes: readonly Episode[] = [
	{name: '2021', from: Date.parse('2021-04-28T00:00:00Z'), to: Date.parse('2021-05-04T00:00:00Z')},
	{name: '2022', from: Date.parse('2022-09-14T00:00:00Z'), to: Date.parse('2022-09-20T16:00:00Z')},
];

/** A day in twelve seconds: both episodes in about two and a half minutes. */
export const usualSpeed = 7200;

const dayMs = 86_400_000;

export type DemoClock = {
	readonly episodes: readonly Episode[];
	readonly startsAt: number;
	readonly endsAt: number;
	/** The ends of the played days, oldest first; the last is the end of all. */
	readonly dayEnds: readonly number[];
	/** The recorded moment that is played now. */
	now(): number;
	/** True from the end on: the clock stands. */
	isOver(): boolean;
	/** How long until a recorded moment is played, in milliseconds of real time; 0 where it is past. */
	realMsUntil(at: number): number;
};

/**
 * A clock that plays the recorded days faster than life, from the moment it is made.
 *
 * @param choice.speed how many times faster than life; more than 0
 * @param choice.episode one episode alone
 * @param realNow the real clock, in milliseconds
 */
export function demoClock(
	choice: {readonly speed?: number; readonly episode?: Episode['name'] | 'both'},
	realNow: () => number,
): DemoClock {
	const {speed = usualSpeed, episode = 'both'} = choice;
	if (!(speed > 0)) throw new RangeError(`demo: expected a speed over 0, got ${speed}`);
	const played = episodes.filter(({name}) => episode === 'both' || name === episode);
	const startedAt = realNow();
	const endsAt = played.at(-1)!.to;
	const now = (): number => momentAfter(played, (realNow() - startedAt) * speed);
	return {
		episodes: played,
		startsAt: played[0]!.from,
		endsAt,
		dayEnds: played.flatMap(dayEndsOf),
		now,
		isOver: () => now() >= endsAt,
		realMsUntil: at => Math.max(0, playedBefore(played, at) / speed - (realNow() - startedAt)),
	};
}

/** The recorded moment after so much recorded time has been played: gaps are skipped, and the end stands. */
export function momentAfter(played: readonly Episode[], playedMs: number): number {
	let leftMs = Math.max(0, playedMs);
	for (const {from, to} of played) {
		if (leftMs < to - from) return Math.floor(from + leftMs);
		leftMs -= to - from;
	}
	return played.at(-1)!.to;
}

/** How much recorded time is played before a moment. */
function playedBefore(played: readonly Episode[], at: number): number {
	return played.reduce((sum, {from, to}) => sum + Math.min(Math.max(at - from, 0), to - from), 0);
}

function dayEndsOf({from, to}: Episode): number[] {
	const days = Math.ceil((to - from) / dayMs);
	return Array.from({length: days}, (_, day) => Math.min(from + (day + 1) * dayMs, to));
}
