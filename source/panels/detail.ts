import type {Fact} from '../facts/fact.ts';
import {subjectOf} from '../picture/row.ts';
import {fields} from './fields.ts';
import {count} from './format.ts';
import {heading} from './heading.ts';
import {cell, type Line, span, wrap} from './line.ts';
import type {Section} from './opening.ts';
import {type Behind, openings} from './openings.ts';
import {type Body, reportLines, revisionLines} from './report-lines.ts';
import {factAt, type Scene} from './scene.ts';
import {searchLines} from './search.ts';
import {factOf, type Subject} from './subject.ts';
import {chosenWord} from './theme.ts';

/** Something that can be opened, and the lines on which it is told: from `from` up to, not including, `to`. */
export type Opener = {readonly subject: Subject; readonly from: number; readonly to: number};

/** What is open, as lines to scroll through and things to open. */
export type Detail = {readonly lines: readonly Line[]; readonly openers: readonly Opener[]};

const labelColumns = 15;

/** Everything behind one number, event or claim. The first span of an opener's first line is room for the mark that it is chosen. */
export function detail(
	scene: Scene,
	subject: Subject,
	{
		columns,
		behind,
		body,
		isGone,
		isLinear = false,
	}: {
		columns: number;
		behind: Behind;
		body: Body;
		/** True where the picture no longer holds it. */
		isGone: boolean;
		/** True for screen readers. */
		isLinear?: boolean;
	},
): Detail {
	const fact = factOf(subject);
	const {marks} = scene;
	const text = (words: string, tone: Parameters<typeof span>[1] = 'plain'): Line[] =>
		wrap([span(words, tone)], columns, marks.ellipsis);
	if (isGone && scene.isArchive) {
		// It may be of later: not a word of it.
		return {lines: text(notHeld(scene, subject), 'warning'), openers: []};
	}
	const lines: Line[] = [
		...(subject.kind === 'search'
			? searchLines(subject.text, behind.searched, columns, scene)
			: text(heading(scene, subject), 'title')),
		...(isGone && !isOfSearch(subject)
			? text('The picture no longer holds this: something newer took its place.', 'warning')
			: []),
		...(fact && subject.kind !== 'revision' ? [[], ...sentence(fact, columns, scene)] : []),
		...(subject.kind === 'search' ? [] : [[]]),
		...fields(scene, subject, behind.revisions).flatMap(([label, value]) =>
			field(scene, label, value, columns),
		),
	];
	const openers: Opener[] = [];
	for (const section of openings(scene, subject, behind)) {
		append(section, lines, openers, {columns, isLinear, scene});
	}
	const report =
		subject.kind === 'revision'
			? revisionLines(subject, body, columns, scene, isLinear)
			: fact || subject.kind === 'found'
				? reportLines(subject, body, columns, scene)
				: [];
	if (report.length > 0) lines.push([], [span('The report', 'title')], ...report);
	return {lines, openers};
}

/** What a search found may be of any time, in the picture or not. */
const isOfSearch = (subject: Subject): boolean =>
	subject.kind === 'found' || (subject.kind === 'revision' && subject.fact === null);

/** What was open, by no more than its kind: a name or a number may be of later than the moment shown. */
function notHeld({picture, now}: Scene, subject: Subject): string {
	const what = {
		figure: 'a figure',
		silence: 'a silence',
		withdrawn: 'a figure that was withdrawn',
		ceasefire: 'what was said of a truce',
		claim: 'a claim',
		source: 'a source',
		change: 'a change',
		carrier: 'a report',
		revision: 'a revision of a report',
		search: 'a search',
		found: 'a report',
	}[subject.kind];
	const row = 'row' in subject ? `, ${subjectOf(picture, subject.row)}` : '';
	const fact = factOf(subject);
	const at =
		subject.kind === 'revision' ? subject.revision.at : fact && (factAt(fact) ?? fact.report.publishedAt);
	const why =
		at !== null && at > now
			? 'it had not been said by then'
			: 'by then it had not come in, or stood otherwise';
	return `This moment does not hold what was open (${what}${row}): ${why}.`;
}

function append(
	{title, openings, more}: Section,
	lines: Line[],
	openers: Opener[],
	{columns, isLinear, scene: {marks}}: {columns: number; isLinear: boolean; scene: Scene},
): void {
	const margin = isLinear ? '' : '  ';
	const room = columns - (isLinear ? chosenWord.length : margin.length);
	lines.push([], ...wrap([span(title, 'title')], columns, marks.ellipsis));
	for (const {subject, words, below = []} of openings) {
		const from = lines.length;
		lines.push(
			...wrap(words, room, marks.ellipsis).map((line): Line => [span(margin), ...line]),
			...below.flatMap(more =>
				wrap(more, room - margin.length, marks.ellipsis).map(
					(line): Line => [span(margin + margin), ...line],
				),
			),
		);
		openers.push({subject, from, to: lines.length});
	}
	if (more > 0) lines.push([span(`${margin}and ${count(more)} more`, 'dim')]);
}

/** The sentence, with the words that were read between brackets, in every theme. */
function sentence(fact: Fact, columns: number, {marks}: Scene): Line[] {
	const from = Math.max(0, Math.min(fact.start, fact.sentence.length));
	const to = Math.max(from, Math.min(fact.end, fact.sentence.length));
	return wrap(
		[
			span(marks.openQuote),
			span(fact.sentence.slice(0, from)),
			span(`[${fact.sentence.slice(from, to)}]`, 'read'),
			span(fact.sentence.slice(to)),
			span(marks.closeQuote),
		],
		columns,
		marks.ellipsis,
	);
}

function field({marks}: Scene, label: string, value: string, columns: number): Line[] {
	const isNarrow = columns < 50;
	const lines = wrap(
		[span(value, label === 'Link' ? 'link' : 'plain')],
		columns - (isNarrow ? 2 : labelColumns + 1),
		marks.ellipsis,
	);
	return isNarrow
		? [[span(label, 'dim')], ...lines.map((line): Line => [span('  '), ...line])]
		: lines.map(
				(line, index): Line => [
					span(`${cell(index === 0 ? label : '', labelColumns, marks.ellipsis)} `, 'dim'),
					...line,
				],
			);
}
