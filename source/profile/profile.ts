/** Words per language code: `{en: ['Kyrgyzstan'], ru: ['Киргизия']}`. Base forms; the reader inflects them. */
export type Words = Readonly<Record<string, readonly string[]>>;

export type Official = {
	readonly name: string;
	readonly ru: string | null;
	readonly aka: readonly string[];
	readonly role: string | null;
};

/** A party that speaks: a side of the conflict or a third party. */
export type Party = {
	readonly id: string;
	readonly name: string;
	readonly names: Words;
	readonly adjectives: Words;
	/** Words that mean this party's fighters without naming it: “rebels”. */
	readonly forces: Words;
	readonly agencies: Words;
	readonly officials: readonly Official[];
	/** Names of places that are this party's. */
	readonly places: Words;
	/** IANA zone; null: the profile's. */
	readonly timezone: string | null;
};

export type Place = {
	readonly id: string;
	readonly en: readonly string[];
	readonly ru: readonly string[];
	readonly lat: number | null;
	readonly lon: number | null;
	readonly radiusKm: number | null;
	/** Id of the side that it lies in, `disputed`, or a country outside. */
	readonly in: string | null;
	readonly kind: string | null;
};

export type OutletKind = 'state' | 'local' | 'wire' | 'international' | 'monitor' | 'un';

export type Outlet = {
	readonly name: string;
	readonly url: string | null;
	readonly feed: string | null;
	readonly telegram: string | null;
	/** Id of the side whose voice it is. */
	readonly side: string | null;
	readonly kind: OutletKind;
	readonly language: string | null;
};

/** The event that running totals are about. Instants in milliseconds; `to` null: it goes on. */
export type Window = {readonly from: number; readonly to: number | null};

/** One conflict. */
export type Profile = {
	readonly id: string;
	readonly name: string;
	/** IANA zone, for hours without one. */
	readonly timezone: string;
	/** Null: the days that `--since` gives. */
	readonly window: Window | null;
	/** Earlier events of the same conflict, oldest first, so that an archive can be walked through. */
	readonly earlier: readonly Window[];
	/** Two or more, in screen order. */
	readonly sides: readonly Party[];
	readonly third: readonly Party[];
	/** Names of agencies that carry what others say. */
	readonly wires: readonly string[];
	readonly places: readonly Place[];
	readonly outlets: readonly Outlet[];
};

/** The event that a moment belongs to: the last one that had begun by then, else the first; null where the profile names none. */
export function windowAt(profile: Profile, at: number): Window | null {
	const events = [...profile.earlier, ...(profile.window ? [profile.window] : [])];
	return events.findLast(event => event.from <= at) ?? events[0] ?? null;
}
