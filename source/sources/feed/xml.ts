import {decodeHTMLStrict} from 'entities';
import {Parser} from 'htmlparser2';
import {mended} from './mend.ts';
import {keyOf, type Scope, scopeWithin} from './namespaces.ts';

/** An element of a feed. Its text stays in the document until somebody asks for it. */
export type Element = {
	/** Lower case, with the usual prefix of its namespace; elements of the feed's own format have none. */
	readonly key: string;
	/** As written, entities and all. Made without a prototype. */
	readonly attributes: Readonly<Record<string, string>>;
	readonly children: Element[];
	/** Where its content begins and ends in the document. */
	readonly from: number;
	to: number;
	/** True for a text that holds elements of its own, as XHTML. */
	isMixed: boolean;
	/** True where the document ends inside it. */
	isOpen: boolean;
	/** `xml:base` here and above, outermost first. */
	readonly bases: readonly string[];
	/** `xml:lang` here or above. */
	readonly language: string | null;
	/** Elements in it and below it. */
	size: number;
};

export type Tree = {
	readonly xml: string;
	readonly root: Element | null;
	/** The document ends inside a tag or an element. */
	readonly isCut: boolean;
	/** Nested or branched beyond all measure, and read only up to there. */
	readonly isTooMuch: boolean;
};

// The parser's cost grows with the square of the depth.
const depthLimit = 256;
const elementLimit = 300_000;
const enough = Symbol('enough');

/** Elements that hold text: whatever is inside belongs to that text. */
const texts = new Set(
	`title link guid id description summary content content:encoded content:description pubdate published updated issued modified created date lastbuilddate language ttl tagline subtitle
	category comments copyright rights generator body xhtml:body fulltext full-text fullitem abstract yandex:full-text media:title media:description media:text itunes:summary itunes:subtitle feedburner:origlink
	dc:title dc:description dc:date dc:language dc:identifier dc:creator dc:subject dc:publisher dc:source dcterms:issued dcterms:created dcterms:modified dcterms:date sy:updateperiod sy:updatefrequency
	atom:title atom:link atom:id atom:summary atom:content atom:updated atom:published name email uri url`.split(
		/\s+/,
	),
);
/** Elements that stand beside texts, never right inside one: there, the text before was not closed. */
const besides = new Set(
	'item entry title link guid description pubdate category author comments enclosure source updated published dc:date dc:creator content:encoded media:content yandex:full-text'.split(
		' ',
	),
);

/**
 * Reads XML, however damaged, into elements.
 *
 * @param onItem is given each `item` or `entry` as it ends, with the document that its positions are in, and answers how many elements it has let go of; items are not kept in the tree
 */
