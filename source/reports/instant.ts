// Beginnings of month names as feeds write them, longest first where one begins another. Lower case, without accents.
const months: readonly (readonly string[])[] = [
	['jan', 'янв', 'січ', 'қаңтар', 'yanv', 'oca', 'sty', 'ene', 'gen', 'ιαν'],
	['feb', 'fev', 'fév', 'фев', 'лют', 'ақпан', 'şub', 'sub', 'lut', 'φεβ'],
	['mar', 'mär', 'mrz', 'мар', 'бер', 'наурыз', 'maa', 'μαρ', 'μάρ'],
	['apr', 'avr', 'abr', 'апр', 'кві', 'сәуір', 'nis', 'kwi', 'απρ'],
	['may', 'mai', 'maj', 'mag', 'май', 'мая', 'мае', 'тра', 'мамыр', 'μαϊ', 'μαι'],
	['jun', 'juin', 'iyun', 'июн', 'чер', 'маусым', 'haz', 'cze', 'giu', 'ιουν', 'ιούν'],
	['jul', 'juil', 'iyul', 'июл', 'лип', 'шілде', 'tem', 'lip', 'lug', 'ιουλ', 'ιούλ'],
	['aug', 'avg', 'aoû', 'aou', 'ago', 'авг', 'сер', 'тамыз', 'ağu', 'agu', 'sie', 'αυγ', 'αύγ'],
	['sep', 'set', 'сен', 'вер', 'қыркүйек', 'eyl', 'wrz', 'σεπ'],
	['oct', 'okt', 'out', 'ott', 'окт', 'жов', 'қазан', 'eki', 'paź', 'paz', 'οκτ'],
	['nov', 'ноя', 'лис', 'қараша', 'noy', 'kas', 'lis', 'νοε', 'νοέ'],
	['dec', 'dez', 'déc', 'dic', 'дек', 'гру', 'желтоқсан', 'dek', 'ara', 'gru', 'δεκ'],
];
const monthStarts = months
	.flatMap((names, index) => names.map(name => [name, index + 1] as const))
	.sort((a, b) => b[0].length - a[0].length);

const hours: Readonly<Record<string, number>> = {
	...{
		z: 0,
		ut: 0,
		utc: 0,
		gmt: 0,
		wet: 0,
		west: 1,
		bst: 1,
		cet: 1,
		met: 1,
		cest: 2,
		mest: 2,
		eet: 2,
		eest: 3,
	},
	...{
		msk: 3,
		мск: 3,
		msd: 4,
		trt: 3,
		gst: 4,
		azt: 4,
		get: 4,
		amt: 4,
		irst: 3.5,
		aft: 4.5,
		pkt: 5,
		uzt: 5,
		tjt: 5,
		tmt: 5,
		yekt: 5,
	},
	...{
		kgt: 6,
		almt: 6,
		omst: 6,
		ist: 5.5,
		jst: 9,
		kst: 9,
		hkt: 8,
		sgt: 8,
		aest: 10,
		aedt: 11,
		nzst: 12,
		nzdt: 13,
	},
	...{
		ast: -4,
		adt: -3,
		at: -4,
		est: -5,
		edt: -4,
		et: -5,
		cst: -6,
		cdt: -5,
		ct: -6,
		mst: -7,
		mdt: -6,
		mt: -7,
		pst: -8,
		pdt: -7,
		pt: -8,
	},
	...{akst: -9, akdt: -8, hst: -10},
};

/** One-letter zones as RFC 822 has them: A is −1 … M is −12, N is +1 … Y is +12, without J. */
function letterHours(letter: string): number {
	const east = 'nopqrstuvwxy'.indexOf(letter) + 1;
	const west = 'abcdefghiklm'.indexOf(letter) + 1;
	return east || -west;
}

type Parts = {year: number; month: number; day: number; time?: string | undefined; zone?: string | undefined};

const clock = String.raw`\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:[.,]\d+)?(?:\s*[ap]\.?m\b\.?)?`;
const year4First =
	/^(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?)?(?!\d)(?:(?:\s*T\s*|[\s,]+|T?\s+at\s+)(.*))?$/i;
const compact =
	/^(\d{4})(\d{2})(\d{2})(?:[T\s]?(\d{2}):?(\d{2})(?::?(\d{2}))?(?:[.,]\d+)?)?\s*([a-z+-].*)?$/i;
