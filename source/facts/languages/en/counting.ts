import type {Measure} from '../../fact.ts';
import {anyOf, as, optional, repeated, sequence, within} from '../../match.ts';
import {type Draft, type FigureDraft, type Found, type Item, item} from '../../rule.ts';
import {counted, exactly} from './numbers.ts';

/*
 * What the rules about figures share.
 */

type More = Partial<Omit<FigureDraft, 'kind' | 'count' | 'people' | 'anchor'>>;

function sum(parts: readonly Item[]): Item | null {
	let total = 0;
	let isOpen = false;
	for (const {sense} of parts) {
		if (sense.count?.qualifier === 'at least' || sense.count?.qualifier === 'more than') {
			isOpen = true;
		} else if (sense.count?.qualifier !== 'exact') {
			return null;
		}

		total += sense.count.best ?? 0;
	}

	const first = parts[0]!;
	const side = parts.find(part => part.sense.side != null)?.sense.side;
	const combatant = parts.find(part => part.sense.combatant !== undefined)?.sense.combatant;
	// “Three army privates, a sergeant and two cadets”: who is of no other side is of the one that is named.
	const isOneSide = parts.every(
		part =>
			part.sense.side === side ||
			(part.sense.side == null &&
				parts[0]?.sense.side != null &&
				!part.sense.isForeign &&
				part.sense.combatant !== 'civilian'),
	);
	// “Twelve rebels and three soldiers” killed each other.
	const isOneCamp = parts.every(part => (part.sense.isHostile ?? false) === (first.sense.isHostile ?? false));
	const isOneKind = parts.every(
		part => part.sense.combatant === undefined || part.sense.combatant === combatant,
	);
	if (!isOneSide || !isOneKind || !isOneCamp || parts.some(part => part.sense.isMore)) {
		return null;
	}

	return {
		start: first.start,
		end: parts.at(-1)!.end,
		sense: {
			is: ['people'],
			count: isOpen ? counted(total, 'at least') : exactly(total),
			...(side == null ? {} : {side}),
			...(combatant === undefined ? {} : {combatant}),
			...(parts.some(part => part.sense.isWhose) ? {isWhose: true} : {}),
			...(parts.some(part => part.sense.isOwn) ? {isOwn: true} : {}),
			...(parts.every(part => part.sense.isForeign) ? {isForeign: true} : {}),
		},
	};
}

/** One figure for a group of people; a list is added up where all of it is of one side and kind. */
export function figures(
	people: Item | undefined,
	measure: Measure | null,
	anchor: Item | undefined,
	more: More = {},
): Draft[] {
	if (!people || !anchor) {
		return [];
	}

	const parts = people.sense.parts;
	if (parts) {
		const whole = sum(parts);
		return whole
			? [
					{
						kind: 'figure',
						measure,
						count: whole.sense.count!,
						people: {...people, sense: whole.sense},
						anchor,
						...more,
					},
				]
			: parts.flatMap(part => figures(part, measure, anchor, more));
	}

	const count = people.sense.count;
	return count ? [{kind: 'figure', measure, count, people, anchor, ...more}] : [];
}

/** The parts that a list names under a total: their sum is nobody’s, unless each is one person (“a man and his daughter”). */
export function partsOf(
	people: Item | undefined,
	anchor: Item | undefined,
	usual: Measure | null = null,
): Draft[] {
	const parts = people?.sense.parts;
	const measureOf = (part: Item | undefined) => part?.sense.measure ?? people?.sense.measure ?? usual;
	return parts?.some(part => (part.sense.count?.best ?? part.sense.count?.low ?? 0) > 1)
		? parts.flatMap(part => figures(part, measureOf(part), anchor, {scope: 'subset'}))
		: figures(people, measureOf(people), anchor, {scope: 'subset'});
}

/** Figures of the people under one name, measured by the word under another. */
export const by = (found: Found, more: More = {}, verb = 'v', people = 'q') =>
	figures(item(found, people), item(found, verb)?.sense.measure ?? 'killed', item(found, verb), more);

/** What no gap between a number and its verb may hold. */
export const barrier = [
	'people',
	'struck',
	'died',
	'kill',
	'say',
	'stop',
	'semi',
	'toll',
	'not',
	'=not',
	'=neither',
	'=nor',
	'accuse',
	'truce',
	'pronoun',
	'nobody',
	'bodies',
];
/** “, most of them civilians,”, “, including two children” */
export const aside = optional(
	anyOf(
		sequence(
			anyOf('comma', 'open', 'dash', 'hyphen'),
			within(14, 'stop', 'semi', 'struck', 'say', 'pronoun', 'nobody'),
			anyOf('comma', 'close', 'dash', 'hyphen'),
		),
		sequence(optional('comma'), '=including', within(2, 'stop', 'semi', 'comma'), 'people'),
	),
);
/** The same, in which no people are counted. */
export const asideOfNobody = optional(
	anyOf('comma', 'open', 'dash', 'hyphen'),
	within(14, 'stop', 'semi', 'struck', 'say', 'pronoun', 'nobody', 'people'),
	anyOf('comma', 'close', 'dash', 'hyphen'),
);
/** The people, under the name `q`. */
export const q = as('q', 'people');
/** “have so far been” */
export const helping = sequence(optional('have'), repeated(0, 2, 'adverb'), 'be', repeated(0, 3, 'adverb'));

/** For rules whose own words are too common to find their sentences by. */
export const casualtyWords = ['struck', 'died', 'kill', 'deaths', 'bodies', 'harm', 'toll', 'lives'];
