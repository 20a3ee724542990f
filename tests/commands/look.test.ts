import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createLook, type Look} from '../../source/commands/look.ts';
import type {Watch} from '../../source/commands/watch.ts';
import type {Reading} from '../../source/picture/picture.ts';
import type {Clock} from '../../source/picture/statement.ts';
import {at, draw, figure, profile, report} from '../picture/conflict.ts';
import {restOf} from './bounded.ts';

const live: Clock = {asOf: null, asSeen: null};
const toll = (when: string, killed: number, seen = when): Reading =>
	report(when, 'Kabar', [figure(`KG killed ${killed}`, 'KG:Health Ministry')], {
		firstSeenAt: at(seen),
		id: `${when} ${killed}`,
	});

/** A store in memory and what is looked at in it, at a clock that is set by hand. */
function looking(kept: Reading[], lastLookAt: number | null, now = at('20 00:00')) {
	const notes = new Map<string, unknown>(lastLookAt === null ? [] : [['lastLookAt', lastLookAt]]);
	const world = {kept, now, drawn: 0, commits: 0, notes, all: null as Reading[] | null};
	const picture = (clock: Clock = live) => {
		world.drawn++;
		return draw(world.kept, {...clock, now: world.now});
	};
	const watch = {
		profile,
		store: {
			snapshot: () => ({kept: world.kept, notes, rest: restOf(world.all ?? world.kept, world.kept)}),
			commit: async (commit: {notes?: Record<string, unknown>}) => {
				world.commits++;
				for (const [name, value] of Object.entries(commit.notes ?? {})) notes.set(name, value);
			},
		},
		picture,
		glance: picture,
	} as unknown as Watch;
	const look = createLook(watch, () => world.now);
	const since = (clock: Clock = live) => {
		look.prepare(clock);
		const {at, count, changes} = look.since(watch.picture(clock), clock);
		return {at, count, texts: changes.map(({text}) => text)};
	};
	return {look, since, watch, world};
}

const kept = [toll('16 19:30', 24), toll('18 04:00', 36, '18 04:10'), toll('18 18:30', 59, '18 18:40')];
const raised = 'Kyrgyzstan, killed: Health Ministry raised';
const seenAt17 = at('17 00:00');

const moments: readonly [string, number | null, Clock, ReturnType<ReturnType<typeof looking>['since']>][] = [
	['nobody has looked', null, live, {at: null, count: 0, texts: []}],
	['now', seenAt17, live, {at: seenAt17, count: 2, texts: [`${raised} 36 to 59, after 24`]}],
	[
		'by what had been seen by noon',
		seenAt17,
		{asOf: null, asSeen: at('18 12:00')},
		{at: seenAt17, count: 1, texts: [`${raised} 24 to 36`]},
	],
	[
		'by what had been published by noon',
		seenAt17,
		{asOf: at('18 12:00'), asSeen: null},
		{at: seenAt17, count: 1, texts: [`${raised} 24 to 36`]},
	],
	[
		'published by then, seen after the last look: nothing of later',
		at('18 12:00'),
		{asOf: at('18 13:00'), asSeen: null},
		{at: at('18 12:00'), count: 0, texts: []},
	],
	[
		'a moment before the last look',
		at('19 00:00'),
		{asOf: at('18 12:00'), asSeen: null},
		{at: null, count: 0, texts: []},
	],
	['the moment of the last look', seenAt17, {asOf: null, asSeen: seenAt17}, {at: null, count: 0, texts: []}],
	['a look later than the clock', at('25 00:00'), live, {at: at('20 00:00'), count: 0, texts: []}],
];
for (const [title, lastLookAt, clock, expected] of moments)
	test(`${title}: what is new`, () =>
		assert.deepEqual(looking([...kept], lastLookAt).since(clock), expected));

test('what comes in is counted and told, what was known at the last look is drawn once', () => {
	const {since, world} = looking(kept.slice(0, 1), seenAt17);
	assert.equal(since().count, 0);
	world.kept = kept.slice(0, 2);
	assert.deepEqual(since(), {at: seenAt17, count: 1, texts: [`${raised} 24 to 36`]});
	world.kept = [...kept];
	assert.deepEqual(since().texts, [`${raised} 36 to 59, after 24`]);
	// Three pictures of now and one of then.
	assert.equal(world.drawn, 4);
});

