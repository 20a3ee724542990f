import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {cleanLine, cleanText, httpUrl, shortened, textLimit, titleLimit} from '../../source/reports/clean.ts';

const lines: readonly [raw: string, clean: string][] = [
	['24 killed', '24 killed'],
	['  two \n lines\t', 'two lines'],
	['1\u00a0200 killed', '1 200 killed'],
	['a\x1b[31mred\x1b[0m', 'ared'],
	['a\x1b[2J\x1b[Hb', 'ab'],
	['a\x9b31mb', 'ab'],
	['a\x1b[31', 'a'],
	['a\x1b]0;evil\x07b', 'ab'],
	['a\x1b]8;;http://evil.example\x1b\\link\x1b]8;;\x1b\\b', 'alinkb'],
	['a\x9d0;evil\x9cb', 'ab'],
	['a\x1bPq#0;2;0;0;0\x1b\\b', 'ab'],
	['a\x1b]0;never ends', 'a'],
	['a\x1b_application\x1b\\b', 'ab'],
	['a\x1bcb\x1b(0c', 'abc'],
	['a\x1b', 'a'],
	['a\0\x07\x08\x7fb', 'ab'],
	['\u202e36 killed\u202c \u2066x\u2069', '36 killed x'],
	['ki\u200bll\u2060ed\ufeff', 'killed'],
	['col\u00adumn', 'column'],
	['a\ufe0f\u{e0100}b', 'ab'],
	['👩\u200d🚒', '👩🚒'],
	['\u{e0001}\u{e0041}tag', 'tag'],
	['a\ud83db', 'ab'],
	['a\udc00b', 'ab'],
	['👍', '👍'],
	['и\u0306', 'й'],
	['Пожар: ее\u0308, ёлка', 'Пожар: её, ёлка'],
	['Өзгөн, Ҷумҳурии Тоҷикистон, ғалаба', 'Өзгөн, Ҷумҳурии Тоҷикистон, ғалаба'],
	['Vie\u0323\u0302t Nam', 'Việt Nam'],
	[`Z${'\u0300'.repeat(50)}`, `Z${'\u0300'.repeat(4)}`.normalize('NFC')],
	['said \u00e2\u0080\u009cno\u00e2\u0080\u009d', 'said “no”'],
	['\u00d0\u0091\u00d0\u00b0\u00d1\u0082\u00d0\u00ba\u00d0\u00b5\u00d0\u00bd', 'Баткен'],
	['قتل ۲۴ سرباز', 'قتل ۲۴ سرباز'],
	['伤亡24人', '伤亡24人'],
];
for (const [raw, clean] of lines) {
	test(`as a line: ${JSON.stringify(raw).slice(0, 60)}`, () =>
		assert.deepEqual(cleanLine(raw), {text: clean, isCut: false}));
}

test('paragraphs stay apart by one newline', () => {
	assert.equal(cleanText('One.\r\n\r\n\u2029 Two \t x\vThree\u0085\nFour').text, 'One.\nTwo x\nThree\nFour');
});

test('a title of a megabyte is cut, and says so', () => {
	const title = cleanLine('word '.repeat(200_000));
	assert.ok(title.isCut);
	assert.ok(title.text.length <= titleLimit && title.text.length > titleLimit / 2);
});

test('a cut never leaves half a pair or the beginning of a number', () => {
	assert.equal(cleanLine('👍'.repeat(1000)).text, '👍'.repeat(titleLimit / 2));
	assert.equal(cleanLine(`a${'👍'.repeat(1000)}`).text, `a${'👍'.repeat(titleLimit / 2 - 1)}`);
	const title = cleanLine(`${'x'.repeat(titleLimit - 3)} 36 000 killed`);
	assert.deepEqual(title, {text: 'x'.repeat(titleLimit - 3), isCut: true});
	assert.equal(shortened('24 were wounded. At least 36'), '24 were wounded.');
	assert.equal(shortened('36 peo'), '');
});

test('a body of ten megabytes is cut at the end of a sentence', () => {
	const body = cleanText('Twenty-four soldiers were killed near the border. '.repeat(200_000));
	assert.ok(body.isCut && body.text.length <= textLimit && body.text.endsWith('border.'));
});

test('whatever comes in, nothing that steers a terminal comes out, and cleaning again changes nothing', () => {
	const nasty = fc.constantFrom(
		'\x1b',
		'[',
		']',
		'\x07',
		'\x9b',
		'\x9d',
		'\x9c',
		'\\',
		'P',
		';',
		'\n',
		'\r',
		'\u202e',
		'\u0301',
		'\ufb2a',
		'e',
		'\ud800',
		'\u{e0041}',
		'm',
	);
	const text = fc.array(fc.oneof(nasty, fc.string({unit: 'binary'}))).map(parts => parts.join(''));
	fc.assert(
		fc.property(text, raw => {
			const line = cleanLine(raw).text;
			assert.doesNotMatch(line, /[\p{Cc}\p{Surrogate}\p{Default_Ignorable_Code_Point}]/u);
			assert.equal(cleanLine(line).text, line);
			const body = cleanText(raw).text;
			assert.doesNotMatch(body.replaceAll('\n', ''), /[\p{Cc}\p{Surrogate}]/u);
			assert.equal(cleanText(body).text, body);
		}),
	);
});

for (const [what, raw] of [
	['control strings', '\x9d\n'.repeat(1_000_000)],
	['escapes', '\x1b[0'.repeat(1_000_000)],
	['combining marks', `a${'\u0316\u0301'.repeat(1_000_000)}`],
	['line ends', ' \n'.repeat(1_000_000)],
] as const) {
	test(`millions of ${what} cost less than a second`, () => {
		const from = performance.now();
		cleanText(raw);
		cleanLine(raw);
		assert.ok(performance.now() - from < 1000);
	});
}

const urls: readonly [raw: string, base: string | undefined, url: string | null][] = [
	['https://news.example/a b', undefined, 'https://news.example/a%20b'],
	[' HTTPS://News.Example ', undefined, 'https://news.example/'],
	['/17', 'https://news.example/rss', 'https://news.example/17'],
	['//other.example/x', 'https://news.example/', 'https://other.example/x'],
	['https://user:secret@news.example/', undefined, 'https://news.example/'],
	['https://новости.example/путь', undefined, 'https://xn--b1amnebsh.example/%D0%BF%D1%83%D1%82%D1%8C'],
	['https://news.example/\x1b]0;x\x07y', undefined, 'https://news.example/%1B]0;x%07y'],
	['javascript:alert(1)', 'https://news.example/', null],
	['file:///etc/passwd', undefined, null],
	['data:text/html,x', undefined, null],
	['news.example', undefined, null],
	['', 'https://news.example/', null],
	[`https://news.example/${'x'.repeat(3000)}`, undefined, null],
	['https://[bad', undefined, null],
];
for (const [raw, base, url] of urls) {
	test(`address ${raw.slice(0, 60)}`, () => assert.equal(httpUrl(raw, base), url));
}
