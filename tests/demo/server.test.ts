import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import iconv from 'iconv-lite';
import {outlets} from '../../source/demo/sample.ts';
import {type Demo, startDemo} from '../../source/demo/server.ts';

let now = Date.parse('2022-09-18T18:00:00Z');
let demo: Demo;

before(async () => {
	demo = await startDemo({now: () => now});
});
after(() => demo.close());

const at = (instant: string): void => {
	now = Date.parse(instant);
};
const sourceOf = (id: string) => demo.sources.find(source => source.id === `demo:${id}`)!;
const ask = (id: string, headers: Record<string, string> = {}) => fetch(sourceOf(id).address, {headers});

test('it listens on loopback alone, and names one source per outlet', () => {
	assert.match(demo.url, /^http:\/\/127\.0\.0\.1:\d+\/$/);
	assert.equal(demo.sources.length, outlets.length);
	assert.deepEqual(
		{...sourceOf('khovar'), address: ''},
		{
			id: 'demo:khovar',
			kind: 'rss',
			address: '',
			name: 'Khovar',
			side: 'TJ',
			language: 'en',
			everyMs: null,
			full: false,
		},
	);
});

const formats: readonly (readonly [id: string, type: RegExp, words: RegExp])[] = [
	['tass', /^application\/rss\+xml; charset=utf-8$/, /<pubDate>Sun, 18 Sep 2022 19:20:00 \+0300<\/pubDate>/],
	['khovar', /^application\/rss\+xml/, /<content:encoded><!\[CDATA\[<p>The Foreign Ministry of Tajikistan/],
	['reuters', /^application\/atom\+xml/, /<published>2022-09-18T06:10:00Z<\/published>/],
	['asiaplus', /^application\/atom\+xml/, /<content type="html">&lt;p&gt;МИД Таджикистана/],
	['sputnik-tj', /^application\/rdf\+xml/, /<dc:date>2022-09-18T13:10:00\+05:00<\/dc:date>/],
	['rferl', /^application\/feed\+json/, /"date_published":"2022-09-18T11:20:00Z"/],
];
for (const [id, type, words] of formats) {
	test(`the feed of ${id}`, async () => {
		at('2022-09-18T18:00:00Z');
		const response = await ask(id);
		assert.equal(response.status, 200);
		assert.match(response.headers.get('content-type')!, type);
		const body = await response.text();
		assert.match(body, words);
		assert.match(body, /Sample texts written for this demo/);
	});
}

test('one Russian feed is in windows-1251', async () => {
	at('2022-09-18T18:00:00Z');
	const response = await ask('interfax');
	assert.equal(response.headers.get('content-type'), 'application/rss+xml; charset=windows-1251');
	const body = iconv.decode(Buffer.from(await response.arrayBuffer()), 'windows-1251');
	assert.match(body, /^<\?xml version="1\.0" encoding="windows-1251"\?>/);
	assert.match(body, /Число погибших в Киргизии выросло до 59/);
	assert.ok(!body.includes('?? '), 'every letter has its place in the character set');
});

test('a feed grows with the clock, newest first, and does not reach back a year', async () => {
	const guids = async (): Promise<string[]> =>
		[...(await (await ask('24kg')).text()).matchAll(/<guid[^>]*>([^<]+)/g)].map(match => match[1]!);
	at('2022-09-14T00:00:00Z');
	assert.deepEqual(await guids(), []);
	at('2022-09-14T12:00:00Z');
	assert.equal((await guids()).length, 1);
	at('2022-09-20T16:00:00Z');
	const all = await guids();
	assert.ok(all.length > 8 && all.length <= 25);
	assert.ok(all[0]!.startsWith('20220920') && all.at(-1)!.startsWith('20220914'));
});

test('an unchanged feed is 304 by its tag or its date; an edit changes both', async () => {
	at('2022-09-18T09:40:00Z');
	const first = await ask('afp');
	const etag = first.headers.get('etag')!;
	const lastModified = first.headers.get('last-modified')!;
	assert.equal(lastModified, 'Sun, 18 Sep 2022 09:30:00 GMT');
	await first.text();
	assert.equal((await ask('afp', {'if-none-match': etag})).status, 304);
	assert.equal((await ask('afp', {'if-none-match': `W/${etag}, "x"`})).status, 304);
	assert.equal((await ask('afp', {'if-modified-since': lastModified})).status, 304);
	assert.equal((await ask('afp', {'if-none-match': '"x"', 'if-modified-since': lastModified})).status, 200);
	at('2022-09-18T12:30:00Z');
	const edited = await ask('afp', {'if-none-match': etag, 'if-modified-since': lastModified});
	assert.equal(edited.status, 200);
	assert.equal(edited.headers.get('last-modified'), 'Sun, 18 Sep 2022 12:30:00 GMT');
	const body = await edited.text();
	assert.match(body, /Kyrgyz-Tajik clashes leave 81 dead/);
	assert.ok(!body.includes('Tajikistan says 24 citizens killed'), 'the same item, edited');
});

test('a long feed comes compressed where that is taken', async () => {
	at('2022-09-20T12:00:00Z');
	const [packed, plain] = await Promise.all([
		ask('tass', {'accept-encoding': 'gzip'}),
		ask('tass', {'accept-encoding': 'identity'}),
	]);
	assert.equal(packed.headers.get('content-encoding'), 'gzip');
	assert.equal(plain.headers.get('content-encoding'), null);
	assert.equal(await packed.text(), await plain.text());
});

test('an outlet that is busy says when to come back, and comes back', async () => {
	at('2022-09-17T05:00:00Z');
	const response = await ask('akipress-ru');
	assert.equal(response.status, 503);
	assert.match(response.headers.get('retry-after')!, /^\d+$/);
	await response.text();
	at('2022-09-17T16:00:00Z');
	const later = await ask('akipress-ru');
	assert.equal(later.status, 200);
	assert.match(await later.text(), /Добровольцы везут помощь/);
});

test('an outlet that is dead at the end hangs up', async () => {
	at('2022-09-19T17:00:00Z');
	assert.equal((await ask('aljazeera')).status, 200);
	at('2022-09-20T16:00:00Z');
	await assert.rejects(ask('aljazeera'));
});

test('a home page leads to its feed, and an item to its page, marked as a sample', async () => {
	at('2022-09-18T18:00:00Z');
	const home = await (await fetch(`${demo.url}kabar/`)).text();
	assert.match(
		home,
		new RegExp(
			`<link rel="alternate" type="application/rss\\+xml" title="Kabar" href="${sourceOf('kabar').address}">`,
		),
	);
	const link = /<link>([^<]+\d)<\/link>/.exec(await (await ask('kabar')).text())![1]!;
	const page = await (await fetch(link)).text();
	assert.match(page, /<article>\n<p>The night passed quietly/);
	assert.match(page, /They are not articles of the outlets named/);
});

test('what is not there is 404, and nothing is taken but GET and HEAD', async () => {
	for (const path of ['nobody/', 'kabar/none', '..%2f..%2fetc/passwd', '%', 'kabar/20991231-1']) {
		assert.equal((await fetch(`${demo.url}${path}`)).status, 404, path);
	}
	assert.equal((await fetch(demo.url, {method: 'POST', body: 'x'})).status, 405);
	const head = await fetch(sourceOf('kabar').address, {method: 'HEAD'});
	assert.deepEqual([head.status, await head.text()], [200, '']);
});
