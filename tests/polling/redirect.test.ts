import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {depthOf, depthOfName, literal} from '../../source/polling/addresses.ts';
import {rejection, requesterFor, serve} from './server.ts';

const text = (body: Uint8Array) => Buffer.from(body).toString();

suite('redirects', () => {
	// What each path of the server leads to; a path that is not here is the end.
	const hops: Record<string, [status: number, location: string]> = {
		'/301': [301, '/end'],
		'/308': [308, '/end'],
		'/302': [302, '/end'],
		'/303': [303, '/end'],
		'/307': [307, '/end'],
		'/301-301': [301, '/301'],
		'/301-302': [301, '/302'],
		'/302-301': [302, '/301'],
		'/relative': [302, 'end?x=1#part'],
		'/utf8': [302, '/лента'],
		'/5': [301, '/4'],
		'/4': [301, '/3'],
		'/3': [301, '/2'],
		'/2': [301, '/1'],
		'/1': [301, '/end'],
		'/6': [301, '/5'],
		'/self': [302, '/self'],
		'/round': [302, '/about'],
		'/about': [301, '/round'],
		'/file': [302, 'file:///etc/passwd'],
		'/script': [302, 'javascript:alert(1)'],
		'/broken': [302, 'http://['],
		'/nowhere': [302, ''],
		'/300': [300, '/end'],
	};
	const follow = async (t: Parameters<typeof serve>[0], path: string) => {
		const url = await serve(t, (request, response) => {
			const hop = hops[request.url ?? ''];
			if (hop) {
				const [status, location] = hop;
				response.writeHead(
					status,
					location === '' ? {} : {location: Buffer.from(location).toString('latin1')},
				);
			}
			response.end(`at ${request.url}`);
		});
		const answer = await requesterFor(t).request({url: url + path, headers: {}});
		return {...answer, url: answer.url.replace(url, ''), permanentUrl: answer.permanentUrl?.replace(url, '')};
	};

	const good: [path: string, at: string, permanent: string | undefined][] = [
		['/end', '/end', undefined],
		['/301', '/end', '/end'],
		['/308', '/end', '/end'],
		['/302', '/end', undefined],
		['/303', '/end', undefined],
		['/307', '/end', undefined],
		['/301-301', '/end', '/end'],
		['/301-302', '/end', '/302'],
		['/302-301', '/end', undefined],
		['/relative', '/end?x=1', undefined],
		['/utf8', '/%D0%BB%D0%B5%D0%BD%D1%82%D0%B0', undefined],
		['/5', '/end', '/end'],
	];
	for (const [path, at, permanent] of good) {
		test(`${path} leads to ${at}, for good to ${permanent}`, async t => {
			const answer = await follow(t, path);
			assert.equal(answer.status, 200);
			assert.equal(text(answer.body), `at ${at}`);
			assert.equal(answer.url, at);
			assert.equal(answer.permanentUrl, permanent);
		});
	}

	for (const [path, status] of [
		['/nowhere', 302],
		['/300', 300],
	] as const) {
		test(`${path} is an answer itself`, async t => {
			assert.equal((await follow(t, path)).status, status);
		});
	}

	const bad: [path: string, sentence: RegExp][] = [
		['/6', /^127\.0\.0\.1:\d+ redirects more than 5 times$/],
		['/self', /redirects in a circle$/],
		['/round', /redirects in a circle$/],
		['/file', /redirects to "file:\/\/\/etc\/passwd", which is not on the web$/],
		['/script', /which is not on the web$/],
		['/broken', /which is not on the web$/],
	];
	for (const [path, sentence] of bad) {
		test(`${path} is refused`, async t => {
			const error = await rejection(follow(t, path));
			assert.match(error.message, sentence);
			assert.equal(error.failure, 'redirect');
		});
	}

	test('validators and what else was asked go along, keys do not go to another origin', async t => {
		const other = await serve(t, (request, response) => response.end(JSON.stringify(request.headers)));
		const url = await serve(t, (_, response) => response.writeHead(307, {location: other}).end());
		const headers = {'if-none-match': '"1"', Authorization: 'Bearer k', cookie: 'a=b', accept: 'text/xml'};
		const answer = await requesterFor(t).request({url, headers});
		const sent = JSON.parse(text(answer.body));
		assert.equal(sent['if-none-match'], '"1"');
		assert.equal(sent.accept, 'text/xml');
		assert.equal(sent.authorization, undefined);
		assert.equal(sent.cookie, undefined);
	});
});

