import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Ceasefire, Speaker} from '../../source/facts/fact.ts';
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

const breach = (by: string, more: Partial<Ceasefire> = {}) =>
	truce('violation', by, by.startsWith('KG') ? 'TJ' : 'KG', more);
const timed = (when: string) => ({saidAt: at(when), saidAtPrecision: 'minute' as const});

// The status by who says what; all after the truce of 16 September, 10:00 UTC, unless told otherwise.
const standings: readonly [string, readonly Reading[], Partial<CeasefirePicture>][] = [
	[
		'a breach before the hour disputes nothing',
		[agreed(), report('17', 'TASS', [breach('TJ', timed('16 09:20'))])],
		{status: 'in force', since: at('16 10:00')},
	],
	[
		'calm by one side’s word while the other alleges a breach is disputed',
		[agreed(), report('17 11:00', 'TASS', [breach('TJ')]), report('18', 'Kabar', [truce('holding', 'KG')])],
		{status: 'disputed'},
	],
	[
		'its own denial takes no allegation back',
		[agreed(), report('17', 'Kabar', [breach('KG')]), report('17 14:00', 'Kabar', [truce('denied', 'KG')])],
		{status: 'disputed'},
	],
	[
		'telling of the truce again takes no allegation back',
		[
			agreed(),
			report('17', 'Kabar', [breach('KG')]),
			report('18', 'Kabar', [truce('agreed', 'KG', null, four)]),
		],
		{status: 'disputed'},
	],
	[
		'a denial that answered a breach is not in the way once that is not alleged any more',
		[
			agreed(),
			report('17', 'Khovar', [breach('TJ')]),
			report('17 13:00', 'Kabar', [truce('denied', 'KG')]),
			report('18', 'Khovar', [truce('holding', 'TJ')]),
		],
		{status: 'holding'},
	],
	[
		'a truce that one tells of and the other denies is disputed',
		[
			report('16 10:30', 'Khovar', [truce('agreed', 'TJ', null, four)]),
			report('16 12:00', 'Kabar', [truce('denied', 'KG')]),
		],
		{status: 'disputed'},
	],
	[
		'what a third party alleged stands no longer than both sides’ word that it holds',
		[
			agreed(),
			report('17', 'AFP', [truce('violation', 'UN', 'TJ')]),
			report('18', 'Kabar', [truce('holding', 'KG')]),
			report('18 13:00', 'Khovar', [truce('holding', 'TJ')]),
		],
		{status: 'holding'},
	],
	[
		'one side’s word does not outweigh it',
		[
			agreed(),
			report('17', 'AFP', [truce('violation', 'UN', 'TJ')]),
			report('18', 'Kabar', [truce('holding', 'KG')]),
		],
		{status: 'disputed'},
	],
	[
		'a third party alone does not end it',
		[agreed(), report('17', 'AFP', [truce('collapsed', 'UN')])],
		{status: 'disputed'},
	],
	[
		'nor do one side and residents of its own',
		[
			agreed(),
			report('17', 'Kabar', [truce('collapsed', 'KG')]),
			report('17 13:00', 'Kabar', [
				truce('collapsed', 'KG', null, {by: {name: 'residents', side: 'KG', kind: 'resident'}}),
			]),
		],
		{status: 'disputed'},
	],
	[
		'what is over is not brought back by a call, a breach or a denial',
		[
			agreed(),
			report('17', 'Kabar', [truce('collapsed', 'KG')]),
			report('17 13:00', 'Khovar', [truce('collapsed', 'TJ')]),
			report('18', 'Kabar', [breach('KG')]),
			report('18 13:00', 'Khovar', [truce('called for', 'TJ')]),
		],
		{status: 'collapsed', since: at('17 13:00')},
	],
	[
		'but by a new one',
		[
			agreed(),
			report('17', 'Kabar', [truce('collapsed', 'KG')]),
			report('17 13:00', 'Khovar', [truce('collapsed', 'TJ')]),
			report('19 15:00', 'TASS', [truce('agreed', 'both')]),
		],
		{status: 'announced', since: at('19 15:00'), renewals: 1},
	],
	[
		'residents do not give their side’s last word',
		[
			agreed(),
			report('17', 'Kabar', [truce('holding', 'KG')]),
			report('17 13:00', 'Kabar', [breach('KG', {by: {name: 'residents', side: 'KG', kind: 'resident'}})]),
		],
		{status: 'disputed'},
	],
	[
		'who denies a breach that was alleged of the truce before disputes nothing',
		[
			report('14 08:00', 'Kabar', [truce('agreed', 'both'), breach('KG')]),
			agreed(),
			report('18', 'AFP', [truce('holding', 'UN')]),
			report('18 13:00', 'Khovar', [
				truce('denied', 'TJ', null, {sentence: 'Dushanbe denied that its troops had broken the ceasefire.'}),
			]),
		],
		{status: 'holding'},
	],
	[
		'who denies a breach that nobody told of disputes nothing',
		[
			agreed(),
			report('17', 'Khovar', [
				truce('denied', 'TJ', null, {sentence: 'Tajikistan said it had not violated the truce.'}),
			]),
		],
		{status: 'in force'},
	],
	[
		'called off by one side before its hour',
		[
			report('16 08:00', 'TASS', [truce('agreed', 'both', null, four)]),
			report('16 09:00', 'Khovar', [truce('collapsed', 'TJ')]),
		],
		{status: 'disputed'},
	],
	[
		'over by one side while the other speaks of no breach',
		[
			report('16 08:00', 'TASS', [truce('agreed', 'both')]),
			report('16 19:00', 'Khovar', [truce('collapsed', 'TJ')]),
		],
		{status: 'disputed'},
	],
	[
		'said to be in force by one, without an hour',
		[
			report('16 08:00', 'TASS', [truce('agreed', 'both')]),
			report('16 09:00', 'Kabar', [truce('in force', 'KG')]),
		],
		{status: 'in force', since: at('16 08:00')},
	],
];

