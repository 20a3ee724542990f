import assert from 'node:assert/strict';
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
		args: [process.env.TRUCEWATCH_COMMAND!, ...args, ...store],
		env: {TRUCEWATCH_HOME: home},
	});
	opened.push(terminal);
	return terminal;
};
const has = (text: string) => (screen: string[]) => screen.join(' ').replace(/\s+/g, ' ').includes(text);

const entries = [tollEntry('a', 24, '2022-09-16T19:30:00Z')];
const url = await serve((_, response) => response.end(rss(entries)));
const source = ['--source', `rss:${url}/feed#name=Example`];

test('the first look, what is new at the next, and a crash that takes none of it away', async () => {
	await run(['once', ...source, ...store], {home});
	const first = open(['--no-poll', ...source]);
	await first.until(has('[1 Tally]'), 'the panels');
	first.type('8');
	await first.until(has('This is the first look at this store'), 'the sentence of the first look');
	first.type('q');
	assert.equal(await first.exit, 0);

	entries.push(tollEntry('b', 36, '2022-09-18T04:00:00Z'));
	// Polled, but not looked at.
	await run(['once', ...source, ...store], {home});
	const second = open(['--no-poll', ...source]);
	await second.until(has('[1 Tally]'), 'the panels');
	second.type('8');
	await second.until(has('Kyrgyzstan, killed: Health Ministry raised 24 to 36'), 'the toll raised');
	assert.match(second.screen().join('\n'), /1 new since/);
	second.type('/killed\r\r');
	await second.until(has('Health Ministry said [36 people had been killed]'), 'the sentence behind it');
	second.type('\u001b');
	await second.until(has('raised 24 to 36'), 'the panel again');
	second.type('\u001b');
	await second.until(screen => !has('Esc clears')(screen), 'all rows again');
	second.type('m');
	await second.until(has('Nothing is new since'), 'all marked as seen');
	assert.match(second.screen().join('\n'), /0 new since/);
	second.kill('SIGKILL');
	await second.exit;

	const {stdout} = await run(['once', '--no-poll', '--changes-since', 'last', ...store], {home});
	assert.match(stdout, /nothing is new/);
});
