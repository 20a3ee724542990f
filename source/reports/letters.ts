/*
 * What each character is to a word, for passes over whole texts that must not cost a regular expression per word.
 */

export const other = 0;
export const letter = 1;
/** From 0 to 9. */
export const digit = 2;
/** A number that is no such digit: “½”, “٣”. */
export const numeral = 3;

/** A text, one entry per UTF-16 unit: the unit itself, and what the character is that it belongs to. */
export type Letters = {readonly units: Uint16Array; readonly kinds: Uint8Array};

const unknown = 255;
// Filled as characters come: a text has few different ones.
const known = new Uint8Array(0x1_0000).fill(unknown);

/** Looks at each character once. Whoever reads on takes numbers from arrays, which costs a part of asking the text. */
export function lettersOf(text: string): Letters {
	const units = new Uint16Array(text.length);
	const kinds = new Uint8Array(text.length);
	for (let at = 0; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		units[at] = unit;
		const kind = known[unit]!;
		kinds[at] = kind === unknown ? learn(text, at, unit) : kind;
	}
	return {units, kinds};
}

function learn(text: string, at: number, unit: number): number {
	// Half a pair is what the pair is. Pairs are rare, so they are not remembered.
	if (isHigh(unit)) return kindOf(text.slice(at, at + 2));
	if (unit >= 0xdc00 && unit <= 0xdfff && isHigh(text.charCodeAt(at - 1)))
		return kindOf(text.slice(at - 1, at + 1));
	const kind = kindOf(text[at]!);
	known[unit] = kind;
	return kind;
}

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;

function kindOf(character: string): number {
	if (/^\d/.test(character)) return digit;
	return /^\p{L}/u.test(character) ? letter : /^\p{N}/u.test(character) ? numeral : other;
}
