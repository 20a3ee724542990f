import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import * as fc from 'fast-check';
import {profileOf} from '../../source/profile/check.ts';
import {builtIn, sideNamed} from '../../source/profile/index.ts';
import {windowAt} from '../../source/profile/profile.ts';

type Json = Record<string, unknown>;

const two = (): Json[] => [
	{id: 'A', name: 'Arland', names: {en: ['Arland']}, adjectives: {en: ['Arlandic']}},
	{id: 'B', names: {en: ['Borland', 'Borport'], ru: ['Борландия']}, officials: [{name: 'Ivo Lunt'}]},
];
const with_ = (change: Json): Json => ({id: 'a-b', sides: two(), ...change});
const firstSide = (change: Json): Json => with_({sides: [{...two()[0], ...change}, two()[1]]});

const broken: readonly (readonly [title: string, value: unknown, message: string])[] = [
	['no object', [], 'x.json: expected an object, got an empty list'],
	['null', null, 'x.json: expected an object, got nothing'],
	['no id', {sides: two()}, 'x.json: id: expected a text, got nothing'],
	['no sides', {id: 'x'}, 'x.json: sides: expected a list, got nothing'],
	['side for sides', {id: 'x', side: two()}, 'x.json: side: unknown key; did you mean “sides”?'],
	['one side', with_({sides: two().slice(0, 1)}), 'x.json: sides: expected two sides or more, got a list'],
	[
		'adjective for adjectives',
		with_({sides: [{id: 'A', name: 'Arland', adjective: {en: ['Arlandic']}}, two()[1]]}),
		'x.json: sides[0].adjective: unknown key; did you mean “adjectives”?',
	],
	[
		'a number for a name',
		with_({sides: [two()[0], {id: 'B', name: 'Borland', officials: [{name: 7}]}]}),
		'x.json: sides[1].officials[0].name: expected a text, got the number 7',
	],
	[
		'an official without a name',
		with_({sides: [two()[0], {id: 'B', name: 'Borland', officials: [{ru: 'Иво Лунт'}]}]}),
		'x.json: sides[1].officials[0].name: expected a text, got nothing',
	],
	[
		'an empty name',
		firstSide({name: ' '}),
		'x.json: sides[0].name: expected a text that is not empty, got an empty text',
	],
	[
		'a side without words',
		firstSide({name: null, names: {}}),
		'x.json: sides[0]: expected a name, or names such as {"en": ["Kyrgyzstan"]}; without them nobody is recognised, got an object',
	],
	[
		'names as a list',
		firstSide({names: ['Arland']}),
		'x.json: sides[0].names: expected an object of lists by language, such as {"en": ["Kyrgyzstan"]}, got a list',
	],
	[
		'a language by its name',
		firstSide({names: {english: ['Arland']}}),
		'x.json: sides[0].names.english: expected a language code such as en or ru, got “english”',
	],
	[
		'an escape sequence in a key',
		firstSide({names: {'\u001b[2J': ['Arland']}}),
		'x.json: sides[0].names.\ufffd[2J: expected a language code',
	],
	[
		'a word that is a number',
		firstSide({names: {en: ['Arland', 3]}}),
		'x.json: sides[0].names.en[1]: expected a text, got the number 3',
	],
	[
		'an escape sequence in a name',
		firstSide({name: 'Ar\u001b[2Jland'}),
		'x.json: sides[0].name: expected a text without control characters, got “Ar�[2Jland”',
	],
	[
		'a direction override in a name',
		firstSide({name: 'Ar\u202eland'}),
		'expected a text without control characters',
	],
	[
		'a very long name',
		firstSide({name: 'a'.repeat(201)}),
		'x.json: sides[0].name: expected a text of at most 200 characters',
	],
	[
		'the id “both”',
		firstSide({id: 'both'}),
		'x.json: sides[0].id: expected an id that has no meaning of its own, got “both”',
	],
	['the id __proto__', firstSide({id: '__proto__'}), 'x.json: sides[0].id: expected an id'],
	['an id with a space', firstSide({id: 'A B'}), 'x.json: sides[0].id: expected an id such as KG'],
	[
		'one id twice',
		with_({sides: [two()[0], {...two()[1], id: 'a'}]}),
		'x.json: sides[1].id: “a” is taken; expected an id of its own',
	],
	[
		'a third party with the id of a side',
		with_({third: [{id: 'A', name: 'Other'}]}),
		'x.json: third[0].id: “A” is taken',
	],
	[
		'one place twice',
		with_({
			places: [
				{id: 'p', en: 'P'},
				{id: 'p', en: 'Q'},
			],
		}),
		'x.json: places[1].id: “p” is taken',
	],
	[
		'an offset for a zone',
		with_({timezone: '+06:00'}),
		'x.json: timezone: expected an IANA zone such as Asia/Bishkek, got “+06:00”',
	],
	[
		'a zone that is none',
		firstSide({timezone: 'Asia/Nowhere'}),
		'x.json: sides[0].timezone: expected an IANA zone such as Asia/Bishkek, got “Asia/Nowhere”',
	],
	['timeZone', with_({timeZone: 'UTC'}), 'x.json: timeZone: unknown key; did you mean “timezone”?'],
	[
		'a window without from',
		with_({window: {to: '2022-09-14'}}),
		'x.json: window.from: expected an instant such as 2022-09-14T00:00:00Z, or a day, got nothing',
	],
	[
		'an hour without a zone',
		with_({window: {from: '2022-09-14T10:00:00'}}),
		'x.json: window.from: expected an instant such as 2022-09-14T00:00:00Z, or a day, got “2022-09-14T10:00:00”',
	],
	['a day that is none', with_({window: {from: '2022-19-44'}}), 'x.json: window.from: expected an instant'],
	[
		'a window backwards',
		with_({window: {from: '2022-09-14', to: '2022-09-13'}}),
		'x.json: window: expected “to” after “from”',
	],
	[
		'earlier, backwards',
		with_({earlier: [{from: '2022-09-14', to: '2022-09-13'}]}),
		'x.json: earlier[0]: expected “to” after “from”',
	],
	[
		'a place without a name',
		with_({places: [{id: 'p', lat: 1, lon: 1}]}),
		'x.json: places[0]: expected a name in “en” or “ru”',
	],
	[
		'a latitude of 100',
		with_({places: [{id: 'p', en: 'P', lat: 100, lon: 1}]}),
		'x.json: places[0].lat: expected a number from -90 to 90, got the number 100',
	],
	[
		'half a position',
		with_({places: [{id: 'p', en: 'P', lat: 10}]}),
		'x.json: places[0]: expected both “lat” and “lon”, or neither',
	],
	[
		'an outlet of no side',
		with_({outlets: [{name: 'O', side: 'C'}]}),
		'x.json: outlets[0].side: expected the id of a side (A, B), got “C”',
	],
	[
		'an outlet of no kind',
		with_({outlets: [{name: 'O', kind: 'press'}]}),
		'x.json: outlets[0].kind: expected one of state, local, wire, international, monitor, un, got “press”',
	],
	[
		'a feed that is a file',
		with_({outlets: [{name: 'O', feed: 'file:///etc/passwd'}]}),
		'x.json: outlets[0].feed: expected an address such as https://news.example/rss, got “file:///etc/passwd”',
	],
	['two wrong keys', {id: 7, sides: 'A, B'}, 'x.json: id: expected a text, got the number 7 (and 1 more)'],
	[
		'too many sides',
		with_({sides: Array.from({length: 21}, (_, index) => ({id: `S${index}`, name: `S${index}`}))}),
		'x.json: sides: expected a list of at most 20',
	],
];

