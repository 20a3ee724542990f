import {
	after,
	anyOf,
	as,
	followedBy,
	notAfter,
	notFollowedBy,
	only,
	optional,
	repeated,
	sequence,
} from '../../match.ts';
import {
	type Count,
	type Entry,
	type Found,
	type Group,
	has,
	type Item,
	item,
	items,
	type Sense,
} from '../../rule.ts';
import {list} from './list.ts';

/*
 * How English writes numbers: words, digits, ranges, “at least”, “dozens”; and numbers that count no people.
 */

const units = list(
	'zero, one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, thirteen, fourteen, fifteen, sixteen, seventeen, eighteen, nineteen',
);
const tens = list('twenty, thirty, forty, fifty, sixty, seventy, eighty, ninety');

export const numberWords: readonly Entry[] = [
	...units.slice(1).map((word, index) => ({is: ['ones', 'cardinal'], value: index + 1, words: [word]})),
	...tens.map((word, index) => ({is: ['tens', 'cardinal'], value: (index + 2) * 10, words: [word]})),
	{is: ['hundred', 'cardinal'], value: 100, words: ['hundred']},
	{is: ['dozen', 'cardinal'], value: 12, words: ['dozen']},
	{is: ['dozen', 'cardinal'], value: 20, words: ['score']},
	{is: ['scale', 'cardinal'], value: 1000, words: ['thousand']},
	{is: ['scale', 'cardinal'], value: 1_000_000, words: list('million, mln')},
	{is: ['scale', 'cardinal'], value: 1_000_000_000, words: list('billion, bn')},
	{is: ['fraction'], value: 0.25, words: list('quarter, quarters')},
	{is: ['fraction'], value: 1 / 3, words: list('third, thirds')},
	{
		is: ['ordinal'],
		words: list(
			'third, fourth, fifth, sixth, seventh, eighth, ninth, tenth, eleventh, twelfth, twentieth, hundredth',
		),
	},
	{is: ['vague'], value: 2, words: list('a couple, a couple of')},
	{is: ['vague'], value: 3, words: list('several, a few, a handful of, a handful')},
	{is: ['vague'], value: 10, words: list('tens, tens of')},
	{is: ['vague'], value: 12, words: list('dozens, dozens of')},
	{is: ['vague'], value: 20, words: list('scores, scores of')},
	{is: ['vague'], value: 100, words: list('hundreds, hundreds of')},
	{is: ['vague'], value: 1000, words: list('thousands, thousands of')},
	{is: ['vague'], value: 10_000, words: list('tens of thousands, tens of thousands of')},
	{is: ['vague'], value: 100_000, words: list('hundreds of thousands, hundreds of thousands of')},
	{is: ['vague'], value: 1_000_000, words: list('millions, millions of')},
	{
		is: ['qualifier'],
		qualifier: 'at least',
		words: list(
			'at least, no fewer than, no less than, not less than, not fewer than, a minimum of, at the very least, minimum, upwards of',
		),
	},
	{
		is: ['qualifier'],
		qualifier: 'more than',
		words: list(
			'more than, over, in excess of, above, well over, well above, exceeding, greater than, upward of, well more than, just over, slightly more than, far more than, well in excess of, >, more then',
		),
	},
	{
		is: ['qualifier'],
		qualifier: 'about',
		words: list(
			'about, around, some, approximately, roughly, an estimated, estimated, circa, in the region of, approx., approx, somewhere around, close on, ~, in the order of, an approximate',
		),
	},
	{
		is: ['qualifier'],
		qualifier: 'nearly',
		words: list('nearly, almost, close to, just under, approaching, just short of, nearing'),
	},
	{
		is: ['qualifier'],
		qualifier: 'up to',
		words: list(
			'up to, as many as, no more than, not more than, at most, a maximum of, fewer than, less than, under, below, maximum, <',
		),
	},
	{
		is: ['tail'],
		qualifier: 'at least',
		words: list(
			'or more, -plus, plus, +, at least, and counting, or so more, at the least, at minimum, at a minimum, or above, upwards',
		),
	},
	{is: ['tail'], qualifier: 'about', words: list('or so, approximately, or thereabouts')},
	{is: ['tail'], qualifier: 'up to', words: list('at most, or fewer, or less')},
];

/** 36: exactly. */
export function exactly(value: number): Count {
	return {low: value, best: value, high: value, qualifier: 'exact'};
}

/** A number with its qualifier as low, best and high. */
export function counted(value: number, qualifier: Count['qualifier']): Count {
	switch (qualifier) {
		case 'at least':
		case 'more than':
			return {low: value, best: value, high: null, qualifier};
		case 'about':
			return {low: null, best: value, high: null, qualifier};
		case 'nearly':
			return {low: null, best: value, high: value, qualifier};
		case 'up to':
			return {low: null, best: null, high: value, qualifier};
		case 'vague':
			return {low: value, best: null, high: null, qualifier};
		default:
			return exactly(value);
	}
}

