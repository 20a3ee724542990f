import type {Measure} from '../facts/fact.ts';
import {worth} from './amount.ts';
import type {Change} from './changes.ts';
import {linkOf, outletOf} from './evidence.ts';
import type {Chain, Picture, Row} from './picture.ts';
import {subjectOf} from './row.ts';
import {amount, speakerName} from './wording.ts';

/** A silence that is told of for the first time. */
export function silenceBegun(picture: Picture, before: Row | undefined, after: Row): Change[] {
	const {silence} = after;
	if (!silence || before?.silence) return [];
	return [
		{
			id: `silence/${after.of}/${after.measure}/${silence.since}`,
			kind: 'silence',
			text: `${subjectOf(picture, after)}: ${speakerName(picture, silence.by)} is said to have given no figure`,
			at: silence.since,
			fact: silence.fact,
			outlet: outletOf(picture, silence.fact),
			link: linkOf(silence.fact),
			source: null,
		},
	];
}

// Who told of “casualties” has spoken of the dead and the wounded, and the other way round.
const brokenBy: Partial<Record<Measure, readonly Measure[]>> = {
	killed: ['killed', 'casualties'],
	wounded: ['wounded', 'casualties'],
	casualties: ['casualties', 'killed', 'wounded'],
};

/**
 * A silence that is over: by the first figure of the side that kept it, or because what told of it was taken back.
 *
 * @param after the row as it is now; null where there is none any more
 */
export function silenceEnded(picture: Picture, before: Row, after: Row | null): Change[] {
	const {silence, of, measure} = before;
	if (!silence || after?.silence) return [];
	const first = picture.tally.rows
		.filter(row => row.of === of && (brokenBy[measure] ?? [measure]).includes(row.measure))
		.flatMap(row => row.own.filter(isCounted).map(chain => ({row, chain})))
		.sort((a, b) => firstAt(a.chain) - firstAt(b.chain))[0];
	const fact = first ? firstOf(first.chain) : silence.fact;
	const subject = subjectOf(picture, before);
	const what = first && first.row.measure !== measure ? ` ${first.row.measure}` : '';
	return [
		{
			id: `silence/${of}/${measure}/${silence.since}/ended`,
			kind: 'silence',
			text: first
				? `${subject}: the silence of ${speakerName(picture, silence.by)} is ended by its first figure, ${amount(firstOf(first.chain))}${what} by ${speakerName(picture, first.chain.by, of)}`
				: `${subject}: that ${speakerName(picture, silence.by)} gave no figure is no longer said`,
			at: first ? firstAt(first.chain) : null,
			fact,
			outlet: outletOf(picture, fact),
			link: linkOf(fact),
			source: null,
		},
	];
}

const isCounted = ({by, current}: Chain) =>
	by.kind === 'official' && current.qualifier !== 'vague' && worth(current) !== null;
const firstOf = ({current, replaced}: Chain) => replaced[0]?.fact ?? current;
const firstAt = ({currentAt, replaced}: Chain) => replaced[0]?.fact.report.publishedAt ?? currentAt;
