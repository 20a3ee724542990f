/**
 * Cuts a command into its words without a shell: apart by blanks, but not inside quotation marks. Nothing is replaced: `$`, `*` and `~` are what they are.
 *
 * @throws {Error} where there is no word, or a quotation mark without its other half
 */
export function wordsOf(text: string): readonly [string, ...string[]] {
	const words: string[] = [];
	let word: string | null = null;
	let quote: string | null = null;
	for (const letter of text) {
		if (quote !== null) {
			if (letter === quote) quote = null;
			else word += letter;
		} else if (letter === '"' || letter === "'") {
			quote = letter;
			word ??= '';
		} else if (/\s/.test(letter)) {
			if (word !== null) words.push(word);
			word = null;
		} else word = (word ?? '') + letter;
	}
	if (quote !== null) throw new Error(`a quotation mark (${quote}) without its other half`);
	if (word !== null) words.push(word);
	const [first, ...rest] = words;
	if (!first) throw new Error('no program');
	return [first, ...rest];
}
