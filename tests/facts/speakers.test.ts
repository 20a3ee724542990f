import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {readerOf} from '../../source/facts/read.ts';
import {profileOfSides} from '../../source/profile/flags.ts';

/*
 * Officials whom nothing names, organs that publish lists, and counts that are a part.
 */

const sides = profileOfSides(['Norvia=Norvian,Norvik', 'Sartova=Sartovan']);
const profile = {...sides, wires: ['Reuters', 'AFP']};
const [norvia, sartova] = profile.sides.map(({id}) => id);
const read = readerOf(profile);
const at = Date.parse('2024-03-01T09:00:00Z');
const figures = (text: string) =>
	read(
		{id: 'r', source: 'wire', outlet: null, url: null, title: '', text, publishedAt: at, language: 'en'},
		at,
	).flatMap(fact => (fact.kind === 'figure' ? [fact] : []));

describe('an official who is not named speaks for the side, and is no organ of it', () => {
	for (const text of [
		'A Norvian official said 50 people were killed.',
		'A Norvian security official who asked not to be named said 50 people were killed.',
		'A Norvian security official, who spoke on condition of anonymity, said 50 people were killed.',
		'A senior Norvian official who was not authorised to speak to the media said 50 people were killed.',
		'A Norvian official, speaking on condition of anonymity because of the talks, said 50 people were killed.',
		'Fifty people were killed, said a Norvian official who declined to be identified.',
		'A Norvian official said on condition of anonymity that 50 people were killed.',
		'Two Norvian officials told AFP on condition of anonymity that 50 people were killed.',
	]) {
		test(text, () => {
			assert.deepEqual(
				figures(text).map(({best, of, by, relation}) => [best, of, by?.side, by?.kind, relation]),
				[[50, norvia, norvia, 'unnamed', 'own']],
			);
		});
	}
});

describe('an official who is named, or one of the dead', () => {
	const cases: readonly (readonly [string, readonly unknown[]])[] = [
		['A Norvian official, Ivo Kral, said 50 people were killed.', [50, norvia, 'Ivo Kral', 'official']],
		[
			'The Norvian health minister told Reuters 50 people were killed.',
			[50, norvia, 'health minister', 'official'],
		],
		['A Norvian official was killed in the shelling.', [1, norvia, undefined, undefined]],
		[
			'Norvik’s human rights ombudsman Anna Berg said 50 people were killed.',
			[50, norvia, 'human rights ombudsman', 'official'],
		],
		[
			'Norvia’s Defence Ministry published the names of 50 servicemen killed.',
			[50, norvia, 'Defence Ministry', 'official'],
		],
		['The Norvian army has released a list of 50 dead soldiers.', [50, norvia, 'Norvian army', 'official']],
		['Sartova said it had killed 50 Norvian soldiers.', [50, norvia, 'Sartova', 'official']],
	];
	for (const [text, expected] of cases) {
		test(text, () => {
			assert.deepEqual(
				figures(text).map(({best, of, by}) => [best, of, by?.name, by?.kind]),
				[expected],
			);
		});
	}
});

describe('what is a part, and of what', () => {
	const cases: readonly (readonly [string, readonly (readonly [number, string])[]])[] = [
		// Their sum is nobody’s.
		[
			'Norvia said 1,106 people were killed, including 316 children and 790 women.',
			[
				[1106, 'running'],
				[316, 'subset'],
				[790, 'subset'],
			],
		],
		[
			'Norvia said 1,106 people were killed: 316 children and 790 women.',
			[
				[1106, 'running'],
				[316, 'subset'],
				[790, 'subset'],
			],
		],
		[
			'Norvia said 1,106 people were killed. Among them were 316 children and 790 women.',
			[
				[1106, 'running'],
				[316, 'subset'],
				[790, 'subset'],
			],
		],
		[
			'Norvia said 1,106 people were killed, including a man and his daughter.',
			[
				[1106, 'running'],
				[2, 'subset'],
			],
		],
		['A hospital in Norvik received 24 bodies, a doctor told AFP.', [[24, 'subset']]],
		// All hospitals of a country are no part of it.
		['Norvia’s Health Ministry said 24 bodies had been brought to hospitals.', [[24, 'running']]],
	];
	for (const [text, expected] of cases) {
		test(text, () => {
			assert.deepEqual(
				figures(text).map(({best, scope}) => [best, scope]),
				expected,
			);
		});
	}
});

describe('“a further 139”', () => {
	const cases: readonly (readonly [string, string | null, string | null])[] = [
		['Norvia’s Health Ministry said 36 people were killed. A further 139 were wounded.', norvia!, norvia!],
		[
			'Norvia’s Health Ministry said 36 people were killed. Sartova said 24 people were killed. A further 139 were wounded.',
			null,
			null,
		],
		[
			'Norvia said 36 people were killed. Sartova said 24 people were killed. It said another 139 were wounded.',
			sartova!,
			sartova!,
		],
	];
	for (const [text, of, side] of cases) {
		test(text, () => {
			const last = figures(text).at(-1);
			assert.deepEqual([last?.best, last?.of, last?.by?.side ?? null], [139, of, side]);
		});
	}
});
