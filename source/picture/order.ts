import {publishedAt, type Statement} from './statement.ts';

/** By code units, the same on every machine. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Of what was said at one time: who told it first, then by place, so that order of arrival does not matter. */
export function byTelling(a: Statement, b: Statement): number {
	return (
		publishedAt(a.report) - publishedAt(b.report) ||
		byText(a.report.id, b.report.id) ||
		a.fact.start - b.fact.start ||
		byText(a.fact.sentence, b.fact.sentence) ||
		byText(a.fact.rule, b.fact.rule) ||
		byText(a.claimant.key, b.claimant.key) ||
		byText(a.fact.by?.name ?? '', b.fact.by?.name ?? '')
	);
}
