import assert from 'node:assert/strict';
import {test} from 'node:test';
import {digit, letter, lettersOf, numeral, other} from '../../source/reports/letters.ts';

const cases: readonly [string, readonly number[]][] = [
	['a9 ', [letter, digit, other]],
	['ёҢ', [letter, letter]],
	['½٣', [numeral, numeral]],
	['—“’', [other, other, other]],
	['中', [letter]],
	// Two units each: a sign, and a letter of a script beyond the first plane.
	['🙏𞤀', [other, other, letter, letter]],
	// A half without its other half is nothing.
	['\ud83da', [other, letter]],
	['a\udc00', [letter, other]],
];
for (const [text, kinds] of cases)
	test(`what its characters are to a word: ${JSON.stringify(text)}`, () => {
		// Twice: what was learnt must be what is known.
		for (const {kinds: found} of [lettersOf(text), lettersOf(text)]) assert.deepEqual([...found], kinds);
	});
