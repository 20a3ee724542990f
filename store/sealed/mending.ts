import {systemCode} from '../error.ts';
import {encodeLine, type Line} from '../format.ts';
import {type Io, type OpenFile, readStretch, withFile} from '../io.ts';
import type {SetAside} from '../quarantine.ts';
import type {Damage} from '../store.ts';
import {build} from './build.ts';
import type {Sealed} from './ledger.ts';
import {salvage} from './mend.ts';
import type {Table} from './table.ts';

/** What a damaged file becomes. */
export type Mended = {
	/** The file, made anew of all that could be had, and of records that say what could not. */
	readonly bytes: Buffer;
	readonly table: Table;
	/** All that was hurt; `losses` is what of it is lost, as records. */
	readonly told: readonly Damage[];
	readonly losses: readonly Extract<Line, {k: 'd'}>[];
	/** How many bytes there were. */
	readonly before: number;
};

const namedAtMost = 50;

/**
 * Makes a damaged file anew, in memory. The raw bytes of each stretch that is hurt are set aside.
 *
 * @param wrong what is wrong with it although nothing is damaged; null: nothing
 * @returns null where it is whole
 */
export async function mended(
	io: Io,
	file: string,
	info: Sealed,
	setAside: SetAside,
	wrong: string | null,
): Promise<Mended | null> {
	const {name} = info;
	const {bytes} = await io.status(file);
	const {lines, table, withoutText, ...found} = salvage(
		await withFile(io, file, 'r', opened => readHurt(opened, bytes)),
	);
	const harm = wrong ? [...found.harm, {at: 0, bytes: 0, isRepaired: true, what: wrong}] : found.harm;
	if (harm.length === 0) return null;
	const told: Damage[] = [];
	for (const {at, bytes: length, isRepaired, what} of harm) {
		const copy = length > 0 ? await setAside(file, at, length) : null;
		const reason = `${name}, ${length} bytes at ${at}: ${what}.`;
		told.push({file, at, bytes: length, reason, setAside: copy, isRepaired});
	}
	const lose = (at: number, reason: string): void =>
		void told.push({file, at, bytes: 0, reason, setAside: null, isRepaired: false});
	if (withoutText.length > 0) {
		const named = withoutText.slice(0, namedAtMost).join(', ');
		const more = withoutText.length > namedAtMost ? ', …' : '';
		lose(-1, `${name}: the texts of ${withoutText.length} revisions are lost: ${named}${more}.`);
	}
	// Where not even the list of blocks is left, the ledger knows how many reports there were.
	const lost = info.revisions - lines.filter(isOfReport).length;
	if (lost > 0) lose(-2, `${name}: ${lost} of ${info.revisions} revisions are lost.`);
	const t = table?.arrived?.[1] ?? info.arrived?.[1] ?? 0;
	const losses = told.filter(({isRepaired}) => !isRepaired).map(each => ({k: 'd' as const, t, ...each}));
	const {from, set, part, parts} = table ?? info;
	const whole = [...lines, ...losses.map(each => encodeLine(JSON.stringify(each)))];
	return {...build(whole, {name, from, set, part, parts}), told, losses, before: bytes};
}

const isOfReport = (line: Buffer): boolean => line.toString('latin1', 9, 18) === '{"k":"r",';

const sectorBytes = 4096;

/** All of a file; of what the disk cannot read, zeroes. */
async function readHurt(file: OpenFile, length: number): Promise<Buffer> {
	try {
		return await readStretch(file, 0, length);
	} catch (error) {
		if (systemCode(error) !== 'EIO') throw error;
	}
	const bytes = Buffer.alloc(length);
	for (let at = 0; at < length; at += sectorBytes)
		try {
			(await readStretch(file, at, Math.min(sectorBytes, length - at))).copy(bytes, at);
		} catch (error) {
			if (systemCode(error) !== 'EIO') throw error;
		}
	return bytes;
}
