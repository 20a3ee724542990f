import type {SideId, Speaker} from '../facts/fact.ts';
import type {Party, Profile} from '../profile/profile.ts';
import type {Head} from '../reports/report.ts';
import {organOf} from './organ.ts';

/** Who a figure or a word belongs to, however it was named. */
export type Claimant = {
	/** The same for “Kyrgyz Health Ministry”, “Ministry of Health” and “Минздрав” where they speak for one side. */
	readonly key: string;
	readonly by: Speaker;
	/** True where only the side is named, without an organ: “Kyrgyzstan”, “the Kyrgyz side”, “Kyrgyz officials”. */
	readonly isSide: boolean;
};

const filler = new Set(['the', 'a', 'an', 'of', 'for', 'in', 'from', 'and', 's', 'по', 'в', 'и', 'на']);
const sideItself =
	/^(side|authorit\p{L}*|officials?|state|country|republic|сторон\p{L}*|власт\p{L}*|официальн\p{L}*|представител\p{L}*|республик\p{L}*)$/u;
const mediaWords = /^(news|agency|agencies|information|агентств\p{L}*|информагентств\p{L}*)$/u;

/** The words of a name, lower case, without articles and prepositions. */
export function nameWords(name: string): string[] {
	const plain = name
		.normalize('NFKC')
		.toLowerCase()
		.replaceAll('ё', 'е')
		// “U.S.” is “US”.
		.replace(/(?<![\p{L}\p{N}])(?:\p{L}\.){2,}/gu, letters => `${letters.replaceAll('.', '')} `);
	return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).filter(word => !filler.has(word));
}

/**
 * Tells claimants apart for one profile.
 *
 * An organ or official of a side is that organ; a bare side is the side itself; media, monitors and third states go by name;
 * a figure without a speaker is by the outlet that told the story first.
 */
export function claimants(
	profile: Profile,
	outletOf: (reportId: string) => string | null,
): (by: Speaker | null, report: Head) => Claimant {
	// By kind, side and name, one after the other: this is asked for every fact.
	const known = new Map<string, Map<SideId, Map<string | null, Claimant>>>();
	const names = sideNames(profile.sides);
	const officials = new Map<string, string>();
	for (const side of profile.sides)
		for (const {name, ru, aka, role} of side.officials)
			for (const alias of [name, ...(ru === null ? [] : [ru]), ...aka])
				officials.set(`${side.id} ${nameWords(alias).join(' ')}`, role ?? name);
	const thirds = new Map<string, string>();
	for (const party of profile.third) {
		// Who speaks for it is it: “Guterres”, “the Secretary-General”. Its agencies count by themselves.
		const voices = party.officials.flatMap(({name, ru, aka, role}) => [name, ru, role, ...aka]);
		for (const alias of [party.name, ...Object.values(party.names).flat(), ...voices])
			if (alias !== null) thirds.set(nameWords(alias).join(' '), party.id);
	}

	const wires = new Set(profile.wires.map(wire => nameWords(wire).join(' ')));
	const find = ({name, side, kind}: Speaker): Claimant => {
		const by: Speaker = {name, side, kind};
		const words = name === null ? [] : nameWords(name);
		if (side === null || side === 'both') {
			const text = words.join(' ');
			const third = thirds.get(text);
			const who = words.filter(word => !mediaWords.test(word));
			// “US officials” and “the US” are one; “officials” of nobody stay what they are.
			const named = who.filter(word => !sideItself.test(word));
			const kept =
				third ??
				(named.length > 0 ? (thirds.get(named.join(' ')) ?? named.join(' ')) : who.join(' ') || text);
			return {key: `${side ?? ''}|${isOutsider(kind) ? 'named' : kind}|${kept}`, by, isSide: false};
		}
		if (kind !== 'official' && kind !== 'state')
			return {key: `${side}|${kind}|${words.join(' ')}`, by, isSide: false};
		const own = words.filter(word => !isSideWord(word, names.get(side) ?? []));
		const rest = own.filter(word => !sideItself.test(word));
		if (rest.length === 0) return {key: `${side}|official|`, by, isSide: true};
		const role = officials.get(`${side} ${words.join(' ')}`);
		const organ = organOf(role ?? rest.join(' ')) ?? rest.toSorted().join(' ');
		return {key: `${side}|official|${organ}`, by, isSide: false};
	};

	return (by, report) => {
		const outlet = report.outlet ?? report.source;
		const isOutlet = by === null || (by.kind === 'media' && by.name !== null && by.name === report.outlet);
		// A wire speaks for itself even where one who carries it was here first.
		const isCopy = isOutlet && report.origin !== report.id && !wires.has(nameWords(outlet).join(' '));
		const name = isCopy ? (outletOf(report.origin) ?? outlet) : outlet;
		const speaker: Speaker = isOutlet ? {name, side: by?.side ?? null, kind: 'media'} : by;
		const bySide = within(known, speaker.kind);
		const byName = within(bySide, speaker.side);
		const before = byName.get(speaker.name);
		if (before) return before;
		const claimant = find(speaker);
		byName.set(speaker.name, claimant);
		return claimant;
	};
}

function within<K, L, V>(map: Map<K, Map<L, V>>, key: K): Map<L, V> {
	let inner = map.get(key);
	if (!inner) {
		inner = new Map();
		map.set(key, inner);
	}
	return inner;
}

// A wire, a monitor and the UN are told apart by name alone: a reader may take one for the other.
const isOutsider = (kind: Speaker['kind']) =>
	kind === 'media' || kind === 'monitor' || kind === 'un' || kind === 'state' || kind === 'official';

function sideNames(sides: readonly Party[]): Map<SideId, readonly string[]> {
	return new Map(
		sides.map(side => [
			side.id,
			[side.id, side.name, ...Object.values(side.names).flat(), ...Object.values(side.adjectives).flat()]
				.flatMap(nameWords)
				.filter(word => word.length > 1),
		]),
	);
}

// Cyrillic names come inflected; two letters at the end are the case.
const isSideWord = (word: string, names: readonly string[]) =>
	names.some(
		name =>
			word === name ||
			(/\p{Script=Cyrillic}/u.test(name) && name.length > 5 && word.startsWith(name.slice(0, -2))),
	);
