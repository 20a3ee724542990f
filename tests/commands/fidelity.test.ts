import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {pathToFileURL} from 'node:url';
import fc from 'fast-check';
import {exportKept} from '../../source/commands/export.ts';
import {importReports} from '../../source/commands/import.ts';
import type {Program} from '../../source/commands/program.ts';
import {optionsOf} from '../../source/options.ts';
import {cleanLine, cleanText, httpUrl, textLimit} from '../../source/reports/clean.ts';
import {fingerprintOf, type Report} from '../../source/reports/report.ts';
import {openStore} from '../../store/open.ts';
import {folder} from './command.ts';

const home = folder();
const now = Date.parse('2022-09-20T00:00Z');
let count = 0;
const fresh = (): string => path.join(home, `store-${++count}`);

/** Runs a command in this process; what it printed, and what it said beside. */
async function called(
	command: 'export' | 'import',
	store: string,
	inputs: readonly string[] = [],
	flags: Readonly<Record<string, readonly string[]>> = {},
): Promise<{out: string; err: string}> {
	let [out, err] = ['', ''];
	const program: Program = {
		entry: pathToFileURL(process.env.TRUCEWATCH_COMMAND!).href,
		environment: {TRUCEWATCH_HOME: home},
		isTerminal: false,
		isOutTerminal: false,
		isErrorTerminal: false,
		columns: 80,
		out: text => {
			out += text;
		},
		drained: async () => {},
		err: text => {
			err += text;
		},
		stopped: new AbortController().signal,
		clock: () => now,
	};
	const options = optionsOf(command, inputs, {...flags, store: [store]}, {}, {});
	assert.equal(await (command === 'export' ? exportKept : importReports)(options, program), 0);
	return {out, err};
}

function importing(store: string, lines: string): Promise<{out: string; err: string}> {
	const file = path.join(home, `lines-${++count}.jsonl`);
	writeFileSync(file, lines);
	return called('import', store, [file]);
}

async function fill(store: string, reports: readonly Report[]): Promise<void> {
	const opened = await openStore({directory: store, clock: () => now});
	await opened.commit({reports: reports.map(report => ({report, facts: [], reader: 'none'}))});
	await opened.close();
}

async function keptIn(store: string): Promise<Report[]> {
	const opened = await openStore({directory: store, clock: () => now});
	try {
		const reports: Report[] = [];
		for (const {report} of opened.snapshot().kept)
			reports.push({...report, text: (await opened.text(report.id, report.revision))!});
		return reports;
	} finally {
		await opened.close();
	}
}

const words = fc.oneof(
	fc.string({unit: 'binary', maxLength: 60}),
	fc.string({unit: 'grapheme', maxLength: 60}),
	fc.constantFrom(
		'',
		'36 killed\u2028in Batken',
		'"quoted", =1+1',
		'{"id": 1}',
		'Число погибших — 59',
		'\u0000\u001b[2J',
	),
);
// As far as a calendar goes, and with no part of a second lost.
const instants = fc.oneof(
	fc.integer({min: now - 86_400_000, max: now}),
	fc.constantFrom(8.64e15, -8.64e15, 0, -1, Date.parse('0001-01-01'), 253_402_300_800_000),
);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, {nil: null});

/** What a store may hold: cleaned text, whatever else was stated. Few ids and few texts, so that they meet. */
const report: fc.Arbitrary<Report> = fc
	.record({
		id: fc.constantFrom('a', 'b', 'c', '17', 'constructor', 'Ы'),
		revision: fc.integer({min: 1, max: 4}),
		source: fc.constantFrom(
			'wire',
			'rss:https://news.example/',
			`rss:https://news.example/${'x'.repeat(1900)}`,
		),
		outlet: maybe(words.map(text => cleanLine(text, 100).text).filter(text => text !== '')),
		url: maybe(fc.webUrl().map(url => httpUrl(url)!)),
		title: words.map(text => cleanLine(text).text),
		text: fc.oneof(
			words.map(text => cleanText(text).text),
			fc.constantFrom('same text', `${'a long report. '.repeat(20_000)}`.slice(0, textLimit - 1).trim()),
		),
		publishedAt: maybe(instants),
		updatedAt: maybe(instants),
		firstSeenAt: instants,
		language: fc.constantFrom(null, 'en', 'ru', 'ky'),
		origin: fc.constantFrom('a', 'b', 'elsewhere'),
		fingerprint: fc.option(fc.constantFrom('f1', 'f2'), {nil: ''}),
		isCut: fc.boolean(),
	})
	.filter(({title, text}) => title !== '' || text !== '')
	.map(each => ({...each, fingerprint: each.fingerprint || fingerprintOf(each.title, each.text)}));
