import type {Picture, Row} from '../picture/picture.ts';
import type {Format} from './format.ts';
import {iso} from './printable.ts';

export type Cell = string | number | boolean | null;

/**
 * One line of CSV (RFC 4180), without its end.
 *
 * Text that a spreadsheet would run as a formula gets an apostrophe before it: sentences come from outside.
 */
export function csvLine(cells: readonly Cell[]): string {
	return cells
		.map(cell => {
			if (cell === null) return '';
			if (typeof cell !== 'string') return String(cell);
			const text = /^\s*[=+\-@＝＋－＠]|^[\t\r]/.test(cell) ? `'${cell}` : cell;
			return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
		})
		.join(',');
}

/**
 * The columns of a tally, named as in UCDP GED where UCDP has such a column.
 *
 * One row per event window and two sides: `best`, `low` and `high` are those of the row of both sides together where
 * somebody gives such a sum, else empty: nothing is added up here. `deaths_a` and `deaths_b` are the best of each side's row.
 */
export const tallyColumns = [
	'conflict_name',
	'date_start',
	'date_end',
	'side_a',
	'side_b',
	'deaths_a',
	'deaths_b',
	'deaths_civilians',
	'deaths_unknown',
	'best',
	'low',
	'high',
	'high_open_ended',
	'low_a',
	'high_a',
	'high_open_ended_a',
	'method_a',
	'low_b',
	'high_b',
	'high_open_ended_b',
	'method_b',
	'wounded_a',
	'wounded_b',
	'number_of_sources',
	'source_original',
	'source_sentences',
	'as_of',
] as const;

/** The tally as records by column name: one per pair of the first side with another. */
export function tallyRecords(picture: Picture): Record<(typeof tallyColumns)[number], Cell>[] {
	const {profile, window, tally} = picture;
	const [first, ...others] = profile.sides;
	if (!first) return [];
	const row = (of: string | null, measure: string) =>
		tally.rows.find(each => each.of === of && each.measure === measure);
	return others.map(other => {
		const [a, b, both, unknown] = [first.id, other.id, 'both', null].map(of => row(of, 'killed'));
		const rows = [a, b, both, unknown].filter(each => each !== undefined);
		const chains = rows.flatMap(each => [...each.own, ...each.enemy, ...each.third]);
		return {
			conflict_name: profile.name,
			date_start: iso(window.from),
			date_end: iso(window.to),
			side_a: first.name,
			side_b: other.name,
			deaths_a: a?.best ?? null,
			deaths_b: b?.best ?? null,
			deaths_civilians: civilians(both),
			deaths_unknown: unknown?.best ?? null,
			best: both?.best ?? null,
			low: both?.low ?? null,
			high: both?.high ?? null,
			high_open_ended: both?.openEnded ?? null,
			...ends(a, 'a'),
			...ends(b, 'b'),
			wounded_a: row(first.id, 'wounded')?.best ?? null,
			wounded_b: row(other.id, 'wounded')?.best ?? null,
			number_of_sources: new Set(chains.flatMap(({carriers}) => carriers)).size,
			source_original: [...new Set(chains.map(({by}) => by.name ?? by.side ?? by.kind))].join('; '),
			source_sentences: [...new Set(chains.map(({current}) => current.sentence))].join(' | '),
			as_of: iso(picture.asOf),
		};
	});
}

type Ends<S extends string> = Record<`low_${S}` | `high_${S}` | `high_open_ended_${S}` | `method_${S}`, Cell>;

function ends<S extends 'a' | 'b'>(row: Row | undefined, side: S): Ends<S> {
	return {
		[`low_${side}`]: row?.low ?? null,
		[`high_${side}`]: row?.high ?? null,
		[`high_open_ended_${side}`]: row?.openEnded ?? null,
		[`method_${side}`]: row?.method ?? null,
	} as Ends<S>;
}

/** The civilians of both sides where somebody counts them together. */
function civilians(both: Row | undefined): number | null {
	const counts = [...(both?.own ?? []), ...(both?.third ?? [])]
		.flatMap(({current, parts}) => [current, ...parts])
		.filter(({combatant}) => combatant === 'civilian')
		.map(({best, low}) => best ?? low)
		.filter(count => count !== null);
	return counts.length > 0 ? Math.max(...counts) : null;
}

/** The tally as CSV with a header line, lines ended as RFC 4180 says. */
export const csv: Format = picture =>
	`${[
		csvLine(tallyColumns),
		...tallyRecords(picture).map(record => csvLine(tallyColumns.map(column => record[column]))),
	].join('\r\n')}\r\n`;
