import assert from 'node:assert/strict';
import {test} from 'node:test';
import {september, spring} from './chronology.ts';
import {at, chains, draw, rowOf, summary} from './conflict.ts';

type Expected = Readonly<Record<string, string | readonly string[] | null>>;

/** Written from the chronicle of the week. `KG killed` is a row's summary, `KG killed by` its chains, `truce` the status with its start and renewals, `silence` since when. */
const table: readonly [string, Expected][] = [
	['14 04:00', {'KG killed': '0–0 best 0', 'TJ killed': 'no row', truce: 'none'}],
	[
		'14 12:00',
		{
			'KG killed by': ['own Border Service 0'],
			'KG wounded': '2–2+ best 2',
			'TJ killed': '1–1 best 1',
			'TJ wounded': '3–?+ best ?',
			truce: 'disputed since 14 05:30',
		},
	],
	['16 03:00', {truce: 'disputed since 16 01:30, renewed 1'}],
	['16 05:30', {'KG wounded': '18–18 best 18', 'TJ killed': '1–1 best 1'}],
	[
		'16 08:00',
		{'TJ killed by': ['third Al Jazeera 2', 'third law-enforcement source 1'], 'TJ killed': '2–2 best 2'},
	],
	['16 10:15', {truce: 'disputed since 16 01:30, renewed 1', 'KG wounded': '42–42 best 42'}],
	['16 11:00', {truce: 'in force since 16 10:00, renewed 2', 'TJ silence': null}],
	['16 14:00', {'TJ silence': '16 13:00', 'KG killed': '0–0 best 0'}],
	['16 16:00', {truce: 'disputed since 16 10:00, renewed 2', 'KG evacuated': '136000–136000+ best 136000'}],
	['16 20:00', {'KG killed': '24–24 best 24', 'KG wounded': '87–87 best 87'}],
	['17 09:00', {'KG wounded': '121–121 best 121', 'KG evacuated': '136770–136770 best 136770'}],
	['17 20:00', {'TJ killed': '60–60+ best 60', 'TJ silence': '16 13:00'}],
	['18 03:00', {truce: 'disputed since 16 10:00, renewed 2', 'KG killed': '24–24 best 24'}],
	[
		'18 07:00',
		{
			'KG killed': '36–37 best 37',
			'KG killed by': [
				'own Ministry of Emergency Situations 37',
				'own Health Ministry 36 < 24',
				'own Border Service 0',
			],
			'KG wounded by': [
				'own Ministry of Emergency Situations 129',
				'own Health Ministry 134 < 129 < 121 < 103 < 87 < 42 < 18',
				'own Abdikarim Alimbaev 4 part',
				'own Border Service 2 part',
			],
			'TJ killed': '30–60+ best 30',
			'TJ silence': '16 13:00',
			'both killed': '54–54 best 54',
			'both killed by': ['third Reuters 54'],
		},
	],
	['18 08:30', {'TJ killed': '30–60+ best 39'}],
	['18 09:30', {'TJ killed': '30–60+ best 39', 'TJ silence': null, 'TJ wounded': '20–?+ best ?'}],
	['18 11:00', {'TJ killed': '24–60+ best 24'}],
	['18 13:30', {'TJ killed': '30–60+ best 35', 'KG killed': '36–37 best 37'}],
	['18 15:00', {'KG killed': '37–46 best 46', 'TJ killed': '30–60+ best 38'}],
	['18 19:00', {'KG killed': '37–59 best 59', 'both killed': '54–54 best 54'}],
	[
		'19 08:00',
		{
			'KG killed': '37–59 best 59',
			'KG killed by': [
				'own Health Ministry 59 < 46 < 36 < 24',
				'own Ministry of Emergency Situations 37',
				'own Border Service 0',
			],
		},
	],
	[
		'19 12:00',
		{
			'KG killed': '59–59 best 59',
			'TJ killed': '41–60+ best 41',
			'TJ killed by': [
				'own Deputy Foreign Minister Sodiq Imomi 41 < 38 < 35 < 24',
				'own Saijafar Usmonzoda 60+',
				'third officials 39',
				'third security sources 30',
				'third Al Jazeera 2',
				'third law-enforcement source 1',
			],
		},
	],
	['19 16:00', {truce: 'announced since 19 15:00, renewed 3'}],
	[
		'20 10:00',
		{
			'KG killed': '59–59 best 59',
			'KG wounded': '198–198 best 198',
			truce: 'announced since 19 15:00, renewed 3',
		},
	],
];

const past: readonly [string, Expected][] = [
	['04-29 16:00', {'KG killed': '1–1 best 1'}],
	[
		'04-30 06:00',
		{
			'KG killed': '3–13 best 13',
			'KG killed by': ['own Health Ministry 13 < 1', 'third 24.kg 3'],
			'TJ silence': null,
		},
	],
	['04-30 13:00', {'KG killed': '3–31 best 31', 'TJ silence': '04-30 09:00'}],
	[
		'05-01 14:00',
		{'KG killed': '33–34 best 33', 'TJ killed': '15–15 best 15', 'both killed': '49–49 best 49'},
	],
	['05-03 12:00', {'KG killed': '36–36 best 36', 'TJ killed': '16–16 best 16', 'TJ silence': '04-30 09:00'}],
	['05-06 12:00', {'TJ killed': '19–19 best 19', 'TJ silence': null, 'both killed': '55–55 best 55'}],
];

const all = [...september, ...spring];

function check(asOf: number, expected: Expected, time: (text: string) => number): void {
	const drawn = draw(all, {asOf});
	const since = (text: string) => text.replace(/since ([\d-]+ [\d:]+)/, (_, when) => `since ${time(when)}`);
	for (const [what, value] of Object.entries(expected)) {
		const [of, measure, by] = what.split(' ');
		if (what === 'truce') {
			const {status, since: from, renewals} = drawn.ceasefire;
			assert.equal(
				`${status}${from === null ? '' : ` since ${from}`}${renewals > 0 ? `, renewed ${renewals}` : ''}`,
				since(value as string),
			);
		} else if (measure === 'silence')
			assert.equal(
				rowOf(drawn, of!, 'killed')?.silence?.since ??
					rowOf(drawn, of!, 'casualties')?.silence?.since ??
					null,
				value === null ? null : time(value as string),
				what,
			);
		else if (by) assert.deepEqual(chains(rowOf(drawn, of!, measure!)), value, what);
		else assert.equal(summary(rowOf(drawn, of!, measure!)), value, what);
	}
}

for (const [when, expected] of table)
	test(`as of ${when} UTC, September 2022`, () => check(at(when), expected, at));
const in2021 = (text: string) => Date.parse(`2021-${text.replace(' ', 'T')}:00Z`);
for (const [when, expected] of past)
	test(`as of 2021-${when} UTC`, () => check(in2021(when), expected, in2021));
