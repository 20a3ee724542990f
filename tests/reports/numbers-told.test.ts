import assert from 'node:assert/strict';
import {test} from 'node:test';
import {numbersTold} from '../../source/reports/numbers-told.ts';

// Each number once, in any order.
const numbers: readonly [string, string][] = [
	['24 killed', '24'],
	['twenty-four killed', '24'],
	['twenty four killed', '24'],
	['1,000 and 1 000 and 1000', '1000'],
	['136,770 moved out', '136770'],
	['one hundred and six', '106'],
	['three thousand', '3000'],
	['24 or 36', '24 36'],
	['at 10:30', '10 30'],
	['3.5 km', '3.5'],
	['погибли двадцать четыре человека', '24'],
	['двадцати четырёх человек', '24'],
	['сто тридцать шесть тысяч', '136000'],
	['dozens hurt, several dead', 'dozens several'],
	['no casualties', 'no'],
	['no civilian casualties', 'no'],
	['no one was hurt', 'no 1'],
	['no comment, no longer quiet, no immediate reply', ''],
	['one of the worst days, one another', ''],
	['one of the guards died', '1'],
	['136 thousand, 1.5 million', '136000 1500000'],
	['136 тысяч и полтора', '136000 полтора'],
	['in 2022 three people', '2022 3'],
	['twenty. Five', '20 5'],
	['09:05', '9 5'],
	['14 September 2022', '9-14'],
	['on Sept. 14, 2022, and September 14', '9-14'],
	['the 14th of September', '9-14'],
	['14.09.2022, 14/09/2022, 9/14/2022 and 2022-09-14', '9-14'],
	['14 сентября 2022 года', '9-14'],
	['14–16 September', '9-14 9-16'],
	['April 28-30, 2021', '2021-4-28 2021-4-30'],
	['in April 2021', '2021'],
	['fourteen September', '9-14'],
	['may, march and 12 people', '12'],
	['both sides', ''],
	['٣٥ قتيلا', '٣٥'],
	['five, three', '3 5'],
	['a dozen villages', 'dozen'],
	['двадцатью пятью людьми', '25'],
	['трёхсот и трехсот', '300'],
	['the thorn in the score', 'score'],
	['no', ''],
	['1', '1'],
	['12,  and 3. 4', '12 3 4'],
	['the border is tense', ''],
];
for (const [text, told] of numbers)
	test(`numbers told: ${text}`, () => {
		const numbers = numbersTold(text.toLowerCase(), undefined, 2022).map(({value}) => value);
		assert.deepEqual([...new Set(numbers)].sort(), told.split(' ').filter(Boolean).sort());
	});

test('a number is told where it stands', () => {
	const text = 'on 14 september 2022 some 1,200 people, 12, 13 and thirty-six';
	assert.deepEqual(
		numbersTold(text).map(({start, end}) => text.slice(start, end)),
		['14 september 2022', '1,200', '12', '13', 'thirty-six'],
	);
});
