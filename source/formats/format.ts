import type {Fact} from '../facts/fact.ts';
import type {Carried, Carrier, Picture} from '../picture/picture.ts';
import type {Head} from '../reports/report.ts';

/** How a file was made, so that somebody else can make it again. */
export type Made = {
	/** `trucewatch 0.1.0`. */
	readonly by: string;
	/** As it could be typed, without what belongs to one machine. */
	readonly command: string;
	/** What the picture was drawn from: all that is kept, what had been published by its moment, or what had been seen here by then. */
	readonly clock: 'now' | 'published' | 'seen';
};

export type FormatOptions = {
	/** How wide a line may be; only plain text minds it. */
	readonly columns: number;
	/** IANA zone in which times are written. */
	readonly timezone: string;
	readonly made?: Made;
	/** Pictures of the conflict's earlier events, oldest first; only tables have a row for each. */
	readonly earlier?: readonly Picture[];
	/** The revision that a fact was read from; null or missing: not known. */
	readonly head?: (fact: Fact) => Head | null;
	/** Who carries something of the picture; empty or missing: not known beyond the names that it holds. */
	readonly carriers?: (of: Carried) => readonly Carrier[];
};

/** Writes a whole picture, with a newline at its end. */
export type Format = (picture: Picture, options: FormatOptions) => string;
