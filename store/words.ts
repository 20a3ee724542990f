/*
 * How texts are cut into words for looking them up: by letters and digits, in small letters, without accents, `ё` as `е`.
 * An apostrophe within a word belongs to it.
 */

/** One word where it stands; what it reads as, `wordsOf` tells. */
export const word = /[\p{L}\p{N}\p{M}]+(?:['’ʼ][\p{L}\p{N}\p{M}]+)*/gu;
const accents = /\p{M}/gu;

/** The words of a text in their order. */
export function wordsOf(text: string): string[] {
	// Taken apart, an accent is a character of its own; й and ё are letters, and stay whole but for the dots of ё.
	const plain = text.toLowerCase().normalize('NFKC');
	return (plain.match(word) ?? []).map(folded);
}

function folded(found: string): string {
	// Most words are plain, and cost nothing more.
	if (/^[a-z0-9а-я]+$/.test(found)) return found;
	return found
		.replaceAll('ё', 'е')
		.replaceAll(/[’ʼ]/g, "'")
		.replaceAll(/[^а-я]+/gi, part => part.normalize('NFD').replaceAll(accents, ''));
}
