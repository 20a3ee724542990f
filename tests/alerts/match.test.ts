import assert from 'node:assert/strict';
import {test} from 'node:test';
import {matching, type Turn} from '../../source/alerts/match.ts';
import {news} from '../../source/alerts/news.ts';
import {ruleOf} from '../../source/alerts/rule.ts';
import {changes} from '../../source/picture/changes.ts';
import type {Picture, Reading} from '../../source/picture/picture.ts';
import {at, claim, draw, figure, profile, report, revised, truce} from '../picture/conflict.ts';

const turnOf = (before: Picture, after: Picture): Turn => ({before, after, changes: changes(before, after)});
const turn = (before: readonly Reading[], more: readonly Reading[]): Turn =>
	turnOf(draw(before), draw([...before, ...more]));
const told = (rule: string, of: Turn) =>
	matching(ruleOf(rule, {profile, sources: []}), of).map(({text}) => text);

const health = 'KG:Health Ministry';
const toll = (when: string, what: string, by = health, outlet = 'Kabar') =>
	report(when, outlet, [figure(what, by)]);
const first = toll('17', 'KG killed 46');
const fiftyNine = 'Kyrgyzstan, killed: Health Ministry raised 46 to 59';
const agreed = report('16', 'TASS', [truce('agreed', 'both')]);
const breach = report('16 14:00', 'Kabar', [truce('violation', 'KG', 'TJ')]);

const cases: readonly (readonly [string, string, Turn, readonly string[]])[] = [
	['toll', 'a number that crosses', turn([first], [toll('18', 'KG killed 59')]), [fiftyNine]],
	['toll:KG:killed>=50', 'a number that crosses', turn([first], [toll('18', 'KG killed 59')]), [fiftyNine]],
	['toll:KG:killed>=50', 'one that does not', turn([first], [toll('18', 'KG killed 49')]), []],
	['toll:KG:killed>50', 'one that is just that', turn([first], [toll('18', 'KG killed 50')]), []],
	['toll:TJ', "another side's", turn([first], [toll('18', 'KG killed 59')]), []],
	['toll:wounded', 'another measure', turn([first], [toll('18', 'KG killed 59')]), []],
	[
		'toll:KG:killed>=50',
		'an open-ended one',
		turn([first], [toll('18', 'KG killed 60+')]),
		['Kyrgyzstan, killed: Health Ministry raised 46 to at least 60'],
	],
	[
		'toll:KG:killed>=50',
		'another claimant',
		turn([toll('18', 'KG killed 59')], [toll('18', 'KG killed 70', '~sources', 'AFP')]),
		['Kyrgyzstan, killed: sources (unnamed) first gave 70'],
	],
	[
		'toll:KG:killed>=50',
		'a copy',
		turn([toll('18', 'KG killed 59')], [toll('18 13:00', 'KG killed 59', health, 'TASS')]),
		[],
	],
	[
		'toll:KG:killed>=50',
		'an old figure quoted',
		turn(
			[toll('17', 'KG killed 59'), toll('18', 'KG killed 62')],
			[toll('19', 'KG killed 59', health, 'TASS')],
		),
		[],
	],
	[
		'toll:KG:killed>=50',
		'dead of an earlier clash',
		turn([], [report('18', 'AFP', [figure('KG killed 55', 'AFP', {period: 'historical'})])]),
		[],
	],
	['toll:KG:killed>=40', 'one taken back', turn([first], [revised(first, '18', [])]), []],
	[
		'toll',
		'one taken back',
		turn([first], [revised(first, '18', [])]),
		['Kyrgyzstan, killed: 46 by Health Ministry is withdrawn'],
	],
	['toll', 'a silence', turn([first], [report('18', 'AFP', [figure('TJ killed silence', 'AFP')])]), []],
	[
		'ceasefire',
		'a breach, told once',
		turn([agreed], [breach]),
		['Ceasefire status: disputed, announced before'],
	],
	[
		'ceasefire:disputed',
		'a breach',
		turn([agreed], [breach]),
		['Ceasefire status: disputed, announced before'],
	],
	['ceasefire:collapsed', 'a breach', turn([agreed], [breach]), []],
	[
		'ceasefire:violated',
		'a second breach, by the other side',
		turn([agreed, breach], [report('16 16:00', 'Khovar', [truce('violation', 'TJ', 'KG')])]),
		['Ceasefire: violated by Kyrgyzstan, said Tajikistan'],
	],
	[
		'claim:drone',
		'one of two claims',
		turn(
			[],
			[
				report('16', 'Kabar', [claim('accusation', 'KG', 'TJ', ['tanks'])]),
				report('16 13:00', 'Khovar', [claim('denial', 'TJ', 'KG', ['drone'], {sentence: 'No drones.'})]),
			],
		),
		['Tajikistan denied about Kyrgyzstan, drone'],
	],
	[
		'claim:KG',
		'of the other side',
		turn([], [report('16', 'Khovar', [claim('denial', 'TJ', 'KG', ['drone'])])]),
		[],
	],
];
for (const [rule, title, of, expected] of cases)
	test(`${rule}: ${title}`, () => assert.deepEqual(told(rule, of), expected));

const health2 = (lostSince: number | null) => ({
	...draw([]),
	sources: ['a', 'b'].map(id => ({
		id,
		name: id.toUpperCase(),
		state: lostSince === null ? ('ok' as const) : ('failing' as const),
		lastAnswerAt: 0,
		lostSince,
		nextPollAt: null,
		reports: 0,
		reason: null,
	})),
});
test('a source by name, or all', () => {
	const of = turnOf(health2(null), health2(at('18')));
	const sources = [
		{id: 'a', name: 'A'},
		{id: 'b', name: 'B'},
	];
	const count = (rule: string) => matching(ruleOf(rule, {profile, sources}), of).length;
	assert.deepEqual(['source', 'source:A'].map(count), [2, 1]);
});

const fresh = (of: Turn, ...reports: readonly Reading[]) =>
	news(of, id => reports.some(({report: {id: other}}) => other === id)).map(({text}) => text);

test('what is read anew in a report that was known is no news', () => {
	const known = {...first, facts: []};
	const of = turnOf(draw([known]), draw([first]));
	assert.equal(of.changes.length, 1);
	assert.deepEqual(fresh(of), []);
	assert.deepEqual(fresh(of, first).length, 1);
});

test('a figure that stands again is news where its successor was taken back just now', () => {
	const before = toll('16', 'KG killed 24');
	const back = revised(first, '18', []);
	const of = turn([before, first], [back]);
	assert.deepEqual(fresh(of, back), ['Kyrgyzstan, killed: Health Ministry went back to 24, 46 is withdrawn']);
	assert.deepEqual(fresh(of), []);
});

test('an agreed hour that comes is news, though nobody has said anything', () => {
	const hour = report('16', 'TASS', [truce('agreed', 'both', null, {effectiveAt: at('16 16:00')})]);
	const of = turnOf(draw([hour], {now: at('16 15:00')}), draw([hour], {now: at('16 17:00')}));
	assert.ok(of.changes.length > 0);
	assert.deepEqual(fresh(of).length, of.changes.length);
});
