import assert from 'node:assert/strict';
import {test} from 'node:test';
import {panels} from '../../source/panels/index.ts';
import {keysIn} from '../../source/panels/key-input.ts';
import {type Around, pressed} from '../../source/panels/keys.ts';
import {filtered} from '../../source/panels/panel.ts';
import {scene} from '../../source/panels/scene.ts';
import {theme} from '../../source/panels/theme.ts';
import {chosenIndex, firstStep, firstView, openStep, type View} from '../../source/panels/view.ts';
import {state} from './september.ts';

const stage = scene(state, theme().marks);
assert.ok(stage);
const all = panels(stage);
const around: Around = {
	panels: all,
	page: 3,
	clock: {now: Date.parse('2022-09-18T14:05:00Z'), timezone: 'Asia/Bishkek'},
	overlay: {lines: 40, rows: 10, openers: [], subject: null, siblings: []},
};
const tally = all[0];
assert.ok(tally);

/** The view after some keys, apart by commas. */
function after(keys: string, from: View = firstView): View {
	return keys
		.split(',')
		.reduce(
			(view, key) =>
				pressed(view, key, {...around, panels: all.map(panel => filtered(panel, view.filter))}).view,
			from,
		);
}
const row = (view: View): number => chosenIndex(view, tally);

for (const [keys, expected] of [
	['j', 1],
	['j,down,down', 3],
	['j,j,k', 1],
	['k', 0],
	['G', 6],
	['G,j', 6],
	['G,g', 0],
	['page down', 3],
	['page down,page down,page down', 6],
	['G, ', 6],
	['G,page up', 3],
	['end,b', 3],
	['j,home', 0],
] as const) {
	test(`${keys} → row ${expected}`, () => assert.equal(row(after(keys)), expected));
}

for (const [keys, expected] of [
	['tab', 'ceasefire'],
	['tab,tab', 'claims:KG'],
	['shift-tab', 'changes'],
	['l,h', 'tally'],
	['3', 'claims:KG'],
	['5', 'claims:others'],
	['7', 'sources'],
	['9', 'tally'],
	['tab,tab,tab,tab,tab,tab,tab,tab', 'tally'],
] as const) {
	test(`${keys} → ${expected}`, () => assert.equal(after(keys).focus, expected));
}

for (const [key, wish] of [
	['q', {kind: 'quit'}],
	['ctrl-c', {kind: 'quit'}],
	['r', {kind: 'poll'}],
	['[', {kind: 'step', unit: 'hour', by: -1}],
	[']', {kind: 'step', unit: 'hour', by: 1}],
	['{', {kind: 'step', unit: 'day', by: -1}],
	['}', {kind: 'step', unit: 'day', by: 1}],
	['0', {kind: 'now'}],
	['c', {kind: 'other clock'}],
	['x', null],
	['j', null],
] as const) {
	test(`${key} wishes ${wish?.kind ?? 'nothing'}`, () =>
		assert.deepEqual(pressed(firstView, key, around).wish, wish));
}

test('o opens the link of the chosen row, and of the open detail', () => {
	const url =
		tally.items[0]?.subjects[0]?.kind === 'figure' ? tally.items[0].subjects[0].figure.report.url : '';
	assert.deepEqual(pressed(firstView, 'o', around).wish, {kind: 'open', url});
	const second = after('enter,l');
	const {subject = null} = openStep(second) ?? {};
	assert.equal(subject?.kind, 'figure');
	const open = {...around, overlay: {...around.overlay, subject}};
	assert.match(JSON.stringify(pressed(second, 'o', open).wish), /tass\.ru/);
});

test('o never opens what is not http', () => {
	const subject = tally.items[0]?.subjects[0];
	assert.ok(subject?.kind === 'figure');
	const figure = {...subject.figure, report: {...subject.figure.report, url: 'file:///etc/passwd'}};
	const odd = {...subject, figure};
	const view: View = {...firstView, trail: {panel: 'tally', steps: [firstStep(odd)]}};
	const open = {...around, overlay: {...around.overlay, subject: odd}};
	assert.equal(pressed(view, 'o', open).wish, null);
	assert.equal(pressed(view, 'y', open).wish?.kind, 'copy');
});

test('g gives the choice up, so that the newest row is seen as it comes', () => {
	assert.deepEqual(after('j,g').chosen, {});
});

test('a chosen row stays chosen when others come before it, and leaves its place when it goes', () => {
	const view = after('j,j');
	const key = tally.items[2]?.key;
	const later = {...tally, items: [...tally.items.slice(5), ...tally.items.slice(0, 5)]};
	assert.equal(later.items[chosenIndex(view, later)]?.key, key);
	const gone = {...tally, items: tally.items.filter(item => item.key !== key)};
	assert.equal(chosenIndex(view, gone), 2);
	assert.equal(chosenIndex(view, {...tally, items: tally.items.slice(0, 1)}), 0);
	assert.equal(chosenIndex(view, {...tally, items: []}), 0);
});

test('Enter opens, l and h step from claimant to claimant and row to row, Esc closes', () => {
	const first = after('enter');
	assert.equal(openStep(first)?.subject.kind, 'figure');
	const third = after('enter,l,l');
	assert.equal(row(third), 1);
	assert.equal(row(after('h,h', third)), 0);
	assert.equal(openStep(after('h', first))?.subject.key, openStep(first)?.subject.key);
	assert.equal(after('escape', third).trail, null);
});

test('a detail scrolls no further than its end', () => {
	assert.equal(openStep(after('enter,j,j'))?.scroll, 2);
	assert.equal(openStep(after('enter,k'))?.scroll, 0);
	assert.equal(openStep(after('enter,G'))?.scroll, 30);
	assert.equal(openStep(after('enter,G,j'))?.scroll, 30);
	assert.equal(openStep(after('enter,page down, ,g'))?.scroll, 0);
	assert.equal(openStep(after('enter,page down'))?.scroll, 9);
});

