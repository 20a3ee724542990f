import {after, anyOf, as, notFollowedBy, optional, repeated, sequence} from '../../match.ts';
import {type Entry, type Found, type Group, item, type Sense, type Written} from '../../rule.ts';

/*
 * Dates and hours as English writes them.
 */

const weekdays = [
	['sunday', 'sun'],
	['monday', 'mon'],
	['tuesday', 'tue', 'tues'],
	['wednesday', 'wed'],
	['thursday', 'thu', 'thurs'],
	['friday', 'fri'],
	['saturday', 'sat'],
];
const months = [
	['January', 'Jan'],
	['February', 'Feb'],
	['March', 'Mar'],
	['April', 'Apr'],
	['May'],
	['June'],
	['July'],
	['August', 'Aug'],
	['September', 'Sept', 'Sep'],
	['October', 'Oct'],
	['November', 'Nov'],
	['December', 'Dec'],
];
const capital = (word: string) => word[0]!.toUpperCase() + word.slice(1);

const monthName = months.flat().join('|');
const fullDate = new RegExp(
	`\\b(?:(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${monthName})\\.?,? ((?:19|20)\\d\\d)|(${monthName})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\\d\\d)|((?:19|20)\\d\\d)-(\\d\\d)-(\\d\\d))\\b`,
	'i',
);

/** The first date with its year in a text, as the first moment of that day in UTC; null where there is none. */
export function firstDate(text: string): number | null {
	const found = fullDate.exec(text);
	if (!found) {
		return null;
	}

	const [, day, month, year, monthFirst, dayAfter, yearAfter, isoYear, isoMonth, isoDay] = found;
	const named = (month ?? monthFirst)?.slice(0, 3).toLowerCase();
	const index = isoMonth
		? Number(isoMonth) - 1
		: months.findIndex(names => names[0]!.slice(0, 3).toLowerCase() === named);
	return Date.UTC(Number(year ?? yearAfter ?? isoYear), index, Number(day ?? dayAfter ?? isoDay));
}

const afterHour = `(?:${weekdays.map(([name]) => capital(name!)).join('|')}|(?:${monthName})\\.? \\d|GMT|UTC|E[DS]?T|CES?T|BST|EES?T|EAT|MSK|IST|PKT|(?:\\p{Lu}\\p{L}+[ -]){1,3}[Tt]ime)\\b`;

/** After “6 p.m.”: “Monday”, “September 16”, “Moscow time”, “(1600 GMT)”, “(local time)”; not “(Reporting by …)”. */
export const hourGoesOn: RegExp = new RegExp(
	`^\\s*(?:${afterHour}|\\(\\s*(?:[\\d\\p{Ll}]|${afterHour}))`,
	'u',
);

