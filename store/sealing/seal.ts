import {randomBytes} from 'node:crypto';
import path from 'node:path';
import {systemCode} from '../error.ts';
import {decodeLine, decodeText, encodeLine, type Line, textStart, verified} from '../format.ts';
import {type Io, readStretch, withFile, writeAll} from '../io.ts';
import {markPath, readMark} from '../journal/mark.ts';
import {scan} from '../journal/scan.ts';
import {quarantine} from '../quarantine.ts';
import {build, isFull} from '../sealed/build.ts';
import {enter, type Sealed, sealedOf} from '../sealed/ledger.ts';
import {lineWithoutText, salvage} from '../sealed/mend.ts';
import {holds} from '../sealed/verify.ts';
import {type State, stateOf} from '../state.ts';
import type {Damage} from '../store.ts';

/** What is to be sealed: journals that nobody writes any more, or sealed files that are to become fewer. */
export type Job = {
	readonly directory: string;
	readonly kind: 'journals' | 'sealed';
	/** Names of files in `journal/` or `sealed/`. */
	readonly files: readonly string[];
	/** A sealed file is full with so many bytes of lines. */
	readonly fullBytes: number;
	/** Whether the texts are to be dropped. */
	readonly withoutTexts?: boolean;
	/** Of one sealed file, numbers of lines that newer ones have replaced. */
	readonly drop?: readonly number[];
};

export type Done = {readonly sealed: readonly Sealed[]; readonly state: State};

/**
 * Seals. The order is what makes it safe: a journal is renamed, so that its writer notices; read, and written anew under a name
 * that nothing has; synced, read back and compared; renamed into place and the folder synced; entered in the ledger; only then is
 * the old file removed. Wherever that is broken off, both or the old one are there, and the same record twice is one record.
 */
export async function seal(
	io: Io,
	{directory, kind, files, fullBytes, withoutTexts = false, drop = []}: Job,
): Promise<Done> {
	const id = randomBytes(4).toString('hex');
	const source = path.join(directory, kind === 'journals' ? 'journal' : 'sealed');
	const read =
		kind === 'journals'
			? await linesOfJournals(io, directory, files)
			: await linesOfSealed(io, source, files);
	const dropped = new Set(drop);
	const left = once(read.lines.filter((_, number) => !dropped.has(number)));
	const lines = withoutTexts ? left.map(withoutText) : left;
	const sealed = await writeParts(io, directory, {lines, from: files.map(baseOf), fullBytes, id});
	const state = stateOf(lines.map(line => decodeLine(line.subarray(9, -1)) ?? 'unknown'));
	await enter(io, directory, {sealed, state, gone: kind === 'sealed' ? files : []}, id);
	for (const file of files) {
		if (kind === 'journals') await gone(io, path.join(source, markOf(file)));
		await gone(io, path.join(source, kind === 'journals' ? sealingOf(file) : file));
	}
	await io.syncFolder(source);
	return {sealed, state};
}

/** Each line once: two that sealed the same journal at the same time have sealed it twice. */
function once(lines: readonly Buffer[]): Buffer[] {
	const byChecksum = new Map<string, Buffer[]>();
	return lines.filter(line => {
		const key = line.toString('latin1', 0, 8);
		const same = byChecksum.get(key);
		if (same?.some(other => other.equals(line))) return false;
		if (same) same.push(line);
		else byChecksum.set(key, [line]);
		return true;
	});
}

/** A line without its text, where it has one. */
function withoutText(line: Buffer): Buffer {
	const json = line.subarray(9, -1);
	const said = decodeLine(json);
	if (said === null || said === 'unknown' || said.k !== 'r' || said.without) return line;
	const {id, revision} = said.report;
	return decodeText(json, id, revision) === ''
		? line
		: lineWithoutText(json.subarray(0, textStart(json)), 'not kept');
}

/** The name of a journal, by which sealed files know it, whether it is being sealed or not. */
export const baseOf = (file: string): string => file.replace(/\.sealing$/, '.jsonl');
/** The name of a journal while it is being sealed. */
export const sealingOf = (file: string): string => file.replace(/\.jsonl$/, '.sealing');
const markOf = (file: string): string => path.basename(markPath(baseOf(file)));

type Read = {readonly lines: readonly Buffer[]};

