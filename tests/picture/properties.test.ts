import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {type Measure, measures} from '../../source/facts/fact.ts';
import type {Picture, Reading} from '../../source/picture/picture.ts';
import {toldAt} from '../../source/reports/report.ts';
import {september} from './chronology.ts';
import {at, claim, draw, figure, profile, report, truce} from './conflict.ts';

const hourMs = 3_600_000;
const sides = ['KG', 'TJ', 'both', '-'] as const;
const speakers = [
	'KG',
	'KG:Health Ministry',
	'KG:Ministry of Health',
	'KG:Border Service',
	'TJ',
	'TJ:Foreign Ministry',
	'~security sources',
	'!TJ:Usmonzoda',
	'Reuters',
	'UN',
	null,
] as const;

const amount = fc.oneof(
	fc.integer({min: 0, max: 60}).map(String),
	fc.integer({min: 1, max: 60}).map(number => `${number}+`),
	fc.integer({min: 1, max: 60}).map(number => `~${number}`),
	fc.integer({min: 1, max: 60}).map(number => `<${number}`),
	fc.integer({min: 1, max: 30}).map(number => `${number}-${number + 9}`),
	fc.constantFrom('dozens', 'several', 'none', 'silence'),
);
const said = fc.record({
	saidAt: fc.option(fc.integer({min: 0, max: 150}).map(hour => at('14 00:00') + hour * hourMs)),
	saidAtPrecision: fc.constantFrom('minute' as const, 'day' as const),
	period: fc.constantFrom('current' as const, 'current' as const, 'historical' as const),
});
const fact = fc.oneof(
	{
		weight: 4,
		arbitrary: fc
			.record({
				of: fc.constantFrom(...sides),
				measure: fc.constantFrom<Measure>(...measures.slice(0, 2), 'casualties'),
				amount,
				by: fc.constantFrom(...speakers),
				scope: fc.constantFrom(
					'running' as const,
					'running' as const,
					'running' as const,
					'additional' as const,
					'incident' as const,
					'subset' as const,
				),
				combatant: fc.constantFrom(null, null, null, 'civilian' as const, 'military' as const),
				said,
			})
			.map(({of, measure, amount: number, by, scope, combatant, said: more}) =>
				figure(`${of} ${measure} ${number}`, by, {scope, combatant, ...more}),
			),
	},
	{
		weight: 1,
		arbitrary: fc
			.record({
				event: fc.constantFrom(
					'called for' as const,
					'agreed' as const,
					'in force' as const,
					'holding' as const,
					'violation' as const,
					'denied' as const,
					'renewed' as const,
					'collapsed' as const,
				),
				by: fc.constantFrom(...speakers, 'both'),
				against: fc.constantFrom('KG', 'TJ', null),
				effective: fc.option(fc.integer({min: 0, max: 150})),
				said,
			})
			.map(({event, by, against, effective, said: more}) =>
				truce(event, by, against, {
					effectiveAt: effective === null ? null : at('14 00:00') + effective * hourMs,
					...more,
				}),
			),
	},
	{
		weight: 1,
		arbitrary: fc
			.record({
				act: fc.constantFrom('accusation' as const, 'denial' as const, 'statement' as const),
				by: fc.constantFrom(...speakers),
				about: fc.constantFrom('KG', 'TJ', null),
				topics: fc.subarray(['tanks' as const, 'drone' as const], {maxLength: 2}),
				said,
			})
			.map(({act, by, about, topics, said: more}) => claim(act, by, about, topics, more)),
	},
);

/** Reports with up to three revisions each, told and seen at any hour of the week, some of one origin. */
const readings = fc
	.array(
		fc.record({
			hour: fc.integer({min: -20, max: 150}),
			outlet: fc.constantFrom('Kabar', 'TASS', 'Reuters', 'Khovar'),
			later: fc.array(
				fc.record({after: fc.integer({min: 1, max: 30}), facts: fc.array(fact, {maxLength: 3})}),
				{maxLength: 2},
			),
			seenAfter: fc.integer({min: 0, max: 40}),
			isUpdated: fc.boolean(),
			origin: fc.constantFrom(0, 0, 1),
			facts: fc.array(fact, {maxLength: 4}),
		}),
		{maxLength: 14},
	)
	.map(drafts =>
		drafts.flatMap(({hour, outlet, later, seenAfter, isUpdated, origin, facts}, place): Reading[] => {
			const publishedAt = at('14 00:00') + hour * hourMs + place * 60_000;
			const id = `r${place}`;
			const shared = {id, origin: origin && place > 0 ? 'r0' : id, publishedAt, url: null, title: id};
			let told = publishedAt;
			let seen = publishedAt + seenAfter * hourMs;
			const first = report('14', outlet, facts, {...shared, firstSeenAt: seen});
			const rest = later.map(({after, facts: next}, index) => {
				told += after * hourMs;
				seen = Math.max(seen + 1, told);
				return report('14', outlet, next, {
					...shared,
					revision: index + 2,
					updatedAt: isUpdated ? told : null,
					firstSeenAt: seen,
				});
			});
			return [first, ...rest];
		}),
	);

