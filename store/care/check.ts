import {randomBytes} from 'node:crypto';
import path from 'node:path';
import {isDeepStrictEqual} from 'node:util';
import {readJson} from '../durable.ts';
import {diskError, systemCode} from '../error.ts';
import {folderDoor} from '../folder.ts';
import {decodeLine} from '../format.ts';
import {disk, type Io, namesThere, readStretch, withFile} from '../io.ts';
import {readMark} from '../journal/mark.ts';
import {quarantine, type SetAside} from '../quarantine.ts';
import {disagreement} from '../sealed/agree.ts';
import {enter, ledgerPath, readFirst, readLedger, sealedOf} from '../sealed/ledger.ts';
import {salvage} from '../sealed/mend.ts';
import {createSegments, type Segments} from '../sealed/segments.ts';
import {damageKey} from '../state.ts';
import type {Damage} from '../store.ts';
import {checkJournal} from './check-journal.ts';

/** Something that is not as it was written. */
export type Finding = {
	/** A sentence for people. */
	readonly what: string;
	readonly file: string;
	/** Byte position; null where it is no place in the file. */
	readonly at: number | null;
	/** 0 where it is not a matter of bytes. */
	readonly bytes: number;
	/**
	 * What became of it: `repaired` is as it was; `hurt` could be repaired, but not by this look; `lost` is gone, `earlier` had been
	 * found gone before; `noted` cost nothing.
	 */
	readonly outcome: 'repaired' | 'hurt' | 'lost' | 'earlier' | 'noted';
	/** Where the raw bytes were set aside. */
	readonly setAside: string | null;
};

export type Checked = {
	readonly journals: number;
	readonly sealed: number;
	/** Lines whose checksums hold. */
	readonly lines: number;
	readonly revisions: number;
};

/**
 * Looks at every line and every block of a store, while others may poll. What parity can have back is had back, and what can be
 * made again is: indexes, the ledger.
 *
 * @param options.repairs false: nothing is written
 * @param options.onFinding called with each as it is found
 * @param options.onProgress how many files are left
 * @throws {StoreError} where the folder is no store, or cannot be read
 */
export async function checkStore(options: {
	readonly directory: string;
	readonly io?: Io;
	readonly repairs: boolean;
	readonly onFinding: (finding: Finding) => void;
	readonly onProgress: (left: number) => void;
}): Promise<Checked> {
	const {directory, io = disk, repairs, onFinding} = options;
	const setAside: SetAside = repairs ? quarantine(io, directory) : async () => null;
	const told = new Set<string>();
	const tell = (damage: Damage, outcome: Finding['outcome']): void => {
		const key = damageKey(damage);
		if (told.has(key)) return;
		told.add(key);
		const {file, at, bytes, reason: what, setAside} = damage;
		onFinding({file, at: at < 0 ? null : at, bytes, what, outcome, setAside});
	};
	const note = (file: string, what: string, outcome: Finding['outcome'] = 'noted'): void =>
		onFinding({file, at: null, bytes: 0, what, outcome, setAside: null});
	const earlier = (damage: Damage): void => {
		if (!damage.isRepaired) tell(damage, 'earlier');
	};

	// Never to be made here: what is not there holds nothing.
	const door = folderDoor(io, directory, '', true, ({file, reason}) => note(file, reason));
	await door.enter();
	try {
		const checked = {journals: 0, sealed: 0, lines: 0, revisions: 0};
		const ledgerHurt = await checkLedgerFile(io, directory, setAside, note);
		const ledger = await readLedger(io, directory);
		for (const damage of ledger?.state.damage ?? []) earlier(damage);
		// Told once it is known whether the mended file could be written.
		const mended: Damage[] = [];
		const segments = createSegments({
			io,
			directory,
			setAside,
			isReadOnly: !repairs,
			onDamage: damage => {
				if (damage.isRepaired) mended.push(damage);
				else tell(damage, 'lost');
			},
		});
		await segments.refresh();

		const journals = path.join(directory, 'journal');
		const names = (await namesThere(io, journals)).filter(name => /\.(jsonl|sealing)$/.test(name));
		for (const [place, name] of names.entries()) {
			options.onProgress(names.length - place + segments.entries.length);
			if (segments.covers(name)) note(path.join(journals, name), 'is sealed already, and left over');
			const found = await checkJournal(io, journals, name, setAside, {note, earlier}).catch(orGone);
			if (found === null) continue;
			checked.journals++;
			checked.lines += found.lines;
			checked.revisions += found.revisions;
			for (const damage of found.damage) tell(damage, 'lost');
		}
		for (const damage of await orphans(io, journals, segments)) tell(damage, 'lost');

		// Some may come, and some may go, while it is looked.
		const seen = new Set<string>();
		for (;;) {
			const unseen = () => segments.entries.find(({info}) => !seen.has(info.name));
			if (!unseen()) await segments.refresh();
			const entry = unseen();
			if (!entry) break;
			const {name} = entry.info;
			seen.add(name);
			options.onProgress(segments.entries.length - seen.size);
			const found = await checkSealed(io, directory, name, segments, {earlier, repairs}).catch(orGone);
			const file = path.join(directory, 'sealed', name);
			for (const damage of mended.filter(each => each.file === file))
				tell(damage, found?.isWhole ? 'repaired' : 'hurt');
			if (found === null) continue;
			checked.sealed++;
			checked.lines += found.lines;
			checked.revisions += found.revisions;
		}
		for (const name of segments.left)
			note(path.join(directory, 'sealed', name), 'has been replaced by another one, and is left over');
		await checkLedger(io, directory, segments, {note, repairs, isHurt: ledgerHurt});
		await checkRest(io, directory, note);
		return checked;
	} catch (error) {
		throw diskError(error, directory, 'read');
	}
}

