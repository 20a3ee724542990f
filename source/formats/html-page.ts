import type {Fact} from '../facts/fact.ts';
import type {Carried, Picture} from '../picture/picture.ts';
import type {Citations} from './citations.ts';
import type {FormatOptions} from './format.ts';
import {iso} from './printable.ts';
import {type CarriedTold, plural} from './wording.ts';

/** What all parts of a page share. */
export type Page = {
	readonly picture: Picture;
	readonly citations: Citations;
	readonly carriers: FormatOptions['carriers'];
	when(at: number | null): string;
	/** A link to a fact's sentence at the foot of the page; `words` are plain text. */
	cite(fact: Fact, words: string): string;
};

/** Makes outside text plain: nothing in it is markup, in text or in a quoted attribute. */
export const plain = (text: string): string =>
	text.replace(
		/[&<>"']/g,
		sign => ({'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;'})[sign] as string,
	);

export function createPage(
	picture: Picture,
	citations: Citations,
	when: (at: number | null) => string,
	carriers: FormatOptions['carriers'],
): Page {
	const cited = new Set<number>();
	return {
		picture,
		citations,
		carriers,
		when: at => {
			const instant = iso(at);
			return instant === null ? plain(when(at)) : `<time datetime="${instant}">${plain(when(at))}</time>`;
		},
		cite(fact, words) {
			const {number} = citations.cite(fact);
			const isFirst = !cited.has(number);
			cited.add(number);
			return `<a ${isFirst ? `id="from-${number}" ` : ''}href="#fact-${number}">${plain(words)}</a>`;
		},
	};
}

/** A table with its headers named for who hears it; on a narrow screen each row is a card. */
export function table(
	caption: string,
	headers: readonly string[],
	rows: readonly (readonly Cell[])[],
	kind = '',
): string {
	const head = headers.map(header => `<th scope="col" role="columnheader">${header}</th>`).join('');
	const body = rows.map(
		cells =>
			`<tr role="row">${cells.map((cell, index) => cellHtml(cell, headers[index]!, index)).join('')}</tr>`,
	);
	return `<table class="${`cards ${kind}`.trim()}" role="table">
<caption>${caption}</caption>
<thead role="rowgroup"><tr role="row">${head}</tr></thead>
<tbody role="rowgroup">
${body.join('\n')}
</tbody>
</table>`;
}

export type Cell = string | {readonly number: string};

// Roles are said out loud because a table that is laid out as cards would lose them.
function cellHtml(cell: Cell, header: string, index: number): string {
	if (index === 0) return `<th scope="row" role="rowheader">${cell as string}</th>`;
	if (typeof cell !== 'string')
		return `<td role="cell" class="number" data-label="${header}">${cell.number}</td>`;
	return `<td role="cell" data-label="${header}">${cell}</td>`;
}

const carriersShown = 40;

/** Who carries something: by name, each with a link to its report where that is known. */
export function carriedBy(page: Page, of: Carried, {carriers: names, copies, origins}: CarriedTold): string {
	const carriers = page.carriers?.(of) ?? [];
	const list =
		carriers.length > 0 ? carriers.map(({outlet, fact}) => link(outlet, fact.report.url)) : names.map(plain);
	const more = list.length - carriersShown;
	const counts = [
		...(copies > 1 ? [plural(copies, 'report')] : []),
		...(copies > 1 && origins !== undefined ? [plural(origins, 'origin')] : []),
	];
	return `${list.slice(0, carriersShown).join(', ')}${more > 0 ? ` and ${more} more` : ''}${counts.length > 0 ? ` <span class="note">(${counts.join(', ')})</span>` : ''}`;
}

/** A link out of the page, where the address is one that a browser may be sent to. */
export const link = (words: string, url: string | null, more = ''): string =>
	url !== null && /^https?:\/\//.test(url)
		? `<a ${more}href="${plain(url)}" rel="noreferrer">${plain(words)}</a>`
		: plain(words);
