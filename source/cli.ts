import {readFile} from 'node:fs/promises';
import about from '../package.json' with {type: 'json'};
import type {Program} from './commands/program.ts';
import {
	type CommandName,
	commandOf,
	flagsOfFile,
	helpText,
	parse,
	UsageError,
	type Written,
} from './flags.ts';
import {type Options, optionsOf} from './options.ts';

type Command = (options: Options, program: Program) => Promise<number>;

// Rooms are imported by the command that needs them: `read` must not wait for React, nor `info` for the network.
const commands: Readonly<Record<CommandName, () => Promise<Command>>> = {
	monitor: async () => (await import('./commands/monitor.ts')).monitor,
	once: async () => (await import('./commands/once.ts')).once,
	collect: async () => (await import('./commands/collect.ts')).collect,
	read: async () => (await import('./commands/read.ts')).read,
	sources: async () => (await import('./commands/sources.ts')).sources,
	import: async () => (await import('./commands/import.ts')).importReports,
	export: async () => (await import('./commands/export.ts')).exportKept,
	store: async () => (await import('./commands/store.ts')).store,
	search: async () => (await import('./commands/search.ts')).search,
	demo: async () => (await import('./commands/demo.ts')).demo,
	info: async () => (await import('./commands/info.ts')).info,
};

/** The flags of `--config FILE`, or of the config folder's file where there is one. */
async function filedFlags(file: string | undefined, program: Program): Promise<Written> {
	const {pathsOf} = await import('./commands/paths.ts');
	const named = file ?? pathsOf(program.environment).flags;
	try {
		return flagsOfFile(await readFile(named, 'utf8'), named);
	} catch (error) {
		if (error instanceof UsageError) throw error;
		const {code} = error as NodeJS.ErrnoException;
		if (file === undefined && (code === 'ENOENT' || code === 'ENOTDIR')) return {};
		throw new UsageError(
			`--config: ${named} cannot be read (${code ?? String(error)})`,
			'--config ./border.flags',
		);
	}
}

async function dispatch(argv: readonly string[], program: Program): Promise<number> {
	const {words, written} = parse(argv);
	if (written.help || (words[0] === 'help' && words.length === 1)) {
		program.out(helpText());
		return 0;
	}
	if (written.version) {
		program.out(`${about.version}\n`);
		return 0;
	}
	const {command, inputs} = commandOf(words, written);
	const options = optionsOf(
		command,
		inputs,
		written,
		await filedFlags(written.config?.[0], program),
		program.environment,
	);
	return (await commands[command]())(options, program);
}

/** One line for what the user can mend; the whole stack for a mistake of our own. */
function told(error: unknown): {text: string; code: number} {
	if (error instanceof UsageError)
		return {
			text: `trucewatch: ${error.message}\n${error.example ? `  for example: trucewatch ${error.example}\n` : ''}`,
			code: 2,
		};
	const isPlain = error instanceof Error && (error.name === 'PlainError' || error.name === 'StoreError');
	return {
		text: isPlain
			? `trucewatch: ${error.message}\n`
			: `trucewatch: a mistake of our own: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
		code: 1,
	};
}

/**
 * Does what the arguments say, or tells what keeps it from that.
 *
 * @returns the exit code
 */
export async function answer(argv: readonly string[], program: Program): Promise<number> {
	try {
		return await dispatch(argv, program);
	} catch (error) {
		const {text, code} = told(error);
		program.err(text);
		return code;
	}
}

const signals = {SIGHUP: 129, SIGINT: 130, SIGTERM: 143} as const;

/**
 * Runs the command that the arguments name and sets the exit code.
 *
 * @param entry URL of the file that was started; workers are started from it too
 */
export async function run(entry: string): Promise<void> {
	const stopping = new AbortController();
	let signalled: number | null = null;
	for (const [signal, code] of Object.entries(signals)) {
		process.on(signal, () => {
			// A second signal does not wait for a clean end.
			if (signalled !== null) process.exit(code);
			signalled = code;
			stopping.abort();
		});
	}
	// A reader that went away (`trucewatch read … | head`) is no fault.
	process.stdout.on('error', error =>
		process.exit((error as NodeJS.ErrnoException).code === 'EPIPE' ? 0 : 1),
	);
	const program: Program = {
		entry,
		environment: process.env,
		isTerminal: process.stdout.isTTY === true && process.stdin.isTTY === true,
		isOutTerminal: process.stdout.isTTY === true,
		isErrorTerminal: process.stderr.isTTY === true,
		// A terminal that does not know its size says 0.
		columns: process.stdout.columns || 100,
		out: text => void process.stdout.write(text),
		drained: () =>
			process.stdout.writableNeedDrain
				? new Promise(resolve => process.stdout.once('drain', resolve))
				: Promise.resolve(),
		err: text => void process.stderr.write(text),
		stopped: stopping.signal,
		clock: Date.now,
	};
	const code = await answer(process.argv.slice(2), program);
	process.exitCode = signalled ?? code;
	// Whatever still holds the process is not worth waiting for once all is written.
	process.stdout.write('', () => setTimeout(() => process.exit(), 1000).unref());
}
