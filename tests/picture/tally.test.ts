import assert from 'node:assert/strict';
import {test} from 'node:test';
import {at, chains, draw, figure, report, revised, rowOf, summary} from './conflict.ts';

const health = 'KG:Health Ministry';
const more = {scope: 'additional'} as const;

const cases: readonly [
	string,
	Parameters<typeof draw>[0],
	{killed?: string; chains?: string[]; of?: string},
][] = [
	[
		'one total',
		[report('17', 'Kabar', [figure('KG killed 24', health)])],
		{killed: '24–24 best 24', chains: ['own Health Ministry 24']},
	],
	[
		'a later total replaces the earlier one',
		[
			report('17', 'Kabar', [figure('KG killed 24', health)]),
			report('18', 'Kabar', [figure('KG killed 36', health)]),
		],
		{killed: '36–36 best 36', chains: ['own Health Ministry 36 < 24']},
	],
	[
		'a lower total is revised down, not dropped',
		[
			report('18 10:00', 'Kabar', [figure('KG killed 46', health)]),
			report('18 12:00', 'Kabar', [figure('KG killed 44', health)]),
		],
		{killed: '44–44 best 44', chains: ['own Health Ministry 44 revised down 46']},
	],
	[
		'an old total in a newer report is history',
		[
			report('17', 'Kabar', [figure('KG killed 24', health)]),
			report('18', 'Kabar', [figure('KG killed 36', health)]),
			report('19', '24.kg', [figure('KG killed 24', health)]),
		],
		{killed: '36–36 best 36', chains: ['own Health Ministry 36 < 24']},
	],
	[
		'an old total with its own time is history even where nobody told it then',
		[
			report('18', 'Kabar', [figure('KG killed 36', health)]),
			report('19', '24.kg', [
				figure('KG killed 24', health, {saidAt: at('17 02:00'), saidAtPrecision: 'hour'}),
			]),
		],
		{killed: '36–36 best 36', chains: ['own Health Ministry 36 < 24']},
	],
	[
		'back to an old number by a later word of its own is a revision',
		[
			report('17', 'Kabar', [figure('KG killed 24', health)]),
			report('18', 'Kabar', [figure('KG killed 36', health)]),
			report('19', 'Kabar', [
				figure('KG killed 24', health, {saidAt: at('19 08:00'), saidAtPrecision: 'hour'}),
			]),
		],
		{killed: '24–24 best 24', chains: ['own Health Ministry 24 revised down 36 < 24']},
	],
	[
		'“on Sunday” is no earlier than what was published before that day ended',
		[
			report('17 20:00', 'Kabar', [figure('KG killed 24', health)]),
			report('18 05:00', 'TASS', [
				figure('KG killed 36', health, {saidAt: at('17 18:00'), saidAtPrecision: 'day'}),
			]),
		],
		{killed: '36–36 best 36', chains: ['own Health Ministry 36 < 24']},
	],
	[
		'N more with the new total is told once',
		[
			report('17', 'Kabar', [figure('KG killed 24', health)]),
			report('18', 'Kabar', [figure('KG killed 12', health, more), figure('KG killed 36', health)]),
		],
		{killed: '36–36 best 36', chains: ['own Health Ministry 36 < 24']},
	],
	[
		'N more without a total is added to the last, and marked',
		[
			report('17', 'Kabar', [figure('KG killed 24', health)]),
			report('18', 'Kabar', [figure('KG killed 12', health, more)]),
		],
		{killed: '36–36 best 36', chains: ['own Health Ministry 36 derived < 24']},
	],
	[
		'N more by ten carriers is added once',
		[
			report('17', 'Kabar', [figure('KG killed 24', health)]),
			...Array.from({length: 10}, (_, hour) =>
				report(`18 0${hour}:00`, `Outlet ${hour}`, [figure('KG killed 12', health, more)]),
			),
		],
		{killed: '36–36 best 36'},
	],
	[
		'N more that another outlet tells with its total is not added on top',
		[
			report('17', 'Kabar', [figure('KG killed 24', health)]),
			report('18 04:00', 'Kabar', [figure('KG killed 12', health, more), figure('KG killed 36', health)]),
			report('18 05:00', 'TASS', [figure('KG killed 12', health, more)]),
		],
		{killed: '36–36 best 36', chains: ['own Health Ministry 36 < 24']},
	],
	[
		'N more that the step between two totals already holds is not added on top',
		[
			report('17', 'Kabar', [figure('KG killed 24', health)]),
			report('18 04:00', 'Kabar', [figure('KG killed 36', health)]),
			report('18 05:00', 'TASS', [figure('KG killed 12', health, more)]),
		],
		{killed: '36–36 best 36', chains: ['own Health Ministry 36 < 24']},
	],
	[
		'about N more on top of a range is no number',
		[
			report('17', 'Kabar', [figure('KG killed 20-30', health)]),
			report('18', 'Kabar', [figure('KG killed ~5', health, more)]),
		],
		{killed: '20–30 best ?', chains: ['own Health Ministry 20']},
	],
	[
		'N more of another claimant is not added',
		[
			report('17', 'Kabar', [figure('KG killed 24', health)]),
			report('18', 'Kabar', [figure('KG killed 12', 'KG:Border Service', more)]),
		],
		{killed: '24–24 best 24', chains: ['own Health Ministry 24', 'own Border Service 12 part']},
	],
	[
		'a derived sum that its claimant then gives is no longer derived',
		[
			report('17', 'Kabar', [figure('KG killed 24', health)]),
			report('18 04:00', 'Kabar', [figure('KG killed 12', health, more)]),
			report('18 06:00', 'Kabar', [figure('KG killed 36', health)]),
		],
		{killed: '36–36 best 36', chains: ['own Health Ministry 36 < 24']},
	],
	[
		'a subset, an incident and a day never become the total',
		[
			report('18', 'Kabar', [figure('KG killed 36', health)]),
			report('18 13:00', 'Kabar', [
				figure('KG killed 5', health, {scope: 'subset'}),
				figure('KG killed 3', health, {scope: 'incident'}),
				figure('KG killed 12', health, {scope: 'day'}),
			]),
		],
		{killed: '36–36 best 36', chains: ['own Health Ministry 36']},
	],
	[
		'only incidents: the largest is a floor, nothing is added',
		[
			report('16', 'Kabar', [figure('KG killed 3', health, {scope: 'incident'})]),
			report('17', 'Kabar', [figure('KG killed 5', health, {scope: 'incident'})]),
		],
		{killed: '5–?+ best ?', chains: ['own Health Ministry 5 part']},
	],
	[
		'fighters alone are no lower total',
		[
			report('18', 'Kabar', [figure('KG killed 36', health)]),
			report('19', 'RT', [figure('KG killed 20', health, {combatant: 'military'})]),
		],
		{killed: '36–36 best 36', chains: ['own Health Ministry 36']},
	],
	[
		'fighters alone, and nothing else: the best there is, left open',
		[report('19', 'RT', [figure('KG killed 49', 'KG:Defence Ministry', {combatant: 'military'})])],
		{killed: '49–49+ best 49', chains: ['own Defence Ministry 49 part']},
	],
	[
		'dozens beat no number',
		[
			report('17', 'Kabar', [figure('KG killed 24', health)]),
			report('18', 'Kabar', [figure('KG killed hundreds', health)]),
		],
		{killed: '24–24 best 24', chains: ['own Health Ministry 24']},
	],
	[
		'dozens alone give a low',
		[report('17', 'AP', [figure('KG killed dozens', 'AP')])],
		{killed: '12–?+ best ?', chains: ['third AP 12+ part']},
	],
	[
		'two organs of one side are both shown',
		[
			report('18 04:00', 'Kabar', [figure('KG killed 36', health)]),
			report('18 06:00', 'TASS', [figure('KG killed 37', 'KG:Ministry of Emergency Situations')]),
		],
		{killed: '36–37 best 37', chains: ['own Ministry of Emergency Situations 37', 'own Health Ministry 36']},
	],
	[
		'one organ under four names is one claimant',
		[
			report('17', 'Kabar', [figure('KG killed 24', 'KG:Health Ministry')]),
			report('18 01:00', 'AP', [figure('KG killed 26', 'KG:Kyrgyz Ministry of Health')]),
			report('18 02:00', 'AFP', [figure('KG killed 30', 'KG:Deputy Health Minister Aliza Soltonbekova')]),
			report('18 03:00', 'РИА', [figure('KG killed 36', 'KG:Минздрав Киргизии')]),
		],
		{killed: '36–36 best 36', chains: ['own Минздрав Киргизии 36 < 30 < 26 < 24']},
	],
	[
		'the side itself carries its organ’s number',
		[
			report('18 04:00', 'Kabar', [figure('KG killed 36', health)]),
			report('18 06:00', 'BBC', [figure('KG killed 36', 'KG')]),
			report('18 15:00', 'Kabar', [figure('KG killed 46', health)]),
		],
		{killed: '46–46 best 46', chains: ['own Health Ministry 46 < 36']},
	],
	[
		'the side itself with a number of its own is a claimant',
		[
			report('18 04:00', 'Kabar', [figure('KG killed 36', health)]),
			report('18 06:00', 'BBC', [figure('KG killed 38', 'KG:Kyrgyz authorities')]),
		],
		{killed: '36–38 best 38', chains: ['own Kyrgyz authorities 38', 'own Health Ministry 36']},
	],
	[
		'a title without a speaker is the body’s speaker',
		[
			report('18', 'AFP', [
				figure('- killed 36', null),
				figure('KG killed 36', null),
				figure('KG killed 36', health),
			]),
		],
		{killed: '36–36 best 36', chains: ['own Health Ministry 36']},
	],
	[
		'a title in the outlet’s own voice is the body’s speaker, too',
		[report('18', 'AKIpress', [figure('- killed 36', 'AKIpress'), figure('KG killed 36', health)])],
		{killed: '36–36 best 36', chains: ['own Health Ministry 36']},
	],
	[
		'the other side’s number is kept apart and opens no low',
		[
			report('18', 'Kabar', [figure('KG killed 36', health)]),
			report('19', 'Khovar', [figure('KG killed 200+', 'TJ:Foreign Ministry')]),
		],
		{killed: '36–200+ best 36', chains: ['own Health Ministry 36', 'enemy Foreign Ministry 200+']},
	],
	[
		'only the other side speaks',
		[report('19', 'Khovar', [figure('KG killed 200', 'TJ:Foreign Ministry')])],
		{killed: '?–200 best ?', chains: ['enemy Foreign Ministry 200']},
	],
	[
		'“at least” leaves the high open',
		[report('18', 'HRW', [figure('KG killed 37+', 'Human Rights Watch')])],
		{killed: '37–37+ best 37'},
	],
	[
		'a range keeps its ends',
		[report('18', 'AP', [figure('KG killed 20-30', 'AP')])],
		{killed: '20–30 best ?'},
	],
	['“up to” is no low', [report('18', 'AP', [figure('KG killed <50', 'AP')])], {killed: '?–50 best ?'}],
	[
		'none is a figure',
		[report('14', 'Kabar', [figure('KG killed none', 'KG:Border Service')])],
		{killed: '0–0 best 0'},
	],
	[
		'an old nought is no low',
		[
			report('14', 'Kabar', [figure('KG killed none', 'KG:Border Service')]),
			report('18', 'Kabar', [figure('KG killed 36', health)]),
		],
		{killed: '36–36 best 36', chains: ['own Health Ministry 36', 'own Border Service 0']},
	],
	[
		'without an own total the third party with the most origins is best',
		[
			report('18 10:00', 'Reuters', [figure('TJ killed 30', '~security sources')]),
			report('18 11:00', 'BBC', [figure('TJ killed 30', '~security sources')]),
			report('18 12:00', 'RFE/RL', [figure('TJ killed 39', '~officials')]),
		],
		{of: 'TJ', killed: '30–39 best 30'},
	],
	[
		'an unofficial voice of the own side is not its official total',
		[
			report('17', 'RT', [figure('TJ killed 60+', '!TJ:S. Usmonzoda')]),
			report('17', 'Reuters', [figure('TJ killed 30', '~security sources')]),
		],
		{of: 'TJ', killed: '30–60+ best 30'},
	],
	[
		'historical figures and those before the event do not count',
		[
			report('2022-06-14T12:00:00Z', 'Kabar', [figure('KG killed 1', health)]),
			report('18', 'Kabar', [figure('KG killed 36', health, {period: 'historical'})]),
		],
		{killed: 'no row'},
	],
];

