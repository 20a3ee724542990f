import type {Fact} from '../facts/fact.ts';
import {ago, fullMoment} from './format.ts';
import {type Line, span} from './line.ts';
import type {Scene} from './scene.ts';
import type {Subject} from './subject.ts';

/** Something that can be opened from what is open, and how it is told there. */
export type Opening = {
	readonly subject: Subject;
	readonly words: Line;
	/** What begins lines of its own below the words. */
	readonly below?: readonly Line[];
};

/** Things of one kind that can be opened. */
export type Section = {
	readonly title: string;
	readonly openings: readonly Opening[];
	/** How many more there are than are listed. */
	readonly more: number;
};

/** A list of thousands is not read to its end, and each of its rows costs a line. */
const mostListed = 500;

export const section = (title: string, all: readonly Opening[]): Section => ({
	title,
	openings: all.slice(0, mostListed),
	more: Math.max(0, all.length - mostListed),
});

/** The sentence of a fact, after what is said of it. */
export const quoted = ({marks}: Scene, {sentence}: Fact): Line => [
	span(`${marks.openQuote}${sentence}${marks.closeQuote}`, 'dim'),
];

export const when = ({timezone, now}: Scene, at: number): string =>
	`${fullMoment(at, timezone)} (${ago(at, now)})`;
