import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Figure} from '../../source/facts/fact.ts';
import {ago, count, duration, figureText, fullMoment, moment, rangeText} from '../../source/panels/format.ts';
import {theme} from '../../source/panels/theme.ts';
import {at, now} from './september.ts';

const {marks} = theme();
const zone = 'Asia/Bishkek';

for (const [instant, expected] of [
	[at(18, 4), '10:00'],
	[at(17, 18), '00:00'],
	[at(17, 17, 59), '17 Sep 23:59'],
	[Date.UTC(2021, 3, 29, 4), '29 Apr 2021 10:00'],
	[Number.NaN, 'no date'],
	[1e300, 'no date'],
] as const) {
	test(`moment ${instant}`, () => assert.equal(moment(instant, now, zone), expected));
}

test('a full moment is in the zone that is asked', () => {
	assert.equal(fullMoment(at(18, 20), zone), '19 Sep 2022 02:00');
	assert.equal(fullMoment(at(18, 20), 'UTC'), '18 Sep 2022 20:00');
});

for (const [lengthMs, expected] of [
	[0, 'under 1 min'],
	[59_999, 'under 1 min'],
	[60_000, '1 min'],
	[3_599_999, '59 min'],
	[3_600_000, '1 h'],
	[47 * 3_600_000, '47 h'],
	[48 * 3_600_000, '2 d'],
	[2000 * 86_400_000, '2,000 d'],
] as const) {
	test(`${lengthMs} ms`, () => assert.equal(duration(lengthMs), expected));
}

test('ages look back and ahead', () => {
	assert.equal(ago(now - 180_000, now), '3 min ago');
	assert.equal(ago(now + 180_000, now), 'in 3 min');
	assert.equal(ago(now - 59_000, now), 'just now');
});

for (const [number, expected] of [
	[0, '0'],
	[999, '999'],
	[136_770, '136,770'],
	[1_000_000, '1,000,000'],
] as const) {
	test(`count ${number}`, () => assert.equal(count(number), expected));
}

type Numbers = Pick<Figure, 'low' | 'best' | 'high' | 'qualifier'>;
for (const [numbers, expected] of [
	[{low: 36, best: 36, high: 36, qualifier: 'exact'}, '36'],
	[{low: 100, best: 100, high: null, qualifier: 'at least'}, '100+'],
	[{low: 100, best: 100, high: null, qualifier: 'more than'}, '100+'],
	[{low: null, best: 40, high: null, qualifier: 'about'}, 'about 40'],
	[{low: null, best: 100, high: 100, qualifier: 'nearly'}, 'nearly 100'],
	[{low: null, best: null, high: 50, qualifier: 'up to'}, 'up to 50'],
	[{low: 20, best: null, high: 30, qualifier: 'between'}, '20–30'],
	[{low: 12, best: null, high: null, qualifier: 'vague'}, '12+ (vague)'],
	[{low: 0, best: 0, high: 0, qualifier: 'none'}, 'none'],
	[{low: null, best: null, high: null, qualifier: 'silence'}, 'no figure'],
] as readonly (readonly [Numbers, string])[]) {
	test(`a figure of ${JSON.stringify(numbers)}`, () =>
		assert.equal(figureText({...numbers, scope: 'running'}, marks), expected));
}

test('“N more” says so', () => {
	assert.equal(
		figureText({low: 12, best: 12, high: 12, qualifier: 'exact', scope: 'additional'}, marks),
		'12 more',
	);
});

for (const [low, best, high, openEnded, expected] of [
	[36, 36, 36, false, '36'],
	[36, 36, 36, true, '36+'],
	[36, 36, 59, false, '36–59, best 36'],
	[36, null, 59, true, '36–59+'],
	[null, null, null, false, 'no figure'],
	[null, 40, null, false, '40'],
] as const) {
	test(`a row of ${low}, ${best}, ${high}${openEnded ? ', open' : ''}`, () =>
		assert.equal(rangeText({low, best, high, openEnded}, marks), expected));
}
