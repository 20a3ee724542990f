import assert from 'node:assert/strict';
import {existsSync, readdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {buried} from '../store/samples.ts';
import {folder, objects, rss, run, tollEntry} from './command.ts';
import {inside} from './inside.ts';

const home = folder();

test('runs that end at once leave few files behind, and lose nothing', async () => {
	const store = path.join(home, 'timetable');
	const feed = path.join(home, 'feed.xml');
	const journals = () => readdirSync(path.join(store, 'journal')).filter(name => name.endsWith('.jsonl'));
	const runs = 18;
	// The last ones, of which one seals, as processes that end; those before them leave what such a process does.
	const real = 4;
	for (let turn = 1; turn <= runs; turn++) {
		writeFileSync(feed, rss([tollEntry(`${turn}`, turn, '2022-09-18T04:00:00Z')]));
		const isReal = turn > runs - real;
		const {code, stderr} = await (isReal ? run : inside)(
			['once', '--source', `file:${feed}`, '--store', store],
			{home},
		);
		assert.deepEqual([code, stderr], [0, '']);
		if (isReal) continue;
		buried(store);
		assert.equal(journals().length, turn, 'so few are not worth it');
	}
	assert.ok(journals().length < 10, `${journals().length} journals`);
	assert.equal(readdirSync(path.join(store, 'sealed')).length, 1);
	assert.ok(!readdirSync(store).includes('lock'));
	const {stdout} = await run(['export', '--store', store], {home});
	assert.equal(objects(stdout).length, runs);
});

test('an import of many leaves what is full sealed', async () => {
	const store = path.join(home, 'imported');
	// Of two bytes a letter: 500 are kept at once, and fill a journal, behind which the others begin the next one.
	const text = 'Здесь не сказано ничего нового, хотя и довольно длинно. '.repeat(95);
	const line = (id: number): string =>
		`${JSON.stringify({id: `${id}`, source: 'wire', title: `Report ${id}`, text: `${id} ${text}`, publishedAt: '2022-09-18T04:00:00Z'})}\n`;
	const input = Array.from({length: 510}, (_, id) => line(id)).join('');
	assert.equal((await run(['import', '-', '--store', store], {home, input})).code, 0);
	assert.ok(readdirSync(path.join(store, 'sealed')).length > 0);
	const {stdout} = await run(['export', '--store', store, '--heads', '10000'], {home});
	assert.equal(objects(stdout).length, 510);
});

test('where what others left cannot be sealed, once says so, and does what it was asked', async () => {
	const store = path.join(home, 'unsealed');
	const text = 'Nothing new is said here, at some length. '.repeat(2000);
	const line = (id: number): string =>
		`${JSON.stringify({id: `${id}`, title: `Report ${id}`, text: `${id} ${text}`, publishedAt: '2022-09-18T04:00:00Z'})}\n`;
	const input = Array.from({length: 15}, (_, id) => line(id)).join('');
	assert.equal((await run(['import', '-', '--store', store], {home, input})).code, 0);
	assert.ok(!existsSync(path.join(store, 'sealed')), 'a journal that is not full is left as it is');
	writeFileSync(path.join(store, 'sealed'), 'in the way');
	const {code, stdout, stderr} = await run(['once', '--no-poll', '--store', store], {home});
	assert.equal(code, 0);
	assert.notEqual(stdout, '');
	assert.match(stderr, /^trucewatch: Full journals could not be compressed .*kept all the same/m);
});
