import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {windowAround} from '../../source/panels/window.ts';

for (const [title, heights, chosen, lines, from, to] of [
	['all that fits is shown', [1, 1, 1], 0, 3, 0, 3],
	['one line is kept free to say how many more', [1, 1, 1, 1], 0, 3, 0, 2],
	['the chosen row is near the middle', [1, 1, 1, 1, 1, 1, 1, 1, 1], 4, 6, 2, 7],
	['at the end the rows before it are shown', [1, 1, 1, 1, 1], 4, 4, 2, 5],
	['a row that is too high is shown all the same', [1, 9, 1], 1, 4, 1, 2],
	['high rows are not begun where they do not fit', [2, 3, 3], 0, 5, 0, 1],
	['nothing of nothing', [], 0, 5, 0, 0],
] as const) {
	test(title, () =>
		assert.deepEqual(
			windowAround(heights.length, chosen, lines, index => heights[index] ?? 0),
			{from, to},
		),
	);
}

test('any window holds the chosen row, fits, and is one run', () => {
	fc.assert(
		fc.property(
			fc.array(fc.integer({min: 1, max: 6}), {minLength: 1, maxLength: 60}),
			fc.nat(59),
			fc.integer({min: 1, max: 30}),
			(heights, at, lines) => {
				const chosen = Math.min(at, heights.length - 1);
				const {from, to} = windowAround(heights.length, chosen, lines, index => heights[index] ?? 0);
				assert.ok(from <= chosen && chosen < to && to <= heights.length);
				const used = heights.slice(from, to).reduce((sum, height) => sum + height, 0);
				const isAll = to - from === heights.length;
				assert.ok(used <= (isAll ? lines : lines - 1) || to - from === 1);
			},
		),
	);
});

test('of a hundred thousand rows only those near the chosen one are measured', () => {
	let asked = 0;
	windowAround(100_000, 50_000, 40, () => {
		asked++;
		return 1;
	});
	assert.ok(asked < 500, `${asked}`);
});
