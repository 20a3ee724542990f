import assert from 'node:assert/strict';
import {test} from 'node:test';
import {merged} from '../../../source/facts/model/merge.ts';
import {modelReaderOf} from '../../../source/facts/model/reader.ts';
import {readerOf} from '../../../source/facts/read.ts';
import {fixtureProfile} from '../profiles.ts';

const profile = fixtureProfile('kg-tj');
const at = Date.parse('2022-09-18T10:00:00Z');
const ask = modelReaderOf(profile, 'test');
const rules = readerOf(profile);
const report = (text: string, title = '') => ({
	id: 'r',
	source: 's',
	outlet: null,
	url: null,
	title,
	text,
	publishedAt: at,
	language: 'en',
});
const figure = {kind: 'figure', by: null, measure: 'killed', qualifier: 'exact', of: null, scope: 'running'};
const number = (sentence: number, words: string, value: number, more: object = {}) => ({
	...figure,
	sentence,
	words,
	low: value,
	best: value,
	high: value,
	...more,
});
const read = (text: string, facts: readonly object[]) => {
	const body = JSON.stringify({choices: [{message: {content: JSON.stringify({facts})}}]});
	const asked = ask(report(text), at, rules(report(text), at));
	const made = asked?.read(body);
	assert.ok(made?.ok);
	return made;
};

const text =
	'Kyrgyzstan’s Health Ministry said 36 people were killed. In Batken, 14 herders never came home. Tajikistan said 35 people were killed.';

test('the rules alone find two', () =>
	assert.deepEqual(
		rules(report(text), at).map(fact => fact.kind === 'figure' && fact.best),
		[36, 35],
	));

test('what the model alone has found stands between, and says who read it', () => {
	const {facts, added, known} = read(text, [number(2, '14 herders', 14)]);
	assert.deepEqual(
		facts.map(fact => [fact.kind === 'figure' && fact.best, fact.rule.startsWith('model test')]),
		[
			[36, false],
			[14, true],
			[35, false],
		],
	);
	assert.deepEqual([added.length, known], [1, 0]);
});

const same: [string, object][] = [
	['the same words', number(1, '36 people were killed', 36)],
	['overlapping words, of another side', number(1, 'said 36 people', 36, {of: 'KG', measure: 'wounded'})],
	[
		'the same number in the same sentence',
		number(1, '36', 36, {by: {name: 'Health Ministry', side: 'KG', kind: 'official'}}),
	],
];
for (const [title, offer] of same) {
	test(`the rules go before the model: ${title}`, () => {
		const {facts, added, known} = read(text, [offer]);
		assert.deepEqual(facts, rules(report(text), at));
		assert.deepEqual([added.length, known], [0, 1]);
	});
}

test('the same sentence twice keeps the order of the text', () => {
	const twice = `${text} Kyrgyzstan’s Health Ministry said 36 people were killed.`;
	const {facts} = read(twice, [number(2, '14 herders', 14)]);
	assert.deepEqual(
		facts.map(fact => fact.kind === 'figure' && fact.best),
		[36, 14, 35, 36],
	);
});

test('a fact of a sentence that comes again stands at its own copy', () => {
	const twice = `${text} Near Isfara, 9 herders never came home. Kyrgyzstan’s Health Ministry said 36 people were killed. Tajikistan said 35 people were killed.`;
	const {facts} = read(twice, [number(4, '9 herders', 9), number(2, '14 herders', 14)]);
	assert.deepEqual(
		facts.map(fact => fact.kind === 'figure' && fact.best),
		[36, 14, 35, 9, 36, 35],
	);
});

test('also what stands beyond the part that was sent keeps its place', () => {
	const filler = 'The weather was fine that day in all of the valley. '.repeat(300);
	const long = `${text} ${filler}Kyrgyzstan said 40 people were wounded. Two died.`;
	const ruled = rules(report(long), at);
	const {facts} = read(long, [number(2, '14 herders', 14)]);
	assert.ok(ruled.length > 2 && long.indexOf(ruled.at(-1)!.sentence) > 12_000);
	assert.deepEqual(
		facts.filter(({rule}) => !rule.startsWith('model ')),
		ruled,
	);
	assert.equal(
		facts.findIndex(({rule}) => rule.startsWith('model ')),
		1,
	);
});

test('a thousand facts take no longer than their text', () => {
	const thousand = `${text} `.repeat(1000);
	const ruled = rules(report(thousand), at);
	const begun = performance.now();
	const {facts} = merged(ruled, [], thousand);
	assert.deepEqual(facts, ruled);
	assert.ok(performance.now() - begun < 500);
});

test('“both sides” of a match names no side of the conflict', () => {
	const match = report('Both sides played well in the cup final.');
	assert.equal(ask(match, at, rules(match, at)), null);
	assert.notEqual(ask(report('Both sides met in Batken.'), at, []), null);
});

test('a report in which the conflict is not named is not sent', () => {
	assert.equal(ask(report('The team won by 3 to 1 on Saturday.'), at, []), null);
	assert.equal(ask(report(''), at, []), null);
});

test('without a name, the outlet of the profile is who says it', () => {
	const [outlet] = profile.outlets;
	if (!outlet) return;
	const asked = ask({...report(text), outlet: outlet.name}, at, []);
	const content = JSON.stringify({facts: [number(2, '14 herders', 14)]});
	const made = asked?.read(JSON.stringify({choices: [{message: {content}}]}));
	assert.equal(made?.ok && made.facts[0]?.by?.name, outlet.name);
});

test('an answer that is of no use is told', () => {
	const made = ask(report(text), at, [])?.read('nonsense');
	assert.deepEqual(made, {ok: false, reason: 'is not JSON'});
});
