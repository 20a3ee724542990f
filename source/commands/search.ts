import {damageInWords} from '../../store/error.ts';
import type {Store} from '../../store/store.ts';
import {UsageError} from '../flags.ts';
import {foundLine, foundText} from '../formats/found.ts';
import type {Options} from '../options.ts';
import {cleanLine} from '../reports/clean.ts';
import {typedOf} from '../search/arguments.ts';
import {matchesOf} from '../search/matches.ts';
import {queryOf} from '../search/query.ts';
import {conflictOf} from './conflict.ts';
import {pathsOf, storeFolder} from './paths.ts';
import type {Program} from './program.ts';
import {contextOf, searchKnown} from './searching.ts';
import {openKept} from './storing.ts';

/** Sentences of one report that are printed for people. */
const sentencesShown = 3;

/** A search holds no more than this. */
const headsHeld = 2000;

/** Prints what is kept and holds what is looked for, newest told first. Asks nobody, and writes nothing. */
export async function search(options: Options, program: Program): Promise<number> {
	const profile = await conflictOf(options);
	const directory = storeFolder(options.store, pathsOf(program.environment), profile.id);
	// What is looked for is found in files: in memory are no more than tell what the sources are called.
	const heads = Math.min(options.heads, headsHeld);
	const store = await openKept(directory, {...options, heads}, program, {isReadOnly: true});
	try {
		await store.filled;
		for (const part of store.snapshot().damage) program.err(`trucewatch: ${damageInWords(part)}\n`);
		const now = options.asOf ?? options.asSeen ?? program.clock();
		const context = contextOf(profile, store, [], now);
		const typed = typedOf(options.inputs, context);
		const read = queryOf(typed, context);
		if ('wrong' in read) throw new UsageError(read.wrong, `search ${read.right}`);
		const {found, isMore} = await searchKnown(store, read.wanted, options.limit, options);
		const asked = cleanLine(typed).text;
		if (found.length === 0) {
			program.err(`trucewatch: ${nothing(options, store, directory)}: ${asked}\n`);
			return 0;
		}
		const isText = options.format === 'text';
		const how = {
			columns: program.columns,
			timezone: profile.timezone,
			isBold: program.isTerminal && options.hasColor,
		};
		for (const kept of found) {
			const {report, facts} = kept;
			const text = await store.text(report.id, report.revision);
			const isDropped = text === null && (await store.whyNoText(report.id, report.revision)) === 'not kept';
			if (text === null && !isDropped)
				program.err(
					`trucewatch: the text of ${report.id}, revision ${report.revision}, cannot be read${isText ? '' : '; left out'}\n`,
				);
			const matches = matchesOf(kept, text ?? '', read.wanted, isText ? sentencesShown : undefined);
			if (isText) program.out(`${foundText({report, facts, matches}, how)}\n`);
			else if (text !== null || isDropped)
				program.out(foundLine({...report, text: text ?? ''}, matches, isDropped));
			await program.drained();
			if (program.stopped.aborted) return 0;
		}
		const last = `${count(found.length, isMore)}: ${asked}${isMore ? `; --limit ${options.limit * 2} shows more` : ''}`;
		if (isText) program.out(`${last} (hours of ${profile.timezone})\n`);
		else if (isMore) program.err(`trucewatch: ${last}\n`);
		return 0;
	} finally {
		await store.close();
	}
}

const count = (number: number, isMore: boolean): string =>
	isMore
		? `the newest ${number === 1 ? 'report' : `${number} reports`} of more that hold`
		: `${number} ${number === 1 ? 'report holds' : 'reports hold'}`;

/** An empty answer alone would look like a fault. */
function nothing({asOf, asSeen}: Options, store: Store, directory: string): string {
	if (store.snapshot().count === 0) return `nothing is stored in ${directory}, so nothing holds`;
	const by = asOf !== null ? ' of those published by then' : asSeen !== null ? ' of those seen by then' : '';
	return `no report${by} holds`;
}
