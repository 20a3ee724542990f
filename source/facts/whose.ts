import {actorBefore, agentAfter, indexAt, mishapOf, objectBefore, subjectBefore} from './actors.ts';
import {opponent, type Scene} from './attribute.ts';
import {startOf} from './background.ts';
import type {SideId, Speaker} from './fact.ts';
import type {Frame} from './frames.ts';
import {located} from './located.ts';
import {type FigureDraft, has, type Item, type Line, type Sense} from './rule.ts';

/*
 * Whose dead. One question is asked after the other; the first that has an answer decides.
 * Nothing is guessed beyond that: what none answers stays null.
 */

/** What each question may look at. */
type Asked = {
	readonly draft: FigureDraft;
	readonly sense: Sense | undefined;
	readonly by: Speaker | null;
	readonly frame: Frame | null;
	readonly line: Line;
	/** First item of the figure, the one behind its last, and its verb or noun. */
	readonly from: number;
	readonly to: number;
	readonly anchorAt: number;
	/** Somebody speaks for one side: “in clashes between A and B, A said” counts A's own. */
	readonly isOneSided: boolean;
	/** Those who fled a war between two sides are of neither. */
	readonly hasFled: boolean;
	readonly sides: readonly string[];
	readonly memory: Scene['memory'];
};

/** Undefined where it has no answer; null is one: of nobody that is known. */
type Question = (asked: Asked) => SideId | undefined;

const known = (side: SideId | undefined): SideId | undefined => side ?? undefined;

/** Begins in a way that carries on from the figure before. */
export const opensOnFigureBefore =
	/^(?:a total of|in all|there (?:are|were)|this|that|these|those|it|another|a further|an additional|of them|of those|of these|among them|the (?:dead|toll|death toll|victims|casualties|wounded|injured|figure|number)|the others|others|some of|most of|all of)\b/i;

const opensOnOthers = /^(?:another|a further|an additional|the others|others)\b/i;

/** “A further 139 were wounded”, in a report that has told the dead of two sides: of neither by standing next to one. */
export const isOfEither = (text: string, {told}: Pick<Scene['memory'], 'told'>): boolean =>
	told.size > 1 && opensOnOthers.test(text);

