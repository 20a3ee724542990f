import assert from 'node:assert/strict';
import {test} from 'node:test';
import {detail} from '../../source/panels/detail.ts';
import {panels} from '../../source/panels/index.ts';
import {lineWidth, textOf} from '../../source/panels/line.ts';
import {behind} from '../../source/panels/openings.ts';
import {reportBody} from '../../source/panels/report-body.ts';
import type {Body} from '../../source/panels/report-lines.ts';
import {scene} from '../../source/panels/scene.ts';
import type {Subject} from '../../source/panels/subject.ts';
import {theme} from '../../source/panels/theme.ts';
import {actions, at, state} from './september.ts';

const stage = scene(state, theme().marks);
assert.ok(stage);
const subjects = panels(stage).flatMap(({items}) => items.flatMap(item => item.subjects));
const toll = subjects[0];
assert.ok(toll?.kind === 'figure');
const body: Body = {
	text: `${toll.figure.sentence} More to come.\nSecond paragraph.`,
	isMissing: false,
	revision: 2,
	before: null,
};

const drawn = (subject: Subject, more: Partial<Parameters<typeof detail>[2]> = {}): string[] =>
	detail(stage, subject, {
		columns: 80,
		behind: behind(stage, subject, actions),
		body,
		isGone: false,
		...more,
	}).lines.map(textOf);

test('a toll can be traced: sentence, speaker, times, report, carriers, what was said before, revisions, text', () => {
	assert.deepEqual(drawn(toll), [
		'Kyrgyzstan, killed: 36, says Health Ministry',
		'',
		'“Twelve more bodies were brought in overnight, [bringing the death toll to 36],',
		'the Health Ministry of Kyrgyzstan said on Sunday.”',
		'',
		'Said by         Health Ministry, Kyrgyzstan (official)',
		'About           Kyrgyzstan: killed, running; about its own side',
		"Summary         low 36, best 36, high 37; best: own side's latest official total",
		'Row rests on    2 independent claimants',
		"Stands for      the row's low and best",
		'Said            18 Sep 2022 10:00 (10 h ago), to the hour',
		'Published       18 Sep 2022 10:00 (10 h ago)',
		'First seen here 18 Sep 2022 10:12 (9 h ago)',
		'Report          Health Ministry: 36 dead, 129 injured',
		'Source          kabar.kg',
		'Link            https://kabar.kg/news/report-2',
		'Carried by      Kabar, 24.kg, AFP, TASS (4 reports)',
		'Read by rule    “<count> people killed” (en)',
		'',
		'Others on the same',
		'  37 Emergency Situations Ministry, Kyrgyzstan, 18 Sep 2022 12:00 (8 h ago): the',
		'  high',
		'',
		'Said before, by the same claimant',
		'  24 from 17 Sep 2022 01:30 until 18 Sep 2022 10:00: later total. “The bodies of',
		'  24 people were taken to hospitals in Batken, Leilek and Kulundu.”',
		'',
		'Carried by 3 reports of 1 story',
		'  Kabar 18 Sep 2022 10:00, the first to tell this story: Health Ministry: 36',
		'  dead, 129 injured',
		'  24.kg 18 Sep 2022 10:20, the same story as Kabar: Health Ministry: 36 dead,',
		'  129 injured (24.kg)',
		'  TASS 18 Sep 2022 11:00, the same story as Kabar: Health Ministry: 36 dead, 129',
		'  injured (tass.ru)',
		'',
		'Revisions of this report: 2',
		'  1 · 18 Sep 2022 09:10 · 24 · Health Ministry: 24 dead',
		'  2 · 18 Sep 2022 10:00 · 36 · Health Ministry: 36 dead, 129 injured',
		'',
		'The report',
		'revision 2',
		'[Twelve more bodies were brought in overnight, bringing the death toll to 36,',
		'the Health Ministry of Kyrgyzstan said on Sunday.] More to come.',
		'Second paragraph.',
	]);
});

test('what a language model has read says so', () => {
	const figure = {...toll.figure, rule: 'model qwen2.5'};
	const lines = drawn({...toll, figure, chain: {...toll.chain, current: figure}});
	assert.ok(lines.includes('Read by         a language model, qwen2.5, and by no rule (en)'));
	assert.ok(!lines.some(line => line.startsWith('Read by rule')));
});

test('the number in the name of a rule is none of the report', () => {
	assert.ok(toll.kind === 'figure');
	const {figure} = toll;
	const lines = drawn({...toll, figure: {...figure, rule: '1,200 of the 36 people were killed'}});
	assert.ok(lines.includes('Read by rule    “N of the N people were killed” (en)'), lines.join('\n'));
});

test('everything in every panel can be opened, at every width, and no line is too wide', () => {
	assert.ok(subjects.length > 20);
	for (const subject of subjects) {
		for (const columns of [40, 80, 300]) {
			const lines = detail(stage, subject, {
				columns,
				behind: {revisions: [], carriers: [], searched: null},
				body,
				isGone: false,
			}).lines;
			assert.ok(lines.length > 3);
			assert.ok(
				lines.every(line => lineWidth(line) <= columns),
				subject.key,
			);
		}
	}
});

