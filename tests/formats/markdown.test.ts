import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {behind} from '../../source/formats/evidence.ts';
import {formats} from '../../source/formats/index.ts';
import {link, plain} from '../../source/formats/markdown-page.ts';
import {at, claim, draw, figure, report} from '../picture/conflict.ts';
import {september} from '../picture/september-2022.ts';

const utc = {columns: 80, timezone: 'UTC'};
const week = draw(september, {asOf: at('18 07:00')});

/** Marks of footnotes in a text, and the footnotes themselves by mark. */
function notesOf(text: string) {
	const notes = new Map(
		[...text.matchAll(/^\[\^([^\]]+)\]: (.*)$/gm)].map(([, mark, note]) => [mark!, note!]),
	);
	const marks = [...text.matchAll(/\[\^([^\]]+)\](?!:)/g)].map(([, mark]) => mark!);
	return {notes, marks};
}

for (const moment of ['14 06:00', '18 07:00', '20 12:00'])
	test(`${moment}: each mark has its footnote and each footnote a mark, of this moment`, () => {
		const picture = draw(september, {asOf: at(moment)});
		const {notes, marks} = notesOf(formats.markdown(picture, utc));
		assert.deepEqual([...notes.keys()].sort(), [...new Set(marks)].sort());
		assert.ok(notes.size > 0);
		for (const mark of marks) assert.ok(mark.startsWith(`tw2209${moment.replace(/\D/g, '')}-`), mark);
	});

test('low, best and high each have the footnote with the sentence of their figure', () => {
	const text = formats.markdown(week, utc);
	const {notes} = notesOf(text);
	const lines = text.split('\n').filter(line => line.startsWith('| '));
	for (const [index, row] of week.tally.rows.entries()) {
		const cells = lines[index + 2]!.split(' | ');
		const found = behind(row);
		for (const [place, end] of (['low', 'best', 'high'] as const).entries()) {
			const mark = /\[\^([^\]]+)\]/.exec(cells[place + 1]!)?.[1];
			if (row[end] === null) assert.equal(mark, undefined);
			else assert.ok(notes.get(mark!)!.includes(plain(found[end]!.sentence)), `${end}: ${notes.get(mark!)}`);
		}
	}
});

test('it shows chains, silence, the moment, the ceasefire, the claims and the sources', () => {
	const made = {
		by: 'trucewatch 1',
		command: 'trucewatch once --format markdown',
		clock: 'published',
	} as const;
	const text = formats.markdown(week, {...utc, made});
	for (const part of [
		/^# Kyrgyzstan–Tajikistan border\n\nAs of 18 Sep 2022, 07:00 \(UTC; 2022-09-18T07:00:00Z\): from what had been published by then\./,
		/### Kyrgyzstan, killed: 36–37, best 37\n\nBest: own side’s latest official total.*\. Low: smallest/,
		/24\[\^[^\]]+\] from .{12,20} until 18 Sep 2022, 04:00: later total/,
		/Silent since 16 Sep 2022, \d\d:00: Tajikistan has given no figure\.\[\^/,
		/\*\*disputed\*\* since/,
		/### Violations alleged\n\n(- .*\n)*- Against Tajikistan: \d+\[\^/,
		/### Truces\n\n- 14 Sep 2022, \d\d:\d\d, .*: agreed\[\^/,
		/last violation alleged .*, .* before this moment/,
		/## Sources\n\nCited: .*Kabar \(\d+ report/,
		/with `trucewatch once --format markdown`/,
	])
		assert.match(text, part);
});

test('of many claims the newest stand, and the rest is counted', () => {
	const many = draw(
		Array.from({length: 40}, (_, index) =>
			report(`18 0${index % 10}:${10 + index}`, 'Kabar', [
				claim('statement', 'KG', null, [], {sentence: `Statement ${index}.`}),
			]),
		),
	);
	assert.match(formats.markdown(many, utc), /- 15 older claims not shown/);
});

test('whatever a text holds, each sign of Markdown in it is escaped, and nothing else is changed', () => {
	fc.assert(
		fc.property(fc.string({unit: fc.constantFrom(...'ab 1.)\\`*_{}[]<>#|~!&$^@-+=:/w\n')}), text => {
			const written = plain(text);
			assert.equal(written.replace(/\\(?=[!-/:-@[-`{-~])(.)/g, '$1'), text.replace(/\s+/g, ' '));
			const bare = written.replace(/\\[!-/:-@[-`{-~]/g, ' ');
			assert.doesNotMatch(bare, /[\\`*_{}[\]<>#|~!&$^@]/);
			assert.doesNotMatch(bare, /--|:\/\/|\bwww\./);
		}),
		{numRuns: 300},
	);
});

test('an address cannot end its link or the cell that it stands in', () => {
	assert.equal(link('x', 'https://a.example/b|c>d e'), '[x](<https://a.example/b%7Cc%3Ed%20e>)');
	assert.equal(link('x', 'javascript:alert(1)'), 'x');
	assert.equal(link('x', null), 'x');
});

test('a pipe or a newline in a name leaves the table whole', () => {
	const odd = draw([
		report('18', 'Out|let\n## x', [
			figure('KG killed 36', 'KG', {by: {name: 'Min|istry\n| x', side: 'KG', kind: 'official'}}),
		]),
	]);
	const lines = formats
		.markdown(odd, utc)
		.split('\n')
		.filter(line => line.startsWith('|'));
	assert.equal(lines.length, 6);
	for (const line of lines) assert.equal(line.match(/(?<!\\)\|/g)?.length, 7, line);
});
