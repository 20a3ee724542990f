import {anyOf, as, notAfter, notFollowedBy, optional, sequence, within} from '../../match.ts';
import {has, item, type Rule} from '../../rule.ts';
import {at, draft, isOfMoney, isTimeOnly} from './blame.ts';
import {sides, subjectOf} from './parties.ts';

/*
 * What is an accusation only because one party says it of another; after the rows that know the words of war.
 */

export const wrongs: readonly Rule[] = [
	{
		name: 'citing provocations by X',
		kind: 'claim',
		pattern: sequence(
			as('v', anyOf('cites', 'according')),
			within(4, 'stop', 'semi', 'say', 'comma'),
			'ill',
			within(2, 'stop', 'semi', 'say', 'comma'),
			'=by',
			optional('=the'),
			as('target', anyOf('speaker', 'force', 'nationality')),
		),
		make: found =>
			draft(found, 'v', {by: subjectOf(found.line, at(found, 'v')[0]), about: item(found, 'target') ?? null}),
		finds: [['Bishkek closed the crossing, citing provocations by Tajik guards.', {about: 'TJ'}]],
		leaves: ['Bishkek closed the crossing, citing a survey by Tajik guards.'],
	},
	{
		name: 'said X had wronged it',
		kind: 'claim',
		beside: sides,
		gate: ['ill'],
		pattern: sequence(
			notAfter(anyOf('locative', '=with', '=by', '=for', '=against', '=to', '=and')),
			as(
				'target',
				anyOf(
					'force',
					'speaker',
					'otherSide',
					sequence(
						'nationality',
						within(3, 'stop', 'semi', 'comma', 'say', 'speaker', 'people', 'accusation', '=that'),
					),
				),
			),
			within(
				7,
				'stop',
				'semi',
				'say',
				'comma',
				'people',
				'eachOther',
				'accuse',
				'accusation',
				'deny',
				'urge',
				'speaker',
				'force',
				'not',
				'doubt',
				'=by',
				'pledge',
			),
			as('v', 'ill'),
			notFollowedBy('=by'),
		),
		make: found => {
			const target = found.line.items[at(found, 'target')[0]];
			return target &&
				!has(target, 'pronoun') &&
				!isTimeOnly(found) &&
				!isOfMoney(found.line, at(found, 'target')[1])
				? {
						kind: 'claim',
						act: 'accusation',
						anchor: target,
						about: target,
						topicsFrom: at(found, 'target')[0],
						topicsTo: found.line.items.length,
						isFromOther: true,
					}
				: null;
		},
		finds: [
			['Bishkek says Tajikistan has been arming smugglers.', {about: 'TJ'}],
			['Tajikistan is stealing water, the Kyrgyz ministry said.', {about: 'TJ'}],
		],
		leaves: [
			'Tajikistan is stealing water.',
			'Bishkek says 40 schools have closed since Tajikistan invaded.',
			'Bishkek says Tajikistan was hit by a secret tax.',
			'Bishkek said Tajikistan had invited it.',
		],
	},
	{
		name: 'was the work of X',
		kind: 'claim',
		pattern: sequence(
			as('v', 'workOf'),
			optional('=the'),
			as('target', anyOf('speaker', 'force', 'nationality')),
		),
		make: found => {
			const target = item(found, 'target');
			const calledAt = found.line.items.slice(0, found.from).findLastIndex(each => has(each, 'holds'));
			const by = calledAt < 0 ? null : subjectOf(found.line, calledAt);
			return target
				? {
						...(by && calledAt > found.from - 9 ? {by} : {}),
						kind: 'claim',
						act: 'accusation',
						anchor: target,
						about: target,
						topicsFrom: 0,
						topicsTo: found.line.items.length,
						isFromOther: true,
					}
				: null;
		},
		finds: [
			['The fire was the work of Tajik agents, the Kyrgyz interior ministry said.', {about: 'TJ'}],
			['Bishkek called the fire an attack orchestrated by Tajikistan.', {about: 'TJ'}],
		],
		leaves: ['The bridge was the work of Tajik engineers.'],
	},
];
