import type {Combatant} from '../../fact.ts';
import {
	after,
	anyOf,
	as,
	closing,
	followedBy,
	notAfter,
	notFollowedBy,
	only,
	opening,
	optional,
	repeated,
	sequence,
} from '../../match.ts';
import {type Found, type Group, has, type Item, item, items, type Sense} from '../../rule.ts';
import {counted, exactly} from './numbers.ts';

/*
 * Numbers of people: who is counted, and how many.
 */

const people = ['people'];
const bare = ['people', 'bare'];
const open = ['people', 'open'];
const one = ['people', 'one'];
const many = ['people', 'series'];
const partly = ['people', 'part'];
const rest = ['others', 'people'];
const named = ['people', 'bare', 'named'];
const definite = ['definite'];
const things = ['things'];
const sided = ['sided'];
const actingThings = ['act', 'things'];
const brokenThings = ['breach', 'things'];
const somePlaces = ['localities', 'things'];

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

	const isHostile = words.some(each => has(each, 'hostile'));
	const force = words.findLast(each => has(each, 'force'))?.sense.side;
	const found = side ?? (isForeign ? undefined : force);
	return {
		...(found == null ? {} : {side: found}),
		...(combatant === undefined ? {} : {combatant}),
		...(isForeign && found == null ? {isForeign: true} : {}),
		...(isHostile ? {isHostile: true} : {}),
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
	'quote',
	'party',
	'wire',
	'official',
	'place',
	'forces',
	'ordinal',
	'title',
	'slash',
	'apostrophe',
	'measured',
);
// Before a noun that no list holds, nearly any word that is no verb.
const loose = anyOf(
	'modifier',
	'nationality',
	'word',
	'name',
	'hyphen',
	'organ',
	'party',
	'wire',
	'official',
	'place',
	'quote',
	sequence('person', 'hyphen'),
);
const lead = sequence(
	optional(
		anyOf(as('ownBefore', anyOf('=its', '=their', '=his', '=our', '=her')), as('whoseBefore', '=whose')),
	),
	optional(anyOf('=the', '=a')),
	optional(more),
	as('count', 'count'),
	optional(as('moreAfter', repeated(1, 2, anyOf('more', sequence('=of', '=the', 'more'))))),
	ofWhom,
	optional(
		optional(anyOf('quote', 'apostrophe')),
		as('state', only('struck', 'died')),
		notFollowedBy(anyOf('=the', '=a', '=an', '=its', '=their')),
	),
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
		...(item(found, 'whoseBefore') ? {isWhose: true} : {}),
	};
};

