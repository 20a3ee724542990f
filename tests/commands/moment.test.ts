import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {clockOf, type Moment, stepped} from '../../source/commands/moment.ts';

const now = Date.parse('2022-09-18T14:05:30Z');
const hour = 3_600_000;

for (const [from, unit, by, timezone, expected] of [
	[null, 'hour', -1, 'Asia/Bishkek', '2022-09-18T14:00:00Z'],
	[null, 'hour', -1, 'Asia/Kolkata', '2022-09-18T13:30:00Z'],
	[null, 'hour', -1, 'Asia/Kathmandu', '2022-09-18T13:15:00Z'],
	[null, 'hour', 1, 'Asia/Bishkek', null],
	[null, 'day', -1, 'Asia/Bishkek', '2022-09-17T14:00:00Z'],
	[null, 'day', 1, 'Asia/Bishkek', null],
	['2022-09-18T14:00:00Z', 'hour', 1, 'Asia/Bishkek', null],
	['2022-09-18T14:00:00Z', 'hour', -1, 'Asia/Bishkek', '2022-09-18T13:00:00Z'],
	['2022-09-18T13:00:00Z', 'hour', 1, 'Asia/Bishkek', '2022-09-18T14:00:00Z'],
	['2022-09-18T10:37:12Z', 'hour', -1, 'Asia/Bishkek', '2022-09-18T10:00:00Z'],
	['2022-09-18T10:37:12Z', 'hour', 1, 'Asia/Bishkek', '2022-09-18T11:00:00Z'],
	['2022-09-17T10:37:12Z', 'day', 1, 'Asia/Bishkek', '2022-09-18T10:37:12Z'],
	['2022-09-17T14:37:12Z', 'day', 1, 'Asia/Bishkek', null],
	['2022-09-17T10:37:12Z', 'day', -1, 'Asia/Bishkek', '2022-09-16T10:37:12Z'],
	['2023-01-01T00:00:00Z', 'hour', -1, 'Asia/Bishkek', null],
] as const) {
	test(`${from ?? 'now'}, ${by} ${unit} in ${timezone}: ${expected ?? 'now'}`, () => {
		const to = stepped(
			from === null ? null : {kind: 'as of', at: Date.parse(from)},
			{unit, by},
			{now, kind: 'as of', timezone},
		);
		assert.deepEqual(to, expected === null ? null : {kind: 'as of', at: Date.parse(expected)});
	});
}

test('from now the clock asked for counts, from another moment its own', () => {
	const step = {unit: 'hour', by: -1} as const;
	const around = {now, kind: 'as seen', timezone: 'UTC'} as const;
	assert.equal(stepped(null, step, around)?.kind, 'as seen');
	assert.equal(stepped({kind: 'as of', at: now - hour}, step, around)?.kind, 'as of');
});

test('as many hours on as back is now again, and no moment shown is of later than now', () => {
	fc.assert(
		fc.property(
			fc.integer({min: 1e9, max: 2e12}),
			fc.integer({min: 1, max: 50}),
			fc.constantFrom('UTC', 'Asia/Kolkata', 'Asia/Kathmandu', 'Australia/Lord_Howe'),
			(then, steps, timezone) => {
				let moment: Moment | null = null;
				const around = {now: then, kind: 'as of', timezone} as const;
				for (let step = 0; step < steps; step++) moment = stepped(moment, {unit: 'hour', by: -1}, around);
				assert.ok(moment && moment.at < then);
				for (let step = 0; step < steps; step++) {
					assert.ok(moment === null || moment.at < then);
					moment = stepped(moment, {unit: 'hour', by: 1}, around);
				}
				assert.equal(moment, null);
			},
		),
		{numRuns: 200},
	);
});

test('each moment limits by its own clock, now by none', () => {
	assert.deepEqual(clockOf({kind: 'as of', at: 5}), {asOf: 5, asSeen: null});
	assert.deepEqual(clockOf({kind: 'as seen', at: 5}), {asOf: null, asSeen: 5});
	assert.deepEqual(clockOf(null), {asOf: null, asSeen: null});
});
