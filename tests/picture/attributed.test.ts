import assert from 'node:assert/strict';
import {test} from 'node:test';
import {attributed} from '../../source/picture/attributed.ts';
import {chains, draw, figure, profile, report, rowOf} from './conflict.ts';

const cases: readonly [string, Parameters<typeof report>[2], string[]][] = [
	[
		'a title in the outlet’s voice is the ministry’s of the text',
		[figure('KG killed 36', null), figure('KG killed 36', 'KG:Health Ministry')],
		['KG:Health Ministry'],
	],
	[
		'“36” in the title is “at least 36” of the text',
		[figure('KG killed 36', 'Kabar'), figure('KG killed 36+', 'KG:Health Ministry')],
		['KG:Health Ministry'],
	],
	[
		'another number in the outlet’s voice is its own',
		[figure('KG killed 37', null), figure('KG killed 36', 'KG:Health Ministry')],
		['null', 'KG:Health Ministry'],
	],
	[
		'“source” in the title is the source of the text',
		[figure('TJ killed 1', '~source'), figure('TJ killed 1', '~TJ:law-enforcement source')],
		['TJ:law-enforcement source'],
	],
	[
		'“Tajik side: seven killed” is what a source near it says',
		[figure('TJ killed 7', 'TJ:Tajik side'), figure('TJ killed 7', '~TJ:source in Sughd')],
		['TJ:source in Sughd'],
	],
	[
		'the side itself stands beside a source of the other side',
		[figure('TJ killed 7', 'TJ:Tajik side'), figure('TJ killed 7', '~KG:source')],
		['TJ:Tajik side', 'KG:source'],
	],
	[
		'an organ stands beside a source',
		[figure('TJ killed 7', 'TJ:Foreign Ministry'), figure('TJ killed 7', '~TJ:source')],
		['TJ:Foreign Ministry', 'TJ:source'],
	],
];

for (const [title, facts, expected] of cases)
	test(title, () => {
		const {report: head, facts: told} = report('18', 'Kabar', facts);
		assert.deepEqual(
			attributed(told, head).map(({by}) =>
				by === null ? 'null' : [by.side, by.name].filter(Boolean).join(':'),
			),
			expected,
		);
	});

test('the chief of an organization and the organization are one claimant', () => {
	const drawn = draw(
		[
			report('17', 'UN News', [figure('both killed 40', 'UN')]),
			report('18', 'AFP', [figure('both killed 50', 'Antonio Guterres')]),
		],
		{
			profile: {
				...profile,
				third: profile.third.map(party => ({
					...party,
					officials: [{name: 'Antonio Guterres', ru: null, aka: [], role: 'Secretary-General'}],
				})),
			},
		},
	);
	assert.deepEqual(chains(rowOf(drawn, 'both', 'killed')), ['third Antonio Guterres 50 < 40']);
});
