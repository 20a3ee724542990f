import {mkdtempSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {answer} from '../../source/cli.ts';
import type {Ended} from './command.ts';

/**
 * Does what the program would in this process, in a fraction of the time that one of its own takes to start: for what
 * does not hang on how a process begins and ends, once another case of the same command has run as one.
 *
 * @param input stands in a file, in the place of `-` or behind all arguments
 */
export async function inside(
	args: readonly string[],
	{home, input, environment = {}}: {home: string; input?: string; environment?: Record<string, string>},
): Promise<Ended> {
	let stdout = '';
	let stderr = '';
	const code = await answer(input === undefined ? args : withFile(args, home, input), {
		entry: pathToFileURL(process.env.TRUCEWATCH_COMMAND!).href,
		environment: {PATH: process.env.PATH, TRUCEWATCH_HOME: home, LANG: 'C.UTF-8', ...environment},
		isTerminal: false,
		isOutTerminal: false,
		isErrorTerminal: false,
		columns: 100,
		out: text => {
			stdout += text;
		},
		drained: async () => {},
		err: text => {
			stderr += text;
		},
		stopped: new AbortController().signal,
		clock: Date.now,
	});
	return {code, signal: null, stdout, stderr};
}

function withFile(args: readonly string[], home: string, input: string): string[] {
	const file = path.join(mkdtempSync(path.join(home, 'input-')), 'input');
	writeFileSync(file, input);
	return args.includes('-') ? args.map(each => (each === '-' ? file : each)) : [...args, file];
}