test('every subject has a key of its own in its panel', () => {
	for (const panel of panels(stage)) {
		const keys = panel.items.flatMap(item => item.subjects.map(({key}) => key));
		assert.equal(new Set(keys).size, keys.length, panel.id);
		assert.equal(new Set(panel.items.map(({key}) => key)).size, panel.items.length, panel.id);
	}
});

test('what the picture no longer holds is said to be gone', () => {
	assert.match(drawn(toll, {isGone: true})[1] ?? '', /no longer holds this/);
});

test('a text that is not kept is told from one that is being fetched', () => {
	assert.match(
		drawn(toll, {body: {text: null, isMissing: true, revision: null, before: null}}).at(-1) ?? '',
		/not kept/,
	);
	assert.match(
		drawn(toll, {body: {text: null, isMissing: false, revision: null, before: null}}).at(-1) ?? '',
		/one moment/,
	);
});

test('a span outside its sentence does no harm', () => {
	const odd = {...toll, figure: {...toll.figure, start: -5, end: 99_999}};
	assert.match(drawn(odd)[2] ?? '', /^“\[Twelve/);
});

test('a claim shows the one that answers it', () => {
	const claim = subjects.find(subject => subject.kind === 'claim' && subject.opposite);
	assert.ok(claim);
	assert.match(drawn(claim).join('\n'), /Against it\n {2}Border Troops accuses Kyrgyzstan/);
});

const figure = toll.figure;
test('the text shown is of the revision that holds the sentence', async () => {
	const texts: Record<number, string> = {
		1: 'an older text',
		2: `here: ${figure.sentence}`,
		3: 'a newer text',
	};
	const kept = {
		revisions: () =>
			[1, 2, 3].map(revision => ({
				revision,
				outlet: null,
				at: 0,
				firstSeenAt: at(18, revision),
				title: '',
				figures: [],
			})),
		text: async (_: string, revision: number) => texts[revision] ?? null,
	};
	assert.deepEqual(await reportBody(kept, figure), {
		text: texts[2],
		isMissing: false,
		revision: 2,
		before: null,
	});
});

test('without such a revision the newest is shown, and a failing store is no crash', async () => {
	const revisions = () =>
		[1, 2].map(revision => ({revision, outlet: null, at: 0, firstSeenAt: 0, title: '', figures: []}));
	assert.equal(
		(await reportBody({revisions, text: async (_, revision) => `text ${revision}`}, figure)).revision,
		2,
	);
	const failing = {revisions, text: async () => Promise.reject(new Error('disk'))};
	assert.deepEqual(await reportBody(failing, figure), {
		text: null,
		isMissing: true,
		revision: null,
		before: null,
	});
	assert.ok((await reportBody({revisions: () => [], text: async () => null}, figure)).isMissing);
});

test('a text that was dropped for its age is told from one that was damaged', async () => {
	const revisions = () => [
		{revision: 1, outlet: null, at: 0, firstSeenAt: 0, title: '', isCut: false, figures: []},
	];
	for (const [isDropped, told] of [
		[true, 'The text is no longer kept (--keep); what was read from it is.'],
		[false, 'The text is not kept or cannot be read.'],
	] as const) {
		const store = {revisions, text: async () => null, isTextDropped: async () => isDropped};
		assert.ok(drawn(toll, {body: await reportBody(store, toll.figure)}).includes(told));
	}
});

test('a revision whose end was not kept says so', () => {
	const lines = detail(stage, toll, {
		columns: 100,
		behind: {
			carriers: [],
			searched: null,
			revisions: [
				{revision: 1, outlet: null, at: 0, firstSeenAt: 0, title: 'A long one', isCut: true, figures: []},
			],
		},
		body: {text: '', isMissing: false, revision: 1, before: null},
		isGone: false,
	});
	assert.match(
		lines.lines.map(textOf).join('\n'),
		/A long one \(over the size limit: its end was not kept\)/,
	);
});

test('a figure that came by a revision, or is known to the day alone, says from when it counts', () => {
	const told = (more: Partial<typeof toll.figure>): string[] => {
		const figure = {...toll.figure, ...more};
		const chain = {...toll.chain, current: figure, currentAt: at(18, 13)};
		return drawn({...toll, chain, figure}).filter(line => /^(Said {2}|Counts from)/.test(line));
	};
	assert.deepEqual(told({saidAt: null, saidAtPrecision: null}), [
		'Said            hour not stated; counted from publication',
		'Counts from     18 Sep 2022 19:00 (1 h ago)',
	]);
	assert.deepEqual(told({saidAt: at(17, 18), saidAtPrecision: 'day'}), [
		'Said            18 Sep 2022, hour not stated',
		'Counts from     18 Sep 2022 19:00 (1 h ago)',
	]);
	assert.deepEqual(told({saidAt: at(18, 13), saidAtPrecision: 'hour'}), [
		'Said            18 Sep 2022 19:00 (1 h ago), to the hour',
	]);
});
