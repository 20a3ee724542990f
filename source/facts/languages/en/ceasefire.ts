import {
	anyOf,
	as,
	closing,
	notAfter,
	notFollowedBy,
	opening,
	optional,
	sequence,
	within,
} from '../../match.ts';
import {type Found, has, item, type Rule} from '../../rule.ts';
import {aboutTruce, actor, duringIt, event, meanwhile, near, stops, t} from './truce.ts';

/*
 * How a ceasefire comes about, and how it fares. Earlier rows have first call on the word “ceasefire”.
 */

const who = as('who', anyOf('speaker', 'force', 'pronoun'));

// “The collapse of the truce”
const isNoun = (found: Found) => {
	const verb = item(found, 'verb');
	return verb !== undefined && / of$/.test(found.line.text.slice(verb.start, verb.end));
};

export const ceasefire: readonly Rule[] = aboutTruce([
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
		finds: [['As the truce nears its last day, Geneva urged the armies to renew it.', {event: 'called for'}]],
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
		finds: [['Dushanbe announced that it would cease hostilities for the harvest.', {event: 'declared'}]],
		leaves: ['Tajikistan announced that it would hold talks.'],
	},
	{
		name: 'X respected the truce',
		kind: 'ceasefire',
		pattern: sequence(
			who,
			within(3, ...stops, 'comma', 'not', 'doubt', 'agree', 'accuse', 'pledge', 'breach'),
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
		pattern: sequence(
			notAfter(anyOf('not', 'doubt', '=to')),
			as('verb', 'ends'),
			within(4, ...stops, ...duringIt, 'soon', 'comma', 'people'),
			t,
		),
		make: found => event(found, 'collapsed', isNoun(found) ? {} : actor(found)),
		finds: [
			['Tajikistan called off the truce on Monday.', {event: 'collapsed', against: null}],
			['The collapse of the ceasefire sent thousands fleeing.', {event: 'collapsed'}],
		],
		leaves: [
			'Tajikistan threatened to end the truce.',
			'Tajikistan called off the match.',
			'Nobody has been killed since the truce.',
			'Four soldiers were killed during the ceasefire.',
			'Four soldiers were killed in shelling hours after the truce was announced.',
		],
	},
	{
		name: 'the ceasefire collapsed',
		kind: 'ceasefire',
		pattern: sequence(
			t,
			within(10, 'stop', 'semi', 'truce', 'colon', 'doubt', 'not', 'hold', 'due'),
			'collapse',
		),
		make: found => event(found, 'collapsed'),
		finds: [['The ceasefire collapsed on Friday.', {event: 'collapsed'}]],
		leaves: ['The building collapsed.'],
	},
	{
		name: 'the ceasefire was broken within minutes',
		kind: 'ceasefire',
		pattern: sequence(
			t,
			within(12, 'stop', 'semi', 'truce', 'colon', 'doubt', 'not'),
			'be',
			optional('adverb'),
			'breach',
			anyOf('=within', 'soon', sequence('=almost', anyOf('soon', 'adverb'))),
		),
		make: found => event(found, 'collapsed'),
		finds: [['The truce was broken within minutes.', {event: 'collapsed'}]],
		leaves: ['The window was broken within minutes.'],
	},
	{
		name: 'the ceasefire is holding',
		kind: 'ceasefire',
		pattern: sequence(
			t,
			within(14, 'stop', 'semi', 'truce', 'colon', 'doubt', 'not', 'breach', 'due'),
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
				within(12, 'stop', 'semi', 'truce', 'colon', 'doubt', 'not', 'breach', 'collapse', 'due', '=to'),
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
		finds: [
			['The two sides signed a new truce.', {event: 'renewed'}],
			['Kyrgyzstan and Tajikistan have extended their truce for another 48 hours.', {event: 'renewed'}],
		],
		leaves: ['They extended their stay.'],
	},
	{
		name: 'the truce was extended',
		kind: 'ceasefire',
		pattern: anyOf(
			sequence(
				t,
				optional(within(3, ...stops, 'comma'), 'comma', within(8, 'stop', 'semi', 'comma', 'say'), 'comma'),
				within(
					6,
					'stop',
					'semi',
					'comma',
					'=and',
					'=but',
					'truce',
					'say',
					'not',
					'doubt',
					'urge',
					'demand',
					'propose',
				),
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
			as('verb', 'accept'),
			within(5, ...stops, 'comma', 'breach', '=no', 'urge'),
			anyOf(
				sequence(as('t', 'truce'), 'truceTalk'),
				sequence(anyOf('truceTalk', 'truceMatter', 'moot'), within(4, ...stops, 'comma'), as('t2', 'truce')),
			),
		),
		make: found => {
			const anchor = item(found, 't') ?? item(found, 't2');
			return anchor ? {kind: 'ceasefire', event: 'agreed', anchor, ...actor(found)} : null;
		},
		finds: [['Dushanbe has accepted a truce plan drawn up in Geneva.', {event: 'agreed'}]],
		leaves: ['The rebels studied the ceasefire proposal.'],
	},
	{
		name: 'signed a protocol on ending the conflict',
		kind: 'ceasefire',
		gate: ['peaceVerb'],
		pattern: sequence(
			notAfter(anyOf('not', 'doubt', 'hyphen')),
			as('verb', 'agree'),
			within(4, ...stops, 'comma', '=no', 'not'),
			anyOf(
				sequence('deed', anyOf('=on', '=to', '=for', '=about'), within(2, ...stops, 'comma')),
				// “A protocol on Monday evening that ends the fighting”
				sequence('deed', within(4, ...stops, 'comma'), anyOf('=that', '=which')),
				// “An agreement to”
				'agree',
			),
			as('t', 'peaceVerb'),
		),
		make: found => {
			const verb = item(found, 'verb');
			const isDone = verb && /(?:ed|struck)\b/i.test(found.line.text.slice(verb.start, verb.end));
			return isDone ? event(found, 'agreed', actor(found)) : null;
		},
		finds: [
			['The two sides signed a protocol on ending the conflict.', {event: 'agreed'}],
			['The two sides signed a protocol on Monday that ends the fighting.', {event: 'agreed'}],
			['The two sides signed on Monday a protocol that ends the fighting.', {event: 'agreed'}],
		],
		leaves: [
			'The two sides signed a protocol on ending the visa regime.',
			'The two sides may sign a protocol on ending the conflict.',
			'Geneva wants the two sides to reach an agreement to end the war.',
		],
	},
	{
		name: 'agreed to a ceasefire',
		kind: 'ceasefire',
		pattern: sequence(
			notAfter(anyOf('not', 'doubt', 'hyphen')),
			as('verb', 'agree'),
			within(9, 'stop', 'semi', 'truce', 'say', 'breach', 'collapse', ...meanwhile),
			anyOf(t, as('t2', 'truceVerb')),
		),
		make: found => event(found, 'agreed', actor(found)),
		finds: [
			['The two sides agreed to a ceasefire from 16:00.', {event: 'agreed'}],
			['Both countries agreed on Tuesday to halt fighting.', {event: 'agreed'}],
		],
		leaves: [
			'The two sides agreed to meet.',
			'Unions and the ministry agreed a truce over pay.',
			'The two sides agreed on a tariff truce.',
			'The two sides agreed on borders as the truce held.',
		],
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
			// “A truce brokered by Norway took effect”: that it was agreed is old news.
			notFollowedBy(within(5, ...stops), anyOf('effect', 'hold', 'collapse')),
		),
		make: found => event(found, 'agreed'),
		finds: [['A ceasefire was agreed on Friday.', {event: 'agreed'}]],
		leaves: ['A price was agreed.', 'The army has lost 15 soldiers since the truce was signed.'],
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
			as('verb', 'declare'),
			within(
				8,
				'stop',
				'semi',
				'truce',
				'say',
				'breach',
				'agree',
				'propose',
				'collapse',
				...meanwhile,
				'=after',
				'soon',
			),
			anyOf(t, as('t2', 'truceVerb')),
			notFollowedBy(anyOf('breach', 'collapse')),
		),
		make: found => event(found, 'declared', actor(found)),
		finds: [['The front declared a unilateral ceasefire on Tuesday.', {event: 'declared'}]],
		leaves: ['The front declared victory.', 'The front declared victory as the truce held.'],
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
		leaves: ['War was declared on Friday.', 'Four men were killed hours after the truce was declared.'],
	},
	{
		name: 'a ceasefire will take effect',
		kind: 'ceasefire',
		pattern: sequence(
			notAfter(sequence(anyOf(...duringIt, '=if'), optional('=the'))),
			t,
			within(4, ...stops, 'comma', 'not', 'doubt'),
			as('v', anyOf('due', 'pledge')),
			within(2, ...stops, 'comma', 'not'),
			'effect',
			notFollowedBy(within(8, 'stop', 'semi'), anyOf('moot', '=if', '=but', 'not', 'collapse', 'delay')),
		),
		make: found => {
			// “Was due to”, where nobody says so: it did not, or it has.
			const [from] = found.named.v ?? [0];
			const verb = found.line.items[from];
			const told = found.line.text.slice(found.line.items[from - 1]?.start ?? 0, verb?.end);
			const isPast = /\b(?:was|were) /i.test(told) && !found.line.items.some(each => has(each, 'say'));
			return isPast ? null : event(found, 'agreed');
		},
		finds: [
			['A truce due to take effect at 08:30 was broken, Bishkek said.', {event: 'agreed'}],
			['A ceasefire will come into force at 18:00 on Saturday.', {event: 'agreed'}],
		],
		leaves: [
			'Blasts were heard after the truce was due to begin.',
			'A truce will take effect only if the prisoners are freed.',
			'The law will come into force on Saturday.',
		],
	},
	{
		name: 'ceasefire from 18:00',
		kind: 'ceasefire',
		pattern: sequence(
			opening,
			optional('adverb'),
			t,
			anyOf(sequence(optional('effect'), '=from'), '=at', '=as'),
			within(2, ...stops, 'comma'),
			'hour',
		),
		make: found => event(found, 'declared'),
		finds: [['Truce from 18:00 on Saturday, Bishkek says.', {event: 'declared'}]],
		leaves: ['Trains from 18:00 on Saturday, Bishkek says.'],
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
]);
