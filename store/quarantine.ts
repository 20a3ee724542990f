import path from 'node:path';
import {type Io, readStretch, withFile, writeAll} from './io.ts';

const pieceBytes = 1 << 20;

/**
 * Copies a damaged stretch of a file; the file itself is left as it is.
 *
 * @returns the path of the copy, the same each time for the same bytes; null where it cannot be written
 */
export type SetAside = (file: string, at: number, bytes: number) => Promise<string | null>;

/** Sets aside into `quarantine/<file>.at<position>`. */
export function quarantine(io: Io, directory: string): SetAside {
	const folder = path.join(directory, 'quarantine');
	return async (file, at, bytes) => {
		const name = path.join(folder, `${path.basename(file)}.at${at}`);
		try {
			await io.makeFolder(folder);
			for (let copy = 0; copy < 16; copy++) {
				const target = copy === 0 ? name : `${name}.${copy}`;
				if (await isSame(io, file, at, bytes, target)) return target;
				if (!(await makeCopy(io, file, at, bytes, target))) continue;
				await io.syncFolder(folder);
				await io.syncFolder(directory);
				return target;
			}
		} catch {
			// Full or read-only: the stretch is still where it was, and is told without a copy.
		}
		return null;
	};
}

async function makeCopy(io: Io, file: string, at: number, bytes: number, target: string): Promise<boolean> {
	const draft = `${target}.${process.pid}.tmp`;
	try {
		await withFile(io, file, 'r', source =>
			withFile(io, draft, 'w', async copy => {
				for (let done = 0; done < bytes; done += pieceBytes)
					await writeAll(
						copy,
						await readStretch(source, at + done, Math.min(pieceBytes, bytes - done)),
						done,
					);
				await copy.sync();
			}),
		);
		// Linking refuses a name that is taken: an earlier copy of other bytes stays.
		await io.link(draft, target);
		return true;
	} catch (error) {
		if ((error as {code?: string}).code === 'EEXIST') return false;
		throw error;
	} finally {
		await io.remove(draft).catch(() => {});
	}
}

async function isSame(io: Io, file: string, at: number, bytes: number, target: string): Promise<boolean> {
	try {
		if ((await io.status(target)).bytes !== bytes) return false;
		return await withFile(io, file, 'r', source =>
			withFile(io, target, 'r', async copy => {
				for (let done = 0; done < bytes; done += pieceBytes) {
					const length = Math.min(pieceBytes, bytes - done);
					const [left, right] = [
						await readStretch(source, at + done, length),
						await readStretch(copy, done, length),
					];
					if (!left.equals(right)) return false;
				}
				return true;
			}),
		);
	} catch {
		return false;
	}
}
