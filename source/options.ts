import bytes from 'bytes';
import ms, {type StringValue} from 'ms';
import {wordsOf} from './alerts/words.ts';
import {type CommandName, called, exampleOf, type Flag, flags, UsageError, type Written} from './flags.ts';
import {nearest} from './nearest.ts';

const themes = ['dark', 'light', 'mono'] as const;
const logLevels = ['error', 'warn', 'info', 'debug'] as const;
const episodes = ['2021', '2022', 'both'] as const;
const alertWays = ['bell', 'notification', 'none'] as const;
const exported = ['reports', 'facts', 'tally'] as const;
const formatsOf: Readonly<Partial<Record<CommandName, readonly string[]>>> = {
	once: ['text', 'json', 'markdown', 'csv', 'html'],
	export: ['jsonl', 'csv', 'hxl'],
	search: ['text', 'jsonl'],
	sources: ['text', 'json'],
	store: ['text', 'json'],
	info: ['text', 'json'],
};

// With fewer, a picture of a lively fortnight would not fit; more of them than this no memory holds.
const leastHeads = 10_000;
const mostHeads = 5_000_000;
// So far back, copies of one story are told by their texts.
const leastKeepMs = 72 * 3_600_000;

// A list of changes is no table.
const changesFormats = ['text', 'json', 'markdown'] as const;

/** What the user asked for, checked. */
export type Options = {
	readonly command: CommandName;
	/** Files, or `-` for standard input; of a search its words; of a store what it is asked. */
	readonly inputs: readonly string[];
	readonly profile: string | null;
	readonly sides: readonly string[];
	readonly sources: readonly string[];
	/** A length or an instant, of which one is set. */
	readonly since: {readonly lengthMs: number} | {readonly from: number};
	readonly asOf: number | null;
	readonly asSeen: number | null;
	/** `last`: the last look at the store; null: the picture is asked for. */
	readonly changesSince: number | 'last' | null;
	readonly everyMs: number;
	/** Whether the user set it, so that it goes before what sources say of themselves. */
	readonly isEveryGiven: boolean;
	readonly isPolling: boolean;
	readonly timeoutMs: number;
	readonly maxBodyBytes: number;
	readonly concurrency: number;
	/** As it was written; null: the rules read alone. */
	readonly reader: string | null;
	/** Rules, as they were written. */
	readonly alerts: readonly string[];
	readonly alertCooldownMs: number;
	readonly alertBy: readonly ('bell' | 'notification')[];
	/** A program and its arguments. */
	readonly alertCommand: readonly [string, ...string[]] | null;
	readonly alertWebhook: string | null;
	readonly store: string | null;
	/** How many of the newest reports are held in memory. */
	readonly heads: number;
	/** How long texts are kept; null: always. */
	readonly keepMs: number | null;
	/** Whether a check mends what it finds. */
	readonly repairs: boolean;
	readonly format: string;
	readonly what: (typeof exported)[number];
	/** Reports that a search prints. */
	readonly limit: number;
	/** Null: the demo's own. */
	readonly speed: number | null;
	readonly episode: (typeof episodes)[number];
	readonly theme: (typeof themes)[number];
	readonly hasColor: boolean;
	readonly isAscii: boolean;
	readonly isScreenReader: boolean;
	readonly logFile: string | null;
	readonly logLevel: (typeof logLevels)[number];
};

/**
 * Checks what was written for one command and gives every value its type.
 *
 * @param typed from the command line; what stands there wins
 * @param filed from a file of flags, which serves all commands: what this command does not know is passed over
 * @throws {UsageError} naming the flag, what is wrong with it, and a right example
 */
export function optionsOf(
	command: CommandName,
	inputs: readonly string[],
	typed: Written,
	filed: Written,
	environment: Readonly<Record<string, string | undefined>>,
): Options {
	try {
		return checked(command, inputs, typed, filed, environment);
	} catch (error) {
		if (!(error instanceof WrongValue)) throw error;
		throw new UsageError(error.message, exampleOf(error.flag, command));
	}
}