for (const [title, readings, expected] of cases)
	test(title, () => {
		const row = rowOf(draw(readings), expected.of ?? 'KG', 'killed');
		if (expected.killed) assert.equal(summary(row), expected.killed);
		if (expected.chains) assert.deepEqual(chains(row), expected.chains);
		const back = rowOf(draw(readings.toReversed()), expected.of ?? 'KG', 'killed');
		assert.deepEqual(back, row, 'order of arrival');
	});

test('a figure that a later revision drops is withdrawn, and the one before stands again', () => {
	const story = report('18 04:00', 'Kabar', [figure('KG killed 46', health)]);
	const readings = [
		report('17', 'Kabar', [figure('KG killed 24', health)]),
		story,
		revised(story, '18 06:00', []),
	];
	const row = rowOf(draw(readings), 'KG', 'killed');
	assert.deepEqual(chains(row), ['own Health Ministry 24 withdrawn 46']);
	assert.equal(row?.own[0]?.replaced[0]?.at, at('18 06:00'));
});

test('a figure that other reports still carry is not withdrawn', () => {
	const story = report('18 04:00', 'Kabar', [figure('KG killed 46', health)]);
	const readings = [
		story,
		report('18 05:00', 'TASS', [figure('KG killed 46', health)]),
		revised(story, '18 06:00', []),
	];
	const row = rowOf(draw(readings), 'KG', 'killed');
	assert.deepEqual(chains(row), ['own Health Ministry 46']);
	assert.equal(row?.own[0]?.copies, 1);
	assert.deepEqual(row?.own[0]?.carriers, ['TASS']);
});

