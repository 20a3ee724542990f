import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import type {Picture, Reading} from '../../source/picture/picture.ts';
import {createPictures} from '../../source/picture/pictures.ts';
import {createPicturing, eventAt} from '../../source/picture/picturing.ts';
import {spring} from './april-2021.ts';
import {hourMs, readings} from './arbitrary.ts';
import {at, draw, figure, profile, report, revised} from './conflict.ts';
import {september} from './september-2022.ts';

const now = at('30 00:00');
const range = {sinceMs: 14 * 86_400_000};
const clocks = [
	{asOf: null, asSeen: null},
	{asOf: at('17 00:00'), asSeen: null},
	{asOf: null, asSeen: at('17 00:00')},
] as const;

function keeper(clock: (typeof clocks)[number] = clocks[0]) {
	const moment = clock.asOf ?? clock.asSeen ?? now;
	const kept = createPicturing(profile, clock, eventAt(profile, moment, range));
	return {...kept, show: (): Picture => kept.draw({sources: [], now, everyMs: 300_000})};
}

test('kept up in any order and any steps, the picture is that from nothing', () =>
	fc.assert(
		fc.property(
			readings.chain(all =>
				fc.record({
					all: fc.constant(all),
					order: fc.shuffledSubarray(all, {minLength: all.length}),
					steps: fc.array(fc.boolean(), {minLength: all.length, maxLength: all.length}),
					clock: fc.constantFrom(...clocks),
				}),
			),
			({all, order, steps, clock}) => {
				const {take, show} = keeper(clock);
				for (const [index, reading] of order.entries()) {
					take(reading);
					if (steps[index]) show();
				}
				assert.deepEqual(show(), draw(all, clock));
			},
		),
		{numRuns: 150},
	));

test('taken from moment to moment, the picture is that from nothing at each', () =>
	fc.assert(
		fc.property(
			readings,
			fc.constantFrom('asOf' as const, 'asSeen' as const),
			fc.array(fc.integer({min: -30, max: 200}), {minLength: 1, maxLength: 6}),
			(all, kind, hours) => {
				const clockAt = (hour: number) => ({
					asOf: null,
					asSeen: null,
					[kind]: at('14 00:00') + hour * hourMs,
				});
				const event = eventAt(profile, now, range);
				const kept = createPicturing(profile, clockAt(hours[0]!), event);
				for (const reading of all) kept.take(reading);
				for (const hour of hours) {
					const clock = clockAt(hour);
					kept.move(clock, all);
					const fresh = createPicturing(profile, clock, event);
					for (const reading of all) fresh.take(reading);
					const show = {sources: [], now, everyMs: 300_000};
					assert.deepEqual(kept.draw(show), fresh.draw(show));
				}
			},
		),
		{numRuns: 150},
	));

test('what is read anew takes the place of what was read before', () =>
	fc.assert(
		fc.property(readings, readings, (all, others) => {
			const {take, show} = keeper();
			for (const reading of all) take(reading);
			show();
			const anew = all.map((reading, index): Reading => {
				const facts = others[index]?.facts ?? [];
				const {id, source, url, title, publishedAt} = reading.report;
				return {
					...reading,
					facts: facts.map(fact => ({...fact, report: {id, source, url, title, publishedAt}})),
				};
			});
			for (const reading of anew) take(reading);
			assert.deepEqual(show(), draw(anew));
		}),
		{numRuns: 80},
	));

test('the record, one report after the other, each picture that from nothing', () => {
	const all = [...spring, ...september];
	const {take, show} = keeper();
	for (const [index, reading] of all.entries()) {
		take(reading);
		assert.deepEqual(show(), draw(all.slice(0, index + 1)), reading.report.id);
	}
});

test('rows that nothing has changed are the same objects', () => {
	const {take, show} = keeper();
	for (const reading of september) take(reading);
	const before = show().tally.rows;
	assert.equal(show().tally.rows, before);
	take(report('20 12:00', 'Kabar', [figure('KG evacuated 137000', 'KG:Ministry of Emergency Situations')]));
	const after = show().tally.rows;
	const changed = after.filter(row => !before.includes(row));
	assert.deepEqual(
		changed.map(({of, measure}) => `${of} ${measure}`),
		['KG evacuated'],
	);
});

