import assert from 'node:assert/strict';
import path from 'node:path';
import {test} from 'node:test';
import {folder, run} from '../commands/command.ts';
import {openTerminal} from './terminal.ts';

const home = folder();
const store = ['--store', path.join(home, 'store')];
const line = (id: string, at: string, title: string, text: string): string =>
	`${JSON.stringify({id, source: 'wire', outlet: 'Kabar', title, text, publishedAt: at, firstSeenAt: at, revision: 1, origin: id, language: 'en'})}\n`;
await run(['import', '-', ...store], {
	home,
	input:
		line('a', '2022-09-16T04:00:00Z', 'Herders return', 'The herders came home to Batken.') +
		line('b', '2022-09-18T04:00:00Z', 'Herders missing', 'In Batken, herders are missing again.'),
});
const has = (text: string) => (screen: string[]) => screen.join('\n').includes(text);

test('reports that no panel holds are found, opened and left, and nothing later than the moment shown', async t => {
	const dashboard = openTerminal({
		command: process.execPath,
		args: [process.env.TRUCEWATCH_COMMAND!, '--no-poll', ...store],
		env: {TRUCEWATCH_HOME: home},
	});
	t.after(() => dashboard.kill('SIGKILL'));
	await dashboard.until(has('[1 Tally]'), 'the panels');
	dashboard.type('/herders');
	await dashboard.until(has('/herders_ Enter searches all reports'), 'the words as they are typed');
	dashboard.type('\r');
	await dashboard.until(has('2 reports hold: herders'), 'what was found');
	dashboard.type('j\r');
	await dashboard.until(has('search: herders › Kabar 18 Sep 2022 10:00'), 'the report');
	await dashboard.until(has('\nIn Batken, [herders] are missing again.'), 'its text');
	dashboard.type('l');
	await dashboard.until(has('search: herders › Kabar 16 Sep 2022 10:00'), 'the one beside it');
	dashboard.type('\u001b');
	await dashboard.until(has('2 reports hold: herders'), 'the list again');
	dashboard.type('/ side:Norway\r');
	await dashboard.until(has('side:Norway: the conflict has no such side'), 'what is wrong');
	dashboard.type('\u001b');
	await dashboard.until(has('/herders side:Norway Esc clears'), 'the rows, still filtered');
	dashboard.type('\u001b');
	await dashboard.until(screen => !has('Esc clears')(screen), 'all rows');
	dashboard.type('@2022-09-17\r');
	await dashboard.until(has('ARCHIVE as of 17 Sep 2022'), 'an earlier moment');
	dashboard.type('/herders\r');
	const then = await dashboard.until(has('1 report known at this moment holds: herders'), 'what was known');
	assert.ok(has('[Herders] return')(then) && !has('[Herders] missing')(then));
	dashboard.type('0');
	await dashboard.until(has('2 reports hold: herders'), 'all of now');
	dashboard.type('q');
	assert.equal(await dashboard.exit, 0);
});
