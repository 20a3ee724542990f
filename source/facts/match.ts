/*
 * Pieces of a pattern. A sentence is a line of items; each item is one character of a string, and each class of
 * items (people, verbs of saying …) is a set of such characters. So a pattern becomes a native regular expression,
 * in which every gap has a bound: reading takes linear time whatever the text.
 */

/** Turns classes into the inside of a character class of a regular expression. */
export type Signs = (classes: readonly string[]) => string;

export type Piece = {
	readonly source: (signs: Signs) => string;
	/** The classes, of the fewest words, one of which every match holds; null where there is no such set. The gate is made from them. */
	readonly needs: (weigh: Weigh) => readonly string[] | null;
};

/** How many words a class has; infinite where it is one that any sentence holds, or that groups make. */
export type Weigh = (name: string) => number;

/** A class by its name, or a piece. */
export type Part = string | Piece;

const total = (names: readonly string[], weigh: Weigh) => names.reduce((sum, name) => sum + weigh(name), 0);
const finite = (names: readonly string[], weigh: Weigh) =>
	Number.isFinite(total(names, weigh)) ? names : null;

const piece = (part: Part): Piece =>
	typeof part === 'string'
		? {source: signs => `[${signs([part])}]`, needs: weigh => finite([part], weigh)}
		: part;

/** One part after the other, with nothing between them. */
export function sequence(...parts: Part[]): Piece {
	const pieces = parts.map(piece);
	return {
		source: signs => pieces.map(each => each.source(signs)).join(''),
		needs: weigh =>
			pieces
				.map(each => each.needs(weigh))
				.filter(names => names !== null)
				.sort((a, b) => total(a, weigh) - total(b, weigh))[0] ?? null,
	};
}

/** Any one of the parts; the earlier is tried first. */
export function anyOf(...parts: Part[]): Piece {
	const classes = parts.filter(part => typeof part === 'string');
	if (classes.length === parts.length) {
		return {source: signs => `[${signs(classes)}]`, needs: weigh => finite(classes, weigh)};
	}
	const pieces = parts.map(piece);
	return {
		source: signs => `(?:${pieces.map(each => each.source(signs)).join('|')})`,
		needs: weigh => {
			const each = pieces.map(one => one.needs(weigh));
			return each.includes(null) ? null : [...new Set(each.flatMap(names => names ?? []))];
		},
	};
}

/** The part, if it is there. */
export function optional(...parts: Part[]): Piece {
	const inner = sequence(...parts);
	return {source: signs => `(?:${inner.source(signs)})?`, needs: () => null};
}

/** The part, `least` to `most` times, as often as it goes. */
export function repeated(least: number, most: number, ...parts: Part[]): Piece {
	const inner = sequence(...parts);
	return {
		source: signs => `(?:${inner.source(signs)}){${least},${most}}`,
		needs: least > 0 ? inner.needs : () => null,
	};
}

/** Up to `most` items, as few as it takes, none of them of the classes named. */
export function within(most: number, ...barriers: string[]): Piece {
	return {source: signs => `[^${signs(barriers)}]{0,${most}}?`, needs: () => null};
}

/** The part, under a name by which `make` finds its items. */
export function as(name: string, ...parts: Part[]): Piece {
	const inner = sequence(...parts);
	return {source: signs => `(?<${name}>${inner.source(signs)})`, needs: inner.needs};
}

/** An item that has the first class and none of the others. */
export function only(name: string, ...without: string[]): Piece {
	return {
		source: signs => `(?![${signs(without)}])[${signs([name])}]`,
		needs: weigh => finite([name], weigh),
	};
}

/** What follows must be the parts; they are not taken. */
export function followedBy(...parts: Part[]): Piece {
	const inner = sequence(...parts);
	return {source: signs => `(?=${inner.source(signs)})`, needs: () => null};
}

/** What follows must not be the parts. */
export function notFollowedBy(...parts: Part[]): Piece {
	const inner = sequence(...parts);
	return {source: signs => `(?!${inner.source(signs)})`, needs: () => null};
}

/** What stands before must be the parts. */
export function after(...parts: Part[]): Piece {
	const inner = sequence(...parts);
	return {source: signs => `(?<=${inner.source(signs)})`, needs: () => null};
}

/** What stands before must not be the parts. */
export function notAfter(...parts: Part[]): Piece {
	const inner = sequence(...parts);
	return {source: signs => `(?<!${inner.source(signs)})`, needs: () => null};
}

/** The sentence's first item follows. */
export const opening: Piece = {source: () => '^', needs: () => null};

/** The sentence's last item stands before. */
export const closing: Piece = {source: () => '$', needs: () => null};
