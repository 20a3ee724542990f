import {randomBytes} from 'node:crypto';
import path from 'node:path';
import {Low} from 'lowdb';
import {type Journalled, journalAdapter} from './adapter.ts';
import {emptyContents} from './contents.ts';
import {entriesOf} from './entries.ts';
import {diskError, refusalInWords, StoreError} from './error.ts';
import {folderDoor} from './folder.ts';
import {follow} from './follow.ts';
import {revisionKey} from './format.ts';
import {disk, type Io} from './io.ts';
import {journalWriter} from './journal.ts';
import {listeners} from './listeners.ts';
import {leaderLock} from './lock.ts';
import {holdsInARow, isAsked, toldAt} from './matching.ts';
import {ownIdentity} from './process.ts';
import {quarantine, type SetAside} from './quarantine.ts';
import {journalReader} from './reader.ts';
import {rememberedSources} from './remembered.ts';
import type {Commit, Kept, Rest, Snapshot, Span, Store} from './store.ts';
import {readText} from './text.ts';
import {wordsOf} from './words.ts';

export type StoreOptions = {
	readonly directory: string;
	readonly io?: Io;
	/** Milliseconds since the epoch. */
	readonly clock?: () => number;
	/** Whether this instance polls where no other one does. */
	readonly wantsLead?: boolean;
	/** Never writes anything; commits are refused. */
	readonly isReadOnly?: boolean;
	/** How often others' journals and the lock are looked at. */
	readonly checkMs?: number;
	/** How long after a refusal it is tried again. */
	readonly retryMs?: number;
	readonly journalBytes?: number;
	/** How much of what the disk refuses is held in memory. */
	readonly pendingBytes?: number;
	/** What to hold from the start; null: nothing but the newest. */
	readonly span?: Span | null;
};

/** Where all that is kept is in memory. */
const nothing: Rest = {
	seenUntil: null,
	count: () => ({revisions: 0, reports: 0, origins: 0, facts: 0, bySource: new Map()}),
};

/**
 * Opens the store in a folder, which is made where it is missing.
 *
 * A folder or disk that cannot be written to opens nevertheless, for reading, and its snapshot tells the trouble.
 *
 * @throws {StoreError} where the folder is not a store, is a newer version's, or cannot be read
 */
