import {decodeHead, decodeLine, decodeText, type Line} from '../format.ts';
import {lineOf} from './row.ts';
import {Broken, type Segment} from './segment.ts';
import type {Place, Segments} from './segments.ts';

type Report = Extract<Line, {k: 'r'}>;
type Anew = Extract<Line, {k: 'f'}>;

/** What sealed files hold of one item. */
export type Sealed = {readonly reports: readonly Report[]; readonly anew: readonly Anew[]};

/** The head of a document; throws `Broken` where its row is not one. */
export async function headOf(segment: Segment, document: number): Promise<Report> {
	const found = decodeHead((await segment.row(document)).json);
	if (found === null) throw new Broken(segment.name);
	return found;
}

/** The text of a document; null where it was given up. */
export async function textIn(
	segment: Segment,
	document: number,
	of: {id: string; revision: number},
): Promise<string | null> {
	const row = await segment.row(document);
	const text = await segment.text(document);
	const line = text && lineOf(row, text);
	const found = line && decodeText(line.subarray(9, -1), of.id, of.revision);
	if (found === null) throw new Broken(segment.name);
	return found === '' && decodeHead(row.json)?.without ? null : found;
}

/** Looks in sealed files for one item. A file that is merged away meanwhile is looked for again. */
export function createLookup(segments: Segments) {
	/** Where a revision may be. */
	const placesOf = async (id: string, revision: number): Promise<Place[]> =>
		(await segments.documents(id)).filter(
			place => !place.isReadAnew && place.revision === Math.min(revision, 0xffff),
		);

	/** Looks again where files were merged or mended while it was looked. @param isAll whether nothing can be missing */
	async function retried<T>(look: () => Promise<T>, isAll: (found: T) => boolean): Promise<T> {
		for (let tries = 0; ; tries++) {
			const {entries, renumberings} = segments;
			const found = await look();
			const isSame = (): boolean => segments.entries === entries && segments.renumberings === renumberings;
			if (tries === 2 || (isSame() && (isAll(found) || !(await segments.refresh())) && isSame()))
				return found;
		}
	}

	return {
		/** `undefined`: not in any sealed file; null: it is, without its text. */
		async text(id: string, revision: number): Promise<string | null | undefined> {
			const found = await retried(
				async () => {
					let isThere = false;
					for (const place of await placesOf(id, revision)) {
						const read = await segments.use(place.entry, async segment => {
							const {report} = await headOf(segment, place.document);
							if (report.id !== id || report.revision !== revision) return {isIt: false, text: null};
							return {isIt: true, text: await textIn(segment, place.document, {id, revision})};
						});
						if (read?.isIt && read.text !== null) return {text: read.text};
						isThere ||= read?.isIt === true;
					}
					return isThere ? {text: null} : null;
				},
				found => found !== null,
			);
			return found === null ? undefined : found.text;
		},

		has: (id: string, revision: number): Promise<boolean> =>
			retried(
				async () => {
					for (const place of await placesOf(id, revision)) {
						const head = await segments.use(place.entry, segment => headOf(segment, place.document));
						if (head?.report.id === id && head.report.revision === revision) return true;
					}
					return false;
				},
				() => true,
			),

		item: (id: string): Promise<Sealed> =>
			retried(
				async () => {
					const reports: Report[] = [];
					const anew: Anew[] = [];
					for (const {entry, document, isReadAnew} of await segments.documents(id)) {
						if (isReadAnew) {
							const line = await segments.use(entry, async segment =>
								decodeLine((await segment.row(document)).json),
							);
							if (line && line !== 'unknown' && line.k === 'f' && line.id === id) anew.push(line);
						} else {
							const line = await segments.use(entry, segment => headOf(segment, document));
							if (line?.report.id === id) reports.push(line);
						}
					}
					return {reports, anew};
				},
				() => true,
			),
	};
}

export type Lookup = ReturnType<typeof createLookup>;
