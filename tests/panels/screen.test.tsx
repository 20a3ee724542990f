import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import stringWidth from 'string-width';
import {header} from '../../source/panels/header.ts';
import {panels} from '../../source/panels/index.ts';
import {textOf} from '../../source/panels/line.ts';
import {behind, openings} from '../../source/panels/openings.ts';
import {scene} from '../../source/panels/scene.ts';
import type {ScreenState} from '../../source/panels/state.ts';
import {theme} from '../../source/panels/theme.ts';
import {firstView, type View} from '../../source/panels/view.ts';
import {rowsOf} from './drawing.tsx';
import {actions, at, atLeast, chain, claim, figure, picture, row, state} from './september.ts';

const at40 = `
trucewatch Kyrgyzstan–Tajikistan…  20:05
sources 3 ok · 2 failing
[1 Tally] 2  3  4  5  6  7  8  ─────────
> Kyrgyzstan killed       36–37, best 36
   own   36 Health Ministry 10 h · befo…
   own   37 Emergency Situations Minist…
  Kyrgyzstan wounded                 129
   own   129 Health Ministry 10 h · bef…
   single origin
  Kyrgyzstan evacuated           136,770
   own   136,770 Emergency Situations M…
   single origin
  Tajikistan killed       30–35, best 35
  4 more
q quit · ? help · Tab next panel`;
const at100 = `
trucewatch Kyrgyzstan–Tajikistan border                         as of 18 Sep 2022 20:05 Asia/Bishkek
sources 3 ok · 2 failing · 14 reports new since 14:00 · 120 reports of 31 origins · 410 facts
[1 Tally] ──────────────────────────────────────────────────────────────────────────────────────────
  whose      measure       low    best    high  said by its own side, the other side, third parties
> Kyrgyzstan killed         36      36      37  own 36 Health Ministry 10 h; 1 more
  Kyrgyzstan wounded       129     129     129  single origin: own 129 Health Ministry 10 h
  Kyrgyzstan evacuated 136,770 136,770 136,770  single origin: own 136,770 Emergency Situations Min…
  Tajikistan killed         30      35      35  new own 35 Foreign Ministry 3 h; 1 more
  Tajikistan wounded        20      20     20+  new single origin: own 20+ Foreign Ministry 3 h
  Tajikistan evacuated       –       –       –  Foreign Ministry: no figure since 14 Sep 08:00 (4 d…
  both sides killed         54      54      54  new single origin: third 54 Reuters 5 h; 1 more
 2 Ceasefire  ───────────────────────────────────   7 Sources  ─────────────────────────────────────
  DISPUTED since 16 Sep 16:00 (2 d ago)              Khovar         failing   5 h ago · 17 reports
  last alleged violation 17 Sep 19:00 (25 h ago)       no answer within 20 s
  · alleged against Kyrgyzstan 1, Tajikistan 1       Asia-Plus      blocked   never answered
  last word of each                                    refuses us: 403 Forbidden
  Border Service, Kyrgyzstan: holding · 08:00 (1…    24.kg          ok        2 min ago · 48 reports
  9 more                                             2 more
 3 Kyrgyzstan says  ─────────────────────────────   4 Tajikistan says  ─────────────────────────────
  new 19:20 accuses Tajikistan: shelling, tanks      new 18:10 accuses Kyrgyzstan: shelling, first
  “The Border Service of Kyrgyzstan said that        fire
  Tajik forces shelled the villages of Dostuk and    “The Border Troops said that the Kyrgyz side
  Kulundu with mortars and tanks in the morning.”    opened fire first with mortars at the outpost
  Border Service, 45 min ago · in 3 reports, 2       of Kekh.”
  origins · against it: Border Troops 18:10          Border Troops, 1 h ago · against it: Border
  new 14:40 denies, about Kyrgyzstan: drone          Service 19:20
  “The Border Service denied that drones were        17 Sep 18:20 accuses Kyrgyzstan: drone, strike
  2 more                                             1 more
not shown: 5 Others say (1) · 6 Timeline (16) · 8 New since 14:00 (4)
q quit · ? help · Tab next panel · Enter open · r poll now · / find · [ ] earlier, later · @ go to`;

for (const [columns, rows, expected] of [
	[40, 15, at40],
	[100, 30, at100],
] as const) {
	test(`the evening of 18 September 2022 at ${columns}×${rows}`, () => {
		assert.equal(`\n${rowsOf(state, columns, rows).join('\n')}`, expected);
	});
}

test('before there is a picture the screen says so', () => {
	const drawn = rowsOf({...state, picture: null}, 60, 15);
	assert.match(drawn[0] ?? '', /^trucewatch opening the store/);
	assert.equal(drawn.length, 15);
});

