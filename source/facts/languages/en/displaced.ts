import type {Measure} from '../../fact.ts';
import {anyOf, as, notFollowedBy, optional, repeated, sequence, within} from '../../match.ts';
import {type Draft, type Entry, type Found, item, type Rule} from '../../rule.ts';
import {aside, barrier, figures, helping, q} from './counting.ts';
import {list} from './list.ts';

/*
 * People who had to leave, and people who were brought away: with their own words, which nothing else needs.
 */

export const displacementWords: readonly Entry[] = [
	{
		is: ['compel'],
		words: list(
			'forced, forces, forcing, force, drove, drives, driven, driving, drive, pushed, pushing, sent, sending, sends, caused, causing, compelled, compelling, prompted, prompting, obliged, led, leading, chased, chasing, has forced, have forced, had forced, has driven, have driven, had driven, has pushed, have pushed, has sent, has caused, have caused, left, leaving, made',
		),
	},
	{
		is: ['toLeave'],
		words: list(
			'to flee, fleeing, flee, to leave their, to leave home, to leave the area, to abandon, to run, to escape, to seek refuge, to seek shelter, to seek safety, to relocate, to move out, to take refuge, to take shelter, from their, from home, out of their, out of the town, out of the city, out of the area, out of the camp, off their land, into displacement, on the move, homeless, without homes, without a home, without shelter, left homeless, into shelters, into shelter, into evacuation centres, into evacuation centers, into camps, into temporary shelters, out of the country, into exile, to quit their',
		),
	},
	{is: ['toLeave'], measure: 'evacuated', words: list('to evacuate, evacuate')},
	{
		is: ['displacement'],
		measure: 'displaced',
		words: list(
			'displacement, displacements, internal displacement, forced displacement, mass displacement, new displacement, exodus, eviction, evictions, forced eviction',
		),
	},
	{
		is: ['displacement'],
		measure: 'evacuated',
		words: list('evacuation, removal, relocation, evacuations, airlift, transfer to safety'),
	},
	{
		is: ['sheltering'],
		measure: 'displaced',
		words: list(
			`sheltering, sheltered, taking shelter, taking refuge, taken refuge, taken shelter, took refuge, took shelter, sought refuge, sought shelter, sought safety, seeking refuge, seeking shelter, seeking safety, seek refuge, seek shelter, found refuge,
			living in camps, living in displacement camps, living in displacement, living in shelters, living in tents, living in temporary shelters, living in makeshift shelters, staying in shelters, staying in camps, staying in evacuation centres, staying in evacuation centers, in evacuation centres, in evacuation centers, in temporary shelters, in emergency shelters, camping in, camping out, camped in,
			sleeping in the open, slept in the open, sleeping rough, sleeping in schools, sleeping under trees, housed in shelters, housed in schools, hosted in shelters, hosted in schools, hosted in camps, on the move, remain displaced, remained displaced, still displaced, without shelter, had to leave, had to flee, had to run, had to move, had to abandon, have had to leave, have had to flee, has had to flee, abandoned, have abandoned, had abandoned, deserted, ran from their, run from their, running from their, crossed the border to escape, crossed into neighbouring, ran for their lives, relocated themselves, thrown onto the street, thrown on to the street, thrown out of their homes, lost their tents, lost their shelters, forced out of, in refugee posts, at displacement sites, at evacuation sites, in displacement sites, in displacement camps, in IDP camps`,
		),
	},
	{
		is: ['haven'],
		words: list(
			'shelter, shelters, camp, camps, refugee posts, refugee post, evacuation centres, evacuation centers, evacuation centre, evacuation center, displacement sites, evacuation sites, evacuation site, transit centre, transit center, temporary shelters, safer areas, safer places, safe areas, safe places, safety, higher ground, relief camps, relief camp, collective centres, collective centers, safer ground, a safer place',
		),
	},
	{
		is: ['crossing'],
		words: list(
			'crossed into, crossed the border, crossed over into, crossed over to, crossed from, have crossed, had crossed, crossed to, arrived as refugees, have arrived as refugees',
		),
	},
	{
		is: ['stay'],
		words: list('staying, living, housed, hosted, accommodated, put up, stayed, lived, gathered, sleeping'),
	},
	{
		is: ['carry'],
		words: list(
			'moved, move, moving, took, taken, taking, brought, bringing, ferried, ferrying, flew, flown, flying, airlifted, airlifting, bused, bussed, busing, shipped, transported, transporting, transferred, transferring, sent, sending, pulled, pulling, led, escorted, helped',
		),
	},
	{
		is: ['outOf'],
		words: list(
			'to safety, out of danger, out of the area, out of the city, out of the town, out of the region, out of the enclave, out of the country, out of the camp, out of the war zone, out of the combat zone, out of the conflict zone, out of the danger zone, from the danger zone, from the combat zone, from the conflict zone',
		),
	},
];

const crowd = 100;
const between = barrier.filter(name => name !== 'people').concat('comma');

// Soldiers who flee are no displaced people.
const uprooted = (found: Found, measure?: Measure, verb = 'v'): Draft[] =>
	figures(
		item(found, 'q'),
		measure ?? item(found, verb)?.sense.measure ?? 'displaced',
		item(found, verb),
	).filter(draft => draft.kind !== 'figure' || draft.people?.sense.combatant !== 'military');

