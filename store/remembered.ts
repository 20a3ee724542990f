import path from 'node:path';
import type {SourceMemory} from '../source/sources/source.ts';
import type {Contents} from './contents.ts';
import {encodeLine, verified} from './format.ts';
import {type Io, readSmall, withFile, writeAll} from './io.ts';

/*
 * Each poll changes what is remembered of its source, if only the time. Kept as records, ten sources asked every five minutes
 * would add a megabyte a day that nobody reads. So a record is made only when something lasting changes, and the latest memory
 * of each source stands in `sources.json`: replaced whole, not synced, written a moment later. Where that is lost, a source is
 * asked once more in full.
 */

const delayMs = 200;
const limitBytes = 16 << 20;

/** Whether a change is worth a record: how the source is, where it went, how long it asked to be left alone, or that it brought something new. */
export function isLasting(before: SourceMemory | null, after: SourceMemory): boolean {
	const isWell = ({state}: SourceMemory) => state === 'ok' || state === 'unchanged';
	return (
		before === null ||
		(before.state !== after.state && !(isWell(before) && isWell(after))) ||
		before.movedTo !== after.movedTo ||
		(before.notBeforeAt ?? null) !== (after.notBeforeAt ?? null) ||
		before.lastNewAt !== after.lastNewAt
	);
}

export type Remembered = {
	/** Takes in what another instance, or an earlier run, has written. @returns whether anything was new */
	read(): Promise<boolean>;
	/** Has the file written in a moment. */
	changed(): void;
	close(): Promise<void>;
};

/**
 * Keeps `sources.json` beside the journals. Failing to write it is no trouble: the next poll tries again.
 *
 * @param mayWrite false while reports wait in memory: an etag must not outlive the reports that it stands for
 */
export function rememberedSources(
	io: Io,
	directory: string,
	contents: Contents,
	mayWrite: () => boolean,
): Remembered {
	const name = path.join(directory, 'sources.json');
	// One name for all instances, so that the dead leave no more than one. Two that write at once spoil the checksum at worst.
	const draft = `${name}.tmp`;
	let readAt = 0;
	let inode = 0;
	let timer: NodeJS.Timeout | null = null;
	let writing: Promise<void> = Promise.resolve();
	// What this process puts there itself is nothing new, whenever it is looked at.
	let isWriting = false;

	async function write(): Promise<void> {
		if (!mayWrite()) return;
		isWriting = true;
		try {
			const sources = [...contents.snapshot().sources.values()];
			await withFile(io, draft, 'w', file =>
				writeAll(file, encodeLine(JSON.stringify({k: 'sources', sources})), 0),
			);
			await io.rename(draft, name);
			const status = await io.status(name);
			readAt = status.changedAt;
			inode = status.inode;
		} catch {
			await io.remove(draft).catch(() => {});
		} finally {
			isWriting = false;
		}
	}

	return {
		async read() {
			try {
				const status = await io.status(name);
				if (isWriting || (status.changedAt === readAt && status.inode === inode)) return false;
				readAt = status.changedAt;
				inode = status.inode;
				const json = verified(
					(await readSmall(io, name, Math.min(status.bytes, limitBytes))).subarray(0, -1),
				);
				const sources: unknown = json && JSON.parse(json.toString()).sources;
				if (!Array.isArray(sources)) return false;
				for (const source of sources) if (typeof source?.id === 'string') contents.remember(source);
				return true;
			} catch {
				return false;
			}
		},
		changed() {
			timer ??= setTimeout(() => {
				timer = null;
				writing = writing.then(write);
			}, delayMs).unref();
		},
		async close() {
			if (timer) {
				clearTimeout(timer);
				timer = null;
				writing = writing.then(write);
			}
			await writing;
		},
	};
}
