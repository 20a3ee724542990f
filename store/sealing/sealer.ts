import {systemCode} from '../error.ts';
import type {Ended} from '../journal/reader.ts';
import type {Entry, Segments} from '../sealed/segments.ts';
import type {Done, Job} from './seal.ts';

/** What seals: here, or in a thread. */
export type Sealing = {
	seal(job: Job): Promise<Done>;
	close(): Promise<void>;
};

/** Journals of dead writers are sealed together: when there is so much of it, when they are so many, or after so long. */
const worthBytes = 1 << 20;
const worthFiles = 16;
const worthMs = 24 * 3_600_000;
/** So much is sealed in one go. */
const mostBytes = 64 << 20;
/** So many small sealed files beside one another become one. */
const mergedFrom = 8;

type Wanted = Omit<Job, 'directory' | 'fullBytes'>;

export type Sealer = {
	/** A journal of this process that is full. */
	add(journal: string): void;
	/** Seals what is worth it, one job after the other; settles when there is no more. @param leads whether what others left is this one's to seal */
	run(leads: boolean): Promise<void>;
	/** Whether something is worth it, for who leads. */
	hasWork(): boolean;
	/** Seals all that nobody writes any more, however little, and merges. */
	runAll(leads: boolean, onProgress: (left: number) => void): Promise<void>;
	/** Does one thing. @throws where it cannot be done */
	perform(job: Wanted): Promise<void>;
	/** Why the last job failed; null where it did not. */
	readonly refusal: unknown;
	close(): Promise<void>;
};

export function createSealer({
	directory,
	segments,
	sealing,
	ended,
	fullBytes,
	keepMs,
	clock,
	restMs,
	tidy,
	onSealed,
	onRefused,
}: {
	directory: string;
	segments: Segments;
	sealing: Sealing;
	/** Journals whose writers are gone. */
	ended: () => readonly Ended[];
	fullBytes: number;
	/** Texts of reports first seen longer ago are dropped, once that is so of all in a file; null: never. */
	keepMs: number | null;
	clock: () => number;
	/** After a failure, which a full disk may be, it is tried again no sooner. */
	restMs: number;
	/** Removes what others left half done. */
	tidy: () => Promise<void>;
	/** Called when something was sealed, before the next job. */
	onSealed: () => Promise<void>;
	/** Called when it could not be. */
	onRefused: () => void;
}): Sealer {
	const own: string[] = [];
	let work: Promise<void> | null = null;
	let refusal: unknown = null;
	let notBefore = Number.NEGATIVE_INFINITY;
	let isClosed = false;
	let isSwept = false;

	function nextJob(leads: boolean, isAll: boolean): Wanted | null {
		while (own.length > 0 && segments.covers(own[0]!)) own.shift();
		if (own.length > 0) return {kind: 'journals', files: [own[0]!]};
		if (!leads) return null;
		const left = ended().filter(({file}) => !segments.covers(file));
		const isWorth =
			left.length >= worthFiles ||
			left.some(({file, changedAt}) => file.endsWith('.sealing') || clock() - changedAt >= worthMs) ||
			left.reduce((sum, {bytes}) => sum + bytes, 0) >= worthBytes;
		if (left.length > 0 && (isAll || isWorth)) return {kind: 'journals', files: atMost(left)};
		const seenBefore = keepMs === null ? Number.NEGATIVE_INFINITY : clock() - keepMs;
		const old = segments.entries.find(
			({info: {texts, seen}}) => texts !== 0 && seen !== null && seen[1] < seenBefore,
		);
		if (old) return {kind: 'sealed', files: [old.info.name], withoutTexts: true};
		const small = smallOnes(segments.entries, fullBytes);
		return small.length >= (isAll ? 2 : mergedFrom)
			? {kind: 'sealed', files: small.map(({info}) => info.name)}
			: null;
	}

	async function runJobs(leads: boolean, isAll: boolean, onProgress: (left: number) => void): Promise<void> {
		if (leads && !isSwept) {
			isSwept = true;
			await tidy().catch(() => {});
			await onSealed();
		}
		let failed = '';
		for (;;) {
			const job = isClosed ? null : nextJob(leads, isAll);
			if (job === null) return;
			onProgress(own.length + ended().length);
			try {
				await sealing.seal({directory, ...job, fullBytes});
				refusal = null;
				if (job.files[0] === own[0]) own.shift();
			} catch (error) {
				const code = systemCode(error);
				const isAgain = failed === job.files.join();
				failed = job.files.join();
				// Another one has sealed it.
				if (code === 'EGONE' && job.files[0] === own[0]) own.shift();
				else if (isAgain || !['EGONE', 'ENOENT', 'EDAMAGED'].includes(code)) {
					refusal = error;
					notBefore = performance.now() + restMs;
					onRefused();
					// It may have been sealed, and only not cleared away.
					isSwept = false;
					await onSealed();
					return;
				} else if (code === 'EDAMAGED') await segments.mend(job.files);
			}
			await onSealed();
		}
	}

	function begin(act: () => Promise<void>): Promise<void> {
		work = act().finally(() => {
			work = null;
		});
		return work;
	}

	return {
		get refusal() {
			return refusal;
		},
		add: journal => void own.push(journal),
		run(leads) {
			if (!leads) isSwept = false;
			const hasWork = (leads && !isSwept) || nextJob(leads, false) !== null;
			if (work === null && !isClosed && performance.now() >= notBefore && hasWork)
				begin(() => runJobs(leads, false, () => {}));
			return work ?? Promise.resolve();
		},
		hasWork: () => nextJob(true, false) !== null,
		async runAll(leads, onProgress) {
			while (work) await work;
			await begin(() => runJobs(leads, true, onProgress));
		},
		async perform(job) {
			while (work) await work.catch(() => {});
			await begin(async () => {
				await sealing.seal({directory, ...job, fullBytes});
				await onSealed();
			});
		},
		async close() {
			isClosed = true;
			await work;
			await sealing.close();
		},
	};
}

function atMost(left: readonly Ended[]): string[] {
	const files: string[] = [];
	let bytes = 0;
	for (const each of [...left].sort((a, b) => (a.file < b.file ? -1 : 1))) {
		if (files.length > 0 && bytes + each.bytes > mostBytes) break;
		files.push(each.file);
		bytes += each.bytes;
	}
	return files;
}

/** The longest row of neighbours that are small and fit into one file. */
function smallOnes(entries: readonly Entry[], fullBytes: number): Entry[] {
	let longest: Entry[] = [];
	let row: Entry[] = [];
	let bytes = 0;
	for (const entry of entries) {
		const isSmall = entry.info.raw < fullBytes / 2;
		if (!isSmall || bytes + entry.info.raw > fullBytes) {
			row = [];
			bytes = 0;
		}
		if (isSmall) {
			row = [...row, entry];
			bytes += entry.info.raw;
		}
		if (row.length > longest.length) longest = row;
	}
	return longest;
}
