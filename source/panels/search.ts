import {toldAt} from '../reports/report.ts';
import {excerpt, type Marked, parts} from '../search/marks.ts';
import type {Found, Searched} from '../search/search.ts';
import {count, counted, moment} from './format.ts';
import {type Line, span, wrap} from './line.ts';
import {type Opening, type Section, section} from './opening.ts';
import type {Scene} from './scene.ts';
import type {Subject} from './subject.ts';
import type {Trail} from './view.ts';

/** In place of a panel's id: where what is open was looked for. */
export const searchPanel = 'search';

// Longer sentences are shown around what was looked for in them.
const longest = 300;

/** What is looked for in all reports, open. */
export function searchTrail(text: string): Trail {
	const subject: Subject = {kind: 'search', key: `search/${text}`, text};
	return {panel: searchPanel, steps: [{subject, scroll: 0, chosen: null}]};
}

/** What was looked for where the way of a reader begins; null: it begins elsewhere. */
export const searchedText = (trail: Trail | null): string | null => {
	const subject = trail?.steps[0].subject;
	return subject?.kind === 'search' ? subject.text : null;
};

/** What came of a search, above the list of what it found. */
export function searchLines(
	text: string,
	searched: Searched | null,
	columns: number,
	{marks, isArchive}: Pick<Scene, 'marks' | 'isArchive'>,
): Line[] {
	const {ellipsis} = marks;
	if (searched === null) return wrap([span(`searching ${ellipsis} `, 'dim'), span(text)], columns, ellipsis);
	if ('wrong' in searched)
		return [
			...wrap([span(searched.wrong, 'warning')], columns, ellipsis),
			...wrap(
				[span('for example: ', 'dim'), span(searched.right), span('; / goes back to what was typed', 'dim')],
				columns,
				ellipsis,
			),
		];
	const {found, isMore} = searched;
	const then = isArchive ? ' known at this moment' : '';
	const title = isMore
		? `More than ${counted(found.length, 'report')}${then} hold: `
		: found.length === 0
			? `No report${then} holds: `
			: `${counted(found.length, 'report')}${then} ${found.length === 1 ? 'holds' : 'hold'}: `;
	return wrap([span(title, 'title'), span(text, 'strong')], columns, ellipsis);
}

/** The reports that were found, to be opened. */
export function foundOpenings(scene: Scene, searched: Searched | null): Section[] {
	if (searched === null || 'wrong' in searched) return [];
	const {wanted, found, isMore} = searched;
	return [
		section(
			isMore ? `The newest ${count(found.length)}` : 'Newest first',
			found.map(each => ({
				subject: {
					kind: 'found',
					key: `found/${each.report.id}/${each.report.revision}`,
					found: each,
					wanted,
				},
				...wordsOf(scene, each),
			})),
		),
	];
}

function wordsOf({marks, now, timezone}: Scene, {report, matches}: Found): Pick<Opening, 'words' | 'below'> {
	const {title, sentences, more} = matches;
	const sentence = sentences[0] ? excerpt(sentences[0], longest, marks.ellipsis) : null;
	return {
		words: [
			span(`${moment(toldAt(report), now, timezone)} `, 'dim'),
			span(`${report.outlet ?? report.source}`, 'strong'),
			...(report.revision > 1 ? [span(`, revision ${report.revision}`, 'dim')] : []),
			...(title.text === '' ? [] : [span(` ${marks.dot} `, 'dim'), ...markedSpans(title)]),
		],
		below: sentence
			? [
					[
						span(marks.openQuote, 'dim'),
						...markedSpans(sentence),
						span(`${marks.closeQuote}${more > 0 ? ` and ${counted(more, 'more sentence')}` : ''}`, 'dim'),
					],
				]
			: [],
	};
}

/** A text with what was looked for between brackets, in every theme. */
export const markedSpans = (marked: Marked): Line =>
	parts(marked).map(({text, isMarked}) => (isMarked ? span(`[${text}]`, 'read') : span(text)));
