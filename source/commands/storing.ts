import {openStore, type StoreOptions} from '../../store/open.ts';
import {sealingThread} from '../../store/sealing/thread.ts';
import type {Store} from '../../store/store.ts';
import type {Options} from '../options.ts';
import type {Program} from './program.ts';

/** What the flags say of how a store is held. */
export type Storing = Pick<Options, 'heads' | 'keepMs'>;

/** A run that ends at once needs the facts of its picture, which are held in any case, and not the heads of weeks. */
const headsOfShortRun = 20_000;

/** What the flags say, for a run that ends at once. */
export const shortly = <T extends Storing>(options: T): T => ({
	...options,
	heads: Math.min(options.heads, headsOfShortRun),
});

/**
 * Opens a store as every command does: as much of it in memory as the flags allow, and sealed in a thread of its own.
 *
 * @param how `isReadOnly` where nothing may be written
 */
export const openKept = (
	directory: string,
	{heads, keepMs}: Storing,
	{entry, clock}: Pick<Program, 'entry' | 'clock'>,
	how: Pick<StoreOptions, 'wantsLead' | 'isReadOnly' | 'span'> = {},
): Promise<Store> =>
	openStore({
		directory,
		clock,
		mostHeads: heads,
		keepMs,
		...(how.isReadOnly ? {} : {sealing: sealingThread(new URL(entry))}),
		...how,
	});

/** Closes a store, and says where sealing failed, which is known only then: a short run seals as it ends. */
export async function closeKept(
	{store, close}: {readonly store: Pick<Store, 'snapshot'>; close(): Promise<void>},
	{err}: Pick<Program, 'err'>,
): Promise<void> {
	await close();
	const {unsealed} = store.snapshot();
	if (unsealed) err(`trucewatch: ${unsealed}\n`);
}
