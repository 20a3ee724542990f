import {type Clean, cleanLine, httpUrl, shortened, titleLimit} from '../../reports/clean.ts';
import {identityOf} from '../../reports/identity.ts';
import {instant} from '../../reports/instant.ts';
import {languageOf} from '../../reports/language.ts';
import {markup, maybeMarkup} from '../../reports/markup.ts';
import type {Item} from '../../reports/report.ts';
import {attribute, child, type Element, textOf} from './xml.ts';

/** What an item takes from the feed around it. */
export type Around = {
	readonly xml: string;
	readonly isAtom: boolean;
	/** The feed's own address, and the link of its channel: what relative links start from. */
	readonly url: string | null;
	readonly link: string | null;
	readonly language: string | null;
};

const titles = ['title', 'atom:title', 'dc:title', 'media:title'];
const bodies = [
	'content:encoded',
	'content',
	'atom:content',
	'yandex:full-text',
	'full-text',
	'fulltext',
	'fullitem',
	'xhtml:body',
	'body',
	'description',
	'summary',
	'atom:summary',
	'media:description',
	'media:text',
	'itunes:summary',
	'dc:description',
	'content:description',
	'abstract',
];
const publishedKeys = [
	'pubdate',
	'published',
	'atom:published',
	'dcterms:issued',
	'issued',
	'dc:date',
	'dcterms:created',
	'created',
	'date',
	'dcterms:date',
];
const updatedKeys = ['updated', 'atom:updated', 'dcterms:modified', 'modified'];

/** Reads one `item` or `entry`, whatever mixture of formats it is written in. */
export function itemOf(element: Element, around: Around): Item {
	const title = plainOf(first(element, titles), around, titleLimit);
	const body = bodyOf(element, around);
	const link = linkOf(element, around);
	const id = idOf(element, around);
	const url = link ?? permanent(element, around);
	const updatedAt = dateOf(element, around, updatedKeys);
	const publishedAt = dateOf(element, around, publishedKeys);
	const line = cleanLine(title.text);
	const source = child(element, 'source', 'atom:source');
	return {
		identity: identityOf(id, url, line.text, publishedAt, body.text),
		url,
		title: line.text,
		text: body.text,
		publishedAt: publishedAt ?? updatedAt,
		updatedAt,
		language:
			languageOf(textIn(element, around, 'dc:language', 'language') || element.language) ?? around.language,
		outlet: source === null ? null : outletOf(source, around),
		isCut: title.isCut || line.isCut || body.isCut || element.isOpen,
	};
}

/** When an item says it was published or changed, whichever is later; cheap enough for a hundred thousand items. */
export function latestOf(element: Element, xml: string): number | null {
	const around = {xml};
	const published = dateOf(element, around, publishedKeys);
	const updated = dateOf(element, around, updatedKeys);
	return published === null ? updated : Math.max(published, updated ?? published);
}

/** The title of a feed or of an item's source. */
export function titleOf(element: Element, around: Around): string {
	return cleanLine(plainOf(first(element, titles), around, titleLimit).text).text;
}

/** The page that an item or a whole feed stands for; null where it names none that can be opened. */
export function linkOf(element: Element, around: Pick<Around, 'xml' | 'url' | 'link'>): string | null {
	const links = element.children.filter(({key}) => key === 'link' || key === 'atom:link');
	for (const link of links) {
		if (attribute(link, 'href') !== null) continue;
		const url = resolved(textOf(around.xml, link), link, around);
		if (url !== null) return url;
	}
	const isPage = (link: Element) =>
		/^(text\/html|application\/xhtml\+xml)?$/i.test(attribute(link, 'type') ?? '');
	const relation = (link: Element) => attribute(link, 'rel')?.toLowerCase() ?? 'alternate';
	const alternates = links.filter(link => attribute(link, 'href') !== null && relation(link) === 'alternate');
	for (const link of [...alternates.filter(isPage), ...alternates]) {
		const url = resolved(attribute(link, 'href')!, link, around);
		if (url !== null) return url;
	}
	return null;
}

