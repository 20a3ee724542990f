import {namesOf} from '../profile/names.ts';
import type {Profile} from '../profile/profile.ts';
import {regions} from '../profile/regions.ts';
import {outletOf, type Readable, wholeOf} from './read.ts';

/**
 * Whether a report is about the conflict at all: it names a side, its people, one of its places or officials. A side's own outlet
 * need not, unless it names another country.
 *
 * Truces are made and people killed elsewhere, and “both sides” are other sides there. An organ names nobody: each country has a foreign ministry.
 */
export function concerns(profile: Profile): (report: Readable) => boolean {
	const whole = new Map<string, string[][]>();
	const stems: string[] = [];
	const disputed = new Set(profile.places.filter(place => place.in === 'disputed').map(({id}) => id));
	const codes = new Set(['en', 'ru', ...profile.sides.flatMap(({names}) => Object.keys(names))]);
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
	const own = {whole, stems};
	let others: Names | null = null;
	return report => {
		const words = wordsOf(wholeOf(report));
		if (names(words, own)) return true;
		if (outletOf(report, profile)?.side == null) return false;
		others ??= countries();
		return !names(words, others);
	};
}

/** Names by their first word, and beginnings of words. */
type Names = {
	readonly whole: ReadonlyMap<string, readonly (readonly string[])[]>;
	readonly stems: readonly string[];
};

const names = (words: readonly string[], {whole, stems}: Names): boolean =>
	words.some(
		(word, at) =>
			whole.get(word)?.some(parts => parts.every((part, index) => words[at + index] === part)) ||
			stems.some(stem => word.startsWith(stem)),
	);

/** All countries, as this machine names them; in Russian by the beginnings that all cases share. */
function countries(): Names {
	const whole = new Map<string, string[][]>();
	const stems: string[] = [];
	for (const {english, russian} of regions()) {
		const parts = wordsOf(english);
		whole.set(parts[0]!, [...(whole.get(parts[0]!) ?? []), parts]);
		const stem = wordsOf(russian ?? '');
		if (stem.length === 1 && stem[0]!.length > 4) stems.push(stem[0]!.slice(0, -1));
	}
	return {whole, stems};
}

const wordsOf = (text: string): string[] =>
	text
		.normalize('NFKC')
		.toLowerCase()
		.replaceAll('ё', 'е')
		.match(/[\p{L}\p{N}]+/gu) ?? [];
