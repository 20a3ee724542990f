import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {changes} from '../../source/picture/changes.ts';
import type {Picture, Reading, SourceHealth} from '../../source/picture/picture.ts';
import {retoldIn} from '../../source/picture/retold.ts';
import {sourceChanges} from '../../source/picture/source-changes.ts';
import {spring} from './april-2021.ts';
import {at, claim, draw, figure, report, revised, truce} from './conflict.ts';
import {september} from './september-2022.ts';

const health = 'KG:Health Ministry';
const toll = (when: string, killed: number) => report(when, 'Kabar', [figure(`KG killed ${killed}`, health)]);
const first = toll('17', 46);
const silent = report('17', 'AFP', [figure('TJ killed silence', 'AFP')]);
const accused = report('16', 'Kabar', [claim('accusation', 'KG', 'TJ', ['tanks'])]);
const agreed = report('16', 'TASS', [truce('agreed', 'both')]);
const holding = report('17', 'Kabar', [truce('holding', 'KG')]);
const between = (before: readonly Reading[], more: readonly Reading[]) =>
	told(before, more).map(({text}) => text);
const told = (before: readonly Reading[], more: readonly Reading[]) => {
	const all = [...before, ...more];
	return changes(draw(before), draw(all), retoldIn(all, {asOf: null, asSeen: null}));
};

