import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createZones} from '../../source/picture/zones.ts';
import {at, party, profile} from './conflict.ts';

const hourMs = 3_600_000;

const days: readonly [string, string, string][] = [
	['17 17:59', 'Asia/Bishkek', '2022-09-17'],
	['17 18:00', 'Asia/Bishkek', '2022-09-18'],
	['17 03:59', 'America/New_York', '2022-09-16'],
	['2022-12-31T23:30:00Z', 'Asia/Kolkata', '2023-01-01'],
];
for (const [when, timezone, expected] of days)
	test(`${when} UTC is the ${expected} in ${timezone}`, () =>
		assert.equal(createZones({...profile, timezone}).dayOf(at(when)), expected));

const slips: readonly [string, string, readonly string[], readonly number[]][] = [
	['Bishkek and Dushanbe', '17', ['Asia/Bishkek', 'Asia/Dushanbe'], [1]],
	['one zone', '17', ['Asia/Bishkek', 'Asia/Bishkek'], []],
	['two zones of one offset', '17', ['Europe/Paris', 'Europe/Berlin'], []],
	['half an hour', '17', ['Asia/Karachi', 'Asia/Kolkata'], [0.5]],
	['summer time on one side only', '17', ['Europe/Kyiv', 'Europe/Moscow'], []],
	['winter', '2022-12-01T00:00:00Z', ['Europe/Kyiv', 'Europe/Moscow'], [1]],
];
for (const [title, when, zones, hours] of slips)
	test(`clocks apart: ${title}`, () => {
		const [timezone] = zones;
		const sides = zones.map(zone => party(zone, zone, zone, {timezone: zone}));
		assert.deepEqual(
			createZones({timezone: timezone!, sides}).slipsAt(at(when)),
			hours.map(hour => hour * hourMs),
		);
	});
