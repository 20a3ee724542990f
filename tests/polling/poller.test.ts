import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {createPoller, type PollerOptions} from '../../source/polling/poller.ts';
import type {Answered, Asking} from '../../source/polling/request.ts';
import {RequestError} from '../../source/polling/request-error.ts';
import type {Ask, Outcome, SourceMemory} from '../../source/sources/source.ts';
import {gate} from './server.ts';
import {kinds, memoryOf, sourceOf} from './sources.ts';

const minuteMs = 60_000;
const start = Date.UTC(2022, 8, 16, 8, 13);

/** Lets everything run that waits for nothing outside. */
const settle = () => new Promise<void>(resolve => setImmediate(() => setImmediate(resolve)));

const feeds = ['https://a.example/', 'https://b.example/', 'https://c.example/'].map(address =>
	sourceOf({address}),
);

type Answering = (ask: Ask, asking: Asking) => Promise<Partial<Answered>> | Partial<Answered>;

/** A poller in a world whose time passes only when told to. */
function world(given: Partial<PollerOptions> & {answer?: Answering} = {}) {
	const timers = new Set<{at: number; call: () => void}>();
	const state = {now: start, lifeMs: 0, wakes: 0, outcomes: [] as [string, Outcome][], asked: [] as string[]};
	const memories = new Map<string, SourceMemory>();
	const {answer = () => ({})} = given;
	const poller = createPoller({
		sources: feeds,
		memory: id => memories.get(id) ?? null,
		kinds,
		requester: {
			async request(ask, asking = {}) {
				state.asked.push(ask.url);
				const body = Buffer.from('items a');
				return {
					url: ask.url,
					status: 200,
					headers: {},
					body,
					permanentUrl: null,
					isCut: false,
					...(await answer(ask, asking)),
				};
			},
		},
		clock: () => state.now,
		random: () => 0.5,
		everyMs: 5 * minuteMs,
		maxBodyBytes: 1000,
		onOutcome: async (source, outcome) => {
			state.outcomes.push([source.id, outcome]);
			memories.set(source.id, outcome.memory);
		},
		timer(call, ms) {
			const timer = {at: state.lifeMs + ms, call};
			timers.add(timer);
			return () => timers.delete(timer);
		},
		...given,
	});
	return {
		poller,
		state,
		memories,
		timers,
		/** Lets life go on, timer by timer; the clock passes as fast as `speed` says. */
		async pass(ms: number, speed = 1) {
			const endMs = state.lifeMs + ms;
			await settle();
			while (true) {
				const next = [...timers].sort((one, other) => one.at - other.at)[0];
				if (!next || next.at > endMs) {
					break;
				}
				state.now += (next.at - state.lifeMs) * speed;
				state.lifeMs = next.at;
				state.wakes += 1;
				timers.delete(next);
				next.call();
				await settle();
			}
			state.now += (endMs - state.lifeMs) * speed;
			state.lifeMs = endMs;
		},
	};
}

