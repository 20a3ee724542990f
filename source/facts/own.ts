import {namesOf} from '../profile/names.ts';
import type {Profile} from '../profile/profile.ts';

/*
 * Whether words name a conflict's own sides: looked up word by word, without grouping them.
 */

/** Names by their first word, and beginnings of words. */
export type Names = {
	readonly whole: ReadonlyMap<string, readonly (readonly string[])[]>;
	readonly stems: readonly string[];
};

/** What names a side, its people, places or officials, or a place that is disputed; organs name nobody. */
export function ownNames(profile: Profile): Names {
	const whole = new Map<string, string[][]>();
	const stems: string[] = [];
	const disputed = new Set(profile.places.filter(place => place.in === 'disputed').map(({id}) => id));
	const codes = new Set(['en', 'ru', ...profile.sides.flatMap(({names: own}) => Object.keys(own))]);
	for (const code of codes)
		for (const {is, words, side, place} of namesOf(profile, code)) {
			const isOwn = side !== undefined || (place !== undefined && disputed.has(place));
			if (!isOwn || is.includes('organ') || is.includes('wire')) continue;
			for (const form of words) {
				const parts = wordsOf(form);
				if (parts.length === 0) continue;
				if (parts.length === 1 && form.endsWith('*')) stems.push(parts[0]!);
				else whole.set(parts[0]!, [...(whole.get(parts[0]!) ?? []), parts]);
			}
		}
	return {whole, stems};
}

/** Whether one of the names stands among the words. */
export const names = (words: readonly string[], {whole, stems}: Names): boolean =>
	words.some(
		(word, at) =>
			whole.get(word)?.some(parts => parts.every((part, index) => words[at + index] === part)) ||
			stems.some(stem => word.startsWith(stem)),
	);

/** The words of a text as names are compared: in small letters, without marks. */
export const wordsOf = (text: string): string[] =>
	text
		.normalize('NFKC')
		.toLowerCase()
		.replaceAll('ё', 'е')
		.match(/[\p{L}\p{N}]+/gu) ?? [];
