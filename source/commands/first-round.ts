import type {SourceHealth} from '../picture/picture.ts';
import type {Watch} from './watch.ts';

/** Longer than this nobody waits for a first round of polls. */
const mostMs = 60_000;

/** How long a first round of polls may take, in life. */
export const patienceFor = (everyMs: number, speed: number): number => Math.min(mostMs, everyMs / speed);

/**
 * Tells whether the first round of polls is over, counted from this call: what it brings after a long absence is no news, or is told in one.
 *
 * @param patienceMs in life; afterwards it is over, whoever has not answered
 */
export function createFirstRound(
	watch: Pick<Watch, 'isPolling' | 'busy'>,
	patienceMs: number,
): (sources: readonly Pick<SourceHealth, 'state' | 'nextPollAt'>[], now: number) => boolean {
	const endsAtMs = performance.now() + patienceMs;
	let isOver = false;
	return (sources, now) => {
		const isDue = () =>
			sources.some(
				({state, nextPollAt}) => state === 'waiting' || (nextPollAt !== null && nextPollAt <= now),
			);
		isOver ||= !watch.isPolling() || (watch.busy() === 0 && !isDue()) || performance.now() >= endsAtMs;
		return isOver;
	};
}
