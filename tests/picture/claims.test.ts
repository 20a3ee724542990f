import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Claim} from '../../source/facts/fact.ts';
import type {Reading} from '../../source/picture/picture.ts';
import {at, claim, draw, report} from './conflict.ts';

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
	const shelled = () => claim('accusation', 'KG', 'TJ', ['shelling'], {place: 'batken'});
	const {claims} = draw([
		report('16 08:00', 'TASS', [shelled()]),
		report('16 07:00', 'Kabar', [shelled(), shelled()]),
		report('16 09:00', 'TASS', [shelled()]),
		report('17 09:00', 'Kabar', [shelled()]),
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
		'a denial that names nothing answers what was said before it',
		['accusation', 'KG', 'TJ', ['ceasefire violation']],
		'16 12:00',
		['denial', 'TJ', null, [], {sentence: 'The ministry denied the accusation.'}],
		true,
	],
	[
		'but not what was said after it',
		['accusation', 'KG', 'TJ', ['ceasefire violation']],
		'16 11:00',
		['denial', 'TJ', null, [], {sentence: 'The ministry denied the accusation.'}],
		false,
	],
	[
		'nor does a denial of something else',
		['accusation', 'KG', 'TJ', ['ceasefire violation']],
		'16 12:00',
		['denial', 'TJ', null, [], {sentence: 'Dushanbe denied that a school had been closed.'}],
		false,
	],
	[
		'who opened fire first, and that fire was opened',
		['accusation', 'KG', 'TJ', ['first fire']],
		'16 12:00',
		['accusation', 'TJ', 'KG', ['small arms'], {place: 'khojai-alo'}],
		true,
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

const shelling = (more: Partial<Claim> = {}, by = 'KG:Border Service') =>
	claim('accusation', by, 'TJ', ['shelling'], more);

// What several tellings come to: one row per claim, as place, reports, origins.
const tellings: readonly [string, readonly Reading[], readonly [string | null, number, number][]][] = [
	[
		'ten outlets with one wire are ten reports and one origin',
		[
			report('16 08:00', 'TASS', [shelling()], {id: 'wire'}),
			...Array.from({length: 9}, (_, index) =>
				report('16 09:00', `Outlet ${index}`, [shelling()], {origin: 'wire'}),
			),
		],
		[[null, 10, 1]],
	],
	[
		'two outlets that were both there are two origins',
		[report('16 08:00', 'TASS', [shelling()]), report('16 09:00', 'Kabar', [shelling()])],
		[[null, 2, 2]],
	],
	[
		'an outlet’s editions in two languages within an hour are one origin',
		[
			report('16 08:00', 'Kabar', [shelling({language: 'en'})]),
			report('16 08:40', 'Kabar', [shelling({language: 'ru'})]),
		],
		[[null, 2, 1]],
	],
	[
		'its second story in the same language is another',
		[report('16 08:00', 'Kabar', [shelling()]), report('16 08:40', 'Kabar', [shelling()])],
		[[null, 2, 2]],
	],
	[
		'two places are two claims',
		[
			report('16 08:00', 'Kabar', [shelling({place: 'dostuk'})]),
			report('16 09:00', 'TASS', [shelling({place: 'batken'})]),
		],
		[
			['batken', 1, 1],
			['dostuk', 1, 1],
		],
	],
	[
		'one without a place is not lent to a place by others',
		[report('16 08:00', 'Kabar', [shelling({place: 'dostuk'})]), report('16 09:00', 'TASS', [shelling()])],
		[
			[null, 1, 1],
			['dostuk', 1, 1],
		],
	],
	[
		'a title without the place that its text names is the same claim',
		[report('16 08:00', 'Kabar', [shelling({sentence: 'A'}), shelling({sentence: 'B', place: 'dostuk'})])],
		[['dostuk', 1, 1]],
	],
	[
		'of two places in one text the title’s is the first, the other is another claim',
		[
			report('16 08:00', 'Kabar', [
				shelling({sentence: 'A'}),
				shelling({sentence: 'B', place: 'dostuk'}),
				shelling({sentence: 'C', place: 'batken'}),
			]),
		],
		[
			['batken', 1, 1],
			['dostuk', 1, 1],
		],
	],
	[
		'what others told without a place stays so where one of them adds it',
		[
			report('16 08:00', 'TASS', [shelling()]),
			report('16 09:00', 'Kabar', [shelling({sentence: 'A'}), shelling({sentence: 'B', place: 'dostuk'})]),
		],
		[
			['dostuk', 1, 1],
			[null, 2, 2],
		],
	],
	[
		'a story carried for two days is no new claim',
		[
			report('16 08:00', 'TASS', [shelling()], {id: 'long wire'}),
			report('18 07:00', 'Kabar', [shelling()], {origin: 'long wire'}),
		],
		[[null, 2, 1]],
	],
	[
		'the same said in another speech two days later is a new one',
		[report('16 08:00', 'TASS', [shelling()]), report('18 08:00', 'TASS', [shelling()])],
		[
			[null, 1, 1],
			[null, 1, 1],
		],
	],
	[
		'even where one text tells of both days',
		[
			report('18 08:00', 'TASS', [
				shelling({saidAt: at('16 08:00'), saidAtPrecision: 'minute'}),
				shelling({saidAt: at('18 07:00'), saidAtPrecision: 'minute'}),
			]),
		],
		[
			[null, 1, 1],
			[null, 1, 1],
		],
	],
	[
		'two organs of one side say one thing',
		[
			report('16 08:00', 'Kabar', [shelling()]),
			report('16 09:00', 'Kabar', [shelling({}, 'KG:Foreign Ministry')]),
		],
		[[null, 2, 2]],
	],
	[
		'residents say it for themselves, on the list of their side',
		[
			report('16 08:00', 'Kabar', [shelling()]),
			report('16 09:00', 'RFE/RL', [shelling({by: {name: 'residents', side: 'KG', kind: 'resident'}})]),
		],
		[
			[null, 1, 1],
			[null, 1, 1],
		],
	],
];

for (const [title, readings, expected] of tellings)
	test(`copies: ${title}`, () => {
		for (const order of [readings, readings.toReversed()])
			assert.deepEqual(
				// Of one moment in any order.
				draw(order)
					.claims.KG?.map(({fact, copies, origins}) => [fact.place, copies, origins])
					.sort(),
				[...expected].sort(),
			);
	});

test('a denial that names nothing gives way to one that names the matter', () => {
	const {claims} = draw([
		report('16 12:00', 'Kabar', [shelling()]),
		report('16 13:00', 'Khovar', [claim('denial', 'TJ', null, [], {sentence: 'It denied the claims.'})]),
		report('16 18:30', 'Khovar', [claim('denial', 'TJ', null, ['shelling'])]),
	]);
	assert.equal(claims.KG?.[0]?.answers, claims.TJ?.[0]?.id);
	assert.deepEqual(claims.TJ?.[0]?.fact.topics, ['shelling']);
});

test('a title and the text below that put one thing without topic or place are one claim, in the fuller words', () => {
	const title = 'Kyrgyz president urges calm as toll reaches 24';
	const text = 'President Sadyr Japarov urged his people to keep calm on Saturday after clashes.';
	const other = 'President Sadyr Japarov will address parliament.';
	const called = (sentence: string) => claim('call', 'KG:president', null, [], {sentence});
	const wire = report('17 17:00', 'Reuters', [called(title), called(text), called(other)], {
		title,
		id: 'calm',
	});
	const copy = report('17 18:00', 'Kabar', [called(title), called(text)], {title, origin: 'calm'});
	for (const readings of [[wire], [wire, copy], [copy, wire]]) {
		const drawn = draw(readings).claims.KG?.map(({fact, copies}) => [fact.sentence, copies]);
		assert.deepEqual(drawn?.sort(), [
			[text, readings.length],
			[other, 1],
		]);
	}
});

test('a copy of a later text of a story tells nothing anew that its first text told the day before', () => {
	const accused = claim('accusation', 'KG', 'TJ', ['first fire', 'shelling'], {place: 'bulak-bashy'});
	const first = report('14 06:15', 'Kloop', [accused], {id: 'kloop'});
	const edited = report('14 06:15', 'Kloop', [accused, shelling({place: 'kak-sai'})], {
		id: 'kloop',
		revision: 2,
		publishedAt: first.report.publishedAt,
		firstSeenAt: at('14 19:40'),
	});
	const copy = report('14 19:41', '24.kg', edited.facts, {origin: 'kloop'});
	for (const readings of [
		[first, edited, copy],
		[copy, edited, first],
	])
		assert.deepEqual(
			draw(readings).claims.KG?.map(({fact, copies, origins}) => [fact.place, copies, origins]),
			[
				['kak-sai', 2, 1],
				['bulak-bashy', 2, 1],
			],
		);
});

test('an unnamed source speaks for no side', () => {
	const {claims} = draw([
		report('16', 'Reuters', [shelling({by: {name: 'a source', side: 'KG', kind: 'unnamed'}})]),
	]);
	assert.deepEqual([claims.KG?.length, claims.others?.length], [0, 1]);
});

test('two sentences of one report that begin alike have two ids', () => {
	const {claims} = draw([
		report('16', 'Kabar', [
			claim('statement', 'KG', null, [], {sentence: 'One thing.'}),
			claim('statement', 'KG', null, [], {sentence: 'Two things.'}),
		]),
	]);
	assert.equal(new Set(claims.KG?.map(({id}) => id)).size, 2);
});

test('of several that may answer, the nearest in time does', () => {
	const {claims} = draw([
		report('16 12:00', 'Kabar', [shelling()]),
		report('16 05:00', 'Khovar', [claim('accusation', 'TJ', 'KG', ['shelling'])]),
		report('16 18:30', 'Khovar', [claim('denial', 'TJ', null, ['shelling'])]),
	]);
	assert.equal(claims.KG?.[0]?.answers, claims.TJ?.[0]?.id);
	assert.equal(claims.TJ?.[0]?.fact.act, 'denial');
	assert.equal(claims.TJ?.[1]?.answers, claims.KG?.[0]?.id);
});