const questions: readonly Question[] = [
	({draft}) => draft.of,
	({sense}) => known(sense?.side),
	({sense}) => (sense?.isForeign ? null : undefined),
	// “Kyrgyz forces, 16 of whom were wounded”, “the battalion, whose commander was killed”
	({draft, sense, line, from}) =>
		sense?.isWhose || (has(draft.people ?? undefined, 'part') && isOfWhom(line, draft.people!))
			? known(sidedBefore(line, from))
			: undefined,
	// “a combined toll of 66”
	({draft, line, anchorAt}) =>
		has(draft.anchor, 'toll') &&
		line.items.slice(Math.max(0, anchorAt - 2), anchorAt).some(item => has(item, 'combined'))
			? 'both'
			: undefined,
	// “Orlan’s 200 dead”, “those of the rebels 40 killed”
	({line, from}) => {
		const isOwned = has(line.items[from - 1], 'possessive', 'apostrophe');
		const owner = line.items[isOwned ? from - 2 : from - 1];
		const isOf = line.items
			.slice(Math.max(0, from - 5), from - 1)
			.some((item, at, near) => has(item, '=those') && has(near[at + 1], '=of'));
		// “Losses: government – 2 killed; rebels – 11 killed”
		const isLabel =
			has(line.items[from - 1], 'hyphen', 'dash') && has(line.items[from - 3], 'colon', 'semi', 'stop');
		if (isLabel) {
			return known(line.items[from - 2]?.sense.side);
		}

		return (isOwned || isOf) && has(owner, 'party', 'nationality', 'force', 'speaker', 'people')
			? known(owner?.sense.side)
			: undefined;
	},
	({by, line, from}) =>
		isOfOwnLosses(line, from) && by?.side !== 'both' ? known(by?.side ?? null) : undefined,
	// “said it had hit a base, killing 14”, “says it has killed 20,000 fighters”
	({draft, sense, by, frame, line, anchorAt, sides}) =>
		draft.isActive &&
		draft.measure !== 'captured' &&
		sense?.combatant !== 'civilian' &&
		sense?.side == null &&
		by?.side != null &&
		isDoneByIt(line, frame, anchorAt)
			? known(opponent(by.side, sides))
			: undefined,
	ownerOfOwn,
	// “said the Tajik side had 12 dead”
	({line, from}) => {
		const haver = has(line.items[from - 1], 'have', 'suffer') ? line.items[from - 2] : undefined;
		return has(haver, 'force', 'party', 'speaker') && haver?.sense.side !== 'both'
			? known(haver?.sense.side)
			: undefined;
	},
	// “the number of missing Torvian seamen”
	({draft, line, anchorAt}) => {
		const counted = line.items[anchorAt + 1];
		return has(draft.anchor, 'toll') &&
			has(counted, 'nationality', 'force', 'sided', 'party') &&
			!has(line.items[anchorAt], 'struck')
			? known(counted?.sense.side)
			: undefined;
	},
	// “put army dead at eleven”
	({draft, line, anchorAt}) => {
		const isOwned = has(line.items[anchorAt - 1], 'possessive', 'apostrophe');
		const owner = line.items[isOwned ? anchorAt - 2 : anchorAt - 1];
		return !draft.isActive &&
			has(draft.anchor, 'losses', 'toll') &&
			has(owner, 'party', 'nationality', 'force')
			? known(owner?.sense.side)
			: undefined;
	},
	// “Tajik losses”, “the Kyrgyz death toll”
	({line, from}) =>
		known(
			line.items.find(
				(each, index) =>
					each.sense.side != null &&
					!line.items.slice(index, from).some(between => has(between, 'semi')) &&
					has(each, 'nationality', 'party', 'force', 'speaker', 'definite') &&
					isLossWord(line, index + 1),
			)?.sense.side,
		),
	({line, from, to, frame, isOneSided, hasFled}) => located(line, from, to, frame, isOneSided, hasFled),
	// “The ministry evacuated 136,000 people.”
	({draft, line, anchorAt}) =>
		draft.isActive && draft.measure === 'evacuated'
			? known(actorBefore(line, anchorAt)?.sense.side)
			: undefined,
	({sense, line}) => (sense?.combatant === 'civilian' ? undefined : known(mishapOf(line))),
	({draft, line, anchorAt}) => (draft.isActive ? known(objectBefore(line, anchorAt)) : undefined),
	enemyOfAgent,
	({line, frame, isOneSided, hasFled}) =>
		!hasFled &&
		line.items.some(
			(each, index) =>
				(has(each, 'pair') && !isOneSided) ||
				(has(each, 'bothSides') &&
					each !== frame?.who &&
					// “36 dead in the worst fighting between the two neighbours”, says one of them: its own.
					!(isOneSided && has(line.items[index - 1], '=between'))),
		)
			? 'both'
			: undefined,
	// “Four marines died, which raises the number of deaths to 10”, “12 Orlani sailors swam ashore; six others are missing”
	({draft, sense, by, line, from}) => {
		const isOther = sense?.isMore || has(draft.people ?? undefined, 'bare', 'others');
		const spoken =
			by?.side == null ? 0 : line.items.findLastIndex((item, at) => at < from && has(item, 'say', 'semi'));
		return has(draft.anchor, 'toll') || isOther ? known(countedBefore(line, from, spoken)) : undefined;
	},
	// “said it had taken three prisoners”
	({draft, by, sides}) =>
		draft.measure === 'captured' && draft.isActive && by?.side != null ? opponent(by.side, sides) : undefined,
	// Whom a government calls terrorists are hardly its own.
	({sense, by}) => (sense?.isHostile && by?.side != null ? null : undefined),
	// An organ that counts, for its own side; an outlet only where no side is named beside it.
	({by, frame, line, hasFled}) => {
		if (by?.side == null) {
			return undefined;
		}

		if (by.kind !== 'media') {
			return hasFled && by.side === 'both' ? null : by.side;
		}

		return line.items.some(each => each !== frame?.who && each.sense.side != null) ? undefined : by.side;
	},
	({frame}) => frame?.who?.sense.where,
	({sense, line, memory}) =>
		(opensOnFigureBefore.test(line.text) || sense?.isMore) && !isOfEither(line.text, memory)
			? memory.of
			: undefined,
];

