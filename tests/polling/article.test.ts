import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {isMainThread, workerData} from 'node:worker_threads';
import {type ArticlesOptions, createArticles} from '../../source/polling/article.ts';
import {runArticleWorker} from '../../source/polling/article-worker.ts';
import {requesterFor, serve} from './server.ts';

const paragraph =
	'Health officials in Batken said that 36 people had been killed and 134 wounded since Wednesday. ';
const page = (words: string) =>
	`<!DOCTYPE html><html><head><meta charset="windows-1251"><title>Toll rises</title></head><body><nav><a href="/">Home</a></nav>
	<article><h1>Toll rises</h1><p>${words}</p><p>${paragraph.repeat(8)}</p></article><footer>Imprint</footer></body></html>`;

type Test = Parameters<typeof serve>[0];

function articlesFor(t: Test, given: Partial<ArticlesOptions> = {}) {
	const notes: string[] = [];
	const articles = createArticles({
		requester: requesterFor(t),
		timeoutMs: 10_000,
		worker: new URL(import.meta.url),
		onNote: note => notes.push(note),
		...given,
	});
	t.after(() => articles.close());
	return {articles, notes};
}

/** A thread that runs these words. */
const thread = (words: string) => new URL(`data:text/javascript,${encodeURIComponent(words)}`);
const onMessage = (words: string) =>
	thread(`import {parentPort} from 'node:worker_threads'; parentPort.on('message', page => {${words}});`);
const html = {'content-type': 'text/html'};

