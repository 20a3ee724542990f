/**
 * Gives each word a number, the same word the same number, from 0.
 *
 * Keys made of numbers are compared some ten times faster than keys glued of strings, which tells at 100,000 reports.
 */
export function codebook(): (word: string | null) => number {
	const codes = new Map<string | null, number>();
	return word => {
		const known = codes.get(word);
		if (known !== undefined) return known;
		codes.set(word, codes.size);
		return codes.size - 1;
	};
}
