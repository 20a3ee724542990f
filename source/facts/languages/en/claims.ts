import {anyOf, as, notAfter, only, optional, sequence, within} from '../../match.ts';
import {type ClaimDraft, type Found, item, type Rule} from '../../rule.ts';
import {isTimeOnly} from './blame.ts';
import {claim} from './claim.ts';
import {sides} from './parties.ts';

/*
 * What a party says about another, or about itself.
 */

const stops = ['stop', 'semi', 'say', 'accuse'];

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
		name: 'admitted …',
		kind: 'claim',
		pattern: sequence(notAfter('be'), as('v', 'admit')),
		make: found => claim(found, 'admission'),
		finds: [['Tajikistan admitted that its artillery had hit a school.', {act: 'admission'}]],
		leaves: ['She was admitted to hospital.'],
	},
	{
		name: 'X’s forces had shelled …',
		kind: 'claim',
		gate: ['act', 'happen', 'breach', 'comply', 'truce'],
		beside: sides,
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
		make: found => (isTimeOnly(found) ? null : accusation(found)),
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
		leaves: [
			'The border service said all was calm.',
			'Tajik forces shelled two villages.',
			'Kyrgyz prosecutors say 40 schools have closed since Tajikistan invaded.',
		],
	},
	{
		name: '… was shelled by X’s forces',
		kind: 'claim',
		gate: ['act', 'happen', 'breach', 'comply', 'truce', 'ill'],
		beside: sides,
		pattern: sequence(
			notAfter(sequence('not', within(2, 'stop', 'semi', 'comma'))),
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
