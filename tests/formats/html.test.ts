import assert from 'node:assert/strict';
import {test} from 'node:test';
import {parseHTML} from 'linkedom';
import {behind, impliedFrom, violationsAgainst} from '../../source/formats/evidence.ts';
import type {FormatOptions} from '../../source/formats/format.ts';
import {formats} from '../../source/formats/index.ts';
import {ceiling, floor} from '../../source/picture/amount.ts';
import type {Picture} from '../../source/picture/picture.ts';
import {spring} from '../picture/april-2021.ts';
import {at, claim, draw, figure, report, revised, truce} from '../picture/conflict.ts';
import {september} from '../picture/september-2022.ts';

const utc: FormatOptions = {columns: 80, timezone: 'UTC'};
const hostile = '<script>alert(1)</script> | "quoted" *bold* \\ `code` & 36';
const hostileWeek = draw([
	report(
		'18',
		`<b>"Outlet'`,
		[
			figure('KG killed 36', 'KG:<i>Ministry</i>', {sentence: hostile, start: 0, end: 8}),
			truce('violation', 'KG', 'TJ', {sentence: hostile}),
			claim('accusation', 'KG', 'TJ', ['tanks'], {sentence: hostile, language: '"><script>'}),
		],
		{title: hostile, url: 'https://news.example/"><script>alert(1)</script>'},
	),
	report('18', 'Other', [figure('TJ killed 3', 'TJ')], {url: 'javascript:alert(1)' as never}),
]);
const moments = ['14 06:00', '16 08:00', '18 07:00', '18 20:00', '20 12:00'];
const pictures: readonly (readonly [string, Picture])[] = [
	['an empty picture', draw([])],
	['a hostile one', hostileWeek],
	...moments.map(moment => [moment, draw(september, {asOf: at(moment)})] as const),
	['spring', draw(spring, {asOf: Date.parse('2021-05-06T12:00Z')})],
];

const documentOf = (picture: Picture, more: Partial<FormatOptions> = {}) =>
	parseHTML(formats.html(picture, {...utc, ...more})).document;

