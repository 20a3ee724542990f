import {UsageError} from '../flags.ts';
import type {Options} from '../options.ts';
import type {Outcome, Source} from '../sources/source.ts';
import {conflictOf} from './conflict.ts';
import type {Program} from './program.ts';
import {openNetwork, sourcesOf} from './watch.ts';

/** Tries each source once, without keeping anything, and prints how it is: 3 where none answered. */
export async function sources(options: Options, program: Program): Promise<number> {
	const profile = await conflictOf(options);
	const named = sourcesOf(options, profile);
	if (named.length === 0)
		throw new UsageError(
			'sources needs at least one --source',
			'sources --source rss:https://news.example/rss',
		);
	const outcomes = new Map<Source, Outcome>();
	const network = await openNetwork({
		sources: named,
		options,
		log: () => {},
		entry: program.entry,
		clock: program.clock,
		speed: 1,
		memory: () => null,
		onOutcome: async (source, outcome) => {
			outcomes.set(source, outcome);
			program.out(
				`${options.format === 'json' ? JSON.stringify(asJson(source, outcome)) : asText(source, outcome)}\n`,
			);
		},
	});
	const stop = (): void => void network.close();
	program.stopped.addEventListener('abort', stop, {once: true});
	try {
		await network.poller.pollAll();
	} finally {
		program.stopped.removeEventListener('abort', stop);
		await network.close();
	}
	return [...outcomes.values()].some(outcome => outcome.ok) ? 0 : 3;
}

function newestOf(outcome: Outcome): number | null {
	const dates = outcome.ok ? outcome.items.flatMap(item => item.publishedAt ?? []) : [];
	return dates.length > 0 ? Math.max(...dates) : null;
}

function asJson(source: Source, outcome: Outcome): object {
	const newest = newestOf(outcome);
	return {
		id: source.id,
		name: source.name,
		state: outcome.state,
		items: outcome.ok ? outcome.items.length : null,
		newestAt: newest === null ? null : new Date(newest).toISOString(),
		notes: outcome.ok ? outcome.notes : [],
		reason: outcome.ok ? null : outcome.reason,
		feed: outcome.memory.movedTo,
	};
}

function asText(source: Source, outcome: Outcome): string {
	if (!outcome.ok) return `${outcome.state.padEnd(8)} ${source.id}\n         ${outcome.reason}`;
	const newest = newestOf(outcome);
	const details = [
		`${outcome.items.length} items`,
		newest === null ? 'none with a date' : `newest ${new Date(newest).toISOString()}`,
		...(outcome.memory.movedTo ? [`feed at ${outcome.memory.movedTo}`] : []),
		...outcome.notes,
	];
	return `${'ok'.padEnd(8)} ${source.id}\n         ${details.join(' · ')}`;
}
