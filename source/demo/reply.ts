import {createHash} from 'node:crypto';
import {changedAt, feedOf} from './feeds.ts';
import {frontPage, outletPage, page} from './pages.ts';
import {notice, outlets, type SampleOutlet, shownBy} from './sample.ts';

/** What the server answers. */
export type Reply = {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string | Buffer;
};

/** What is asked of the server; names of headers in lower case. */
export type Asked = {
	/** The server's own address, with a slash at the end. */
	readonly home: string;
	readonly pathname: string;
	readonly headers: {readonly [name: string]: string | readonly string[] | undefined};
};

const itemsInFeed = 25;
// The second episode must not begin with what was told a year before.
const feedReachesMs = 10 * 86_400_000;
// Seen in the sources panel, and over before a recorded day has passed.
const retryAfterSeconds = 2;

/** What an outlet answers at a recorded moment; null: it hangs up without a word. */
export function replyTo({home, pathname, headers}: Asked, now: number): Reply | null {
	if (pathname === '/') return pageReply(200, frontPage(home));
	const [, id = '', ...rest] = pathname.split('/');
	const outlet = outlets.find(candidate => candidate.id === id);
	if (!outlet) return missing;
	if (outlet.deadFrom !== null && now >= Date.parse(outlet.deadFrom)) return null;
	if (isBusy(outlet, now)) return tooBusy;
	const path = rest.join('/');
	const outletHome = `${home}${outlet.id}/`;
	if (path === outlet.feed) return feedReply(outlet, outletHome, headers, now);
	const shown = shownBy(outlet.id, 0, now);
	if (path === '') return pageReply(200, outletPage(outlet, outletHome, shown));
	const item = shown.find(({guid}) => encodeURIComponent(guid) === path);
	return item ? pageReply(200, page(item.title, item.paragraphs, outlet.language)) : missing;
}

function feedReply(outlet: SampleOutlet, home: string, asked: Asked['headers'], now: number): Reply {
	const shown = shownBy(outlet.id, now - feedReachesMs, now).slice(0, itemsInFeed);
	const {contentType, body} = feedOf(outlet, shown, home);
	const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
	// An empty feed has not changed at any moment that could be told.
	const lastModified = shown.length > 0 ? new Date(changedAt(shown)).toUTCString() : null;
	const validators = {
		etag,
		...(lastModified !== null && {'last-modified': lastModified}),
		'cache-control': 'no-cache',
	};
	return isUnchanged(asked, etag, lastModified)
		? {status: 304, headers: validators, body: ''}
		: {status: 200, headers: {'content-type': contentType, ...validators}, body};
}

/** RFC 9110, 13.2.2: the date counts only where no entity tag was sent. */
function isUnchanged(asked: Asked['headers'], etag: string, lastModified: string | null): boolean {
	const tags = asked['if-none-match'];
	if (tags !== undefined)
		return String(tags)
			.split(',')
			.some(tag => tag.trim().replace(/^W\//, '') === etag);
	const since = asked['if-modified-since'];
	return (
		since !== undefined && lastModified !== null && Date.parse(String(since)) >= Date.parse(lastModified)
	);
}

function isBusy({busy}: SampleOutlet, now: number): boolean {
	return busy !== null && now >= Date.parse(busy.from) && now < Date.parse(busy.to);
}

const missing = pageReply(404, page('Not found', [notice], 'en'));

const tooBusy: Reply = {
	status: 503,
	headers: {'content-type': 'text/plain; charset=utf-8', 'retry-after': String(retryAfterSeconds)},
	body: 'Too many readers just now.',
};

function pageReply(status: number, body: string): Reply {
	return {status, headers: {'content-type': 'text/html; charset=utf-8'}, body};
}
