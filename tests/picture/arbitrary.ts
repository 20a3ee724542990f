import fc from 'fast-check';
import {type Measure, measures} from '../../source/facts/fact.ts';
import type {Reading} from '../../source/picture/picture.ts';
import {at, claim, figure, report, truce} from './conflict.ts';

export const hourMs = 3_600_000;
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
				// Often the same claimant on the same dead: or no number would ever replace another.
				of: fc.constantFrom('KG', 'KG', 'KG', ...sides),
				measure: fc.constantFrom<Measure>('killed', 'killed', ...measures.slice(0, 2), 'casualties'),
				amount,
				by: fc.constantFrom('KG:Health Ministry', 'KG:Health Ministry', 'KG', ...speakers),
				scope: fc.constantFrom(
					'running' as const,
					'running' as const,
					'running' as const,
					'running' as const,
					'running' as const,
					'additional' as const,
					'incident' as const,
					'subset' as const,
				),
				combatant: fc.constantFrom(
					null,
					null,
					null,
					null,
					null,
					null,
					'civilian' as const,
					'military' as const,
				),
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
export const readings = fc
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
		// As long as they may be: fast-check prefers short ones, in which nothing replaces anything.
		{maxLength: 14, size: 'max'},
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
