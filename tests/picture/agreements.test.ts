import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Ceasefire} from '../../source/facts/fact.ts';
import type {CeasefirePicture, Reading} from '../../source/picture/picture.ts';
import {at, draw, report, truce} from './conflict.ts';
import {placed} from './placed.ts';

const four = {effectiveAt: at('16 10:00')};
const agreed = () => report('16 10:30', 'TASS', [truce('agreed', 'both', null, four)]);
const timed = (when: string) => ({saidAt: at(when), saidAtPrecision: 'minute' as const});
const onDay = (day: string) => ({saidAt: at(`${day} 00:00`), saidAtPrecision: 'day' as const});
const breach = (by: string, more: Partial<Ceasefire> = {}) =>
	truce('violation', by, by.startsWith('KG') ? 'TJ' : 'KG', more);

type Terms = readonly [toldAt: string, from: string | null, by: string, breachedAt: string | null];

// The truces of several accounts: when first told, from which hour, by whom, when first said to be broken.
const made: readonly [string, readonly Reading[], readonly Terms[], renewals: number][] = [
	[
		'told first without its hour, then with it: one, from that hour',
		[report('16 09:30', 'AFP', [truce('agreed', 'both')]), agreed()],
		[['16 09:30', '16 10:00', 'both', null]],
		0,
	],
	[
		'two accounts half an hour apart: one, from the hour that was out first',
		[
			report('16 09:00', 'Kabar', [truce('agreed', 'KG', null, four)]),
			report('16 11:00', 'Khovar', [truce('agreed', 'TJ', null, {effectiveAt: at('16 09:30')})]),
		],
		[['16 09:00', '16 10:00', 'KG', null]],
		0,
	],
	[
		'told anew two days later with its hour, after another was made: still the first',
		[
			agreed(),
			report('16 12:20', 'Khovar', [breach('TJ')]),
			report('16 20:00', 'Kabar', [truce('agreed', 'both')]),
			report('18 12:00', 'AFP', [truce('agreed', 'both', null, four)]),
		],
		[
			['16 10:30', '16 10:00', 'both', '16 12:20'],
			['16 20:00', null, 'both', null],
		],
		1,
	],
	[
		'“agreed on Friday”, told on Saturday: the one of Friday',
		[agreed(), report('17 14:00', 'AFP', [truce('agreed', 'both', null, onDay('16'))])],
		[['16 10:30', '16 10:00', 'both', null]],
		0,
	],
	[
		'told again all day while nobody tells of a breach: one',
		[
			report('16 06:00', 'Kabar', [truce('agreed', 'KG')]),
			report('16 18:00', 'Khovar', [truce('agreed', 'TJ')]),
		],
		[['16 06:00', null, 'KG', null]],
		0,
	],
	[
		'from an hour after the breach: another',
		[
			report('16 06:00', 'Kabar', [truce('agreed', 'both')]),
			report('16 07:00', 'Khovar', [breach('TJ')]),
			report('16 09:00', 'TASS', [truce('agreed', 'both', null, four)]),
		],
		[
			['16 06:00', null, 'both', '16 07:00'],
			['16 09:00', '16 10:00', 'both', null],
		],
		1,
	],
	[
		'renewed, and that told by two: made anew once',
		[
			agreed(),
			report('16 14:00', 'Kabar', [breach('KG')]),
			report('16 15:00', 'Kabar', [truce('renewed', 'both')]),
			report('16 16:00', 'Khovar', [truce('renewed', 'TJ')]),
		],
		[
			['16 10:30', '16 10:00', 'both', '16 14:00'],
			['16 15:00', null, 'both', null],
		],
		1,
	],
	[
		'17:20 in Dushanbe is after 16:00 in Bishkek',
		[agreed(), report('17 11:00', 'TASS', [breach('TJ', timed('16 12:20'))])],
		[['16 10:30', '16 10:00', 'both', '16 12:20']],
		0,
	],
	[
		'15:20 in Bishkek is before 16:00 there',
		[agreed(), report('17 11:00', 'TASS', [breach('TJ', timed('16 09:20'))])],
		[['16 10:30', '16 10:00', 'both', null]],
		0,
	],
	[
		'a breach before the hour of the new truce is one of the truce before',
		[
			report('16 01:00', 'Khovar', [truce('agreed', 'TJ', null, {effectiveAt: at('16 01:30')})]),
			report('16 09:00', 'TASS', [truce('agreed', 'both', null, four)]),
			report('16 09:30', 'Khovar', [breach('TJ')]),
		],
		[
			['16 01:00', '16 01:30', 'TJ', '16 09:30'],
			['16 09:00', '16 10:00', 'both', null],
		],
		0,
	],
	[
		'in force from an hour that nobody told: a truce that was made',
		[
			report('16 01:40', 'Khovar', [truce('agreed', 'TJ', null, {effectiveAt: at('16 01:30')})]),
			report('16 02:00', 'Khovar', [breach('TJ')]),
			report('16 12:00', 'Kabar', [truce('in force', 'KG', null, four)]),
		],
		[
			['16 01:40', '16 01:30', 'TJ', '16 02:00'],
			['16 12:00', '16 10:00', 'KG', null],
		],
		1,
	],
	[
		'an older truce is none of this event, and so are a call and a denial',
		[
			report('16', 'AFP', [truce('agreed', 'both', null, {effectiveAt: at('2021-05-01T12:00:00Z')})]),
			report('16', 'UN News', [truce('called for', 'UN', 'both')]),
			report('16', 'Kabar', [truce('denied', 'KG')]),
		],
		[],
		0,
	],
];

