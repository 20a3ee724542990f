import assert from 'node:assert/strict';
import {test} from 'node:test';
import {changes} from '../../source/panels/changes.ts';
import {pressed} from '../../source/panels/keys.ts';
import {plain} from '../../source/panels/line.ts';
import {scene} from '../../source/panels/scene.ts';
import type {ScreenState} from '../../source/panels/state.ts';
import {theme} from '../../source/panels/theme.ts';
import {firstView, type View} from '../../source/panels/view.ts';
import {rowsOf} from './drawing.tsx';
import {at, state} from './september.ts';

const view: View = {...firstView, focus: 'changes', isZoomed: true};
const drawn = (more: Partial<ScreenState>, columns = 70, rows = 16): string =>
	`\n${rowsOf({...state, ...more}, columns, rows, {view})
		.slice(2, -1)
		.join('\n')
		.trimEnd()}`;

test('what is new, newest first, each with its outlet and its age', () => {
	assert.equal(
		drawn({}),
		`
 1  2  3  4  5  6  7 [8 New since 14:00] ─────────────────────────────
> 19:20 Border Service (Kyrgyzstan) accused Tajikistan, shelling,
  tanks
  Kabar · 45 min ago
  15:30 Khovar lost, failing: no answer within 20 s
  4 h ago
  10:00 Kyrgyzstan, killed: Health Ministry raised 24 to 36
  Kabar · 10 h ago · first seen 14:20
  Tajikistan, killed: 24 by Foreign Ministry is withdrawn
  AFP`,
	);
});

test('on forty columns nothing is lost of a sentence', () => {
	const text = drawn({}, 40, 24).replace(/\s+/g, ' ');
	assert.match(text, /Health Ministry raised 24 to 36 Kabar · 10 h ago · first seen 14:20/);
});

const nothing = {at: null, isFirstLook: false, count: 0, changes: []};
const empties: readonly [string, Partial<ScreenState>, RegExp][] = [
	['the first look', {newSince: nothing}, /This is the first look at this store: once all sources/],
	[
		'the first look, once all have been asked',
		{newSince: {...nothing, at: at(18, 8), isFirstLook: true}},
		/\[8 New since 14:00, first look\].*Nothing is new since 14:00, when all sources had been asked once/,
	],
	[
		'a moment before the last look',
		{newSince: nothing, archive: {kind: 'as of', at: at(16, 10)}},
		/Nobody had looked at this store before the moment shown/,
	],
	[
		'nothing new',
		{newSince: {at: at(18, 8), isFirstLook: false, count: 0, changes: []}},
		/Nothing is new since 14:00\./,
	],
];
for (const [title, more, expected] of empties)
	test(`${title} is told in a sentence, and nothing listed`, () => {
		const text = drawn(more).replace(/\s+/g, ' ');
		assert.match(text, expected);
		assert.doesNotMatch(text, /Kabar/);
	});

test('Enter opens what stands behind: the figure with its chain, the claim, the source, or the change itself', () => {
	const stage = scene(state, theme({}).marks)!;
	const panel = changes(stage);
	const subjects = panel.items.map(({subjects: [subject]}) => subject!);
	assert.deepEqual(
		subjects.map(({kind}) => kind),
		['claim', 'source', 'figure', 'change'],
	);
	const [, , figure] = subjects;
	assert.equal(figure?.kind === 'figure' && figure.chain.replaced.length, 1);
	const text = (index: number): string =>
		rowsOf(state, 90, 30, {
			view: {
				...view,
				trail: {panel: 'changes', steps: [{subject: subjects[index]!, scroll: 0, chosen: null}]},
			},
		}).join('\n');
	assert.match(text(2), /Kyrgyzstan, killed: 36, says Health Ministry/);
	assert.match(text(3), /Tajikistan, killed: 24 by Foreign Ministry is withdrawn\n\n“It gave \[24\]\.”/);
	assert.match(text(1), /Khovar: failing/);
});

test('a row is found by its words, those of its sentence too', () => {
	const panel = changes(scene(state, theme({}).marks)!);
	const found = (word: string) => panel.items.filter(item => item.words().includes(word)).length;
	assert.deepEqual([found('Khovar'), found('mortars'), found('Ministry')], [1, 1, 2]);
	assert.ok(
		panel.items.every(item =>
			item.lines(60, 'full').every(line => plain(line.map(({text}) => text).join('')) !== ''),
		),
	);
});

test('m marks all as seen, but not from within a detail or the help, nor while a filter is typed', () => {
	const around = {
		panels: [changes(scene(state, theme({}).marks)!)],
		page: 5,
		clock: {now: state.now, timezone: state.timezone},
		overlay: {lines: 0, rows: 0, openers: [], subject: null, siblings: []},
	};
	const wish = (more: Partial<View>) => pressed({...firstView, ...more}, 'm', around).wish;
	assert.deepEqual(wish({}), {kind: 'mark'});
	assert.equal(wish({sheet: 'help'}), null);
	assert.equal(wish({sheet: 'alerts'}), null);
	assert.equal(wish({jump: {text: '', wrong: null}}), null);
	assert.equal(wish({isFiltering: true}), null);
});
