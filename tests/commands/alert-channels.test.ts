import assert from 'node:assert/strict';
import {chmodSync, existsSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {after, test} from 'node:test';
import type {Alert} from '../../source/alerts/alert.ts';
import {commandChannel, isProgram} from '../../source/commands/alert-command.ts';
import {webhookChannel} from '../../source/commands/alert-webhook.ts';
import {type Channel, createOutbox} from '../../source/commands/outbox.ts';
import {createRequester} from '../../source/polling/request.ts';
import {folder, serve} from './command.ts';

const home = folder();
const running = new AbortController();
const {signal} = running;

/** A program of these lines, for `sh`. */
function program(name: string, ...lines: readonly string[]): string {
	const file = path.join(home, name);
	writeFileSync(file, `#!/bin/sh\n${lines.join('\n')}\n`);
	chmodSync(file, 0o755);
	return file;
}
const environment = {
	PATH: process.env.PATH,
	TRUCEWATCH_ALERT_TOKEN: 'secret',
	TRUCEWATCH_READER_KEY: 'secret',
	DESK: 'night',
};
const command = (words: readonly [string, ...string[]], timeoutMs = 5000): Channel =>
	commandChannel(words, environment, timeoutMs);

test('a command gets the message on its input, and each word as it is', async () => {
	const out = path.join(home, 'out');
	const file = program('tell', `printf '%s|' "$@" > ${out}`, `cat >> ${out}`, `env > ${out}.env`);
	const message = `{"title":"'; touch ${home}/pwned; $(touch ${home}/pwned) \\"x\\" \`id\`"}\n`;
	assert.equal(await command([file, '$(touch x)', 'a b', '*']).deliver(message, signal), null);
	assert.equal(readFileSync(out, 'utf8'), `$(touch x)|a b|*|${message}`);
	assert.ok(!existsSync(path.join(home, 'pwned')));
	const passed = readFileSync(`${out}.env`, 'utf8');
	assert.match(passed, /^DESK=night$/m);
	assert.doesNotMatch(passed, /secret/);
});

test('a command that fails is a sentence, with what it said', async () => {
	const file = program('fails', "printf 'no \\033[31mroute\\n' >&2", 'exit 3');
	assert.equal(await command([file]).deliver('{}', signal), 'ended with 3: no route');
	assert.match((await command([path.join(home, 'nothing')]).deliver('{}', signal)) ?? '', /ENOENT/);
});

test('one that does not read its input, or leaves another behind, has done its work', async () => {
	const file = program('deaf', 'sleep 30 &', 'exit 0');
	assert.equal(await command([file]).deliver('x'.repeat(1_000_000), signal), null);
});

test('one that hangs is killed with all that it has started', async () => {
	const mark = path.join(home, 'child');
	const file = program('hangs', `sh -c 'echo $$ > ${mark}; sleep 30' &`, 'wait');
	assert.equal(await command([file], 1000).deliver('{}', signal), 'killed after 1 s');
	const child = Number(readFileSync(mark, 'utf8'));
	// It is gone, or a dead one that nobody has waited for yet.
	const isAlive = () => {
		try {
			return !/\) [ZX]/.test(readFileSync(`/proc/${child}/stat`, 'utf8'));
		} catch {
			return false;
		}
	};
	for (const began = performance.now(); isAlive() && performance.now() - began < 5000; )
		await new Promise(resolve => setImmediate(resolve));
	assert.ok(!isAlive());
});

test('a program is found by its path or in PATH', () => {
	const file = program('there');
	const plain = path.join(home, 'plain');
	writeFileSync(plain, '');
	assert.deepEqual(
		[file, 'sh', plain, path.join(home, 'nothing'), 'no-such-program-here', home].map(name =>
			isProgram(name, environment),
		),
		[true, true, false, false, false, false],
	);
});

type Request = {readonly body: string; readonly headers: Record<string, unknown>};

/** A webhook that answers so, one after the other, the last for ever. */
async function webhook(...answers: readonly (number | 'hang' | 'redirect')[]) {
	const requests: Request[] = [];
	const url = await serve((request, response) => {
		let body = '';
		request.on('data', chunk => {
			body += chunk;
		});
		request.on('end', () => {
			requests.push({body, headers: {...request.headers, method: request.method, url: request.url}});
			const answer = answers[Math.min(requests.length, answers.length) - 1];
			if (answer === 'hang') return;
			if (answer === 'redirect') response.writeHead(307, {location: '/elsewhere'}).end();
			else response.writeHead(answer!).end('x'.repeat(answer === 201 ? 200_000 : 10));
		});
	});
	return {url: `${url}/hook?key=secret-path`, requests};
}

