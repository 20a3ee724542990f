import path from 'node:path';
import {diskError} from '../error.ts';
import {folderDoor} from '../folder.ts';
import {version} from '../format.ts';
import {disk, type Io, namesThere, readSmall, withFile} from '../io.ts';
import {writerOf} from '../journal/reader.ts';
import {scan} from '../journal/scan.ts';
import {holderOf} from '../lock.ts';
import {isAlive} from '../process.ts';
import {headerBytes} from '../sealed/block.ts';
import {readLedger} from '../sealed/ledger.ts';
import {createSegments} from '../sealed/segments.ts';
import type {Stretch} from '../sealed/table.ts';

/** So much of the newest tells at which rate a store grows. */
const rateMs = 7 * 86_400_000;
const leastRateMs = 86_400_000;
const yearMs = 365.25 * 86_400_000;

/** What a store weighs, and what is in it, in short. */
export type Account = {
	readonly directory: string;
	/** Of what is on disk; null where there is no store yet. */
	readonly version: number | null;
	readonly revisions: number;
	/** Revisions of which the texts were dropped or lost, in sealed files that say so. */
	readonly withoutText: number;
	/** Spans of when reports were told, and of when they were first seen, in sealed files. */
	readonly told: Stretch | null;
	readonly seen: Stretch | null;
	readonly journals: {readonly files: number; readonly bytes: number; readonly written: number};
	readonly sealed: {
		readonly files: number;
		readonly bytes: number;
		/** Bytes of their lines, not compressed. */
		readonly raw: number;
		/** Bytes of parity among those of the files. */
		readonly parity: number;
	};
	readonly quarantine: {readonly files: number; readonly bytes: number};
	/** Of the whole folder. */
	readonly bytes: number;
	readonly ledger: 'whole' | 'not there' | 'cannot be read' | 'not up to date';
	/** Sealed files that the ledger holds and the folder does not. */
	readonly missing: number;
	/** The process that polls; null where none does. */
	readonly leader: {readonly pid: number; readonly host: string} | null;
	/** At the rate of the last days; null where there are too few to tell. */
	readonly bytesPerYear: number | null;
};

/**
 * Accounts for a store without taking it into memory, and without writing anything.
 *
 * @throws {StoreError} where the folder is no store, or cannot be read
 */
export async function accountOf(directory: string, io: Io = disk): Promise<Account> {
	await folderDoor(io, directory, '', true, () => {}).enter();
	try {
		return await account(directory, io);
	} catch (error) {
		throw diskError(error, directory, 'read');
	}
}

async function account(directory: string, io: Io): Promise<Account> {
	let missing = 0;
	const segments = createSegments({
		io,
		directory,
		setAside: async () => null,
		isReadOnly: true,
		onDamage: ({reason}) => {
			if (/^A sealed file of .* is missing/.test(reason)) missing++;
		},
	});
	await segments.refresh();
	const sealed = {files: segments.entries.length, bytes: 0, raw: 0, parity: 0};
	let withoutText = 0;
	const pieces: {bytes: number; arrived: Stretch}[] = [];
	for (const entry of segments.entries) {
		const {bytes, raw, revisions, texts = revisions, arrived} = entry.info;
		sealed.bytes += bytes;
		sealed.raw += raw;
		withoutText += revisions - texts;
		if (arrived) pieces.push({bytes, arrived});
		const table = await segments.use(entry, segment => segment.table());
		for (const {tag, stored} of table?.blocks ?? [])
			if (tag === 'PRTY') sealed.parity += headerBytes + stored;
	}
	const journals = {files: 0, bytes: 0, written: 0};
	let revisions = segments.revisions;
	const folder = path.join(directory, 'journal');
	for (const name of await namesThere(io, folder)) {
		if (!/\.(jsonl|sealing)$/.test(name) || segments.covers(name)) continue;
		const file = path.join(folder, name);
		const status = await io.status(file).catch(() => null);
		if (status === null) continue;
		journals.files++;
		journals.bytes += status.bytes;
		const writer = await writerOf(io, file).catch(() => null);
		if (writer && isAlive(writer)) journals.written++;
		revisions += await reportsIn(io, file, status.bytes).catch(() => 0);
		pieces.push({bytes: status.bytes, arrived: [bornOf(name), status.changedAt]});
	}
	const held = await holderOf(io, path.join(directory, 'lock')).catch(() => null);
	const isLed = held?.writer && isAlive(held.writer) !== false;
	const infos = segments.entries.map(({info}) => info);
	return {
		directory,
		version: await versionOf(io, directory),
		revisions,
		withoutText,
		told: around(infos.map(({told}) => told)),
		seen: around(infos.map(({seen}) => seen)),
		journals,
		sealed,
		quarantine: await weigh(io, path.join(directory, 'quarantine')),
		bytes: await weighAll(io, directory),
		ledger: await ledgerState(io, directory, segments.unlisted.length),
		missing,
		leader: isLed ? {pid: held.writer!.pid, host: held.writer!.host} : null,
		bytesPerYear: perYear(pieces),
	};
}

