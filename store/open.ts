import {randomBytes} from 'node:crypto';
import {Low} from 'lowdb';
import {type Journalled, journalAdapter} from './adapter.ts';
import {createArchive} from './archive.ts';
import {emptyContents} from './contents.ts';
import {entriesOf} from './entries.ts';
import {diskError, droppedAtEnd, refusalInWords, StoreError, unsealedInWords} from './error.ts';
import {folderDoor} from './folder.ts';
import {follow} from './follow.ts';
import {revisionKey} from './format.ts';
import {disk, type Io} from './io.ts';
import {journalWriter} from './journal/journal.ts';
import {journalReader} from './journal/reader.ts';
import {listeners} from './listeners.ts';
import {leaderLock} from './lock.ts';
import {ownIdentity} from './process.ts';
import {quarantine, type SetAside} from './quarantine.ts';
import {rememberedSources} from './remembered.ts';
import type {Compacted} from './sealing/compact.ts';
import {seal} from './sealing/seal.ts';
import type {Sealing} from './sealing/sealer.ts';
import type {Commit, Damage, Snapshot, Span, Store} from './store.ts';
import {textsOf} from './texts.ts';

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
	/** Where a journal is full, and is sealed. */
	readonly journalBytes?: number;
	/** A journal is sealed after so long, too. */
	readonly journalMs?: number;
	/** How many revisions are held in memory. */
	readonly mostHeads?: number;
	/** Texts of reports that were first seen longer ago are dropped; null: all are kept. */
	readonly keepMs?: number | null;
	/** What seals; here, where none is given. */
	readonly sealing?: Sealing;
	/** How much of what the disk refuses is held in memory. */
	readonly pendingBytes?: number;
	/** What to hold from the start; null: nothing but the newest. */
	readonly span?: Span | null;
};

