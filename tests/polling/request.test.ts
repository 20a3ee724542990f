import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {brotliCompressSync, deflateRawSync, deflateSync, gzipSync} from 'node:zlib';
import {MockAgent} from 'undici';
import {gate, rejection, requesterFor, serve, serveRaw} from './server.ts';

const text = (body: Uint8Array) => Buffer.from(body).toString();
const ask = (url: string, headers: Record<string, string> = {}) => ({url, headers});

suite('what is sent', () => {
	test('who asks, what packing is understood, and validators byte for byte', async t => {
		const sent: Record<string, unknown>[] = [];
		const url = await serve(t, (request, response) => {
			sent.push(request.headers);
			response.writeHead(304).end();
		});
		const etag = 'W/"  Ж"';
		const answer = await requesterFor(t).request(
			ask(url, {
				'if-none-match': Buffer.from(etag).toString('latin1'),
				'if-modified-since': 'Fri, 16 Sep 2022 8:13:00 GMT',
			}),
		);
		assert.equal(answer.status, 304);
		assert.equal(answer.body.length, 0);
		assert.equal(answer.isCut, false);
		assert.equal(sent[0]?.['user-agent'], 'trucewatch/test (+https://trucewatch.example)');
		assert.equal(sent[0]?.['accept-encoding'], 'gzip, br');
		assert.equal(Buffer.from(String(sent[0]?.['if-none-match']), 'latin1').toString(), etag);
		assert.equal(sent[0]?.['if-modified-since'], 'Fri, 16 Sep 2022 8:13:00 GMT');
	});

	test('a name and password in the address, to that origin alone and never in a message', async t => {
		const other = await serve(t, (request, response) => {
			assert.equal(request.headers.authorization, undefined);
			response.end('moved');
		});
		const url = await serve(t, (request, response) => {
			assert.equal(request.headers.authorization, `Basic ${Buffer.from('me:s3cret!').toString('base64')}`);
			response.writeHead(302, {location: other}).end();
		});
		const answer = await requesterFor(t).request(ask(url.replace('//', '//me:s3cret%21@')));
		assert.equal(text(answer.body), 'moved');
	});
});

suite('packing', () => {
	const words = 'Тридцать шесть погибших. '.repeat(50);
	const cases: [title: string, header: string, body: Uint8Array][] = [
		['none', 'identity', Buffer.from(words)],
		['gzip', 'gzip', gzipSync(words)],
		['x-gzip in capitals', 'X-GZIP', gzipSync(words)],
		['gzip in two members', 'gzip', Buffer.concat([gzipSync(words.slice(0, 60)), gzipSync(words.slice(60))])],
		['deflate', 'deflate', deflateSync(words)],
		['deflate without its zlib wrapper', 'deflate', deflateRawSync(words)],
		['br', 'br', brotliCompressSync(words)],
		['br over gzip', 'gzip, br', brotliCompressSync(gzipSync(words))],
		['gzip that was only said', 'gzip', Buffer.from(words)],
	];
	for (const [title, header, body] of cases) {
		test(title, async t => {
			const url = await serve(t, (_, response) =>
				response.writeHead(200, {'content-encoding': header}).end(body),
			);
			const answer = await requesterFor(t).request(ask(url));
			assert.equal(text(answer.body), words);
		});
	}

	const broken: [title: string, header: string, body: Uint8Array][] = [
		['half of a gzip body', 'gzip', gzipSync(words).subarray(0, 40)],
		['an encoding that was not offered', 'zstd', Buffer.from('(…')],
		['four encodings one over another', 'br, br, br, br', Buffer.from('x')],
	];
	for (const [title, header, body] of broken) {
		test(`${title} is refused`, async t => {
			const url = await serve(t, (_, response) =>
				response.writeHead(200, {'content-encoding': header}).end(body),
			);
			const error = await rejection(requesterFor(t).request(ask(url)));
			assert.equal(error.failure, 'encoding');
			assert.match(error.message, /^127\.0\.0\.1:\d+: its answer cannot be unpacked/);
		});
	}
});

