import assert from 'node:assert/strict';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {outlets, samples} from '../../source/demo/sample.ts';
import type {Picture} from '../../source/picture/picture.ts';
import {elsewhere} from '../facts/elsewhere.ts';
import {type Expected, holds} from '../picture/held.ts';
import {folder, run} from './command.ts';
import {inside} from './inside.ts';

/*
 * What the whole program must show of the demo's sample reports at each hour, written by hand from their texts
 * (those in English; the others are not read) before the program was asked. See `Expected` for what the words mean.
 */

const spring: readonly [string, Expected][] = [
	// The committee “gave no information on losses”.
	['04-29 10:00', {'TJ silence': '04-29 09:40', 'TJ killed': 'no row', truce: 'none'}],
	[
		'04-29 13:00',
		{
			'KG killed': '1–1 best 1',
			'KG killed by': ['own Health Ministry 1'],
			'KG wounded': '17–17 best 17',
			'KG evacuated': '848–848 best 848',
			truce: 'none',
		},
	],
	// The ministers’ 20:00, then 19:30 by the text of a meeting: one truce.
	[
		'04-29 15:00',
		{
			truce: 'in force since 04-29 14:00',
			'KG word': 'in force',
			'TJ word': 'in force',
			breaches: {KG: 0, TJ: 0},
		},
	],
	[
		'04-29 18:00',
		{
			truce: 'disputed since 04-29 14:00',
			breaches: {KG: 0, TJ: 1},
			'last breach': '04-29 17:30',
			'KG killed': '1–1 best 1',
		},
	],
	// Whose “regional administration” it is that sees it kept, the text does not say.
	[
		'04-29 19:30',
		{
			'KG killed': '1–3 best 1',
			'KG wounded': '17–96 best 17',
			truce: 'disputed since 04-29 14:00',
			'KG word': 'violated TJ',
		},
	],
	// Reuters tells, past midnight, of the truce of Thursday.
	['04-29 20:30', {truce: 'disputed since 04-29 14:00'}],
	// The town’s officials are named by nobody, and speak of the town.
	[
		'04-30 03:30',
		{
			'KG killed': '3–13 best 13',
			'KG wounded': '96–134 best 134',
			'TJ killed': '3–3 best 3',
			'TJ killed by': ['third Officials 3'],
			'TJ silence': '04-29 09:40',
		},
	],
	// The background line of 24.kg, “124 injured in the border conflict”, is of no side.
	[
		'04-30 06:00',
		{
			'KG killed': '3–13 best 13',
			'KG killed by': ['own Health Ministry 13 < 1', 'third 24.kg 3'],
			'KG wounded': '96–134 best 134',
			status: 'holding',
		},
	],
	[
		'04-30 13:00',
		{
			'KG killed': '3–31 best 31',
			'KG wounded': '96–134 best 134',
			'TJ killed': '3–7 best 7',
			'TJ wounded': '150–150+ best 150',
			'TJ silence': '04-29 09:40',
		},
	],
	[
		'05-01 06:00',
		{
			'KG killed': '33–33 best 33',
			'KG wounded': '163–163 best 163',
			'KG evacuated': '10000–10000 best 10000',
		},
	],
	[
		'05-01 08:30',
		{status: 'disputed', breaches: {KG: 0, TJ: 2}, 'last breach': '05-01 08:05', 'KG word': 'violated TJ'},
	],
	[
		'05-01 15:00',
		{
			'KG killed': '33–34 best 34',
			'KG wounded': '132–163 best 132',
			'TJ killed': '15–15 best 15',
			'TJ killed by': ['third sources 15'],
			'TJ silence': '04-29 09:40',
			'both killed': '49–49 best 49',
			status: 'announced',
			breaches: {KG: 0, TJ: 2},
		},
	],
	[
		'05-03 13:00',
		{
			'KG killed': '36–36 best 36',
			'KG wounded': '183–183 best 183',
			'TJ killed': '15–15 best 15',
			'TJ evacuated': '15000–15000 best 15000',
			'TJ silence': '04-29 09:40',
		},
	],
	// “Several” end no silence.
	[
		'05-03 15:00',
		{
			'TJ killed': '16–16+ best 16',
			'TJ killed by': ['own Prosecutor General 3+ part', 'third Radio Ozodi 16+'],
			'TJ silence': '04-29 09:40',
			'both killed': '49–49 best 49',
		},
	],
];

