import path from 'node:path';
import type {Adapter} from 'lowdb';
import type {Contents} from './contents.ts';
import {diskError, type StoreError, systemCode} from './error.ts';
import {encodeLine, type Line, version} from './format.ts';
import {type Io, type OpenFile, writeAll} from './io.ts';
import {markPath, writeMark} from './mark.ts';
import type {ProcessIdentity} from './process.ts';
import type {JournalReader} from './reader.ts';

/** A record on its way to the disk. */
export type Entry = {readonly line: Line; readonly text: string | null; readonly encoded: Buffer};

/** What lowdb holds: all that is on disk, and what is on its way there. */
export type Journalled = {readonly contents: Contents; pending: Entry[]};

export type JournalAdapter = Adapter<Journalled> & {
	/** Why the last write was refused; null where it was not. */
	readonly refusal: StoreError | null;
	/** How many records were refused and not held since the last write. */
	readonly dropped: number;
	close(): Promise<void>;
};

type Journal = {
	readonly file: string;
	readonly handle: OpenFile;
	readonly mark: OpenFile;
	readonly inode: number;
	/** Where the last acknowledged line ends. */
	end: number;
	/** What the mark says of it. */
	marked: number;
};

type Waiting = {
	readonly entries: Entry[];
	readonly resolve: () => void;
	readonly reject: (error: StoreError) => void;
};

/**
 * An adapter of lowdb that appends what is pending to a journal of this process alone.
 *
 * Writes that wait for the disk are joined into one write and one sync. Each promise settles with the sync that covers it.
 * What the disk refuses goes back to `pending`, up to a bound, and is written with whatever comes next.
 */
