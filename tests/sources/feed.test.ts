import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {feed} from '../../source/sources/feed.ts';

const folder = 'tests/fixtures/sources';
const url = 'https://news.example/rss/';

for (const name of [
	'rss-2.xml',
	'rss-0.91.xml',
	'rdf.xml',
	'atom-1.xml',
	'atom-0.3.xml',
	'json-feed.json',
	'damaged.xml',
]) {
	test(`reads ${name}`, () => {
		const expected = JSON.parse(readFileSync(`${folder}/${name.replace(/\.\w+$/, '.feed.json')}`, 'utf8'));
		const {items, ...rest} = feed(readFileSync(`${folder}/${name}`), {url});
		const readable = items.map(({publishedAt, updatedAt, ...item}) => ({
			...item,
			publishedAt: iso(publishedAt),
			updatedAt: iso(updatedAt),
		}));
		assert.deepEqual({...rest, items: readable}, expected);
	});
}

function iso(at: number | null): string | null {
	return at === null ? null : new Date(at).toISOString();
}
