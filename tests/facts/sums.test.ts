import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {readerOf} from '../../source/facts/read.ts';
import {profileOfSides} from '../../source/profile/flags.ts';

/*
 * A press sum of both sides is theirs who added it up; what one side counts is its own, whoever is named beside it.
 */

const profile = {...profileOfSides(['Norvia=Norvian', 'Sartova=Sartovan']), wires: ['Reuters']};
const [norvia, sartova] = profile.sides.map(({id}) => id);
const read = readerOf(profile);
const at = Date.parse('2024-03-01T09:00:00Z');
const killed = (text: string) =>
	read(
		{id: 'r', source: 'wire', outlet: null, url: null, title: '', text, publishedAt: at, language: 'en'},
		at,
	).flatMap(fact =>
		fact.kind === 'figure' && fact.measure === 'killed'
			? [`${fact.best ?? fact.low} of ${fact.of} by ${fact.by?.name ?? '–'}, ${fact.relation}, ${fact.scope}`]
			: [],
	);

const bySide = [
	'94 of both by Reuters, third, running',
	`59 of ${norvia} by Reuters, third, running`,
	`35 of ${sartova} by Reuters, third, running`,
];
const cases: readonly (readonly [string, readonly string[]])[] = [
	[
		'A total of 94 people have been killed: 59 in Norvia and 35 in Sartova, according to a Reuters tally.',
		bySide,
	],
	['At least 94 people have been killed, 59 in Norvia and 35 in Sartova, Reuters reported.', bySide],
	['At least 94 people have been killed - 59 in Norvia and 35 in Sartova - Reuters reported.', bySide],
	['A Reuters tally shows 94 people killed: 59 Norvians and 35 Sartovans.', bySide],
	[
		'94 Norvians died, 59 in Norvia and 35 in Sartova, Reuters reported.',
		[
			`94 of ${norvia} by Reuters, third, running`,
			`59 of ${norvia} by Reuters, third, running`,
			`35 of ${sartova} by Reuters, third, running`,
		],
	],
	// What does not come to the total is no breakdown of it.
	[
		'In Norvia 94 people have been killed, 50 on the Norvian side and 35 on the Sartovan side, Reuters reported.',
		[
			`94 of ${norvia} by Reuters, third, running`,
			`50 of ${norvia} by Reuters, third, running`,
			`35 of ${sartova} by Reuters, third, running`,
		],
	],
	[
		'Norvia’s Health Ministry said 36 people had been killed in the worst fighting in years between the two neighbours.',
		[`36 of ${norvia} by Health Ministry, own, running`],
	],
	[
		'At least 36 people were killed in fighting between the two countries, Norvia’s Health Ministry said.',
		[`36 of ${norvia} by Health Ministry, own, running`],
	],
	[
		'Norvia’s Health Ministry said 90 people had been killed on both sides.',
		['90 of both by Health Ministry, third, running'],
	],
	[
		'At least 36 people were killed in fighting between the two countries, Reuters reported.',
		['36 of both by Reuters, third, running'],
	],
];
describe('of one side, or of both', () => {
	for (const [text, expected] of cases) {
		test(text, () => assert.deepEqual(killed(text), expected));
	}
});
