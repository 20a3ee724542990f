import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {parseLine, printLine} from '../../source/reports/lines.ts';
import {reportOf, withArticle} from '../../source/reports/report.ts';

const from = {source: 'import', now: Date.UTC(2022, 8, 16, 12)};

test('a line with a text alone is a report', () => {
	const report = parseLine('{"text": "24 killed"}', from);
	assert.deepEqual(
		{...report, id: 'x', origin: 'x', fingerprint: 'x'},
		{
			id: 'x',
			revision: 1,
			source: 'import',
			outlet: null,
			url: null,
			title: '',
			text: '24 killed',
			publishedAt: null,
			updatedAt: null,
			firstSeenAt: from.now,
			language: null,
			origin: 'x',
			fingerprint: 'x',
			isCut: false,
		},
	);
	assert.equal(parseLine('{"text":"24 killed"}', from).id, report.id);
	assert.equal(report.origin, report.id);
});

test('the same link is the same report, whatever its text', () => {
	const id = (line: object) => parseLine(JSON.stringify(line), from).id;
	assert.equal(
		id({url: 'https://n.example/1?utm_source=x#top', text: 'a'}),
		id({url: 'https://n.example/1', text: 'b'}),
	);
});

test('a given id comes back as it is', () => {
	assert.equal(
		parseLine('{"id": "kg-17", "title": "x", "publishedAt": "2022-09-16T14:13:00+06:00"}', from).id,
		'kg-17',
	);
	assert.equal(parseLine('{"id": 17, "title": "x"}', from).id, '17');
});

const bad: readonly [line: string, message: RegExp][] = [
	['', /expected a JSON object, got/],
	['{"title": "x"', /expected a JSON object, got/],
	['[1]', /expected a JSON object, got a list/],
	['null', /expected a JSON object, got null/],
	['"x"', /expected a JSON object, got a string/],
	['{}', /expected a “title” or a “text”, got neither/],
	['{"title": " \\u200b", "text": null}', /got neither/],
	['{"title": 5}', /expected “title”, a string, got a number/],
	['{"text": ["x"]}', /expected “text”, a string, got a list/],
	[
		'{"title": "x", "url": "javascript:alert(1)"}',
		/expected “url”, an http or https address, got “javascript:alert\(1\)”/,
	],
	[
		'{"title": "x", "publishedAt": "soon"}',
		/expected “publishedAt”, a time such as 2022-09-16T10:00:00Z, got “soon”/,
	],
	['{"title": "x", "publishedAt": true}', /expected “publishedAt”.* got true or false/],
	['{"title": "x", "publishedAt": 1e300}', /expected “publishedAt”.* got a number/],
	['{"title": "x", "revision": 0}', /expected “revision”, a whole number from 1, got 0/],
	['{"title": "x", "id": {}}', /expected “id”, a string, got an object/],
	[`{"title": "x", "id": "${'x'.repeat(300)}"}`, /expected “id”, at most 200 characters, got 300/],
];
for (const [line, message] of bad) {
	test(`refuses ${line.slice(0, 60)}`, () => assert.throws(() => parseLine(line, from), {message}));
}

test('`__proto__` as a key is a key that nobody asks for', () => {
	const report = parseLine('{"__proto__": {"title": "evil"}, "text": "x", "constructor": 1}', from);
	assert.equal(report.title, '');
	assert.equal(({} as {title?: string}).title, undefined);
});

test('any report, printed and read again, is the same report', () => {
	const at = fc.option(fc.integer({min: -5e12, max: 8e12}));
	const text = fc.string({unit: 'binary', maxLength: 300});
	const reports = fc
		.record({
			identity: fc.string({minLength: 1}),
			url: fc.option(fc.webUrl()),
			title: text,
			text: text.map(each => `x ${each}`),
			publishedAt: at,
			updatedAt: at,
			language: fc.constantFrom(null, 'en', 'ru'),
			outlet: fc.option(text),
			isCut: fc.boolean(),
		})
		.map(item => reportOf(item, {id: 'rss:https://n.example/', name: 'N', language: null}, null, from.now)!);
	fc.assert(
		fc.property(reports, fc.integer({min: 1, max: 9}), (report, revision) => {
			const changed = {
				...withArticle(report, {text: `${report.text} and more`}),
				revision,
				origin: 'another',
			};
			for (const each of [report, changed])
				assert.deepEqual(parseLine(printLine(each), {source: '?', now: 0}), each);
			assert.doesNotMatch(printLine(changed), /[\n\x1b]/);
		}),
	);
});
