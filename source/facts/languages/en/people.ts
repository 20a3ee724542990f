import type {Combatant} from '../../fact.ts';
import {
	anyOf,
	as,
	closing,
	followedBy,
	notFollowedBy,
	only,
	optional,
	repeated,
	sequence,
} from '../../match.ts';
import {type Found, type Group, has, type Item, item, items, type Sense} from '../../rule.ts';
import {exactly} from './numbers.ts';

/*
 * Numbers of people: who is counted, and how many.
 */

const people = ['people'];
const bare = ['people', 'bare'];
const open = ['people', 'open'];
const one = ['people', 'one'];
const many = ['people', 'series'];
const partly = ['people', 'part'];
const things = ['things'];
const actingThings = ['act', 'things'];
const brokenThings = ['breach', 'things'];

// Side, combatant and measure of a group, from the words in it: the noun decides, then its adjectives.
function described(words: readonly Item[]): Partial<Sense> {
	let side: Sense['side'];
	let combatant: Combatant | undefined;
	let isForeign = false;
	for (const each of words) {
		if (has(each, 'nationality') || has(each, 'party')) {
			side = each.sense.side ?? undefined;
			isForeign ||= each.sense.outsider !== undefined;
		} else if (has(each, 'name')) {
			isForeign = true;
		}

		if (each.sense.combatant !== undefined && !has(each, 'nationality')) {
			combatant = each.sense.combatant;
		}
	}

	const force = words.findLast(each => has(each, 'force'))?.sense.side;
	const found = side ?? (isForeign ? undefined : force);
	return {
		...(found == null ? {} : {side: found}),
		...(combatant === undefined ? {} : {combatant}),
		...(isForeign && found == null ? {isForeign: true} : {}),
	};
}

const more = as('more', repeated(1, 2, anyOf('more', '=another')));
const ofWhom = optional(
	'=of',
	optional(anyOf('=the', as('own', anyOf('=its', '=their', '=his', '=our', '=her')))),
	optional('=own'),
	optional(as('owner', 'party'), anyOf('possessive', 'apostrophe')),
);
const adjective = anyOf(
	'modifier',
	'nationality',
	'word',
	'name',
	'hyphen',
	'thing',
	'adverb',
	'organ',
	'others',
);
const lead = sequence(
	optional(as('ownBefore', anyOf('=its', '=their', '=his', '=our'))),
	optional(anyOf('=the', '=a')),
	optional(more),
	as('count', 'count'),
	optional(as('moreAfter', repeated(1, 2, anyOf('more', sequence('=of', '=the', 'more'))))),
	ofWhom,
	optional(as('state', only('struck', 'died')), notFollowedBy(anyOf('=the', '=a', '=an', '=its', '=their'))),
);

const quantified = (found: Found, classes: readonly string[], words: readonly Item[]): Sense => {
	const owner = item(found, 'owner')?.sense.side;
	const state = item(found, 'state')?.sense.measure;
	return {
		is: classes,
		count: item(found, 'count')?.sense.count ?? exactly(1),
		...described(words),
		...(owner == null ? {} : {side: owner}),
		...(state === undefined ? {} : {measure: state}),
		...(item(found, 'more') || item(found, 'moreAfter') ? {isMore: true} : {}),
		...(item(found, 'own') || item(found, 'ownBefore') ? {isOwn: true} : {}),
	};
};

