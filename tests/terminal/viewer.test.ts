// Who only looks at a store keeps nobody from filling it.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {folder, objects, rss, serve, start, tollEntry} from '../commands/command.ts';
import {openTerminal} from './terminal.ts';

const home = folder();
test('a dashboard that polls nobody does not keep another one from polling, shows what comes, and says why r does nothing', async t => {
	const url = await serve((_, response) => response.end(rss([tollEntry('1', 36, '2022-09-18T04:00:00Z')])));
	const viewer = openTerminal({
		command: process.execPath,
		args: [process.env.TRUCEWATCH_COMMAND!, '--no-poll'],
		columns: 110,
		rows: 30,
		env: {TRUCEWATCH_HOME: home, TERM: 'xterm-256color'},
	});
	t.after(() => viewer.kill('SIGKILL'));
	const has = (text: string) => (screen: string[]) => screen.join('\n').includes(text);
	const screen = await viewer.until(has('not polling'), 'a screen that polls nobody');
	assert.doesNotMatch(screen.join('\n'), /another instance/);
	viewer.type('r');
	await viewer.until(has('nothing to poll'), 'why nothing is asked');

	const collector = start(['collect', '--source', `rss:${url}/feed`], home);
	t.after(() => collector.kill('SIGKILL'));
	const polled = new Promise<void>((resolve, reject) => {
		let text = '';
		collector.stdout!.on('data', chunk => {
			text += chunk;
			if (objects(text.slice(0, text.lastIndexOf('\n') + 1)).some(({event}) => event === 'report')) resolve();
		});
		collector.once('close', () => reject(new Error(`ended: ${text}`)));
	});
	await polled;
	await viewer.until(has('Health Ministry'), 'what the other one has stored');
	viewer.type('q');
	assert.equal(await viewer.exit, 0);
});
