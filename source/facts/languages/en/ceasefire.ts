import type {CeasefireEvent} from '../../fact.ts';
import {anyOf, as, closing, notAfter, notFollowedBy, optional, sequence, within} from '../../match.ts';
import {type CeasefireDraft, type Found, has, type Item, item, type Rule} from '../../rule.ts';
import {subjectOf} from './parties.ts';

/*
 * What is said of a ceasefire. Earlier rows have first call on the word “ceasefire”.
 */

const event = (
	found: Found,
	name: CeasefireEvent,
	more: Partial<CeasefireDraft> = {},
): CeasefireDraft | null => {
	const anchor = item(found, 't') ?? item(found, 't2');
	return anchor && !(isFact.has(name) && isHoped(found, anchor))
		? {kind: 'ceasefire', event: name, anchor, ...more}
		: null;
};

// Who does what the verb says, where it is told.
const actor = (found: Found): {by?: Item} => {
	const by = subjectOf(found.line, found.named.verb?.[0] ?? 0);
	return by ? {by} : {};
};

// What is, or was done, as against what is wanted, denied or held against somebody.
const isFact: ReadonlySet<CeasefireEvent> = new Set([
	'agreed',
	'declared',
	'in force',
	'holding',
	'renewed',
	'collapsed',
]);

