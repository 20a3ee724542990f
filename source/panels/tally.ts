import type {Chain, Row} from '../picture/picture.ts';
import {ago, bound, count, counted, figureText, moment, rangeText} from './format.ts';
import {cell, cut, ends, type Line, span, widthOf} from './line.ts';
import type {Item, Panel} from './panel.ts';
import {isNew, type Scene, sideName, speakerName} from './scene.ts';
import type {Subject} from './subject.ts';

type Voice = 'own' | 'other' | 'third';

// Whose, measure, low, best, high; then what each claimant says.
const widths = {whose: 13, measure: 10, number: 8, high: 9};
const leftColumns = widths.whose + 1 + widths.measure + 1 + widths.number * 2 + 2 + widths.high + 2;
const tableColumns = leftColumns + 34;
const figureColumns = 8;

/** Who says what number about whose dead. One row for each whose × measure, one line for each claimant. */
export function tally(scene: Scene): Panel {
	const rows = scene.picture.tally.rows;
	return {
		id: 'tally',
		title: 'Tally',
		head: columns => (columns >= tableColumns && rows.length > 0 ? [header(columns, scene)] : []),
		items: rows.map(row => item(scene, row)),
		empty: 'No figure has been read yet.',
	};
}

function header(columns: number, {marks}: Scene): Line {
	const number = (text: string, width: number): string => cell(text, width, marks.ellipsis, 'right');
	const left = [
		cell('whose', widths.whose, marks.ellipsis),
		cell('measure', widths.measure, marks.ellipsis),
		number('low', widths.number),
		number('best', widths.number),
		number('high', widths.high),
	].join(' ');
	return [
		span(
			cut(`  ${left}  said by its own side, the other side, third parties`, columns, marks.ellipsis),
			'dim',
		),
	];
}

function item(scene: Scene, row: Row): Item {
	const key = `${row.of}/${row.measure}`;
	const voiced = voices(row);
	const subjects: Subject[] = voiced.map(({chain, voice}) => ({
		kind: 'figure',
		key: `${key}/${voice}/${chain.by.side}/${chain.by.kind}/${chain.by.name}`,
		row,
		chain,
		figure: chain.current,
	}));
	if (row.silence) {
		subjects.push({
			kind: 'silence',
			key: `${key}/silence`,
			row,
			fact: row.silence.fact,
			since: row.silence.since,
		});
	}
	return {
		key,
		subjects,
		words: () =>
			[
				whose(scene, row),
				row.measure,
				...voiced.map(
					({chain}) =>
						`${speakerName(scene, chain.by)} ${figureText(chain.current, scene.marks)} ${chain.current.sentence}`,
				),
			].join(' '),
		lines: (columns, isShort) =>
			columns < tableColumns
				? stacked(scene, row, voiced, columns)
				: isShort
					? inOneLine(scene, row, voiced, columns)
					: inColumns(scene, row, voiced, columns),
	};
}

function voices(row: Row): {voice: Voice; chain: Chain}[] {
	const tagged = (voice: Voice, chains: readonly Chain[]) => chains.map(chain => ({voice, chain}));
	return [...tagged('own', row.own), ...tagged('other', row.enemy), ...tagged('third', row.third)];
}

const whose = (scene: Scene, row: Row): string => sideName(scene, row.of, 'side not known');

/** “Health Ministry, 10:00, 9 h ago, before 24, carried by 3”. */
function saying(
	scene: Scene,
	{by, current, currentAt, derived, copies, replaced, currentFirstSeenAt}: Chain,
): Line {
	const {marks} = scene;
	const before = replaced.at(-1);
	const parts = [
		speakerName(scene, by),
		`${moment(currentAt, scene.now, scene.timezone)} (${ago(currentAt, scene.now)})`,
		...(derived ? ['derived'] : []),
		...(before ? [`${beforeText(scene, before)}`] : []),
		...(copies > 1 ? [`in ${counted(copies, 'report')}`] : []),
		...(current.combatant && current.combatant !== 'both' ? [`${current.combatant} only`] : []),
	];
	const line = [span(parts.join(` ${marks.dot} `))];
	return isNew(scene, currentFirstSeenAt) ? [span('new ', 'new'), ...line] : line;
}

function beforeText({marks}: Scene, {fact, why}: Chain['replaced'][number]): string {
	const figure = figureText(fact, marks);
	return why === 'revised down'
		? `revised down from ${figure}`
		: why === 'withdrawn'
			? `withdrew ${figure}`
			: `before ${figure}`;
}

