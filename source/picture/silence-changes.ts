import type {Figure, Measure} from '../facts/fact.ts';
import {isTotal, worth} from './amount.ts';
import type {Change} from './changes.ts';
import {linkOf, outletOf} from './evidence.ts';
import {noTotal} from './part-notes.ts';
import type {Chain, Picture, Row} from './picture.ts';
import {type Retold, takenBackIn} from './retold.ts';
import {subjectOf} from './row.ts';
import {saidAt} from './statement.ts';
import {amount, speakerName} from './wording.ts';

/** A silence that is told of for the first time. */
export function silenceBegun(
	picture: Picture,
	before: Row | undefined,
	after: Row,
	retold: Retold,
): Change[] {
	const {silence} = after;
	if (!silence || before?.silence) return [];
	return [
		{
			id: `silence/${after.of}/${after.measure}/${silence.since}`,
			kind: 'silence',
			text: `${subjectOf(picture, after)}: ${speakerName(picture, silence.by)} is said to have given no figure`,
			at: silence.since,
			firstSeenAt: retold.firstSeenAt(silence.fact),
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
 * A silence that is over: by the first figure of the side that kept it, a part as well as a total, or because what told of it was taken back.
 *
 * @param after the row as it is now; null where there is none any more
 */
export function silenceEnded(picture: Picture, before: Row, after: Row | null, retold: Retold): Change[] {
	const {silence, of, measure} = before;
	if (!silence || after?.silence) return [];
	const given = picture.tally.rows
		.filter(row => row.of === of && (brokenBy[measure] ?? [measure]).includes(row.measure))
		.flatMap(row => row.own.flatMap(chain => wordsOf(chain).map(word => ({...word, row, chain}))))
		.filter(({fact, at}) => ends(fact, at, silence.since));
	// Of one hour, what says the most.
	const [first] = given.sort((a, b) => a.at - b.at || (worth(b.fact) ?? 0) - (worth(a.fact) ?? 0));
	const back = first ? null : takenBackIn(picture, silence.fact, retold);
	const fact = first?.fact ?? silence.fact;
	const subject = subjectOf(picture, before);
	const what = first && first.row.measure !== measure ? ` ${first.row.measure}` : '';
	return [
		{
			id: `silence/${of}/${measure}/${silence.since}/ended`,
			kind: 'silence',
			text: first
				? `${subject}: the silence of ${speakerName(picture, silence.by)} is ended by its first figure, ${amount(first.fact)}${what} by ${speakerName(picture, first.chain.by, of)}${first.isPart ? ` (${noTotal(first.fact).join(', ')})` : ''}`
				: `${subject}: that ${speakerName(picture, silence.by)} gave no figure is no longer said`,
			at: first?.at ?? back?.at ?? null,
			firstSeenAt: first ? retold.firstSeenAt(fact) : (back?.firstSeenAt ?? null),
			fact,
			outlet: back?.outlet ?? outletOf(picture, fact),
			link: linkOf(fact),
			source: null,
		},
	];
}

/** All that a claimant has said and not taken back, with when it was said. */
function wordsOf({by, current, currentAt, replaced, parts, isPart}: Chain) {
	if (by.kind !== 'official') return [];
	const told = (fact: Figure) => {
		const {publishedAt} = fact.report;
		return publishedAt === null ? fact.saidAt : saidAt(fact, publishedAt);
	};
	return [
		{fact: current, at: currentAt, isPart},
		...replaced
			.filter(({why}) => why !== 'withdrawn')
			.map(({fact, at}) => ({fact, at: Math.min(told(fact) ?? at, at), isPart: !isTotal(fact)})),
		...parts.map(fact => ({fact, at: told(fact) ?? currentAt, isPart: true})),
	];
}

/** “No casualties” said before the silence does not end it, nor does “several”. */
const ends = (fact: Figure, at: number, since: number): boolean =>
	fact.qualifier !== 'vague' && ((worth(fact) ?? 0) > 0 || (worth(fact) === 0 && at >= since));
