import assert from 'node:assert/strict';
import path from 'node:path';
import {test} from 'node:test';
import {folder, rss, serve, tollEntry} from '../commands/command.ts';
import {openTerminal} from './terminal.ts';

const home = folder();
const has = (text: string) => (screen: string[]) => screen.join('\n').includes(text);

test('an alert rings, is notified and stands in the footer, and leaves the screen whole', async () => {
	const source = await serve((_, response) =>
		response.end(rss([tollEntry('1', 59, '2022-09-18T04:00:00Z')])),
	);
	const terminal = openTerminal({
		command: process.execPath,
		args: [
			process.env.TRUCEWATCH_COMMAND!,
			...['--source', `rss:${source}/feed`, '--store', path.join(home, 'store')],
			...['--alert', 'toll:KG:killed>=50'],
		],
		columns: 160,
		rows: 40,
		env: {TRUCEWATCH_HOME: home, TERM: 'xterm-256color', TERM_PROGRAM: 'WezTerm'},
	});
	const text = 'Kyrgyzstan, killed: Health Ministry first gave 59';
	try {
		const screen = await terminal.until(has(text), 'the notice');
		assert.match(screen[0] ?? '', /^trucewatch Kyrgyzstan–/);
		assert.match(screen.at(-1) ?? '', /q quit/);
		const sequence = `\u001b]777;notify;trucewatch;${text} – ${'127.0.0.1'}`;
		const written = terminal.written();
		const start = written.indexOf(sequence);
		assert.ok(start > 0);
		// Between two frames, not within one.
		const before = written.slice(0, start);
		assert.ok(before.lastIndexOf('\u001b[?2026h') <= before.lastIndexOf('\u001b[?2026l'));
		terminal.type('q');
		assert.equal(await terminal.exit, 0);
		assert.equal(terminal.written().split('\u001b]777').length, 2);
	} finally {
		terminal.kill('SIGKILL');
	}
});
