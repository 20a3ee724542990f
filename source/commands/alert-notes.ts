import type {Store} from '../../store/store.ts';

/** So many of the newest changes are remembered as told. */
const mostKept = 500;
/** Rules come and go with the flags: of so many it is remembered when they were last told. */
const mostRules = 100;

const toldNote = 'alertsTold';
const seenNote = 'alertsSeenUntil';

/** What is kept between runs, shared by all instances on one store. */
export type AlertNotes = {
	/** As it was when this was opened: all reports first seen until then were looked at, and what they brought was told; null: no run had alerts yet. */
	readonly seenUntil: number | null;
	/** As it was when this was opened: keys of changes that were told. */
	readonly told: readonly string[];
	/** As it was when this was opened: when each rule was last told. */
	readonly toldAt: Readonly<Record<string, number>>;
	/** Whether a change was told by now, by whatever instance. */
	readonly has: (key: string) => boolean;
	/** Adds to what was told. A disk that refuses is the store's to tell. */
	keep(keys: readonly string[], toldAt: Readonly<Record<string, number>>): Promise<void>;
	mark(seenUntil: number): Promise<void>;
};

export function openAlertNotes(store: Pick<Store, 'snapshot' | 'commit'>): AlertNotes {
	let writing: Promise<void> = Promise.resolve();
	// One after the other: each adds to what the one before has written.
	const write = (make: () => Readonly<Record<string, unknown>> | null): Promise<void> => {
		writing = writing.then(async () => {
			const notes = make();
			if (notes) await store.commit({notes}).catch(() => {});
		});
		return writing;
	};
	const read = () => toldOf(store.snapshot().notes.get(toldNote));
	const seen = (): number | null => numberOf(store.snapshot().notes.get(seenNote));
	return {
		...read(),
		seenUntil: seen(),
		has: key => read().told.includes(key),
		keep: (keys, toldAt) =>
			write(() => {
				const before = read();
				return {
					[toldNote]: {
						told: [...new Set([...before.told, ...keys])].slice(-mostKept),
						toldAt: newest({...before.toldAt, ...toldAt}),
					},
				};
			}),
		mark: seenUntil => write(() => (seenUntil === seen() ? null : {[seenNote]: seenUntil})),
	};
}

function newest(toldAt: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
	const entries = Object.entries(toldAt).sort(([, a], [, b]) => b - a);
	return Object.fromEntries(entries.slice(0, mostRules));
}

/** Whatever another version may have written. */
function toldOf(note: unknown): Pick<AlertNotes, 'told' | 'toldAt'> {
	const {told, toldAt} = (note ?? {}) as Record<string, unknown>;
	return {
		told: Array.isArray(told) ? told.filter(key => typeof key === 'string') : [],
		toldAt: Object.fromEntries(
			Object.entries(toldAt ?? {}).flatMap(([rule, at]) =>
				numberOf(at) === null ? [] : [[rule, numberOf(at)!]],
			),
		),
	};
}

const numberOf = (value: unknown): number | null =>
	typeof value === 'number' && Number.isFinite(value) ? value : null;
