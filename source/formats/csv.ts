import type {Format} from './format.ts';
import {tallyColumns, tallyRecords} from './tally-table.ts';

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

/** The tally as CSV with a header line, lines ended as RFC 4180 says; a row for each event that had begun. */
export const csv: Format = (picture, options) =>
	`${[
		csvLine(tallyColumns),
		...tallyRecords(picture, options).map(record => csvLine(tallyColumns.map(column => record[column]))),
	].join('\r\n')}\r\n`;
