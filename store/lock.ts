import path from 'node:path';
import {systemCode} from './error.ts';
import {encodeLine, verified} from './format.ts';
import {type Io, readSmall, withFile, writeAll} from './io.ts';
import {isAlive, type ProcessIdentity, toIdentity} from './process.ts';

/** A holder that cannot be looked for from here counts as gone when it has not touched its lock for so long. */
const silenceMs = 15_000;
const touchMs = 5_000;

export type Lock = {
	/** Takes the lock where it is free, and looks whether it is still held. @returns whether this instance leads */
	check(): Promise<boolean>;
	/** Why the lock could not be written; null where it could. */
	readonly refusal: unknown;
	release(): Promise<void>;
};

export type Holder = {
	readonly id: string;
	readonly writer: ProcessIdentity | null;
	readonly touchedAt: number;
};

/**
 * Elects the instance that polls, and nothing else: no record depends on it, so two holders for a moment do no harm.
 *
 * A lock appears whole, by linking a finished file, and a dead holder's is taken away by renaming, which only one can do.
 *
 * @param now milliseconds of a clock that never jumps
 */
export function leaderLock(
	io: Io,
	directory: string,
	id: string,
	writer: ProcessIdentity,
	now: () => number,
): Lock {
	const name = path.join(directory, 'lock');
	const draft = `${name}.${id}`;
	let refusal: unknown = null;
	let touchedAt = Number.NEGATIVE_INFINITY;
	let watched = {id: '', touchedAt: 0, since: 0};

	const holder = (): Promise<Holder | null> => holderOf(io, name);

	function isGone(held: Holder): boolean {
		const alive = held.writer ? isAlive(held.writer, writer) : null;
		if (alive !== null) return !alive;
		// By our own clock: the holder's may tell another time.
		if (watched.id !== held.id || watched.touchedAt !== held.touchedAt)
			watched = {id: held.id, touchedAt: held.touchedAt, since: now()};
		return now() - watched.since >= silenceMs;
	}

	async function take(): Promise<boolean> {
		try {
			await withFile(io, draft, 'w', file =>
				writeAll(file, encodeLine(JSON.stringify({k: 'lock', id, writer})), 0),
			);
			await io.link(draft, name);
			touchedAt = now();
			return true;
		} catch (error) {
			if (systemCode(error) === 'EEXIST') return false;
			throw error;
		} finally {
			await io.remove(draft).catch(() => {});
		}
	}

	async function takeAway(held: Holder): Promise<void> {
		const away = `${name}.${id}.gone`;
		try {
			await io.rename(name, away);
		} catch (error) {
			if (systemCode(error) === 'ENOENT') return;
			throw error;
		}
		// Between looking and renaming another one may have taken over: then it is put back.
		if ((await holderOf(io, away))?.id !== held.id) await io.link(away, name).catch(() => {});
		await io.remove(away).catch(() => {});
	}

	async function look(): Promise<boolean> {
		const held = await holder();
		if (held?.id === id) {
			if (now() - touchedAt >= touchMs) {
				touchedAt = now();
				// A lock that cannot be touched is held all the same.
				await io.touch(name).catch(() => {});
			}
			return true;
		}
		if (held && !isGone(held)) return false;
		if (held) await takeAway(held);
		return take();
	}

	return {
		get refusal() {
			return refusal;
		},
		async check() {
			try {
				const isHeld = await look();
				refusal = null;
				return isHeld;
			} catch (error) {
				refusal = error;
				// On a full disk nobody can take the lock. Polling goes on: what comes in waits in memory.
				return ['ENOSPC', 'EDQUOT'].includes(systemCode(error));
			}
		},
		async release() {
			try {
				if ((await holder())?.id === id) await io.remove(name);
			} catch {
				// The lock of a process that has ended is taken over anyway.
			}
		},
	};
}

/** Who holds a lock; null where it is free. The holder may be gone. */
export async function holderOf(io: Io, file: string): Promise<Holder | null> {
	try {
		const {changedAt} = await io.status(file);
		const json = verified((await readSmall(io, file, 4096)).subarray(0, -1));
		const said = (json && JSON.parse(json.toString())) ?? {};
		return {
			id: typeof said.id === 'string' ? said.id : '',
			writer: toIdentity(said.writer),
			touchedAt: changedAt,
		};
	} catch (error) {
		if (systemCode(error) === 'ENOENT') return null;
		throw error;
	}
}