function checked(
	command: CommandName,
	inputs: readonly string[],
	typed: Written,
	filed: Written,
	environment: Readonly<Record<string, string | undefined>>,
): Options {
	for (const name of Object.keys(typed)) {
		const flag = flags.find(known => known.name === name)!;
		if (!flag.commands.includes(command))
			throw new UsageError(
				`--${name} has no meaning for ${called(command)}; it is for ${flag.commands.map(called).join(', ')}`,
				exampleOf(flag),
			);
	}
	const all = (name: string): readonly string[] =>
		typed[name] ?? (isFiled(name, command) ? filed[name] : undefined) ?? [];
	const one = (name: string): string | null => all(name)[0] ?? null;
	const given = (name: string): string => one(name) ?? flags.find(flag => flag.name === name)!.preset!;
	const store = one('store');
	if (store !== null && /^[a-z][a-z0-9+.-]*:\/\//i.test(store))
		throw new UsageError(
			`--store: expected a folder, got the address “${store}”; stores behind an address are not there yet`,
			'--store ./border-watch',
		);
	const asOf = one('as-of');
	const asSeen = one('as-seen');
	if (asOf !== null && asSeen !== null)
		throw new UsageError(
			'--as-of and --as-seen exclude each other: one asks what had been published, the other what had been seen here',
			'--as-of 2022-09-18T06:00Z',
		);
	const changesSince = one('changes-since');
	if (changesSince === 'last' && asOf !== null)
		throw new UsageError(
			'--changes-since last and --as-of exclude each other: a look is a moment of this store, not of what had been published; name an instant, or use --as-seen',
			'once --changes-since 2022-09-17T06:00Z --as-of 2022-09-18T06:00Z',
		);
	if (one('profile') !== null && all('side').length > 0)
		throw new UsageError(
			'--profile and --side exclude each other',
			"--side 'Kyrgyzstan=Kyrgyz,Bishkek' --side 'Tajikistan=Tajik,Dushanbe'",
		);
	const format = one('format');
	if (changesSince !== null && format !== null && !changesFormats.some(known => known === format))
		throw new UsageError(
			`--format ${format} holds no list of changes; with --changes-since it is ${changesFormats.join(', ')}`,
			'once --changes-since last --format json',
		);
	const formats = changesSince === null ? (formatsOf[command] ?? ['text']) : changesFormats;
	if (typed.alert && (asOf !== null || asSeen !== null))
		throw new UsageError(
			`--alert and --${asOf === null ? 'as-seen' : 'as-of'} exclude each other: nothing new comes into an archive`,
			'--alert toll',
		);
	const way = ['alert-command', 'alert-webhook', 'alert-by', 'alert-cooldown'].find(name => typed[name]);
	if (way !== undefined && all('alert').length === 0)
		throw new UsageError(
			`--${way} has nothing to tell without --alert`,
			`--alert toll ${flags.find(flag => flag.name === way)!.example}`,
		);
	return {
		command,
		inputs,
		profile: one('profile'),
		sides: all('side'),
		sources: all('source'),
		since: sinceOf(given('since')),
		asOf: asOf === null ? null : instantOf('as-of', asOf),
		asSeen: asSeen === null ? null : instantOf('as-seen', asSeen),
		changesSince:
			changesSince === null || changesSince === 'last'
				? changesSince
				: instantOf('changes-since', changesSince),
		everyMs: lengthOf('every', given('every'), 1000),
		isEveryGiven: one('every') !== null,
		isPolling: one('no-poll') === null,
		timeoutMs: lengthOf('timeout', given('timeout'), 1),
		maxBodyBytes: sizeOf('max-body', given('max-body')),
		concurrency: countOf('concurrency', given('concurrency'), 64),
		reader: one('reader'),
		alerts: asOf === null && asSeen === null ? all('alert') : [],
		alertCooldownMs: lengthOf('alert-cooldown', given('alert-cooldown'), 0),
		alertBy: waysOf(given('alert-by')),
		alertCommand: one('alert-command') === null ? null : commandOf(one('alert-command')!),
		alertWebhook: one('alert-webhook') === null ? null : webhookOf(one('alert-webhook')!),
		store,
		heads: countOf('heads', given('heads'), mostHeads, leastHeads),
		keepMs: one('keep') === null ? null : lengthOf('keep', one('keep')!, leastKeepMs),
		repairs: one('no-repair') === null,
		format: oneOf('format', one('format') ?? formats[0]!, formats),
		what: oneOf('what', given('what'), exported),
		limit: countOf('limit', given('limit'), 1_000_000),
		speed: one('speed') === null ? null : countOf('speed', one('speed')!, 1_000_000),
		episode: oneOf('episode', given('episode'), episodes),
		theme: oneOf('theme', given('theme'), themes),
		// NO_COLOR counts where it is set and not empty (no-color.org).
		hasColor: one('no-color') === null && !environment.NO_COLOR && environment.TERM !== 'dumb',
		isAscii: one('ascii') !== null,
		isScreenReader: one('screen-reader') !== null,
		logFile: one('log-file'),
		logLevel: oneOf('log-level', given('log-level'), logLevels),
	};
}

/** Whether a command takes a flag from a file. The demo takes no alerts from there, and no store: a desk must not be told of samples, nor keep them. */
function isFiled(name: string, command: CommandName): boolean {
	const flag = flags.find(known => known.name === name)!;
	return (
		flag.commands.includes(command) && !(command === 'demo' && (flag.group === 'alerts' || name === 'store'))
	);
}

/** A value that its flag does not take; told with an example for the command that was called. */
class WrongValue extends Error {
	readonly flag: Flag;

	constructor(flag: Flag, message: string) {
		super(message);
		this.flag = flag;
	}
}

function wrong(name: string, expected: string, got: string): WrongValue {
	return new WrongValue(
		flags.find(flag => flag.name === name)!,
		`--${name}: expected ${expected}, got “${got}”`,
	);
}

function lengthOf(name: string, text: string, leastMs: number): number {
	const lengthMs = /^\d+(\.\d+)?\s*[a-z]+$/i.test(text) ? ms(text as StringValue) : undefined;
	if (lengthMs === undefined || !Number.isFinite(lengthMs))
		throw wrong(name, 'a length of time such as 30s, 5m, 2h or 14d', text);
	if (lengthMs < leastMs) throw wrong(name, `at least ${ms(leastMs)}`, text);
	// Longer than this, timers overflow; nobody polls once in three weeks.
	if (name !== 'since' && name !== 'keep' && lengthMs > 2_000_000_000)
		throw wrong(name, 'at most 23 days', text);
	return lengthMs;
}

function sinceOf(text: string): Options['since'] {
	return /^\d{4}-/.test(text) ? {from: instantOf('since', text)} : {lengthMs: lengthOf('since', text, 1000)};
}

function instantOf(name: string, text: string): number {
	// Without a zone an hour could mean three things here, so it is asked for; a bare date is the start of that day in UTC.
	const written =
		/^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|[+-]\d{2}:?\d{2}))?$/i.exec(
			text.trim(),
		);
	const at = written ? Date.parse(`${written[1]}T${written[2] ?? '00:00'}${written[3] ?? 'Z'}`) : Number.NaN;
	const isRealDay =
		written !== null &&
		new Date(`${written[1]}T00:00Z`).getTime() === Date.parse(`${written[1]}T00:00Z`) &&
		!Number.isNaN(at) &&
		new Date(`${written[1]}T12:00Z`).toISOString().startsWith(written[1]!);
	if (!isRealDay)
		throw wrong(
			name,
			`an instant with its zone, such as 2022-09-18T06:00Z or 2022-09-18T12:00+06:00, or a date${name === 'changes-since' ? ', or “last”' : ''}`,
			text,
		);
	return at;
}

