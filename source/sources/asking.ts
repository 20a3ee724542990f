import type {Ask, Source, SourceMemory} from './source.ts';

/** What to request of a web source: where it was last found, and only if it has changed. */
export function webAsk(source: Source, memory: SourceMemory | null): Ask {
	const headers: Record<string, string> = {
		accept:
			'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, text/html;q=0.7, */*;q=0.5',
	};
	if (memory?.etag) headers['if-none-match'] = memory.etag;
	if (memory?.lastModified) headers['if-modified-since'] = memory.lastModified;
	return {url: memory?.movedTo ?? source.address, headers};
}
