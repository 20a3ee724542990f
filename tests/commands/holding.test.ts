import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createHolding} from '../../source/commands/holding.ts';
import type {Span} from '../../store/store.ts';

/** A store that holds a span when it is let to. */
function holding() {
	const asked: {span: Span; settle: () => void; fail: () => void}[] = [];
	const held = createHolding(
		{
			hold: span =>
				new Promise((resolve, reject) => {
					asked.push({span, settle: resolve, fail: () => reject(new Error('disk'))});
				}),
		},
		{from: 10, to: null},
	);
	return {...held, asked};
}

test('what is held from the start is not asked for, and another span once', async () => {
	const {hold, isLoading, asked} = holding();
	await hold({from: 10, to: null});
	assert.deepEqual([asked.length, isLoading()], [0, false]);
	void hold({from: 1, to: 5});
	const again = hold({from: 1, to: 5});
	assert.deepEqual([asked.length, isLoading()], [1, true]);
	asked[0]!.settle();
	await again;
	await new Promise(setImmediate);
	assert.equal(isLoading(), false);
});

test('back at what is held, what is on its way elsewhere is no longer waited for', async () => {
	const {hold, isLoading, asked} = holding();
	void hold({from: 1, to: 5});
	void hold({from: 10, to: null});
	asked[1]!.settle();
	await new Promise(setImmediate);
	assert.equal(isLoading(), false);
});

test('what is part of what is held is not waited for', () => {
	const {hold, isLoading, asked} = holding();
	for (const [span, isAwaited] of [
		[{from: 11, to: null}, false],
		[{from: 11, to: 20}, false],
		[{from: 11, to: 21}, true],
		[{from: 11, to: 20}, true],
	] as const) {
		void hold(span);
		assert.equal(isLoading(), isAwaited);
	}
	assert.equal(asked.length, 4, 'but the store is told');
});

test('what cannot be read is no longer waited for', async () => {
	const {hold, isLoading, asked} = holding();
	const refused = hold({from: 1, to: 5});
	asked[0]!.fail();
	await assert.rejects(refused, /disk/);
	await new Promise(setImmediate);
	assert.equal(isLoading(), false);
});
