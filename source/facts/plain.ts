import type {Sense} from './rule.ts';
import {kindOfToken} from './tokens.ts';

/*
 * Senses of what no lexicon holds.
 */

const word: Sense = {is: ['word']};
const name: Sense = {is: ['name']};
const mixed: Sense = {is: ['mixed']};
const clock: Sense = {is: ['clock']};
const decimal: Sense = {is: ['decimal']};
const numeric: Sense = {is: ['numeric']};
const mark: Sense = {is: ['mark']};
const shortClasses = ['mixed', 'short'];
const numberClasses = ['number'];
const yearClasses = ['number', 'year'];
const dayClasses = ['day', 'number'];
// A digit and a letter, or a mark, that no rule can use.
export const plainSets: readonly (readonly string[])[] = [
	['word'],
	['name'],
	['mixed'],
	['clock'],
	['decimal'],
	['numeric'],
	['mark'],
	shortClasses,
	numberClasses,
	yearClasses,
	dayClasses,
];

/** The sense of a token as it is written. */
export function plain(written: string): Sense {
	const kind = kindOfToken(written);
	if (kind === 'digits') {
		return digits(written);
	}

	if (kind === 'mark') {
		return mark;
	}

	if (/^\d/.test(written)) {
		return short(written) ?? mixed;
	}

	return written === written.toLowerCase() ? word : name;
}

const thousands: Readonly<Record<string, number>> = {k: 1e3, m: 1e6, mn: 1e6, mln: 1e6, bn: 1e9};

// “1.4m”, “12k”: of people or metres, as the words after it tell.
function short(written: string): Sense | null {
	const [, digits, scale] = /^(\d{1,3}(?:\.\d{1,3})?)(k|m|mn|mln|bn)$/i.exec(written) ?? [];
	return digits && scale
		? {is: shortClasses, value: Math.round(Number(digits) * thousands[scale.toLowerCase()]!)}
		: null;
}

function digits(written: string): Sense {
	if (/^\d{1,15}$/.test(written)) {
		const value = Number(written);
		if (written.length === 4 && value >= 1900 && value < 2100) {
			return {is: yearClasses, value};
		}

		return value >= 1 && value <= 31 && written.length <= 2
			? {is: dayClasses, value}
			: {is: numberClasses, value};
	}

	if (/^\d{1,3}([,.\s])\d{3}(?:\1\d{3}){0,3}$/.test(written)) {
		return {is: numberClasses, value: Number(written.replaceAll(/\D/g, ''))};
	}

	const time = /^(\d{1,2})[:.](\d{2})$/.exec(written);
	if (time && Number(time[1]) < 24 && Number(time[2]) < 60) {
		const isClock = written.includes(':');
		return isClock
			? {...clock, date: {hour: Number(time[1]), minute: Number(time[2])}}
			: {...decimal, value: Number(written), date: {hour: Number(time[1]), minute: Number(time[2])}};
	}

	return /^\d{1,9}\.\d{1,6}$/.test(written) ? {...decimal, value: Number(written)} : numeric;
}
