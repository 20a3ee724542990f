// Parses the feeds of a folder and nothing else. Arguments: which parser, the folder, how many items there must be.
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';

const [parser, folder = '.', expected] = process.argv.slice(2);

type Parsed = {readonly publishedAt: number | null | undefined};

/** Both take bytes, and give dates in milliseconds. */
async function parserOf(): Promise<(body: Uint8Array) => readonly Parsed[]> {
	if (parser === 'reader') {
		const {feed} = await import('../../../source/sources/feed.ts');
		return body =>
			feed(body, {contentType: 'application/rss+xml; charset=utf-8', url: 'http://127.0.0.1/'}).items;
	}
	const {parseFeed} = await import('feedsmith');
	return body => {
		const {format, feed} = parseFeed(new TextDecoder().decode(body), {parseDateFn: raw => Date.parse(raw)});
		if (format !== 'rss') throw new Error(`expected rss, got ${format}`);
		return (feed.items ?? []).map(({title, link, guid, description, content, pubDate}) => ({
			title,
			link,
			identity: guid?.value ?? link,
			text: content?.encoded ?? description,
			publishedAt: pubDate,
		}));
	};
}

const parse = await parserOf();
let items = 0;
for (const name of readdirSync(folder))
	for (const {publishedAt} of parse(readFileSync(path.join(folder, name))))
		if (Number.isFinite(publishedAt)) items++;
if (items !== Number(expected)) throw new Error(`${parser}: expected ${expected} items, got ${items}`);
