import {escaped, linkOf} from './feeds.ts';
import {notice, outlets, type SampleOutlet, type Shown} from './sample.ts';

/** The list of the outlets. */
export function frontPage(home: string): string {
	const rows = outlets.map(({id, name}) => `<li><a href="${home}${id}/">${escaped(name)}</a></li>`);
	return documentOf('The outlets of the demo', '', `<p>${notice}</p>\n<ul>\n${rows.join('\n')}\n</ul>`);
}

const feedTypes = {
	rss: 'application/rss+xml',
	rdf: 'application/rdf+xml',
	atom: 'application/atom+xml',
	json: 'application/feed+json',
};

/** An outlet's home page: it names its feed, so that a plain address finds it. */
export function outletPage(outlet: SampleOutlet, home: string, shown: readonly Shown[]): string {
	const link = `<link rel="alternate" type="${feedTypes[outlet.format]}" title="${escaped(outlet.name)}" href="${home}${outlet.feed}">`;
	const rows = shown.map(({guid, title}) => `<li><a href="${linkOf(home, guid)}">${escaped(title)}</a></li>`);
	return documentOf(outlet.name, link, `<p>${notice}</p>\n<ul>\n${rows.join('\n')}\n</ul>`);
}

/** A page of its own: a report, or a word of the server. */
export function page(title: string, paragraphs: readonly string[], language: string): string {
	const text = paragraphs.map(paragraph => `<p>${escaped(paragraph)}</p>`).join('\n');
	const body = `<article>
${text}
</article>
<footer>${notice}</footer>`;
	return documentOf(title, '', body, language);
}

function documentOf(title: string, head: string, body: string, language = 'en'): string {
	return `<!DOCTYPE html>
<html lang="${language}">
<head><meta charset="utf-8"><title>${escaped(title)}</title>${head}</head>
<body>
<h1>${escaped(title)}</h1>
${body}
</body>
</html>
`;
}
