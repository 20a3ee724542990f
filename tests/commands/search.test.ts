import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {ended, folder, objects, run, start} from './command.ts';
import {inside} from './inside.ts';

const home = folder();
const line = (id: string, at: string, title: string, text: string, more: object = {}): string =>
	`${JSON.stringify({id, source: 'wire', outlet: 'Kabar', title, text, publishedAt: at, firstSeenAt: at, revision: 1, origin: id, language: 'en', ...more})}\n`;
const input =
	line(
		'a',
		'2022-09-16T04:00:00Z',
		'Border: 24 killed',
		"Kyrgyzstan's Health Ministry said 24 people had been killed.",
	) +
	line(
		'b',
		'2022-09-17T04:00:00Z',
		'A ceasefire violation',
		'The night was calm. The Border Service of Kyrgyzstan accused Tajikistan of a ceasefire violation near Batken. Tajik forces shelled Batken, the Border Service of Kyrgyzstan said.',
		{source: 'rss:https://rus.azattyk.org/api', outlet: 'Radio Azattyk', url: 'https://azattyk.example/b'},
	) +
	line(
		'c',
		'2022-09-18T04:00:00Z',
		'Border: 36 killed',
		"Kyrgyzstan's Health Ministry said 36 people had been killed.",
		{firstSeenAt: '2022-09-19T04:00:00Z'},
	) +
	line('d', '2022-09-18T05:00:00Z', 'Сводка', 'В Баткене развёрнуты пункты временного размещения.', {
		language: 'ru',
	});
await run(['import', '-'], {home, input});
const search = (...args: string[]) => inside(['search', ...args], {home});
const ids = async (...args: string[]): Promise<unknown[]> => {
	const {stdout, stderr, code} = await search(...args, '--format', 'jsonl');
	assert.equal(code, 0, stderr);
	return objects(stdout).map(({id}) => id);
};

for (const [args, expected] of [
	[['killed'], ['c', 'a']],
	[['killed', '24'], ['a']],
	[['ceasefire violation'], ['b']],
	[['"ceasefire violation" batken'], ['b']],
	[['violation', 'ceasefire'], ['b']],
	[['violation ceasefire'], []],
	[['развернуты'], ['d']],
	[['source:Radio Azattyk'], ['b']],
	[['source:azattyk.org'], ['b']],
	[['side:Tajikistan', 'kind:claim'], ['b']],
	[['kind:figures'], ['c', 'a']],
	[['since:2022-09-17', 'until:2022-09-17'], ['b']],
	[['since:2022-09-18 10:30'], ['d']],
	[['kabar', '--limit', '1'], []],
	[['killed', '--limit', '1'], ['c']],
	[['killed', '--as-of', '2022-09-17'], ['a']],
	[['killed', '--as-seen', '2022-09-18T12:00Z', '--limit', '1'], ['a']],
	[['since:1d', '--as-of', '2022-09-17T12:00Z'], ['b']],
] as const)
	test(`search ${args.join(' ')} → ${expected.join(' ') || 'nothing'}`, async () =>
		assert.deepEqual(await ids(...args), expected));

test('for people: hour, outlet, title, sentences, what was read from it, link', async () => {
	const {stdout, stderr, code} = await run(['search', 'batken'], {home});
	assert.deepEqual([code, stderr], [0, '']);
	assert.equal(
		stdout,
		`17 Sep 2022, 10:00 · Radio Azattyk · A ceasefire violation
  “The Border Service of Kyrgyzstan accused Tajikistan of a ceasefire violation near Batken.”
  “Tajik forces shelled Batken, the Border Service of Kyrgyzstan said.”
  read from it: 2 on a ceasefire, 2 claims
  https://azattyk.example/b

1 report holds: batken (hours of Asia/Bishkek)
`,
	);
	const {stdout: first} = await search('killed', '--limit', '1');
	assert.match(first, /\n\nthe newest report of more that hold: killed; --limit 2 shows more \(hours of/);
});

test('as JSON Lines: the report form, with the sentences, to be imported again', async () => {
	const {stdout} = await search('shelled', '--format', 'jsonl');
	const [found] = objects(stdout);
	assert.deepEqual(found?.matches, ['Tajik forces shelled Batken, the Border Service of Kyrgyzstan said.']);
	const again = await run(['import', '-', '--store', path.join(home, 'again')], {home, input: stdout});
	assert.match(again.stderr, /1 of 1 reports? w/);
	const {stderr} = await search('killed', '--limit', '1', '--format', 'jsonl');
	assert.match(stderr, /the newest report of more that hold: killed; --limit 2 shows more/);
});

test('nothing found is no fault, and is said with the words', async () => {
	const {code, stdout, stderr} = await search('volcano', 'side:TJ');
	assert.deepEqual([code, stdout, stderr], [0, '', 'trucewatch: no report holds: volcano side:TJ\n']);
	const early = await search('killed', '--as-of', '2022-09-01');
	assert.equal(early.stderr, 'trucewatch: no report of those published by then holds: killed\n');
});

test('a store that is not there is not made', async () => {
	const {code, stdout, stderr} = await search('killed', '--store', path.join(home, 'none'));
	assert.deepEqual([code, stdout], [0, '']);
	assert.match(stderr, /nothing is stored in .*none, so nothing holds: killed/);
	assert.ok(!readdirSync(home).includes('none'));
});

for (const [args, message, example] of [
	[[], /search needs a word/, 'search "ceasefire violation"'],
	[['sorce:wire'], /did you mean source:\?/, 'search source:wire'],
	[['source:azatyk'], /no source that is known here is called so/, 'search source:'],
	[['side:Tajikstan'], /did you mean side:Tajikistan\?/, 'search side:Tajikistan'],
	[['since:yesterday'], /expected a day such as/, 'search since:2022-09-16'],
	[
		['killed', '--format', 'json'],
		/expected text, jsonl \(did you mean jsonl\?\)/,
		'search shelling --format',
	],
	[['killed', '--limit', '0'], /--limit: expected a whole number/, 'search shelling --limit'],
	[['killed', '--no-poll'], /--no-poll has no meaning for search/, '--no-poll'],
] as const)
	test(`search ${args.join(' ')} is refused, with what would be right`, async () => {
		const {code, stdout, stderr} = await search(...args);
		assert.deepEqual([code, stdout], [2, '']);
		assert.match(stderr, message);
		assert.ok(stderr.includes(`for example: trucewatch ${example}`), stderr);
	});

test('a command that is nearly search', async () => {
	const {code, stderr} = await run(['serach', 'killed'], {home});
	assert.equal(code, 2);
	assert.match(stderr, /no command “serach”; did you mean “search”\?/);
});

test('it finds what another instance has kept, and leaves it the lead', async t => {
	const store = ['--store', path.join(home, 'shared')];
	const feed = path.join(home, 'feed.jsonl');
	const {writeFileSync} = await import('node:fs');
	writeFileSync(feed, input);
	const collecting = start(['collect', '--source', `file:${feed}`, ...store], home);
	t.after(() => collecting.kill('SIGKILL'));
	const end = ended(collecting);
	let told = '';
	await new Promise<void>(resolve =>
		collecting.stdout!.on('data', data => {
			told += data;
			if (told.split('\n').length > 4) resolve();
		}),
	);
	const {stdout} = await search('killed', '--format', 'jsonl', ...store);
	assert.equal(objects(stdout).length, 2);
	assert.equal(collecting.exitCode, null);
	collecting.kill('SIGTERM');
	assert.equal((await end).code, 143);
});
