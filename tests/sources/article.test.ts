import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {article} from '../../source/sources/article.ts';

const url = 'https://news.example/245220/';

test('an article is taken out of its page', () => {
	const found = article(readFileSync('tests/fixtures/sources/article.html', 'utf8'), url);
	assert.match(found?.title ?? '', /^24 погибших на границе/);
	assert.match(
		found?.text ?? '',
		/^(?:24 погибших на границе\n)?По данным Минздрава, на границе погибли 24 человека/,
	);
	assert.match(found?.text ?? '', /Переговоры продолжаются\.$/);
	assert.doesNotMatch(found?.text ?? '', /Спорт|слона|права|var/);
	assert.equal(found?.text.split('\n').length, 3);
});

for (const [what, html] of [
	['nothing', ''],
	['text alone', 'x'],
	['an empty page', '<html><body></body></html>'],
	['too many elements', `<p>${'<i>x</i>'.repeat(30_000)}</p>`],
	['nesting', '<div>'.repeat(100_000)],
	['four megabytes', `<p>${'word '.repeat(800_000)}</p>`],
	['half comments', '<!--'.repeat(200_000)],
] as const) {
	test(`${what}: no article, in good time`, () => {
		const from = performance.now();
		assert.equal(article(html, url), null);
		assert.ok(performance.now() - from < 2000);
	});
}

test('what steers a terminal does not come out', () => {
	const words = 'Twenty-four people were killed near the border, the ministry said on Friday. ';
	const found = article(
		`<title>\x1b[2JT</title><article><p>${words.repeat(10)}\x1b]0;x\x07</p><p>${words.repeat(10)}&#27;[2J</p></article>`,
		url,
	);
	assert.ok(found);
	assert.doesNotMatch(found.title + found.text.replaceAll('\n', ''), /[\p{Cc}\p{Cf}]/u);
});
