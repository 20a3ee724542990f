import {
	anyOf,
	as,
	closing,
	followedBy,
	notAfter,
	notFollowedBy,
	only,
	opening,
	optional,
	repeated,
	sequence,
	within,
} from '../../match.ts';
import {has, item, items, type Rule} from '../../rule.ts';
import {aside, asideOfNobody, barrier, by, casualtyWords, figures, helping, partsOf, q} from './counting.ts';

/*
 * The killed, wounded, missing, captured, evacuated and displaced.
 */

export const casualties: readonly Rule[] = [
	{
		name: '36 people were killed',
		kind: 'figure',
		pattern: sequence(
			q,
			aside,
			anyOf(
				within(10, ...barrier),
				sequence(anyOf('=who', '=whose', '=that'), within(14, 'people', 'stop', 'semi', 'kill')),
			),
			asideOfNobody,
			helping,
			within(2, ...barrier, 'comma'),
			as('v', 'struck'),
		),
		make: found => by(found),
		finds: [
			['36 people were killed and 129 wounded.', {measure: 'killed', best: 36}],
			['Over 300 soldiers from both countries have so far been injured.', {measure: 'wounded', low: 300}],
			['Some 2,300 residents were evacuated.', {measure: 'evacuated', best: 2300}],
		],
		leaves: ['The 36 people who watched were calm.', '36 houses were destroyed.'],
	},
	{
		name: '36 people died',
		kind: 'figure',
		pattern: sequence(q, aside, within(8, ...barrier), as('v', 'died')),
		make: found => by(found),
		finds: [
			['Four sailors died when their boats collided.', {measure: 'killed', best: 4}],
			['Hundreds fled their homes.', {measure: 'displaced', low: 100}],
		],
		leaves: ['Four sheep died.', 'The 36 members lived.'],
	},
	{
		name: '36 dead',
		kind: 'figure',
		pattern: anyOf(
			sequence(
				as('p', 'people'),
				'comma',
				within(8, 'stop', 'semi', 'struck', 'died', 'kill', 'say', 'pronoun', 'nobody'),
				'comma',
				as('x', 'struck'),
				followedBy(anyOf(closing, 'stop', 'comma', 'semi', 'locative', '=by')),
			),
			sequence(
				q,
				repeated(0, 2, anyOf('adverb', sequence('=as'))),
				anyOf(
					as('v', only('struck', 'kill')),
					sequence(
						as('w', 'struck'),
						notFollowedBy(
							anyOf(
								'reflexive',
								sequence(optional('adverb'), 'people', notFollowedBy(anyOf('struck', 'adverb'))),
							),
						),
					),
				),
			),
		),
		make: found =>
			item(found, 'v') ? by(found) : item(found, 'w') ? by(found, {}, 'w') : by(found, {}, 'x', 'p'),
		finds: [
			['Four guards, all of one family, killed in Sarn', {measure: 'killed', best: 4}],
			['Six people killed, 40 hurt in market strike', {measure: 'killed', best: 6}],
			['The blast left six people dead.', {measure: 'killed', best: 6}],
		],
		leaves: ['Six rebels said nothing.'],
	},
	{
		name: 'killed 36 people',
		kind: 'figure',
		pattern: sequence(
			notAfter('be'),
			as('v', 'kill'),
			optional('reflexive', '=and'),
			repeated(
				0,
				2,
				anyOf(
					'adverb',
					'=of',
					'=the',
					'=its',
					'=as',
					'=all',
					'quote',
					'apostrophe',
					sequence('=and', 'adverb'),
				),
			),
			q,
		),
		make: found => by(found, {isActive: true}),
		finds: [
			['The strike killed at least three civilians.', {measure: 'killed', low: 3, combatant: 'civilian'}],
			['A bomber killed himself and at least nine others.', {measure: 'killed', low: 9}],
			['Planes bombed a market, killing six people and injuring more than 40.', {measure: 'killed', best: 6}],
		],
		leaves: ['The bill was killed in committee.', 'The strike killed three sheep.'],
	},
	{
		name: 'killed, along with three others',
		kind: 'figure',
		isDependent: true,
		gate: casualtyWords,
		pattern: sequence(as('v', anyOf('struck', 'died')), within(4, ...barrier), 'alongWith', q),
		make: found => by(found),
		finds: [
			['Two militants were killed, along with 8 to 14 civilians.', {measure: 'killed', low: 8, high: 14}],
		],
		leaves: ['Two militants were killed in a house with 14 rooms.'],
	},
	{
		// As lists of the dead are kept: how many, by what.
		name: '14 by car bomb',
		kind: 'figure',
		pattern: sequence(
			opening,
			q,
			'=by',
			within(3, 'stop', 'semi', 'comma', 'people'),
			as('v', anyOf('event', 'act')),
		),
		make: found => figures(item(found, 'q'), 'killed', item(found, 'v'), {scope: 'incident'}),
		finds: [['14 by car bomb in a market; more than 30 injured.', {measure: 'killed', best: 14}]],
		leaves: ['14 by 20 metres.', 'The vote was won 14 by a member.'],
	},
	{
		name: 'hacked 12 villagers to death',
		kind: 'figure',
		pattern: sequence(q, as('v', 'toDeath')),
		make: found => by(found, {isActive: true}),
		finds: [['Raiders hacked 12 villagers to death.', {measure: 'killed', best: 12}]],
		leaves: ['The news put 12 villagers to sleep.'],
	},
	{
		// Of fighters only: houses are destroyed, too.
		name: 'seven militants were destroyed',
		kind: 'figure',
		pattern: anyOf(
			sequence(q, within(3, ...barrier, 'comma'), helping, as('v', 'destroyed')),
			sequence(as('w', 'destroyed'), optional('quote'), as('p', 'people')),
		),
		make: found => {
			const people = item(found, 'q') ?? item(found, 'p');
			const parts = people?.sense.parts ?? [people];
			return parts.every(part => part?.sense.combatant === 'military')
				? figures(people, 'killed', item(found, 'v') ?? item(found, 'w'))
				: null;
		},
		finds: [['Seven militants were destroyed.', {measure: 'killed', best: 7, combatant: 'military'}]],
		leaves: ['Seven granaries were destroyed.', 'The army destroyed 12 tanks.'],
	},
	{
		name: 'lost four men',
		kind: 'figure',
		pattern: sequence(
			as('v', 'lose'),
			within(1, 'people', 'stop', 'semi', 'comma'),
			q,
			notFollowedBy(anyOf('lives', 'struck', 'word')),
		),
		make: found => {
			const people = item(found, 'q');
			return people && !people.sense.is.includes('open')
				? figures(people, 'killed', item(found, 'v'), {isLoss: true})
				: null;
		},
		finds: [['The rebels said they lost four soldiers in the clash.', {measure: 'killed', best: 4}]],
		leaves: ['The team lost four matches.', 'The party lost 36 seats.'],
	},
	{
		name: 'claimed eight lives',
		kind: 'figure',
		gate: casualtyWords,
		pattern: anyOf(
			sequence(as('v', 'claimLives'), q, 'lives'),
			sequence(as('p', 'people'), 'lives', within(3, ...barrier), as('w', 'lose')),
			sequence(
				as('x', 'claimLives'),
				optional('=the'),
				as('who', anyOf('party', 'force', 'speaker')),
				'=the',
				'lives',
				'=of',
				as('r', 'people'),
			),
		),
		make: found =>
			item(found, 'v')
				? figures(item(found, 'q'), 'killed', item(found, 'v'), {isActive: true})
				: item(found, 'w')
					? figures(item(found, 'p'), 'killed', item(found, 'w'))
					: figures(item(found, 'r'), 'killed', item(found, 'x'), {
							of: item(found, 'who')?.sense.side ?? null,
						}),
		finds: [
			['The fighting claimed at least 12 lives.', {measure: 'killed', low: 12}],
			['Twelve lives were lost.', {measure: 'killed', best: 12}],
			['The raid cost Tajikistan the lives of 17 men.', {measure: 'killed', best: 17, of: 'TJ'}],
		],
		leaves: ['He claimed 12 medals.', 'A cat has nine lives.'],
	},
	{
		name: 'the deaths of 36 people',
		kind: 'figure',
		pattern: sequence(
			as('v', anyOf('deaths', 'bodies')),
			anyOf('=of', '=to', '=among'),
			within(2, ...barrier, 'comma'),
			q,
		),
		make: found => by(found),
		finds: [
			['The bodies of seven border guards were returned.', {measure: 'killed', best: 7}],
			['Officials mourned the deaths of three farmers.', {measure: 'killed', best: 3}],
		],
		leaves: ['The bodies of water are deep.', 'The death of a dream.'],
	},
	{
		name: '36 deaths',
		kind: 'figure',
		pattern: sequence(
			q,
			as('how', repeated(0, 2, anyOf('modifier', 'nationality', 'adverb'))),
			as('v', 'deaths'),
		),
		make: found => {
			const people = item(found, 'q');
			const how = items(found, 'how');
			const combatant = how.find(each => each.sense.combatant !== undefined)?.sense.combatant;
			const side = how.find(each => each.sense.side != null)?.sense.side;
			return has(people, 'bare', 'series')
				? by(found, {...(combatant ? {combatant} : {}), ...(side == null ? {} : {of: side})})
				: null;
		},
		finds: [
			['2 fatalities.', {measure: 'killed', best: 2}],
			['Officials confirmed 36 deaths.', {measure: 'killed', best: 36}],
		],
		leaves: ['36 death threats were made.'],
	},
	{
		name: 'one death',
		kind: 'figure',
		pattern: sequence(
			q,
			optional('modifier'),
			as('v', 'oneDeath'),
			notFollowedBy(anyOf('word', 'thing', 'toll', 'hyphen')),
		),
		make: found => (item(found, 'q')?.sense.is.includes('bare') ? by(found) : null),
		finds: [['The hospital confirmed one death.', {measure: 'killed', best: 1}]],
		leaves: ['He got one death threat.'],
	},
	{
		name: 'fatalities: 19',
		kind: 'figure',
		pattern: anyOf(
			sequence(
				as('v', anyOf('deaths', 'struck', 'toll')),
				optional(
					anyOf('open', sequence('comma', optional('=the')), '=in', '=of', '=on'),
					as(
						'where',
						repeated(
							1,
							3,
							anyOf('party', 'nationality', 'place', 'force', 'speaker', 'sided', 'word', 'person', 'thing'),
						),
					),
					optional('close'),
				),
				'colon',
				q,
			),
			sequence(
				as('w', 'deaths'),
				as('p', anyOf('series', only('bare', 'open'))),
				followedBy(anyOf(closing, 'stop', 'comma', 'semi', 'open')),
			),
		),
		make: found => {
			const [verb, people] = item(found, 'v') ? ['v', 'q'] : ['w', 'p'];
			// “Casualties: 12 killed”: the number says itself of what.
			const own = item(found, people)?.sense.measure;
			// “1,106 people were killed: 316 children and 790 women”
			const before = found.line.items.slice(0, found.from).some(each => has(each, 'people'));
			if (before && item(found, people)?.sense.parts?.every(part => part.sense.side == null)) {
				return partsOf(item(found, people), item(found, verb), item(found, verb)?.sense.measure ?? 'killed');
			}

			const side = items(found, 'where').find(each => each.sense.side != null)?.sense.side;
			const more = side == null ? {} : {of: side};
			return own ? figures(item(found, people), own, item(found, verb), more) : by(found, more, verb, people);
		},
		finds: [
			['FATALITIES: 19', {measure: 'killed', best: 19}],
			['Killed (Kyrgyzstan): 59', {measure: 'killed', best: 59, of: 'KG'}],
			['Wounded, Tajik side: 31', {measure: 'wounded', best: 31, of: 'TJ'}],
		],
		leaves: ['TIME: 19'],
	},
	{
		name: 'fatalities: Orlan 8, Veska – 3',
		kind: 'figure',
		pattern: sequence(
			as('v', anyOf('deaths', 'struck', 'toll', 'losses')),
			repeated(0, 2, anyOf('adverb', 'word', 'struck')),
			anyOf('colon', 'dash', 'hyphen'),
			as('a', anyOf('party', 'nationality', 'speaker', 'force')),
			optional(anyOf('colon', 'dash', 'hyphen')),
			as('q', 'people'),
			anyOf('comma', 'semi', '=and', 'slash'),
			as('b', anyOf('party', 'nationality', 'speaker', 'force')),
			optional(anyOf('colon', 'dash', 'hyphen')),
			as('p', 'people'),
		),
		make: found => {
			const [first, second] = [item(found, 'a')?.sense.side, item(found, 'b')?.sense.side];
			return first == null || second == null
				? null
				: [...by(found, {of: first}), ...by(found, {of: second}, 'v', 'p')];
		},
		finds: [
			['Fatalities reported: Kyrgyzstan 8, Tajikistan 3.', {best: 8, of: 'KG'}],
			['Dead: Kyrgyzstan – 4; Tajikistan – 3.', {best: 3, of: 'TJ'}],
		],
		leaves: ['Goals: Kyrgyzstan 8, Tajikistan 3.'],
	},
	{
		name: '64 wounded',
		kind: 'figure',
		gate: casualtyWords,
		pattern: q,
		make: found => {
			const people = item(found, 'q');
			const parts = people?.sense.parts ?? (people ? [people] : []);
			return parts.flatMap(part => (part.sense.measure ? figures(part, part.sense.measure, part) : []));
		},
		finds: [
			['The hospital received 64 wounded.', {measure: 'wounded', best: 64}],
			['36 dead, 129 injured', {measure: 'killed', best: 36}],
		],
		leaves: ['The hospital received 64 patients.'],
	},
];
