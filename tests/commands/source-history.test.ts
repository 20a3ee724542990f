import assert from 'node:assert/strict';
import {test} from 'node:test';
import {historiesOf, memoryAt, stepNote, stepsKept} from '../../source/commands/source-history.ts';
import type {SourceMemory} from '../../source/sources/source.ts';

type State = Parameters<typeof stepNote>[1]['state'];

/** The notes after polls of one source, one a second. */
function polled(states: readonly State[], notes = new Map<string, unknown>()): Map<string, unknown> {
	for (const [index, state] of states.entries())
		for (const [name, value] of Object.entries(
			stepNote(
				notes,
				{id: 'rss:https://a.example/x', state, reason: state === 'failing' ? '404' : null},
				(index + 1) * 1000,
			),
		))
			notes.set(name, value);
	return notes;
}
const told = (notes: Map<string, unknown>): string[] =>
	historiesOf(notes, new Map()).flatMap(({steps}) => steps.map(({at, state}) => `${at / 1000} ${state}`));

const cases: readonly [readonly State[], readonly string[]][] = [
	[['ok'], ['1 ok']],
	[['ok', 'unchanged', 'ok', 'unchanged'], ['1 ok']],
	[
		['unchanged', 'failing', 'failing', 'ok'],
		['1 unchanged', '2 failing', '4 ok'],
	],
	[
		['failing', 'blocked', 'gone'],
		['1 failing', '2 blocked', '3 gone'],
	],
];
for (const [states, expected] of cases)
	test(states.join(', '), () => assert.deepEqual(told(polled(states)), expected));

test('a loss that comes later is written into the step that began it, once', () => {
	const notes = new Map<string, unknown>();
	const poll = (at: number, state: State, lostAt: number | null): number => {
		const more = Object.entries(stepNote(notes, {id: 'a', state, reason: '404', lostAt}, at));
		for (const [name, value] of more) notes.set(name, value);
		return more.length;
	};
	assert.deepEqual(
		[poll(1, 'ok', null), poll(2, 'failing', null), poll(3, 'failing', null), poll(4, 'failing', 4)],
		[1, 1, 0, 1],
	);
	assert.deepEqual([poll(5, 'failing', 4), poll(6, 'blocked', 4), poll(7, 'ok', null)], [0, 1, 1]);
	const [history] = historiesOf(notes, new Map());
	assert.deepEqual(
		history!.steps.map(({at, state, lostAt}) => [at, state, lostAt]),
		[
			[1, 'ok', null],
			[2, 'failing', 4],
			[6, 'blocked', 6],
			[7, 'ok', null],
		],
	);
	const lostBy = (at: number) => memoryAt(notes, {...memory, id: 'a'}, at)!.lostAt;
	assert.deepEqual([1, 3, 5, 6, 7].map(lostBy), [null, null, 2, 2, null]);
});

test('only the newest steps are kept, in order', () => {
	const states = Array.from({length: 3 * stepsKept + 7}, (_, index): State => (index % 2 ? 'failing' : 'ok'));
	const notes = polled(states);
	assert.equal(notes.size, stepsKept);
	assert.deepEqual(told(notes), states.map((state, index) => `${index + 1} ${state}`).slice(-stepsKept));
});

test('sources are told apart and named; what another version wrote is passed over', () => {
	const notes = polled(['ok']);
	for (const [name, value] of Object.entries(
		stepNote(notes, {id: 'b', state: 'gone', reason: 'x'.repeat(5000)}, 9),
	))
		notes.set(name, value);
	notes.set('sourceHistory/0/c', {since: 'long ago'});
	const histories = historiesOf(notes, new Map([['b', 'B news']]));
	assert.deepEqual(
		histories.map(({id, name, steps}) => [id, name, steps.length]),
		[
			['rss:https://a.example/x', 'rss:https://a.example/x', 1],
			['b', 'B news', 1],
			['c', 'c', 0],
		],
	);
	assert.equal(histories[1]?.steps[0]?.reason?.length, 200);
});

test('a clock that was put back leaves the order as it was', () => {
	const notes = polled(['ok', 'failing']);
	for (const [name, value] of Object.entries(
		stepNote(notes, {id: 'rss:https://a.example/x', state: 'ok', reason: null}, 500),
	))
		notes.set(name, value);
	assert.deepEqual(told(notes), ['1 ok', '2 failing', '2.001 ok']);
});

const memory: SourceMemory = {
	id: 'rss:https://a.example/x',
	etag: null,
	lastModified: null,
	movedTo: null,
	state: 'ok',
	reason: null,
	failures: 0,
	lastAskedAt: 99_000,
	lastAnswerAt: 99_000,
	lastNewAt: 98_000,
	nextPollAt: 120_000,
};
const notes = polled(['ok', 'unchanged', 'failing', 'failing', 'ok']);
for (const [at, expected] of [
	[999, null],
	[1000, {state: 'ok', reason: null, lastAnswerAt: 1000}],
	[2999, {state: 'ok', reason: null, lastAnswerAt: 1000}],
	[3000, {state: 'failing', reason: '404', lastAnswerAt: 1000}],
	[5000, {state: 'ok', reason: null, lastAnswerAt: 5000}],
] as const) {
	test(`by ${at} ms the source was ${expected?.state ?? 'not known'}, and nothing of later is told`, () => {
		const then = memoryAt(notes, memory, at);
		if (expected === null) assert.equal(then, null);
		else {
			assert.ok(then);
			const {state, reason, lastAnswerAt, lastNewAt, nextPollAt} = then;
			assert.deepEqual({state, reason, lastAnswerAt}, expected);
			assert.deepEqual([lastNewAt, nextPollAt], [null, null]);
			assert.ok((then.lastAskedAt ?? 0) <= at);
		}
	});
}

test('a source that was never asked is not known at any time', () => {
	assert.equal(memoryAt(notes, null, 5000), null);
	assert.equal(memoryAt(new Map(), memory, 5000), null);
});
