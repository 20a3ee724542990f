import type {Source, SourceMemory} from '../sources/source.ts';
import type {SourceHealth} from './picture.ts';
import {dayMs, hourMs} from './statement.ts';

/** Answers, but nothing new for three days, or for a hundred polls where it is asked seldom. */
export const quietAfter = {ms: 3 * dayMs, polls: 100};
/** Should have answered, and has not for an hour, or for four polls where it is asked seldom. */
export const staleAfter = {ms: hourMs, polls: 4};

/**
 * How a source is, for people.
 *
 * What the last try found comes first (failing, blocked, gone, needs key). A source that is well may still be stale:
 * nobody has asked it for long, as after a laptop's sleep; or quiet: it answers and says nothing new.
 *
 * @param everyMs how long between two polls where the source does not say
 */
export function health(
	source: Source,
	memory: SourceMemory | null,
	reports: number,
	now: number,
	everyMs: number,
): SourceHealth {
	const {id, name} = source;
	if (!memory)
		return {
			id,
			name,
			state: 'waiting',
			lastAnswerAt: null,
			lostSince: null,
			nextPollAt: null,
			reports,
			reason: null,
		};
	const lostSince = (memory.lostAt ?? null) === null ? null : (memory.awaySince ?? memory.lostAt!);
	const {lastAnswerAt, nextPollAt} = memory;
	const every = source.everyMs ?? everyMs;
	const isWell = memory.state === 'ok' || memory.state === 'unchanged';
	const answeredAgo = lastAnswerAt === null ? null : now - lastAnswerAt;
	const newAgo = memory.lastNewAt === null ? null : now - memory.lastNewAt;
	const isPolled = source.kind !== 'stdin' && nextPollAt !== null;
	const state =
		isWell &&
		isPolled &&
		answeredAgo !== null &&
		answeredAgo > Math.max(staleAfter.ms, staleAfter.polls * every)
			? 'stale'
			: isWell && newAgo !== null && newAgo > Math.max(quietAfter.ms, quietAfter.polls * every)
				? 'quiet'
				: memory.state;
	return {id, name, state, lastAnswerAt, lostSince, nextPollAt, reports, reason: memory.reason};
}
