import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {feed} from '../../source/sources/feed.ts';

const folder = 'tests/fixtures/sources';
const url = 'https://news.example/rss/';

for (const name of [
	'rss-2.xml',
	'rss-0.91.xml',
	'rdf.xml',
	'atom-1.xml',
	'atom-0.3.xml',
	'json-feed.json',
	'damaged.xml',
]) {
	test(`reads ${name}`, () => {
		const expected = JSON.parse(readFileSync(`${folder}/${name.replace(/\.\w+$/, '.feed.json')}`, 'utf8'));
		const {items, ...rest} = feed(readFileSync(`${folder}/${name}`), {url});
		const readable = items.map(({publishedAt, updatedAt, ...item}) => ({
			...item,
			publishedAt: iso(publishedAt),
			updatedAt: iso(updatedAt),
		}));
		assert.deepEqual({...rest, items: readable}, expected);
	});
}

function iso(at: number | null): string | null {
	return at === null ? null : new Date(at).toISOString();
}

const rows: readonly [what: string, item: string, expected: Record<string, unknown>][] = [
	[
		'a guid that is a permanent link stands for a missing link',
		'<guid>https://n.example/1</guid>',
		{url: 'https://n.example/1', identity: 'https://n.example/1'},
	],
	['a guid that is none does not', '<guid isPermaLink="false">https://n.example/1</guid>', {url: null}],
	['an empty link gives way to Atom’s', '<link/><atom:link href="/2"/>', {url: 'https://news.example/2'}],
	['an address that cannot be opened is none', '<link>javascript:alert(1)</link>', {url: null}],
	[
		'campaign marks are no part of what an item is',
		'<link>https://n.example/1?utm_medium=rss&amp;a=b#c</link>',
		{identity: 'https://n.example/1?a=b'},
	],
	[
		'a prefix that was never declared means what it usually means',
		'<dc:date>2022-09-16</dc:date><content:encoded>x</content:encoded>',
		{publishedAt: Date.UTC(2022, 8, 16), text: 'x'},
	],
	[
		'a prefix of another namespace does not',
		'<dc:title xmlns:dc="http://other.example/">Not this</dc:title><x:title xmlns:x="http://x.example/">Nor this</x:title><title>This</title>',
		{title: 'This'},
	],
	[
		'the first date that can be read counts',
		'<pubDate>soon</pubDate><dc:date>2022-09-16</dc:date>',
		{publishedAt: Date.UTC(2022, 8, 16)},
	],
	[
		'an update alone is also when it was published',
		'<atom:updated>2022-09-16</atom:updated>',
		{publishedAt: Date.UTC(2022, 8, 16), updatedAt: Date.UTC(2022, 8, 16)},
	],
	[
		'the fullest text counts',
		'<description>Long enough to win here</description><content:encoded>Short</content:encoded>',
		{text: 'Long enough to win here'},
	],
	[
		'HTML escaped twice',
		'<description>&amp;lt;p&amp;gt;24 &amp;amp;amp; 36&amp;lt;/p&amp;gt;</description>',
		{text: '24 & 36'},
	],
	[
		'markup written out',
		'<description>One <b>two</b><br/>three &lt;i&gt;four&lt;/i&gt;</description>',
		{text: 'One two\nthree <i>four</i>'},
	],
	[
		'an escaped “<” that begins no tag',
		'<description>killed &lt;30 of 50</description>',
		{text: 'killed <30 of 50'},
	],
	['CDATA in pieces', '<title><![CDATA[24 ]]>killed<![CDATA[ & more]]></title>', {title: '24 killed & more'}],
	[
		'a description in a media group',
		'<media:group><media:description>Video</media:description></media:group>',
		{text: 'Video'},
	],
	[
		'a text inside an image is not the item’s',
		'<image><title>Logo</title></image><title>Mine</title>',
		{title: 'Mine'},
	],
];
for (const [what, item, expected] of rows) {
	test(what, () => {
		const body = `<rss xmlns:atom="http://www.w3.org/2005/Atom"><channel><item>${item}</item></channel></rss>`;
		const [found] = feed(new TextEncoder().encode(body), {url}).items;
		assert.ok(found);
		assert.deepEqual(found, {...found, ...expected});
	});
}

test('without id and link, title and date make the identity', () => {
	const identity = (inside: string) =>
		feed(new TextEncoder().encode(`<rss><channel><item>${inside}</item></channel></rss>`)).items[0]?.identity;
	assert.equal(
		identity('<title>a</title><description>b</description>'),
		identity('<title>a</title><description>c</description>'),
	);
	assert.notEqual(
		identity('<title>a</title><pubDate>2022</pubDate>'),
		identity('<title>a</title><pubDate>2023</pubDate>'),
	);
});
