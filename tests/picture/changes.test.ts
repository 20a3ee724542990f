import assert from 'node:assert/strict';
import {test} from 'node:test';
import {changes} from '../../source/picture/changes.ts';
import type {Picture, Reading, SourceHealth} from '../../source/picture/picture.ts';
import {september} from './chronology.ts';
import {at, claim, draw, figure, report, revised, truce} from './conflict.ts';

const health = 'KG:Health Ministry';
const first = report('17', 'Kabar', [figure('KG killed 46', health)]);
const between = (before: readonly Reading[], more: readonly Reading[]) =>
	changes(draw(before), draw([...before, ...more])).map(({text}) => text);

const cases: readonly [string, readonly Reading[], readonly Reading[], readonly string[]][] = [
	['a first figure', [], [first], ['Kyrgyzstan, killed: Health Ministry first gives 46']],
	[
		'a toll raised',
		[first],
		[report('18', 'Kabar', [figure('KG killed 59', health)])],
		['Kyrgyzstan, killed: Health Ministry raises 46 to 59'],
	],
	[
		'a toll revised down',
		[first],
		[report('18', 'Kabar', [figure('KG killed 44', health)])],
		['Kyrgyzstan, killed: Health Ministry revises 46 down to 44'],
	],
	[
		'a sum made here',
		[first],
		[report('18', 'Kabar', [figure('KG killed 13', health, {scope: 'additional'})])],
		['Kyrgyzstan, killed: Health Ministry raises 46 to 59 (a total and “more”, added here)'],
	],
	[
		'a toll taken back',
		[first],
		[revised(first, '18', [])],
		['Kyrgyzstan, killed: 46 by Health Ministry is withdrawn'],
	],
	[
		'a toll taken back, and the one before stands again',
		[report('16', 'Kabar', [figure('KG killed 24', health)]), first],
		[revised(first, '18', [])],
		['Kyrgyzstan, killed: Health Ministry back to 24, 46 is withdrawn'],
	],
	['a copy', [first], [report('17 13:00', 'TASS', [figure('KG killed 46', health)])], []],
	[
		'an old figure quoted',
		[first, report('18', 'Kabar', [figure('KG killed 59', health)])],
		[report('19', 'TASS', [figure('KG killed 46', health)])],
		[],
	],
	[
		'a part',
		[],
		[report('18', 'Kabar', [figure('KG killed 3', health, {scope: 'incident'})])],
		['Kyrgyzstan, killed: Health Ministry first gives 3 (a part, not a total)'],
	],
	[
		'a silence',
		[first],
		[report('18', 'AFP', [figure('TJ killed silence', 'AFP')])],
		['Tajikistan, killed: Tajikistan is said to have given no figure'],
	],
	[
		'a truce, then a breach',
		[report('16', 'TASS', [truce('agreed', 'both')])],
		[report('16 14:00', 'Kabar', [truce('violation', 'KG', 'TJ')])],
		['Ceasefire: disputed, before announced', 'Ceasefire: Kyrgyzstan says violated by Tajikistan'],
	],
	[
		'a truce made anew',
		[
			report('16', 'TASS', [truce('agreed', 'both')]),
			report('16 14:00', 'Kabar', [truce('violation', 'KG', 'TJ')]),
		],
		[report('19', 'TASS', [truce('agreed', 'both')])],
		['Ceasefire: announced, before disputed', 'Ceasefire: Kyrgyzstan says announced'],
	],
	[
		'a claim, but not its copy',
		[report('16', 'TASS', [claim('accusation', 'KG', 'TJ', ['tanks'])])],
		[
			report('16 11:00', 'Kabar', [claim('accusation', 'KG', 'TJ', ['tanks'])]),
			report('16 13:00', 'Khovar', [claim('denial', 'TJ', 'KG', ['tanks'], {sentence: 'No tanks.'})]),
		],
		['TJ, denial about Kyrgyzstan: “No tanks.”'.replace('TJ', 'Tajikistan')],
	],
];

for (const [title, before, more, expected] of cases)
	test(title, () => assert.deepEqual(between(before, more), expected));

test('nothing changed, nothing told', () => assert.deepEqual(changes(draw(september), draw(september)), []));

test('each change of what was said carries its fact and when it was said', () => {
	for (const {kind, fact, at: when, text} of changes(
		draw(september, {asOf: at('16 00:00')}),
		draw(september, {asOf: at('18 07:00')}),
	)) {
		assert.ok(fact !== null, `${kind} ${text}`);
		assert.ok(when !== null && when > at('14 00:00'), text);
	}
});

const source = (state: SourceHealth['state'], reason: string | null = null): SourceHealth => ({
	id: 's',
	name: 'Khovar',
	state,
	lastAnswerAt: null,
	nextPollAt: null,
	reports: 0,
	reason,
});
const states: readonly [SourceHealth, SourceHealth, readonly string[]][] = [
	[source('ok'), source('failing', 'no answer in 20 s'), ['Khovar lost, failing: no answer in 20 s']],
	[source('failing'), source('unchanged'), ['Khovar is back']],
	[source('failing'), source('blocked', '403'), []],
	[source('waiting'), source('ok'), []],
	[source('ok'), source('quiet'), []],
	[source('waiting'), source('gone', '410'), ['Khovar lost, gone: 410']],
];
for (const [old, now, expected] of states)
	test(`a source from ${old.state} to ${now.state}`, () => {
		const of = (health: SourceHealth): Picture => ({...draw([]), sources: [health]});
		assert.deepEqual(
			changes(of(old), of(now)).map(({text}) => text),
			expected,
		);
	});
