import {Parser} from 'htmlparser2';
import {cleanLine, httpUrl} from '../reports/clean.ts';

/** One subscription of an outline. */
export type Subscription = {readonly url: string; readonly name: string | null};

const most = 10_000;

/**
 * Takes the feeds out of an OPML outline, in its order, each address once.
 *
 * @throws {Error} where the text is no OPML, or names no feed
 * @see http://opml.org/spec2.opml
 */
export function subscriptions(opml: string): readonly Subscription[] {
	const found = new Map<string, Subscription>();
	let isOpml = false;
	const parser = new Parser(
		{
			onopentag(name, attributes) {
				if (name.toLowerCase() === 'opml') isOpml = true;
				if (name.toLowerCase() !== 'outline') return;
				const named = new Map(Object.entries(attributes).map(([key, value]) => [key.toLowerCase(), value]));
				const url = httpUrl(named.get('xmlurl') ?? '');
				if (url === null || found.size >= most) return;
				const title = cleanLine(named.get('title') || named.get('text') || '', 100).text;
				found.set(url, found.get(url) ?? {url, name: title || null});
			},
		},
		{xmlMode: true},
	);
	parser.write(opml);
	parser.end();
	if (!isOpml) throw new Error('expected an OPML outline, got none');
	if (found.size === 0) throw new Error('the OPML outline names no feed: no “outline” has an “xmlUrl”');
	return [...found.values()];
}