export function journalAdapter(options: {
	readonly io: Io;
	readonly directory: string;
	/** Read into by `read`. */
	readonly contents: Contents;
	readonly reader: JournalReader;
	readonly writer: ProcessIdentity;
	/** Eight digits that no other process has. */
	readonly writerId: string;
	readonly clock: () => number;
	/** Makes sure, before a journal is made, that the folder is still the store. */
	readonly enter: () => Promise<void>;
	/** Where a journal is full and the next one begins. */
	readonly journalBytes: number;
	/** How much that was refused is held in memory. */
	readonly pendingBytes: number;
	/** Called when what is kept, or why it is not, has changed. */
	readonly onChange: () => void;
}): JournalAdapter {
	const {io, directory, contents, reader, onChange} = options;
	const folder = path.join(directory, 'journal');
	let current: Journal | null = null;
	let journals = 0;
	let queue: Waiting[] = [];
	let work: Promise<void> | null = null;
	let refusal: StoreError | null = null;
	let dropped = 0;

	async function begin(): Promise<Journal> {
		const utc = new Date(options.clock()).toISOString().replace(/[-:]|\.\d+/g, '');
		const file = `${utc}-${options.writerId}-${journals++}.jsonl`;
		const name = path.join(folder, file);
		reader.leaveOut(file);
		await options.enter();
		if (!(await io.names(directory)).includes('journal')) {
			await io.makeFolder(folder);
			await io.syncFolder(directory);
		}
		const handle = await io.open(name, 'wx');
		let mark: OpenFile | null = null;
		try {
			const head = encodeLine(
				JSON.stringify({k: 'head', v: version, born: options.clock(), writer: options.writer}),
			);
			await writeAll(handle, head, 0);
			await handle.sync();
			mark = await io.open(markPath(name), 'wx');
			await writeMark(mark, head.length);
			await io.syncFolder(folder);
			return {
				file,
				handle,
				mark,
				inode: (await handle.status()).inode,
				end: head.length,
				marked: head.length,
			};
		} catch (error) {
			// Nothing is in it yet. Left behind, one would be added with each try.
			await quietly(handle.close());
			await quietly(mark?.close());
			await quietly(io.remove(markPath(name)));
			await quietly(io.remove(name));
			throw error;
		}
	}

	/** Where it cannot be written, others see later what was kept, and that is all. */
	async function markEnd(journal: Journal): Promise<void> {
		if (journal.marked === journal.end) return;
		const {end} = journal;
		const isWritten = await writeMark(journal.mark, end).then(
			() => true,
			() => false,
		);
		if (isWritten) journal.marked = end;
	}

	async function leave(journal: Journal): Promise<void> {
		current = null;
		await markEnd(journal);
		await quietly(journal.handle.close());
		await quietly(journal.mark.close());
	}

	/** @returns the place of the first byte, on disk for good */
	async function append(bytes: Buffer, canTryAgain: boolean): Promise<{file: string; at: number}> {
		if (current !== null && current.end >= options.journalBytes) await leave(current);
		current ??= await begin();
		const journal = current;
		const at = journal.end;
		let isSyncing = false;
		try {
			await writeAll(journal.handle, bytes, at);
			isSyncing = true;
			await journal.handle.datasync();
			// Somebody may have moved or replaced the journal meanwhile: what was written would not be found there again.
			if (!(await isStill(journal)))
				throw Object.assign(new Error('the journal was taken away'), {code: 'EMOVED'});
			journal.end = at + bytes.length;
		} catch (error) {
			const isRoom = ['ENOSPC', 'EDQUOT'].includes(systemCode(error));
			const isCutBack = await journal.handle.truncate(at).then(
				() => true,
				() => false,
			);
			// After a failed sync the system may take lost pages for written ones, so the file is never used again.
			if (isSyncing || !isRoom || !isCutBack) await leave(journal);
			if (isSyncing && !isRoom && canTryAgain) return append(bytes, false);
			throw error;
		}
		await markEnd(journal);
		return {file: journal.file, at};
	}

	async function isStill(journal: Journal): Promise<boolean> {
		try {
			return (await io.status(path.join(folder, journal.file))).inode === journal.inode;
		} catch (error) {
			if (systemCode(error) === 'ENOENT') return false;
			throw error;
		}
	}

	async function flush(data: Journalled, batch: readonly Waiting[]): Promise<void> {
		const entries = [...data.pending, ...batch.flatMap(waiting => waiting.entries)];
		data.pending = [];
		if (entries.length === 0) {
			// Nothing of its own to write: it came to wait for others, which were refused and could not be held.
			if (refusal) throw refusal;
			return;
		}
		const {file, at} = await append(Buffer.concat(entries.map(entry => entry.encoded)), true).catch(error => {
			throw refuse(data, entries, diskError(error, directory));
		});
		let next = at;
		for (const {line, encoded} of entries) {
			contents.apply(line, {file, at: next, bytes: encoded.length});
			next += encoded.length;
		}
		refusal = null;
		dropped = 0;
		onChange();
	}

	function refuse(data: Journalled, entries: readonly Entry[], error: StoreError): StoreError {
		let bytes = 0;
		data.pending = [];
		for (const entry of entries) {
			bytes += entry.encoded.length;
			if (bytes > options.pendingBytes) break;
			data.pending.push(entry);
			contents.apply(entry.line, {file: '', at: 0, bytes: 0}, entry.text ?? undefined);
		}
		dropped += entries.length - data.pending.length;
		refusal = error;
		onChange();
		return error;
	}

	async function run(data: Journalled): Promise<void> {
		while (queue.length > 0) {
			const batch = queue;
			queue = [];
			try {
				await flush(data, batch);
				for (const {resolve} of batch) resolve();
			} catch (error) {
				for (const {reject} of batch) reject(error as StoreError);
			}
		}
		work = null;
	}

	return {
		get refusal() {
			return refusal;
		},
		get dropped() {
			return dropped;
		},
		async read() {
			await reader.read();
			return {contents, pending: []};
		},
		write(data) {
			return new Promise((resolve, reject) => {
				const entries = data.pending;
				data.pending = [];
				queue.push({entries, resolve, reject});
				work ??= run(data);
			});
		},
		async close() {
			await work;
			if (current) await leave(current);
		},
	};
}

async function quietly(doing: Promise<unknown> | undefined): Promise<void> {
	await doing?.catch(() => {});
}