for (const [title, value, message] of broken) {
	test(`refused: ${title}`, () => {
		assert.throws(
			() => profileOf(value, 'x.json'),
			(error: Error) => error.message.includes(message) || assert.equal(error.message, message) === undefined,
		);
	});
}

test('defaults are filled in', () => {
	const profile = profileOf(with_({}), 'x.json');
	assert.equal(profile.name, 'a-b');
	assert.equal(profile.timezone, 'UTC');
	assert.equal(profile.window, null);
	assert.deepEqual(profile.earlier, []);
	assert.deepEqual(profile.places, []);
	assert.ok(profile.outlets.some(({name, kind}) => name === 'Human Rights Watch' && kind === 'monitor'));
	assert.equal(profile.sides[1]!.name, 'Borland');
	assert.deepEqual(profile.sides[1]!.officials, [{name: 'Ivo Lunt', ru: null, aka: [], role: null}]);
	assert.deepEqual(profile.sides[0]!.forces, {});
	assert.equal(profile.sides[0]!.timezone, null);
	assert.ok(profile.wires.includes('Reuters'));
	assert.ok(profile.third.some(({id}) => id === 'UN'));
});

test('a profile that names no third parties keeps none of the known ones that are its sides', () => {
	const sides = [
		{id: 'R', name: 'Russia', adjectives: {en: ['Russian']}},
		{id: 'U', name: 'Ukraine'},
	];
	const {third} = profileOf({id: 'x', sides}, 'x.json');
	assert.ok(!third.some(({id}) => id === 'RU'));
	assert.ok(third.some(({id}) => id === 'UN'));
});

test('an empty list stays empty', () => {
	const profile = profileOf(with_({third: [], wires: [], outlets: []}), 'x.json');
	assert.deepEqual([profile.third, profile.wires, profile.outlets], [[], [], []]);
});

test('unknown keys are tolerated', () => {
	const profile = profileOf(
		with_({note: 'ours', $schema: 'x', sides: two().map(side => ({...side, fips: 'X'}))}),
		'x.json',
	);
	assert.equal(profile.sides.length, 2);
	assert.ok(!('note' in profile));
});

