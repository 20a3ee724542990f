import meow from 'meow';
import about from '../package.json' with {type: 'json'};
import {nearest} from './nearest.ts';

export const commandNames = [
	'monitor',
	'once',
	'collect',
	'read',
	'sources',
	'import',
	'export',
	'search',
	'store',
	'demo',
	'info',
] as const;
export type CommandName = (typeof commandNames)[number];

/** A command for people: the one without a word is the dashboard. */
export const called = (command: CommandName): string => (command === 'monitor' ? 'the dashboard' : command);

/** Wrong usage: what is wrong, where, and a right example. Ends the program with exit code 2. */
export class UsageError extends Error {
	readonly example: string | null;

	constructor(message: string, example: string | null = null) {
		super(message);
		this.name = 'UsageError';
		this.example = example;
	}
}

export type Flag = {
	readonly name: string;
	/** How the value is written in the help; null: the flag stands alone. */
	readonly value: string | null;
	readonly isRepeatable: boolean;
	readonly help: string;
	/** As the user would write it; null: none. */
	readonly preset: string | null;
	readonly example: string;
	readonly group: 'conflict' | 'sources' | 'polling' | 'alerts' | 'output' | 'screen' | 'program';
	/** The commands that know the flag. */
	readonly commands: readonly CommandName[];
};

const everywhere = commandNames;
const withStore = [
	'monitor',
	'once',
	'collect',
	'import',
	'export',
	'search',
	'store',
	'demo',
	'info',
] as const;
const opening = ['monitor', 'once', 'collect', 'import', 'export', 'search', 'demo'] as const;
const withProfile = [
	'monitor',
	'once',
	'collect',
	'read',
	'sources',
	'import',
	'export',
	'search',
	'store',
	'info',
] as const;
const withPicture = ['monitor', 'once', 'export'] as const;
const withMoment = [...withPicture, 'search'] as const;
const withPolling = ['monitor', 'once', 'collect', 'sources'] as const;
const withReading = ['monitor', 'once', 'collect', 'read', 'import', 'export'] as const;
const withScreen = ['monitor', 'demo'] as const;
const withAlerts = ['monitor', 'once', 'collect', 'demo'] as const;

