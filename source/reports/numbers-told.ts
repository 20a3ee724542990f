import {daysTold} from './days-told.ts';
import {digit, type Letters, letter, lettersOf, numeral, other} from './letters.ts';
import {meaningOf} from './number-words.ts';

/*
 * The numbers of a text, to tell whether two texts say the same ones. Not what they count: that is the reader's work.
 * In digits or in words they are equal, and so is a day however it is written; “24” and “36”, “dozens” and “hundreds” never are.
 */

/** A number where a text tells it. */
export type NumberTold = {
	/** `24`, `3.5`, `dozens`; `9-14` for the 14th of September. */
	readonly value: string;
	/** Of its first character, and of the one behind its last. */
	readonly start: number;
	readonly end: number;
};

// “No casualties” counts, “no comment” and “no longer” do not.
const beforeMany =
	/^\s+(?:one|people|dead|wounded|injured|(?:\p{L}+\s+)?(?!(?:was|is|has|its|as|this|does)\b)\p{L}*[^s\P{L}]s)(?!\p{L})/u;
// “One another”, “one of the worst”.
const beforeNone = /^\s+(?:another|of\s+the\s+(?:most|\p{L}+st))(?!\p{L})/u;
const lookedAhead = 60;

/**
 * All numbers of a text, in the order told.
 *
 * @param text in lower case
 * @param year that goes without saying where a day is told: in 2022 “14 September 2022” is “Sept. 14”
 */
export function numbersTold(
	text: string,
	{units, kinds}: Letters = lettersOf(text),
	year: number | null = null,
): readonly NumberTold[] {
	const told: (NumberTold & {readonly month?: number})[] = [];
	// A number as far as it has been read: “three thousand” in the sum, “forty” in the part.
	let isOpen = false;
	let isInDigits = false;
	let from = 0;
	let to = 0;
	let sum = 0;
	let part = 0;
	const close = () => {
		if (isOpen) told.push({value: String(sum + part), start: from, end: to});
		isOpen = false;
		isInDigits = false;
		sum = 0;
		part = 0;
	};
	const goOn = (start: number, end: number) => {
		if (!isOpen) from = start;
		isOpen = true;
		to = end;
	};
	for (let at = 0; at < text.length; ) {
		const start = at;
		const kind = kinds[at]!;
		if (kind === digit) {
			at = endOfDigits(text, kinds, at);
			close();
			const numbers = digits(text.slice(start, at));
			let place = start;
			for (const [index, {written, value}] of numbers.entries()) {
				place = text.indexOf(written, place);
				const end = place + written.length;
				if (index < numbers.length - 1 || !/^\d+(?:\.\d+)?$/.test(value) || value.length > 15)
					told.push({value, start: place, end});
				else {
					// It may go on in words: “136 thousand”.
					goOn(place, end);
					part = Number(value);
					isInDigits = true;
				}
				place = end;
			}
			continue;
		}
		at++;
		if (kind === numeral) {
			while (kinds[at] === numeral) at++;
			close();
			told.push({value: text.slice(start, at), start, end: at});
		}
		if (kind !== letter) continue;
		while (kinds[at] === letter) at++;
		const meaning = meaningOf(text, units, start, at);
		if (meaning === null || (isOpen && !isJoined(units, kinds, to, start))) close();
		if (meaning === null) continue;
		if (meaning.kind === 'and') {
			if (isInDigits) close();
			if (isOpen) to = at;
		} else if (meaning.kind === 'value') {
			// “Forty-two” goes on; “five” after “three” begins anew, and so does each word of a value after digits.
			if (isInDigits || part % 10 !== 0) close();
			if (meaning.amount === 1 && !isOpen && beforeNone.test(text.slice(at, at + lookedAhead))) continue;
			goOn(start, at);
			part += meaning.amount;
		} else if (meaning.kind === 'times') {
			goOn(start, at);
			isInDigits = false;
			const many = (part || 1) * meaning.amount;
			if (meaning.amount === 100) part = many;
			else {
				sum += many;
				part = 0;
			}
		} else {
			close();
			if (meaning.kind === 'month') told.push({value: '', start, end: at, month: meaning.amount});
			else if (meaning.kind === 'loose' || beforeMany.test(text.slice(at, at + lookedAhead)))
				told.push({value: text.slice(start, at), start, end: at});
		}
	}
	close();
	return daysTold(told, text, year);
}

/** Whether the words of one number could stand on both sides: nothing but spaces and hyphens between them. */
function isJoined(units: Uint16Array, kinds: Uint8Array, from: number, to: number): boolean {
	for (let at = from; at < to; at++)
		if (kinds[at] !== other || (units[at] !== 0x20 && units[at] !== 0xa0 && units[at] !== 0x2d)) return false;
	return true;
}

/** Where a number ends that begins at a place: its last digit, with what may stand between two digits. */
function endOfDigits(text: string, kinds: Uint8Array, at: number): number {
	let end = at + 1;
	for (let next = end; next < text.length; next++) {
		if (kinds[next] === digit) end = next + 1;
		else if (!".,:\u00a0\u202f\u2009' ".includes(text[next]!)) break;
	}
	return end;
}

/** “1,000”, “136 770” and “136.770” are one number each, “10:30” two, “3.5” is one, and “09” is 9. */
function digits(token: string): {written: string; value: string}[] {
	if (/^[1-9]\d*$/.test(token)) return [{written: token, value: token}];
	return token
		.split(/(?<=\d)[:]+|(?<=\d)[^\d]{2,}|(?<=\d)[ \u00a0\u202f\u2009'](?!\d{3}(?!\d))/u)
		.filter(written => /\d/.test(written))
		.map(written => ({
			written,
			value: written
				.replace(/[ \u00a0\u202f\u2009',.](?=\d{3}(?!\d))/gu, '')
				.replace(/[^\d.,]/gu, '')
				.replace(',', '.')
				.replace(/^0+(?=\d)/, ''),
		}));
}
