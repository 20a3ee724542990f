import assert from 'node:assert/strict';
import {test} from 'node:test';
import {commandOf, flags, flagsOfFile, helpText, parse, UsageError} from '../source/flags.ts';
import {nearest} from '../source/nearest.ts';
import {type Options, optionsOf} from '../source/options.ts';

function options(line: readonly string[], filed = '', environment: Record<string, string> = {}): Options {
	const {words, written} = parse(line);
	const {command, inputs} = commandOf(words);
	return optionsOf(command, inputs, written, filed ? flagsOfFile(filed, 'border.flags') : {}, environment);
}

const read: [string[], Partial<Options>][] = [
	[
		[],
		{
			command: 'monitor',
			everyMs: 300_000,
			timeoutMs: 20_000,
			maxBodyBytes: 5 * 1024 * 1024,
			concurrency: 8,
			isPolling: true,
			hasColor: true,
			format: 'text',
		},
	],
	[['once', '--format', 'json'], {command: 'once', format: 'json'}],
	[['once', '--format=html', '--no-poll'], {format: 'html', isPolling: false}],
	[
		['--source', 'rss:https://a.example/rss#name=A', '--source=https://b.example/?a=b'],
		{sources: ['rss:https://a.example/rss#name=A', 'https://b.example/?a=b']},
	],
	[
		['--every', '90s', '--timeout', '1.5m', '--max-body', '500KB', '--concurrency', '3'],
		{everyMs: 90_000, timeoutMs: 90_000, maxBodyBytes: 512_000, concurrency: 3},
	],
	[['search', 'x', '--heads', '50000'], {heads: 50_000}],
	[['--as-of', '2022-09-18T06:00Z'], {asOf: Date.UTC(2022, 8, 18, 6)}],
	[['--as-of', '2022-09-18T12:00+06:00'], {asOf: Date.UTC(2022, 8, 18, 6)}],
	[['--as-seen', '2022-09-18'], {asSeen: Date.UTC(2022, 8, 18)}],
	[['--since', '2d'], {since: {lengthMs: 172_800_000}}],
	[['--since', '2022-09-01'], {since: {from: Date.UTC(2022, 8, 1)}}],
	[['--side', 'A=B', '--side', 'C=D'], {sides: ['A=B', 'C=D']}],
	[['read', 'a.txt', '-'], {command: 'read', inputs: ['a.txt', '-']}],
	[['read', '--', '--odd-name'], {inputs: ['--odd-name']}],
	[['export', '--what', 'tally', '--format', 'hxl'], {what: 'tally', format: 'hxl'}],
	[['export'], {what: 'reports', format: 'jsonl'}],
	[
		[
			'demo',
			'--speed',
			'7200',
			'--episode',
			'2022',
			'--ascii',
			'--no-color',
			'--screen-reader',
			'--theme',
			'mono',
		],
		{speed: 7200, episode: '2022', isAscii: true, hasColor: false, isScreenReader: true, theme: 'mono'},
	],
	[['--log-file', 'a.log', '--log-level', 'debug'], {logFile: 'a.log', logLevel: 'debug'}],
];
for (const [line, expected] of read) {
	test(`reads: ${line.join(' ') || '(nothing)'}`, () => {
		const all = options(line);
		for (const [key, value] of Object.entries(expected))
			assert.deepEqual(all[key as keyof Options], value, key);
	});
}

