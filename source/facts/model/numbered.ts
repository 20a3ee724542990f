import {namesOf} from '../../profile/names.ts';
import type {Profile} from '../../profile/profile.ts';
import {languages} from '../languages/index.ts';
import {lexicon} from '../lexicon.ts';
import {glance, grouped} from '../line.ts';
import {plainSets} from '../plain.ts';
import {type Readable, sentencesOf, wholeOf} from '../read.ts';
import {type Count, has, type Item, type Language, type Line} from '../rule.ts';
import {alphabet} from '../signs.ts';

/*
 * A report as a model is shown it, and what our own reader sees in each of its sentences: the measure of what is offered.
 */

/** A number as our reader reads it, at its place in the sentence. */
export type Counted = {
	readonly start: number;
	readonly end: number;
	readonly count: Count;
	/** “12 more”. */
	readonly isMore: boolean;
};

export type Numbered = {
	readonly text: string;
	/** Where it begins in the report, its title included. */
	readonly offset: number;
	readonly language: string;
	/** Words and phrases before they are joined: each name of the profile stands alone. */
	readonly words: readonly Item[];
	readonly line: Line;
	readonly counts: readonly Counted[];
};

/** Of one report, cut after a sentence: some four printed pages. */
export const mostCharacters = 12_000;

// No report gives orders to a program that reads it. What does is not shown to the model; the checks hold without this.
const order =
	/\b(ignore|disregard|forget|override)\b.{0,60}\b(instructions?|prompts?|rules|guidelines)\b|\b(system prompt|as an ai (language )?(model|assistant)|you are (now )?an? (ai|assistant|language model)|json (output|answer|response))/i;

/**
 * Makes what numbers the sentences of reports: those in a language that our reader reads, the first one first.
 *
 * A number of the list is its place there plus one. What is left out is not numbered, so that no fact can name it.
 */
export function numbering(
	profile: Profile,
): (report: Pick<Readable, 'title' | 'text'>) => readonly Numbered[] {
	const readers = languages.map(language => lineReader(language, profile));
	return report => {
		const text = wholeOf(report);
		const found: Numbered[] = [];
		let left = mostCharacters;
		for (const {start, end} of sentencesOf(text)) {
			left -= end - start;
			if (left < 0) break;
			const sentence = text.slice(start, end);
			const reader = readers.find(({language}) => language.isWritten(sentence));
			if (reader && !order.test(sentence))
				found.push({...reader.look(sentence), text: sentence, offset: start});
		}
		return found;
	};
}

function lineReader(language: Language, profile: Profile) {
	const words = lexicon([...language.entries, ...namesOf(profile, language.code)]);
	const signs = alphabet([...plainSets, ...words.sets, ...language.groups.flatMap(group => group.gives)]);
	const groups = language.groups.map(({make, pattern}) => ({make, match: signs.compile(pattern)}));
	// Numbers are whole before they are joined with the people whom they count.
	const isOfPeople = language.groups.map(({gives}) => gives.some(set => set.includes('people')));
	const counting = groups.slice(0, Math.max(0, isOfPeople.indexOf(true)));
	const {at, line: single} = glance(words, signs, language.hasSpacedDigits);
	return {
		language,
		look: (sentence: string) => {
			at(sentence);
			const {items} = single();
			const {items: numbers} = grouped(single(), counting, signs);
			const line = grouped(single(), groups, signs);
			return {language: language.code, words: items, line, counts: countsIn(numbers, line.items)};
		},
	};
}

/** All that counts people: alone, and summed in a list. What is a part of a measure or counts things does not. */
function countsIn(numbers: readonly Item[], items: readonly Item[]): readonly Counted[] {
	const people = items.filter(item => item.sense.count && (has(item, 'people') || has(item, 'count')));
	const counted = ({start, end, sense: {count, isMore}}: Item, around?: Item): Counted[] =>
		count ? [{start, end, count, isMore: isMore === true || around?.sense.isMore === true}] : [];
	return [
		...numbers.flatMap(number => {
			const around = people.find(({start, end}) => start <= number.start && number.end <= end);
			return around ? counted(number, around) : [];
		}),
		...people.flatMap(item => counted(item)),
	];
}
