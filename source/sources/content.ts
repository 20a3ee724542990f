import {createHash} from 'node:crypto';
import {cleanLine, cleanText} from '../reports/clean.ts';
import {languageOf} from '../reports/language.ts';
import {parseLine} from '../reports/lines.ts';
import {maybeMarkup} from '../reports/markup.ts';
import type {Item} from '../reports/report.ts';
import {isPage} from './discovery.ts';
import {decoded} from './feed/encoding.ts';
import {feed} from './feed.ts';
import {firstTag} from './first-tag.ts';
import {pageText} from './page-text.ts';
import type {Answer, Contents} from './source.ts';

const feedTag = /^(?:rss|feed|channel|rdf:rdf|[\w-]+:(?:feed|rdf))$/;
const lineLimit = 10_000;

/**
 * What a file or standard input holds, told by its content: a feed, a page, JSON Lines of reports, or plain text.
 *
 * @param name what makes a text or page without an address of its own the same item when it is read again
 * @throws {Error} saying what is wrong, where nothing in it could be read
 */
export function contentsOfBytes(answer: Answer, name: string): Contents {
	const {text} = decoded(answer.body, answer.headers['content-type'] ?? null);
	const start = text.trimStart();
	if (start === '') throw new Error(`${name}: expected a feed, a page, JSON Lines or text, got nothing`);
	if (feedTag.test(firstTag(start) ?? '')) return contentsOfFeed(answer);
	if (isPage(start)) return items([pageItem(start, name)]);
	if (start.startsWith('{') || start.startsWith('[')) return contentsOfJson(answer, start, name);
	const item = textItem(text, name);
	if (item.title === '' && item.text === '')
		throw new Error(`${name}: expected a feed, a page, JSON Lines or text, got none of them`);
	return items([item]);
}

function items(found: readonly Item[], notes: readonly string[] = []): Contents {
	return {kind: 'items', items: found, notes, ttlMs: null};
}

function contentsOfFeed(answer: Answer): Contents {
	const read = feed(answer.body, {contentType: answer.headers['content-type'] ?? null, url: null});
	return {kind: 'items', items: read.items, notes: read.notes, ttlMs: read.ttlMs};
}

function contentsOfJson(answer: Answer, text: string, name: string): Contents {
	const first = text.slice(0, text.search(/\r?\n|$/));
	const isLines = isReportLine(first);
	if (!isLines) return contentsOfFeed(answer);
	const found: Item[] = [];
	const notes: string[] = [];
	const lines = text.split(/\r?\n/);
	for (const [index, line] of lines.slice(0, lineLimit).entries()) {
		if (line.trim() === '') continue;
		try {
			const report = parseLine(line, {source: name, now: 0});
			found.push({
				identity: report.id,
				url: report.url,
				title: report.title,
				text: report.text,
				publishedAt: report.publishedAt,
				updatedAt: report.updatedAt,
				language: report.language,
				outlet: report.outlet ?? (report.source === name ? null : report.source),
				isCut: report.isCut,
			});
		} catch (error) {
			if (notes.length < 5) notes.push(`line ${index + 1}: ${(error as Error).message}`);
		}
	}
	if (lines.length > lineLimit)
		notes.push(`read the first ${lineLimit} of ${lines.length} lines; “import” takes them all`);
	if (found.length === 0) throw new Error(`${name}: no line is a report; ${notes[0] ?? 'all are empty'}`);
	return items(found, notes);
}

function isReportLine(line: string): boolean {
	try {
		const value: unknown = JSON.parse(line);
		return (
			typeof value === 'object' &&
			value !== null &&
			(Object.hasOwn(value, 'title') || Object.hasOwn(value, 'text')) &&
			!Object.hasOwn(value, 'items')
		);
	} catch {
		return false;
	}
}

function pageItem(html: string, name: string): Item {
	const page = pageText(html);
	return {
		identity: page.url ?? name,
		url: page.url,
		title: page.title,
		text: page.text,
		publishedAt: page.publishedAt,
		updatedAt: null,
		language: languageOf(page.language),
		outlet: null,
		isCut: page.isCut,
	};
}

/** A first line with an empty line after it is the title. */
function textItem(raw: string, name: string): Item {
	const [, first, rest] = /^\s*([^\r\n]{1,300})\r?\n[ \t]*\r?\n([\s\S]*)$/.exec(raw) ?? [null, '', raw];
	const title = cleanLine(first!);
	const text = rest!.trimStart().startsWith('<') ? maybeMarkup(rest!) : cleanText(rest!);
	return {
		identity: name === '-' ? createHash('sha256').update(raw).digest('hex').slice(0, 16) : name,
		url: null,
		title: title.text,
		text: text.text,
		publishedAt: null,
		updatedAt: null,
		language: null,
		outlet: null,
		isCut: title.isCut || text.isCut,
	};
}
