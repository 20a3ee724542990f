import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import stringWidth from 'string-width';
import {bundled} from './bundle.ts';
import {type OpenedTerminal, openTerminal} from './terminal.ts';

let entry = '';
before(async () => {
	entry = await bundled('tests/terminal/screen-entry.ts');
});

const opened: OpenedTerminal[] = [];
after(() => {
	for (const terminal of opened) {
		terminal.kill('SIGKILL');
	}
});

function open(columns: number, rows: number, ...flags: string[]): OpenedTerminal {
	const terminal = openTerminal({command: process.execPath, args: [entry, ...flags], columns, rows});
	opened.push(terminal);
	return terminal;
}

const has = (text: string) => (screen: string[]) => screen.join('\n').includes(text);
const isDrawn = (screen: string[]): boolean => screen.at(-1)?.includes('q quit') === true;

for (const [columns, rows] of [
	[40, 15],
	[300, 100],
] as const) {
	test(`fills ${columns}×${rows} and no more`, async () => {
		const terminal = open(columns, rows);
		const screen = await terminal.until(isDrawn, 'the footer in the last row');
		assert.match(screen[0] ?? '', /^trucewatch Kyrgyzstan–/);
		assert.ok(has('36')(screen) && has('Tally')(screen));
		assert.ok(screen.every(line => stringWidth(line) <= columns));
		terminal.type('q');
		assert.equal(await terminal.exit, 0);
	});
}

test('a smaller terminal gets one plain line', async () => {
	const terminal = open(30, 10);
	await terminal.until(has('trucewatch needs 40 columns'), 'the plain line');
	terminal.resize(100, 30);
	await terminal.until(isDrawn, 'the screen after growing');
	terminal.type('q');
	assert.equal(await terminal.exit, 0);
});

test('after each resize the screen is as if drawn anew', async () => {
	const sizes = [
		[100, 30],
		[40, 15],
		[160, 50],
	] as const;
	const fresh = await Promise.all(
		sizes.map(async ([columns, rows]) => {
			const terminal = open(columns, rows);
			const screen = await terminal.until(isDrawn, `a fresh frame of ${columns}×${rows}`);
			terminal.type('q');
			await terminal.exit;
			return screen.join('\n');
		}),
	);
	const terminal = open(160, 50);
	await terminal.until(isDrawn, 'the first frame');
	for (const step of [0, 1, 0, 2, 1, 2]) {
		const [columns, rows] = sizes[step] ?? sizes[0];
		terminal.resize(columns, rows);
		await terminal.until(screen => screen.join('\n') === fresh[step], `as drawn anew:\n${fresh[step]}\n`);
	}
	terminal.type('q');
	await terminal.exit;
});

test('keys move, open, find, ask and go back', async () => {
	const terminal = open(120, 40);
	await terminal.until(isDrawn, 'the first frame');
	terminal.type('j');
	await terminal.until(has('> Kyrgyzstan wounded'), 'the second row chosen');
	terminal.type('\u001b[B');
	await terminal.until(has('> Kyrgyzstan evacuated'), 'the third row by the arrow');
	terminal.type('g\r');
	await terminal.until(has('[bringing the death toll to 36]'), 'the sentence');
	terminal.type('G');
	await terminal.until(has('Twenty-nine of the injured'), 'the text of the report');
	terminal.type('\u001b');
	await terminal.until(has('[1 Tally]'), 'the panels again');
	terminal.type('\t');
	await terminal.until(has('[2 Ceasefire]'), 'the next panel');
	terminal.type('\u001b[Z');
	await terminal.until(has('[1 Tally]'), 'the panel before');
	terminal.type('6');
	await terminal.until(has('[6 Timeline'), 'the panel that had no room');
	terminal.type('1/tajik');
	await terminal.until(has('[1 Tally, 3 of 7]'), 'the rows that hold the word');
	terminal.type('\u001b');
	await terminal.until(has('[1 Tally]'), 'all rows');
	terminal.type('?');
	await terminal.until(has('poll all sources now'), 'the help');
	terminal.type('?r');
	await terminal.until(has('asked all sources'), 'the notice');
	terminal.type('o');
	await terminal.until(has('opened https://kabar.kg/news/'), 'the link');
	terminal.type('q');
	assert.equal(await terminal.exit, 0);
});

