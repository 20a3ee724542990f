import assert from 'node:assert/strict';
import {test} from 'node:test';
import {firstTag} from '../../source/sources/first-tag.ts';

const cases: [string, string | null][] = [
	['<rss version="2.0"><channel>', 'rss'],
	['<?xml version="1.0"?>\n<!-- made by hand --><!-- twice -->\n<feed xmlns="…">', 'feed'],
	['\ufeff\n\n<?xml version="1.0"?><?xml-stylesheet href="a"?><rdf:RDF xmlns:rdf="…">', 'rdf:rdf'],
	['<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "x"><rss version="0.91">', 'rss'],
	['<!doctype html><html>', '!doctype html'],
	['<!DOCTYPE html PUBLIC "…">', '!doctype html'],
	['<HTML lang="en">', 'html'],
	['Warning: something at line 3\n<rss>', 'rss'],
	['<opml version="2.0">', 'opml'],
	['<br/>', 'br'],
	['plain words', null],
	['', null],
	['3 < 5', null],
	[`${'words '.repeat(100)}<rss>`, null],
	['<!-- never closed <rss>', null],
	['<?xml never closed', null],
	['<!-- a --> words <rss>', null],
];
for (const [text, name] of cases)
	test(`${JSON.stringify(text.slice(0, 60))} begins with ${name}`, () => assert.equal(firstTag(text), name));

test('a flood of comments or declarations is passed over at once', () => {
	for (const unit of ['<!--x-->', '<?x?>', '<!doctype rss>', '<!--', '<', '<!doctype ']) {
		assert.equal(firstTag(unit.repeat(500_000)), null, unit);
	}
});
