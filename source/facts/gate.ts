import type {Entry, Rule} from './rule.ts';

/*
 * Most sentences state nothing. The gate is one regular expression, made from the words of those classes that a rule
 * cannot do without, so that it cannot forget a word that a rule knows.
 */

/**
 * The classes, one set for each rule, of which a sentence must hold a word.
 *
 * @param commonClasses classes that no sentence is chosen by
 * @throws {Error} where all that a rule needs is made by groups: such a rule would never be asked
 */
export function gateClasses(
	rules: readonly Rule[],
	entries: readonly Entry[],
	commonClasses: readonly string[],
): ReadonlySet<string> {
	// Classes with a word such as “of”, or a mark, would open the gate to every sentence.
	const common = new Set(
		entries.filter(({is}) => is.some(name => name === 'small')).flatMap(({words}) => words),
	);
	const weight = new Map<string, number>();
	for (const {is, words} of entries) {
		const isCommon = words.some(word => common.has(word) || !/[\p{L}\p{N}]/u.test(word));
		for (const name of is) {
			weight.set(name, isCommon ? Number.POSITIVE_INFINITY : (weight.get(name) ?? 0) + words.length);
		}
	}

	const weigh = (name: string) =>
		name.startsWith('=') || commonClasses.includes(name)
			? Number.POSITIVE_INFINITY
			: (weight.get(name) ?? Number.POSITIVE_INFINITY);
	const chosen = new Set<string>();
	for (const rule of rules) {
		const best = rule.gate ?? rule.pattern.needs(weigh);
		if (!best) {
			throw new Error(`rule “${rule.name}”: name the classes that its sentences hold, in “gate”`);
		}

		for (const name of best) {
			chosen.add(name);
		}
	}

	return chosen;
}

/** A test that is true of each text that holds a word of one of the classes, and of few others. */
export function gate(
	classes: ReadonlySet<string>,
	entries: readonly Entry[],
	edge: string,
): (text: string) => boolean {
	const words = new Set<string>();
	for (const entry of entries) {
		if (entry.is.some(name => classes.has(name))) {
			for (const phrase of entry.words) {
				// The first word of a phrase; a mark as it is.
				const first = /^[\p{L}\p{N}]+/u.exec(phrase.toLowerCase())?.[0] ?? phrase[0] ?? '';
				words.add(first);
			}
		}
	}

	// A word that begins with another one is found with it.
	const least = [...words].filter(
		word => ![...words].some(other => other !== word && word.startsWith(other)),
	);
	const source = least
		.sort()
		.map(word => (/^[\p{L}\p{N}]/u.test(word) ? edge + word : word.replaceAll(/[^\p{L}\p{N}]/gu, '\\$&')))
		.join('|');
	const pattern = new RegExp(source === '' ? '(?!)' : source, 'i');
	return text => pattern.test(text);
}
