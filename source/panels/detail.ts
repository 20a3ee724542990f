import type {Fact} from '../facts/fact.ts';
import {subjectOf} from '../picture/row.ts';
import {markedIn} from '../search/marks.ts';
import {type Change, difference} from './difference.ts';
import {fields} from './fields.ts';
import {count, counted} from './format.ts';
import {heading} from './heading.ts';
import {cell, type Line, plain, span, wrap} from './line.ts';
import type {Section} from './opening.ts';
import {type Behind, openings} from './openings.ts';
import {factAt, type Scene} from './scene.ts';
import {markedSpans, searchLines} from './search.ts';
import {factOf, type Subject} from './subject.ts';
import {chosenWord} from './theme.ts';

/** The text of a report: null while it is being fetched. */
export type Body = {
	readonly text: string | null;
	readonly isMissing: boolean;
	readonly revision: number | null;
	/** The text of the revision before, where both are to be compared; null: there is none, or it is not kept. */
	readonly before: string | null;
};

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

/** A text without its body yet: a line that says why; null where there is one. */
function awaited({text, isMissing}: Body): Line[] | null {
	return text === null
		? [[span(isMissing ? 'The text is not kept or cannot be read.' : 'one moment', 'dim')]]
		: null;
}

function reportLines(subject: Subject, body: Body, columns: number, {marks}: Scene): Line[] {
	const {text, revision} = body;
	return (
		awaited(body) ?? [
			...(revision === null ? [] : [[span(`revision ${revision}`, 'dim')]]),
			...(text ?? '')
				.split('\n')
				.filter(paragraph => paragraph.trim() !== '')
				.flatMap(paragraph => wrap(marked(paragraph, subject), columns, marks.ellipsis)),
		]
	);
}

/** A text with what led to it between brackets: the sentence of a fact, or what was looked for. */
function marked(text: string, subject: Subject): Line {
	const fact = factOf(subject);
	const wanted = subject.kind === 'found' || subject.kind === 'revision' ? subject.wanted : null;
	if (!fact) return wanted ? markedSpans(markedIn(text, wanted)) : [span(text)];
	const words = plain(text);
	const from = plain(fact.sentence);
	const at = from === '' ? -1 : words.indexOf(from);
	return at === -1
		? [span(words)]
		: [span(words.slice(0, at)), span(`[${from}]`, 'read'), span(words.slice(at + from.length))];
}

const signs: Record<Change['kind'], string> = {same: '  ', new: '+ ', 'left out': '- '};
const spoken: Record<Change['kind'], string> = {same: '', new: 'new: ', 'left out': 'left out: '};

/** The text of a revision, with what changed against the one before it. */
function revisionLines(
	subject: Extract<Subject, {kind: 'revision'}>,
	body: Body,
	columns: number,
	{marks}: Scene,
	isLinear: boolean,
): Line[] {
	const {revision, before} = subject;
	const waiting = awaited(body);
	if (waiting) return waiting;
	const text = body.text ?? '';
	const isCompared = before !== null && body.before !== null;
	const changes: readonly Change[] = isCompared
		? [...titleChanges(before.title, revision.title), ...difference(body.before, text)]
		: difference(text, text);
	const inColumns = (change: Change): Line[] =>
		isLinear
			? wrap([span(spoken[change.kind]), ...marked(change.text, subject)], columns, marks.ellipsis)
			: wrap(marked(change.text, subject), columns - 2, marks.ellipsis).map(
					(line): Line => [span(isCompared ? signs[change.kind] : '', 'strong'), ...line],
				);
	const number = (kind: Change['kind']): number => changes.filter(change => change.kind === kind).length;
	const told = isCompared
		? number('new') + number('left out') === 0
			? `the same words as revision ${before.revision}`
			: `against revision ${before.revision}: ${counted(number('new'), 'sentence')} new, ${count(number('left out'))} left out`
		: before === null
			? 'no earlier revision to compare with'
			: `the text of revision ${before.revision} is not kept or cannot be read: nothing to compare with`;
	return [...wrap([span(told, 'dim')], columns, marks.ellipsis), ...paragraphs(changes).flatMap(inColumns)];
}

const titleChanges = (before: string, after: string): readonly Change[] =>
	before === after
		? []
		: [
				{kind: 'left out', text: before, isStart: true},
				{kind: 'new', text: after, isStart: true},
			];

/** Unchanged sentences of one paragraph put together again: only what changed stands on lines of its own. */
function paragraphs(changes: readonly Change[]): Change[] {
	const joined: Change[] = [];
	for (const change of changes) {
		const last = joined.at(-1);
		if (last && last.kind === 'same' && change.kind === 'same' && !change.isStart)
			joined[joined.length - 1] = {...last, text: `${last.text} ${change.text}`};
		else joined.push(change);
	}
	return joined;
}