const cases: readonly [string, readonly Reading[], readonly Reading[], readonly string[]][] = [
	['a first figure', [], [first], ['Kyrgyzstan, killed: Health Ministry first gave 46']],
	[
		'first figures, one after the other',
		[],
		[toll('16', 24), first, toll('18', 59)],
		['Kyrgyzstan, killed: Health Ministry first gave 24, then 46, and now 59'],
	],
	['a toll raised', [first], [toll('18', 59)], ['Kyrgyzstan, killed: Health Ministry raised 46 to 59']],
	[
		'a toll raised twice',
		[first],
		[toll('18', 59), toll('19', 63)],
		['Kyrgyzstan, killed: Health Ministry raised 59 to 63, after 46'],
	],
	[
		'raised, then revised down: the last step is told, and what stood before',
		[first],
		[toll('18', 59), toll('19', 50)],
		['Kyrgyzstan, killed: Health Ministry revised 59 down to 50, after 46'],
	],
	[
		'revised down and raised again: both are told',
		[first],
		[toll('18', 44), toll('19', 59)],
		[
			'Kyrgyzstan, killed: Health Ministry raised 44 to 59, after 46',
			'Kyrgyzstan, killed: Health Ministry revised 46 down to 44, replaced since',
		],
	],
	[
		'first given, revised down and raised between two looks',
		[],
		[first, toll('18', 44), toll('19', 59)],
		[
			'Kyrgyzstan, killed: Health Ministry first gave 46, then 44, and now 59',
			'Kyrgyzstan, killed: Health Ministry revised 46 down to 44, replaced since',
		],
	],
	[
		'a toll revised down',
		[first],
		[toll('18', 44)],
		['Kyrgyzstan, killed: Health Ministry revised 46 down to 44'],
	],
	[
		'a range that grew at its end',
		[report('17', 'AFP', [figure('KG killed 20-30', 'AFP')])],
		[report('18', 'AFP', [figure('KG killed 20-40', 'AFP')])],
		['Kyrgyzstan, killed: AFP raised 20 to 30 to 20 to 40'],
	],
	[
		'the other side speaks: whose ministry is named',
		[],
		[report('18', 'Kabar', [figure('TJ killed 200+', 'KG:Border Service')])],
		['Tajikistan, killed: Border Service (Kyrgyzstan) first gave at least 200'],
	],
	[
		'unnamed sources of a side are not that side',
		[],
		[
			report('18', 'Reuters', [
				figure('TJ killed 30', '~TJ:security sources'),
				figure('TJ wounded 9', '~TJ'),
			]),
		],
		[
			'Tajikistan, killed: security sources (unnamed) first gave 30',
			'Tajikistan, wounded: unnamed sources first gave 9',
		],
	],
	[
		'a sum made here',
		[first],
		[report('18', 'Kabar', [figure('KG killed 13', health, {scope: 'additional'})])],
		['Kyrgyzstan, killed: Health Ministry raised 46 to 59 (a total and “more”, added up here)'],
	],
	[
		'the sum made here is said',
		[first, report('18', 'Kabar', [figure('KG killed 13', health, {scope: 'additional'})])],
		[toll('19', 59)],
		['Kyrgyzstan, killed: Health Ministry itself gave 59, so far only added up here'],
	],
	[
		'a report revised in place',
		[first],
		[revised(first, '17 14:00', [figure('KG killed 64', health)])],
		['Kyrgyzstan, killed: Health Ministry raised 46 to 64 (the same report, revised)'],
	],
	[
		'a toll taken back',
		[first],
		[revised(first, '18', [])],
		['Kyrgyzstan, killed: 46 by Health Ministry is withdrawn'],
	],
	[
		'given and taken back in between',
		[],
		[first, revised(first, '18', [])],
		['Kyrgyzstan, killed: 46 by Health Ministry is withdrawn'],
	],
	[
		'given again after it was taken back',
		[first, revised(first, '18', [])],
		[toll('19', 44)],
		['Kyrgyzstan, killed: Health Ministry again gave 44, after 46 was withdrawn'],
	],
	[
		'a toll taken back, and the one before stands again',
		[toll('16', 24), first],
		[revised(first, '18', [])],
		['Kyrgyzstan, killed: Health Ministry went back to 24, 46 is withdrawn'],
	],
	[
		'a toll taken back, and another given',
		[toll('16', 24), first],
		[revised(first, '18', []), toll('19', 44)],
		['Kyrgyzstan, killed: Health Ministry gave 44, 46 is withdrawn'],
	],
	['a copy', [first], [report('17 13:00', 'TASS', [figure('KG killed 46', health)])], []],
	[
		'a copy with an earlier date',
		[first],
		[report('17 03:00', 'TASS', [figure('KG killed 46', health)])],
		[],
	],
	[
		'the same number, its ministry named otherwise',
		[first],
		[report('17 13:00', 'RIA', [figure('KG killed 46', 'KG:Минздрав Киргизии')])],
		[],
	],
	[
		'a side’s number, of which its ministry is now known',
		[report('17', 'TASS', [figure('KG killed 46', 'KG')])],
		[toll('17 15:00', 46)],
		[],
	],
	[
		'a side’s number, its ministry now known, which has raised it',
		[report('17', 'TASS', [figure('KG killed 46', 'KG')])],
		[toll('17 15:00', 46), toll('18', 59)],
		['Kyrgyzstan, killed: Health Ministry raised 46 to 59'],
	],
	[
		'an old figure quoted',
		[first, toll('18', 59)],
		[report('19', 'TASS', [figure('KG killed 46', health)])],
		[],
	],
	['an older figure found late', [first], [toll('16', 24)], []],
	[
		'a part',
		[],
		[report('18', 'Kabar', [figure('KG killed 3', health, {scope: 'incident'})])],
		['Kyrgyzstan, killed: Health Ministry first gave 3 (one incident, not a total)'],
	],
	[
		'a second incident raised nothing',
		[report('17', 'Kabar', [figure('KG killed 3', health, {scope: 'incident'})])],
		[report('18', 'Kabar', [figure('KG killed 5', health, {scope: 'incident'})])],
		['Kyrgyzstan, killed: Health Ministry gave 5, beside 3 (one incident, not a total)'],
	],
	[
		'a part beside a total',
		[first],
		[report('18', 'Kabar', [figure('KG killed 60', health, {scope: 'day'})])],
		[],
	],
	[
		'a total after a part',
		[report('17', 'Kabar', [figure('KG killed 40', health, {combatant: 'military'})])],
		[toll('18', 59)],
		['Kyrgyzstan, killed: Health Ministry first gave a total, 59, after a part of 40'],
	],
	[
		'fighters counted on',
		[report('17', 'Kabar', [figure('KG killed 40', health, {combatant: 'military'})])],
		[report('18', 'Kabar', [figure('KG killed 42', health, {combatant: 'military'})])],
		['Kyrgyzstan, killed: Health Ministry raised 40 to 42 (fighters alone, not a total)'],
	],
	[
		'nobody says anything new, yet the lowest has been overtaken',
		[
			report('17', 'Kabar', [figure('KG killed 46', health)]),
			report('17', 'AFP', [figure('KG killed 44', 'AFP')]),
		],
		[report('19', 'TASS', [figure('KG killed 46', health)])],
		[
			'Kyrgyzstan, killed: low 46, best 46, high 46, before low 44, best 46, high 46 (own side’s latest official total; the low leaves out 1 overtaken by a day)',
		],
	],
	[
		'a silence',
		[first],
		[report('18', 'AFP', [figure('TJ killed silence', 'AFP')])],
		['Tajikistan, killed: Tajikistan is said to have given no figure'],
	],
	[
		'a silence told again',
		[report('17', 'AFP', [figure('TJ killed silence', 'AFP')])],
		[report('18', 'RFE/RL', [figure('TJ killed silence', 'RFE/RL')])],
		[],
	],
	[
		'a silence ended',
		[report('17', 'AFP', [figure('TJ killed silence', 'AFP')])],
		[report('18', 'Khovar', [figure('TJ killed 24', 'TJ:Foreign Ministry')])],
		[
			'Tajikistan, killed: Foreign Ministry first gave 24',
			'Tajikistan, killed: the silence of Tajikistan is ended by its first figure, 24 by Foreign Ministry',
		],
	],
	[
		'a silence about casualties ended by the dead',
		[report('17', 'AFP', [figure('TJ casualties silence', 'AFP')])],
		[report('18', 'Khovar', [figure('TJ killed 24', 'TJ:Foreign Ministry')])],
		[
			'Tajikistan, killed: Foreign Ministry first gave 24',
			'Tajikistan, casualties: the silence of Tajikistan is ended by its first figure, 24 killed by Foreign Ministry',
		],
	],
	[
		'a silence ended by a part, before the first total',
		[report('17', 'AFP', [figure('TJ killed silence', 'AFP')])],
		[
			report('18', 'Khovar', [figure('TJ killed 9', 'TJ:Foreign Ministry', {scope: 'incident'})]),
			report('19', 'Khovar', [figure('TJ killed 24', 'TJ:Foreign Ministry')]),
		],
		[
			'Tajikistan, killed: Foreign Ministry first gave 24',
			'Tajikistan, killed: the silence of Tajikistan is ended by its first figure, 9 by Foreign Ministry (one incident, not a total)',
		],
	],
	[
		'a silence that its report takes back',
		[silent],
		[revised(silent, '18', [])],
		['Tajikistan, killed: that Tajikistan gave no figure is no longer said'],
	],
	[
		'a truce agreed by both',
		[],
		[report('16', 'TASS', [truce('agreed', 'both')])],
		['Ceasefire status: announced, none before', 'Ceasefire: announced, said Kyrgyzstan and Tajikistan'],
	],
	[
		'a truce, then a breach',
		[report('16', 'TASS', [truce('agreed', 'both')])],
		[report('16 14:00', 'Kabar', [truce('violation', 'KG', 'TJ')])],
		['Ceasefire status: disputed, announced before', 'Ceasefire: violated by Tajikistan, said Kyrgyzstan'],
	],
	[
		'a breach told by another carrier',
		[
			report('16', 'TASS', [truce('agreed', 'both')]),
			report('16 14:00', 'Kabar', [truce('violation', 'KG', 'TJ')]),
		],
		[report('16 16:00', '24.kg', [truce('violation', 'KG', 'TJ')])],
		[],
	],
	[
		'another breach',
		[
			report('16', 'TASS', [truce('agreed', 'both')]),
			report('16 14:00', 'Kabar', [truce('violation', 'KG', 'TJ')]),
		],
		[report('17 14:00', '24.kg', [truce('violation', 'KG', 'TJ')])],
		['Ceasefire: violated by Tajikistan again, said Kyrgyzstan'],
	],
	[
		'a truce made anew',
		[
			report('16', 'TASS', [truce('agreed', 'both')]),
			report('16 14:00', 'Kabar', [truce('violation', 'KG', 'TJ')]),
		],
		[report('19', 'TASS', [truce('agreed', 'both')])],
		[
			'Ceasefire status: announced, made anew, disputed before',
			'Ceasefire: announced, said Kyrgyzstan and Tajikistan',
		],
	],
	[
		'a truce that its report takes back',
		[agreed],
		[revised(agreed, '17', [])],
		[
			'Ceasefire status: none, announced before, as a report was revised',
			'Ceasefire: its report no longer holds that Kyrgyzstan and Tajikistan said “announced”',
		],
	],
	[
		'a last word that its report takes back: the one before is no news',
		[agreed, holding],
		[revised(holding, '17 14:00', [])],
		[
			'Ceasefire status: announced, holding before, as a report was revised',
			'Ceasefire: its report no longer holds that Kyrgyzstan said “holding”',
		],
	],
	[
		'a claim, but not its copy',
		[report('16', 'TASS', [claim('accusation', 'KG', 'TJ', ['tanks'])])],
		[
			report('16 11:00', 'Kabar', [claim('accusation', 'KG', 'TJ', ['tanks'])]),
			report('16 13:00', 'Khovar', [claim('denial', 'TJ', 'KG', ['tanks'])]),
		],
		['Tajikistan denied about Kyrgyzstan, tanks'],
	],
	[
		'claims whose topic is not known are told by their words',
		[report('16', 'TASS', [claim('statement', 'KG', null, [], {sentence: 'We are ready.'})])],
		[report('16 13:00', 'Kabar', [claim('statement', 'KG', null, [], {sentence: 'We hold the pass.'})])],
		['Kyrgyzstan said: “We hold the pass.”'],
	],
	[
		'a claim that its report takes back',
		[accused],
		[revised(accused, '17', [])],
		['No report holds this any more: Kyrgyzstan accused Tajikistan, tanks'],
	],
	[
		'a claim that one of two reports takes back',
		[accused, report('16 14:00', 'TASS', accused.facts)],
		[revised(accused, '17', [])],
		[],
	],
];

