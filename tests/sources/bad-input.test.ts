import assert from 'node:assert/strict';
import {test} from 'node:test';
import {type Feed, feed, itemLimit} from '../../source/sources/feed.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const rss = (items: string, rest = '</channel></rss>') =>
	`<?xml version="1.0"?><rss version="2.0"><channel><title>T</title>${items}${rest}`;
const read = (text: string): Feed => feed(bytes(text), {url: 'https://news.example/rss'});

const refused: readonly [what: string, body: string, message: string][] = [
	['nothing', '', 'rss: expected a feed, got an empty answer'],
	['spaces', ' \n ', 'rss: expected a feed, got an empty answer'],
	[
		'a page',
		'<!DOCTYPE html><html><head><title>Just a\x1b[2J moment</title></head><body>x</body></html>',
		'rss: expected a feed, got a page (“Just a moment”)',
	],
	[
		'a page that names feeds in a script',
		'<html><script>"<rss version=2>"</script></html>',
		'rss: expected a feed, got a page',
	],
	[
		'XHTML',
		'<?xml version="1.0"?><!DOCTYPE html PUBLIC "x" "y"><html xmlns="http://www.w3.org/1999/xhtml"><body/></html>',
		'rss: expected a feed, got a page',
	],
	[
		'a site map',
		'<?xml version="1.0"?><urlset><url><loc>x</loc></url></urlset>',
		'rss: expected a feed, got XML of another kind (<urlset>)',
	],
	['JSON of another kind', '{"error": "limit"}', 'rss: expected a feed, got JSON of another kind'],
	['a JSON list', '[1, 2]', 'rss: expected a feed, got JSON of another kind'],
	[
		'a sentence',
		'Please limit requests to one every 5 seconds',
		'rss: expected a feed, got text (“Please limit requests to one every 5 seconds”)',
	],
	['OPML', '<opml version="2.0"><body/></opml>', 'rss: expected a feed, got XML of another kind (<opml>)'],
];
for (const [what, body, message] of refused) {
	test(`${what} is refused`, () => assert.throws(() => read(body), {message}));
}

test('broken JSON is refused', () => assert.throws(() => read('{"version": bad'), /got broken JSON/));

test('a gigabyte of nothing like a feed is refused at once', () => {
	const from = performance.now();
	assert.throws(() => feed(new Uint8Array(5_000_000), {}), /got/);
	assert.throws(() => feed(bytes('<'.repeat(5_000_000)), {}), /got/);
	assert.ok(performance.now() - from < 2000);
});

test('a feed without items is no failure', () => assert.deepEqual(read(rss('')).items, []));

for (const [what, body, titles, note] of [
	[
		'inside an item',
		rss('<item><title>a</title></item><item><title>b</title>', ''),
		['a', 'b'],
		'the feed is cut off inside item 2',
	],
	[
		'inside a tag',
		rss('<item><title>a</title></item><item><title>b</title><li', ''),
		['a', 'b'],
		'the feed is cut off inside item 2',
	],
	[
		'inside CDATA',
		rss('<item><title>a</title><description><![CDATA[One. Two', ''),
		['a'],
		'the feed is cut off inside item 1',
	],
	[
		'inside a comment',
		rss('<item><title>a</title></item><!-- x', ''),
		['a'],
		'the feed is cut off after 1 item',
	],
	[
		'after its last item',
		rss('<item><title>a</title></item>', ''),
		['a'],
		'the feed is cut off after 1 item',
	],
	[
		'inside a JSON item',
		'{"version":"https://jsonfeed.org/version/1","title":"T","items":[{"id":"1","title":"a","tags":["x"]},{"id":"2","title":"b',
		['a'],
		'the feed is cut off after 1 item',
	],
] as const) {
	test(`a feed cut off ${what} is read up to there`, () => {
		const {items, notes} = read(body);
		assert.deepEqual(
			items.map(({title}) => title),
			titles,
		);
		assert.deepEqual(notes, [note]);
	});
}

test('a text that breaks off is cut back to its last whole sentence', () => {
	const [item] = read(rss('<item><title>a</title><description>24 were killed. At least 36', '')).items;
	assert.deepEqual([item?.text, item?.isCut], ['24 were killed.', true]);
});