export const peopleGroups: readonly Group[] = [
	{
		name: 'Kyrgyz-Tajik',
		pattern: sequence(
			as('a', 'nationality'),
			anyOf('hyphen', '=and', 'dash', 'comma'),
			as('b', 'nationality'),
		),
		gives: [['nationality', 'pair']],
		make: found => {
			const [a, b] = [item(found, 'a')?.sense.side, item(found, 'b')?.sense.side];
			return a && b && a !== b ? {is: ['nationality', 'pair'], side: 'both'} : null;
		},
	},
	{
		name: 'three of them',
		pattern: sequence(
			as('count', anyOf('count', 'number')),
			'=of',
			anyOf('=them', '=whom', '=those', sequence('=the', anyOf('struck', 'deaths'))),
		),
		gives: [partly],
		make: found => quantified(found, partly, []),
	},
	{
		name: 'at least 36 Kyrgyz border guards',
		pattern: sequence(
			lead,
			as(
				'words',
				repeated(0, 5, sequence(notFollowedBy('person'), adjective)),
				'person',
				optional(only('person', 'count')),
			),
		),
		gives: [people],
		make: found => quantified(found, people, items(found, 'words')),
	},
	{
		name: '12 others',
		pattern: sequence(lead, 'others'),
		gives: [people],
		make: found => quantified(found, people, []),
	},
	{
		name: '60 tanks',
		pattern: sequence(
			'count',
			optional('more'),
			optional('=of', optional(anyOf('=its', '=the', '=their'))),
			repeated(0, 4, sequence(notFollowedBy('thing'), adjective)),
			'thing',
			notFollowedBy('person'),
		),
		gives: [things, brokenThings, actingThings],
		copies: ['act', 'breach'],
		make: found => {
			const words = found.line.items.slice(found.from, found.to);
			const side = words.find(each => has(each, 'nationality') || has(each, 'party'))?.sense.side;
			const topics = [...new Set(words.flatMap(each => each.sense.topics ?? []))];
			const is = has(words.at(-1), 'breach')
				? brokenThings
				: words.some(each => has(each, 'act'))
					? actingThings
					: things;
			return {is, ...(side == null ? {} : {side}), ...(topics.length > 0 ? {topics} : {})};
		},
	},
	{
		name: '36 Kyrgyz',
		pattern: sequence(lead, as('words', 'nationality')),
		gives: [bare],
		make: found => quantified(found, bare, items(found, 'words')),
	},
	{
		name: 'three yachtsmen',
		pattern: sequence(
			lead,
			as('words', repeated(0, 3, anyOf('modifier', 'nationality', 'word', 'name', 'hyphen')), 'word'),
			notFollowedBy(anyOf('word', 'thing', 'hyphen', 'possessive')),
		),
		gives: [open],
		make: found => quantified(found, open, items(found, 'words')),
	},
	{
		name: '36',
		pattern: sequence(lead),
		gives: [bare],
		make: found => quantified(found, bare, []),
	},
	{
		name: 'a soldier',
		pattern: sequence(
			anyOf('=a', '=an', as('more', '=another')),
			as(
				'words',
				repeated(
					0,
					4,
					sequence(
						notFollowedBy('one'),
						anyOf('modifier', 'nationality', 'word', 'name', 'hyphen', 'measured', 'person', 'thing'),
					),
				),
				'one',
			),
			notFollowedBy(anyOf('person', 'hyphen', 'possessive', 'thing')),
		),
		gives: [one],
		make: found => quantified(found, one, items(found, 'words')),
	},
	{
		name: 'another was wounded',
		pattern: sequence('=another', followedBy(anyOf('be', 'struck', 'died', 'stop', 'comma', closing))),
		gives: [one],
		make: () => ({is: one, count: exactly(1)}),
	},
	{
		name: 'four soldiers and three gendarmes',
		pattern: sequence(
			as('first', 'people'),
			repeated(0, 6, 'comma', 'people'),
			optional('comma'),
			anyOf('=and', sequence('=as', 'word', '=as')),
			optional(anyOf('=her', '=his', '=their')),
			as('last', 'people'),
		),
		gives: [many],
		make: found => {
			const parts = found.line.items.slice(found.from, found.to).filter(each => has(each, 'people'));
			const last = parts.at(-1);
			const next = found.line.items[found.to];
			const previous = found.line.items[found.from - 1];
			// “36 people and 12 wounded”, “killed 3 and 4 were wounded”: two statements, not one list.
			const isCut =
				(has(last, 'bare') && last?.sense.side === undefined && !parts.every(part => has(part, 'bare'))) ||
				(has(last, 'bare') && (has(next, 'struck') || has(next, 'died'))) ||
				(has(previous, 'kill') && (has(next, 'be') || has(next, 'struck') || has(next, 'died')));
			const isLoose = parts.some(part => has(part, 'bare') && part.sense.side === undefined);
			if (isCut || isLoose || parts.some(part => has(part, 'part'))) {
				return null;
			}

			const combatant = last?.sense.combatant;
			return {
				is: many,
				// “3 Tajik and 2 Kyrgyz soldiers”: the noun is that of all.
				parts: parts.map(part =>
					has(part, 'bare') && combatant !== undefined && part.sense.combatant === undefined
						? {...part, sense: {...part.sense, combatant}}
						: part,
				),
			};
		},
	},
];
