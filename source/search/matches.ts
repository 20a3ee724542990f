import {isAsked} from '../../store/matching.ts';
import type {Kept, Wanted} from '../../store/store.ts';
import {sentencesOf} from '../facts/read.ts';
import {joined, type Mark, type Marked, markedIn, placesIn} from './marks.ts';

/** What of a report holds what was looked for. */
export type Matches = {
	readonly title: Marked;
	/** Sentences in the order of the text. */
	readonly sentences: readonly Marked[];
	/** How many more sentences there are than are given. */
	readonly more: number;
};

/**
 * Finds the sentences that hold what was looked for: words where there are any, else the facts that were asked for.
 *
 * @param most sentences; where there are more, those that hold most of the words
 */
export function matchesOf(
	kept: Kept,
	text: string,
	wanted: Wanted,
	most = Number.POSITIVE_INFINITY,
): Matches {
	const hasWords = wanted.words.length > 0 || wanted.phrases.length > 0;
	const {title, all} = hasWords ? ofWords(kept.report.title, text, wanted) : ofFacts(kept, wanted);
	const chosen = all
		.map((sentence, at) => ({...sentence, at}))
		.sort((a, b) => b.terms - a.terms || a.at - b.at)
		.slice(0, most)
		.sort((a, b) => a.at - b.at);
	return {
		title,
		sentences: chosen.map(({text, marks}) => ({text, marks})),
		more: all.length - chosen.length,
	};
}

type Found = {readonly title: Marked; readonly all: readonly (Marked & {readonly terms: number})[]};

function ofWords(title: string, text: string, wanted: Wanted): Found {
	const places = placesIn(text, wanted);
	let next = 0;
	const all = sentencesOf(text).flatMap(({start, end}) => {
		// Both are in order; a phrase may reach into the next sentence.
		while (next < places.length && places[next]!.end <= start) next++;
		const inside: typeof places = [];
		for (let at = next; at < places.length && places[at]!.start < end; at++)
			if (places[at]!.end > start) inside.push(places[at]!);
		if (inside.length === 0) return [];
		const marks = joined(
			inside.map(place => ({
				start: Math.max(place.start, start) - start,
				end: Math.min(place.end, end) - start,
			})),
		);
		return [{text: text.slice(start, end), marks, terms: new Set(inside.map(({term}) => term)).size}];
	});
	return {title: markedIn(title, wanted), all};
}

function ofFacts({report, facts}: Kept, wanted: Wanted): Found {
	const {title} = report;
	const hasFacts = wanted.kinds.length > 0 || wanted.sides.length > 0;
	const asked = hasFacts ? facts.filter(fact => isAsked({report, facts: [fact], reader: ''}, wanted)) : [];
	const sentences = new Map<string, Mark[]>();
	const inTitle: Mark[] = [];
	for (const {sentence, start, end} of asked) {
		const at = title.indexOf(sentence);
		if (at === -1) sentences.set(sentence, [...(sentences.get(sentence) ?? []), {start, end}]);
		else inTitle.push({start: at + start, end: at + end});
	}
	return {
		title: {text: title, marks: joined(inTitle)},
		all: [...sentences].map(([text, marks]) => ({text, marks: joined(marks), terms: 1})),
	};
}
