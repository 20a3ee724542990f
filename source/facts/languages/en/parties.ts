import {has, type Item, type Line} from '../../rule.ts';

/*
 * Who does what a verb says, and to whom: found by walking from the verb, as what stands between is of any kind.
 */

/** Parties that can act or be acted on. */
export const parties = ['speaker', 'force', 'bothSides', 'nationality', 'otherSide', 'neitherSide'] as const;

/** A sentence that charges a party with anything holds one of these. */
export const sides = ['party', 'nationality', 'otherSide', 'bothSides', 'official'] as const;

export const isParty = (item: Item | undefined): boolean => has(item, ...parties);

const prepositions = [
	'=of',
	'=in',
	'=on',
	'=at',
	'=to',
	'=by',
	'=for',
	'=from',
	'=with',
	'=over',
	'=against',
	'=between',
	'=about',
	'=near',
	'=into',
	'=under',
	'=after',
	'=before',
	'=through',
	'=among',
	'=amid',
	'=during',
	'=than',
	'=toward',
	'=towards',
	'=across',
	'=inside',
	'=outside',
	'=without',
	'according',
	'despite',
] as const;
const isOwner = (line: Line, at: number) => has(line.items[at + 1], 'possessive', 'apostrophe');
const opensObject = (line: Line, at: number): boolean => {
	const before = line.items[at - 1];
	return (
		has(before, ...prepositions) ||
		(has(before, '=the', '=a', '=an', '=its', '=his', '=their', 'modifier', 'nationality', 'adverb') &&
			has(line.items[at - 2], ...prepositions))
	);
};

/** A run of words that name somebody whom no lexicon knows, with the side whose he is said to be. */
function namedAt(line: Line, at: number): Item | null {
	if (!has(line.items[at], 'name')) {
		return null;
	}

	let from = at;
	while (has(line.items[from - 1], 'name', 'official')) {
		from--;
	}

	const first = line.items[from]!;
	const last = line.items[at]!;
	// “Iran’s Araghchi”, “the Kremlin’s Peskov”, “Hezbollah MP Fadlallah”
	const before = line.items[from - 1];
	const owner = has(before, 'possessive', 'apostrophe') ? line.items[from - 2] : undefined;
	const name = line.text.slice(first.start, last.end);
	const side = isParty(owner) ? owner?.sense.side : has(before, 'definite') ? before?.sense.side : undefined;
	return {
		sense: {
			is: ['speaker'],
			name,
			speaker: side == null ? 'state' : 'official',
			...(side == null ? {isForeign: true} : {side}),
		},
		start: first.start,
		end: last.end,
	};
}

// Where the clause begins that a word stands in.
function clauseStart(line: Line, at: number): number {
	for (let from = at - 1; from >= 0; from--) {
		const item = line.items[from];
		// “PORT AMAL, 4 July (Agency) - …”
		const isDateline =
			from < 14 && has(item, 'dash', 'hyphen') && has(line.items[from - 1], 'close', 'date', 'day');
		if (isDateline || has(item, 'stop', 'semi', 'colon', 'slash')) {
			return from + 1;
		}
	}

	return 0;
}

const canAct = (line: Line, at: number): Item | null => {
	const item = line.items[at];
	if (isOwner(line, at)) {
		return null;
	}

	return has(item, 'speaker', 'force', 'bothSides', 'nationality', 'pronoun') ? item! : namedAt(line, at);
};

// The first that can act, from the left: the subject of the clause.
function firstActor(line: Line, from: number, to: number): Item | null {
	for (let at = from; at < to; at++) {
		const item = canAct(line, at);
		if (item && !opensObject(line, at)) {
			// A name of several words ends later.
			return has(line.items[at], 'name') && has(line.items[at + 1], 'name') && at + 1 < to
				? firstActor(line, at + 1, to)
				: item;
		}
	}

	return null;
}

const fillers = [
	'adverb',
	'have',
	'be',
	'date',
	'hour',
	'partOfDay',
	'=on',
	'=also',
	'=then',
	'=again',
	'=both',
	'=each',
	'=for',
	'unit',
	'modifier',
	'word',
	'=once',
	'=all',
	'=just',
	'=even',
] as const;