for (const [title, before, more, expected] of cases)
	test(title, () => assert.deepEqual(between(before, more).toSorted(), expected.toSorted()));

const takenBack: readonly [string, readonly Reading[], Reading][] = [
	['a truce', [agreed], revised(agreed, '17', [])],
	['a claim', [accused], revised(accused, '17', [])],
	['a toll', [first], revised(first, '18', [])],
	['a silence', [silent], revised(silent, '18', [])],
];
for (const [title, before, back] of takenBack)
	test(`${title} taken back is told with the hour and the outlet of the revision`, () => {
		const found = told(before, [{...back, report: {...back.report, outlet: 'Kabar, corrected'}}]);
		assert.ok(found.length > 0);
		for (const {at: when, firstSeenAt, outlet, link} of found) {
			assert.equal(when, back.report.updatedAt);
			assert.equal(firstSeenAt, back.report.firstSeenAt);
			assert.equal(outlet, 'Kabar, corrected');
			assert.notEqual(link, null);
		}
	});

test('what was said before, and first seen later, has both times', () => {
	const late = toll('18', 59);
	const [change] = told([first], [{...late, report: {...late.report, firstSeenAt: at('18 20:00')}}]);
	assert.deepEqual([change!.at, change!.firstSeenAt], [at('18'), at('18 20:00')]);
});