function sizeOf(name: string, text: string): number {
	const size = /^\d+(\.\d+)?\s*(b|kb|mb|gb)$/i.test(text) ? bytes.parse(text) : null;
	if (size === null || size < 1024) throw wrong(name, 'a size of at least 1KB, such as 500KB or 5MB', text);
	if (size > 1024 ** 3) throw wrong(name, 'at most 1GB', text);
	return size;
}

function countOf(name: string, text: string, most: number, least = 1): number {
	const count = /^\d+$/.test(text) ? Number(text) : 0;
	if (count < least || count > most) throw wrong(name, `a whole number from ${least} to ${most}`, text);
	return count;
}

function waysOf(text: string): readonly ('bell' | 'notification')[] {
	const ways = text.split(',').map(way => oneOf('alert-by', way.trim(), alertWays));
	if (ways.includes('none') && ways.length > 1) throw wrong('alert-by', '“none” alone', text);
	return ways.filter(way => way !== 'none');
}

function commandOf(text: string): readonly [string, ...string[]] {
	try {
		return wordsOf(text);
	} catch (error) {
		throw wrong('alert-command', `a program and its arguments (it has ${(error as Error).message})`, text);
	}
}

/** An address may be a secret: it is not repeated. */
function webhookOf(text: string): string {
	const flag = flags.find(({name}) => name === 'alert-webhook')!;
	const url = URL.canParse(text) ? new URL(text) : null;
	if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:'))
		throw new WrongValue(flag, '--alert-webhook: expected an http or https address');
	if (url.username !== '' || url.password !== '')
		throw new WrongValue(
			flag,
			'--alert-webhook: expected an address without a user name and a password; a token is taken from TRUCEWATCH_ALERT_TOKEN in the environment',
		);
	return url.href;
}

function oneOf<Word extends string>(name: string, text: string, words: readonly Word[]): Word {
	const word = words.find(known => known === text);
	if (word) return word;
	const meant = nearest(text, words);
	throw wrong(name, `${words.join(', ')}${meant ? ` (did you mean ${meant}?)` : ''}`, text);
}