suite('a redirect further inside', () => {
	test('from a public to a private address is refused before anything is sent', async t => {
		let wasAsked = false;
		const inside = await serve(t, (_, response) => {
			wasAsked = true;
			response.end('secret');
		});
		const outside = await serve(
			t,
			(_, response) => response.writeHead(302, {location: inside}).end(),
			'127.0.0.2',
		);
		const error = await rejection(requesterFor(t).request({url: outside, headers: {}}));
		assert.equal(error.failure, 'private');
		assert.equal(error.message, 'refused to follow to 127.0.0.1, a private address');
		assert.equal(wasAsked, false);
	});

	test('the same by a name that only the network knows to be private', async t => {
		const inside = await serve(t, (_, response) => response.end('secret'));
		const {port} = new URL(inside);
		const location = `http://inside.example:${port}/`;
		const outside = await serve(t, (_, response) => response.writeHead(302, {location}).end(), '127.0.0.2');
		const requester = requesterFor(t, {lookup: names({'inside.example': ['127.0.0.1']})});
		const error = await rejection(requester.request({url: outside, headers: {}}));
		assert.equal(error.message, 'refused to follow to inside.example, a private address');
		// Not because the name was bad: named by the user, it is asked.
		assert.equal((await requester.request({url: location, headers: {}})).status, 200);
		// Nor may the connection that this opened serve a request that must not go there.
		assert.equal((await rejection(requester.request({url: outside, headers: {}}))).failure, 'private');
	});

	test('from a public name', async t => {
		const inside = await serve(t, (_, response) => response.end('secret'));
		const outside = await serve(
			t,
			(_, response) => response.writeHead(302, {location: inside}).end(),
			'127.0.0.2',
		);
		const requester = requesterFor(t, {lookup: names({'news.example': ['127.0.0.2']})});
		const url = `http://news.example:${new URL(outside).port}/`;
		assert.equal((await rejection(requester.request({url, headers: {}}))).failure, 'private');
	});

	test('a name with public and private addresses is asked at the public ones', async t => {
		const outside = await serve(t, (_, response) => response.end('public'), '127.0.0.2');
		const {port} = new URL(outside);
		const start = await serve(
			t,
			(_, response) => response.writeHead(302, {location: `http://both.example:${port}/`}).end(),
			'127.0.0.2',
		);
		const requester = requesterFor(t, {lookup: names({'both.example': ['127.0.0.1', '127.0.0.2']})});
		assert.equal(text((await requester.request({url: start, headers: {}})).body), 'public');
	});

	test('from a private to another private address is followed', async t => {
		const second = await serve(t, (_, response) => response.end('inside'));
		const first = await serve(t, (_, response) => response.writeHead(302, {location: second}).end());
		assert.equal(text((await requesterFor(t).request({url: first, headers: {}})).body), 'inside');
	});

	test('to the addresses at which clouds hand out keys is refused even from inside', async t => {
		const location = 'http://169.254.169.254/latest/meta-data/';
		const url = await serve(t, (_, response) => response.writeHead(302, {location}).end());
		assert.equal((await rejection(requesterFor(t).request({url, headers: {}}))).failure, 'private');
	});

	test('an address that another one led to is held to the same', async t => {
		const inside = await serve(t, (_, response) => response.end('inside'));
		const requester = requesterFor(t, {
			lookup: names({'news.example': ['127.0.0.2'], 'nas.example': ['127.0.0.1']}),
		});
		const asking = (from: string) => requester.request({url: inside, headers: {}}, {from});
		for (const from of ['http://127.0.0.2/', 'https://news.example/', 'http://[2600::1]/']) {
			assert.equal((await rejection(asking(from))).failure, 'private', from);
		}
		for (const from of ['http://localhost/', 'http://127.1/', 'http://nas.example/']) {
			assert.equal((await asking(from)).status, 200, from);
		}
	});
});

