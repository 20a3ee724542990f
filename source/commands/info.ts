import {readdir, stat} from 'node:fs/promises';
import path from 'node:path';
import about from '../../package.json' with {type: 'json'};
import {readerVersion} from '../facts/read.ts';
import type {Options} from '../options.ts';
import {conflictOf} from './conflict.ts';
import {pathsOf, storeFolder} from './paths.ts';
import type {Program} from './program.ts';
import {terminalNotification} from './ringing.ts';

/** Prints where things are, what this is, and what the terminal can do. */
export async function info(options: Options, program: Program): Promise<number> {
	const {environment} = program;
	const profile = await conflictOf(options);
	const paths = pathsOf(environment);
	const store = storeFolder(options.store, paths, profile.id);
	const bytes = await sizeOf(store);
	const notification = await terminalNotification(environment);
	const facts: Record<string, string | number | boolean | null> = {
		version: about.version,
		reader: readerVersion,
		node: process.versions.node,
		profile: profile.id,
		sides: profile.sides.map(side => side.name).join(', '),
		data: paths.data,
		state: paths.state,
		config: paths.config,
		flags: paths.flags,
		store,
		storeBytes: bytes,
		terminal: environment.TERM ?? null,
		isTerminal: program.isTerminal,
		columns: program.columns,
		color: process.stdout.isTTY ? process.stdout.getColorDepth(environment) : 1,
		notification: notification ? `${notification.by} (${notification.terminal})` : null,
		unicode: /utf-?8/i.test(environment.LC_ALL || environment.LC_CTYPE || environment.LANG || ''),
	};
	if (options.format === 'json') program.out(`${JSON.stringify(facts)}\n`);
	else for (const [name, value] of Object.entries(facts)) program.out(`${name.padEnd(12)} ${value ?? '–'}\n`);
	return 0;
}

/** Bytes in a folder and below; null where there is none. */
async function sizeOf(folder: string): Promise<number | null> {
	try {
		const names = (await readdir(folder, {recursive: true})) as string[];
		const sizes = await Promise.all(
			names.map(async name => (await stat(path.join(folder, name)).catch(() => null)) ?? null),
		);
		return sizes.reduce((sum, entry) => sum + (entry?.isFile() ? entry.size : 0), 0);
	} catch {
		return null;
	}
}
