import {damageInWords} from '../../store/error.ts';
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
import {spanAt} from '../picture/windows.ts';
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
import {createProgress, type Progress} from './progress.ts';
import {readingOf} from './reading.ts';
import {leftInWords} from './reading-again.ts';
import {earlierPicturesOf, sittingOf} from './sitting.ts';
import {openKept, shortly} from './storing.ts';
import {sinceOf} from './watch.ts';

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
	const store = await openKept(directory, shortly(options), program, {
		span:
			options.what === 'tally'
				? spanAt(profile, {...options, ...sinceOf(options.since), now: program.clock()})
				: null,
	});
	const progress = createProgress({
		...program,
		isErrorTerminal: program.isErrorTerminal && !program.isOutTerminal,
	});
	try {
		await store.filled;
		for (const part of store.snapshot().damage) program.err(`trucewatch: ${damageInWords(part)}\n`);
		if (options.what !== 'reports')
			await createIntake({
				store,
				// What a model has read is kept; it is not asked.
				reading: readingOf(profile, model),
				origins: createOrigins(),
				article: null,
			}).readAgain(
				() => program.stopped.aborted,
				left => progress.tell(leftInWords(left)),
			);
		// An empty answer alone would look like a fault.
		const {kept, count, rest} = store.snapshot();
		const lacks = store.snapshot().damage.some(({isRepaired}) => !isRepaired);
		if (count === 0)
			program.err(`trucewatch: nothing ${lacks ? 'that can be read ' : ''}is stored in ${directory}\n`);
		else if (!kept.some(({report}) => isKnown(report, options)) && rest.count(options).revisions === 0)
			program.err(
				`trucewatch: nothing that is stored had been ${options.asOf === null ? 'seen' : 'published'} by then\n`,
			);
		for await (const text of linesOf(options, profile, store, program, progress)) {
			program.out(text);
			await program.drained();
			if (program.stopped.aborted) break;
		}
		// A backup must not take the place of a better one unnoticed.
		if (!store.snapshot().damage.some(({isRepaired}) => !isRepaired)) return 0;
		program.err('trucewatch: something of this store was lost, as told above: this export may lack it\n');
		return 1;
	} finally {
		progress.end();
		await store.close();
	}
}

/** What is asked for, in pieces, from a store of which not all need be in memory. */
export async function* linesOf(
	options: Options,
	profile: Profile,
	store: Store,
	program: Program,
	progress: Progress,
): AsyncGenerator<string> {
	const isTable = options.format === 'csv';
	if (options.what === 'tally') {
		yield await tallyText(options, profile, store, program);
		return;
	}
	const withTexts = options.what === 'reports';
	if (isTable) yield withTexts ? `${csvLine(reportColumns)}\r\n` : keptFactCsvHeader;
	const {count} = store.snapshot();
	let walked = 0;
	// However much is kept, one slice of it is in memory.
	for await (const slice of store.walk({order: 'oldest first', withTexts})) {
		for (const {kept, text, without} of slice) {
			const {report, facts} = kept;
			if (!isKnown(report, options)) continue;
			if (!withTexts)
				for (const fact of facts) yield isTable ? keptFactCsvLine(fact, report) : keptFactLine(fact, report);
			else if (text === null && without !== 'not kept')
				program.err(
					`trucewatch: the text of ${report.id}, revision ${report.revision}, cannot be read; left out\n`,
				);
			else {
				const whole = {...report, text: text ?? ''};
				yield isTable ? reportCsvLine(whole) : `${printLine(whole, text === null)}\n`;
			}
		}
		walked += slice.length;
		progress.tell(`${walked} of ${count} reports looked through`);
	}
}

function reportCsvLine(report: Report): string {
	const {id, revision, source, outlet, url, title, text, language, origin} = report;
	return `${csvLine([id, revision, source, outlet, url, title, text, iso(report.publishedAt), iso(report.updatedAt), iso(report.firstSeenAt), language, origin])}\r\n`;
}

async function tallyText(
	options: Options,
	profile: Profile,
	store: Store,
	program: Program,
): Promise<string> {
	const now = program.clock();
	const write = {jsonl: tallyLines, csv, hxl}[options.format as 'jsonl' | 'csv' | 'hxl'];
	const earlier = await earlierPicturesOf(options, profile, store, now);
	const sitting = sittingOf(options, profile, store, now);
	await store.hold(spanAt(profile, sitting));
	const {kept, rest} = store.snapshot();
	const how: FormatOptions = {
		columns: program.columns,
		timezone: profile.timezone,
		made: madeOf(options, profile),
		earlier,
	};
	return write(picture({...sitting, readings: kept, rest}), how);
}
