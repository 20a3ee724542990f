import {opponent, type Scene} from './attribute.ts';
import type {SideId, Speaker} from './fact.ts';
import type {Frame} from './frames.ts';
import {type FigureDraft, has, type Item, type Line, type Sense} from './rule.ts';

/*
 * Whose dead. Each question is asked of one thing after the other; the first that answers decides.
 * Nothing is guessed beyond that: what no one answers stays null.
 */

/** The first item that begins at a position or after it; -1 where none does. */
export const indexAt = (line: Line, start: number) => line.items.findIndex(item => item.start >= start);

/** The nearest word before an item that names a side as one who acts. */
export function actorBefore(line: Line, index: number): Item | null {
	for (let at = index - 1; at >= 0 && index - at < 14; at--) {
		const item = line.items[at];
		if (has(item, 'stop', 'semi')) {
			return null;
		}

		if (
			has(item, 'speaker', 'force', 'party', 'nationality', 'neitherSide', 'bothSides') &&
			item?.sense.side != null
		) {
			return item;
		}
	}

	return null;
}

// “in Batken”, “on the Tajik side”, “on both sides”, “between A and B”: the nearest to the figure, in the same part of the sentence.
function located(
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

/** Begins in a way that carries on from the figure before. */
export const opensOnFigureBefore =
	/^(?:a total of|in all|there (?:are|were)|this|that|these|those|it|another|a further|an additional|of them|of those|of these|among them|the (?:dead|toll|death toll|victims|casualties|wounded|injured|figure|number)|the others|others|some of|most of|all of)\b/i;

/** Whose dead. */
export function whose(draft: FigureDraft, by: Speaker | null, frame: Frame | null, scene: Scene): SideId {
	const {line, sides, memory} = scene;
	const sense: Sense | undefined = draft.people?.sense;
	if (draft.of !== undefined) {
		return draft.of;
	}

	if (sense?.side != null) {
		return sense.side;
	}

	const start = Math.min(draft.anchor.start, draft.people?.start ?? draft.anchor.start);
	const end = Math.max(draft.anchor.end, draft.people?.end ?? draft.anchor.end);
	const from = indexAt(line, start);
	const after = indexAt(line, end);
	const to = after < 0 ? line.items.length : after;
	const anchorAt = indexAt(line, draft.anchor.start);
	if (sense?.isForeign) {
		return null;
	}

	// “Kyrgyz forces, 16 of whom were wounded”, “the battalion, whose commander was killed”.
	if (sense?.isWhose || (has(draft.people ?? undefined, 'part') && isOfWhom(line, draft.people!))) {
		const before = sidedBefore(line, from);
		if (before !== null) {
			return before;
		}
	}

	if (has(draft.anchor, 'toll') && line.items.slice(Math.max(0, anchorAt - 2), anchorAt).some(isCombined)) {
		return 'both';
	}

	const hasOwn =
		sense?.isOwn ||
		draft.isLoss ||
		(has(draft.anchor, 'toll', 'losses') && has(line.items[anchorAt - 1], '=its', '=own', '=their')) ||
		line.items.slice(Math.max(0, from - 4), to).some(each => has(each, 'own'));
	if (hasOwn) {
		// “X said Y fired first and three of its guards were hurt”: X’s own; “Y lost 12 men”: Y’s.
		const speaking = by?.side != null && by.side !== 'both' ? by.side : null;
		// “X said that Y had fired and that it lost 12 men”: X’s.
		const isOfSpeaker = has(line.items[anchorAt - 1], 'pronoun');
		const acting = isOfSpeaker ? null : (actorBefore(line, from)?.sense.side ?? null);
		const owner = draft.isLoss
			? (acting ?? speaking)
			: (speaking ?? acting ?? (sense?.isOwn ? lastSided(line, from) : null));
		if (owner != null) {
			return owner;
		}
	}

	// “said the Tajik side had 12 dead”
	const haver = has(line.items[from - 1], 'have', 'suffer') ? line.items[from - 2] : undefined;
	if (haver?.sense.side != null && has(haver, 'force', 'party', 'speaker') && haver.sense.side !== 'both') {
		return haver.sense.side;
	}

	// “the number of missing Torvian seamen”
	const counted = line.items[anchorAt + 1];
	if (
		has(draft.anchor, 'toll') &&
		has(counted, 'nationality', 'force', 'sided', 'party') &&
		counted?.sense.side != null &&
		!has(line.items[anchorAt], 'struck')
	) {
		return counted.sense.side;
	}

	// “put army dead at eleven”
	const owner =
		line.items[has(line.items[anchorAt - 1], 'possessive', 'apostrophe') ? anchorAt - 2 : anchorAt - 1];
	if (
		!draft.isActive &&
		has(draft.anchor, 'losses', 'toll') &&
		has(owner, 'party', 'nationality', 'force') &&
		owner?.sense.side != null
	) {
		return owner.sense.side;
	}

	// “Tajik losses”, “the Kyrgyz death toll”
	const losing = line.items.find(
		(each, index) =>
			each.sense.side != null &&
			!line.items.slice(index, from).some(between => has(between, 'semi')) &&
			has(each, 'nationality', 'party', 'force', 'speaker') &&
			isLossWord(line, index + 1),
	);
	if (losing) {
		return losing.sense.side ?? null;
	}

	const isOneSided = by?.side != null && by.side !== 'both' && by.kind !== 'media';
	// Those who fled a war between two sides are of neither.
	const hasFled = draft.measure === 'displaced' || draft.measure === 'evacuated';
	const inside = located(line, from, to, frame, isOneSided, hasFled);
	if (inside !== undefined) {
		return inside;
	}

	if (draft.isActive && draft.measure === 'evacuated') {
		const rescuer = actorBefore(line, anchorAt)?.sense.side;
		if (rescuer != null) {
			return rescuer;
		}
	}

	const victim = mishapOf(line);
	if (victim !== null && sense?.combatant !== 'civilian') {
		return victim;
	}

	const struck = draft.isActive ? objectBefore(line, anchorAt) : null;
	if (struck !== null) {
		return struck;
	}

	const agent = draft.isActive ? subjectBefore(line, anchorAt) : agentAfter(line, anchorAt);
	if (agent && agent.sense.side !== 'both') {
		const isFighter = sense?.combatant === 'military';
		const isBySpeaker = agent === frame?.who;
		if (isFighter || (sense?.combatant !== 'civilian' && !isBySpeaker && has(agent, 'force'))) {
			return opponent(agent.sense.side, sides);
		}
	}

	const both = line.items.find(
		each =>
			!hasFled && ((has(each, 'pair') && !isOneSided) || (has(each, 'bothSides') && each !== frame?.who)),
	);
	if (both) {
		return 'both';
	}

	// “Four marines died, which raises the number of deaths to 10”, “12 Orlani sailors swam ashore; six others are missing”.
	const isOther = sense?.isMore || has(draft.people ?? undefined, 'bare', 'others');
	const spoken =
		by?.side == null ? 0 : line.items.findLastIndex((item, at) => at < from && has(item, 'say', 'semi'));
	const same = has(draft.anchor, 'toll') || isOther ? countedBefore(line, from, spoken) : null;
	if (same !== null) {
		return same;
	}

	// “Said it had taken three prisoners”
	if (draft.measure === 'captured' && draft.isActive && by?.side != null) {
		return opponent(by.side, sides);
	}

	// Whom a government calls terrorists are hardly its own.
	if (sense?.isHostile && by?.side != null) {
		return null;
	}

	if (by?.side != null && by.kind !== 'media') {
		return hasFled && by.side === 'both' ? null : by.side;
	}

	if (by?.side != null && !line.items.some(each => each !== frame?.who && each.sense.side != null)) {
		return by.side;
	}

	if (frame?.who?.sense.where !== undefined) {
		return frame.who.sense.where;
	}

	return opensOnFigureBefore.test(line.text) || sense?.isMore ? memory.of : null;
}

// “A Veskan helicopter crashed, killing all five”, “nobody died when the Torvian trawler struck a mine”.
function mishapOf(line: Line): SideId {
	const at = line.items.findIndex(item => has(item, 'mishap'));
	const owner = line.items
		.slice(Math.max(0, at - 3), Math.max(0, at))
		.findLast(item => has(item, 'force', 'sided') && item.sense.side != null);
	return owner?.sense.side ?? null;
}

const isCombined = (item: Item) => has(item, 'combined');

const isOfWhom = (line: Line, people: Item) => /whom$/i.test(line.text.slice(people.start, people.end));

// The side of the people counted before in a sentence, or since somebody spoke, where they are all of one.
function countedBefore(line: Line, index: number, since: number): SideId {
	const sides = new Set(
		line.items.slice(Math.max(0, since), index).flatMap(item => {
			const people = has(item, 'people') ? (item.sense.parts ?? [item]) : [];
			return people.flatMap(each => (each.sense.side == null ? [] : [each.sense.side]));
		}),
	);
	return sides.size === 1 ? [...sides][0]! : null;
}

// “Jets strafed a Marenan boat; its master was killed”: whatever was named last.
function lastSided(line: Line, index: number): SideId {
	return line.items.slice(0, index).findLast(item => item.sense.side != null)?.sense.side ?? null;
}

// The side of the last thing or party named before an item.
function sidedBefore(line: Line, index: number): SideId {
	for (let at = index - 1; at >= 0 && index - at < 10; at--) {
		const item = line.items[at]!;
		if (has(item, 'stop', 'semi')) {
			return null;
		}

		if (item.sense.side != null && has(item, 'force', 'party', 'sided', 'speaker', 'nationality', 'place')) {
			return item.sense.side;
		}
	}

	return null;
}

/** “Insurgents ambushed a junta column, killing 18”: the one who acts comes first, the one who is struck last. */
function sidedActors(line: Line, anchorAt: number): {subject: Item | null; object: Item | null} {
	let subject: Item | null = null;
	let object: Item | null = null;
	for (let at = anchorAt - 1; at >= 0 && anchorAt - at < 20; at--) {
		const item = line.items[at]!;
		if (has(item, 'stop', 'semi', 'say')) {
			break;
		}

		if (item.sense.side == null || !has(item, 'force', 'party', 'sided', 'speaker')) {
			continue;
		}

		const before = has(line.items[at - 1], '=the', '=a', '=an') ? line.items[at - 2] : line.items[at - 1];
		const isObject =
			has(item, 'sided') || has(before, 'happen', 'act', 'attackWord', '=on', '=against', '=at', 'breach');
		if (isObject && object === null && subject === null) {
			object = item;
		} else {
			subject = item;
		}
	}

	return {subject, object};
}

const objectBefore = (line: Line, anchorAt: number): SideId =>
	sidedActors(line, anchorAt).object?.sense.side ?? null;

const subjectBefore = (line: Line, anchorAt: number): Item | null =>
	sidedActors(line, anchorAt).subject ?? actorBefore(line, anchorAt);

function isLossWord(line: Line, index: number): boolean {
	const next = has(line.items[index], 'possessive', 'apostrophe', 'modifier')
		? line.items[index + 1]
		: line.items[index];
	return has(next, 'losses', 'toll', 'harm') && !has(next, 'struck');
}

// “killed by Kyrgyz fire”
function agentAfter(line: Line, anchorAt: number): Item | null {
	for (let at = anchorAt + 1; at < Math.min(line.items.length, anchorAt + 5); at++) {
		const doer = line.items[at + 1];
		if (
			has(line.items[at], '=in') &&
			(doer?.sense.isAttack || doer?.sense.topics !== undefined) &&
			has(doer, 'force')
		) {
			return doer.sense.side != null ? doer : null;
		}

		if (has(line.items[at], '=by')) {
			const agent = line.items.slice(at + 1, at + 4).find(each => has(each, 'force', 'party', 'nationality'));
			return agent?.sense.side != null ? agent : null;
		}
	}

	return null;
}
