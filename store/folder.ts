import path from 'node:path';
import {diskError, StoreError, systemCode} from './error.ts';
import {format, version} from './format.ts';
import {type Io, readSmall, withFile, writeAll} from './io.ts';
import type {Damage} from './store.ts';

/** Names that a store may hold without its marker, or that a system leaves in an otherwise empty folder. */
const isNoStranger = (name: string) =>
	/^(\..*|desktop\.ini|lock(\..+)?|store\.json\..+|sources\.json(\..+)?|ledger\.json(\..+)?|journal|sealed|quarantine)$/i.test(
		name,
	);
const isJournal = (name: string) => /^\d{8}T\d{6}Z-[0-9a-f]{8}-\d+\.(jsonl|sealing|mark)$/.test(name);

export type Door = {
	/** Makes sure that the folder is a store, and still there. @throws {StoreError} */
	enter(): Promise<void>;
	/** Why it could not be entered yet; null once it was. */
	readonly refusal: StoreError | null;
};

/** The folder of a store. It is made and marked when it is first entered, at the latest when there is something to write. */
export function folderDoor(
	io: Io,
	directory: string,
	id: string,
	isReadOnly: boolean,
	onDamage: (damage: Damage) => void,
): Door {
	const marker = path.join(directory, 'store.json');
	let isInside = false;
	let refusal: StoreError | null = null;
	return {
		get refusal() {
			return refusal;
		},
		async enter() {
			try {
				if (isInside) {
					// A folder that was taken away is not made again: it may be a disk that comes back.
					await io.status(marker);
					return;
				}
				const reason = await enterFolder(io, directory, id, isReadOnly);
				isInside = true;
				refusal = null;
				if (reason) onDamage({file: marker, at: 0, bytes: 0, reason, setAside: null});
			} catch (error) {
				const told = diskError(error, directory);
				if (!isInside) refusal = told;
				throw told;
			}
		},
	};
}

/**
 * Makes sure that a folder is a store of this version; an empty or missing one becomes one, unless it is only to be read.
 *
 * @throws {StoreError} where it is something else, or a newer version's
 * @returns what was wrong with the marker although the folder is ours; null where nothing was
 */
async function enterFolder(
	io: Io,
	directory: string,
	id: string,
	isReadOnly: boolean,
): Promise<string | null> {
	const names = await namesIn(io, directory);
	if (names === null) {
		if (isReadOnly) return null;
		await io.makeFolder(directory);
		await writeMarker(io, directory, id);
		return null;
	}
	if (!names.includes('store.json')) {
		const within = names.includes('journal') ? await io.names(path.join(directory, 'journal')) : [];
		const strangers = [
			...names.filter(name => !isNoStranger(name)),
			...within.filter(name => !isJournal(name)).map(name => `journal/${name}`),
		];
		if (strangers.length > 0) throw foreign(directory, `it holds ${strangers.slice(0, 3).join(', ')}`);
		if (!isReadOnly) await writeMarker(io, directory, id);
		return names.includes('journal') ? 'The marker of the store was missing and has been made anew.' : null;
	}
	const marker = await readMarker(io, directory);
	if (marker === null) {
		if (names.includes('journal')) return 'The marker of the store cannot be read; the journals can.';
		throw foreign(directory, 'its store.json is not ours');
	}
	if (marker.version > version)
		throw new StoreError(
			'newer',
			`The store was made by a newer trucewatch (format ${marker.version}, this one knows ${version})`,
			directory,
			'Update trucewatch, or name another folder with --store.',
		);
	// What is in it is read as it was written; but what is written from now on, an earlier version would not find.
	if (marker.version < version && !isReadOnly) await writeMarker(io, directory, id);
	return null;
}

async function namesIn(io: Io, directory: string): Promise<string[] | null> {
	try {
		return await io.names(directory);
	} catch (error) {
		if (systemCode(error) === 'ENOENT') return null;
		if (systemCode(error) === 'ENOTDIR') throw foreign(directory, 'it is a file');
		throw error;
	}
}

async function readMarker(io: Io, directory: string): Promise<{version: number} | null> {
	const bytes = await readSmall(io, path.join(directory, 'store.json'), 4096);
	try {
		const marker = JSON.parse(bytes.toString());
		if (marker.format !== format || !Number.isInteger(marker.version))
			throw foreign(directory, 'its store.json is not ours');
		return marker;
	} catch (error) {
		if (error instanceof StoreError) throw error;
		return null;
	}
}

async function writeMarker(io: Io, directory: string, id: string): Promise<void> {
	const name = path.join(directory, 'store.json');
	const draft = `${name}.${id}`;
	try {
		await withFile(io, draft, 'wx', async file => {
			await writeAll(file, Buffer.from(`${JSON.stringify({format, version})}\n`), 0);
			await file.sync();
		});
		await io.rename(draft, name);
		await io.syncFolder(directory);
	} catch (error) {
		await io.remove(draft).catch(() => {});
		throw error;
	}
}

function foreign(directory: string, why: string): StoreError {
	return new StoreError(
		'foreign',
		`This is not a store of trucewatch (${why})`,
		directory,
		'Name an empty folder, or one that trucewatch has made, with --store.',
	);
}