const termsOf = ({agreements}: CeasefirePicture): Terms[] => {
	const when = (instant: number | null) =>
		instant === null ? null : new Date(instant).toISOString().slice(8, 16).replace('T', ' ');
	return agreements.map(each => [
		when(each.at)!,
		when(each.effectiveAt),
		each.by.side ?? each.by.name!,
		when(each.breachedAt),
	]);
};

for (const [title, readings, expected, renewals] of made)
	test(`agreements: ${title}`, () => {
		for (const order of [readings, readings.toReversed()]) {
			const {ceasefire} = draw(order);
			assert.deepEqual(termsOf(ceasefire), expected);
			assert.equal(ceasefire.renewals, renewals);
		}
	});

test('the place of a truce is one inside the conflict, not where they met abroad', () => {
	const placeOf = (...sentences: readonly string[]) =>
		draw(
			sentences.map((sentence, index) =>
				report(`16 0${index}:00`, 'AFP', [truce('agreed', 'both', null, {sentence})]),
			),
			{profile: placed},
		).ceasefire.agreements.map(each => each.place);
	assert.deepEqual(placeOf('Their presidents agreed a truce in Samarkand.'), [null]);
	assert.deepEqual(placeOf('They agreed a truce.', 'They agreed a truce at Kyzyl-Bel.'), ['kyzyl-bel']);
	assert.deepEqual(placeOf('A truce for Batken region was agreed.'), ['batken-region']);
});

test('the truces of that week, as the chronicle lists them', () => {
	const {ceasefire} = draw([
		report('14 05:30', 'TASS', [truce('agreed', 'both'), breach('KG')]),
		report('16 02:00', 'Asia-Plus', [
			truce('agreed', 'TJ:Border Troops', null, {effectiveAt: at('16 01:30')}),
			breach('TJ'),
		]),
		report('16 10:30', '24.kg', [truce('agreed', 'both', null, four)]),
		report('16 13:00', 'AP', [truce('agreed', 'both')]),
		report('16 15:30', '24.kg', [breach('KG')]),
		report('16 22:00', 'TASS', [truce('agreed', 'both')]),
		report('17 03:00', 'Sputnik', [breach('KG')]),
		report('17 11:00', 'TASS', [breach('TJ', timed('16 12:20'))]),
		report('18 02:00', 'AFP', [truce('holding', 'KG:Border Service')]),
		report('19 15:00', 'AKIpress', [truce('agreed', 'both')]),
	]);
	assert.deepEqual(termsOf(ceasefire), [
		['14 05:30', null, 'both', '14 05:30'],
		['16 02:00', '16 01:30', 'TJ', '16 02:00'],
		['16 10:30', '16 10:00', 'both', '16 12:20'],
		['16 22:00', null, 'both', '17 03:00'],
		['19 15:00', null, 'both', null],
	]);
	// Who told of the breach said since that it holds: what was signed on the 19th makes no new truce.
	assert.deepEqual([ceasefire.status, ceasefire.renewals], ['holding', 3]);
});

