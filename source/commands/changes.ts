import {exampleOf, flags, UsageError} from '../flags.ts';
import {type ChangeList, changeFormats} from '../formats/changes.ts';
import {iso} from '../formats/printable.ts';
import {clock} from '../formats/wording.ts';
import type {Options} from '../options.ts';
import {changes, newestFirst} from '../picture/changes.ts';
import type {Picture} from '../picture/picture.ts';
import {retoldIn} from '../picture/retold.ts';
import {sourceChanges} from '../picture/source-changes.ts';
import {lastLookOf} from './look.ts';
import type {Program} from './program.ts';
import {historiesOf} from './source-history.ts';
import type {Watch} from './watch.ts';

type Asked = Pick<Options, 'changesSince' | 'asOf' | 'asSeen'>;

const refused = (message: string): UsageError =>
	new UsageError(`--changes-since: ${message}`, exampleOf(flags.find(({name}) => name === 'changes-since')!));

/**
 * Makes sure that the moment to compare with is not after the one that is shown.
 *
 * @throws {UsageError}
 */
export function checkSpan({changesSince, asOf, asSeen}: Asked, now: number): void {
	if (changesSince === null || changesSince === 'last') return;
	const to = asOf ?? asSeen;
	if (to !== null && changesSince > to)
		throw refused(
			`expected an instant before that of ${asOf !== null ? '--as-of' : '--as-seen'}, ${iso(to)}, got ${iso(changesSince)}`,
		);
	if (to === null && changesSince > now)
		throw refused(`expected an instant that has come, got ${iso(changesSince)}; it is ${iso(now)}`);
}

/**
 * Prints what is new. `last` counts as a look: the next one begins where this one ends.
 *
 * With `--as-of` both moments are of what had been published; otherwise both are of what this store had seen.
 */
export async function printChanges(watch: Watch, options: Options, program: Program): Promise<void> {
	const {changesSince, asOf, asSeen} = options;
	const after = watch.picture();
	const to = after.asOf;
	const lastLookAt = lastLookOf(watch.store);
	if (changesSince === 'last' && lastLookAt !== null && lastLookAt > to)
		throw refused(
			`the last look at this store was ${iso(lastLookAt)}, after ${asSeen === null ? 'now' : '--as-seen'}, ${iso(to)}: name an instant`,
		);
	const from = changesSince === 'last' ? lastLookAt : changesSince;
	const list: ChangeList = {
		profile: after.profile,
		from,
		to,
		by: asOf === null ? 'seen' : 'published',
		changes: from === null ? [] : await changesFrom(watch, after, {from, to, asOf}, program),
	};
	program.out(
		changeFormats[options.format as keyof typeof changeFormats](list, {
			columns: program.columns,
			timezone: watch.profile.timezone,
		}),
	);
	if (changesSince !== 'last' || asSeen !== null) return;
	await program.drained();
	await watch.store.commit({notes: {lastLookAt: to}}).catch((error: Error) => {
		if (error.name !== 'StoreError') throw error;
		program.err(`trucewatch: this look is not kept: ${error.message}\n`);
	});
}

async function changesFrom(
	watch: Watch,
	after: Picture,
	{from, to, asOf}: {from: number; to: number; asOf: number | null},
	program: Program,
): Promise<ChangeList['changes']> {
	const clockFrom = asOf === null ? {asOf, asSeen: from} : {asOf: from, asSeen: null};
	await watch.hold(clockFrom);
	const before = watch.picture(clockFrom);
	if (asOf === null && before.counts.reports === 0 && after.counts.reports > 0)
		program.err(
			'trucewatch: this store had seen nothing by then, so all is new; with --as-of, what had been published by both moments is compared\n',
		);
	const names = new Map(after.sources.map(({id, name}) => [id, name]));
	const kept = watch.store.snapshot().kept;
	const clockTo = asOf === null ? {asOf, asSeen: to} : {asOf, asSeen: null};
	const histories = historiesOf(watch.store.snapshot().notes, names);
	const {when} = clock(watch.profile.timezone);
	return newestFirst([
		...changes({...before, sources: []}, after, retoldIn(kept, clockTo)),
		...sourceChanges(histories, {from, to}, when),
	]);
}