test('all that a claimant said taken back: no chain, and told as withdrawn', () => {
	const story = report('18 04:00', 'Kabar', [figure('KG killed 46', health)]);
	const row = rowOf(draw([story, revised(story, '18 06:00', [])]), 'KG', 'killed');
	assert.deepEqual(chains(row), []);
	assert.deepEqual(
		row?.withdrawn.map(({fact, at: when}) => [fact.best, when]),
		[[46, at('18 06:00')]],
	);
	assert.equal(summary(row), '?–? best ?');
});

test('a revision in place with a new number: later total, at the revision’s own time; unchanged figures keep their first', () => {
	const story = report('16 10:00', 'Kloop', [
		figure('KG killed 24', health),
		figure('KG wounded 87', health),
	]);
	const drawn = draw([
		story,
		revised(story, '16 21:49', [figure('KG killed 31', health), figure('KG wounded 87', health)]),
	]);
	const killed = rowOf(drawn, 'KG', 'killed')?.own[0];
	assert.equal(killed?.replaced[0]?.why, 'later total');
	assert.equal(killed?.replaced[0]?.at, at('16 21:49'));
	assert.equal(rowOf(drawn, 'KG', 'wounded')?.own[0]?.currentAt, at('16 10:00'));
	assert.equal(rowOf(drawn, 'KG', 'wounded')?.own[0]?.copies, 1);
});