async function ledgerState(io: Io, directory: string, unlisted: number): Promise<Account['ledger']> {
	if ((await readLedger(io, directory)) !== null) return unlisted > 0 ? 'not up to date' : 'whole';
	const isThere = (await namesThere(io, directory)).includes('ledger.json');
	return isThere ? 'cannot be read' : 'not there';
}

async function versionOf(io: Io, directory: string): Promise<number | null> {
	if ((await namesThere(io, directory)).length === 0) return null;
	try {
		const marker = JSON.parse((await readSmall(io, path.join(directory, 'store.json'), 4096)).toString());
		return typeof marker?.version === 'number' ? marker.version : version;
	} catch {
		return version;
	}
}

const reportStart = '{"k":"r",';

async function reportsIn(io: Io, file: string, bytes: number): Promise<number> {
	let count = 0;
	await withFile(io, file, 'r', opened =>
		scan(opened, 0, bytes, line => {
			if (line?.toString('latin1', 9, 9 + reportStart.length) === reportStart) count++;
		}),
	);
	return count;
}

/** When a journal was begun, as its name says. */
const bornOf = (name: string): number =>
	Date.parse(name.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z.*$/, '$1-$2-$3T$4:$5:$6Z'));

function around(stretches: readonly (Stretch | null)[]): Stretch | null {
	const there = stretches.filter(each => each !== null);
	return there.length === 0
		? null
		: [Math.min(...there.map(([from]) => from)), Math.max(...there.map(([, to]) => to))];
}

function perYear(pieces: readonly {readonly bytes: number; readonly arrived: Stretch}[]): number | null {
	const whole = around(pieces.map(({arrived}) => arrived));
	if (whole === null) return null;
	const late = pieces.filter(({arrived}) => arrived[1] > whole[1] - rateMs);
	const [from, to] = around(late.map(({arrived}) => arrived))!;
	if (!(to - from >= leastRateMs)) return null;
	return Math.round((late.reduce((sum, {bytes}) => sum + bytes, 0) / (to - from)) * yearMs);
}

async function weighAll(io: Io, directory: string): Promise<number> {
	const folders = ['', 'journal', 'sealed', 'quarantine'].map(name => path.join(directory, name));
	const all = await Promise.all(folders.map(folder => weigh(io, folder)));
	return all.reduce((sum, {bytes}) => sum + bytes, 0);
}

async function weigh(io: Io, folder: string): Promise<{files: number; bytes: number}> {
	const sum = {files: 0, bytes: 0};
	for (const name of await namesThere(io, folder)) {
		const status = await io.status(path.join(folder, name)).catch(() => null);
		if (status === null || status.isFolder) continue;
		sum.files++;
		sum.bytes += status.bytes;
	}
	return sum;
}
