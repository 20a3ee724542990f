import {openStore} from '../../store/open.ts';
import {UsageError} from '../flags.ts';
import type {Options} from '../options.ts';
import {createOrigins} from '../reports/origins.ts';
import type {Report} from '../reports/report.ts';
import {subscriptions} from '../sources/opml.ts';
import {conflictOf} from './conflict.ts';
import {openInput} from './input.ts';
import {createIntake} from './intake.ts';
import {pathsOf, storeFolder} from './paths.ts';
import {PlainError, type Program} from './program.ts';
import {readingOf} from './reading.ts';

/** A feed given whole may be large here: it is read once, by choice. */
const maxBytes = 256 * 1024 * 1024;
const batch = 500;

/** Takes in reports; an OPML outline is printed as source flags instead. */
export async function importReports(options: Options, program: Program): Promise<number> {
	if (options.inputs.length === 0)
		throw new UsageError('import needs a file, or - for standard input', 'import reports.jsonl');
	const profile = await conflictOf(options);
	const store = await openStore({
		directory: storeFolder(options.store, pathsOf(program.environment), profile.id),
		clock: program.clock,
	});
	try {
		const intake = createIntake({
			store,
			reading: readingOf(profile),
			origins: createOrigins(),
			article: null,
		});
		for (const name of options.inputs) {
			const input = await openInput(name, maxBytes, program);
			if (input.kind === 'outline') {
				program.out(flagsOf(input.text, name));
				continue;
			}
			let offered = 0;
			let taken = 0;
			let waiting: Report[] = [];
			const flush = async (): Promise<void> => {
				taken += await intake.takeReports(waiting);
				waiting = [];
			};
			for await (const report of input.reports) {
				offered++;
				waiting.push(report);
				if (waiting.length === batch) await flush();
				if (program.stopped.aborted) break;
			}
			await flush();
			program.err(`trucewatch: ${name}: ${taken} of ${offered} reports were new\n`);
		}
		return 0;
	} finally {
		await store.close();
	}
}

/** An outline as a file of flags. */
function flagsOf(opml: string, name: string): string {
	try {
		return subscriptions(opml)
			.map(
				({url, name: title}) => `--source rss:${url}${title ? `#name=${title.replace(/[,#]/g, ' ')}` : ''}\n`,
			)
			.join('');
	} catch (error) {
		throw new PlainError(`${name}: ${(error as Error).message}`);
	}
}