test('ten outlets that carry one wire are ten copies and one origin, and no ten claimants', () => {
	const wire = report('18 08:00', 'Reuters', [figure('both killed 54', null)]);
	const carried = Array.from({length: 9}, (_, hour) =>
		report(`18 ${10 + hour}:00`, `Outlet ${hour}`, [figure('both killed 54', null)], {
			origin: wire.report.id,
		}),
	);
	const row = rowOf(draw([wire, ...carried]), 'both', 'killed');
	assert.deepEqual(chains(row), ['third Reuters 54']);
	assert.equal(row?.third[0]?.copies, 10);
	assert.equal(row?.origins, 1);
});

test('a wire is itself even where a carrier that names it came first', () => {
	const carrier = report('18 08:00', 'AKIpress', [figure('both killed 81', 'AFP')]);
	const wire = report('18 09:00', 'AFP', [figure('both killed 81', null)], {origin: carrier.report.id});
	const row = rowOf(draw([carrier, wire]), 'both', 'killed');
	assert.deepEqual(chains(row), ['third AFP 81']);
	assert.deepEqual(row?.third[0]?.carriers, ['AKIpress', 'AFP']);
});

test('parts are kept under their total, newest first, copies once', () => {
	const part = () => figure('KG killed 5', health, {scope: 'subset'});
	const readings = [
		report('18 10:00', 'Kabar', [figure('KG killed 36', health), part()]),
		report('18 11:00', 'TASS', [part()]),
		report('18 12:00', 'TASS', [figure('KG killed 40', health, {scope: 'subset', combatant: 'military'})]),
	];
	const [own] = rowOf(draw(readings), 'KG', 'killed')?.own ?? [];
	assert.deepEqual(
		own?.parts.map(({best}) => best),
		[40, 5],
	);
	assert.equal(own?.isPart, false);
});

