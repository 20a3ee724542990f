import {markedIn} from '../search/marks.ts';
import {type Change, difference} from './difference.ts';
import {count, counted} from './format.ts';
import {type Line, plain, span, wrap} from './line.ts';
import type {Scene} from './scene.ts';
import {markedSpans} from './search.ts';
import {factOf, type Subject} from './subject.ts';

/** The text of a report: null while it is being fetched. */
export type Body = {
	readonly text: string | null;
	readonly isMissing: boolean;
	/** Whether what is missing was dropped for its age. */
	readonly isDropped?: boolean;
	readonly revision: number | null;
	/** The text of the revision before, where both are to be compared; null: there is none, or it is not kept. */
	readonly before: string | null;
};

const dropped = 'The text is no longer kept (--keep); what was read from it is.';

/** A text without its body yet: a line that says why; null where there is one. */
function awaited({text, isMissing, isDropped = false}: Body): Line[] | null {
	return text === null
		? [
				[
					span(
						!isMissing ? 'one moment' : isDropped ? dropped : 'The text is not kept or cannot be read.',
						'dim',
					),
				],
			]
		: null;
}

/** The text of a report, with what led to it between brackets. */
export function reportLines(subject: Subject, body: Body, columns: number, {marks}: Scene): Line[] {
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
export function revisionLines(
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