test('who carries a figure can be asked: each report once, in its own words', () => {
	const {take, show, carriers} = keeper();
	const health = 'KG:Health Ministry';
	const first = report('18 04:00', 'Kabar', [figure('KG killed 36', health)]);
	for (const reading of [
		first,
		report('17 04:00', 'Kabar', [figure('KG killed 24', health)]),
		report('18 05:00', 'AFP', [figure('KG killed 36', health), figure('KG killed 36', health)]),
		report('18 06:00', 'TASS', [figure('KG killed 36', 'KG')], {origin: first.report.id}),
		report('18 06:00', 'RIA', [figure('KG killed 3', health, {scope: 'incident'})]),
	])
		take(reading);
	const chain = show().tally.rows[0]!.own[0]!;
	const ask = (fact: typeof chain.current) =>
		carriers({kind: 'figure', of: 'KG', measure: 'killed', claimant: chain.claimant, fact}).map(
			({outlet}) => outlet,
		);
	assert.deepEqual(ask(chain.current), ['Kabar', 'AFP', 'TASS']);
	assert.deepEqual([chain.copies, chain.origins], [3, 2]);
	assert.deepEqual(ask(chain.replaced[0]!.fact), ['Kabar']);
	assert.deepEqual(ask(chain.parts[0]!), ['RIA']);
	assert.deepEqual(
		carriers({kind: 'figure', of: 'TJ', measure: 'killed', claimant: 'nobody', fact: chain.current}),
		[],
	);
});

test('an outlet’s editions in two languages are one origin, its two stories are two', () => {
	const told = (when: string, language: string) =>
		report(when, 'Kabar', [figure('KG killed 36', 'KG:Health Ministry', {language})]);
	const origins = (...all: readonly Reading[]) => draw(all).tally.rows[0]!.own[0]!.origins;
	assert.equal(origins(told('18 04:00', 'en'), told('18 04:40', 'ru')), 1);
	assert.equal(origins(told('18 04:00', 'en'), told('18 05:20', 'ru')), 2);
	assert.equal(origins(told('18 04:00', 'en'), told('18 04:40', 'en')), 2);
});

test('a number that its own report corrects is marked so, one that a later report raises is not', () => {
	const first = report('18 04:00', 'Kabar', [figure('KG killed 46', 'KG:Health Ministry')]);
	const replaced = (next: Reading) => draw([first, next]).tally.rows[0]!.own[0]!.replaced[0]!;
	const corrected = replaced(revised(first, '18 05:00', [figure('KG killed 36', 'KG:Health Ministry')]));
	assert.deepEqual([corrected.why, corrected.corrected], ['revised down', true]);
	const raised = replaced(report('18 05:00', 'TASS', [figure('KG killed 59', 'KG:Health Ministry')]));
	assert.deepEqual([raised.why, raised.corrected], ['later total', false]);
});

test('without a named event the time before is counted in whole steps', () => {
	const unnamed = {...profile, window: null, earlier: []};
	const moment = at('18 13:37');
	const from = (sinceMs: number) => new Date(eventAt(unnamed, moment, {sinceMs}).from).toISOString();
	assert.equal(from(14 * 24 * hourMs), '2022-09-04T00:00:00.000Z');
	assert.equal(from(24 * hourMs), '2022-09-17T13:00:00.000Z');
	assert.equal(from(2 * hourMs), '2022-09-18T11:37:00.000Z');
	assert.equal(eventAt(unnamed, moment, {sinceMs: hourMs, from: at('14 00:00')}).from, at('14 00:00'));
});

test('a list that is kept up, read anew, cut or put in another order: each picture is that from nothing', () =>
	fc.assert(
		fc.property(
			readings,
			fc.array(fc.tuple(fc.constantFrom('more', 'anew', 'less', 'other order', 'past'), fc.nat(20)), {
				maxLength: 12,
			}),
			(all, orders) => {
				const pictures = createPictures(profile);
				let kept: readonly Reading[] = [];
				for (const [what, place] of orders) {
					if (what === 'more') kept = all.slice(0, Math.max(kept.length, place));
					else if (what === 'anew')
						kept = kept.map((each, at) => (at === place ? {...each, facts: []} : each));
					else if (what === 'less') kept = kept.slice(0, place);
					else if (what === 'other order') kept = kept.toReversed();
					const clock =
						what === 'past'
							? {
									asOf: null,
									asSeen: null,
									[place % 2 ? 'asOf' : 'asSeen']: at('15 00:00') + place * 6 * hourMs,
								}
							: clocks[0];
					const shown = pictures.draw(kept, {sources: [], now, everyMs: 300_000, ...range, ...clock});
					assert.deepEqual(shown, draw(kept, clock));
					const chain = shown.tally.rows.flatMap(({of, measure, own, enemy, third}) =>
						[...own, ...enemy, ...third].map(({claimant, current}) => ({
							...{kind: 'figure' as const, of, measure, claimant},
							fact: current,
						})),
					)[0];
					const before = chain && pictures.carriers(chain);
					// Beside it, one of another moment: nothing changes for the one that is looked at.
					const other = clocks[place % 3]!;
					const glanced = pictures.glance(kept, {
						...{sources: [], now, everyMs: 300_000},
						...range,
						...other,
					});
					assert.deepEqual(glanced, draw(kept, other));
					assert.deepEqual(chain && pictures.carriers(chain), before);
				}
			},
		),
		{numRuns: 50},
	));
