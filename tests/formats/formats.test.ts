import assert from 'node:assert/strict';
import {test} from 'node:test';
import stringWidth from 'string-width';
import type {Fact} from '../../source/facts/fact.ts';
import {csvLine} from '../../source/formats/csv.ts';
import {formats} from '../../source/formats/index.ts';
import {factLine} from '../../source/formats/lines.ts';
import {iso, printableFact} from '../../source/formats/printable.ts';
import {amount, clock} from '../../source/formats/wording.ts';
import {wrap} from '../../source/formats/wrap.ts';
import {at, claim, draw, figure, report, truce} from '../picture/conflict.ts';
import {september} from '../picture/september-2022.ts';

const week = draw(september, {asOf: at('18 07:00')});
const utc = {columns: 80, timezone: 'UTC'};
const hostile = '<script>alert(1)</script> | "quoted" *bold* [x](javascript:alert(1)) =1+1 \\ `code` & 36';

const hostileWeek = draw([
	report(
		'18',
		`<b>"Outlet'`,
		[
			figure('KG killed 36', 'KG:=HYPERLINK("http://x")', {sentence: hostile, start: 0, end: 8}),
			truce('violation', 'KG', 'TJ', {sentence: hostile}),
			claim('accusation', 'KG', 'TJ', ['tanks'], {sentence: hostile}),
		],
		{title: hostile, url: 'https://news.example/"><script>alert(1)</script>'},
	),
]);
const empty = draw([]);

test('every format writes an empty picture, a full one and a hostile one, and ends its last line', () => {
	for (const [name, format] of Object.entries(formats))
		for (const picture of [empty, week, hostileWeek]) {
			const written = format(picture, utc);
			assert.ok(written.endsWith('\n'), name);
			assert.ok(
				!written.includes('undefined') && !written.includes('NaN') && !written.includes('[object'),
				name,
			);
		}
});

test('JSON has the keys of a picture, and every instant as ISO 8601', () => {
	const read = JSON.parse(formats.json(week, utc));
	assert.deepEqual(Object.keys(read), [
		'version',
		'profile',
		'asOf',
		'window',
		'tally',
		'ceasefire',
		'claims',
		'sources',
		'counts',
	]);
	assert.equal(read.asOf, '2022-09-18T07:00:00Z');
	assert.deepEqual(read.window, {from: '2022-09-14T00:00:00Z', to: '2022-09-18T07:00:00Z'});
	const row = read.tally.rows.find(
		(each: {of: string; measure: string}) => each.of === 'KG' && each.measure === 'killed',
	);
	const {low, best, high, openEnded} = row;
	assert.deepEqual({low, best, high, openEnded}, {low: 36, best: 37, high: 37, openEnded: false});
	assert.equal(row.own[0].current.saidAt, null);
	assert.equal(row.own[1].current.saidAt, '2022-09-18T04:00:00Z');
	assert.equal(row.own[1].current.report.publishedAt, '2022-09-18T04:10:00Z');
	assert.equal(row.own[1].replaced[0].why, 'later total');
	const numbers = JSON.stringify(read).match(/\d{13}/g);
	assert.equal(numbers, null, 'no instant is left as a number');
});

const common = [
	'kind',
	'sentence',
	'start',
	'end',
	'rule',
	'language',
	'period',
	'saidAt',
	'saidAtPrecision',
	'by',
];
const kinds: readonly [Fact, string[]][] = [
	[
		figure('KG killed 36', 'KG'),
		['measure', 'low', 'best', 'high', 'qualifier', 'of', 'combatant', 'relation', 'scope'],
	],
	[
		truce('agreed', 'both', null, {effectiveAt: at('16 10:00')}),
		['event', 'against', 'effectiveAt', 'qualified'],
	],
	[claim('accusation', 'KG', 'TJ', ['tanks']), ['act', 'about', 'topics', 'place']],
];
for (const [fact, keys] of kinds) {
	test(`a ${fact.kind} is printed with its own keys and no others`, () => {
		const odd = Object.assign({}, fact, {why: 'internal'});
		assert.deepEqual(Object.keys(printableFact(odd)), [...common, ...keys, 'report']);
		assert.deepEqual(JSON.parse(factLine(fact)), printableFact(fact));
	});
}

