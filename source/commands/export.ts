import {openStore} from '../../store/open.ts';
import type {Store} from '../../store/store.ts';
import {UsageError} from '../flags.ts';
import {csv, csvLine} from '../formats/csv.ts';
import {hxl} from '../formats/hxl.ts';
import {factCsvHeader, factCsvLine, factLine} from '../formats/lines.ts';
import {iso, printablePicture} from '../formats/printable.ts';
import type {Options} from '../options.ts';
import {type Picture, picture} from '../picture/picture.ts';
import type {Profile} from '../profile/profile.ts';
import {printLine} from '../reports/lines.ts';
import {createOrigins} from '../reports/origins.ts';
import type {Report} from '../reports/report.ts';
import {conflictOf} from './conflict.ts';
import {createIntake} from './intake.ts';
import {modelOf} from './model.ts';
import {pathsOf, storeFolder} from './paths.ts';
import type {Program} from './program.ts';
import {readingOf} from './reading.ts';

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

/** Prints what is kept: reports with all their revisions, facts, or the tally. */
export async function exportKept(options: Options, program: Program): Promise<number> {
	if (options.format === 'hxl' && options.what !== 'tally')
		throw new UsageError(
			`--format hxl is for the tally, not for ${options.what}`,
			'export --what tally --format hxl',
		);
	const isOfMoment = options.asOf !== null || options.asSeen !== null;
	if (isOfMoment && options.what !== 'tally')
		throw new UsageError(
			`--as-of and --as-seen are for the tally; ${options.what} are exported whole`,
			'export --what tally --as-of 2022-09-18T06:00Z',
		);
	const profile = await conflictOf(options);
	const model = await modelOf(options, program.environment);
	const store = await openStore({
		directory: storeFolder(options.store, pathsOf(program.environment), profile.id),
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
	if (options.what === 'reports') {
		if (isTable) yield `${csvLine(reportColumns)}\r\n`;
		for await (const report of wholeReports(store, program))
			yield isTable ? reportCsvLine(report) : `${printLine(report)}\n`;
	} else if (options.what === 'facts') {
		if (isTable) yield factCsvHeader;
		for (const {facts} of store.snapshot().kept)
			for (const fact of facts) yield isTable ? factCsvLine(fact) : factLine(fact);
	} else yield tallyText(options, pictureOf(options, profile, store, program), profile);
}

async function* wholeReports(store: Store, program: Program): AsyncGenerator<Report> {
	for (const {report} of store.snapshot().kept) {
		const text = await store.text(report.id, report.revision);
		if (text === null)
			program.err(
				`trucewatch: the text of ${report.id}, revision ${report.revision}, cannot be read; left out\n`,
			);
		else yield {...report, text};
	}
}

function reportCsvLine(report: Report): string {
	const {id, revision, source, outlet, url, title, text, language, origin} = report;
	return `${csvLine([id, revision, source, outlet, url, title, text, iso(report.publishedAt), iso(report.updatedAt), iso(report.firstSeenAt), language, origin])}\r\n`;
}

function pictureOf(options: Options, profile: Profile, store: Store, program: Program): Picture {
	const now = program.clock();
	const sinceMs = 'lengthMs' in options.since ? options.since.lengthMs : now - options.since.from;
	return picture({
		profile,
		readings: store.snapshot().kept,
		sources: [],
		now,
		asOf: options.asOf,
		asSeen: options.asSeen,
		sinceMs,
		everyMs: options.everyMs,
	});
}

function tallyText(options: Options, drawn: Picture, profile: Profile): string {
	if (options.format === 'csv') return csv(drawn, {columns: 0, timezone: profile.timezone});
	if (options.format === 'hxl') return hxl(drawn);
	return printablePicture(drawn)
		.tally.rows.map(row => `${JSON.stringify(row)}\n`)
		.join('');
}