suite('size', () => {
	const bombs: [header: string, body: () => Uint8Array][] = [
		['gzip', () => gzipSync(Buffer.alloc(100_000_000))],
		['br', () => brotliCompressSync(Buffer.alloc(20_000_000), {params: {1: 5}})],
		['gzip, gzip', () => gzipSync(gzipSync(Buffer.alloc(100_000_000)))],
	];
	for (const [header, body] of bombs) {
		test(`a bomb of ${header} is stopped at the limit`, async t => {
			const packed = body();
			assert.ok(packed.length < 1_000_000);
			const url = await serve(t, (_, response) =>
				response.writeHead(200, {'content-encoding': header}).end(packed),
			);
			const before = process.memoryUsage().rss;
			const error = await rejection(requesterFor(t).request(ask(url)));
			assert.equal(error.failure, 'too big');
			assert.match(error.message, /: its answer is over 1 MB$/);
			assert.ok(process.memoryUsage().rss - before < 60_000_000);
		});
	}

	test('a body of ten gigabytes is not read past the limit', async t => {
		let sent = 0;
		const ended = gate();
		const chunk = Buffer.alloc(65_536);
		const url = await serve(t, (_, response) => {
			response.on('close', ended.open);
			const more = () => {
				while (!response.destroyed && sent < 10_000_000_000) {
					sent += chunk.length;
					if (!response.write(chunk)) {
						response.once('drain', more);
						return;
					}
				}
			};
			more();
		});
		const before = process.memoryUsage().rss;
		const error = await rejection(requesterFor(t).request(ask(url)));
		assert.equal(error.failure, 'too big');
		await ended.opened;
		assert.ok(sent < 20_000_000, `${sent} bytes were sent`);
		assert.ok(process.memoryUsage().rss - before < 60_000_000);
	});

	test('a stated length over the limit is enough', async t => {
		const ended = gate();
		const url = await serve(t, (_, response) => {
			response.on('close', ended.open);
			response.writeHead(200, {'content-length': '10000000000'}).write('x');
		});
		const error = await rejection(requesterFor(t).request(ask(url)));
		assert.match(error.message, /is over 1 MB/);
		await ended.opened;
	});

	test('a body at the limit is read, one byte more is not', async t => {
		const url = await serve(t, (request, response) =>
			response.end(Buffer.alloc(Number(request.url?.slice(1)))),
		);
		const requester = requesterFor(t, {maxBodyBytes: 1000});
		assert.equal((await requester.request(ask(`${url}/1000`))).body.length, 1000);
		assert.equal((await rejection(requester.request(ask(`${url}/1001`)))).failure, 'too big');
	});

	test('an endless page of an error does not hide the error', async t => {
		const url = await serve(t, (_, response) => {
			response.writeHead(429, {'retry-after': '60'});
			const more = () => {
				while (!response.destroyed && response.write(Buffer.alloc(65_536))) {}
				response.once('drain', more);
			};
			more();
		});
		const answer = await requesterFor(t).request(ask(url));
		assert.equal(answer.status, 429);
		assert.equal(answer.headers['retry-after'], '60');
	});
});

