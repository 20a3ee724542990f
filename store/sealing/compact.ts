import {decodeLine, type Line, revisionKey} from '../format.ts';
import type {Entry, Segments} from '../sealed/segments.ts';
import type {Sealer} from './sealer.ts';

/** What compacting did. */
export type Compacted = {
	/** Records that newer ones had replaced. */
	readonly replaced: number;
};

/**
 * Makes a store small: all that nobody writes is sealed, records that newer ones have replaced are dropped, small files are
 * merged, and what was left by work that was broken off is removed. Revisions and kinds that are not known are never dropped.
 *
 * @param tidy removes what is left over
 * @param onProgress how many files are left
 * @throws where the disk refuses
 */
export async function compact(
	segments: Segments,
	sealer: Sealer,
	tidy: () => Promise<void>,
	onProgress: (left: number) => void,
): Promise<Compacted> {
	const runAll = async (): Promise<void> => {
		await sealer.runAll(true, onProgress);
		if (sealer.refusal) throw sealer.refusal;
	};
	await runAll();
	await tidy();
	await segments.refresh();
	const newest = await newestOf(segments.entries, segments);
	let replaced = 0;
	for (const [place, entry] of segments.entries.entries()) {
		const drop = await replacedIn(entry, segments, newest);
		onProgress(segments.entries.length - place);
		if (drop.length === 0) continue;
		await sealer.perform({kind: 'sealed', files: [entry.info.name], drop});
		replaced += drop.length;
	}
	await runAll();
	await tidy();
	await segments.refresh();
	return {replaced};
}

/** What a record is the newest of; null for what is never replaced. */
function subjectOf(line: Line): string | null {
	switch (line.k) {
		case 'f':
			return `f ${revisionKey(line)}`;
		case 's':
			return `s ${line.source.id}`;
		case 'm':
			return `m ${line.name}`;
		default:
			return null;
	}
}

/** When each was told last. */
async function newestOf(entries: readonly Entry[], segments: Segments): Promise<ReadonlyMap<string, number>> {
	const newest = new Map<string, number>();
	for (const entry of entries)
		for (const {line, subject} of await replaceable(entry, segments))
			newest.set(subject, Math.max(line.t, newest.get(subject) ?? Number.NEGATIVE_INFINITY));
	return newest;
}

/** Numbers of lines that are older than the newest of what they tell. Of the same time, all stay. */
async function replacedIn(
	entry: Entry,
	segments: Segments,
	newest: ReadonlyMap<string, number>,
): Promise<number[]> {
	const lines = await replaceable(entry, segments);
	return lines
		.filter(({line, subject}) => line.t < (newest.get(subject) ?? line.t))
		.map(({number}) => number);
}

async function replaceable(
	entry: Entry,
	segments: Segments,
): Promise<{readonly line: Line; readonly subject: string; readonly number: number}[]> {
	const found = await segments.use(entry, async segment => {
		const lines: {line: Line; subject: string; number: number}[] = [];
		for await (const {rows} of segment.rows(['ELSE']))
			for (const {json, number} of rows) {
				const line = decodeLine(json);
				const subject = line === null || line === 'unknown' ? null : subjectOf(line);
				if (subject !== null) lines.push({line: line as Line, subject, number});
			}
		return lines;
	});
	return found ?? [];
}
