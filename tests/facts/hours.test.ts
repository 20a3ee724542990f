import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {readerOf, sentencesOf} from '../../source/facts/read.ts';
import {fixtureProfile} from './profiles.ts';

// A Saturday; the profile's own zone is six hours ahead.
const at = Date.parse('2022-09-17T09:00:00Z');
const read = readerOf(fixtureProfile('kg-tj'));
const effective = (text: string) => {
	const report = {id: 'a', source: 'wire', outlet: null, url: null, title: '', text};
	const fact = read({...report, publishedAt: at, language: null}, at).find(one => one.kind === 'ceasefire');
	assert.ok(fact?.kind === 'ceasefire', text);
	return fact.effectiveAt === null ? null : new Date(fact.effectiveAt).toISOString();
};

describe('an hour with its zone and its day', () => {
	for (const [text, expected] of [
		['The ceasefire will enter into force at 9:45 p.m. (1945 GMT) on Monday.', '2022-09-19T19:45:00.000Z'],
		['The two sides agreed to a ceasefire from 6 p.m. (1600 GMT).', '2022-09-17T16:00:00.000Z'],
		['The two sides agreed to a ceasefire from 6 p.m. (1600 GMT) on Tuesday.', '2022-09-20T16:00:00.000Z'],
		['The two sides agreed to a ceasefire from 6 p.m. Monday.', '2022-09-19T12:00:00.000Z'],
		['The two sides agreed to a ceasefire from 6 a.m. Moscow time on Monday.', '2022-09-19T03:00:00.000Z'],
		['The two sides agreed to a ceasefire from 6 a.m. Almaty time on Monday.', '2022-09-19T00:00:00.000Z'],
	] as const)
		test(text, () => assert.equal(effective(text), expected));
});

describe('a day without an hour is one from its beginning', () => {
	for (const [text, expected] of [
		['A ceasefire between the two countries will begin on September 20.', '2022-09-19T18:00:00.000Z'],
		['The two sides agreed to a ceasefire from Monday.', '2022-09-18T18:00:00.000Z'],
		['The two sides agreed on Friday to a ceasefire starting on Sunday.', '2022-09-17T18:00:00.000Z'],
		['The two sides announced a three-day ceasefire beginning early on Tuesday.', '2022-09-19T18:00:00.000Z'],
		['Bishkek declared a ceasefire from January 1.', '2022-12-31T18:00:00.000Z'],
		['Bishkek declared a ceasefire effective tomorrow.', '2022-09-17T18:00:00.000Z'],
		['The two sides agreed on Friday to a ceasefire.', null],
		['Bishkek declared a ceasefire until September 20.', null],
		['The ceasefire came into force on Friday.', null],
		['A ceasefire has been in force since Thursday.', null],
		['The ceasefire that began on Monday is holding, Bishkek said.', null],
		['The two sides agreed to a ceasefire and to withdraw troops from Monday.', null],
	] as const)
		test(text, () => assert.equal(effective(text), expected));
});

describe('where a sentence with an hour ends', () => {
	for (const expected of [
		['It began at 9:45 p.m. (1945 GMT) on Monday.', 'It holds.'],
		['It began at 6 p.m. Monday.', 'It holds.'],
		['It began at 6 a.m. Moscow time.', 'It holds.'],
		['It began at 6 a.m. New York time on Sept. 3.', 'It holds.'],
		['It began at 6 p.m. GMT.', 'It holds.'],
		['It began at 6 p.m.', 'The army kept it.'],
		['It began at 6 p.m.', 'Tajikistan broke it.'],
		['It began at 6 p.m.', '(Reporting by A. Writer)'],
		['Gen. Smith and U.S. officials said so.', 'It holds.'],
	])
		test(expected.join(' | '), () => {
			const text = expected.join(' ');
			assert.deepEqual(
				sentencesOf(text).map(({start, end}) => text.slice(start, end)),
				expected,
			);
		});
});
