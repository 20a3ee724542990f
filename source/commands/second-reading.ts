import type {Kept, Store} from '../../store/store.ts';
import type {Fact} from '../facts/fact.ts';
import type {Options} from '../options.ts';
import type {Profile} from '../profile/profile.ts';
import {type Head, toldAt} from '../reports/report.ts';
import {type Asking, createAsking} from './asking.ts';
import type {Log} from './log.ts';
import type {Model} from './model.ts';
import {newcomers} from './newcomers.ts';
import {modelReaderName, type Reading} from './reading.ts';
import {readFurther} from './reading-again.ts';

/** A report that fails so often is left to the rules until the next start. */
const mostTries = 3;
/** Reports that were not worth a question are kept in one go, up to so many. */
const batch = 200;

/** A report that a model has read, and what it adds. */
export type ReadByModel = {readonly report: Head; readonly added: readonly Fact[]};

/**
 * Reads with a model what the rules have read and kept: after them, so that nothing waits for it.
 * One report at a time, the newest first; what fails stays as the rules have read it. What is not in memory does, too: of that
 * no picture is drawn.
 */
export type SecondReading = {
	/** Reads until all is read, the model fails, or the signal says so; settles with how many are left. */
	pass(signal: AbortSignal): Promise<number>;
	/** Reads from now on whatever comes, for as long as `mayRead` says so. */
	start(mayRead: () => boolean): void;
	/** In one line, what came of it. */
	summary(): string;
	close(): Promise<void>;
};

export function createSecondReading({
	store,
	reading,
	modelReader,
	settled,
	asking,
	log,
	onRead,
}: {
	store: Store;
	reading: () => Promise<Reading>;
	/** What marks facts as read by both. */
	modelReader: (reader: string) => string;
	/** Settles when the rules have read again what they had to: written at the same time, one would take the other's place. */
	settled: () => Promise<void>;
	asking: Asking;
	log: Log;
	onRead?: ((read: ReadByModel) => void) | undefined;
}): SecondReading {
	const tries = new Map<string, number>();
	const closing = new AbortController();
	let running: Promise<void> | null = null;
	let wake = (): void => {};

	const keyOf = ({id, revision}: Head): string => `${id} ${revision}`;
	const triesOf = (report: Head): number => tries.get(keyOf(report)) ?? 0;
	const isLeft = (kept: Kept, reader: string): boolean =>
		kept.reader !== reader && triesOf(kept.report) < mostTries;

	/** What is left for a model, the newest first, and what comes meanwhile before the rest. */
	function* unread(reader: string): Generator<Kept, void> {
		const waiting = store.snapshot().kept.filter(kept => isLeft(kept, reader));
		// What failed once does not stand before what was not tried.
		waiting.sort((one, other) => triesOf(other.report) - triesOf(one.report));
		let newest = store.snapshot().kept.at(-1) ?? null;
		for (;;) {
			const {kept} = store.snapshot();
			if (kept.at(-1) !== newest) waiting.push(...newcomers(kept, newest?.report ?? null));
			newest = kept.at(-1) ?? null;
			const next = waiting.pop();
			if (!next) return;
			if (isLeft(next, reader)) yield next;
		}
	}

	/** Reads up to the first question that is answered; false where there is nothing left, or the model fails. */
	async function step(left: Iterator<Kept, void>, signal: AbortSignal): Promise<boolean> {
		const {read, isAbout, reader: ruleReader} = await reading();
		const reader = modelReader(ruleReader);
		const done: {id: string; revision: number; facts: readonly Fact[]; reader: string}[] = [];
		const added: ReadByModel[] = [];
		let hasFailed = false;
		while (!signal.aborted && done.length < batch) {
			const kept = left.next().value;
			if (!kept) break;
			const {report} = kept;
			const text = await store.text(report.id, report.revision);
			if (text === null) {
				tries.set(keyOf(report), mostTries);
				continue;
			}
			const whole = {...report, text};
			if (!isAbout(whole)) {
				done.push({id: report.id, revision: report.revision, facts: [], reader});
				continue;
			}
			const at = toldAt(report);
			const ruled = kept.reader === ruleReader ? kept.facts : await read(whole, at, giveWay);
			const result = await asking.ask(whole, at, ruled, signal).catch((error: unknown) => {
				if (signal.aborted) return null;
				throw error;
			});
			if (result === null) break;
			if (!result.ok) {
				if (result.isOfThisOne) tries.set(keyOf(report), triesOf(report) + 1);
				hasFailed = true;
				break;
			}
			tries.delete(keyOf(report));
			done.push({id: report.id, revision: report.revision, facts: result.facts, reader});
			if (result.added.length > 0) added.push({report, added: result.added});
			if (result.wasAsked) break;
			await giveWay();
		}
		if (done.length > 0)
			await store.commit({facts: done, notes: readFurther(store.snapshot().notes, ruleReader, reader)});
		for (const read of added) onRead?.(read);
		return done.length > 0 && !hasFailed;
	}

	async function pass(signal: AbortSignal): Promise<number> {
		await settled();
		const reader = modelReader((await reading()).reader);
		const left = unread(reader);
		while (!signal.aborted && asking.waitMs() === 0 && (await step(left, signal)));
		return store.snapshot().kept.filter(kept => isLeft(kept, reader)).length;
	}

	async function run(mayRead: () => boolean): Promise<void> {
		while (!closing.signal.aborted) {
			const woken = new Promise<void>(resolve => {
				wake = resolve;
			});
			try {
				if (mayRead()) await pass(closing.signal);
			} catch (error) {
				// What the disk refused stays with the store, which says so; it is read again when something new comes.
				if ((error as Error).name !== 'StoreError') throw error;
				log('error', (error as Error).message);
			}
			if (closing.signal.aborted) return;
			const waitMs = asking.waitMs();
			let timer: NodeJS.Timeout | null = null;
			if (waitMs > 0) timer = setTimeout(() => wake(), Math.min(waitMs, 2_000_000_000));
			await woken;
			if (timer) clearTimeout(timer);
		}
	}

	const stopFollowing = store.subscribe(() => wake());
	return {
		pass,
		start: mayRead => {
			running ??= run(mayRead);
			wake();
		},
		summary: asking.summary,
		close: async () => {
			stopFollowing();
			closing.abort();
			wake();
			await running;
			await asking.close();
		},
	};
}

/** The second reading of a store, over the network. */
export function openSecondReading({
	profile,
	model,
	store,
	options,
	reading,
	settled,
	log,
	clock,
	onNote,
	onRead,
}: {
	profile: Profile;
	model: Model;
	store: Store;
	options: Pick<Options, 'timeoutMs' | 'maxBodyBytes'>;
	reading: () => Promise<Reading>;
	settled: () => Promise<void>;
	log: Log;
	clock: () => number;
	onNote?: ((text: string) => void) | undefined;
	onRead?: ((read: ReadByModel) => void) | undefined;
}): SecondReading {
	return createSecondReading({
		store,
		reading,
		modelReader: reader => modelReaderName(reader, model),
		settled,
		asking: createAsking({profile, model, options, log, onNote, clock}),
		log,
		onRead,
	});
}

const giveWay = (): Promise<void> => new Promise(resolve => setImmediate(resolve));
