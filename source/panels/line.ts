import stringWidth from 'string-width';

/** What a stretch of text is, not how it looks; theme.ts says how. */
export type Tone =
	| 'plain'
	| 'strong'
	| 'dim'
	| 'title'
	| 'focus'
	| 'chosen'
	| 'warning'
	| 'new'
	| 'read'
	| 'link';
export type Span = {readonly text: string; readonly tone: Tone};
/** One row of the screen. */
export type Line = readonly Span[];

// Characters of one column each in every terminal, for which no table need be asked.
const simple = /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u0391-\u0482\u048a-\u0556–—‘’“”…─]*$/;
// One character of two columns in every terminal: kana, ideographs, Hangul.
const wide = /^[\u3041-\u3096\u30a1-\u30fa\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]$/;
// Controls, invisible and direction-changing characters, variation selectors, keycaps, skin tones and tags: terminals disagree on their width or obey them.
const unwanted =
	/[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}]|[\ufe00-\ufe0f]|\u20e3|[\u{1f3fb}-\u{1f3ff}]/gu;
const spaces = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
const segments = new Intl.Segmenter(undefined, {granularity: 'grapheme'});

/** Text as it may go to the terminal, in one row. The one place where the screen makes sure of it. */
export function plain(text: string): string {
	return simple.test(text)
		? text
		: text
				.replace(spaces, ' ')
				.replace(unwanted, '')
				.replace(/\p{Cs}/gu, '\ufffd');
}

/** A stretch of one tone, made plain. */
export function span(text: string, tone: Tone = 'plain'): Span {
	return {text: plain(text), tone};
}

/** Columns that a text takes. */
export function widthOf(text: string): number {
	return simple.test(text) ? text.length : wide.test(text) ? 2 : stringWidth(text);
}

/** Columns that a line takes. */
export function lineWidth(line: Line): number {
	return line.reduce((sum, part) => sum + widthOf(part.text), 0);
}

/** The text of a line without its tones. */
export function textOf(line: Line): string {
	return line.map(part => part.text).join('');
}

/** How many UTF-16 units of a text, from a position on, fit into so many columns. */
function unitsThatFit(text: string, from: number, columns: number): number {
	const ahead = text.slice(from, from + columns);
	if (simple.test(ahead)) {
		return ahead.length;
	}
	// Most characters are of one or two units; where they are longer, more of the text is looked at.
	for (let span = columns * 2 + 32; ; span *= 4) {
		const {units, isFull} = filled(text.slice(from, from + span), columns);
		if (isFull || from + span >= text.length || span > columns * 1000) {
			return units;
		}
	}
}

function filled(text: string, columns: number): {units: number; isFull: boolean} {
	let units = 0;
	let used = 0;
	for (const {segment} of segments.segment(text)) {
		used += widthOf(segment);
		if (used > columns) {
			return {units, isFull: true};
		}
		units += segment.length;
	}
	return {units, isFull: false};
}

/** A text cut to so many columns, ending in the ellipsis where something was cut. */
export function cut(text: string, columns: number, ellipsis: string): string {
	if (text.length <= columns * 32 && widthOf(text) <= columns) {
		return text;
	}
	const room = columns - widthOf(ellipsis);
	return room < 0
		? ellipsis.slice(0, Math.max(0, columns))
		: text.slice(0, unitsThatFit(text, 0, room)).trimEnd() + ellipsis;
}

/** A line cut to so many columns. */
export function cutLine(line: Line, columns: number, ellipsis: string): Line {
	if (lineWidth(line) <= columns) {
		return line;
	}
	const kept: Span[] = [];
	let left = columns;
	for (const [index, part] of line.entries()) {
		const rest = line.slice(index + 1);
		const partWidth = widthOf(part.text);
		// The ellipsis needs room after the last part that is kept.
		if (partWidth + Math.min(lineWidth(rest), widthOf(ellipsis)) <= left) {
			kept.push(part);
			left -= partWidth;
		} else {
			// Marked as cut even where this part alone would have fitted.
			kept.push({...part, text: cut(rest.length > 0 ? `${part.text}   ` : part.text, left, ellipsis)});
			break;
		}
	}
	return kept;
}

/** A text in a column of its own: cut or filled with spaces to exactly so many columns. */
export function cell(
	text: string,
	columns: number,
	ellipsis: string,
	side: 'left' | 'right' = 'left',
): string {
	const fitted = cut(plain(text), columns, ellipsis);
	const space = ' '.repeat(Math.max(0, columns - widthOf(fitted)));
	return side === 'left' ? fitted + space : space + fitted;
}

/** Two ends of one row with space between; the left one is cut first. */
export function ends(left: Line, right: Line, columns: number, ellipsis: string): Line {
	const end = cutLine(right, columns, ellipsis);
	const room = columns - lineWidth(end) - (end.length > 0 ? 1 : 0);
	const start = room > 0 ? cutLine(left, room, ellipsis) : [];
	return [...start, span(' '.repeat(Math.max(0, columns - lineWidth(start) - lineWidth(end)))), ...end];
}

/** Where a plain text breaks into rows of so many columns, at spaces where there are any. */
export function breaks(
	text: string,
	columns: number,
	most = Number.POSITIVE_INFINITY,
): {from: number; to: number}[] {
	const rows: {from: number; to: number}[] = [];
	let from = 0;
	while (from < text.length && rows.length < most) {
		const units = Math.max(unitsThatFit(text, from, columns), 1);
		if (from + units >= text.length) {
			rows.push({from, to: text.length});
			break;
		}
		const space = text.lastIndexOf(' ', from + units);
		const to = space > from ? space : from + units;
		rows.push({from, to});
		from = to;
		while (text[from] === ' ') {
			from++;
		}
	}
	return rows;
}

/** A text of several tones broken into lines of so many columns, at most so many of them, the last one marked where more follows. */
export function wrap(
	parts: Line,
	columns: number,
	ellipsis: string,
	most = Number.POSITIVE_INFINITY,
): Line[] {
	const text = textOf(parts);
	const rows = breaks(text, Math.max(1, columns), most);
	return rows.map(({from, to}, index) => {
		const isCut = index === rows.length - 1 && text.slice(to).trim() !== '';
		// The last one is filled up to the ellipsis, wherever a word ends.
		return isCut
			? cutLine(slice(parts, from, from + columns * 32), columns, ellipsis)
			: slice(parts, from, to);
	});
}

function slice(parts: Line, from: number, to: number): Line {
	const line: Span[] = [];
	let at = 0;
	for (const part of parts) {
		const text = part.text.slice(Math.max(0, from - at), Math.max(0, to - at));
		if (text !== '') {
			line.push({...part, text});
		}
		at += part.text.length;
		if (at >= to) {
			break;
		}
	}
	return line;
}
