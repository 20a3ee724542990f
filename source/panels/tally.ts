import {impliedWords} from '../formats/wording.ts';
import type {Chain, Row} from '../picture/picture.ts';
import {ago, bound, count, counted, duration, figureText, moment, rangeText} from './format.ts';
import {cell, cut, ends, type Line, lineWidth, span, widthOf, wrap} from './line.ts';
import type {Item, Panel} from './panel.ts';
import {partsText} from './parts.ts';
import {isNew, type Scene, sideName, speakerName} from './scene.ts';
import {factKey, type Subject} from './subject.ts';

type Voice = 'own' | 'other' | 'third';

/** Columns of the left part: whose, measure, low, best, high. As wide as what is in them. */
type Widths = {
	readonly whose: number;
	readonly measure: number;
	readonly number: number;
	readonly left: number;
};

// What the claimants say needs this much beside the left part; narrower screens have it below.
const leastRight = 40;
const figureColumns = 8;
const voiceColumns = 6;

/** Who says what number about whose dead. One row for each whose × measure, one line for each claimant. */
export function tally(scene: Scene): Panel {
	const rows = scene.picture.tally.rows;
	const widths = widthsOf(scene, rows);
	return {
		id: 'tally',
		title: 'Tally',
		head: columns => (isTable(columns, widths) && rows.length > 0 ? [header(columns, scene, widths)] : []),
		items: rows.map(row => item(scene, row, widths)),
		empty: 'No figure has been read yet.',
	};
}

function widthsOf(scene: Scene, rows: readonly Row[]): Widths {
	const widest = (texts: readonly string[], least: number, most: number): number =>
		Math.min(
			most,
			texts.reduce((width, text) => Math.max(width, widthOf(text)), least),
		);
	const whoseColumns = widest(
		rows.map(row => whose(scene, row)),
		5,
		20,
	);
	const measure = widest(
		rows.map(row => row.measure),
		7,
		10,
	);
	const number = widest(
		rows.flatMap(({low, best, high, openEnded}) =>
			[low, best, high].map(each => bound(each, openEnded, scene.marks)),
		),
		5,
		10,
	);
	return {whose: whoseColumns, measure, number, left: whoseColumns + measure + number * 3 + 6};
}

const isTable = (columns: number, {left}: Widths): boolean => columns - 2 - left >= leastRight;

function header(columns: number, {marks}: Scene, widths: Widths): Line {
	const left = [
		cell('whose', widths.whose, marks.ellipsis),
		cell('measure', widths.measure, marks.ellipsis),
		...['low', 'best', 'high'].map(text => cell(text, widths.number, marks.ellipsis, 'right')),
	].join(' ');
	return [
		span(
			cut(`  ${left}  said by its own side, the other side, third parties`, columns, marks.ellipsis),
			'dim',
		),
	];
}

