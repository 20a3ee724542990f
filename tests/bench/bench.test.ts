import assert from 'node:assert/strict';
import {test} from 'node:test';
import {feed} from '../../source/sources/feed.ts';
import {inTurn, median} from './bench.ts';
import {feedOf, keptReports, likeKept, story} from './wire-copy.ts';

for (const [values, expected] of [
	[[3], 3],
	[[9, 1, 2], 2],
	[[4, 1, 100, 2], 3],
] as const)
	test(`the median of ${values.join(', ')} is ${expected}`, () => assert.equal(median(values), expected));

test('readings are taken in turn, every other round backwards', async () => {
	const order: string[] = [];
	const take = (name: string) => async () => order.push(name);
	const took = await inTurn(3, {ours: take('ours'), baseline: take('baseline')});
	assert.deepEqual(order, ['ours', 'baseline', 'baseline', 'ours', 'ours', 'baseline']);
	assert.deepEqual(took, {ours: [1, 4, 5], baseline: [2, 3, 6]});
});

test('stories are the same each time, differ from each other, and are as long as asked for', () => {
	assert.deepEqual(story(7, 2000), story(7, 2000));
	const all = Array.from({length: 500}, (_, number) => story(number, 2000));
	assert.equal(new Set(all.map(({paragraphs}) => paragraphs.join(' '))).size, all.length);
	for (const {title, paragraphs} of all) {
		const {length} = `${title} ${paragraphs.join(' ')}`;
		assert.ok(length > 1900 && length < 2200, `${length}`);
	}
});

test('about three facts are read from each report, and kept reports all differ', () => {
	const facts = keptReports(0, 200).reduce((sum, kept) => sum + kept.facts.length, 0) / 200;
	assert.ok(facts > 2 && facts < 5, `${facts}`);
	assert.equal(new Set(likeKept(0, 3000).map(({report}) => report.id)).size, 3000);
});

test('feeds hold the items that they should, with dates', () => {
	const {items} = feed(new TextEncoder().encode(feedOf(3, 20, 2000)), {
		contentType: 'application/rss+xml',
		url: 'http://127.0.0.1/',
	});
	assert.equal(items.length, 20);
	assert.ok(items.every(({publishedAt, text}) => publishedAt !== null && text.length > 1500));
});