/** Every flag: the help text, the checks and the parsing all come from this table. */
export const flags: readonly Flag[] = [
	{
		name: 'profile',
		value: 'NAME|FILE',
		isRepeatable: false,
		help: 'the conflict: a built-in name or a JSON file',
		preset: 'kyrgyzstan-tajikistan',
		example: '--profile kyrgyzstan-tajikistan',
		group: 'conflict',
		commands: withProfile,
	},
	{
		name: 'side',
		value: 'NAME=WORD,…',
		isRepeatable: true,
		help: 'a side and the words that mean it, instead of a profile; give two or more',
		preset: null,
		example: "--side 'Kyrgyzstan=Kyrgyz,Bishkek' --side 'Tajikistan=Tajik,Dushanbe'",
		group: 'conflict',
		commands: withProfile,
	},
	{
		name: 'since',
		value: 'TIME',
		isRepeatable: false,
		help: 'how far back to look where the profile names no event: a length or an instant',
		preset: '14d',
		example: '--since 14d',
		group: 'conflict',
		commands: withPicture,
	},
	{
		name: 'as-of',
		value: 'INSTANT',
		isRepeatable: false,
		help: 'what had been published by then, and nothing later',
		preset: null,
		example: '--as-of 2022-09-18T06:00Z',
		group: 'conflict',
		commands: withMoment,
	},
	{
		name: 'as-seen',
		value: 'INSTANT',
		isRepeatable: false,
		help: 'what this store had seen by then, and nothing later',
		preset: null,
		example: '--as-seen 2022-09-18T06:00Z',
		group: 'conflict',
		commands: withMoment,
	},
	{
		name: 'source',
		value: 'SOURCE',
		isRepeatable: true,
		help: 'what to ask: rss:URL, a site, file:PATH; options after #',
		preset: null,
		example: '--source rss:https://news.example/rss#name=Example,every=2m',
		group: 'sources',
		commands: withPolling,
	},
	{
		name: 'every',
		value: 'LENGTH',
		isRepeatable: false,
		help: 'time between two polls of one source',
		preset: '5m',
		example: '--every 5m',
		group: 'polling',
		commands: ['monitor', 'once', 'collect'],
	},
	{
		name: 'no-poll',
		value: null,
		isRepeatable: false,
		help: 'show what is stored and ask nobody',
		preset: null,
		example: '--no-poll',
		group: 'polling',
		commands: ['monitor', 'once'],
	},
	{
		name: 'timeout',
		value: 'LENGTH',
		isRepeatable: false,
		help: 'how long one answer may take',
		preset: '20s',
		example: '--timeout 20s',
		group: 'polling',
		commands: [...withPolling, 'read', 'import'],
	},
	{
		name: 'max-body',
		value: 'SIZE',
		isRepeatable: false,
		help: 'how large one answer may be, unpacked',
		preset: '5MB',
		example: '--max-body 5MB',
		group: 'polling',
		commands: [...withPolling, 'read'],
	},
	{
		name: 'concurrency',
		value: 'COUNT',
		isRepeatable: false,
		help: 'how many sources are asked at once, one at a time per host',
		preset: '8',
		example: '--concurrency 8',
		group: 'polling',
		commands: withPolling,
	},
	{
		name: 'reader',
		value: 'READER',
		isRepeatable: false,
		help: 'a language model that reads, too: openai:URL#model=NAME; its key from TRUCEWATCH_READER_KEY',
		preset: null,
		example: '--reader openai:http://127.0.0.1:11434/v1#model=qwen2.5',
		group: 'polling',
		commands: withReading,
	},
	{
		name: 'alert',
		value: 'RULE',
		isRepeatable: true,
		help: 'tell what is new: toll, toll:SIDE:killed>=50, ceasefire, claim:drone, source',
		preset: null,
		example: "--alert 'toll:killed>=50'",
		group: 'alerts',
		commands: withAlerts,
	},
	{
		name: 'alert-cooldown',
		value: 'LENGTH',
		isRepeatable: false,
		help: 'time between two alerts of one rule; what comes meanwhile is told together',
		preset: '10m',
		example: '--alert-cooldown 10m',
		group: 'alerts',
		commands: withAlerts,
	},
	{
		name: 'alert-by',
		value: 'WAY,…',
		isRepeatable: false,
		help: 'how the screen tells: bell, notification (where the terminal knows it), none',
		preset: 'bell,notification',
		example: '--alert-by bell',
		group: 'alerts',
		commands: withScreen,
	},
	{
		name: 'alert-command',
		value: 'COMMAND',
		isRepeatable: false,
		help: 'a program with its arguments, started without a shell, the alert as JSON on its stdin',
		preset: null,
		example: "--alert-command './tell.sh desk'",
		group: 'alerts',
		commands: withAlerts,
	},
	{
		name: 'alert-webhook',
		value: 'URL',
		isRepeatable: false,
		help: 'where the alert is posted as JSON; a token for it from TRUCEWATCH_ALERT_TOKEN',
		preset: null,
		example: '--alert-webhook https://hooks.example/border',
		group: 'alerts',
		commands: withAlerts,
	},
	{
		name: 'store',
		value: 'DIR',
		isRepeatable: false,
		help: 'folder of the store; of the demo, one to keep what it plays in',
		preset: null,
		example: '--store ./border-watch',
		group: 'program',
		commands: withStore,
	},
	{
		name: 'heads',
		value: 'COUNT',
		isRepeatable: false,
		help: 'how many of the newest reports are held in memory, without their texts',
		preset: '200000',
		example: '--heads 50000',
		group: 'program',
		commands: opening,
	},
	{
		name: 'keep',
		value: 'LENGTH',
		isRepeatable: false,
		help: 'how long texts are kept; figures, claims and their sentences always are (all texts)',
		preset: null,
		example: '--keep 90d',
		group: 'program',
		commands: ['monitor', 'once', 'collect', 'import', 'store'],
	},
	{
		name: 'no-repair',
		value: null,
		isRepeatable: false,
		help: 'store check: look only, and write nothing',
		preset: null,
		example: '--no-repair',
		group: 'program',
		commands: ['store'],
	},
	{
		name: 'format',
		value: 'FORMAT',
		isRepeatable: false,
		help: 'once: text, json, markdown, csv, html · export: jsonl, csv, hxl · search: text, jsonl · sources, info, store info: text, json',
		preset: null,
		example: '--format json',
		group: 'output',
		commands: ['once', 'export', 'search', 'sources', 'store', 'info'],
	},
	{
		name: 'what',
		value: 'WHAT',
		isRepeatable: false,
		help: 'what to export: reports, facts, tally',
		preset: 'reports',
		example: '--what tally',
		group: 'output',
		commands: ['export'],
	},
	{
		name: 'limit',
		value: 'COUNT',
		isRepeatable: false,
		help: 'how many of the newest reports that are found are printed',
		preset: '20',
		example: '--limit 100',
		group: 'output',
		commands: ['search'],
	},
	{
		name: 'changes-since',
		value: 'INSTANT|last',
		isRepeatable: false,
		help: 'what is new since then, or since the last look, in place of the picture: text, json, markdown',
		preset: null,
		example: '--changes-since 2022-09-18T06:00Z',
		group: 'output',
		commands: ['once'],
	},
	{
		name: 'speed',
		value: 'FACTOR',
		isRepeatable: false,
		help: 'how many times faster than life the recorded week is played',
		preset: null,
		example: '--speed 7200',
		group: 'output',
		commands: ['demo'],
	},
	{
		name: 'episode',
		value: 'YEAR',
		isRepeatable: false,
		help: 'which recorded days are played: 2021, 2022, both',
		preset: 'both',
		example: '--episode 2022',
		group: 'output',
		commands: ['demo'],
	},
	{
		name: 'theme',
		value: 'NAME',
		isRepeatable: false,
		help: 'dark, light, mono',
		preset: 'dark',
		example: '--theme light',
		group: 'screen',
		commands: withScreen,
	},
	{
		name: 'no-color',
		value: null,
		isRepeatable: false,
		help: 'no colour; so does NO_COLOR in the environment',
		preset: null,
		example: '--no-color',
		group: 'screen',
		commands: [...withScreen, 'search'],
	},
	{
		name: 'ascii',
		value: null,
		isRepeatable: false,
		help: 'frames and marks from ASCII alone',
		preset: null,
		example: '--ascii',
		group: 'screen',
		commands: withScreen,
	},
	{
		name: 'screen-reader',
		value: null,
		isRepeatable: false,
		help: 'plain lines in reading order',
		preset: null,
		example: '--screen-reader',
		group: 'screen',
		commands: withScreen,
	},
	{
		name: 'config',
		value: 'FILE',
		isRepeatable: false,
		help: 'a file of flags, one a line; also read from the config folder',
		preset: null,
		example: '--config ./border.flags',
		group: 'program',
		commands: everywhere,
	},
	{
		name: 'log-file',
		value: 'FILE',
		isRepeatable: false,
		help: 'where to write what happens, a JSON object a line',
		preset: null,
		example: '--log-file ./trucewatch.log',
		group: 'program',
		commands: ['monitor', 'once', 'collect', 'demo'],
	},
	{
		name: 'log-level',
		value: 'LEVEL',
		isRepeatable: false,
		help: 'error, warn, info, debug',
		preset: 'info',
		example: '--log-level debug',
		group: 'program',
		commands: ['monitor', 'once', 'collect', 'demo'],
	},
	{
		name: 'help',
		value: null,
		isRepeatable: false,
		help: 'this text',
		preset: null,
		example: '--help',
		group: 'program',
		commands: everywhere,
	},
	{
		name: 'version',
		value: null,
		isRepeatable: false,
		help: 'the version',
		preset: null,
		example: '--version',
		group: 'program',
		commands: everywhere,
	},
];

