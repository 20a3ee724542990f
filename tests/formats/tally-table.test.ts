import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {FormatOptions} from '../../source/formats/format.ts';
import {hxl} from '../../source/formats/hxl.ts';
import {formats} from '../../source/formats/index.ts';
import {
	factColumns,
	keptFactCsvHeader,
	keptFactCsvLine,
	keptFactLine,
	tallyLines,
} from '../../source/formats/lines.ts';
import {printableFact} from '../../source/formats/printable.ts';
import {tallyColumns} from '../../source/formats/tally-table.ts';
import type {Picture, Reading, Sitting} from '../../source/picture/picture.ts';
import {earlierPictures} from '../../source/picture/windows.ts';
import {spring} from '../picture/april-2021.ts';
import {at, claim, draw, figure, party, profile, report, truce} from '../picture/conflict.ts';
import {september} from '../picture/september-2022.ts';
import {parseCsv} from './csv-reader.ts';

const utc = {columns: 80, timezone: 'UTC'};
const week = draw(september, {asOf: at('18 07:00')});

/** Columns of UCDP GED 25.1, as its CSV lists them. */
const ged =
	'id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,number_of_sources,source_article,source_office,source_date,source_headline,source_original,where_prec,where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob'.split(
		',',
	);

function records(text: string): Record<string, string>[] {
	const [header, ...rows] = parseCsv(text);
	return rows.map(row => {
		assert.equal(row.length, header!.length);
		return Object.fromEntries(header!.map((column, index) => [column, row[index]!]));
	});
}

const drawAll = (readings: readonly Reading[], more: Partial<Sitting> = {}): [Picture, FormatOptions] => {
	const sitting: Sitting = {
		profile,
		readings,
		sources: [],
		now: at('30 00:00'),
		sinceMs: 14 * 86_400_000,
		everyMs: 300_000,
		...more,
	};
	return [draw(readings, more), {...utc, earlier: earlierPictures(sitting)}];
};

test('the columns of UCDP GED stand first, in its order', () => {
	const theirs = tallyColumns.filter(column => ged.includes(column));
	assert.deepEqual(theirs, tallyColumns.slice(0, theirs.length));
	assert.deepEqual(
		theirs,
		ged.filter(column => (theirs as string[]).includes(column)),
	);
	for (const column of ['side_a', 'side_b', 'deaths_a', 'deaths_b', 'deaths_civilians', 'deaths_unknown'])
		assert.ok((theirs as string[]).includes(column), column);
	assert.equal(new Set(tallyColumns).size, tallyColumns.length);
});

test('the tally as CSV: one row per event and pair of sides', () => {
	const [record, ...rest] = records(formats.csv(week, utc));
	assert.equal(rest.length, 0);
	const expected = {
		id: 'kyrgyzstan-tajikistan-2022-09-14-KG-TJ',
		year: '2022',
		dyad_name: 'Kyrgyzstan - Tajikistan',
		side_a: 'Kyrgyzstan',
		event_clarity: '2',
		date_prec: '2',
		date_start: '2022-09-14',
		date_end: '2022-09-18',
		deaths_a: '37',
		low_a: '36',
		high_a: '37',
		deaths_b: '30',
		high_b: '30',
		high_open_ended_b: 'false',
		best: '54',
		low: '54',
		high: '54',
		origins_b: '5',
		silent_since_b: '2022-09-16T17:00:00Z',
		wounded_a: '129',
		evacuated_a: '136770',
		as_of: '2022-09-18T07:00:00Z',
	};
	for (const [column, cell] of Object.entries(expected)) assert.equal(record![column], cell, column);
	assert.match(record!.source_original!, /Health Ministry; .*Reuters/);
	const lists = ['source_article', 'source_office', 'source_date', 'source_headline', 'source_url'] as const;
	const lengths = lists.map(column => record![column]!.split('; ').length);
	assert.equal(new Set(lengths).size, 1, `lists run side by side: ${lengths}`);
});

test('a sum is somebody’s or it is not there', () => {
	const apart = draw([
		report('18', 'Kabar', [figure('KG killed 36', 'KG:Health Ministry')]),
		report('18', 'Khovar', [figure('TJ killed 24', 'TJ:Foreign Ministry')]),
	]);
	const [record] = records(formats.csv(apart, utc));
	assert.deepEqual(
		['deaths_a', 'deaths_b', 'best', 'low', 'high', 'deaths_civilians', 'deaths_unknown'].map(
			column => record![column],
		),
		['36', '24', '', '', '', '', ''],
	);
});

