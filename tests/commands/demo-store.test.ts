import assert from 'node:assert/strict';
import path from 'node:path';
import {test} from 'node:test';
import {folder, run} from './command.ts';
import {inside} from './inside.ts';

const home = folder();
const store = ['--store', path.join(home, 'days')];

test('the demo keeps what it plays where it is told to, for all that is done with a store; never among other reports', async () => {
	const played = await run(['demo', '--episode', '2021', ...store], {home});
	assert.equal(played.code, 0, played.stderr);
	const once = ['once', '--no-poll', ...store];
	const [asOf, since, tally, again] = await Promise.all([
		inside([...once, '--as-of', '2021-05-01T00:00Z'], {home}),
		inside([...once, '--changes-since', '2021-05-01', '--as-of', '2021-05-02'], {home}),
		inside(['export', '--what', 'tally', '--format', 'csv', ...store], {home}),
		run(['demo', ...store], {home}),
	]);
	assert.match(asOf.stdout, /Kyrgyzstan, killed: .*31/);
	assert.match(since.stdout, /first gave 34/);
	assert.ok(tally.stdout.split('\r\n').length > 2);
	assert.equal(again.code, 2);
	assert.match(again.stderr, /holds reports already; .*\n {2}for example: trucewatch demo --store/);
});

test('an export of nothing says so beside the empty answer', async () => {
	const empty = await inside(['export', '--what', 'tally', '--store', path.join(home, 'none')], {home});
	assert.deepEqual([empty.code, empty.stdout], [0, '']);
	assert.match(empty.stderr, /^trucewatch: nothing is stored in .*none\n$/);
	const early = await inside(['export', '--as-of', '2020-01-01', ...store], {home});
	assert.match(early.stderr, /nothing that is stored had been published by then/);
});
