import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Claim} from '../../source/facts/fact.ts';
import {claimText} from '../../source/panels/claims.ts';
import {factAt} from '../../source/panels/scene.ts';
import {picture} from './september.ts';

const claim = picture.claims.KG![0]!.fact;

const cases: [Partial<Claim>, string][] = [
	[{act: 'accusation', about: 'TJ', topics: ['shelling'], place: null}, 'accuses Tajikistan: shelling'],
	[
		{act: 'accusation', about: 'TJ', topics: ['shelling'], place: 'ovchi-kalacha'},
		'accuses Tajikistan: shelling, at Ovchi Qal’acha',
	],
	[
		{act: 'accusation', about: 'TJ', topics: [], place: 'not-in-the-profile'},
		'accuses Tajikistan: not-in-the-profile',
	],
	[{act: 'call', about: 'both', topics: [], place: null}, 'calls on both sides'],
];
for (const [fields, text] of cases)
	test(text, () => assert.equal(claimText({picture}, {...claim, ...fields}), text));

const at = (text: string): number => Date.parse(`2022-09-${text}Z`);
const times: [string, {saidAt: number | null; saidAtPrecision: Claim['saidAtPrecision']}, string][] = [
	['no time of its own: when it was published', {saidAt: null, saidAtPrecision: null}, '17T10:30'],
	['an hour of its own', {saidAt: at('17T09:00'), saidAtPrecision: 'hour'}, '17T09:00'],
	[
		'that day only: not the midnight before, when nobody had said it',
		{saidAt: at('17T00:00'), saidAtPrecision: 'day'},
		'17T10:30',
	],
];
for (const [title, said, shown] of times)
	test(title, () =>
		assert.equal(
			factAt({...claim, ...said, report: {...claim.report, publishedAt: at('17T10:30')}}),
			at(shown),
		),
	);
