import type {Fact, ReportReference} from '../source/facts/fact.ts';
import type {Head} from '../source/reports/report.ts';
import type {BareFact, Line} from './format.ts';
import type {Kept} from './store.ts';

// One for all: most have none.
const none: readonly Fact[] = [];

/** The facts of one report share one reference to it. They are fresh, so it is set in place: copies would cost as much again. */
export function refer(report: Head, facts: readonly BareFact[]): readonly Fact[] {
	if (facts.length === 0) return none;
	const {id, source, url, title, publishedAt} = report;
	const reference: ReportReference = {id, source, url, title, publishedAt};
	return facts.map(fact => Object.assign(fact, {report: reference}) as Fact);
}

/** With facts that somebody else holds, too. */
export const keptWith = (report: Head, reader: string, facts: readonly BareFact[]): Kept => ({
	report,
	reader,
	facts: refer(
		report,
		facts.map(fact => ({...fact})),
	),
});

/** A revision as its line says, with the facts that were read anew last. */
export function keptOf(
	{report, reader, facts}: Extract<Line, {k: 'r'}>,
	anew: Extract<Line, {k: 'f'}> | null,
): Kept {
	return anew ? keptWith(report, anew.reader, anew.facts) : {report, reader, facts: refer(report, facts)};
}

/** Of lines that read one revision anew, the one that counts. */
export const newestOf = (lines: readonly Extract<Line, {k: 'f'}>[]): Extract<Line, {k: 'f'}> | null =>
	lines.reduce<Extract<Line, {k: 'f'}> | null>((one, other) => (one && one.t >= other.t ? one : other), null);
