import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {createWalk} from '../../source/picture/walk.ts';

type Item = {readonly at: number; readonly name: number};

const compare = (a: Item, b: Item) => a.at - b.at || a.name - b.name;

/** A walk that writes down what it passes, and how many steps it took. */
function walker() {
	const passed: Item[] = [];
	let steps = 0;
	const walk = createWalk<Item>({
		compare,
		step(item) {
			steps++;
			passed.push(item);
			return () => void assert.equal(passed.pop(), item, 'the last step is taken back first');
		},
		reset: () => void passed.splice(0),
	});
	return {walk, passed, steps: () => steps};
}

test('whatever is put in and taken out, in any order, all is walked in order', () =>
	fc.assert(
		fc.property(
			fc.array(fc.record({at: fc.nat(40), isRemoval: fc.boolean(), settles: fc.boolean()}), {maxLength: 120}),
			orders => {
				const {walk, passed} = walker();
				const kept = new Set<Item>();
				for (const [name, {at, isRemoval, settles}] of orders.entries()) {
					const [one] = [...kept].filter(item => item.at >= at);
					if (isRemoval && one) {
						walk.remove(one);
						kept.delete(one);
					} else {
						const item = {at, name};
						walk.add(item);
						kept.add(item);
					}
					if (settles) walk.settle();
				}
				walk.settle();
				const sorted = [...kept].sort(compare);
				assert.deepEqual(passed, sorted);
				assert.deepEqual(walk.items, sorted);
			},
		),
	));

test('what comes near the end costs only what follows it', () => {
	const {walk, passed, steps} = walker();
	for (let at = 0; at < 10_000; at++) walk.add({at, name: 0});
	walk.settle();
	assert.equal(steps(), 10_000);
	walk.add({at: 9990, name: 1});
	walk.settle();
	assert.equal(steps(), 10_010);
	assert.equal(passed.length, 10_001);
});

test('what comes long before the end is put in its place all the same', () => {
	const {walk, passed} = walker();
	for (let at = 0; at < 10_000; at++) walk.add({at, name: 0});
	walk.settle();
	walk.add({at: 5, name: 1});
	walk.settle();
	assert.equal(passed.length, 10_001);
	assert.deepEqual(passed[6], {at: 5, name: 1});
});

test('nothing new, nothing walked', () => {
	const {walk, steps} = walker();
	assert.equal(walk.settle(), false);
	walk.add({at: 1, name: 1});
	assert.equal(walk.settle(), true);
	assert.equal(walk.settle(), false);
	assert.equal(steps(), 1);
});
