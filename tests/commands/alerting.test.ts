import assert from 'node:assert/strict';
import {mock, test} from 'node:test';
import {type Alert, sentenceOf} from '../../source/alerts/alert.ts';
import {ruleOf} from '../../source/alerts/rule.ts';
import {type AlertingOptions, createAlerting} from '../../source/commands/alerting.ts';
import type {Outbox} from '../../source/commands/outbox.ts';
import type {Reading} from '../../source/picture/picture.ts';
import type {Kept} from '../../store/store.ts';
import {draw, figure, profile, report} from '../picture/conflict.ts';

/** A store in memory that several instances share, as far as alerts use one. */
function sharedStore() {
	let kept: readonly Kept[] = [];
	const notes = new Map<string, unknown>();
	const listeners = new Set<() => void>();
	const store = {
		snapshot: () => ({kept, notes, sources: new Map(), damage: [], trouble: null, isLeader: true}),
		subscribe: (listener: () => void) => {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		},
		commit: async ({notes: more = {}}) => {
			for (const [name, value] of Object.entries(more)) notes.set(name, JSON.parse(JSON.stringify(value)));
		},
	};
	const tell = (): void => {
		for (const listener of listeners) listener();
	};
	return {
		store: store as unknown as AlertingOptions['watch']['store'],
		notes,
		add(...readings: readonly Reading[]) {
			kept = [...kept, ...readings.map(reading => ({...reading, reader: 'test'}))];
			tell();
		},
		/** Old ones that come into memory. */
		load(...readings: readonly Reading[]) {
			kept = [...readings.map(reading => ({...reading, reader: 'test'})), ...kept];
			tell();
		},
		forget(count: number) {
			kept = kept.slice(count);
			tell();
		},
		readAgain(of: Reading, facts: Reading['facts']) {
			kept = kept.map(one => (one.report.id === of.report.id ? {...one, facts} : one));
			tell();
		},
	};
}

type Shared = ReturnType<typeof sharedStore>;

/** One instance with the rule `toll`. */
function instance(
	{store}: Shared,
	{
		cooldownMs = 0,
		mayCall = () => true,
		clock = () => 0,
		isWorking = () => true,
	}: {
		cooldownMs?: number;
		mayCall?: () => boolean;
		clock?: () => number;
		isWorking?: () => boolean;
	} = {},
) {
	const told: string[] = [];
	const sent: string[] = [];
	let hasLost = false;
	const outbox: Outbox = {
		send(alert: Alert, onDelivered) {
			if (isWorking()) {
				sent.push(sentenceOf(alert));
				onDelivered();
			} else hasLost = true;
		},
		isDone: () => !hasLost,
		close: async () => {},
	};
	const alerting = createAlerting({
		watch: {
			store,
			profile,
			glance: (clock = {asOf: null, asSeen: null}) => draw(store.snapshot().kept, clock),
			busy: () => 0,
			isPolling: () => true,
		},
		rules: [ruleOf('toll', {profile, sources: []})],
		cooldownMs,
		clock,
		settleMs: 0,
		mayCall,
		onAlert: (_, sentence) => void told.push(sentence),
		outboxes: [outbox],
		log: () => {},
	});
	return {...alerting, told, sent};
}

const toll = (day: number, killed: number, outlet = 'Kabar') =>
	report(`${day}`, outlet, [figure(`KG killed ${killed}`, 'KG:Health Ministry')]);
const from46 = 'Kyrgyzstan, killed: Health Ministry raised 46 to 59';

test('what is in the store when the first run begins is known; what comes is told, its copy is not', async () => {
	const shared = sharedStore();
	shared.add(toll(16, 24), toll(17, 46));
	const {look, close, told, sent} = instance(shared);
	look();
	assert.deepEqual(told, []);
	shared.add(toll(18, 59));
	look();
	shared.add(toll(18, 59, 'TASS'), toll(19, 46, 'AFP'));
	look();
	await close();
	assert.deepEqual(told, [from46]);
	assert.deepEqual(sent, told);
});