for (const [title, keys, code] of [
	['q', 'q', 0],
	['Ctrl-C', '\u0003', 0],
] as const) {
	test(`${title} restores the normal screen and the cursor`, async () => {
		const terminal = open(100, 30);
		await terminal.until(isDrawn, 'the first frame');
		assert.ok(terminal.isAlternate());
		assert.ok(!terminal.isCursorShown());
		// Keys are heard a moment after the first frame.
		terminal.type('j');
		await terminal.until(has('> Kyrgyzstan wounded'), 'the second row chosen');
		terminal.type(keys);
		assert.equal(await terminal.exit, code);
		assert.ok(!terminal.isAlternate());
		assert.ok(terminal.isCursorShown());
		assert.deepEqual(terminal.screen().filter(Boolean), ['ended with 0']);
	});
}

test('a fault in a panel restores the terminal, is told, and ends with 1', async () => {
	const terminal = openTerminal({
		command: 'sh',
		args: ['-c', `"${process.execPath}" "${entry}" --crash; echo code $?; stty -a`],
		columns: 100,
		rows: 40,
		// Ink draws nothing where it takes the terminal for a build server's.
		env: {CI: '1'},
	});
	opened.push(terminal);
	await terminal.until(isDrawn, 'the first frame');
	terminal.type('r');
	assert.equal(await terminal.exit, 0);
	const screen = terminal.screen().join('\n');
	assert.ok(!terminal.isAlternate());
	assert.ok(terminal.isCursorShown());
	assert.match(screen, /trucewatch: the screen failed/);
	assert.match(screen, /code 1/);
	assert.match(screen, /[^-]icanon/);
	assert.match(screen, /[^-]echo\b/);
});

test('a signal that the caller hears restores the terminal', async () => {
	const terminal = open(100, 30);
	await terminal.until(isDrawn, 'the first frame');
	terminal.kill('SIGTERM');
	assert.equal(await terminal.exit, 0);
	assert.ok(!terminal.isAlternate() && terminal.isCursorShown());
});

test('without colour the focus still shows, and with it no byte asks for one', async () => {
	const colored = open(100, 30);
	await colored.until(isDrawn, 'the first frame');
	assert.match(colored.styles(2), /^i{9}/);
	const plain = open(100, 30, '--no-color');
	const screen = await plain.until(isDrawn, 'the first frame');
	assert.match(screen[2] ?? '', /^\[1 Tally\]/);
	assert.doesNotMatch(plain.written(), /\u001b\[[\d;]*m/);
	for (const terminal of [colored, plain]) {
		terminal.type('q');
		await terminal.exit;
	}
});

test('for a screen reader there is text in the normal screen, one panel at a time', async () => {
	const terminal = open(100, 30, '--screen-reader');
	await terminal.until(has('chosen: Kyrgyzstan killed'), 'the chosen row in words');
	assert.ok(!terminal.isAlternate());
	assert.ok(terminal.screen().every(line => !line.includes('─')));
	terminal.type('q');
	assert.equal(await terminal.exit, 0);
});

test('nothing is written while nothing changes', async () => {
	const terminal = open(100, 30, '--ticks');
	await terminal.until(isDrawn, 'the first frame');
	const before = terminal.written().length;
	// The entry draws the same state a hundred times, then says so in a notice.
	terminal.type('r');
	await terminal.until(has('asked all sources'), 'the notice');
	assert.ok(
		terminal.written().length - before < 500,
		`${terminal.written().length - before} bytes for one notice`,
	);
	terminal.type('q');
	await terminal.exit;
});