test('of 100,000 items the newest are read, in good time, and it is told', () => {
	const item = (index: number) =>
		`<item><title>T${index}</title><guid>${index}</guid><pubDate>${new Date(1.6e12 + index * 60_000).toUTCString()}</pubDate></item>`;
	const items = Array.from({length: 100_000}, (_, index) => item(index));
	const from = performance.now();
	for (const [order, first] of [
		[items, 98_000],
		[items.toReversed(), 99_999],
	] as const) {
		const result = read(rss(order.join('')));
		assert.equal(result.items.length, itemLimit);
		assert.equal(result.items[0]?.title, `T${first}`);
		assert.deepEqual(result.notes, ['kept the newest 2000 of 100000 items']);
	}
	assert.ok(performance.now() - from < 6000);
});

test('of many items without dates the first are read', () => {
	const {items} = read(
		rss(Array.from({length: 5000}, (_, index) => `<item><title>T${index}</title></item>`).join('')),
	);
	assert.equal(items.length, itemLimit);
	assert.deepEqual([items[0]?.title, items.at(-1)?.title], ['T0', 'T1999']);
});

const dtd = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(10)}"><!ENTITY c SYSTEM "file:///etc/passwd">]>`;
test('entities of a document’s own are neither opened nor fetched', () => {
	const {items} = read(
		`${dtd}<rss><channel><item><title>x &b; &c; y</title><description>&lt;p&gt;&amp;b;&lt;/p&gt;</description></item></channel></rss>`,
	);
	assert.equal(items[0]?.title, 'x &b; &c; y');
});

for (const [what, body, least] of [
	['nested elements', rss(`<item><title>a</title></item>${'<x>'.repeat(300_000)}`, ''), 1],
	[
		'nested items',
		rss(Array.from({length: 30_000}, (_, i) => `<item><title>a${i}</title>`).join(''), ''),
		250,
	],
	[
		'nested markup in a text',
		rss(`<item><title>a</title></item><item><description>${'<b>'.repeat(300_000)}`, ''),
		1,
	],
	[
		'escaped nested markup',
		rss(`<item><title>a</title><description>${'&lt;div&gt;'.repeat(200_000)}</description></item>`),
		1,
	],
	['siblings', rss(`<item><title>a</title></item>${'<x/>'.repeat(1_000_000)}`), 1],
	['elements in one item', rss(`<item><title>a</title>${'<x/>'.repeat(1_000_000)}</item>`), 1],
	['attributes', rss(`<item ${'a="1" '.repeat(500_000)}><title>a</title></item>`), 1],
	[
		'namespaces',
		rss(
			`<item><title>a</title></item>${Array.from({length: 30_000}, (_, i) => `<x xmlns:n${i}="u${i}"/>`).join('')}`,
		),
		1,
	],
	[
		'nested namespaces',
		rss(
			`<item><title>a</title></item>${Array.from({length: 200}, (_, i) => `<x xmlns:n${i}="u${i}">`).join('')}`,
			'',
		),
		1,
	],
	['bare “<”', rss(`<item><title>a</title></item>${'< '.repeat(1_000_000)}`), 1],
	['half tags', rss(`<item><title>a</title></item>${'<a '.repeat(1_000_000)}`), 1],
	['half CDATA', rss(`<item><title>a</title></item>${'<![CDATA['.repeat(500_000)}`), 1],
	['half comments', rss(`<item><title>a</title></item>${'<!--'.repeat(500_000)}`), 1],
	[
		'comments in a text',
		rss(`<item><title>a</title><description>${'<!-- x -->y'.repeat(300_000)}</description></item>`),
		1,
	],
	['ampersands', rss(`<item><title>a</title><description>${'&'.repeat(3_000_000)}</description></item>`), 1],
	[
		'entities',
		rss(`<item><title>a</title><description>${'&amp;lt;'.repeat(600_000)}</description></item>`),
		1,
	],
	['closing tags', rss(`<item><title>a</title></item>${'</x>'.repeat(1_000_000)}`), 1],
	['links in one item', rss(`<item><title>a</title>${'<link>x:y</link>'.repeat(100_000)}</item>`), 1],
	['long dates', rss(`<item><title>a</title><pubDate>${'1 '.repeat(1_000_000)}</pubDate></item>`), 1],
	['bases', rss(`<item><title>a</title><link>b</link></item>${'<x xml:base="y/">'.repeat(250)}`, ''), 1],
	[
		'brackets in JSON',
		`{"version":"https://jsonfeed.org/version/1","items":[{"title":"a"},${'['.repeat(2_000_000)}`,
		0,
	],
] as const) {
	test(`a flood of ${what} costs less than three seconds`, () => {
		const from = performance.now();
		let items = 0;
		try {
			items = read(body).items.length;
		} catch (error) {
			assert.match((error as Error).message, /^rss: expected a feed, got /);
		}
		assert.ok(performance.now() - from < 3000, `${performance.now() - from} ms`);
		assert.ok(items >= least, `${items} items`);
	});
}

