import type {Store} from '../../store/store.ts';
import {UsageError} from '../flags.ts';
import type {Options} from '../options.ts';
import type {Carried, Carrier, Picture} from '../picture/picture.ts';
import {createPictures} from '../picture/pictures.ts';
import type {Clock} from '../picture/statement.ts';
import {spanAt} from '../picture/windows.ts';
import {sideNamed} from '../profile/index.ts';
import type {Profile} from '../profile/profile.ts';
import {createOrigins} from '../reports/origins.ts';
import {sourceOf} from '../sources/flag.ts';
import type {Outcome, Source, SourceMemory} from '../sources/source.ts';
import {createHolding} from './holding.ts';
import {type Arrived, createIntake, type Intake} from './intake.ts';
import type {Log} from './log.ts';
import type {Model} from './model.ts';
import {failureOf, namesApart} from './naming.ts';
import {hasProxy, userAgentOf} from './program.ts';
import {readingOf} from './reading.ts';
import type {ReadByModel, SecondReading} from './second-reading.ts';
import {memoryAt} from './source-history.ts';
import {openKept, type Storing} from './storing.ts';

/** How one poll of a source ended, and what was new. */
export type Polled = {
	readonly source: Source;
	/** The source's, told from those of the others. */
	readonly name: string;
	readonly outcome: Outcome;
	readonly arrived: readonly Arrived[];
};

/** A store that is open, the sources that fill it, and the picture that it gives. */
export type Watch = {
	readonly profile: Profile;
	readonly sources: readonly Source[];
	readonly store: Store;
	readonly intake: Intake;
	/**
	 * Draws what is in memory, and has the store hold the rest of what the picture is drawn from.
	 *
	 * @param clock another moment than that of `--as-of` and `--as-seen`, or of now
	 */
	picture(clock?: Clock): Picture;
	/** As `picture`, beside the one on the screen: carriers are still those of that one. */
	glance(clock?: Clock): Picture;
	/** Settles when all that a picture of a moment is drawn from is in memory. */
	hold(clock?: Clock): Promise<void>;
	/** Whether some of what the last picture is drawn from is still on its way into memory. */
	isLoading(): boolean;
	/** Who carries something of the last picture drawn. */
	carriers(of: Carried): readonly Carrier[];
	/** Asks every source once; settles when all have ended. */
	pollAll(): Promise<void>;
	/** Polls from now on, for as long as this instance leads. */
	start(): Promise<void>;
	/**
	 * Has the model read what it has not, until it fails or the time is over.
	 *
	 * @returns how many reports are left to the rules; 0 where no model is named
	 */
	readByModel(withinMs: number, stopped: AbortSignal): Promise<number>;
	pollNow(): void;
	isPolling(): boolean;
	/** Sources that have answered at least once in this run. */
	answered(): number;
	/** Sources being asked at this moment. */
	busy(): number;
	close(): Promise<void>;
};

export type WatchOptions = {
	readonly profile: Profile;
	readonly sources: readonly Source[];
	readonly directory: string;
	readonly options: Pick<
		Options,
		'since' | 'asOf' | 'asSeen' | 'everyMs' | 'timeoutMs' | 'maxBodyBytes' | 'concurrency'
	> &
		Storing;
	/** Null: the rules read alone. */
	readonly model?: Model | null;
	readonly log: Log;
	/** URL of the file that was started. */
	readonly entry: string;
	/** Whether this instance polls on its own, where no other one does. */
	readonly wantsLead: boolean;
	readonly clock: () => number;
	/** How many milliseconds of the clock pass in one of life; 1 but for the demo. */
	readonly speed?: number;
	readonly onPolled?: (polled: Polled) => void;
	readonly onReadByModel?: (read: ReadByModel) => void;
	/** Told when the model fails, and when it answers again. */
	readonly onNote?: (text: string) => void;
};

/**
 * Reads the sources that the flags name.
 *
 * @throws {UsageError} naming what is wrong with one of them, or two that are the same
 */
