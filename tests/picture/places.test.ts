import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createPlaces} from '../../source/picture/places.ts';
import {builtIn} from '../../source/profile/index.ts';
import {placed} from './placed.ts';

const real = createPlaces(builtIn.find(({id}) => id === 'kyrgyzstan-tajikistan')!);

const named: readonly [string, string, readonly string[]][] = [
	['en', 'Mortar fire on Pasky-Aryk and on Dostuk village', ['pasky-aryk', 'dostuk-batken', 'dostuk-leilek']],
	['en', 'Fire on the Koktosh outpost', ['kok-tash']],
	['en', 'All along the border in Batken region', ['batken-region']],
	['en', 'The town of Batken was shelled', ['batken']],
	['en', "A strike on Khojai A'lo", ['khojai-alo']],
	['en', 'A strike on Khojai A’lo', ['khojai-alo']],
	['en', 'He came from oshawa, not from osh', []],
	['ru', 'Обстрел села Самаркандека продолжался', ['samarkandek']],
	['ru', 'В Оше спокойно', ['osh']],
	['ru', 'Ошибка исключена', []],
	['xx', 'Batken', ['batken']],
	['en', '', []],
];

for (const [language, sentence, expected] of named)
	test(`${language}: ${sentence || 'nothing'}`, () =>
		assert.deepEqual([...real.namedIn({sentence, language})].sort(), [...expected].sort()));

const places = createPlaces(placed);
const apart: readonly [string, readonly string[], readonly string[], boolean][] = [
	['two villages', ['dostuk'], ['karamyk'], true],
	['two villages near to each other', ['dostuk'], ['pasky-aryk'], true],
	['the same village', ['dostuk'], ['dostuk'], false],
	['a village and its region', ['dostuk'], ['batken-region'], false],
	['a village and a region that it is not in', ['karamyk'], ['batken-region'], true],
	['one of several', ['dostuk', 'karamyk'], ['karamyk'], false],
	['none and one', [], ['dostuk'], false],
	['one that the profile does not know', ['dostuk'], ['nowhere'], true],
];

for (const [title, some, others, expected] of apart)
	test(`apart: ${title}`, () => {
		assert.equal(places.areApart(some, others), expected);
		assert.equal(places.areApart(others, some), expected);
	});
