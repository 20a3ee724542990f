import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createRevisions, revisionsOf} from '../../source/commands/revisions.ts';
import type {Reading} from '../../source/picture/picture.ts';
import {bounded} from './bounded.ts';

const at = (clock: string): number => Date.parse(`2022-09-18T${clock}:00Z`);

const revision = (number: number, updatedAt: number | null, firstSeenAt: number, id = 'a'): Reading => ({
	report: {
		id,
		revision: number,
		source: 'rss:x',
		outlet: 'Kabar',
		url: null,
		title: `title ${number}`,
		publishedAt: at('04:00'),
		updatedAt,
		firstSeenAt,
		language: 'en',
		origin: id,
		fingerprint: '',
		isCut: false,
	},
	facts: [],
});
// The third has no time of its own: it counts from when it was first seen.
const kept = [
	revision(2, at('06:00'), at('09:00')),
	revision(1, null, at('09:00')),
	revision(1, null, at('05:00'), 'b'),
	revision(3, null, at('10:00')),
];
const none = {asOf: null, asSeen: null};

for (const [clock, expected] of [
	[none, [1, 2, 3]],
	[{...none, asOf: at('03:59')}, []],
	[{...none, asOf: at('05:59')}, [1]],
	[{...none, asOf: at('06:00')}, [1, 2]],
	[{...none, asOf: at('09:59')}, [1, 2]],
	[{...none, asOf: at('10:00')}, [1, 2, 3]],
	[{...none, asSeen: at('08:59')}, []],
	[{...none, asSeen: at('09:00')}, [1, 2]],
	[{...none, asSeen: at('10:00')}, [1, 2, 3]],
] as const) {
	const hour = clock.asOf ?? clock.asSeen;
	const name =
		hour === null ? 'now' : `${clock.asOf === null ? 'as seen' : 'as of'} ${new Date(hour).toISOString()}`;
	test(`${name} there are ${expected.length} revisions, and no word of a later one`, () =>
		assert.deepEqual(
			revisionsOf(kept, 'a', clock).map(({revision}) => revision),
			expected,
		));
}

test('what is in memory is given at once, and the rest when the store has found it', async () => {
	const store = bounded(
		kept.map(each => ({...each, reader: '', text: null})),
		({report}) => report.revision === 3,
	);
	let come = 0;
	const revisions = createRevisions(store, () => come++);
	const numbers = (id: string) => revisions(id, none).map(({revision}) => revision);
	assert.deepEqual(numbers('a'), [3]);
	await new Promise(setImmediate);
	assert.deepEqual([come, numbers('a')], [1, [1, 2, 3]]);
	assert.deepEqual(numbers('a'), [1, 2, 3]);
	assert.equal(store.read.asked, 1, 'asked once, however often it is looked at');
	assert.deepEqual(numbers('b'), []);
	await new Promise(setImmediate);
	assert.deepEqual([come, numbers('b')], [2, [1]]);
	await store.hold(() => true);
	assert.deepEqual(numbers('a'), [1, 2, 3]);
	assert.equal(store.read.asked, 2, 'all is in memory');
});
