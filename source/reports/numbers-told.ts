/*
 * The numbers of a text, to tell whether two texts say the same ones. Not what they count: that is the reader's work.
 * Written as digits or in words they are equal; “24” and “36”, “dozens” and “hundreds” never are.
 */

const ones: Readonly<Record<string, number>> = {
	zero: 0,
	one: 1,
	two: 2,
	three: 3,
	four: 4,
	five: 5,
	six: 6,
	seven: 7,
	eight: 8,
	nine: 9,
	ten: 10,
	eleven: 11,
	twelve: 12,
	thirteen: 13,
	fourteen: 14,
	fifteen: 15,
	sixteen: 16,
	seventeen: 17,
	eighteen: 18,
	nineteen: 19,
	twenty: 20,
	thirty: 30,
	forty: 40,
	fifty: 50,
	sixty: 60,
	seventy: 70,
	eighty: 80,
	ninety: 90,
};

// By beginnings, because Russian numerals are inflected; the longer before the shorter they begin with.
const russian: readonly (readonly [beginning: RegExp, value: number])[] = [
	[/^одиннадцат/, 11],
	[/^двенадцат/, 12],
	[/^тринадцат/, 13],
	[/^четырнадцат/, 14],
	[/^пятнадцат/, 15],
	[/^шестнадцат/, 16],
	[/^семнадцат/, 17],
	[/^восемнадцат/, 18],
	[/^девятнадцат/, 19],
	[/^двадцат/, 20],
	[/^тридцат/, 30],
	[/^сорока?$/, 40],
	[/^(пятьдесят|пятидесяти)/, 50],
	[/^(шестьдесят|шестидесяти)/, 60],
	[/^(семьдесят|семидесяти)/, 70],
	[/^(восемьдесят|восьмидесяти)/, 80],
	[/^девяност/, 90],
	[/^(двести|двухсот)/, 200],
	[/^(триста|тр[её]хсот)/, 300],
	[/^(четыреста|четыр[её]хсот)/, 400],
	[/^(пятьсот|пятисот)/, 500],
	[/^(шестьсот|шестисот)/, 600],
	[/^(семьсот|семисот)/, 700],
	[/^(восемьсот|восьмисот)/, 800],
	[/^(девятьсот|девятисот)/, 900],
	[/^(один|одна|одно|одного|одной|одну|одному|одним|одном)$/, 1],
	[/^(два|две|двух|двум|двумя|двое|двоих)$/, 2],
	[/^(три|тр[её]х|тр[её]м|тремя|трое|троих)$/, 3],
	[/^(четыре|четыр[её]х|четыр[её]м|четырьмя|четверо|четверых)$/, 4],
	[/^(пять|пяти|пятью|пятеро|пятерых)$/, 5],
	[/^(шесть|шести|шестью|шестеро|шестерых)$/, 6],
	[/^(семь|семи|семью|семеро|семерых)$/, 7],
	[/^(восемь|восьми|восемью)$/, 8],
	[/^(девять|девяти|девятью)$/, 9],
	[/^(десять|десяти|десятью)$/, 10],
	[/^(сто|ста)$/, 100],
];

const multiples: readonly (readonly [word: RegExp, value: number])[] = [
	[/^(hundred|сотня|сотню|сотни)$/, 100],
	[/^(thousand|тысяча|тысячи|тысячу|тысячей|тысяч|тыс)$/, 1000],
	[/^(million|mln|миллион|миллиона|миллионов|млн)$/, 1_000_000],
];

// Words that count without a number: changed, they change what is told.
const loose =
	/^(dozens?|scores?|hundreds|thousands|millions|several|few|half|both|couple|no|none|nobody|десятк\p{L}*|сотен|сотнями|несколько|полтор\p{L}*|дюжин\p{L}*|никто|без)$/u;

const tokens = /\d[\d.,:\u00a0\u202f\u2009' ]*\d|\d|\p{L}+/gu;

function numeralOf(word: string): number | null {
	const english = Object.hasOwn(ones, word) ? ones[word] : undefined;
	if (english !== undefined) return english;
	// Latin letters alone are no Russian numeral, and most words are done here.
	const first = word.charCodeAt(0);
	if (first < 0x430 || first > 0x451) return null;
	return russian.find(([beginning]) => beginning.test(word))?.[1] ?? null;
}

/**
 * All numbers of a text as one string, in order of size: equal where two texts tell the same numbers, each as often.
 *
 * @param text in lower case
 */
export function numbersTold(text: string): string {
	const told: string[] = [];
	let open: {sum: number; part: number} | null = null;
	const close = () => {
		if (open) told.push(String(open.sum + open.part));
		open = null;
	};
	for (const [token] of text.matchAll(tokens)) {
		if (/^\d/.test(token)) {
			close();
			for (const number of digits(token)) told.push(number);
			continue;
		}
		const value = numeralOf(token);
		if (value !== null) {
			// “Forty-two” goes on, “five” after “three” begins anew.
			if (open && open.part % 10 !== 0) close();
			open = open
				? {...(open as {sum: number; part: number}), part: (open as {part: number}).part + value}
				: {sum: 0, part: value};
			continue;
		}
		const multiple = multiples.find(([word]) => word.test(token))?.[1];
		if (multiple !== undefined) {
			const before: {sum: number; part: number} = open ?? {sum: 0, part: 0};
			const times = (before.part || 1) * multiple;
			open = multiple === 100 ? {sum: before.sum, part: times} : {sum: before.sum + times, part: 0};
			continue;
		}
		if (token === 'and' && open) continue;
		close();
		if (loose.test(token)) told.push(token);
	}
	close();
	return told.sort().join(' ');
}

/** “1,000”, “136 770” and “136.770” are one number each, “10:30” two, “3.5” is one. */
function digits(token: string): string[] {
	return token
		.split(/(?<=\d)[:]+|(?<=\d)[^\d]{2,}|(?<=\d)[ \u00a0\u202f\u2009'](?!\d{3}(?!\d))/u)
		.map(part => part.replace(/[ \u00a0\u202f\u2009',.](?=\d{3}(?!\d))/gu, ''))
		.map(part => part.replace(/[^\d.,]/gu, '').replace(',', '.'))
		.filter(part => /\d/.test(part));
}
