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
	['billion bn миллиард миллиарда миллиардов млрд', 1_000_000_000],
];

const months: readonly string[] = [
	'january jan январь января январе янв',
	'february feb февраль февраля феврале фев',
	'march mar март марта марте мар',
	'april apr апрель апреля апреле апр',
	'may май мая мае',
	'june jun июнь июня июне июн',
	'july jul июль июля июле июл',
	'august aug август августа августе авг',
	'september sept sep сентябрь сентября сентябре сент сен',
	'october oct октябрь октября октябре окт',
	'november nov ноябрь ноября ноябре ноя',
	'december dec декабрь декабря декабре дек',
];

// Words that count without a number: changed, they change what is told. “Both” only points at what was counted before.
const loose =
	'dozen dozens score scores hundreds thousands millions several few half couple none nobody ' +
	'десятк* сотен сотнями несколько полтор* дюжин* никто без';

/** What a word is to a number: a part of it, what it is multiplied by, a month, or a word that counts by itself. */
export type Meaning =
	| {readonly kind: 'value' | 'times' | 'month'; readonly amount: number}
	| {readonly kind: 'loose' | 'no' | 'and'};

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
for (const [words, value] of values) learn(words, {kind: 'value', amount: value});
for (const [words, times] of multiples) learn(words, {kind: 'times', amount: times});
for (const [index, words] of months.entries()) learn(words, {kind: 'month', amount: index + 1});
learn(loose, {kind: 'loose'});
learn('no', {kind: 'no'});
learn('and', {kind: 'and'});

/**
 * What a word of a text means for a number; null for nearly all words.
 *
 * @param text in lower case
 */
export function meaningOf(text: string, units: Uint16Array, start: number, end: number): Meaning | null {
	const third = end - start < 3 ? 0 : units[start + 2]!;
	const plain = third === 0x451 ? 0x435 : third;
	if (gate[gateOf(units[start]!, units[start + 1]!, plain)] === 0) return null;
	const word = text.slice(start, end).replaceAll('ё', 'е');
	const meaning = whole.get(word);
	// Only Russian words are told by their beginnings.
	if (meaning !== undefined || units[start]! < 0x400) return meaning ?? null;
	return beginnings.find(([beginning]) => word.startsWith(beginning))?.[1] ?? null;
}
