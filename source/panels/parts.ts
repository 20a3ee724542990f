import type {Figure} from '../facts/fact.ts';
import type {Chain} from '../picture/picture.ts';
import {counted, figureText} from './format.ts';
import {breaks, plain} from './line.ts';
import type {Marks} from './theme.ts';

/** A claimant's figures that are no totals, by what they count; each list in the order of the chain. */
export type Parts = {
	/** Some of those in the total: “40 of them soldiers”, civilians alone. */
	readonly ofTotal: readonly Figure[];
	readonly incidents: readonly Figure[];
	readonly days: readonly Figure[];
	/** “12 more”, “dozens”. */
	readonly rest: readonly Figure[];
};

export function partsOf(all: readonly Figure[]): Parts {
	const kinds = {
		ofTotal: [] as Figure[],
		incidents: [] as Figure[],
		days: [] as Figure[],
		rest: [] as Figure[],
	};
	for (const figure of all) kinds[kindOf(figure)].push(figure);
	return kinds;
}

function kindOf({scope, combatant}: Figure): keyof Parts {
	if (scope === 'incident') return 'incidents';
	if (scope === 'day') return 'days';
	const isOfOneKind = combatant === 'civilian' || combatant === 'military';
	return scope === 'subset' || (scope === 'running' && isOfOneKind) ? 'ofTotal' : 'rest';
}

const mostNamed = 4;
const longestWords = 40;

/**
 * What a claimant counts within its total and beside it, in a line: “of them: 40 military, 5 civilian (“five children”) · also: 3 incidents”.
 *
 * @returns null where there is nothing of the kind
 */
export function partsText({parts, isPart}: Pick<Chain, 'parts' | 'isPart'>, marks: Marks): string | null {
	const {ofTotal, incidents, days, rest} = partsOf(parts);
	// The same number may come in several reports, days apart.
	const all = [...new Set(ofTotal.map(figure => partText(figure, marks)))];
	const named = [
		...all.slice(0, mostNamed),
		...(all.length > mostNamed ? [`${all.length - mostNamed} more`] : []),
	];
	const counts = [
		...(incidents.length > 0 ? [counted(incidents.length, 'incident')] : []),
		...(days.length > 0 ? [counted(days.length, 'single day')] : []),
		...(rest.length > 0 ? [counted(rest.length, 'other count')] : []),
	];
	// Where no total is given, nothing is of it.
	const [within, beside] = isPart ? [[], [...named, ...counts]] : [named, counts];
	const text = [
		...(within.length > 0 ? [`of them: ${within.join(', ')}`] : []),
		...(beside.length > 0 ? [`also: ${beside.join(', ')}`] : []),
	];
	return text.length === 0 ? null : text.join(` ${marks.dot} `);
}

/** “40 military”, “5 civilian (“including five children”)”: whom it counts stands in the words that were read, or next to them. */
function partText(figure: Figure, marks: Marks): string {
	const {combatant, scope} = figure;
	const kind = combatant === null || combatant === 'both' ? '' : ` ${combatant}`;
	const words = scope === 'subset' && combatant !== 'military' ? wordsOf(figure, marks) : '';
	return `${figureText(figure, marks)}${kind}${words === '' ? '' : ` (${marks.openQuote}${words}${marks.closeQuote})`}`;
}

function wordsOf({sentence, start, end}: Figure, {ellipsis}: Marks): string {
	const from = Math.max(0, start);
	const to = Math.max(from, end);
	// “five” alone does not tell which five.
	const isTelling = /\p{L}\P{L}+\p{L}/u.test(sentence.slice(from, to));
	const words = plain(isTelling ? sentence.slice(from, to) : sentence.slice(from)).trim();
	const room = breaks(words, longestWords, 1)[0]?.to ?? 0;
	return room < words.length ? `${words.slice(0, room).trimEnd()}${ellipsis}` : words;
}