/**
 * A right use of a flag, to follow “trucewatch”.
 *
 * @param command the one that was called, where it knows the flag; else one that does
 */
export function exampleOf(flag: Flag, command: CommandName = flag.commands[0]!): string {
	const known = flag.commands.includes(command) ? command : flag.commands[0]!;
	const value =
		flag.name === 'format' && (known === 'export' || known === 'search')
			? `--format ${known === 'export' ? 'csv' : 'jsonl'}`
			: flag.example;
	if (known === 'monitor') return value;
	const word = known === 'search' ? ' shelling' : known === 'store' ? ` ${storeWordFor(flag.name)}` : '';
	return `${known}${word} ${value}`;
}

/** What a store can be asked. */
export const storeWords = ['info', 'check', 'compact'] as const;
export type StoreWord = (typeof storeWords)[number];

/** The word that a flag is for, where it is not for all. */
const storeWordFor = (flag: string): StoreWord =>
	flag === 'keep' ? 'compact' : flag === 'no-repair' ? 'check' : 'info';

/** @throws {UsageError} where a store is asked nothing, or something else */
function checkStoreWord([word, ...more]: readonly string[], typed: Written): void {
	if (word === undefined) throw new UsageError(`store needs a word: ${storeWords.join(', ')}`, 'store info');
	if (!storeWords.some(known => known === word)) {
		const meant = nearest(word, storeWords);
		throw new UsageError(
			`store knows no “${word}”${meant ? `; did you mean “${meant}”?` : `; its words are ${storeWords.join(', ')}`}`,
			`store ${meant ?? 'info'}`,
		);
	}
	if (more.length > 0)
		throw new UsageError(
			`store ${word} takes no file, got “${more[0]}”; its folder is named by --store`,
			`store ${word} --store ./border-watch`,
		);
	for (const flag of ['keep', 'no-repair', 'format'])
		if (typed[flag] && storeWordFor(flag) !== word)
			throw new UsageError(
				`--${flag} has no meaning for store ${word}; it is for store ${storeWordFor(flag)}`,
				`store ${storeWordFor(flag)} ${flags.find(({name}) => name === flag)!.example}`,
			);
}

