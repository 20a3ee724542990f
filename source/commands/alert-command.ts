import {spawn} from 'node:child_process';
import {accessSync, constants, statSync} from 'node:fs';
import path from 'node:path';
import {cleanLine} from '../reports/clean.ts';
import type {Channel} from './outbox.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** How much of what a failing command complains is repeated. */
const complaintLength = 300;

/** Whether a program can be started: a path that may be executed, or a name in `PATH`. */
export function isProgram(file: string, environment: Environment): boolean {
	const isPath = file.includes('/') || (process.platform === 'win32' && file.includes('\\'));
	const folders = isPath ? [''] : (environment.PATH ?? '').split(path.delimiter);
	const endings = process.platform === 'win32' ? ['', '.exe', '.com'] : [''];
	return folders.some(folder => endings.some(ending => canExecute(path.join(folder, file + ending))));
}

function canExecute(file: string): boolean {
	try {
		accessSync(file, constants.X_OK);
		return statSync(file).isFile();
	} catch {
		return false;
	}
}

/**
 * Starts a program for each alert, without a shell: the alert is on its standard input as one JSON object, its output is not shown.
 *
 * @param timeoutMs after which it is killed, with all that it has started
 */
export function commandChannel(
	[file, ...args]: readonly [string, ...string[]],
	environment: Environment,
	timeoutMs: number,
): Channel {
	// A program of the user's is no place for our own secrets.
	const passed = Object.fromEntries(
		Object.entries(environment).filter(([name]) => !/^TRUCEWATCH_\w+_(KEY|TOKEN)$/.test(name)),
	);
	const name = path.basename(file);
	return {
		name: `alert command ${name}`,
		deliver: (message, stopped) =>
			new Promise(resolve => {
				const isGrouped = process.platform !== 'win32';
				const child = spawn(file, args, {
					stdio: ['pipe', 'ignore', 'pipe'],
					env: passed,
					shell: false,
					detached: isGrouped,
					windowsHide: true,
				});
				let complaint = '';
				const kill = (): void => {
					try {
						if (isGrouped && child.pid) process.kill(-child.pid, 'SIGKILL');
						else child.kill('SIGKILL');
					} catch {
						// It has just ended.
					}
				};
				let isLate = false;
				const late = setTimeout(() => {
					isLate = true;
					kill();
				}, timeoutMs);
				stopped.addEventListener('abort', kill, {once: true});
				if (stopped.aborted) kill();
				const end = (reason: string | null): void => {
					clearTimeout(late);
					stopped.removeEventListener('abort', kill);
					// One that it left behind may hold this open for as long as it lives.
					child.stderr.destroy();
					resolve(reason);
				};
				child.once('error', error =>
					end(`could not be started (${(error as NodeJS.ErrnoException).code ?? error.message})`),
				);
				child.once('exit', (code, signal) => {
					const said = cleanLine(complaint, complaintLength).text;
					// What it said last may still be on its way.
					setImmediate(() =>
						end(
							code === 0
								? null
								: isLate
									? `killed after ${timeoutMs / 1000} s`
									: `ended with ${code ?? signal}${said === '' ? '' : `: ${said}`}`,
						),
					);
				});
				child.stderr.setEncoding('utf8').on('data', (text: string) => {
					if (complaint.length < complaintLength * 4) complaint += text;
				});
				child.stderr.on('error', () => {});
				// One that does not read its input has its reasons.
				child.stdin.on('error', () => {});
				child.stdin.end(message);
			}),
	};
}