const ordinal = /^(\d{4})-?(\d{3})(?:T(.*))?$/i;
const dayFirst = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)\s*(?:г(?:\.|ода)?)?(?:[\s,]+(.*))?$/iu;

/**
 * Reads a date as feeds write them: RFC 822 and its many odd forms, ISO 8601 and its parts, asctime, day.month.year, month names of a dozen languages.
 *
 * @returns milliseconds since the epoch; a date without a zone is read as UTC; null for one that cannot be, or could be two
 */
export function instant(raw: string): number | null {
	const text = raw
		.slice(0, 200)
		.normalize('NFC')
		.replace(/[\u200b-\u200f\ufeff]/g, ' ')
		// A remark in brackets is no part of the date, but says the zone where nothing else does.
		.replace(/([+-]\d{2}:?\d{2} *)?\(([^()]*)\)/g, (_, offset: string | undefined, remark: string) =>
			offset === undefined && Object.hasOwn(hours, remark.trim().toLowerCase())
				? ` ${remark} `
				: `${offset ?? ''} `,
		)
		.replace(/[\s\u00a0]+/g, ' ')
		.replace(/[\u2212\u2013]/g, '-')
		.trim();
	if (text === '' || text.length > 100) return null;
	const parts =
		isoParts(text.replace(/^[^\d\s,]+,\s*/, '')) ?? epochParts(text) ?? dottedParts(text) ?? wordParts(text);
	return parts === null ? null : typeof parts === 'number' ? parts : instantOf(parts);
}

function isoParts(text: string): Parts | null {
	const long = year4First.exec(text);
	if (long) {
		const [, year, , month, day, rest] = long;
		if (rest === undefined || /^\d/.test(rest))
			return timed({year: +year!, month: +(month ?? 1), day: +(day ?? 1)}, rest);
		// “2004 January 5” is read by its words.
		return null;
	}
	const short = compact.exec(text);
	if (short) {
		const [, year, month, day, hour, minute, second, zone] = short;
		const time = hour === undefined ? undefined : `${hour}:${minute}:${second ?? '00'}`;
		return {year: +year!, month: +month!, day: +day!, time, zone: zone?.trim()};
	}
	const byDay = ordinal.exec(text);
	if (!byDay) return null;
	const [, year, day, rest] = byDay;
	const date = new Date(Date.UTC(+year!, 0, +day!));
	if (+day! < 1 || date.getUTCFullYear() !== +year!) return null;
	return timed({year: +year!, month: date.getUTCMonth() + 1, day: date.getUTCDate()}, rest);
}

function epochParts(text: string): number | null {
	if (/^\d{10}$/.test(text)) return Number(text) * 1000;
	return /^\d{13}$/.test(text) ? Number(text) : null;
}

function dottedParts(text: string): Parts | null {
	const match = dayFirst.exec(text.replace(/^[^\d\s,]+,\s*/, ''));
	if (!match) return null;
	const [, first, separator, second, year, rest] = match;
	const numbers = {year: fullYear(year!), month: +second!, day: +first!};
	// With dots the day comes first everywhere; with strokes, Americans put the month first, so one of the two must tell.
	if (separator !== '.' && +first! <= 12 && +second! <= 12 && first !== second) return null;
	if (separator !== '.' && +second! > 12) return timed({...numbers, month: +first!, day: +second!}, rest);
	return timed(numbers, rest);
}

function timed(date: Parts, rest: string | undefined): Parts | null {
	if (rest === undefined || rest.trim() === '') return date;
	const match = new RegExp(
		`^(${clock}|\\d{4}(?:\\d{2})?(?:[.,]\\d+)?|\\d{1,2}(?=$|z|[+-]))\\s*(.*)$`,
		'i',
	).exec(rest.trim());
	if (!match) return null;
	const time = /^\d{4}(\d{2})?([.,]|$)/.test(match[1]!)
		? match[1]!.replace(/^(\d{2})(\d{2})(\d{2})?.*$/, (_, h, m, s) => `${h}:${m}:${s ?? '00'}`)
		: /^\d{1,2}$/.test(match[1]!)
			? `${match[1]}:00`
			: match[1];
	return {...date, time, zone: match[2]};
}