function item(scene: Scene, row: Row, widths: Widths): Item {
	const key = `${row.of}/${row.measure}`;
	const voiced = voices(row);
	const subjects: Subject[] = voiced.map(({chain}) => ({
		kind: 'figure',
		key: `${key}/${chain.claimant}`,
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
	for (const withdrawn of row.withdrawn) {
		subjects.push({kind: 'withdrawn', key: `${key}/${factKey(withdrawn.fact)}`, row, withdrawn});
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
		lines: (columns, density) =>
			!isTable(columns, widths)
				? stacked(scene, row, voiced, columns, density === 'full' ? undefined : 1)
				: density !== 'full'
					? inFewLines(scene, row, voiced, columns, widths, density === 'line' ? 1 : 2)
					: inColumns(scene, row, voiced, columns, widths),
	};
}

type Voiced = {readonly voice: Voice; readonly chain: Chain};

function voices(row: Row): readonly Voiced[] {
	const tagged = (voice: Voice, chains: readonly Chain[]) => chains.map(chain => ({voice, chain}));
	return [...tagged('own', row.own), ...tagged('other', row.enemy), ...tagged('third', row.third)];
}

const whose = (scene: Scene, row: Row): string => sideName(scene, row.of, 'side not known');

/** “Health Ministry, 10:00, 9 h ago, before 24, carried by 3”. */
function saying(scene: Scene, chain: Chain, isBrief = false): Line {
	const {marks} = scene;
	const {by, current, currentAt, derived, copies, replaced, currentFirstSeenAt, isPart, isOutdated} = chain;
	const before = replaced.at(-1);
	const parts = [
		...(isBrief
			? [`${speakerName(scene, by)} ${duration(scene.now - currentAt)}`]
			: [
					speakerName(scene, by),
					`${moment(currentAt, scene.now, scene.timezone)}, ${ago(currentAt, scene.now)}`,
				]),
		...(isPart ? ['a part, no total given'] : []),
		...(derived ? ['derived'] : []),
		...(isOutdated ? ['outdated'] : []),
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

/** What the claimant counts within its total, below it and never added; only where there is room for all. */
function partLines({marks}: Scene, chain: Chain, columns: number): Line[] {
	const text = partsText(chain, marks);
	return text === null ? [] : wrap([span(text, 'dim')], columns, marks.ellipsis, 2);
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
		...row.withdrawn.map(({by, fact, at}) => ({
			text: `${speakerName(scene, by)}: withdrew ${figureText(fact, marks)}, ${ago(at, now)}`,
			isWarning: false,
		})),
		...(row.implied
			? [
					{
						text: `implied, not said: ${count(row.implied.low)} or more (${impliedWords(scene.picture, row.implied).join(` ${marks.dot} `)})`,
						isWarning: false,
					},
				]
			: []),
	];
}

function numbers(scene: Scene, row: Row, widths: Widths): Line {
	const {marks} = scene;
	const text = (number: number | null, isOpen: boolean): string =>
		cell(bound(number, isOpen, marks), widths.number, marks.ellipsis, 'right');
	return [
		span(cell(whose(scene, row), widths.whose, marks.ellipsis), 'strong'),
		span(` ${cell(row.measure, widths.measure, marks.ellipsis)} ${text(row.low, false)} `),
		span(text(row.best, false), 'strong'),
		span(` ${text(row.high, row.openEnded)}  `),
	];
}

function inColumns(
	scene: Scene,
	row: Row,
	voiced: readonly Voiced[],
	columns: number,
	widths: Widths,
): Line[] {
	const {marks} = scene;
	const saidColumns = columns - 2 - widths.left - voiceColumns - figureColumns - 1;
	const right: Line[] = [
		...voiced.flatMap(({voice, chain}, index) =>
			hanging(
				[
					span(cell(voiced[index - 1]?.voice === voice ? '' : voice, voiceColumns, marks.ellipsis), 'dim'),
					span(`${cell(figureText(chain.current, marks), figureColumns, marks.ellipsis)} `, 'strong'),
				],
				[...wrap(saying(scene, chain), saidColumns, marks.ellipsis), ...partLines(scene, chain, saidColumns)],
			),
		),
		...remarks(scene, row).flatMap(({text, isWarning}) =>
			wrap(
				[span(text, isWarning ? 'warning' : 'dim')],
				columns - 2 - widths.left - voiceColumns,
				marks.ellipsis,
			).map((line): Line => [span(' '.repeat(voiceColumns)), ...line]),
		),
	];
	const method = cell(`${' '.repeat(widths.whose + 1)}${row.method}`, widths.left - 2, marks.ellipsis);
	return beside(scene, row, widths, right, [span(`${method}  `, 'dim')]);
}

/** Lines after a label, the later ones below the first. */
const hanging = (label: Line, lines: readonly Line[]): Line[] =>
	lines.map((line, index) => [...(index === 0 ? label : [span(' '.repeat(lineWidth(label)))]), ...line]);

/** The left part and what is said beside it; `second` is the left part of the second line. */
function beside(scene: Scene, row: Row, widths: Widths, right: readonly Line[], second: Line): Line[] {
	const blank: Line = [span(' '.repeat(widths.left))];
	return (right.length > 0 ? right : [[]]).map((line, index) => [
		...(index === 0 ? numbers(scene, row, widths) : index === 1 ? second : blank),
		...line,
	]);
}

/** All claimants one after the other in at most so many lines, and how many more there are: none goes without a word. */
function inFewLines(
	scene: Scene,
	row: Row,
	voiced: readonly Voiced[],
	columns: number,
	widths: Widths,
	most: number,
): Line[] {
	const {marks, now} = scene;
	const room = columns - 2 - widths.left;
	const said = [
		...voiced.map(({voice, chain}, index) => {
			const age = duration(now - chain.currentAt);
			const text = `${figureText(chain.current, marks)} ${speakerName(scene, chain.by)} ${age}${chain.isPart ? ', part' : ''}${chain.isOutdated ? ', outdated' : ''}`;
			return voiced[index - 1]?.voice === voice ? text : `${voice} ${text}`;
		}),
		...remarks(scene, {...row, origins: 0}).map(({text}) => text),
	];
	const start: Line = [
		...(voiced.some(({chain}) => isNew(scene, chain.currentFirstSeenAt)) ? [span('new ', 'new')] : []),
		...(row.origins === 1 ? [span('single origin: ', 'warning')] : []),
	];
	const fitted = (kept: number, lines?: number): Line[] => {
		const rest = said.length - kept;
		return wrap(
			[...start, span([...said.slice(0, kept), ...(rest > 0 ? [`${rest} more`] : [])].join('; '))],
			room,
			marks.ellipsis,
			lines,
		);
	};
	let kept = said.length;
	while (kept > 1 && fitted(kept).length > most) {
		kept--;
	}
	return beside(scene, row, widths, fitted(kept, most), [span(' '.repeat(widths.left))]);
}

function stacked(scene: Scene, row: Row, voiced: readonly Voiced[], columns: number, most?: number): Line[] {
	const {marks} = scene;
	const room = columns - 2;
	const title: Line = [span(whose(scene, row), 'strong'), span(` ${row.measure}`)];
	return [
		ends(title, [span(rangeText(row, marks), 'strong')], room, marks.ellipsis),
		...voiced.flatMap(({voice, chain}) =>
			hanging(
				[span(` ${cell(voice, voiceColumns, marks.ellipsis)}`, 'dim')],
				[
					...wrap(
						[
							span(`${figureText(chain.current, marks)} `, 'strong'),
							...saying(scene, chain, most !== undefined),
						],
						room - voiceColumns - 1,
						marks.ellipsis,
						most,
					),
					...(most === undefined ? partLines(scene, chain, room - voiceColumns - 1) : []),
				],
			),
		),
		...remarks(scene, row).flatMap(({text, isWarning}) =>
			wrap([span(text, isWarning ? 'warning' : 'dim')], room - 1, marks.ellipsis).map(
				(line): Line => [span(' '), ...line],
			),
		),
	];
}
