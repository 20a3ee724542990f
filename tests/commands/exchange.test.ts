import assert from 'node:assert/strict';
import path from 'node:path';
import {test} from 'node:test';
import {folder, objects, run} from './command.ts';
import {inside} from './inside.ts';

const home = folder();
const store = (name: string): string[] => ['--store', path.join(home, name)];
const line = (id: string, text: string, more: object = {}): string =>
	`${JSON.stringify({id, source: 'wire', title: `Report ${id}`, text, publishedAt: '2022-09-18T04:00:00Z', language: 'en', ...more})}\n`;
const toll = (killed: number): string =>
	`Kyrgyzstan's Health Ministry said ${killed} people had been killed.`;

test('what is exported and imported again is the same, byte for byte', async () => {
	const input =
		line('a', toll(24)) +
		line('b', 'Ünïcödé “quotes”, a tab\tand\nlines.') +
		line('a', toll(36), {revision: 2});
	const taken = await run(['import', '-', ...store('first')], {home, input});
	assert.deepEqual([taken.code, taken.stdout], [0, '']);
	assert.match(taken.stderr, /3 of 3 reports were new/);
	const first = await run(['export', ...store('first')], {home});
	assert.equal(objects(first.stdout).length, 3);
	await run(['import', '-', ...store('second')], {home, input: first.stdout});
	const second = await run(['export', ...store('second')], {home});
	assert.equal(second.stdout, first.stdout);
	assert.match(
		(await run(['import', '-', ...store('first')], {home, input: first.stdout})).stderr,
		/0 of 3 reports were new/,
	);
});

test('another text under an id that is kept is a later revision, whether or not it says so', async () => {
	await inside(['import', '-', ...store('edited')], {home, input: line('a', toll(24))});
	await inside(['import', '-', ...store('edited')], {home, input: line('a', toll(36))});
	const kept = objects((await inside(['export', ...store('edited')], {home})).stdout);
	assert.deepEqual(
		kept.map(({id, revision}) => [id, revision]),
		[
			['a', 1],
			['a', 2],
		],
	);
});

test('facts and the tally are exported as lines, CSV and HXL', async () => {
	await inside(['import', '-', ...store('tally')], {home, input: line('a', toll(36))});
	const exported = async (...args: string[]): Promise<string> =>
		(await inside(['export', ...args, ...store('tally')], {home})).stdout;
	assert.equal(objects(await exported('--what', 'facts'))[0]!.best, 36);
	assert.match(await exported('--what', 'facts', '--format', 'csv'), /^kind,.*\r\nfigure,/);
	assert.match(await exported('--what', 'reports', '--format', 'csv'), /^id,revision,.*\r\na,1,/);
	assert.equal(objects(await exported('--what', 'tally')).find(row => row.measure === 'killed')!.best, 36);
	assert.match(await exported('--what', 'tally', '--format', 'csv'), /,side_a,side_b,.*,deaths_a,deaths_b,/);
	assert.match(await exported('--what', 'tally', '--format', 'hxl'), /#/);
	const early = await exported('--what', 'tally', '--as-of', '2022-09-17');
	assert.equal(early, '');
	const wrong = await inside(['export', '--what', 'facts', '--format', 'hxl', ...store('tally')], {home});
	assert.equal(wrong.code, 2);
	assert.match(wrong.stderr, /hxl is for the tally/);
});

test('what was known at a moment is exported as it stood then, and once prints the same table', async () => {
	const clocks = {firstSeenAt: '2022-09-19T00:00:00Z'};
	const input =
		line('a', toll(24), clocks) +
		line('a', toll(36), {
			revision: 2,
			updatedAt: '2022-09-18T09:00:00Z',
			firstSeenAt: '2022-09-20T00:00:00Z',
		});
	await inside(['import', '-', ...store('moments')], {home, input});
	const exported = async (...args: string[]): Promise<string> =>
		(await inside(['export', ...args, ...store('moments')], {home})).stdout;
	for (const [clock, revisions] of [
		[['--as-of', '2022-09-18T08:00Z'], [1]],
		[
			['--as-of', '2022-09-18T09:00Z'],
			[1, 2],
		],
		[['--as-seen', '2022-09-18T09:00Z'], []],
		[['--as-seen', '2022-09-19T12:00Z'], [1]],
		[[], [1, 2]],
	] as const)
		for (const what of ['reports', 'facts'])
			assert.deepEqual(
				[...new Set(objects(await exported('--what', what, ...clock)).map(({revision}) => revision))],
				revisions,
				`${what} ${clock.join(' ')}`,
			);
	const table = await exported('--what', 'tally', '--format', 'csv', '--as-of', '2022-09-18T08:00Z');
	assert.match(table, /\r\nkyrgyzstan-tajikistan-2021-04-28-KG-TJ,.*\r\n.*2022-09-14-KG-TJ,.*,24,/s);
	const once = ['once', '--no-poll', '--format', 'csv', '--as-of', '2022-09-18T08:00Z', ...store('moments')];
	assert.equal((await inside(once, {home})).stdout, table);
});

test('an outline of feeds becomes source flags that are read as such', async () => {
	const opml = `<?xml version="1.0"?><opml version="2.0"><body><outline text="News"><outline type="rss" text="One, two" xmlUrl="https://a.example/rss?x=1&amp;y=2"/></outline><outline xmlUrl="https://b.example/feed"/><outline xmlUrl="javascript:alert(1)" text="no"/></body></opml>`;
	const {code, stdout} = await inside(['import', '-'], {home, input: opml});
	assert.equal(code, 0);
	assert.equal(
		stdout,
		'--source rss:https://a.example/rss?x=1&y=2#name=One  two\n--source rss:https://b.example/feed\n',
	);
	const none = await inside(['import', '-'], {home, input: '<opml version="2.0"><body/></opml>'});
	assert.equal(none.code, 1);
	assert.match(none.stderr, /names no feed/);
});

test('import without a file is wrong usage', async () => {
	assert.equal((await run(['import'], {home})).code, 2);
});
