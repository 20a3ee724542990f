import {cleanLine, httpUrl} from '../reports/clean.ts';
import {languageOf} from '../reports/language.ts';
import type {Item} from '../reports/report.ts';
import {decoded} from './feed/encoding.ts';
import {type Around, itemOf, latestOf, linkOf, titleOf} from './feed/item.ts';
import {type JsonFeed, jsonFeed, jsonItem, jsonLatest, textIn} from './feed/json-feed.ts';
import {newestFirst} from './feed/newest.ts';
import {apart} from './feed/repeats.ts';
import {ttlOf} from './feed/ttl.ts';
import {attribute, child, type Element, textOf, tree} from './feed/xml.ts';

export type Format = 'rss' | 'rdf' | 'atom' | 'json feed';

export type Feed = {
	readonly format: Format;
	/** Plain text, one line; empty where there is none. */
	readonly title: string;
	/** The page that the feed stands for. */
	readonly link: string | null;
	/** In the order of the feed. */
	readonly items: readonly Item[];
	/** What was odd but did not stop the reading. */
	readonly notes: readonly string[];
	/** How long the feed asks to be left alone; null: it does not say. */
	readonly ttlMs: number | null;
};

/** No feed that people read holds more at once; of a longer one, the newest are read. */
export const itemLimit = 2000;

/**
 * Reads a feed: RSS 0.9x to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed 1 and 1.1, however damaged, as far as it goes.
 *
 * @param from `contentType` as the answer's header has it; `url` the address that answered, for relative links
 * @throws {Error} “rss: expected a feed, got …” for anything else
 */
export function feed(
	body: Uint8Array,
	from: {readonly contentType?: string | null; readonly url?: string | null} = {},
): Feed {
	const {text} = decoded(body, from.contentType ?? null);
	const url = from.url === undefined || from.url === null ? null : httpUrl(from.url);
	const start = text.slice(0, 1000).trimStart();
	if (text.trim() === '') throw new Error('rss: expected a feed, got an empty answer');
	if (start[0] === '{' || start[0] === '[') return readJson(text, url);
	return readXml(text, url);
}

function readXml(text: string, url: string | null): Feed {
	const found = text.search(/<(?:\?xml|rss|feed|rdf:rdf|channel|[a-z][\w-]*:(?:feed|rdf))[\s>]/i);
	const page = text.search(/<(?:!doctype\s+html|html)[\s>]/i);
	const from = found === -1 || (page !== -1 && page < found) ? -1 : found;
	if (from === -1) throw new Error(`rss: expected a feed, got ${nature(text)}`);
	const xml = from > 0 ? text.slice(from) : text;
	let count = 0;
	let source = '';
	const newest = newestFirst<Element>(itemLimit, element => latestOf(element, source));
	const result = tree(xml, (element, mended) => {
		source = mended;
		count++;
		return newest.add(element).reduce((sum, each) => sum + each.size, 0);
	});
	const {root} = result;
	const format = root === null ? null : formatOf(root);
	if (root === null || format === null) throw new Error(`rss: expected a feed, got ${nature(xml, root)}`);
	const channel = child(root, 'channel') ?? root;
	const around: Around = {
		xml: result.xml,
		isAtom: format === 'atom',
		url,
		link: null,
		language: languageOf(languageIn(channel, result.xml) ?? root.language),
	};
	const link = linkOf(channel, around);
	const items = newest.kept().map(element => itemOf(element, {...around, link}));
	const {items: distinct, notes} = apart(items);
	if (count > itemLimit) notes.unshift(`kept the newest ${itemLimit} of ${count} items`);
	if (result.isTooMuch)
		notes.push(`the feed is nested or branched beyond measure; read up to there, ${counted(count)}`);
	else if (result.isCut) {
		notes.push(
			`the feed is cut off ${newest.kept().at(-1)?.isOpen ? `inside item ${count}` : `after ${counted(count)}`}`,
		);
	}
	if (from > 0) notes.push('there is something else before the feed');
	return {
		format,
		title: titleOf(channel, around),
		link,
		items: distinct,
		notes,
		ttlMs: ttlOf(channel, result.xml),
	};
}

function readJson(text: string, url: string | null): Feed {
	let json: JsonFeed | null;
	try {
		json = jsonFeed(text);
	} catch (error) {
		throw new Error(
			`rss: expected a feed, got broken JSON: ${cleanLine((error as Error).message, 120).text}`,
			{cause: error},
		);
	}
	if (json === null) throw new Error('rss: expected a feed, got JSON of another kind');
	const {top} = json;
	const newest = newestFirst<Readonly<Record<string, unknown>>>(itemLimit, jsonLatest);
	for (const item of json.items) newest.add(item);
	const {items, notes} = apart(newest.kept().map(item => jsonItem(item, top, url)));
	if (json.items.length > itemLimit)
		notes.unshift(`kept the newest ${itemLimit} of ${json.items.length} items`);
	if (json.isCut) notes.push(`the feed is cut off after ${counted(json.items.length)}`);
	return {
		format: 'json feed',
		title: cleanLine(textIn(top, 'title')).text,
		link: httpUrl(textIn(top, 'home_page_url'), url ?? undefined),
		items,
		notes,
		ttlMs: null,
	};
}

function formatOf(root: Element): Format | null {
	if (root.key === 'rss' || root.key === 'channel') return 'rss';
	if (root.key === 'rdf:rdf' || root.key === 'rdf') return 'rdf';
	return root.key === 'feed' ? 'atom' : null;
}

function languageIn(channel: Element, xml: string): string | null {
	const stated = child(channel, 'language', 'dc:language');
	return stated === null ? attribute(channel, 'xml:lang') : textOf(xml, stated);
}

/** What an answer is that is no feed, for people. */
function nature(text: string, root: Element | null = null): string {
	if (/<(?:!doctype\s+html|html|head|body)[\s>]/i.test(text.slice(0, 20_000))) {
		const title = cleanLine(/<title[^<>]*>([^<]{0,300})/i.exec(text.slice(0, 100_000))?.[1] ?? '', 80).text;
		return title === '' ? 'a page' : `a page (“${title}”)`;
	}
	const name = root === null ? /^\s*(?:<[?!][^>]*>\s*)*<([\w:.-]{1,40})/.exec(text)?.[1] : root.key;
	if (name !== undefined) return `XML of another kind (<${cleanLine(name, 40).text}>)`;
	const line = cleanLine(text.slice(0, 500), 60).text;
	return line === '' ? 'bytes that are no text' : `text (“${line}”)`;
}

const counted = (count: number): string => `${count} ${count === 1 ? 'item' : 'items'}`;