async function linesOfJournals(io: Io, directory: string, files: readonly string[]): Promise<Read> {
	const folder = path.join(directory, 'journal');
	const setAside = quarantine(io, directory);
	const lines: Buffer[] = [];
	const names = new Set(await io.names(folder));
	for (const file of files) {
		if (!names.has(file) && !names.has(sealingOf(file)))
			throw Object.assign(new Error(`${file} is gone`), {code: 'EGONE'});
		const name = path.join(folder, sealingOf(file));
		// Where sealing it was broken off, it has its new name already.
		if (file !== sealingOf(file) && !names.has(sealingOf(file)))
			await io.rename(path.join(folder, file), name);
		const end = await readMark(io, path.join(folder, baseOf(file)));
		const {bytes} = await io.status(name);
		const harm: {at: number; bytes: number; reason: string}[] = [];
		let t = 0;
		const consumed = await withFile(io, name, 'r', journal =>
			scan(journal, 0, bytes, (found, at, length) => {
				const json = found && verified(found);
				if (found === null || json === null) {
					const last = harm.at(-1);
					if (last && last.at + last.bytes === at) last.bytes += length;
					else harm.push({at, bytes: length, reason: 'A checksum does not hold.'});
					return;
				}
				const said = decodeLine(json);
				if (said !== null && said !== 'unknown') t = Math.max(t, said.t);
				// Kept as it is, and told: a later version may know what it says.
				if (said === null) harm.push({at, bytes: length, reason: 'A record is not what its kind must be.'});
				if (!isHeadLine(json)) lines.push(Buffer.concat([found, newline]));
			}),
		);
		if (end !== null && end > consumed) {
			const reason = `The journal was cut off: ${end - consumed} bytes that had been kept are missing or have no end.`;
			harm.push({at: consumed, bytes: end - consumed, reason});
		}
		for (const {at, bytes: length, reason} of harm) {
			const present = Math.min(length, Math.max(0, bytes - at));
			const copy = present > 0 ? await setAside(name, at, present) : null;
			// The journal is about to go: then its raw bytes must be elsewhere.
			if (present > 0 && copy === null) throw new Error(`${file}: what is damaged in it cannot be set aside`);
			const found: Damage = {
				file: path.join(folder, baseOf(file)),
				at,
				bytes: length,
				reason,
				setAside: copy,
			};
			lines.push(encodeLine(JSON.stringify({k: 'd', t, ...found} satisfies Line)));
		}
	}
	return {lines};
}

const newline = Buffer.from('\n');
const isHeadLine = (json: Buffer): boolean => json.subarray(0, 11).equals(headStart);
const headStart = Buffer.from('{"k":"head"');

async function linesOfSealed(io: Io, folder: string, files: readonly string[]): Promise<Read> {
	const lines: Buffer[] = [];
	for (const file of files) {
		const name = path.join(folder, file);
		const {bytes} = await io.status(name);
		const found = salvage(await withFile(io, name, 'r', opened => readStretch(opened, 0, bytes)));
		// Whoever reads it has it mended first, and tells what was lost.
		if (found.harm.length > 0) throw Object.assign(new Error(`${file} is damaged`), {code: 'EDAMAGED'});
		lines.push(...found.lines);
	}
	return {lines};
}

async function writeParts(
	io: Io,
	directory: string,
	{lines, from, fullBytes, id}: Read & {from: readonly string[]; fullBytes: number; id: string},
): Promise<Sealed[]> {
	const parts = partsOf(lines, fullBytes).filter(part => part.length > 0);
	const folder = path.join(directory, 'sealed');
	if (!(await io.names(directory)).includes('sealed')) {
		await io.makeFolder(folder);
		await io.syncFolder(directory);
	}
	const sealed: Sealed[] = [];
	const begun = stemOf(from[0]!);
	for (const [place, part] of parts.entries()) {
		const name = `${begun}-${id}-${String(place).padStart(3, '0')}.seg`;
		const {bytes, table} = build(part, {name, from, set: id, part: place + 1, parts: parts.length});
		await writeSealed(io, path.join(folder, name), bytes, part);
		sealed.push(sealedOf(table, bytes.length));
	}
	await io.syncFolder(folder);
	return sealed;
}

/**
 * How the names of sealed files begin: with the time of the first journal in it; of those that are written anew, with what the
 * first one was called at first. What was kept at one time may stand in several files, whose order is that of their names.
 */
const stemOf = (file: string): string =>
	/^(\d{8}T\d{6}Z-[0-9a-f]{8}-\d+).*\.seg$/.exec(file)?.[1] ?? file.slice(0, 16);

async function writeSealed(io: Io, file: string, bytes: Buffer, lines: readonly Buffer[]): Promise<void> {
	const draft = `${file}.tmp`;
	try {
		await withFile(io, draft, 'wx', async opened => {
			await writeAll(opened, bytes, 0);
			await opened.sync();
		});
		const written = await withFile(io, draft, 'r', opened => readStretch(opened, 0, bytes.length + 1));
		if (!holds(written, lines)) throw new Error(`${path.basename(file)} does not hold what was written`);
		await io.rename(draft, file);
	} catch (error) {
		await io.remove(draft).catch(() => {});
		throw error;
	}
}

function partsOf(lines: readonly Buffer[], fullBytes: number): Buffer[][] {
	const parts: Buffer[][] = [[]];
	let bytes = 0;
	for (const line of lines) {
		if (isFull(parts.at(-1)!.length, bytes, fullBytes)) {
			parts.push([]);
			bytes = 0;
		}
		parts.at(-1)!.push(line);
		bytes += line.length;
	}
	return parts;
}

async function gone(io: Io, file: string): Promise<void> {
	try {
		await io.remove(file);
	} catch (error) {
		if (systemCode(error) !== 'ENOENT') throw error;
	}
}
