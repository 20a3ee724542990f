import assert from 'node:assert/strict';
import {test} from 'node:test';
import iconv from 'iconv-lite';
import {decoded} from '../../source/sources/feed/encoding.ts';
import {feed} from '../../source/sources/feed.ts';

const sentence =
	'Погибли 24 человека, ранены 87 — сообщили в Минздраве Кыргызстана. «Обстановка» сложная; стороны обвиняют друг друга.';
const xml = (declaration: string, text = sentence) =>
	`<?xml version="1.0"${declaration}?><rss><channel><title>${text}</title></channel></rss>`;
const title = (body: Uint8Array, contentType: string | null) => feed(body, {contentType}).title;

const cases: readonly [
	what: string,
	encoding: string,
	declared: string,
	contentType: string | null,
	text?: string,
][] = [
	['UTF-8, nothing said', 'utf8', '', null],
	['UTF-8 said to be windows-1251 by the header', 'utf8', '', 'text/xml; charset=windows-1251'],
	['windows-1251 by declaration', 'win1251', ' encoding="windows-1251"', 'text/xml'],
	['windows-1251 by header', 'win1251', '', 'text/xml; charset="windows-1251"'],
	[
		'windows-1251 by header against the declaration',
		'win1251',
		' encoding="koi8-r"',
		'application/xml; charset=cp1251',
	],
	['windows-1251 said to be UTF-8', 'win1251', ' encoding="UTF-8"', 'text/xml; charset=utf-8'],
	['windows-1251, nothing said', 'win1251', '', null],
	['koi8-r by declaration', 'koi8-r', " encoding='KOI8-R'", null, 'Погибли 24 человека'],
	[
		'koi8-r, nothing said',
		'koi8-r',
		'',
		null,
		'Погибли 24 человека, ранены 87, сообщили в Минздраве Кыргызстана. Обстановка сложная',
	],
	['UTF-16 with a mark', 'utf16', ' encoding="utf-16"', null],
	['UTF-16, big-endian, without a mark', 'utf16-be', '', null],
	['UTF-32 with a mark', 'utf-32', '', null],
	['Kazakh kz-1048', 'rk1048', ' encoding="KZ-1048"', null, 'Қырғызстан: 24 адам қаза тапты, Әскер'],
	['Kazakh ptcp154', 'pt154', ' encoding="ptcp154"', null, 'Қырғызстан: 24 адам қаза тапты, Әскер'],
	['Tajik koi8-t', 'koi8t', ' encoding="koi8-t"', null, 'Ҷумҳурии Тоҷикистон: 24 нафар ҳалок шуданд'],
	[
		'windows-1252 with its quotation marks',
		'win1252',
		' encoding="ISO-8859-1"',
		null,
		'“24 killed” – café, €5',
	],
	['windows-1252, nothing said', 'win1252', '', null, '“24 killed” – café, €5'],
	['an unknown charset', 'utf8', ' encoding="x-nonsense"', 'text/xml; charset=bogus'],
];
for (const [what, encoding, declared, contentType, text = sentence] of cases) {
	test(what, () => {
		const body = iconv.encode(xml(declared, text), encoding, {addBOM: /^utf16$|^utf-32$/.test(encoding)});
		assert.equal(title(body, contentType), text);
	});
}

test('a byte order mark comes before all that is said', () => {
	assert.equal(
		title(Buffer.from(`\ufeff${xml(' encoding="windows-1251"')}`), 'text/xml; charset=koi8-r'),
		sentence,
	);
});

test('UTF-8 that ends inside a letter is still UTF-8', () => {
	const body = Buffer.from(xml('', sentence)).subarray(0, 80);
	assert.equal(decoded(body, null).charset, 'utf-8');
});

test('any bytes at all are read as something', () => {
	for (let byte = 0; byte < 256; byte++) {
		const body = new Uint8Array(100).fill(byte);
		assert.equal(typeof decoded(body, null).text, 'string');
	}
});
