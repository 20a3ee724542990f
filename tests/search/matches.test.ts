import assert from 'node:assert/strict';
import {test} from 'node:test';
import {readerOf} from '../../source/facts/read.ts';
import {builtIn} from '../../source/profile/index.ts';
import {parseLine} from '../../source/reports/lines.ts';
import {excerpt, type Marked, markedIn, parts} from '../../source/search/marks.ts';
import {matchesOf} from '../../source/search/matches.ts';
import {queryOf} from '../../source/search/query.ts';

const [profile] = builtIn;
assert.ok(profile);
const wantedOf = (typed: string) => {
	const read = queryOf(typed, {profile, sources: () => [], now: 0});
	assert.ok('wanted' in read);
	return read.wanted;
};
const shown = (marked: Marked): string =>
	parts(marked)
		.map(({text, isMarked}) => (isMarked ? `[${text}]` : text))
		.join('');

for (const [typed, text, expected] of [
	['killed', 'Killed: 36. Unkilled, killed’s.', '[Killed]: 36. Unkilled, killed’s.'],
	['"opened fire"', 'They opened  fire, and opened the gate.', 'They [opened  fire], and opened the gate.'],
	['fire "opened fire"', 'They opened fire.', 'They [opened fire].'],
	['"a b a"', 'a b a b a', '[a b a b a]'],
	['ещё', 'Еще и ЕЩЁ раз', '[Еще] и [ЕЩЁ] раз'],
	['Jose', 'José', '[José]'],
	['chon-alay', 'In Chon-Alay and Chon Alay', 'In [Chon-Alay] and [Chon Alay]'],
] as const)
	test(`${typed} in ${text}`, () => assert.equal(shown(markedIn(text, wantedOf(typed))), expected));

test('a long sentence is cut around what was found in it', () => {
	const long = `${'far before '.repeat(40)}they opened fire ${'and so on '.repeat(40)}`.trim();
	const cut = excerpt(markedIn(long, wantedOf('"opened fire"')), 80, '…');
	assert.ok(cut.text.length <= 82, cut.text);
	assert.match(shown(cut), /^…before .* \[opened fire\] .*…$/);
	const short = markedIn('they opened fire', wantedOf('fire'));
	assert.deepEqual(excerpt(short, 80, '…'), short);
	const unbroken = markedIn(`${'x'.repeat(500)} fire`, wantedOf('fire'));
	assert.match(shown(excerpt(unbroken, 80, '…')), /\[fire\]$/);
});

const report = parseLine(
	JSON.stringify({
		id: 'a',
		source: 'wire',
		title: 'Border: 36 killed',
		text: "The night was calm.\nKyrgyzstan's Health Ministry said 36 people had been killed. Tajik forces shelled Batken, the Border Service of Kyrgyzstan said. People were killed in Batken.",
		publishedAt: '2022-09-18T04:00:00Z',
		language: 'en',
	}),
	{source: 'wire', now: Date.UTC(2022, 8, 18, 5)},
);
const facts = readerOf(profile)(report, Date.UTC(2022, 8, 18, 4));
const matches = (typed: string, most?: number) => {
	const {title, sentences, more} = matchesOf(
		{report, facts, reader: '1'},
		report.text,
		wantedOf(typed),
		most,
	);
	return {title: shown(title), sentences: sentences.map(shown), more};
};

test('sentences with the words, in the order of the text', () => {
	assert.deepEqual(matches('killed'), {
		title: 'Border: 36 [killed]',
		sentences: [
			"Kyrgyzstan's Health Ministry said 36 people had been [killed].",
			'People were [killed] in Batken.',
		],
		more: 0,
	});
});

test('where there are too many, those with most of the words', () => {
	assert.deepEqual(matches('killed batken', 1), {
		title: 'Border: 36 [killed]',
		sentences: ['People were [killed] in [Batken].'],
		more: 2,
	});
});

test('a phrase that reaches into the next sentence is marked in both', () => {
	assert.deepEqual(matches('"calm kyrgyzstan\'s"').sentences, [
		'The night was [calm.]',
		"[Kyrgyzstan's] Health Ministry said 36 people had been killed.",
	]);
});

test('without words, the sentences of the facts that were asked for', () => {
	assert.deepEqual(matches('kind:figure'), {
		title: 'Border: [36 killed]',
		sentences: ["Kyrgyzstan's Health Ministry said [36 people had been killed]."],
		more: 0,
	});
	assert.deepEqual(matches('kind:claim side:TJ').sentences.length, 1);
	assert.deepEqual(matches('since:2022-09-01').sentences, []);
});
