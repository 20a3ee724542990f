import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {concerns} from '../../source/facts/concern.ts';
import {readerOf} from '../../source/facts/read.ts';
import type {Picture, Reading, Row} from '../../source/picture/picture.ts';
import {builtIn} from '../../source/profile/index.ts';
import {toldAt} from '../../source/reports/report.ts';
import {elsewhere} from '../facts/elsewhere.ts';
import {hourMs, readings} from './arbitrary.ts';
import {at, draw, figure, profile, report} from './conflict.ts';
import {drawn} from './held.ts';
import {september} from './september-2022.ts';

const runs = {numRuns: 120};

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

// What a later text adds is copied with what it repeats, and that is said again.
const copied = september.filter(({report: {revision}}) => revision === 1);

test('a copy changes only counts', () =>
	fc.assert(
		fc.property(
			fc.integer({min: 0, max: copied.length - 1}),
			fc.integer({min: 1, max: 50}),
			(index, minutes) => {
				const first = copied[index]!;
				const copy: Reading = {
					report: {
						...first.report,
						id: `copy of ${first.report.id}`,
						revision: 1,
						outlet: 'Copyist',
						source: 'copyist',
						publishedAt: toldAt(first.report) + minutes * 60_000,
						firstSeenAt: first.report.firstSeenAt + minutes * 60_000,
						origin: first.report.id,
					},
					facts: first.facts,
				};
				assert.deepEqual(withoutCounts(draw([...september, copy])), withoutCounts(draw(september)));
			},
		),
		{numRuns: 50},
	));

test('a report about nothing that is watched changes nothing but the count of reports', () => {
	const {counts, ...rest} = draw(september);
	const {counts: more, ...same} = draw([...september, report('18 12:00', 'Sports daily', [])]);
	assert.deepEqual(same, rest);
	assert.deepEqual(more, {...counts, reports: counts.reports + 1, origins: counts.origins + 1});
});

const isAbout = concerns(builtIn[0]!);
const reader = readerOf(builtIn[0]!);

/** What the program reads of a report, as it came. */
function readAs(when: number, outlet: string, [title, text]: readonly [string, string]): Reading {
	const bare = report(new Date(when).toISOString(), outlet, [], {title});
	const whole = {...bare.report, text};
	return {...bare, facts: isAbout(whole) ? reader(whole, when) : []};
}

test('a report about another conflict changes nothing but the count of reports', () => {
	const before = drawn(september, {});
	fc.assert(
		fc.property(
			fc.array(
				fc.record({
					told: fc.constantFrom(...elsewhere),
					hour: fc.integer({min: 0, max: 160}),
					outlet: fc.constantFrom('Reuters', 'Kabar', '24.kg', 'Khovar', 'AFP', 'Example Agency'),
				}),
				{minLength: 1, maxLength: 6},
			),
			others => {
				const added = others.map(({told, hour, outlet}) =>
					readAs(at('14 00:00') + hour * hourMs, outlet, told),
				);
				const {counts, ...same} = drawn([...september, ...added], {});
				const {counts: bare, ...rest} = before;
				assert.deepEqual(same, rest);
				assert.deepEqual(counts, {
					...bare,
					reports: bare.reports + added.length,
					origins: bare.origins + added.length,
				});
			},
		),
		{numRuns: 40},
	);
});

test('a report about this conflict, told the same way, does change it', () => {
	const added = readAs(at('18 20:00'), 'Reuters', [
		'Truce between Kyrgyzstan and Tajikistan collapses',
		"Kyrgyzstan's Health Ministry said 71 people had been killed. Both sides accused each other of violating the truce.",
	]);
	const [before, after] = [drawn(september, {}), drawn([...september, added], {})];
	assert.notDeepEqual(after.tally, before.tally);
	assert.notDeepEqual(after.ceasefire, before.ceasefire);
});

test('what these properties are tried on is no empty picture, and its instants cut it', () => {
	const tried = fc
		.sample(fc.tuple(readings, fc.integer({min: -24, max: 170})), {numRuns: 150, seed: 14})
		.map(([all, hour]) => {
			const instant = at('14 00:00') + hour * hourMs;
			return {whole: draw(all), asOf: draw(all, {asOf: instant}), asSeen: draw(all, {asSeen: instant})};
		});
	const share = (isSo: (one: (typeof tried)[number]) => boolean) => tried.filter(isSo).length / tried.length;
	const hasRow = (isSo: (row: Row) => boolean) => share(({whole}) => whole.tally.rows.some(isSo));
	const isCut = (cut: Picture, whole: Picture) =>
		cut.counts.facts > 0 && cut.counts.facts < whole.counts.facts;
	assert.ok(share(({whole}) => whole.tally.rows.length > 1) > 0.5, 'rows');
	assert.ok(hasRow(({low, high}) => low !== high) > 0.4, 'ranges');
	assert.ok(hasRow(({own}) => own.some(({replaced}) => replaced.length > 0)) > 0.05, 'what was replaced');
	assert.ok(share(({whole}) => whole.ceasefire.events.length > 0) > 0.4, 'truces');
	assert.ok(share(({whole}) => Object.values(whole.claims).flat().length > 0) > 0.4, 'claims');
	assert.ok(share(({asOf, whole}) => isCut(asOf, whole)) > 0.3, 'cut as of');
	assert.ok(share(({asSeen, whole}) => isCut(asSeen, whole)) > 0.3, 'cut as seen');
});

test('a side may be called anything', () => {
	const odd = {
		...profile,
		sides: profile.sides.map((side, place) => (place === 0 ? {...side, id: '__proto__'} : side)),
	};
	const drawn = draw([report('18', 'A', [figure('KG killed 1', 'KG')])], {profile: odd});
	assert.deepEqual(Object.keys(drawn.claims), ['__proto__', 'TJ', 'others']);
});
