import stringWidth from 'string-width';

/**
 * Breaks a line between words so that nothing is wider than the columns; lines after the first are indented.
 *
 * A word wider than a line is broken inside. Width is that of a terminal: wide characters count two.
 */
export function wrap(text: string, columns: number, indent = ''): string[] {
	const width = Math.max(columns, stringWidth(indent) + 8);
	const lines: string[] = [];
	let line = /^ */.exec(text)![0];
	let isEmpty = true;
	for (const word of text.trimStart().split(/ +/)) {
		let rest = word;
		const gap = isEmpty ? '' : ' ';
		if (!isEmpty && stringWidth(line) + 1 + stringWidth(rest) > width) {
			lines.push(line);
			line = indent;
			isEmpty = true;
		} else line += gap;
		while (stringWidth(line) + stringWidth(rest) > width) {
			const fitting = fit(rest, width - stringWidth(line));
			lines.push(line + fitting);
			rest = rest.slice(fitting.length);
			line = indent;
		}
		line += rest;
		isEmpty = false;
	}
	lines.push(line);
	return lines;
}

/** The longest beginning that is no wider than that; at least one character. */
function fit(word: string, width: number): string {
	let fitting = '';
	let used = 0;
	for (const {segment} of graphemes.segment(word)) {
		const wide = stringWidth(segment);
		if (used + wide > width && fitting !== '') break;
		fitting += segment;
		used += wide;
	}
	return fitting;
}

const graphemes = new Intl.Segmenter();
