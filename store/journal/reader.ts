import path from 'node:path';
import type {Contents} from '../contents.ts';
import {systemCode} from '../error.ts';
import {decodeLine, verified} from '../format.ts';
import {type Io, namesThere, readSmall, withFile} from '../io.ts';
import {isAlive, ownIdentity, type ProcessIdentity, toIdentity} from '../process.ts';
import type {SetAside} from '../quarantine.ts';
import {baseOf} from '../sealing/seal.ts';
import type {Damage} from '../store.ts';
import {readMark} from './mark.ts';
import {scan} from './scan.ts';

/** How long a journal must have rested until a writer that cannot be looked for counts as gone. */
const restMs = 60_000;
const headBytes = 1024;
/** A journal changes its name once and vanishes once; more than this is another trouble. */
const mostTries = 5;

type Followed = {
	consumed: number;
	isFinished: boolean;
	writer: ProcessIdentity | null;
	ended: Ended | null;
};

type Stretch = {readonly at: number; bytes: number; readonly reason: string};

export type JournalReader = {
	/** Reads what has come since the last time. @returns whether anything has */
	read(): Promise<boolean>;
	/** Says that a journal is written here, and is not to be read. */
	leaveOut(file: string): void;
	/** Journals whose writers are gone: nothing is added to them any more. */
	readonly ended: readonly Ended[];
};

/** A journal that nobody writes any more. */
export type Ended = {
	/** As it is called now: `.jsonl`, or `.sealing` where sealing it was broken off. */
	readonly file: string;
	readonly bytes: number;
	/** When it was last written to. */
	readonly changedAt: number;
};

/**
 * Reads all journals in order of name, and later what others append to theirs.
 *
 * Of a journal whose writer lives, only what is marked as acknowledged: the rest may still be taken back.
 *
 * @param covers whether all of a journal is in sealed files, so that it need not be read
 * @param lookAtSealed takes in sealed files that are new; settles with whether there were any
 */
