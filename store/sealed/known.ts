import {isReadAnew} from './columns.ts';
import {joinedHash} from './identity.ts';
import type {Segment} from './segment.ts';

/** What is held of each document of a sealed file, so that what is kept can be told and counted without reading. */
export type Known = {
	readonly count: number;
	readonly hashes: Uint32Array;
	readonly byHash: Uint16Array;
	readonly revision: Uint16Array;
	/** Seconds since the epoch, rounded up; 0 where it is not known. */
	readonly told: Uint32Array;
	readonly seen: Uint32Array;
	readonly source: Uint16Array;
	readonly facts: Uint8Array;
	readonly flags: Uint8Array;
};

/** Copies, so that the rest of the columns may go. */
export async function knownOf(segment: Segment): Promise<Known> {
	const {count, hashes, byHash, revision, source, facts, flags, told, seen} = await segment.columns();
	return {
		count,
		hashes: hashes.slice(),
		byHash: byHash.slice(),
		revision: revision.slice(),
		told: secondsOf(told),
		seen: secondsOf(seen),
		source: source.slice(),
		facts: facts.slice(),
		flags: flags.slice(),
	};
}

/** Items with more than one revision, or read anew, as `joinedHash` says. */
export function revisedIn(all: Iterable<Known>): Set<number> {
	const found = new Set<number>();
	for (const {count, hashes, byHash, revision, flags} of all)
		for (let place = 0; place < count; place++) {
			const document = byHash[place]!;
			if (revision[document]! > 1 || flags[document]! & isReadAnew)
				found.add(joinedHash(hashes[2 * place]!, hashes[2 * place + 1]!));
		}
	return found;
}

function secondsOf(instants: Float64Array): Uint32Array {
	const seconds = new Uint32Array(instants.length);
	for (let place = 0; place < seconds.length; place++) {
		const at = instants[place]!;
		// What is not known, and what lies before 1970, is 0.
		seconds[place] = at > 0 ? Math.min(0xffff_ffff, Math.ceil(at / 1000)) : 0;
	}
	return seconds;
}
