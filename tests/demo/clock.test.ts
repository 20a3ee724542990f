import assert from 'node:assert/strict';
import {test} from 'node:test';
import {demoClock, episodes, momentAfter} from '../../source/demo/clock.ts';

const hourMs = 3_600_000;

const moments: readonly (readonly [playedHours: number, moment: string])[] = [
	[0, '2021-04-28T00:00:00Z'],
	[-5, '2021-04-28T00:00:00Z'],
	[25, '2021-04-29T01:00:00Z'],
	[6 * 24 - 1, '2021-05-03T23:00:00Z'],
	[6 * 24, '2022-09-14T00:00:00Z'],
	[6 * 24 + 30, '2022-09-15T06:00:00Z'],
	[6 * 24 + 6 * 24 + 16, '2022-09-20T16:00:00Z'],
	[10_000, '2022-09-20T16:00:00Z'],
];
for (const [playedHours, moment] of moments) {
	test(`${playedHours} hours played: ${moment}`, () => {
		assert.equal(momentAfter(episodes, playedHours * hourMs), Date.parse(moment));
	});
}

test('the clock plays faster than life and stands at the end', () => {
	let real = 5000;
	const clock = demoClock({speed: 3600}, () => real);
	assert.equal(clock.now(), clock.startsAt);
	real += 24_000;
	assert.equal(new Date(clock.now()).toISOString(), '2021-04-29T00:00:00.000Z');
	assert.equal(clock.realMsUntil(Date.parse('2021-04-29T02:00:00Z')), 2000);
	assert.equal(clock.realMsUntil(Date.parse('2021-04-28T02:00:00Z')), 0);
	assert.equal(clock.realMsUntil(Date.parse('2022-09-14T01:00:00Z')), 5 * 24_000 + 1000);
	assert.equal(clock.isOver(), false);
	real += 3_600_000;
	assert.equal(clock.isOver(), true);
	assert.equal(clock.now(), clock.endsAt);
});

test('one episode alone', () => {
	let real = 0;
	const clock = demoClock({episode: '2022', speed: 86_400}, () => real);
	assert.equal(new Date(clock.startsAt).toISOString(), '2022-09-14T00:00:00.000Z');
	real = 1000;
	assert.equal(new Date(clock.now()).toISOString(), '2022-09-15T00:00:00.000Z');
	assert.equal(demoClock({episode: '2021'}, () => 0).endsAt, Date.parse('2021-05-04T00:00:00Z'));
});

test('each played day ends once, and the last end is the end of all', () => {
	const clock = demoClock({}, () => 0);
	assert.deepEqual(
		clock.dayEnds.map(at => new Date(at).toISOString().slice(0, 13)),
		[
			...['2021-04-29', '2021-04-30', '2021-05-01', '2021-05-02', '2021-05-03', '2021-05-04'],
			...['2022-09-15', '2022-09-16', '2022-09-17', '2022-09-18', '2022-09-19', '2022-09-20'],
		]
			.map(day => `${day}T00`)
			.concat('2022-09-20T16'),
	);
	assert.equal(clock.dayEnds.at(-1), clock.endsAt);
});

test('a speed of 0 is refused', () => {
	assert.throws(() => demoClock({speed: 0}, () => 0), /expected a speed over 0/);
	assert.throws(() => demoClock({speed: Number.NaN}, () => 0), /expected a speed over 0/);
});
