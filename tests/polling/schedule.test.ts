import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {
	canPollNow,
	dueAt,
	interval,
	maxAgeMs,
	nextPollAt,
	type Pace,
	retryAt,
	type Turn,
} from '../../source/polling/schedule.ts';
import {memoryOf, sourceOf} from './sources.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const now = Date.UTC(2022, 8, 16, 8, 13);
const pace: Pace = {everyMs: 5 * minuteMs, leastMs: 1000, random: () => 0.5};

suite('the interval of a source that answers', () => {
	const cases: [title: string, everyMs: number | null, freshMs: number | null, minutes: number][] = [
		['the usual one', null, null, 5],
		['its own, given by the user', 2 * minuteMs, null, 2],
		['its own, even where it says that it stays fresh for longer', 2 * minuteMs, hourMs, 2],
		['as long as it says that it stays fresh', null, 20 * minuteMs, 20],
		['not shorter because it says so', null, 0, 5],
		['not a day because it says so', null, 24 * hourMs, 60],
		['not shorter than any source is asked', 1, null, 1 / 60],
	];
	for (const [title, everyMs, freshMs, minutes] of cases) {
		test(title, () => assert.equal(interval({everyMs}, freshMs, pace), minutes * minuteMs));
	}
});

suite('the next poll', () => {
	const turn: Turn = {now, end: 'answered', failures: 0, freshMs: null, notBeforeAt: null};
	const minutes = (given: Partial<Turn>, random = 0.5, everyMs: number | null = null) =>
		(nextPollAt({everyMs}, {...turn, ...given}, {...pace, random: () => random}) - now) / minuteMs;
	const cases: [title: string, minutes: number, expected: number][] = [
		['after an answer', minutes({}), 5],
		['a tenth sooner', minutes({}, 0), 4.5],
		['a tenth later', minutes({}, 1), 5.5],
		['after one failure', minutes({end: 'failed', failures: 1}), 5],
		['after two', minutes({end: 'failed', failures: 2}), 10],
		['after four', minutes({end: 'failed', failures: 4}), 40],
		['after five: an hour at the most', minutes({end: 'failed', failures: 5}), 60],
		['after a thousand', minutes({end: 'failed', failures: 1000}), 60],
		['never sooner than a poll that succeeds', minutes({end: 'failed', failures: 9}, 0.5, 3 * hourMs), 180],
		['after a refusal', minutes({end: 'refused', failures: 1}), 15],
		['after two refusals', minutes({end: 'refused', failures: 2}), 30],
		['after many refusals', minutes({end: 'refused', failures: 50}), 360],
		[
			'when it asked for more time',
			minutes({end: 'failed', failures: 1, notBeforeAt: now + 3 * hourMs}, 0),
			180,
		],
		[
			'when it asked for days',
			minutes({end: 'failed', failures: 1, notBeforeAt: now + 72 * hourMs}, 0),
			72 * 60,
		],
		['when it asked for a second', minutes({end: 'failed', failures: 1, notBeforeAt: now + 1000}), 5],
	];
	for (const [title, found, expected] of cases) {
		test(title, () => assert.ok(Math.abs(found - expected) < 1e-6, `${found} min`));
	}

	test('never before the time asked for, whatever the jitter', () => {
		for (const random of [0, 0.3, 0.999]) {
			const found = minutes({end: 'failed', failures: 1, notBeforeAt: now + 10 * minuteMs}, random);
			assert.ok(found >= 10 && found < 10.2, `${found} min`);
		}
	});
});

suite('Retry-After', () => {
	const cases: [header: string | undefined, seconds: number | null][] = [
		['120', 120],
		[' 120 ', 120],
		['1.5', 1.5],
		['86400', 86_400],
		['Fri, 16 Sep 2022 08:15:00 GMT', 120],
		['Friday, 16-Sep-22 08:15:00 GMT', 120],
		['Fri Sep 16 08:15:00 2022', 120],
		['Fri, 16 Sep 2022 14:15:00 +0600', 120],
		['99999999999', 31 * 86_400],
		['Fri, 16 Sep 2022 08:12:00 GMT', null],
		['0', null],
		['-5', null],
		['soon', null],
		['2022', 2022],
		['1e9', null],
		['', null],
		[undefined, null],
	];
	for (const [header, seconds] of cases) {
		test(`${header}: ${seconds} s`, () => {
			const at = retryAt(header, now);
			assert.equal(at === null ? null : (at - now) / 1000, seconds);
		});
	}
});

suite('Cache-Control', () => {
	const cases: [header: string | undefined, ms: number | null][] = [
		['max-age=300', 300_000],
		['public, Max-Age = 60', 60_000],
		['no-cache, max-age="5"', 5000],
		['s-maxage=300', null],
		['max-age=-1', null],
		['no-store', null],
		[undefined, null],
	];
	for (const [header, ms] of cases) {
		test(`${header}: ${ms} ms`, () => assert.equal(maxAgeMs(header), ms));
	}
});

suite('when a source is due', () => {
	const source = sourceOf({});
	const asked = {lastAskedAt: now - minuteMs, nextPollAt: now + 4 * minuteMs, state: 'ok'} as const;
	const cases: [title: string, memory: ReturnType<typeof memoryOf> | null, minutes: number | null][] = [
		['never asked', null, 0],
		['known, but never asked', memoryOf({}), 0],
		['as planned', memoryOf(asked), 4],
		['overdue after a night of suspension', memoryOf({...asked, nextPollAt: now - 9 * hourMs}), -540],
		['planned when the interval was an hour', memoryOf({...asked, nextPollAt: now + 59 * minuteMs}), 4.5],
		[
			'the clock was set back since',
			memoryOf({...asked, lastAskedAt: now + 30 * hourMs, nextPollAt: now + 31 * hourMs}),
			0,
		],
		['gone', memoryOf({...asked, state: 'gone', nextPollAt: now}), null],
		['read once for all', memoryOf({...asked, nextPollAt: null}), null],
		['failing', memoryOf({...asked, state: 'failing', nextPollAt: now + 59 * minuteMs}), 59],
	];
	for (const [title, memory, minutes] of cases) {
		test(title, () => {
			const at = dueAt(source, memory, pace, now);
			assert.equal(at === null ? null : Math.round((at - now) / 6000) / 10, minutes);
		});
	}
});

suite('a key press asks', () => {
	const asked = {lastAskedAt: now - minuteMs, nextPollAt: now + hourMs} as const;
	const cases: [title: string, memory: ReturnType<typeof memoryOf> | null, isAsked: boolean][] = [
		['one that was never asked', null, true],
		['one that waits for its turn', memoryOf({...asked, state: 'ok'}), true],
		['one that fails', memoryOf({...asked, state: 'failing'}), true],
		['one that refuses', memoryOf({...asked, state: 'blocked'}), true],
		['not one that asked for time', memoryOf({...asked, state: 'failing', notBeforeAt: now + 1}), false],
		['one whose time is over', memoryOf({...asked, state: 'failing', notBeforeAt: now}), true],
		['not one that is gone', memoryOf({...asked, state: 'gone'}), false],
		['not one that was asked just now', memoryOf({...asked, state: 'ok', lastAskedAt: now - 10}), false],
		[
			'one that was asked by a clock set back since',
			memoryOf({...asked, lastAskedAt: now + hourMs, notBeforeAt: now + hourMs}),
			true,
		],
	];
	for (const [title, memory, isAsked] of cases) {
		test(title, () => assert.equal(canPollNow(memory, pace, now), isAsked));
	}
});