test('after a restart nothing is told twice, and what came meanwhile is', async () => {
	const shared = sharedStore();
	shared.add(toll(17, 46));
	const first = instance(shared);
	shared.add(toll(18, 59));
	first.look();
	// Broken off without a word: only what was written down is left.
	await new Promise(resolve => setImmediate(resolve));
	const second = instance(shared);
	second.look();
	assert.deepEqual(second.told, []);
	await second.close();
	shared.add(toll(19, 62));
	const third = instance(shared);
	third.look();
	assert.deepEqual(third.told, ['Kyrgyzstan, killed: Health Ministry raised 59 to 62']);
	await third.close();
});

test('what is held back, or was not taken, is told by the next run', async () => {
	const shared = sharedStore();
	const first = instance(shared, {cooldownMs: 60_000});
	shared.add(toll(17, 46));
	first.look();
	shared.add(toll(18, 59));
	first.look();
	await first.close();
	assert.equal(first.told.length, 1);
	const second = instance(shared, {clock: () => 61_000, isWorking: () => false});
	await second.close();
	const third = instance(shared, {clock: () => 62_000});
	await third.close();
	assert.equal(second.told.length, 1);
	assert.deepEqual([second.sent, third.sent], [[], second.told]);
});

test('reports that are read again alert nobody', async () => {
	const shared = sharedStore();
	const old = toll(17, 46);
	shared.add({...old, facts: []});
	const {look, close, told} = instance(shared);
	shared.readAgain(old, old.facts);
	look();
	assert.deepEqual(told, []);
	await close();
});

test('what leaves memory or is loaded into it alerts nobody, and hides nothing that comes', async () => {
	const shared = sharedStore();
	const old = Array.from({length: 4}, (_, place) => report('10', 'Kabar', [], {id: `old ${place}`}));
	shared.add(...old, toll(16, 24), toll(17, 46));
	const {look, close, told} = instance(shared);
	shared.forget(4);
	look();
	shared.load(...old, toll(15, 11));
	look();
	assert.deepEqual(told, []);
	shared.forget(3);
	shared.add(toll(18, 59));
	look();
	await close();
	assert.deepEqual(told, [from46]);
});

test('of two instances both ring, one sends; the other sends what the first has left when it is gone', async () => {
	const shared = sharedStore();
	let isLeading = false;
	let isWorking = true;
	const leader = instance(shared, {isWorking: () => isWorking});
	const follower = instance(shared, {mayCall: () => isLeading});
	shared.add(toll(17, 46));
	leader.look();
	follower.look();
	await new Promise(resolve => setImmediate(resolve));
	isWorking = false;
	shared.add(toll(18, 59));
	leader.look();
	follower.look();
	assert.equal(follower.told.length, 2);
	assert.deepEqual([leader.sent.length, follower.sent.length], [1, 0]);
	isLeading = true;
	follower.look();
	assert.deepEqual(follower.sent, [from46]);
	await leader.close();
	await follower.close();
});

test('by itself it looks again when something has come, and tells what was held when its time is over', async t => {
	let now = 0;
	const ticks = mock.method(performance, 'now', () => now);
	t.after(() => ticks.mock.restore());
	mock.timers.enable({apis: ['setInterval']});
	t.after(() => mock.timers.reset());
	const pass = (ms: number) => {
		for (let passed = 0; passed < ms; passed += 250) {
			now += 250;
			mock.timers.tick(250);
		}
	};
	const shared = sharedStore();
	const {start, close, told} = instance(shared, {cooldownMs: 60_000, clock: () => now});
	start();
	pass(5000);
	shared.add(toll(16, 24));
	pass(2000);
	assert.equal(told.length, 1);
	shared.add(toll(17, 46));
	pass(2000);
	shared.add(toll(18, 59));
	pass(2000);
	assert.equal(told.length, 1);
	pass(60_000);
	assert.deepEqual(told.slice(1), [`2 alerts: ${from46} (and 1 more)`]);
	await close();
});
