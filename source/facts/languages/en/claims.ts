import type {Act} from '../../fact.ts';
import {anyOf, as, notAfter, notFollowedBy, only, optional, sequence, within} from '../../match.ts';
import {type ClaimDraft, type Found, type Item, item, type Rule} from '../../rule.ts';

/*
 * What a party says about another, or about itself.
 */

const party = anyOf('speaker', 'force', 'bothSides', 'nationality', 'otherSide');
const stops = ['stop', 'semi', 'say', 'accuse'];

const claim = (found: Found, act: Act, more: Partial<ClaimDraft> = {}): ClaimDraft | null => {
	const anchor = item(found, 'v');
	const span = found.named.v;
	return anchor && span
		? {kind: 'claim', act, anchor, topicsFrom: span[1], topicsTo: found.line.items.length, ...more}
		: null;
};

// The party that a demand or call goes to: the first named after the verb.
function targetAfter(found: Found): Item | null {
	const end = found.named.v?.[1] ?? found.to;
	return (
		found.line.items
			.slice(end, end + 5)
			.find(each =>
				['speaker', 'force', 'bothSides', 'nationality', 'otherSide'].some(name =>
					each.sense.is.includes(name),
				),
			) ?? null
	);
}

const hostile = anyOf(
	only('act', 'lossTopic'),
	'happen',
	'breach',
	sequence('despite', within(4, 'stop', 'semi', 'say'), 'truce'),
	sequence('not', optional('adverb'), 'comply'),
);
const inside = [
	'stop',
	'semi',
	'say',
	'comma',
	'people',
	'eachOther',
	'accuse',
	'deny',
	'urge',
	'truceTalk',
	'propose',
	'agree',
];

// Only what one party says of another: a report in the outlet’s own words accuses nobody.
function accusation(found: Found): ClaimDraft | null {
	const target = item(found, 'target');
	const anchor = target ?? found.line.items[found.from];
	return anchor && target
		? {
				kind: 'claim',
				act: 'accusation',
				anchor,
				about: target,
				topicsFrom: Math.min(found.from, found.named.target?.[0] ?? found.from),
				topicsTo: found.line.items.length,
				isFromOther: true,
			}
		: null;
}