test('the hour of an agreement comes: the status turns, nobody has said anything', () => {
	const agreed = [report('16 09:00', 'TASS', [truce('agreed', 'both', null, {effectiveAt: at('16 10:00')})])];
	const found = changes(draw(agreed, {asOf: at('16 09:30')}), draw(agreed, {asOf: at('16 10:30')}));
	assert.deepEqual(
		found.map(({text, at: when}) => [text, when]),
		[['Ceasefire status: in force, announced before', at('16 10:00')]],
	);
});

test('after an event that was over before this one began, all of this one is new', () => {
	const both = [...spring, ...september];
	const found = changes(
		draw(both, {asOf: Date.parse('2021-05-06T12:00Z')}),
		draw(both, {asOf: at('16 20:00')}),
	).map(({text}) => text);
	assert.ok(found.includes('Kyrgyzstan, killed: Health Ministry first gave 24'), found.join('\n'));
	assert.ok(!found.some(text => /revises|withdrawn|no longer/i.test(text)), found.join('\n'));
});

test('the newest is told first', () => {
	const found = changes(draw(september, {asOf: at('16 00:00')}), draw(september, {asOf: at('19 12:00')}));
	assert.ok(found.length > 15);
	assert.deepEqual(
		found.map(({at: when}) => when),
		found.map(({at: when}) => when!).toSorted((a, b) => b - a),
	);
});

