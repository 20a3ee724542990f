import assert from 'node:assert/strict';
import {test} from 'node:test';
import {builtIn} from '../../source/profile/index.ts';
import {queryOf} from '../../source/search/query.ts';
import type {Wanted} from '../../store/store.ts';

const [profile] = builtIn;
assert.ok(profile);
const context = {
	profile,
	now: Date.UTC(2022, 8, 20, 12),
	sources: () => [
		{id: 'rss:https://www.24.kg/rss/', name: '24.kg'},
		{id: 'rss:https://rus.azattyk.org/api/news', name: 'Radio Azattyk'},
		{id: 'https://asiaplustj.info/', name: null},
		{id: 'wire', name: 'Kabar'},
	],
};
const nothing: Wanted = {
	words: [],
	phrases: [],
	sources: [],
	kinds: [],
	sides: [],
	from: null,
	to: null,
};

const read: readonly (readonly [string, Partial<Wanted>])[] = [
	['Killed', {words: ['killed']}],
	['killed, wounded', {words: ['killed', 'wounded']}],
	['killed killed', {words: ['killed']}],
	['"ceasefire violation"', {phrases: [['ceasefire', 'violation']]}],
	['“ceasefire violation” border', {words: ['border'], phrases: [['ceasefire', 'violation']]}],
	['«режим тишины»', {phrases: [['режим', 'тишины']]}],
	['Берёза', {words: ['береза']}],
	['"ceasefire viol', {phrases: [['ceasefire', 'viol']]}],
	['"shelled"', {words: ['shelled']}],
	['first-fire', {phrases: [['first', 'fire']]}],
	['10:30', {phrases: [['10', '30']]}],
	['Batken: shelled', {words: ['batken', 'shelled']}],
	['36 — dead', {words: ['36', 'dead']}],
	['source:24.kg', {sources: ['rss:https://www.24.kg/rss/']}],
	['SOURCE:"radio azattyk"', {sources: ['rss:https://rus.azattyk.org/api/news']}],
	['source:azattyk.org', {sources: ['rss:https://rus.azattyk.org/api/news']}],
	['source:asiaplus', {sources: ['https://asiaplustj.info/']}],
	['source:https://asiaplustj.info/', {sources: ['https://asiaplustj.info/']}],
	['source:wire source:24.kg', {sources: ['wire', 'rss:https://www.24.kg/rss/']}],
	['side:Kyrgyzstan', {sides: ['KG']}],
	['side:tajik', {sides: ['TJ']}],
	['side:TJ side:both', {sides: ['TJ', 'both']}],
	['side:Киргизия', {sides: ['KG']}],
	['kind:figure', {kinds: ['figure']}],
	['kind:claims kind:Ceasefire', {kinds: ['claim', 'ceasefire']}],
	// The zone of the profile is six hours ahead.
	['since:2022-09-16', {from: Date.UTC(2022, 8, 15, 18)}],
	['until:2022-09-16', {to: Date.UTC(2022, 8, 16, 18) - 1}],
	['until:2022-09-20T10:00Z', {to: Date.UTC(2022, 8, 20, 10)}],
	['since:2022-09-20T10:00+05:00', {from: Date.UTC(2022, 8, 20, 5)}],
	['since:"2022-09-20 10:00"', {from: Date.UTC(2022, 8, 20, 4)}],
	['since:3d', {from: Date.UTC(2022, 8, 17, 12)}],
	['since:3d since:2h', {from: Date.UTC(2022, 8, 20, 10)}],
	[
		'shelling side:KG until:12h "border post"',
		{words: ['shelling'], phrases: [['border', 'post']], sides: ['KG'], to: Date.UTC(2022, 8, 20)},
	],
];
for (const [typed, wanted] of read)
	test(`reads: ${typed}`, () => assert.deepEqual(queryOf(typed, context), {wanted: {...nothing, ...wanted}}));

const refused: readonly (readonly [string, RegExp, string])[] = [
	['', /needs a word, a “phrase” or a filter/, '"ceasefire violation" side:Tajikistan since:2022-09-16'],
	[' — "" ', /needs a word/, '"ceasefire violation" side:Tajikistan since:2022-09-16'],
	['sorce:24.kg', /no filter sorce:; did you mean source:\?/, 'source:24.kg'],
	[
		'https://24.kg/x',
		/no filter https:; there are source:, side:, .*in quotation marks/,
		'"https://24.kg/x"',
	],
	['source:', /source: needs a value right after it/, 'source:24.kg'],
	['side: Kyrgyzstan', /side: needs a value right after it/, 'side:Kyrgyzstan'],
	['source:24kg', /source:24kg: no source .* so; did you mean source:24\.kg\?/, 'source:24.kg'],
	['source:khovar', /there are 24\.kg, Radio Azattyk, asiaplustj\.info, Kabar$/, 'source:24.kg'],
	['source:"radio azatyk"', /did you mean source:"Radio Azattyk"\?/, 'source:"Radio Azattyk"'],
	['side:Kirgyzstan', /no such side; did you mean side:Kyrgyzstan\?/, 'side:Kyrgyzstan'],
	['side:Norway', /there are Kyrgyzstan, Tajikistan$/, 'side:Kyrgyzstan'],
	['kind:figur', /kind:figur: no kind of fact; did you mean kind:figure\?/, 'kind:figure'],
	['kind:toll', /there are figure, ceasefire, claim$/, 'kind:figure'],
	['since:yesterday', /since:yesterday: expected a day such as 2022-09-18/, 'since:2022-09-16'],
	['since:2022-02-31', /expected a day/, 'since:2022-09-16'],
	['until:2022-09-20T25:00', /expected a day/, 'until:2022-09-18T12:00Z'],
	['until:5parsecs', /expected a day/, 'until:2022-09-18T12:00Z'],
	['since:1d until:2d', /since: lies after until:/, 'since:2022-09-16 until:2022-09-18'],
	['killed -drone', /-drone: a search cannot leave words out/, 'drone'],
	['kill*', /kill\*: only whole words/, 'kill'],
];
for (const [typed, wrong, right] of refused)
	test(`refuses: ${typed || '(nothing)'}`, () => {
		const answer = queryOf(typed, context);
		assert.ok('wrong' in answer);
		assert.match(answer.wrong, wrong);
		assert.equal(answer.right, right);
		assert.ok('wanted' in queryOf(right, context), 'what is offered is right');
	});

test('what one source passes on of several outlets is not the source of each', async () => {
	const {sourcesIn, sourcesNamed} = await import('../../source/search/sources.ts');
	const of = (source: string, outlet: string | null) => ({report: {source, outlet}});
	const known = sourcesIn([of('a', 'Kabar'), of('b', 'Kabar'), of('b', 'TASS'), of('a', 'Kabar')]);
	assert.deepEqual(known, [
		{id: 'a', name: 'Kabar'},
		{id: 'b', name: null},
	]);
	assert.deepEqual(sourcesNamed(known, 'kabar'), ['a']);
});
