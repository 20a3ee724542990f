import assert from 'node:assert/strict';
import path from 'node:path';
import {test} from 'node:test';
import {folder, rss, run, serve, tollEntry} from './command.ts';
import {inside} from './inside.ts';

const home = folder();
const store = (name: string): string[] => ['--store', path.join(home, name)];

type Printed = {
	readonly version: number;
	readonly from: string | null;
	readonly to: string;
	readonly by: string;
	readonly changes: readonly {
		readonly kind: string;
		readonly text: string;
		readonly at: string | null;
		readonly outlet: string | null;
		readonly link: string | null;
		readonly fact: {readonly sentence: string} | null;
	}[];
};
const changesOf = async (args: readonly string[]): Promise<Printed> => {
	const {code, stdout, stderr} = await inside(['once', '--no-poll', '--format', 'json', ...args], {home});
	assert.equal(code, 0, stderr);
	return JSON.parse(stdout) as Printed;
};
const killed = ({changes}: Printed): string[] =>
	changes.map(({text}) => text).filter(text => text.includes('killed'));

const url = await serve((_, response) =>
	response.end(rss([tollEntry('a', 24, '2022-09-16T19:30:00Z'), tollEntry('b', 36, '2022-09-18T04:00:00Z')])),
);
const archive = ['--source', `rss:${url}/feed#name=Example`, ...store('archive')];
await inside(['once', ...archive], {home});

test('between two instants by what had been published', async () => {
	const printed = await changesOf([
		...archive,
		'--changes-since',
		'2022-09-17',
		'--as-of',
		'2022-09-18T04:00Z',
	]);
	const {version, from, to, by} = printed;
	assert.deepEqual(
		{version, from, to, by},
		{version: 1, from: '2022-09-17T00:00:00Z', to: '2022-09-18T04:00:00Z', by: 'published'},
	);
	assert.deepEqual(killed(printed), ['Kyrgyzstan, killed: Health Ministry raised 24 to 36']);
	const [change] = printed.changes;
	assert.deepEqual(
		[change?.kind, change?.at, change?.outlet, change?.link],
		['toll', '2022-09-18T04:00:00Z', 'Example', 'https://news.example/b'],
	);
	assert.match(change?.fact?.sentence ?? '', /Health Ministry said 36 people had been killed/);
});

test('nothing published later leaks in, and before everything all is new', async () => {
	const printed = await changesOf([
		...archive,
		'--changes-since',
		'2022-09-01',
		'--as-of',
		'2022-09-18T03:59Z',
	]);
	assert.deepEqual(killed(printed), ['Kyrgyzstan, killed: Health Ministry first gave 24']);
});

test('without a clock, by what this store has seen; what it had not seen by then is all new, and that is told', async () => {
	const {stdout, stderr} = await run(
		['once', '--no-poll', ...archive, '--changes-since', '2022-09-17T00:00Z'],
		{home},
	);
	assert.match(stdout, /By what this store had seen: \d changes, newest first/);
	assert.match(stdout, /Health Ministry first gave 24, then 36|Health Ministry first gave 24, and now 36/);
	assert.match(stdout, /“Kyrgyzstan's Health Ministry said 36 people had been killed/);
	assert.match(stdout, /Example · https:\/\/news\.example\/b/);
	assert.match(stderr, /had seen nothing by then, so all is new; with --as-of/);
});

test('markdown holds each change with its sentence and its link', async () => {
	const {stdout} = await inside(
		[
			'once',
			'--no-poll',
			'--format',
			'markdown',
			...archive,
			'--changes-since',
			'2022-09-17',
			'--as-of',
			'2022-09-19',
		],
		{home},
	);
	assert.match(
		stdout,
		/^- 18 Sep 2022, 10:00 · Kyrgyzstan, killed: Health Ministry raised 24 to 36\. “.*36 people.*”, \[Example\]\(<https:\/\/news\.example\/b>\)$/m,
	);
});

test('last: the first look has nothing to compare with, the next begins where it ended, and a source lost is told', async () => {
	let answer: () => string | null = () => rss([tollEntry('a', 24, '2022-09-16T19:30:00Z')]);
	const feed = await serve((_, response) => {
		const body = answer();
		if (body === null) response.writeHead(500).end();
		else response.end(body);
	});
	const args = [
		'once',
		'--source',
		`rss:${feed}/feed#name=Example`,
		...store('last'),
		'--changes-since',
		'last',
	];
	const first = await inside(args, {home});
	assert.match(first.stdout, /first look at this store/);
	assert.doesNotMatch(first.stdout, /24/);
	answer = () =>
		rss([tollEntry('a', 24, '2022-09-16T19:30:00Z'), tollEntry('b', 36, '2022-09-18T04:00:00Z')]);
	const second = await inside(args, {home});
	assert.match(second.stdout, /Kyrgyzstan, killed: Health Ministry raised 24 to 36/);
	assert.match(second.stdout, /Example · https:\/\/news\.example\/b · first seen here /);
	assert.match((await inside(args, {home})).stdout, /nothing is new/);
	answer = () => null;
	for (const _ of [1, 2])
		assert.match((await inside(args, {home})).stdout, /nothing is new/, 'a bad line, so far');
	const lost = await inside(args, {home});
	assert.match(lost.stdout, /Example lost, failing: .*500/);
	answer = () => rss([]);
	assert.match((await inside(args, {home})).stdout, /Example is back, was away from/);
	const kept = await changesOf([...store('last'), '--changes-since', '2022-09-01']);
	assert.ok(
		kept.changes.some(({kind, text}) => kind === 'source' && text.includes('is back, was away from')),
		JSON.stringify(kept.changes),
	);
});

test('an earlier moment of the store is no look, and none before the last one can be compared with it', async () => {
	const args = [...store('archive'), '--changes-since', 'last'];
	const early = await changesOf([...args, '--as-seen', '2022-09-18']);
	assert.equal(early.from, null);
	const look = await changesOf(args);
	assert.equal(look.from, null);
	const {code, stderr} = await inside(['once', '--no-poll', ...args, '--as-seen', '2022-09-18'], {home});
	assert.equal(code, 2);
	assert.match(stderr, /the last look at this store was 20.* after --as-seen, 2022-09-18/);
});

const refusals: readonly [readonly string[], RegExp][] = [
	[['--changes-since', 'yesterday'], /--changes-since: expected an instant .*“last”, got “yesterday”/],
	[['--changes-since', '2999-01-01'], /expected an instant that has come, got 2999-01-01T00:00:00Z/],
	[
		['--changes-since', '2022-09-18', '--as-of', '2022-09-17'],
		/expected an instant before that of --as-of, 2022-09-17T00:00:00Z, got 2022-09-18T00:00:00Z/,
	],
	[
		['--changes-since', '2022-09-18', '--as-seen', '2022-09-17'],
		/expected an instant before that of --as-seen/,
	],
	[['--changes-since', 'last', '--as-of', '2022-09-17'], /last and --as-of exclude each other/],
	[
		['--changes-since', '2022-09-18', '--format', 'csv'],
		/csv holds no list of changes.*text, json, markdown/,
	],
	[['--changes-since', '2022-09-18', '--format', 'hmtl'], /hmtl holds no list of changes/],
];
for (const [args, expected] of refusals)
	test(`refused: ${args.join(' ')}`, async () => {
		const {code, stdout, stderr} = await inside(['once', '--no-poll', ...args, ...store('none')], {home});
		assert.deepEqual([code, stdout], [2, '']);
		assert.match(stderr, expected);
		assert.match(stderr, /for example: trucewatch once --changes-since/);
	});
