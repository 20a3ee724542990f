import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {feedsNamed, isPage} from '../../source/sources/discovery.ts';
import {sourceOf} from '../../source/sources/flag.ts';
import {kinds} from '../../source/sources/index.ts';
import type {Contents, SourceMemory} from '../../source/sources/source.ts';

const context = {sideOf: () => null, sideNames: [], folder: '/home/desk'};
const address = 'https://news.example/world/';

function read(flag: string, body: string | Uint8Array, contentType = 'text/html'): Contents {
	const source = sourceOf(flag, context);
	const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
	return kinds[source.kind].read(source, {
		url: address,
		status: 200,
		headers: {'content-type': contentType},
		body: bytes,
	});
}

function itemsOf(contents: Contents) {
	assert.equal(contents.kind, 'items');
	return contents.kind === 'items' ? contents.items : [];
}

const rssBody =
	'<rss><channel><title>T</title><item><title>24 killed</title><link>/1</link></item></channel></rss>';
const memory: SourceMemory = {
	id: 'x',
	etag: 'W/"a b"',
	lastModified: 'Fri, 16 Sep 2022 10:00:00 GMT',
	movedTo: 'https://feeds.news.example/rss',
	state: 'ok',
	reason: null,
	failures: 0,
	lastAskedAt: null,
	lastAnswerAt: null,
	lastNewAt: null,
	nextPollAt: null,
};

test('a feed is asked at its address, and again where it was found, with its validators as they came', () => {
	const source = sourceOf('rss:https://news.example/rss', context);
	assert.equal(kinds.rss.ask(source, null).url, 'https://news.example/rss');
	const {url, headers} = kinds.rss.ask(source, memory);
	assert.equal(url, 'https://feeds.news.example/rss');
	assert.equal(headers['if-none-match'], 'W/"a b"');
	assert.equal(headers['if-modified-since'], 'Fri, 16 Sep 2022 10:00:00 GMT');
});

test('a file is asked by its address', () => {
	assert.equal(kinds.file.ask(sourceOf('file:a b.xml', context), null).url, 'file:///home/desk/a%20b.xml');
	assert.equal(kinds.stdin.ask(sourceOf('-', context), null).url, 'stdin:');
});

test('a page instead of a feed fails, and names the feed that the page names', () => {
	assert.throws(() => read('rss:https://news.example/rss', '<html><head><title>News</title></head></html>'), {
		message: 'rss: expected a feed, got a page (“News”)',
	});
	const page =
		'<html><head><title>News</title><link rel=alternate type=application/rss+xml href=/rss.xml></head></html>';
	assert.throws(() => read('rss:https://news.example/rss', page), {
		message:
			'rss: expected a feed, got a page (“News”); the page names a feed at https://news.example/rss.xml',
	});
});

test('a plain address that is a feed is read', () => {
	assert.deepEqual(
		itemsOf(read(address, rssBody)).map(({url}) => url),
		['https://news.example/1'],
	);
});

test('a plain address that is a page leads to its feeds, against its base, those of comments last', () => {
	const contents = read(
		address,
		`<!doctype html><head><base href="/ru/">
		<link rel="alternate" type="application/rss+xml" title="Comments" href="comments.xml">
		<link rel="stylesheet" type="text/css" href="a.css"><link rel="alternate" hreflang="en" href="/en/">
		<link rel="ALTERNATE" type="Application/Atom+XML; charset=utf-8" href="atom.xml">
		<link rel="alternate" type="application/feed+json" href="https://json.example/feed.json">
		<link rel="alternate" type="application/rss+xml" href="javascript:x">`,
	);
	assert.deepEqual(contents, {
		kind: 'elsewhere',
		urls: [
			'https://news.example/ru/atom.xml',
			'https://json.example/feed.json',
			'https://news.example/ru/comments.xml',
		],
	});
});

test('a page that names no feed leads to the usual places', () => {
	const contents = read(address, '<html><body>News</body></html>');
	assert.deepEqual(
		contents.kind === 'elsewhere' ? contents.urls : [],
		['/feed/', '/rss', '/rss/', '/rss.xml', '/atom.xml', '/index.xml', '/feed.json'].map(
			path => `https://news.example${path}`,
		),
	);
});

test('a plain address that is neither fails', () => {
	assert.throws(() => read(address, '{"error": 1}', 'application/json'), {
		message: 'rss: expected a feed, got JSON of another kind',
	});
});

for (const [what, html] of [
	['links', `<html>${'<link rel=alternate type=application/rss+xml href=/x>'.repeat(100_000)}`],
	['nesting', `<html>${'<div>'.repeat(500_000)}`],
	['half comments', '<!--'.repeat(500_000)],
] as const) {
	test(`a page flooded with ${what} costs less than a second`, () => {
		const from = performance.now();
		isPage(html);
		assert.ok(feedsNamed(html, address).length <= 5);
		assert.ok(performance.now() - from < 1000);
	});
}

test('a file may hold a feed', () => assert.equal(itemsOf(read('file:x', rssBody))[0]?.title, '24 killed'));

test('a file may hold a page: its article, title and date', () => {
	const [item] = itemsOf(read('file:x', readFileSync('tests/fixtures/sources/article.html')));
	assert.equal(item?.title, '24 погибших на границе');
	assert.equal(item?.url, 'https://news.example/245220/');
	assert.equal(item?.language, 'ru');
	assert.equal(item?.publishedAt, Date.UTC(2022, 8, 16, 8, 13));
	assert.match(item?.text ?? '', /погибли 24 человека/);
	assert.doesNotMatch(item?.text ?? '', /Спорт|слона|права|var/);
});

test('a file may hold reports, a line each; a wrong line is told, and the rest are read', () => {
	const contents = read(
		'file:week.jsonl',
		'{"id":"a","text":"24 killed","outlet":"Wire"}\nnonsense\n\n{"title":"36 killed","publishedAt":"2022-09-16T10:00:00Z"}\n{"title":5}\n',
	);
	const items = itemsOf(contents);
	assert.deepEqual(
		items.map(({identity, outlet, text, title}) => [identity.length > 0, outlet, text, title]),
		[
			[true, 'Wire', '24 killed', ''],
			[true, null, '', '36 killed'],
		],
	);
	assert.equal(items[0]?.identity, 'a');
	assert.match(
		contents.kind === 'items' ? contents.notes.join('\n') : '',
		/^line 2: expected a JSON object.*\nline 5: expected “title”, a string, got a number$/,
	);
});

test('a file or standard input may hold plain text, its first line apart being the title', () => {
	const [withTitle] = itemsOf(read('file:x', '24 killed\n\nAt least 24 were killed.\nIt goes on.\n'));
	assert.deepEqual(
		[withTitle?.title, withTitle?.text],
		['24 killed', 'At least 24 were killed.\nIt goes on.'],
	);
	const [without] = itemsOf(read('-', 'At least 24 were killed < 30.'));
	assert.deepEqual([without?.title, without?.text], ['', 'At least 24 were killed < 30.']);
});

test('the same file is the same item when it has changed; other input is another item', () => {
	const identity = (flag: string, text: string) => itemsOf(read(flag, text))[0]?.identity;
	assert.equal(identity('file:x', 'a'), identity('file:x', 'b'));
	assert.notEqual(identity('-', 'a'), identity('-', 'b'));
});

for (const body of ['', ' \n', '\u200b']) {
	test(`nothing in a file (${JSON.stringify(body)}) fails`, () =>
		assert.throws(() => read('file:x', body), {message: /expected a feed, a page, JSON Lines or text, got/}));
}
