import {anyOf, as, notAfter, notFollowedBy, optional, sequence, within} from '../../match.ts';
import {type Found, has, item, type Rule} from '../../rule.ts';
import {isOfMoney} from './blame.ts';
import {claim} from './claim.ts';
import {isMooted, subjectOf} from './parties.ts';

/*
 * What a party says is not so.
 */

// “Resolving disputes”, not “Dushanbe disputes that”
function isNoun(found: Found): boolean {
	const {items, text} = found.line;
	const [at] = found.named.v ?? [0];
	return (
		text.slice(items[at]!.start, items[at]!.end).toLowerCase() === 'disputes' &&
		!has(
			items[at - 1],
			'speaker',
			'force',
			'nationality',
			'adverb',
			'close',
			'=and',
			'=but',
			'=also',
			'comma',
			'name',
		)
	);
}

export const denials: readonly Rule[] = [
	{
		name: 'denied …',
		kind: 'claim',
		pattern: sequence(
			notAfter(anyOf('be', '=the', '=a', '=their', '=its', '=this', '=our', 'locative', 'modifier')),
			as('v', 'deny'),
			// To reject a call is an answer to it; what it says of a ceasefire is read as such.
			notFollowedBy(sequence(within(5, 'stop', 'semi', 'comma'), anyOf('truceTalk', 'urge', 'propose'))),
		),
		make: found =>
			isMooted(found.line, found.named.v?.[0] ?? 0) || isNoun(found) || isOfMoney(found.line, found.to)
				? null
				: claim(found, 'denial'),
		finds: [
			[
				'The Tajik Foreign Ministry denied that its forces had used drones.',
				{act: 'denial', topics: ['drone']},
			],
		],
		leaves: [
			'He was denied entry.',
			'Tajikistan rejected calls for talks.',
			'Tajikistan said it was committed to resolving disputes.',
			'Tajikistan denied it would default.',
		],
	},
	{
		name: 'was denied by X',
		kind: 'claim',
		pattern: sequence(
			as('v', 'deny'),
			within(3, 'stop', 'semi', 'say', 'accusation', 'reports'),
			'=by',
			optional('=the'),
			as('who', 'speaker'),
		),
		make: found => {
			const verb = item(found, 'v');
			// “Dismissed claims by Moscow”: it is Moscow’s claims that are denied.
			const isOwn = verb && /(?:claims|reports|any)$/i.test(found.line.text.slice(verb.start, verb.end));
			const draft = isOwn || isMooted(found.line, found.named.v?.[0] ?? 0) ? null : claim(found, 'denial');
			// What is denied was said before.
			return draft && {...draft, by: item(found, 'who') ?? null, topicsFrom: 0};
		},
		finds: [['The claim of a drone attack was denied by Dushanbe.', {act: 'denial', topics: ['drone']}]],
		leaves: ['The budget was denied by nobody.', 'The budget was rejected, as were claims by Dushanbe.'],
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
];