test('silence lasts from its first report and ends with the first own figure, for good', () => {
	const before = [
		report('16 12:00', 'RFE/RL', [figure('TJ casualties silence', 'RFE/RL')]),
		report('17 12:00', 'Reuters', [
			figure('TJ killed silence', 'TJ'),
			figure('TJ killed 30', '~security sources'),
		]),
	];
	const row = rowOf(draw(before), 'TJ', 'killed');
	assert.equal(row?.silence?.since, at('16 12:00'));
	assert.deepEqual(row?.silence?.by, {name: 'Tajikistan', side: 'TJ', kind: 'official'});
	assert.equal(rowOf(draw(before), 'TJ', 'casualties'), undefined);
	const after = [
		...before,
		report('18 12:00', 'AFP', [figure('TJ killed 24', 'TJ:Foreign Ministry')]),
		report('19 12:00', 'AP', [figure('TJ killed silence', 'AP')]),
	];
	assert.equal(rowOf(draw(after), 'TJ', 'killed')?.silence, null);
});

test('what follows from a sum is implied by what stood when it was made', () => {
	const readings = [
		report('17 12:00', 'Kabar', [figure('KG killed 36', health)]),
		report('18 12:00', 'Reuters', [
			figure('both killed 100+', 'Reuters'),
			figure('TJ killed 30', '~security sources'),
		]),
		report('19 12:00', 'Kabar', [figure('KG killed 59', health)]),
	];
	const row = rowOf(draw(readings), 'TJ', 'killed');
	assert.deepEqual(row?.implied, {
		low: 64,
		from: ['both killed ≥100 (Reuters)', 'KG killed 36 (Health Ministry)'],
	});
	assert.equal(summary(row), '30–30 best 30', 'an implied bound enters no summary');
});

test('nothing is implied by a side’s own sum', () => {
	const readings = [
		report('17 12:00', 'Kabar', [figure('KG killed 36', health)]),
		report('18 12:00', 'Kabar', [
			figure('both killed 100+', health),
			figure('TJ killed 30', '~security sources'),
		]),
	];
	assert.equal(rowOf(draw(readings), 'TJ', 'killed')?.implied, null);
});

test('residents moved out are all who were moved out', () => {
	const readings = [report('17', 'gov.kg', [figure('KG evacuated 136770', health, {combatant: 'civilian'})])];
	assert.equal(rowOf(draw(readings), 'KG', 'evacuated')?.own[0]?.isPart, false);
});

test('nothing is implied where the other side left its own figure open', () => {
	const readings = [
		report('17 12:00', 'Kabar', [figure('KG killed 36+', health)]),
		report('18 12:00', 'Reuters', [
			figure('both killed 100+', 'Reuters'),
			figure('TJ killed 30', '~security sources'),
		]),
	];
	assert.equal(rowOf(draw(readings), 'TJ', 'killed')?.implied, null);
});

test('rows: sides in the profile’s order, then both, then not known; measures apart', () => {
	const readings = [
		report('18', 'AP', [
			figure('- killed 9', 'AP'),
			figure('both killed 54', 'AP'),
			figure('TJ wounded 20', 'AP'),
			figure('TJ killed 30', 'AP'),
			figure('KG evacuated 136770', 'AP'),
		]),
	];
	assert.deepEqual(
		draw(readings).tally.rows.map(({of, measure}) => `${of} ${measure}`),
		['KG evacuated', 'TJ killed', 'TJ wounded', 'both killed', 'null killed'],
	);
});

