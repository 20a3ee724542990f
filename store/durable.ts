import path from 'node:path';
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

/** As `replaceFile`, with one line of JSON and its checksum. */
export const replaceJson = (io: Io, file: string, value: unknown, id: string): Promise<void> =>
	replaceFile(io, file, encodeLine(JSON.stringify(value)), id);

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