/** A run that ends does not seal for others longer than this; the next one goes on. */
const longestClosingMs = 10_000;
/** Up to so many revisions are read before a store counts as open; of more, those with facts that are to be held. */
const wholeAtOnce = 20_000;

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
	journalBytes = 4 << 20,
	journalMs = 24 * 3_600_000,
	mostHeads = 200_000,
	keepMs = null,
	sealing = {seal: job => seal(io, job), close: async () => {}},
	pendingBytes = 64 << 20,
	span = null,
}: StoreOptions): Promise<Store> {
	const writer = ownIdentity();
	const writerId = randomBytes(4).toString('hex');
	const contents = emptyContents(mostHeads);
	const setAside: SetAside = isReadOnly ? async () => null : quarantine(io, directory);
	const door = folderDoor(io, directory, writerId, isReadOnly, damage => contents.addDamage(damage));
	const ownJournals = new Set<string>();
	const onDamage = (damage: Damage): void => {
		if (contents.addDamage(damage)) onChange();
	};
	const texts = textsOf({
		io,
		directory,
		contents,
		isSealed: file => archive.covers(file),
		archive: () => archive,
		look: () => archive.look(),
		setAside,
		onDamage,
	});
	const archive = createArchive({
		io,
		directory,
		contents,
		most: mostHeads,
		sealedBytes: journalBytes,
		isReadOnly,
		isOwn: file => ownJournals.has(file),
		sealing,
		setAside,
		clock,
		// What is sealed is on disk already: there is no hurry.
		restMs: 12 * retryMs,
		ended: () => reader.ended,
		live: texts,
		keepMs,
		onDamage,
		onChange,
	});
	const reader = journalReader(io, directory, contents, setAside, archive.covers, () => archive.look());
	const remembered = rememberedSources(io, directory, contents, () => adapter.refusal === null);
	const lock = leaderLock(io, directory, writerId, writer, () => performance.now());
	const journals = journalWriter({
		io,
		directory,
		writer,
		writerId,
		clock,
		journalBytes,
		journalMs,
		enter: door.enter,
		onBegin: file => {
			ownJournals.add(file);
			reader.leaveOut(file);
		},
		onEnd: archive.sealOwn,
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
		await archive.open(span);
		await database.read();
		archive.arrange();
	} catch (error) {
		throw diskError(error, directory, 'read');
	}
	await remembered.read();
	if (wantsLead && !isReadOnly) isLeader = await lock.check();
	// What the last leader kept after it was read and before it died.
	if (isLeader) await reader.read();
	if (door.refusal) onChange();
	const filled = archive.fill().then(
		hasCome => {
			if (hasCome) onChange();
		},
		error => {
			unread = diskError(error, directory, 'read');
			onChange();
		},
	);
	// A small store is whole from the start.
	if (archive.total <= wholeAtOnce) await filled;

	/** Looks at what others have done. The lock first: whoever takes the lead must know all that the last leader kept. */
	async function look(): Promise<void> {
		const hadRefusal = lock.refusal !== null;
		const leads = wantsLead && !isReadOnly && !isClosed && (await lock.check());
		const couldRead = unread === null;
		unread = null;
		const hasCome = await lookAtFiles().catch(error => {
			unread = diskError(error, directory, 'read');
			return false;
		});
		const hasRemembered = await remembered.read();
		const isSameTrouble = hadRefusal === (lock.refusal !== null) && couldRead === (unread === null);
		if (!hasCome && !hasRemembered && leads === isLeader && isSameTrouble) return;
		isLeader = leads;
		onChange();
	}

	async function lookAtFiles(): Promise<boolean> {
		const hasCome = await reader.read();
		if (hasCome) archive.arrange();
		await archive.count();
		if (!isClosed) void archive.seal(isLeader);
		return hasCome;
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

	/** Does what is the leader's to do, where this instance leads or may stand in for a moment since nobody does. */
	async function leading(act: (leads: boolean) => Promise<void>): Promise<void> {
		const standsIn = !wantsLead && !isReadOnly && (await lock.check());
		try {
			if (standsIn) {
				await reader.read();
			}
			await act(isLeader || standsIn);
		} finally {
			if (standsIn) await lock.release();
		}
	}

	const following = follow(io, directory, name => name?.includes(writerId) === true, checkMs, look);

	return {
		directory,
		snapshot() {
			taken ??= Object.freeze({
				...contents.snapshot(),
				count: archive.total,
				rest: archive.rest,
				leftOut: contents.leftOut,
				trouble: trouble(),
				unsealed: archive.refusal ? unsealedInWords(archive.refusal, directory) : null,
				isLeader,
			});
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
			const t = lastT;
			// Named before anything is waited for: the same revisions in another commit are on their way, then.
			const sent = new Set((commit.reports ?? []).map(({report}) => revisionKey(report)));
			for (const key of sent) if (underWay.has(key)) sent.delete(key);
			for (const key of sent) underWay.add(key);
			const droppedBefore = adapter.dropped;
			try {
				const entries = await entriesOf(commit, contents, archive, sent, t);
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
		text: texts.text,
		whyNoText: texts.whyNoText,
		filled,
		revisions: archive.revisions,
		walk: archive.walk,
		async hold(wanted) {
			await archive.hold(wanted);
			onChange();
		},
		search: archive.search,
		sealAll: onProgress =>
			leading(leads => archive.sealAll(leads, onProgress)).catch(error => {
				throw diskError(error, directory);
			}),
		async compact(onProgress) {
			let done: Compacted | null = null;
			await leading(async leads => {
				if (leads) done = await archive.compact(onProgress);
			}).catch(error => {
				throw diskError(error, directory);
			});
			return done;
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
			await filled;
			// What short runs leave, such as those of a timetable, there may be nobody else to seal.
			if (!wantsLead && archive.hasWork())
				await leading(async leads => {
					const late = setTimeout(() => void archive.close(), longestClosingMs);
					await archive.seal(leads).finally(() => clearTimeout(late));
				}).catch(() => {});
			await archive.close();
			if (wantsLead && !isReadOnly) await lock.release();
			isLeader = false;
			taken = null;
			const lost = database.data.pending.length;
			if (refused) throw lost > 0 ? droppedAtEnd(refused, lost, directory) : refused;
		},
	};
}