suite('a poller', () => {
	test('asks all at once, then each when it is due, by one timer', async () => {
		const {poller, state, timers, pass} = world({
			sources: [...feeds.slice(0, 2), sourceOf({address: 'https://often.example/', everyMs: minuteMs})],
		});
		poller.start();
		poller.start();
		await pass(0);
		assert.equal(state.asked.length, 3);
		assert.equal(timers.size, 1);
		await pass(10 * minuteMs + 1000);
		const count = (name: string) => state.asked.filter(url => url.includes(name)).length;
		assert.deepEqual([count('a.example'), count('b.example'), count('often')], [3, 3, 11]);
		await poller.stop();
		assert.equal(timers.size, 0);
	});

	test('goes on where an earlier run stopped', async () => {
		const {poller, state, memories, pass} = world();
		const [first, second, third] = feeds.map(({id}) => id);
		const asked = {state: 'ok', lastAskedAt: start - minuteMs, lastAnswerAt: start - minuteMs} as const;
		memories.set(first!, memoryOf({...asked, id: first!, nextPollAt: start + 3 * minuteMs}));
		memories.set(second!, memoryOf({...asked, id: second!, nextPollAt: start - 8 * 3_600_000}));
		memories.set(third!, memoryOf({...asked, id: third!, state: 'gone', nextPollAt: null}));
		poller.start();
		await pass(2 * minuteMs);
		assert.deepEqual(state.asked, [second]);
		await pass(minuteMs);
		assert.deepEqual(state.asked, [second, first]);
		await pass(24 * 60 * minuteMs);
		assert.ok(!state.asked.includes(third!));
		await poller.stop();
	});

	test('one that fails, hangs or is taken in slowly stops no other', async () => {
		const taken = gate();
		const faults: unknown[] = [];
		const {poller, state, pass} = world({
			onFault: error => faults.push(error),
			answer: ({url}, {signal}) => {
				if (url.includes('b.example')) {
					throw new RequestError('no host', 'b.example: no such host');
				}
				return url.includes('c.example')
					? new Promise((_, reject) =>
							signal?.addEventListener('abort', () => reject(new RequestError('stopped', ''))),
						)
					: {};
			},
			onOutcome: async (source, outcome) => {
				state.outcomes.push([source.id, outcome]);
				if (source.id.includes('a.example') && state.outcomes.length > 3) {
					await taken.opened;
				}
			},
		});
		poller.start();
		await pass(60 * minuteMs);
		const count = (name: string) => state.asked.filter(url => url.includes(name)).length;
		// While an outcome is being taken in, its source is not asked again.
		assert.equal(count('a.example'), 2);
		// 0, 5, 15, 35 minutes, then 75.
		assert.equal(count('b.example'), 4);
		assert.equal(count('c.example'), 1);
		taken.open();
		await pass(5 * minuteMs + 1000);
		assert.equal(count('a.example'), 4);
		await poller.stop();
		assert.deepEqual(faults, []);
	});

	test('what is thrown where outcomes are taken in is told, and no reason to ask again at once', async () => {
		const faults: unknown[] = [];
		const {poller, state, pass} = world({
			onFault: error => faults.push(error),
			onOutcome: () => Promise.reject(new Error('disk full')),
		});
		poller.start();
		await pass(4 * minuteMs);
		assert.equal(state.asked.length, 3);
		assert.equal(faults.length, 3);
		await poller.stop();
	});

	test('stopping ends what is under way, tells nothing of it, and waits for what is being taken in', async () => {
		const taken = gate();
		let isTaken = false;
		const {poller, state, pass} = world({
			answer: ({url}, {signal}) =>
				url.includes('a.example')
					? {}
					: new Promise((_, reject) =>
							signal?.addEventListener('abort', () => reject(new RequestError('stopped', 'stopped'))),
						),
			onOutcome: async source => {
				state.outcomes.push([source.id, {} as Outcome]);
				await taken.opened;
				isTaken = true;
			},
		});
		poller.start();
		await pass(0);
		const stopping = poller.stop();
		await settle();
		assert.equal(isTaken, false);
		taken.open();
		await stopping;
		assert.equal(isTaken, true);
		assert.deepEqual(
			state.outcomes.map(([id]) => id),
			['https://a.example/'],
		);
		await pass(60 * minuteMs);
		poller.pollNow();
		await poller.pollAll();
		assert.equal(state.asked.length, 3);
	});

	test('the clock may be set, and the machine may sleep', async () => {
		const {poller, state, pass} = world({sources: feeds.slice(0, 1)});
		poller.start();
		await pass(minuteMs);
		assert.equal(state.asked.length, 1);
		state.now -= 30 * 24 * 60 * minuteMs;
		await pass(minuteMs + 1000);
		assert.equal(state.asked.length, 2);
		state.now += 8 * 60 * minuteMs;
		await pass(minuteMs + 1000);
		assert.equal(state.asked.length, 3);
		await poller.stop();
	});

	test('a clock that runs a thousand times as fast is kept up with', async () => {
		const {poller, state, pass} = world({sources: feeds.slice(0, 1), speed: 1000});
		poller.start();
		await pass(3600, 1000);
		assert.ok(Math.abs(state.asked.length - 12) <= 1, `${state.asked.length}`);
		await poller.stop();
	});

	test('a long wait makes nobody late', async () => {
		const {poller, state, pass} = world({sources: feeds.slice(0, 1), everyMs: 180 * minuteMs});
		poller.start();
		await pass(180 * minuteMs + 100);
		assert.equal(state.asked.length, 2);
		await poller.stop();
	});

	test('a clock that has come to its end costs next to nothing', async () => {
		const {poller, state, pass} = world({speed: 1000});
		poller.start();
		await pass(100, 1000);
		state.wakes = 0;
		await pass(60 * minuteMs, 0);
		assert.ok(state.wakes < 100, `${state.wakes}`);
		await poller.stop();
	});

	test('with nothing left to ask, no timer is set', async () => {
		const {poller, timers, pass} = world({answer: () => ({status: 410})});
		poller.start();
		await pass(minuteMs);
		assert.equal(timers.size, 0);
		await poller.stop();
	});
});