// “The day they sign a truce”, “would they sign?”: none yet.
function isHoped(found: Found, anchor: Item): boolean {
	const {line} = found;
	const anchorAt = line.items.indexOf(anchor);
	const from = Math.max(0, Math.min(found.from, anchorAt) - 5);
	for (let at = Math.max(anchorAt, found.from) - 1; at >= from; at--) {
		const each = line.items[at];
		if (has(each, 'stop', 'semi', 'say') || (has(each, 'comma') && at < found.from)) {
			break;
		}

		if (has(each, 'moot') || (has(each, 'doubt') && at < found.from)) {
			return true;
		}
	}

	return /\?["”’']?\s*$/.test(line.text) && has(line.items[0], 'doubt', 'do', 'be', 'have', '=did', '=do');
}

const party = anyOf('speaker', 'force', 'bothSides', 'eachOther', 'nationality', 'otherSide', 'place');
// “Ceasefire talks” are none.
const t = as('t', 'truce', notFollowedBy('truceTalk'));
const stops = ['stop', 'semi', 'truce', 'say', 'colon'];
const near = within(6, 'stop', 'semi', 'truce', 'colon', 'comma');
const who = as('who', anyOf('speaker', 'force', 'pronoun'));

const rows: readonly Rule[] = [
	{
		name: 'denied breaking the truce',
		kind: 'ceasefire',
		pattern: sequence(
			'deny',
			within(14, 'stop', 'semi', 'truce', 'accuse'),
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
		pattern: sequence(
			'deny',
			within(9, 'stop', 'semi', 'truce', 'accuse', 'breach', 'comma'),
			anyOf(t, as('t2', 'truceVerb')),
		),
		make: found => event(found, 'denied'),
		finds: [["The government rejected the rebels' offer of a truce.", {event: 'denied'}]],
		leaves: ['The government rejected the budget.'],
	},
	{
		name: 'said it had not broken the truce',
		kind: 'ceasefire',
		pattern: sequence(
			anyOf('pronoun', 'own'),
			within(3, ...stops, 'comma'),
			anyOf('not', '=not'),
			within(3, ...stops, 'comma'),
			'breach',
			near,
			t,
		),
		make: found => event(found, 'denied'),
		finds: [
			[
				'Tajikistan said it had not violated the ceasefire.',
				{event: 'denied', by: {name: 'Tajikistan', side: 'TJ', kind: 'official'}},
			],
		],
		leaves: ['Tajikistan said it had not violated the border.'],
	},
	{
		name: 'called the charge of a breach baseless',
		kind: 'ceasefire',
		pattern: anyOf(
			sequence(t, within(12, 'stop', 'semi'), 'breach', within(5, ...stops), 'baseless'),
			sequence('breach', near, as('t2', 'truce'), within(6, 'stop', 'semi'), 'baseless'),
		),
		make: found => event(found, 'denied'),
		finds: [['Tajikistan called the claim of a breach of the ceasefire baseless.', {event: 'denied'}]],
		leaves: ['Tajikistan called the claim of a breach of the law baseless.'],
	},
	{
		name: 'had never agreed to a truce',
		kind: 'ceasefire',
		pattern: anyOf(
			sequence(
				anyOf('not', '=not', '=no'),
				within(2, ...stops, 'comma'),
				anyOf('agree', 'pledge', 'declare'),
				within(4, ...stops, 'comma'),
				t,
			),
			sequence(
				anyOf('doubt', 'pledge'),
				optional('adverb'),
				anyOf('agree', 'declare'),
				'=no',
				as('t2', 'truce'),
			),
			sequence('be', '=no', within(2, ...stops, 'comma', 'breach'), as('t3', 'truce')),
		),
		make: found => {
			const anchor = item(found, 't') ?? item(found, 't2') ?? item(found, 't3');
			return anchor ? {kind: 'ceasefire', event: 'denied', anchor, isFromSide: true} : null;
		},
		finds: [
			['Tajikistan said it had never agreed to any truce.', {event: 'denied'}],
			['Bishkek said there was no ceasefire.', {event: 'denied'}],
		],
		leaves: ['Tajikistan said it had never agreed to talks.', 'Norway said there was no ceasefire.'],
	},
	{
		name: 'no violations of the ceasefire',
		kind: 'ceasefire',
		pattern: anyOf(
			sequence('=no', within(2, ...stops), 'breach', near, t),
			sequence(anyOf('=no', 'not', '=without'), within(1, ...stops), as('t2', 'truce'), 'breach'),
		),
		make: found => event(found, 'holding'),
		finds: [['There were no violations of the ceasefire overnight.', {event: 'holding'}]],
		leaves: ['There were no violations of the law.'],
	},
	{
		name: 'accused X of violating the ceasefire',
		kind: 'ceasefire',
		pattern: sequence(
			as('verb', 'accuse'),
			within(2, ...stops),
			as('target', party),
			within(12, ...stops),
			anyOf(sequence(anyOf('breach', 'despite'), near, t), sequence(as('t2', 'truce'), 'breach')),
		),
		make: found => event(found, 'violation', {...actor(found), against: item(found, 'target') ?? null}),
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
		name: 'the ceasefire has been violated',
		kind: 'ceasefire',
		pattern: sequence(t, within(3, ...stops, 'comma', 'not'), 'be', within(2, ...stops, 'not'), 'breach'),
		make: found => event(found, 'violation', {isByOther: true}),
		finds: [['Bishkek said the truce had been broken four times.', {event: 'violation', against: 'TJ'}]],
		leaves: ['Bishkek said the truce had not been broken.', 'Bishkek said the law had been broken.'],
	},
	{
		name: 'were ignoring it',
		kind: 'ceasefire',
		pattern: sequence(
			as('who', anyOf('speaker', 'force', 'bothSides')),
			within(3, ...stops, 'comma', 'not', 'deny'),
			'breach',
			optional('=of'),
			as('t', '=it'),
		),
		make: found => event(found, 'violation', {against: item(found, 'who') ?? null, isAgain: true}),
		finds: [
			[
				'Kyrgyzstan kept to the truce, but said Tajik forces were ignoring it.',
				{event: 'violation', against: 'TJ'},
			],
		],
		leaves: ['Kyrgyzstan passed the law, but said Tajik forces were ignoring it.'],
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
		name: '31 ceasefire violations',
		kind: 'ceasefire',
		pattern: sequence(
			notAfter(sequence(anyOf('=no', 'not', '=without', 'avoid'), within(3, ...stops))),
			as('t', 'truce'),
			as('v', 'breach'),
			optional(within(2, ...stops), '=by', as('target', party)),
		),
		make: found => event(found, 'violation', {against: item(found, 'target') ?? null}),
		finds: [
			['Observers logged 31 ceasefire violations on Monday.', {event: 'violation', against: null}],
			['There were ceasefire violations overnight, Bishkek said.', {event: 'violation'}],
		],
		leaves: ['Observers logged no ceasefire violations.', 'Observers logged 31 traffic violations.'],
	},
	{
		name: 'broke the agreement',
		kind: 'ceasefire',
		pattern: sequence(
			who,
			within(4, ...stops, 'comma', 'not', 'deny'),
			'breach',
			within(1, ...stops),
			as('t', 'pact'),
		),
		make: found => event(found, 'violation', {against: item(found, 'who') ?? null, isAgain: true}),
		finds: [
			['Kyrgyzstan said Tajik forces broke the agreement soon after the ceasefire.', {event: 'violation'}],
		],
		leaves: ['Kyrgyzstan said Tajik forces broke the agreement on gas.'],
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
			notAfter(anyOf('not', 'deny')),
			as('verb', anyOf('propose', 'urge', 'demand')),
			within(12, 'stop', 'semi', 'truce', 'say', 'breach', '=after', 'hold', 'effect'),
			optional('order'),
			within(3, ...stops, 'comma', 'breach'),
			anyOf(t, as('t2', 'truceVerb')),
		),
		make: found => event(found, 'called for', actor(found)),
		finds: [
			['The UN called for an immediate ceasefire.', {event: 'called for'}],
			['The president urged both sides to observe a truce.', {event: 'called for'}],
		],
		leaves: ['The UN called for calm.'],
	},
	{
		name: 'urged them to extend it',
		kind: 'ceasefire',
		pattern: sequence(
			t,
			within(14, 'stop', 'semi', 'truce'),
			anyOf('urge', 'demand'),
			within(6, ...stops),
			'renew',
			anyOf('=it', '=them'),
		),
		make: found => event(found, 'called for'),
		finds: [['With the truce about to end, Norway urged both sides to prolong it.', {event: 'called for'}]],
		leaves: ['With the truce about to end, Norway urged both sides to talk.'],
	},
	{
		name: 'announced that it would hold fire',
		kind: 'ceasefire',
		pattern: sequence(
			notAfter(anyOf('not', 'doubt')),
			anyOf('declare', 'say'),
			within(4, ...stops, 'truceVerb'),
			optional('=that'),
			'pronoun',
			'pledge',
			within(2, ...stops),
			as('t', 'truceVerb'),
		),
		make: found => {
			const anchor = item(found, 't');
			return anchor ? {kind: 'ceasefire', event: 'declared', anchor} : null;
		},
		finds: [['Tajikistan announced that it would hold fire until dawn.', {event: 'declared'}]],
		leaves: ['Tajikistan announced that it would hold talks.'],
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
		name: 'ended the ceasefire',
		kind: 'ceasefire',
		pattern: sequence(notAfter(anyOf('not', 'doubt', '=to')), 'ends', within(4, ...stops, 'comma'), t),
		make: found => event(found, 'collapsed'),
		finds: [
			['Tajikistan called off the truce on Monday.', {event: 'collapsed'}],
			['The collapse of the ceasefire sent thousands fleeing.', {event: 'collapsed'}],
		],
		leaves: ['Tajikistan threatened to end the truce.', 'Tajikistan called off the match.'],
	},
	{
		name: 'the ceasefire collapsed',
		kind: 'ceasefire',
		pattern: sequence(
			t,
			within(8, 'stop', 'semi', 'truce', 'say', 'colon', 'doubt', 'not', 'hold'),
			'collapse',
		),
		make: found => event(found, 'collapsed'),
		finds: [['The ceasefire collapsed on Friday.', {event: 'collapsed'}]],
		leaves: ['The building collapsed.'],
	},
	{
		name: 'the ceasefire is holding',
		kind: 'ceasefire',
		pattern: sequence(
			t,
			within(9, 'stop', 'semi', 'truce', 'say', 'colon', 'doubt', 'not', 'breach', 'agree', 'declare'),
			'hold',
		),
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
		pattern: anyOf(
			sequence(
				t,
				within(12, 'stop', 'semi', 'truce', 'say', 'colon', 'doubt', 'not', 'breach', 'collapse'),
				'effect',
			),
			sequence('quiet', within(14, ...stops), as('t2', 'truce')),
		),
		make: found => event(found, 'in force'),
		finds: [['A ceasefire came into force at 4 p.m.', {event: 'in force'}]],
		leaves: ['The law came into force.'],
	},
	{
		name: 'extended their truce',
		kind: 'ceasefire',
		pattern: sequence(
			notAfter(anyOf('propose', 'urge', 'demand', 'truceTalk', 'doubt', 'moot')),
			anyOf(
				'renew',
				sequence(anyOf('agree', 'declare'), within(9, ...stops, 'comma', 'breach', 'collapse'), 'anew'),
			),
			within(3, ...stops, 'comma', 'doubt'),
			t,
		),
		make: found => event(found, 'renewed'),
		finds: [['Armenia and Azerbaijan have extended their truce for another 48 hours.', {event: 'renewed'}]],
		leaves: ['They extended their stay.'],
	},
	{
		name: 'the truce was extended',
		kind: 'ceasefire',
		pattern: anyOf(
			sequence(
				t,
				within(10, 'stop', 'semi', 'truce', 'say', 'not', 'doubt', 'urge', 'demand', 'propose'),
				'renew',
			),
			sequence(
				'anew',
				within(2, ...stops, 'comma'),
				as('t2', 'truce'),
				within(5, ...stops, 'comma', 'doubt', 'not'),
				anyOf('agree', 'declare'),
			),
		),
		make: found => event(found, 'renewed'),
		finds: [
			['The truce has been extended for a week.', {event: 'renewed'}],
			['A second ceasefire was agreed on Friday.', {event: 'renewed'}],
		],
		leaves: ['The truce may be extended.', 'A second road was agreed on.'],
	},
	{
		name: 'accepted the offer of a ceasefire',
		kind: 'ceasefire',
		pattern: sequence(
			notAfter(anyOf('not', 'doubt', '=to')),
			'accept',
			within(5, ...stops, 'comma', 'breach', '=no', 'urge'),
			as('t', 'truce'),
			'truceTalk',
		),
		make: found => event(found, 'agreed'),
		finds: [["The rebels accepted the government's ceasefire proposal.", {event: 'agreed'}]],
		leaves: ['The rebels studied the ceasefire proposal.'],
	},
	{
		name: 'agreed to a ceasefire',
		kind: 'ceasefire',
		pattern: sequence(
			notAfter(anyOf('not', 'doubt', 'hyphen')),
			'agree',
			within(9, 'stop', 'semi', 'truce', 'say', 'breach', 'collapse'),
			anyOf(t, as('t2', 'truceVerb')),
		),
		make: found => event(found, 'agreed'),
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
				sequence(optional('comma'), 'agree', anyOf(closing, '=by', 'date', '=on', '=in', '=at', '=with')),
			),
		),
		make: found => event(found, 'agreed'),
		finds: [['A ceasefire was agreed on Friday.', {event: 'agreed'}]],
		leaves: ['A price was agreed.'],
	},
	{
		name: 'would observe a ceasefire',
		kind: 'ceasefire',
		pattern: sequence(
			notAfter('not'),
			'pledge',
			optional('adverb'),
			anyOf(sequence('comply', near, t), as('t2', 'truceVerb')),
		),
		make: found => {
			const anchor = item(found, 't') ?? item(found, 't2');
			return anchor ? {kind: 'ceasefire', event: 'agreed', anchor} : null;
		},
		finds: [['Both sides said they would observe a ceasefire.', {event: 'agreed'}]],
		leaves: ['Both sides said they would observe the law.'],
	},
	{
		name: 'declared a ceasefire',
		kind: 'ceasefire',
		pattern: sequence(
			notAfter(anyOf('not', 'doubt', '=own', 'own')),
			'declare',
			within(8, 'stop', 'semi', 'truce', 'say', 'breach', 'agree', 'propose', 'collapse'),
			anyOf(t, as('t2', 'truceVerb')),
			notFollowedBy(anyOf('breach', 'collapse')),
		),
		make: found => event(found, 'declared'),
		finds: [['The front declared a unilateral ceasefire on Tuesday.', {event: 'declared'}]],
		leaves: ['The front declared victory.'],
	},
	{
		name: 'a ceasefire was declared',
		kind: 'ceasefire',
		pattern: sequence(
			t,
			within(4, ...stops, 'comma', 'not'),
			anyOf(
				sequence(anyOf('be', 'have'), within(1, ...stops), 'declare'),
				sequence('declare', anyOf('=by', 'date', '=on')),
			),
		),
		make: found => event(found, 'declared'),
		finds: [['A ceasefire was declared on Friday.', {event: 'declared'}]],
		leaves: ['War was declared on Friday.'],
	},
	{
		name: 'calm under the ceasefire',
		kind: 'ceasefire',
		pattern: anyOf(
			sequence('calm', within(9, 'stop', 'semi', 'not', 'doubt'), t),
			sequence(as('t2', 'truce'), within(9, 'stop', 'semi', 'not', 'doubt', 'breach'), 'calm'),
		),
		make: found => event(found, 'holding'),
		finds: [['The night passed calmly on the second day of the ceasefire.', {event: 'holding'}]],
		leaves: ['The night passed calmly.'],
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
export const ceasefire: readonly Rule[] = rows.map(row => ({gate: ['truce', 'truceVerb', 'pact'], ...row}));
