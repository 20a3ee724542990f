import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import type {Figure} from '../../source/facts/fact.ts';
import {readerOf} from '../../source/facts/read.ts';
import {fixtureProfile} from './profiles.ts';

const at = Date.parse('2022-09-18T09:00:00Z');
const read = readerOf(fixtureProfile('kg-tj'));
const report = (text: string, title = '') => ({
	id: 'r1',
	source: 'wire',
	outlet: null,
	url: 'https://news.example/1',
	title,
	text,
	publishedAt: at,
	language: 'en',
});
const figures = (text: string, title = '') =>
	read(report(text, title), at).filter(fact => fact.kind === 'figure') as Figure[];

test('a fact names its report, and its sentence stands in the text', () => {
	const text = '🇰🇬🇹🇯 “Quiet.” 🇰🇬 At least 36 people were killed on the Kyrgyz side. Talks go on.';
	const [fact] = figures(text, 'Border: 🇹🇯 news');
	assert.equal(fact?.sentence, '🇰🇬 At least 36 people were killed on the Kyrgyz side.');
	assert.equal(fact.sentence.slice(fact.start, fact.end), 'At least 36 people were killed');
	assert.equal(fact.report.id, 'r1');
	assert.equal(fact.language, 'en');
});

test('the title is a sentence of its own', () => {
	assert.deepEqual(
		figures('Details were few.', 'Clash leaves 12 dead').map(fact => [fact.best, fact.sentence]),
		[[12, 'Clash leaves 12 dead']],
	);
});

test('who said it in the title says it in the text', () => {
	const [title, body] = figures(
		'At least 24 people were killed.',
		'Kyrgyz Health Ministry: at least 24 killed',
	);
	assert.equal(title?.by?.side, 'KG');
	assert.equal(body?.by?.side, 'KG');
});

test('who says twice that a ceasefire was broken accuses once', () => {
	const facts = read(
		report(
			'Kyrgyzstan’s Border Service reported a violation of the ceasefire and a breach of the truce by Tajikistan.',
		),
		at,
	);
	assert.deepEqual(
		facts.map(fact => fact.kind === 'claim' && [fact.act, fact.by?.side, fact.about]).filter(Boolean),
		[['accusation', 'KG', 'TJ']],
	);
});

test('the outlet speaks where nobody else does, and only one of the profile', () => {
	const profile = fixtureProfile('vesk');
	const reader = readerOf(profile);
	const of = (outlet: string | null) =>
		reader({...report('Six people were killed.'), outlet}, at)[0]?.by ?? null;
	assert.deepEqual(of('Radio Veska'), {name: 'Radio Veska', side: 'VES', kind: 'media'});
	assert.deepEqual(of('Harbour Watch'), {name: 'Harbour Watch', side: null, kind: 'monitor'});
	assert.equal(of('Unknown Gazette'), null);
});

describe('whose dead, where another side is named beside them', () => {
	for (const [text, expected] of [
		['Tajikistan says 24 citizens killed in Kyrgyz border clashes', 'killed 24 of TJ'],
		['Kyrgyzstan held a day of mourning for its 59 dead.', 'killed 59 of KG'],
		['Kyrgyz officials said the Tajik side had 12 dead.', 'killed 12 of TJ'],
		['Tajik forces ambushed a Kyrgyz convoy, killing 18.', 'killed 18 of KG'],
		['Pakistani radio said 33 Kyrgyz farmers died in Tajik missile attacks.', 'killed 33 of KG'],
		['The raid on the Tajik post killed four, the Kyrgyz Border Service said.', 'killed 4 of TJ'],
		['The Kyrgyz army said it had hit a base, killing 14.', 'killed 14 of TJ'],
		['The Kyrgyz army said it had been hit by a rocket, killing 14.', 'killed 14 of KG'],
		['Kyrgyzstan said 3 people were killed in a Tajik drone attack.', 'killed 3 of KG'],
		['Tajikistan’s 200 dead were buried.', 'killed 200 of TJ'],
		['Kyrgyzstan said its losses were 4 dead.', 'killed 4 of KG'],
	] as const) {
		test(text, () => {
			assert.deepEqual(
				figures(text).map(fact => `${fact.measure} ${fact.best} of ${fact.of}`),
				[expected],
			);
		});
	}
});

describe('how many, where a sentence holds more numbers than one', () => {
	for (const [text, ...expected] of [
		['Twelve of the 40 miners died in the shelling.', 'killed 12'],
		['Half of the 40 passengers were killed.'],
		['About 90% of Tajikistan’s 2.3 million people have been displaced.'],
		['Unit #36 killed two soldiers.', 'killed 2'],
		['36 people were not hurt.'],
		['Kyrgyzstan is ready to hand over 100 bodies.', 'killed 100'],
		['Two to three dozen soldiers were killed.', 'killed 24–36'],
		['Five persons including a district official were killed.', 'killed 5', 'killed 1'],
		['100 people were injured or killed.', 'casualties 100'],
		['Four soldiers plus three gendarmes were killed.', 'killed 7'],
		['Kyrgyzstan said its losses were 3 killed, those of the Tajiks 40 killed.', 'killed 3', 'killed 40'],
	] as const) {
		test(text, () => {
			assert.deepEqual(
				figures(text).map(fact => `${fact.measure} ${fact.best ?? `${fact.low}–${fact.high}`}`),
				expected,
			);
		});
	}
});

