import type {Fact} from '../facts/fact.ts';
import type {Carried, Picture} from '../picture/picture.ts';
import type {Citations} from './citations.ts';
import type {FormatOptions} from './format.ts';
import {type CarriedTold, plural} from './wording.ts';

/** What all parts of a Markdown text share. */
export type Page = {
	readonly picture: Picture;
	readonly citations: Citations;
	readonly carriers: FormatOptions['carriers'];
	when(at: number | null): string;
	/** The mark of the footnote that holds a fact's sentence. */
	cite(fact: Fact): string;
};

/** Takes from outside text what Markdown, Pandoc's or GitHub's, or HTML would read as a sign; one line. */
export function plain(text: string): string {
	return text
		.replace(/\s+/g, ' ')
		.replace(/[\\`*_{}[\]<>#|~!&$^@]/g, sign => `\\${sign}`)
		.replace(/-(?=-)|:(?=\/\/)|(?<=\bwww)\./gi, sign => `\\${sign}`)
		.replace(/^(\d+)([.)])/, '$1\\$2')
		.replace(/^([-+=])/, '\\$1');
}

/** An address between the signs that let it hold anything but those signs, and no end of a table's cell. */
export const link = (text: string, url: string | null): string =>
	url === null || !/^https?:\/\//.test(url)
		? text
		: `[${text}](<${url.replace(/[<>\s\\|]/g, encodeURIComponent)}>)`;

const carriersShown = 10;

/** Who carries something: by name, each with a link to its report where that is known. */
export function carriedBy(page: Page, of: Carried, {carriers: names, copies, origins}: CarriedTold): string {
	const carriers = page.carriers?.(of) ?? [];
	const list =
		carriers.length > 0
			? carriers.map(({outlet, fact}) => link(plain(outlet), fact.report.url))
			: names.map(plain);
	const more = list.length - carriersShown;
	const counts = [
		...(copies > 1 ? [plural(copies, 'report')] : []),
		...(copies > 1 && origins !== undefined ? [plural(origins, 'origin')] : []),
	];
	return `${list.slice(0, carriersShown).join(', ')}${more > 0 ? ` and ${more} more` : ''}${counts.length > 0 ? ` (${counts.join(', ')})` : ''}`;
}

/**
 * A table; what is in its cells is Markdown already.
 *
 * @param widths dashes under each header: Pandoc makes the columns as wide
 */
export function table(
	headers: readonly string[],
	widths: readonly number[],
	rows: readonly (readonly string[])[],
): string {
	const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
	return [line(headers), line(widths.map(width => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
