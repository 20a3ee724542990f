import assert from 'node:assert/strict';
import {test} from 'node:test';
import {profileOfSides} from '../../source/profile/flags.ts';

test('two sides of one flag each', () => {
	const profile = profileOfSides(['Kyrgyzstan=Kyrgyz,Bishkek', 'Tajikistan=Tajik,Dushanbe']);
	assert.equal(profile.id, 'kyrgyzstan-tajikistan');
	assert.equal(profile.name, 'Kyrgyzstan–Tajikistan');
	assert.deepEqual(
		profile.sides.map(({id, name}) => [id, name]),
		[
			['KG', 'Kyrgyzstan'],
			['TJ', 'Tajikistan'],
		],
	);
	const [kyrgyzstan] = profile.sides;
	assert.deepEqual(kyrgyzstan!.names, {en: ['Kyrgyzstan', 'Kyrgyz', 'Bishkek'], ru: ['Киргизия']});
	assert.deepEqual(kyrgyzstan!.adjectives, {en: ['Kyrgyz', 'Bishkek']});
	assert.equal(profile.window, null);
	assert.ok(profile.wires.includes('TASS') && profile.third.length > 10);
});

test('sides that are no countries, and Russian words', () => {
	const profile = profileOfSides(['Lorania = army, лоранский ,Лорания', 'Mountain Front=rebel', 'Loria']);
	assert.deepEqual(
		profile.sides.map(({id}) => id),
		['LOR', 'MF', 'LOR2'],
	);
	assert.deepEqual(profile.sides[0]!.names, {en: ['Lorania', 'army'], ru: ['Лорания']});
	assert.deepEqual(profile.sides[0]!.adjectives, {en: ['army'], ru: ['лоранский']});
	assert.deepEqual(profile.sides[1]!.names, {en: ['Mountain Front', 'rebel']});
});

test('a side is not also a third party', () => {
	const profile = profileOfSides(['Russia=Russian,Moscow', 'Ukraine=Ukrainian,Kyiv']);
	assert.ok(!profile.third.some(({id}) => id === 'RU'));
});

const refused: readonly (readonly [flags: readonly string[], message: RegExp])[] = [
	[[], /expected two sides or more, got none/],
	[['Kyrgyzstan=Kyrgyz'], /expected two sides or more, got only “Kyrgyzstan=Kyrgyz”/],
	[
		['=Kyrgyz', 'Tajikistan=Tajik'],
		/“=Kyrgyz” has no name before “=”; expected such as Kyrgyzstan=Kyrgyz,Bishkek/,
	],
	[['Kyrgyzstan=', 'Tajikistan=Tajik'], /“Kyrgyzstan=” has an empty word after “=”/],
	[['Kyrgyzstan=Kyrgyz,,Osh', 'Tajikistan=Tajik'], /has an empty word/],
	[['Kyrgyzstan=Kyrgyz', 'kyrgyzstan=Tajik'], /“kyrgyzstan” means both/],
	[['Kyrgyzstan=Kyrgyz,Isfara', 'Tajikistan=Tajik,isfara'], /“isfara” means both Kyrgyzstan and Tajikistan/],
	[['Kyrgyz\u001bstan=Kyrgyz', 'Tajikistan=Tajik'], /without control characters/],
	[[`A=${'x'.repeat(300)}`, 'B=y'], /at most 200 characters/],
];
for (const [flags, message] of refused) {
	test(`refused: ${JSON.stringify(flags).slice(0, 60)}`, () =>
		assert.throws(() => profileOfSides(flags), message));
}
