import type {CeasefireEvent} from '../../fact.ts';
import {after, anyOf, as, closing, notAfter, notFollowedBy, optional, sequence, within} from '../../match.ts';
import {type CeasefireDraft, type Found, item, type Rule} from '../../rule.ts';

/*
 * What is said of a ceasefire. Earlier rows have first call on the word “ceasefire”.
 */

const event = (
	found: Found,
	name: CeasefireEvent,
	more: Partial<CeasefireDraft> = {},
): CeasefireDraft | null => {
	const anchor = item(found, 't');
	return anchor ? {kind: 'ceasefire', event: name, anchor, ...more} : null;
};

const party = anyOf('speaker', 'force', 'bothSides', 'eachOther', 'nationality', 'otherSide', 'place');
const t = as('t', 'truce');
const stops = ['stop', 'semi', 'truce', 'say', 'colon'];
const near = within(4, ...stops, 'comma');
const who = as('who', anyOf('speaker', 'force', 'pronoun'));

const rows: readonly Rule[] = [
	{
		name: 'denied breaking the truce',
		kind: 'ceasefire',
		pattern: sequence(
			'deny',
			within(6, 'stop', 'semi', 'truce', 'accuse'),
			anyOf('breach', 'despite'),
			near,
			t,
		),
		make: found => event(found, 'denied'),
		finds: [['Tajikistan denied breaking the truce.', {event: 'denied'}]],
		leaves: ['Tajikistan denied the report.'],
	},
	{
		name: 'rejected the offer of a truce',
		kind: 'ceasefire',
		pattern: sequence('deny', within(6, 'stop', 'semi', 'truce', 'accuse', 'breach', 'comma'), t),
		make: found => event(found, 'denied'),
		finds: [["The government rejected the rebels' offer of a truce.", {event: 'denied'}]],
		leaves: ['The government rejected the budget.'],
	},
	{
		name: 'no violations of the ceasefire',
		kind: 'ceasefire',
		pattern: anyOf(
			sequence('=no', within(2, ...stops), 'breach', near, t),
			sequence('=no', as('t2', 'truce'), 'breach'),
		),
		make: found => {
			const anchor = item(found, 't') ?? item(found, 't2');
			return anchor ? {kind: 'ceasefire', event: 'holding', anchor} : null;
		},
		finds: [['There were no violations of the ceasefire overnight.', {event: 'holding'}]],
		leaves: ['There were no violations of the law.'],
	},
	{
		name: 'accused X of violating the ceasefire',
		kind: 'ceasefire',
		pattern: sequence(
			'accuse',
			within(1, ...stops),
			optional('=the'),
			as('target', party),
			within(9, ...stops),
			anyOf('breach', 'despite'),
			near,
			t,
		),
		make: found => event(found, 'violation', {against: item(found, 'target') ?? null}),
		finds: [['Kyrgyzstan accused Tajik forces of violating the ceasefire.', {event: 'violation'}]],
		leaves: ['Kyrgyzstan accused Tajik forces of shelling.'],
	},
	{
		name: 'X has not complied with the ceasefire',
		kind: 'ceasefire',
		pattern: sequence(who, within(3, ...stops, 'comma'), 'not', optional('adverb'), 'comply', near, t),
		make: found => event(found, 'violation', {against: item(found, 'who') ?? null}),
		finds: [['Norway said the Tajik side has not observed the ceasefire.', {event: 'violation'}]],
		leaves: ['The Tajik side has not observed the law.'],
	},
	{
		name: 'X violated the ceasefire',
		kind: 'ceasefire',
		pattern: sequence(
			who,
			within(5, ...stops, 'comma', 'not', 'deny', 'accuse', 'mutual'),
			'breach',
			near,
			t,
		),
		make: found => event(found, 'violation', {against: item(found, 'who') ?? null}),
		finds: [['The ministry said Tajik forces had violated the ceasefire.', {event: 'violation'}]],
		leaves: ['Tajik forces had violated the border.'],
	},
	{
		name: 'X fired, violating the ceasefire',
		kind: 'ceasefire',
		pattern: sequence(
			who,
			within(16, 'stop', 'semi', 'say', 'truce', 'accuse', 'not'),
			'comma',
			optional('=in'),
			'breach',
			near,
			t,
		),
		make: found => event(found, 'violation', {against: item(found, 'who') ?? null}),
		finds: [
			[
				'The Tajik side opened fire again, violating the ceasefire, Kyrgyzstan said.',
				{event: 'violation', against: 'TJ'},
			],
		],
		leaves: ['The Tajik side opened fire again, violating the border, Kyrgyzstan said.'],
	},
	{
		name: 'the ceasefire was violated by X',
		kind: 'ceasefire',
		pattern: sequence(
			t,
			within(4, ...stops, 'comma', 'not'),
			'breach',
			within(2, ...stops),
			'=by',
			optional('=the'),
			as('target', party),
		),
		make: found => event(found, 'violation', {against: item(found, 'target') ?? null}),
		finds: [['The ceasefire was broken by Tajik forces, Kyrgyzstan said.', {event: 'violation'}]],
		leaves: ['The ceasefire was welcomed by Norway.'],
	},
	{
		name: 'opened fire despite the ceasefire',
		kind: 'ceasefire',
		pattern: sequence(
			who,
			within(10, ...stops),
			anyOf('act', 'attackWord', 'happen'),
			within(8, ...stops),
			'despite',
			within(4, ...stops),
			t,
		),
		make: found => event(found, 'violation', {against: item(found, 'who') ?? null}),
		finds: [['Kyrgyzstan said Tajik forces shelled its posts despite the ceasefire.', {event: 'violation'}]],
		leaves: ['Kyrgyzstan said prices rose despite the ceasefire.'],
	},
	{
		name: 'both sides blamed each other for violations of the truce',
		kind: 'ceasefire',
		pattern: sequence(anyOf('accuse', 'mutual'), within(6, ...stops), anyOf('breach', 'despite'), near, t),
		make: found => event(found, 'violation'),
		finds: [['Both sides traded blame for breaking the truce.', {event: 'violation'}]],
		leaves: ['Both sides traded blame.'],
	},
	{
		name: 'called for a ceasefire',
		kind: 'ceasefire',
		pattern: sequence(
			anyOf('propose', 'urge', 'demand'),
			within(9, 'stop', 'semi', 'truce', 'say', 'agree', 'breach'),
			optional('order'),
			within(3, ...stops, 'comma', 'breach'),
			t,
		),
		make: found => event(found, 'called for'),
		finds: [
			['The UN called for an immediate ceasefire.', {event: 'called for'}],
			['The president urged both sides to observe a truce.', {event: 'called for'}],
		],
		leaves: ['The UN called for calm.'],
	},
	{
		name: 'would observe a ceasefire',
		kind: 'ceasefire',
		pattern: sequence('pledge', optional('adverb'), 'comply', near, t),
		make: found => event(found, 'agreed'),
		finds: [['Both sides said they would observe a ceasefire.', {event: 'agreed'}]],
		leaves: ['Both sides said they would observe the law.'],
	},
	{
		name: 'X respected the truce',
		kind: 'ceasefire',
		pattern: sequence(
			who,
			within(3, ...stops, 'comma', 'not', 'doubt', 'agree', 'accuse'),
			'comply',
			near,
			t,
		),
		make: found => event(found, 'holding'),
		finds: [['Norway said the Tajik side had respected the ceasefire.', {event: 'holding'}]],
		leaves: ['The Tajik side has not respected the ceasefire.', 'The Tajik side respected the law.'],
	},
	{
		name: 'the ceasefire collapsed',
		kind: 'ceasefire',
		pattern: sequence(t, within(5, ...stops, 'comma', 'doubt'), 'collapse'),
		make: found => event(found, 'collapsed'),
		finds: [['The ceasefire collapsed on Friday.', {event: 'collapsed'}]],
		leaves: ['The building collapsed.'],
	},
	{
		name: 'the ceasefire is holding',
		kind: 'ceasefire',
		pattern: sequence(t, within(6, ...stops, 'comma', 'doubt', 'not', 'breach'), 'hold'),
		make: found => event(found, 'holding'),
		finds: [
			['The ceasefire has held since 8 p.m.', {event: 'holding'}],
			['The truce is being observed.', {event: 'holding'}],
		],
		leaves: ['Talks on a truce will be held on Monday.', 'The ceasefire did not hold.'],
	},
	{
		name: 'the ceasefire came into force',
		kind: 'ceasefire',
		pattern: sequence(t, within(6, ...stops, 'comma', 'doubt', 'not'), 'effect'),
		make: found => event(found, 'in force'),
		finds: [['A ceasefire came into force at 4 p.m.', {event: 'in force'}]],
		leaves: ['The law came into force.'],
	},
	{
		name: 'extended their truce',
		kind: 'ceasefire',
		pattern: sequence(
			notAfter(anyOf('propose', 'urge')),
			anyOf('renew', sequence('agree', within(3, ...stops, 'comma'), 'renew')),
			within(3, ...stops, 'comma', 'doubt'),
			t,
		),
		make: found => event(found, 'renewed'),
		finds: [['Armenia and Azerbaijan have extended their truce for another 48 hours.', {event: 'renewed'}]],
		leaves: ['They extended their stay.'],
	},
	{
		name: 'agreed to a ceasefire',
		kind: 'ceasefire',
		pattern: sequence(
			notAfter(anyOf('not', 'doubt')),
			'agree',
			within(7, 'stop', 'semi', 'truce', 'say', 'breach', 'collapse'),
			anyOf(t, as('v', 'truceVerb')),
		),
		make: found => {
			const anchor = item(found, 't') ?? item(found, 'v');
			return anchor ? {kind: 'ceasefire', event: 'agreed', anchor} : null;
		},
		finds: [
			['The two sides agreed to a ceasefire from 16:00.', {event: 'agreed'}],
			['Both countries agreed on Tuesday to halt fighting.', {event: 'agreed'}],
		],
		leaves: ['The two sides agreed to meet.'],
	},
	{
		name: 'a ceasefire was agreed',
		kind: 'ceasefire',
		pattern: sequence(
			t,
			within(4, ...stops, 'comma', 'doubt', 'not'),
			anyOf(
				sequence(anyOf('be', 'have'), within(1, ...stops), 'agree'),
				sequence('agree', anyOf(closing, '=by')),
			),
		),
		make: found => event(found, 'agreed'),
		finds: [['A ceasefire was agreed on Friday.', {event: 'agreed'}]],
		leaves: ['A price was agreed.'],
	},
	{
		name: 'declared a ceasefire',
		kind: 'ceasefire',
		pattern: sequence(
			notAfter(anyOf('not', 'doubt')),
			'declare',
			within(6, 'stop', 'semi', 'truce', 'say', 'breach', 'agree', 'propose', 'collapse'),
			t,
			notFollowedBy(anyOf('breach', 'collapse')),
		),
		make: found => event(found, 'declared'),
		finds: [['The front declared a unilateral ceasefire on Tuesday.', {event: 'declared'}]],
		leaves: ['The front declared victory.'],
	},
	{
		name: 'a ceasefire was declared',
		kind: 'ceasefire',
		pattern: sequence(t, within(4, ...stops, 'comma', 'not'), after(anyOf('be', 'have')), anyOf('declare')),
		make: found => event(found, 'declared'),
		finds: [['A ceasefire was declared on Friday.', {event: 'declared'}]],
		leaves: ['War was declared on Friday.'],
	},
	{
		name: 'violations of the ceasefire',
		kind: 'ceasefire',
		pattern: sequence(
			anyOf('say', 'happen', 'according', 'be', 'locative'),
			within(4, ...stops, 'not', '=no', 'propose', 'doubt'),
			anyOf('breach'),
			near,
			t,
		),
		make: found => event(found, 'violation'),
		finds: [
			['Monitors counted 17 violations of the ceasefire on Monday.', {event: 'violation', against: null}],
		],
		leaves: [
			'Monitors reported no violations of the ceasefire.',
			'Monitors counted 17 violations of the law.',
		],
	},
];

// None of them without the word itself.
export const ceasefire: readonly Rule[] = rows.map(row => ({gate: ['truce', 'truceVerb'], ...row}));