/** What holds for the whole row: single origin, silence, what follows from others. */
function remarks(scene: Scene, row: Row): {text: string; isWarning: boolean}[] {
	const {marks, now} = scene;
	return [
		...(row.origins === 1 ? [{text: 'single origin', isWarning: true}] : []),
		...(row.silence
			? [
					{
						text: `${speakerName(scene, row.silence.by)}: no figure since ${moment(row.silence.since, now, scene.timezone)} (${ago(row.silence.since, now)})`,
						isWarning: false,
					},
				]
			: []),
		...(row.implied
			? [
					{
						text: `implied, not said: ${count(row.implied.low)} or more (${row.implied.from.join(` ${marks.dot} `)})`,
						isWarning: false,
					},
				]
			: []),
	];
}

function numbers(scene: Scene, row: Row): Line {
	const {marks} = scene;
	const text = (number: number | null, isOpen: boolean, width: number): string =>
		cell(bound(number, isOpen, marks), width, marks.ellipsis, 'right');
	return [
		span(cell(whose(scene, row), widths.whose, marks.ellipsis), 'strong'),
		span(` ${cell(row.measure, widths.measure, marks.ellipsis)} `),
		span(`${text(row.low, false, widths.number)} `),
		span(text(row.best, false, widths.number), 'strong'),
		span(` ${text(row.high, row.openEnded, widths.high)}  `),
	];
}

function inColumns(scene: Scene, row: Row, voiced: ReturnType<typeof voices>, columns: number): Line[] {
	const {marks} = scene;
	const room = columns - 2 - leftColumns;
	const right: Line[] = voiced.map(({voice, chain}, index) => [
		span(cell(voiced[index - 1]?.voice === voice ? '' : voice, 6, marks.ellipsis), 'dim'),
		span(`${cell(figureText(chain.current, marks), figureColumns, marks.ellipsis)} `, 'strong'),
		...saying(scene, chain),
	]);
	for (const {text, isWarning} of remarks(scene, row)) {
		right.push([
			span(`${' '.repeat(6)}${cut(text, room - 6, marks.ellipsis)}`, isWarning ? 'warning' : 'dim'),
		]);
	}
	const method = `${' '.repeat(widths.whose + 1)}${row.method}`;
	const lines = right.length > 0 ? right : [[]];
	return lines.map((line, index) => [
		...(index === 0
			? numbers(scene, row)
			: [span(`${cell(index === 1 ? method : '', leftColumns - 2, marks.ellipsis)}  `, 'dim')]),
		...line,
	]);
}

function inOneLine(scene: Scene, row: Row, voiced: ReturnType<typeof voices>, columns: number): Line[] {
	const {marks} = scene;
	const room = columns - 2 - leftColumns;
	const single = row.origins === 1 ? 'single origin: ' : '';
	const said = voiced.map(
		({voice, chain}, index) =>
			`${voiced[index - 1]?.voice === voice ? '' : `${voice} `}${figureText(chain.current, marks)} ${speakerName(scene, chain.by)} ${ago(chain.currentAt, scene.now)}`,
	);
	if (row.silence) {
		said.push(
			`${speakerName(scene, row.silence.by)}: no figure since ${moment(row.silence.since, scene.now, scene.timezone)}`,
		);
	}
	const isFresh = voiced.some(({chain}) => isNew(scene, chain.currentFirstSeenAt));
	const start: Line = [
		...(isFresh ? [span('new ', 'new')] : []),
		...(single ? [span(single, 'warning')] : []),
	];
	// As many claimants as fit, and how many more there are: none goes without a word.
	let text = said.join('; ');
	const left = room - start.reduce((sum, part) => sum + widthOf(part.text), 0);
	for (let kept = said.length - 1; kept > 0 && widthOf(text) > left; kept--) {
		text = `${said.slice(0, kept).join('; ')}; ${said.length - kept} more`;
	}
	return [[...numbers(scene, row), ...start, span(text)]];
}

function stacked(scene: Scene, row: Row, voiced: ReturnType<typeof voices>, columns: number): Line[] {
	const {marks} = scene;
	const room = columns - 2;
	const title: Line = [span(whose(scene, row), 'strong'), span(` ${row.measure}`)];
	return [
		ends(title, [span(rangeText(row, marks), 'strong')], room, marks.ellipsis),
		...voiced.map(
			({voice, chain}): Line => [
				span(` ${cell(voice, 6, marks.ellipsis)}`, 'dim'),
				span(`${figureText(chain.current, marks)} `, 'strong'),
				...saying(scene, chain),
			],
		),
		...remarks(scene, row).map(
			({text, isWarning}): Line => [span(` ${text}`, isWarning ? 'warning' : 'dim')],
		),
	];
}
