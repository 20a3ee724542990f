import type {SideId} from './fact.ts';
import type {Frame} from './frames.ts';
import {has, type Item, type Line} from './rule.ts';

/*
 * Where, as far as it tells whose: a place, a side of the border, a thing that belongs to somebody.
 */

// “in Batken”, “on the Tajik side”, “on both sides”, “between A and B”: the nearest to the figure, in the same part of the sentence.
export function located(
	line: Line,
	from: number,
	to: number,
	frame: Frame | null,
	isOneSided: boolean,
	hasFled: boolean,
): SideId | undefined {
	let best: {side: SideId; far: number} | undefined;
	let taken: typeof best;
	for (let at = Math.max(0, from - 14); at < Math.min(line.items.length, to + 14); at++) {
		const item = line.items[at]!;
		const {side} = item.sense;
		if (
			side == null ||
			item === frame?.who ||
			!has(item, 'place', 'party', 'bothSides', 'nationality', 'force', 'together', 'things', 'sided')
		) {
			continue;
		}

		const before = line.items[at - 1];
		const second = has(before, '=the', '=a', '=an', 'modifier', 'word', 'name') ? line.items[at - 2] : before;
		// “In clashes between A and B, A said”: A counts its own.
		const isPair =
			!isOneSided &&
			!hasFled &&
			(has(item, 'pair') ||
				(side === 'both' && has(item, 'together') && has(second, '=between', '=of', '=in')));
		const isPlace =
			has(second, 'locative') &&
			!isDoer(line, line.items.indexOf(second!), item) &&
			(has(item, 'place', 'party', 'bothSides', 'things', 'force', 'sided') ||
				has(line.items[at + 1], 'territory') ||
				isOfPlace(line.items[at + 1]));
		// “in Batken and Osh”: the second of two places.
		const isNext = has(before, '=and', 'comma') && has(item, 'place');
		if (!isPair && !isPlace && !isNext) {
			continue;
		}

		const [low, high] = at < from ? [at, from] : [to, at];
		if (line.items.slice(low, high).some(each => has(each, 'semi', 'stop'))) {
			continue;
		}

		const far = at < from ? from - at : at - to;
		// “39 killed on the Tajik side, and 59 on the Kyrgyz side”: a place that follows a number is that number's.
		const isTaken = at < from && isPlace && isAfterNumber(line, line.items.indexOf(second!));
		if (isTaken) {
			if (!taken || far < taken.far) {
				taken = {side, far};
			}
		} else if (!best || far < best.far) {
			best = {side, far};
		}
	}

	return (best ?? taken)?.side;
}

// “at the Torvian garrison”, “in the Tajik city of …”: a noun that nobody knows, but no attack.
const isOfPlace = (item: Item | undefined) =>
	has(item, 'word', 'name', 'thing', 'medical', 'houseWord', 'areaWord') &&
	!has(item, 'act', 'event', 'attackWord', 'clashes', 'happen', 'say');

// “in Kyrgyz shelling”, “as a result of the actions of the Kyrgyz side”, “gunmen from Orlan fired”: who did it, not where.
function isDoer(line: Line, prepositionAt: number, item: Item): boolean {
	const preposition = line.items[prepositionAt];
	const before = line.items[prepositionAt - 1];
	if (has(preposition, '=from')) {
		return !has(before, 'people') && !has(item, 'place');
	}

	if (has(preposition, '=of') && has(item, 'force', 'party', 'nationality')) {
		return has(before, 'act', 'attackWord', 'doing');
	}

	return (
		has(item, 'force') &&
		(item.sense.isAttack || item.sense.topics !== undefined) &&
		has(preposition, '=in', '=during', '=from', '=of')
	);
}

// Whether a phrase of place closes the words of a number, rather than opening those of the next.
function isAfterNumber(line: Line, placeAt: number): boolean {
	const before = line.items[placeAt - 1];
	if (!before || has(before, 'comma', '=and', '=while', '=but', 'quote', 'dash')) {
		return false;
	}

	return line.items.slice(Math.max(0, placeAt - 6), placeAt).some(item => has(item, 'people', 'bare'));
}
