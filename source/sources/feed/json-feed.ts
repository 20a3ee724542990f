import {cleanLine, cleanText, httpUrl} from '../../reports/clean.ts';
import {identityOf} from '../../reports/identity.ts';
import {instant} from '../../reports/instant.ts';
import {languageOf} from '../../reports/language.ts';
import {markup, maybeMarkup} from '../../reports/markup.ts';
import type {Item} from '../../reports/report.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A JSON Feed with its items not yet read. */
export type JsonFeed = {readonly top: Fields; readonly items: readonly Fields[]; readonly isCut: boolean};

/**
 * Reads a JSON Feed, version 1 or 1.1, as far as it goes.
 *
 * @returns null where it is JSON of another kind
 * @throws {SyntaxError} where it is no JSON
 */
export function jsonFeed(text: string): JsonFeed | null {
	let value: unknown;
	let isCut = false;
	try {
		value = JSON.parse(text);
	} catch (error) {
		value = parsedSoFar(text);
		if (value === null) throw error;
		isCut = true;
	}
	if (!isFields(value) || !Array.isArray(own(value, 'items'))) return null;
	const isNamed = /jsonfeed/i.test(textIn(value, 'version'));
	const items = (own(value, 'items') as unknown[]).filter(isFields);
	const looksLike = items.some(item =>
		['content_html', 'content_text', 'date_published'].some(key => Object.hasOwn(item, key)),
	);
	return isNamed || looksLike ? {top: value, items, isCut} : null;
}

/** Reads one item of a JSON Feed. */
export function jsonItem(item: Fields, top: Fields, feedUrl: string | null): Item {
	const home = httpUrl(textIn(top, 'home_page_url'), feedUrl ?? undefined);
	const base = feedUrl ?? home ?? undefined;
	const url = httpUrl(textIn(item, 'url'), base) ?? httpUrl(textIn(item, 'external_url'), base);
	const title = cleanLine(maybeMarkup(textIn(item, 'title')).text);
	const html = markup(textIn(item, 'content_html'));
	const plain = cleanText(textIn(item, 'content_text'));
	const content = html.text.length > plain.text.length ? html : plain;
	const body = content.text === '' ? maybeMarkup(textIn(item, 'summary')) : content;
	const publishedAt = instant(textIn(item, 'date_published'));
	const updatedAt = instant(textIn(item, 'date_modified'));
	const id = cleanLine(textIn(item, 'id'), 4000).text || null;
	return {
		identity: identityOf(id, url, title.text, publishedAt, body.text),
		url: url ?? httpUrl(textIn(item, 'id')),
		title: title.text,
		text: body.text,
		publishedAt: publishedAt ?? updatedAt,
		updatedAt,
		language: languageOf(textIn(item, 'language')) ?? languageOf(textIn(top, 'language')),
		outlet: null,
		isCut: title.isCut || body.isCut,
	};
}

/** The newer of an item's two dates. */
export function jsonLatest(item: Fields): number | null {
	const published = instant(textIn(item, 'date_published'));
	const updated = instant(textIn(item, 'date_modified'));
	return published === null ? updated : Math.max(published, updated ?? published);
}

/** A text field, or a number in its place (version 1 has ids that are numbers). */
export function textIn(fields: Fields, key: string): string {
	const value = own(fields, key);
	return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

function own(fields: Fields, key: string): unknown {
	return Object.hasOwn(fields, key) ? fields[key] : undefined;
}

function isFields(value: unknown): value is Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value up to the last whole item of `items`, for a text that breaks off inside it. */
function parsedSoFar(text: string): unknown {
	const closers: string[] = [];
	let last = -1;
	let first = -1;
	// Strings are skipped whole, so that their brackets do not count.
	const token = /"(?:[^"\\]|\\.)*(?:"|$)|[{}[\]]/gs;
	for (let match = token.exec(text); match !== null; match = token.exec(text)) {
		const sign = match[0];
		if (sign === '{') closers.push('}');
		else if (sign === '[') {
			closers.push(']');
			if (
				closers.length === 2 &&
				first === -1 &&
				/"items"\s*:\s*$/.test(text.slice(Math.max(0, match.index - 30), match.index))
			)
				first = match.index + 1;
		} else if (sign === '}' || sign === ']') {
			if (closers.pop() !== sign) return null;
			if (sign === '}' && first !== -1 && closers.length === 2) last = token.lastIndex;
		}
		if (closers.length > 1000) return null;
	}
	const end = last === -1 ? first : last;
	if (end === -1) return null;
	try {
		return JSON.parse(`${text.slice(0, end)}]}`);
	} catch {
		return null;
	}
}
