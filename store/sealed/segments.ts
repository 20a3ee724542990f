import {randomBytes} from 'node:crypto';
import path from 'node:path';
import {isSealedFile} from '../contents.ts';
import {replaceFile} from '../durable.ts';
import {eachOf} from '../each.ts';
import {systemCode} from '../error.ts';
import {decodeLine, type Line} from '../format.ts';
import {type Io, namesThere} from '../io.ts';
import type {SetAside} from '../quarantine.ts';
import {baseOf} from '../sealing/seal.ts';
import {linesOf, noState, type State, stateOf} from '../state.ts';
import type {Damage} from '../store.ts';

import {createCache} from './cache.ts';
import {documentsOf, isReadAnew} from './columns.ts';
import {idFilter} from './id-filter.ts';
import {hashOf} from './identity.ts';
import {type Known, knownOf, revisedIn} from './known.ts';
import {enter, type Ledger, ledgerPath, readLedger, type Sealed, sealedOf} from './ledger.ts';
import {mended} from './mending.ts';
import {Broken, bytesInMemory, bytesOnDisk, type Segment, segmentOf} from './segment.ts';

/** What is unpacked is held up to this, for all sealed files. */
const cacheBytes = 64 << 20;

export type Entry = {
	info: Sealed;
	segment: Segment;
	/** Null until it is asked for. */
	known: Known | null;
	sources: readonly string[];
};

/** A document that was found by its id. */
export type Place = {
	readonly entry: Entry;
	readonly document: number;
	readonly revision: number;
	readonly isReadAnew: boolean;
};

export type Segments = {
	/** Sealed files in order of arrival, without those that others took the place of. */
	readonly entries: readonly Entry[];
	/** Revisions in all of them. */
	readonly revisions: number;
	/** What they say that is about no report. */
	readonly state: State;
	/** Looks at the folder. @returns whether anything is there that was not, or the other way round */
	refresh(): Promise<boolean>;
	/** Whether all of a file is in sealed files: that of a journal, or it is one of them. */
	covers(file: string): boolean;
	/** Reads something of a file; one that is damaged is mended first. Null where the file is there no more. */
	use<T>(entry: Entry, read: (segment: Segment) => Promise<T>): Promise<T | null>;
	/** Mends files where they are damaged. @param wrong what is wrong with them although nothing is damaged */
	mend(names: readonly string[], wrong?: string): Promise<void>;
	/** Has `known` of all entries. */
	learn(): Promise<void>;
	/** Items with more than one revision, or read anew, as `joinedHash` says; after `learn`. */
	revised(): ReadonlySet<number>;
	/** Documents of an id, in any file. */
	documents(id: string): Promise<Place[]>;
	/** Names of sealed files that others took the place of, and that are still there. */
	readonly left: readonly string[];
	/** Sealed files that the ledger does not hold. */
	readonly unlisted: readonly Sealed[];
	/** Goes up whenever documents of a file may have other numbers than before. */
	readonly renumberings: number;
};

