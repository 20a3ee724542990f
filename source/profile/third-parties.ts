import * as v from 'valibot';
import type {Outlet, Party} from './profile.ts';
import {outlet, party} from './shapes.ts';
import known from './third-parties.json' with {type: 'json'};

/** Others who speak about nearly every conflict, for profiles that name none. One that is itself a side is left out. */
export function thirdPartiesBeside(sides: readonly Party[]): readonly Party[] {
	const taken = new Set(sides.flatMap(wordsOf));
	return v.parse(v.array(party), known.third).filter(other => !wordsOf(other).some(word => taken.has(word)));
}

/** Agencies and broadcasters that carry what others say, for profiles that name none. */
export const knownWires: readonly string[] = known.wires;

/** Monitors who count in nearly every conflict, for profiles that name no outlets. */
export const knownOutlets: readonly Outlet[] = v.parse(v.array(outlet), known.outlets);

function wordsOf({id, name, names, adjectives}: Party): string[] {
	return [id, name, ...Object.values(names).flat(), ...Object.values(adjectives).flat()].map(word =>
		word.toLowerCase(),
	);
}
