import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Moment} from '../../source/commands/moment.ts';
import {createStepping} from '../../source/commands/stepping.ts';

const now = Date.parse('2022-09-18T14:05:00Z');
const at = (clock: string): number => Date.parse(`2022-09-18T${clock}:00Z`);

/** A stepping whose waits end when they are told to. */
function made(first: Moment | null = null) {
	const waiting = new Set<() => void>();
	const told: string[] = [];
	const stepping = createStepping({
		first,
		clock: () => now,
		timezone: 'UTC',
		wait: act => {
			waiting.add(act);
			return () => waiting.delete(act);
		},
		onAsked: () => told.push(`asked ${stepping.asked()?.to?.at ?? stepping.asked()?.to}`),
		onDue: () => told.push(`draw ${stepping.at()?.at ?? null}`),
	});
	const pause = (): void => {
		for (const act of [...waiting]) {
			waiting.delete(act);
			act();
		}
	};
	return {stepping, told, pause, waiting};
}

test('quick steps are told one by one and drawn once', () => {
	const {stepping, told, pause} = made();
	for (let press = 0; press < 3; press++) stepping.step('hour', -1);
	assert.equal(stepping.at(), null, 'until it is drawn the picture is what it was');
	pause();
	assert.deepEqual(told, [
		`asked ${at('14:00')}`,
		`asked ${at('13:00')}`,
		`asked ${at('12:00')}`,
		`draw ${at('12:00')}`,
	]);
	assert.deepEqual(stepping.at(), {kind: 'as of', at: at('12:00')});
	assert.equal(stepping.asked(), null);
});

test('back where it was, nothing is drawn', () => {
	const {stepping, told, pause, waiting} = made();
	stepping.step('hour', -1);
	stepping.step('hour', 1);
	assert.equal(waiting.size, 0);
	pause();
	assert.deepEqual(told, [`asked ${at('14:00')}`, 'asked undefined']);
});

test('to an instant at once, by the clock that counts; what has not come is now', () => {
	const {stepping, pause} = made({kind: 'as seen', at: at('10:00')});
	stepping.jump(at('04:30'));
	pause();
	assert.deepEqual(stepping.at(), {kind: 'as seen', at: at('04:30')});
	stepping.jump(now);
	pause();
	assert.equal(stepping.at(), null);
});

test('0 goes back to now, from wherever', () => {
	const {stepping, pause} = made({kind: 'as seen', at: at('10:00')});
	stepping.toNow();
	assert.deepEqual(stepping.asked(), {to: null});
	pause();
	assert.equal(stepping.at(), null);
	stepping.step('day', -1);
	pause();
	assert.equal(stepping.at()?.kind, 'as seen', 'the clock that the program was started with');
});

test('the other clock, there and back; there is none of now', () => {
	const {stepping, pause, waiting} = made({kind: 'as of', at: at('10:00')});
	stepping.otherClock();
	pause();
	assert.deepEqual(stepping.at(), {kind: 'as seen', at: at('10:00')});
	stepping.step('hour', 1);
	pause();
	assert.deepEqual(stepping.at(), {kind: 'as seen', at: at('11:00')});
	stepping.toNow();
	pause();
	stepping.otherClock();
	assert.equal(waiting.size, 0);
});

test('stopped, nothing is drawn any more', () => {
	const {stepping, told, pause} = made();
	stepping.step('hour', -1);
	stepping.stop();
	pause();
	assert.equal(told.length, 1);
});