test('civilians are those counted of the whole, not of one incident', () => {
	const civilian = {combatant: 'civilian'} as const;
	const drawn = draw([
		report('17', 'Kabar', [
			figure('KG killed 36', 'KG:Health Ministry'),
			figure('KG killed 20', 'KG:Health Ministry', {...civilian, scope: 'subset'}),
			figure('KG killed 25', 'KG:Health Ministry', {...civilian, scope: 'incident'}),
		]),
	]);
	const [record] = records(formats.csv(drawn, utc));
	assert.equal(record!.civilians_a, '20');
	assert.equal(record!.deaths_civilians, '');
});

test('each event that had begun has a row, as its own last moment had it', () => {
	const both = [...spring, ...september];
	const rows = records(formats.csv(...drawAll(both)));
	assert.deepEqual(
		rows.map(({date_start, date_end, deaths_a, deaths_b, best}) => [
			date_start,
			date_end,
			deaths_a,
			deaths_b,
			best,
		]),
		[
			['2021-04-28', '2021-05-07', '36', '19', '55'],
			['2022-09-14', '2022-09-30', '62', '41', '100'],
		],
	);
	assert.equal(rows[0]!.as_of, '2022-09-13T23:59:59.999Z');
});

const moments: readonly [string, Partial<Sitting>, string[][]][] = [
	[
		'as of the second event',
		{asOf: at('18 07:00')},
		[
			['2021-04-28', '36'],
			['2022-09-14', '37'],
		],
	],
	['as of the first event', {asOf: Date.parse('2021-04-30T02:00Z')}, [['2021-04-28', '13']]],
	['as of a day before any', {asOf: Date.parse('2020-01-01')}, []],
	[
		'as seen in the second event',
		{asSeen: at('18 07:00')},
		[
			['2021-04-28', '36'],
			['2022-09-14', '37'],
		],
	],
	['as seen before any', {asSeen: Date.parse('2020-01-01')}, []],
];
for (const [name, more, expected] of moments)
	test(`rows ${name}`, () => {
		const both = [...spring, ...september];
		const rows = records(formats.csv(...drawAll(both, more)));
		assert.deepEqual(
			rows.map(({date_start, deaths_a}) => [date_start, deaths_a]),
			expected,
		);
	});

for (const [clock, clocks] of [
	['now', ['published', 'now']],
	['published', ['published', 'published']],
	['seen', ['published and seen', 'seen']],
] as const)
	test(`rows drawn by the clock “${clock}” say by which each of them is`, () => {
		const [drawn, options] = drawAll([...spring, ...september]);
		const made = {by: 'trucewatch 1', command: '', clock};
		assert.deepEqual(
			records(formats.csv(drawn, {...options, made})).map(({as_of_clock}) => as_of_clock),
			clocks,
		);
	});

test('what was seen after a moment is in no earlier event as seen at that moment', () => {
	const late = spring.map(each => ({...each, report: {...each.report, firstSeenAt: at('20 00:00')}}));
	const rows = records(formats.csv(...drawAll([...late, ...september], {asSeen: at('18 07:00')})));
	assert.deepEqual(
		rows.map(({deaths_a}) => deaths_a),
		['', '37'],
	);
});

test('a conflict without an event of its own has one row, from the days looked at', () => {
	const drawn = draw(september, {profile: {...profile, window: null, earlier: []}, asOf: at('20 12:00')});
	const rows = records(formats.csv(drawn, utc));
	assert.deepEqual(
		rows.map(({date_start, deaths_a}) => [date_start, deaths_a]),
		[['2022-09-06', '59']],
	);
});