const september: readonly [string, Expected][] = [
	[
		'09-14 04:00',
		{'KG casualties': '0–0 best 0', 'KG killed': 'no row', 'TJ killed': 'no row', truce: 'none'},
	],
	// Killed “in a clash”: an incident, and no total.
	[
		'09-14 09:00',
		{
			'TJ killed': '1–?+ best ?',
			'TJ killed by': ['third a source 1 part'],
			'KG wounded': '2–2+ best 2',
			'TJ silence': null,
		},
	],
	// The dead of April 2021 are in two of these texts, and in no row.
	[
		'09-14 17:30',
		{
			'TJ killed': '2–?+ best ?',
			'both killed': 'no row',
			status: 'announced',
		},
	],
	['09-16 02:00', {truce: 'disputed since 09-16 01:30', 'TJ word': 'violated KG'}],
	// The text no longer holds the envoy’s four border guards.
	[
		'09-16 08:30',
		{
			'KG wounded': '31–31 best 31',
			'KG wounded by': ['own Health Ministry 31 < 18'],
			'TJ silence': '09-16 07:45',
		},
	],
	[
		'09-16 10:45',
		{
			'KG wounded': '42–42 best 42',
			'KG wounded by': ['own health officials 42 < 31 < 18'],
			truce: 'in force since 09-16 10:00, renewed 1',
			'KG word': 'in force',
			'TJ word': 'in force',
		},
	],
	// “At least 59 have been wounded, 24.kg was told in hospitals”: of which side is not said.
	[
		'09-16 14:00',
		{
			truce: 'disputed since 09-16 10:00, renewed 1',
			'KG word': 'violated TJ',
			'TJ word': 'in force',
			'KG wounded': '42–42 best 42',
			'unknown wounded': '59–59+ best 59',
			'KG evacuated': '19000–19000 best 19000',
			'TJ silence': '09-16 07:45',
		},
	],
	['09-16 15:30', {'KG evacuated': '19000–136000+ best 136000', 'TJ silence': '09-16 07:45'}],
	[
		'09-16 20:00',
		{
			'KG killed': '24–24 best 24',
			'KG killed by': ['own Health Ministry 24'],
			'KG wounded': '87–87 best 87',
		},
	],
	[
		'09-17 10:00',
		{
			truce: 'disputed since 09-16 10:00, renewed 1',
			'KG word': 'violated TJ',
			'TJ word': 'violated KG',
			'TJ silence': '09-16 07:45',
			'KG evacuated': '19000–136770 best 136770',
			'KG wounded': '87–87 best 87',
		},
	],
	// A politician’s sixty opens the high and breaks no silence.
	[
		'09-18 03:00',
		{
			truce: 'disputed since 09-16 10:00, renewed 1',
			'KG word': 'holding',
			'TJ word': 'violated KG',
			'KG killed': '24–24 best 24',
			'TJ killed': '60–60+ best 60',
			'TJ silence': '09-16 07:45',
			'both killed': 'no row',
		},
	],
	// The morning of the 18th.
	[
		'09-18 07:00',
		{
			'KG killed': '36–37 best 37',
			'KG killed by': ['own Emergencies Ministry 37', 'own Health Ministry 36 < 24'],
			'TJ killed': '30–60+ best 30',
			'TJ killed by': ['own Saijafar Usmonzoda 60+', 'third security sources 30'],
			'TJ silence': '09-16 07:45',
			'both killed': '54–54+ best 54',
			'both killed by': ['third Reuters 54+'],
			'both killed origins': 1,
			'KG wounded': '129–134 best 134',
		},
	],
	// A count of two communities by the ministry: the first word, and no total.
	[
		'09-18 08:00',
		{
			'TJ killed': '30–60+ best 30',
			'TJ killed by': [
				'own Saijafar Usmonzoda 60+',
				'own Foreign Ministry 25 part',
				'third security sources 30',
			],
			'TJ silence': null,
		},
	],
	['09-18 10:00', {'TJ killed': '24–60+ best 24', 'KG killed': '36–37 best 37'}],
	[
		'09-18 12:10',
		{
			'KG killed': '37–46 best 46',
			'KG killed by': ['own Health Ministry 46 < 36 < 24', 'own Emergencies Ministry 37'],
			'TJ killed': '24–60+ best 38',
		},
	],
	// Whose “a further 139” are, behind the dead of both, the text does not say. 81 is the agency’s sum.
	[
		'09-18 13:00',
		{
			'TJ killed': '30–60+ best 35',
			'both killed': '54–81 best 81',
			'KG killed': '37–46 best 46',
			'KG wounded': '129–140 best 140',
		},
	],
	[
		'09-18 17:00',
		{
			'KG killed': '37–59 best 59',
			'KG killed by': ['own Health Ministry 59 < 46 < 36 < 24', 'own Emergencies Ministry 37'],
			'KG wounded': '129–144 best 144',
		},
	],
	[
		'09-19 09:30',
		{
			'KG killed': '59–59 best 59',
			'KG killed by': ['own secretary of the Security Council 59', 'own Health Ministry 59 < 46 < 36 < 24'],
			'KG killed parts': {
				'secretary of the Security Council': ['40 subset military'],
				'Health Ministry': ['12 additional', '13 additional'],
			},
			'TJ killed': '35–60+ best 41',
			'KG wounded': '183–183 best 183',
			truce: 'holding since 09-16 10:00, renewed 1',
		},
	],
	// A protocol that is signed while both sides say that the truce holds extends it.
	['09-19 16:00', {truce: 'holding since 09-16 10:00, renewed 1'}],
	[
		'09-20 10:00',
		{
			'KG killed': '59–59 best 59',
			'KG wounded': '100–198 best 198',
			'TJ displaced': '2000–2000+ best 2000',
			'KG displaced': '136000–136000+ best 136000',
			truce: 'holding since 09-16 10:00, renewed 1',
			'TJ word': 'holding',
		},
	],
];