const refused: [string[], RegExp][] = [
	[['--sorce', 'x'], /no flag --sorce; did you mean --source\?/],
	[['--no-pol'], /did you mean --no-poll\?/],
	[['--zzzzzzz'], /no flag --zzzzzzz; trucewatch --help/],
	[['-x'], /no flag -x/],
	[['onse'], /no command “onse”; did you mean “once”\?/],
	[['wibble'], /no command “wibble”; the commands are once, .*, and none for the dashboard/],
	[['--every'], /--every: expected LENGTH after it, got nothing/],
	[['--every='], /--every: expected LENGTH after it/],
	[['--every', '--no-poll'], /--every: expected LENGTH after it, got “--no-poll”/],
	[['--every', 'soon'], /--every: expected a length of time such as 30s, 5m, 2h or 14d, got “soon”/],
	[['--every', '5'], /--every: expected a length/],
	[['--every', '-5m'], /--every: expected LENGTH after it, got “-5m”/],
	[['--every=-5m'], /--every: expected a length/],
	[['--every', '100ms'], /--every: expected at least 1s/],
	[['--every', '5m', '--every', '6m'], /--every is given twice/],
	[['--timeout', '99w'], /at most 23 days/],
	[['--no-poll=yes'], /--no-poll takes no value/],
	[['--max-body', '5'], /--max-body: expected a size/],
	[['--max-body', '5 apples'], /--max-body: expected a size/],
	[['--concurrency', '0'], /whole number from 1 to 64/],
	[['--concurrency', '2.5'], /whole number/],
	[['--as-of', 'yesterday'], /--as-of: expected an instant with its zone/],
	[['--as-of', '2022-09-18T06:00'], /with its zone/],
	[['--as-of', '2022-02-31'], /--as-of: expected an instant/],
	[['--as-of', '2022-09-18', '--as-seen', '2022-09-18'], /exclude each other/],
	[['--profile', 'a', '--side', 'A=B'], /--profile and --side exclude each other/],
	[['once', '--format', 'xml'], /--format: expected text, json, markdown, csv, html.*, got “xml”/],
	[['once', '--format', 'jsn'], /did you mean json\?/],
	[['export', '--format', 'html'], /--format: expected jsonl, csv, hxl/],
	[['once', '--theme', 'dark'], /--theme has no meaning for once; it is for the dashboard, demo/],
	[['demo', '--source', 'x'], /--source has no meaning for demo/],
	[['--theme', 'drak'], /did you mean dark\?/],
	[['--alert', 'toll', '--as-of', '2022-09-18'], /--alert and --as-of exclude each other/],
	[['--alert-cooldown', '5m'], /--alert-cooldown has nothing to tell without --alert/],
	[['--alert', 'toll', '--alert-by', 'bell,none'], /“none” alone/],
	[['--alert', 'toll', '--alert-by', 'bel'], /did you mean bell\?/],
	[['--alert', 'toll', '--alert-command', "tell 'x"], /without its other half/],
	[['--alert', 'toll', '--alert-webhook', 'hooks.example'], /expected an http or https address$/],
	[['--alert', 'toll', '--alert-webhook', 'https://a:b@hooks.example/'], /TRUCEWATCH_ALERT_TOKEN/],
	[['collect', '--alert', 'toll', '--alert-by', 'bell'], /--alert-by has no meaning for collect/],
	[['--store', 'postgres://host/db'], /--store: expected a folder/],
	[['once', '--heads', '500'], /--heads: expected a whole number from 10000 to 5000000, got “500”/],
	[['info', '--heads', '20000'], /--heads has no meaning for info/],
	[['once', 'file.txt'], /once takes no file, got “file.txt”/],
	[['monitor', 'file.txt'], /the dashboard takes no file/],
	[['--bogus'], /no flag --bogus; trucewatch --help lists them all/],
];
for (const [line, message] of refused) {
	test(`refuses: ${line.join(' ')}`, () => {
		assert.throws(
			() => options(line),
			error => error instanceof UsageError && message.test(error.message) && (error.example ?? '') !== '',
		);
	});
}

test('a refusal shows a right example, and the example is right', () => {
	for (const [line] of refused) {
		try {
			options(line);
		} catch (error) {
			const {example} = error as UsageError;
			if (example === null) continue;
			const words = example.match(/'[^']*'|\S+/g)!.map(word => word.replace(/^'|'$/g, ''));
			parse(words);
		}
	}
});

test('a file of flags: comments and empty lines are left out, the command line wins', () => {
	const filed =
		'# the border\n\n--source rss:https://a.example/rss#name=A,every=2m\nsource https://b.example/\n--every 2m\n--no-poll\n--speed 5\n--side "A=B c"\n';
	assert.deepEqual(options([], filed).sources, [
		'rss:https://a.example/rss#name=A,every=2m',
		'https://b.example/',
	]);
	assert.equal(options([], filed).everyMs, 120_000);
	assert.equal(options([], filed).isPolling, false);
	assert.deepEqual(options([], filed).sides, ['A=B c']);
	assert.equal(options(['--every', '3m'], filed).everyMs, 180_000);
	assert.deepEqual(options(['--source', 'https://c.example/'], filed).sources, ['https://c.example/']);
});

test('alerts of a file of flags are passed over by the demo and for an archive', () => {
	const filed = '--alert toll\n--alert-command ./tell.sh desk\n';
	const {alerts, alertCommand} = options([], filed);
	assert.deepEqual([alerts, alertCommand], [['toll'], ['./tell.sh', 'desk']]);
	assert.deepEqual(options(['demo'], filed).alerts, []);
	assert.equal(options(['demo'], '--store ./border').store, null);
	assert.equal(options(['demo', '--store', './days'], '--store ./border').store, './days');
	assert.equal(options(['demo', '--alert', 'claim'], filed).alertCommand, null);
	assert.deepEqual(options(['--as-of', '2022-09-18'], filed).alerts, []);
	assert.deepEqual(options([]).alertBy, ['bell', 'notification']);
	assert.deepEqual(options(['--alert', 'toll', '--alert-by', 'none']).alertBy, []);
});

test('a file of flags is refused with its line', () => {
	assert.throws(
		() => flagsOfFile('--every 5m\n--sorce x\n', 'border.flags'),
		/border\.flags, line 2: there is no flag --sorce/,
	);
});

test('NO_COLOR and a dumb terminal take colour away', () => {
	assert.equal(options([], '', {NO_COLOR: '1'}).hasColor, false);
	assert.equal(options([], '', {NO_COLOR: ''}).hasColor, true);
	assert.equal(options([], '', {TERM: 'dumb'}).hasColor, false);
});

test('the help names every flag and every command', () => {
	const help = helpText();
	for (const flag of flags) assert.match(help, new RegExp(`--${flag.name}\\b`));
});

test('each flag has a right example of itself', () => {
	for (const flag of flags) {
		const words = flag.example.match(/'[^']*'|\S+/g)!.map(word => word.replace(/^'|'$/g, ''));
		assert.ok(parse(words).written[flag.name], flag.name);
	}
});

test('the nearest word is found, and none where none is near', () => {
	assert.equal(nearest('sorce', ['source', 'side']), 'source');
	assert.equal(nearest('qqqq', ['source', 'side']), null);
});
