import {anyOf, as, notAfter, notFollowedBy, only, opening, optional, sequence, within} from '../../match.ts';
import {type ClaimDraft, type Found, has, type Item, item, type Rule} from '../../rule.ts';
import {claim} from './claim.ts';
import {isMooted, sides, subjectOf} from './parties.ts';

/*
 * What one wants of another.
 */

// The party that a demand or call goes to: the first named after the verb.
function targetAfter(found: Found): Item | null {
	const end = found.named.v?.[1] ?? found.to;
	const after = found.line.items.slice(end, end + 5);
	const stop = after.findIndex(each => has(each, 'stop', 'semi'));
	return (
		after
			.slice(0, stop < 0 ? undefined : stop)
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

export const demands: readonly Rule[] = [
	{
		name: 'called on X to …',
		kind: 'claim',
		beside: ['restraint', 'topic', 'truce', 'truceVerb', ...sides, 'together'],
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
			anyOf(opening, sequence(anyOf('say', 'colon'), within(2, 'stop', 'semi', 'comma'))),
			optional('quote'),
			as('target', anyOf('speaker', 'force', 'bothSides', 'otherSide')),
			as('v', 'must'),
		),
		make: found => {
			const draft = claim(found, 'demand', {about: item(found, 'target') ?? null});
			return draft && {...draft, isFromOther: true};
		},
		finds: [
			['Bishkek said Tajikistan must pull back its men.', {act: 'demand', about: 'TJ'}],
			['Tajikistan must pull back its men, the Kyrgyz president said.', {act: 'demand', about: 'TJ'}],
		],
		leaves: ['Tajikistan must pull back its men.'],
	},
];
