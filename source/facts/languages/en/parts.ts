import {
	after,
	anyOf,
	as,
	closing,
	followedBy,
	notFollowedBy,
	only,
	opening,
	optional,
	repeated,
	sequence,
	within,
} from '../../match.ts';
import {item, type Rule} from '../../rule.ts';
import {by, casualtyWords, figures, partsOf, q} from './counting.ts';

/*
 * Parts of a figure, and figures that share another’s verb.
 */

const onSide = [
	'locative',
	optional('=the'),
	anyOf('place', 'party', 'nationality', 'force'),
	optional(anyOf('territory', 'forces')),
] as const;

export const parts: readonly Rule[] = [
	{
		name: 'of the 59 dead, 40 were servicemen',
		kind: 'figure',
		gate: casualtyWords,
		pattern: sequence(
			anyOf('=of', '=among'),
			as('whole', 'people'),
			optional('person'),
			within(4, 'people', 'stop', 'semi'),
			'comma',
			as('p', 'people'),
			anyOf('be', 'have'),
			within(2, 'stop', 'comma'),
			optional(as('kind', anyOf('person', 'modifier', 'force'))),
		),
		make: found => {
			const whole = item(found, 'whole');
			const measure = whole?.sense.measure;
			const {combatant, side} = item(found, 'kind')?.sense ?? {};
			return whole && measure
				? [
						...figures(whole, measure, whole),
						...figures(item(found, 'p'), measure, whole, {
							scope: 'subset',
							...(combatant ? {combatant} : {}),
							...(side == null ? {} : {of: side}),
						}),
					]
				: null;
		},
		finds: [['Of the 59 dead, 40 were servicemen.', {measure: 'killed', best: 59}]],
		leaves: ['Of the 59 members, 40 were absent.'],
	},
	{
		name: 'forty of the 59 dead were servicemen',
		kind: 'figure',
		gate: casualtyWords,
		pattern: sequence(
			as('p', anyOf('people', 'part')),
			optional('=of'),
			optional('=the'),
			as('whole', 'people'),
			within(8, 'people', 'stop', 'semi', 'comma', 'say'),
			'be',
			within(2, 'people', 'stop', 'comma'),
			as('kind', anyOf('person', 'force')),
		),
		make: found => {
			const [part, whole] = [item(found, 'p'), item(found, 'whole')];
			const measure = whole?.sense.measure ?? part?.sense.measure;
			const {combatant} = item(found, 'kind')?.sense ?? {};
			return whole && measure
				? [
						...figures(whole, measure, whole),
						...figures(part, measure, whole, {scope: 'subset', ...(combatant ? {combatant} : {})}),
					]
				: null;
		},
		finds: [['Forty of the 59 dead were servicemen.', {measure: 'killed', best: 59}]],
		leaves: ['Forty of the 59 members were servicemen.'],
	},
	{
		name: 'forty of the 59 people killed were servicemen',
		kind: 'figure',
		gate: casualtyWords,
		pattern: sequence(
			q,
			as('v', anyOf('struck', 'died')),
			within(8, 'people', 'stop', 'semi', 'comma', 'say'),
			'be',
			within(2, 'people', 'stop', 'comma'),
			as('kind', anyOf('person', 'force')),
		),
		make: found => {
			const part = item(found, 'q');
			const whole = part?.sense.whole;
			const measure = item(found, 'v')?.sense.measure ?? 'killed';
			const {combatant} = item(found, 'kind')?.sense ?? {};
			return part && whole
				? [
						...figures({...part, end: whole.start}, measure, item(found, 'v'), {
							scope: 'subset',
							...(combatant ? {combatant} : {}),
						}),
						...figures(
							{...whole, sense: {...part.sense, count: whole.sense.count ?? part.sense.count!}},
							measure,
							item(found, 'v'),
						),
					]
				: null;
		},
		finds: [['Forty of the 59 people killed were servicemen.', {measure: 'killed', best: 59}]],
		leaves: ['Forty of the 59 people invited were servicemen.'],
	},
	{
		name: 'forty servicemen among 59 killed',
		kind: 'figure',
		gate: casualtyWords,
		pattern: sequence(
			as('p', 'people'),
			'=among',
			optional(anyOf('=the', '=its', '=their')),
			as('whole', 'people'),
			notFollowedBy('people'),
		),
		make: found => {
			const whole = item(found, 'whole');
			const measure = whole?.sense.measure;
			return measure
				? [...figures(whole, measure, whole), ...figures(item(found, 'p'), measure, whole, {scope: 'subset'})]
				: null;
		},
		finds: [['Forty servicemen among 59 killed.', {measure: 'killed', best: 59}]],
		leaves: ['Forty servicemen among 59 guests.'],
	},
	{
		name: 'of the injured, 144 are in hospital',
		kind: 'figure',
		gate: casualtyWords,
		pattern: sequence(
			anyOf('=of', '=among'),
			'=the',
			as('v', anyOf('struck', 'deaths', 'harm')),
			optional('comma'),
			q,
		),
		make: found => by(found, {scope: 'subset'}),
		finds: [['Of the injured, 144 are in hospital.', {measure: 'wounded', best: 144, scope: 'subset'}]],
		leaves: ['Of the members, 144 are in hospital care.'],
	},
	{
		name: 'among them were three children',
		kind: 'figure',
		isDependent: true,
		pattern: sequence(
			anyOf(opening, after(anyOf('stop', 'semi'))),
			anyOf('=among', '=of'),
			as('v', anyOf('=them', '=those', '=these')),
			repeated(0, 2, anyOf('be', 'comma', 'have', 'adverb')),
			q,
		),
		make: found => partsOf(item(found, 'q'), item(found, 'v')),
		finds: [
			[
				'Eleven people were killed; among them were three children.',
				{measure: 'killed', best: 3, scope: 'subset'},
			],
		],
		leaves: ['Among them were three children.'],
	},
	{
		name: 'including three children',
		kind: 'figure',
		gate: casualtyWords,
		isDependent: true,
		pattern: sequence(
			as(
				'v',
				anyOf(
					'=including',
					'=includes',
					'=included',
					'=include',
					sequence('=among', anyOf('=them', '=whom', '=those')),
				),
			),
			within(2, 'people', 'stop', 'semi', 'comma'),
			as('q', 'people'),
		),
		make: found => partsOf(item(found, 'q'), item(found, 'v')),
		finds: [
			[
				'Eleven people, including two women and three children, were killed.',
				{measure: 'killed', best: 2, scope: 'subset'},
			],
			[
				'Eleven people, including three children, were killed.',
				{measure: 'killed', best: 3, scope: 'subset'},
			],
		],
		leaves: ['The delegation, including three ministers, left.'],
	},
	{
		name: 'of whom 22 were women',
		kind: 'figure',
		gate: casualtyWords,
		isDependent: true,
		pattern: sequence(
			'=of',
			anyOf('=whom', '=them', '=these'),
			optional('comma'),
			as('q', 'bare'),
			optional(anyOf('be', 'have')),
			optional(as('kind', anyOf('person', 'modifier', 'force', 'struck'))),
		),
		make: found => {
			const kind = item(found, 'kind')?.sense;
			return figures(item(found, 'q'), kind?.measure ?? null, item(found, 'q'), {
				scope: 'subset',
				...(kind?.combatant ? {combatant: kind.combatant} : {}),
				...(kind?.side != null ? {of: kind.side} : {}),
			});
		},
		finds: [
			['The raid killed 57 people, of whom 22 were women.', {measure: 'killed', best: 22, scope: 'subset'}],
		],
		leaves: ['The party has 57 members, of whom 22 were women.'],
	},
	{
		name: '35 children among the dead',
		kind: 'figure',
		gate: casualtyWords,
		pattern: sequence(
			q,
			optional('be'),
			anyOf('=among', sequence('=in', optional('word'))),
			optional('=the'),
			as('v', anyOf('deathNoun', only('struck', 'kill'))),
			notFollowedBy('word'),
		),
		make: found => by(found, {isAmong: true}),
		finds: [['There were 35 children among the dead.', {measure: 'killed', best: 35}]],
		leaves: ['There were 35 children among the guests.'],
	},
	{
		name: 'three of them children',
		kind: 'figure',
		gate: casualtyWords,
		isDependent: true,
		pattern: sequence(
			as('q', 'part'),
			within(2, 'people', 'stop', 'semi', 'comma'),
			optional(as('kind', anyOf('person', 'modifier', 'struck'))),
		),
		make: found => {
			const combatant = item(found, 'kind')?.sense.combatant;
			const measure = item(found, 'kind')?.sense.measure ?? null;
			return figures(item(found, 'q'), measure, item(found, 'q'), {
				scope: 'subset',
				...(combatant ? {combatant} : {}),
			});
		},
		finds: [
			['Eleven people were killed, three of them children.', {measure: 'killed', best: 3, scope: 'subset'}],
		],
		leaves: ['Eleven people left, three of them children.'],
	},
	{
		name: 'and 51 on the other side',
		kind: 'figure',
		gate: casualtyWords,
		isDependent: true,
		pattern: sequence(
			anyOf('=and', '=while'),
			as('q', 'bare'),
			followedBy('locative', optional('=the'), anyOf('place', 'party', 'nationality', 'force')),
		),
		make: found => figures(item(found, 'q'), null, item(found, 'q')),
		finds: [
			[
				'73 people were killed on the Kyrgyz side and 51 on the Tajik side.',
				{measure: 'killed', best: 51, of: 'TJ'},
			],
		],
		leaves: ['73 trucks went to the Kyrgyz side and 51 to the Tajik side.'],
	},
	{
		name: ': 59 in Kyrgyzstan and 35 on the Tajik side',
		kind: 'figure',
		gate: casualtyWords,
		isDependent: true,
		pattern: sequence(
			anyOf('comma', 'colon', 'dash', 'hyphen', 'open', '=with'),
			as('q', 'bare'),
			optional('struck'),
			followedBy(
				...onSide,
				optional('comma'),
				anyOf('=and', '=while'),
				'bare',
				optional('struck'),
				...onSide,
			),
		),
		make: found => figures(item(found, 'q'), null, item(found, 'q')),
		finds: [
			[
				'At least 94 people were killed, 59 in Kyrgyzstan and 35 on the Tajik side.',
				{measure: 'killed', best: 59, of: 'KG'},
			],
		],
		leaves: ['They met 94 people, 59 in Kyrgyzstan and 35 on the Tajik side.'],
	},
	{
		name: 'and Tajikistan 35',
		kind: 'figure',
		gate: casualtyWords,
		isDependent: true,
		pattern: sequence(
			anyOf('=and', 'comma', 'semi', '=while'),
			as('who', anyOf('party', 'speaker')),
			as('q', 'bare'),
			followedBy(anyOf(closing, 'stop', 'comma', 'semi', '=in', '=on', 'date')),
		),
		make: found => {
			const side = item(found, 'who')?.sense.side;
			return side == null ? null : figures(item(found, 'q'), null, item(found, 'who'), {of: side, by: side});
		},
		finds: [['Kyrgyzstan reported 46 dead and Tajikistan 35.', {measure: 'killed', best: 35}]],
		leaves: ['Kyrgyzstan sent 46 trucks and Tajikistan 35.'],
	},
];
