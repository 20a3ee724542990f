import assert from 'node:assert/strict';
import {test} from 'node:test';
import {type Head, type Item, reportId, reportOf, toldAt, withArticle} from '../../source/reports/report.ts';

const now = Date.UTC(2022, 8, 16, 12);
const source = {id: 'rss:https://news.example/rss', name: 'Example', language: 'ru'};
const item: Item = {
	identity: 'news-1',
	url: 'https://news.example/1',
	title: '24 killed',
	text: 'At least 24 people were killed.',
	publishedAt: Date.UTC(2022, 8, 16, 10),
	updatedAt: null,
	language: null,
	outlet: null,
	isCut: false,
};
const first = reportOf(item, source, null, now)!;

test('an item not known makes revision 1, with the source’s name and language, and its own origin', () => {
	assert.deepEqual(first, {
		id: reportId(source.id, 'news-1'),
		revision: 1,
		source: source.id,
		outlet: 'Example',
		url: 'https://news.example/1',
		title: '24 killed',
		text: 'At least 24 people were killed.',
		publishedAt: item.publishedAt,
		updatedAt: null,
		firstSeenAt: now,
		language: 'ru',
		origin: first.id,
		fingerprint: first.fingerprint,
		isCut: false,
	});
	assert.match(first.id, /^[0-9a-f]{16}$/);
});

test('what the item says of itself comes before what its source says', () => {
	const report = reportOf({...item, language: 'en', outlet: 'Wire'}, source, null, now)!;
	assert.deepEqual([report.language, report.outlet], ['en', 'Wire']);
});

test('two sources, two ids', () => assert.notEqual(reportId('a', 'bc'), reportId('ab', 'c')));

const later = now + 600_000;
const changes: readonly [
	what: string,
	change: Partial<Item>,
	known: Partial<Head>,
	revision: number | null,
][] = [
	['the same item', {}, {}, null],
	['another date', {publishedAt: now, updatedAt: later}, {}, null],
	['another link', {url: 'https://m.news.example/1'}, {}, null],
	['other spaces', {text: ' At least 24  people were killed.\n'}, {}, null],
	['another number in the text', {text: 'At least 36 people were killed.'}, {}, 2],
	['another title', {title: '36 killed'}, {}, 2],
	['another title of a third revision', {title: '36 killed'}, {revision: 3}, 4],
	['another text, updated later', {text: '36 killed', updatedAt: later}, {updatedAt: now}, 2],
	['an old copy from a cache', {text: '12 killed', updatedAt: now - 1}, {updatedAt: now}, null],
	[
		'a correction after a date in 2099',
		{text: '12 killed', updatedAt: later},
		{updatedAt: Date.UTC(2099, 0)},
		2,
	],
];
for (const [what, change, known, revision] of changes) {
	test(`${what}: ${revision === null ? 'no new revision' : `revision ${revision}`}`, () => {
		const report = reportOf({...item, ...change}, source, {...first, ...known}, later);
		assert.equal(report?.revision ?? null, revision);
		if (report) assert.equal(report.id, first.id);
	});
}

for (const [what, change] of [
	['no title and no text', {title: '', text: ''}],
	['nothing that can be seen', {title: '\u200b\x1b[0m', text: ' \n\ufeff'}],
] as const) {
	test(`${what}: no report`, () => assert.equal(reportOf({...item, ...change}, source, null, now), null));
}

test('an empty title with a text, or the other way round, is a report', () => {
	assert.equal(reportOf({...item, title: ''}, source, null, now)?.title, '');
	assert.equal(reportOf({...item, text: ''}, source, null, now)?.text, '');
});

test('every field passes the door', () => {
	const evil = '\x1b]0;evil\x07\x1b[2Jx\u202e';
	const report = reportOf(
		{...item, title: evil, text: evil, url: 'javascript:alert(1)', outlet: evil},
		{...source, name: evil},
		null,
		now,
	)!;
	assert.deepEqual([report.title, report.text, report.url, report.outlet], ['x', 'x', null, 'x']);
});

test('an article takes the place of a shorter text; the fingerprint stays that of the item', () => {
	const report = withArticle(first, {text: `${first.text} Thirty-six were wounded.\x1b[0m`});
	assert.equal(report.text, 'At least 24 people were killed. Thirty-six were wounded.');
	assert.equal(report.fingerprint, first.fingerprint);
	assert.equal(withArticle(first, {text: 'Cookies'}), first);
	assert.equal(reportOf(item, source, report, later), null);
});

test('a date in 2099 is kept, and not believed', () => {
	const report = reportOf({...item, publishedAt: Date.UTC(2099, 0)}, source, null, now)!;
	assert.equal(report.publishedAt, Date.UTC(2099, 0));
	assert.equal(toldAt(report), now);
});
