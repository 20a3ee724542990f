import type {Adapter} from 'lowdb';
import type {Contents} from './contents.ts';
import {diskError, type StoreError} from './error.ts';
import type {Line} from './format.ts';
import type {JournalWriter} from './journal/journal.ts';
import type {JournalReader} from './journal/reader.ts';

/** A record on its way to the disk. */
export type Entry = {readonly line: Line; readonly text: string | null; readonly encoded: Buffer};

/** What lowdb holds: all that is on disk, and what is on its way there. */
export type Journalled = {readonly contents: Contents; pending: Entry[]};

export type JournalAdapter = Adapter<Journalled> & {
	/** Why the last write was refused; null where it was not. */
	readonly refusal: StoreError | null;
	/** How many records were refused and not held since the last write. */
	readonly dropped: number;
	/** Settles when nothing is being written. */
	idle(): Promise<void>;
};

type Waiting = {
	readonly entries: Entry[];
	readonly resolve: () => void;
	readonly reject: (error: StoreError) => void;
};

/**
 * An adapter of lowdb that reads journals, and appends what is pending to a journal of this process alone.
 *
 * Writes that wait for the disk are joined into one write and one sync. Each promise settles with the sync that covers it.
 * What the disk refuses goes back to `pending`, up to a bound, and is written with whatever comes next.
 *
 * @param options.pendingBytes how much that was refused is held in memory
 * @param options.onChange called when what is kept, or why it is not, has changed
 */
export function journalAdapter(options: {
	readonly directory: string;
	readonly contents: Contents;
	readonly reader: JournalReader;
	readonly writer: JournalWriter;
	readonly pendingBytes: number;
	readonly onChange: () => void;
}): JournalAdapter {
	const {contents, onChange} = options;
	let queue: Waiting[] = [];
	let work: Promise<void> | null = null;
	let refusal: StoreError | null = null;
	let dropped = 0;

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

	async function flush(data: Journalled, batch: readonly Waiting[]): Promise<void> {
		const entries = [...data.pending, ...batch.flatMap(waiting => waiting.entries)];
		data.pending = [];
		if (entries.length === 0) {
			// Nothing of its own to write: it came to wait for others, which were refused and could not be held.
			if (refusal) throw refusal;
			return;
		}
		const lines = Buffer.concat(entries.map(entry => entry.encoded));
		const {file, at} = await options.writer.append(lines).catch(error => {
			throw refuse(data, entries, diskError(error, options.directory));
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
			// All that follows, too: what is remembered of a source must not outlive the reports that came with it.
			if (bytes > options.pendingBytes) break;
			data.pending.push(entry);
			contents.apply(entry.line, {file: '', at: 0, bytes: 0}, entry.text ?? undefined);
		}
		dropped += entries.length - data.pending.length;
		refusal = error;
		onChange();
		return error;
	}

	return {
		get refusal() {
			return refusal;
		},
		get dropped() {
			return dropped;
		},
		async read() {
			await options.reader.read();
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
		idle: async () => void (await work),
	};
}
