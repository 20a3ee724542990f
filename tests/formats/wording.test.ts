import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Figure} from '../../source/facts/fact.ts';
import {clock, impliedWords, partNote, whenStood} from '../../source/formats/wording.ts';
import type {Replaced} from '../../source/picture/picture.ts';
import {at, draw, figure, report} from '../picture/conflict.ts';

const sentence =
	'The toll is 36, including five children, the ministry said, and all of them were buried in the village.';
const children = {sentence, start: sentence.indexOf('including'), end: sentence.indexOf(', the ministry')};
const five = {sentence, start: sentence.indexOf('five'), end: sentence.indexOf(' children')};
const parts: readonly [string, Partial<Figure>, boolean, string][] = [
	['N more', {scope: 'additional'}, false, ' more'],
	['some of the total', {scope: 'subset', ...children}, false, ' of them (“including five children”)'],
	[
		'a number alone: with what follows it',
		{scope: 'subset', combatant: 'civilian', ...five},
		false,
		' of them civilian (“five children, the ministry said, and all of them were…”)',
	],
	[
		'some of a total not given',
		{scope: 'subset', ...children},
		true,
		' of a total (“including five children”)',
	],
	['fighters of the total', {scope: 'running', combatant: 'military'}, false, ' of them military'],
	['fighters, and no total', {scope: 'running', combatant: 'military'}, true, ' military'],
	['one incident', {scope: 'incident', combatant: 'civilian'}, false, ' civilian in one incident'],
	['one day', {scope: 'day'}, false, ' on one day'],
];
for (const [title, more, isPart, expected] of parts)
	test(`a part: ${title}`, () =>
		assert.equal(partNote(figure('KG killed 5', 'KG:Health Ministry', more), isPart), expected));

const told = report('16 19:30', 'Kabar', [figure('KG killed 24', 'KG:Health Ministry')]).facts[0] as Figure;
const replaced: Replaced = {
	fact: told,
	why: 'later total',
	at: at('18 04:10'),
	repeatedAt: null,
	corrected: false,
};
const spans: readonly [string, Replaced, string][] = [
	['since when and until when', replaced, 'from 16 Sep 2022, 19:30 until 18 Sep 2022, 04:10: later total'],
	[
		'quoted again',
		{...replaced, repeatedAt: at('19 01:00')},
		'from 16 Sep 2022, 19:30 until 18 Sep 2022, 04:10: later total, quoted again 19 Sep 2022, 01:00',
	],
	[
		'dated after what took it away',
		{...replaced, why: 'withdrawn', at: at('16 10:00')},
		'until 16 Sep 2022, 10:00: withdrawn',
	],
];
for (const [title, each, expected] of spans)
	test(`what was said before: ${title}`, () => assert.equal(whenStood(each, clock('UTC').when), expected));

test('what an implied bound follows from names sides, not their ids', () =>
	assert.deepEqual(
		impliedWords(draw([]), {
			low: 18,
			from: ['both killed 54 (Reuters)', 'KG killed 36 (Health Ministry)', 'TJ killed 38 (TJ)'],
		}),
		[
			'both killed 54 (Reuters)',
			'Kyrgyzstan killed 36 (Health Ministry)',
			'Tajikistan killed 38 (Tajikistan)',
		],
	));
