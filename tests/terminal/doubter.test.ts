// Somebody who doubts a number, at a real terminal, in the whole program: by keys alone from the tally to what stands behind it.
import assert from 'node:assert/strict';
import {after, before, suite, test} from 'node:test';
import stringWidth from 'string-width';
import {folder, run} from '../commands/command.ts';
import {type OpenedTerminal, openTerminal} from './terminal.ts';

const home = folder();
const bulletin = (killed: number): string =>
	`Kyrgyzstan's Health Ministry said ${killed} people had been killed in the fighting on the border. Wounded people were brought to the hospitals of Batken, Leilek and Kulundu in the night.`;
const report = (
	id: string,
	outlet: string,
	publishedAt: string,
	title: string,
	text: string,
	more: object = {},
): string =>
	JSON.stringify({
		...{id, source: `rss:https://${id}.example/rss`, outlet, url: `https://${id}.example/story`},
		...{title, text, publishedAt, firstSeenAt: publishedAt, ...more},
	});
const reports = [
	report('first', 'Kabar', '2022-09-17T04:00:00Z', 'Bulletin of Saturday', bulletin(24)),
	report(
		'first',
		'Kabar',
		'2022-09-17T04:00:00Z',
		'Bulletin of Saturday, corrected',
		`${bulletin(24)} A school burned down.`,
		{
			revision: 2,
			updatedAt: '2022-09-17T06:00:00Z',
			firstSeenAt: '2022-09-17T06:00:00Z',
		},
	),
	report('second', 'Akipress', '2022-09-18T04:00:00Z', 'Bulletin of Sunday', bulletin(36)),
	report(
		'second',
		'Akipress',
		'2022-09-18T04:00:00Z',
		'Bulletin of Sunday, longer',
		`${bulletin(36)} The border stayed shut.`,
		{
			revision: 2,
			updatedAt: '2022-09-18T12:00:00Z',
			firstSeenAt: '2022-09-18T12:00:00Z',
		},
	),
	report('third', 'Kabar', '2022-09-18T12:00:00Z', 'Bulletin of the evening', bulletin(59)),
	report('copy', 'TASS', '2022-09-18T05:00:00Z', 'Bishkek gives a count', bulletin(36)),
	report(
		'other',
		'24.kg',
		'2022-09-18T06:00:00Z',
		'Another count',
		"Kyrgyzstan's Emergency Situations Ministry said 37 people had been killed.",
	),
];

const opened: OpenedTerminal[] = [];
before(async () => {
	const {code, stderr} = await run(['import', '-'], {home, input: reports.join('\n')});
	assert.equal(code, 0, stderr);
});
after(() => {
	for (const terminal of opened) terminal.kill('SIGKILL');
});

type Size = {readonly columns: number; readonly rows: number; readonly flags?: readonly string[]};

function open({columns, rows, flags = []}: Size, moment: string): OpenedTerminal {
	const terminal = openTerminal({
		command: process.execPath,
		args: [process.env.TRUCEWATCH_COMMAND!, '--no-poll', '--as-of', moment, ...flags],
		columns,
		rows,
		env: {TRUCEWATCH_HOME: home, TERM: 'xterm-256color'},
	});
	opened.push(terminal);
	return terminal;
}

const words = (screen: readonly string[]): string => screen.join(' ').replace(/\s+/g, ' ');
const has = (text: string) => (screen: string[]) => words(screen).includes(text);
const chosen = (screen: readonly string[]): string =>
	screen.find(line => /^(?:> |chosen: )/.test(line)) ?? 'nothing';

/** Goes from one thing that can be opened to the next until it is the one that is looked for. */
async function choose(terminal: OpenedTerminal, text: string): Promise<void> {
	for (let tries = 0; tries < 30; tries++) {
		const was = chosen(terminal.screen());
		terminal.type('n');
		const screen = await terminal.until(next => chosen(next) !== was, `another choice than ${was}`);
		if (chosen(screen).replaceAll(' | ', ' · ').includes(text)) return;
	}
	throw new Error(`never chosen: ${text}\n${terminal.screen().join('\n')}`);
}