test('“no casualties” stands until killed or wounded are told, and is then shown as overtaken', () => {
	const none = report('14', 'Kabar', [figure('KG casualties none', health)]);
	assert.equal(summary(rowOf(draw([none]), 'KG', 'casualties')), '0–0 best 0');
	for (const measure of ['killed', 'wounded']) {
		const later = report('16', 'TASS', [figure(`KG ${measure} 2`, 'KG:Border Service')]);
		const row = rowOf(draw([none, later]), 'KG', 'casualties');
		assert.equal(summary(row), '?–? best ?', measure);
		assert.match(row!.method, /overtaken/);
		assert.equal(row!.own[0]!.isOutdated, true);
	}
	const others = report('16', 'TASS', [figure('TJ killed 2', 'TJ:Border Troops')]);
	assert.equal(summary(rowOf(draw([none, others]), 'KG', 'casualties')), '0–0 best 0');
	const missing = report('16', 'TASS', [figure('KG missing 2', health)]);
	assert.equal(summary(rowOf(draw([none, missing]), 'KG', 'casualties')), '0–0 best 0');
});

test('a count of casualties is passed by more dead alone, not by fewer', () => {
	const some = report('14', 'Kabar', [figure('KG casualties 30', health)]);
	const fewer = report('16', 'Kabar', [figure('KG killed 24', health)]);
	assert.equal(summary(rowOf(draw([some, fewer]), 'KG', 'casualties')), '30–30 best 30');
	const more = report('17', 'Kabar', [figure('KG killed 36', health)]);
	assert.equal(summary(rowOf(draw([some, fewer, more]), 'KG', 'casualties')), '?–? best ?');
});

test('the third-party total with the most origins: who says it, not how many carry it', () => {
	const carried = ['TASS', 'RIA', 'Anadolu'].map((outlet, hour) =>
		report(`18 0${hour}:00`, outlet, [figure('TJ killed 39', '~officials')]),
	);
	const own = (outlet: string) => report('18 05:00', outlet, [figure('TJ killed 30', null)]);
	assert.equal(summary(rowOf(draw([...carried, own('Reuters')]), 'TJ', 'killed')), '30–39 best 39');
	assert.equal(
		summary(rowOf(draw([...carried, own('Reuters'), own('AP')]), 'TJ', 'killed')),
		'30–39 best 30',
	);
});

test('a side is no third party where it counts dead that are not known as its own', () => {
	for (const of of ['both', '-']) {
		const side = report('18 04:00', 'TASS', [figure(`${of} killed 100`, 'KG')]);
		const row = (reports: Parameters<typeof draw>[0]) =>
			rowOf(draw(reports), of === 'both' ? 'both' : null, 'killed');
		assert.equal(summary(row([side])), '100–100 best ?', of);
		assert.match(row([side])!.method, /only a side’s word/);
		const wire = report('18 05:00', 'Reuters', [figure(`${of} killed 81`, null)]);
		assert.equal(summary(row([side, wire])), '81–100 best 81', of);
	}
});

test('a wire and the ministry that it quotes elsewhere are one origin', () => {
	const quoted = report('18 04:00', 'Reuters', [figure('KG killed 36', 'KG:Health Ministry')]);
	const plain = (outlet: string) => report('18 05:00', outlet, [figure('KG killed 36', null)]);
	assert.equal(rowOf(draw([quoted, plain('Reuters')]), 'KG', 'killed')?.origins, 1);
	assert.equal(rowOf(draw([quoted, plain('AP')]), 'KG', 'killed')?.origins, 2);
});

const soldiers = {combatant: 'military'} as const;
const civilians = {combatant: 'civilian'} as const;
const children = {scope: 'subset', combatant: 'civilian'} as const;

test('a count of soldiers by the side and by its ministry is one account', () => {
	const row = rowOf(
		draw([
			report('18 04:00', 'Kabar', [
				figure('KG killed 49', 'KG', soldiers),
				figure('KG killed 49', 'KG:Defence Ministry', soldiers),
			]),
		]),
		'KG',
		'killed',
	);
	assert.deepEqual(chains(row), ['own Defence Ministry 49 part']);
	assert.equal(row?.origins, 1);
});