const hours = fc.integer({min: 0, max: 7 * 24}).map(hour => at('14 00:00') + hour * 3_600_000);

test('what is new does not hang on the order in which reports came', () =>
	fc.assert(
		fc.property(
			hours,
			hours,
			fc.shuffledSubarray([...september], {minLength: september.length}),
			(one, other, shuffled) => {
				const [from, to] = [Math.min(one, other), Math.max(one, other)];
				const told = (readings: readonly Reading[]) =>
					changes(draw(readings, {asOf: from}), draw(readings, {asOf: to}))
						.map(({id, text}) => `${id} ${text}`)
						.toSorted();
				assert.deepEqual(told(shuffled), told(september));
			},
		),
		{numRuns: 30},
	));

test('another carrier of anything known, told within hours, is nothing new', () => {
	const known = draw(september);
	// What a later revision tells again was first told by an earlier one, hours before.
	const once = september.filter(
		({report: {id}}) => september.filter(other => other.report.id === id).length === 1,
	);
	assert.ok(once.length > 20);
	for (const {report: head, facts} of once)
		for (const minutes of [1, 45, 120]) {
			const publishedAt = head.publishedAt! + minutes * 60_000;
			const copy = {
				// A figure that nobody is named for is the outlet's own: another outlet's is another.
				facts: facts.filter(({by}) => by !== null),
				report: {
					...head,
					id: `copy of ${head.id}`,
					revision: 1,
					outlet: 'Interfax',
					publishedAt,
					updatedAt: null,
					firstSeenAt: publishedAt,
				},
			};
			const found = changes(known, draw([...september, copy])).filter(({kind}) => kind !== 'range');
			assert.deepEqual(
				found.map(({text}) => text),
				[],
				`${head.id}, ${minutes} minutes later`,
			);
		}
});

test('nothing changed, nothing told', () => assert.deepEqual(changes(draw(september), draw(september)), []));