/** Values as they were written, by flag name. */
export type Written = Readonly<Record<string, readonly string[]>>;

/**
 * Refuses what no flag allows: unknown names, a value missing or too many, a flag given twice. What passes, meow reads.
 *
 * @throws {UsageError}
 */
function check(argv: readonly string[]): void {
	const seen = new Map<string, string>();
	for (let i = 0; i < argv.length && argv[i] !== '--'; i++) {
		const argument = argv[i]!;
		if (!argument.startsWith('-') || argument === '-' || argument === '-h' || argument === '-v') continue;
		const equals = argument.indexOf('=');
		const typed = equals < 0 ? argument : argument.slice(0, equals);
		const flag = flags.find(known => `--${known.name}` === typed);
		if (!flag) throw unknownFlag(typed);
		if (flag.value === null) {
			if (equals >= 0)
				throw new UsageError(`${typed} takes no value, got “${argument.slice(equals + 1)}”`, exampleOf(flag));
			continue;
		}
		const value = equals >= 0 ? argument.slice(equals + 1) : argv[++i];
		if (value === undefined || value === '' || (equals < 0 && value.startsWith('-'))) {
			throw new UsageError(
				`${typed}: expected ${flag.value} after it, got ${value ? `“${value}”` : 'nothing'}`,
				exampleOf(flag),
			);
		}
		const before = seen.get(typed);
		if (before !== undefined && !flag.isRepeatable)
			throw new UsageError(`${typed} is given twice: “${before}” and “${value}”`, exampleOf(flag));
		seen.set(typed, value);
	}
}

function unknownFlag(typed: string): UsageError {
	const meant = nearest(
		typed.replace(/^-+/, ''),
		flags.map(flag => flag.name),
	);
	const flag = flags.find(known => known.name === meant);
	return new UsageError(
		`there is no flag ${typed}${meant ? `; did you mean --${meant}?` : '; trucewatch --help lists them all'}`,
		flag ? exampleOf(flag) : '--help',
	);
}

const camelCase = (name: string): string =>
	name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const asMeowNames = (flag: Flag): string => camelCase(flag.name.replace(/^no-/, ''));

/**
 * Reads arguments into words and flags.
 *
 * @param argv as typed, without the program
 * @throws {UsageError} for an unknown flag, a flag without its value, a flag given twice
 */
export function parse(argv: readonly string[]): {words: readonly string[]; written: Written} {
	check(argv);
	const cli = meow({
		importMeta: import.meta,
		argv: [...argv],
		pkg: about,
		autoHelp: false,
		autoVersion: false,
		flags: Object.fromEntries(
			flags.map(flag => [
				asMeowNames(flag),
				flag.value === null
					? {
							type: 'boolean' as const,
							default: flag.name.startsWith('no-'),
							...(flag.name === 'help'
								? {shortFlag: 'h' as const}
								: flag.name === 'version'
									? {shortFlag: 'v' as const}
									: {}),
						}
					: {type: 'string' as const, isMultiple: true as const},
			]),
		),
	});
	const values = cli.flags as Record<string, unknown>;
	const written: Record<string, readonly string[]> = Object.create(null);
	for (const flag of flags) {
		const value = values[asMeowNames(flag)];
		if (flag.value !== null && Array.isArray(value) && value.length > 0)
			written[flag.name] = value as string[];
		if (flag.value === null && value !== flag.name.startsWith('no-')) written[flag.name] = ['true'];
	}
	return {words: cli.input, written};
}

/**
 * Finds the command among the words.
 *
 * @returns the command and the words after it; the dashboard where no word is given
 * @param typed the flags beside them
 * @throws {UsageError} where the first word is no command
 */
