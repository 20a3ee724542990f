import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Figure} from '../../source/facts/fact.ts';
import {partsOf, partsText} from '../../source/panels/parts.ts';
import {theme} from '../../source/panels/theme.ts';
import {actions, at, chain, exactly, figure, row, state} from './september.ts';
import {walker} from './walker.ts';

const ministry = {name: 'Health Ministry', side: 'KG', kind: 'official'} as const;
const part = (number: number, marked: string, more: Partial<Figure>): Figure => ({
	...figure('KG', 'killed', exactly(number), ministry, marked, at(18, 4)),
	...more,
});
const soldiers = part(40, '[40 of them] soldiers', {scope: 'subset', combatant: 'military'});
const children = part(5, 'dead, [including five children]', {scope: 'subset', combatant: 'civilian'});
const grave = part(5, '[five] of the wounded are in a grave condition and will be flown out', {
	scope: 'subset',
});
const civilians = part(10, '[10 civilians died]', {scope: 'running', combatant: 'civilian'});
const shell = part(3, 'a shell [killed three]', {scope: 'incident'});
const day = part(7, '[seven died] on Friday', {scope: 'day'});
const more = part(12, '[12 more]', {scope: 'additional'});
const {marks} = theme();

for (const [parts, isPart, expected] of [
	[[], false, null],
	[[soldiers], false, 'of them: 40 military'],
	[[soldiers, children], false, 'of them: 40 military, 5 civilian (“including five children”)'],
	[[grave], false, 'of them: 5 (“five of the wounded are in a grave…”)'],
	[[civilians, civilians], false, 'of them: 10 civilian'],
	[[shell, shell, day], false, 'also: 2 incidents, 1 single day'],
	[[soldiers, shell, more], false, 'of them: 40 military · also: 1 incident, 1 other count'],
	[[soldiers, shell], true, 'also: 40 military, 1 incident'],
	[
		[1, 2, 3, 4, 5, 6].map(number => part(number, '[x]', {scope: 'running', combatant: 'military'})),
		false,
		'of them: 1 military, 2 military, 3 military, 4 military, 2 more',
	],
] as const) {
	test(`${parts.length} parts${isPart ? ' without a total' : ''}: ${expected}`, () =>
		assert.equal(partsText({parts, isPart}, marks), expected));
}

test('each part is of one kind', () => {
	const all = [soldiers, children, grave, civilians, shell, day, more];
	const kinds = partsOf(all);
	assert.deepEqual(kinds, {
		ofTotal: [soldiers, children, grave, civilians],
		incidents: [shell],
		days: [day],
		rest: [more],
	});
});

const total = figure('KG', 'killed', exactly(59), ministry, '[59 people were killed]', at(18, 4));
const {picture} = state;
assert.ok(picture);
const withParts = {
	...state,
	picture: {
		...picture,
		tally: {rows: [row('KG', 'killed', [chain(total, {parts: [soldiers, children, shell, day]})])]},
	},
};

for (const columns of [60, 120]) {
	test(`parts stand under their total, which stays what it is, at ${columns} columns`, async () => {
		const screen = walker(withParts, actions, {columns, rows: 40});
		const words = screen.text().replace(/\s+/g, ' ');
		assert.match(words, /59 Health Ministry.*of them: 40 military, 5 civilian \(“including five children”\)/);
		assert.match(words, /also: 1 incident, 1 single day/);
		assert.doesNotMatch(words, /104|99\b/);
	});
}

test('in the detail each kind has its own heading, and each part opens to its sentence', async () => {
	const screen = walker(withParts, actions, {columns: 100, rows: 60});
	await screen.press('enter');
	const text = screen.text();
	for (const title of ['Of the total, never added to it', 'Single incidents', 'Single days'])
		assert.match(text, new RegExp(`^${title}$`, 'm'));
	await screen.choose('5 civilian');
	await screen.press('enter');
	assert.match(screen.text(), /dead, \[including five children\]/);
	assert.match(screen.text(), /Its total +59/);
});