suite('time', () => {
	test('a host that says nothing is given up', async t => {
		const url = await serve(t, () => {});
		const error = await rejection(requesterFor(t, {timeoutMs: 100}).request(ask(url)));
		assert.equal(error.failure, 'timeout');
		assert.equal(error.message, `${new URL(url).host} did not answer within 100 ms`);
	});

	test('a slow drip counts as one answer', async t => {
		const url = await serve(t, (_, response) => {
			const drip = setInterval(() => response.write('<'), 5);
			response.on('close', () => clearInterval(drip));
		});
		const error = await rejection(requesterFor(t, {timeoutMs: 150}).request(ask(url)));
		assert.equal(error.failure, 'timeout');
	});

	test('redirects do not buy more time', async t => {
		const url = await serve(t, (request, response) => {
			const hop = Number(request.url?.slice(1));
			setTimeout(() => response.writeHead(302, {location: `/${hop + 1}`}).end(), 60);
		});
		const error = await rejection(requesterFor(t, {timeoutMs: 150}).request(ask(`${url}/0`)));
		assert.equal(error.failure, 'timeout');
	});

	test('time spent waiting for a turn does not count', async t => {
		const url = await serve(t, (_, response) => {
			setTimeout(() => response.end('x'), 120);
		});
		const requester = requesterFor(t, {timeoutMs: 400});
		const answers = await Promise.all([1, 2, 3, 4].map(() => requester.request(ask(url))));
		assert.deepEqual(
			answers.map(answer => answer.status),
			[200, 200, 200, 200],
		);
	});

	test('a connection that is never made is given up and does not hold its host', async t => {
		let tries = 0;
		const url = await serve(t, (_, response) => response.end('up again'));
		const {port} = new URL(url);
		const requester = requesterFor(t, {
			timeoutMs: 150,
			lookup: ((_name: string, _options: unknown, callback: (...found: unknown[]) => void) => {
				tries += 1;
				if (tries > 1) {
					callback(null, [{address: '127.0.0.2', family: 4}]);
				}
			}) as never,
		});
		const error = await rejection(requester.request(ask(`http://news.example:${port}/`)));
		assert.equal(error.message, `news.example:${port} did not answer within 150 ms`);
		const again = await rejection(requester.request(ask(`http://news.example:${port}/`)));
		// The server listens on 127.0.0.1 alone: what counts is that the second try got as far as being refused.
		assert.equal(again.message, `news.example:${port}: connection refused`);
	});
});

suite('stopping', () => {
	test('one that waits for its turn stops at once, and is never sent', async t => {
		const asked: string[] = [];
		const arrived = gate();
		const url = await serve(t, request => {
			asked.push(request.url ?? '');
			arrived.open();
		});
		const requester = requesterFor(t);
		const first = rejection(requester.request(ask(`${url}/first`)));
		await arrived.opened;
		const stop = new AbortController();
		const second = rejection(requester.request(ask(`${url}/second`), {signal: stop.signal}));
		stop.abort();
		assert.equal((await second).failure, 'stopped');
		assert.deepEqual(asked, ['/first']);
		await requester.close();
		assert.equal((await first).failure, 'stopped');
	});

	test('one under way stops in its headers and in its body', async t => {
		const arrived = gate();
		const url = await serve(t, (request, response) => {
			if (request.url === '/body') {
				response.write('x');
			}
			arrived.open();
		});
		const requester = requesterFor(t);
		for (const path of ['/headers', '/body']) {
			const stop = new AbortController();
			const asking = rejection(requester.request(ask(url + path), {signal: stop.signal}));
			await arrived.opened;
			stop.abort();
			assert.equal((await asking).failure, 'stopped');
		}
	});

	test('a signal that was given already', async t => {
		const error = await rejection(
			requesterFor(t).request(ask('http://127.0.0.1:1/'), {signal: AbortSignal.abort()}),
		);
		assert.equal(error.failure, 'stopped');
	});

	test('a signal that lasts keeps nothing of the requests made under it', async t => {
		const url = await serve(t, (_, response) => response.end('x'));
		const requester = requesterFor(t);
		const {signal} = new AbortController();
		let listeners = 0;
		const add = signal.addEventListener.bind(signal);
		const remove = signal.removeEventListener.bind(signal);
		signal.addEventListener = ((...given: Parameters<typeof add>) => {
			listeners += 1;
			add(...given);
		}) as typeof add;
		signal.removeEventListener = ((...given: Parameters<typeof remove>) => {
			listeners -= 1;
			remove(...given);
		}) as typeof remove;
		await requester.request(ask(url), {signal});
		assert.equal(listeners, 0);
	});
});

