import type {Place} from './layout.ts';
import {cutLine, type Line, span, wrap} from './line.ts';
import type {Theme} from './theme.ts';
import {type Window, windowAround} from './window.ts';

export type Drawn = {
	readonly lines: readonly Line[];
	/** Which of the panel's rows are among them. */
	readonly shown: Window;
};

/** A panel's title, head and the rows around the chosen one, as exactly the lines that its place has. */
export function drawn(
	{panel, columns, rows, isShort}: Place,
	{number, isFocused, chosen, theme}: {number: number; isFocused: boolean; chosen: number; theme: Theme},
): Drawn {
	const {marks, isLinear} = theme;
	const head = panel.head(columns, isShort).slice(0, Math.max(0, rows - 3));
	const room = rows - 1 - head.length;
	const heights = new Map<number, readonly Line[]>();
	const linesOf = (index: number): readonly Line[] => {
		const known = heights.get(index) ?? panel.items[index]?.lines(columns, isShort) ?? [];
		heights.set(index, known);
		return known;
	};
	const shown = windowAround(panel.items.length, chosen, room, index => linesOf(index).length);
	const body: Line[] = [];
	for (let index = shown.from; index < shown.to; index++) {
		const isChosen = isFocused && index === chosen;
		for (const [row, line] of linesOf(index).entries()) {
			const mark =
				isChosen && row === 0 ? span(isLinear ? 'chosen: ' : '> ', 'chosen') : span(isLinear ? '' : '  ');
			body.push(cutLine([mark, ...line], columns, marks.ellipsis));
		}
	}
	const isAllShown = shown.to - shown.from === panel.items.length;
	const fitting = isAllShown ? body : body.slice(0, room - 1);
	const empty =
		panel.items.length === 0 ? wrap([span(panel.empty, 'dim')], columns - 2, marks.ellipsis, room) : [];
	return {
		shown,
		lines: [
			title(panel.title, number, isFocused, columns, theme),
			...head.map(line => cutLine(line, columns, marks.ellipsis)),
			...empty.map((line): Line => [span('  '), ...line]),
			...fitting,
			...(isAllShown ? [] : [[span(more(shown, panel.items.length, body.length - fitting.length), 'dim')]]),
		].slice(0, rows),
	};
}

function title(
	text: string,
	number: number,
	isFocused: boolean,
	columns: number,
	{marks, isLinear}: Theme,
): Line {
	const name = isFocused ? span(`[${number} ${text}]`, 'focus') : span(` ${number} ${text} `, 'title');
	const rule = isLinear ? [] : [span(` ${marks.rule.repeat(columns)}`, 'dim')];
	return cutLine([name, ...rule], columns, '');
}

/** “  12 more below, 3 above”. */
function more({from, to}: Window, length: number, cutLines: number): string {
	const parts = [
		...(to < length ? [`${length - to} more${from > 0 ? ' below' : ''}`] : []),
		...(from > 0 ? [`${from} ${to < length ? 'above' : 'more above'}`] : []),
		...(cutLines > 0 ? ['this one is longer: Enter opens it'] : []),
	];
	return `  ${parts.join(', ')}`;
}