export const displaced: readonly Rule[] = [
	{
		name: 'forced 14,000 people to flee',
		kind: 'figure',
		pattern: sequence(
			as('v', 'compel'),
			within(1, ...barrier, 'comma', 'death', 'thing'),
			q,
			within(3, ...barrier, 'comma'),
			as('how', anyOf('toLeave', 'fromHome')),
		),
		// “Left 41 dead and displaced thousands”: that number has its verb.
		make: found =>
			item(found, 'q')?.sense.measure === undefined
				? uprooted(found, item(found, 'how')?.sense.measure ?? 'displaced')
				: null,
		finds: [
			['The fighting forced 14,000 people from their homes.', {measure: 'displaced', best: 14_000}],
			['Clashes have forced about 4,200 people to leave their homes.', {measure: 'displaced', best: 4200}],
			['The shelling sent tens of thousands fleeing towards the lake.', {measure: 'displaced', low: 10_000}],
			['The landslide left 22 000 people homeless.', {measure: 'displaced', best: 22_000}],
		],
		leaves: ['The club forced 14,000 people to pay.', 'Police sent 36 guns out of the country.'],
	},
	{
		name: 'the displacement of 14,000 people',
		kind: 'figure',
		pattern: sequence(as('v', 'displacement'), '=of', within(2, ...barrier, 'comma', 'thing'), q),
		make: found => uprooted(found),
		finds: [
			['The clashes led to the displacement of around 14,000 people.', {measure: 'displaced', best: 14_000}],
			['Officials began the evacuation of 612 patients.', {measure: 'evacuated', best: 612}],
		],
		leaves: ['The removal of 36 tanks began.', 'The evacuation of the town began.'],
	},
	{
		name: '265 people are sheltering in schools',
		kind: 'figure',
		pattern: sequence(q, aside, within(7, ...barrier), as('v', 'sheltering')),
		make: found => uprooted(found),
		finds: [
			['Some 265 people are sheltering in schools.', {measure: 'displaced', best: 265}],
			['2,300 persons have taken refuge in Bule.', {measure: 'displaced', best: 2300}],
			['About 20,000 villagers had to leave.', {measure: 'displaced', best: 20_000}],
		],
		leaves: ['36 soldiers took shelter behind a wall.', 'The 36 members are staying.'],
	},
	{
		name: '265 people are staying in shelters',
		kind: 'figure',
		pattern: sequence(
			q,
			aside,
			within(4, ...barrier),
			as('v', 'stay'),
			anyOf('=in', '=at', '=inside'),
			within(4, ...between),
			'haven',
		),
		make: found => uprooted(found, 'displaced'),
		finds: [
			[
				'13,784 people were staying in 14 refugee posts, officials said.',
				{measure: 'displaced', best: 13_784},
			],
		],
		leaves: ['36 scouts were staying in a hotel.'],
	},
	{
		name: '796 people were taken to shelters',
		kind: 'figure',
		pattern: anyOf(
			sequence(
				q,
				aside,
				within(5, ...barrier, 'comma'),
				anyOf(sequence(helping, as('v', 'carry')), as('w', 'carry')),
				within(4, ...barrier, 'comma'),
				anyOf(
					'outOf',
					sequence('=out', '=of', optional('=the'), 'place'),
					sequence('=to', within(4, ...between), 'haven'),
				),
			),
			sequence(
				as('x', 'carry'),
				repeated(0, 2, 'adverb'),
				as('p', 'people'),
				within(5, ...barrier, 'comma'),
				anyOf(
					'outOf',
					sequence('=out', '=of', optional('=the'), 'place'),
					sequence('=to', within(4, ...between), 'haven'),
				),
			),
		),
		make: found => {
			const anchor = item(found, 'v') ?? item(found, 'w') ?? item(found, 'x');
			return figures(item(found, 'q') ?? item(found, 'p'), 'evacuated', anchor);
		},
		finds: [
			['796 people from four villages were brought to evacuation sites.', {measure: 'evacuated', best: 796}],
			['Buses took 140 people out of the city.', {measure: 'evacuated', best: 140}],
		],
		leaves: ['The army moved 36 tanks out of the city.', 'Buses took 140 people to school.'],
	},
	{
		// A few who cross a border may be on any errand.
		name: '6,000 refugees crossed into Uganda',
		kind: 'figure',
		pattern: sequence(q, aside, within(6, ...barrier), as('v', 'crossing')),
		make: found => {
			const count = item(found, 'q')?.sense.count;
			return (count?.low ?? count?.best ?? count?.high ?? 0) < crowd ? null : uprooted(found, 'displaced');
		},
		finds: [['The agency said 6,000 refugees crossed into Uganda.', {measure: 'displaced', best: 6000}]],
		leaves: ['Three farmers crossed into Uganda.', '200 soldiers crossed into Uganda.'],
	},
	{
		name: 'left their homes',
		kind: 'figure',
		pattern: sequence(
			q,
			aside,
			within(6, ...barrier),
			as('v', 'leave'),
			anyOf(
				sequence(within(3, ...barrier, 'comma'), anyOf('=home', '=homes')),
				sequence('=their', within(1, ...barrier, 'comma'), 'houseWord'),
			),
			notFollowedBy('hyphen'),
		),
		make: found => uprooted(found, 'displaced'),
		finds: [['Sixty-eight residents have left their houses.', {measure: 'displaced', best: 68}]],
		leaves: ['Sixty-eight residents left the meeting.'],
	},
];