const empty: ScreenState = {
	...state,
	newSince: {at: null, isFirstLook: false, count: 0, changes: []},
	picture: {
		...picture,
		tally: {rows: []},
		ceasefire: {
			status: 'none',
			renewals: 0,
			since: null,
			lastViolationAt: null,
			speakers: [],
			agreements: [],
			violations: {},
			violationsByDay: [],
			events: [],
		},
		claims: {},
		sources: [],
		counts: {reports: 0, origins: 0, facts: 0},
	},
};

test('an empty picture says in each panel that there is nothing', () => {
	const text = rowsOf(empty, 120, 40).join('\n');
	for (const words of [
		'No figure has been read yet.',
		'Nothing has been said of a ceasefire yet.',
		'No claim yet.',
		'No source is named',
	]) {
		assert.ok(text.includes(words), words);
	}
});

test('that what is kept cannot be made small is told above the panels, and hides nothing', () => {
	const unsealed =
		'Full journals could not be compressed (the disk is full); what comes in is kept all the same.';
	const lines = header({...state, store: {...state.store, unsealed}}, 120, theme().marks).map(textOf);
	assert.deepEqual(lines.slice(2), [unsealed]);
});

test('facts that memory has no room for are told above the panels', () => {
	const lines = header({...state, store: {...state.store, leftOut: 1200}}, 160, theme().marks).map(textOf);
	assert.match(lines.slice(2).join(' '), /1,200 old reports with facts of this time are not in the picture/);
});

const side = 'The Very Long Named Autonomous Republic of 中華 and Северный Кыргызстан';
const long: ScreenState = {
	...state,
	notices: [`a notice that goes on ${'and on '.repeat(60)}`],
	store: {...state.store, trouble: `the disk is full ${'and full '.repeat(60)}`, damage: 3, isLeader: false},
	picture: {
		...picture,
		profile: {
			...picture.profile,
			name: side.repeat(4),
			sides: [
				{id: 'KG', name: side},
				{id: 'TJ', name: '中'.repeat(90)},
			],
		},
		tally: {
			rows: [
				row('KG', 'displaced', [
					chain(
						figure(
							'KG',
							'displaced',
							atLeast(1_234_567_890),
							{name: 'Ж'.repeat(300), side: 'KG', kind: 'official'},
							`[${'ю'.repeat(3000)}]`,
							at(18, 1),
						),
					),
				]),
			],
		},
		claims: {
			KG: [
				claim(
					'x',
					'accusation',
					{name: side, side: 'KG', kind: 'official'},
					'TJ',
					['shelling'],
					`[${'слово '.repeat(2000)}]`,
					at(18, 2),
				),
			],
		},
		sources: picture.sources.map(source => ({...source, name: side, reason: side.repeat(9)})),
	},
};

const stage = scene(state, theme().marks);
assert.ok(stage);
const everything = panels(stage).flatMap(({id, items}) =>
	items.flatMap(item => item.subjects.map(subject => ({id, subject}))),
);
const opened = [...new Map(everything.map(each => [each.subject.kind, each])).values()];
/** The first thing of each kind, open, with the first that can be opened from it chosen. */
const inside = ({id, subject}: (typeof opened)[number], scroll: number): View => {
	const [section] = openings(stage, subject, behind(stage, subject, actions));
	return {
		...firstView,
		trail: {panel: id, steps: [{subject, scroll, chosen: section?.openings[0]?.subject.key ?? null}]},
	};
};

const views: readonly View[] = [
	firstView,
	{...firstView, focus: 'claims:KG', isZoomed: true},
	{...firstView, focus: 'timeline'},
	{...firstView, sheet: 'help', sheetScroll: 5},
	{...firstView, sheet: 'alerts', sheetScroll: 5},
	{...firstView, jump: {text: '2022-09-18 10:00, and whatever else', wrong: 'that has not come yet'}},
	...opened.flatMap(each => [0, 12].map(scroll => inside(each, scroll))),
	{...firstView, filter: 'nothing holds this', isFiltering: true},
];

test('at every size each row fits, and there are exactly as many as there is room for', () => {
	fc.assert(
		fc.property(
			fc.integer({min: 40, max: 300}),
			fc.integer({min: 15, max: 100}),
			fc.constantFrom(...views),
			fc.constantFrom(state, empty, long),
			fc.boolean(),
			(columns, rows, view, shown, isAscii) => {
				const drawn = rowsOf(shown, columns, rows, {view, isAscii});
				assert.equal(drawn.length, rows);
				for (const line of drawn) {
					assert.ok(stringWidth(line) <= columns, `${stringWidth(line)} columns in ${columns}: ${line}`);
				}
			},
		),
		{numRuns: 60},
	);
});