test('of three sides each pair has a row, and no pair has the sum of all', () => {
	const three = {...profile, sides: [...profile.sides, party('UZ', 'Uzbekistan', 'Uzbek')]};
	const drawn = draw(
		[
			report('18', 'Kabar', [figure('KG killed 36', 'KG:Health Ministry'), figure('both killed 70', null)]),
			report('18', 'UzA', [
				{...figure('KG killed 1', null), of: 'UZ', by: {name: null, side: 'UZ', kind: 'official'}} as never,
			]),
		],
		{profile: three},
	);
	const rows = records(formats.csv(drawn, utc));
	assert.deepEqual(
		rows.map(({id, side_a, side_b, deaths_a, deaths_b, best}) => [
			id,
			side_a,
			side_b,
			deaths_a,
			deaths_b,
			best,
		]),
		[
			['kyrgyzstan-tajikistan-2022-09-14-KG-TJ', 'Kyrgyzstan', 'Tajikistan', '36', '', ''],
			['kyrgyzstan-tajikistan-2022-09-14-KG-UZ', 'Kyrgyzstan', 'Uzbekistan', '36', '1', ''],
			['kyrgyzstan-tajikistan-2022-09-14-TJ-UZ', 'Tajikistan', 'Uzbekistan', '', '1', ''],
		],
	);
	assert.match(rows[0]!.method!, /more than two sides/);
});

test('HXL: one tag under each column, no two alike, numbers and dates where HXL wants them', () => {
	const [header, tags, ...rows] = parseCsv(hxl(...drawAll([...spring, ...september])));
	assert.equal(tags!.length, header!.length);
	assert.equal(new Set(tags).size, tags!.length);
	assert.equal(rows.length, 2);
	for (const [index, tag] of tags!.entries()) {
		assert.match(
			tag,
			/^#(affected|crisis|date|event|group|indicator|meta)(\+[a-z][a-z0-9_]*)+$/,
			header![index],
		);
		for (const row of rows) {
			const cell = row[index]!;
			if (/^#affected|\+num$/.test(tag)) assert.match(cell, /^\d*$/, `${tag}: ${cell}`);
			if (tag.startsWith('#date') && cell !== '')
				assert.ok(!Number.isNaN(Date.parse(cell)), `${tag}: ${cell}`);
		}
	}
});

test('a tally as lines: the keys of a row, then its event, its moment and how it was made', () => {
	const [drawn, options] = drawAll([...spring, ...september], {asOf: at('18 07:00')});
	const made = {by: 'trucewatch 1', command: 'trucewatch export', clock: 'published'} as const;
	const lines = tallyLines(drawn, {...options, made})
		.trimEnd()
		.split('\n');
	const rows = lines.map(line => JSON.parse(line));
	const inPicture = JSON.parse(formats.json(drawn, utc)).tally.rows;
	assert.deepEqual(Object.keys(rows[0]), [...Object.keys(inPicture[0]), 'profile', 'window', 'asOf', 'made']);
	const dead = rows.filter(({of, measure}) => of === 'KG' && measure === 'killed');
	assert.deepEqual(
		dead.map(({best, window, asOf}) => [best, window.from, asOf]),
		[
			[36, '2021-04-28T00:00:00Z', '2022-09-13T23:59:59.999Z'],
			[37, '2022-09-14T00:00:00Z', '2022-09-18T07:00:00Z'],
		],
	);
	assert.deepEqual(rows[0].made, made);
});

const kinds = [
	figure('KG killed 36', 'KG'),
	truce('agreed', 'both', null, {effectiveAt: at('16 10:00')}),
	claim('accusation', 'KG', 'TJ', ['tanks']),
];
for (const given of kinds)
	test(`a kept ${given.kind} names the revision that it was read from`, () => {
		const {report: head, facts} = report('18 04:00', 'Kabar', [given], {
			revision: 2,
			updatedAt: at('18 05:00'),
		});
		const line = JSON.parse(keptFactLine(facts[0]!, head));
		assert.deepEqual(line, {
			...printableFact(facts[0]!),
			outlet: 'Kabar',
			revision: 2,
			updatedAt: '2022-09-18T05:00:00Z',
			firstSeenAt: '2022-09-18T04:01:00Z',
			origin: head.origin,
		});
		const [record] = records(keptFactCsvHeader + keptFactCsvLine(facts[0]!, head));
		assert.deepEqual(Object.keys(record!), [
			...factColumns,
			'outlet',
			'revision',
			'updated_at',
			'first_seen_at',
			'origin',
		]);
		assert.equal(record!.kind, given.kind);
		assert.equal(record!.first_seen_at, '2022-09-18T04:01:00Z');
		assert.equal(record!.revision, '2');
	});