export function commandOf(
	words: readonly string[],
	typed: Written = {},
): {command: CommandName; inputs: readonly string[]} {
	const [first, ...inputs] = words;
	if (first === undefined) return {command: 'monitor', inputs};
	const command = commandNames.find(name => name === first);
	if (!command) {
		const named = commandNames.filter(name => name !== 'monitor');
		const meant = nearest(first, named);
		throw new UsageError(
			`there is no command “${first}”${meant ? `; did you mean “${meant}”?` : `; the commands are ${named.join(', ')}, and none for the dashboard`}`,
			meant ?? '--help',
		);
	}
	if (inputs.length === 0 && command === 'search')
		throw new UsageError(
			'search needs a word, a phrase or a filter',
			'search "ceasefire violation" side:Tajikistan since:2022-09-16',
		);
	if (command === 'store') checkStoreWord(inputs, typed);
	else if (inputs.length > 0 && command !== 'read' && command !== 'import' && command !== 'search')
		throw new UsageError(
			`${called(command)} takes no file, got “${inputs[0]}”`,
			command === 'monitor' ? '--source file:report.txt' : command,
		);
	return {command, inputs};
}

/**
 * Takes the flags of a file: one a line, the value after a blank; empty lines and lines that begin with # are left out.
 *
 * @throws {UsageError} with the file and the line
 */
export function flagsOfFile(text: string, file: string): Written {
	const argv: string[] = [];
	for (const [index, raw] of text.split('\n').entries()) {
		const line = raw.trim();
		if (line === '' || line.startsWith('#')) continue;
		const [, name = '', value = ''] = /^(\S+?)(?:[\s=]+(.*))?$/.exec(line) ?? [];
		const argument = name.startsWith('--') ? name : `--${name}`;
		const bare = /^(['"])(.*)\1$/.exec(value)?.[2] ?? value;
		try {
			const one = bare === '' ? [argument] : [`${argument}=${bare}`];
			check(one);
			argv.push(...one);
		} catch (error) {
			throw error instanceof UsageError
				? new UsageError(`${file}, line ${index + 1}: ${error.message}`, error.example)
				: error;
		}
	}
	return parse(argv).written;
}

const groups: readonly (readonly [Flag['group'], string])[] = [
	['conflict', 'The conflict'],
	['sources', 'Sources'],
	['polling', 'Asking'],
	['alerts', 'Alerts'],
	['output', 'What comes out'],
	['screen', 'The screen'],
	['program', 'The program'],
];

/** The text of `--help`, made from the table. */
export function helpText(): string {
	const line = (flag: Flag): string => {
		const left = `  --${flag.name}${flag.value ? ` ${flag.value}` : ''}`;
		return `${left.padEnd(24)} ${flag.help}${flag.preset ? ` (${flag.preset})` : ''}${flag.isRepeatable ? '; repeatable' : ''}`;
	};
	const sections = groups.map(
		([group, title]) =>
			`${title}\n${flags
				.filter(flag => flag.group === group)
				.map(line)
				.join('\n')}`,
	);
	return `trucewatch ${about.version}: who says what number about whose dead, since when, what they said before, and in which sentence

Usage
  trucewatch                     the dashboard
  trucewatch once                poll every source once, print the picture, exit
  trucewatch collect             poll without a screen until stopped; a JSON object a line on stdout
  trucewatch read [FILE… | -]    read texts, HTML or feeds; print facts as JSON Lines
  trucewatch sources             try each source now; print how it is
  trucewatch import FILE… | -    take in reports (JSON Lines, feeds); OPML becomes source flags
  trucewatch export              reports, facts or the tally
  trucewatch search WORDS…       what is kept and holds all the words, newest first
  trucewatch store WORD          info: what is kept, and what it weighs; check: whether all of it is whole; compact: make it small
  trucewatch demo                the dashboard on recorded days, served over loopback
  trucewatch info                paths, version, profile, store size, terminal abilities

${sections.join('\n\n')}

What is searched for, by search and by / on the dashboard; all of it must hold
  shelling tanks           words, each somewhere in the title or the text
  "ceasefire violation"    words in a row; so are the words of one argument with blanks in it
  source:24.kg             of a source, by its name, its id or a part of its host
  side:Kyrgyzstan          with a fact about a side or said by it; side:both is said of both
  kind:figure              with a fact of a kind: figure, ceasefire, claim
  since:2022-09-16         told since a day, an instant (2022-09-16T10:00Z) or a length of time (3d)
  until:2022-09-18         told until then; a day until its end, in the zone of the conflict

Exit codes: 0 done · 1 our own fault · 2 wrong usage · 3 no source answered · 130/143 stopped by a signal after a clean save
`;
}
