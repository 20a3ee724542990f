import assert from 'node:assert/strict';
import {mkdtemp, rm, utimes, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {suite, test} from 'node:test';
import {poll, type Try} from '../../source/polling/poll.ts';
import type {Answered, Asking} from '../../source/polling/request.ts';
import {RequestError} from '../../source/polling/request-error.ts';
import type {Ask, Source, SourceMemory} from '../../source/sources/source.ts';
import {kinds, memoryOf, sourceOf} from './sources.ts';

const now = Date.UTC(2022, 8, 16, 8, 13);
const minuteMs = 60_000;

type Reply = {
	status?: number;
	headers?: Record<string, string>;
	body?: string;
	url?: string;
	permanentUrl?: string;
	isCut?: boolean;
};

/** A network that answers each address as told, in order where there are several, and what it was asked. */
function network(answers: Record<string, Reply | Error | (Reply | Error)[]>) {
	const asked: (Ask & Pick<Asking, 'from'>)[] = [];
	const left = Object.fromEntries(Object.entries(answers).map(([url, reply]) => [url, [reply].flat()]));
	return {
		asked,
		async request(ask: Ask, {from}: Asking = {}): Promise<Answered> {
			asked.push({...ask, from});
			const reply = left[ask.url]?.shift() ?? {status: 404};
			if (reply instanceof Error) {
				throw reply;
			}
			const {
				status = 200,
				headers = {},
				body = '',
				url = ask.url,
				permanentUrl = null,
				isCut = false,
			} = reply;
			return {status, headers, body: Buffer.from(body), url, permanentUrl, isCut};
		},
	};
}

const feedUrl = 'https://news.example/rss';

async function tried(
	answers: Parameters<typeof network>[0],
	memory: Partial<SourceMemory> | null = null,
	source: Partial<Source> = {},
) {
	const requester = network(answers);
	const outcome = await poll({
		source: sourceOf(source),
		memory: memory && memoryOf(memory),
		kinds,
		requester,
		clock: () => now,
		pace: {everyMs: 5 * minuteMs, leastMs: 1000, random: () => 0.5},
		maxBodyBytes: 1000,
	});
	return {
		outcome,
		asked: requester.asked,
		next: outcome.memory.nextPollAt && (outcome.memory.nextPollAt - now) / minuteMs,
	};
}

suite('an answer that is read', () => {
	test('gives items, and what the next try needs to know', async () => {
		const headers = {etag: 'W/"1"', 'last-modified': 'Fri, 16 Sep 2022 8:00:00 GMT'};
		const {outcome, asked, next} = await tried({[feedUrl]: {body: 'items a b', headers}});
		assert.equal(outcome.ok && outcome.items.map(item => item.identity).join(), 'a,b');
		assert.deepEqual(outcome.memory, {
			...memoryOf({state: 'ok', lastAskedAt: now, lastAnswerAt: now}),
			nextPollAt: now + 5 * minuteMs,
			etag: 'W/"1"',
			lastModified: 'Fri, 16 Sep 2022 8:00:00 GMT',
			validatorsUrl: feedUrl,
			awaySince: null,
			lostAt: null,
			notBeforeAt: null,
			freshMs: null,
		});
		assert.equal(next, 5);
		assert.deepEqual(asked, [{url: feedUrl, headers: {accept: 'text/xml'}, from: undefined}]);
	});

	test('ends a row of failures', async () => {
		const {outcome} = await tried(
			{[feedUrl]: {body: 'items a'}},
			{state: 'failing', reason: 'x', failures: 7, notBeforeAt: now - 1, lastNewAt: 5},
		);
		assert.equal(outcome.memory.failures, 0);
		assert.equal(outcome.memory.reason, null);
		assert.equal(outcome.memory.notBeforeAt, null);
		assert.equal(outcome.memory.lastNewAt, 5);
	});

	test('says how long it stays fresh, in one way or another', async () => {
		const headers = {'cache-control': 'max-age=600'};
		assert.equal((await tried({[feedUrl]: {body: 'ttl 1200000', headers}})).next, 20);
		assert.equal((await tried({[feedUrl]: {body: 'ttl 0', headers}})).next, 10);
		assert.equal(
			(await tried({[feedUrl]: {body: 'ttl 1200000', headers}}, null, {everyMs: minuteMs})).next,
			1,
		);
	});

	test('half a feed of which nobody said how long it is: it is asked for whole again', async () => {
		const headers = {etag: '"1"'};
		const cut = await tried({[feedUrl]: {body: 'cut a', headers}});
		assert.equal(cut.outcome.ok && cut.outcome.notes.join(), 'the feed is cut off');
		assert.equal(cut.outcome.memory.reason, 'the feed is cut off');
		assert.equal(cut.outcome.memory.etag, null);
		const whole = await tried({[feedUrl]: {body: 'cut a', headers: {...headers, 'content-length': '5'}}});
		assert.equal(whole.outcome.memory.etag, '"1"');
	});

	test('an answer that broke off is read as far as it goes, and asked for whole again', async () => {
		const headers = {etag: '"1"', 'content-length': '500'};
		const {outcome} = await tried({[feedUrl]: {body: 'items a', headers, isCut: true}});
		assert.equal(outcome.ok && outcome.items.length, 1);
		assert.deepEqual(outcome.ok && outcome.notes, ['the connection broke off before the end of the answer']);
		assert.equal(outcome.memory.etag, null);
	});

	test('validators that could not be sent back are not kept', async () => {
		const {outcome} = await tried({
			[feedUrl]: {body: 'items', headers: {etag: '"1"\r\nx: y', 'last-modified': 'x'.repeat(2000)}},
		});
		assert.equal(outcome.memory.etag, null);
		assert.equal(outcome.memory.lastModified, null);
	});
});

suite('conditional requests', () => {
	const known = {
		etag: 'W/"1"',
		lastModified: 'Fri, 16 Sep 2022 8:00:00 GMT',
		validatorsUrl: feedUrl,
		state: 'ok',
		lastAnswerAt: 1,
	} as const;

	test('what is remembered is sent, and “not modified” keeps it', async () => {
		const {outcome, asked} = await tried({[feedUrl]: {status: 304}}, {...known, freshMs: 600_000});
		assert.deepEqual(asked[0]?.headers, {
			accept: 'text/xml',
			'if-none-match': 'W/"1"',
			'if-modified-since': 'Fri, 16 Sep 2022 8:00:00 GMT',
		});
		assert.equal(outcome.state, 'unchanged');
		assert.equal(outcome.memory.etag, 'W/"1"');
		assert.equal(outcome.memory.lastAnswerAt, now);
		assert.equal(outcome.memory.nextPollAt, now + 10 * minuteMs);
	});

	test('“not modified” from another address than the one that gave the validators says nothing', async () => {
		const other = 'https://other.example/rss';
		const {outcome, asked} = await tried(
			{
				[feedUrl]: [
					{status: 304, url: other},
					{body: 'items a', url: other, headers: {etag: '"2"'}},
				],
			},
			known,
		);
		assert.equal(outcome.state, 'ok');
		assert.deepEqual(asked[1]?.headers, {accept: 'text/xml'});
		assert.equal(outcome.memory.etag, '"2"');
		assert.equal(outcome.memory.validatorsUrl, other);
	});

	test('“not modified” where nobody asked is a failure', async () => {
		const {outcome} = await tried({[feedUrl]: {status: 304}});
		assert.equal(outcome.ok, false);
	});

	test('an answer that cannot be read forgets them, and nothing else', async () => {
		const {outcome} = await tried(
			{[feedUrl]: {body: 'ads', headers: {etag: '"2"'}}},
			{...known, lastNewAt: 3},
		);
		assert.equal(
			outcome.ok === false && outcome.reason,
			'news.example: rss: expected a feed; it sent something else',
		);
		const {etag, lastModified, lastAnswerAt, lastNewAt} = outcome.memory;
		assert.deepEqual(
			{etag, lastModified, lastAnswerAt, lastNewAt},
			{etag: null, lastModified: null, lastAnswerAt: 1, lastNewAt: 3},
		);
	});

	test('a server that is down does not forget them', async () => {
		const {outcome} = await tried({[feedUrl]: {status: 500}}, known);
		assert.equal(outcome.memory.etag, 'W/"1"');
	});
});

suite('what a status means', () => {
	const page = '<!DOCTYPE html><html><head><title>Access \u001b[31mdenied</title></head></html>';
	const cases: [title: string, reply: Reply, state: string, reason: RegExp, minutes: number | null][] = [
		['401', {status: 401}, 'blocked', /^news\.example wants a key or a password \(401\)$/, 15],
		[
			'403 with a page',
			{status: 403, body: page},
			'blocked',
			/^news\.example refuses us: “Access denied” \(403\)$/,
			15,
		],
		[
			'403 with JSON',
			{status: 403, body: '{"code": 7, "message": "Over \\"quota\\""}'},
			'blocked',
			/refuses us: “Over "quota"” \(403\)$/,
			15,
		],
		[
			'403 with a sentence',
			{status: 403, body: 'Not in your country.'},
			'blocked',
			/: “Not in your country\.” \(403\)$/,
			15,
		],
		[
			'403 that says what 403 says',
			{status: 403, body: '<html><title>403 Forbidden</title>'},
			'blocked',
			/^news\.example refuses us \(403\)$/,
			15,
		],
		[
			'403 with the script of a bot check',
			{status: 403, body: '<html><script src="/cdn-cgi/challenge-platform/x.js">'},
			'blocked',
			/proof that a person/,
			15,
		],
		[
			'200 with that script, as any page of such a host has it',
			{body: '<html><script src="/cdn-cgi/challenge-platform/x.js">'},
			'failing',
			/it sent a page$/,
			5,
		],
		['451', {status: 451}, 'blocked', /by order of the law/, 15],
		['404', {status: 404}, 'failing', /^news\.example has nothing at this address \(404\)$/, 5],
		['410', {status: 410}, 'gone', /^news\.example has removed this for good \(410\)$/, null],
		['400', {status: 400}, 'failing', /does not accept the request \(400\)$/, 15],
		['418', {status: 418}, 'failing', /does not accept the request \(418\)$/, 5],
		[
			'429 with seconds',
			{status: 429, headers: {'retry-after': '3600'}},
			'failing',
			/^news\.example is asked too often \(429\); it asks to wait until 2022-09-16 09:13 UTC$/,
			60,
		],
		['429 without', {status: 429}, 'failing', /^news\.example is asked too often \(429\)$/, 5],
		[
			'503 with a date',
			{status: 503, headers: {'retry-after': 'Sat, 17 Sep 2022 08:13:00 GMT'}},
			'failing',
			/until 2022-09-17 08:13 UTC$/,
			1440,
		],
		['403 with Retry-After', {status: 403, headers: {'retry-after': '86400'}}, 'blocked', /refuses us/, 1440],
		['500', {status: 500}, 'failing', /^news\.example reports a fault on its own side \(500\)$/, 5],
		['521', {status: 521}, 'failing', /cannot reach its own server \(521\)$/, 5],
		['302 to nowhere', {status: 302}, 'failing', /redirects without saying where \(302\)$/, 5],
		[
			'202 with a bot check',
			{status: 202, headers: {'x-amzn-waf-action': 'challenge'}},
			'blocked',
			/asks for proof that a person is reading \(202\)$/,
			15,
		],
		[
			'403 with a bot check',
			{status: 403, headers: {'cf-mitigated': 'challenge'}},
			'blocked',
			/proof that a person/,
			15,
		],
		[
			'200 with a bot check',
			{body: '<!DOCTYPE html><html><head><title>Just a moment...</title>'},
			'blocked',
			/proof that a person/,
			15,
		],
		[
			'503 with a bot check',
			{status: 503, body: '<html><title>DDoS-Guard</title>'},
			'blocked',
			/proof that a person/,
			15,
		],
		[
			'200 with a page',
			{body: page},
			'failing',
			/^news\.example: rss: expected a feed; it sent a page, “Access denied”$/,
			5,
		],
		['200 with nothing', {}, 'failing', /^news\.example answered with nothing at all$/, 5],
		['202 with a feed', {status: 202, body: 'items a'}, 'ok', /^$/, 5],
		['203 with a feed', {status: 203, body: 'items a'}, 'ok', /^$/, 5],
		['200 with an empty feed', {body: 'items'}, 'ok', /^$/, 5],
		['204', {status: 204}, 'unchanged', /^$/, 5],
	];
	for (const [title, reply, state, reason, minutes] of cases) {
		test(`${title}: ${state}`, async () => {
			const {outcome, next} = await tried({[feedUrl]: reply});
			assert.equal(outcome.state, state);
			assert.equal(outcome.memory.state, state);
			assert.match(outcome.ok ? '' : outcome.reason, reason);
			assert.equal(next === null ? null : Math.round(next), minutes);
			assert.equal(outcome.memory.failures, outcome.ok ? 0 : 1);
		});
	}

	test('the words of a refusal are read in their charset, without entities', async () => {
		const body =
			'<html><head><meta charset="windows-1251"><title>\xc7\xe0\xef\xf0\xe5\xf9\xe5\xed\xee &amp; \xe2\xf1\xb8</title>';
		const requester = {
			request: async ({url}: Ask) => ({
				url,
				status: 403,
				headers: {},
				body: Buffer.from(body, 'latin1'),
				permanentUrl: null,
				isCut: false,
			}),
		};
		const pace = {everyMs: minuteMs, leastMs: 1000, random: () => 0.5};
		const outcome = await poll({
			source: sourceOf({}),
			memory: null,
			kinds,
			requester,
			clock: () => now,
			pace,
			maxBodyBytes: 1,
		});
		assert.equal(outcome.ok === false && outcome.reason, 'news.example refuses us: “Запрещено & всё” (403)');
	});

	test('a feed that tells of a bot check is no bot check', async () => {
		const {outcome} = await tried({
			[feedUrl]: {body: '<?xml version="1.0"?><rss><title>Just a moment...</title>'},
		});
		assert.match(outcome.ok ? '' : outcome.reason, /it sent XML$/);
	});

	test('a request that fails says why and waits longer each time', async () => {
		const fault = new RequestError('unreachable', 'news.example: connection refused');
		const {outcome, next} = await tried({[feedUrl]: fault}, {failures: 2, etag: '"1"'});
		assert.equal(outcome.ok === false && outcome.reason, 'news.example: connection refused');
		assert.equal(outcome.memory.failures, 3);
		assert.equal(outcome.memory.etag, '"1"');
		assert.equal(next, 20);
	});

	test('an address that its kind cannot ask', async () => {
		const {outcome} = await tried({}, null, {address: 'https://unaskable.example/'});
		assert.equal(outcome.ok === false && outcome.reason, 'rss: expected an address');
	});

	test('one that was stopped has no outcome', async () => {
		await assert.rejects(tried({[feedUrl]: new RequestError('stopped', 'stopped')}), /stopped/);
	});

	test('a mistake of our own is none of the source', async () => {
		await assert.rejects(tried({[feedUrl]: new TypeError('x is not a function')}), TypeError);
	});
});

suite('where a source has moved', () => {
	const there = 'https://new.example/rss';

	test('for good: remembered once it was read, and asked there next', async () => {
		const first = await tried({[feedUrl]: {body: 'items a', url: there, permanentUrl: there}});
		assert.equal(first.outcome.memory.movedTo, there);
		const second = await tried({[there]: {body: 'items a'}}, first.outcome.memory);
		assert.deepEqual(
			second.asked.map(({url, from}) => [url, from]),
			[[there, feedUrl]],
		);
		assert.equal(second.outcome.memory.movedTo, there);
	});

	test('to what is no feed: not remembered', async () => {
		const {outcome} = await tried({[feedUrl]: {body: 'a parked name', url: there, permanentUrl: there}});
		assert.equal(outcome.memory.movedTo, null);
	});

	for (const [title, reply] of [
		['404', {status: 404}],
		['410', {status: 410}],
		['a page', {body: '<html>'}],
	] as const) {
		test(`${title} at the new address: the first one is asked again, and none is gone`, async () => {
			const {outcome} = await tried({[there]: reply}, {movedTo: there, etag: '"1"'});
			assert.equal(outcome.state, 'failing');
			assert.equal(outcome.memory.movedTo, null);
			assert.equal(outcome.memory.etag, null);
			assert.notEqual(outcome.memory.nextPollAt, null);
		});
	}

	test('a new host that is down is given up at the third failure', async () => {
		const fault = new RequestError('no host', 'new.example: no such host');
		const second = await tried({[there]: fault}, {movedTo: there, etag: '"1"', failures: 1});
		assert.equal(second.outcome.memory.movedTo, there);
		assert.equal(second.outcome.memory.etag, '"1"');
		const third = await tried({[there]: fault}, second.outcome.memory);
		assert.equal(third.outcome.memory.movedTo, null);
		assert.equal(third.outcome.memory.etag, null);
	});
});

suite('a page that tells where its feed is', () => {
	const address = 'https://news.example/';
	const page = {kind: 'page', address} as const;
	const at = (path: string) => `https://news.example/${path}`;

	test('each is tried once, from the page, and the first with items is remembered', async () => {
		const {outcome, asked} = await tried(
			{
				[address]: {body: 'elsewhere /a /b /a /c /d', headers: {etag: '"page"'}},
				[at('b')]: {body: 'items'},
				[at('c')]: {body: 'items x', headers: {etag: '"c"'}},
			},
			null,
			page,
		);
		assert.deepEqual(
			asked.map(({url, from}) => [url, from]),
			[[address, undefined], ...['a', 'b', 'c'].map(path => [at(path), address])],
		);
		assert.equal(outcome.ok && outcome.items.length, 1);
		assert.equal(outcome.memory.movedTo, at('c'));
		assert.equal(outcome.memory.etag, '"c"');
		assert.equal(outcome.memory.validatorsUrl, at('c'));
		assert.deepEqual(outcome.ok && outcome.notes, ['the feed was found at https://news.example/c']);
	});

	test('an empty feed is a feed where there is no other', async () => {
		const {outcome} = await tried(
			{[address]: {body: 'elsewhere /a /b'}, [at('b')]: {body: 'items'}},
			null,
			page,
		);
		assert.equal(outcome.state, 'ok');
		assert.equal(outcome.memory.movedTo, at('b'));
	});

	test('none: it says where it looked, and looks again later', async () => {
		const {outcome} = await tried(
			{
				[address]: {body: 'elsewhere /a https://other.example/b', headers: {etag: '"page"'}},
				[at('a')]: {body: 'elsewhere /c'},
			},
			null,
			page,
		);
		assert.equal(
			outcome.ok === false && outcome.reason,
			'news.example: no feed was found on the page; tried /a, https://other.example/b',
		);
		assert.equal(outcome.memory.movedTo, null);
		assert.equal(outcome.memory.etag, null);
	});

	test('a host that does not answer is not tried for each of them', async () => {
		const fault = new RequestError('timeout', 'news.example did not answer within 20 s');
		const {outcome, asked} = await tried(
			{[address]: {body: 'elsewhere /a /b /c'}, [at('a')]: fault},
			null,
			page,
		);
		assert.equal(asked.length, 2);
		assert.match(outcome.ok ? '' : outcome.reason, /did not answer within 20 s/);
	});

	test('one that asks for time is left in peace at once', async () => {
		const wait = {status: 429, headers: {'retry-after': '7200'}};
		const {asked, next} = await tried({[address]: {body: 'elsewhere /a /b'}, [at('a')]: wait}, null, page);
		assert.equal(asked.length, 2);
		assert.equal(Math.round(next ?? 0), 120);
	});

	test('what is sent with the first request goes to no other site', async () => {
		const {asked} = await tried({[address]: {body: 'elsewhere /a https://other.example/b'}}, null, page);
		assert.deepEqual(
			asked.map(({headers}) => headers),
			[{accept: 'text/xml'}, {accept: 'text/xml'}, {}],
		);
	});

	test('a page that names a thousand feeds is not a thousand requests', async () => {
		const many = Array.from({length: 1000}, (_, index) => `/${index}`).join(' ');
		const {asked, outcome} = await tried({[address]: {body: `elsewhere ${many}`}}, null, page);
		assert.ok(asked.length <= 20);
		assert.ok(!outcome.ok && outcome.reason.length <= 400);
	});

	test('when the feed that was found is a page one day, the page is asked again', async () => {
		const {outcome} = await tried({[at('c')]: {body: 'elsewhere /x'}}, {movedTo: at('c'), etag: '"c"'}, page);
		assert.equal(outcome.memory.movedTo, null);
	});
});

suite('on this machine', () => {
	async function folder(t: {after(call: () => Promise<void>): void}): Promise<string> {
		const made = await mkdtemp(path.join(tmpdir(), 'trucewatch-'));
		t.after(() => rm(made, {recursive: true, force: true}));
		return made;
	}
	const none = {request: () => Promise.reject(new Error('nothing may be requested'))};
	const local = (given: Partial<Try> & {source: Source}) =>
		poll({
			memory: null,
			kinds,
			requester: none,
			clock: () => now,
			pace: {everyMs: 5 * minuteMs, leastMs: 1000, random: () => 0.5},
			maxBodyBytes: 100,
			...given,
		});

	test('a file is read, and read again only when it was written to', async t => {
		const address = path.join(await folder(t), 'week.jsonl');
		await writeFile(address, 'items a');
		const source = sourceOf({kind: 'file', address});
		const first = await local({source});
		assert.equal(first.ok && first.items.length, 1);
		const second = await local({source, memory: first.memory});
		assert.equal(second.state, 'unchanged');
		await writeFile(address, 'items a b');
		await utimes(address, 5, 5);
		const third = await local({source, memory: second.memory});
		assert.equal(third.ok && third.items.length, 2);
	});

	test('what is wrong with a file', async t => {
		const made = await folder(t);
		await writeFile(path.join(made, 'long'), `items ${'x'.repeat(100)}`);
		await writeFile(path.join(made, 'odd'), 'odd');
		await writeFile(path.join(made, 'page'), 'elsewhere /x');
		const cases: [address: string, reason: RegExp][] = [
			[path.join(made, 'none'), /none: there is no such file$/],
			[made, /is not a plain file$/],
			['/dev/zero', /is not a plain file$/],
			[path.join(made, 'long'), /long is over 100 B$/],
			[path.join(made, 'odd'), /^week: file: expected a feed$/],
			[path.join(made, 'page'), /^week: expected reports or a feed, got a page$/],
		];
		for (const [address, reason] of cases) {
			const memory = memoryOf({failures: 9});
			const outcome = await local({source: sourceOf({kind: 'file', address, name: 'week'}), memory});
			assert.match(outcome.ok ? '' : outcome.reason, reason);
			// Looking again costs nobody anything.
			assert.equal(outcome.memory.nextPollAt, now + 5 * minuteMs);
		}
	});

	test('a pipe that nobody writes to does not hold anybody', async t => {
		const {execFileSync} = await import('node:child_process');
		const address = path.join(await folder(t), 'pipe');
		execFileSync('mkfifo', [address]);
		const outcome = await local({source: sourceOf({kind: 'file', address})});
		assert.match(outcome.ok ? '' : outcome.reason, /is not a plain file$/);
	});

	test('what is piped in is read once, to its end and no further than the limit', async () => {
		const source = sourceOf({kind: 'stdin', address: '-', name: 'standard input'});
		async function* words(count: number) {
			yield 'items';
			for (let index = 0; index < count; index++) {
				yield Buffer.from(` ${index}`);
			}
		}
		const short = await local({source, stdin: words(3)});
		assert.equal(short.ok && short.items.length, 3);
		assert.equal(short.memory.nextPollAt, null);
		const long = await local({source, stdin: words(Number.POSITIVE_INFINITY)});
		assert.equal(long.ok === false && long.reason, 'standard input is over 100 B');
		assert.equal(long.memory.nextPollAt, null);
		const nobody = await local({source, stdin: Object.assign(words(0), {isTTY: true})});
		assert.equal(nobody.ok === false && nobody.reason, 'nothing is piped into standard input');
	});

	test('waiting for what is piped in can be stopped', async () => {
		const stop = new AbortController();
		const source = sourceOf({kind: 'stdin', address: '-'});
		async function* silence(): AsyncGenerator<Uint8Array> {
			await new Promise(() => {});
		}
		const reading = local({source, stdin: silence(), signal: stop.signal});
		stop.abort();
		await assert.rejects(reading, {failure: 'stopped'});
	});
});