test('each change of what was said carries its fact, its outlet, its link and when it was said', () => {
	for (const {kind, fact, at: when, text, outlet, link} of changes(
		draw(september, {asOf: at('16 00:00')}),
		draw(september, {asOf: at('18 07:00')}),
	)) {
		assert.ok(fact !== null, `${kind} ${text}`);
		assert.ok(when !== null && when > at('14 00:00'), text);
		assert.match(link ?? '', /^https:\/\/news\.example\//, text);
		assert.ok(outlet !== null && outlet !== '', text);
	}
});

test('the day of 18 September 2022, from six in the morning to the evening', () => {
	const found = changes(
		draw(september, {asOf: at('18 03:00')}),
		draw(september, {asOf: at('18 20:00')}),
	).filter(({kind}) => kind !== 'range');
	assert.deepEqual(
		found.map(({text}) => text),
		[
			'Kyrgyzstan, killed: Health Ministry raised 46 to 59, after 24, then 36',
			'Kyrgyzstan, wounded: Health Ministry raised 140 to 144, after 122, then 129, then 134',
			'Tajikistan, killed: Tajik Foreign Ministry first gave 24, then 35, and now 38',
			'Tajikistan, wounded: Tajik Foreign Ministry first gave at least 20',
			'Both sides, killed: AFP first gave 81',
			'Side not known, wounded: AFP first gave 139',
			'Russia called on both sides, talks',
			'Kyrgyzstan, evacuated: Kyrgyz authorities first gave at least 140,000',
			'Tajikistan, killed: the silence of Tajikistan is ended by its first figure, 25 by Tajik Foreign Ministry (part of a total)',
			'Foreign Ministry (Tajikistan) accused Kyrgyzstan, arson and looting, at bogdori',
			'Tajikistan, killed: officials (unnamed) first gave 39',
			'Tajikistan, killed: security sources (unnamed) first gave 30',
			'Both sides, killed: Reuters first gave 54',
			'Kyrgyzstan, killed: Ministry of Emergency Situations first gave 37',
			'Kyrgyzstan, wounded: Ministry of Emergency Situations first gave 129',
			'Ceasefire: holding, said Border Service (Kyrgyzstan)',
		],
	);
});

test('a store of any size: what is known is gone through once, what is equal at its end not at all', () => {
	const many = Array.from({length: 3000}, (_, index) =>
		report(`2022-09-${15 + (index % 10)}T${String(index % 24).padStart(2, '0')}:00:00Z`, 'TASS', [
			claim('statement', index % 2 ? 'KG' : 'TJ', null, [], {sentence: `Word ${index}.`}),
		]),
	);
	const before = draw(many);
	const after = draw([...many, report('26', 'TASS', [claim('denial', 'KG', 'TJ', ['tanks'])])]);
	assert.deepEqual(
		changes(before, after).map(({text}) => text),
		['Kyrgyzstan denied about Tajikistan, tanks'],
	);
});

const nine = at('18 09:00');
const ten = at('18 10:00');
const source = (state: SourceHealth['state'], more: Partial<SourceHealth> = {}): SourceHealth => ({
	id: 's',
	name: 'Khovar',
	state,
	lastAnswerAt: at('18 08:00'),
	lostSince: null,
	nextPollAt: null,
	reports: 0,
	reason: null,
	...more,
});
const away = {lostSince: nine, reason: 'no answer in 20 s'};
const states: readonly [string, SourceHealth, SourceHealth, readonly string[]][] = [
	['fails once', source('ok'), source('failing'), []],
	[
		'fails for long',
		source('ok'),
		source('failing', away),
		['09:00 Khovar lost, failing: no answer in 20 s'],
	],
	['goes on failing', source('failing', away), source('blocked', away), []],
	[
		'fails for long, and never was there',
		source('waiting', {lastAnswerAt: null}),
		source('gone', {...away, lastAnswerAt: null}),
		['09:00 Khovar has never answered, gone: no answer in 20 s'],
	],
	['answers again', source('failing', away), source('ok', {lastAnswerAt: ten}), ['10:00 Khovar is back']],
	[
		'answers, and fails once more',
		source('failing', away),
		source('failing', {lastAnswerAt: ten}),
		['10:00 Khovar is back'],
	],
	[
		'answers for the first time',
		source('failing', {...away, lastAnswerAt: null}),
		source('ok', {lastAnswerAt: ten}),
		['10:00 Khovar has answered at last'],
	],
	['failed once and answers', source('failing'), source('ok', {lastAnswerAt: ten}), []],
	['is first asked', source('waiting', {lastAnswerAt: null}), source('ok'), []],
	['has nothing new', source('ok'), source('quiet'), []],
	['is asked by nobody', source('ok'), source('stale'), []],
	['is forgotten', source('failing', away), source('waiting', {lastAnswerAt: null}), []],
];
for (const [title, old, now, expected] of states)
	test(`a source that ${title}`, () => {
		const of = (health: SourceHealth): Picture => ({...draw([]), sources: [health]});
		assert.deepEqual(
			changes(of(old), of(now)).map(({text, at: when}) => `${hour(when!)} ${text}`),
			expected,
		);
	});

const steps = (text: string) =>
	text
		.split('; ')
		.filter(Boolean)
		.map(step => {
			const [when, state, ...rest] = step.split(' ') as [string, SourceHealth['state'], ...string[]];
			const [reason = null] = rest.filter(word => !word.includes('lost'));
			const [lost] = rest.filter(word => word.includes('lost'));
			return {
				at: at(`18 ${when}`),
				state: state as 'ok' | 'failing',
				reason,
				// Written by an earlier version where neither is said.
				...(lost === 'not-lost' ? {lostAt: null} : lost ? {lostAt: at(`18 ${lost.slice(5)}`)} : {}),
			};
		});
const hour = (instant: number) => new Date(instant).toISOString().slice(11, 16);
// What was found and when; the span is from 10:00 to 20:00.
const histories: readonly [string, string, readonly string[]][] = [
	['never asked', '', []],
	['well all the time', '08:00 ok', []],
	['first asked and well', '12:00 ok', []],
	['lost', '08:00 ok; 12:00 failing 404', ['12:00 Khovar lost, failing: 404']],
	[
		'lost, and now in another way',
		'08:00 ok; 12:00 failing 500; 13:00 gone 410',
		['12:00 Khovar lost, gone: 410'],
	],
	['lost before', '08:00 ok; 09:00 failing 404; 13:00 blocked 403', []],
	['never there', '12:00 failing 404', ['12:00 Khovar has never answered, failing: 404']],
	['back', '08:00 ok; 09:00 failing 404; 12:00 ok', ['12:00 Khovar is back, was away from 09:00 to 12:00']],
	[
		'away in between',
		'08:00 ok; 11:00 failing 404; 12:00 ok',
		['12:00 Khovar is back, was away from 11:00 to 12:00'],
	],
	[
		'away again and again',
		'08:00 ok; 11:00 failing; 12:00 ok; 13:00 failing; 14:00 ok',
		['14:00 Khovar is back, was away 2 times, the last time from 13:00 to 14:00'],
	],
	[
		'away, back and lost',
		'08:00 ok; 11:00 failing; 12:00 ok; 13:00 failing 404',
		['12:00 Khovar was away from 11:00 to 12:00', '13:00 Khovar lost, failing: 404'],
	],
	['that fails once', '08:00 ok; 11:00 failing 404 not-lost', []],
	['that fails once and is well', '08:00 ok; 11:00 failing not-lost; 11:05 ok', []],
	['that fails for long', '08:00 ok; 11:00 failing 404 lost:11:15', ['11:00 Khovar lost, failing: 404']],
	[
		'that failed before and is lost since',
		'08:00 ok; 09:55 failing 404 lost:10:10',
		['09:55 Khovar lost, failing: 404'],
	],
	['that fails, and will be lost later', '08:00 ok; 19:55 failing lost:20:10', []],
	[
		'that fails, and then refuses',
		'08:00 ok; 11:00 failing not-lost; 11:05 blocked 403 lost:11:05; 12:00 ok',
		['12:00 Khovar is back, was away from 11:00 to 12:00'],
	],
	['away and back before', '06:00 ok; 07:00 failing; 08:00 ok', []],
	['lost later', '08:00 ok; 21:00 failing', []],
	['back later', '08:00 ok; 12:00 failing; 21:00 ok', ['12:00 Khovar lost, failing']],
];
for (const [title, written, expected] of histories)
	test(`a source ${title}`, () =>
		assert.deepEqual(
			sourceChanges(
				[{id: 's', name: 'Khovar', steps: steps(written)}],
				{from: at('18 10:00'), to: at('18 20:00')},
				hour,
			).map(({text, at: when}) => `${hour(when!)} ${text}`),
			expected,
		));
