// Prefixes under which the elements of a namespace are looked up here, whatever prefix the feed gives them. An empty one: the feed's own elements.
const prefixes: ReadonlyMap<string, string> = new Map(
	Object.entries({
		'http://www.w3.org/2005/atom': 'atom',
		'http://purl.org/atom/ns#': 'atom',
		'http://example.com/newformat#': 'atom',
		'http://purl.org/rss/1.0/': '',
		'http://purl.org/net/rss1.1#': '',
		'http://my.netscape.com/rdf/simple/0.9/': '',
		'http://my.netscape.com/publish/formats/rss-0.91.dtd': '',
		'http://channel.netscape.com/rdf/simple/0.9/': '',
		'http://backend.userland.com/rss': '',
		'http://backend.userland.com/rss2': '',
		'http://blogs.law.harvard.edu/tech/rss': '',
		'http://www.rssboard.org/rss-specification': '',
		'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
		'http://purl.org/dc/elements/1.0/': 'dc',
		'http://purl.org/dc/elements/1.1/': 'dc',
		'http://purl.org/dc/terms/': 'dcterms',
		'http://purl.org/rss/1.0/modules/content/': 'content',
		'http://purl.org/rss/1.0/modules/syndication/': 'sy',
		'http://search.yahoo.com/mrss/': 'media',
		'http://search.yahoo.com/mrss': 'media',
		'http://www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
		'http://news.yandex.ru': 'yandex',
		'http://news.yandex.ru/': 'yandex',
		'http://www.w3.org/1999/xhtml': 'xhtml',
		'http://www.w3.org/xml/1998/namespace': 'xml',
		'http://www.georss.org/georss': 'georss',
		'http://rssnamespace.org/feedburner/ext/1.0': 'feedburner',
	}),
);

export type Scope = ReadonlyMap<string, string>;

// More declarations than this are no feed's.
const declarationLimit = 100;

/** The namespace declarations in force inside an element; the outer ones themselves where it makes none. */
export function scopeWithin(outer: Scope, attributes: Readonly<Record<string, string>>): Scope {
	let scope: Map<string, string> | null = null;
	for (const name in attributes) {
		if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
		if ((scope ?? outer).size >= declarationLimit) break;
		scope ??= new Map(outer);
		const prefix = name === 'xmlns' ? '' : name.slice(6);
		const uri = attributes[name]!.trim().toLowerCase();
		// An unknown namespace keeps its prefix; an unknown default is taken for the feed's own.
		scope.set(prefix, prefixes.get(uri) ?? prefix);
	}
	return scope ?? outer;
}

/** `dc:date` whatever the prefix was in the feed, or `title` for an element of the feed's own; a prefix that was never declared means what it usually means. */
export function keyOf(name: string, scope: Scope): string {
	const colon = name.indexOf(':');
	const prefix =
		scope.get(colon === -1 ? '' : name.slice(0, colon)) ?? (colon === -1 ? '' : name.slice(0, colon));
	const local = colon === -1 ? name : name.slice(colon + 1);
	return prefix === '' || prefix === 'rss' ? local : `${prefix}:${local}`;
}
