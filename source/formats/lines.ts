import type {Fact} from '../facts/fact.ts';
import type {Head} from '../reports/report.ts';
import {type Cell, csvLine} from './csv.ts';
import type {Format} from './format.ts';
import {iso, printableFact, printableRow} from './printable.ts';

/** A fact as one line of JSON, with its end. */
export const factLine = (fact: Fact): string => `${JSON.stringify(printableFact(fact))}\n`;

export const factColumns = [
	'kind',
	'period',
	'said_at',
	'said_at_precision',
	'by_name',
	'by_side',
	'by_kind',
	'measure',
	'low',
	'best',
	'high',
	'qualifier',
	'of',
	'combatant',
	'relation',
	'scope',
	'event',
	'against',
	'effective_at',
	'qualified',
	'act',
	'about',
	'topics',
	'place',
	'sentence',
	'start',
	'end',
	'rule',
	'language',
	'report_id',
	'source',
	'url',
	'title',
	'published_at',
] as const;

/** What is known of the revision that a fact was read from, beside what each fact carries of its report. */
const keptColumns = ['outlet', 'revision', 'updated_at', 'first_seen_at', 'origin'] as const;

/** A fact as one line of JSON, with its end: as `factLine`, then the revision that it was read from. */
export function keptFactLine(fact: Fact, {outlet, revision, updatedAt, firstSeenAt, origin}: Head): string {
	const kept = {outlet, revision, updatedAt: iso(updatedAt), firstSeenAt: iso(firstSeenAt), origin};
	return `${JSON.stringify({...printableFact(fact), ...kept})}\n`;
}

/** The header of kept facts as CSV, with its end. */
export const keptFactCsvHeader = `${csvLine([...factColumns, ...keptColumns])}\r\n`;

/** A fact as one line of CSV, with its end; what its kind does not have is empty. */
export function keptFactCsvLine(
	fact: Fact,
	{outlet, revision, updatedAt, firstSeenAt, origin}: Head,
): string {
	const kept = [outlet, revision, iso(updatedAt), iso(firstSeenAt), origin];
	return `${csvLine([...factCells(fact), ...kept])}\r\n`;
}

/** The rows of a tally, a JSON object a line: those of `once --format json`, then the event and the moment that each is of. */
export const tallyLines: Format = (picture, {earlier = [], made}) =>
	[...earlier, picture]
		.flatMap(({profile, window, asOf, tally}) =>
			tally.rows.map(row => {
				const of = {
					profile: profile.id,
					window: {from: iso(window.from), to: iso(window.to)},
					asOf: iso(asOf),
				};
				return `${JSON.stringify({...printableRow(row), ...of, made: made ?? null})}\n`;
			}),
		)
		.join('');

function factCells(fact: Fact): Cell[] {
	const cells: Partial<Record<(typeof factColumns)[number], Cell>> = {
		kind: fact.kind,
		period: fact.period,
		said_at: iso(fact.saidAt),
		said_at_precision: fact.saidAtPrecision,
		by_name: fact.by?.name ?? null,
		by_side: fact.by?.side ?? null,
		by_kind: fact.by?.kind ?? null,
		sentence: fact.sentence,
		start: fact.start,
		end: fact.end,
		rule: fact.rule,
		language: fact.language,
		report_id: fact.report.id,
		source: fact.report.source,
		url: fact.report.url,
		title: fact.report.title,
		published_at: iso(fact.report.publishedAt),
	};
	switch (fact.kind) {
		case 'figure': {
			const {measure, low, best, high, qualifier, of, combatant, relation, scope} = fact;
			Object.assign(cells, {measure, low, best, high, qualifier, of, combatant, relation, scope});
			break;
		}
		case 'ceasefire': {
			const {event, against, qualified} = fact;
			Object.assign(cells, {event, against, qualified, effective_at: iso(fact.effectiveAt)});
			break;
		}
		case 'claim': {
			const {act, about, topics, place} = fact;
			Object.assign(cells, {act, about, topics: topics.join('; '), place});
			break;
		}
	}
	return factColumns.map(column => cells[column] ?? null);
}
