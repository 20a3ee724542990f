import assert from 'node:assert/strict';
import {test} from 'node:test';
import {noValidators, outcomeOf, type Reply} from '../../source/polling/outcome.ts';
import type {SourceMemory} from '../../source/sources/source.ts';
import {sourceOf} from './sources.ts';

const minuteMs = 60_000;
const replies: Readonly<Record<string, Reply>> = {
	ok: {is: 'items', items: [], notes: [], validators: noValidators, movedTo: null, freshMs: null},
	failing: bad('failing'),
	blocked: bad('blocked'),
	gone: bad('gone'),
};

function bad(is: 'failing' | 'blocked' | 'gone'): Reply {
	return {
		is,
		reason: is,
		isRefused: is !== 'failing',
		notBeforeAt: null,
		keepsValidators: true,
		keepsMove: true,
	};
}

// How each poll ended, and the minute; when it had been away since, and when it counted as lost, after the last one.
const cases: readonly [string, string, readonly [number | null, number | null]][] = [
	['one failure', '0 ok, 5 failing', [5, null]],
	['two within minutes', '0 ok, 5 failing, 10 failing', [5, null]],
	['three in a row', '0 ok, 5 failing, 6 failing, 7 failing', [5, 7]],
	['two, a quarter of an hour apart', '0 ok, 5 failing, 20 failing', [5, 20]],
	['it stays lost from then on', '0 ok, 5 failing, 20 failing, 80 failing', [5, 20]],
	['a refusal needs no second one', '0 ok, 5 blocked', [5, 5]],
	['gone is gone', '0 ok, 5 gone', [5, 5]],
	['a refusal after a failure', '0 ok, 5 failing, 6 blocked', [5, 6]],
	['the first good answer ends it', '0 ok, 5 failing, 6 failing, 7 failing, 8 ok', [null, null]],
	['and the count begins anew', '0 failing, 1 failing, 2 ok, 3 failing, 4 failing', [3, null]],
	['never there', '0 failing, 1 failing, 2 failing', [0, 2]],
];
for (const [title, polls, expected] of cases)
	test(`lost: ${title}`, () => {
		const memory = polls.split(', ').reduce<SourceMemory | null>((known, poll) => {
			const [minute, end] = poll.split(' ') as [string, string];
			return outcomeOf(replies[end]!, {
				source: sourceOf({}),
				memory: known,
				pace: {everyMs: 5 * minuteMs, leastMs: 1000, random: () => 0.5},
				now: Number(minute) * minuteMs,
			}).memory;
		}, null)!;
		const inMinutes = (at: number | null | undefined) => (at == null ? null : at / minuteMs);
		assert.deepEqual([inMinutes(memory.awaySince), inMinutes(memory.lostAt)], expected);
	});
