import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {gzipSync} from 'node:zlib';
import {poll} from '../../source/polling/poll.ts';
import {kinds} from '../../source/sources/index.ts';
import type {KindName, SourceMemory} from '../../source/sources/source.ts';
import {requesterFor, serve, serveRaw} from './server.ts';
import {sourceOf} from './sources.ts';

const now = Date.UTC(2022, 8, 16, 8, 13);
const item = (number: number) =>
	`<item><title>${number} killed</title><guid isPermaLink="false">${number}</guid><link>/${number}</link></item>`;
const feed = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>News</title>${[1, 2, 3].map(item).join('')}</channel></rss>`;

type Test = Parameters<typeof serve>[0];

/** One try over real HTTP, with the kinds that the program has. */
function tried(
	t: Test,
	address: string,
	{kind = 'rss', memory = null}: {kind?: KindName; memory?: SourceMemory | null} = {},
) {
	return poll({
		source: sourceOf({kind, address}),
		memory,
		kinds,
		requester: requesterFor(t),
		clock: () => now,
		pace: {everyMs: 300_000, leastMs: 1000, random: () => 0.5},
		maxBodyBytes: 1_048_576,
	});
}

suite('feeds over HTTP', () => {
	test('a feed, then “not modified”, validators byte for byte', async t => {
		const etag = 'W/"Ж 1"';
		const lastModified = 'Fri, 16 Sep 2022 8:00:00 GMT';
		const sent: unknown[] = [];
		const url = await serve(t, (request, response) => {
			const {'if-none-match': match = '', 'if-modified-since': since} = request.headers;
			const seen = Buffer.from(match, 'latin1').toString();
			sent.push([seen, since]);
			response.setHeader('etag', Buffer.from(etag).toString('latin1'));
			response.setHeader('last-modified', lastModified);
			response.writeHead(seen === etag ? 304 : 200).end(seen === etag ? '' : feed);
		});
		const first = await tried(t, url);
		assert.equal(first.ok && first.items.length, 3);
		const second = await tried(t, url, {memory: first.memory});
		assert.equal(second.state, 'unchanged');
		assert.deepEqual(sent, [
			['', undefined],
			[etag, lastModified],
		]);
	});

	test('a page with a feed behind it', async t => {
		const asked: string[] = [];
		const url = await serve(t, (request, response) => {
			asked.push(request.url ?? '');
			const isFeed = request.url === '/news.xml';
			response.writeHead(200, {'content-type': isFeed ? 'application/rss+xml' : 'text/html'});
			response.end(
				isFeed
					? feed
					: '<!DOCTYPE html><html><head><link rel="alternate" type="application/rss+xml" href="news.xml"></head></html>',
			);
		});
		const first = await tried(t, `${url}/`, {kind: 'page'});
		assert.equal(first.ok && first.items.length, 3);
		assert.equal(first.memory.movedTo, `${url}/news.xml`);
		const second = await tried(t, `${url}/`, {kind: 'page', memory: first.memory});
		assert.equal(second.ok && second.items.length, 3);
		assert.deepEqual(asked, ['/', '/news.xml', '/news.xml']);
	});

	test('half a feed, as it lies on the server', async t => {
		const url = await serve(t, (_, response) => response.end(feed.slice(0, feed.indexOf('3 killed'))));
		const outcome = await tried(t, url);
		assert.ok(outcome.ok && outcome.items.length >= 2);
		assert.ok(outcome.notes.length > 0);
	});

	test('half a packed feed, as the line broke', async t => {
		const packed = gzipSync(`${feed}${' '.repeat(5000)}`);
		const url = await serveRaw(t, socket =>
			socket.once('data', () => {
				socket.write(
					`HTTP/1.1 200 OK\r\netag: "1"\r\ncontent-encoding: gzip\r\ncontent-length: ${packed.length}\r\n\r\n`,
				);
				socket.end(packed.subarray(0, -20));
			}),
		);
		const outcome = await tried(t, url);
		assert.equal(outcome.ok && outcome.items.length, 3);
		assert.ok(outcome.ok && outcome.notes.some(note => note.includes('broke off')));
		assert.equal(outcome.memory.etag, null);
	});

	const bad: [title: string, status: number, type: string, body: string, reason: RegExp][] = [
		[
			'a page instead',
			200,
			'text/html',
			'<!DOCTYPE html><html><head><title>Hello</title></head></html>',
			/expected a feed, got a page/,
		],
		[
			'words instead',
			200,
			'text/plain',
			'Please limit requests to one every 5 seconds.',
			/expected a feed, got/,
		],
		['nothing there', 404, 'text/html', '<html></html>', /has nothing at this address \(404\)$/],
	];
	for (const [title, status, type, body, reason] of bad) {
		for (const kind of ['rss', 'page'] as const) {
			test(`${title}, asked as ${kind}`, async t => {
				const url = await serve(t, (_, response) =>
					response.writeHead(status, {'content-type': type}).end(body),
				);
				const outcome = await tried(t, url, {kind});
				assert.equal(outcome.state, 'failing');
				assert.match(
					outcome.ok ? '' : outcome.reason,
					kind === 'page' && title === 'a page instead' ? /no feed was found/ : reason,
				);
			});
		}
	}

	test('a dead host', async t => {
		const outcome = await tried(t, 'http://127.0.0.1:1/rss');
		assert.equal(outcome.ok === false && outcome.reason, '127.0.0.1:1: connection refused');
	});
});
