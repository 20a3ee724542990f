import assert from 'node:assert/strict';
import {test} from 'node:test';
import {claim, draw, report} from './conflict.ts';

const acts = (list: readonly {fact: {act: string}}[] | undefined) => list?.map(({fact}) => fact.act);

test('claims stand with the side that makes them, newest first, others apart', () => {
	const {claims} = draw([
		report('16', 'Kabar', [claim('accusation', 'KG:Border Service', 'TJ', ['tanks'])]),
		report('17', 'Kabar', [claim('statement', 'KG', null, ['withdrawal'])]),
		report('17', 'Khovar', [claim('denial', 'TJ', 'KG', ['tanks'])]),
		report('17', 'AFP', [claim('call', 'UN', 'both', ['talks'])]),
	]);
	assert.deepEqual(acts(claims.KG), ['statement', 'accusation']);
	assert.deepEqual(acts(claims.TJ), ['denial']);
	assert.deepEqual(acts(claims.others), ['call']);
});

test('copies are folded into the first, with their number and carriers; the next day it is said again', () => {
	const shelling = () => claim('accusation', 'KG', 'TJ', ['shelling'], {place: 'batken'});
	const {claims} = draw([
		report('16 08:00', 'TASS', [shelling()]),
		report('16 07:00', 'Kabar', [shelling(), shelling()]),
		report('16 09:00', 'TASS', [shelling()]),
		report('17 09:00', 'Kabar', [shelling()]),
	]);
	assert.deepEqual(
		claims.KG?.map(({copies, carriers}) => [copies, carriers]),
		[
			[1, ['Kabar']],
			[3, ['Kabar', 'TASS']],
		],
	);
});

test('claims without topic or place are copies only where the words are the same', () => {
	const {claims} = draw([
		report('16', 'A', [claim('accusation', 'KG', 'TJ', [], {sentence: 'One.'})]),
		report('16', 'B', [
			claim('accusation', 'KG', 'TJ', [], {sentence: 'Two.'}),
			claim('accusation', 'KG', 'TJ', [], {sentence: 'One.'}),
		]),
	]);
	assert.deepEqual(claims.KG?.map(({copies}) => copies).sort(), [1, 2]);
});

const answers: readonly [string, Parameters<typeof claim>, string, Parameters<typeof claim>, boolean][] = [
	[
		'each accuses the other of tanks',
		['accusation', 'KG', 'TJ', ['tanks']],
		'16 20:00',
		['accusation', 'TJ', 'KG', ['tanks']],
		true,
	],
	[
		'at the same place',
		['accusation', 'KG', 'TJ', ['tanks'], {place: 'kok-tash'}],
		'16 20:00',
		['accusation', 'TJ', 'KG', ['drone'], {place: 'kok-tash'}],
		true,
	],
	[
		'a denial answers what it denies',
		['accusation', 'KG', 'TJ', ['tanks']],
		'16 20:00',
		['denial', 'TJ', null, ['tanks']],
		true,
	],
	[
		'of other things',
		['accusation', 'KG', 'TJ', ['tanks']],
		'16 20:00',
		['accusation', 'TJ', 'KG', ['drone']],
		false,
	],
	[
		'two days later',
		['accusation', 'KG', 'TJ', ['tanks']],
		'18 20:00',
		['accusation', 'TJ', 'KG', ['tanks']],
		false,
	],
	[
		'of the same third',
		['accusation', 'KG', null, ['tanks']],
		'16 20:00',
		['accusation', 'TJ', null, ['tanks']],
		false,
	],
	[
		'a statement answers nothing',
		['accusation', 'KG', 'TJ', ['tanks']],
		'16 20:00',
		['statement', 'TJ', 'KG', ['tanks']],
		false,
	],
];
for (const [title, one, when, other, isLinked] of answers)
	test(`${isLinked ? 'answers' : 'does not answer'}: ${title}`, () => {
		const {claims} = draw([
			report('16 12:00', 'Kabar', [claim(...one)]),
			report(when, 'Khovar', [claim(...other)]),
		]);
		const [first, second] = [claims.KG?.[0], claims.TJ?.[0]];
		assert.equal(first?.answers, isLinked ? second?.id : null);
		assert.equal(second?.answers, isLinked ? first?.id : null);
	});

test('what a revision leaves out is claimed no more', () => {
	const story = report('16 08:00', 'Kabar', [claim('accusation', 'KG', 'TJ', ['tanks'])]);
	const head = {...story.report, revision: 2, updatedAt: story.report.firstSeenAt + 1000};
	assert.equal(draw([story, {report: head, facts: []}]).claims.KG?.length, 0);
});