function wordParts(text: string): Parts | null {
	const timeMatch = new RegExp(`(?<![\\d+-])${clock}`, 'i').exec(text);
	const zoneMatch = /(?:(?:gmt|utc|мск)\s*)?[+-]\d{1,2}:?(?:\d{2})?\s*$|(?<=\d\s*)z\s*$/i.exec(text);
	let rest = text;
	if (timeMatch) rest = rest.replace(timeMatch[0], ' ');
	let zone = '';
	// A zone follows a time: the “-04” of “1-Jan-04” is none.
	if (timeMatch && zoneMatch && zoneMatch.index > timeMatch.index) {
		zone = zoneMatch[0].trim();
		rest = rest.replace(zoneMatch[0], ' ');
	}
	const words = rest
		.toLowerCase()
		.split(/[\s,/]+|(?<=\p{L})[-.]+|[-.]+(?=\p{L})|[-.](?=\d)|(?<=\d)\.(?=\s|$)/u);
	const numbers: string[] = [];
	const others: string[] = [];
	let month = 0;
	// A first word before a comma is the name of a day, and “Mar” may be Mardi.
	const isDayName = /^[^\d\s,]+,/.test(text);
	for (const [index, word] of words.filter(word => word !== '').entries()) {
		const number = /^(\d{1,4})(?:st|nd|rd|th|er|º|-?го|-?е)?$/u.exec(word)?.[1];
		if (number !== undefined) numbers.push(number);
		else if (/\d/.test(word)) return null;
		else if (!(isDayName && index === 0)) {
			const found = month === 0 ? monthOf(word) : 0;
			if (found > 0) month = found;
			else others.push(word);
		}
	}
	// More words than a weekday, a zone and the “de” of Spanish dates are a sentence.
	if (month === 0 || numbers.length !== 2 || others.length > 3) return null;
	const [first, second] = numbers as [string, string];
	const isYearFirst = first.length > 2 || +first > 31;
	const [day, year] = isYearFirst ? [second, first] : [first, second];
	if (day.length > 2) return null;
	const named = others.find(word => Object.hasOwn(hours, word) || /^[a-z]$/.test(word)) ?? '';
	return {year: fullYear(year), month, day: +day, time: timeMatch?.[0], zone: zone || named};
}

function monthOf(word: string): number {
	if (word.length < 3) return 0;
	return monthStarts.find(([start]) => word.startsWith(start))?.[1] ?? 0;
}

/** RFC 2822: two digits below 50 are of this century, three are years since 1900. */
function fullYear(digits: string): number {
	if (digits.length >= 4) return Number(digits);
	const year = Number(digits);
	return digits.length === 3 || year >= 50 ? 1900 + year : 2000 + year;
}

function instantOf({year, month, day, time, zone}: Parts): number | null {
	// Programs that have no date write year 1.
	if (year < 1800 || year > 9999 || month < 1 || month > 12 || day < 1) return null;
	if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
	const [, hourText, minuteText, secondText, fraction, half] =
		/^(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?(?:[.,](\d+))?\s*([ap])?/i.exec(time ?? '00:00') ?? [];
	let hour = Number(hourText);
	const minute = Number(minuteText);
	const second = Number(secondText ?? 0);
	if (half) {
		if (hour < 1 || hour > 12) return null;
		hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
	}
	// 24:00 is the end of the day, second 60 a leap second.
	if (hour > 24 || minute > 59 || second > 60 || (hour === 24 && minute + second > 0)) return null;
	const offset = offsetMinutes(zone ?? '');
	if (offset === null) return null;
	const milliseconds = secondText === undefined ? 0 : Math.trunc(Number(`0.${fraction ?? 0}`) * 1000);
	return Date.UTC(year, month - 1, day, hour, minute, second, milliseconds) - offset * 60_000;
}

function offsetMinutes(zone: string): number | null {
	const text = zone.trim().toLowerCase();
	const signed = /^(?:gmt|utc|ut|z|мск)?\s*([+-])(\d{1,2}):?(\d{2})?$/.exec(text);
	if (signed) {
		const minutes = Number(signed[2]) * 60 + Number(signed[3] ?? 0);
		if (minutes > 15 * 60 || Number(signed[3] ?? 0) > 59) return null;
		return signed[1] === '-' ? -minutes : minutes;
	}
	if (/^[a-z]$/.test(text) && text !== 'z') return letterHours(text) * 60;
	const name = text.replace(/^etc\//, '').replace(/[.]+$/, '');
	return Object.hasOwn(hours, name) ? hours[name]! * 60 : 0;
}
