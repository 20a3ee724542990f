import assert from 'node:assert/strict';
import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {folder, objects, rss, run, serve, tollEntry} from './command.ts';
import {inside} from './inside.ts';

const home = folder();
const store = (name: string): string[] => ['--store', path.join(home, name)];

test('once polls, keeps, and prints the toll with its sentence', async () => {
	const url = await serve((_, response) =>
		response
			.setHeader('content-type', 'application/rss+xml')
			.end(rss([tollEntry('a', 36, '2022-09-18T04:00:00Z')])),
	);
	const {code, stdout, stderr} = await run(
		['once', '--source', `rss:${url}/feed#name=Example`, ...store('toll')],
		{home},
	);
	assert.deepEqual([code, stderr], [0, '']);
	assert.match(stdout, /Kyrgyzstan, killed: 36/);
	assert.match(stdout, /Health Ministry said 36 people had been killed/);
	const again = await run(['once', '--no-poll', '--format', 'json', ...store('toll')], {home});
	const picture = JSON.parse(again.stdout) as {
		version: number;
		tally: {rows: {of: string; measure: string; best: number}[]};
		counts: {reports: number};
	};
	assert.equal(picture.version, 1);
	assert.equal(picture.counts.reports, 1);
	assert.equal(picture.tally.rows.find(row => row.of === 'KG' && row.measure === 'killed')?.best, 36);
});

test('a revision in place becomes history, nothing is overwritten', async () => {
	let killed = 24;
	const url = await serve((_, response) =>
		response.end(rss([tollEntry('a', killed, '2022-09-17T04:00:00Z')])),
	);
	const args = ['once', '--source', `rss:${url}/feed`, ...store('revision')];
	await inside(args, {home});
	killed = 36;
	const {stdout} = await inside(args, {home});
	assert.match(stdout, /Kyrgyzstan, killed: 36/);
	assert.match(stdout, /before: 24/);
	const kept = objects((await inside(['export', ...store('revision')], {home})).stdout);
	assert.deepEqual(
		kept.map(report => report.revision),
		[1, 2],
	);
});

test('a source that fails is told and stops no other', async () => {
	const url = await serve((request, response) => {
		if (request.url === '/good') response.end(rss([tollEntry('a', 36, '2022-09-18T04:00:00Z')]));
		else response.writeHead(404).end('no');
	});
	const {code, stdout, stderr} = await inside(
		[
			'once',
			'--source',
			`rss:${url}/good#name=Good`,
			'--source',
			`rss:${url}/bad#name=Bad`,
			...store('mixed'),
		],
		{home},
	);
	assert.equal(code, 0);
	assert.match(stderr, /Bad: .*404/);
	assert.match(stdout, /Good: ok/);
	assert.match(stdout, /Bad: failing/);
});

test('where no source answers, the exit code says so and the picture still stands', async () => {
	const {code, stdout} = await run(['once', '--source', 'rss:http://127.0.0.1:1/feed', ...store('toll')], {
		home,
	});
	assert.equal(code, 3);
	assert.match(stdout, /Kyrgyzstan, killed: 36/);
});

for (const format of ['markdown', 'csv', 'html']) {
	test(`once --format ${format} holds the toll`, async () => {
		const {code, stdout, stderr} = await inside(['once', '--no-poll', '--format', format, ...store('toll')], {
			home,
		});
		assert.equal(code, 0, stderr);
		assert.match(stdout, /36/);
	});
}

test('--as-of shows what had been published by then', async () => {
	const early = await inside(['once', '--no-poll', '--as-of', '2022-09-18T03:59Z', ...store('toll')], {home});
	assert.doesNotMatch(early.stdout, /36/);
	const late = await inside(['once', '--no-poll', '--as-of', '2022-09-18T04:01Z', ...store('toll')], {home});
	assert.match(late.stdout, /Kyrgyzstan, killed: 36/);
});

test('a page leads to its feed', async () => {
	const url = await serve((request, response) => {
		if (request.url === '/')
			response
				.setHeader('content-type', 'text/html')
				.end(
					'<!doctype html><head><link rel="alternate" type="application/rss+xml" href="/news.rss"></head>',
				);
		else if (request.url === '/news.rss') response.end(rss([tollEntry('a', 36, '2022-09-18T04:00:00Z')]));
		else response.writeHead(404).end();
	});
	const {code, stdout, stderr} = await run(['once', '--source', `${url}/`, ...store('page')], {home});
	assert.equal(code, 0, stderr);
	assert.match(stdout, /Kyrgyzstan, killed: 36/);
});

