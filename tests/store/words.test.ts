import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {filterOf, mayHold} from '../../store/sealed/filter.ts';
import {documentsWith, encodePostings, inBoth, wordsIn} from '../../store/sealed/postings.ts';
import {wordsOf} from '../../store/words.ts';

const cases: readonly (readonly [string, readonly string[]])[] = [
	['At least 36 people were killed.', ['at', 'least', '36', 'people', 'were', 'killed']],
	['Ещё одна перестрелка — в Баткене', ['еще', 'одна', 'перестрелка', 'в', 'баткене']],
	['Йод и й', ['йод', 'и', 'й']],
	['Kyrgyzstan’s border-guards', ["kyrgyzstan's", 'border', 'guards']],
	['café CAFE\u0301 naïve', ['cafe', 'cafe', 'naive']],
	['ﬁve 1,000 ５', ['five', '1', '000', '5']],
	['', []],
	['… — “”', []],
];

for (const [text, words] of cases)
	test(`“${text}” is cut into words`, () => assert.deepEqual(wordsOf(text), words));

const lists = fc
	.dictionary(
		fc.string({minLength: 1, unit: 'grapheme'}),
		fc.uniqueArray(fc.nat(0xffef), {minLength: 1, maxLength: 40}).map(all => all.sort((a, b) => a - b)),
		{maxKeys: 40},
	)
	.map(made => new Map(Object.entries(made)));

test('postings give back the documents of each word, and none of another', () => {
	fc.assert(
		fc.property(lists, fc.string(), (words, other) => {
			const postings = encodePostings(words);
			for (const [word, documents] of words) assert.deepEqual([...documentsWith(postings, word)], documents);
			if (!words.has(other)) assert.equal(documentsWith(postings, other).length, 0);
			assert.deepEqual(wordsIn(postings).map(String).sort(), [...words.keys()].sort());
		}),
	);
});

test('what is in both of two lists', () => {
	fc.assert(
		fc.property(fc.uniqueArray(fc.nat(60)), fc.uniqueArray(fc.nat(60)), (one, other) => {
			const rising = (all: readonly number[]) => Uint16Array.from(all).sort();
			assert.deepEqual(
				[...inBoth(rising(one), rising(other))],
				[...rising(one.filter(each => other.includes(each)))],
			);
		}),
	);
});

test('a filter knows each of its words, and few others', () => {
	const words = Array.from({length: 5000}, (_, number) => Buffer.from(`word ${number}`));
	const filter = filterOf(words);
	assert.ok(words.every(word => mayHold(filter, word)));
	const mistaken = Array.from({length: 5000}, (_, number) => Buffer.from(`other ${number}`)).filter(word =>
		mayHold(filter, word),
	);
	assert.ok(mistaken.length < 150, `${mistaken.length} of 5,000 are taken for words`);
});
