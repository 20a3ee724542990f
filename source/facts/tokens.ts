/*
 * A sentence into words, numbers and marks, by character codes, in one pass.
 */

/** Tokens as columns, which are used again for sentence after sentence; what stands behind `count` is of an earlier one. */
export type Tokens = {
	count: number;
	/** UTF-16, inside the sentence. */
	readonly starts: number[];
	readonly ends: number[];
	/** Of the characters of each: the same for the same word, found in the one pass. */
	readonly hashes: number[];
};

export const noTokens = (): Tokens => ({count: 0, starts: [], ends: [], hashes: []});

/** The hash of a stretch of a text. */
export function hashOf(text: string, start: number, end: number): number {
	let hash = 0;
	for (let at = start; at < end; at++) {
		hash = hashed(hash, text.charCodeAt(at));
	}

	return hash;
}

/** The hash of a stretch with one more character. */
const hashed = (hash: number, code: number): number => (Math.imul(hash, 31) + code) | 0;

const unknown = 0;
const other = 1;
const letter = 2;
const digit = 3;
const blank = 4;
// Filled as characters are met: most texts use a hundred of the 65,536.
const kinds = new Uint8Array(65_536);

function kindOf(code: number): number {
	const known = kinds[code]!;
	if (known !== unknown) {
		return known;
	}

	const character = String.fromCharCode(code);
	let kind = other;
	if (code >= 48 && code <= 57) {
		kind = digit;
	} else if (/[\p{L}\p{M}]/u.test(character) || (code >= 0xd800 && code <= 0xdfff)) {
		kind = letter;
	} else if (/\s/.test(character)) {
		kind = blank;
	}

	kinds[code] = kind;
	return kind;
}

const isApostrophe = (code: number) => code === 39 || code === 0x2019 || code === 0x02bc;

/**
 * The tokens of a text, in order.
 *
 * A hyphen is a mark of its own; “’s” is a word of its own; `136,000`, `1.2` and `16:00` are each one token of digits.
 *
 * @param hasSpacedDigits also a blank may group digits, as in `136 000`
 */
export function tokens(text: string, hasSpacedDigits = false): {start: number; end: number}[] {
	const {count, starts, ends} = scan(text, hasSpacedDigits, noTokens());
	return Array.from({length: count}, (_, at) => ({start: starts[at]!, end: ends[at]!}));
}

/** The same, into columns that are there. */
export function scan(text: string, hasSpacedDigits: boolean, into: Tokens): Tokens {
	const {length} = text;
	let count = 0;
	const add = (start: number, end: number, hash: number) => {
		into.starts[count] = start;
		into.ends[count] = end;
		into.hashes[count] = hash;
		count++;
	};

	let at = 0;
	while (at < length) {
		const code = text.charCodeAt(at);
		const kind = kindOf(code);
		const start = at;
		if (kind === blank) {
			at++;
		} else if (kind === letter || kind === digit) {
			if (kind === digit) {
				at = endOfDigits(text, at, hasSpacedDigits);
			}

			let hash = hashOf(text, start, at);
			// A word; also “14th”, “5km”, “90s”: no number by itself.
			if (kind === letter || (at < length && kindOf(text.charCodeAt(at)) === letter)) {
				for (; at < length && isInWord(text, at); at++) {
					hash = hashed(hash, text.charCodeAt(at));
				}
			}

			add(start, at, hash);
		} else if (isApostrophe(code) && isPossessive(text, at)) {
			at += 2;
			add(start, at, hashOf(text, start, at));
		} else {
			at++;
			add(start, at, hashOf(text, start, at));
		}
	}

	into.count = count;
	return into;
}

/** What a token is, as it is written. */
export function kindOfToken(written: string): 'word' | 'digits' | 'mark' {
	const kind = kindOf(written.charCodeAt(0));
	if (kind === digit) {
		const hasLetter = written.split('').some(character => kindOf(character.charCodeAt(0)) === letter);
		return hasLetter ? 'word' : 'digits';
	}

	// “’s” begins as a mark does.
	return kind === letter || written.length > 1 ? 'word' : 'mark';
}

function isPossessive(text: string, at: number): boolean {
	const next = text.charCodeAt(at + 1) | 32;
	return (
		next === 115 &&
		(at === 0 || kindOf(text.charCodeAt(at - 1)) !== blank) &&
		(at + 2 >= text.length ||
			kindOf(text.charCodeAt(at + 2)) < letter ||
			kindOf(text.charCodeAt(at + 2)) === blank)
	);
}

/** Whether a character goes on with the word before it. */
function isInWord(text: string, at: number): boolean {
	const code = text.charCodeAt(at);
	const kind = kindOf(code);
	if (kind === letter || kind === digit) {
		return true;
	}

	// Inside a word (“didn’t”, “Qal’acha”), but not before a possessive s.
	return (
		isApostrophe(code) &&
		at + 1 < text.length &&
		kindOf(text.charCodeAt(at + 1)) === letter &&
		!isPossessive(text, at)
	);
}

function endOfDigits(text: string, from: number, hasSpacedDigits: boolean): number {
	let at = from;
	while (at < text.length && kindOf(text.charCodeAt(at)) === digit) {
		at++;
	}

	let groupLength = at - from;
	let separator = 0;
	while (at + 1 < text.length) {
		const code = text.charCodeAt(at);
		let end = at + 1;
		while (end < text.length && end - at < 8 && kindOf(text.charCodeAt(end)) === digit) {
			end++;
		}

		const count = end - at - 1;
		if (count === 0) {
			break;
		}

		const isSpace = code === 0xa0 || code === 0x202f || code === 0x2009 || (hasSpacedDigits && code === 32);
		if (isSpace) {
			if (count !== 3 || groupLength > 3 || (separator !== 0 && separator !== code)) {
				break;
			}
		} else if (code === 46 || code === 44 || code === 58) {
			// A comma without three digits behind it parts two numbers: “on 14,15 and 16 September”.
			if (code === 44 && (count !== 3 || groupLength > 3)) {
				break;
			}
		} else {
			break;
		}

		separator = code;
		groupLength = count;
		at = end;
	}

	return at;
}
