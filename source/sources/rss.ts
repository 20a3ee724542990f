import {webAsk} from './asking.ts';
import {feedsNamed, isPage} from './discovery.ts';
import {decoded} from './feed/encoding.ts';
import {feed} from './feed.ts';
import type {Answer, Contents, Kind} from './source.ts';

/** A feed at an address. */
export const rss: Kind = {
	name: 'rss',
	ask: webAsk,
	read: (_source, answer) => contentsOf(answer),
};

/**
 * The items of an answer that is a feed.
 *
 * @throws {Error} “rss: expected a feed, got …”, with the feeds that a page names
 */
export function contentsOf(answer: Answer): Contents {
	const contentType = answer.headers['content-type'] ?? null;
	try {
		const {items, notes, ttlMs} = feed(answer.body, {contentType, url: answer.url});
		return {kind: 'items', items, notes, ttlMs};
	} catch (error) {
		const {text} = decoded(answer.body.subarray(0, 500_000), contentType);
		const [named] = isPage(text) ? feedsNamed(text, answer.url) : [];
		if (named === undefined) throw error;
		throw new Error(`${(error as Error).message}; the page names a feed at ${named}`, {cause: error});
	}
}
