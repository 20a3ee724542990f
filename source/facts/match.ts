/*
 * Pieces of a pattern. A sentence is a line of items; each item is one character of a string, and each class of
 * items (people, verbs of saying …) is a set of such characters. So a pattern becomes a native regular expression,
 * in which every gap has a bound: reading takes linear time whatever the text.
 */

/** Turns classes into the inside of a character class of a regular expression. */
export type Signs = (classes: readonly string[]) => string;

export type Piece = {
	readonly source: (signs: Signs) => string;
	/** Sets of signs: a sentence in which it matches holds one of each. Most patterns are passed over for the lack of one. */
	readonly needs: (signs: Signs) => readonly string[];
};

/** A class by its name, or a piece. */
export type Part = string | Piece;

const piece = (part: Part): Piece =>
	typeof part === 'string' ? {source: signs => `[${signs([part])}]`, needs: signs => [signs([part])]} : part;

/** One part after the other, with nothing between them. */
export function sequence(...parts: Part[]): Piece {
	const pieces = parts.map(piece);
	return {
		source: signs => pieces.map(each => each.source(signs)).join(''),
		needs: signs => pieces.flatMap(each => each.needs(signs)),
	};
}

/** Any one of the parts; the earlier is tried first. */
export function anyOf(...parts: Part[]): Piece {
	const classes = parts.filter(part => typeof part === 'string');
	if (classes.length === parts.length) {
		return {source: signs => `[${signs(classes)}]`, needs: signs => [signs(classes)]};
	}
	const pieces = parts.map(piece);
	// Asked again for each rule that the piece is a part of, and twice for each rule.
	let asked: Signs | null = null;
	let needed: readonly string[] = [];
	return {
		source: signs => `(?:${pieces.map(each => each.source(signs)).join('|')})`,
		// Whichever part it is, there is one of what that part needs.
		needs: signs => {
			if (asked !== signs) {
				needed = pieces.map(each => each.needs(signs)).reduce(either);
				asked = signs;
			}

			return needed;
		},
	};
}

const mostSets = 32;

// What holds of both: one set of either, joined, for each two of them.
function either(one: readonly string[], two: readonly string[]): readonly string[] {
	const sets = [
		...new Set(one.flatMap(first => two.map(second => [...new Set(first + second)].sort().join('')))),
	];
	// A set within another says more.
	const least = sets.filter(set => !sets.some(other => isWithin(other, set)));
	return least.length > mostSets ? [rarestOf(least)!] : least;
}

/** Whether a set is a part of another one; of two that are not the same, each sign once in each. */
function isWithin(inner: string, outer: string): boolean {
	if (inner.length >= outer.length) {
		return false;
	}

	for (const sign of inner) {
		if (!outer.includes(sign)) {
			return false;
		}
	}

	return true;
}

/** The set of the fewest signs; null where there is none. */
export function rarestOf(sets: readonly string[]): string | null {
	return sets.reduce<string | null>(
		(least, set) => (least !== null && least.length <= set.length ? least : set),
		null,
	);
}

/** The part, if it is there. */
export function optional(...parts: Part[]): Piece {
	const inner = sequence(...parts);
	return {source: signs => `(?:${inner.source(signs)})?`, needs: () => []};
}

/** The part, `least` to `most` times, as often as it goes. */
export function repeated(least: number, most: number, ...parts: Part[]): Piece {
	const inner = sequence(...parts);
	return {
		source: signs => `(?:${inner.source(signs)}){${least},${most}}`,
		needs: least > 0 ? inner.needs : () => [],
	};
}

/** Up to `most` items, as few as it takes, none of them of the classes named. */
export function within(most: number, ...barriers: string[]): Piece {
	return {source: signs => `[^${signs(barriers)}]{0,${most}}?`, needs: () => []};
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
		needs: signs => {
			const others = signs(without);
			return [[...signs([name])].filter(sign => !others.includes(sign)).join('')];
		},
	};
}

/** What follows must be the parts; they are not taken. */
export function followedBy(...parts: Part[]): Piece {
	const inner = sequence(...parts);
	return {source: signs => `(?=${inner.source(signs)})`, needs: inner.needs};
}

/** What follows must not be the parts. */
export function notFollowedBy(...parts: Part[]): Piece {
	const inner = sequence(...parts);
	return {source: signs => `(?!${inner.source(signs)})`, needs: () => []};
}

/** What stands before must be the parts. */
export function after(...parts: Part[]): Piece {
	const inner = sequence(...parts);
	return {source: signs => `(?<=${inner.source(signs)})`, needs: inner.needs};
}

/** What stands before must not be the parts. */
export function notAfter(...parts: Part[]): Piece {
	const inner = sequence(...parts);
	return {source: signs => `(?<!${inner.source(signs)})`, needs: () => []};
}

/** The sentence's first item follows. */
export const opening: Piece = {source: () => '^', needs: () => []};

/** The sentence's last item stands before. */
export const closing: Piece = {source: () => '$', needs: () => []};
