import type {Act} from '../../fact.ts';
import {anyOf, as, notAfter, notFollowedBy, only, optional, sequence, within} from '../../match.ts';
import {type ClaimDraft, type Found, item, type Rule} from '../../rule.ts';

/*
 * What a party says about another, or about itself.
 */

const party = anyOf('speaker', 'force', 'bothSides', 'eachOther', 'nationality', 'otherSide');
const stops = ['stop', 'semi', 'say', 'accuse'];

const claim = (found: Found, act: Act, more: Partial<ClaimDraft> = {}): ClaimDraft | null => {
	const anchor = item(found, 'v');
	const span = found.named.v;
	return anchor && span
		? {kind: 'claim', act, anchor, topicsFrom: span[1], topicsTo: found.line.items.length, ...more}
		: null;
};

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
			notFollowedBy(sequence(within(5, 'stop', 'semi', 'comma'), 'truceTalk')),
		),
		make: found => claim(found, 'denial'),
		finds: [
			[
				'The Tajik Foreign Ministry denied that its forces had used drones.',
				{act: 'denial', topics: ['drone']},
			],
		],
		leaves: ['He was denied entry.'],
	},
	{
		name: 'admitted …',
		kind: 'claim',
		pattern: sequence(as('v', 'admit')),
		make: found => claim(found, 'admission'),
		finds: [['Tajikistan admitted that its artillery had hit a school.', {act: 'admission'}]],
		leaves: ['She was admitted to hospital.'],
	},
	{
		name: 'called on X to …',
		kind: 'claim',
		pattern: sequence(
			notAfter('be'),
			as('v', 'urge'),
			within(2, ...stops, 'comma'),
			optional('=the'),
			optional(as('target', party)),
			within(8, 'stop', 'semi', 'say'),
			anyOf('restraint', 'topic', 'truce', 'truceVerb'),
		),
		make: found => claim(found, 'call', {about: item(found, 'target') ?? null}),
		finds: [['China urged both sides to show restraint.', {act: 'call'}]],
		leaves: ['China urged shoppers to save.'],
	},
	{
		name: 'demanded …',
		kind: 'claim',
		pattern: sequence(
			notAfter('be'),
			as('v', 'demand'),
			within(3, ...stops, 'comma'),
			optional('=the'),
			optional(as('target', party)),
			within(8, 'stop', 'semi', 'say'),
			anyOf('restraint', 'topic', 'truce', 'truceVerb'),
		),
		make: found => claim(found, 'demand', {about: item(found, 'target') ?? null}),
		finds: [
			['Tajikistan demanded that Kyrgyzstan withdraw its troops.', {act: 'demand', topics: ['withdrawal']}],
		],
		leaves: ['Workers demanded more pay.'],
	},
	{
		name: 'said X’s forces had shelled …',
		kind: 'claim',
		pattern: sequence(
			as('v', only('say', 'deny', 'admit')),
			within(4, 'stop', 'semi', 'say', 'speaker', 'force', 'people', 'eachOther'),
			as('target', anyOf('force', 'speaker', 'otherSide')),
			within(8, 'stop', 'semi', 'say', 'people', 'eachOther', 'accuse', 'deny', 'urge', 'truceTalk'),
			anyOf(
				only('act', 'lossTopic'),
				'happen',
				'breach',
				'despite',
				sequence('not', optional('adverb'), 'comply'),
			),
		),
		make: found => claim(found, 'accusation', {about: item(found, 'target') ?? null}),
		finds: [
			[
				'The Kyrgyz border service said Tajik forces were using tanks and mortars.',
				{act: 'accusation', topics: ['shelling', 'tanks']},
			],
		],
		leaves: ['The border service said all was calm.'],
	},
];