const rung: ScreenState = {
	...state,
	notices: ['Khovar is back', 'Kyrgyzstan, killed: Health Ministry raised 46 to 59'],
	alerts: [
		{at: at(18, 13), rule: 'source', count: 1, told: [{text: 'Khovar is back', evidence: null}]},
		{
			at: at(18, 14),
			rule: 'toll:killed>=50',
			count: 3,
			told: [
				{text: 'Kyrgyzstan, killed: Health Ministry raised 46 to 59', evidence: '“59 dead.” Kabar'},
				{text: 'Both sides, killed: Reuters first gave 54', evidence: '“54 dead.” Reuters'},
			],
		},
	],
};

test('a notice has a line of its own where there is room, and the keys stay', () => {
	const high = rowsOf(rung, 100, 40);
	assert.equal(high.at(-2), '1 more · Kyrgyzstan, killed: Health Ministry raised 46 to 59');
	assert.match(high.at(-1) ?? '', /^q quit .* r poll now/);
	const still = rowsOf({...rung, notices: []}, 100, 40);
	assert.deepEqual(high.toSpliced(-2, 1), still.toSpliced(-2, 1), 'nothing moves when it comes');
	const low = rowsOf(rung, 100, 24);
	assert.match(low.at(-1) ?? '', /^q quit .*raised 46 to 59$/);
});

test('the alerts of this run can be looked at again, the newest first', () => {
	const view: View = {...firstView, sheet: 'alerts'};
	const drawn = (shown: ScreenState): string =>
		rowsOf(shown, 80, 24, {view}).slice(2, -2).join('\n').trimEnd();
	assert.equal(
		`\n${drawn({...rung, notices: []})}`,
		`
Alerts of this run

20:00 toll:killed>=50 · 1 more not listed
  Kyrgyzstan, killed: Health Ministry raised 46 to 59
  “59 dead.” Kabar
  Both sides, killed: Reuters first gave 54
  “54 dead.” Reuters

19:00 source
  Khovar is back`,
	);
	assert.match(drawn({...state, alerts: []}), /None so far/);
	assert.match(drawn({...state, alerts: null}), /None are asked for: --alert RULE/);
});

test('the instant that is typed stands in the footer, with what is wrong with it', () => {
	const last = (jump: View['jump']): string =>
		rowsOf(state, 80, 24, {view: {...firstView, jump}}).at(-1) ?? '';
	assert.match(
		last({text: '2022-', wrong: null}),
		/^@2022-_ 2022-09-18 10:00; Enter goes there, Esc leaves$/,
	);
	assert.match(last({text: 'x', wrong: 'no day of the calendar'}), /^@x_ no day of the calendar$/);
});

test('the footer is in the last row whatever the names', () => {
	assert.match(rowsOf({...long, notices: []}, 40, 15).at(-1) ?? '', /^q quit/);
	assert.match(rowsOf(long, 100, 29).at(-1) ?? '', /^q quit .*…$/);
});

const many: ScreenState = {
	...state,
	picture: {
		...picture,
		tally: {
			rows: Array.from({length: 60}, (_, index) =>
				row(`S${index}`, 'killed', [
					chain(
						figure(
							`S${index}`,
							'killed',
							atLeast(index),
							{name: `Ministry ${index}`, side: null, kind: 'media'},
							'[x]',
							at(18, 1),
						),
					),
				]),
			),
		},
	},
};

test('rows that do not fit are counted, those shown are one run without gaps', () => {
	for (const [columns, rows] of [
		[40, 15],
		[60, 24],
		[100, 30],
		[120, 40],
		[200, 60],
	] as const) {
		for (const chosen of [0, 1, 17, 42, 59]) {
			const key = `S${chosen}/killed`;
			const view = {...firstView, chosen: {tally: {key, index: chosen}}};
			const drawn = rowsOf(many, columns, rows, {view});
			const shown = drawn.flatMap(line => /^[> ] S(\d+) /.exec(line)?.[1] ?? []).map(Number);
			const [first = -1] = shown;
			assert.deepEqual(
				shown,
				Array.from(shown, (_, index) => first + index),
				`gaps at ${columns}×${rows}`,
			);
			assert.ok(
				drawn.some(line => line.startsWith(`> S${chosen} `)),
				`S${chosen} is not there at ${columns}×${rows}`,
			);
			const last = drawn.findLastIndex(line => /^[> ] S\d+ /.test(line));
			const words = drawn.slice(last).find(line => / (?:more|above)/.test(line)) ?? '';
			const below = Number(/(\d+) more(?! above)/.exec(words)?.[1] ?? 0);
			const above = Number(/(\d+) (?:more )?above/.exec(words)?.[1] ?? 0);
			// The last one may be shown in part and is then still among those to come.
			const whole = 60 - below - above;
			assert.equal(above, first);
			assert.ok(
				shown.length === whole || shown.length === whole + 1,
				`${above} above, ${shown.length} shown, ${below} below`,
			);
		}
	}
});

