import assert from 'node:assert/strict';
import {test} from 'node:test';
import {instantTyped} from '../../source/panels/instant.ts';

const now = Date.parse('2026-11-27T12:00:00Z');
const cases: readonly [string, string, string | RegExp][] = [
	['2022-09-18 10:00', 'Asia/Bishkek', '2022-09-18T04:00:00.000Z'],
	[' 2022-09-18  10:00 ', 'UTC', '2022-09-18T10:00:00.000Z'],
	['2022-9-18 9', 'UTC', '2022-09-18T09:00:00.000Z'],
	['2022-09-18', 'Asia/Bishkek', '2022-09-17T18:00:00.000Z'],
	['2022-09-18T04:00Z', 'Asia/Bishkek', '2022-09-18T04:00:00.000Z'],
	['2022-09-18t10:00:30+06:00', 'UTC', '2022-09-18T04:00:30.000Z'],
	['2022-09-18 10:00 -0330', 'UTC', '2022-09-18T13:30:00.000Z'],
	['2022-09-18 10:00', 'Asia/Kathmandu', '2022-09-18T04:15:00.000Z'],
	['2023-03-25 20:00', 'Europe/Kyiv', '2023-03-25T18:00:00.000Z'],
	// Within hours of a change of clocks; in the hour that is left out, the one after.
	['2023-03-26 05:00', 'Europe/Kyiv', '2023-03-26T02:00:00.000Z'],
	['2023-03-26 02:30', 'Europe/Kyiv', '2023-03-26T00:30:00.000Z'],
	['', 'UTC', /expected 2022-09-18 10:00/],
	['yesterday', 'UTC', /expected 2022-09-18 10:00/],
	['18.09.2022', 'UTC', /expected 2022-09-18 10:00/],
	['2022-02-30 10:00', 'UTC', /no day of the calendar/],
	['2022-13-01', 'UTC', /no day of the calendar/],
	['2022-09-18 24:30', 'UTC', /no hour of the day/],
	['2026-11-28', 'UTC', /has not come yet: it is 27 Nov 2026 12:00/],
	['1969-01-01', 'UTC', /before 1970/],
];
for (const [text, timezone, expected] of cases)
	test(`“${text}” in ${timezone}`, () => {
		const read = instantTyped(text, {now, timezone});
		if (typeof expected === 'string') assert.deepEqual(read, {at: Date.parse(expected)});
		else assert.match('wrong' in read ? read.wrong : String(read.at), expected);
	});