test('where nobody names when a war began, a number since a date is of it', () => {
	const open = readerOf({...fixtureProfile('kg-tj'), window: null, earlier: []});
	const periods = (text: string) =>
		open(report(text), at).map(fact => ('period' in fact ? fact.period : null));
	assert.deepEqual(periods('Over 3,000 people have been killed since April 2021.'), ['current']);
	assert.deepEqual(periods('It was the worst attack since 2010, when 50 people were killed.'), [
		'historical',
	]);
});

describe('from one sentence to the next', () => {
	for (const [text, expected] of [
		[
			'The Kyrgyz Health Ministry said 36 people were killed. Another 129 were wounded.',
			[
				['killed', 36, 'KG', 'KG', 'running'],
				['wounded', 129, 'KG', 'KG', 'running'],
			],
		],
		[
			'The death toll on the Tajik side has reached 39, officials in Dushanbe said. The number of injured is 135.',
			[
				['killed', 39, 'TJ', 'TJ', 'running'],
				['wounded', 135, 'TJ', 'TJ', 'running'],
			],
		],
		[
			'Kyrgyzstan said 24 people had been killed. It said 12 more had died overnight.',
			[
				['killed', 24, 'KG', 'KG', 'running'],
				['killed', 12, 'KG', 'KG', 'additional'],
			],
		],
		[
			'Kyrgyzstan said 24 people had been killed; Tajikistan has not released casualty figures.',
			[
				['killed', 24, 'KG', 'KG', 'running'],
				['casualties', null, 'TJ', 'TJ', 'running'],
			],
		],
		[
			'Kyrgyzstan said 24 people had been killed, raising an earlier toll of 12.',
			[['killed', 24, 'KG', 'KG', 'running']],
		],
		[
			'Of the injured, 144 are in hospital, the Kyrgyz Health Ministry said.',
			[['wounded', 144, 'KG', 'KG', 'subset']],
		],
	] as const) {
		test(text, () => {
			assert.deepEqual(
				figures(text).map(fact => [fact.measure, fact.best, fact.of, fact.by?.side ?? null, fact.scope]),
				expected,
			);
		});
	}
});

describe('when it was said', () => {
	for (const [text, saidAt, precision] of [
		['Kyrgyzstan said on Friday that 24 people had been killed.', '2022-09-15T18:00:00.000Z', 'day'],
		['Kyrgyzstan said 24 people had been killed as of Saturday.', '2022-09-16T18:00:00.000Z', 'day'],
		['Kyrgyzstan said 24 people had been killed since Friday.', null, null],
	] as const) {
		test(text, () => {
			const [fact] = figures(text);
			assert.equal(fact?.saidAt == null ? null : new Date(fact.saidAt).toISOString(), saidAt);
			assert.equal(fact?.saidAtPrecision, precision);
		});
	}
});

describe('the hour from which a ceasefire holds', () => {
	for (const [text, expected] of [
		[
			'The two sides agreed to a ceasefire from 16:00 local time (1000 GMT) on Friday.',
			'2022-09-16T10:00:00.000Z',
		],
		['The two sides agreed to a ceasefire from 4 p.m. on Friday.', '2022-09-16T10:00:00.000Z'],
		['The two sides agreed to a ceasefire from midnight.', '2022-09-18T18:00:00.000Z'],
		['The two sides agreed on Friday to a ceasefire from midnight.', '2022-09-16T18:00:00.000Z'],
		['A ceasefire took effect at midnight.', '2022-09-17T18:00:00.000Z'],
		['Bishkek announced a ceasefire starting at 06:00 on Tuesday.', '2022-09-20T00:00:00.000Z'],
		['A ceasefire was agreed from 19:00 on Saturday.', '2022-09-17T13:00:00.000Z'],
		['A ceasefire came into force at 19:00 on Wednesday.', '2022-09-14T13:00:00.000Z'],
		['A ceasefire will come into force at 19:00 on Friday.', '2022-09-23T13:00:00.000Z'],
		['Bishkek reported at 14:00 that the ceasefire was being kept.', null],
		['The two sides agreed to a ceasefire.', null],
	] as const) {
		test(text, () => {
			const fact = read(report(text), at).find(one => one.kind === 'ceasefire');
			assert.ok(fact?.kind === 'ceasefire');
			assert.equal(fact.effectiveAt === null ? null : new Date(fact.effectiveAt).toISOString(), expected);
		});
	}
});

