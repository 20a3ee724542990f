import {appendFileSync} from 'node:fs';
import {UsageError} from '../flags.ts';
import type {Options} from '../options.ts';
import type {Program} from './program.ts';

const levels = ['error', 'warn', 'info', 'debug'] as const;
type Level = (typeof levels)[number];

export type Log = (level: Level, message: string, details?: Readonly<Record<string, unknown>>) => void;

/**
 * Writes what happens to the log file, a JSON object a line; without one, warnings and errors go to stderr.
 *
 * @param isQuiet true while a screen is shown: stderr would be written over it
 * @throws {UsageError} where the file cannot be written
 */
export function logOf(
	options: Pick<Options, 'logFile' | 'logLevel'>,
	program: Program,
	isQuiet: boolean,
): Log {
	const most = levels.indexOf(options.logLevel);
	const {logFile} = options;
	const write = (line: string): void => {
		if (logFile === null) return;
		try {
			appendFileSync(logFile, line);
		} catch (error) {
			throw new UsageError(
				`--log-file: ${logFile} cannot be written (${(error as NodeJS.ErrnoException).code})`,
				'--log-file ./trucewatch.log',
			);
		}
	};
	write('');
	return (level, message, details = {}) => {
		if (levels.indexOf(level) > most) return;
		if (logFile !== null) {
			try {
				write(
					`${JSON.stringify({at: new Date(program.clock()).toISOString(), level, message, ...details})}\n`,
				);
			} catch {
				// A full disk must not end the watch; the store tells of it.
			}
		} else if (!isQuiet && levels.indexOf(level) <= levels.indexOf('warn'))
			program.err(`trucewatch: ${message}\n`);
	};
}

/** For commands that keep no log: warnings and errors to stderr. */
export function warningsOf(program: Program): Log {
	return (level, message) => {
		if (level === 'error' || level === 'warn') program.err(`trucewatch: ${message}\n`);
	};
}