/** Whose dead. */
export function whose(draft: FigureDraft, by: Speaker | null, frame: Frame | null, scene: Scene): SideId {
	const {line, sides, memory} = scene;
	const end = Math.max(draft.anchor.end, draft.people?.end ?? draft.anchor.end);
	const after = indexAt(line, end);
	const asked: Asked = {
		draft,
		sense: draft.people?.sense,
		by,
		frame,
		line,
		from: indexAt(line, startOf(draft)),
		to: after < 0 ? line.items.length : after,
		anchorAt: indexAt(line, draft.anchor.start),
		isOneSided: by?.side != null && by.side !== 'both' && by.kind !== 'media',
		hasFled: draft.measure === 'displaced' || draft.measure === 'evacuated',
		sides,
		memory,
	};
	for (const question of questions) {
		const side = question(asked);
		if (side !== undefined) {
			return side;
		}
	}

	return null;
}

// “X said Y fired first and three of its guards were hurt”: X’s own; “Y lost 12 men”: Y’s.
function ownerOfOwn({draft, sense, by, line, from, to, anchorAt}: Asked): SideId | undefined {
	const hasOwn =
		sense?.isOwn ||
		draft.isLoss ||
		(has(draft.anchor, 'toll', 'losses') && has(line.items[anchorAt - 1], '=its', '=own', '=their')) ||
		line.items.slice(Math.max(0, from - 4), to).some(each => has(each, 'own'));
	if (!hasOwn) {
		return undefined;
	}

	const speaking = by?.side != null && by.side !== 'both' ? by.side : null;
	// “X said that Y had fired and that it lost 12 men”: X’s.
	const isOfSpeaker = has(line.items[anchorAt - 1], 'pronoun');
	const acting = isOfSpeaker ? null : (actorBefore(line, from)?.sense.side ?? null);
	return known(
		draft.isLoss
			? (acting ?? speaking)
			: (speaking ?? acting ?? (sense?.isOwn ? lastSided(line, from) : null)),
	);
}

// “Kyrgyz fire killed three soldiers”, “killed in Tajik attacks”
function enemyOfAgent({draft, sense, frame, line, anchorAt, sides}: Asked): SideId | undefined {
	const agent = draft.isActive ? subjectBefore(line, anchorAt) : agentAfter(line, anchorAt);
	if (!agent || agent.sense.side === 'both') {
		return undefined;
	}

	const isEnemy =
		sense?.combatant === 'military' ||
		(sense?.combatant !== 'civilian' && agent !== frame?.who && has(agent, 'force'));
	return isEnemy ? opponent(agent.sense.side, sides) : undefined;
}

// “The army said its losses were 3 killed and 11 wounded”
function isOfOwnLosses(line: Line, from: number): boolean {
	const at = line.items.slice(0, from).findLastIndex(item => has(item, 'losses', 'toll', 'harm'));
	return (
		at > 0 &&
		has(line.items[at - 1], '=its', '=own', '=their', 'own') &&
		!line.items
			.slice(at + 1, from)
			.some(item => has(item, 'semi', 'stop', '=those') || item.sense.side != null)
	);
}

// “said it had …”: the one who speaks has done it, on purpose.
function isDoneByIt(line: Line, frame: Frame | null, anchorAt: number): boolean {
	const at = frame ? line.items.indexOf(frame.verb) : -1;
	if (at < 0 || anchorAt <= at) {
		return false;
	}

	const between = line.items.slice(at + 1, anchorAt);
	const itAt = between.findIndex(item => has(item, 'pronoun'));
	const done = between.slice(itAt + 1);
	return (
		itAt >= 0 &&
		itAt < 2 &&
		done.every(
			item => !has(item, 'be', 'people', 'semi', 'say', 'not', '=not', 'pronoun') && item.sense.side == null,
		) &&
		(done.every(item => has(item, 'have', 'adverb')) ||
			done.some(item => has(item, 'happen', 'attackWord', 'act', 'destroyed')))
	);
}

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

function isLossWord(line: Line, index: number): boolean {
	const next = has(line.items[index], 'possessive', 'apostrophe', 'modifier')
		? line.items[index + 1]
		: line.items[index];
	return has(next, 'losses', 'toll', 'harm') && !has(next, 'struck');
}