// This file is also the thread that the tests start.
if (!isMainThread && workerData?.room === 'article') {
	await runArticleWorker();
} else {
	suite('the article behind an item', () => {
		test('is taken out of its page, in the charset of the page', async t => {
			// “погибших” in windows-1251.
			const body = Buffer.concat([
				Buffer.from(page('§').split('§')[0]!),
				Buffer.from([0xef, 0xee, 0xe3, 0xe8, 0xe1, 0xf8, 0xe8, 0xf5]),
				Buffer.from(page('§').split('§')[1]!),
			]);
			const address = await serve(t, (_, response) => response.writeHead(200, html).end(body));
			const {articles, notes} = articlesFor(t);
			for (const path of ['/1', '/2']) {
				const article = await articles.fetch({url: address + path}, {address});
				assert.match(article?.text ?? '', /погибших\n.*36 people had been killed/);
				assert.doesNotMatch(article?.text ?? '', /Imprint|Home/);
				assert.equal(article?.isCut, false);
			}
			assert.deepEqual(notes, []);
		});

		const none: [title: string, status: number, type: string, body: string, note: RegExp][] = [
			['a page without one', 200, 'text/html', '<html><body></body></html>', /: the page holds none$/],
			['no page', 200, 'application/pdf', '%PDF-1.7', /sent no page$/],
			['a page that is not there', 404, 'text/html', page(''), /has nothing at this address \(404\)$/],
			['a page too big', 200, 'text/html', 'x'.repeat(2_000_000), /is over 1 MB$/],
			['a page nested without end', 200, 'text/html', '<div>'.repeat(100_000), /: the page holds none$/],
		];
		for (const [title, status, type, body, note] of none) {
			test(`${title}: none, and it is told why`, async t => {
				const address = await serve(t, (_, response) =>
					response.writeHead(status, {'content-type': type}).end(body),
				);
				const {articles, notes} = articlesFor(t);
				assert.equal(await articles.fetch({url: `${address}/1`}, {address}), null);
				assert.equal(notes.length, 1);
				assert.match(notes[0] ?? '', note);
			});
		}

		test('an item without a link, or with one that is not of the web', async t => {
			const {articles} = articlesFor(t);
			for (const url of [null, 'file:///etc/passwd', 'javascript:alert(1)']) {
				assert.equal(await articles.fetch({url}), null);
			}
		});

		test('no link of a public feed leads to a private address', async t => {
			let asked = 0;
			const address = await serve(t, (_, response) => {
				asked += 1;
				response.writeHead(200, html).end(page(''));
			});
			const {articles, notes} = articlesFor(t);
			const url = `${address}/1`;
			assert.equal(await articles.fetch({url}, {address: 'http://127.0.0.2/rss'}), null);
			assert.equal(await articles.fetch({url}), null);
			assert.equal(await articles.fetch({url}, {address: '/home/me/week.jsonl'}), null);
			assert.equal(asked, 0);
			assert.deepEqual(notes, Array(3).fill('article: refused to follow to 127.0.0.1, a private address'));
		});
	});

	suite('a host that does not answer well is left alone', () => {
		const cases: [title: string, status: number, headers: Record<string, string>, restSeconds: number][] = [
			['too often', 429, {'retry-after': '3600'}, 3600],
			['too often, without a time', 429, {}, 300],
			['refused', 403, {}, 300],
			['broken', 500, {}, 300],
			['not there', 404, {}, 0],
		];
		for (const [title, status, headers, restSeconds] of cases) {
			test(`${title}: for ${restSeconds} s`, async t => {
				let asked = 0;
				let now = Date.UTC(2022, 8, 16);
				const address = await serve(t, (_, response) => {
					asked += 1;
					response.writeHead(status, headers).end();
				});
				const {articles} = articlesFor(t, {clock: () => now});
				const fetch = () => articles.fetch({url: `${address}/1`}, {address});
				await fetch();
				now += Math.max(0, restSeconds * 1000 - 1);
				await fetch();
				assert.equal(asked, restSeconds === 0 ? 2 : 1);
				now += 1;
				await fetch();
				assert.equal(asked, restSeconds === 0 ? 3 : 2);
			});
		}
	});

	suite('a thread', () => {
		const bad: [title: string, worker: URL, note: RegExp, timeoutMs?: number][] = [
			['that takes too long is ended', onMessage('for (;;);'), /could not be read within 300 ms$/, 300],
			['that never says anything is ended', thread('setInterval(() => {}, 1e6);'), /within 300 ms$/, 300],
			['that throws', onMessage("throw new Error('too deep')"), /the page could not be read: too deep$/],
			['that leaves', onMessage('process.exit(0)'), /the page could not be read$/],
			['that cannot be started', thread('import "nothing:here"'), /the page could not be read/],
			[
				'that says what it could not read',
				onMessage("parentPort.postMessage({turn: page.turn, article: null, fault: '\\x1b[31mno'})"),
				/: no$/,
			],
		];
		for (const [title, worker, note, timeoutMs = 10_000] of bad) {
			test(`${title}, and the next page gets another`, async t => {
				const address = await serve(t, (_, response) => response.writeHead(200, html).end(page('')));
				const {articles, notes} = articlesFor(t, {worker, timeoutMs});
				const fetch = () => articles.fetch({url: `${address}/1`}, {address});
				assert.deepEqual(await Promise.all([fetch(), fetch()]), [null, null]);
				assert.equal(notes.length, 2);
				for (const each of notes) {
					assert.match(each, note);
				}
			});
		}

		test('closing ends what is under way, and nothing is begun after it', async t => {
			let asked = 0;
			const address = await serve(t, (_, response) => {
				asked += 1;
				response.writeHead(200, html).end(page(''));
			});
			const {articles, notes} = articlesFor(t, {worker: onMessage('for (;;);')});
			const fetch = () => articles.fetch({url: `${address}/1`}, {address});
			const all = Promise.all([fetch(), fetch(), fetch()]);
			while (asked === 0) {
				await new Promise(resolve => setImmediate(resolve));
			}
			await articles.close();
			assert.deepEqual(await all, [null, null, null]);
			assert.equal(await fetch(), null);
			assert.ok(asked <= 3);
			assert.deepEqual(notes, []);
		});
	});
}