const runs = {numRuns: 300};

test('order of arrival does not change the picture', () =>
	fc.assert(
		fc.property(
			readings.chain(all => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, {minLength: all.length}))),
			([all, shuffled]) => assert.deepEqual(draw(shuffled), draw(all)),
		),
		runs,
	));

test('nothing published after T is in the picture as of T', () =>
	fc.assert(
		fc.property(readings, fc.integer({min: -24, max: 170}), (all, hour) => {
			const asOf = at('14 00:00') + hour * hourMs;
			const before = all.filter(({report: head}) => toldAt(head) <= asOf);
			assert.deepEqual(draw(all, {asOf}), draw(before, {asOf}));
		}),
		runs,
	));

test('nothing first seen after T is in the picture as seen at T', () =>
	fc.assert(
		fc.property(readings, fc.integer({min: -24, max: 170}), (all, hour) => {
			const asSeen = at('14 00:00') + hour * hourMs;
			const before = all.filter(({report: head}) => head.firstSeenAt <= asSeen);
			assert.deepEqual(draw(all, {asSeen}), draw(before, {asSeen}));
		}),
		runs,
	));

test('low ≤ best ≤ high, and every number shown is a number that somebody said', () =>
	fc.assert(
		fc.property(readings, all => {
			const told = new Set(
				all.flatMap(({facts}) =>
					facts.flatMap(each => (each.kind === 'figure' ? [each.low, each.best, each.high] : [])),
				),
			);
			for (const row of draw(all).tally.rows) {
				const ends = [row.low, row.best, row.high].filter(end => end !== null);
				assert.deepEqual(
					ends,
					ends.toSorted((a, b) => a - b),
					JSON.stringify(row),
				);
				const sums = new Set(
					[...row.own, ...row.enemy, ...row.third]
						.filter(({derived}) => derived)
						.flatMap(({current}) => [current.low, current.best, current.high]),
				);
				for (const end of ends) assert.ok(told.has(end) || sums.has(end), `${end} was said by nobody`);
			}
		}),
		runs,
	));

/** A picture without what copies may change. */
function withoutCounts(picture: Picture): unknown {
	return JSON.parse(
		JSON.stringify(picture, (key, value) =>
			['copies', 'carriers', 'counts', 'lastToldAt', 'repeatedAt', 'sources'].includes(key)
				? undefined
				: value,
		),
	);
}

test('a copy changes only counts', () =>
	fc.assert(
		fc.property(
			fc.integer({min: 0, max: september.length - 1}),
			fc.integer({min: 1, max: 50}),
			(index, minutes) => {
				const first = september[index]!;
				const copy: Reading = {
					report: {
						...first.report,
						id: `copy of ${first.report.id}`,
						revision: 1,
						outlet: 'Copyist',
						source: 'copyist',
						publishedAt: toldAt(first.report) + minutes * 60_000,
						firstSeenAt: toldAt(first.report) + minutes * 60_000,
						origin: first.report.id,
					},
					facts: first.facts,
				};
				assert.deepEqual(withoutCounts(draw([...september, copy])), withoutCounts(draw(september)));
			},
		),
		{numRuns: 120},
	));

test('a report about nothing that is watched changes nothing but the count of reports', () => {
	const {counts, ...rest} = draw(september);
	const {counts: more, ...same} = draw([...september, report('18 12:00', 'Sports daily', [])]);
	assert.deepEqual(same, rest);
	assert.deepEqual(more, {...counts, reports: counts.reports + 1, origins: counts.origins + 1});
});

test('a side may be called anything', () => {
	const odd = {
		...profile,
		sides: profile.sides.map((side, place) => (place === 0 ? {...side, id: '__proto__'} : side)),
	};
	const drawn = draw([report('18', 'A', [figure('KG killed 1', 'KG')])], {profile: odd});
	assert.deepEqual(Object.keys(drawn.claims), ['__proto__', 'TJ', 'others']);
});
