import type {Figure} from '../facts/fact.ts';
import type {Chain, Row} from '../picture/picture.ts';
import {behind, impliedFrom} from './evidence.ts';
import {type Cell, carriedBy, type Page, plain, table} from './html-page.ts';
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
export function tallyHtml(page: Page): string {
	const {rows} = page.picture.tally;
	if (rows.length === 0) return '<p>No figures yet.</p>';
	const headers = ['Whose, what', 'Low', 'Best', 'High', 'Origins', 'Notes'];
	return [
		table(
			'Each number leads to the sentence that it was taken from. Nothing is added up.',
			headers,
			rows.map((row, index) => summary(page, row, `row-${index}`)),
			'summary',
		),
		...rows.map((row, index) => rowHtml(page, row, index)),
	].join('\n');
}

const title = ({picture}: Page, {of, measure}: Row) => capital(`${whose(picture, of)}, ${measure}`);

function summary(page: Page, row: Row, id: string): Cell[] {
	const figures = behind(row);
	const end = (which: 'low' | 'best' | 'high'): Cell => {
		const number = row[which];
		if (number === null) return {number: '<span class="note">not given</span>'};
		const words = `${count(number)}${which === 'high' && row.openEnded ? ' or more' : ''}`;
		return {number: cited(page, figures[which], words)};
	};
	return [
		`<a href="#${id}">${plain(title(page, row))}</a>`,
		end('low'),
		end('best'),
		end('high'),
		row.origins === 1 ? 'single origin' : String(row.origins),
		[
			...(row.silence
				? [`${page.cite(row.silence.fact, 'silent')} since ${page.when(row.silence.since)}`]
				: []),
			...(row.implied ? [`<a href="#${id}">implied ${count(row.implied.low)} or more</a>`] : []),
		].join('; '),
	];
}

const cited = (page: Page, figure: Figure | null, words: string) =>
	figure === null ? plain(words) : page.cite(figure, words);

function rowHtml(page: Page, row: Row, index: number): string {
	const {picture} = page;
	const chains = (['own', 'enemy', 'third'] as const).flatMap(column =>
		row[column].map(chain => chainCells(page, row, columnNames[column], chain)),
	);
	const notes = [
		...(row.silence
			? [
					`${page.cite(row.silence.fact, 'Silent')} since ${page.when(row.silence.since)}: ${plain(speaker(picture, row.silence.by))} has given no figure.`,
				]
			: []),
		...(row.implied ? [impliedHtml(page, row, row.implied)] : []),
		...row.withdrawn.map(
			({by, fact, at}) =>
				`Withdrawn ${page.when(at)}: ${page.cite(fact, amount(fact))}, ${plain(speaker(picture, by))}.`,
		),
	];
	return [
		`<h3 id="row-${index}">${plain(title(page, row))}: ${plain(spread(row))}</h3>`,
		`<p class="note">${plain(howCome(row))} ${plural(row.origins, 'origin')}.</p>`,
		...(chains.length > 0
			? [
					table(
						plain(`Who says what: ${title(page, row)}`),
						['Said by', 'Figure', 'When', 'Before', 'Carried by'],
						chains,
						'chains',
					),
				]
			: []),
		...notes.map(note => `<p>${note}</p>`),
	].join('\n');
}

function impliedHtml(page: Page, row: Row, implied: NonNullable<Row['implied']>): string {
	const figures = impliedFrom(page.picture, row);
	const parts = impliedWords(page.picture, implied).map((words, index) =>
		cited(page, figures[index] ?? null, words),
	);
	return `Implied, said by nobody: ${count(implied.low)} or more, from ${parts.join(' less ')}.`;
}

function chainCells(page: Page, row: Row, column: string, chain: Chain): Cell[] {
	const before = chain.replaced.map(
		replaced =>
			`<li>${page.cite(replaced.fact, amount(replaced.fact))} <span class="note">${whenStood(replaced, page.when)}</span></li>`,
	);
	const parts = chain.parts.map(
		fact => `${page.cite(fact, amount(fact))}${plain(partNote(fact, chain.isPart))}`,
	);
	const notes = [...remarks(chain).map(plain), ...(parts.length > 0 ? [`parts: ${parts.join(', ')}`] : [])];
	const {claimant, current} = chain;
	const of = {kind: 'figure', of: row.of, measure: row.measure, claimant, fact: current} as const;
	return [
		`${plain(speaker(page.picture, chain.by))} <span class="tag">${column}</span>`,
		{
			number: `${page.cite(current, amount(current))}${notes.length > 0 ? ` <span class="tag">${notes.join('; ')}</span>` : ''}`,
		},
		page.when(chain.currentAt),
		before.length > 0 ? `<ul class="plain">${before.join('')}</ul>` : '',
		carriedBy(page, of, chain),
	];
}
