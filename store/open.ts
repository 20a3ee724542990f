import {randomBytes} from 'node:crypto';
import path from 'node:path';
import {Low} from 'lowdb';
import {type Journalled, journalAdapter} from './adapter.ts';
import {emptyContents} from './contents.ts';
import {entriesOf} from './entries.ts';
import {diskError, StoreError} from './error.ts';
import {enterFolder} from './folder.ts';
import {follow} from './follow.ts';
import {decodeText, revisionKey, verified} from './format.ts';
import {disk, type Io, readStretch, withFile} from './io.ts';
import {journalWriter} from './journal.ts';
import {leaderLock} from './lock.ts';
import {ownIdentity} from './process.ts';
import {quarantine, type SetAside} from './quarantine.ts';
import {journalReader} from './reader.ts';
import {rememberedSources} from './remembered.ts';
import type {Snapshot, Store} from './store.ts';

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
	const reader = journalReader(io, directory, contents, setAside);
	const remembered = rememberedSources(io, directory, contents);
	const lock = leaderLock(io, directory, writerId, writer, () => performance.now());
	const journals = journalWriter({
		io,
		directory,
		writer,
		writerId,
		clock,
		journalBytes,
		enter,
		onBegin: reader.leaveOut,
	});
	const adapter = journalAdapter({directory, contents, reader, writer: journals, pendingBytes, onChange});
	const database = new Low<Journalled>(adapter, {contents, pending: []});

	const listeners = new Set<() => void>();
	// Revisions on their way to the disk, so that they are not sent twice.
	const underWay = new Set<string>();
	let taken: Snapshot | null = null;
	let isTelling = false;
	let isLeader = false;
	let isClosed = false;
	let lastT = 0;
	let retry: NodeJS.Timeout | null = null;
	/** Why the folder could not be made or marked; null once it is. */
	let entrance: StoreError | null = null;
	let isInside = false;
	/** Why others' journals cannot be looked at; null while they can. */
	let unread: StoreError | null = null;

	async function enter(): Promise<void> {
		if (isInside) {
			// A folder that was taken away is not made again: it may be a disk that comes back.
			await io.status(path.join(directory, 'store.json'));
			return;
		}
		const oddity = await enterFolder(io, directory, writerId, isReadOnly);
		isInside = true;
		entrance = null;
		const file = path.join(directory, 'store.json');
		if (oddity) contents.addDamage({file, at: 0, bytes: 0, reason: oddity, setAside: null});
	}

	function onChange(): void {
		taken = null;
		if (retry === null && !isClosed && (adapter.refusal || entrance))
			retry = setTimeout(tryAgain, retryMs).unref();
		if (isTelling) return;
		isTelling = true;
		// Together, once what is being done is done.
		queueMicrotask(() => {
			isTelling = false;
			for (const listener of [...listeners]) listener();
		});
	}

	function tryAgain(): void {
		retry = null;
		const trying = database.data.pending.length > 0 ? database.write() : enter();
		// What goes wrong is told in the snapshot.
		trying.catch(() => {}).finally(onChange);
	}

	function trouble(): string | null {
		const waiting = database.data.pending.length;
		if (adapter.refusal) {
			const held = `${waiting} ${waiting === 1 ? 'record waits' : 'records wait'} in memory`;
			return `${adapter.refusal.message} ${held}${adapter.dropped > 0 ? `, ${adapter.dropped} could not be held` : ''}.`;
		}
		const hindrance = entrance ?? unread;
		if (hindrance) return hindrance.message;
		return lock.refusal ? diskError(lock.refusal, directory).message : null;
	}

	try {
		await enter();
	} catch (error) {
		entrance = diskError(error, directory);
		if (entrance.code === 'foreign' || entrance.code === 'newer') throw entrance;
	}
	try {
		await database.read();
	} catch (error) {
		throw diskError(error, directory, 'read');
	}
	await remembered.read();
	if (wantsLead && !isReadOnly) isLeader = await lock.check();
	if (entrance) onChange();

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
	const following = follow(io, directory, name => name?.includes(writerId) === true, checkMs, look);

	return {
		directory,
		snapshot() {
			taken ??= Object.freeze({...contents.snapshot(), trouble: trouble(), isLeader});
			return taken;
		},
		subscribe(listener) {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		},
		async commit(commit) {
			if (isClosed) throw new StoreError('closed', 'The store is closed', directory, 'Open it again.');
			if (isReadOnly) {
				const right = 'Leave out what asks only for reading.';
				throw new StoreError('read-only', 'The store was opened for reading', directory, right);
			}
			lastT = Math.max(clock(), contents.lastT + 1, lastT + 1);
			const entries = entriesOf(commit, contents, underWay, lastT);
			const sent = entries.flatMap(({line}) => (line.k === 'r' ? [revisionKey(line.report)] : []));
			for (const key of sent) underWay.add(key);
			try {
				// Also with nothing new: the same revisions may be on their way, or have been refused.
				if (entries.length > 0 || underWay.size > 0 || database.data.pending.length > 0)
					await database.update(data => {
						data.pending = data.pending.concat(entries);
					});
			} finally {
				for (const key of sent) underWay.delete(key);
			}
			if (!commit.sources?.length) return;
			for (const source of commit.sources) contents.remember(source);
			remembered.changed();
			onChange();
		},
		async text(id, revision) {
			const found = contents.find(id, revision);
			if (found === null || typeof found === 'string') return found;
			const file = path.join(directory, 'journal', found.file);
			const line = await withFile(io, file, 'r', journal =>
				readStretch(journal, found.at, found.bytes),
			).catch(() => null);
			const json = line && verified(line.subarray(0, -1));
			const text = json && decodeText(json, id, revision);
			if (text !== null) return text;
			const {at, bytes} = found;
			const reason = `The text of “${id}” can no longer be read.`;
			const copy = line?.length ? await setAside(file, at, line.length) : null;
			if (contents.addDamage({file, at, bytes, reason, setAside: copy})) onChange();
			return null;
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