export function sourcesOf(
	{sources: specs, everyMs, isEveryGiven}: Pick<Options, 'sources' | 'everyMs' | 'isEveryGiven'>,
	profile: Profile,
): readonly Source[] {
	const sources = specs.map(spec => {
		try {
			const source = sourceOf(spec, {
				sideOf: name => sideNamed(profile, name)?.id ?? null,
				sideNames: profile.sides.map(side => side.name),
				folder: process.cwd(),
			});
			// A pace that the user sets goes before what a source says of itself.
			return {...source, everyMs: source.everyMs ?? (isEveryGiven ? everyMs : null)};
		} catch (error) {
			throw new UsageError((error as Error).message);
		}
	});
	const twice = sources.find((source, index) => sources.findIndex(other => other.id === source.id) !== index);
	if (twice) throw new UsageError(`--source: ${twice.id} is given twice`);
	return sources;
}

/** How far back a picture looks, as the flags say. */
export const sinceOf = (since: Options['since']): {readonly sinceMs: number; readonly from: number | null} =>
	'lengthMs' in since ? {sinceMs: since.lengthMs, from: null} : {sinceMs: 0, from: since.from};

/** Opens the store and wires the rooms: sources are polled, reports kept and read, the picture drawn from what is kept. */
export async function openWatch({
	profile,
	sources,
	directory,
	options,
	model = null,
	log,
	entry,
	wantsLead,
	clock,
	speed = 1,
	onPolled,
	onReadByModel,
	onNote,
}: WatchOptions): Promise<Watch> {
	const spanOf = ({asOf, asSeen}: Clock = options) =>
		spanAt(profile, {asOf, asSeen, now: clock(), ...sinceOf(options.since)});
	const span = spanOf();
	const store = await openKept(directory, options, {entry, clock}, {wantsLead, span});
	const holding = createHolding(store, span);
	// What lies beside the screen is no reason to say that the screen is not whole.
	const aside = createHolding(store, span);
	const origins = createOrigins();
	const pictures = createPictures(profile);
	// What the store may hold back for a while, since it does not write each new time of asking.
	const memories = new Map<string, SourceMemory>();
	const answered = new Set<string>();
	const names = namesApart(sources);
	const nameOf = ({id, name}: Source): string => names.get(id) ?? name;
	const memory = (id: string): SourceMemory | null =>
		memories.get(id) ?? store.snapshot().sources.get(id) ?? null;
	let network: ReturnType<typeof openNetwork> | null = null;
	let busy = (): number => 0;
	const asking = () => {
		network ??= openNetwork({sources, options, log, entry, clock, speed, memory, onOutcome}).then(opened => {
			busy = opened.poller.busy;
			return opened;
		});
		return network;
	};
	const reading = readingOf(profile, model);
	const intake = createIntake({
		store,
		reading,
		origins,
		article: async (item, source) => (await asking()).articles.fetch(item, source),
	});

	let second: Promise<SecondReading> | null = null;
	// Loaded only where a model is named.
	const secondReading = (named: Model) => {
		second ??= import('./second-reading.ts').then(({openSecondReading}) =>
			openSecondReading({
				profile,
				model: named,
				store,
				options,
				reading,
				settled: intake.settled,
				log,
				clock,
				onNote,
				onRead: onReadByModel,
			}),
		);
		return second;
	};

	async function onOutcome(source: Source, outcome: Outcome): Promise<void> {
		memories.set(source.id, outcome.memory);
		if (outcome.ok) answered.add(source.id);
		else
			log('warn', failureOf(source, nameOf(source), outcome.reason), {
				source: source.id,
				state: outcome.state,
			});
		if (outcome.ok)
			for (const note of outcome.notes) log('info', `${nameOf(source)}: ${note}`, {source: source.id});
		let arrived: readonly Arrived[] = [];
		try {
			arrived = await intake.takeItems(source, outcome.ok ? outcome.items : [], outcome.memory, clock());
		} catch (error) {
			// What the disk refused stays with the store, which says so and tries again.
			if ((error as Error).name !== 'StoreError') throw error;
			log('error', (error as Error).message, {source: source.id});
		}
		if (arrived.length > 0) log('info', `${nameOf(source)}: ${arrived.length} new`, {source: source.id});
		const cut = arrived.filter(({report}) => report.isCut).length;
		if (cut > 0)
			log('warn', `${nameOf(source)}: ${cut} of the new reports over the size limit, their ends not kept`, {
				source: source.id,
			});
		onPolled?.({source, name: nameOf(source), outcome, arrived});
	}

	let isStarted = false;
	const lead = async (): Promise<void> => {
		if (!isStarted || !store.snapshot().isLeader) return;
		if (sources.length > 0) {
			(await asking()).poller.start();
			// Made while the first answers are on their way, so as not to hold the screen when they come.
			(await reading()).prepare();
		}
		if (model) (await secondReading(model)).start(() => store.snapshot().isLeader);
	};
	const stopFollowing = store.subscribe(() => void lead());

	// How a source is now would be of later in a picture of an earlier moment.
	const knownOf = (id: string, at: number | null): SourceMemory | null =>
		at === null ? memory(id) : memoryAt(store.snapshot().notes, memory(id), at);
	const sittingAt = ({asOf, asSeen}: Clock = options) => ({
		rest: store.snapshot().rest,
		sources: sources.map(source => ({
			source: {...source, name: nameOf(source)},
			memory: knownOf(source.id, asOf ?? asSeen),
		})),
		now: clock(),
		asOf,
		asSeen,
		...sinceOf(options.since),
		everyMs: options.everyMs,
	});

	return {
		profile,
		sources,
		store,
		intake,
		picture(at) {
			holding.hold(spanOf(at)).catch(() => {});
			return pictures.draw(store.snapshot().kept, sittingAt(at));
		},
		glance(at) {
			aside.hold(spanOf(at)).catch(() => {});
			return pictures.glance(store.snapshot().kept, sittingAt(at));
		},
		hold: at => aside.hold(spanOf(at)),
		isLoading: holding.isLoading,
		carriers: pictures.carriers,
		pollAll: async () => (await asking()).poller.pollAll(),
		start: async () => {
			isStarted = true;
			await lead();
		},
		readByModel: async (withinMs, stopped) => {
			if (!model) return 0;
			const late = new AbortController();
			const stop = (): void => late.abort();
			const timer = setTimeout(stop, withinMs);
			stopped.addEventListener('abort', stop, {once: true});
			try {
				return stopped.aborted ? 0 : await (await secondReading(model)).pass(late.signal);
			} catch (error) {
				if ((error as Error).name !== 'StoreError') throw error;
				log('error', (error as Error).message);
				return 0;
			} finally {
				clearTimeout(timer);
				stopped.removeEventListener('abort', stop);
			}
		},
		pollNow: () => void network?.then(({poller}) => poller.pollNow()),
		isPolling: () => isStarted && store.snapshot().isLeader && sources.length > 0,
		answered: () => answered.size,
		busy: () => busy(),
		close: async () => {
			stopFollowing();
			await (await second)?.close();
			await (await network)?.close();
			await store.close();
		},
	};
}