export async function openStore({
	directory,
	io = disk,
	clock = Date.now,
	wantsLead = false,
	isReadOnly = false,
	checkMs = 500,
	retryMs = 5_000,
	journalBytes = 64 << 20,
	pendingBytes = 64 << 20,
}: StoreOptions): Promise<Store> {
	const writer = ownIdentity();
	const writerId = randomBytes(4).toString('hex');
	const contents = emptyContents();
	const setAside: SetAside = isReadOnly ? async () => null : quarantine(io, directory);
	const door = folderDoor(io, directory, writerId, isReadOnly, damage => contents.addDamage(damage));
	const reader = journalReader(io, directory, contents, setAside);
	const remembered = rememberedSources(io, directory, contents, () => adapter.refusal === null);
	const lock = leaderLock(io, directory, writerId, writer, () => performance.now());
	const journals = journalWriter({
		io,
		directory,
		writer,
		writerId,
		clock,
		journalBytes,
		enter: door.enter,
		onBegin: reader.leaveOut,
	});
	const adapter = journalAdapter({directory, contents, reader, writer: journals, pendingBytes, onChange});
	const database = new Low<Journalled>(adapter, {contents, pending: []});

	const told = listeners();
	// Revisions on their way to the disk, so that they are not sent twice.
	const underWay = new Set<string>();
	let taken: Snapshot | null = null;
	let isLeader = false;
	let isClosed = false;
	let lastT = 0;
	let retry: NodeJS.Timeout | null = null;
	/** Why others' journals cannot be looked at; null while they can. */
	let unread: StoreError | null = null;

	function onChange(): void {
		taken = null;
		if (retry === null && !isClosed && (adapter.refusal || door.refusal))
			retry = setTimeout(tryAgain, retryMs).unref();
		told.tell();
	}

	function tryAgain(): void {
		retry = null;
		const trying = database.data.pending.length > 0 ? database.write() : door.enter();
		// What goes wrong is told in the snapshot.
		trying.catch(() => {}).finally(onChange);
	}

	function trouble(): string | null {
		const unlocked = lock.refusal ? diskError(lock.refusal, directory) : null;
		return adapter.refusal
			? refusalInWords(adapter.refusal, database.data.pending.length, adapter.dropped)
			: ((door.refusal ?? unread ?? unlocked)?.message ?? null);
	}

	await door.enter().catch(error => {
		if (error.code === 'foreign' || error.code === 'newer') throw error;
	});
	try {
		await database.read();
	} catch (error) {
		throw diskError(error, directory, 'read');
	}
	await remembered.read();
	if (wantsLead && !isReadOnly) isLeader = await lock.check();
	// What the last leader kept after it was read and before it died.
	if (isLeader) await reader.read();
	if (door.refusal) onChange();

	/** Looks at what others have done. The lock first: whoever takes the lead must know all that the last leader kept. */
	async function look(): Promise<void> {
		const hadRefusal = lock.refusal !== null;
		const leads = wantsLead && !isReadOnly && !isClosed && (await lock.check());
		const couldRead = unread === null;
		unread = null;
		const hasCome = await reader.read().catch(error => {
			unread = diskError(error, directory, 'read');
			return false;
		});
		const hasRemembered = await remembered.read();
		const isSameTrouble = hadRefusal === (lock.refusal !== null) && couldRead === (unread === null);
		if (!hasCome && !hasRemembered && leads === isLeader && isSameTrouble) return;
		isLeader = leads;
		onChange();
	}
	/** Also of a refused commit: its source was asked, and is not to be asked again at once. */
	function remember({sources = []}: Commit, isHeld: boolean): void {
		if (sources.length === 0) return;
		for (const source of sources) {
			const {etag = null, lastModified = null} = contents.source(source.id) ?? {};
			// Reports that could not be held must come again, so the source is asked in full.
			contents.remember(isHeld ? source : {...source, etag, lastModified});
		}
		remembered.changed();
		onChange();
	}

	async function textOf(id: string, revision: number): Promise<string | null> {
		const found = contents.find(id, revision);
		if (found === null || typeof found === 'string') return found;
		const file = path.join(directory, 'journal', found.file);
		const read = await readText(io, file, found, {id, revision});
		if (typeof read === 'object') return read.text;
		if (read === 'damaged') {
			const {at, bytes} = found;
			const reason = `The text of “${id}” can no longer be read.`;
			const copy = await setAside(file, at, bytes);
			if (contents.addDamage({file, at, bytes, reason, setAside: copy})) onChange();
		}
		return null;
	}

	const following = follow(io, directory, name => name?.includes(writerId) === true, checkMs, look);

	return {
		directory,
		snapshot() {
			if (taken === null) {
				const held = contents.snapshot();
				taken = Object.freeze({
					...held,
					count: held.kept.length,
					rest: nothing,
					trouble: trouble(),
					isLeader,
				});
			}
			return taken;
		},
		subscribe: told.add,
		async commit(commit) {
			if (isClosed) throw new StoreError('closed', 'The store is closed', directory, 'Open it again.');
			if (isReadOnly) {
				const right = 'Leave out what asks only for reading.';
				throw new StoreError('read-only', 'The store was opened for reading', directory, right);
			}
			lastT = Math.max(clock(), contents.lastT + 1, lastT + 1);
			const entries = entriesOf(commit, contents, underWay, lastT);
			const sent = entries.flatMap(({line}) => (line.k === 'r' ? [revisionKey(line.report)] : []));
			const droppedBefore = adapter.dropped;
			for (const key of sent) underWay.add(key);
			try {
				// Also with nothing new: the same revisions may be on their way, or have been refused.
				if (entries.length > 0 || underWay.size > 0 || database.data.pending.length > 0)
					await database.update(data => {
						data.pending = data.pending.concat(entries);
					});
			} catch (error) {
				remember(commit, adapter.dropped === droppedBefore);
				throw error;
			} finally {
				for (const key of sent) underWay.delete(key);
			}
			remember(commit, true);
		},
		text: textOf,
		filled: Promise.resolve(),
		revisions: async id =>
			contents
				.snapshot()
				.kept.filter(({report}) => report.id === id)
				.sort((a, b) => a.report.revision - b.report.revision),
		async *walk({order, withTexts, from = null}) {
			const {kept} = contents.snapshot();
			const all = order === 'oldest first' ? kept : kept.toReversed();
			const begin = from
				? all.findIndex(({report}) => report.id === from.id && report.revision === from.revision) + 1
				: 0;
			for (const each of all.slice(begin))
				yield [{kept: each, text: withTexts ? await textOf(each.report.id, each.report.revision) : null}];
		},
		hold: async () => {},
		async search(wanted, limit) {
			const found: Kept[] = [];
			for (const each of contents.snapshot().kept.filter(each => isAsked(each, wanted))) {
				const {id, revision, title} = each.report;
				const words = wordsOf(`${title}\n${(await textOf(id, revision)) ?? ''}`);
				const all = new Set(words);
				if (
					wanted.words.every(word => all.has(word)) &&
					wanted.phrases.every(phrase => holdsInARow(words, phrase))
				)
					found.push(each);
			}
			found.sort((a, b) => toldAt(b.report) - toldAt(a.report));
			return {found: found.slice(0, limit), isMore: found.length > limit};
		},
		async close() {
			if (isClosed) return;
			isClosed = true;
			if (retry) clearTimeout(retry);
			await following.close();
			let refused: unknown = null;
			try {
				if (database.data.pending.length > 0) await database.write();
			} catch (error) {
				refused = error;
			}
			await remembered.close();
			await adapter.idle();
			await journals.close();
			if (wantsLead && !isReadOnly) await lock.release();
			isLeader = false;
			taken = null;
			if (refused) throw refused;
		},
	};
}
