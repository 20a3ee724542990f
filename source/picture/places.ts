import type {Fact} from '../facts/fact.ts';
import {namesOf} from '../profile/names.ts';
import type {Place, Profile} from '../profile/profile.ts';

/** The places of a profile, as sentences name them. */
export type Places = {
	/** Ids of the places that a fact's sentence names, in its order; one name may be that of two. */
	namedIn(fact: Pick<Fact, 'sentence' | 'language'>): readonly string[];
	/** Whether two sentences tell of different places: both name some, and none of one is or holds one of the other. */
	areApart(some: readonly string[], others: readonly string[]): boolean;
};

type Written = {readonly words: readonly string[]; readonly ids: Set<string>; readonly isCapital: boolean};

// Below this a radius says how well a place is known, above it how large it is.
const areaKm = 20;

export function createPlaces(profile: Profile): Places {
	const byLanguage = new Map<string, (sentence: string) => readonly string[]>();
	const byId = new Map(profile.places.map(place => [place.id, place]));
	const known = new WeakMap<object, readonly string[]>();

	const mayBeOne = (one: string, other: string): boolean => {
		if (one === other) return true;
		const [a, b] = [byId.get(one), byId.get(other)];
		return a !== undefined && b !== undefined && (holds(a, b) || holds(b, a));
	};

	return {
		namedIn(fact) {
			let named = known.get(fact);
			if (named) return named;
			let find = byLanguage.get(fact.language);
			if (!find) {
				find = finder(profile, fact.language);
				byLanguage.set(fact.language, find);
			}
			named = find(fact.sentence);
			known.set(fact, named);
			return named;
		},
		areApart: (some, others) =>
			some.length > 0 && others.length > 0 && !some.some(one => others.some(other => mayBeOne(one, other))),
	};
}

const wordPattern = /[\p{L}\p{N}]+/gu;

const wordsOf = (text: string): string[] => text.normalize('NFC').match(wordPattern) ?? [];
const plain = (word: string): string => {
	const lower = word.toLowerCase();
	return lower.includes('ё') ? lower.replaceAll('ё', 'е') : lower;
};

/** Finds names by their first words; the longest that fits is meant: “Batken region” is not Batken. */
function finder(profile: Profile, language: string): (sentence: string) => readonly string[] {
	const byFirst = new Map<string, Written[]>();
	const stems: Written[] = [];
	for (const {place, words} of namesOf(profile, language)) {
		if (place === undefined) continue;
		for (const form of words) {
			const parts = form.split(/\s+/).flatMap(part => {
				const of = wordsOf(part).map(plain);
				return part.endsWith('*') && of.length > 0 ? [...of.slice(0, -1), `${of.at(-1)}*`] : of;
			});
			const [first] = parts;
			if (first === undefined) continue;
			const list = first.endsWith('*') ? stems : (byFirst.get(first) ?? []);
			if (!first.endsWith('*')) byFirst.set(first, list);
			const same = list.find(({words: known}) => known.join(' ') === parts.join(' '));
			if (same) same.ids.add(place);
			else list.push({words: parts, ids: new Set([place]), isCapital: /^\p{Lu}/u.test(form)});
		}
	}
	return sentence => {
		const written = wordsOf(sentence);
		const words = written.map(plain);
		const found = new Set<string>();
		for (let at = 0; at < words.length; ) {
			const known = byFirst.get(words[at]!);
			// Most words begin no name.
			if (!known && stems.length === 0) {
				at++;
				continue;
			}
			let longest: Written | null = null;
			for (const names of known ? [known, stems] : [stems])
				for (const name of names)
					if (
						name.words.length > (longest?.words.length ?? 0) &&
						(!name.isCapital || /^\p{Lu}/u.test(written[at]!)) &&
						name.words.every((word, index) => isWord(word, words[at + index]))
					)
						longest = name;
			for (const id of longest?.ids ?? []) found.add(id);
			at += longest?.words.length ?? 1;
		}
		return [...found];
	};
}

const isWord = (word: string, written: string | undefined): boolean =>
	written !== undefined && (word.endsWith('*') ? written.startsWith(word.slice(0, -1)) : written === word);

function holds(area: Place, place: Place): boolean {
	if (area.radiusKm === null || area.radiusKm < areaKm) return false;
	if (area.lat === null || area.lon === null || place.lat === null || place.lon === null) return false;
	return distanceKm([area.lat, area.lon], [place.lat, place.lon]) <= area.radiusKm;
}

/** On a plane through both: right to a percent over the extent of a region. */
function distanceKm(from: readonly [number, number], to: readonly [number, number]): number {
	const perDegree = 111.2;
	const middle = (((from[0] + to[0]) / 2) * Math.PI) / 180;
	return Math.hypot(to[0] - from[0], (to[1] - from[1]) * Math.cos(middle)) * perDegree;
}
