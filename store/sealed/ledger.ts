import path from 'node:path';
import {type Adapter, Low} from 'lowdb';
import {durableJson} from '../durable.ts';
import type {Io} from '../io.ts';
import {linesOf, noState, type State, stateOf} from '../state.ts';
import type {Table} from './table.ts';

/** What is known of a sealed file without opening it. */
export type Sealed = Omit<Table, 'blocks' | 'sources'> & {
	/** Size of the file. */
	readonly bytes: number;
};

/**
 * What stands in the sealed files, in short: to pick those that are needed, and to notice one that is missing. It only ever adds
 * to what the folder says, and is made anew from the files where it is lost.
 */
export type Ledger = {readonly sealed: readonly Sealed[]; readonly state: State};

export const ledgerPath = (directory: string): string => path.join(directory, 'ledger.json');

/** A second one, written after the first: where that is lost, it still tells which sealed files there must be. */
export const ledgerCopyPath = (directory: string): string => path.join(directory, 'ledger.json.bak');

/** Null where there is none, nor a copy, that can be read. */
export const readLedger = async (io: Io, directory: string): Promise<Ledger | null> =>
	(await readFirst(io, directory)) ?? (await adapterOf(io, ledgerCopyPath(directory), '').read());

/** Without its copy. */
export const readFirst = (io: Io, directory: string): Promise<Ledger | null> =>
	adapterOf(io, ledgerPath(directory), '').read();

const adapterOf = (io: Io, file: string, id: string): Adapter<Ledger> => durableJson(io, file, ledgerIn, id);

function ledgerIn(read: unknown): Ledger | null {
	const said = read as Partial<Ledger> | null;
	const {sources, notes, damage} = said?.state ?? {};
	const isRight =
		areEach(said?.sealed, ({name, from}) => typeof name === 'string' && Array.isArray(from)) &&
		areEach(sources, ({source}) => typeof source?.id === 'string') &&
		areEach(notes, ({name}) => typeof name === 'string') &&
		areEach(damage, ({file}) => typeof file === 'string');
	return isRight ? (said as Ledger) : null;
}

const areEach = <T>(all: readonly T[] | undefined, is: (one: T) => boolean): boolean =>
	Array.isArray(all) && all.every(one => typeof one === 'object' && one !== null && is(one));

/**
 * Enters what was sealed, and takes out what that took the place of. Read anew first: others enter theirs, too.
 *
 * @param gone names of sealed files that are no more
 */
export async function enter(
	io: Io,
	directory: string,
	{sealed, state, gone = []}: Ledger & {readonly gone?: readonly string[]},
	id: string,
): Promise<void> {
	const before = (await readLedger(io, directory)) ?? {sealed: [], state: noState};
	const names = new Set([...gone, ...sealed.map(({name}) => name)]);
	const ledger = {
		sealed: [...before.sealed.filter(({name}) => !names.has(name)), ...sealed],
		state: stateOf(linesOf(state), before.state),
	};
	for (const file of [ledgerPath(directory), ledgerCopyPath(directory)])
		await new Low<Ledger>(adapterOf(io, file, id), ledger).write();
}

export function sealedOf({blocks: _, sources: __, ...table}: Table, bytes: number): Sealed {
	return {...table, bytes};
}
