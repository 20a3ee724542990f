import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {samples} from '../../source/demo/sample.ts';
import {concerns} from '../../source/facts/concern.ts';
import {builtIn} from '../../source/profile/index.ts';
import type {Profile} from '../../source/profile/profile.ts';
import {elsewhere} from './elsewhere.ts';

const profile = builtIn[0]!;
const report = (title: string, text: string, outlet = 'Example Agency') => ({
	id: 'a',
	source: 'example',
	outlet,
	url: null,
	title,
	text,
	publishedAt: null,
	language: null,
});

describe('a report about another conflict is not about this one', () => {
	for (const [title, text] of elsewhere)
		test(title, () => {
			for (const outlet of ['Example Agency', 'Reuters', '24.kg', 'Kabar', 'Khovar'])
				assert.equal(concerns(profile)(report(title, text, outlet)), false, outlet);
		});
});

test('every sample report of the demo is about its conflict, whoever publishes it', () => {
	const isAbout = concerns({...profile, outlets: []});
	for (const {versions} of samples)
		for (const {title, paragraphs} of versions)
			assert.ok(isAbout(report(title, paragraphs.join('\n\n'))), title);
});

const cases: readonly [string, string, string, boolean][] = [
	['a side', 'Toll rises', 'Tajikistan has given no figures.', true],
	['a people', 'Toll rises', 'Two Kyrgyz were wounded.', true],
	['an official', 'Truce', 'Tashiev spoke by telephone.', true],
	['a village', 'Truce', 'Shots were heard at Kok-Tash.', true],
	['a side in another case', 'Перемирие', 'Об этом заявили в Таджикистане.', true],
	['a place whose name another begins with', 'Truce', 'A truce holds in Oshawa.', false],
	['nobody, by an agency', 'Toll rises to 59', 'The Health Ministry said 59 were killed.', false],
];
for (const [title, head, text, expected] of cases)
	test(title, () => assert.equal(concerns(profile)(report(head, text)), expected));

test('a side’s own outlet need not name it, as long as it names no other country', () => {
	const isAbout = concerns(profile);
	const outlet = profile.outlets.find(({side}) => side !== null)!.name;
	assert.ok(isAbout(report('Toll rises to 59', 'The Health Ministry said 59 were killed.', outlet)));
	assert.ok(
		!isAbout(report('Toll rises to 59', 'In Sudan 59 were killed, the Health Ministry said.', outlet)),
	);
	assert.ok(!isAbout(report('59 погибших', 'В Судане погибли 59 человек.', outlet)));
});

test('sides named by flags are found by their names', () => {
	const other: Profile = {
		...profile,
		places: [],
		outlets: [],
		sides: profile.sides.map((side, index) => ({
			...side,
			names: {en: [['Armenia'], ['Azerbaijan']][index]!},
			adjectives: {en: [['Armenian'], ['Azerbaijani']][index]!},
			officials: [],
			places: {},
		})),
	};
	const [title, text] = elsewhere[0]!;
	assert.ok(concerns(other)(report(title, text)));
	assert.ok(!concerns(other)(report('Toll rises', 'Kyrgyzstan said 36 were killed.')));
});
