import type {Kind, KindName, Outcome, Source, SourceMemory} from '../sources/source.ts';
import {stopOfMany} from './abort.ts';
import {poll} from './poll.ts';
import type {Requester} from './request.ts';
import {RequestError} from './request-error.ts';
import {canPollNow, dueAt, hasAskedForTime, type Pace} from './schedule.ts';

/** Asks sources over and over, each when it is due. */
export type Poller = {
	/** Polls from now on; a second call does nothing. */
	start(): void;
	/** Asks every source once; settles when all outcomes are taken in. One that asked for time is not asked: it gives the outcome it had. */
	pollAll(): Promise<void>;
	/** Asks at once all that may be asked. */
	pollNow(): void;
	/** How many sources are being asked at this moment. */
	busy(): number;
	/** Ends what is under way; settles when no outcome is being taken in any more. */
	stop(): Promise<void>;
};

export type PollerOptions = {
	readonly sources: readonly Source[];
	/** What is kept of a source; null: it was never asked. */
	readonly memory: (id: string) => SourceMemory | null;
	readonly kinds: Readonly<Record<KindName, Kind>>;
	readonly requester: Pick<Requester, 'request'>;
	/** Milliseconds since the epoch; may run faster than life. */
	readonly clock: () => number;
	readonly random: () => number;
	readonly everyMs: number;
	/** The shortest time between two polls of one source. */
	readonly leastMs?: number | undefined;
	readonly maxBodyBytes: number;
	/** How many milliseconds of the clock pass in one of life; 1 unless given. */
	readonly speed?: number | undefined;
	/** Takes in how a try ended. While it does, its source is not asked again; others are. */
	readonly onOutcome: (source: Source, outcome: Outcome) => Promise<void>;
	/** Takes a mistake of our own, in reading or in `onOutcome`; unless given, it ends the program. */
	readonly onFault?: ((error: unknown) => void) | undefined;
	/** Calls back after so many milliseconds of life; returns what cancels it. */
	readonly timer?: ((call: () => void, ms: number) => () => void) | undefined;
	/** Instead of the process's own, in tests. */
	readonly stdin?: AsyncIterable<Uint8Array | string> | undefined;
};

/** No sleep is longer: timers stand still while the machine is suspended, and the clock may be set. */
const longestSleepMs = 60_000;
const shortestSleepMs = 5;
const leastMs = 1000;

/** Makes a poller; it does nothing until told to. */
export function createPoller(options: PollerOptions): Poller {
	const {sources, kinds, requester, clock, onOutcome, maxBodyBytes, stdin, speed = 1} = options;
	const pace: Pace = {
		everyMs: options.everyMs,
		leastMs: options.leastMs ?? leastMs,
		random: options.random,
	};
	const onFault = options.onFault ?? loudly;
	const timer = options.timer ?? sleep;
	const underWay = new Map<string, Promise<void>>();
	const latest = new Map<string, SourceMemory>();
	const stopping = stopOfMany();
	let isStarted = false;
	let cancel: (() => void) | null = null;
	let idleSleepMs = shortestSleepMs;
	/** Whether the sleep under way ends when something is due, rather than to look at the clock again. */
	let isSleptOut = false;

	// The store may refuse to keep an outcome: then ours is newer, and no reason to ask again at once.
	function memoryOf(id: string): SourceMemory | null {
		const kept = options.memory(id);
		const ours = latest.get(id) ?? null;
		return (ours?.lastAskedAt ?? -1) > (kept?.lastAskedAt ?? -1) ? ours : kept;
	}

	function due(source: Source, now: number): number | null {
		// What is on this machine is read once at each start, whatever an earlier run planned.
		const isLocal = source.kind === 'file' || source.kind === 'stdin';
		return isLocal && !latest.has(source.id) ? now : dueAt(source, memoryOf(source.id), pace, now);
	}

	/** One try, unless one is under way: then that one. */
	function attempt(source: Source, way: (source: Source) => Promise<void> = run): Promise<void> {
		const already = underWay.get(source.id);
		if (already || stopping.signal.aborted) {
			return already ?? Promise.resolve();
		}
		idleSleepMs = shortestSleepMs;
		const work = way(source)
			.catch(onFault)
			.finally(() => {
				underWay.delete(source.id);
				plan();
			});
		underWay.set(source.id, work);
		return work;
	}

	async function run(source: Source): Promise<void> {
		const {signal} = stopping;
		const memory = memoryOf(source.id);
		let outcome: Outcome;
		try {
			outcome = await poll({source, memory, kinds, requester, clock, pace, maxBodyBytes, signal, stdin});
		} catch (error) {
			if (error instanceof RequestError && error.failure === 'stopped') {
				return;
			}
			throw error;
		}
		latest.set(source.id, outcome.memory);
		await onOutcome(source, outcome);
	}

	/** Asks what is due, and sleeps until the next is. */
	function wake(): void {
		cancel = null;
		const now = clock();
		const ready = sources.filter(source => {
			const at = underWay.has(source.id) ? null : due(source, now);
			return at !== null && at <= now;
		});
		// Woken in vain: the clock stands still, or runs slower than was said. Sleep longer each time.
		const isInVain = ready.length === 0 && isSleptOut;
		idleSleepMs = isInVain ? Math.min(idleSleepMs * 2, longestSleepMs) : shortestSleepMs;
		for (const source of ready) {
			void attempt(source);
		}
		plan();
	}

	function plan(): void {
		if (!isStarted || stopping.signal.aborted) {
			return;
		}
		const now = clock();
		const times = sources.flatMap(source => (underWay.has(source.id) ? [] : (due(source, now) ?? [])));
		cancel?.();
		cancel = null;
		if (times.length > 0) {
			const untilMs = (Math.min(...times) - now) / speed;
			isSleptOut = untilMs <= longestSleepMs;
			cancel = timer(wake, Math.min(Math.max(untilMs, idleSleepMs), longestSleepMs));
		}
	}

	return {
		start() {
			if (!isStarted) {
				isStarted = true;
				wake();
			}
		},
		async pollAll() {
			const now = clock();
			await Promise.all(
				sources.map(source => {
					const memory = memoryOf(source.id);
					return memory && hasAskedForTime(memory, now)
						? attempt(source, () => onOutcome(source, unchanged(memory)))
						: attempt(source);
				}),
			);
		},
		pollNow() {
			const now = clock();
			for (const source of sources) {
				if (source.kind !== 'stdin' && canPollNow(memoryOf(source.id), pace, now)) {
					void attempt(source);
				}
			}
		},
		busy: () => underWay.size,
		async stop() {
			cancel?.();
			cancel = null;
			stopping.abort();
			await Promise.all(underWay.values());
		},
	};
}

// The outcome of a source that is not asked, as it asked for time.
function unchanged(memory: SourceMemory): Outcome {
	const state = memory.state === 'blocked' || memory.state === 'gone' ? memory.state : 'failing';
	return {ok: false, state, reason: memory.reason ?? 'asked to wait', memory};
}

function sleep(call: () => void, ms: number): () => void {
	const timeout = setTimeout(call, ms);
	return () => clearTimeout(timeout);
}

function loudly(error: unknown): void {
	setImmediate(() => {
		throw error;
	});
}
