import {
	after,
	anyOf,
	as,
	closing,
	followedBy,
	notAfter,
	only,
	opening,
	optional,
	repeated,
	sequence,
	within,
} from '../../match.ts';
import type {Entry, Reporting} from '../../rule.ts';

/*
 * How English names the one who speaks.
 */

/** Words that stand for a speaker named before. */
export const pronouns: readonly Entry[] = [
	{
		is: ['pronoun'],
		words: ['it', 'he', 'she', 'they'],
	},
];

const who = as('who', anyOf('speaker', 'pronoun'));
const stops = ['say', 'stop', 'semi', 'speaker', 'people', 'according'];
const aside = optional(
	'comma',
	repeated(
		1,
		10,
		anyOf(
			'word',
			'name',
			'small',
			'modifier',
			'adverb',
			'person',
			'title',
			'organ',
			'be',
			'have',
			'date',
			'official',
			'according',
			'cites',
			'speaker',
			'nationality',
		),
	),
	'comma',
);

// What may follow where the saying comes last: “…, he told Reuters on Friday.”
const sayingEnds = followedBy(
	optional('speaker'),
	repeated(
		0,
		7,
		anyOf(
			'locative',
			'date',
			'hour',
			'partOfDay',
			'adverb',
			'statement',
			'generic',
			'place',
			'small',
			'word',
			'name',
			'party',
			'slash',
		),
	),
	anyOf(closing, 'stop', 'comma', 'semi', 'quote', 'dash', 'close'),
);

export const frames: readonly Reporting[] = [
	{
		name: 'according to X',
		pattern: sequence(as('verb', 'according'), within(4, ...stops), as('who', 'speaker')),
		direction: 'around',
	},
	{
		name: 'in X’s words',
		pattern: sequence(
			'=in',
			optional('=the'),
			as('who', 'speaker'),
			anyOf('possessive', 'apostrophe'),
			as('verb', 'wordsOf'),
		),
		direction: 'around',
	},
	{
		name: 'X quoted Y as saying',
		pattern: sequence(
			'speaker',
			within(2, ...stops),
			'cites',
			within(2, ...stops),
			as('who', only('speaker', 'unnamedOnly')),
			within(4, 'stop', 'semi'),
			'=as',
			as('verb', 'say'),
		),
		direction: 'ahead',
	},
	{
		// “…, 24.kg was told by a source in Sughd”: who told it says it, not who was told.
		name: ', Y was told by X',
		pattern: sequence(
			anyOf('comma', 'quote'),
			anyOf('speaker', 'name', 'wire', 'word'),
			'be',
			as('verb', 'say'),
			'=by',
			within(2, ...stops, 'comma'),
			as('who', 'speaker'),
			sayingEnds,
		),
		direction: 'back',
	},
	{
		name: ', said X',
		pattern: sequence(
			anyOf('comma', 'quote'),
			optional('quote'),
			as('verb', 'say'),
			within(1, ...stops, 'small', 'quote'),
			as('who', 'speaker'),
			sayingEnds,
		),
		direction: 'back',
	},
	{
		name: ', X said',
		pattern: sequence(
			anyOf('comma', 'quote', 'dash', 'hyphen', 'close'),
			optional('quote'),
			optional('=the'),
			who,
			aside,
			within(4, ...stops, 'comma', 'be', 'not'),
			as('verb', 'say'),
			sayingEnds,
		),
		direction: 'back',
	},
	{
		name: 'X said',
		pattern: sequence(who, aside, within(6, ...stops, 'comma', 'be', 'doubt'), as('verb', 'say')),
		direction: 'ahead',
	},
	{
		name: 'X accused Y',
		pattern: sequence(
			notAfter('word'),
			who,
			aside,
			within(4, ...stops, 'comma', 'be', 'possessive', 'apostrophe'),
			as('verb', anyOf('accuse', 'urge', 'demand', 'propose')),
		),
		direction: 'ahead',
	},
	{
		name: 'and said',
		pattern: sequence(anyOf('=and', '=but'), optional('=also'), as('verb', only('say', 'adverb'))),
		direction: 'ahead',
	},
	{
		name: 'X: …',
		pattern: sequence(
			anyOf(opening, after(anyOf('stop', 'semi', 'slash', 'dash', 'open', 'close'))),
			within(3, ...stops),
			who,
			optional(anyOf('generic', 'reports', 'word', 'statement', 'tally')),
			as('verb', 'colon'),
		),
		direction: 'ahead',
	},
	{
		name: '… (X)',
		pattern: sequence(
			as('verb', 'open'),
			optional('=the'),
			as('who', only('speaker', 'party')),
			followedBy(anyOf('close', 'comma')),
		),
		direction: 'back',
	},
	{
		name: 'per X',
		pattern: sequence(as('verb', '=per'), optional('=the'), as('who', 'speaker')),
		direction: 'around',
	},
	{
		name: '… - X',
		pattern: sequence(as('verb', anyOf('hyphen', 'dash')), within(1, ...stops), who, closing),
		direction: 'back',
	},
];
