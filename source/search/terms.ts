/** One piece of a query as it was typed. */
export type Term =
	| {readonly kind: 'word' | 'phrase'; readonly text: string}
	/** The name in small letters; the value may be empty. */
	| {readonly kind: 'filter'; readonly name: string; readonly value: string};

export const filterNames = ['source', 'side', 'kind', 'since', 'until'] as const;
export type FilterName = (typeof filterNames)[number];

export const isFilterName = (name: string): name is FilterName => filterNames.some(known => known === name);

/** All that opens or closes a quotation, straight, “curly” and «guillemets»; any may close what another one opened. */
const quote = '"“”„‟«»';
const term = new RegExp(
	`(?:(\\p{L}[\\p{L}-]*):)?(?:[${quote}]([^${quote}]*)[${quote}]?|([^\\s${quote}]+))`,
	'gu',
);

export const hasQuote = (text: string): boolean => new RegExp(`[${quote}]`).test(text);

/** The pieces of what was typed, in order. A quotation that is not closed yet goes on to the end. */
export function termsOf(typed: string): Term[] {
	return [...typed.matchAll(term)].map(([, name, quoted, bare]): Term => {
		if (name !== undefined)
			return {kind: 'filter', name: name.toLowerCase(), value: (quoted ?? bare ?? '').trim()};
		if (quoted !== undefined) return {kind: 'phrase', text: quoted};
		const text = bare ?? '';
		const alone = text.endsWith(':') ? text.slice(0, -1).toLowerCase() : '';
		return isFilterName(alone) ? {kind: 'filter', name: alone, value: ''} : {kind: 'word', text};
	});
}
