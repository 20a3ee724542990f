import type {Combatant} from '../../fact.ts';
import {
	anyOf,
	as,
	closing,
	followedBy,
	notAfter,
	notFollowedBy,
	only,
	optional,
	repeated,
	sequence,
} from '../../match.ts';
import {type Found, type Group, type Item, item, items, type Sense} from '../../rule.ts';
import {exactly} from './numbers.ts';

/*
 * Who: numbers of people, and those who speak or fight.
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

const has = (each: Item | undefined, name: string) => each?.sense.is.includes(name) === true;

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

const speaks = ['speaker'];
const again = ['pronoun', 'speaker'];
const fights = ['force', 'speaker'];
const own = ['force', 'own'];
const together = ['speaker', 'together'];
const office = anyOf(
	'organ',
	'title',
	'unnamed',
	'resident',
	'opposition',
	'monitor',
	'agency',
	'media',
	'forces',
);
const owner = anyOf(
	'nationality',
	sequence(anyOf('party', 'place', 'name', 'bothSides', 'wire'), anyOf('possessive', 'apostrophe')),
	'party',
	'place',
);

const officials = ['organ', 'title', 'unnamed', 'resident', 'opposition', 'monitor', 'agency', 'media'];
const isOffice = (each: Item) => officials.some(name => has(each, name));

function speaker(found: Found): Sense | null {
	const words = found.line.items.slice(found.from, found.to);
	const offices = words.filter(isOffice);
	const person = words.findLast(each => has(each, 'official'));
	const first = offices[0];
	if (!first) {
		return null;
	}

	// “the ministry”: the one named before.
	if (words.length === 2 && has(words[0], '=the') && has(words[1], 'generic') && first.sense.side == null) {
		return {is: again, name: found.line.text.slice(first.start, first.end), speaker: 'official'};
	}

	const owners = words.filter(
		each =>
			has(each, 'nationality') ||
			has(each, 'party') ||
			has(each, 'official') ||
			has(each, 'bothSides') ||
			has(each, 'organ'),
	);
	// “The State Committee of Tajikistan”: what is said of the organ, before what the profile knows of its name.
	const side =
		person?.sense.side ??
		owners.find(each => each.sense.side != null && !isOffice(each))?.sense.side ??
		owners.find(each => each.sense.side != null)?.sense.side;
	const outsider =
		person?.sense.outsider ?? owners.find(each => each.sense.outsider !== undefined)?.sense.outsider;
	const place = words.find(each => has(each, 'place') && each.sense.side != null);
	const isForeign =
		words.some(each => has(each, 'name') && each.start < first.start) &&
		owners.every(each => each.sense.side == null);
	// The first that is not plain official decides: “unnamed security officials”, “hospital sources”.
	const kind =
		offices.find(each => each.sense.speaker !== 'official')?.sense.speaker ??
		(outsider === undefined ? 'official' : outsider === 'UN' ? 'un' : 'state');
	const last =
		offices.findLast((each, index) => index === 0 || each.start - (offices[index - 1]?.end ?? 0) < 2) ??
		first;
	const its = outsider === undefined || person?.sense.side != null ? (side ?? place?.sense.side) : undefined;
	const speakerKind = outsider !== undefined && kind === 'official' ? 'state' : kind;
	return {
		is: speaks,
		name: person?.sense.name ?? found.line.text.slice(first.start, last.end),
		speaker: speakerKind,
		...(its == null || speakerKind === 'resident' || speakerKind === 'monitor' || speakerKind === 'un'
			? {}
			: {side: its}),
		...(outsider === undefined || its != null ? {} : {outsider}),
		...(isForeign && its == null ? {isForeign: true} : {}),
		...(place?.sense.side == null ? {} : {where: place.sense.side}),
	};
}

export const speakerGroups: readonly Group[] = [
	{
		name: 'its forces',
		pattern: sequence(
			anyOf('=its', '=their', '=his', '=our'),
			optional('=own'),
			repeated(0, 2, anyOf('modifier', 'word')),
			anyOf('forces', 'person', 'force'),
			notFollowedBy(anyOf('organ', 'title')),
		),
		gives: [own],
		make: found => {
			const words = found.line.items.slice(found.from, found.to);
			const topics = [...new Set(words.flatMap(each => each.sense.topics ?? []))];
			return {is: own, isOwn: true, ...(topics.length > 0 ? {topics} : {})};
		},
	},
	{
		name: 'Tajik forces',
		pattern: sequence(
			optional('=the'),
			as('who', anyOf('nationality', sequence('party', anyOf('possessive', 'apostrophe')))),
			repeated(
				0,
				2,
				sequence(notFollowedBy(anyOf('organ', 'title')), anyOf('modifier', 'word', 'forces', 'hyphen')),
			),
			only('forces', 'title'),
			notFollowedBy(anyOf('organ', 'title', 'media')),
		),
		gives: [fights],
		make: found => {
			const {side, outsider} = item(found, 'who')?.sense ?? {};
			const words = found.line.items.slice(found.from, found.to);
			const topics = [...new Set(words.flatMap(each => each.sense.topics ?? []))];
			const text = found.line.text.slice(
				found.line.items[found.from]!.start,
				found.line.items[found.to - 1]!.end,
			);
			return {
				is: fights,
				name: text.replace(/^the /i, ''),
				...(topics.length > 0 ? {topics} : {}),
				speaker: outsider === undefined ? 'official' : 'state',
				...(side == null ? {} : {side}),
				...(outsider === undefined ? {} : {outsider}),
			};
		},
	},
	{
		name: "Kyrgyzstan's Health Ministry",
		pattern: sequence(
			optional(anyOf('=the', '=a', '=an', '=both')),
			repeated(0, 2, owner),
			repeated(
				0,
				3,
				anyOf(
					'name',
					'modifier',
					'nationality',
					sequence('word', followedBy(office)),
					'place',
					'wire',
					'party',
				),
			),
			anyOf('organ', 'title', 'unnamed', 'resident', 'opposition', 'monitor', 'agency', 'media'),
			repeated(
				0,
				3,
				sequence(optional('possessive'), anyOf('organ', 'title', 'unnamed', 'opposition', 'media')),
			),
			repeated(
				0,
				2,
				anyOf('=of', '=in', '=at', '=from', '=for', '=on'),
				optional(anyOf('=the', '=its')),
				repeated(
					1,
					3,
					sequence(
						anyOf('nationality', 'party', 'place', 'bothSides', 'organ', 'name', 'forces'),
						optional(anyOf('possessive', 'apostrophe', 'areaWord')),
					),
				),
			),
			repeated(0, 3, anyOf('name', 'official')),
		),
		gives: [speaks, again],
		make: speaker,
	},
	{
		name: 'Russian agency Interfax',
		pattern: sequence(
			optional('=the'),
			optional('nationality'),
			repeated(0, 2, anyOf('word', 'media')),
			as('wire', 'wire'),
			optional('media'),
		),
		gives: [['speaker', 'wire']],
		make: found => {
			const wire = item(found, 'wire');
			return wire ? {...wire.sense, is: ['speaker', 'wire']} : null;
		},
	},
	{
		name: 'the two sides',
		pattern: sequence(notAfter(anyOf('=on', '=in', '=from')), as('both', 'bothSides')),
		gives: [['speaker', 'bothSides']],
		make: () => ({is: ['speaker', 'bothSides'], side: 'both', speaker: 'official'}),
	},
	{
		name: 'neither Armenia nor Azerbaijan',
		pattern: sequence(
			'=neither',
			optional('=the'),
			as('a', 'speaker'),
			'=nor',
			optional('=the'),
			as('b', 'speaker'),
		),
		gives: [['neitherSide', 'speaker']],
		make: found => {
			const [a, b] = [item(found, 'a')?.sense.side, item(found, 'b')?.sense.side];
			return a && b && a !== b ? {is: ['neitherSide', 'speaker'], side: 'both', speaker: 'official'} : null;
		},
	},
	{
		name: 'Armenia and Azerbaijan',
		pattern: sequence(
			notAfter(anyOf('say', 'give')),
			as('a', 'speaker'),
			repeated(0, 3, 'comma', 'speaker'),
			optional('comma'),
			'=and',
			optional('=the'),
			as('b', 'speaker'),
		),
		gives: [together],
		make: found => {
			const parts = found.line.items.slice(found.from, found.to).filter(each => has(each, 'speaker'));
			const sides = new Set(parts.map(each => each.sense.side).filter(side => side != null));
			const first = parts[0]?.sense;
			return {
				is: together,
				parts,
				speaker: first?.speaker ?? 'official',
				name: found.line.text.slice(found.line.items[found.from]!.start, found.line.items[found.to - 1]!.end),
				...(sides.size > 1 ? {side: 'both'} : sides.size === 1 ? {side: [...sides][0]!} : {}),
			};
		},
	},
];
