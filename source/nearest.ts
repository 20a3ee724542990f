import leven from 'leven';

/** The word of a list that was probably meant; null where none is near. */
export function nearest(word: string, words: readonly string[]): string | null {
	const [best] = words
		.map(known => ({known, distance: leven(word, known)}))
		.sort((a, b) => a.distance - b.distance);
	return best && best.distance <= Math.max(1, Math.ceil(best.known.length / 3)) ? best.known : null;
}