const numberClasses = ['number'];
const countClasses = ['count'];
const measured: Sense = {is: ['measured']};
const aged: Sense = {is: ['measured', 'aged one']};
const later: Sense = {is: ['measured', 'yearsAfter']};
const shared: Sense = {is: ['measured', 'share']};
const count = (value: Count): Sense => ({is: countClasses, count: value});

// “two hundred and four”, “three thousand two hundred”: null where the words are no one number (“five six”).
function composed(words: readonly Item[]): number | null {
	let total = 0;
	let part = 0;
	let last = Number.POSITIVE_INFINITY;
	for (const {sense} of words) {
		const value = sense.value ?? 0;
		if (sense.is.includes('ones') || sense.is.includes('tens')) {
			if (last <= value || (last < 20 && last > 0) || (value > 9 && last < 100)) {
				return null;
			}

			part += value;
			last = value;
		} else if (sense.is.includes('hundred') || sense.is.includes('dozen')) {
			part = (part || 1) * value;
			last = value;
		} else if (sense.is.includes('scale')) {
			total += (part || 1) * value;
			part = 0;
			last = value;
		}
	}

	return total + part;
}

const value = (found: Found, name: string) => item(found, name)?.sense.value ?? null;

const isUnit = (word: Item | undefined) => has(word, 'dozen', 'hundred', 'scale');

export const numberGroups: readonly Group[] = [
	{
		name: 'two and a half million',
		pattern: sequence(as('n', anyOf('ones', 'number')), '=and', '=a', '=half', as('s', 'scale')),
		gives: [numberClasses],
		make: found => ({is: numberClasses, value: ((value(found, 'n') ?? 0) + 0.5) * (value(found, 's') ?? 1)}),
	},
	{
		name: 'half a dozen',
		pattern: sequence('=half', '=a', as('n', anyOf('dozen', 'hundred', 'scale'))),
		gives: [numberClasses],
		make: found => ({is: numberClasses, value: (value(found, 'n') ?? 0) / 2}),
	},
	{
		name: 'a quarter of a million',
		pattern: sequence(
			optional(anyOf('=a', '=one', as('n', 'ones'))),
			optional('hyphen'),
			as('part', 'fraction'),
			'=of',
			'=a',
			as('s', 'scale'),
		),
		gives: [numberClasses],
		make: found => ({
			is: numberClasses,
			value: Math.round((value(found, 'n') ?? 1) * (value(found, 'part') ?? 0) * (value(found, 's') ?? 1)),
		}),
	},
	{
		name: '1.4m people',
		pattern: sequence(
			as('n', 'short'),
			followedBy(anyOf('person', 'nationality', 'modifier', 'struck', 'died')),
		),
		gives: [numberClasses],
		make: found => ({is: numberClasses, value: value(found, 'n') ?? 0}),
	},
	{
		name: 'several hundred',
		pattern: sequence(
			as('v', anyOf('vague', '=few')),
			as('n', anyOf('hundred', 'scale', 'dozen')),
			optional('=of'),
		),
		gives: [countClasses],
		make: found => count(counted((value(found, 'v') ?? 3) * (value(found, 'n') ?? 1), 'vague')),
	},
	{
		name: '1.2 million',
		pattern: sequence(as('n', anyOf('number', 'decimal')), as('s', 'scale')),
		gives: [numberClasses],
		make: found => ({
			is: numberClasses,
			value: Math.round((value(found, 'n') ?? 0) * (value(found, 's') ?? 1)),
			unit: value(found, 's') ?? 1,
		}),
	},
	{
		name: 'twenty-three',
		pattern: sequence(
			optional(sequence('=a', followedBy(anyOf('hundred', 'dozen', 'scale')))),
			as(
				'n',
				'cardinal',
				repeated(
					0,
					9,
					anyOf(
						'cardinal',
						sequence('hyphen', followedBy('ones')),
						sequence(after(anyOf('hundred', 'scale')), '=and', followedBy(anyOf('ones', 'tens'))),
					),
				),
			),
		),
		gives: [numberClasses],
		make: found => {
			const words = items(found, 'n');
			const total = composed(words);
			return total === null
				? null
				: {
						is: numberClasses,
						value: total,
						...(isUnit(words.at(-1)) ? {unit: words.at(-1)!.sense.value!} : {}),
					};
		},
	},
];

