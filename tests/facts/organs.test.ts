import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import type {Fact, Figure} from '../../source/facts/fact.ts';
import {readerOf} from '../../source/facts/read.ts';
import {profileOfSides} from '../../source/profile/flags.ts';
import {builtIn} from '../../source/profile/index.ts';
import type {Profile} from '../../source/profile/profile.ts';

/*
 * Each country has a health ministry: whose it is, the report tells before the profile does.
 */

const at = Date.parse('2022-09-18T09:00:00Z');
const readersOf = new Map<Profile, ReturnType<typeof readerOf>>();
const factsOf = (profile: Profile, text: string, title = '', outlet: string | null = null): Fact[] => {
	const read = readersOf.get(profile) ?? readerOf(profile);
	readersOf.set(profile, read);
	return read({id: 'r', source: 'wire', outlet, url: null, title, text, publishedAt: at, language: 'en'}, at);
};
const tolls = (facts: readonly Fact[]) =>
	facts
		.filter((fact): fact is Figure => fact.kind === 'figure' && fact.measure === 'killed')
		.map(
			({best, of, by, relation}) =>
				`${best} of ${of} by ${by?.name ?? '–'} of ${by?.side ?? '–'}, ${relation}`,
		);

const byFlags = profileOfSides(['Norvia=Norvian,Norvik', 'Sartova=Sartovan']);
const [norvia, sartova] = byFlags.sides.map(({id}) => id);
const border = builtIn[0]!;

type Case = readonly [text: string, expected: string, title?: string, outlet?: string];
const tables: readonly (readonly [string, Profile, readonly Case[]])[] = [
	[
		'where no organ is listed',
		byFlags,
		[
			[
				'Norvia’s death toll rose to 64, the Health Ministry said.',
				`64 of ${norvia} by Health Ministry of ${norvia}, own`,
			],
			[
				'The Health Ministry said 64 people were killed in Norvia.',
				`64 of ${norvia} by Health Ministry of ${norvia}, own`,
			],
			[
				'Fighting went on in Norvia. The Health Ministry said 40 people had been killed.',
				`40 of ${norvia} by Health Ministry of ${norvia}, own`,
			],
			[
				'Norvia’s losses mount. The Defence Ministry said 12 people had been killed.',
				`12 of ${norvia} by Defence Ministry of ${norvia}, own`,
			],
			[
				'Sartova gave no details, but its Health Ministry said 30 people had been killed.',
				`30 of ${sartova} by Health Ministry of ${sartova}, own`,
			],
			// Which of the two it is, nothing tells.
			[
				'Sartovan forces shelled Norvian villages. The Health Ministry said 40 people had been killed.',
				'40 of null by Health Ministry of –, third',
			],
			// A ministry of defence counts the enemy’s, too.
			[
				'The Defence Ministry said 40 Sartovan soldiers had been killed.',
				`40 of ${sartova} by Defence Ministry of –, third`,
			],
			[
				'The Ministry of Health in Accra said 40 people had been killed in Norvia.',
				`40 of ${norvia} by Ministry of Health of –, third`,
			],
		],
	],
	[
		'where one side lists it',
		border,
		[
			[
				'Tajikistan said 24 people were killed. Its Health Ministry said 30 people were killed.',
				'30 of TJ by Health Ministry of TJ, own',
			],
			[
				'Tajikistan’s Foreign Ministry gave a toll of 24. The Health Ministry said 30 people were killed.',
				'30 of TJ by Health Ministry of TJ, own',
			],
			[
				'In Dushanbe, the Health Ministry said 31 people were killed.',
				'31 of TJ by Health Ministry of TJ, own',
			],
			['The Health Ministry said 31 people were killed in Isfara.', '31 of TJ by Health Ministry of TJ, own'],
			[
				'The Health Ministry said 59 people were killed.',
				'59 of TJ by Health Ministry of TJ, own',
				'',
				'Khovar',
			],
			[
				'The Health Ministry said 59 people were killed.',
				'59 of KG by Health Ministry of KG, own',
				'',
				'Reuters',
			],
			[
				'The Emergency Ministry said 37 people were killed.',
				'37 of KG by Emergency Ministry of KG, own',
				'Toll in Batken rises',
			],
			[
				'Kyrgyzstan’s Health Ministry counted the dead. Tajikistan’s Interior Ministry said two were held. The Health Ministry said 37 people were killed.',
				'37 of KG by Health Ministry of KG, own',
			],
		],
	],
];

for (const [title, profile, cases] of tables) {
	describe(`whose organ it is, ${title}`, () => {
		for (const [text, expected, head, outlet] of cases) {
			test(`${outlet ?? ''} ${text}`.trim(), () => {
				assert.equal(tolls(factsOf(profile, text, head, outlet)).at(-1), expected);
			});
		}
	});
}

describe('a total is of whoever has just told what is added to it', () => {
	for (const text of [
		'Norvia’s Health Ministry said 24 people were killed. Six more were killed on Sunday, the Ministry said, bringing the total to 30.',
		'Six more people were killed, Norvia’s Health Ministry said on Monday, bringing the total to 30.',
		'Six more people were killed in Norvia, the Health Ministry said, taking the death toll to 30.',
		'Six more people died, the Norvian Health Ministry said, which brings the total to 30.',
	]) {
		test(text, () => {
			assert.deepEqual(tolls(factsOf(byFlags, text)).slice(-2), [
				`6 of ${norvia} by Health Ministry of ${norvia}, own`,
				`30 of ${norvia} by Health Ministry of ${norvia}, own`,
			]);
		});
	}

	test('but of nobody where another is counted between', () => {
		const text =
			'Six people died, Norvian officials said. Troops shelled the town, bringing the death toll to 30.';
		assert.equal(tolls(factsOf(byFlags, text)).at(-1)?.includes('officials'), false);
	});
});

test('an organ without its country accuses the other side, whoever spoke before', () => {
	const claims = factsOf(
		border,
		'Tajikistan accused Kyrgyz forces of shelling. The Border Service said Tajik forces had opened fire.',
	).filter(fact => fact.kind === 'claim');
	assert.deepEqual(
		claims.map(({by, about}) => [by?.side, about]),
		[
			['TJ', 'KG'],
			['KG', 'TJ'],
		],
	);
});

test('an organ without its country denies what its own side is accused of', () => {
	const claims = factsOf(
		byFlags,
		'Sartova accused Norvia of shelling its villages. The Defence Ministry denied the accusation.',
	).filter(fact => fact.kind === 'claim');
	assert.deepEqual(
		claims.map(({act, by}) => [act, by?.side]),
		[
			['accusation', sartova],
			['denial', norvia],
		],
	);
});

test('an organ named with a country that is no side stays that country’s', () => {
	const text =
		'Uzbekistan’s Health Ministry said it had sent doctors. The Health Ministry said 12 people were killed.';
	assert.deepEqual(tolls(factsOf(border, text)), ['12 of null by Health Ministry of –, third']);
});

test('a side that alone lists organs keeps them: rebels have no ministries', () => {
	const rebels: Profile = {
		...byFlags,
		sides: byFlags.sides.map((side, index) => ({
			...side,
			agencies: index === 0 ? {en: ['Defence Ministry']} : {},
		})),
	};
	const text = 'Sartova spoke of a victory. The Defence Ministry said 40 of its soldiers had been killed.';
	assert.deepEqual(tolls(factsOf(rebels, text)), [`40 of ${norvia} by Defence Ministry of ${norvia}, own`]);
});