suite('turns', () => {
	test('one at a time for each host, so many in all', async t => {
		let most = 0;
		const under = new Map<string, number>();
		const handle: Parameters<typeof serve>[1] = (request, response) => {
			const host = request.headers.host ?? '';
			under.set(host, (under.get(host) ?? 0) + 1);
			assert.equal(under.get(host), 1);
			most = Math.max(
				most,
				[...under.values()].reduce((sum, count) => sum + count, 0),
			);
			setTimeout(() => {
				under.set(host, 0);
				response.end('x');
			}, 10);
		};
		const urls = await Promise.all([1, 2, 3, 4, 5].map(() => serve(t, handle)));
		const requester = requesterFor(t, {concurrency: 3});
		await Promise.all([...urls, ...urls, ...urls].map(url => requester.request(ask(url))));
		assert.equal(most, 3);
	});

	test('a host that hangs holds up no other', async t => {
		const hanging = await serve(t, () => {});
		const good = await serve(t, (_, response) => response.end('x'));
		const requester = requesterFor(t, {concurrency: 2, timeoutMs: 2000});
		const stop = new AbortController();
		const stuck = [1, 2, 3].map(() => rejection(requester.request(ask(hanging), {signal: stop.signal})));
		assert.equal((await requester.request(ask(good))).status, 200);
		stop.abort();
		await Promise.all(stuck);
	});
});

