import {type ChildProcess, execFile, fork} from 'node:child_process';
import path from 'node:path';
import {promisify} from 'node:util';
import type {Bench} from './bench.ts';

const run = promisify(execFile);

/** What one opening of a store took. */
export type Opened = {
	readonly drawnMs: number;
	readonly filledMs: number;
	/** Bytes, after a garbage collection. */
	readonly rss: number;
	readonly held: number;
	readonly count: number;
};

/** Fills a store with so many reports. @returns its folder */
export async function filledStore({program, folder}: Bench, count: number, oneIn = 10): Promise<string> {
	const directory = path.join(folder, `store-${count}-${oneIn}`);
	await run(process.execPath, [program('fill-store'), directory, String(count), String(oneIn)], {
		maxBuffer: 1 << 26,
	});
	return directory;
}

/** Opens a store in a process of its own. */
export async function openedStore({program}: Bench, directory: string): Promise<Opened> {
	const {stdout} = await run(process.execPath, ['--expose-gc', program('open-store'), directory]);
	return JSON.parse(stdout);
}

/** Something that keeps, in a process of its own. */
export type Keeping = {
	commit(): Promise<number>;
	/** @returns milliseconds, and how many were found */
	search(words: string): Promise<{ms: number; found: number}>;
	end(): void;
};

/** Rejects with `notInstalled` where what it needs is not there. */
export async function keeping(
	{program, folder}: Bench,
	kind: string,
	count: number,
	directory = path.join(folder, `${kind}-${count}`),
): Promise<Keeping> {
	const child = fork(program('commits'), [kind, directory, String(count)], {
		stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
	});
	let said = '';
	child.stderr?.on('data', piece => {
		said += piece;
	});
	const answer = <T>(): Promise<T> => next<T>(child, () => said);
	await answer();
	const ask = <T>(message: object | string): Promise<T> => {
		child.send(message);
		return answer<T>();
	};
	return {
		commit: () => ask<number>('commit'),
		search: words => ask<{ms: number; found: number}>({search: words}),
		end: () => void child.kill(),
	};
}

/** What a process says next; rejects where it ended instead. */
function next<T>(child: ChildProcess, why: () => string): Promise<T> {
	return new Promise((resolve, reject) => {
		const ended = (code: number | null) =>
			reject(
				new Error(
					why().includes('better-sqlite3') ? notInstalled : `it ended with ${code}: ${why().slice(0, 500)}`,
				),
			);
		child.once('exit', ended);
		child.once('message', said => {
			child.off('exit', ended);
			resolve(said as T);
		});
	});
}

export const notInstalled =
	'better-sqlite3 is not installed; `npm install --no-save better-sqlite3` puts it there';
