import type {Item} from '../reports/report.ts';
import type {Outcome, Source, SourceMemory} from '../sources/source.ts';
import {nextPollAt, type Pace} from './schedule.ts';
import type {Bad} from './verdict.ts';

/** What one try brought, whichever way it was asked. */
export type Reply =
	| {
			readonly is: 'items';
			readonly items: readonly Item[];
			readonly notes: readonly string[];
			readonly validators: Validators;
			/** Where to ask from now on; null: at the source's own address. */
			readonly movedTo: string | null;
			readonly freshMs: number | null;
	  }
	| {readonly is: 'unchanged'; readonly movedTo: string | null; readonly freshMs: number | null}
	| (Bad & {
			/** False where the answer was no answer to what the validators stand for. */
			readonly keepsValidators: boolean;
			/** False where the address that a redirect or a discovery led to is no good any more. */
			readonly keepsMove: boolean;
	  });

/** What makes the next request conditional. */
export type Validators = Pick<SourceMemory, 'etag' | 'lastModified'> & {
	readonly validatorsUrl: string | null;
};

export const noValidators: Validators = {etag: null, lastModified: null, validatorsUrl: null};

/** Failures in a row after which a new address is given up for the one that the user named. */
const patience = 3;

/** A source that fails is lost after so many polls in a row, or where it still fails after so long. */
export const lostAfter = {polls: 3, ms: 15 * 60_000};

/** Makes a reply into what the screen shows and what the next try needs to know. */
export function outcomeOf(
	reply: Reply,
	{source, memory, pace, now}: {source: Source; memory: SourceMemory | null; pace: Pace; now: number},
): Outcome {
	const before = memory ?? unasked(source.id);
	const isLocal = source.kind === 'file' || source.kind === 'stdin';
	const next = (turn: Omit<Parameters<typeof nextPollAt>[1], 'now'>) =>
		source.kind === 'stdin' ? null : nextPollAt(source, {...turn, now}, pace);

	if (reply.is === 'items' || reply.is === 'unchanged') {
		const {movedTo, freshMs} = reply;
		const state = reply.is === 'items' ? 'ok' : 'unchanged';
		return {
			ok: true,
			state,
			items: reply.is === 'items' ? reply.items : [],
			notes: reply.is === 'items' ? reply.notes : [],
			memory: {
				...before,
				...(reply.is === 'items' ? reply.validators : {}),
				movedTo,
				state,
				reason: reply.is === 'items' ? remark(reply.notes) : wasWell(before) ? before.reason : null,
				failures: 0,
				awaySince: null,
				lostAt: null,
				lastAskedAt: now,
				lastAnswerAt: now,
				nextPollAt: next({end: 'answered', failures: 0, freshMs, notBeforeAt: null}),
				notBeforeAt: null,
				freshMs,
			},
		};
	}

	const failures = before.failures + 1;
	const keepsMove = reply.keepsMove && failures < patience;
	// The address that the user named may still be there where the one that it led to is not.
	const isGone = reply.is === 'gone' && before.movedTo === null;
	const state = reply.is === 'gone' && !isGone ? 'failing' : reply.is;
	const {reason, notBeforeAt} = reply;
	const awaySince = before.failures === 0 ? now : (before.awaySince ?? now);
	// One failure is a bad line; a refusal is an answer, and needs no second one.
	const isLost = state !== 'failing' || failures >= lostAfter.polls || now - awaySince >= lostAfter.ms;
	const wasLost = before.failures === 0 ? null : (before.lostAt ?? null);
	const turn = {
		end: reply.isRefused ? 'refused' : 'failed',
		// Looking for a file again costs nobody anything.
		failures: isLocal ? 1 : failures,
		freshMs: before.freshMs ?? null,
		notBeforeAt,
	} as const;
	return {
		ok: false,
		state,
		reason,
		memory: {
			...before,
			...(reply.keepsValidators && (keepsMove || before.movedTo === null) ? {} : noValidators),
			movedTo: keepsMove ? before.movedTo : null,
			state,
			reason,
			failures,
			awaySince,
			lostAt: wasLost ?? (isLost ? now : null),
			lastAskedAt: now,
			nextPollAt: isGone ? null : next(turn),
			notBeforeAt,
		},
	};
}

/** What was odd about an answer that could be read, for as long as it is the newest. */
function remark(notes: readonly string[]): string | null {
	return notes.length === 0 ? null : notes.slice(0, 3).join('; ');
}

function wasWell({state}: SourceMemory): boolean {
	return state === 'ok' || state === 'unchanged';
}

function unasked(id: string): SourceMemory {
	return {
		...noValidators,
		id,
		movedTo: null,
		state: 'waiting',
		reason: null,
		failures: 0,
		lastAskedAt: null,
		lastAnswerAt: null,
		lastNewAt: null,
		nextPollAt: null,
	};
}
