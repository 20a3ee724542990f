import {Parser} from 'htmlparser2';
import {cleanLine, httpUrl} from '../reports/clean.ts';
import {instant} from '../reports/instant.ts';
import {markup} from '../reports/markup.ts';

export type PageText = {
	readonly title: string;
	readonly text: string;
	readonly url: string | null;
	readonly publishedAt: number | null;
	readonly language: string | null;
	readonly isCut: boolean;
};

// What stands around an article on its page.
const furniture = ['nav', 'header', 'footer', 'aside', 'form', 'figcaption', 'menu'];
const enough = Symbol('enough');

/** What a page says of itself, and its text without menus and the like: that of its `article` or `main` where it has one. */
export function pageText(html: string): PageText {
	const meta = new Map<string, string>();
	let title = '';
	let language: string | null = null;
	let canonical: string | null = null;
	let inTitle = false;
	let depth = 0;
	const main: {name: string; from: number; to: number}[] = [];
	const open: {name: string; from: number}[] = [];
	const parser = new Parser({
		onopentag(name, attributes) {
			if (++depth > 256) throw enough;
			inTitle = name === 'title' && title === '';
			if (name === 'html') language ??= attributes.lang ?? null;
			const property = (attributes.property ?? attributes.name ?? attributes.itemprop ?? '').toLowerCase();
			if (name === 'meta' && property !== '' && !meta.has(property))
				meta.set(property, attributes.content ?? '');
			if (name === 'link' && attributes.rel === 'canonical') canonical ??= httpUrl(attributes.href ?? '');
			if (name === 'time' && attributes.datetime !== undefined && !meta.has('time'))
				meta.set('time', attributes.datetime);
			if (name === 'article' || name === 'main') open.push({name, from: parser.endIndex + 1});
		},
		ontext(data) {
			if (inTitle && title.length < 5000) title += data;
		},
		onclosetag(name) {
			depth--;
			inTitle = false;
			if (name !== 'article' && name !== 'main') return;
			const last = open.pop();
			if (last) main.push({...last, to: parser.startIndex});
		},
	});
	try {
		parser.write(html);
		parser.end();
	} catch (error) {
		if (error !== enough) throw error;
	}
	// A page of many articles is a list of them, and all of it counts.
	const articles = main.filter(({name}) => name === 'article');
	const part = articles.length === 1 ? articles[0] : main.find(({name}) => name === 'main');
	const whole = markup(html, undefined, furniture);
	const narrow = part === undefined ? null : markup(html.slice(part.from, part.to), undefined, furniture);
	const body = narrow !== null && narrow.text.length * 4 > whole.text.length ? narrow : whole;
	return {
		title: cleanLine(meta.get('og:title') || title).text,
		text: body.text,
		url: canonical ?? httpUrl(meta.get('og:url') ?? ''),
		publishedAt: instant(
			meta.get('article:published_time') ?? meta.get('datepublished') ?? meta.get('time') ?? '',
		),
		language,
		isCut: body.isCut,
	};
}
