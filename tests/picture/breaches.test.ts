import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Ceasefire} from '../../source/facts/fact.ts';
import type {Reading} from '../../source/picture/picture.ts';
import {at, draw, profile, report, truce} from './conflict.ts';
import {placed} from './placed.ts';

const told = (sentence: string) => ({sentence});
const timed = (when: string) => ({saidAt: at(when), saidAtPrecision: 'minute' as const});
const onDay = (day: string) => ({saidAt: at(`${day} 00:00`), saidAtPrecision: 'day' as const});
const breach = (by: string, more: Partial<Ceasefire> = {}) =>
	truce('violation', by, by.startsWith('KG') ? 'TJ' : 'KG', more);

// How many breaches several tellings are. Bishkek is an hour before Dushanbe.
const tellings: readonly [string, readonly Reading[], number][] = [
	[
		'of one hour by two clocks, told by two outlets: one',
		[
			report('17 08:00', 'Kabar', [breach('KG', timed('17 05:15'))]),
			report('17 09:00', 'Khovar', [breach('KG', timed('17 06:15'))]),
		],
		1,
	],
	[
		'an hour apart, told by one outlet in two reports: two',
		[
			report('17 08:00', 'Kabar', [breach('KG', timed('17 05:15'))]),
			report('17 09:00', 'Kabar', [breach('KG', timed('17 06:15'))]),
		],
		2,
	],
	[
		'an hour apart in one report: two',
		[report('17 08:00', 'Kabar', [breach('KG', timed('17 05:15')), breach('KG', timed('17 06:15'))])],
		2,
	],
	[
		'two hours apart, whoever tells them: two',
		[
			report('17 08:00', 'Kabar', [breach('KG', timed('17 05:15'))]),
			report('17 09:00', 'Khovar', [breach('KG', timed('17 07:15'))]),
		],
		2,
	],
	[
		'hours in the sentence, one clock apart, by two outlets: one',
		[
			report('17 08:00', 'Kabar', [breach('KG', told('At 11:15 the Tajik side opened fire again.'))]),
			report('17 09:00', 'Khovar', [breach('KG', told('Tajik fire at 10:15, Bishkek says.'))]),
		],
		1,
	],
	[
		'other hours in the sentences: two',
		[
			report('17 08:00', 'Kabar', [breach('KG', told('At 11:15 the Tajik side opened fire again.'))]),
			report('17 09:00', '24.kg', [breach('KG', told('At 12:35 the Tajik side opened fire again.'))]),
		],
		2,
	],
	[
		'the hour of the truce is not that of the breach',
		[
			report('17 08:00', 'Kabar', [breach('KG', told('Fire at 20:10, in breach of the truce.'))]),
			report('17 09:00', '24.kg', [breach('KG', told('The truce in force since 16:00 was broken.'))]),
		],
		1,
	],
	[
		'two villages: two',
		[
			report('17 08:00', 'Kabar', [breach('KG', told('Mortar fire on Dostuk broke the truce.'))]),
			report('17 09:00', '24.kg', [breach('KG', told('Fire on Karamyk broke the truce.'))]),
		],
		2,
	],
	[
		'a village and the region that it lies in may be one',
		[
			report('17 08:00', 'Kabar', [breach('KG', told('Mortar fire on Dostuk broke the truce.'))]),
			report('17 09:00', '24.kg', [breach('KG', told('The truce was broken in Batken region.'))]),
		],
		1,
	],
	[
		'one without a place, then two villages: the first of them, and another',
		[
			report('17 07:00', 'AFP', [breach('KG')]),
			report('17 08:00', 'Kabar', [breach('KG', told('Mortar fire on Dostuk broke the truce.'))]),
			report('17 09:00', '24.kg', [breach('KG', told('Fire on Karamyk broke the truce.'))]),
		],
		2,
	],
	[
		'two speakers of one side: one',
		[
			report('17 08:00', 'Kabar', [breach('KG:Border Service')]),
			report('17 09:00', '24.kg', [breach('KG:Foreign Ministry')]),
		],
		1,
	],
	[
		'a story that is carried for two days: one',
		[
			report('17 08:00', 'TASS', [breach('KG')], {id: 'wire'}),
			report('18 20:00', 'Kabar', [breach('KG')], {origin: 'wire'}),
		],
		1,
	],
	[
		'told the next day of the day before: one',
		[report('17 06:00', 'TASS', [breach('KG')]), report('18 09:00', 'AFP', [breach('KG', onDay('17'))])],
		1,
	],
	[
		'three told barely, six hours later mortars: another',
		[
			report('17 09:00', 'Kabar', [breach('KG', told('The Tajik side violated the ceasefire three times.'))]),
			report('17 15:00', 'Kabar', [
				breach('KG', told('Tajik forces fired mortars at Elm in violation of the ceasefire.')),
			]),
			report('17 15:10', 'Reuters', [
				breach('KG', told('Tajik forces fired mortars at Elm in violation of the truce, Bishkek said.')),
			]),
		],
		2,
	],
	[
		'mortars, then the bare word: one',
		[
			report('17 09:00', 'Kabar', [breach('KG', told('Mortars were fired at Elm in breach of the truce.'))]),
			report('17 14:00', 'AFP', [breach('KG', told('Bishkek said the truce was violated.'))]),
		],
		1,
	],
	[
		'the bare word, and what it was within the hour: one',
		[
			report('17 09:00', 'Kabar', [breach('KG', told('The truce was violated.'))]),
			report('17 09:40', 'AFP', [breach('KG', told('Drones struck Elm in breach of the truce.'))]),
		],
		1,
	],
	[
		'of one story, however much later one copy tells more: one',
		[
			report('17 09:00', 'Kabar', [breach('KG', told('The truce was violated.'))], {id: 'short'}),
			report('17 14:40', 'AFP', [breach('KG', told('Drones struck Elm in breach of the truce.'))], {
				origin: 'short',
			}),
		],
		1,
	],
	[
		'mortars on two villages that no profile knows, hours apart: two',
		[
			report('17 09:00', 'Kabar', [breach('KG', told('Mortars were fired at Elm in breach of the truce.'))]),
			report('17 14:00', 'AFP', [breach('KG', told('Mortars were fired at Oak in breach of the truce.'))]),
		],
		2,
	],
	[
		'“on Friday”, told on Saturday: the one of Friday',
		[
			report('16 09:00', 'Kabar', [breach('KG')]),
			report('17 08:00', 'Reuters', [
				breach('KG', told('Kyrgyzstan accused it of violating the ceasefire on Friday.')),
			]),
		],
		1,
	],
	[
		'“on Friday”, told on Saturday after one of Saturday: the one of Friday',
		[
			report('16 09:00', 'Kabar', [breach('KG')]),
			report('17 06:00', 'Kabar', [breach('KG')]),
			report('17 08:00', 'Reuters', [
				breach('KG', told('It was accused of violating the ceasefire on Friday.')),
			]),
		],
		2,
	],
	[
		'of the truce agreed on Friday, told on Saturday: another',
		[
			report('16 09:00', 'Kabar', [breach('KG')]),
			report('17 08:00', 'Reuters', [
				breach('KG', told('It was accused of violating the ceasefire agreed on Friday.')),
			]),
		],
		2,
	],
	[
		'told the next day without a day: another',
		[report('17 06:00', 'TASS', [breach('KG')]), report('18 09:00', 'AFP', [breach('KG')])],
		2,
	],
];

