/** One revision of one item as published by one source, cleaned. A later text under the same id is a new revision; none is overwritten. */
export type Report = {
	/** The same for all revisions of an item; from the source and the item's own identity. */
	readonly id: string;
	/** From 1. */
	readonly revision: number;
	/** Id of the source that published it. */
	readonly source: string;
	/** The source's name for people. */
	readonly outlet: string | null;
	/** Always http or https. */
	readonly url: string | null;
	/** Plain text, one line. */
	readonly title: string;
	/** The body as plain text, paragraphs apart by a newline. Title and text are never both empty. */
	readonly text: string;
	/** As the item states, however odd; null where it states none or one that cannot be read. */
	readonly publishedAt: number | null;
	/** When the item says that this revision was made. */
	readonly updatedAt: number | null;
	/** When this revision first came in here. */
	readonly firstSeenAt: number;
	/** `en`, `ru`, …, as the source states; null: not stated. */
	readonly language: string | null;
	/** Id of the report that told this story first; its own id where it is the first. */
	readonly origin: string;
	/** Hash of the item as its source gave it, before any article was fetched for it: tells an edited item from the same one. */
	readonly fingerprint: string;
	/** True where some of the text was over the size limit and was not kept. */
	readonly isCut: boolean;
};

/** A report without its body: what is held in memory for all reports. */
export type Head = Omit<Report, 'text'>;

/** What a source's answer holds for one item, already plain text, not yet a report. */
export type Item = {
	/** What stays the same when the item is edited: guid, id, canonical link, or a hash (SOURCES.md 1.5). */
	readonly identity: string;
	readonly url: string | null;
	readonly title: string;
	readonly text: string;
	readonly publishedAt: number | null;
	readonly updatedAt: number | null;
	readonly language: string | null;
	/** Where the item names another first publisher than its source (RSS `source`), that name. */
	readonly outlet: string | null;
	readonly isCut: boolean;
};

const dayMs = 86_400_000;

/**
 * When a revision counts as published, in milliseconds since the epoch.
 *
 * The first counts from its stated date; a later one from its own updated time, else from when it was first seen,
 * because its stated date is that of the first. A date more than a day ahead of the clock that saw it is not believed.
 */
export function toldAt(
	report: Pick<Report, 'revision' | 'publishedAt' | 'updatedAt' | 'firstSeenAt'>,
): number {
	const stated = report.revision === 1 ? report.publishedAt : report.updatedAt;
	return stated !== null && stated <= report.firstSeenAt + dayMs ? stated : report.firstSeenAt;
}
