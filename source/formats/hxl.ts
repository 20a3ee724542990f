import type {Picture} from '../picture/picture.ts';
import {csvLine, tallyColumns, tallyRecords} from './csv.ts';

/** HXL hashtags of the tally's columns (hxlstandard.org). */
const hashtags: Readonly<Record<(typeof tallyColumns)[number], string>> = {
	conflict_name: '#event+name',
	date_start: '#date+start',
	date_end: '#date+end',
	side_a: '#group+side_a+name',
	side_b: '#group+side_b+name',
	deaths_a: '#affected+killed+side_a+best',
	deaths_b: '#affected+killed+side_b+best',
	deaths_civilians: '#affected+killed+civilians',
	deaths_unknown: '#affected+killed+unknown',
	best: '#affected+killed+both+best',
	low: '#affected+killed+both+low',
	high: '#affected+killed+both+high',
	high_open_ended: '#indicator+open_ended+both',
	low_a: '#affected+killed+side_a+low',
	high_a: '#affected+killed+side_a+high',
	high_open_ended_a: '#indicator+open_ended+side_a',
	method_a: '#meta+method+side_a',
	low_b: '#affected+killed+side_b+low',
	high_b: '#affected+killed+side_b+high',
	high_open_ended_b: '#indicator+open_ended+side_b',
	method_b: '#meta+method+side_b',
	wounded_a: '#affected+injured+side_a',
	wounded_b: '#affected+injured+side_b',
	number_of_sources: '#meta+source+num',
	source_original: '#meta+source+name',
	source_sentences: '#meta+source+text',
	as_of: '#date+reported',
};

/** The tally as CSV with a row of HXL hashtags under the header. */
export const hxl = (picture: Picture): string =>
	`${[
		csvLine(tallyColumns),
		// Written by us, and no spreadsheet reads “#” as a formula.
		tallyColumns.map(column => hashtags[column]).join(','),
		...tallyRecords(picture).map(record => csvLine(tallyColumns.map(column => record[column]))),
	].join('\r\n')}\r\n`;
