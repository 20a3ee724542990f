import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {readerOf} from '../../source/facts/read.ts';
import {fixtureProfile} from './profiles.ts';

const at = Date.parse('2022-09-19T09:00:00Z');
const read = readerOf(fixtureProfile('kg-tj'));
const facts = (text: string) =>
	read(
		{id: 'a', source: 'wire', outlet: null, url: null, title: '', text, publishedAt: at, language: null},
		at,
	);
const violations = (text: string) =>
	facts(text).flatMap(fact =>
		fact.kind === 'ceasefire' && fact.event === 'violation'
			? [`${fact.by?.side} ${fact.saidAt === null ? 'now' : new Date(fact.saidAt).toISOString()}`]
			: [],
	);

describe('charges told only to say who somebody is are none of now', () => {
	for (const text of [
		'Kyrgyzstan and Tajikistan, which have accused each other of violating a ceasefire agreed on Friday, exchanged prisoners on Monday.',
		'The two sides, who have repeatedly accused each other of breaking the truce, met on Monday.',
		'Kyrgyzstan, which has accused Tajikistan of shelling its villages, said talks would go on.',
	])
		test(text, () => assert.deepEqual(facts(text), []));
});

describe('charges are of now, or of the day that they are said to be of', () => {
	for (const [text, ...expected] of [
		['The two sides have accused each other of violating the ceasefire.', 'KG now', 'TJ now'],
		['Kyrgyzstan has accused Tajikistan of violating the ceasefire.', 'KG now'],
		[
			'Kyrgyzstan, which accused Tajikistan on Sunday of violating the ceasefire, said talks would go on.',
			'KG 2022-09-17T18:00:00.000Z',
		],
		['Kyrgyzstan on Sunday accused Tajikistan of violating the ceasefire.', 'KG 2022-09-17T18:00:00.000Z'],
		[
			'Norway, which has accused nobody of anything, said Kyrgyzstan accused Tajikistan of violating the ceasefire.',
			'KG now',
		],
	] as const)
		test(text, () => assert.deepEqual(violations(text), expected));
});