for (const [title, readings, expected] of standings)
	test(`status: ${title}`, () => {
		for (const order of [readings, readings.toReversed()]) {
			const {ceasefire} = draw(order);
			assert.deepEqual({...ceasefire, ...expected}, ceasefire);
		}
	});

test('a truce for an hour to come is announced since it was told, in force from its hour', () => {
	const readings = [report('16 09:00', 'TASS', [truce('agreed', 'both', null, four)])];
	const standing = (asOf: string) => {
		const {status, since} = draw(readings, {asOf: at(asOf)}).ceasefire;
		return [status, since];
	};
	assert.deepEqual(standing('16 09:30'), ['announced', at('16 09:00')]);
	assert.deepEqual(standing('16 10:00'), ['in force', at('16 10:00')]);
});

test('“holding to some degree” stays marked, and a plain word after it is another', () => {
	const words = (...readings: readonly Reading[]) =>
		draw([agreed(), ...readings]).ceasefire.speakers.map(({says, qualified}) => [says, qualified]);
	const partly = report('16 14:00', 'Kabar', [truce('holding', 'KG', null, {qualified: true})]);
	assert.deepEqual(words(partly)[0], ['holding', true]);
	assert.deepEqual(words(partly, report('16 15:00', 'Kabar', [truce('holding', 'KG')]))[0], [
		'holding',
		false,
	]);
});

test('residents and unnamed sources speak for themselves, the state’s own media for their side', () => {
	const by = (kind: Speaker['kind'], name: string): Ceasefire =>
		breach('TJ', {by: {name, side: 'TJ', kind}, sentence: `${name} said so.`});
	const {speakers} = draw([
		agreed(),
		report('17 01:00', 'Khovar', [by('media', 'Khovar')]),
		report('17 02:00', 'AFP', [by('unnamed', 'security sources')]),
		report('17 03:00', 'AFP', [by('resident', 'residents')]),
	]).ceasefire;
	assert.deepEqual(
		speakers.map(each => [each.by.name, each.says]),
		[
			['Kyrgyzstan', 'in force'],
			['Khovar', 'violated'],
			['residents', 'violated'],
			['security sources', 'violated'],
		],
	);
});
