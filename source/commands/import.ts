import type {Store} from '../../store/store.ts';
import {UsageError} from '../flags.ts';
import type {Options} from '../options.ts';
import type {Profile} from '../profile/profile.ts';
import {createOrigins} from '../reports/origins.ts';
import type {Report} from '../reports/report.ts';
import {subscriptions} from '../sources/opml.ts';
import {conflictOf} from './conflict.ts';
import {openInput} from './input.ts';
import {createIntake} from './intake.ts';
import {warningsOf} from './log.ts';
import {type Model, modelOf} from './model.ts';
import {pathsOf, storeFolder} from './paths.ts';
import {PlainError, type Program} from './program.ts';
import {createProgress} from './progress.ts';
import {readingOf} from './reading.ts';
import {closeKept, openKept} from './storing.ts';

/** A feed given whole may be large here: it is read once, by choice. */
const maxBytes = 256 * 1024 * 1024;
/** How many reports, or letters of them, are taken in at once. */
const batch = 500;
const batchLetters = 4_000_000;

/** Takes in reports; an OPML outline is printed as source flags instead. */
export async function importReports(options: Options, program: Program): Promise<number> {
	if (options.inputs.length === 0)
		throw new UsageError('import needs a file, or - for standard input', 'import reports.jsonl');
	const profile = await conflictOf(options);
	const model = await modelOf(options, program.environment);
	const store = await openKept(
		storeFolder(options.store, pathsOf(program.environment), profile.id),
		options,
		program,
	);
	const progress = createProgress(program);
	try {
		await store.filled;
		const reading = readingOf(profile, model);
		const intake = createIntake({
			store,
			reading,
			origins: createOrigins(),
			article: null,
		});
		for (const name of options.inputs) {
			const input = await openInput(name, maxBytes, program, 'import');
			if (input.kind === 'outline') {
				program.out(flagsOf(input.text, name));
				continue;
			}
			let offered = 0;
			let taken = 0;
			let waiting: Report[] = [];
			let kept = new Set<Report>();
			let textless = new Set<Report>();
			let size = 0;
			const flush = async (): Promise<void> => {
				taken += await intake.takeReports(
					waiting,
					report => kept.has(report),
					report => textless.has(report),
				);
				waiting = [];
				kept = new Set();
				textless = new Set();
				size = 0;
				progress.tell(`${name}: ${offered} reports read, ${taken} of them new`);
			};
			try {
				for await (const {report, isKept, isTextDropped} of input.reports) {
					offered++;
					waiting.push(report);
					if (isKept) kept.add(report);
					if (isTextDropped) textless.add(report);
					size += report.text.length;
					if (waiting.length === batch || size > batchLetters) await flush();
					if (program.stopped.aborted) break;
				}
				await flush();
			} catch (error) {
				progress.end();
				// Where the disk is full halfway, so much need not be given again.
				if (taken > 0)
					program.err(`trucewatch: ${name}: ${taken} of ${offered} reports were new and are kept\n`);
				throw error;
			}
			progress.end();
			program.err(`trucewatch: ${name}: ${taken} of ${offered} reports were new\n`);
		}
		if (!program.stopped.aborted)
			await store.sealAll(left => progress.tell(`${left} files are left to be sealed`));
		progress.end();
		if (model) await readByModel(model, {profile, store, reading, options, program});
		return 0;
	} finally {
		progress.end();
		await closeKept({store, close: store.close}, program);
	}
}

/** Has a model read what it has not, until it fails or the program is stopped. */
async function readByModel(
	model: Model,
	{
		profile,
		store,
		reading,
		options,
		program,
	}: {
		profile: Profile;
		store: Store;
		reading: ReturnType<typeof readingOf>;
		options: Options;
		program: Program;
	},
): Promise<void> {
	const {openSecondReading} = await import('./second-reading.ts');
	const second = openSecondReading({
		profile,
		model,
		store,
		options,
		reading,
		settled: () => Promise.resolve(),
		log: warningsOf(program),
		clock: program.clock,
	});
	try {
		const left = await second.pass(program.stopped);
		program.err(
			`trucewatch: ${second.summary()}${left > 0 ? `; ${left} reports wait for the next run` : ''}\n`,
		);
	} finally {
		await second.close();
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
