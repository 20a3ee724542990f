import {webAsk} from './asking.ts';
import {feedsLikely, feedsNamed, isPage} from './discovery.ts';
import {decoded} from './feed/encoding.ts';
import {feed} from './feed.ts';
import type {Kind} from './source.ts';

/** A plain address: a feed is read, a page is asked for its feed. */
export const page: Kind = {
	name: 'page',
	ask: webAsk,
	read(_source, answer) {
		const contentType = answer.headers['content-type'] ?? null;
		try {
			const {items, notes, ttlMs} = feed(answer.body, {contentType, url: answer.url});
			return {kind: 'items', items, notes, ttlMs};
		} catch (error) {
			const {text} = decoded(answer.body.subarray(0, 500_000), contentType);
			if (!isPage(text) && !/\bhtml\b/i.test(contentType ?? '')) throw error;
			const named = feedsNamed(text, answer.url);
			return {kind: 'elsewhere', urls: named.length > 0 ? named : feedsLikely(answer.url)};
		}
	},
};
