import {randomBytes} from 'node:crypto';
import type {Contents} from './contents.ts';
import type {Without} from './format.ts';
import type {Io} from './io.ts';
import type {Ended} from './journal/reader.ts';
import {keptOf, newestOf} from './kept.ts';
import type {SetAside} from './quarantine.ts';
import {createHolding} from './sealed/holding.ts';
import {createLookup} from './sealed/lookup.ts';
import {noRest, restOf} from './sealed/rest.ts';
import {createSearch} from './sealed/search.ts';
import {createSegments} from './sealed/segments.ts';
import {walk} from './sealed/walk.ts';
import {type Compacted, compact} from './sealing/compact.ts';
import {createSealer, type Sealing} from './sealing/sealer.ts';
import {sweep} from './sealing/sweep.ts';
import {linesOf} from './state.ts';
import type {Damage, Kept, Rest, Search, Span, Store, Wanted} from './store.ts';

/** The sealed files of a store, beside what is in memory. */
export type Archive = {
	/** Whether all of a file is in sealed files: that of a journal, or it is one of them. */
	covers(file: string): boolean;
	/** Looks at what is there, and holds a span of it. */
	open(span: Span | null): Promise<void>;
	/** Takes the newest into memory. @returns whether there were any */
	fill(): Promise<boolean>;
	/** Puts what was read into order, and lets go what is over the bound. */
	arrange(): void;
	/** Looks again. @returns whether anything has changed */
	look(): Promise<boolean>;
	has(id: string, revision: number): Promise<boolean>;
	/** A revision, and when its line was written; null where it is not kept. */
	find(id: string, revision: number): Promise<{readonly kept: Kept; readonly t: number} | null>;
	text(id: string, revision: number): Promise<string | null>;
	/** Why there is no text in sealed files; null where none of them knows the revision. */
	whyNoText(id: string, revision: number): Promise<Without | null>;
	revisions(id: string): Promise<readonly Kept[]>;
	walk(how: Parameters<Store['walk']>[0]): ReturnType<Store['walk']>;
	hold(span: Span): Promise<void>;
	search(wanted: Wanted, limit: number): Promise<Search>;
	/** Counts what is in sealed files and not in memory anew, where that may have changed. */
	count(): Promise<void>;
	readonly rest: Rest;
	/** How many revisions are kept in all. */
	readonly total: number;
	/** Seals a journal of this process that is full. */
	sealOwn(journal: string): void;
	/** Seals what is worth it. @param leads whether what others left is this one's to seal */
	seal(leads: boolean): Promise<void>;
	/** Whether something is worth it, for who leads. */
	hasWork(): boolean;
	/** Seals all that nobody writes any more. */
	sealAll(leads: boolean, onProgress: (left: number) => void): Promise<void>;
	/** Seals all, drops what was replaced, and removes what is left over. @throws where the disk refuses */
	compact(onProgress: (left: number) => void): Promise<Compacted>;
	/** Why sealing failed; null where it did not. */
	readonly refusal: unknown;
	close(): Promise<void>;
};

/**
 * @param options.most how many revisions are held in memory
 * @param options.live the text of what is not sealed
 * @param options.keepMs how long texts are kept; null: always
 * @param options.onChange called when what is in memory has changed
 */