test('a panel without a place beside the others is named, and shown when it is asked for', () => {
	assert.match(rowsOf(state, 100, 30).join('\n'), /not shown: 5 Others say \(1\) · 6 Timeline \(16\)/);
	assert.match(
		rowsOf(state, 100, 30, {view: {...firstView, focus: 'timeline'}}).join('\n'),
		/Health Ministry: Kyrgyzstan killed 36 \(before 24\)/,
	);
});

test('an archive is marked, and its ages count from its own moment', () => {
	const archive = {...state, now: Date.UTC(2026, 0, 1), archive: {kind: 'as of', at: at(18, 14, 5)} as const};
	const drawn = rowsOf(archive, 100, 30).join('\n');
	assert.match(drawn, /ARCHIVE as of 18 Sep 2022 20:05 Asia\/Bishkek/);
	assert.match(drawn, /36 Health Ministry 10 h/);
});

test('of sources an archive tells how they had been found by then, and nothing of the polls since', () => {
	const sources = picture.sources.map(source =>
		source.name === '24.kg' ? ({...source, state: 'waiting'} as const) : source,
	);
	const archive = {
		...state,
		picture: {...picture, sources},
		now: Date.UTC(2026, 0, 1),
		archive: {kind: 'as of', at: at(18, 14, 5)} as const,
	};
	for (const view of [firstView, {...firstView, focus: 'sources', isZoomed: true}]) {
		const drawn = rowsOf(archive, 120, 40, {view}).join('\n');
		assert.doesNotMatch(drawn, /sources 3 ok|2 failing|answered|next (?:in|due|within)| ago · \d+ reports?$/);
		assert.match(drawn, /Sources by then/);
		assert.match(drawn, /Khovar +failing +17 reports/);
		if (view.isZoomed) assert.match(drawn, /24\.kg +not known +48 reports/);
	}
});

test('how a source is now is not told by its detail in an archive either', () => {
	const source = opened.find(({subject}) => subject.kind === 'source');
	assert.ok(source);
	const archive = {...state, archive: {kind: 'as of', at: at(18, 14, 5)} as const};
	const text = rowsOf(archive, 100, 30, {view: inside(source, 0)}).join('\n');
	assert.match(text, /Kept by then +\d+ reports/);
	assert.doesNotMatch(text, /Last answer|Next poll/);
});

test('another moment that was asked for is told before it is drawn', () => {
	const asked = {...state, asked: {to: {kind: 'as of', at: at(18, 14)} as const}};
	assert.match(rowsOf(asked, 100, 30)[0] ?? '', /going to as of 18 Sep 2022 20:00$/);
	assert.match(rowsOf(asked, 40, 15)[0] ?? '', /going to as of 18 Sep 2022 20:00$/);
	assert.match(rowsOf({...state, asked: {to: null}}, 100, 30)[0] ?? '', /going to now$/);
	const archive = {...state, archive: {kind: 'as of', at: at(18, 14, 5)} as const};
	assert.match(rowsOf(archive, 100, 30).at(-1) ?? '', /\[ \] earlier, later · 0 now/);
});

test('what is wrong with the store is in the header', () => {
	const troubled = {
		...state,
		store: {reports: 1, trouble: 'the disk is full', damage: 2, isLeader: false},
		polling: {isOn: false, busy: 0},
	};
	const drawn = rowsOf(troubled, 100, 30).join('\n');
	for (const words of ['! the disk is full', '2 damaged parts', 'another instance polls', 'not polling']) {
		assert.ok(drawn.includes(words), words);
	}
});

test('with --ascii a picture in ASCII is drawn in ASCII', () => {
	const text = rowsOf(state, 160, 50, {isAscii: true})
		.join('\n')
		.replace(/[\u0400-\u04ff]/g, '')
		.replace('António', '');
	assert.doesNotMatch(text, /[^\n -~]/);
});

test('control characters of a report never reach the screen', () => {
	const hostile = '\u001b[2J\u001b]52;c;aGk=\u0007\r\n\u009b31m\u202e';
	const shown = {
		...state,
		picture: {
			...picture,
			sources: picture.sources.map(source => ({...source, name: `${hostile}name`, reason: hostile})),
			claims: {
				KG: [
					claim(
						'x',
						'denial',
						{name: hostile, side: 'KG', kind: 'official'},
						'TJ',
						[],
						`[${hostile}]`,
						at(18, 2),
					),
				],
			},
		},
	};
	const drawn = rowsOf(shown, 120, 40);
	assert.equal(drawn.length, 40);
	assert.doesNotMatch(drawn.join(''), /[\u0000-\u001f\u007f-\u009f\u202e]/);
});
