import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {CeasefirePicture, Reading} from '../../source/picture/picture.ts';
import {at, draw, report, truce} from './conflict.ts';

const four = {effectiveAt: at('16 10:00')};
const agreed = () => report('16 10:30', 'TASS', [truce('agreed', 'both', null, four)]);

const cases: readonly [string, readonly Reading[], Partial<CeasefirePicture>][] = [
	['nothing was said', [], {status: 'none', since: null, renewals: 0}],
	[
		'a call is no agreement',
		[report('16', 'AFP', [truce('called for', 'UN')])],
		{status: 'called for', since: at('16 12:00')},
	],
	[
		'agreed without an hour is announced',
		[report('16', 'TASS', [truce('agreed', 'both')])],
		{status: 'announced', since: at('16 12:00')},
	],
	['agreed from an hour that has come is in force', [agreed()], {status: 'in force', since: at('16 10:00')}],
	[
		'holding by one side',
		[agreed(), report('17', 'Kabar', [truce('holding', 'KG')])],
		{status: 'holding', since: at('16 10:00')},
	],
	[
		'a breach alleged by one side does not end it',
		[agreed(), report('17', 'Kabar', [truce('violation', 'KG', 'TJ')])],
		{status: 'disputed', lastViolationAt: at('17 12:00'), violations: {KG: 0, TJ: 1}},
	],
	[
		'a breach alleged by each',
		[
			agreed(),
			report('16 14:00', 'Kabar', [truce('violation', 'KG', 'TJ')]),
			report('17', 'Khovar', [truce('violation', 'TJ', 'KG')]),
		],
		{status: 'disputed', violations: {KG: 1, TJ: 1}},
	],
	[
		'who alleged a breach and then says it holds has had another last word',
		[
			agreed(),
			report('16 14:00', 'Kabar', [truce('violation', 'KG', 'TJ')]),
			report('18', 'Kabar', [truce('holding', 'KG')]),
		],
		{status: 'holding', since: at('16 10:00')},
	],
	[
		'over by one side alone is disputed',
		[agreed(), report('17', 'Kabar', [truce('collapsed', 'KG')])],
		{status: 'disputed'},
	],
	[
		'over by both sides is collapsed',
		[
			agreed(),
			report('17', 'Kabar', [truce('collapsed', 'KG')]),
			report('18', 'Khovar', [truce('collapsed', 'TJ')]),
		],
		{status: 'collapsed', since: at('18 12:00')},
	],
	[
		'over by one side and a third party is collapsed',
		[
			agreed(),
			report('17', 'Kabar', [truce('collapsed', 'KG')]),
			report('17 13:00', 'AFP', [truce('collapsed', 'UN')]),
		],
		{status: 'collapsed'},
	],
	[
		'made anew after a breach',
		[
			agreed(),
			report('16 14:00', 'Kabar', [truce('violation', 'KG', 'TJ')]),
			report('19', 'AKIpress', [truce('agreed', 'both')]),
		],
		{status: 'announced', since: at('19 12:00'), renewals: 1},
	],
	[
		'told again by the other side after a breach it is the same truce',
		[
			agreed(),
			report('16 14:00', 'Khovar', [truce('violation', 'TJ', 'KG')]),
			report('16 19:00', 'Khovar', [truce('agreed', 'TJ', null, four)]),
		],
		{renewals: 0, since: at('16 10:00')},
	],
	[
		'an hour apart in two zones is the same truce',
		[
			report('29', 'Kabar', [truce('agreed', 'KG', null, {effectiveAt: at('29 14:00')})]),
			report('29 23:00', 'Khovar', [truce('agreed', 'TJ', null, {effectiveAt: at('29 13:30')})]),
		],
		{renewals: 0, since: at('29 14:00')},
	],
	[
		'breaches of the truce before do not dispute the new one',
		[
			report('16 01:30', 'Khovar', [truce('agreed', 'TJ', null, {effectiveAt: at('16 01:30')})]),
			report('16 06:00', 'Khovar', [truce('violation', 'TJ', 'KG')]),
			agreed(),
		],
		{status: 'in force', since: at('16 10:00'), renewals: 1},
	],
	[
		'a denial leaves the dispute',
		[
			agreed(),
			report('17', 'Khovar', [truce('violation', 'TJ', 'KG')]),
			report('17 13:00', 'Kabar', [truce('denied', 'KG')]),
		],
		{status: 'disputed'},
	],
	[
		'holding without a known agreement',
		[report('18', 'Kabar', [truce('holding', 'KG')])],
		{status: 'holding', since: at('18 12:00')},
	],
	[
		'an old truce stays out',
		[
			report('18', 'Kabar', [truce('agreed', 'both', null, {period: 'historical'})]),
			report('2022-06-03T12:00:00Z', 'Kabar', [truce('agreed', 'both')]),
		],
		{status: 'none'},
	],
];

for (const [title, readings, expected] of cases)
	test(title, () => {
		const {ceasefire} = draw(readings);
		assert.deepEqual({...ceasefire, ...expected}, ceasefire);
		assert.deepEqual(draw(readings.toReversed()).ceasefire, ceasefire, 'order of arrival');
	});

test('an agreement with an hour to come is announced until then', () => {
	const readings = [report('16 09:00', 'TASS', [truce('agreed', 'both', null, four)])];
	assert.equal(draw(readings, {asOf: at('16 09:30')}).ceasefire.status, 'announced');
	assert.equal(draw(readings, {asOf: at('16 10:00')}).ceasefire.status, 'in force');
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

test('the last word of each, sides in the profile’s order; a joint word is each side’s', () => {
	const readings = [
		agreed(),
		report('17', 'Khovar', [truce('violation', 'TJ', 'KG')]),
		report('18', 'AFP', [truce('called for', 'UN')]),
		report('18', 'Kabar', [truce('called for', 'KG')]),
	];
	assert.deepEqual(
		draw(readings).ceasefire.speakers.map(({by, says, against}) => [by.side ?? by.name, says, against]),
		[
			['KG', 'in force', null],
			['TJ', 'violated', 'KG'],
			['UN', 'called for', null],
		],
	);
});
