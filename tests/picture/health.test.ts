import assert from 'node:assert/strict';
import {test} from 'node:test';
import {health} from '../../source/picture/health.ts';
import type {SourceHealth} from '../../source/picture/picture.ts';
import type {Source, SourceMemory} from '../../source/sources/source.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const now = Date.parse('2022-09-18T12:00:00Z');
const source: Source = {
	id: 'rss:https://news.example/feed',
	kind: 'rss',
	address: 'https://news.example/feed',
	name: 'Example',
	side: null,
	language: null,
	everyMs: null,
	full: false,
};
const well: SourceMemory = {
	id: source.id,
	etag: null,
	lastModified: null,
	movedTo: null,
	state: 'ok',
	reason: null,
	failures: 0,
	lastAskedAt: now - minuteMs,
	lastAnswerAt: now - minuteMs,
	lastNewAt: now - minuteMs,
	nextPollAt: now + minuteMs,
};

const cases: readonly [string, Partial<SourceMemory> | null, Partial<Source>, SourceHealth['state']][] = [
	['never asked', null, {}, 'waiting'],
	['answers with news', {}, {}, 'ok'],
	['answers without news', {state: 'unchanged', lastNewAt: now - hourMs}, {}, 'unchanged'],
	['answers without news for four days', {state: 'unchanged', lastNewAt: now - 96 * hourMs}, {}, 'quiet'],
	[
		'asked once a day, four days are not long',
		{state: 'unchanged', lastNewAt: now - 96 * hourMs},
		{everyMs: 24 * hourMs},
		'unchanged',
	],
	['has not answered for two hours', {lastAnswerAt: now - 2 * hourMs}, {}, 'stale'],
	['asked every hour, two hours are not long', {lastAnswerAt: now - 2 * hourMs}, {everyMs: hourMs}, 'ok'],
	['read once from standard input', {lastAnswerAt: now - 48 * hourMs}, {kind: 'stdin'}, 'ok'],
	[
		'fails, and is no longer stale or quiet but failing',
		{state: 'failing', reason: 'no answer', lastAnswerAt: now - 96 * hourMs},
		{},
		'failing',
	],
	['refuses us', {state: 'blocked', reason: '403'}, {}, 'blocked'],
	['is gone', {state: 'gone', reason: '410', nextPollAt: null}, {}, 'gone'],
];
for (const [title, memory, more, state] of cases)
	test(`a source that ${title}: ${state}`, () => {
		const drawn = health({...source, ...more}, memory && {...well, ...memory}, 3, now, 5 * minuteMs);
		assert.equal(drawn.state, state);
		assert.equal(drawn.reason, memory?.reason ?? null);
		assert.equal(drawn.reports, 3);
	});