describe('no figure', () => {
	for (const text of [
		'The two countries share a 970-kilometre border.',
		'Hundreds of houses and 6 schools were burned down in Batken.',
		'The 44-day war ended in 2020.',
		'Some 4,000 troops were sent to the border.',
		'A 19-year-old was seen near School No. 8.',
		'The council voted 36 to 12.',
		'Prices rose by 36 percent; 12 tanks were destroyed.',
		'A wider war could kill hundreds.',
		'He was accused of killing 12 people.',
		'Kyrgyzstan denied that 20 soldiers had been killed.',
		'The shelling killed 14 sheep and two cows.',
		'The bill was killed in committee by 20 votes.',
		'The ministry will build 36 new houses for the wounded.',
		'A bus crash on the Bishkek-Osh road killed five and injured 18.',
		'Kyrgyzstan reports 34 new Covid-19 cases and no deaths.',
		'Kyrgyzstan did not confirm the deaths.',
		'Die 36 Soldaten, die in Batken stationiert sind, kamen aus Osch.',
	]) {
		test(text, () => {
			assert.deepEqual(figures(text), []);
		});
	}
});

test('sentences in letters of no known language are left alone', () => {
	assert.deepEqual(read(report('犠牲者は36人に上った。'), at), []);
});

// Whose and by whom where two sides, pronouns and denials stand in one sentence: text, then `measure best of by`.
const attributed: readonly [string, readonly string[]][] = [
	[
		'Kyrgyzstan declared mourning after the worst fighting on its border with Tajikistan, in which it says 34 of its people died.',
		['killed 34 KG Kyrgyzstan'],
	],
	['Tajikistan said Kyrgyz forces fired first and it lost 12 soldiers.', ['killed 12 TJ Tajikistan']],
	[
		'39 people had been killed and 135 injured on the Tajik side, and 59 killed and 100 injured on the Kyrgyz side, the Red Crescent said.',
		[
			'killed 39 TJ Red Crescent',
			'wounded 135 TJ Red Crescent',
			'killed 59 KG Red Crescent',
			'wounded 100 KG Red Crescent',
		],
	],
	['In Batken 12 people were killed, and in Isfara 5 were wounded.', ['killed 12 KG –', 'wounded 5 TJ –']],
	['The militia denied that 20 soldiers had been killed.', []],
	['The mayor rejected claims that dozens had died.', []],
	['Tajikistan rejected a truce after 12 of its soldiers were killed.', ['killed 12 TJ Tajikistan']],
	['Kyrgyz president urges calm as toll reaches 24', ['killed 24 – –']],
	[
		'A Tajik politician wrote that more than 60 people had died on the Tajik side.',
		['killed 60 TJ politician'],
	],
	['A doctor, Anna Petrova, said 10 people had died.', ['killed 10 – doctor']],
	['A doctor was killed near Batken.', ['killed 1 KG –']],
	[
		'The secretary of the Security Council of Kyrgyzstan said 59 people had been killed.',
		['killed 59 KG secretary of the Security Council'],
	],
	[
		'The Kyrgyz military said it was reviewing reports that 12 people were killed in Vorukh.',
		['killed 12 TJ –'],
	],
	[
		"The head of Kyrgyzstan's border service said 12 people had been killed.",
		["killed 12 KG head of Kyrgyzstan's border service"],
	],
	[
		"Armenia's Foreign Ministry spokesman said 12 people had been killed.",
		['killed 12 – Foreign Ministry spokesman'],
	],
];
for (const [text, expected] of attributed) {
	test(text, () => {
		const said = figures(text).map(
			({measure, best, low, of, by}) => `${measure} ${best ?? low} ${of ?? '–'} ${by?.name ?? '–'}`,
		);
		assert.deepEqual(said, expected);
	});
}

const inReport: readonly [string, string, readonly string[]][] = [
	[
		'Death toll rises to 59',
		"Kyrgyzstan's Health Ministry said 59 people had been killed. There are 144 injured.",
		['killed 59 KG Health Ministry', 'killed 59 KG Health Ministry'],
	],
	[
		'Ministry: 41 dead',
		"Tajikistan's Foreign Ministry said 41 people had been killed.",
		['killed 41 TJ Foreign Ministry', 'killed 41 TJ Foreign Ministry'],
	],
	[
		'Clash leaves 30 dead',
		'Kyrgyzstan said 30 of its people had been killed. Tajikistan said 30 of its people had been killed.',
		['killed 30 – –', 'killed 30 KG Kyrgyzstan', 'killed 30 TJ Tajikistan'],
	],
	[
		'Two killed',
		'Kyrgyzstan said two of its people had been killed.',
		['killed 2 – –', 'killed 2 KG Kyrgyzstan'],
	],
	[
		'Toll rises to 46',
		'Kyrgyzstan said 36 of its people had been killed.',
		['killed 46 – –', 'killed 36 KG Kyrgyzstan'],
	],
];
for (const [title, text, expected] of inReport) {
	test(`a title beside its report: ${title}`, () => {
		const said = figures(text, title)
			.filter(({measure}) => measure === 'killed')
			.map(({best, of, by}) => `killed ${best} ${of ?? '–'} ${by?.name ?? '–'}`);
		assert.deepEqual(said, expected);
	});
}
