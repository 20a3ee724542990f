import {
	after,
	anyOf,
	as,
	followedBy,
	notAfter,
	notFollowedBy,
	only,
	opening,
	optional,
	repeated,
	sequence,
	within,
} from '../../match.ts';
import {type Found, type Group, has, type Item, item, type Sense} from '../../rule.ts';

/*
 * Those who speak or fight: an organ with its country, a title with its name, forces, both sides.
 */

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
	// “secretary of the Security Council”: the office and what it is an office of are one name.
	const joins = (each: Item, index: number): boolean =>
		index === 0 ||
		/^(?: (?:of|for|at)(?: the| its)?(?: \p{Lu}[\p{L}-]*['’]s)?)? ?$/u.test(
			found.line.text.slice(offices[index - 1]!.end, each.start),
		);
	const apart = offices.findIndex((each, index) => !joins(each, index));
	const last = offices[(apart === -1 ? offices.length : apart) - 1] ?? first;
	const its = outsider === undefined || person?.sense.side != null ? (side ?? place?.sense.side) : undefined;
	// “Officials in the town of Isfara” are named by nobody, and speak for no more than the town.
	const isOfTown =
		kind === 'official' &&
		words.length > 1 &&
		offices.length === 1 &&
		!person &&
		/^(?:an? )?(?:local )?officials?$/i.test(found.line.text.slice(first.start, first.end)) &&
		words.some(each => each.start > first.end && has(each, 'place'));
	const speakerKind = isOfTown ? 'unnamed' : outsider !== undefined && kind === 'official' ? 'state' : kind;
	// “The Ministry of Health in Accra” is of somebody, whom the profile does not know.
	const isBareOrgan =
		its == null &&
		outsider === undefined &&
		!person &&
		!isForeign &&
		speakerKind === 'official' &&
		has(first, 'organ') &&
		!words.some(
			(each, index) =>
				has(each, 'name') && has(words[index - 1], '=of', '=in', '=at', '=from', '=for', '=the'),
		);
	const owner = offices.find(each => each.sense.owner !== undefined)?.sense.owner;
	return {
		is: speaks,
		name: person?.sense.name ?? found.line.text.slice(first.start, last.end),
		speaker: speakerKind,
		...(its == null || speakerKind === 'resident' || speakerKind === 'monitor' || speakerKind === 'un'
			? {}
			: {side: its}),
		...(outsider === undefined || its != null ? {} : {outsider}),
		...(isForeign && its == null ? {isForeign: true} : {}),
		...(words.some(each => each.sense.isCounting) ? {isCounting: true} : {}),
		...(isBareOrgan ? {isBareOrgan: true} : {}),
		...(isBareOrgan && owner !== undefined ? {owner} : {}),
		...(place?.sense.side == null ? {} : {where: place.sense.side}),
	};
}

function pairOf(found: Found): Sense {
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
}

// “who spoke on condition of anonymity because of the matter”
const unnamed = [
	optional('=who'),
	optional('word'),
	optional('adverb'),
	'anonymous',
	repeated(0, 8, anyOf('word', 'small', 'modifier', 'thing', 'title', 'name', 'adverb')),
] as const;

// “… said”, “…, Said Rahim, said”, “… who asked not to be named”
const speaksNext = anyOf(
	sequence(
		optional('comma', repeated(1, 4, anyOf('name', 'word')), 'comma'),
		repeated(0, 1, 'adverb'),
		optional('have'),
		'say',
	),
	sequence(optional('comma'), optional('=who'), optional('word'), optional('adverb'), 'anonymous'),
);

/** People who speak; looked for before people are counted, or “a politician said” would be one of the dead. */
export const thoseWhoSpeak: readonly Group[] = [
	{
		name: 'a Tajik politician',
		pattern: sequence(
			anyOf('=a', '=an', '=one', '=another'),
			repeated(0, 2, anyOf('nationality', 'modifier', 'word')),
			anyOf('resident', 'opposition'),
			followedBy(speaksNext),
		),
		gives: [speaks],
		make: found => {
			const sense = speaker(found);
			const name = nameAfter(found);
			return sense?.speaker === 'opposition' && name ? {...sense, name} : sense;
		},
	},
	{
		name: 'two Norvian officials',
		pattern: sequence(
			anyOf('=a', '=an', '=one', '=another', 'count', 'number'),
			repeated(0, 3, anyOf('nationality', 'modifier', 'word')),
			as('office', anyOf('title', 'organ')),
			followedBy(speaksNext),
		),
		gives: [speaks],
		make: found => {
			const {line} = found;
			const office = item(found, 'office')!;
			if (!/officials?$/i.test(line.text.slice(office.start, office.end))) {
				return null;
			}

			// Whom nothing names is no organ's voice.
			const [sense, name] = [speaker(found), nameAfter(found)];
			return sense && sense.speaker === 'official'
				? {...sense, ...(name ? {name} : {speaker: 'unnamed' as const})}
				: sense;
		},
	},
];

// “A Tajik politician, Said Rahim, wrote”
function nameAfter({line: {items, text}, to}: Found): string | null {
	let at = to + 1;
	while (has(items[at], 'name')) at++;
	return has(items[to], 'comma') && at > to + 1 && has(items[at], 'comma')
		? text.slice(items[to + 1]!.start, items[at - 1]!.end)
		: null;
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
			// “Sources on the Tajik side” are not the side.
			notAfter('unnamed', '=on', optional('=the')),
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
				...(words.some(each => has(each, 'strife', 'event', 'attackWord')) ? {isAttack: true} : {}),
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
						// “Accused the army of shelling”
						notFollowedBy(anyOf('act', 'ill')),
						anyOf('nationality', 'party', 'place', 'bothSides', 'organ', 'name', 'forces', 'sided'),
						optional(anyOf('possessive', 'apostrophe', 'areaWord')),
					),
				),
			),
			// “Defence Minister Israel Katz”
			optional(after('title'), notAfter('media'), 'party', followedBy('name')),
			repeated(0, 3, anyOf('name', 'official')),
			// “President Ivo Lunt of Lorania”
			optional(after('name'), '=of', optional('=the'), anyOf('nationality', 'party')),
		),
		gives: [speaks, again],
		make: speaker,
	},
	{
		name: 'an official who asked not to be named',
		pattern: sequence(
			as('who', only('speaker', 'pronoun', 'wire', 'together', 'bothSides', 'force')),
			anyOf(
				sequence('comma', ...unnamed, 'comma'),
				sequence(...unnamed),
				// “… said on condition of anonymity that”
				followedBy(within(1, 'people'), 'say', within(3, 'people', 'stop', 'semi'), 'anonymous'),
			),
		),
		gives: [speaks],
		make: found => {
			const {sense} = item(found, 'who') ?? {};
			return sense?.speaker === 'official' || sense?.speaker === 'unnamed'
				? {...sense, is: speaks, speaker: 'unnamed'}
				: null;
		},
	},
	{
		name: "Serbia's Vucic",
		pattern: sequence(
			as('who', anyOf('party', 'nationality')),
			anyOf('possessive', 'apostrophe'),
			repeated(1, 3, 'name'),
			// A place would be followed by what happened in it.
			followedBy(
				optional('adverb'),
				optional('have'),
				anyOf('say', 'accuse', 'urge', 'demand', 'deny', 'admit', 'propose', 'holds', 'colon'),
			),
		),
		gives: [speaks],
		make: found => {
			const {side, outsider} = item(found, 'who')?.sense ?? {};
			const named = found.line.items.slice(found.from, found.to).find(each => has(each, 'name'));
			const last = found.line.items[found.to - 1];
			return named && last
				? {
						is: speaks,
						name: found.line.text.slice(named.start, last.end),
						speaker: outsider === undefined ? 'official' : 'state',
						...(side == null ? {} : {side}),
						...(outsider === undefined ? {} : {outsider}),
					}
				: null;
		},
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
		// A name that no list holds, by what it does: “Harbour Watch says”, “SOHR: …”.
		name: 'Harbour Watch',
		pattern: sequence(
			notAfter(
				anyOf(
					'name',
					'person',
					'possessive',
					'nationality',
					'hyphen',
					'title',
					'official',
					'people',
					'locative',
				),
			),
			as('who', repeated(1, 4, 'name')),
			followedBy(
				anyOf(
					sequence(optional('adverb'), optional('have'), 'say'),
					sequence('colon', anyOf('people', 'qualifier')),
				),
			),
		),
		gives: [speaks],
		make: found => {
			const words = found.line.items.slice(found.from, found.to);
			const name = found.line.text.slice(words[0]!.start, words.at(-1)!.end);
			// Those who are known by their letters are mostly those who count.
			return {is: speaks, name, speaker: /^[A-Z]{3,}$/.test(name) ? 'monitor' : 'official', isForeign: true};
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
		name: 'Armenia, Azerbaijan agree',
		pattern: sequence(
			opening,
			as('a', 'speaker'),
			'comma',
			as('b', 'speaker'),
			followedBy(anyOf('agree', 'declare', 'accuse', 'mutual', 'renew', 'deny', 'urge', 'demand')),
		),
		gives: [together],
		make: pairOf,
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
		make: pairOf,
	},
];
