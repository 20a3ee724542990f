import type {Act} from '../../fact.ts';
import {anyOf, as, notAfter, notFollowedBy, only, optional, sequence, within} from '../../match.ts';
import {type ClaimDraft, type Found, type Item, item, type Rule} from '../../rule.ts';
import {isMooted, subjectOf} from './parties.ts';

/*
 * What a party says about another, or about itself.
 */

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

// Who wants it, and of whom.
function wanted(found: Found, act: 'call' | 'demand'): ClaimDraft | null {
	const from = found.named.v?.[0] ?? 0;
	const by = subjectOf(found.line, from);
	const draft = isMooted(found.line, from) ? null : claim(found, act, {about: targetAfter(found)});
	return draft && (by && !by.sense.is.includes('pronoun') ? {...draft, by} : draft);
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
	'accusation',
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
		name: 'denied …',
		kind: 'claim',
		pattern: sequence(
			notAfter(anyOf('be', '=the', '=a', 'locative', 'modifier')),
			as('v', 'deny'),
			// To reject a call is an answer to it; what it says of a ceasefire is read as such.
			notFollowedBy(sequence(within(5, 'stop', 'semi', 'comma'), anyOf('truceTalk', 'urge', 'propose'))),
		),
		make: found => (isMooted(found.line, found.named.v?.[0] ?? 0) ? null : claim(found, 'denial')),
		finds: [
			[
				'The Tajik Foreign Ministry denied that its forces had used drones.',
				{act: 'denial', topics: ['drone']},
			],
		],
		leaves: ['He was denied entry.', 'Tajikistan rejected calls for talks.'],
	},
	{
		name: 'was denied by X',
		kind: 'claim',
		pattern: sequence(
			as('v', 'deny'),
			within(3, 'stop', 'semi', 'say'),
			'=by',
			optional('=the'),
			as('who', 'speaker'),
		),
		make: found => {
			const draft = isMooted(found.line, found.named.v?.[0] ?? 0) ? null : claim(found, 'denial');
			// What is denied was said before.
			return draft && {...draft, by: item(found, 'who') ?? null, topicsFrom: 0};
		},
		finds: [['The claim of a drone attack was denied by Dushanbe.', {act: 'denial', topics: ['drone']}]],
		leaves: ['The budget was denied by nobody.'],
	},
	{
		name: 'called the claim false',
		kind: 'claim',
		pattern: sequence(
			as('v', anyOf('say', 'holds')),
			within(6, 'stop', 'semi', 'say'),
			anyOf('accusation', 'reports', 'sayNoun'),
			within(10, 'stop', 'semi', 'say', 'not'),
			'baseless',
		),
		make: found => {
			const from = found.named.v?.[0] ?? 0;
			const by = subjectOf(found.line, from);
			const draft = by && !isMooted(found.line, from) ? claim(found, 'denial') : null;
			return draft && {...draft, by};
		},
		finds: [
			['Dushanbe called the Kyrgyz claim baseless.', {act: 'denial'}],
			['The Tajik ministry said reports of a drone attack were untrue.', {act: 'denial', topics: ['drone']}],
		],
		leaves: ['Dushanbe called the plan absurd.'],
	},
	{
		name: 'a charge that X called baseless',
		kind: 'claim',
		pattern: sequence(
			anyOf('accusation', 'reports'),
			optional(anyOf('=that', '=which')),
			optional('=the'),
			as('who', 'speaker'),
			within(2, 'stop', 'semi', 'comma'),
			as('v', 'holds'),
			within(3, 'stop', 'semi', 'comma', 'not'),
			'baseless',
		),
		make: found => {
			const draft = claim(found, 'denial');
			return draft && {...draft, by: item(found, 'who') ?? null, topicsFrom: 0};
		},
		finds: [['Kyrgyzstan spoke of theft, a charge Dushanbe called baseless.', {act: 'denial'}]],
		leaves: ['Kyrgyzstan spoke of a charge Dushanbe called fair.'],
	},
	{
		name: 'had nothing to do with …',
		kind: 'claim',
		pattern: sequence(as('v', 'say'), within(6, 'stop', 'semi', 'say'), 'uninvolved'),
		make: found => {
			const from = found.named.v?.[0] ?? 0;
			const by = subjectOf(found.line, from);
			const draft = by && !isMooted(found.line, from) ? claim(found, 'denial') : null;
			return draft && {...draft, by};
		},
		finds: [['Dushanbe said its troops had nothing to do with the fire.', {act: 'denial'}]],
		leaves: ['Dushanbe said it had nothing to do.'],
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
			anyOf(
				sequence(
					within(10, 'stop', 'semi', 'say', 'accuse'),
					anyOf('restraint', 'topic', 'truce', 'truceVerb'),
				),
				sequence(
					within(3, 'stop', 'semi', 'say', 'comma', 'people', '=for', 'locative'),
					anyOf('speaker', 'force', 'bothSides', 'otherSide', 'together'),
					within(3, 'stop', 'semi', 'say'),
					anyOf('=to', '=not'),
				),
			),
		),
		make: found => wanted(found, 'call'),
		finds: [
			['China urged both sides to show restraint.', {act: 'call', about: 'both'}],
			['Tajikistan asked Kyrgyzstan to lift the tariffs.', {act: 'call', about: 'KG'}],
		],
		leaves: ['China urged shoppers to save.', 'Tajikistan has not asked Kyrgyzstan to withdraw.'],
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
		make: found => wanted(found, 'demand'),
		finds: [
			[
				'Tajikistan demanded that Kyrgyzstan withdraw its troops.',
				{act: 'demand', topics: ['withdrawal'], about: 'KG'},
			],
		],
		leaves: ['Workers demanded more pay.'],
	},
	{
		name: 'demanded that X …',
		kind: 'claim',
		pattern: sequence(
			notAfter(anyOf('be', 'deny', '=to', '=in', '=on', '=the', '=of')),
			as('v', only('demand', 'truceTalk')),
			within(2, 'stop', 'semi', 'say', 'comma', 'locative', '=for'),
			anyOf('speaker', 'force', 'bothSides', 'otherSide', 'pronoun'),
		),
		make: found => wanted(found, 'demand'),
		finds: [['Kyrgyzstan demanded that Tajikistan free the drivers.', {act: 'demand', about: 'TJ'}]],
		leaves: ['Kyrgyzstan demanded nothing.'],
	},
	{
		name: 'demanded a …',
		kind: 'claim',
		pattern: sequence(
			notAfter(anyOf('be', 'deny', '=to', '=in', '=on', '=the', '=of')),
			as('v', 'demand'),
			anyOf('=a', '=an', '=the', '=that', '=their', '=its'),
		),
		make: found => {
			const draft = wanted(found, 'demand');
			return draft && {...draft, isFromSide: true};
		},
		finds: [['Tajikistan demanded a recount.', {act: 'demand', about: null}]],
		leaves: ['Norway demanded a recount.'],
	},
	{
		name: 'must …',
		kind: 'claim',
		pattern: sequence(
			anyOf('say', 'colon'),
			within(2, 'stop', 'semi', 'comma'),
			as('target', anyOf('speaker', 'force', 'bothSides', 'otherSide')),
			as('v', 'must'),
		),
		make: found => {
			const draft = claim(found, 'demand', {about: item(found, 'target') ?? null});
			return draft && {...draft, isFromOther: true};
		},
		finds: [['Bishkek said Tajikistan must pull back its men.', {act: 'demand', about: 'TJ'}]],
		leaves: ['Tajikistan must pull back its men.'],
	},
	{
		name: 'X’s forces had shelled …',
		kind: 'claim',
		gate: ['act', 'happen', 'breach', 'comply', 'truce'],
		pattern: sequence(
			notAfter(anyOf('locative', '=with', '=by', '=for', '=against', '=to')),
			as('target', anyOf('force', 'speaker', 'otherSide')),
			anyOf(
				within(7, ...inside, 'locative', '=by', 'colon', 'speaker', 'force'),
				sequence(
					within(2, ...inside, 'locative', '=by', 'colon', 'speaker', 'force'),
					'locative',
					within(5, ...inside, 'locative', '=by', 'colon', 'speaker', 'force', 'be', 'act', 'have'),
				),
			),
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
		gate: ['act', 'happen', 'breach', 'comply', 'truce', 'ill'],
		pattern: sequence(
			as('v', anyOf(hostile, only('ill', 'lossTopic'))),
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