export const dateWords: readonly Entry[] = [
	...weekdays.map((words, weekday) => ({is: ['weekday'], date: {weekday}, words: words.map(capital)})),
	...months.map((words, index) => ({is: ['month'], date: {month: index + 1}, words})),
	{
		is: ['date'],
		date: {daysAgo: 1},
		words: ['yesterday', 'a day earlier', 'the day before', 'the previous day'],
	},
	{is: ['date'], date: {daysAgo: -1}, words: ['tomorrow']},
	{is: ['date'], date: {daysAgo: 0}, words: ['today', 'earlier today', 'this morning']},
	{
		is: ['date', 'pastDate'],
		date: {yearsAgo: 1},
		words: ['last year', 'a year ago', 'the previous year', 'a year earlier'],
	},
	{
		is: ['date', 'pastDate'],
		date: {monthsAgo: 1},
		words: ['last month', 'a month ago', 'the previous month'],
	},
	{
		is: ['date', 'lastDay'],
		date: {daysAgo: 0},
		words: [
			'in the past 24 hours',
			'in the last 24 hours',
			'over the past 24 hours',
			'over the last 24 hours',
			'in the past day',
			'in 24 hours',
			'within 24 hours',
			'over the past day',
			'during the day',
			'in the previous 24 hours',
		],
	},
	{
		is: ['partOfDay'],
		words: [
			'morning',
			'evening',
			'afternoon',
			'night',
			'local time',
			'at night',
			'noon',
			'midday',
			'early',
			'late',
			'dawn',
			'midnight',
		],
	},
	{is: ['noon'], date: {hour: 0, minute: 0}, words: ['midnight']},
	{is: ['noon'], date: {hour: 12, minute: 0}, words: ['noon', 'midday']},
	{is: ['forenoon'], words: ['a.m.', 'am', 'a.m']},
	{is: ['afternoon'], words: ['p.m.', 'pm', 'p.m']},
	...(
		[
			[0, ['GMT', 'UTC', 'Greenwich Mean Time']],
			[60, ['CET', 'BST']],
			[120, ['CEST', 'EET']],
			[180, ['Moscow time', 'Moscow Time', 'MSK', 'EEST', 'EAT']],
			[210, ['Tehran time']],
			[300, ['PKT', 'Pakistan time', 'Dushanbe time']],
			[330, ['IST', 'Indian time']],
			[360, ['Bishkek time']],
			[240, ['Yerevan time', 'Baku time']],
			[-240, ['EDT']],
			[-300, ['EST']],
		] as const
	).map(([zoneMinutes, words]) => ({is: ['gmt', 'unit'], date: {zoneMinutes}, words: [...words]})),
	{is: ['localTime'], words: ['local time', 'local']},
	...['195', '196', '197', '198', '199', '200', '201'].map(decade => ({
		is: ['date'],
		date: {year: Number(decade) * 10 + 9},
		words: [`${decade}0s`],
	})),
	{
		is: ['date', 'pastDate'],
		date: {year: 1945},
		words: [
			'World War Two',
			'World War II',
			'Second World War',
			'Great Patriotic War',
			'the Holocaust',
			'WWII',
		],
	},
	{
		is: ['date', 'pastDate'],
		date: {year: 1918},
		words: ['World War One', 'World War I', 'First World War', 'WWI'],
	},
	{
		is: ['datedEvent'],
		words: [
			'war',
			'civil war',
			'conflict',
			'genocide',
			'massacre',
			'uprising',
			'revolution',
			'invasion',
			'pogrom',
			'pogroms',
			'crackdown',
			'coup',
			'riots',
			'unrest',
			'clashes',
			'fighting',
			'offensive',
		],
	},
	{is: ['ago'], words: ['ago', 'earlier']},
	{is: ['yearUnit'], words: ['years', 'year']},
	{is: ['monthUnit'], words: ['months', 'month']},
	{is: ['dayUnit'], words: ['days', 'day']},
	{is: ['weekUnit'], words: ['weeks', 'week']},
];

const dateClasses = ['date'];
const hourClasses = ['hour'];
const date = (written: Written): Sense => ({is: dateClasses, date: written});
const part = (found: Found, name: string) => item(found, name)?.sense;

/** “14”, or “14th”. */
const dayNumber = (found: Found): number | null => {
	const day = item(found, 'day');
	if (!day) {
		return null;
	}

	const value = day.sense.value ?? Number.parseInt(found.line.text.slice(day.start, day.end), 10);
	return value >= 1 && value <= 31 ? value : null;
};

const hourOf = (found: Found): Written | null => {
	const written = part(found, 'h');
	if (!written) {
		return null;
	}

	const isGmt = part(found, 'gmt') !== undefined;
	const value = written.value ?? 0;
	const clock =
		written.date ??
		(isGmt && value >= 100 ? {hour: Math.floor(value / 100), minute: value % 100} : {hour: value, minute: 0});
	let hour = clock.hour ?? 0;
	if (hour > 23 || (clock.minute ?? 0) > 59) {
		return null;
	}

	if (part(found, 'pm') && hour < 12) {
		hour += 12;
	} else if (part(found, 'am') && hour === 12) {
		hour = 0;
	}

	const zoneMinutes = (part(found, 'gmt') ?? part(found, 'zone'))?.date?.zoneMinutes;
	return {hour, minute: clock.minute ?? 0, ...(zoneMinutes === undefined ? {} : {zoneMinutes})};
};

const daySpec = sequence(optional('=the'), as('day', anyOf('day', 'mixed')));

