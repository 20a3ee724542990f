import type {Wanted} from '../../store/store.ts';
import {word, wordsOf} from '../../store/words.ts';

/** A place of what is looked for: UTF-16, inside the text. */
export type Mark = {readonly start: number; readonly end: number};

/** A text with the places of what is looked for in it, in order and apart from each other. */
export type Marked = {readonly text: string; readonly marks: readonly Mark[]};

type Looked = Pick<Wanted, 'words' | 'phrases'>;

/** Where words and phrases stand in a text, in order; which of them, as its number, words first. */
export function placesIn(text: string, {words, phrases}: Looked): (Mark & {readonly term: number})[] {
	const read = [...text.matchAll(word)].flatMap(({0: found, index}) =>
		wordsOf(found).map(each => ({each, start: index, end: index + found.length})),
	);
	const numbers = new Map(words.map((each, number) => [each, number]));
	return read.flatMap(({each, start, end}, at) => {
		const term = numbers.get(each);
		return [
			...(term === undefined ? [] : [{start, end, term}]),
			...phrases.flatMap((phrase, number) =>
				phrase.every((wanted, place) => read[at + place]?.each === wanted)
					? [{start, end: read[at + phrase.length - 1]!.end, term: words.length + number}]
					: [],
			),
		];
	});
}

/** A text with all that is looked for marked in it. */
export const markedIn = (text: string, looked: Looked): Marked => ({
	text,
	marks: joined(placesIn(text, looked)),
});

/** Places that overlap as one. */
export function joined(places: readonly Mark[]): Mark[] {
	const marks: Mark[] = [];
	for (const {start, end} of [...places].sort((a, b) => a.start - b.start)) {
		const last = marks.at(-1);
		if (last && start < last.end) marks[marks.length - 1] = {start: last.start, end: Math.max(last.end, end)};
		else marks.push({start, end});
	}
	return marks;
}

/** A text cut into what is marked and what is not, in order. */
export function parts({text, marks}: Marked): {readonly text: string; readonly isMarked: boolean}[] {
	let at = 0;
	const cut = marks.flatMap(({start, end}) => {
		const before = {text: text.slice(at, start), isMarked: false};
		at = end;
		return [before, {text: text.slice(start, end), isMarked: true}];
	});
	return [...cut, {text: text.slice(at), isMarked: false}].filter(part => part.text !== '');
}

/** A long text cut to about so many characters around the first mark, between words. */
export function excerpt({text, marks}: Marked, length: number, ellipsis: string): Marked {
	if (text.length <= length) return {text, marks};
	const [first = {start: 0, end: 0}] = marks;
	const from = Math.max(0, Math.min(first.start - Math.floor(length / 3), text.length - length));
	const start = from === 0 ? 0 : Math.min(text.indexOf(' ', from) + 1 || from, first.start);
	const blank = text.lastIndexOf(' ', start + length);
	const end = start + length >= text.length ? text.length : Math.max(blank, first.end);
	const before = start === 0 ? '' : ellipsis;
	return {
		text: `${before}${text.slice(start, end)}${end === text.length ? '' : ellipsis}`,
		marks: marks
			.filter(mark => mark.start >= start && mark.end <= end)
			.map(mark => ({start: mark.start - start + before.length, end: mark.end - start + before.length})),
	};
}