export const claims: readonly Rule[] = [
	{
		name: 'accused each other',
		kind: 'claim',
		pattern: anyOf(
			sequence(as('v', 'accuse'), within(1, ...stops), 'eachOther'),
			sequence(as('w', 'mutual')),
		),
		make: found => {
			const name = item(found, 'v') ? 'v' : 'w';
			const anchor = item(found, name);
			return anchor
				? {
						kind: 'claim',
						act: 'accusation',
						anchor,
						topicsFrom: found.named[name]![1],
						topicsTo: found.line.items.length,
						isMutual: true,
					}
				: null;
		},
		finds: [
			['Both sides accused each other of using tanks.', {act: 'accusation', topics: ['tanks']}],
			['The two countries traded blame for the fighting.', {act: 'accusation'}],
		],
		leaves: ['Both sides praised each other.'],
	},
	{
		name: 'accused X of …',
		kind: 'claim',
		pattern: sequence(
			as('v', 'accuse'),
			within(2, ...stops, 'comma', 'people'),
			optional('=the'),
			as('target', party),
		),
		make: found => claim(found, 'accusation', {about: item(found, 'target') ?? null}),
		finds: [
			[
				'Tajikistan blamed Kyrgyz border guards for opening fire first.',
				{act: 'accusation', topics: ['first fire']},
			],
		],
		leaves: ['He accused his brother.'],
	},
	{
		name: 'denied …',
		kind: 'claim',
		pattern: sequence(
			as('v', 'deny'),
			// To reject a call is an answer to it; what it says of a ceasefire is read as such.
			notFollowedBy(sequence(within(5, 'stop', 'semi', 'comma'), anyOf('truceTalk', 'urge', 'propose'))),
		),
		make: found => claim(found, 'denial'),
		finds: [
			[
				'The Tajik Foreign Ministry denied that its forces had used drones.',
				{act: 'denial', topics: ['drone']},
			],
		],
		leaves: ['He was denied entry.', 'Tajikistan rejected calls for talks.'],
	},
	{
		name: 'admitted …',
		kind: 'claim',
		pattern: sequence(notAfter('be'), as('v', 'admit')),
		make: found => claim(found, 'admission'),
		finds: [['Tajikistan admitted that its artillery had hit a school.', {act: 'admission'}]],
		leaves: ['She was admitted to hospital.'],
	},
	{
		name: 'called on X to …',
		kind: 'claim',
		pattern: sequence(
			notAfter(anyOf('be', 'deny')),
			as('v', 'urge'),
			notFollowedBy(anyOf('=its', '=his', '=their', '=our', 'person', sequence('=the', 'person'))),
			within(10, 'stop', 'semi', 'say', 'accuse'),
			anyOf('restraint', 'topic', 'truce', 'truceVerb'),
		),
		make: found => claim(found, 'call', {about: targetAfter(found)}),
		finds: [['China urged both sides to show restraint.', {act: 'call', about: 'both'}]],
		leaves: ['China urged shoppers to save.'],
	},
	{
		name: 'demanded …',
		kind: 'claim',
		pattern: sequence(
			notAfter(anyOf('be', 'deny')),
			as('v', 'demand'),
			within(10, 'stop', 'semi', 'say', 'accuse'),
			anyOf('restraint', 'topic', 'truce', 'truceVerb'),
		),
		make: found => claim(found, 'demand', {about: targetAfter(found)}),
		finds: [
			[
				'Tajikistan demanded that Kyrgyzstan withdraw its troops.',
				{act: 'demand', topics: ['withdrawal'], about: 'KG'},
			],
		],
		leaves: ['Workers demanded more pay.'],
	},
	{
		name: 'X’s forces had shelled …',
		kind: 'claim',
		gate: ['act', 'happen', 'breach', 'comply', 'truce'],
		pattern: sequence(
			notAfter(anyOf('locative', '=with', '=by', '=for', '=against', '=to')),
			as('target', anyOf('force', 'speaker', 'otherSide')),
			within(7, ...inside, 'locative', '=by', 'colon', 'speaker', 'force'),
			as('v', hostile),
		),
		make: found => accusation(found),
		finds: [
			[
				'The Kyrgyz border service said Tajik forces were using tanks and mortars.',
				{act: 'accusation', topics: ['shelling', 'tanks']},
			],
			[
				'Tajik forces shelled two villages, the Kyrgyz border service said.',
				{act: 'accusation', about: 'TJ'},
			],
		],
		leaves: ['The border service said all was calm.', 'Tajik forces shelled two villages.'],
	},
	{
		name: '… was shelled by X’s forces',
		kind: 'claim',
		gate: ['act', 'happen', 'breach', 'comply', 'truce'],
		pattern: sequence(
			as('v', hostile),
			within(5, ...inside),
			'=by',
			optional('=the'),
			as('target', anyOf('force', 'party')),
		),
		make: found => accusation(found),
		finds: [
			[
				'Kyrgyzstan said two villages had been shelled by Tajik forces.',
				{act: 'accusation', topics: ['shelling']},
			],
		],
		leaves: ['Kyrgyzstan said a village had been visited by Tajik forces.'],
	},
	{
		name: 'said it had withdrawn …',
		kind: 'claim',
		gate: ['topic'],
		pattern: sequence(
			as('v', only('say', 'deny', 'admit')),
			within(2, ...stops, 'comma', 'speaker', 'force', 'people'),
			anyOf('pronoun', 'own'),
			within(6, 'stop', 'semi', 'say', 'comma', 'people', 'accuse', 'deny', 'urge', 'truce'),
			'topic',
		),
		make: found => {
			const draft = claim(found, 'statement');
			return draft ? {...draft, isFromSide: true} : null;
		},
		finds: [
			[
				'Tajikistan said it had withdrawn its troops from the border.',
				{act: 'statement', topics: ['withdrawal']},
			],
			['The Kyrgyz border service said it was ready for talks.', {act: 'statement', topics: ['talks']}],
		],
		leaves: ['Norway said it was ready for talks.', 'Tajikistan said it was calm.'],
	},
];