export function createSegments({
	io,
	directory,
	setAside,
	isReadOnly,
	onDamage,
}: {
	io: Io;
	directory: string;
	setAside: SetAside;
	isReadOnly: boolean;
	onDamage: (damage: Damage) => void;
}): Segments {
	const folder = path.join(directory, 'sealed');
	const cache = createCache<Buffer>(cacheBytes);
	let byName = new Map<string, Entry>();
	let entries: readonly Entry[] = [];
	// Also what was merged since: it still is what a journal of this process became.
	const covered = new Set<string>();
	let listed: ReadonlySet<string> = new Set();
	let hasLedger = false;
	let renumberings = 0;
	const ids = idFilter();
	let superseded: readonly string[] = [];
	// Whether `known` of all entries is there.
	let isLearnt = false;
	let revised: ReadonlySet<number> = new Set();
	let state = noState;
	const missing = new Set<string>();
	// Names that are no files, or that were gone when they were looked at.
	let strange = new Set<string>();
	const mending = new Map<string, Promise<void>>();

	const pathOf = (name: string): string => path.join(folder, name);
	const onDisk = (name: string): Segment => segmentOf(name, bytesOnDisk(io, pathOf(name)), cache);

	async function mend(entry: Entry, wrong: string | null = null): Promise<void> {
		const {name} = entry.info;
		const file = pathOf(name);
		const made = await mended(io, file, entry.info, setAside, wrong);
		if (made === null) return;
		for (const each of made.told) onDamage(each);
		cache.forget(`${name} `);
		entry.segment = segmentOf(name, bytesInMemory(made.bytes), cache);
		// The size stays that of the file, so that it can be told when another one has mended that.
		entry.info = sealedOf(made.table, made.before);
		entry.sources = made.table.sources;
		renumbered(entry);
		if (isReadOnly) return;
		try {
			// The raw bytes of what is lost stay, all of them.
			if (made.losses.length > 0 && made.before > 0 && (await setAside(file, 0, made.before)) === null)
				return;
			await replaceFile(io, file, made.bytes, randomBytes(4).toString('hex'));
			entry.segment = onDisk(name);
			cache.forget(`${name} `);
			entry.info = sealedOf(made.table, made.bytes.length);
			const ledger = {sealed: [entry.info], state: stateOf(made.losses)};
			await enter(io, directory, ledger, randomBytes(4).toString('hex'));
		} catch {
			// A full disk: what was mended stays in memory.
		}
	}

	function renumbered(entry: Entry): void {
		entry.known = null;
		isLearnt = false;
		renumberings++;
	}

	async function use<T>(entry: Entry, read: (segment: Segment) => Promise<T>): Promise<T | null> {
		for (let tries = 0; ; tries++)
			try {
				return await read(entry.segment);
			} catch (error) {
				if (systemCode(error) === 'ENOENT') return null;
				const isHarm =
					error instanceof Broken ||
					error instanceof RangeError ||
					error instanceof SyntaxError ||
					systemCode(error) === 'EIO';
				if (!isHarm) throw error;
				const {name} = entry.info;
				cache.forget(`${name} `);
				if (tries === 2) {
					const reason = `${name}: something in it cannot be read (${(error as Error).message}).`;
					onDamage({file: pathOf(name), at: -3, bytes: 0, reason, setAside: null});
					return null;
				}
				// Another one may have replaced it: then what was read of the old one does not fit.
				if (tries === 0) await reopen(entry);
				else {
					const work = mending.get(name) ?? mend(entry).finally(() => mending.delete(name));
					mending.set(name, work);
					await work;
				}
			}
	}

	/** Looks at a file anew that another one may have mended meanwhile. */
	async function reopen(entry: Entry): Promise<void> {
		const {name, bytes: before} = entry.info;
		const status = await io.status(pathOf(name)).catch(gone);
		if (status === null || status.bytes === before) return;
		const segment = onDisk(name);
		try {
			const table = await segment.table();
			for await (const {rows} of segment.rows(['ELSE']))
				for (const {json} of rows) {
					const line = decodeLine(json);
					if (line && line !== 'unknown' && line.k === 'd') onDamage(damageOf(line));
				}
			entry.info = {...sealedOf(table, status.bytes), name};
			entry.segment = segment;
			entry.sources = table.sources;
			renumbered(entry);
		} catch (error) {
			if (!(error instanceof Broken)) throw error;
		}
	}

	async function newEntry(name: string, ledger: Map<string, Sealed>): Promise<Entry | null> {
		const {bytes, isFile} = await io.status(pathOf(name));
		if (!isFile) return null;
		const info = ledger.get(name);
		const segment = onDisk(name);
		if (info?.bytes === bytes) return {info, segment, known: null, sources: []};
		// Not in the ledger, or another size than there: the file itself tells.
		const entry: Entry = {info: info ?? unknownOf(name, bytes), segment, known: null, sources: []};
		const table = await use(entry, found => found.table());
		if (table === null) return null;
		const others = await rowsOf(entry, 'ELSE');
		state = stateOf(others, state);
		// Where it was mended, it has its entry already.
		if (entry.info.set !== table.set || entry.info.lines !== table.lines)
			entry.info = {...sealedOf(table, bytes), name};
		entry.sources = table.sources;
		return entry;
	}

	async function rowsOf(entry: Entry, tag: 'ELSE'): Promise<(Line | 'unknown')[]> {
		const lines = await use(entry, async segment => {
			const found: (Line | 'unknown')[] = [];
			for await (const {rows} of segment.rows([tag]))
				for (const {json} of rows) found.push(decodeLine(json) ?? 'unknown');
			return found;
		});
		return lines ?? [];
	}

	/** Tells files that the ledger knows and the folder does not, neither before it was read nor after: another one may be merging. */
	function tellMissing(ledger: Ledger, there: ReadonlySet<string>): void {
		for (const {name, revisions, bytes, told} of ledger.sealed) {
			if (there.has(name) || covered.has(name) || missing.has(name)) continue;
			missing.add(name);
			const when = told
				? `, told from ${new Date(told[0]).toISOString()} to ${new Date(told[1]).toISOString()}`
				: '';
			const reason = `A sealed file of ${revisions} revisions is missing${when}.`;
			onDamage({file: pathOf(name), at: 0, bytes, reason, setAside: null});
		}
	}

	/** Without the ledger nobody knows of a file that is gone. While one is being sealed for the first time there is none yet. */
	async function tellUnlisted(files: number): Promise<void> {
		const journals = await namesThere(io, path.join(directory, 'journal'));
		if (journals.some(name => name.endsWith('.sealing'))) return;
		const reason = `The list of sealed files is gone, and so is its copy: ${files} are there, and whether there were more cannot be told. It is made anew.`;
		onDamage({file: ledgerPath(directory), at: 0, bytes: 0, reason, setAside: null});
	}

	function arrange(): void {
		isLearnt = false;
		const sets = new Map<string, Entry[]>();
		for (const entry of byName.values())
			sets.set(entry.info.set, [...(sets.get(entry.info.set) ?? []), entry]);
		const complete = [...sets.values()].filter(set => set.length >= set[0]!.info.parts);
		const replaced = new Set(complete.flatMap(([first]) => first!.info.from));
		for (const name of replaced) covered.add(name);
		superseded = [...byName.keys()].filter(name => replaced.has(name));
		entries = [...byName.values()]
			.filter(({info}) => !replaced.has(info.name))
			.sort(
				(a, b) =>
					(a.info.arrived?.[0] ?? 0) - (b.info.arrived?.[0] ?? 0) || (a.info.name < b.info.name ? -1 : 1),
			);
	}

	async function learn(entry: Entry): Promise<void> {
		if (entry.known) return;
		entry.known = await use(entry, async segment => {
			entry.sources = (await segment.table()).sources;
			return knownOf(segment);
		});
		if (entry.known) ids.add(entry.known.hashes);
	}

	const segments: Segments = {
		get entries() {
			return entries;
		},
		get revisions() {
			return entries.reduce((sum, {info}) => sum + info.revisions, 0);
		},
		get state() {
			return state;
		},
		get left() {
			return superseded;
		},
		get unlisted() {
			return entries.map(({info}) => info).filter(({name}) => !listed.has(name));
		},
		get renumberings() {
			return renumberings;
		},
		covers: file => isSealedFile(file) || covered.has(baseOf(file)),
		use,
		async refresh() {
			const names = (await namesThere(io, folder)).filter(name => name.endsWith('.seg'));
			const there = new Set(names);
			const isSame =
				names.length === byName.size + strange.size &&
				names.every(name => byName.has(name) || strange.has(name));
			if (isSame && (byName.size > 0 || hasLedger)) return false;
			const ledger = await readLedger(io, directory);
			if (isSame && ledger === null) return false;
			// All that it holds may be missing: that is nothing new each time.
			hasLedger = ledger !== null;
			for (const name of await namesThere(io, folder)) there.add(name);
			listed = new Set(ledger?.sealed.map(({name}) => name));
			if (ledger) {
				state = stateOf(linesOf(ledger.state), state);
				for (const each of ledger.state.damage) onDamage(damageOf({k: 'd', ...each}));
			}
			const infos = new Map(ledger?.sealed.map(each => [each.name, each]));
			const found = new Map<string, Entry>();
			strange = new Set();
			await eachOf(names, async name => {
				const entry = byName.get(name) ?? (await newEntry(name, infos).catch(gone));
				if (entry) found.set(name, entry);
				else strange.add(name);
			});
			const isFirst = byName.size === 0;
			byName = found;
			arrange();
			if (ledger) tellMissing(ledger, there);
			else if (isFirst && found.size > 0) await tellUnlisted(found.size);
			return true;
		},
		async mend(names, wrong) {
			for (const entry of entries) if (names.includes(entry.info.name)) await mend(entry, wrong).catch(gone);
		},
		async learn() {
			if (isLearnt) return;
			const of = entries;
			await eachOf(of, learn);
			isLearnt = of === entries;
			revised = revisedIn(of.flatMap(({known}) => known ?? []));
		},
		revised: () => revised,
		async documents(id) {
			await segments.learn();
			const hash = hashOf(id);
			if (!ids.mayHold(hash)) return [];
			const found: Place[] = [];
			for (const entry of entries) {
				const {known} = entry;
				if (!known) continue;
				for (const document of documentsOf(known, hash))
					found.push({
						entry,
						document,
						revision: known.revision[document]!,
						isReadAnew: (known.flags[document]! & isReadAnew) > 0,
					});
			}
			return found;
		},
	};
	return segments;
}

/** Nothing is known of a file but that it is there. */
const unknownOf = (name: string, bytes: number): Sealed => ({
	v: 1,
	name,
	from: [],
	set: name,
	part: 1,
	parts: 1,
	lines: 0,
	revisions: 0,
	raw: 0,
	arrived: null,
	told: null,
	seen: null,
	factsTold: null,
	bytes,
});

const damageOf = ({k: _, t: __, ...found}: Extract<Line, {k: 'd'}>): Damage => found;

const gone = (error: unknown): null => {
	if (systemCode(error) === 'ENOENT') return null;
	throw error;
};