for (const [name, picture] of pictures) {
	test(`${name}: all that is pointed to is there, once, and nothing is loaded`, () => {
		const document = documentOf(picture);
		const ids = [...document.querySelectorAll('[id]')].map(({id}) => id);
		assert.equal(new Set(ids).size, ids.length);
		for (const link of document.querySelectorAll('a')) {
			const href = link.getAttribute('href')!;
			assert.ok(href.startsWith('#') ? ids.includes(href.slice(1)) : /^https?:/.test(href), href);
			assert.notEqual(link.textContent.trim(), '', href);
		}
		assert.equal(document.querySelectorAll('script, img, link, iframe, object, b, i, [onclick]').length, 0);
		assert.ok(!/url\(|@import/.test(document.querySelector('style')!.textContent));
	});

	test(`${name}: headings skip no level, tables name their headers, the page its language`, () => {
		const document = documentOf(picture);
		let before = 0;
		for (const {tagName} of document.querySelectorAll('h1, h2, h3, h4')) {
			const level = Number(tagName.slice(1));
			assert.ok(level <= before + 1, `h${level} after h${before}`);
			before = level;
		}
		assert.equal(document.querySelectorAll('h1').length, 1);
		for (const header of document.querySelectorAll('th'))
			assert.match(header.getAttribute('scope') ?? '', /^(col|row)$/);
		for (const table of document.querySelectorAll('table')) assert.ok(table.querySelector('caption'));
		assert.equal(document.documentElement.getAttribute('lang'), 'en');
		for (const element of document.querySelectorAll('[lang]'))
			assert.match(element.getAttribute('lang')!, /^[a-z]{2,3}$/);
	});

	test(`${name}: low, best, high and what is implied each have a figure behind them`, () => {
		for (const row of picture.tally.rows) {
			const found = behind(row);
			if (row.low !== null) assert.equal(floor(found.low!), row.low);
			if (row.best !== null) assert.equal(found.best?.best, row.best);
			if (row.high !== null) assert.equal(ceiling(found.high!), row.high);
			for (const figure of impliedFrom(picture, row)) assert.ok(figure);
		}
	});

	test(`${name}: as many violations are pointed to as the picture counts`, () => {
		const {ceasefire, profile} = picture;
		for (const {id} of profile.sides)
			assert.equal(violationsAgainst(picture, id).length, ceasefire.violations[id] ?? 0);
		assert.equal(
			documentOf(picture).querySelectorAll('section[aria-labelledby=ceasefire] tbody tr').length,
			ceasefire.speakers.length +
				ceasefire.agreements.length +
				ceasefire.violationsByDay.length +
				ceasefire.events.length,
		);
	});

	test(`${name}: each number of the summary leads to the sentence of its figure`, () => {
		const document = documentOf(picture);
		const rows = [...document.querySelectorAll('table.summary tbody tr')];
		assert.equal(rows.length, picture.tally.rows.length);
		for (const [index, tr] of rows.entries()) {
			const row = picture.tally.rows[index]!;
			for (const [place, end] of (['low', 'best', 'high'] as const).entries()) {
				const link = tr.querySelectorAll('td.number')[place]!.querySelector('a');
				if (row[end] === null) assert.equal(link, null);
				else {
					const sentence = document.getElementById(link!.getAttribute('href')!.slice(1))!;
					assert.equal(sentence.querySelector('q')!.textContent, behind(row)[end]!.sentence);
				}
			}
		}
	});
}

test('what was replaced, parts, silence, violations, last words and claims are all pointed to', () => {
	const week = draw(september, {asOf: at('18 07:00')});
	const document = documentOf(week);
	const quoted = [...document.querySelectorAll('.sentences q')].map(({textContent}) => textContent);
	const facts = [
		...week.tally.rows.flatMap(({own, enemy, third, silence}) => [
			...[...own, ...enemy, ...third].flatMap(({current, replaced, parts}) => [
				current,
				...replaced.map(({fact}) => fact),
				...parts,
			]),
			...(silence ? [silence.fact] : []),
		]),
		...week.ceasefire.events,
		...week.ceasefire.speakers.map(({fact}) => fact),
		...Object.values(week.claims).flatMap(list => list.map(({fact}) => fact)),
	];
	for (const {sentence} of facts) assert.ok(quoted.includes(sentence), sentence);
	assert.match(document.body.textContent, /24 from .{12,20} until 18 Sep 2022, 04:00: later total/);
	assert.match(document.body.textContent, /Violations alleged against Tajikistan: \d+ \(no\. \d+/);
});

test('a sentence names its outlet, its report, the revision and when it was seen, in its own language', () => {
	const first = report('18 04:00', 'Кабар', [
		figure('KG killed 24', 'KG:Минздрав', {
			sentence: 'Погибли 24 человека.',
			language: 'ru',
			start: 8,
			end: 10,
		}),
	]);
	const second = revised(first, '18 06:00', [
		figure('KG killed 36', 'KG:Минздрав', {
			sentence: 'Погибли 36 человек.',
			language: 'ru',
			start: 8,
			end: 10,
		}),
	]);
	const drawn = draw([first, second]);
	const head: FormatOptions['head'] = fact =>
		[first, second].find(({facts}) => facts.includes(fact))?.report ?? null;
	const document = documentOf(drawn, {head});
	const item = [...document.querySelectorAll('.sentences li')].find(each => each.textContent.includes('36'))!;
	assert.equal(item.querySelector('q')!.getAttribute('lang'), 'ru');
	assert.equal(item.querySelector('mark')!.textContent, '36');
	assert.match(
		item.textContent,
		/Кабар · Кабар at 18 04:00 · published 18 Sep 2022, 04:00 · revision 2 of 18 Sep 2022, 06:00 · first seen here 18 Sep 2022, 06:01/,
	);
	assert.equal(item.querySelector('a.report')!.getAttribute('href'), second.report.url);
});

test('carriers lead to their reports, with the count of their origins', () => {
	const drawn = draw([report('18', 'Kabar', [figure('KG killed 36', 'KG:Health Ministry')])]);
	const {facts} = report('18', 'AFP', [figure('KG killed 36', 'KG:Health Ministry')]);
	const [current] = facts;
	const carrier = {fact: current!, at: 0, firstSeenAt: 0, origin: 'a'};
	const document = documentOf(
		{
			...drawn,
			tally: {
				rows: drawn.tally.rows.map(row => ({
					...row,
					own: row.own.map(chain => ({...chain, copies: 2, origins: 1})),
				})),
			},
		},
		{
			carriers: of =>
				of.kind === 'figure'
					? [
							{...carrier, outlet: 'Kabar'},
							{...carrier, outlet: 'AFP'},
						]
					: [],
		},
	);
	const cell = document.querySelector('table.chains td:last-child')!;
	assert.equal(cell.textContent, 'Kabar, AFP (2 reports, 1 origin)');
	assert.equal(cell.querySelectorAll('a')[1]!.getAttribute('href'), current!.report.url);
});

test('the page says how it was made', () => {
	const made = {by: 'trucewatch 1', command: "trucewatch once --side 'A&B=x'", clock: 'seen'} as const;
	const document = documentOf(draw([]), {made});
	assert.match(document.querySelector('header')!.textContent, /from what this store had seen by then/);
	assert.equal(document.querySelector('footer code')!.textContent, made.command);
});
