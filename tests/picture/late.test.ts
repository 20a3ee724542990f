import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import type {Fact} from '../../source/facts/fact.ts';
import type {Reading} from '../../source/picture/picture.ts';
import {createPicturing, eventAt} from '../../source/picture/picturing.ts';
import {at, claim, figure, report, truce} from './conflict.ts';
import {placed} from './placed.ts';

/*
 * What comes late, behind more than a thousand that were said after it, is put in its place alone where it changes nothing of them.
 * The picture must be that from nothing all the same.
 */

const hourMs = 3_600_000;
const start = at('14 00:00');
const clock = {asOf: null, asSeen: null};
const now = at('30 00:00');
const event = eventAt(placed, now, {sinceMs: hourMs});
const show = {sources: [], now, everyMs: 300_000};

const hour = (hours: number) => new Date(start + hours * hourMs).toISOString();

/** Of one claimant and one side each: the streams that must be long. */
function factsOf(toll: number, sentence: string, place: string | null, more: Partial<Fact>): readonly Fact[] {
	return [
		figure(`KG killed ${toll}`, 'KG:Health Ministry', more as object),
		truce('violation', 'KG:Border Service', 'TJ', {sentence, ...(more as object)}),
		claim('accusation', 'KG:Border Service', 'TJ', ['tanks'], {place, sentence, ...(more as object)}),
	];
}

// Most of one day at the end, so that whatever is dated before stands behind all of them; the first of them were seen late.
const many = Array.from({length: 1300}, (_, number) => {
	const hours = 120 + number / 80;
	const more = [230, 700].includes(number)
		? 'Mortars were fired at Elm.'
		: number === 100
			? 'Fire on Dostuk.'
			: null;
	const place = number % 3 === 0 ? 'dostuk' : null;
	return report(
		hour(hours),
		`Outlet ${number % 30}`,
		factsOf(number % 250 === 49 ? 3 : 5, more ?? 'The truce was violated.', place, {}),
		{
			id: `m${number}`,
			origin: `m${number - (number % 4)}`,
			firstSeenAt: start + (hours + (number < 900 ? 60 : 1)) * hourMs,
		},
	);
});

const late = fc.record({
	// Before what can be taken back step by step, most of them.
	hours: fc.oneof(
		fc.integer({min: 0, max: 136}),
		fc.integer({min: 240, max: 247}).map(halves => halves / 2),
	),
	toll: fc.constantFrom(1, 2, 3, 5, 6, 9),
	sentence: fc.constantFrom(
		'Fire.',
		'Fire on Dostuk.',
		'Fire on Karamyk at 11:15.',
		'Fire in Batken region at 10:15.',
		'Mortars were fired at Elm.',
		'It violated the truce on Wednesday.',
	),
	place: fc.constantFrom('dostuk', 'karamyk', null),
	isTimed: fc.boolean(),
	seenAfter: fc.constantFrom(0, 1, 40),
	origin: fc.constantFrom(null, null, 'story'),
	outlet: fc.constantFrom('Kabar', 'TASS'),
	isLeftOut: fc.constantFrom(false, false, false, true),
});

function told(
	{
		hours,
		toll,
		sentence,
		place,
		isTimed,
		seenAfter,
		origin,
		outlet,
		isLeftOut,
	}: typeof late extends fc.Arbitrary<infer Told> ? Told : never,
	number: number,
): readonly Reading[] {
	const saidAt = isTimed ? {saidAt: start + (hours - 2) * hourMs, saidAtPrecision: 'minute' as const} : {};
	const id = `l${number}`;
	const first = report(hour(hours), outlet, factsOf(toll, sentence, place, saidAt), {
		id,
		origin: origin ?? id,
		firstSeenAt: start + (hours + seenAfter) * hourMs + 1,
	});
	const seen = first.report.firstSeenAt + hourMs;
	return isLeftOut
		? [first, {report: {...first.report, revision: 2, updatedAt: seen, firstSeenAt: seen}, facts: []}]
		: [first];
}

test('what is told late is told as if it had come in time', () =>
	fc.assert(
		fc.property(
			fc.array(late, {minLength: 3, maxLength: 14}),
			fc.array(fc.oneof(fc.nat(1299), fc.integer({min: 276, max: 399})), {maxLength: 8}),
			(drafts, newest) => {
				const early = drafts.flatMap((draft, number) => told(draft, number));
				const half = early.length >> 1;
				const held = new Set(newest);
				const all = [...early.slice(0, half), ...many.filter((_, number) => !held.has(number))];
				const kept = createPicturing(placed, clock, event);
				for (const reading of all) kept.take(reading);
				kept.draw(show);
				const rest = [...early.slice(half), ...[...held].map(number => many[number]!)];
				for (const [place, reading] of rest.entries()) {
					kept.take(reading);
					all.push(reading);
					if (place % 2 === 0) kept.draw(show);
				}
				const drawn = kept.draw(show);
				const fresh = createPicturing(placed, clock, event);
				for (const reading of all) fresh.take(reading);
				assert.deepEqual(drawn, fresh.draw(show));
				for (const [side, list] of Object.entries(drawn.claims))
					for (const {id} of list.slice(-6)) {
						const of = {kind: 'claim', side, id} as const;
						assert.deepEqual(kept.carriers(of), fresh.carriers(of));
					}
				for (const fact of drawn.ceasefire.events.slice(0, 6)) {
					const of = {kind: 'ceasefire', fact} as const;
					assert.deepEqual(kept.carriers(of), fresh.carriers(of));
				}
			},
		),
		{numRuns: 30},
	));

test('and costs nothing of what follows it', () => {
	const kept = createPicturing(placed, clock, event);
	for (const reading of many) kept.take(reading);
	for (const hours of [1, 2]) kept.take(report(hour(hours), 'Kabar', factsOf(2, 'Fire.', null, {})));
	const before = kept.draw(show);
	// One more who carries what was told then.
	kept.take(report(hour(3), 'TASS', factsOf(2, 'Fire.', null, {})));
	const after = kept.draw(show);
	const oldest = (picture: typeof before) => picture.claims.KG?.at(-1);
	assert.equal(oldest(after)?.copies, 3);
	assert.equal(after.claims.KG?.[0], before.claims.KG?.[0]);
	assert.equal(after.ceasefire, before.ceasefire);
});
