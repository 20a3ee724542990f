import {isKnown} from '../../source/picture/statement.ts';
import type {Commit, Counted, Kept, Rest, Snapshot, Store} from '../../store/store.ts';

type Text = {readonly text: string | null};

/** A store that has all of it, holds what it is told to, and writes down what it is asked. */
export type Bounded = Store & {
	/** In order of arrival. */
	readonly all: readonly Kept[];
	/** What of it is in memory. */
	hold(isHeld: ((kept: Kept) => boolean) | Parameters<Store['hold']>[0]): Promise<void>;
	readonly commits: readonly Commit[];
	/** What was walked over, or asked for by its id. */
	readonly read: {walked: number; asked: number};
};

export function bounded(
	begin: readonly (Kept & Text)[],
	isHeldAtFirst: (kept: Kept) => boolean = () => true,
): Bounded {
	let isHeld = isHeldAtFirst;
	let all: readonly Kept[] = begin.map(({report, facts, reader}) => ({report, facts, reader}));
	let taken: Snapshot | null = null;
	const texts = new Map(begin.map(({report, text}) => [keyOf(report), text]));
	const notes = new Map<string, unknown>();
	const listeners = new Set<() => void>();
	const commits: Commit[] = [];
	const read = {walked: 0, asked: 0};
	const change = (): void => {
		taken = null;
		for (const listener of listeners) listener();
	};
	const snapshot = (): Snapshot => {
		if (taken) return taken;
		const kept = all.filter(isHeld);
		taken = {
			kept,
			count: all.length,
			rest: restOf(all, kept),
			sources: new Map(),
			notes: new Map(notes),
			damage: [],
			trouble: null,
			unsealed: null,
			leftOut: 0,
			isLeader: true,
		};
		return taken;
	};
	return {
		get all() {
			return all;
		},
		commits,
		read,
		directory: '/nowhere',
		filled: Promise.resolve(),
		snapshot,
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		async commit(commit) {
			commits.push(commit);
			for (const [name, value] of Object.entries(commit.notes ?? {})) notes.set(name, value);
			const anew = new Map((commit.facts ?? []).map(each => [keyOf(each), each]));
			all = all.map(kept => {
				const again = anew.get(keyOf(kept.report));
				return again ? {...kept, facts: again.facts, reader: again.reader} : kept;
			});
			for (const {report, facts, reader} of commit.reports ?? []) {
				if (texts.has(keyOf(report))) continue;
				const {text, ...head} = report;
				texts.set(keyOf(report), text);
				all = [...all, {report: head, facts, reader}];
			}
			change();
		},
		text: async (id, revision) => texts.get(keyOf({id, revision})) ?? null,
		async revisions(id) {
			read.asked++;
			return all.filter(({report}) => report.id === id).sort((a, b) => a.report.revision - b.report.revision);
		},
		async *walk({order, withTexts, from = null}) {
			const list = order === 'oldest first' ? all : all.toReversed();
			const begin = from ? list.findIndex(({report}) => keyOf(report) === keyOf(from)) + 1 : 0;
			for (let place = begin; place < list.length; place += 3) {
				const slice = list.slice(place, place + 3);
				read.walked += slice.length;
				yield slice.map(kept => ({kept, text: withTexts ? (texts.get(keyOf(kept.report)) ?? null) : null}));
			}
		},
		async hold(what) {
			if (typeof what !== 'function') return;
			isHeld = what;
			change();
		},
		search: async () => ({found: [], isMore: false}),
		whyNoText: async () => null,
		sealAll: async () => {},
		compact: async () => null,
		close: async () => {},
	};
}

const keyOf = ({id, revision}: {readonly id: string; readonly revision: number}): string =>
	`${id} ${revision}`;

/** What is not in a list, in numbers, counted from nothing. */
export function restOf(all: readonly Pick<Kept, 'report' | 'facts'>[], kept: typeof all): Rest {
	const held = new Set(kept);
	const others = all.filter(each => !held.has(each));
	const newest = (list: typeof all) =>
		new Map(
			list
				.toSorted((a, b) => a.report.revision - b.report.revision)
				.map(reading => [reading.report.id, reading]),
		);
	return {
		seenUntil: others.length === 0 ? null : Math.max(...others.map(({report}) => report.firstSeenAt)),
		count(clock): Counted {
			const inMemory = newest(kept.filter(({report}) => isKnown(report, clock)));
			const known = others.filter(({report}) => isKnown(report, clock));
			const reports = [...newest(known).values()].filter(({report}) => !inMemory.has(report.id));
			const origins = new Set(reports.map(({report}) => report.origin));
			for (const {report} of inMemory.values()) origins.delete(report.origin);
			const bySource = new Map<string, number>();
			for (const {report} of reports) bySource.set(report.source, (bySource.get(report.source) ?? 0) + 1);
			return {
				revisions: known.length,
				reports: reports.length,
				origins: origins.size,
				facts: reports.reduce((sum, {facts}) => sum + facts.length, 0),
				bySource,
			};
		},
	};
}
