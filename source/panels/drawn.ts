import type {Place} from './layout.ts';
import {cutLine, type Line, span, wrap} from './line.ts';
import {captionOf} from './panel.ts';
import {chosenWord, type Theme} from './theme.ts';
import {type Window, windowAround} from './window.ts';

export type Drawn = {
	readonly lines: readonly Line[];
	/** Which of the panel's rows are among them. */
	readonly shown: Window;
};

/** A panel's title, head and the rows around the chosen one, as exactly the lines that its place has. */
export function drawn(
	{panel, columns, rows, density, isAlone}: Place,
	{number, isFocused, chosen, theme}: {number: number; isFocused: boolean; chosen: number; theme: Theme},
): Drawn {
	const {marks, isLinear} = theme;
	const top = isAlone ? [] : [title(panel.title, number, isFocused, columns, theme)];
	const head = panel.head(columns, density).slice(0, Math.max(0, rows - 3));
	const room = rows - top.length - head.length;
	const laid = new Map<number, readonly Line[]>();
	/** A row's lines with its caption and, where it is chosen, its mark. */
	const linesOf = (index: number): readonly Line[] => {
		const known = laid.get(index);
		if (known) {
			return known;
		}
		const caption = captionOf(panel, index);
		const own = panel.items[index]?.lines(isLinear ? columns - chosenWord.length : columns, density) ?? [];
		const margin = isLinear ? '' : '  ';
		const mark = isFocused && index === chosen ? span(isLinear ? chosenWord : '> ', 'chosen') : span(margin);
		const lines = [
			...(caption === null ? [] : [[span(margin), span(caption, 'dim')]]),
			...own.map((line, row): Line => [row === 0 ? mark : span(margin), ...line]),
		].map(line => cutLine(line, columns, marks.ellipsis));
		laid.set(index, lines);
		return lines;
	};
	const {length} = panel.items;
	const shown = windowAround(length, chosen, room, index => linesOf(index).length);
	const isAllShown = shown.to - shown.from === length;
	const forRows = isAllShown ? room : room - 1;
	const body = Array.from({length: shown.to - shown.from}, (_, index) => linesOf(shown.from + index)).flat();
	const isTooHigh = body.length > forRows;
	// What room is left shows how the next row begins; it still counts among those to come.
	if (shown.to < length) {
		body.push(...linesOf(shown.to));
	}
	const empty = length === 0 ? wrap([span(panel.empty, 'dim')], columns - 2, marks.ellipsis, room) : [];
	return {
		shown,
		lines: [
			...top,
			...head.map(line => cutLine(line, columns, marks.ellipsis)),
			...empty.map((line): Line => [span('  '), ...line]),
			...body.slice(0, Math.max(0, forRows)),
			...(isAllShown ? [] : [[span(more(shown, length, isTooHigh), 'dim')]]),
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
function more({from, to}: Window, length: number, isTooHigh: boolean): string {
	const below = length - to;
	const parts = [
		...(below > 0 ? [`${below} more${from > 0 ? ' below' : ''}`] : []),
		...(from > 0 ? [`${from} ${below > 0 ? 'above' : 'more above'}`] : []),
		...(isTooHigh ? ['Enter opens all of this one'] : []),
	];
	return `  ${parts.join(', ')}`;
}
