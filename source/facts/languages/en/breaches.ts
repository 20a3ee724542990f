import {anyOf, as, notAfter, notFollowedBy, only, optional, sequence, within} from '../../match.ts';
import {item, type Rule} from '../../rule.ts';
import {aboutTruce, actor, event, near, stops, t} from './truce.ts';

/*
 * Who is said to have broken a ceasefire, and who denies it. Earlier rows have first call on the word “ceasefire”.
 */

const party = anyOf('speaker', 'force', 'bothSides', 'eachOther', 'nationality', 'otherSide', 'place');
const who = as('who', anyOf('speaker', 'force', 'pronoun'));

export const breaches: readonly Rule[] = aboutTruce([
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
			as('verb', anyOf('deny', 'refuse')),
			within(9, 'stop', 'semi', 'truce', 'accuse', 'breach', 'comma'),
			anyOf(t, as('t2', 'truceVerb')),
		),
		make: found => event(found, 'denied', actor(found)),
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
		name: 'reports of a truce were premature',
		kind: 'ceasefire',
		pattern: sequence(
			anyOf('accusation', 'reports', 'sayNoun'),
			within(4, ...stops, 'comma', 'breach', 'collapse', 'not'),
			t,
			within(8, 'stop', 'semi', 'truce', 'comma', 'breach', 'not'),
			'baseless',
		),
		make: found => event(found, 'denied'),
		finds: [
			['Reports that a truce had been reached were premature, Bishkek said.', {event: 'denied'}],
			['Bishkek said claims that a ceasefire had been agreed were false.', {event: 'denied'}],
		],
		leaves: ['Reports that a bridge had been built were premature, Bishkek said.'],
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
			['Dushanbe insists it has not signed a truce.', {event: 'denied'}],
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
		make: found => event(found, 'holding', {isContinued: true}),
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
		pattern: sequence(
			t,
			within(3, ...stops, 'comma', 'not'),
			'be',
			within(2, ...stops, 'not'),
			'breach',
			// A truce that lasted minutes was none.
			notFollowedBy(anyOf('=within', 'soon')),
		),
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
			anyOf(
				sequence(anyOf('act', 'attackWord', 'happen'), within(8, ...stops), only('despite', '=after')),
				// “Killed after the truce” says nothing of who kept it.
				sequence(
					anyOf(only('act', 'lossTopic', 'attackWord'), 'happen'),
					within(8, ...stops, 'lossTopic', 'people'),
					'=after',
				),
			),
			within(4, ...stops),
			t,
		),
		make: found => event(found, 'violation', {against: item(found, 'who') ?? null}),
		finds: [['Kyrgyzstan said Tajik forces shelled its posts despite the ceasefire.', {event: 'violation'}]],
		leaves: [
			'Kyrgyzstan said prices rose despite the ceasefire.',
			'Kyrgyzstan said Tajik forces killed two men after the ceasefire.',
		],
	},
	{
		name: 'accused X of firing despite agreements',
		kind: 'ceasefire',
		gate: ['accord', 'pact'],
		pattern: sequence(
			as('verb', 'accuse'),
			within(2, ...stops),
			as('target', party),
			within(6, ...stops, 'comma'),
			anyOf('act', 'attackWord', 'event', 'happen'),
			within(8, ...stops),
			only('despite', '=after'),
			within(2, ...stops),
			as('t', anyOf('accord', 'pact')),
		),
		make: found => event(found, 'violation', {...actor(found), against: item(found, 'target') ?? null}),
		finds: [
			['Kyrgyzstan accused Tajik forces of continuing to fire despite agreements.', {event: 'violation'}],
		],
		leaves: [
			'Kyrgyzstan accused Tajik forces of fishing despite agreements.',
			'Kyrgyzstan accused Tajik forces of shelling Batken after agreements.',
		],
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
		// Who counts breaches and names nobody means the other side.
		make: found =>
			event(found, 'violation', {against: item(found, 'target') ?? null, isByOther: !item(found, 'target')}),
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
]);

/** What is a breach only where nothing else is said of the ceasefire. */
export const breachesTold: readonly Rule[] = aboutTruce([
	{
		name: 'violations of the ceasefire',
		kind: 'ceasefire',
		pattern: sequence(
			anyOf('say', 'happen', 'according', 'be', 'locative'),
			within(4, ...stops, 'not', '=no', 'propose', 'doubt'),
			anyOf('breach'),
			near,
			t,
			optional(within(2, ...stops), '=by', as('target', party)),
		),
		make: found =>
			event(found, 'violation', {against: item(found, 'target') ?? null, isByOther: !item(found, 'target')}),
		finds: [
			['Monitors counted 17 violations of the ceasefire on Monday.', {event: 'violation', against: null}],
		],
		leaves: [
			'Monitors reported no violations of the ceasefire.',
			'Monitors counted 17 violations of the law.',
		],
	},
	{
		name: 'air strikes in breach of the truce',
		kind: 'ceasefire',
		pattern: sequence(
			'say',
			within(6, ...stops, 'not', 'doubt'),
			anyOf('act', 'attackWord', 'clashes'),
			within(5, ...stops),
			only('despite', '=after'),
			within(4, ...stops),
			t,
		),
		make: found => event(found, 'violation'),
		finds: [['Residents reported shelling in breach of the truce.', {event: 'violation', against: null}]],
		leaves: ['Residents reported shelling in breach of the law.'],
	},
]);
