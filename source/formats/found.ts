import {printLine} from '../reports/lines.ts';
import {type Report, toldAt} from '../reports/report.ts';
import {excerpt, type Marked, parts} from '../search/marks.ts';
import type {Matches} from '../search/matches.ts';
import {type Found, kindsOf} from '../search/search.ts';
import {clock, plural} from './wording.ts';
import {wrap} from './wrap.ts';

// Stand in for the bold while lines are broken: they take no column, and no report holds them.
const boldFrom = '\u2061';
const boldTo = '\u2062';
const longest = 400;

/** A report that was found, for people in a terminal, with its end. */
export function foundText(
	{report, facts, matches}: Found,
	{columns, timezone, isBold}: {columns: number; timezone: string; isBold: boolean},
): string {
	const {when} = clock(timezone);
	const bold = (marked: Marked): string =>
		parts(marked)
			.map(({text, isMarked}) => (isMarked && isBold ? `${boldFrom}${text}${boldTo}` : text))
			.join('');
	const {title, sentences, more} = matches;
	const head = [when(toldAt(report)), report.outlet ?? report.source, bold(title)];
	const told = [
		...(facts.length > 0 ? [`read from it: ${kindsOf(facts)}`] : []),
		...(report.revision > 1 ? [`revision ${report.revision}`] : []),
	];
	return `${[
		...wrap(head.filter(Boolean).join(' · '), columns, '  '),
		...[
			...sentences.map(sentence => `“${bold(excerpt(sentence, longest, '…'))}”`),
			...(more > 0 ? [`and ${plural(more, 'more sentence')}`] : []),
			...(told.length > 0 ? [told.join(' · ')] : []),
		].flatMap(line => wrap(`  ${line}`, columns, '  ')),
		// Whole, so that it can be opened and copied.
		...(report.url === null ? [] : [`  ${report.url}`]),
	]
		.join('\n')
		.replaceAll(boldFrom, '\u001b[1m')
		.replaceAll(boldTo, '\u001b[22m')}\n`;
}

/** A report that was found, as a line of the report form, with its end: its sentences that hold what was looked for stand beside it. */
export const foundLine = (report: Report, {sentences}: Matches, isTextDropped = false): string =>
	`${JSON.stringify({...JSON.parse(printLine(report, isTextDropped)), matches: sentences.map(({text}) => text)})}\n`;
