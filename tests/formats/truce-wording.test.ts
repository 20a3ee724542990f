import assert from 'node:assert/strict';
import {test} from 'node:test';
import {formats} from '../../source/formats/index.ts';
import {span, termsOf} from '../../source/formats/truce-wording.ts';
import {at, draw, report, truce} from '../picture/conflict.ts';

const minute = 60_000;
const spans: readonly [number, string][] = [
	[0, 'less than a minute'],
	[-5, 'less than a minute'],
	[minute, '1 minute'],
	[59 * minute, '59 minutes'],
	[60 * minute, '1 hour'],
	[125 * minute, '2 hours 5 minutes'],
	[34 * 60 * minute, '1 day 10 hours'],
	[48 * 60 * minute + minute, '2 days'],
];
for (const [lengthMs, words] of spans)
	test(`${lengthMs} ms are “${words}”`, () => assert.equal(span(lengthMs), words));

const told = draw(
	[
		report('16 08:00', 'TASS', [truce('agreed', 'both', null, {effectiveAt: at('16 10:00')})]),
		report('17 09:00', 'Kabar', [truce('violation', 'KG', 'TJ')]),
		report('17 12:00', 'AFP', [truce('holding', 'KG', null, {qualified: true})]),
	],
	{asOf: at('18 21:00')},
);
for (const format of ['text', 'markdown', 'html'] as const)
	test(`${format} tells the terms, the days of violations, what is qualified, and how long ago the last breach was`, () => {
		const written = formats[format](told, {columns: 200, timezone: 'UTC'}).replace(/<[^>]+>/g, '');
		for (const part of [
			/to hold from 16 Sep 2022, 10:00/,
			/first breach alleged 17 Sep 2022, 09:00/,
			/last violation alleged 17 Sep 2022, 09:00, 1 day 12 hours before this moment/,
			/holding, to some degree/,
			/2022-09-17/,
		])
			assert.match(written, part);
	});

test('the name of a place is made safe by whoever writes it', () => {
	const [agreement] = told.ceasefire.agreements;
	const picture = {...told, profile: {...told.profile, places: {x: '<b>'}}};
	const terms = termsOf(picture, {...agreement!, place: 'x'}, String, text => text.replace('<', '&lt;'));
	assert.ok(terms.includes('at &lt;b>'), terms.join());
});
