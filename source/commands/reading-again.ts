import {isDeepStrictEqual} from 'node:util';
import type {Commit, Snapshot, Store} from '../../store/store.ts';
import type {Fact} from '../facts/fact.ts';
import {toldAt} from '../reports/report.ts';
import {pacer} from './pace.ts';
import type {Reading} from './reading.ts';

/*
 * Where the rules have changed, all that is kept is read again, the newest first. How far it got is a note of the store: after a
 * restart it goes on from there, and a store that was read to its end is not looked through again. What comes meanwhile is read
 * by the new rules anyway. A revision of which the rules read what they read before is left as it is, whatever version it bears:
 * with a store of years most are, and to write them all again would double it.
 */

const note = 'readAgain';
/** How many revisions read again are written at once: more would hold the screen while they are made into lines. */
const committedAtOnce = 50;
/** After how many it is written down how far it got, where none of them has changed. */
const notedEvery = 1000;

type Noted = {
	/** Version of the reader that has read what stands behind. */
	readonly reader: string;
	/** The last revision that it has read; null: all were. */
	readonly at: {readonly id: string; readonly revision: number} | null;
	/** How many were read by then. */
	readonly read: number;
};

/** How far it is: so many revisions left, of so many that are kept. */
export type Left = {readonly left: number; readonly of: number};

export const leftInWords = ({left, of}: Left): string =>
	`the rules have changed: ${left} of ${of} reports are left to be read again`;

/** What to note with the first reports of a store: nothing has to be read again. */
export const allReadBy = (reader: string): NonNullable<Commit['notes']> => ({
	[note]: {reader, at: null, read: 0},
});

/** What to note when what one reader has read is read by a further one: without that one, it is to be read again. */
export function readFurther(
	notes: Snapshot['notes'],
	from: string,
	by: string,
): NonNullable<Commit['notes']> {
	const noted = notedIn(notes);
	return noted?.reader === from ? {[note]: {...noted, reader: by}} : {};
}

/**
 * Reads again what another version of the reader read.
 *
 * @throws {StoreError} where it cannot be kept
 */
export async function readAgain(
	store: Store,
	{read, reader, fullReader, isCurrent}: Reading,
	isStopped: () => boolean,
	onProgress: (left: Left) => void = () => {},
): Promise<void> {
	const noted = notedIn(store.snapshot().notes);
	const before = noted && isCurrent(noted.reader) ? noted : null;
	const finish = (read: number, facts: NonNullable<Commit['facts']> = []) =>
		store.commit({facts, notes: {[note]: {reader: fullReader, at: null, read} satisfies Noted}});
	// What only says that nothing is to be done may fail: it is found out again.
	const finishAtOnce = (): Promise<void> => finish(0).catch(() => {});
	if (before?.at === null) {
		if (before.reader !== fullReader) await finishAtOnce();
		return;
	}
	if (!noted) {
		await store.filled;
		const {kept, count} = store.snapshot();
		if (count === 0) return;
		if (kept.length === count && kept.every(({reader}) => isCurrent(reader))) return finishAtOnce();
	}

	const pace = pacer();
	let at = before?.at ?? null;
	let count = before?.read ?? 0;
	let notedAt = count;
	let done: {id: string; revision: number; facts: readonly Fact[]; reader: string}[] = [];
	const tell = (): void => {
		const of = store.snapshot().count;
		onProgress({left: Math.max(0, of - count), of});
	};
	const keep = async (): Promise<void> => {
		const facts = done;
		done = [];
		notedAt = count;
		await store.commit({facts, notes: {[note]: {reader: fullReader, at, read: count} satisfies Noted}});
	};
	for await (const slice of store.walk({order: 'newest first', withTexts: true, from: at})) {
		for (const {kept, text} of slice) {
			if (isStopped()) {
				if (at !== null && notedAt < count) await keep();
				return;
			}
			const {report} = kept;
			if (text !== null && !isCurrent(kept.reader)) {
				const facts = await read({...report, text}, toldAt(report), pace);
				if (!isSame(facts, kept.facts)) done.push({id: report.id, revision: report.revision, facts, reader});
			}
			at = {id: report.id, revision: report.revision};
			count++;
			if (done.length === committedAtOnce || count - notedAt >= notedEvery) await keep();
			await pace();
		}
		tell();
	}
	await finish(count, done);
	onProgress({left: 0, of: store.snapshot().count});
}

/** Whatever another version may have written. */
function notedIn(notes: Snapshot['notes']): Noted | null {
	const {reader, at, read} = (notes.get(note) ?? {}) as Partial<Noted>;
	if (typeof reader !== 'string' || typeof read !== 'number') return null;
	if (at === null) return {reader, at, read};
	return typeof at?.id === 'string' && typeof at.revision === 'number' ? {reader, at, read} : null;
}

/** As they are kept: what is not set is not written. */
const isSame = (read: readonly Fact[], kept: readonly Fact[]): boolean =>
	isDeepStrictEqual(JSON.parse(JSON.stringify(read.map(bare))), kept.map(bare));

const bare = ({report: _, ...fact}: Fact) => fact;
