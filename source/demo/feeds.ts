import iconv from 'iconv-lite';
import {notice, type SampleOutlet, type Shown} from './sample.ts';

/** A feed as it goes over the wire. */
export type Feed = {readonly contentType: string; readonly body: Buffer};

/** Writes an outlet's feed in its own format and character set. The same reports give the same bytes. */
export function feedOf(outlet: SampleOutlet, shown: readonly Shown[], home: string): Feed {
	const write = writers[outlet.format];
	const body = write.text(outlet, shown, home);
	return {
		contentType: `${write.contentType}; charset=${outlet.charset}`,
		body: iconv.encode(body, outlet.charset),
	};
}

/** The address of a report's own page. */
export function linkOf(home: string, guid: string): string {
	return `${home}${encodeURIComponent(guid)}`;
}

/** When something in a feed last changed; 0 for an empty one. */
export function changedAt(shown: readonly Shown[]): number {
	return Math.max(0, ...shown.map(({publishedAt, updatedAt}) => updatedAt ?? publishedAt));
}

type Writer = {
	readonly contentType: string;
	readonly text: (outlet: SampleOutlet, shown: readonly Shown[], home: string) => string;
};

const writers: Readonly<Record<SampleOutlet['format'], Writer>> = {
	rss: {
		contentType: 'application/rss+xml',
		text: (outlet, shown, home) =>
			`${declaration(outlet)}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>${escaped(outlet.name)}</title>
<link>${escaped(home)}</link>
<description>${escaped(notice)}</description>
<language>${outlet.language}</language>
<atom:link href="${escaped(home + outlet.feed)}" rel="self" type="application/rss+xml"/>
${shown
	.map(
		item => `<item>
<title>${escaped(item.title)}</title>
<link>${escaped(linkOf(home, item.guid))}</link>
<guid isPermaLink="false">${escaped(item.guid)}</guid>
<pubDate>${mailDate(item.publishedAt, outlet.offset)}</pubDate>
${rssText(outlet, item, home)}
</item>`,
	)
	.join('\n')}
</channel>
</rss>
`,
	},
	rdf: {
		contentType: 'application/rdf+xml',
		text: (outlet, shown, home) =>
			`${declaration(outlet)}<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="${escaped(home)}">
<title>${escaped(outlet.name)}</title>
<link>${escaped(home)}</link>
<description>${escaped(notice)}</description>
<dc:language>${outlet.language}</dc:language>
<items><rdf:Seq>${shown.map(item => `<rdf:li rdf:resource="${tagOf(outlet, item)}"/>`).join('')}</rdf:Seq></items>
</channel>
${shown
	.map(
		item => `<item rdf:about="${tagOf(outlet, item)}">
<title>${escaped(item.title)}</title>
<link>${escaped(linkOf(home, item.guid))}</link>
<dc:date>${isoDate(item.publishedAt, outlet.offset)}</dc:date>
<description>${escaped(bodyOf(outlet, item, home))}</description>
</item>`,
	)
	.join('\n')}
</rdf:RDF>
`,
	},
	atom: {
		contentType: 'application/atom+xml',
		text: (outlet, shown, home) =>
			`${declaration(outlet)}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${outlet.language}">
<id>tag:trucewatch.example,2022:${outlet.id}</id>
<title>${escaped(outlet.name)}</title>
<subtitle>${escaped(notice)}</subtitle>
<updated>${isoDate(changedAt(shown), outlet.offset)}</updated>
<link rel="self" href="${escaped(home + outlet.feed)}"/>
<link rel="alternate" type="text/html" href="${escaped(home)}"/>
${shown
	.map(
		item => `<entry>
<id>${tagOf(outlet, item)}</id>
<title>${escaped(item.title)}</title>
<link rel="alternate" href="${escaped(linkOf(home, item.guid))}"/>
<published>${isoDate(item.publishedAt, outlet.offset)}</published>
<updated>${isoDate(item.updatedAt ?? item.publishedAt, outlet.offset)}</updated>
<content type="${outlet.isHtml ? 'html' : 'text'}">${escaped(bodyOf(outlet, item, home))}</content>
</entry>`,
	)
	.join('\n')}
</feed>
`,
	},
	json: {
		contentType: 'application/feed+json',
		text: (outlet, shown, home) =>
			JSON.stringify({
				version: 'https://jsonfeed.org/version/1.1',
				title: outlet.name,
				description: notice,
				home_page_url: home,
				feed_url: home + outlet.feed,
				language: outlet.language,
				items: shown.map(item => ({
					id: item.guid,
					url: linkOf(home, item.guid),
					title: item.title,
					[outlet.isHtml ? 'content_html' : 'content_text']: bodyOf(outlet, item, home),
					date_published: isoDate(item.publishedAt, outlet.offset),
					...(item.updatedAt !== null && {date_modified: isoDate(item.updatedAt, outlet.offset)}),
				})),
			}),
	},
};

/** A short description, and the whole beside it where the outlet writes HTML, as most sites do. */
function rssText(outlet: SampleOutlet, item: Shown, home: string): string {
	if (!outlet.isHtml) return `<description>${escaped(bodyOf(outlet, item, home))}</description>`;
	const whole = bodyOf(outlet, item, home).replaceAll(']]>', ']]&gt;');
	return `<description>${escaped(`<p>${escaped(item.paragraphs[0] ?? '')}</p>`)}</description>
<content:encoded><![CDATA[${whole}]]></content:encoded>`;
}

function bodyOf(outlet: SampleOutlet, item: Shown, home: string): string {
	if (!outlet.isHtml) return item.paragraphs.join('\n\n');
	const around: Readonly<Record<string, string>> = {link: linkOf(home, item.guid), title: item.title, home};
	const dressed = (template: string): string[] =>
		template === '' ? [] : [template.replace(/\{(\w+)\}/g, (_, key: string) => escaped(around[key] ?? ''))];
	const text = item.paragraphs.map(paragraph => `<p>${escaped(paragraph)}</p>`);
	return [...dressed(outlet.before), ...text, ...dressed(outlet.after)].join('\n');
}

/** The same in every run, as an address on a free port is not. */
function tagOf(outlet: SampleOutlet, {guid}: Shown): string {
	return escaped(`tag:trucewatch.example,2022:${outlet.id}:${guid}`);
}

function declaration({charset}: SampleOutlet): string {
	return `<?xml version="1.0" encoding="${charset}"?>\n<!-- ${notice} -->\n`;
}

export function escaped(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}

/** `Fri, 16 Sep 2022 14:13:00 +0600` */
function mailDate(at: number, offset: string): string {
	const local = new Date(at + minutesOf(offset) * 60_000).toUTCString();
	return local.replace('GMT', offset);
}

/** `2022-09-16T14:13:00+06:00` */
function isoDate(at: number, offset: string): string {
	const local = new Date(at + minutesOf(offset) * 60_000).toISOString().slice(0, 19);
	return `${local}${minutesOf(offset) === 0 ? 'Z' : offset.replace(/(\d\d)$/, ':$1')}`;
}

function minutesOf(offset: string): number {
	const [, sign, hours, minutes] = /^([+-])(\d\d)(\d\d)$/.exec(offset) ?? [];
	return sign === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
