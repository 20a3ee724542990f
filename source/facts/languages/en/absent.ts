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
	within,
} from '../../match.ts';
import {type Draft, type Found, has, item, type Rule} from '../../rule.ts';
import {helping} from './counting.ts';

/*
 * Nobody hurt, and no figure given: two different things.
 */

const zero = {low: 0, best: 0, high: 0, qualifier: 'none'} as const;
const unsaid = {low: null, best: null, high: null, qualifier: 'silence'} as const;
const anyHarm = anyOf('harm', 'deaths', 'losses');

const nothing = (found: Found, combatant?: Combatant): Draft[] => {
	const anchor = item(found, 'v') ?? found.line.items[found.from];
	const measure = item(found, 'v')?.sense.measure ?? 'casualties';
	const modifier = item(found, 'of')?.sense.combatant ?? combatant;
	const side = item(found, 'of')?.sense.side;
	return anchor
		? [
				{
					kind: 'figure',
					measure,
					count: zero,
					people: null,
					anchor,
					...(modifier === undefined ? {} : {combatant: modifier}),
					...(side == null ? {} : {of: side}),
				},
			]
		: [];
};

const silent = (found: Found): Draft[] => {
	const anchor = item(found, 'v') ?? found.line.items[found.from];
	const side = item(found, 'of')?.sense.side;
	return anchor
		? [
				{
					kind: 'figure',
					measure:
						item(found, 'v')?.sense.measure ?? (has(item(found, 'v'), 'lose') ? 'killed' : 'casualties'),
					count: unsaid,
					people: null,
					anchor,
					...(side == null ? {} : {of: side}),
				},
			]
		: [];
};

