import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import stringWidth from 'string-width';
import type {ScreenActions} from '../../source/panels/state.ts';
import {actions, at, searched, state} from './september.ts';
import {walker} from './walker.ts';

const typed = (text: string): string =>
	['/', ...[...text].map(letter => (letter === ' ' ? 'space' : letter)), 'enter'].join(' ');
const body = (lines: readonly string[]): string => `\n${lines.slice(2, -2).join('\n').trimEnd()}`;

test('what was found, at 80 columns', async () => {
	const screen = walker(state, actions, {columns: 80, rows: 24});
	await screen.press(`${typed('killed')} j`);
	assert.equal(
		body(screen.lines()),
		`
2 reports hold: killed

Newest first
> 10:00 Kabar · Health Ministry: 36 dead
    “Of those [killed] 4 were children.” and 1 more sentence
  17 Sep 01:30 24.kg · Health Ministry: 24 dead
    “Twenty-four people were [killed], the ministry said.”`,
	);
	assert.match(
		screen.lines().at(-1) ?? '',
		/^Esc back · Tab choose · Enter open · j k down, up · \/ search again/,
	);
});

test('what was found in Cyrillic, at 40 columns in ASCII', async () => {
	const screen = walker(state, actions, {columns: 40, rows: 15, isAscii: true});
	await screen.press(`${typed('"развернуты пункты"')} j`);
	assert.equal(
		body(screen.lines()),
		`
1 report holds: "развернуты пункты"

Newest first
> 17 Sep 12:00 Радио Азаттык | Сводка
  МЧС
    "В Баткенской области [развёрнуты
    пункты] временного размещения."`,
	);
});

test('Enter opens a report with its text and revisions, h and l go to those beside it, Esc back to the list', async () => {
	const screen = walker(state, actions, {columns: 80, rows: 40});
	await screen.press(`${typed('killed')} j enter`);
	assert.equal(
		body(screen.lines()),
		`
search: killed › Kabar 10:00
Health Ministry: 36 dead

Told            18 Sep 2022 10:00 (10 h ago)
First seen here 18 Sep 2022 10:00 (10 h ago)
Source          Kabar (kabar.kg)
Link            https://kabar.kg/news/k-36
Read from it    nothing

Revisions of this report: 1
  1 · 18 Sep 2022 10:00 · Number of casualties

The report
revision 1
Twelve more bodies were brought in overnight, bringing the death toll to 36. Of
those [killed] 4 were children. The dead were [killed] by shelling.`,
	);
	assert.deepEqual(await screen.press('o'), {kind: 'open', url: 'https://kabar.kg/news/k-36'});
	assert.equal((await screen.press('y'))?.kind, 'copy');
	await screen.press('l');
	assert.match(screen.text(), /Health Ministry: 24 dead/);
	await screen.press('h j enter');
	assert.match(screen.text(), /Revision 1, as of 18 Sep 2022 10:00/);
	await screen.press('escape escape');
	assert.match(screen.text(), /2 reports hold: killed/);
	await screen.press('escape');
	assert.match(screen.text(), /Tally, 3 of 7/);
	assert.match(screen.lines().at(-1) ?? '', /^\/killed Esc clears/);
});

test('while it searches it says so, and keys go on', async () => {
	let answer = (): void => {};
	const slow: ScreenActions = {
		...actions,
		search: typed =>
			new Promise(resolve => {
				answer = () => resolve(searched(typed));
			}),
	};
	const screen = walker(state, slow, {columns: 80, rows: 24});
	const pressing = screen.press(typed('killed'));
	await new Promise(resolve => setImmediate(resolve));
	assert.match(screen.text(), /searching … killed/);
	answer();
	await pressing;
	assert.match(screen.text(), /2 reports hold: killed/);
});

test('what is wrong with a query is said, with what would be right', async () => {
	const screen = walker(state, actions, {columns: 80, rows: 24});
	await screen.press(typed('side:Kyrgysztan'));
	assert.equal(
		body(screen.lines()),
		`
side:Kyrgysztan: the conflict has no such side; did you mean side:Kyrgyzstan?
for example: side:Kyrgyzstan; / goes back to what was typed`,
	);
});

test('nothing found, in an archive, and more than are listed', async () => {
	const none = walker(state, actions, {columns: 80, rows: 24});
	await none.press(typed('volcano'));
	assert.match(none.text(), /^No report holds: volcano$/m);
	const archive = {...state, archive: {kind: 'as of', at: at(18, 5)} as const};
	const then = walker(archive, actions, {columns: 80, rows: 24});
	await then.press(typed('killed'));
	assert.match(then.text(), /^2 reports known at this moment hold: killed$/m);
	const more = {...actions, search: async (text: string) => ({...searched(text), isMore: true})};
	const many = walker(state, more, {columns: 80, rows: 24});
	await many.press(typed('killed'));
	assert.match(many.text(), /^More than 2 reports hold: killed\n\nThe newest 2$/m);
});

test('an open report that a moment does not hold is not shown there', async () => {
	const byMoment: ScreenActions = {...actions};
	const screen = walker(state, byMoment, {columns: 80, rows: 24});
	await screen.press(`${typed('killed')} j enter`);
	byMoment.search = async () => ({...searched('killed'), found: []});
	await screen.show({...state, archive: {kind: 'as of', at: at(16, 0)}});
	assert.match(screen.text(), /This moment does not hold what was open \(a report\)/);
	assert.doesNotMatch(screen.text(), /36 dead/);
});

test('while it is typed the footer says what the keys do, and shows the end of what is long', async () => {
	for (const [columns, expected] of [
		[100, '/killed_ Enter searches all reports · Tab keeps these rows · Esc clears'],
		[40, '/killed_ Enter searches all reports'],
	] as const) {
		const screen = walker(state, actions, {columns, rows: 24});
		await screen.press('/ k i l l e d');
		assert.equal(screen.lines().at(-1), expected);
	}
	const long = walker(state, actions, {columns: 40, rows: 15});
	await long.press(`/ ${[...'x'.repeat(60), ...'the end'.replace(' ', '_')].join(' ')}`);
	const last = long.lines().at(-1) ?? '';
	assert.match(last, /^\/…x+the_end_$/);
	assert.ok(stringWidth(last) <= 40);
});

test('at every size each row fits', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.integer({min: 40, max: 300}),
			fc.integer({min: 15, max: 60}),
			fc.constantFrom('killed', 'kind:figure', 'пункты', `nothing ${'and nothing '.repeat(10)}`, 'sdie:KG'),
			fc.constantFrom('', ' j', ' j enter', ' j enter j enter'),
			fc.boolean(),
			fc.boolean(),
			async (columns, rows, text, keys, isAscii, isLinear) => {
				const screen = walker(state, actions, {columns, rows, isAscii, isLinear});
				await screen.press(`${typed(text)}${keys}`);
				const lines = screen.lines();
				assert.equal(lines.length, rows);
				for (const line of lines.slice(0, -1))
					assert.ok(stringWidth(line) <= columns, `${stringWidth(line)} in ${columns}: ${line}`);
			},
		),
		{numRuns: 40},
	);
});