export function createArchive(options: {
	readonly io: Io;
	readonly directory: string;
	readonly contents: Contents;
	readonly most: number;
	readonly sealedBytes: number;
	readonly keepMs: number | null;
	readonly isReadOnly: boolean;
	/** Whether a journal is one that this process wrote. */
	readonly isOwn: (journal: string) => boolean;
	readonly sealing: Sealing;
	readonly setAside: SetAside;
	readonly clock: () => number;
	readonly restMs: number;
	readonly ended: () => readonly Ended[];
	readonly live: Pick<Store, 'text' | 'whyNoText'>;
	readonly onDamage: (damage: Damage) => void;
	readonly onChange: () => void;
}): Archive {
	const {contents, most} = options;
	const segments = createSegments(options);
	const lookup = createLookup(segments);
	const holding = createHolding(segments, contents, lookup, most);
	let rest = noRest;
	let counted = '';
	let isFilled = false;
	/** How many spans are being read at this moment: what was read anew may yet find its revision. */
	let holdings = 0;
	let isClosed = false;

	const arrange = (): void => contents.arrange(segments.covers, isFilled && holdings === 0);

	async function look(): Promise<boolean> {
		if (!(await segments.refresh())) return false;
		takeState();
		await holding.follow(options.isOwn);
		arrange();
		await count();
		return true;
	}

	function takeState(): void {
		for (const line of linesOf(segments.state)) contents.apply(line, {file: 'state.seg', at: 0, bytes: 0});
	}

	async function count(): Promise<void> {
		// Sealing what is in memory changes nothing of what is not.
		const now = `${contents.lettings} ${contents.takings} ${isFilled} ${segments.renumberings}`;
		if (now === counted || segments.entries.length === 0) return;
		counted = now;
		if (
			isFilled &&
			contents.lettings === 0 &&
			segments.entries.every(({info}) => holding.isTaken(info.name))
		) {
			rest = noRest;
			return;
		}
		await segments.learn();
		rest = restOf(segments.entries, segments.revised(), contents.snapshot().kept);
		// Meanwhile somebody may have taken what was counted before.
		options.onChange();
	}

	const tidy = (): Promise<void> =>
		sweep(options.io, options.directory, segments, options.clock(), randomBytes(4).toString('hex'));
	const sealer = createSealer({
		...options,
		segments,
		fullBytes: options.sealedBytes,
		tidy,
		onSealed: async () => {
			await look();
			options.onChange();
		},
		onRefused: options.onChange,
	});

	async function text(id: string, revision: number): Promise<string | null> {
		return (await lookup.text(id, revision)) ?? null;
	}

	const {live} = options;

	async function revisions(id: string): Promise<readonly {readonly kept: Kept; readonly t: number}[]> {
		const found = new Map<number, {kept: Kept; t: number}>();
		if (segments.entries.length > 0) {
			const {reports, anew} = await lookup.item(id);
			for (const line of reports) {
				const {revision} = line.report;
				const waiting = contents.readAnew(id, revision);
				const lines = [...anew.filter(each => each.revision === revision), ...(waiting ? [waiting] : [])];
				const known = found.get(revision);
				if (!known || line.t < known.t) found.set(revision, {kept: keptOf(line, newestOf(lines)), t: line.t});
			}
		}
		for (const each of contents.item(id)) found.set(each.kept.report.revision, each);
		return [...found.values()].sort((a, b) => a.kept.report.revision - b.kept.report.revision);
	}

	const find: Archive['find'] = async (id, revision) =>
		contents.held(id, revision) ??
		(await revisions(id)).find(({kept}) => kept.report.revision === revision) ??
		null;

	return {
		covers: segments.covers,
		async open(span) {
			await segments.refresh();
			takeState();
			holding.begin();
			if (span) await holding.hold(span);
			arrange();
		},
		async fill() {
			await holding.fill(() => isClosed);
			isFilled = true;
			arrange();
			await count();
			return segments.entries.length > 0;
		},
		arrange,
		look,
		async has(id, revision) {
			if (segments.entries.length === 0) return false;
			const isAllHeld = isFilled && contents.lettings === 0 && rest === noRest;
			return !isAllHeld && lookup.has(id, revision);
		},
		find,
		text,
		async whyNoText(id, revision) {
			const {reports} = await lookup.item(id);
			const lines = reports.filter(({report}) => report.revision === revision);
			return lines.length === 0 ? null : (lines.find(({without}) => without)?.without ?? 'damaged');
		},
		revisions: async id => (await revisions(id)).map(({kept}) => kept),
		walk: how => walk(segments, contents, live, how),
		async hold(span) {
			holdings++;
			try {
				await holding.hold(span);
			} finally {
				holdings--;
			}
			arrange();
			await count();
		},
		search: createSearch(segments, contents, find, live.text),
		count,
		get rest() {
			return rest;
		},
		get total() {
			return segments.revisions + contents.unsealed(segments.covers);
		},
		sealOwn: journal => sealer.add(journal),
		seal: leads => (options.isReadOnly ? Promise.resolve() : sealer.run(leads)),
		hasWork: () => !options.isReadOnly && sealer.hasWork(),
		sealAll: sealer.runAll,
		compact: onProgress => compact(segments, sealer, tidy, onProgress),
		get refusal() {
			return sealer.refusal;
		},
		async close() {
			isClosed = true;
			await sealer.close();
		},
	};
}