for (const [title, readings, expected] of tellings)
	test(`breaches: ${title}`, () => {
		const {violations} = draw(readings, {profile: placed}).ceasefire;
		assert.equal(violations.TJ, expected);
		assert.equal(draw(readings.toReversed(), {profile: placed}).ceasefire.violations.TJ, expected);
	});

test('where the sides share one clock, an hour between two breaches is an hour', () => {
	const same = {...profile, sides: profile.sides.map(side => ({...side, timezone: null}))};
	const readings = [
		report('17 08:00', 'Kabar', [breach('KG', timed('17 05:15'))]),
		report('17 09:00', 'Khovar', [breach('KG', timed('17 06:15'))]),
	];
	assert.equal(draw(readings, {profile: same}).ceasefire.violations.TJ, 2);
});

test('copies within hours are one event; the same words of the next day are another', () => {
	const readings = ['16 14:00', '16 15:00', '16 18:00', '17 14:00'].map(when =>
		report(when, `Outlet ${when}`, [truce('violation', 'KG', 'TJ')]),
	);
	const {events, violations} = draw(readings).ceasefire;
	assert.equal(events.length, 2);
	assert.deepEqual(violations, {KG: 0, TJ: 2});
});

test('breaches with their own times are as many as there are times, an hour’s slip between two zones left aside', () => {
	const breach = (when: string) =>
		truce('violation', 'KG', 'TJ', {saidAt: at(when), saidAtPrecision: 'minute'});
	const readings = [
		report('17 07:00', 'Kabar', [breach('17 02:50'), breach('17 05:15'), breach('17 06:30')]),
		report('17 08:00', 'Khovar', [breach('17 07:30')]),
	];
	assert.equal(draw(readings).ceasefire.violations.TJ, 3);
});

test('breaches by days of the profile’s zone; a day without any is left out, one alleged against nobody counts apart', () => {
	const {violations, violationsByDay, lastViolationAt} = draw([
		report('16 17:59', 'Kabar', [breach('KG')]),
		// 00:00 of the 17th in Bishkek.
		report('16 18:00', 'Khovar', [breach('TJ')]),
		report('17 09:00', 'Kabar', [breach('KG')]),
		report('17 10:00', 'AFP', [truce('violation', 'UN', 'both')]),
		report('20 09:00', 'Khovar', [breach('TJ', onDay('19'))]),
		report('20 12:00', 'AFP', [truce('violation', 'Reuters', null)]),
	]).ceasefire;
	assert.deepEqual(violationsByDay, [
		{day: '2022-09-16', against: {KG: 0, TJ: 1}},
		{day: '2022-09-17', against: {KG: 2, TJ: 2}},
		{day: '2022-09-19', against: {KG: 1, TJ: 0}},
		{day: '2022-09-20', against: {KG: 0, TJ: 0, unknown: 1}},
	]);
	assert.deepEqual(violations, {KG: 3, TJ: 3});
	assert.equal(lastViolationAt, at('20 12:00'));
});
