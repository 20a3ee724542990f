import {openStore} from '../../store/open.ts';
import type {Store} from '../../store/store.ts';
import {UsageError} from '../flags.ts';
import {csv, csvLine} from '../formats/csv.ts';
import type {FormatOptions} from '../formats/format.ts';
import {hxl} from '../formats/hxl.ts';
import {keptFactCsvHeader, keptFactCsvLine, keptFactLine, tallyLines} from '../formats/lines.ts';
import {iso} from '../formats/printable.ts';
import type {Options} from '../options.ts';
import {picture} from '../picture/picture.ts';
import {isKnown} from '../picture/statement.ts';
import {earlierPictures} from '../picture/windows.ts';
import type {Profile} from '../profile/profile.ts';
import {printLine} from '../reports/lines.ts';
import {createOrigins} from '../reports/origins.ts';
import type {Report} from '../reports/report.ts';
import {conflictOf} from './conflict.ts';
import {createIntake} from './intake.ts';
import {madeOf} from './making.ts';
import {modelOf} from './model.ts';
import {pathsOf, storeFolder} from './paths.ts';
import type {Program} from './program.ts';
import {readingOf} from './reading.ts';
import {sittingOf} from './sitting.ts';

const reportColumns = [
	'id',
	'revision',
	'source',
	'outlet',
	'url',
	'title',
	'text',
	'published_at',
	'updated_at',
	'first_seen_at',
	'language',
	'origin',
] as const;

/** Prints what is kept, or what of it was known at a moment: reports with all their revisions, facts, or the tally. */
export async function exportKept(options: Options, program: Program): Promise<number> {
	if (options.format === 'hxl' && options.what !== 'tally')
		throw new UsageError(
			`--format hxl is for the tally, not for ${options.what}`,
			'export --what tally --format hxl',
		);
	const profile = await conflictOf(options);
	const model = await modelOf(options, program.environment);
	const directory = storeFolder(options.store, pathsOf(program.environment), profile.id);
	const store = await openStore({
		directory,
		clock: program.clock,
	});
	try {
		for (const part of store.snapshot().damage) program.err(`trucewatch: ${part.reason}\n`);
		if (options.what !== 'reports')
			await createIntake({
				store,
				// What a model has read is kept; it is not asked.
				reading: readingOf(profile, model),
				origins: createOrigins(),
				article: null,
			}).readAgain(() => program.stopped.aborted);
		// An empty answer alone would look like a fault.
		const {kept} = store.snapshot();
		if (kept.length === 0) program.err(`trucewatch: nothing is stored in ${directory}\n`);
		else if (!kept.some(({report}) => isKnown(report, options)))
			program.err(
				`trucewatch: nothing that is stored had been ${options.asOf === null ? 'seen' : 'published'} by then\n`,
			);
		for await (const text of linesOf(options, profile, store, program)) {
			program.out(text);
			await program.drained();
			if (program.stopped.aborted) break;
		}
		return 0;
	} finally {
		await store.close();
	}
}

async function* linesOf(
	options: Options,
	profile: Profile,
	store: Store,
	program: Program,
): AsyncGenerator<string> {
	const isTable = options.format === 'csv';
	const known = store.snapshot().kept.filter(({report}) => isKnown(report, options));
	if (options.what === 'reports') {
		if (isTable) yield `${csvLine(reportColumns)}\r\n`;
		for (const {report} of known) {
			const text = await store.text(report.id, report.revision);
			if (text === null)
				program.err(
					`trucewatch: the text of ${report.id}, revision ${report.revision}, cannot be read; left out\n`,
				);
			else yield isTable ? reportCsvLine({...report, text}) : `${printLine({...report, text})}\n`;
		}
	} else if (options.what === 'facts') {
		if (isTable) yield keptFactCsvHeader;
		for (const {report, facts} of known)
			for (const fact of facts) yield isTable ? keptFactCsvLine(fact, report) : keptFactLine(fact, report);
	} else yield tallyText(options, profile, store, program);
}

function reportCsvLine(report: Report): string {
	const {id, revision, source, outlet, url, title, text, language, origin} = report;
	return `${csvLine([id, revision, source, outlet, url, title, text, iso(report.publishedAt), iso(report.updatedAt), iso(report.firstSeenAt), language, origin])}\r\n`;
}

function tallyText(options: Options, profile: Profile, store: Store, program: Program): string {
	const sitting = sittingOf(options, profile, store, program.clock());
	const write = {jsonl: tallyLines, csv, hxl}[options.format as 'jsonl' | 'csv' | 'hxl'];
	const how: FormatOptions = {
		columns: program.columns,
		timezone: profile.timezone,
		made: madeOf(options, profile),
		earlier: earlierPictures(sitting),
	};
	return write(picture(sitting), how);
}
