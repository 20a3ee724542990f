import assert from 'node:assert/strict';
import type {ServerResponse} from 'node:http';
import path from 'node:path';
import {test} from 'node:test';
import {folder, rss, run, serve} from '../commands/command.ts';
import {openTerminal} from './terminal.ts';

const home = folder();
const feed = rss([
	{
		id: 'a',
		title: 'Border',
		text: "Kyrgyzstan's Health Ministry said 36 people had been killed. In Batken, 14 herders never came home.",
		at: '2022-09-18T04:00:00Z',
	},
]);
const herders = {
	...{kind: 'figure', sentence: 3, words: '14 herders never came home', by: null, measure: 'missing'},
	...{low: 14, best: 14, high: 14, qualifier: 'exact', of: 'KG', combatant: 'civilian', scope: 'running'},
};
const has = (text: string) => (screen: string[]) => screen.join('\n').includes(text);

async function dashboard(name: string, answer: (response: ServerResponse) => void) {
	const model = await serve((_, response) => answer(response));
	const source = await serve((_, response) => response.end(feed));
	const flags = ['--store', path.join(home, name), '--reader', `openai:${model}/v1#model=test`];
	const terminal = openTerminal({
		command: process.execPath,
		args: [process.env.TRUCEWATCH_COMMAND!, '--source', `rss:${source}/feed`, '--timeout', '2s', ...flags],
		columns: 120,
		rows: 40,
		env: {TRUCEWATCH_HOME: home, TERM: 'xterm-256color'},
	});
	return {terminal, flags};
}

test('what the model adds comes onto the screen, and its detail says who read it', async () => {
	const content = JSON.stringify({facts: [herders]});
	const {terminal} = await dashboard('honest', response =>
		response.end(JSON.stringify({choices: [{message: {content}}]})),
	);
	try {
		await terminal.until(has('missing'), 'the figure of the model');
		for (let row = 0; row < 10 && !has('a language model, test')(terminal.screen()); row++) {
			terminal.type('\r');
			const screen = await terminal.until(has('Read by'), 'a detail');
			if (has('a language model, test, and by no rule')(screen)) break;
			terminal.type('\u001b');
			await terminal.until(lines => !has('Read by')(lines), 'the panels again');
			terminal.type('j');
		}
		assert.ok(has('a language model, test, and by no rule (en)')(terminal.screen()));
		terminal.type('\u001b');
		terminal.type('q');
	} finally {
		terminal.kill('SIGTERM');
		await terminal.exit;
	}
});

test('a model that fails is told at the foot of the screen; what the rules read is there, and quitting does not wait', async () => {
	const {terminal, flags} = await dashboard('failing', response => response.writeHead(500).end());
	await terminal.until(
		screen =>
			has('model test: ')(screen) &&
			has('reports a fault on its own side (500)')(screen) &&
			has('36')(screen),
		'the failure',
	);
	terminal.type('q');
	assert.equal(await terminal.exit, 0);
	const {stdout} = await run(['export', '--what', 'facts', ...flags], {home});
	assert.match(stdout, /"best":36/);
});

test('a model that hangs holds up neither the screen nor its end', async () => {
	const {terminal} = await dashboard('hanging', () => {});
	await terminal.until(has('36'), 'what the rules read');
	const began = performance.now();
	terminal.type('q');
	assert.equal(await terminal.exit, 0);
	assert.ok(performance.now() - began < 1500);
});