const reports = fc.uniqueArray(report, {
	minLength: 1,
	maxLength: 20,
	selector: ({id, revision}) => `${id} ${revision}`,
});

test('a store made of the export of another one is that store', async () => {
	await fc.assert(
		fc.asyncProperty(reports, async given => {
			const [first, second] = [fresh(), fresh()];
			await fill(first, given);
			const {out, err} = await called('export', first);
			assert.equal(err, '');
			const told = (await importing(second, out)).err;
			assert.match(told, new RegExp(`${given.length} of ${given.length} reports were new`));
			assert.deepEqual(await keptIn(second), given, 'heads, texts and their order');
			assert.equal((await called('export', second)).out, out, 'byte for byte');
			assert.match((await importing(second, out)).err, /: 0 of \d+ reports were new/);
			assert.deepEqual(await keptIn(second), given, 'a second time changes nothing');
		}),
		{numRuns: 8},
	);
});

test('a store that has some of it gets the rest, and nothing twice', async () => {
	await fc.assert(
		fc.asyncProperty(reports, fc.array(fc.boolean(), {minLength: 20, maxLength: 20}), async (given, has) => {
			const [first, second] = [fresh(), fresh()];
			await fill(first, given);
			await fill(
				second,
				given.filter((_, index) => has[index]),
			);
			await importing(second, (await called('export', first)).out);
			const key = ({id, revision}: Report) => `${id} ${revision}`;
			const sorted = (list: readonly Report[]) => [...list].sort((a, b) => (key(a) < key(b) ? -1 : 1));
			assert.deepEqual(sorted(await keptIn(second)), sorted(given));
		}),
		{numRuns: 6},
	);
});

const said = (text: string, revision: number, firstSeenAt = now): Report => ({
	id: 'a',
	revision,
	source: 'wire',
	outlet: 'Wire',
	url: null,
	title: 'Toll',
	text,
	publishedAt: now - 3_600_000,
	updatedAt: null,
	firstSeenAt,
	language: 'en',
	origin: 'a',
	fingerprint: fingerprintOf('Toll', text),
	isCut: false,
});

test('a text that came back after a change is a revision of its own', async () => {
	const given = [said('36 killed', 1), said('46 killed', 2), said('36 killed', 3)];
	const [first, second] = [fresh(), fresh()];
	await fill(first, given);
	await importing(second, (await called('export', first)).out);
	assert.deepEqual(await keptIn(second), given);
});

test('stores that watched the same source apart are joined without a loss, and settle', async () => {
	const [one, other] = [fresh(), fresh()];
	await fill(one, [said('24', 1, 1), said('36', 2, 2), said('46', 3, 3)]);
	await fill(other, [said('24', 1, 1), said('46', 2, 4)]);
	const lines = (await called('export', one)).out;
	await importing(other, lines);
	const joined = await keptIn(other);
	assert.deepEqual(
		joined.map(({text, revision}) => [revision, text]),
		[
			[1, '24'],
			[2, '46'],
			[3, '36'],
		],
	);
	await importing(other, lines);
	assert.deepEqual(await keptIn(other), joined);
});

test('a line that was written elsewhere may hold U+2028 as it is', async () => {
	const store = fresh();
	const line =
		'{"id":"a","source":"wire","title":"Toll","text":"36 killed\u2028and 59 hurt","publishedAt":null}';
	const {err} = await importing(store, `${line}\r\n\r\n{"title":"Other","text":"x"}`);
	assert.match(err, /2 of 2 reports were new/);
	assert.deepEqual(
		(await keptIn(store)).map(({text}) => text),
		['36 killed\nand 59 hurt', 'x'],
	);
});

const tables: readonly [string, string, RegExp][] = [
	['reports', 'csv', /holds reports as CSV/],
	['facts', 'csv', /holds facts as CSV/],
	['facts', 'jsonl', /holds facts/],
	['tally', 'csv', /holds the tally as a table/],
	['tally', 'hxl', /holds the tally as a table/],
	['tally', 'jsonl', /holds the tally/],
];
const filled = fresh();
for (const [what, format, message] of tables)
	test(`${what} as ${format} are for other programs, and do not come back as a report`, async () => {
		const toll = 'Kyrgyzstan’s Health Ministry said 36 people had been killed.';
		await importing(filled, JSON.stringify({id: 'a', title: 'Toll', text: toll, publishedAt: '2022-09-18'}));
		const {out} = await called('export', filled, [], {what: [what], format: [format]});
		assert.ok(out.includes('36'));
		await assert.rejects(importing(fresh(), out), {name: 'UsageError', message});
	});