test('full follows each link once and reads the article', async () => {
	let articles = 0;
	const paragraph =
		'The border has been quiet for most of the summer, and traders had come back to the market in the valley. '.repeat(
			3,
		);
	const url = await serve((request, response) => {
		if (request.url === '/feed')
			response.end(
				rss([{id: 'a', title: 'Toll', text: 'Short.', at: '2022-09-18T04:00:00Z'}]).replace(
					'https://news.example/a',
					`http://${request.headers.host}/a`,
				),
			);
		else {
			articles++;
			response
				.setHeader('content-type', 'text/html')
				.end(
					`<!doctype html><html><head><title>Toll</title></head><body><nav>Menu</nav><article><h1>Toll</h1><p>${paragraph}</p><p>Kyrgyzstan's Health Ministry said 36 people had been killed.</p><p>${paragraph}</p></article></body></html>`,
				);
		}
	});
	const args = ['once', '--source', `rss:${url}/feed#full`, ...store('full')];
	const {code, stdout, stderr} = await run(args, {home});
	assert.equal(code, 0, stderr);
	assert.match(stdout, /Kyrgyzstan, killed: 36/);
	await run(args, {home});
	assert.equal(articles, 1);
});

test('escapes from a feed never reach the output', async () => {
	const evil = '\u001b]0;gone\u0007\u001b[2J\u202e36 people\u200b were killed\u009b31m, Kyrgyzstan said.';
	const url = await serve((_, response) =>
		response.end(
			JSON.stringify({
				version: 'https://jsonfeed.org/version/1.1',
				title: evil,
				items: [{id: evil, title: evil, content_text: evil, authors: [{name: evil}]}],
			}),
		),
	);
	for (const format of ['text', 'json', 'markdown', 'csv', 'html']) {
		const {stdout} = await inside(
			['once', '--format', format, '--source', `rss:${url}/feed#name=Evil`, ...store(`evil-${format}`)],
			{home},
		);
		// CSV ends its lines with CR and LF (RFC 4180).
		assert.doesNotMatch(
			stdout.replaceAll('\r\n', '\n'),
			/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u202e]/,
			format,
		);
	}
});

test('a folder that is not a store is refused in one line, and left alone', async () => {
	mkdirSync(path.join(home, 'photos'));
	writeFileSync(path.join(home, 'photos', 'a.jpg'), 'x');
	const {code, stderr} = await inside(['once', ...store('photos')], {home});
	assert.equal(code, 1);
	assert.match(stderr, /^trucewatch: .*photos.*\n$/);
});

test('without a terminal the dashboard prints its picture once', async () => {
	const {code, stdout, stderr} = await run([...store('toll'), '--no-poll'], {home});
	assert.equal(code, 0);
	assert.match(stdout, /Kyrgyzstan, killed: 36/);
	assert.match(stderr, /no terminal here/);
});

test('wrong usage: exit 2, the flag, what is wrong, a right example', async () => {
	const {code, stdout, stderr} = await run(['--sorce', 'x'], {home});
	assert.deepEqual([code, stdout], [2, '']);
	assert.match(stderr, /no flag --sorce; did you mean --source\?\n {2}for example: trucewatch --source/);
});

test('the same source twice, or a side that is not there, is refused', async () => {
	assert.match(
		(
			await inside(['once', '--source', 'rss:http://127.0.0.1:1/a', '--source', 'rss:http://127.0.0.1:1/a'], {
				home,
			})
		).stderr,
		/given twice/,
	);
	const unknown = await inside(['once', '--source', 'rss:http://127.0.0.1:1/a#side=Narnia'], {home});
	assert.equal(unknown.code, 2);
	assert.match(unknown.stderr, /no side “Narnia”/);
});

test('a text over the size limit is kept as far as it goes, and told', async () => {
	const entry = tollEntry('a', 36, '2022-09-18T04:00:00Z');
	const url = await serve((_, response) =>
		response.end(rss([{...entry, text: `${entry.text} ${'The border stayed closed. '.repeat(20_000)}`}])),
	);
	const {code, stdout, stderr} = await inside(
		['once', '--source', `rss:${url}/feed#name=Long`, ...store('long')],
		{home},
	);
	assert.equal(code, 0);
	assert.match(stderr, /Long: 1 of the new reports over the size limit, their ends not kept/);
	assert.match(stdout, /Kyrgyzstan, killed: 36/);
});