export function tree(text: string, onItem: (item: Element, xml: string) => number): Tree {
	const {xml, isCut: isCutInTag} = mended(text);
	let root: Element | null = null;
	let elements = 0;
	let textDepth = 0;
	let depth = 0;
	let isTooMuch = false;
	// Names as the parser has them, beside what was made of them; inside a text, nothing is made.
	const open: {readonly name: string; readonly element: Element | null; readonly scope: Scope}[] = [];
	const noScope: Scope = new Map([['', '']]);

	const end = (to: number, isOpen: boolean) => {
		const {element} = open.pop()!;
		if (element === null) return;
		element.to = Math.max(element.from, to);
		element.isOpen = isOpen;
		textDepth = 0;
		const parent = open.at(-1)?.element;
		if (!parent) return;
		if (element.key === 'item' || element.key === 'entry') {
			elements -= onItem(element, xml);
		} else {
			parent.children.push(element);
			parent.size += element.size;
		}
	};

	const parser = new Parser(
		{
			onopentag(name, attributes) {
				if (++depth > depthLimit) throw enough;
				const start = xml.lastIndexOf('<', parser.endIndex);
				let outer = open.at(-1);
				let scope = scopeWithin(outer?.scope ?? noScope, attributes);
				if (root === null && name === 'rss') scope = new Map(scope).set('', '');
				let key = keyOf(name, scope);
				// What is Atom's own in an Atom feed has a prefix elsewhere only.
				if (key.startsWith('atom:') && (root === null || root.key === 'feed')) key = key.slice(5);
				if (textDepth > 0) {
					const isBeside =
						open.length === textDepth ? besides.has(key) : key === 'item' && outer?.name !== 'item';
					if (!isBeside || isXhtml(open[textDepth - 1]!.element!)) {
						open[textDepth - 1]!.element!.isMixed = true;
						open.push({name, element: null, scope});
						return;
					}
					while (open.length >= textDepth && open.length > 0 && textDepth > 0) end(start, false);
					outer = open.at(-1);
				}
				if ((key === 'item' || key === 'entry') && open.some(({element}) => element?.key === key)) {
					while (open.some(({element}) => element?.key === key)) end(start, false);
					outer = open.at(-1);
				}
				if (++elements > elementLimit) throw enough;
				const above = outer?.element ?? null;
				const base = attributes['xml:base'];
				const element: Element = {
					key,
					attributes,
					children: [],
					from: parser.endIndex + 1,
					to: xml.length,
					isMixed: false,
					isOpen: true,
					bases: base === undefined ? (above?.bases ?? []) : [...(above?.bases ?? []).slice(0, 16), base],
					language: attributes['xml:lang'] ?? above?.language ?? null,
					size: 1,
				};
				root ??= element;
				open.push({name, element, scope});
				if (texts.has(key)) textDepth = open.length;
			},
			onclosetag(name) {
				depth--;
				const at = open.findLastIndex(each => each.name === name);
				if (at === -1) return;
				const to = xml.lastIndexOf('<', parser.endIndex);
				while (open.length > at) end(to, false);
			},
		},
		{xmlMode: true, decodeEntities: false, lowerCaseTags: true, lowerCaseAttributeNames: true},
	);
	try {
		parser.write(xml);
	} catch (error) {
		if (error !== enough) throw error;
		isTooMuch = true;
	}
	// What is still open now never ended.
	const isCut = isCutInTag || open.length > 0;
	while (open.length > 0) end(xml.length, true);
	return {xml, root, isCut, isTooMuch};
}

function isXhtml(element: Element): boolean {
	return /xhtml|^xml$/i.test(element.attributes.type ?? element.attributes.mode ?? '');
}

/** The first child with one of the keys, in the order of the keys. */
export function child(element: Element, ...keys: readonly string[]): Element | null {
	for (const key of keys) {
		const found = element.children.find(each => each.key === key);
		if (found) return found;
	}
	return null;
}

/** The content of an element as text: CDATA opened, entities read once, tags and comments left out. */
export function textOf(xml: string, element: Element): string {
	const source = xml.slice(element.from, element.to);
	if (!source.includes('<')) return source.includes('&') ? decodeHTMLStrict(source) : source;
	let text = '';
	let at = 0;
	while (at < source.length) {
		const next = source.indexOf('<', at);
		const plain = next === -1 ? source.slice(at) : source.slice(at, next);
		text += plain.includes('&') ? decodeHTMLStrict(plain) : plain;
		if (next === -1) break;
		if (source.startsWith('<![CDATA[', next)) {
			const close = source.indexOf(']]>', next);
			text += source.slice(next + 9, close === -1 ? undefined : close);
			at = close === -1 ? source.length : close + 3;
		} else {
			const close = source.startsWith('<!--', next)
				? source.indexOf('-->', next) + 2
				: source.indexOf('>', next);
			at = close <= next ? source.length : close + 1;
		}
	}
	return text;
}

/** An attribute with its entities read. */
export function attribute(element: Element, name: string): string | null {
	const value = element.attributes[name];
	return value === undefined ? null : decodeHTMLStrict(value).trim();
}