export function journalReader(
	io: Io,
	directory: string,
	contents: Contents,
	setAside: SetAside,
	covers: (journal: string) => boolean,
	lookAtSealed: () => Promise<boolean>,
): JournalReader {
	const folder = path.join(directory, 'journal');
	const followed = new Map<string, Followed>();
	const left = new Set<string>();
	// Of these, the ones that have been there.
	const seen = new Set<string>();
	const own = ownIdentity();

	async function damaged(
		file: string,
		at: number,
		bytes: number,
		present: number,
		reason: string,
		called = file,
	) {
		const where = present > 0 ? await setAside(path.join(folder, called), at, present) : null;
		const found: Damage = {file: path.join(folder, file), at, bytes, reason, setAside: where};
		return contents.addDamage(found);
	}

	async function readJournal(file: string): Promise<boolean> {
		const name = path.join(folder, file);
		// By the name that it began with: while it is being sealed it has another.
		const base = baseOf(file);
		if (!(await io.status(name)).isFile) return false;
		const state = followed.get(base) ?? {consumed: 0, isFinished: false, writer: null, ended: null};
		followed.set(base, state);
		state.writer ??= await writerOf(io, name);
		// Before the look at the file: what a writer that is gone has left does not change any more.
		const alive = state.writer ? isAlive(state.writer, own) : null;
		// The mark before the size: then a journal shorter than its mark was cut, even while it is written.
		const end = await readMark(io, path.join(folder, base));
		const status = await io.status(name);
		const isWritten = alive ?? Date.now() - status.changedAt < restMs;
		// A living writer has no mark only while it begins; one that cannot be looked for may have lost it.
		const acknowledged = end ?? (alive ? 0 : status.bytes);
		state.ended = isWritten ? null : {file, bytes: status.bytes, changedAt: status.changedAt};
		const limit = isWritten ? Math.min(acknowledged, status.bytes) : status.bytes;
		const before = state.consumed;
		if (limit > before)
			for (const {at, bytes, reason} of await readLines(file, limit, state))
				await damaged(base, at, bytes, bytes, reason, file);
		state.isFinished = !isWritten;
		let hasChanged = state.consumed > before;
		// Beyond its mark a line without an end was never acknowledged: a death in the middle of writing it.
		if (end !== null && end > state.consumed) {
			const there = Math.max(0, status.bytes - state.consumed);
			const reason = `The journal was cut off: ${end - state.consumed} bytes that had been kept are missing or have no end.`;
			if (await damaged(base, state.consumed, end - state.consumed, there, reason, file)) hasChanged = true;
		}
		return hasChanged;
	}

	/** @returns the stretches that could not be taken in */
	async function readLines(file: string, limit: number, state: Followed): Promise<Stretch[]> {
		const broken: Stretch[] = [];
		await withFile(io, path.join(folder, file), 'r', async journal => {
			state.consumed = await scan(journal, state.consumed, limit, (line, at, bytes) => {
				const reason = take(baseOf(file), line, at, bytes);
				if (reason === null) return;
				const last = broken.at(-1);
				if (last && last.at + last.bytes === at) last.bytes += bytes;
				else broken.push({at, bytes, reason});
			});
		});
		return broken;
	}

	/** @returns why a line could not be taken in; null where it was */
	function take(file: string, line: Buffer | null, at: number, bytes: number): string | null {
		if (line === null) return 'A line is longer than any may be.';
		const json = verified(line);
		if (json === null) return 'A checksum does not hold.';
		const said = decodeLine(json);
		if (said === null) return 'A record is not what its kind must be.';
		if (said !== 'unknown') contents.apply(said, {file, at, bytes});
		return null;
	}

	return {
		leaveOut: file => left.add(file),
		async read() {
			let hasChanged = false;
			for (let tries = 0; tries < mostTries; tries++) {
				const found = await readOnce();
				hasChanged ||= found.hasChanged;
				if (!found.hasVanished) break;
			}
			return hasChanged;
		},
		get ended() {
			return [...followed.values()].flatMap(({ended}) => ended ?? []);
		},
	};

	/**
	 * Reads what is there. A sealed file is in its place before its journals are removed: so these are listed first, then the sealed
	 * files, and what has vanished when it comes to be read is in a sealed file, or has another name, and is looked for again.
	 */
	async function readOnce(): Promise<{hasChanged: boolean; hasVanished: boolean}> {
		const names = (await namesThere(io, folder)).sort();
		const there = new Set(names);
		let hasChanged = await lookAtSealed();
		let hasVanished = false;
		for (const file of names) {
			if (file.endsWith('.mark')) {
				if (!there.has(journalOf(file, '.jsonl')) && !there.has(journalOf(file, '.sealing')))
					hasChanged = (await missing(file)) || hasChanged;
			} else if (
				/\.(jsonl|sealing)$/.test(file) &&
				!left.has(baseOf(file)) &&
				!isRead(file) &&
				!covers(file)
			) {
				const found = await orGone(readJournal(file), file);
				if (found === 'gone') hasVanished = true;
				else hasChanged ||= found;
			}
		}
		for (const base of left) {
			if (there.has(base) || there.has(journalOf(base, '.sealing'))) seen.add(base);
			else if (seen.has(base) && !covers(base)) {
				seen.delete(base);
				const reason = `The journal was taken away while this process had it: what was kept in it is on the disk no more, though some of it is shown.`;
				hasChanged = (await damaged(base, 0, 0, 0, reason)) || hasChanged;
			}
		}
		for (const base of followed.keys())
			if (!there.has(base) && !there.has(journalOf(base, '.sealing'))) followed.delete(base);
		return {hasChanged, hasVanished};
	}

	function isRead(file: string): boolean {
		const state = followed.get(baseOf(file));
		if (!state?.isFinished) return false;
		if (state.ended && state.ended.file !== file) state.ended = {...state.ended, file};
		return true;
	}

	/** A journal may be taken away while it is looked at; one that cannot be read is told. */
	async function orGone(reading: Promise<boolean>, file: string): Promise<boolean | 'gone'> {
		try {
			return await reading;
		} catch (error) {
			if (systemCode(error) === 'ENOENT') return 'gone';
			const reason = `The journal could not be read (${error instanceof Error ? error.message : String(error)}).`;
			return contents.addDamage({
				file: path.join(folder, file),
				at: followed.get(baseOf(file))?.consumed ?? 0,
				bytes: 0,
				reason,
				setAside: null,
			});
		}
	}

	async function missing(markFile: string): Promise<boolean> {
		const file = journalOf(markFile, '.jsonl');
		// What is sealed meanwhile loses its mark first.
		const end = covers(file) ? null : await readMark(io, path.join(folder, file));
		return !end ? false : damaged(file, 0, end, 0, `A journal of ${end} bytes is missing.`);
	}
}

const journalOf = (name: string, ending: '.jsonl' | '.sealing'): string =>
	name.replace(/\.(mark|jsonl)$/, ending);

/** Who writes a journal; null where its first line does not tell. */
export async function writerOf(io: Io, journalPath: string): Promise<ProcessIdentity | null> {
	const start = await readSmall(io, journalPath, headBytes);
	const json = verified(start.subarray(0, Math.max(0, start.indexOf(10))));
	try {
		return json && toIdentity(JSON.parse(json.toString()).writer);
	} catch {
		return null;
	}
}
