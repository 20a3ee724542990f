import path from 'node:path';
import type {Adapter} from 'lowdb';
import {encodeLine, verified} from './format.ts';
import {type Io, readSmall, withFile, writeAll} from './io.ts';

/**
 * Replaces a small file whole: after a power cut there is the old one or the new one.
 *
 * @param id that no other process has
 */
export async function replaceFile(io: Io, file: string, bytes: Buffer, id: string): Promise<void> {
	const draft = `${file}.${id}.tmp`;
	try {
		await withFile(io, draft, 'w', async opened => {
			await writeAll(opened, bytes, 0);
			await opened.sync();
		});
		await io.rename(draft, file);
		await io.syncFolder(path.dirname(file));
	} catch (error) {
		await io.remove(draft).catch(() => {});
		throw error;
	}
}

/**
 * An adapter of lowdb for a small file of one line of JSON and its checksum, which is replaced whole and synced.
 *
 * @param shape what was read, where it is what it must be; null: as if there were no file
 * @param id that no other process has
 */
export const durableJson = <T>(
	io: Io,
	file: string,
	shape: (read: unknown) => T | null,
	id: string,
): Adapter<T> => ({
	read: async () => shape(await readJson(io, file)),
	write: data => replaceFile(io, file, encodeLine(JSON.stringify(data)), id),
});

/** What a file of one line says; null where it is not there, or not what was written. */
export async function readJson(io: Io, file: string): Promise<unknown> {
	try {
		const {bytes} = await io.status(file);
		const json = verified((await readSmall(io, file, Math.min(bytes, mostBytes))).subarray(0, -1));
		return json && JSON.parse(json.toString());
	} catch {
		return null;
	}
}

const mostBytes = 256 << 20;