/** What asks. Loaded when it is first needed, since the network's library takes longer to load than the screen can wait. */
export async function openNetwork({
	sources,
	options,
	log,
	entry,
	clock,
	speed,
	memory,
	onOutcome,
}: {
	sources: readonly Source[];
	log: Log;
	entry: string;
	options: WatchOptions['options'];
	clock: () => number;
	speed: number;
	memory: (id: string) => SourceMemory | null;
	onOutcome: (source: Source, outcome: Outcome) => Promise<void>;
}) {
	const [{createRequester}, {createPoller}, {createArticles}, {kinds}] = await Promise.all([
		import('../polling/request.ts'),
		import('../polling/poller.ts'),
		import('../polling/article.ts'),
		import('../sources/index.ts'),
	]);
	const requester = createRequester({
		timeoutMs: options.timeoutMs,
		maxBodyBytes: options.maxBodyBytes,
		concurrency: options.concurrency,
		userAgent: userAgentOf(process.env),
		usesProxy: hasProxy(process.env),
	});
	const articles = createArticles({
		requester,
		timeoutMs: options.timeoutMs,
		worker: new URL(entry),
		onNote: note => log('info', note),
	});
	const poller = createPoller({
		sources,
		memory,
		kinds,
		requester,
		clock,
		random: Math.random,
		everyMs: options.everyMs,
		maxBodyBytes: options.maxBodyBytes,
		speed,
		onOutcome,
	});
	return {
		poller,
		articles,
		close: async () => {
			// Articles first: an outcome that waits for them is then taken in with the feed's own texts.
			await articles.close();
			await poller.stop();
			await requester.close();
		},
	};
}
