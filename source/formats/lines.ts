import type {Fact} from '../facts/fact.ts';
import {type Cell, csvLine} from './csv.ts';
import {iso, printableFact} from './printable.ts';

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

/** The header of facts as CSV, with its end. */
export const factCsvHeader = `${csvLine(factColumns)}\r\n`;

/** A fact as one line of CSV under `factColumns`; what its kind does not have is empty. */
export function factCsvLine(fact: Fact): string {
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
	return `${csvLine(factColumns.map(column => cells[column] ?? null))}\r\n`;
}
