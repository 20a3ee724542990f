import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {
	breaks,
	cell,
	cut,
	cutLine,
	ends,
	lineWidth,
	plain,
	span,
	textOf,
	widthOf,
	wrap,
} from '../../source/panels/line.ts';

for (const [text, expected] of [
	['plain text', 'plain text'],
	['two\nlines\tand a tab', 'two lines and a tab'],
	['\u001b[2J\u001b]52;c;aGk=\u0007clear', '[2J]52;c;aGk=clear'],
	['a\u202eb\u2066c\u200bd\ufeffe', 'abcde'],
	['⚠\ufe0f 👍🏽 1\ufe0f\u20e3', '⚠ 👍 1'],
	['\ud800 half a pair', '\ufffd half a pair'],
	['Киргизия, 中国, 🇰🇬', 'Киргизия, 中国, 🇰🇬'],
] as const) {
	test(`plain: ${JSON.stringify(text)}`, () => assert.equal(plain(text), expected));
}

for (const [text, columns, expected] of [
	['Health Ministry', 15, 'Health Ministry'],
	['Health Ministry', 14, 'Health Minist…'],
	['Министерство', 6, 'Минис…'],
	['中国中国', 8, '中国中国'],
	['中国中国', 7, '中国中…'],
	['中国中国', 6, '中国…'],
	['word', 1, '…'],
	['word', 0, ''],
] as const) {
	test(`cut to ${columns}: ${text}`, () => assert.equal(cut(text, columns, '…'), expected));
}

test('a cut of a megabyte looks only at its beginning', () => {
	assert.equal(cut('ё'.repeat(1_000_000), 4, '…'), 'ёёё…');
	assert.equal(cut('中'.repeat(1_000_000), 5, '…'), '中中…');
});

test('a cell is exactly as wide as asked', () => {
	fc.assert(
		fc.property(
			fc.string({unit: 'grapheme', maxLength: 30}),
			fc.integer({min: 1, max: 20}),
			(text, columns) => {
				assert.equal(widthOf(cell(text, columns, '…')), columns);
			},
		),
	);
});

test('a line that is cut keeps its parts in order and marks the cut', () => {
	const line = [span('one '), span('two ', 'strong'), span('three')];
	assert.equal(textOf(cutLine(line, 13, '…')), 'one two three');
	assert.equal(textOf(cutLine(line, 12, '…')), 'one two thr…');
	assert.equal(textOf(cutLine(line, 8, '…')), 'one two…');
	assert.equal(textOf(cutLine(line, 3, '…')), 'on…');
});

test('the left end of a row gives way to the right one', () => {
	assert.equal(textOf(ends([span('Kyrgyzstan killed')], [span('36')], 12, '…')), 'Kyrgyzst… 36');
	assert.equal(textOf(ends([span('left')], [span('right')], 12, '…')), 'left   right');
});

for (const [text, columns, expected] of [
	['one two three', 7, ['one two', 'three']],
	['one two three', 8, ['one two', 'three']],
	['unbreakable', 4, ['unbr', 'eaka', 'ble']],
	['中国 中国人', 5, ['中国', '中国', '人']],
	['', 5, []],
] as const) {
	test(`broken at ${columns}: ${text}`, () =>
		assert.deepEqual(
			breaks(text, columns).map(({from, to}) => text.slice(from, to)),
			expected,
		));
}

test('broken lines hold every word, in order, and none is too wide', () => {
	fc.assert(
		fc.property(
			fc.string({unit: 'grapheme', maxLength: 200}).map(plain),
			fc.integer({min: 2, max: 40}),
			(text, columns) => {
				const lines = wrap([span(text)], columns, '…');
				assert.ok(lines.every(line => lineWidth(line) <= columns));
				assert.equal(lines.map(textOf).join('').replace(/ /g, ''), text.replace(/ /g, ''));
			},
		),
	);
});

test('lines beyond the last are marked, and tones stay with their words', () => {
	const lines = wrap([span('before '), span('[read words]', 'read'), span(' after it all')], 12, '…', 2);
	assert.deepEqual(lines.map(textOf), ['before [read', 'words] afte…']);
	assert.deepEqual(lines[1]?.[0], {text: 'words]', tone: 'read'});
});
