import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {after, test} from 'node:test';
import {folder, rss, run, serve, tollEntry} from '../commands/command.ts';
import {type OpenedTerminal, openTerminal} from './terminal.ts';

const home = folder();
const store = ['--store', path.join(home, 'store')];
const opened: OpenedTerminal[] = [];
after(() => {
	for (const terminal of opened) terminal.kill('SIGKILL');
});
const open = (args: readonly string[]): OpenedTerminal => {
	const terminal = openTerminal({
		command: process.execPath,
		args: [process.env.TRUCEWATCH_COMMAND!, ...args],
		env: {TRUCEWATCH_HOME: home},
	});
	opened.push(terminal);
	return terminal;
};
const has = (text: string) => (screen: string[]) => screen.join(' ').replace(/\s+/g, ' ').includes(text);

const entries = [tollEntry('a', 24, '2022-09-16T19:30:00Z')];
const url = await serve((_, response) => response.end(rss(entries)));
const source = ['--source', `rss:${url}/feed#name=Example`];

test('the first dashboard on a store, left open: the first polls bring how things stand, the next ones what is new', async () => {
	const address = await serve((_, response) =>
		response.end(rss([tollEntry('a', 24, '2022-09-16T19:30:00Z')])),
	);
	const args = ['--source', `rss:${address}/feed#name=Example`, '--store', path.join(home, 'other')];
	const dashboard = open(args);
	await dashboard.until(has('[1 Tally]'), 'the panels');
	dashboard.type('8');
	await dashboard.until(has('Nothing is new since'), 'the first round over');
	assert.match(dashboard.screen().join('\n'), /\[8 New since .*, first look\]/);
	const file = path.join(home, 'later.xml');
	writeFileSync(file, rss([tollEntry('b', 36, '2022-09-18T04:00:00Z')]));
	assert.equal((await run(['import', file, '--store', path.join(home, 'other')], {home})).code, 0);
	await dashboard.until(has('Kyrgyzstan, killed: Health Ministry raised 24 to 36'), 'the toll raised');
	await dashboard.until(has('1 report new since'), 'the report counted');
	dashboard.type('q');
	assert.equal(await dashboard.exit, 0);
});

test('the first look, what is new at the next, and a crash that takes none of it away', async () => {
	await run(['once', ...source, ...store], {home});
	const first = open(['--no-poll', ...source, ...store]);
	await first.until(has('[1 Tally]'), 'the panels');
	first.type('8');
	await first.until(has('This is the first look at this store.'), 'the sentence of the first look');
	first.type('q');
	assert.equal(await first.exit, 0);

	entries.push(tollEntry('b', 36, '2022-09-18T04:00:00Z'));
	// Polled, but not looked at.
	await run(['once', ...source, ...store], {home});
	const second = open(['--no-poll', ...source, ...store]);
	await second.until(has('[1 Tally]'), 'the panels');
	second.type('8');
	await second.until(has('Kyrgyzstan, killed: Health Ministry raised 24 to 36'), 'the toll raised');
	assert.match(second.screen().join('\n'), /1 report new since/);
	second.type('/killed\t\r');
	await second.until(has('Health Ministry said [36 people had been killed]'), 'the sentence behind it');
	second.type('\u001b');
	await second.until(has('raised 24 to 36'), 'the panel again');
	second.type('\u001b');
	await second.until(screen => !has('Esc clears')(screen), 'all rows again');
	second.type('m');
	await second.until(has('Nothing is new since'), 'all marked as seen');
	assert.match(second.screen().join('\n'), /0 reports new since/);
	second.kill('SIGKILL');
	await second.exit;

	const {stdout} = await run(['once', '--no-poll', '--changes-since', 'last', ...store], {home});
	assert.match(stdout, /nothing is new/);
});
