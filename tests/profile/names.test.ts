import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {namesOf} from '../../source/profile/names.ts';
import {fixtureProfile} from '../facts/profiles.ts';

const found = (profile: string, language: string, word: string) =>
	namesOf(fixtureProfile(profile), language).filter(name => name.words.includes(word));

describe('English', () => {
	for (const [profile, word, side, classes] of [
		['kg-tj', 'Kyrgyzstan', 'KG', ['party', 'speaker']],
		['kg-tj', 'Tajiks', 'TJ', ['nationality', 'person', 'plural']],
		['kg-tj', 'Imankulov', 'KG', ['official', 'speaker']],
		['kg-tj', 'Batken', 'KG', ['place']],
		['lorania', 'rebel', 'MF', ['nationality']],
		['lorania', 'insurgent', 'MF', ['force', 'person', 'one']],
		['lorania', 'police officers', 'GOV', ['force', 'person', 'plural']],
	] as const) {
		test(`${word}: ${classes.join(' ')}`, () => {
			assert.ok(
				found(profile, 'en', word).some(
					name => name.side === side && name.is.join(' ') === classes.join(' '),
				),
			);
		});
	}

	test('a third party is no side', () => {
		const [name] = found('kg-tj', 'en', 'Russia');
		assert.equal(name?.side, undefined);
		assert.equal(name?.outsider, 'RU');
		assert.equal(name?.speaker, 'state');
		assert.equal(found('kg-tj', 'en', 'United Nations')[0]?.speaker, 'un');
	});

	test('an outlet of a side speaks as media of that side', () => {
		const [name] = found('vesk', 'en', 'Radio Veska');
		assert.equal(name?.side, 'VES');
		assert.equal(name?.speaker, 'media');
	});
});

describe('Russian: the stem that all cases share', () => {
	for (const word of ['Киргиз*', 'киргизск*', 'Эмомал* Рахмон*', 'Reuters', 'Баткен*', 'Ош', 'Оше', 'ООН']) {
		test(word, () => {
			assert.ok(
				found('kg-tj', 'ru', word).length > 0,
				JSON.stringify(namesOf(fixtureProfile('kg-tj'), 'ru').flatMap(name => name.words)),
			);
		});
	}
});