test('within one report the ministry speaks, whatever the headline says', () => {
	const row = rowOf(
		draw([
			report('18 04:00', 'Kabar', [
				figure('KG killed 24', 'KG', {start: 0}),
				figure('KG killed 24', 'KG:Health Ministry', {start: 9}),
			]),
			report('18 05:00', 'TASS', [figure('KG killed 24', 'KG')]),
		]),
		'KG',
		'killed',
	);
	assert.equal(row?.own[0]?.current.by?.name, 'Health Ministry');
	assert.equal(row?.own[0]?.by.name, 'Health Ministry');
});

test('“the US” and “US officials” are one claimant', () => {
	const row = rowOf(
		draw([
			report('18 04:00', 'Reuters', [figure('TJ killed 40', 'US'), figure('TJ killed 40', 'U.S. officials')]),
		]),
		'TJ',
		'killed',
	);
	assert.equal(row?.third.length, 1);
});

test('the same “more” counts again once a day has gone', () => {
	const first = report('16 04:00', 'Kabar', [figure('KG killed 20', 'KG:Health Ministry')]);
	const three = (when: string) => report(when, 'Kabar', [figure('KG killed 3', 'KG:Health Ministry', more)]);
	const best = (...all: Parameters<typeof draw>[0]) => summary(rowOf(draw(all), 'KG', 'killed'));
	assert.equal(best(first, three('16 10:00')), '23–23 best 23');
	assert.equal(best(first, three('16 10:00'), three('16 20:00')), '23–23 best 23');
	assert.equal(best(first, three('16 10:00'), three('18 12:00')), '26–26 best 26');
});

test('fighters by one and civilians by another are two counts, not two accounts of one', () => {
	const drawn = draw([
		report('18 04:00', 'Kabar', [
			figure('KG killed 12', 'KG:Defence Ministry', soldiers),
			figure('KG killed 18', 'KG:Health Ministry', civilians),
		]),
	]);
	assert.equal(summary(rowOf(drawn, 'KG', 'killed')), '18–?+ best ?');
});

test('what follows from a sum stands in a row of its own where nobody has said anything of that side', () => {
	const row = rowOf(
		draw([
			report('18 04:00', 'Kabar', [figure('KG killed 36', 'KG:Health Ministry')]),
			report('18 05:00', 'Reuters', [figure('both killed 100+', null)]),
		]),
		'TJ',
		'killed',
	);
	assert.equal(row?.implied?.low, 64);
	assert.equal(summary(row), '?–? best ?');
});

test('what was counted within a number that was taken down is no part of the lower one', () => {
	const health = 'KG:Health Ministry';
	const chainOf = (...all: Parameters<typeof draw>[0]) => rowOf(draw(all), 'KG', 'killed')!.own[0]!;
	const told = report('18 04:00', 'Kabar', [
		figure('KG killed 59', health),
		figure('KG killed 13', health, children),
	]);
	const raised = chainOf(told, report('18 08:00', 'Kabar', [figure('KG killed 62', health)]));
	assert.deepEqual([raised.parts.length, raised.formerParts.length], [1, 0]);
	const lowered = chainOf(told, report('18 08:00', 'Kabar', [figure('KG killed 46', health)]));
	assert.deepEqual([lowered.parts.length, lowered.formerParts.length], [0, 1]);
});

test('a number of fighters that another one has replaced is no part any more', () => {
	const health = 'KG:Health Ministry';
	const chain = rowOf(
		draw([
			report('17 04:00', 'Kabar', [figure('KG killed 12', health, soldiers)]),
			report('18 04:00', 'Kabar', [figure('KG killed 20', health, soldiers), figure('KG killed 30', health)]),
		]),
		'KG',
		'killed',
	)!.own[0]!;
	assert.deepEqual(
		chain.parts.map(({best}) => best),
		[20],
	);
	assert.deepEqual(
		chain.formerParts.map(({best}) => best),
		[12],
	);
});

test('“up to 50” after a nought says how high', () => {
	const border = 'KG:Border Service';
	const drawn = draw([
		report('17 04:00', 'Kabar', [figure('KG killed none', border)]),
		report('18 04:00', 'Kabar', [figure('KG killed <50', border, soldiers)]),
	]);
	assert.equal(summary(rowOf(drawn, 'KG', 'killed')), '?–50+ best ?');
});
