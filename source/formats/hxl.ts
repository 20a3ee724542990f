import {csvLine} from './csv.ts';
import type {Format} from './format.ts';
import {tallyColumns, tallyRecords} from './tally-table.ts';

/**
 * HXL hashtags of the tally's columns (hxlstandard.org, core hashtags 1.1), no two alike.
 *
 * What HXL checks as a number (`#affected`, `#indicator+num`) or a date (`#date`) is one in every row.
 */
const hashtags: Readonly<Record<(typeof tallyColumns)[number], string>> = {
	id: '#event+id',
	year: '#date+year',
	conflict_name: '#crisis+name',
	dyad_name: '#event+dyad+name',
	side_a: '#group+side_a+name',
	side_b: '#group+side_b+name',
	number_of_sources: '#indicator+sources+num',
	source_article: '#meta+source+article',
	source_office: '#meta+source+publisher',
	source_date: '#meta+source+date',
	source_headline: '#meta+source+title',
	source_original: '#meta+source+original',
	event_clarity: '#indicator+event_clarity+num',
	date_prec: '#indicator+date_precision+num',
	date_start: '#date+start',
	date_end: '#date+end',
	deaths_a: '#affected+killed+side_a+best',
	deaths_b: '#affected+killed+side_b+best',
	deaths_civilians: '#affected+killed+civilians',
	deaths_unknown: '#affected+killed+side_unknown+best',
	best: '#affected+killed+best',
	high: '#affected+killed+high',
	low: '#affected+killed+low',
	high_open_ended: '#meta+open_ended',
	method: '#meta+method',
	...ofSide('a'),
	...ofSide('b'),
	source_url: '#meta+source+url',
	source_sentences: '#meta+source+text',
	as_of: '#date+reported',
	as_of_clock: '#meta+clock',
	made_by: '#meta+software',
};

function ofSide<Letter extends 'a' | 'b'>(letter: Letter) {
	const tags = {
		low: '#affected+killed+low',
		high: '#affected+killed+high',
		high_open_ended: '#meta+open_ended',
		method: '#meta+method',
		origins: '#indicator+origins+num',
		implied_low: '#affected+killed+implied+low',
		silent_since: '#date+silent',
		civilians: '#affected+killed+civilians',
		wounded: '#affected+injured',
		missing: '#affected+missing',
		captured: '#affected+captured',
		evacuated: '#affected+evacuated',
		displaced: '#affected+displaced',
	} as const;
	return Object.fromEntries(
		Object.entries(tags).map(([name, tag]) => [`${name}_${letter}`, `${tag}+side_${letter}`]),
	) as Record<`${keyof typeof tags}_${Letter}`, string>;
}

/** The tally as CSV with a row of HXL hashtags under the header. */
export const hxl: Format = (picture, options) =>
	`${[
		csvLine(tallyColumns),
		// Written by us, and no spreadsheet reads “#” as a formula.
		tallyColumns.map(column => hashtags[column]).join(','),
		...tallyRecords(picture, options).map(record => csvLine(tallyColumns.map(column => record[column]))),
	].join('\r\n')}\r\n`;