suite('asking every source once', () => {
	test('settles when all are taken in, without being started, and asks again later', async () => {
		const {poller, state, timers} = world({answer: ({url}) => (url.includes('b.') ? {status: 404} : {})});
		await poller.pollAll();
		assert.deepEqual(state.outcomes.map(([id, {state}]) => `${id} ${state}`).sort(), [
			'https://a.example/ ok',
			'https://b.example/ failing',
			'https://c.example/ ok',
		]);
		assert.equal(timers.size, 0);
		await poller.pollAll();
		assert.equal(state.asked.length, 6);
	});

	test('one that asked for time keeps the outcome that it had; one that is gone is tried', async () => {
		const {poller, state, memories} = world();
		const [first, second] = feeds.map(({id}) => id);
		const asked = {lastAskedAt: start - 1000, reason: 'a.example is asked too often'};
		memories.set(
			first!,
			memoryOf({...asked, id: first!, state: 'failing', notBeforeAt: start + 1000, nextPollAt: start + 1000}),
		);
		memories.set(second!, memoryOf({...asked, id: second!, state: 'gone'}));
		await poller.pollAll();
		assert.deepEqual(
			state.asked.sort(),
			feeds.slice(1).map(({address}) => address),
		);
		const outcome = state.outcomes.find(([id]) => id === first)?.[1];
		assert.equal(outcome?.ok === false && outcome.reason, 'a.example is asked too often');
	});
});

suite('asking now', () => {
	test('asks all that may be asked, once', async () => {
		const {poller, state, memories, pass} = world();
		const [first] = feeds.map(({id}) => id);
		poller.start();
		await pass(2 * minuteMs);
		memories.set(
			first!,
			memoryOf({
				id: first!,
				state: 'failing',
				lastAskedAt: state.now,
				notBeforeAt: state.now + minuteMs,
				nextPollAt: state.now + minuteMs,
			}),
		);
		poller.pollNow();
		poller.pollNow();
		await pass(0);
		poller.pollNow();
		await pass(0);
		assert.equal(state.asked.length, 5);
		await poller.stop();
	});
});

suite('what is on this machine', () => {
	test('standard input is read once in each run, whatever an earlier one planned', async () => {
		const source = sourceOf({id: 'stdin', kind: 'stdin', address: '-'});
		async function* words() {
			yield 'items a';
		}
		const {poller, state, memories, pass} = world({sources: [source], stdin: words()});
		memories.set(
			'stdin',
			memoryOf({id: 'stdin', state: 'ok', lastAskedAt: start - minuteMs, nextPollAt: null}),
		);
		poller.start();
		await pass(60 * minuteMs);
		poller.pollNow();
		await pass(0);
		assert.equal(state.outcomes.length, 1);
		await poller.stop();
	});
});