test('Esc closes the help, then the detail, then the filter, then the zoom', () => {
	const deep = after('z,/,t,a,j,tab,enter,?');
	assert.ok(deep.sheet && deep.trail && deep.filter === 'taj' && deep.isZoomed);
	const steps = [
		after('escape', deep),
		after('escape,escape', deep),
		after('escape,escape,escape', deep),
		after('escape,escape,escape,escape', deep),
	];
	assert.deepEqual(
		steps.map(view => [view.sheet !== null, view.trail !== null, view.filter, view.isZoomed]),
		[
			[false, true, 'taj', true],
			[false, false, 'taj', true],
			[false, false, '', true],
			[false, false, '', false],
		],
	);
});

test('while a filter is typed, letters are letters', () => {
	const typing = after('/,q,r,?');
	assert.equal(typing.filter, 'qr?');
	assert.ok(typing.isFiltering);
	assert.equal(after('backspace,backspace', typing).filter, 'q');
	assert.equal(after('escape', typing).filter, '');
	assert.deepEqual(pressed(typing, 'ctrl-c', around).wish, {kind: 'quit'});
});

test('Enter looks for what is typed in all reports, Tab keeps the rows alone, Esc goes back one thing at a time', () => {
	const found = after('/,t,a,j,enter');
	assert.deepEqual(openStep(found)?.subject, {kind: 'search', key: 'search/taj', text: 'taj'});
	assert.deepEqual([found.isFiltering, found.filter], [false, 'taj']);
	const rows = after('escape', found);
	assert.deepEqual([rows.trail, rows.filter], [null, 'taj']);
	assert.equal(after('escape', rows).filter, '');
	const kept = after('/,t,a,j,tab');
	assert.deepEqual([kept.trail, kept.isFiltering, kept.filter], [null, false, 'taj']);
	const nothing = after('/, ,enter');
	assert.deepEqual([nothing.trail, nothing.isFiltering, nothing.filter], [null, false, '']);
});

test('/ over what was found types on; Esc leaves it as it was, Enter searches again', () => {
	const found = after('/,t,a,j,enter');
	const typing = after('/,x', found);
	assert.deepEqual([typing.isFiltering, typing.filter], [true, 'tajx']);
	const left = after('escape', typing);
	assert.deepEqual(
		[left.isFiltering, left.filter, openStep(left)?.subject.key],
		[false, 'taj', 'search/taj'],
	);
	assert.equal(openStep(after('enter', typing))?.subject.key, 'search/tajx');
	assert.equal(after('tab', typing).trail, null);
});

for (const [filter, expected] of [
	['tajik', 3],
	['"tajikistan killed"', 1],
	['tajikistan killed', 1],
	['side:Tajikistan', 7],
	['tajikistan kind:figure since:3d', 3],
	['"tajikistan k', 1],
] as const)
	test(`rows that hold ${filter}: ${expected}`, () =>
		assert.equal(filtered(tally, filter).items.length, expected));

test('a filter has an end', () => {
	assert.equal(after(`/,${Array<string>(500).fill('x').join(',')}`).filter.length, 200);
});

for (const [input, flags, expected] of [
	['j', {}, ['j']],
	['jjk', {}, ['j', 'j', 'k']],
	['G', {shift: true}, ['G']],
	['', {downArrow: true}, ['down']],
	['\r', {return: true}, ['enter']],
	['g\r', {}, ['g', 'enter']],
	['\t', {tab: true}, ['tab']],
	['', {tab: true, shift: true}, ['shift-tab']],
	['c', {ctrl: true}, ['ctrl-c']],
	['l', {ctrl: true}, []],
	['x', {meta: true}, []],
	['', {escape: true}, ['escape']],
	['\u007f', {backspace: true}, ['backspace']],
	['ж', {}, ['ж']],
	['\u0000', {}, []],
] as const) {
	test(`${JSON.stringify(input)} ${JSON.stringify(flags)} → ${expected.join(' ')}`, () =>
		assert.deepEqual(keysIn(input, flags), expected));
}

test('@ asks for an instant, says what is wrong with it, and goes there; Esc leaves all as it was', () => {
	const letters = [...'2022-09-18 1O:00'];
	const typing = ['@', ...letters].reduce((view, key) => pressed(view, key, around).view, firstView);
	assert.equal(typing.jump?.text, '2022-09-18 1O:00');
	const refused = pressed(typing, 'enter', around);
	assert.equal(refused.wish, null);
	assert.match(refused.view.jump?.wrong ?? '', /expected 2022-09-18 10:00/);
	const right = ['backspace', 'backspace', 'backspace', 'backspace', ...'0:00'].reduce(
		(view, key) => pressed(view, key, around).view,
		refused.view,
	);
	assert.deepEqual(right.jump, {text: '2022-09-18 10:00', wrong: null});
	assert.deepEqual(pressed(right, 'enter', around), {
		view: firstView,
		wish: {kind: 'jump', at: Date.parse('2022-09-18T04:00:00Z')},
	});
	assert.deepEqual(pressed(right, 'escape', around), {view: firstView, wish: null});
	assert.deepEqual(pressed(right, 'ctrl-c', around).wish, {kind: 'quit'});
});

test('a opens the alerts and closes them, whatever else is open', () => {
	const opened = pressed(firstView, 'a', around).view;
	assert.equal(opened.sheet, 'alerts');
	assert.deepEqual(pressed(opened, 'a', around).view, firstView);
	assert.deepEqual(pressed(opened, 'escape', around).view, firstView);
	assert.equal(pressed(opened, '?', around).view.sheet, 'help');
});
