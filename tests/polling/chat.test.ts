import assert from 'node:assert/strict';
import type {IncomingMessage, ServerResponse} from 'node:http';
import {suite, type TestContext, test} from 'node:test';
import {createChat} from '../../source/polling/chat.ts';
import {rejection, requesterFor, serve, serveRaw} from './server.ts';

const key = 'sk-0123456789';

function chatAt(t: TestContext, url: string, {timeoutMs = 2000, maxBodyBytes = 65_536, withKey = true} = {}) {
	const requester = requesterFor(t, {timeoutMs, maxBodyBytes, concurrency: 1});
	return createChat({requester, url, key: withKey ? key : null, timeoutMs, clock: Date.now});
}

async function bodyOf(request: IncomingMessage): Promise<string> {
	let body = '';
	for await (const chunk of request) body += chunk;
	return body;
}

suite('what is sent', () => {
	test('one POST with the body, and the key where there is one', async t => {
		const sent: unknown[] = [];
		const url = await serve(t, async (request, response) => {
			const {authorization, 'content-type': type} = request.headers;
			sent.push([request.method, request.url, authorization, type, await bodyOf(request)]);
			response.end('{"choices": []}');
		});
		const reply = await chatAt(t, `${url}/v1/chat/completions`).ask(['{"a":"Ж"}', 'second']);
		assert.deepEqual(reply, {ok: true, text: '{"choices": []}'});
		await chatAt(t, `${url}/v1/chat/completions`, {withKey: false}).ask(['{}']);
		assert.deepEqual(sent, [
			['POST', '/v1/chat/completions', `Bearer ${key}`, 'application/json', '{"a":"Ж"}'],
			['POST', '/v1/chat/completions', undefined, 'application/json', '{}'],
		]);
	});

	test('another form where one is not accepted, and that one from then on', async t => {
		const sent: string[] = [];
		const url = await serve(t, async (request, response) => {
			const body = await bodyOf(request);
			sent.push(body);
			response.writeHead(body.startsWith('schema') ? 400 : 200).end('{}');
		});
		const chat = chatAt(t, url);
		assert.equal((await chat.ask(['schema 1', 'object 1'])).ok, true);
		assert.equal((await chat.ask(['schema 2', 'object 2'])).ok, true);
		assert.deepEqual(sent, ['schema 1', 'object 1', 'object 2']);
	});

	test('nothing to where a redirect leads', async t => {
		let asked = 0;
		const other = await serve(t, (_, response) => {
			asked++;
			response.end('{}');
		});
		for (const status of [301, 302, 303, 307, 308]) {
			const url = await serve(t, (_, response) => response.writeHead(status, {location: other}).end());
			const reply = await chatAt(t, url).ask(['{}']);
			assert.match(reply.ok ? '' : reply.reason, /redirects \(30\d\), which is not followed here/);
		}
		assert.equal(asked, 0);
	});
});

type Handle = (request: IncomingMessage, response: ServerResponse) => void;

suite('a model that fails is a reply', () => {
	const cases: [title: string, handle: Handle, reason: RegExp, isOfThisOne: boolean][] = [
		[
			'500',
			(_, response) => response.writeHead(500).end('oops'),
			/reports a fault on its own side \(500\)/,
			false,
		],
		[
			'401 that repeats the key',
			(_, response) => response.writeHead(401).end(`{"error": {"message": "Incorrect key ${key}"}}`),
			/wants a key or a password: “Incorrect key …” \(401\)/,
			false,
		],
		['429', (_, response) => response.writeHead(429, {'retry-after': '60'}).end(), /asked too often/, false],
		['every form refused', (_, response) => response.writeHead(400).end(), /does not accept/, false],
		['silence', () => {}, /did not answer within 300 ms/, true],
		[
			'an answer that drips',
			(_, response) => {
				const timer = setInterval(() => response.write(' '), 20);
				response.on('close', () => clearInterval(timer));
			},
			/did not answer within 300 ms/,
			true,
		],
		[
			'too slow over both forms together',
			(_, response) => void setTimeout(() => response.writeHead(400).end(), 200),
			/did not answer within 300 ms/,
			true,
		],
		['an answer without end', (_, response) => response.end('x'.repeat(100_000)), /is over 64 KB/, true],
		[
			'a connection closed in the middle',
			(_, response) => {
				response.writeHead(200, {'content-length': '1000'}).write('{"choices": [');
				setTimeout(() => response.destroy(), 20);
			},
			/broke off/,
			true,
		],
		['204', (_, response) => response.writeHead(204).end(), /answered with nothing/, true],
	];
	for (const [title, handle, reason, isOfThisOne] of cases) {
		test(title, async t => {
			const url = await serve(t, handle);
			const reply = await chatAt(t, url, {timeoutMs: 300}).ask(['{}', '{}']);
			assert.equal(reply.ok, false);
			assert.match(reply.ok ? '' : reply.reason, reason);
			assert.equal(reply.ok || reply.isOfThisOne, isOfThisOne);
		});
	}

	for (const status of [400, 413, 422]) {
		test(`${status} is of one request where others of its form were accepted`, async t => {
			const url = await serve(t, async (request, response) => {
				const body = await bodyOf(request);
				response.writeHead(body.includes('long') ? status : 200).end('{}');
			});
			const chat = chatAt(t, url);
			const isOfOne = async (...forms: string[]) => {
				const reply = await chat.ask(forms);
				return reply.ok ? null : reply.isOfThisOne;
			};
			assert.deepEqual(
				[
					await isOfOne('schema, long', 'object, long'),
					await isOfOne('schema', 'object'),
					await isOfOne('schema, long', 'object, long'),
					await isOfOne('schema', 'object'),
				],
				[false, null, true, null],
			);
		});
	}

	test('401 is never of one request', async t => {
		let asked = 0;
		const url = await serve(t, (_, response) => response.writeHead(asked++ === 0 ? 200 : 401).end('{}'));
		const chat = chatAt(t, url);
		assert.equal((await chat.ask(['{}'])).ok, true);
		const reply = await chat.ask(['{}']);
		assert.equal(reply.ok || reply.isOfThisOne, false);
	});

	test('no HTTP, and nobody there', async t => {
		const url = await serveRaw(t, socket => socket.end('hello'));
		assert.equal((await chatAt(t, url).ask(['{}'])).ok, false);
		const reply = await chatAt(t, 'http://127.0.0.1:1/').ask(['{}']);
		assert.match(reply.ok ? '' : reply.reason, /connection refused/);
	});

	test('when it asks to be asked again is told', async t => {
		const url = await serve(t, (_, response) => response.writeHead(429, {'retry-after': '60'}).end());
		const reply = await chatAt(t, url).ask(['{}']);
		const waitMs = (reply.ok ? 0 : (reply.notBeforeAt ?? 0)) - Date.now();
		assert.ok(waitMs > 50_000 && waitMs <= 60_000);
	});
});

test('a signal ends it at once', async t => {
	const url = await serve(t, () => {});
	const stopping = new AbortController();
	const asked = chatAt(t, url).ask(['{}'], stopping.signal);
	setTimeout(() => stopping.abort(), 30);
	assert.equal((await rejection(asked)).failure, 'stopped');
});