export const absent: readonly Rule[] = [
	{
		name: 'did not say how many had died',
		kind: 'figure',
		pattern: sequence(
			anyOf('not', '=without', 'neitherSide', '=no'),
			within(5, 'stop', 'semi'),
			'how many',
			within(6, 'stop', 'semi', 'struck', 'died'),
			as('v', anyOf('struck', 'died', 'deaths', 'harm', 'lose')),
		),
		make: silent,
		finds: [
			['The army did not say how many of its men had died.', {measure: 'killed', qualifier: 'silence'}],
			['Neither side has said how many soldiers were wounded.', {measure: 'wounded', qualifier: 'silence'}],
		],
		leaves: ['The army did not say how many tanks it had.', 'It said how many it would send.'],
	},
	{
		name: 'has not given casualty figures',
		kind: 'figure',
		pattern: sequence(
			anyOf('not', '=without', 'neitherSide'),
			within(2, 'stop', 'semi', 'comma', 'harm'),
			anyOf(
				sequence(anyOf('give', 'say'), notFollowedBy('=the', 'harm')),
				// Whose number it does not confirm is another's.
				sequence(only('give', 'say'), '=the', followedBy('harm', 'word')),
			),
			within(4, 'stop', 'semi', 'comma', 'harm', '=that'),
			as('v', 'harm'),
			optional('word'),
		),
		make: silent,
		finds: [
			['Orlan has not released casualty figures.', {measure: 'casualties', qualifier: 'silence'}],
			['The border service did not report any deaths.', {measure: 'killed', qualifier: 'silence'}],
		],
		leaves: [
			'Orlan has not released the prisoners.',
			'The ministry did not comment.',
			'Orlan did not confirm the deaths.',
		],
	},
	{
		name: 'gave no casualty figures',
		kind: 'figure',
		pattern: anyOf(
			sequence(
				anyOf('give', 'say', 'have', 'be'),
				'=no',
				within(3, 'stop', 'semi', 'comma'),
				'word',
				within(3, 'stop', 'semi'),
				as('v', 'harm'),
			),
			sequence(
				anyOf('give', 'say'),
				'=no',
				within(2, 'stop', 'semi', 'comma'),
				as('w', anyOf('harm', 'toll')),
				anyOf('word', '=figures', '=figure', '=numbers'),
			),
			sequence(
				'=no',
				'immediate',
				within(1),
				anyOf('word', 'reports'),
				anyOf('=of', '=on', '=about'),
				within(2, 'stop', 'semi'),
				as('x', 'harm'),
			),
			// “No information on losses was given”
			sequence(
				'=no',
				within(2, 'stop', 'semi', 'comma', 'harm'),
				'word',
				anyOf('=of', '=on', '=about'),
				within(2, 'stop', 'semi', 'comma'),
				as('y', 'harm'),
				'be',
				optional('adverb'),
				'give',
			),
			// “No casualty figures were released”
			sequence(
				'=no',
				within(2, 'stop', 'semi', 'comma', 'harm'),
				as('z', anyOf('harm', 'toll')),
				anyOf('word', '=figures', '=figure', '=numbers'),
				anyOf('be', 'have'),
				within(2, 'stop', 'semi', 'comma'),
				anyOf('give', 'say'),
			),
		),
		make: found => {
			const anchor = ['v', 'w', 'x', 'y', 'z'].map(name => item(found, name)).find(each => each);
			return anchor
				? [
						{
							kind: 'figure',
							measure: anchor.sense.measure ?? 'casualties',
							count: unsaid,
							people: null,
							anchor,
						},
					]
				: [];
		},
		finds: [
			['The rebels gave no casualty figures.', {qualifier: 'silence'}],
			['There was no immediate word on casualties.', {qualifier: 'silence'}],
			['There was no information about casualties.', {qualifier: 'silence'}],
			['No information on losses was given.', {qualifier: 'silence'}],
			['No casualty figures were released.', {qualifier: 'silence'}],
		],
		leaves: ['The rebels gave no reason.', 'There was no word on talks.'],
	},
	{
		name: 'has given no overall figure',
		kind: 'figure',
		isDependent: true,
		gate: ['give'],
		pattern: sequence(
			as('v', 'give'),
			'=no',
			within(2, 'stop', 'semi', 'comma', 'people', 'harm'),
			anyOf('=figure', '=figures', '=number', '=numbers', 'toll'),
			followedBy(anyOf('stop', 'comma', 'semi', closing)),
		),
		make: found => silent(found).map(draft => ({...draft, measure: null, isOfBefore: true})),
		finds: [
			[
				'Kyrgyzstan says 36 people were killed. Tajikistan has given no overall figure.',
				{qualifier: 'silence'},
			],
		],
		leaves: ['The bank has given no overall figure.'],
	},
	{
		name: 'acknowledged losses but gave no numbers',
		kind: 'figure',
		pattern: sequence(
			as('v', anyOf('harm', 'losses', 'deaths')),
			within(8, 'stop', 'semi', 'people', 'toll'),
			anyOf('give', 'say'),
			'=no',
			within(2, 'stop', 'semi', 'comma', 'people'),
			anyOf('word', '=figures', '=figure', '=number', '=numbers', 'toll'),
		),
		make: silent,
		finds: [['The rebels acknowledged losses but gave no numbers.', {qualifier: 'silence'}]],
		leaves: ['The rebels acknowledged defeat but gave no reasons.'],
	},
	{
		name: 'the death toll is unknown',
		kind: 'figure',
		pattern: sequence(
			as('v', anyOf('toll', only('losses', 'struck'), only('harm', 'struck'))),
			within(4, 'stop', 'semi', 'comma', 'people', 'say'),
			anyOf('be', 'have', 'standNear'),
			within(1, 'stop', 'semi', 'people'),
			'unknown',
		),
		make: silent,
		finds: [
			['The rebels’ losses are unknown.', {qualifier: 'silence'}],
			['The number of wounded was not given.', {measure: 'wounded', qualifier: 'silence'}],
		],
		leaves: ['The cause of the losses is a matter of debate.'],
	},
	{
		name: 'nobody was hurt',
		kind: 'figure',
		pattern: sequence(
			anyOf(
				'nobody',
				sequence(
					'=none',
					'=of',
					within(1, 'stop', 'semi', 'comma', 'people'),
					optional(as('all', 'people')),
					within(3, 'stop', 'semi', 'comma'),
				),
				sequence(
					anyOf('=no', 'notOne'),
					optional(as('of', anyOf('nationality', 'modifier', 'party'))),
					as('who', 'person'),
				),
			),
			within(3, 'stop', 'semi', 'comma', 'say'),
			anyOf(sequence(optional(helping), as('v', 'struck')), as('d', 'died')),
		),
		make: found => {
			const anchor = item(found, 'v') ?? item(found, 'd');
			const who = item(found, 'all')?.sense ?? item(found, 'of')?.sense ?? item(found, 'who')?.sense;
			return anchor
				? [
						{
							kind: 'figure',
							measure: anchor.sense.measure ?? 'casualties',
							count: zero,
							people: null,
							anchor,
							...(who?.combatant === undefined ? {} : {combatant: who.combatant}),
							...(who?.side == null ? {} : {of: who.side}),
						},
					]
				: [];
		},
		finds: [
			['Nobody was hurt when a shell landed in a field.', {measure: 'wounded', best: 0, qualifier: 'none'}],
			['No soldiers were killed in the raid.', {measure: 'killed', best: 0, combatant: 'military'}],
		],
		leaves: ['Nobody was at home.', 'No soldiers were seen.'],
	},
	{
		name: 'none of the 40 was injured',
		kind: 'figure',
		isBackground: true,
		pattern: sequence(
			anyOf('nobody', '=none', sequence('notOne')),
			'=of',
			within(1, 'stop', 'comma', 'people'),
			as('q', 'people'),
			within(6, 'stop', 'semi', 'say'),
			anyOf('struck', 'died'),
		),
		make: found => {
			const people = item(found, 'q');
			return people ? {kind: 'background', people} : null;
		},
		finds: [['None of the 40 engineers inside was injured.', {measure: 'wounded', best: 0}]],
		leaves: ['Two of the 40 engineers inside were injured.'],
	},
	{
		name: 'no lives were lost',
		kind: 'figure',
		pattern: sequence('=no', 'lives', repeated(0, 2, anyOf('be', 'have', 'adverb')), as('w', 'lose')),
		make: found => nothing(found).map(draft => ({...draft, measure: 'killed' as const})),
		finds: [['The pump burned out; no lives were lost.', {measure: 'killed', best: 0, qualifier: 'none'}]],
		leaves: ['No matches were lost.'],
	},
	{
		name: 'no casualties',
		kind: 'figure',
		pattern: sequence(
			anyOf('=no', '=without', 'nil', '=neither', sequence('=not', 'any')),
			within(3, 'stop', 'semi', 'comma', 'truce', 'thing', 'harm', 'struck', 'deaths', 'small'),
			optional(as('of', anyOf('nationality', 'modifier'))),
			as('v', anyHarm),
			repeated(0, 2, sequence(anyOf('=or', '=nor'), anyHarm)),
			// “Gave no casualty figures” gives none: that is another thing.
			notFollowedBy(anyOf('word', 'toll', '=figures', '=figure', '=numbers')),
		),
		make: found => nothing(found),
		finds: [
			[
				'No casualties were reported on the Kyrgyz side.',
				{low: 0, best: 0, high: 0, qualifier: 'none', measure: 'casualties'},
			],
			['There were no civilian casualties.', {qualifier: 'none', combatant: 'civilian'}],
			['The raid ended without loss of life.', {measure: 'killed', best: 0}],
		],
		leaves: ['No talks were planned.', 'There is no end to the casualties.'],
	},
	{
		name: 'denied that any of its soldiers had been captured',
		kind: 'figure',
		pattern: sequence(
			'deny',
			within(3, 'stop', 'semi', 'comma', 'people'),
			'any',
			optional('=of'),
			within(3, 'stop', 'semi', 'comma', 'force', 'person'),
			anyOf('force', 'person'),
			within(2, 'stop', 'semi', 'comma'),
			anyOf(sequence(helping, as('v', 'struck')), as('d', 'died')),
		),
		make: found => {
			const anchor = item(found, 'v') ?? item(found, 'd');
			return anchor
				? [
						{
							kind: 'figure',
							measure: anchor.sense.measure ?? 'casualties',
							count: zero,
							people: null,
							anchor,
							combatant: 'military',
						},
					]
				: [];
		},
		finds: [
			[
				'Baku denied that any of its soldiers had been captured.',
				{measure: 'captured', best: 0, qualifier: 'none'},
			],
		],
		leaves: ['Baku denied that 20 of its soldiers had been captured.'],
	},
];
