import {hash as digest} from 'node:crypto';
import {cleanLine, cleanText, httpUrl} from './clean.ts';

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

function hash(parts: readonly string[]): string {
	return digest('sha256', JSON.stringify(parts), 'hex').slice(0, 16);
}

/** The id that all revisions of an item share: 16 hexadecimal digits. */
export function reportId(source: string, identity: string): string {
	return hash([source, identity]);
}

/** What tells two revisions of an item apart: a hash of its title and text. */
export function fingerprintOf(title: string, text: string): string {
	return hash([title, text]);
}

/**
 * The report that an item makes, or null where it says nothing new.
 *
 * A revision is made by another title or text alone. Many sources give an item a new date each time they are asked, or turn a
 * link over to another host: such an item says what it said before, and nothing on the screen may call it news.
 * An item whose stated update is older than that of the revision already kept is an old copy from a cache, not a correction.
 *
 * @param known the newest revision kept of this item (by `reportId`), or null
 */
export function reportOf(
	item: Item,
	source: {readonly id: string; readonly name: string; readonly language: string | null},
	known: Head | null,
	now: number,
): Report | null {
	const title = cleanLine(item.title);
	const text = cleanText(item.text);
	if (title.text === '' && text.text === '') return null;
	const fingerprint = fingerprintOf(title.text, text.text);
	if (known !== null && (known.fingerprint === fingerprint || isOlder(item, known))) return null;
	const id = reportId(source.id, item.identity);
	return {
		id,
		revision: known === null ? 1 : known.revision + 1,
		source: source.id,
		outlet: cleanLine(item.outlet ?? source.name, 100).text || null,
		url: item.url === null ? null : httpUrl(item.url),
		title: title.text,
		text: text.text,
		publishedAt: item.publishedAt,
		updatedAt: item.updatedAt,
		firstSeenAt: now,
		language: item.language ?? source.language,
		origin: id,
		fingerprint,
		isCut: item.isCut || title.isCut || text.isCut,
	};
}

function isOlder(item: Item, known: Head): boolean {
	if (item.updatedAt === null || known.updatedAt === null) return false;
	// A kept date that lies ahead of the clock that saw it is wrong, and must not shut out every later correction.
	return item.updatedAt < known.updatedAt && known.updatedAt <= known.firstSeenAt + dayMs;
}

/** The same revision with the text of the page that it links to, where that page holds more than the item did. */
export function withArticle(report: Report, article: {readonly text: string}): Report {
	const text = cleanText(article.text);
	if (text.text.length <= report.text.length) return report;
	return {...report, text: text.text, isCut: report.isCut || text.isCut};
}