/** The subject of a verb: what acts just before it, before an aside, or at the head of its clause. */
export function subjectOf(line: Line, verbAt: number): Item | null {
	const start = clauseStart(line, verbAt);
	let at = verbAt - 1;
	for (let steps = 0; at >= start && steps < 6; steps++, at--) {
		if (canAct(line, at) || !has(line.items[at], ...fillers)) {
			break;
		}
	}

	if (at < start) {
		return null;
	}

	const before = line.items[at];
	const direct = canAct(line, at);
	if (direct && !opensObject(line, at)) {
		return direct;
	}

	// “A, which accuses B”, “A’s minister, who accused B”
	if (has(before, '=which', '=who', '=that')) {
		for (let back = at - 1; back >= Math.max(start, at - 3); back--) {
			const item = canAct(line, back);
			if (item) {
				return item;
			}
		}
	}

	// “A, on a visit, accused B”, “A withdrew, accusing B”: the head of the clause, before the aside.
	return firstActor(line, start, at + 1);
}

/** True where what a verb says did not happen: denied, supposed, or asked. */
export function isMooted(line: Line, verbAt: number): boolean {
	const from = Math.max(clauseStart(line, verbAt), verbAt - 6);
	for (let at = verbAt - 1; at >= from; at--) {
		const item = line.items[at];
		if (has(item, '=and', '=but')) {
			break;
		}

		if (isParty(item) && has(line.items[at - 1], '=no')) {
			return true;
		}

		if (has(item, 'not', 'doubt', '=not', '=without', '=if', 'avoid')) {
			return true;
		}

		if (has(item, 'comma', 'quote', 'say') || (isParty(item) && at < verbAt - 1 && !has(item, 'pronoun'))) {
			const first = line.items[0];
			return at === verbAt - 1 || has(item, 'comma', 'quote', 'say')
				? false
				: has(first, 'doubt', 'do') || has(line.items[at - 1], 'doubt', 'do');
		}
	}

	return /\?\s*["”’']?\s*$/.test(line.text) && has(line.items[0], 'doubt', 'do', 'be', 'have', '=did', '=do');
}

/** Stands between a verb and the party that it goes to: “accused, on Monday, the neighbouring Rwandan army”. */
const skipped = [
	'=the',
	'=a',
	'=both',
	'adverb',
	'date',
	'=on',
	'modifier',
	'hyphen',
	'quote',
	'partOfDay',
	'=also',
	'=its',
	'=their',
	'comma',
	'word',
] as const;

/** The party that a verb goes to directly; a name that nobody knows, or a thing, ends the walk. */
export function objectOf(line: Line, from: number, reach = 5): Item | null {
	for (let at = from; at < Math.min(line.items.length, from + reach); at++) {
		const item = line.items[at]!;
		if (isParty(item)) {
			return item;
		}

		if (!has(item, ...skipped) || has(item, 'stop', 'person')) {
			return null;
		}
	}

	return null;
}

/** The party after a preposition: “the blame on X”, “condemned the shelling of a school by X”. */
export function objectAfter(
	line: Line,
	from: number,
	preposition: readonly string[],
	reach: number,
): Item | null {
	for (let at = from; at < Math.min(line.items.length, from + reach); at++) {
		const item = line.items[at]!;
		if (has(item, 'stop', 'semi', 'say')) {
			return null;
		}

		const object = has(item, ...preposition) ? objectOf(line, at + 1, 4) : null;
		// Who is complained to is not who is complained of.
		if (object?.sense.side != null || has(object ?? undefined, 'otherSide')) {
			return object;
		}
	}

	return null;
}

/** The first party of a stretch that acts in it: not what another acts on, not whose thing it is in. */
export function firstParty(line: Line, from: number, to: number, isClause = false): Item | null {
	for (let at = from; at < to; at++) {
		const item = line.items[at]!;
		if (isClause && at > from && has(item, 'stop', 'semi', 'comma', 'say')) {
			return null;
		}

		const isAgent = has(line.items[at - 1], '=by') || has(line.items[at - 2], '=by');
		if (isParty(item) && (isAgent || at === from || !opensObject(line, at) || (isClause && at - from < 3))) {
			return item;
		}
	}

	return null;
}