test('`__proto__` and the like are elements, attributes and keys as any other', () => {
	const xml = read(
		rss(
			'<item __proto__="x" constructor="y"><__proto__><title>evil</title></__proto__><title>a</title><hasOwnProperty>z</hasOwnProperty></item>',
		),
	);
	const json = read(
		'{"version":"https://jsonfeed.org/version/1.1","__proto__":{"title":"evil"},"items":[{"__proto__":{"title":"evil"},"id":"__proto__","content_text":"a"}]}',
	);
	assert.deepEqual(
		xml.items.map(({title}) => title),
		['a'],
	);
	assert.deepEqual(
		json.items.map(({title, identity}) => [title, identity]),
		[['', '__proto__']],
	);
	assert.equal(({} as {title?: string}).title, undefined);
});

test('a date in 2099 stays; one that cannot be is none', () => {
	const {items} = read(
		rss(
			'<item><title>a</title><pubDate>Thu, 01 Jan 2099 00:00:00 GMT</pubDate></item><item><title>b</title><pubDate>31 Feb 2022</pubDate></item><item><title>c</title></item>',
		),
	);
	assert.deepEqual(
		items.map(({publishedAt}) => publishedAt),
		[Date.UTC(2099, 0), null, null],
	);
});

const item = (guid: string, link: string, title: string, date = '') =>
	`<item><guid isPermaLink="false">${guid}</guid><link>${link}</link><title>${title}</title><pubDate>${date}</pubDate></item>`;
test('pages that share one id are told apart by their links', () => {
	const {items, notes} = read(
		rss(item('same', 'https://n.example/1', 'a') + item('same', 'https://n.example/2', 'b')),
	);
	assert.deepEqual(
		items.map(({identity}) => identity),
		['https://n.example/1', 'https://n.example/2'],
	);
	assert.deepEqual(notes, ['2 items share an id with another page; told apart by their links']);
});

test('of one item that is there twice the newer is kept', () => {
	const {items, notes} = read(
		rss(
			item('g', 'https://n.example/1', '12 killed', '16 Sep 2022 10:00 GMT') +
				item('g', 'https://n.example/1#x', '24 killed', '16 Sep 2022 11:00 GMT'),
		),
	);
	assert.deepEqual(
		items.map(({title}) => title),
		['24 killed'],
	);
	assert.deepEqual(notes, ['1 item is there twice; the newer was kept']);
});

test('an empty title, and a title of a megabyte', () => {
	const {items} = read(
		rss(
			`<item><title/><description>x</description></item><item><title>${'word '.repeat(200_000)}</title></item>`,
		),
	);
	assert.deepEqual([items[0]?.title, items[0]?.isCut], ['', false]);
	assert.ok(items[1]!.title.length <= 500 && items[1]!.isCut);
});

test('no field of a feed can steer the terminal', () => {
	const evil = '\x1b]0;evil\x07&#27;[2J&#x9b;31m\u202ex\u200b';
	const all = [
		read(
			`<rss><channel><title>${evil}</title><link>https://n.example/${evil}</link><language>${evil}</language><item><title>${evil}</title><link>https://n.example/${evil}</link><guid>${evil}</guid><source>${evil}</source><description>${evil}</description><pubDate>${evil}</pubDate></item></channel></rss>`,
		),
		read(
			JSON.stringify({
				version: 'https://jsonfeed.org/version/1',
				title: '\x1b[2Jx\u202e',
				items: [
					{
						id: '\x1b[2Jx',
						url: 'https://n.example/\x1b[2J',
						title: '\x1b]0;x\x07y',
						content_text: '\x9b31mz',
					},
				],
			}),
		),
	];
	for (const each of all) {
		const strings = [
			each.title,
			each.link,
			...each.notes,
			...each.items.flatMap(one => Object.values(one)),
		].filter(value => typeof value === 'string');
		for (const value of strings) assert.doesNotMatch(value.replaceAll('\n', ''), /[\p{Cc}\p{Cf}]/u);
		assert.equal(each.items.length, 1);
	}
});
