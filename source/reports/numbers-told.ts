import {digit, type Letters, letter, lettersOf} from './letters.ts';

/*
 * The numbers of a text, to tell whether two texts say the same ones. Not what they count: that is the reader's work.
 * Written as digits or in words they are equal; “24” and “36”, “dozens” and “hundreds” never are.
 */

// A word that ends in `*` stands for all that begin so, because Russian numerals are inflected. “ё” is written as “е”.
const values: readonly (readonly [words: string, value: number])[] = [
	['zero', 0],
	['one один одна одно одного одной одну одному одним одном', 1],
	['two два две двух двум двумя двое двоих', 2],
	['three три трех трем тремя трое троих', 3],
	['four четыре четырех четырем четырьмя четверо четверых', 4],
	['five пять пяти пятью пятеро пятерых', 5],
	['six шесть шести шестью шестеро шестерых', 6],
	['seven семь семи семью семеро семерых', 7],
	['eight восемь восьми восемью', 8],
	['nine девять девяти девятью', 9],
	['ten десять десяти десятью', 10],
	['eleven одиннадцат*', 11],
	['twelve двенадцат*', 12],
	['thirteen тринадцат*', 13],
	['fourteen четырнадцат*', 14],
	['fifteen пятнадцат*', 15],
	['sixteen шестнадцат*', 16],
	['seventeen семнадцат*', 17],
	['eighteen восемнадцат*', 18],
	['nineteen девятнадцат*', 19],
	['twenty двадцат*', 20],
	['thirty тридцат*', 30],
	['forty сорок сорока', 40],
	['fifty пятьдесят* пятидесяти*', 50],
	['sixty шестьдесят* шестидесяти*', 60],
	['seventy семьдесят* семидесяти*', 70],
	['eighty восемьдесят* восьмидесяти*', 80],
	['ninety девяност*', 90],
	['сто ста', 100],
	['двести* двухсот*', 200],
	['триста* трехсот*', 300],
	['четыреста* четырехсот*', 400],
	['пятьсот* пятисот*', 500],
	['шестьсот* шестисот*', 600],
	['семьсот* семисот*', 700],
	['восемьсот* восьмисот*', 800],
	['девятьсот* девятисот*', 900],
];

const multiples: readonly (readonly [words: string, times: number])[] = [
	['hundred сотня сотню сотни', 100],
	['thousand тысяча тысячи тысячу тысячей тысяч тыс', 1000],
	['million mln миллион миллиона миллионов млн', 1_000_000],
];

// Words that count without a number: changed, they change what is told.
const loose =
	'dozen dozens score scores hundreds thousands millions several few half both couple no none nobody ' +
	'десятк* сотен сотнями несколько полтор* дюжин* никто без';

type Meaning = {readonly value: number} | {readonly times: number} | 'loose' | 'and';

const whole = new Map<string, Meaning>();
const beginnings: [string, Meaning][] = [];

// Which beginnings of three letters any of the words has: nearly every word of a text is passed over here.
const gate = new Uint8Array(4096);
const gateOf = (a: number, b: number, c: number) => ((a * 31 + b) * 31 + c) & 4095;

function learn(words: string, meaning: Meaning): void {
	for (const word of words.split(' ')) {
		if (word.endsWith('*')) beginnings.push([word.slice(0, -1), meaning]);
		else whole.set(word, meaning);
		gate[gateOf(word.charCodeAt(0), word.charCodeAt(1), word.charCodeAt(2) || 0)] = 1;
	}
}
for (const [words, value] of values) learn(words, {value});
for (const [words, times] of multiples) learn(words, {times});
learn(loose, 'loose');
learn('and', 'and');

function meaningOf(text: string, units: Uint16Array, start: number, end: number): Meaning | null {
	const third = end - start < 3 ? 0 : units[start + 2]!;
	const plain = third === 0x451 ? 0x435 : third;
	if (gate[gateOf(units[start]!, units[start + 1]!, plain)] === 0) return null;
	const word = text.slice(start, end).replaceAll('ё', 'е');
	const meaning = whole.get(word);
	// Only Russian words are told by their beginnings.
	if (meaning !== undefined || units[start]! < 0x400) return meaning ?? null;
	return beginnings.find(([beginning]) => word.startsWith(beginning))?.[1] ?? null;
}

/**
 * All numbers of a text as one string, in order of size: equal where two texts tell the same numbers, each as often.
 *
 * @param text in lower case
 */
export function numbersTold(text: string, {units, kinds}: Letters = lettersOf(text)): string {
	const told: string[] = [];
	// A number in words as far as it has been read: “three thousand” in the sum, “forty” in the part.
	let isOpen = false;
	let sum = 0;
	let part = 0;
	const close = () => {
		if (isOpen) told.push(String(sum + part));
		isOpen = false;
		sum = 0;
		part = 0;
	};
	for (let at = 0; at < text.length; ) {
		const start = at;
		const kind = kinds[at]!;
		if (kind === digit) {
			at = endOfDigits(text, kinds, at);
			close();
			told.push(...digits(text.slice(start, at)));
			continue;
		}
		at++;
		if (kind !== letter) continue;
		while (kinds[at] === letter) at++;
		const meaning = meaningOf(text, units, start, at);
		if (meaning === 'and' && isOpen) continue;
		if (meaning === null || typeof meaning === 'string') {
			close();
			if (meaning === 'loose') told.push(text.slice(start, at));
		} else if ('value' in meaning) {
			// “Forty-two” goes on, “five” after “three” begins anew.
			if (part % 10 !== 0) close();
			isOpen = true;
			part += meaning.value;
		} else {
			const many = (part || 1) * meaning.times;
			if (meaning.times === 100) part = many;
			else {
				sum += many;
				part = 0;
			}
			isOpen = true;
		}
	}
	close();
	return told.sort().join(' ');
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

/** “1,000”, “136 770” and “136.770” are one number each, “10:30” two, “3.5” is one. */
function digits(token: string): string[] {
	if (/^\d+$/.test(token)) return [token];
	return token
		.split(/(?<=\d)[:]+|(?<=\d)[^\d]{2,}|(?<=\d)[ \u00a0\u202f\u2009'](?!\d{3}(?!\d))/u)
		.map(part => part.replace(/[ \u00a0\u202f\u2009',.](?=\d{3}(?!\d))/gu, ''))
		.map(part => part.replace(/[^\d.,]/gu, '').replace(',', '.'))
		.filter(part => /\d/.test(part));
}