test('reports read again, and older ones taken over, are no news once what was known is drawn anew', t => {
	let milliseconds = 0;
	t.mock.method(performance, 'now', () => milliseconds);
	const old = toll('16 19:30', 24);
	const {since, world} = looking([{...old, facts: []}], seenAt17);
	assert.deepEqual(since().texts, []);
	world.kept = [old];
	milliseconds += 60_000;
	assert.deepEqual(since(), {at: seenAt17, count: 0, texts: []});
	world.kept = [old, toll('15 12:00', 3)];
	milliseconds += 60_000;
	assert.deepEqual(since(), {at: seenAt17, count: 0, texts: []});
});

test('what leaves memory, or comes back into it, is counted all the same, and nothing is drawn anew for it', t => {
	let milliseconds = 0;
	t.mock.method(performance, 'now', () => milliseconds);
	const plain = Array.from({length: 6}, (_, hour) =>
		report('10', 'Kabar', [], {
			id: `plain ${hour}`,
			firstSeenAt: hour < 3 ? at('16 00:00') : at('18 00:00') + hour,
			publishedAt: at('10 00:00'),
		}),
	);
	const all = [...plain, ...kept];
	const {since, world} = looking([...all], seenAt17);
	world.all = all;
	const expected = {at: seenAt17, count: 5, texts: [`${raised} 36 to 59, after 24`]};
	for (const held of [all, all.slice(4), kept, [...plain.slice(2, 5), ...kept], all])
		for (const clock of [live, {asOf: null, asSeen: at('19 00:00')}]) {
			world.kept = [...held];
			milliseconds += 60_000;
			assert.deepEqual(since(clock), expected);
		}
	// What was known at the last look once, and each picture that is compared with it.
	assert.equal(world.drawn, 1 + 5 * 2);
});

test('the first look: what the first round of polls brings is how things stand, what comes later is new', () => {
	const {look, since, watch, world} = looking([], null, at('18 05:00'));
	world.kept = kept.slice(0, 2);
	assert.deepEqual(since(), {at: null, count: 0, texts: []});
	assert.equal(look.isAwaiting(), true);
	look.begin(watch.picture());
	assert.deepEqual(since(), {at: at('18 05:00'), count: 0, texts: []});
	assert.equal(look.isAwaiting(), false);
	world.now = at('19 00:00');
	world.kept = [...kept];
	const later = {at: at('18 05:00'), count: 1, texts: [`${raised} 36 to 59`]};
	assert.deepEqual(since(), later);
	assert.equal(look.since(watch.picture(), live).isFirstLook, true);
	// It begins but once, and a last look is no first one.
	look.begin(watch.picture());
	assert.deepEqual(since(), later);
	look.mark(watch.picture());
	assert.equal(look.since(watch.picture(), live).isFirstLook, false);
});

test('marked as seen: what is new counts from there, and is kept', async () => {
	const {look, since, watch, world} = looking(kept.slice(0, 2), seenAt17, at('18 05:00'));
	assert.equal(since().count, 1);
	look.mark(watch.picture());
	assert.deepEqual(since(), {at: at('18 05:00'), count: 0, texts: []});
	assert.equal(world.notes.get('lastLookAt'), at('18 05:00'));
	world.kept = [...kept];
	world.now = at('19 00:00');
	assert.deepEqual(since(), {at: at('18 05:00'), count: 1, texts: [`${raised} 36 to 59`]});
});

test('the look is kept as it begins, with keys but not with each, and at the end; what is new stays', async t => {
	let milliseconds = 0;
	t.mock.method(performance, 'now', () => milliseconds);
	const {look, since, watch, world} = looking([...kept], seenAt17, at('19 00:00'));
	const press = (look: Look) => look.seen(watch.picture());
	press(look);
	assert.equal(world.notes.get('lastLookAt'), at('19 00:00'));
	world.now += 10_000;
	milliseconds += 10_000;
	press(look);
	assert.equal(world.commits, 1);
	world.now += 60_000;
	milliseconds += 60_000;
	press(look);
	assert.equal(world.notes.get('lastLookAt'), at('19 00:00') + 70_000);
	assert.equal(since().at, seenAt17);
	// Nobody pressed a key in the hours before it was stopped.
	world.now = at('19 09:00');
	await look.close();
	assert.equal(world.notes.get('lastLookAt'), at('19 00:00') + 70_000);
});

test('a look at another terminal is not taken back', async () => {
	const {look, watch, world} = looking([...kept], seenAt17, at('19 00:00'));
	look.seen(watch.picture());
	world.now = at('19 06:00');
	world.notes.set('lastLookAt', at('19 05:00'));
	await look.close();
	assert.equal(world.notes.get('lastLookAt'), at('19 05:00'));
});

test('a look that nobody took leaves nothing', async () => {
	const {look, world} = looking([...kept], seenAt17);
	await look.close();
	assert.equal(world.commits, 0);
});