const held = (by: string) => truce('holding', by);

// What is agreed while there is a truce: the status, since when, how often made anew, and which of the terms only extend it.
const extended: readonly [string, readonly Reading[], string, string, number, readonly boolean[]][] = [
	[
		'extended while it holds: the same truce, with new terms',
		[
			agreed(),
			report('17 12:00', 'Kabar', [held('KG'), held('TJ')]),
			report('18 12:00', 'Reuters', [truce('renewed', 'both')]),
		],
		'holding',
		'16 10:00',
		0,
		[false, true],
	],
	[
		'a protocol signed in the third day of calm',
		[
			agreed(),
			report('17 12:00', 'Khovar', [held('TJ')]),
			report('19 06:00', 'Reuters', [truce('agreed', 'both')]),
		],
		'holding',
		'16 10:00',
		0,
		[false, true],
	],
	[
		'extended from an hour that is to come',
		[
			agreed(),
			report('18 12:00', 'Reuters', [truce('renewed', 'both', null, {effectiveAt: at('19 10:00')})]),
		],
		'in force',
		'16 10:00',
		0,
		[false, true],
	],
	[
		'in force by its hour alone, and extended twice',
		[
			agreed(),
			report('18 12:00', 'Reuters', [truce('renewed', 'both')]),
			report('20 12:00', 'Reuters', [truce('renewed', 'both')]),
		],
		'in force',
		'16 10:00',
		0,
		[false, true, true],
	],
	[
		'a breach that nobody alleges any more, then a protocol',
		[
			agreed(),
			report('16 14:00', 'Kabar', [breach('KG')]),
			report('17 12:00', 'Kabar', [held('KG')]),
			report('19 06:00', 'Reuters', [truce('agreed', 'both')]),
		],
		'holding',
		'16 10:00',
		0,
		[false, true],
	],
	[
		'but from an hour on: anew',
		[
			agreed(),
			report('16 14:00', 'Kabar', [breach('KG')]),
			report('17 12:00', 'Kabar', [held('KG')]),
			report('19 06:00', 'Reuters', [truce('agreed', 'both', null, {effectiveAt: at('19 07:00')})]),
		],
		'in force',
		'19 07:00',
		1,
		[false, false],
	],
	[
		'a breach that one of two still alleges: anew',
		[
			agreed(),
			report('16 14:00', 'Kabar', [breach('KG'), breach('TJ')]),
			report('17 12:00', 'Kabar', [held('KG')]),
			report('19 06:00', 'Reuters', [truce('renewed', 'both')]),
		],
		'announced',
		'19 06:00',
		1,
		[false, false],
	],
	[
		'what a third party alleged, before both sides said that it holds',
		[
			agreed(),
			report('16 14:00', 'AFP', [truce('violation', 'UN', 'TJ')]),
			report('17 12:00', 'Kabar', [held('KG'), held('TJ')]),
			report('19 06:00', 'Reuters', [truce('renewed', 'both')]),
		],
		'holding',
		'16 10:00',
		0,
		[false, true],
	],
	[
		'and after: anew',
		[
			agreed(),
			report('17 12:00', 'Kabar', [held('KG'), held('TJ')]),
			report('17 14:00', 'AFP', [truce('violation', 'UN', 'TJ')]),
			report('19 06:00', 'Reuters', [truce('renewed', 'both')]),
		],
		'announced',
		'19 06:00',
		1,
		[false, false],
	],
	[
		'called over by one side: anew',
		[
			agreed(),
			report('17 12:00', 'Kabar', [truce('collapsed', 'KG')]),
			report('19 06:00', 'Reuters', [truce('renewed', 'both')]),
		],
		'announced',
		'19 06:00',
		1,
		[false, false],
	],
	[
		'denied by one side until both agree',
		[
			report('16 09:00', 'Khovar', [truce('agreed', 'TJ', null, four)]),
			report('16 12:00', 'Kabar', [truce('denied', 'KG')]),
			report('19 06:00', 'Reuters', [truce('agreed', 'both')]),
		],
		'announced',
		'19 06:00',
		0,
		[false, false],
	],
	[
		'only announced, and announced with other terms: those count',
		[
			report('14 06:00', 'Kabar', [truce('agreed', 'both')]),
			report('16 09:00', 'TASS', [truce('agreed', 'both', null, four)]),
		],
		'in force',
		'16 10:00',
		0,
		[false, false],
	],
	[
		'broken after it was extended',
		[
			agreed(),
			report('18 12:00', 'Reuters', [truce('renewed', 'both')]),
			report('19 06:00', 'Kabar', [breach('KG')]),
		],
		'disputed',
		'16 10:00',
		0,
		[false, true],
	],
	[
		'and made anew after that',
		[
			agreed(),
			report('18 12:00', 'Reuters', [truce('renewed', 'both')]),
			report('19 06:00', 'Kabar', [breach('KG')]),
			report('19 15:00', 'Reuters', [truce('renewed', 'both')]),
		],
		'announced',
		'19 15:00',
		1,
		[false, true, false],
	],
	[
		'“agreed on Thursday”, told on Friday after a breach: the one of Thursday',
		[
			report('15 09:00', 'Kabar', [truce('agreed', 'both', null, {effectiveAt: at('15 10:00')})]),
			report('15 12:30', 'Kabar', [breach('KG')]),
			// Past midnight in Bishkek.
			report('15 20:15', 'Reuters', [
				truce('agreed', 'both', null, {
					sentence: 'Both agreed on a ceasefire on Thursday after an exchange of fire.',
				}),
			]),
		],
		'disputed',
		'15 10:00',
		0,
		[false],
	],
	[
		'a day named for its beginning is not that of the agreement',
		[
			report('15 09:00', 'Kabar', [truce('agreed', 'both', null, {effectiveAt: at('15 10:00')})]),
			report('15 12:30', 'Kabar', [breach('KG')]),
			report('15 20:15', 'Reuters', [
				truce('agreed', 'both', null, {sentence: 'They agreed on a ceasefire that will begin on Thursday.'}),
			]),
		],
		'announced',
		'15 20:15',
		1,
		[false, false],
	],
	[
		'from the first hour of a day',
		[report('16 12:00', 'TASS', [truce('agreed', 'both', null, {effectiveAt: at('17 18:00')})])],
		'in force',
		'17 18:00',
		0,
		[false],
	],
	[
		'without an hour it is announced until somebody says that it is in force, however long that takes',
		[report('14 12:00', 'TASS', [truce('agreed', 'both')])],
		'announced',
		'14 12:00',
		0,
		[false],
	],
];

for (const [title, readings, status, since, renewals, extensions] of extended)
	test(`extended: ${title}`, () => {
		for (const order of [readings, readings.toReversed()]) {
			const {ceasefire} = draw(order);
			assert.deepEqual(
				[ceasefire.status, ceasefire.since, ceasefire.renewals],
				[status, at(since), renewals],
			);
			assert.deepEqual(
				ceasefire.agreements.map(each => each.extends),
				extensions,
			);
		}
	});

test('who extends a truce says that it is in force', () => {
	const {speakers} = draw([agreed(), report('18 12:00', 'Reuters', [truce('renewed', 'both')])]).ceasefire;
	assert.deepEqual(
		speakers.map(({by, says}) => [by.side, says]),
		[
			['KG', 'in force'],
			['TJ', 'in force'],
		],
	);
});