// Whether people who stand one after the other are one list.
function series(found: Found): Sense | null {
	const parts = found.line.items
		.slice(found.from, found.to)
		.filter(each => has(each, 'people') || has(each, 'definite'));
	const last = parts.at(-1);
	const next = found.line.items[found.to];
	const previous = found.line.items[found.from - 1];
	const isAnonymous = (part: Item | undefined) =>
		has(part, 'bare') && part?.sense.side === undefined && !has(part, 'named');
	// “36 people and 12 wounded”, “killed 3 and 4 were wounded”: two statements, not one list.
	const isPart =
		has(previous, '=including', '=among') &&
		has(found.line.items[found.to - 3], 'comma') &&
		parts.length === 2;
	const isCut =
		isPart ||
		(isAnonymous(last) && !parts.every(part => has(part, 'bare'))) ||
		(has(last, 'bare') && !has(last, 'named') && (has(next, 'struck') || has(next, 'died'))) ||
		(has(previous, 'kill') && (has(next, 'be') || has(next, 'struck') || has(next, 'died')));
	if (isCut || parts.some(part => isAnonymous(part) || has(part, 'part'))) {
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
}

export const peopleGroups: readonly Group[] = [
	{
		name: 'Kyrgyz-Tajik',
		pattern: sequence(
			// “According to Orlan, Veska …”
			notAfter('according'),
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
		// Of a share, how many is not said.
		name: 'half of the 40 passengers',
		pattern: sequence(
			as('part', anyOf('count', 'number', 'share')),
			'=of',
			optional(
				anyOf('=the', '=its', '=their', '=his', '=our', sequence('party', anyOf('possessive', 'apostrophe'))),
			),
			as('whole', anyOf('count', 'number')),
			as(
				'words',
				repeated(0, 5, sequence(notFollowedBy('person'), anyOf(adjective, only('struck', 'died')))),
				anyOf('person', 'word'),
			),
			optional(only('person')),
		),
		gives: [people, things],
		make: found =>
			item(found, 'part')?.sense.count
				? {
						is: people,
						count: item(found, 'part')!.sense.count!,
						...described(items(found, 'words')),
						whole: item(found, 'whole')!,
					}
				: has(found.line.items[found.to], 'struck', 'died')
					? null
					: {is: things},
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
				optional(only('person', 'count', 'asCaptive')),
				// “eight women and girls”
				optional(
					repeated(0, 2, 'comma', only('person', 'force', 'one')),
					'=and',
					only('person', 'force'),
					notFollowedBy(anyOf('hyphen', 'possessive')),
				),
			),
			optional(as('tail', 'tail'), notFollowedBy('count')),
		),
		gives: [people],
		make: found => {
			const sense = quantified(found, people, items(found, 'words'));
			const tail = item(found, 'tail')?.sense.qualifier;
			return tail && sense.count?.qualifier === 'exact'
				? {...sense, count: counted(sense.count.best ?? 0, tail)}
				: sense;
		},
	},
	{
		name: 'both attackers',
		pattern: sequence(
			'=both',
			as(
				'words',
				repeated(0, 3, anyOf('modifier', 'nationality', 'word', 'name')),
				only('plural', 'bothSides'),
			),
			notFollowedBy(anyOf('=and', 'hyphen', 'possessive', 'apostrophe')),
		),
		gives: [people],
		make: found => ({is: people, count: exactly(2), ...described(items(found, 'words'))}),
	},
	{
		name: 'a family of five',
		pattern: sequence(anyOf('=a', '=the'), 'familyOf', as('count', 'count'), notFollowedBy('person')),
		gives: [people],
		make: found => quantified(found, people, []),
	},
	{
		name: 'a 16-year-old',
		pattern: sequence(
			anyOf('=a', '=an', '=another'),
			repeated(0, 2, anyOf('modifier', 'nationality')),
			'aged one',
			followedBy(anyOf('be', 'have', 'died', 'struck')),
		),
		gives: [one],
		make: found => quantified(found, one, []),
	},
	{
		name: '12 others',
		pattern: sequence(lead, 'others'),
		gives: [rest],
		make: found => quantified(found, rest, []),
	},
	{
		name: '60 tanks',
		pattern: sequence(
			'count',
			optional('more'),
			optional('=of', optional(anyOf('=its', '=the', '=their'))),
			repeated(0, 4, sequence(notFollowedBy('thing'), anyOf(adjective, only('struck', 'died')))),
			'thing',
			notFollowedBy('person'),
		),
		gives: [things, brokenThings, actingThings, somePlaces],
		copies: ['act', 'breach', 'localities'],
		make: found => {
			const words = found.line.items.slice(found.from, found.to);
			const side = words.find(each => has(each, 'nationality') || has(each, 'party'))?.sense.side;
			const topics = [...new Set(words.flatMap(each => each.sense.topics ?? []))];
			const is = has(words.at(-1), 'breach')
				? brokenThings
				: words.some(each => has(each, 'act'))
					? actingThings
					: has(words.at(-1), 'localities')
						? somePlaces
						: things;
			return {is, ...(side == null ? {} : {side}), ...(topics.length > 0 ? {topics} : {})};
		},
	},
	{
		// A thing of a side, with no number: “a Kyrgyz village”, “the Orlani trawler”.
		name: 'a Kyrgyz village',
		pattern: sequence(
			as('who', only('nationality', 'pair')),
			repeated(
				0,
				2,
				sequence(notFollowedBy(anyOf('thing', 'person', 'forces')), anyOf('word', 'modifier', 'hyphen')),
			),
			only('thing', 'forces', 'person', 'strife', 'event', 'act', 'attackWord'),
			notFollowedBy(anyOf('forces', 'person', 'organ', 'title')),
		),
		gives: [sided],
		make: found => {
			const side = item(found, 'who')?.sense.side;
			return side == null ? null : {is: sided, side};
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
			as('words', repeated(0, 4, loose), 'word'),
			notFollowedBy(anyOf('word', 'thing', 'hyphen', 'possessive')),
		),
		gives: [open],
		make: found => quantified(found, open, items(found, 'words')),
	},
	{
		// A group that no list knows, by its name alone, where the words beside it leave no doubt.
		name: '42 Islamic State',
		pattern: sequence(
			lead,
			as(
				'words',
				repeated(1, 3, anyOf('name', 'party', 'wire', 'organ', 'place')),
				optional('hyphen', 'name'),
			),
			followedBy(
				optional('quote'),
				repeated(0, 2, anyOf('adverb', 'be', 'have')),
				anyOf('struck', 'died', 'deaths', 'oneDeath', '=and', 'comma', 'slash', 'stop', 'close', closing),
			),
		),
		gives: [named],
		make: found => quantified(found, named, items(found, 'words')),
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
					anyOf(
						'modifier',
						'nationality',
						'word',
						'name',
						'hyphen',
						'measured',
						'person',
						'thing',
						'organ',
						'party',
						'place',
						'quote',
					),
				),
				'one',
			),
			optional('quote'),
			optional('quote', followedBy('=and')),
			notFollowedBy(anyOf('person', 'hyphen', 'possessive', 'thing')),
		),
		gives: [one],
		make: found => quantified(found, one, items(found, 'words')),
	},
	{
		// What its own noun is made of is no number of people beside it.
		name: '12,000 residents of three wards',
		pattern: sequence(
			as('first', only('people', 'bare', 'part')),
			anyOf('=of', '=from', '=in', '=at', '=across', '=near'),
			optional('=the'),
			anyOf('open', 'things'),
			repeated(0, 2, anyOf('=in', '=of', '=and'), anyOf('place', 'name', 'open', 'things')),
		),
		gives: [people, open, one],
		make: found => item(found, 'first')?.sense ?? null,
	},
	{
		// Nobody is counted twice: it counts only as one more of a list, or as the one who is killed.
		name: 'its driver',
		pattern: sequence(
			anyOf(
				anyOf('=the', as('own', anyOf('=its', '=his', '=her', '=their')), as('whose', '=whose')),
				after(anyOf(opening, 'colon', 'comma', 'open', '=and')),
			),
			as(
				'words',
				repeated(
					0,
					3,
					sequence(
						notFollowedBy('one'),
						anyOf('modifier', 'nationality', 'word', 'name', 'hyphen', 'thing', 'title'),
					),
				),
				only('one', 'people'),
			),
			notFollowedBy(anyOf('person', 'hyphen', 'possessive', 'thing', 'say')),
			optional(
				'=of',
				optional(anyOf('=the', '=a', '=an')),
				repeated(1, 3, anyOf('name', 'place', 'word', 'party', 'title')),
			),
		),
		gives: [definite],
		make: found => ({
			is: definite,
			count: exactly(1),
			...described(items(found, 'words')),
			...(item(found, 'whose') ? {isWhose: true} : {}),
			...(item(found, 'own') ? {isOwn: true} : {}),
		}),
	},
	{
		name: 'and a shopkeeper',
		pattern: sequence(
			after('people', optional('comma'), '=and'),
			anyOf('=a', '=an', '=another'),
			as('words', repeated(0, 2, anyOf('modifier', 'nationality', 'word', 'name')), 'word'),
			notFollowedBy(anyOf('word', 'thing', 'hyphen', 'possessive', '=of')),
		),
		gives: [one],
		make: found => quantified(found, one, items(found, 'words')),
	},
	{
		// Whoever is killed by a bullet is a person, whatever the noun.
		name: 'shot dead a ward administrator',
		pattern: sequence(
			after('kill'),
			anyOf('=a', '=an'),
			as(
				'words',
				repeated(0, 3, anyOf('modifier', 'nationality', 'word', 'name', 'hyphen')),
				anyOf('word', 'title'),
			),
			followedBy(anyOf('=and', 'comma', 'stop', 'semi', 'locative', '=who', '=after', closing)),
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
			anyOf('people', 'definite'),
			repeated(0, 6, 'comma', anyOf('people', 'definite')),
			// “Three policemen of the passport unit and two soldiers”
			optional(
				'=of',
				optional('=the'),
				repeated(
					1,
					4,
					anyOf('word', 'name', 'thing', 'forces', 'organ', 'nationality', 'modifier', 'party', 'ordinal'),
				),
				followedBy('=and', 'people'),
			),
			optional('comma'),
			anyOf('=and', 'slash', 'alongWith'),
			optional(anyOf('=her', '=his', '=their', '=the', '=also')),
			anyOf('people', 'definite'),
		),
		gives: [many],
		make: series,
	},
	{
		name: ': two majors, eleven privates',
		pattern: sequence(
			after(anyOf('colon', 'dash', 'open')),
			anyOf('people', 'definite'),
			repeated(1, 6, 'comma', anyOf('people', 'definite')),
			followedBy(anyOf('stop', 'close', closing)),
		),
		gives: [many],
		make: series,
	},
];
