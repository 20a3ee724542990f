/** As much of a text as is looked at: what stands before the first tag is short, or it is no markup. */
const lookAt = 20_000;
const junkAtMost = 200;

/**
 * Name of the first element of a markup text, in lower case, past junk, declarations and comments; `!doctype html` for a page
 * that says so; null where the text does not begin as markup does.
 *
 * A scan and no pattern: many comments in a row can be parted in so many ways that a pattern would never come back.
 */
export function firstTag(text: string): string | null {
	const start = text.slice(0, lookAt);
	let at = start.indexOf('<');
	if (at > junkAtMost) return null;
	while (at !== -1) {
		const end = endOfAside(start, at);
		if (end === null) break;
		const rest = start.slice(end).search(/\S/);
		at = rest === -1 ? -1 : end + rest;
		if (start[at] !== '<') return null;
	}
	if (at === -1) return null;
	const doctype = /^<!doctype\s+([\w:-]+)/i.exec(start.slice(at, at + 100));
	if (doctype) return `!doctype ${doctype[1]!.toLowerCase()}`;
	return /^<([a-z][\w:.-]*)[\s/>]/i.exec(start.slice(at, at + 100))?.[1]?.toLowerCase() ?? null;
}

/** Where a declaration, a comment or a feed's document type ends; null where none begins here. */
function endOfAside(text: string, at: number): number | null {
	const isComment = text.startsWith('<!--', at);
	const isDeclaration = text.startsWith('<?', at);
	if (!isComment && !isDeclaration && !/^<!doctype\s+(rss|rdf)/i.test(text.slice(at, at + 40))) return null;
	const mark = isComment ? '-->' : '>';
	const end = text.indexOf(mark, at + 2);
	return end === -1 ? text.length : end + mark.length;
}