export const dateGroups: readonly Group[] = [
	{
		name: '16:00, 4 p.m., 1000 GMT',
		pattern: anyOf(
			sequence(
				as('h', anyOf('clock', 'decimal', 'number', 'noon')),
				anyOf(
					sequence(anyOf(as('pm', 'afternoon'), as('am', 'forenoon')), optional(as('zone', 'gmt'))),
					as('gmt', 'gmt'),
					'localTime',
				),
			),
			'clock',
			sequence(after(anyOf('=from', '=at', '=since', '=until', '=after', '=by')), 'noon'),
		),
		gives: [hourClasses],
		make: found => {
			const written = hourOf(found) ?? found.line.items[found.from]?.sense.date;
			return written ? {is: hourClasses, date: written} : null;
		},
	},
	{
		name: '14 September 2022',
		pattern: sequence(
			daySpec,
			optional('=of'),
			as('month', 'month'),
			optional(optional('comma'), as('year', 'year')),
		),
		gives: [dateClasses],
		make: found => {
			const day = dayNumber(found);
			const year = part(found, 'year')?.value;
			return day === null
				? null
				: date({day, ...part(found, 'month')?.date, ...(year === undefined ? {} : {year})});
		},
	},
	{
		name: 'September 14, 2022',
		pattern: sequence(
			as('month', 'month'),
			as('day', anyOf('day', 'mixed')),
			optional(anyOf('hyphen', 'dash', '=to'), 'day'),
			optional('comma'),
			optional(as('year', 'year')),
		),
		gives: [dateClasses],
		make: found => {
			const day = dayNumber(found);
			const year = part(found, 'year')?.value;
			return day === null
				? null
				: date({...part(found, 'month')?.date, day, ...(year === undefined ? {} : {year})});
		},
	},
	{
		name: 'April 2021',
		pattern: sequence(
			optional('partOfDay', optional('hyphen')),
			as('month', 'month'),
			optional('comma'),
			as('year', 'year'),
		),
		gives: [dateClasses],
		make: found => {
			const year = part(found, 'year')?.value;
			return date({...part(found, 'month')?.date, ...(year === undefined ? {} : {year})});
		},
	},
	{
		name: 'in April',
		pattern: sequence(
			after(anyOf('=in', '=since', '=of', '=last', '=late', 'partOfDay', '=from', '=until', '=this')),
			as('month', 'month'),
		),
		gives: [dateClasses],
		make: found => date(part(found, 'month')?.date ?? {}),
	},
	{
		name: 'Friday, 16 September',
		pattern: sequence('weekday', optional('partOfDay'), optional('comma'), as('d', 'date')),
		gives: [dateClasses],
		make: found => part(found, 'd') ?? null,
	},
	{
		name: 'Friday evening',
		pattern: sequence(as('day', 'weekday'), repeated(0, 2, 'partOfDay')),
		gives: [dateClasses],
		make: found => date(part(found, 'day')?.date ?? {}),
	},
	{
		name: 'in 2020',
		pattern: sequence(
			after(
				anyOf(
					'=in',
					'=since',
					'=of',
					'=from',
					'=until',
					'=during',
					'=by',
					'=the',
					'=after',
					'=before',
					'comma',
					'open',
					'=and',
					'worst',
					'=between',
				),
			),
			as('year', 'year'),
			notFollowedBy(anyOf('person', 'number', 'thing', 'modifier')),
		),
		gives: [dateClasses],
		make: found => {
			const year = part(found, 'year')?.value;
			return year === undefined ? null : date({year});
		},
	},
	{
		name: 'the 1992–97 civil war',
		pattern: sequence(
			as('year', 'year'),
			optional(anyOf('hyphen', 'dash', '=to'), anyOf(as('last', 'year'), 'number')),
			repeated(0, 2, anyOf('nationality', 'word', 'name', 'modifier', 'party')),
			'datedEvent',
		),
		gives: [dateClasses],
		make: found => {
			const year = (part(found, 'last') ?? part(found, 'year'))?.value;
			return year === undefined ? null : date({year});
		},
	},
	{
		name: 'two years ago',
		pattern: sequence(
			as('n', anyOf('number', 'vague')),
			anyOf(
				as('years', 'yearUnit'),
				as('months', 'monthUnit'),
				as('days', 'dayUnit'),
				as('weeks', 'weekUnit'),
			),
			'ago',
		),
		gives: [dateClasses],
		make: found => {
			const n = part(found, 'n')?.value ?? 1;
			if (part(found, 'years')) {
				return date({yearsAgo: n});
			}

			return date(part(found, 'months') ? {monthsAgo: n} : {daysAgo: part(found, 'weeks') ? n * 7 : n});
		},
	},
];
