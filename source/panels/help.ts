import {keyHelp} from './key-help.ts';
import {cell, type Line, span, wrap} from './line.ts';
import type {Marks} from './theme.ts';

const meanings: readonly (readonly [string, string])[] = [
	[
		'low, best, high',
		"smallest and largest current total; best is the own side's latest official total, else the third-party total with the most origins, else the best backed of the own side's unofficial ones",
	],
	['36+', 'at least 36: the highest is open-ended'],
	['own, other, third', 'said by the side whose loss it is, by the other side, by somebody else'],
	['single origin', 'everybody who carries it had it from one first speaker'],
	['no figure since', 'that claimant has given no number: this is not zero'],
	['implied', 'follows from what others said; nobody has said it'],
	['derived', 'a total and N more added up here'],
	[
		'new',
		'came in since the last look: before the dashboard was opened, or since m; at the first look, since all sources had been asked once',
	],
	['[ ]', 'in a sentence: the very words that were read, or that were searched for'],
];

const searches: readonly (readonly [string, string])[] = [
	['shelling tanks', 'reports that hold all the words, each somewhere in the title or the text'],
	['"opened fire"', 'words in a row'],
	['source:24.kg', 'of a source, by its name or a part of it; in quotation marks where it holds blanks'],
	['side:Kyrgyzstan', 'with a fact about a side or said by it; side:both is said of both'],
	['kind:figure', 'with a fact of a kind: figure, ceasefire, claim'],
	['since: until:', 'told since, told until: 2022-09-16, 2022-09-16T10:00Z, or 3d'],
];

/** All keys and what the words on the screen mean. */
export function help(columns: number, {ellipsis}: Marks): readonly Line[] {
	const table = (rows: readonly (readonly [string, string])[]): Line[] =>
		rows.flatMap(([word, text]) =>
			wrap([span(text)], columns - 19, ellipsis).map(
				(line, index): Line => [span(` ${cell(index === 0 ? word : '', 17, ellipsis)} `, 'strong'), ...line],
			),
		);
	return [
		[span('Keys', 'title')],
		...table(keyHelp.map(({keys, does}) => [keys, does])),
		[],
		[span('What / searches for', 'title')],
		...table(searches),
		[],
		[span('Words', 'title')],
		...table(meanings),
	];
}