function permanent(element: Element, around: Around): string | null {
	const guid = child(element, 'guid');
	const candidates: [string | null | undefined, Element][] = [[attribute(element, 'href'), element]];
	if (guid && attribute(guid, 'ispermalink')?.toLowerCase() !== 'false') {
		const text = textOf(around.xml, guid).trim();
		if (/^https?:/i.test(text)) candidates.push([text, guid]);
	}
	const about = attribute(element, 'rdf:about');
	if (about && /^https?:/i.test(about)) candidates.push([about, element]);
	const id = textIn(element, around, 'id', 'atom:id');
	if (/^https?:/i.test(id)) candidates.push([id, element]);
	const origin = child(element, 'feedburner:origlink');
	if (origin) candidates.push([textOf(around.xml, origin), origin]);
	const content = child(element, 'content', 'atom:content');
	if (content) candidates.push([attribute(content, 'src'), content]);
	for (const each of element.children.filter(({key}) => key === 'link' || key === 'atom:link')) {
		const relation = attribute(each, 'rel')?.toLowerCase();
		if (relation === 'self' || relation === 'via' || relation === 'related')
			candidates.push([attribute(each, 'href'), each]);
	}
	const enclosure = child(element, 'enclosure');
	if (enclosure) candidates.push([attribute(enclosure, 'url'), enclosure]);
	for (const [address, from] of candidates) {
		const url = address ? resolved(address, from, around) : null;
		if (url !== null) return url;
	}
	return null;
}

function resolved(
	address: string,
	element: Element,
	{url, link}: Pick<Around, 'url' | 'link'>,
): string | null {
	let base = url ?? link ?? undefined;
	for (const each of element.bases) base = httpUrl(each, base) ?? base;
	const text = address.trim();
	return text === '' ? null : httpUrl(text, base);
}

function idOf(element: Element, around: Around): string | null {
	const id =
		textIn(element, around, 'guid', 'id', 'atom:id') ||
		attribute(element, 'rdf:about') ||
		textIn(element, around, 'dc:identifier');
	return id === '' ? null : cleanLine(id, 4000).text || null;
}

function outletOf(source: Element, around: Around): string | null {
	const name = child(source, 'title', 'atom:title')
		? titleOf(source, around)
		: maybeMarkup(textOf(around.xml, source), 200).text;
	return cleanLine(name, 100).text || null;
}

function dateOf(element: Element, {xml}: Pick<Around, 'xml'>, keys: readonly string[]): number | null {
	for (const key of keys) {
		for (const each of element.children) {
			if (each.key !== key) continue;
			const at = instant(textOf(xml, each));
			if (at !== null) return at;
		}
	}
	return null;
}

function first(element: Element, keys: readonly string[]): Element | null {
	for (const key of keys) {
		const found = element.children.find(each => each.key === key && each.to > each.from);
		if (found) return found;
	}
	return null;
}

function textIn(element: Element, {xml}: Pick<Around, 'xml'>, ...keys: readonly string[]): string {
	const found = first(element, keys);
	return found === null ? '' : textOf(xml, found).trim();
}

/** The fullest of the texts that an item comes with. */
function bodyOf(element: Element, around: Around): Clean {
	const group = child(element, 'media:group');
	const found = [...element.children, ...(group?.children ?? [])]
		.filter(each => bodies.includes(each.key) && each.to > each.from)
		.sort((a, b) => b.to - b.from - (a.to - a.from));
	let best: Clean = {text: '', isCut: false};
	for (const each of found.slice(0, 8)) {
		// Markup only makes a text longer, so a shorter source cannot hold a longer text.
		if (each.to - each.from <= best.text.length) break;
		const text = plainOf(each, around);
		if (text.text.length > best.text.length) best = text;
	}
	return best;
}

/** The plain text of an element, by what its `type` and `mode` say it is, else by what it looks like. */
function plainOf(element: Element | null, around: Around, limit?: number): Clean {
	const read = readOf(element, around, limit);
	// The feed breaks off inside it: “36” may have been the beginning of “360”.
	return element?.isOpen ? {text: shortened(read.text), isCut: true} : read;
}

function readOf(element: Element | null, around: Around, limit?: number): Clean {
	if (element === null) return {text: '', isCut: false};
	const {xml} = around;
	if (element.isMixed) return markup(xml.slice(element.from, element.to), limit);
	const text = textOf(xml, element);
	const type = attribute(element, 'type')?.toLowerCase() ?? '';
	const mode = attribute(element, 'mode')?.toLowerCase() ?? '';
	if (mode === 'base64' || (around.isAtom && isBinary(type))) {
		const decoded = Buffer.from(text, 'base64').toString('utf8');
		return decoded.includes('\ufffd') || decoded.includes('\0')
			? {text: '', isCut: false}
			: maybeMarkup(decoded, limit);
	}
	if (/html/.test(type)) return markup(text, limit);
	// Some say “text” of what is plainly HTML.
	if (type === 'text' && !/<\/(?:p|div|span|a)>|<br ?\/?>/i.test(text)) return markup(escaped(text), limit);
	const isBody = !around.isAtom && element.key !== 'title' && bodies.includes(element.key);
	return isBody && /<\/?[a-z]/i.test(text) ? markup(text, limit) : maybeMarkup(text, limit);
}

function isBinary(type: string): boolean {
	return type.includes('/') && !/^text\/|[+/]xml$|html/.test(type);
}

function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
