import {readFileSync} from 'node:fs';
import type {Official, Party, Place, Profile, Words} from '../../source/profile/profile.ts';

type Loose = Record<string, unknown>;
const list = (value: unknown) => (Array.isArray(value) ? (value as Loose[]) : []);
const words = (value: unknown) => (value ?? {}) as Words;

function party(loose: Loose): Party {
	return {
		id: String(loose.id),
		name: String(loose.name ?? loose.id),
		names: words(loose.names),
		adjectives: words(loose.adjectives),
		forces: words(loose.forces),
		agencies: words(loose.agencies),
		officials: list(loose.officials).map(
			official => ({ru: null, aka: [], role: null, ...official}) as unknown as Official,
		),
		places: words(loose.places),
		timezone: (loose.timezone as string | undefined) ?? null,
	};
}

/** A profile as written by hand, with what is left out filled in. */
export function profileOf(loose: Loose): Profile {
	const window = loose.window as {from: string; to?: string} | undefined;
	return {
		id: String(loose.id),
		name: String(loose.name),
		timezone: String(loose.timezone ?? 'UTC'),
		window: window ? {from: Date.parse(window.from), to: window.to ? Date.parse(window.to) : null} : null,
		earlier: [],
		sides: list(loose.sides).map(party),
		third: list(loose.third).map(party),
		wires: (loose.wires as string[] | undefined) ?? [],
		places: list(loose.places).map(
			place =>
				({
					en: [],
					ru: [],
					lat: null,
					lon: null,
					radiusKm: null,
					in: null,
					kind: null,
					...place,
				}) as unknown as Place,
		),
		outlets: list(loose.outlets).map(
			outlet =>
				({
					url: null,
					feed: null,
					telegram: null,
					side: null,
					kind: 'international',
					language: null,
					...outlet,
				}) as never,
		),
	};
}

const fixtures = new Map<string, Profile>();

/** One of the profiles beside the labelled reports. */
export function fixtureProfile(id: string): Profile {
	if (fixtures.size === 0) {
		const all = JSON.parse(readFileSync('tests/fixtures/facts/profiles.json', 'utf8')) as Loose[];
		for (const loose of all) fixtures.set(String(loose.id), profileOf(loose));
	}

	const profile = fixtures.get(id);
	if (!profile) throw new Error(`tests/fixtures/facts/profiles.json: expected a profile with the id “${id}”`);
	return profile;
}
