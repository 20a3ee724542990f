import path from 'node:path';
import {systemCode} from '../error.ts';
import {encodeLine, version} from '../format.ts';
import {type Io, type OpenFile, writeAll} from '../io.ts';
import type {ProcessIdentity} from '../process.ts';
import {markPath, writeMark} from './mark.ts';

type Journal = {
	readonly file: string;
	readonly handle: OpenFile;
	readonly mark: OpenFile;
	readonly inode: number;
	/** When it was begun, by a clock that never jumps. */
	readonly begunAt: number;
	/** Where the last acknowledged line ends. */
	end: number;
	/** What the mark says of it. */
	marked: number;
};

export type JournalWriter = {
	/** Writes whole lines and syncs them. @returns where the first one is */
	append(lines: Buffer): Promise<{readonly file: string; readonly at: number}>;
	close(): Promise<void>;
};

/**
 * Writes journals of this process alone, one after the other. One at a time: the next `append` waits for the last.
 *
 * @param options.writerId eight hexadecimal digits that no other process has
 * @param options.journalBytes where a journal is full and the next one begins
 * @param options.enter makes sure, before a journal is made, that the folder is still the store
 * @param options.journalMs after so long, too
 * @param options.onEnd called with its name when nothing more is written to it
 * @param options.onBegin called with the name of a journal before it is made
 */
export function journalWriter(options: {
	readonly io: Io;
	readonly directory: string;
	readonly writer: ProcessIdentity;
	readonly writerId: string;
	readonly clock: () => number;
	readonly journalBytes: number;
	readonly journalMs: number;
	readonly enter: () => Promise<void>;
	readonly onBegin: (file: string) => void;
	readonly onEnd: (file: string) => void;
}): JournalWriter {
	const {io, directory, clock} = options;
	const folder = path.join(directory, 'journal');
	let current: Journal | null = null;
	let journals = 0;
	let isClosing = false;

	async function begin(): Promise<Journal> {
		const utc = new Date(clock()).toISOString().replace(/[-:]|\.\d+/g, '');
		const file = `${utc}-${options.writerId}-${journals++}.jsonl`;
		const name = path.join(folder, file);
		options.onBegin(file);
		await options.enter();
		if (!(await io.names(directory)).includes('journal')) {
			await io.makeFolder(folder);
			await io.syncFolder(directory);
		}
		const handle = await io.open(name, 'wx');
		let mark: OpenFile | null = null;
		try {
			const head = encodeLine(JSON.stringify({k: 'head', v: version, born: clock(), writer: options.writer}));
			await writeAll(handle, head, 0);
			await handle.sync();
			await io.syncFolder(folder);
			// After the name of the journal lasts: a mark alone would tell that a journal is missing.
			mark = await io.open(markPath(name), 'wx');
			// Nothing is kept in it yet: were it taken away now, nothing would be missing.
			await writeMark(mark, 0);
			const {inode} = await handle.status();
			return {file, handle, mark, inode, begunAt: performance.now(), end: head.length, marked: head.length};
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
		if (await quietly(writeMark(journal.mark, end))) journal.marked = end;
	}

	async function leave(journal: Journal): Promise<void> {
		current = null;
		await markEnd(journal);
		await quietly(journal.handle.close());
		await quietly(journal.mark.close());
		if (!isClosing) options.onEnd(journal.file);
	}

	async function append(lines: Buffer, canTryAgain: boolean): Promise<{file: string; at: number}> {
		if (
			current !== null &&
			(current.end >= options.journalBytes || performance.now() - current.begunAt >= options.journalMs)
		)
			await leave(current);
		current ??= await begin();
		const journal = current;
		const at = journal.end;
		let isSyncing = false;
		try {
			await writeAll(journal.handle, lines, at);
			isSyncing = true;
			await journal.handle.datasync();
			// Somebody may have taken the journal away meanwhile: what was written would not be found there again.
			if (!(await isStill(journal)))
				throw Object.assign(new Error('the journal was taken away'), {code: 'EMOVED'});
			journal.end = at + lines.length;
		} catch (error) {
			const isFull = ['ENOSPC', 'EDQUOT'].includes(systemCode(error));
			const isCutBack = await quietly(journal.handle.truncate(at));
			// After a failed sync the system may take lost pages for written ones, so the file is never used again.
			if (isSyncing || !isFull || !isCutBack) await leave(journal);
			if (isSyncing && !isFull && canTryAgain) return append(lines, false);
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

	return {
		append: lines => append(lines, true),
		async close() {
			isClosing = true;
			if (current) await leave(current);
		},
	};
}

/** @returns whether it worked, where it does not matter much */
async function quietly(doing: Promise<unknown> | undefined): Promise<boolean> {
	try {
		await doing;
		return true;
	} catch {
		return false;
	}
}
