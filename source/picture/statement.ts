import type {Fact} from '../facts/fact.ts';
import {type Head, toldAt} from '../reports/report.ts';
import type {Claimant} from './claimant.ts';

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

/** One fact as one report tells it, over all revisions of that report. */
export type Statement<F extends Fact = Fact> = {
	readonly fact: F;
	/** The newest revision that holds the fact. */
	readonly report: Head;
	readonly claimant: Claimant;
	/** When it was said, else when the report first told it. */
	readonly at: number;
	readonly firstSeenAt: number;
	/** When the report left it out again; null where its newest revision still holds it. */
	readonly droppedAt: number | null;
};

/** Null: not limited. */
export type Clock = {readonly asOf: number | null; readonly asSeen: number | null};

/** Whether a revision was out, and in here, by the clock. */
export function isKnown(report: Head, {asOf, asSeen}: Clock): boolean {
	return (asSeen === null || report.firstSeenAt <= asSeen) && (asOf === null || toldAt(report) <= asOf);
}

/**
 * When a fact was said: by its own words, else when it was told.
 *
 * “On Sunday” is the end of that day, or the report's own time where the day had not ended. Nothing is said after it was told, nor told after it was seen.
 */
export function saidAt(fact: Pick<Fact, 'saidAt' | 'saidAtPrecision'>, told: number): number {
	if (fact.saidAt === null) return told;
	return Math.min(fact.saidAtPrecision === 'day' ? fact.saidAt + dayMs - 1 : fact.saidAt, told);
}

/** When a report was out: of what was said at one hour, who told it first. */
export const publishedAt = ({publishedAt: stated, firstSeenAt}: Head): number =>
	stated === null ? firstSeenAt : Math.min(stated, firstSeenAt);