test('a window is read into milliseconds; a day as its end has all its hours', () => {
	const profile = profileOf(
		with_({
			window: {from: '2022-09-14T00:00:00+06:00'},
			earlier: [
				{name: 'second', from: '2022-01-27', to: '2022-01-28'},
				{from: '2021-04-28T00:00Z', to: '2021-05-06T12:00:00Z'},
			],
		}),
		'x.json',
	);
	assert.deepEqual(profile.window, {from: Date.parse('2022-09-13T18:00:00Z'), to: null});
	assert.deepEqual(profile.earlier, [
		{from: Date.parse('2021-04-28T00:00:00Z'), to: Date.parse('2021-05-06T12:00:00Z')},
		{from: Date.parse('2022-01-27T00:00:00Z'), to: Date.parse('2022-01-28T23:59:59.999Z')},
	]);
	assert.equal(windowAt(profile, Date.parse('2021-06-01'))!.from, Date.parse('2021-04-28T00:00:00Z'));
});

test('one text stands for a list of one, and a name given twice counts once', () => {
	const profile = profileOf(with_({places: [{id: 'p', en: 'Port', ru: ['Порт', 'Порт']}]}), 'x.json');
	assert.deepEqual(profile.places[0], {
		id: 'p',
		en: ['Port'],
		ru: ['Порт'],
		lat: null,
		lon: null,
		radiusKm: null,
		in: null,
		kind: null,
	});
});

test('an outlet may name its side, and its channel with an @', () => {
	const {outlets} = profileOf(
		with_({outlets: [{name: 'O', side: 'Borport', telegram: '@o_news', kind: 'local'}]}),
		'x.json',
	);
	assert.deepEqual(outlets[0], {
		name: 'O',
		url: null,
		feed: null,
		telegram: 'o_news',
		side: 'B',
		kind: 'local',
		language: null,
	});
});

test('whatever it is given, it says which file is wrong', () => {
	const key = fc.constantFrom(
		'id',
		'name',
		'sides',
		'side',
		'third',
		'names',
		'en',
		'officials',
		'places',
		'window',
		'from',
		'x',
	);
	const {value} = fc.letrec(tie => ({
		value: fc.oneof(
			{maxDepth: 5, depthSize: 'small'},
			fc.string(),
			fc.double(),
			fc.boolean(),
			fc.constant(null),
			fc.array(tie('value'), {maxLength: 4}),
			fc.dictionary(key, tie('value'), {maxKeys: 6}),
		),
	}));
	fc.assert(
		fc.property(value, given => {
			try {
				return profileOf(given, 'x.json').sides.length >= 2;
			} catch (error) {
				return (error as Error).message.startsWith('x.json: ');
			}
		}),
		{numRuns: 150},
	);
});

test('a list of a million and an object of a million keys are answered at once', () => {
	const wide = Object.fromEntries(Array.from({length: 100_000}, (_, index) => [`k${index}`, index]));
	assert.throws(() => profileOf({...wide, id: 'x'}, 'x.json'), /sides: expected a list/);
	const long = Array.from({length: 1_000_000}, () => 7);
	assert.throws(
		() => profileOf(with_({wires: long}), 'x.json'),
		/wires: expected a list of at most 2000, got a list$/,
	);
});

test('__proto__ as a key changes nothing', () => {
	const value = JSON.parse(
		'{"id":"x","__proto__":{"timezone":"Asia/Bishkek"},"sides":[{"id":"A","names":{"en":["Arland"],"__proto__":["x"]}},{"id":"B","name":"Borland"}]}',
	);
	const profile = profileOf(value, 'x.json');
	assert.equal(profile.timezone, 'UTC');
	assert.deepEqual(Object.keys(profile.sides[0]!.names), ['en']);
});

const sides: readonly (readonly [text: string, id: string | null])[] = [
	['KG', 'KG'],
	['kg', 'KG'],
	['Kyrgyzstan', 'KG'],
	[' tajikistan ', 'TJ'],
	['Kyrgyz', 'KG'],
	['Таджикистан', 'TJ'],
	['Dushanbe', 'TJ'],
	['Uzbekistan', null],
	['', null],
];
for (const [text, id] of sides) {
	test(`a side called “${text}”`, () => assert.equal(sideNamed(builtIn[0]!, text)?.id ?? null, id));
}

test('the built-in profile', () => {
	const profile = builtIn[0]!;
	assert.equal(profile.id, 'kyrgyzstan-tajikistan');
	assert.deepEqual(
		profile.sides.map(({id}) => id),
		['KG', 'TJ'],
	);
	assert.deepEqual(profile.window, {from: Date.parse('2022-09-14T00:00:00Z'), to: null});
	assert.equal(profile.earlier[0]!.from, Date.parse('2021-04-28T00:00:00Z'));
	assert.ok(profile.places.length > 50 && profile.outlets.length > 30);
	for (const {name, ru} of profile.sides.flatMap(side => side.officials))
		assert.ok(ru, `${name} has a Russian name`);
	for (const place of profile.places) assert.ok(place.en.length > 0 && place.ru.length > 0, place.id);
});

for (const folder of ['tests/fixtures/profile', '../shared/gold/profiles']) {
	if (!existsSync(folder)) continue;
	for (const file of readdirSync(folder).filter(name => name.endsWith('.json'))) {
		test(`${folder}/${file} loads`, () => {
			const profile = profileOf(JSON.parse(readFileSync(path.join(folder, file), 'utf8')), file);
			assert.ok(profile.sides.every(side => Object.values(side.names).flat().length > 0));
		});
	}
}