// Numbers that count no people; after the dates have been taken out.
const joint = anyOf('hyphen', 'dash');
export const measureGroups: readonly Group[] = [
	{
		name: '970-kilometre',
		pattern: anyOf(
			sequence(
				anyOf('number', 'decimal', 'vague', 'qualifier'),
				repeated(0, 3, anyOf('number', 'decimal', joint, '=to', '=and', 'hyphen')),
				optional('hyphen'),
				anyOf('unit', 'percent', 'currency'),
				optional(optional('hyphen'), anyOf('old', '=ago', sequence('hyphen', 'word'))),
			),
			sequence(anyOf('number', 'decimal'), optional('hyphen'), anyOf('old', 'percent')),
			sequence('currency', anyOf('number', 'decimal', 'mixed')),
			sequence(
				anyOf('aged', 'numberSign'),
				'number',
				repeated(
					0,
					4,
					anyOf(sequence(optional('comma'), anyOf('=and', '=to', 'hyphen', 'dash')), 'comma'),
					'number',
				),
			),
			sequence('number', 'yearsAfter'),
			sequence('number', 'hyphen', only('word', 'number')),
			sequence('number', optional('comma'), optional('hyphen'), 'strong'),
			sequence(anyOf('word', 'name'), 'hyphen', 'number'),
			sequence('number', 'slash', 'number'),
			// “Captain Reval, 41, died”, “he was 36 when …”: ages.
			sequence(after(anyOf('name', 'official', 'one'), 'comma'), 'number', followedBy('comma')),
			sequence(after(anyOf('=he', '=she'), 'be'), 'number'),
		),
		gives: [measured.is, shared.is, aged.is, later.is],
		make: found => {
			const last = found.line.items[found.to - 1];
			return has(last, 'yearsAfter')
				? later
				: has(last, 'percent')
					? shared
					: has(last, 'old')
						? aged
						: measured;
		},
	},
];

const between = (low: Item | undefined, high: Item | undefined): Sense | null => {
	const most = high?.sense.value;
	const unit = low?.sense.unit === undefined ? (high?.sense.unit ?? 1) : 1;
	const small = low?.sense.value;
	// “Two to three dozen”: both are dozens.
	const least =
		small !== undefined && most !== undefined && small < unit && small * unit < most ? small * unit : small;
	if (least === undefined || most === undefined || most <= least) {
		return null;
	}

	return count({low: least, best: null, high: most, qualifier: 'between'});
};

// “A 3-2 defeat”: of two numbers that a hyphen joins, the second is the larger, or they are no range.
const score: Group = {
	name: '3-2',
	pattern: sequence(as('low', 'number'), 'hyphen', as('high', 'number'), notFollowedBy('hyphen')),
	gives: [measured.is],
	make: found => ((value(found, 'high') ?? 0) <= (value(found, 'low') ?? 0) ? measured : null),
};

export const countGroups: readonly Group[] = [
	score,
	{
		name: 'between 20 and 30',
		pattern: sequence(
			'=between',
			optional('qualifier'),
			as('low', 'number'),
			anyOf('=and', '=to'),
			optional('qualifier'),
			as('high', 'number'),
		),
		gives: [countClasses],
		make: found => between(item(found, 'low'), item(found, 'high')),
	},
	{
		name: 'at least four and up to seven',
		pattern: sequence(
			optional('qualifier'),
			as('low', 'number'),
			anyOf('=and', '=but', '=or'),
			optional('=possibly', 'adverb'),
			as('q', 'qualifier'),
			as('high', 'number'),
		),
		gives: [countClasses],
		make: found =>
			item(found, 'q')?.sense.qualifier === 'up to' ? between(item(found, 'low'), item(found, 'high')) : null,
	},
	{
		name: '20 to 30',
		pattern: sequence(
			notAfter(anyOf('rise', 'hyphen', sequence(anyOf('rise', 'bring'), anyOf('=from', '=by')))),
			optional('qualifier'),
			as('low', 'number'),
			anyOf('=to', '=or', joint, sequence(anyOf('=and', '=or'), 'possibly')),
			optional('qualifier'),
			as('high', 'number'),
			notFollowedBy('hyphen'),
		),
		gives: [countClasses],
		make: found => between(item(found, 'low'), item(found, 'high')),
	},
	{
		name: '36 or more',
		pattern: sequence(as('n', 'number'), optional('hyphen'), as('tail', 'tail')),
		gives: [countClasses],
		make: found => count(counted(value(found, 'n') ?? 0, item(found, 'tail')?.sense.qualifier ?? 'exact')),
	},
	{
		name: 'at least 36',
		pattern: sequence(
			repeated(0, 1, 'qualifier'),
			as('q', 'qualifier'),
			optional(anyOf('=another', '=the', '=a')),
			as('n', 'number'),
		),
		gives: [countClasses],
		make: found => {
			const first = found.line.items[found.from];
			// “at least some 40”: the outer word decides.
			return count(counted(value(found, 'n') ?? 0, first?.sense.qualifier ?? 'exact'));
		},
	},
	{
		name: 'dozens',
		pattern: sequence(
			optional(anyOf('qualifier', '=many')),
			as('n', 'vague'),
			optional('=of', notFollowedBy(anyOf('=them', '=whom'))),
		),
		gives: [countClasses],
		make: found => count(counted(value(found, 'n') ?? 0, 'vague')),
	},
	{
		name: 'at least several hundred',
		pattern: sequence('qualifier', as('n', 'count')),
		gives: [countClasses],
		make: found => item(found, 'n')?.sense ?? null,
	},
	{
		name: '36',
		pattern: as('n', only('number', 'year')),
		gives: [countClasses],
		make: found => count(exactly(value(found, 'n') ?? 0)),
	},
];
