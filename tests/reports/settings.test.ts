import assert from 'node:assert/strict';
import {test} from 'node:test';
import {printOf} from '../../source/reports/print.ts';
import {areOpposed, joined, type Settings} from '../../source/reports/settings.ts';

const settingsOf = (text: string): Settings =>
	printOf({title: '', text, revision: 1, publishedAt: 0, updatedAt: null, firstSeenAt: 0}).settings;

const pairs: readonly [string, string, boolean][] = [
	['24 people died, 36 were hurt', '36 people died, 24 were hurt', true],
	['Killed: 24. Wounded: 36.', 'Killed: 36. Wounded: 24.', true],
	['погибли 24 человека, ранены 36', 'погибли 36 человек, ранены 24', true],
	['Batken 12, Leilek 10', 'Batken 10, Leilek 12', true],
	['3 killed and 5 hurt, 5 houses', '3 killed and 3 hurt, 5 houses', true],
	['Killed: 3-5. Children killed: 0-2. Killed: 0', 'Killed: 0-5. Children killed: 3-2. Killed: 0', true],
	['killed 24 people and hurt 36', '24 people were killed, 36 hurt', false],
	['24 killed, 36 injured', '36 injured, 24 killed', false],
	['twenty-four killed, 36 injured', '24 killed, thirty-six injured', false],
	['a Kyrgyz guard was shot by a Tajik soldier', 'a Tajik guard was shot by a Kyrgyz soldier', true],
	[
		'Kyrgyz guards shot first. Then the Tajik post and a Kyrgyz drone did.',
		'Tajik guards shot first. Then the Kyrgyz post and a Tajik drone did.',
		true,
	],
	[
		'Ночью таджикский пост обстрелял киргизский лагерь',
		'Ночью киргизский пост обстрелял таджикский лагерь',
		true,
	],
	['fire in Kok-Tash today, in Kok-Tash again', 'fire in Koktosh today, in Koktosh again', false],
	['fire in Kok-Tash today, and Kok-Tash again', 'fire in Maksat today, and Maksat again', true],
	['he told Reuters in Batken', 'he told Kloop in Batken', false],
	['in the KYRGYZ village and the KYRGYZ town', 'in the Kyrgyz village and the Kyrgyz town', false],
];
for (const [one, other, isOpposed] of pairs)
	test(`${isOpposed ? 'opposed' : 'not opposed'}: ${one} | ${other}`, () => {
		assert.equal(areOpposed(settingsOf(one), settingsOf(other)), isOpposed);
		assert.equal(areOpposed(settingsOf(other), settingsOf(one)), isOpposed);
	});

test('two joined are opposed to what either is opposed to, and to neither of themselves', () => {
	const [one, other] = [settingsOf('24 people died in Batken'), settingsOf('in Leilek 36 houses burned')];
	const both = joined(one, other);
	assert.deepEqual(both, joined(other, one));
	for (const part of [one, other]) assert.ok(!areOpposed(both, part));
	assert.ok(areOpposed(both, settingsOf('25 people died')));
	assert.ok(areOpposed(both, settingsOf('in Leilek 37 houses burned')));
});