test('an instant that no calendar has is null', () => {
	assert.equal(iso(Number.NaN), null);
	assert.equal(iso(1e18), null);
	assert.equal(iso(at('16 10:00') + 500), '2022-09-16T10:00:00.500Z');
});

test('text and JSON say what they were drawn from', () => {
	const made = {by: 'trucewatch 1', command: 'trucewatch once', clock: 'seen'} as const;
	assert.match(formats.text(week, {...utc, columns: 200, made}), /\(UTC\), from what this store had seen/);
	assert.deepEqual(JSON.parse(formats.json(week, {...utc, made})).made, made);
});

test('text names what the picture holds', () => {
	const text = formats.text(week, {columns: 200, timezone: 'Asia/Bishkek'});
	for (const part of [
		'as of 18 Sep 2022, 13:00 (Asia/Bishkek)',
		'Kyrgyzstan, killed: 36–37, best 37',
		'Tajikistan, killed: 30',
		'silent: Tajikistan',
		'both sides, killed: 54',
		'single origin',
		'CEASEFIRE: disputed since 16 Sep 2022, 16:00',
		'Tajikistan says violated by Kyrgyzstan',
		'before: 24 (from 17 Sep 2022, 01:30 until 18 Sep 2022, 10:00: later total',
	])
		assert.ok(text.includes(part), `${part}\n${text}`);
});

for (const columns of [40, 80, 120])
	test(`text is nowhere wider than ${columns} columns`, () => {
		const wide = draw([
			report('18', '通信社'.repeat(20), [
				figure('KG killed 36', 'KG:Health Ministry', {
					sentence: `${'пограничники'.repeat(9)} 国境で三十六人が死亡したと保健省が発表した${'国'.repeat(60)}`,
				}),
			]),
		]);
		for (const picture of [week, wide, hostileWeek])
			for (const line of formats.text(picture, {columns, timezone: 'UTC'}).split('\n'))
				assert.ok(stringWidth(line) <= columns, line);
	});

test('an unknown zone is UTC, and said to be', () => {
	assert.equal(clock('Mars/Olympus').zone, 'UTC');
	assert.ok(formats.text(week, {columns: 80, timezone: 'Mars/Olympus'}).includes('(UTC)'));
});

const amounts: readonly [string, string][] = [
	['KG killed 36', '36'],
	['KG evacuated 136770', '136,770'],
	['KG killed 100+', 'at least 100'],
	['KG killed ~40', 'about 40'],
	['KG killed <50', 'up to 50'],
	['KG killed 20-30', '20 to 30'],
	['KG killed none', 'none'],
	['KG killed dozens', '12 or more, not counted'],
	['KG killed silence', 'no figure'],
];
for (const [what, words] of amounts)
	test(`${what} is “${words}”`, () => assert.equal(amount(figure(what, 'KG')), words));

const lines: readonly [string, number, string[]][] = [
	['one two three', 9, ['one two', '  three']],
	['  kept indent', 40, ['  kept indent']],
	['abcdefghijklmnop', 10, ['abcdefghij', '  klmnop']],
	['', 10, ['']],
];
for (const [text, columns, expected] of lines)
	test(`“${text}” in ${columns} columns`, () => assert.deepEqual(wrap(text, columns, '  '), expected));

test('Markdown holds nothing from outside as a sign', () => {
	const written = formats.markdown(hostileWeek, utc);
	assert.ok(written.includes('\\<script\\>'));
	assert.ok(!/(?<!\\)\*bold/.test(written));
	assert.ok(!/(?<!\\)\]\(javascript/.test(written));
	const table = written.split('\n').filter(line => line.startsWith('|'));
	for (const line of table) assert.equal(line.match(/(?<!\\)\|/g)?.length, 7, line);
});

const cells: readonly [string | number | null, string][] = [
	['=1+1', "'=1+1"],
	['  =1+1', "'  =1+1"],
	['+7 999', "'+7 999"],
	['-36', "'-36"],
	[-36, '-36'],
	['@cmd', "'@cmd"],
	['a,b', '"a,b"'],
	['say "no"', '"say ""no"""'],
	['two\nlines', '"two\nlines"'],
	[null, ''],
];
for (const [cell, written] of cells)
	test(`CSV: ${JSON.stringify(cell)} is ${JSON.stringify(written)}`, () =>
		assert.equal(csvLine([cell]), written));
