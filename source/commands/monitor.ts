import type {Options} from '../options.ts';
import {conflictOf} from './conflict.ts';
import {logOf} from './log.ts';
import {pathsOf, storeFolder} from './paths.ts';
import {canDraw, type Program} from './program.ts';
import {runScreen} from './screen.ts';
import {openWatch, sourcesOf} from './watch.ts';

/** The dashboard; where there is no terminal, the picture is printed once instead. */
export async function monitor(options: Options, program: Program): Promise<number> {
	const profile = await conflictOf(options);
	const sources = sourcesOf(options, profile);
	if (!canDraw(program)) {
		program.err(
			`trucewatch: ${program.isTerminal ? 'TERM is dumb, which no screen can be drawn on' : 'no terminal here'}, so the picture is printed once; trucewatch collect goes on polling without one\n`,
		);
		const {once} = await import('./once.ts');
		return once(options, program);
	}
	const directory = storeFolder(options.store, pathsOf(program.environment), profile.id);
	const log = logOf(options, program, true);
	return runScreen({
		options,
		program,
		timezone: profile.timezone,
		clock: program.clock,
		open: onPolled =>
			openWatch({
				profile,
				sources,
				directory,
				options,
				log,
				entry: program.entry,
				wantsLead: true,
				clock: program.clock,
				onPolled,
			}),
		start: async watch => {
			if (options.isPolling) await watch.start();
		},
	});
}