const requester = createRequester({timeoutMs: 300, maxBodyBytes: 65_536, concurrency: 1, userAgent: 'test'});
after(() => requester.close());

const outcomes: readonly (readonly [
	string,
	readonly (number | 'hang' | 'redirect')[],
	RegExp | null,
	readonly number[],
])[] = [
	['200', [200], null, []],
	['201 with a body that nobody needs', [201], null, []],
	['500, then 200', [500, 200], null, [1000]],
	['429 for ever', [429], /^answered 429$/, [1000, 5000, 30_000]],
	['404', [404], /^answered 404$/, []],
	['a redirect', ['redirect'], /^redirects \(307\), which is not followed/, []],
	['no answer, then 204', ['hang', 204], null, [1000]],
];
for (const [title, answers, expected, waits] of outcomes)
	test(`a webhook that answers ${title}`, async () => {
		const {url, requests} = await webhook(...answers);
		const waited: number[] = [];
		const channel = webhookChannel({
			requester,
			url,
			token: 'abc',
			wait: async ms => void waited.push(ms),
		});
		const reason = await channel.deliver('{"version":1}\n', signal);
		if (expected === null) assert.equal(reason, null);
		else assert.match(reason ?? '', expected);
		assert.deepEqual(waited, waits);
		assert.equal(requests.length, waits.length + 1);
		for (const {body, headers} of requests) {
			assert.equal(body, '{"version":1}\n');
			assert.equal(headers.method, 'POST');
			assert.equal(headers.url, '/hook?key=secret-path');
			assert.equal(headers.authorization, 'Bearer abc');
			assert.equal(headers['content-type'], 'application/json');
		}
		assert.doesNotMatch(`${channel.name} ${reason}`, /secret-path|abc/);
	});

test('a webhook that is not there is a sentence, and stopping does not wait', async () => {
	const stopping = new AbortController();
	const channel = webhookChannel({
		requester,
		url: 'http://127.0.0.1:1/',
		token: null,
		wait: async () => stopping.abort(),
	});
	assert.equal(
		await channel.deliver('{}', stopping.signal),
		'127.0.0.1:1 refused'.replace('127.0.0.1:1 refused', 'connection refused'),
	);
});

const alert = (rule: string, at: number): Alert => ({
	rule,
	told: [
		{
			kind: 'toll',
			text: `number ${at}`,
			at,
			fact: null,
			evidence: {
				sentence: null,
				start: null,
				end: null,
				outlet: null,
				source: null,
				url: null,
				title: null,
				publishedAt: null,
				firstSeenAt: null,
			},
		},
	],
	count: 1,
	keys: [`${at}`],
});

test('an outbox sends one at a time; what waits of one rule becomes one; failures are told as they come', async () => {
	const sent: string[] = [];
	const delivered: string[] = [];
	const told: (string | null)[] = [];
	const doors: ((reason: string | null) => void)[] = [];
	const outbox = createOutbox(
		{
			name: 'test',
			deliver: message => {
				sent.push(message);
				return new Promise(resolve => doors.push(resolve));
			},
		},
		{print: ({rule, count}) => ({rule, count}), onFailure: reason => void told.push(reason)},
	);
	const open = async (reason: string | null) => {
		doors.at(-1)!(reason);
		await new Promise(resolve => setImmediate(resolve));
	};
	for (const at of [1, 2, 3]) outbox.send(alert('toll', at), () => delivered.push(`${at}`));
	outbox.send(alert('claim', 4), () => delivered.push('4'));
	assert.equal(sent.length, 1);
	await open('broken');
	await open(null);
	await open(null);
	assert.deepEqual(sent, [
		'{"rule":"toll","count":1}\n',
		'{"rule":"toll","count":2}\n',
		'{"rule":"claim","count":1}\n',
	]);
	assert.deepEqual(delivered, ['2', '3', '4']);
	assert.deepEqual(told, ['broken', null]);
	// What has not got through is for the next run.
	assert.ok(!outbox.isDone());
});
