import {Parser} from 'htmlparser2';
import {type Clean, cleanText, textLimit} from './clean.ts';

// Struck-out words are what the publisher took back: “<s>24</s> 36 killed” says 36.
const skipped = new Set(
	'script style noscript iframe template svg math object embed applet audio video canvas head select textarea button map noembed noframes frameset del s strike datalist dialog'.split(
		' ',
	),
);
const blocks = new Set(
	'p div section article main header footer aside nav figure figcaption blockquote pre ul ol li dl dt dd table caption thead tbody tfoot tr h1 h2 h3 h4 h5 h6 hr address form fieldset legend details summary center body html hgroup search menu'.split(
		' ',
	),
);
// The parser keeps a stack whose cost grows with the square of its depth; no page that people read is this deep.
const depthLimit = 256;
const enough = Symbol('enough');
/** Names that are taken for markup where a text may as well hold a “<” of its own. */
const inline =
	'a abbr acronym b bdi bdo big br cite code del dfn em font i img ins kbd mark q s samp small span strike strong sub sup time tt u var wbr blink';
const known = new Set([
	...skipped,
	...blocks,
	...inline.split(' '),
	'td',
	'th',
	'input',
	'label',
	'picture',
	'source',
	'col',
	'colgroup',
]);

type Walk = {text: string; tags: number; isCut: boolean};

function walk(html: string, limit: number, skips: ReadonlySet<string>): Walk {
	let text = '';
	let tags = 0;
	let depth = 0;
	let skipFrom = 0;
	let afterScript = false;
	const stack: string[] = [];
	const parser = new Parser(
		{
			onopentag(name, attributes) {
				tags++;
				if (++depth > depthLimit) throw enough;
				stack.push(name);
				if (skipFrom > 0) return;
				if (skips.has(localName(name)) || isHidden(attributes)) skipFrom = depth;
				else text += opening(localName(name));
				afterScript = name === 'sup' || name === 'sub';
			},
			onclosetag(name) {
				if (skipFrom === depth) skipFrom = 0;
				else if (skipFrom === 0) text += closing(localName(name));
				depth--;
				stack.pop();
				afterScript = false;
			},
			ontext(data) {
				if (skipFrom > 0) return;
				// “24<sup>1</sup>” is not 241.
				if (afterScript && /^\s*[\d[(]/.test(data) && /\d$/.test(text)) text += ' ';
				afterScript = false;
				text += stack.includes('pre') ? data : data.replace(/[ \t\r\n\f]+/g, ' ');
				if (text.length > limit) throw enough;
			},
		},
		{decodeEntities: true, recognizeSelfClosing: true, recognizeCDATA: true},
	);
	try {
		parser.write(html);
		parser.end();
	} catch (error) {
		if (error !== enough) throw error;
		return {text, tags, isCut: true};
	}
	return {text, tags, isCut: false};
}

/** `xhtml:p` is a `p`. */
function localName(name: string): string {
	return name.includes(':') ? name.slice(name.lastIndexOf(':') + 1) : name;
}

function isHidden(attributes: Record<string, string>): boolean {
	return Object.hasOwn(attributes, 'hidden') || /display\s*:\s*none/i.test(attributes.style ?? '');
}

function opening(name: string): string {
	return name === 'br' || blocks.has(name) ? '\n' : '';
}

function closing(name: string): string {
	if (name === 'td' || name === 'th') return ' | ';
	return blocks.has(name) ? '\n' : '';
}

const escapedTag =
	/<(?:\/(?:p|div|a|span|b|i|strong|em|ul|ol|li|h[1-6]|table|blockquote|td|tr)|(?:br|hr|img|p|div|a|span|ul|ol|li|h[1-6]|table|blockquote)(?:\s[^<>]*)?\/?)>/i;

/**
 * HTML as plain text: a line for each block, cells of a table apart by “ | ”, no scripts, frames, hidden or struck-out parts.
 *
 * HTML that was escaped once more than needed is read all the same.
 */
export function markup(html: string, limit = textLimit, alsoSkipped: readonly string[] = []): Clean {
	const skips = alsoSkipped.length > 0 ? new Set([...skipped, ...alsoSkipped]) : skipped;
	const first = walk(html, limit * 3, skips);
	const isEscaped = first.tags === 0 && escapedTag.test(first.text);
	const last = isEscaped ? walk(first.text, limit * 3, skips) : first;
	const text = cleanText(last.text.replace(/( \| )\s*(?=\n|$)/g, ''), limit);
	return {text: text.text, isCut: text.isCut || first.isCut || last.isCut};
}

/**
 * A text of which nobody said whether it is HTML: read as markup only where it has a closing tag, a break or an entity,
 * so that “toll <30” and “the <blink> tag” stay as they are.
 */
export function maybeMarkup(text: string, limit = textLimit): Clean {
	if (!/[<&]/.test(text)) return cleanText(text, limit);
	const isMarkup =
		/&(?:#\d{2,7}|#x[\da-f]{2,6}|[a-z][a-z\d]{1,31});/i.test(text) ||
		/<(?:\/[a-z][a-z\d]*\s*|(?:br|hr|img|p|wbr|div|table|li)\b[^<>]*)>/i.test(text);
	if (!isMarkup) return cleanText(text, limit);
	return markup(
		text.replace(/<(\/?)([a-z][a-z\d]*)(?=[\s/>])/gi, (tag, slash: string, name: string) =>
			known.has(name.toLowerCase()) ? tag : `&lt;${slash}${name}`,
		),
		limit,
	);
}
