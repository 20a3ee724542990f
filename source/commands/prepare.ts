import type {Options} from '../options.ts';
import {conflictOf} from './conflict.ts';
import {logOf} from './log.ts';
import {modelOf} from './model.ts';
import {pathsOf, storeFolder} from './paths.ts';
import type {Program} from './program.ts';
import {sourcesOf, type WatchOptions} from './watch.ts';

/**
 * What the flags name, ready to be opened: the conflict, its sources, the folder of its store, the log.
 *
 * @param isQuiet true where a screen is shown
 * @throws {UsageError} for a conflict, a source, a model or a log file that is not there
 */
export async function prepare(
	options: Options,
	program: Program,
	{isQuiet}: {isQuiet: boolean},
): Promise<Omit<WatchOptions, 'wantsLead'>> {
	const profile = await conflictOf(options);
	return {
		profile,
		sources: sourcesOf(options, profile),
		directory: storeFolder(options.store, pathsOf(program.environment), profile.id),
		options,
		model: await modelOf(options, program.environment),
		log: logOf(options, program, isQuiet),
		entry: program.entry,
		clock: program.clock,
	};
}