const orGone = (error: unknown): null => {
	if (systemCode(error) === 'ENOENT') return null;
	throw error;
};

type Note = (file: string, what: string, outcome?: Finding['outcome']) => void;

/** @returns null where the file is gone: merged meanwhile */
async function checkSealed(
	io: Io,
	directory: string,
	name: string,
	segments: Segments,
	{earlier, repairs}: {earlier: (damage: Damage) => void; repairs: boolean},
): Promise<{lines: number; revisions: number; isWhole: boolean} | null> {
	const file = path.join(directory, 'sealed', name);
	// What the disk itself cannot read counts as gone here; mending reads around it.
	const read = async (): Promise<Buffer> => {
		const {bytes} = await io.status(file);
		return withFile(io, file, 'r', opened => readStretch(opened, 0, bytes)).catch(error => {
			if (systemCode(error) !== 'EIO') throw error;
			return Buffer.alloc(0);
		});
	};
	const isWhole = (found: ReturnType<typeof salvage>): boolean =>
		found.harm.length === 0 && found.withoutText.length === 0 && found.table !== null;
	let bytes = await read();
	let found = salvage(bytes);
	/** Null: nothing. Undefined: what its own checksums tell. */
	const wrongWith = (): string | null | undefined => {
		if (isWhole(found)) return disagreement(bytes, found.lines, found.table!);
		return found.harm.length > 0 ? undefined : 'rows and texts in it are not of one another';
	};
	let wrong = wrongWith();
	if (wrong !== null) {
		await segments.mend([name], wrong);
		if (repairs) {
			bytes = await read();
			found = salvage(bytes);
			wrong = wrongWith();
		}
	}
	let revisions = 0;
	for (const line of found.lines) {
		const said = decodeLine(line.subarray(9, -1));
		if (said === null || said === 'unknown') continue;
		if (said.k === 'r') revisions++;
		// What was found just now has been told.
		else if (said.k === 'd') earlier(said);
	}
	return {lines: found.lines.length, revisions, isWhole: wrong === null};
}

/** @returns whether there is one that cannot be read */
async function checkLedgerFile(io: Io, directory: string, setAside: SetAside, note: Note): Promise<boolean> {
	const file = ledgerPath(directory);
	const status = await io.status(file).catch(orGone);
	if (status === null || (await readFirst(io, directory)) !== null) return false;
	await setAside(file, 0, status.bytes);
	note(file, 'cannot be read; it is made from its copy, or from the sealed files');
	return true;
}

/** Enters what the ledger lacks, or has otherwise than it is. */
async function checkLedger(
	io: Io,
	directory: string,
	segments: Segments,
	{note, repairs, isHurt}: {note: Note; repairs: boolean; isHurt: boolean},
): Promise<void> {
	const ledger = await readLedger(io, directory);
	const listed = new Map(ledger?.sealed.map(each => [each.name, each]));
	const wrong = [];
	for (const entry of segments.entries) {
		const {name, bytes} = entry.info;
		const table = await segments.use(entry, segment => segment.table());
		if (table === null) continue;
		const right = {...sealedOf(table, bytes), name};
		if (!isDeepStrictEqual(listed.get(name), JSON.parse(JSON.stringify(right)))) wrong.push(right);
	}
	const isThere = segments.entries.length === 0 || (await readFirst(io, directory)) !== null;
	if (wrong.length === 0 && isThere) return;
	const file = ledgerPath(directory);
	const what =
		wrong.length === 0
			? 'written again from its copy'
			: `${wrong.length} of ${segments.entries.length} sealed files are not in it as they are`;
	if (!repairs) return note(file, what);
	try {
		await enter(io, directory, {sealed: wrong, state: segments.state}, randomBytes(4).toString('hex'));
		note(
			file,
			wrong.length > 0 && (isHurt || ledger === null) ? `made anew of ${wrong.length} sealed files` : what,
			'repaired',
		);
	} catch (error) {
		note(file, `${what}, and it cannot be written (${(error as Error).message})`);
	}
}

/** Marks whose journals are neither there nor sealed. */
async function orphans(io: Io, journals: string, segments: Segments): Promise<Damage[]> {
	const names = await namesThere(io, journals);
	const there = new Set(names);
	const found: Damage[] = [];
	for (const name of names.filter(each => each.endsWith('.mark'))) {
		const journal = name.replace(/\.mark$/, '.jsonl');
		if (there.has(journal) || there.has(name.replace(/\.mark$/, '.sealing'))) continue;
		// Sealed since the names were read, it has lost its mark, too.
		await segments.refresh();
		const file = path.join(journals, journal);
		// Of one that was only begun there is nothing to miss.
		const end = segments.covers(journal) ? null : await readMark(io, file);
		if (end)
			found.push({
				file,
				at: 0,
				bytes: end,
				reason: `A journal of ${end} bytes is missing.`,
				setAside: null,
			});
	}
	return found;
}

/** What is remembered beside, and drafts. */
async function checkRest(io: Io, directory: string, note: Note): Promise<void> {
	const sources = path.join(directory, 'sources.json');
	const isThere = await io.status(sources).catch(() => null);
	// Twice: it may be in the middle of being replaced.
	if (isThere && (await readJson(io, sources)) === null && (await readJson(io, sources)) === null)
		note(sources, 'cannot be read; sources are asked once more in full, and it is written anew');
	for (const folder of ['', 'sealed', 'quarantine'].map(name => path.join(directory, name)))
		for (const name of await namesThere(io, folder))
			if (name.endsWith('.tmp'))
				note(path.join(folder, name), 'is a draft; one that is left over goes by itself');
}