suite('from a number to all that stands behind it', {concurrency: true}, () => {
	for (const size of [
		{columns: 60, rows: 20},
		{columns: 120, rows: 40},
		{columns: 80, rows: 24, flags: ['--screen-reader']},
		{columns: 80, rows: 24, flags: ['--ascii', '--no-color']},
	]) {
		test(`at ${size.columns}×${size.rows} ${size.flags?.join(' ') ?? ''}`, async () => {
			const terminal = open(size, '2022-09-18T14:00:00Z');
			const see = async (text: string): Promise<string[]> => {
				const screen = await terminal.until(has(text), text);
				for (const line of screen) assert.ok(stringWidth(line) <= size.columns, line);
				return screen;
			};
			/** Waits until the way that is told at the top ends there. */
			const stand = (crumb: string): Promise<string[]> =>
				terminal.until(
					screen => screen.slice(0, 6).some(line => /[›>] /.test(line) && line.endsWith(` ${crumb}`)),
					`the way to ${crumb}`,
				);
			/** Goes to the end until these words are there: the text of a report comes a moment after the rest. */
			const read = (text: string): Promise<string[]> => {
				const isThere = has(text);
				press('G');
				return terminal.until(screen => {
					if (isThere(screen)) return true;
					press('G');
					return false;
				}, text);
			};
			const press = (keys: string): void => terminal.type(keys);
			await terminal.until(screen => /Kyrgyzstan +killed/.test(chosen(screen)), 'the row');
			press('\r');
			await stand('Health Ministry 59');
			await see('Kyrgyzstan, killed: 59, says Health Ministry');
			await choose(terminal, '24 from 17 Sep');
			press('\r');
			await stand('24 17 Sep 10:00');
			await see('[24 people had been killed]');
			// The report of the earlier figure, and its revisions.
			await choose(terminal, '2 · 17 Sep');
			press('\r');
			await stand('revision 2');
			const revision = words(await read('A school burned down.'));
			assert.match(revision, /(?:\+|new:) A school burned down\./);
			press('h');
			await stand('revision 1');
			press('\u001b');
			await stand('24 17 Sep 10:00');
			press('\u001b');
			const again = await stand('Health Ministry 59');
			assert.match(chosen(again), /24 from 17 Sep/, 'still chosen');
			// The carriers of the other earlier figure, and the report of one.
			await choose(terminal, '36 from 18 Sep');
			press('\r');
			await stand('36 10:00');
			await choose(terminal, 'TASS');
			press('\r');
			await stand('TASS 11:00');
			await see('TASS tells: Kyrgyzstan, killed: 36, says Health Ministry');
			await read('were brought to the hospitals of Batken, Leilek and Kulundu');
			for (const back of ['36 10:00', 'Health Ministry 59']) {
				press('\u001b');
				await stand(back);
			}
			press('\u001b');
			await see('1 Tally');
			press('q');
			assert.equal(await terminal.exit, 0);
		});
	}

	test('an earlier hour knows nothing of a later one: no number, revision, or text', async () => {
		const terminal = open({columns: 100, rows: 60}, '2022-09-18T12:30:00Z');
		await terminal.until(has('59'), 'the later number');
		terminal.type('[');
		await terminal.until(has('ARCHIVE as of 18 Sep 2022 18:00'), 'the whole hour before');
		assert.ok(has('59')(terminal.screen()), 'told at this very hour');
		terminal.type('[');
		const screen = await terminal.until(has('ARCHIVE as of 18 Sep 2022 17:00'), 'an hour earlier');
		assert.doesNotMatch(words(screen), /\b59\b|longer|stayed shut/);
		terminal.type('\r');
		await terminal.until(has('Kyrgyzstan, killed: 37, says Emergency'), 'the first claimant of then');
		terminal.type('l');
		await terminal.until(has('Kyrgyzstan, killed: 36, says Health Ministry'), 'what was known then');
		await choose(terminal, '1 ·');
		assert.ok(has('Revisions of this report: 1')(terminal.screen()));
		assert.doesNotMatch(words(terminal.screen()), /\b59\b|longer|stayed shut/);
		terminal.type('\r');
		assert.doesNotMatch(
			words(await terminal.until(has("[Kyrgyzstan's Health Ministry said 36"), 'the text of then')),
			/\b59\b|longer|stayed shut/,
		);
		terminal.type(']');
		await terminal.until(has('ARCHIVE as of 18 Sep 2022 18:00'), 'an hour on');
		terminal.type('\u001b');
		await terminal.until(has('Kyrgyzstan, killed: 59'), 'the same claimant, an hour later');
		terminal.type('{{');
		const gone = await terminal.until(has('ARCHIVE as of 16 Sep 2022 18:00'), 'two days earlier');
		assert.match(words(gone), /does not hold what was open/);
		assert.doesNotMatch(words(gone), /Health Ministry|\b24\b|\b36\b|\b59\b/);
		terminal.type('0');
		await terminal.until(screen => has('Kyrgyzstan, killed: 59')(screen) && !has('ARCHIVE')(screen), 'now');
		terminal.type('q');
		assert.equal(await terminal.exit, 0);
	});

	test('y puts the sentence and where it stands into the clipboard of the terminal', async () => {
		const terminal = open({columns: 100, rows: 30}, '2022-09-18T14:00:00Z');
		await terminal.until(has('> Kyrgyzstan killed'), 'the row');
		terminal.type('y');
		await terminal.until(has('copied'), 'the notice');
		const [, base64 = ''] = /\u001b\]52;c;([^\u0007]*)\u0007/.exec(terminal.written()) ?? [];
		assert.equal(
			Buffer.from(base64, 'base64').toString('utf8'),
			"“Kyrgyzstan's Health Ministry said 59 people had been killed in the fighting on the border.” · Health Ministry, Kyrgyzstan · 18 Sep 2022 18:00 Asia/Bishkek · rss:https://third.example/rss · https://third.example/story",
		);
		terminal.type('q');
		await terminal.exit;
	});
});
