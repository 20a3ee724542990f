import {anyOf, as, notFollowedBy, optional, sequence, within} from '../../match.ts';
import {type CeasefireDraft, type Entry, type Found, has, item, type Rule} from '../../rule.ts';
import {list} from './list.ts';
import {stops} from './truce.ts';

/*
 * Bulletins that tell of a calm border and say nothing of a ceasefire. Who gives one says that it is kept; “tense” is no calm,
 * “calm with elements of tension” is.
 */

export const calmWords: readonly Entry[] = [
	{is: ['front'], words: ['border']},
	{is: ['front', 'word'], words: list('frontier, frontline, frontlines')},
	{
		is: ['front', 'thing'],
		words: list(
			'front line, front lines, line of contact, contact line, line of control, line of demarcation, demarcation line, buffer zone, conflict zone',
		),
	},
	{is: ['state', 'word'], words: list('situation, condition, conditions')},
	{
		is: ['tense', 'word'],
		words: list(
			'tense, volatile, unstable, heated, explosive, not calm, deteriorated, deteriorating, worsened, worsening, precarious',
		),
	},
	{is: ['partly'], words: list('elements of tension, some tension, minor tension, residual tension')},
	{
		is: ['calm'],
		words: list('without incident, without incidents, no incidents, no incident, no shooting, no shots'),
	},
];

const noCalm = ['stop', 'semi', 'not', 'doubt', 'say', 'urge', 'demand', 'propose'] as const;
const noted = anyOf('say', 'comply', 'find');
const newOnes = optional(anyOf('anew', 'adverb', 'modifier'));

/** Whatever was found under one of these names is calm, unless it is wanted or was before: “called for calm on the border”. */
function told(
	found: Found,
	isContinued: boolean,
	isEnough: (words: string) => boolean = () => true,
): CeasefireDraft | null {
	const anchor = item(found, 'c') ?? item(found, 'c2');
	const {items, text} = found.line;
	if (!anchor || !isEnough(text.slice(anchor.start, anchor.end))) {
		return null;
	}

	const isWanted = items
		.slice(0, items.indexOf(anchor))
		.some(each => has(each, 'urge', 'demand', 'propose', 'moot', 'pledge', '=if', '=before'));
	// “Calm before A opened fire”
	const isOver = items
		.slice(items.indexOf(anchor) + 1)
		.some(
			(each, index, all) =>
				has(each, 'moot', '=before') &&
				all.slice(index).some(next => has(next, 'act', 'happen', 'attackWord')),
		);
	// Where a ceasefire is named, its own rows tell how it fares.
	return isWanted || isOver || items.some(each => has(each, 'tense', 'truce'))
		? null
		: {kind: 'ceasefire', event: 'holding', anchor, isBulletin: true, isContinued};
}

export const calm: readonly Rule[] = [
	{
		name: 'no violations were recorded',
		kind: 'ceasefire',
		pattern: anyOf(
			sequence(
				'=no',
				newOnes,
				as('c', 'breach'),
				notFollowedBy('=of'),
				within(4, ...stops, 'comma', 'people'),
				noted,
			),
			sequence(
				anyOf('say', 'comply', 'find', 'be'),
				'=no',
				newOnes,
				as('c2', 'breach'),
				notFollowedBy('=of'),
			),
		),
		make: found => told(found, true, words => /^(?:violations?|breach(?:es)?)$/i.test(words)),
		finds: [
			["No violations were reported on Sunday, Kyrgyzstan's Border Service said.", {event: 'holding'}],
			["Kyrgyzstan's Border Service said there were no violations overnight.", {event: 'holding'}],
		],
		leaves: [
			'No violations were reported on Sunday.',
			"No violations of traffic rules were reported on Sunday, Kyrgyzstan's Border Service said.",
			"No human rights violations were reported, Kyrgyzstan's Border Service said.",
		],
	},
	{
		name: 'the border is calm',
		kind: 'ceasefire',
		pattern: anyOf(
			sequence(
				anyOf('front', sequence('state', within(4, ...noCalm), 'place')),
				within(9, ...noCalm),
				// “Is assessed as stable”
				optional('say', '=as', optional('partly')),
				as('c', 'calm'),
				notFollowedBy('state'),
			),
			sequence(as('c2', 'calm'), within(7, ...noCalm), 'front'),
		),
		make: found => told(found, false),
		finds: [
			[
				"The situation on the border is relatively calm, Kyrgyzstan's Border Service said.",
				{event: 'holding', qualified: true},
			],
			[
				"The situation in Batken is assessed as stable, Kyrgyzstan's Border Service said.",
				{event: 'holding'},
			],
			["Calm has returned to the border, Kyrgyzstan's Border Service said.", {event: 'holding'}],
			[
				"The situation on the border is stable with elements of tension, Kyrgyzstan's Border Service said.",
				{event: 'holding', qualified: true},
			],
		],
		leaves: [
			'The situation on the border is calm.',
			"The situation on the border is calm but very tense, Kyrgyzstan's Border Service said.",
			"The situation on the border remains tense, Kyrgyzstan's Border Service said.",
			"Kyrgyzstan's Border Service called for calm on the border.",
			"The border was calm before Tajik forces opened fire, Kyrgyzstan's Border Service said.",
			"Patients in Batken were in stable condition, Kyrgyzstan's Health Ministry said.",
			"Calm returned to markets, Kyrgyzstan's central bank said.",
		],
	},
	{
		name: 'the night passed without incidents',
		kind: 'ceasefire',
		pattern: anyOf(
			sequence('partOfDay', within(4, ...noCalm, 'comma', 'people'), as('c', 'calm')),
			// “No incidents were recorded overnight”
			sequence(as('c2', 'calm'), within(2, ...noCalm, 'comma', 'people'), noted),
		),
		make: found =>
			told(
				found,
				item(found, 'c') === undefined,
				words => item(found, 'c') !== undefined || /^(?:no|not|without)\b/i.test(words),
			),
		finds: [
			[
				"The night passed without incidents, Kyrgyzstan's Border Service said.",
				{event: 'holding', qualified: false},
			],
			["No incidents were recorded, Kyrgyzstan's Border Service said.", {event: 'holding'}],
		],
		leaves: [
			'The night passed without incidents.',
			"The night did not pass without incidents, Kyrgyzstan's Border Service said.",
			"No incidents of fraud were recorded, Kyrgyzstan's Finance Ministry said.",
		],
	},
];