suite('what goes wrong has a sentence', () => {
	const raw: [title: string, answer: string, failure: string, sentence: RegExp][] = [
		['not HTTP at all', 'SSH-2.0-OpenSSH_9.6\r\n', 'broken', /: its answer is not HTTP$/],
		[
			'a header without end',
			`HTTP/1.1 200 OK\r\nx: ${'y'.repeat(100_000)}`,
			'broken',
			/: its headers are too long$/,
		],
		[
			'headers alone',
			'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n',
			'broken',
			/broke off the connection$/,
		],
		['nothing', '', 'broken', /broke off the connection$/],
	];
	for (const [title, answer, failure, sentence] of raw) {
		test(title, async t => {
			const url = await serveRaw(t, socket => socket.once('data', () => socket.end(answer, 'latin1')));
			const error = await rejection(requesterFor(t).request(ask(url)));
			assert.match(error.message, sentence);
			assert.equal(error.failure, failure);
		});
	}

	const cut: [title: string, head: string, body: Uint8Array][] = [
		['a body shorter than stated', 'content-length: 1000', Buffer.from('<rss><item>36 killed</item>')],
		[
			'a chunked body cut off',
			'transfer-encoding: chunked',
			Buffer.from('64\r\n<rss><item>36 killed</item>'),
		],
		[
			'chunks that are none',
			'transfer-encoding: chunked',
			Buffer.from('1b\r\n<rss><item>36 killed</item>\r\nzz'),
		],
		[
			'half of a gzip body',
			'content-encoding: gzip\r\ncontent-length: 1000',
			gzipSync(`<rss><item>36 killed</item>${'.'.repeat(5000)}`).subarray(0, -12),
		],
	];
	for (const [title, head, body] of cut) {
		test(`${title}: what came is the body`, async t => {
			const url = await serveRaw(t, socket =>
				socket.once('data', () => {
					socket.write(`HTTP/1.1 200 OK\r\n${head}\r\n\r\n`);
					socket.end(body);
				}),
			);
			const answer = await requesterFor(t).request(ask(url));
			assert.equal(answer.isCut, true);
			assert.match(text(answer.body), /^<rss><item>36 killed<\/item>/);
		});
	}

	test('a reset', async t => {
		const url = await serveRaw(t, socket => socket.once('data', () => socket.resetAndDestroy()));
		const error = await rejection(requesterFor(t).request(ask(url)));
		assert.equal(error.message, `${new URL(url).host} broke off the connection`);
	});

	test('nobody listens', async t => {
		const error = await rejection(requesterFor(t).request(ask('http://127.0.0.1:1/')));
		assert.equal(error.message, '127.0.0.1:1: connection refused');
	});

	test('https where http is spoken', async t => {
		const url = await serve(t, (_, response) => response.end('x'));
		const error = await rejection(requesterFor(t).request(ask(url.replace('http:', 'https:'))));
		assert.equal(error.message, `${new URL(url).host} does not speak HTTPS properly; is the address right?`);
	});

	const codes: [code: string, sentence: string][] = [
		['ENOTFOUND', 'news.example: no such host'],
		['EAI_AGAIN', 'news.example: the name could not be looked up; is the network down?'],
		['ECONNREFUSED', 'news.example: connection refused'],
		['ENETUNREACH', 'news.example cannot be reached from here'],
		['CERT_HAS_EXPIRED', 'news.example: its certificate has expired'],
		['ERR_TLS_CERT_ALTNAME_INVALID', 'news.example: its certificate is for another host'],
		['DEPTH_ZERO_SELF_SIGNED_CERT', 'news.example: its certificate is signed by nobody known here'],
		['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'news.example: its certificate cannot be checked'],
		['UND_ERR_CONNECT_TIMEOUT', 'news.example did not answer in time'],
		['ERR_SSL_WRONG_VERSION_NUMBER', 'news.example does not speak HTTPS properly; is the address right?'],
		['SOMETHING_NEW', 'news.example: the request failed'],
	];
	for (const [code, sentence] of codes) {
		test(`${code}: ${sentence}`, async t => {
			const agent = new MockAgent();
			agent.disableNetConnect();
			const fault = Object.assign(new Error('inner'), {code});
			agent
				.get('https://news.example')
				.intercept({path: '/rss'})
				.replyWithError(Object.assign(new AggregateError([fault], 'outer'), {}));
			const error = await rejection(
				requesterFor(t, {dispatcher: agent}).request(ask('https://news.example/rss')),
			);
			assert.equal(error.message, sentence);
		});
	}

	for (const address of ['ftp://news.example/', 'file:///etc/passwd', 'news.example', '', 'http://']) {
		test(`“${address}” is no address of the web`, async t => {
			const error = await rejection(requesterFor(t).request(ask(address)));
			assert.equal(error.failure, 'address');
			assert.match(error.message, /is not an http or https address$/);
		});
	}
});

suite('a proxy', () => {
	const environment = async (t: Parameters<typeof serve>[0], values: Record<string, string>) => {
		const names = ['http_proxy', 'https_proxy', 'no_proxy', 'HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY'];
		const before = names.map(name => [name, process.env[name]] as const);
		t.after(() => {
			for (const [name, value] of before) {
				delete process.env[name];
				if (value !== undefined) {
					process.env[name] = value;
				}
			}
		});
		for (const name of names) {
			delete process.env[name];
		}
		Object.assign(process.env, values);
	};

	test('is asked for what is elsewhere, and not for what is on this machine', async t => {
		const proxied: string[] = [];
		const proxy = await serve(t, (request, response) => {
			proxied.push(request.url ?? '');
			response.end('by proxy');
		});
		const here = await serve(t, (_, response) => response.end('direct'));
		await environment(t, {HTTP_PROXY: proxy, NO_PROXY: 'other.example'});
		const requester = requesterFor(t, {usesProxy: true, lookup: (() => assert.fail('looked up')) as never});
		assert.equal(text((await requester.request(ask('http://news.example/rss'))).body), 'by proxy');
		assert.equal(text((await requester.request(ask(here))).body), 'direct');
		assert.deepEqual(proxied, ['http://news.example/rss']);
	});

	test('does not take anybody further inside either', async t => {
		const proxy = await serve(t, (_, response) =>
			response.writeHead(302, {location: 'http://192.168.1.1/'}).end(),
		);
		await environment(t, {HTTP_PROXY: proxy});
		const error = await rejection(requesterFor(t, {usesProxy: true}).request(ask('http://news.example/')));
		assert.equal(error.failure, 'private');
	});

	test('that is down', async t => {
		await environment(t, {HTTP_PROXY: 'http://127.0.0.1:1'});
		const error = await rejection(requesterFor(t, {usesProxy: true}).request(ask('http://news.example/')));
		assert.equal(error.message, 'news.example: the proxy cannot be reached, or does not connect');
	});

	test('that refuses to connect', async t => {
		const proxy = await serveRaw(t, socket =>
			socket.once('data', () => socket.end('HTTP/1.1 403 No\r\n\r\n')),
		);
		await environment(t, {HTTPS_PROXY: proxy});
		const error = await rejection(requesterFor(t, {usesProxy: true}).request(ask('https://news.example/')));
		assert.equal(error.message, 'news.example: the proxy cannot be reached, or does not connect');
	});

	test('whose address is none', async t => {
		await environment(t, {HTTP_PROXY: 'nonsense'});
		const error = await rejection(requesterFor(t, {usesProxy: true}).request(ask('http://news.example/')));
		assert.equal(error.message, 'the proxy that the environment names is not an address');
	});
});
