import {type ChildProcess, spawn} from 'node:child_process';
import path from 'node:path';
import type {TestContext} from 'node:test';
import {build} from 'esbuild';

/** Bundles the process that commits. @returns its path */
export async function bundled(directory: string): Promise<string> {
	const outfile = path.join(directory, 'child.mjs');
	await build({
		entryPoints: ['tests/store/child.ts'],
		outfile,
		bundle: true,
		format: 'esm',
		platform: 'node',
		target: 'node20',
		logLevel: 'warning',
	});
	return outfile;
}

export type Child = {
	readonly process: ChildProcess;
	/** What it has said so far, whole lines only. */
	said(): string[];
	readonly ended: Promise<void>;
};

/** Starts it; it is killed with the test at the latest. */
export function started(test: TestContext, entry: string, ...words: string[]): Child {
	const child = spawn(process.execPath, [entry, ...words], {stdio: ['ignore', 'pipe', 'inherit']});
	test.after(() => void child.kill('SIGKILL'));
	let said = '';
	child.stdout.setEncoding('utf8').on('data', (piece: string) => {
		said += piece;
	});
	return {
		process: child,
		said: () =>
			said
				.slice(0, said.lastIndexOf('\n') + 1)
				.split('\n')
				.slice(0, -1),
		ended: new Promise(resolve => child.on('close', () => resolve())),
	};
}
