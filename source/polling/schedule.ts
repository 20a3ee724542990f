import type {Source, SourceMemory} from '../sources/source.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** What a source's own word on freshness may slow down a poll to: in a conflict, a `<ttl>` of a day is not believed. */
const freshLimitMs = hourMs;
/** The longest wait between two tries of a source that fails, and of one that refuses us. */
const failingLimitMs = hourMs;
const refusedLimitMs = 6 * hourMs;
/** The first wait after a refusal: asking again at once is what gets one refused. */
const refusedLeastMs = 15 * minuteMs;
/** A `Retry-After` beyond this is a mistake; one within it is kept. */
const retryLimitMs = 31 * 24 * hourMs;

/** How often to poll. */
export type Pace = {
	/** For sources that have no interval of their own. */
	readonly everyMs: number;
	/** No source is asked more often. */
	readonly leastMs: number;
	/** At least 0, less than 1. */
	readonly random: () => number;
};

/** How a try went, as far as the next one depends on it. */
export type Turn = {
	readonly now: number;
	/** `refused`: asking the same again would be refused again. */
	readonly end: 'answered' | 'failed' | 'refused';
	/** Failures in a row, with this one. */
	readonly failures: number;
	readonly freshMs: number | null;
	readonly notBeforeAt: number | null;
};

/** How long between two polls of a source that answers, before jitter: what the user gave for it, else the longer of the usual and its own word. */
export function interval(source: Pick<Source, 'everyMs'>, freshMs: number | null, pace: Pace): number {
	const usualMs = Math.max(pace.everyMs, Math.min(freshMs ?? 0, freshLimitMs));
	return Math.max(source.everyMs ?? usualMs, pace.leastMs);
}

/** When a source is to be asked again after a try. */
export function nextPollAt(source: Pick<Source, 'everyMs'>, turn: Turn, pace: Pace): number {
	const intervalMs = interval(source, turn.freshMs, pace);
	const waitMs = Math.max(spread(wait(turn, intervalMs), pace), pace.leastMs);
	const askedAt = turn.notBeforeAt;
	// After the time asked for, never before it, and not all on the same second.
	return Math.max(
		turn.now + waitMs,
		askedAt === null ? 0 : askedAt + pace.random() * Math.min(intervalMs, minuteMs) * 0.1,
	);
}

function wait({end, failures}: Turn, intervalMs: number): number {
	if (end === 'answered') {
		return intervalMs;
	}
	const [leastMs, limitMs] =
		end === 'failed' ? [intervalMs, failingLimitMs] : [Math.max(intervalMs, refusedLeastMs), refusedLimitMs];
	const doublings = Math.min(Math.max(failures - 1, 0), 30);
	return Math.min(leastMs * 2 ** doublings, Math.max(limitMs, intervalMs));
}

// A tenth to either side: sources that started together drift apart.
function spread(waitMs: number, pace: Pace): number {
	return waitMs * (0.9 + 0.2 * pace.random());
}

/**
 * When a source that may have been asked in an earlier run is due.
 *
 * @returns null: never (it is gone, or was read once for all)
 */
export function dueAt(source: Source, memory: SourceMemory | null, pace: Pace, now: number): number | null {
	if (memory === null || memory.lastAskedAt === null) {
		return now;
	}
	if (memory.state === 'gone' || memory.nextPollAt === null) {
		return null;
	}
	// Set back since: what was planned by the old clock could lie days ahead.
	if (memory.lastAskedAt > now) {
		return now;
	}
	if (memory.state !== 'ok' && memory.state !== 'unchanged') {
		return memory.nextPollAt;
	}
	// The interval may be shorter now than in the run that planned.
	const intervalMs = interval(source, memory.freshMs ?? null, pace);
	const plannedAt = Math.min(memory.nextPollAt, memory.lastAskedAt + intervalMs * 1.1);
	return Math.max(plannedAt, memory.notBeforeAt ?? 0);
}

/**
 * Whether a source is asked when somebody presses the key for it.
 *
 * A failing or refused one is: the user may have mended the line or moved. Not one that asked for time, is gone, or was asked just now.
 */
export function canPollNow(memory: SourceMemory | null, pace: Pick<Pace, 'leastMs'>, now: number): boolean {
	if (memory === null || memory.lastAskedAt === null) {
		return true;
	}
	const isJustAsked = memory.lastAskedAt <= now && now < memory.lastAskedAt + pace.leastMs;
	return memory.state !== 'gone' && !isJustAsked && !hasAskedForTime(memory, now);
}

/** Whether a source has asked not to be asked yet. */
export function hasAskedForTime(memory: SourceMemory | null, now: number): boolean {
	const isBelieved = memory !== null && (memory.lastAskedAt ?? 0) <= now;
	return isBelieved && (memory.notBeforeAt ?? 0) > now;
}

/** When a `Retry-After` header says to ask again; null where it says nothing that can be read, or a time that is over. */
export function retryAt(header: string | undefined, now: number): number | null {
	const text = header?.trim() ?? '';
	const at = /^\d+(\.\d+)?$/.test(text) ? now + Number(text) * 1000 : httpDate(text);
	return at === null || at <= now ? null : Math.min(at, now + retryLimitMs);
}

// The three forms of RFC 9110, 5.6.7, all of which Date.parse reads; the first word keeps out what it would only guess at.
function httpDate(text: string): number | null {
	const at = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(text)
		? Date.parse(/(GMT|UTC|[+-]\d{4})$/.test(text) ? text : `${text} GMT`)
		: Number.NaN;
	return Number.isNaN(at) ? null : at;
}

/** How long a `Cache-Control` header says that an answer stays fresh; null where it does not say. */
export function maxAgeMs(header: string | undefined): number | null {
	const seconds = /(?:^|[\s,])max-age\s*=\s*"?(\d+)/i.exec(header ?? '')?.[1];
	return seconds === undefined ? null : Math.min(Number(seconds) * 1000, retryLimitMs);
}
