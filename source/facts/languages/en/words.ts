import type {Entry} from '../../rule.ts';
import {list} from './list.ts';

/*
 * What English words and phrases can be. A row is a sense, and the written forms that have it.
 * A word may stand in several rows; it then has all their classes.
 */

// Words that rules name one by one; each has the class of its own spelling: `=of`.
const small = list(
	`a, an, the, of, to, from, in, on, at, by, for, with, without, within, between, and, or, but, nor, not, no, as, that, than, then, so,
	up, down, out, over, under, into, onto, off, after, before, since, until, till, during, against, among, amid, when, while, where, who, whom,
	whose, which, what, how, if, though, although, because, due, it, he, she, they, we, i, you, him, her, them, us, its, his, their, our,
	this, these, those, there, here, both, each, either, neither, any, all, some, most, many, much, few, more, less, another, other, others,
	such, own, same, only, just, almost, nearly, per, via, near, across, along, around, about, above, below, behind, beyond, inside, outside,
	through, throughout, toward, towards, upon, despite, including, include, includes, included, also, too, even, yet, again, once, ago, last, next, first, past, previous,
	side, sides, one, half, men, figure, figures, number, numbers, total, full, least, back, fire, put, home, homes, do, does, did, done, else, -`,
);

export const words: readonly Entry[] = [
	...small.map(word => ({is: [`=${word}`, 'small'], words: [word]})),
	{is: ['=and', 'small'], words: ['&']},
	{is: ['=additional', 'more'], words: list('additional, further, extra')},
	{is: ['more'], words: ['more']},
	{is: ['others', 'small'], words: ['others']},

	// Marks
	{is: ['comma'], words: [',']},
	{is: ['stop'], words: list('., !, ?, …')},
	{is: ['semi'], words: [';']},
	{is: ['colon'], words: [':']},
	{is: ['dash'], words: list('–, —')},
	{is: ['hyphen', '=-'], words: ['-']},
	{is: ['open'], words: list('(, [')},
	{is: ['close'], words: list('), ]')},
	{is: ['quote'], words: list('", “, ”, «, », ‘')},
	{is: ['apostrophe'], words: list("', ’")},
	{is: ['possessive'], words: ["'s"]},
	{is: ['percent'], words: list('%, percent, per cent, percentage points')},
	{
		is: ['share'],
		words: list(
			'half, most, some, part, a majority, a third, a quarter, two thirds, three quarters, one in three, one in four, one in five, many, all but',
		),
	},
	{is: ['currency'], words: list('$, €, £')},
	{is: ['numberSign'], words: list('#, №')},
	{is: ['slash'], words: list('/, |')},

	// Verbs that help, words that doubt
	{
		is: ['be'],
		words: list(
			'was, were, is, are, been, being, be, got, get, gets, have been, has been, had been, were being, was being, are being, is being',
		),
	},
	{is: ['beOne'], words: list('was, is, has been, had been, got')},
	{is: ['have'], words: list('have, has, had, having')},
	{
		is: ['locative'],
		words: list(
			'in, on, at, near, aboard, on board, inside, across, around, outside, from, over, throughout, along, of, into, within, among',
		),
	},
	{is: ['not', 'be'], words: list("wasn't, weren't, isn't, aren't, hasn't, haven't, hadn't")},
	{
		is: ['not', 'do', '=not'],
		words: list(
			"has still not, have still not, had still not, has yet to, have yet to, had yet to, has so far not, have so far not, still has not, still have not, has not yet, have not yet, had not yet, is not yet, does not yet, didn't, doesn't, don't, did not, does not, do not, has not, have not, had not, hasn't, haven't, hadn't",
		),
	},
	{is: ['not'], words: list('never, hardly, refused to, declined to')},
	{
		is: ['doubt'],
		words: list(
			`could, may, might, would, can, if, or be, to be, going to, about to, ordered to, not come to, had not come to, have not come to, did not come to, intended to, intends to, meant to, intend to, supposed to, so as to, would-be, imagine, imagined, in case, called for the, urged to, whether, unless, should, will, shall, threatened to, threatens to, threatening to, plan to, plans to, planned to, planning to,
			attempted to, attempting to, attempt to, tried to, trying to, try to, wants to, want to, wanted to, vowed to, vow to, feared, fear, fears, fearing, risk, risks, warned of, likely,
			potentially, possibly, aims to, in order to, to avoid, avert, to prevent, avoid, nearly, narrowly, supposedly, hypothetical, fictional, simulated, drill, exercise, exercises, scenario`,
		),
	},
	// What somebody has only heard of.
	{
		is: ['hearsay'],
		words: list(
			'reviewing, looking into, aware of, checking, verifying, studying, examining, investigating, assessing, could not confirm, cannot confirm, has seen, had seen, is following',
		).flatMap(verb => list('reports, the reports, claims').map(noun => `${verb} ${noun}`)),
	},
	{
		is: ['adverb'],
		words: list(
			`reportedly, also, so far, already, later, still, now, seriously, critically, slightly, severely, fatally, badly, lightly, gravely, mortally, since, confirmed, reported, subsequently,
			thus far, to date, apparently, allegedly, immediately, overnight, eventually, officially, earlier, then, today, instantly, known to be, known to have, said to be, said to have, thought to be, thought to have, believed to be, believed to have, confirmed to have, reported to have, reported to be, listed as, declared, pronounced, presumed, afterwards, there, either, simultaneously, accidentally, together, deliberately, brutally, initially`,
		),
	},

	// Idioms that only look like numbers
	{
		is: ['small'],
		words: list(
			'one of, one of the, one of them, one by one, at one point, one day, no one knows, one-sided, on the one hand, in one, second, zero tolerance, one side, one party',
		),
	},
	{
		is: ['measured'],
		words: ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'ten', '10', '20'].map(
			n => `one in ${n}`,
		),
	},
	{is: ['reflexive', 'small'], words: list('himself, herself, itself, themselves')},
	{is: ['nobody'], words: list('nobody, no one, no-one, none, not a single person')},
	{is: ['nil'], words: list('zero, nil')},
	{is: ['notOne'], words: list('not one, not a single, not one of')},
	{is: ['any'], words: list('any, any of')},
];

/** What a report about a drill or a story says in its first sentences. */
export const pretence: RegExp =
	/\b(?:mock (?:drill|exercise|attack|casualt)|tabletop exercise|war games?\b|simulat(?:ed|ion) (?:attack|exercise|drill|of)|(?:emergency|evacuation|civil defen[cs]e) drill|(?:his|her|their|debut|first|latest|new) novel\b|novel (?:by|about|set)\b|\bthe novel,|fictional)/i;

/** Words whose full stop ends no sentence. */
export const abbreviations: ReadonlySet<string> = new Set(
	list(
		'mr, mrs, ms, dr, prof, col, lt, gen, maj, capt, sgt, cpl, brig, adm, cmdr, st, mt, ft, rep, sen, gov, pres, sec, no, vs, etc, jr, sr, jan, feb, mar, apr, jun, jul, aug, sept, sep, oct, nov, dec, approx, est, inc, co, corp, ltd, dept, e.g, i.e, cf, fig, u.s, u.n, u.k, e.u, a.k.a, rev, hon, pvt, ave',
	),
);
