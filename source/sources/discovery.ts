import {Parser} from 'htmlparser2';
import {httpUrl} from '../reports/clean.ts';
import {firstTag} from './first-tag.ts';

const feedTypes =
	/^application\/(?:rss\+xml|atom\+xml|feed\+json|rdf\+xml|x-rss\+xml|json)\b|^text\/(?:xml|rss\+xml)\b/i;
const fallbacks = ['/feed/', '/rss', '/rss/', '/rss.xml', '/atom.xml', '/index.xml', '/feed.json'];
const mostUrls = 5;
// Feeds are named in the head; nobody needs more of a page than this to find them.
const readLimit = 500_000;
const enough = Symbol('enough');

/** The feeds that a page names, those of comments last. */
export function feedsNamed(html: string, url: string): string[] {
	const found: {href: string; isComments: boolean}[] = [];
	let base = url;
	let hasBase = false;
	let depth = 0;
	const parser = new Parser({
		onopentag(name, attributes) {
			if (++depth > 256) throw enough;
			const href = attributes.href ?? '';
			if (name === 'base' && !hasBase && href !== '') {
				hasBase = true;
				base = httpUrl(href, url) ?? url;
			}
			if (name !== 'link' || href === '' || !feedTypes.test(attributes.type?.trim() ?? '')) return;
			if (!/\b(?:alternate|feed)\b/i.test(attributes.rel ?? '')) return;
			found.push({href, isComments: /comment|комментари/i.test(`${attributes.title ?? ''} ${href}`)});
		},
		onclosetag() {
			depth--;
		},
	});
	try {
		parser.write(html.slice(0, readLimit));
		parser.end();
	} catch (error) {
		if (error !== enough) throw error;
	}
	const urls = [...found.filter(each => !each.isComments), ...found.filter(each => each.isComments)]
		.map(({href}) => httpUrl(href, base))
		.filter(each => each !== null);
	return [...new Set(urls)].slice(0, mostUrls);
}

/** Where the feed of a site is found when its page does not name one, likeliest first; each is worth one try. */
export function feedsLikely(url: string): string[] {
	return fallbacks.map(path => httpUrl(path, url)).filter(each => each !== null);
}

const pageTags = new Set(['!doctype html', 'html', 'head', 'body', 'meta', 'title']);

/** Whether a text is a page rather than a feed. */
export function isPage(text: string): boolean {
	return pageTags.has(firstTag(text) ?? '');
}
