import {Readability} from '@mozilla/readability';
import {Parser} from 'htmlparser2';
import {parseHTML} from 'linkedom';
import {type Clean, cleanLine} from '../reports/clean.ts';
import {markup} from '../reports/markup.ts';

// Readability's own limit counts nothing on linkedom, where building the page is what costs.
const lengthLimit = 3_000_000;
const elementLimit = 20_000;
const depthLimit = 256;
// Less than this is a notice that cookies are needed, or the like.
const shortest = 140;
const tooMuch = Symbol('too much');

/**
 * The article that a page holds, without what stands around it.
 *
 * Takes up to some seconds for the largest pages it accepts: run it where it can be stopped.
 *
 * @returns null where the page holds no article, or is larger, longer or deeper nested than any article's page
 */
export function article(
	html: string,
	url: string,
): {readonly title: string; readonly text: string; readonly isCut: boolean} | null {
	if (html.length > lengthLimit || !isReasonable(html)) return null;
	const {document} = parseHTML(withBody(html));
	if (!document.body) return null;
	Object.defineProperty(document, 'documentURI', {value: url, configurable: true});
	const found = new Readability(document as never, {charThreshold: 200}).parse();
	if (!found?.content) return null;
	const text: Clean = markup(found.content);
	if (text.text.length < shortest) return null;
	return {title: cleanLine(found.title ?? '').text, text: text.text, isCut: text.isCut};
}

/** A browser adds the `body` that a page leaves out; this parser does not. */
function withBody(html: string): string {
	if (/<body[\s>]/i.test(html)) return html;
	const head = /^[\s\S]*<\/head\s*>/i.exec(html)?.[0] ?? '';
	return `<html>${head.replace(/<\/?html[^<>]*>/gi, '')}<body>${html.slice(head.length)}</body></html>`;
}

function isReasonable(html: string): boolean {
	let elements = 0;
	let depth = 0;
	const parser = new Parser({
		onopentag() {
			if (++elements > elementLimit || ++depth > depthLimit) throw tooMuch;
		},
		onclosetag() {
			depth--;
		},
	});
	try {
		parser.write(html);
		parser.end();
	} catch (error) {
		if (error !== tooMuch) throw error;
		return false;
	}
	return true;
}