suite('how far inside an address lies', () => {
	const cases: [depth: number, addresses: string[]][] = [
		[
			0,
			[
				'1.1.1.1',
				'172.15.0.1',
				'172.32.0.1',
				'100.63.0.1',
				'192.169.0.1',
				'2600::1',
				'2a00:1450::8b',
				'::ffff:1.1.1.1',
				'64:ff9b::101:101',
				'2002:101:101::1',
			],
		],
		[
			1,
			[
				'10.0.0.1',
				'172.16.0.1',
				'172.31.255.255',
				'192.168.1.1',
				'100.64.0.1',
				'198.18.0.1',
				'224.0.0.1',
				'255.255.255.255',
				'fc00::1',
				'fd12:3456::1',
				'ff02::1',
				'::ffff:10.0.0.1',
				'::ffff:c0a8:101',
				'64:ff9b::a00:1',
				'2002:a00:1::',
				'::10.0.0.1',
				'64:ff9b:1::1',
				'no address',
			],
		],
		[
			2,
			[
				'127.0.0.1',
				'127.255.0.1',
				'0.0.0.0',
				'::1',
				'::',
				'::ffff:127.0.0.1',
				'::ffff:7f00:1',
				'::127.0.0.1',
				'0:0:0:0:0:ffff:7f00:0001',
				'2002:7f00:1::',
				'::ffff:0:7f00:1',
			],
		],
		[
			3,
			[
				'169.254.169.254',
				'fe80::1',
				'fe80::1%eth0',
				'::ffff:169.254.169.254',
				'fd00:ec2::254',
				'100.100.100.200',
				'64:ff9b::a9fe:a9fe',
			],
		],
	];
	for (const [depth, addresses] of cases) {
		for (const address of addresses) {
			test(`${address}: ${depth}`, () => assert.equal(depthOf(address), depth));
		}
	}

	const written: [url: string, address: string | null][] = [
		['http://0x7f.1/', '127.0.0.1'],
		['http://2130706433/', '127.0.0.1'],
		['http://017700000001/', '127.0.0.1'],
		['http://127.0.0.1./', '127.0.0.1'],
		['http://①②⑦.0.0.1/', '127.0.0.1'],
		['http://[::ffff:127.0.0.1]/', '::ffff:7f00:1'],
		['http://[0:0::1]/', '::1'],
		['http://news.example/', null],
	];
	for (const [url, address] of written) {
		test(`${url} is ${address}`, () => assert.equal(literal(new URL(url)), address));
	}

	const names: [name: string, depth: number | null][] = [
		['localhost', 2],
		['LOCALHOST.', 2],
		['x.localhost', 2],
		['printer.local', 1],
		['metadata.google.internal', 3],
		['news.example', null],
		['notlocalhost', null],
	];
	for (const [name, depth] of names) {
		test(`${name}: ${depth}`, () => assert.equal(depthOfName(name), depth));
	}
});

// A network that knows these names alone.
function names(known: Record<string, string[]>) {
	return ((name: string, _options: unknown, callback: (...found: unknown[]) => void) => {
		const addresses = known[name]?.map(address => ({address, family: 4}));
		callback(addresses ? null : Object.assign(new Error(name), {code: 'ENOTFOUND'}), addresses);
	}) as never;
}
