import {watch} from 'node:fs';
import {link, mkdir, open, readdir, rename, stat, unlink, utimes} from 'node:fs/promises';
import {systemCode} from './error.ts';

export type Status = {
	readonly inode: number;
	readonly bytes: number;
	readonly changedAt: number;
	readonly isFolder: boolean;
	/** Neither a folder nor anything else that is no file, such as a pipe, which may be waited for without end. */
	readonly isFile: boolean;
};

export type OpenFile = {
	/** @returns how many bytes came; 0 at the end of the file */
	read(into: Uint8Array, position: number): Promise<number>;
	/** @returns how many bytes were taken, which may be fewer than given */
	write(bytes: Uint8Array, position: number): Promise<number>;
	truncate(length: number): Promise<void>;
	datasync(): Promise<void>;
	sync(): Promise<void>;
	status(): Promise<Status>;
	close(): Promise<void>;
};

/** All that the store asks of a disk, so that a test can count it and make it fail. */
export type Io = {
	/** `r`: must be there; `wx`: must not; `w`: made anew. */
	open(path: string, flags: 'r' | 'wx' | 'w'): Promise<OpenFile>;
	names(folder: string): Promise<string[]>;
	status(path: string): Promise<Status>;
	makeFolder(path: string): Promise<void>;
	link(from: string, to: string): Promise<void>;
	rename(from: string, to: string): Promise<void>;
	remove(path: string): Promise<void>;
	/** Sets the time of the last change to now. */
	touch(path: string): Promise<void>;
	/** Makes names in a folder last. */
	syncFolder(path: string): Promise<void>;
	/** Calls back with the name of what changed in a folder, or null where the system does not tell. */
	watch(folder: string, onChange: (name: string | null) => void): {close(): void};
};

const toStatus = (found: {
	ino: number;
	size: number;
	mtimeMs: number;
	isDirectory(): boolean;
	isFile(): boolean;
}): Status => ({
	inode: found.ino,
	bytes: found.size,
	changedAt: found.mtimeMs,
	isFolder: found.isDirectory(),
	isFile: found.isFile(),
});

/** The real disk. */
export const disk: Io = {
	async open(path, flags) {
		const handle = await open(path, flags);
		return {
			read: async (into, position) => (await handle.read(into, 0, into.length, position)).bytesRead,
			write: async (bytes, position) => (await handle.write(bytes, 0, bytes.length, position)).bytesWritten,
			truncate: length => handle.truncate(length),
			datasync: () => handle.datasync(),
			sync: () => handle.sync(),
			status: async () => toStatus(await handle.stat()),
			close: () => handle.close(),
		};
	},
	names: folder => readdir(folder),
	status: async path => toStatus(await stat(path)),
	async makeFolder(path) {
		// What somebody watches is their own business: no one else may look in.
		await mkdir(path, {recursive: true, mode: 0o700});
	},
	link,
	rename,
	remove: unlink,
	async touch(path) {
		const now = new Date();
		await utimes(path, now, now);
	},
	async syncFolder(path) {
		// Windows can neither open nor sync a folder; names last there without it.
		if (process.platform === 'win32') return;
		const handle = await open(path, 'r');
		try {
			await handle.sync();
		} finally {
			await handle.close();
		}
	},
	watch(folder, onChange) {
		const watcher = watch(folder, {persistent: false}, (_event, name) => onChange(name));
		// A watcher that dies is no loss: the folder is also looked at by the clock.
		watcher.on('error', () => watcher.close());
		return watcher;
	},
};

/** Writes all bytes, however often the system takes only some. */
export async function writeAll(file: OpenFile, bytes: Uint8Array, position: number): Promise<void> {
	let done = 0;
	while (done < bytes.length) {
		const taken = await file.write(done === 0 ? bytes : bytes.subarray(done), position + done);
		if (taken === 0) throw Object.assign(new Error('no space left on device, write'), {code: 'ENOSPC'});
		done += taken;
	}
}

/** Reads a stretch of a file; shorter where the file ends before. */
export async function readStretch(file: OpenFile, at: number, length: number): Promise<Buffer> {
	const bytes = Buffer.allocUnsafe(length);
	let done = 0;
	while (done < length) {
		const came = await file.read(bytes.subarray(done), at + done);
		if (came === 0) break;
		done += came;
	}
	return bytes.subarray(0, done);
}

/** Runs with a file open, and closes it whatever happens. */
export async function withFile<T>(
	io: Io,
	path: string,
	flags: 'r' | 'wx' | 'w',
	use: (file: OpenFile) => Promise<T>,
): Promise<T> {
	const file = await io.open(path, flags);
	try {
		return await use(file);
	} finally {
		await file.close();
	}
}

/** A small file, whole. */
export async function readSmall(io: Io, path: string, limitBytes = 1 << 20): Promise<Buffer> {
	return withFile(io, path, 'r', file => readStretch(file, 0, limitBytes));
}

/** Names in a folder; none where it is not there yet, or is gone for now, which whoever writes will tell. */
export async function namesThere(io: Io, folder: string): Promise<string[]> {
	try {
		return await io.names(folder);
	} catch (error) {
		if (['ENOENT', 'ENOTDIR', 'ESTALE'].includes(systemCode(error))) return [];
		throw error;
	}
}
