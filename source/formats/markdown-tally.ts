import type {Figure} from '../facts/fact.ts';
import type {Chain, Row} from '../picture/picture.ts';
import {behind, impliedFrom} from './evidence.ts';
import {carriedBy, type Page, plain, table} from './markdown-page.ts';
import {
	amount,
	capital,
	columnNames,
	count,
	howCome,
	impliedWords,
	partNote,
	plural,
	remarks,
	speaker,
	spread,
	whenStood,
	whose,
} from './wording.ts';

/** The tally: a table of all rows, then each row with who says what, and what was said before. */
export function tallyText(page: Page): string[] {
	const {rows} = page.picture.tally;
	if (rows.length === 0) return ['No figures yet.'];
	return [
		table(
			['Whose, what', 'Low', 'Best', 'High', 'Origins', 'Notes'],
			[25, 10, 10, 12, 12, 20],
			rows.map(row => summary(page, row)),
		),
		...rows.flatMap(row => rowText(page, row)),
	];
}

const title = ({picture}: Page, {of, measure}: Row) => plain(capital(`${whose(picture, of)}, ${measure}`));

const cited = (page: Page, figure: Figure | null, words: string) =>
	`${words}${figure === null ? '' : page.cite(figure)}`;

function summary(page: Page, row: Row): string[] {
	const figures = behind(row);
	const end = (which: 'low' | 'best' | 'high') => {
		const number = row[which];
		if (number === null) return 'not given';
		return cited(
			page,
			figures[which],
			`${count(number)}${which === 'high' && row.openEnded ? ' or more' : ''}`,
		);
	};
	return [
		title(page, row),
		end('low'),
		end('best'),
		end('high'),
		row.origins === 1 ? 'single origin' : String(row.origins),
		[
			...(row.silence ? [`silent${page.cite(row.silence.fact)} since ${page.when(row.silence.since)}`] : []),
			...(row.implied ? [`implied ${count(row.implied.low)} or more`] : []),
		].join('; '),
	];
}

function rowText(page: Page, row: Row): string[] {
	const {picture, when, cite} = page;
	const chains = (['own', 'enemy', 'third'] as const).flatMap(column =>
		row[column].map(chain => chainCells(page, row, columnNames[column], chain)),
	);
	return [
		`### ${title(page, row)}: ${spread(row)}`,
		`${howCome(row)} ${plural(row.origins, 'origin')}.`,
		...(chains.length > 0
			? [
					table(
						['Said by', 'Side', 'Figure', 'When', 'Before', 'Carried by'],
						[18, 10, 18, 14, 25, 15],
						chains,
					),
				]
			: []),
		...(row.silence
			? [
					`Silent since ${when(row.silence.since)}: ${plain(speaker(picture, row.silence.by))} has given no figure.${cite(row.silence.fact)}`,
				]
			: []),
		...(row.implied ? [impliedText(page, row, row.implied)] : []),
		...row.withdrawn.map(
			({by, fact, at}) =>
				`Withdrawn ${when(at)}: ${amount(fact)}, ${plain(speaker(picture, by))}.${cite(fact)}`,
		),
	];
}

function impliedText(page: Page, row: Row, implied: NonNullable<Row['implied']>): string {
	const figures = impliedFrom(page.picture, row);
	const parts = impliedWords(page.picture, implied).map((words, index) =>
		cited(page, figures[index] ?? null, plain(words)),
	);
	return `Implied, said by nobody: ${count(implied.low)} or more, from ${parts.join(' less ')}.`;
}

function chainCells(page: Page, row: Row, column: string, chain: Chain): string[] {
	const {cite, when, picture} = page;
	const parts = chain.parts.map(fact => `${amount(fact)}${plain(partNote(fact, chain.isPart))}${cite(fact)}`);
	const notes = [...remarks(chain), ...(parts.length > 0 ? [`parts: ${parts.join(', ')}`] : [])];
	const {claimant, current} = chain;
	const of = {kind: 'figure', of: row.of, measure: row.measure, claimant, fact: current} as const;
	return [
		plain(speaker(picture, chain.by)),
		column,
		`**${amount(current)}**${cite(current)}${notes.length > 0 ? ` (${notes.join('; ')})` : ''}`,
		when(chain.currentAt),
		chain.replaced
			.map(replaced => `${amount(replaced.fact)}${cite(replaced.fact)} ${whenStood(replaced, when)}`)
			.join('; '),
		carriedBy(page, of, chain),
	];
}
