import {
	after,
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
import {item, items, type Rule} from '../../rule.ts';
import {by, casualtyWords, figures, q} from './counting.ts';

/*
 * Totals: “the death toll rose to 36”; and earlier totals, which are no new figure.
 */

export const tolls: readonly Rule[] = [
	{
		name: 'up from 49',
		kind: 'figure',
		isBackground: true,
		gate: casualtyWords,
		pattern: sequence(
			anyOf('rise', '=up', '=down', '=compared', '=than', '=against'),
			anyOf('=from', '=with', '=to'),
			q,
			notFollowedBy('=to'),
		),
		make: found => {
			const people = item(found, 'q');
			return people &&
				!found.line.text.slice(found.line.items[found.from]!.start, people.start).endsWith(' to ')
				? {kind: 'background', people}
				: null;
		},
		finds: [
			[
				'The ministry said 105 soldiers had been killed, up from 49 a day earlier.',
				{measure: 'killed', best: 105},
			],
		],
		leaves: ['It was up from Monday.'],
	},
	{
		name: 'an earlier toll of 24',
		kind: 'figure',
		isBackground: true,
		gate: casualtyWords,
		pattern: sequence(
			'former',
			within(1, 'people', 'stop'),
			anyOf('toll', '=figure', '=number', '=total', 'losses', 'tally'),
			anyOf('=of', '=at', 'be'),
			q,
		),
		make: found => {
			const people = item(found, 'q');
			return people ? {kind: 'background', people} : null;
		},
		finds: [['36 people were killed, raising an earlier toll of 24.', {measure: 'killed', best: 36}]],
		leaves: ['The death toll of 24 was given earlier.'],
	},
	{
		name: 'its losses amounted to 350',
		kind: 'figure',
		gate: ['losses'],
		pattern: sequence(
			anyOf(
				sequence(
					anyOf('party', 'force', 'nationality', 'speaker', 'definite'),
					optional(anyOf('possessive', 'apostrophe')),
				),
				'=its',
				'=their',
				'own',
			),
			repeated(0, 2, anyOf('modifier', 'adverb', '=total', '=own', 'combined')),
			as('v', 'losses'),
			optional('have'),
			anyOf('be', 'amounted', sequence('stand', optional('=at'))),
			optional('=to'),
			optional('adverb'),
			q,
		),
		// “Losses were 11 dead”: the number says itself of what.
		make: found =>
			item(found, 'q')?.sense.measure === undefined && !item(found, 'q')?.sense.parts ? by(found) : null,
		finds: [
			['Tajikistan’s losses amounted to 350, Bishkek said.', {measure: 'casualties', best: 350, of: 'TJ'}],
			['The Kyrgyz losses reached 46 servicemen.', {best: 46, of: 'KG'}],
		],
		leaves: ['The company’s losses reached 350 million dollars.', 'Its losses amounted to a fortune.'],
	},
	{
		name: 'the death toll rose to 36',
		kind: 'figure',
		pattern: sequence(
			as('v', 'toll'),
			within(12, 'people', 'stop', 'semi', 'struck', 'say', 'colon'),
			anyOf('rise', 'bring'),
			within(2, 'people', 'stop', 'semi', 'comma'),
			optional('=from', 'people'),
			optional('=by', as('more', 'people')),
			'=to',
			optional('=the'),
			q,
		),
		make: found => [
			...by(found),
			...figures(item(found, 'more'), item(found, 'v')?.sense.measure ?? 'killed', item(found, 'v'), {
				scope: 'additional',
			}),
		],
		finds: [
			['The death toll rose to 36 on Sunday.', {measure: 'killed', best: 36}],
			['The number of wounded has risen from 87 to 129.', {measure: 'wounded', best: 129}],
			['The death toll rose by 12 to 48.', {measure: 'killed', best: 12, scope: 'additional'}],
		],
		leaves: ['The road toll rose to 36 dollars.', 'The price rose to 36.'],
	},
	{
		name: 'the death toll stands at 36',
		kind: 'figure',
		gate: ['toll'],
		pattern: anyOf(
			sequence(
				as('v', 'toll'),
				within(12, 'people', 'stop', 'semi', 'struck', 'say', 'colon'),
				'stand',
				within(2, 'people', 'stop', 'semi', 'comma'),
				q,
			),
			sequence(as('x', 'toll'), as('y', only('people', 'open'))),
			sequence(
				as('w', 'toll'),
				optional('have'),
				repeated(1, 2, anyOf('standNear', 'be', 'colon', '=at', '=now', 'adverb')),
				as('p', 'people'),
			),
		),
		make: found =>
			item(found, 'v') ? by(found) : item(found, 'w') ? by(found, {}, 'w', 'p') : by(found, {}, 'x', 'y'),
		finds: [
			['The death toll in the region stands at 36.', {measure: 'killed', best: 36}],
			['Death toll: 36', {measure: 'killed', best: 36}],
			['Death toll 36, aid workers say', {measure: 'killed', best: 36}],
			['The number of injured was 129.', {measure: 'wounded', best: 129}],
		],
		leaves: ['The toll road is 36 km long.', 'The death toll in the village of 300 people is not known.'],
	},
	{
		name: 'the number of farmers killed has reached 36',
		kind: 'figure',
		pattern: sequence(
			anyOf('=number', '=total'),
			'=of',
			optional('=the'),
			as(
				'who',
				repeated(
					1,
					4,
					anyOf('modifier', 'nationality', 'word', 'name', 'person', 'force', 'sided', 'hyphen'),
				),
			),
			within(2, 'stop', 'semi', 'people'),
			as('v', anyOf('struck', 'died')),
			within(10, 'people', 'stop', 'semi', 'say'),
			anyOf('stand', 'above', 'be', sequence('rise', optional('=from', 'people'), '=to')),
			within(1, 'people', 'stop', 'semi'),
			q,
		),
		make: found => {
			const side = items(found, 'who').find(each => each.sense.side != null)?.sense.side;
			return by(found, side == null ? {} : {of: side});
		},
		finds: [
			[
				'The number of Kyrgyz citizens killed in the fighting has reached 59.',
				{measure: 'killed', best: 59, of: 'KG'},
			],
		],
		leaves: ['The number of houses burned has reached 59.'],
	},
	{
		name: 'the death toll exceeded 36',
		kind: 'figure',
		gate: ['toll'],
		pattern: sequence(
			as('v', 'toll'),
			within(8, 'people', 'stop', 'semi', 'say', 'comma'),
			'above',
			within(1, 'people'),
			q,
		),
		make: found =>
			by(found).map(draft =>
				draft.kind === 'figure' && draft.count.qualifier === 'exact'
					? {...draft, count: {...draft.count, high: null, qualifier: 'more than' as const}}
					: draft,
			),
		finds: [
			['The death toll has passed 100.', {measure: 'killed', low: 100, high: null, qualifier: 'more than'}],
		],
		leaves: ['The train passed 100 villages.'],
	},
	{
		name: 'bringing the toll to 36',
		kind: 'figure',
		pattern: anyOf(
			sequence(
				'bring',
				within(4, 'people', 'stop', 'semi', 'comma'),
				as('v', anyOf('toll', 'losses', 'deaths')),
				within(5, 'people', 'stop', 'semi', 'comma'),
				anyOf('=to', '=at', 'colon', 'stand', 'standNear'),
				q,
			),
			sequence(
				'bring',
				'=to',
				as('p', 'people'),
				within(2, 'people', 'stop', 'semi', 'comma'),
				anyOf(
					as('w', 'toll'),
					sequence(
						anyOf('=number', '=total'),
						within(12, 'people', 'stop', 'semi'),
						as('d', anyOf('struck', 'died')),
					),
				),
			),
		),
		make: found => {
			const anchor = item(found, 'v');
			if (!anchor) {
				return by(found, {}, item(found, 'w') ? 'w' : 'd', 'p');
			}

			// “put its losses at nine dead”: the number says itself of what.
			const people = item(found, 'q');
			// “Put its losses at 41”: they are dead.
			const more = /^losses$/i.test(found.line.text.slice(anchor.start, anchor.end)) ? 'killed' : null;
			return anchor.sense.is.includes('toll') || people?.sense.measure === undefined
				? more
					? figures(people, more, anchor)
					: by(found)
				: null;
		},
		finds: [
			['Twelve more bodies were found, bringing the death toll to 53.', {measure: 'killed', best: 53}],
			['This brings to 53 the number of dead.', {measure: 'killed', best: 53}],
			['The ministry raised its death toll to 59.', {measure: 'killed', best: 59}],
			['Tajikistan put its dead at 41.', {measure: 'killed', best: 41, of: 'TJ'}],
		],
		leaves: ['The army is bringing the prisoners to 53 camps.'],
	},
	{
		name: 'the real number is 22',
		kind: 'figure',
		isDependent: true,
		pattern: sequence(
			as('v', anyOf('rival', sequence(after('say'), 'rivalAt'))),
			repeated(0, 2, anyOf('be', 'adverb', '=at')),
			as('q', 'bare'),
		),
		make: found => figures(item(found, 'q'), null, item(found, 'v'), {isRival: true}),
		finds: [
			['Kyrgyzstan said 12 people had died. Tajikistan says the real number is 22.', {best: 22}],
			['Kyrgyzstan said 12 people had died; Tajikistan puts the figure at 60.', {best: 60}],
		],
		leaves: ['The real number is 22.'],
	},
	{
		name: 'revised the toll from 12 to 9',
		kind: 'figure',
		pattern: sequence(
			anyOf('rise', 'cutDown'),
			optional(anyOf('=the', '=its', '=their')),
			repeated(0, 1, anyOf('nationality', 'modifier')),
			as('v', 'toll'),
			repeated(0, 2, anyOf('=down', '=up', 'adverb')),
			optional('=from', 'people'),
			'=to',
			q,
		),
		make: found => by(found),
		finds: [
			['The Kyrgyz ministry revised the death toll down from 12 to 9.', {measure: 'killed', best: 9}],
			['Bishkek cut the number of wounded to 31.', {measure: 'wounded', best: 31}],
		],
		leaves: ['The ministry cut the number of buses to 31.'],
	},
	{
		name: 'that brings the total to 20',
		kind: 'figure',
		isDependent: true,
		pattern: sequence(
			as('v', anyOf('bring', 'rise')),
			optional(anyOf('=the', '=its', '=their')),
			anyOf('=total', sequence('modifier', '=total'), '=number'),
			'=to',
			as('q', 'bare'),
		),
		make: found => figures(item(found, 'q'), null, item(found, 'v'), {isRival: true, scope: 'running'}),
		finds: [
			[
				'Twelve people were killed in Batken, and this brings the total to 20.',
				{measure: 'killed', best: 20},
			],
		],
		leaves: ['That brings the total to 20.'],
	},
	{
		name: 'a doctor said 42',
		kind: 'figure',
		gate: casualtyWords,
		isDependent: true,
		pattern: sequence(
			as('v', 'say'),
			within(1, 'people', 'stop', 'semi', 'comma'),
			as('q', 'bare'),
			followedBy(anyOf(closing, 'stop', 'comma', 'semi', 'close', 'quote', 'dash', 'open', '=and')),
		),
		make: found => figures(item(found, 'q'), null, item(found, 'v')),
		finds: [['The mayor said 51 people were killed; a doctor said 42.', {measure: 'killed', best: 42}]],
		leaves: ['The mayor said 42.'],
	},
	{
		name: 'fatalities coded as 10',
		kind: 'figure',
		pattern: sequence(
			as('v', anyOf('deaths', 'struck')),
			within(3, 'people', 'stop', 'semi'),
			'coded',
			'=as',
			as('q', 'bare'),
		),
		make: found => by(found, {isRemark: true}),
		finds: [['Fatalities coded as 10.', {measure: 'killed', best: 10}]],
		leaves: ['The road is coded as 10.'],
	},
	{
		name: 'bringing the total to 36',
		kind: 'figure',
		gate: casualtyWords,
		isDependent: true,
		pattern: sequence(
			anyOf('bring', 'give', 'say'),
			within(3, 'people', 'stop', 'semi', 'comma'),
			as('v', anyOf('=total', '=figure', '=number', '=figures')),
			within(2, 'people', 'stop', 'semi', 'comma'),
			anyOf('=to', '=at', '=as'),
			q,
		),
		make: found => figures(item(found, 'q'), null, item(found, 'v')),
		finds: [
			['Seven soldiers were killed; the ministry later gave the figure as 9.', {measure: 'killed', best: 9}],
		],
		leaves: ['The bank put the figure at 41.'],
	},
];