const home = folder();
const store = ['--store', path.join(home, 'weeks')];

/** Every text that the demo publishes, as a line to import, in order of time. */
const lines = samples
	.flatMap(({outlet, guid, publishedAt, versions}) => {
		const {name, language} = outlets.find(({id}) => id === outlet)!;
		return versions.map(({at, title, paragraphs}, place) => ({
			id: `${outlet}/${guid}`,
			source: outlet,
			outlet: name,
			language,
			title,
			text: paragraphs.join('\n\n'),
			publishedAt: new Date(publishedAt).toISOString(),
			revision: place + 1,
			...(place > 0 && {updatedAt: new Date(at).toISOString()}),
			at,
		}));
	})
	.sort((a, b) => a.at - b.at);

const instants = [
	...spring.map(row => [2021, ...row] as const),
	...september.map(row => [2022, ...row] as const),
];
const pictures = new Map<string, Picture>();

/** Each picture by a run of its own; the last test compares one with that of a process. */
async function ask(): Promise<void> {
	for (const [year, when] of instants) {
		const asOf = `${year}-${when.replace(' ', 'T')}:00Z`;
		const {code, stdout, stderr} = await inside(
			['once', '--no-poll', '--format', 'json', '--as-of', asOf, ...store],
			{home},
		);
		assert.equal(code, 0, stderr);
		pictures.set(asOf, JSON.parse(stdout));
	}
}

before(async () => {
	const input = lines.map(({at, ...line}) => `${JSON.stringify(line)}\n`).join('');
	const {code, stderr} = await run(['import', '-', ...store], {home, input});
	assert.equal(code, 0, stderr);
	assert.match(stderr, new RegExp(`${lines.length} of ${lines.length} reports were new`));
	await ask();
});
after(() => pictures.clear());

const name = (instant: number | string) => new Date(instant).toISOString().slice(5, 16).replace('T', ' ');

for (const [year, when, expected] of instants)
	test(`the demo as of ${year}-${when} UTC`, () =>
		holds(pictures.get(`${year}-${when.replace(' ', 'T')}:00Z`)!, expected, name));

test('reports about other conflicts, by the same outlets, change nothing that is shown but their count', async () => {
	const asOf = '2022-09-18T07:00:00Z';
	const input = elsewhere
		.flatMap(([title, text], place) =>
			['Reuters', 'Kabar', 'Khovar'].map(outlet => ({
				id: `${outlet} elsewhere ${place}`,
				source: outlet.toLowerCase(),
				outlet,
				title,
				text,
				publishedAt: `2022-09-17T${String(place).padStart(2, '0')}:30:00Z`,
			})),
		)
		.map(line => `${JSON.stringify(line)}\n`)
		.join('');
	const taken = await run(['import', '-', ...store], {home, input});
	assert.match(
		taken.stderr,
		new RegExp(`${elsewhere.length * 3} of ${elsewhere.length * 3} reports were new`),
	);
	const {stdout} = await run(['once', '--no-poll', '--format', 'json', '--as-of', asOf, ...store], {home});
	const {counts, ...shown} = JSON.parse(stdout) as Picture;
	const {counts: before, ...same} = pictures.get(asOf)!;
	assert.deepEqual(shown, same);
	assert.equal(counts.facts, before.facts);
	assert.equal(counts.reports, before.reports + elsewhere.length * 3);
});
