import type {Item} from '../../source/reports/report.ts';
import type {Answer, Contents, Kind, KindName, Source, SourceMemory} from '../../source/sources/source.ts';

/** A source for a test. */
export function sourceOf(given: Partial<Source>): Source {
	return {
		id: given.address ?? 'rss:https://news.example/rss',
		kind: 'rss',
		address: 'https://news.example/rss',
		name: 'news.example',
		side: null,
		language: null,
		everyMs: null,
		full: false,
		...given,
	};
}

/** What is remembered of a source, for a test. */
export function memoryOf(given: Partial<SourceMemory>): SourceMemory {
	return {
		id: 'rss:https://news.example/rss',
		etag: null,
		lastModified: null,
		movedTo: null,
		state: 'waiting',
		reason: null,
		failures: 0,
		lastAskedAt: null,
		lastAnswerAt: null,
		lastNewAt: null,
		nextPollAt: null,
		...given,
	};
}

/** An item for a test. */
export function itemOf(identity: string): Item {
	const nothing = {url: null, publishedAt: null, updatedAt: null, language: null, outlet: null, isCut: false};
	return {...nothing, identity, title: identity, text: ''};
}

/**
 * Kinds that read a format made for tests, a word and what belongs to it: `items a b`, `elsewhere <url> <url>`, `cut a`; all else is refused.
 */
export const kinds: Readonly<Record<KindName, Kind>> = {
	rss: kind('rss'),
	page: kind('page'),
	file: kind('file'),
	stdin: kind('stdin'),
};

function kind(name: KindName): Kind {
	return {
		name,
		ask: (source, memory) => {
			if (source.address === 'https://unaskable.example/') {
				throw new Error('rss: expected an address');
			}
			// As the real kinds do, with validators of their own.
			return {
				url: memory?.movedTo ?? source.address,
				headers: {accept: 'text/xml', ...(memory?.etag ? {'if-none-match': memory.etag} : {})},
			};
		},
		read: (_source, answer) => contentsOf(name, answer),
	};
}

function contentsOf(name: string, answer: Answer): Contents {
	const [word, ...rest] = Buffer.from(answer.body).toString().trim().split(' ');
	switch (word) {
		case 'items':
			return {kind: 'items', items: rest.map(itemOf), notes: [], ttlMs: null};
		case 'ttl':
			return {kind: 'items', items: [], notes: [], ttlMs: Number(rest[0])};
		case 'cut':
			return {kind: 'items', items: rest.map(itemOf), notes: ['the feed is cut off'], ttlMs: null};
		case 'elsewhere':
			return {kind: 'elsewhere', urls: rest.map(path => new URL(path, answer.url).href)};
		default:
			throw new Error(`${name}: expected a feed`);
	}
}
