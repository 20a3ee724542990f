import iconv from 'iconv-lite';

// Charsets of Central Asia that the platform does not know, under the names that iconv-lite has for them; the rest is for old exports.
const byIconv: Readonly<Record<string, string>> = {
	...{'kz-1048': 'rk1048', kz1048: 'rk1048', rk1048: 'rk1048', 'strk1048-2002': 'rk1048'},
	...{ptcp154: 'pt154', cp154: 'pt154', pt154: 'pt154', 'cyrillic-asian': 'pt154'},
	...{'koi8-t': 'koi8t', koi8t: 'koi8t', 'koi8-ru': 'koi8ru'},
	...{
		'utf-32': 'utf-32',
		'utf-32le': 'utf-32le',
		'utf-32be': 'utf-32be',
		cp037: 'cp037',
		'ebcdic-cp-us': 'cp037',
	},
};
const aliases: Readonly<Record<string, string>> = {
	...{
		cp1251: 'windows-1251',
		win1251: 'windows-1251',
		'win-1251': 'windows-1251',
		'ms-cyrl': 'windows-1251',
		ansi: 'windows-1251',
	},
	...{
		koi8r: 'koi8-r',
		koi8u: 'koi8-u',
		utf8: 'utf-8',
		'utf-8-sig': 'utf-8',
		unicode: 'utf-8',
		'utf-16': 'utf-16le',
	},
};
// What windows-1252 has at 0x80–0x9f: the decoder of Node 20 leaves C1 controls there (nodejs/node#56542).
const windows1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
const sampleBytes = 65_536;

/** Bytes of an answer as text, and the charset they were read in. */
export type Decoded = {readonly text: string; readonly charset: string};

/**
 * Decodes an answer: byte order mark, then the charset of the HTTP header, then that of the XML declaration or HTML meta,
 * then UTF-8 if it is valid, then a guess.
 *
 * A claim that the bytes themselves disprove is passed over.
 */
export function decoded(body: Uint8Array, contentType: string | null): Decoded {
	const marked = byMark(body);
	if (marked !== null) return read(body, marked);
	const head = Buffer.from(body.subarray(0, 2048)).toString('latin1');
	const claims = [
		/charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType ?? '')?.[1],
		/^[^<]{0,200}<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1],
		/<meta[^>]+charset\s*=\s*["']?([\w.:-]+)/i.exec(head)?.[1],
	];
	const utf8 = read(body, 'utf-8');
	const isUtf8 = fits(utf8.text);
	for (const claim of claims) {
		const charset = claim === undefined ? null : named(claim);
		if (charset === null) continue;
		if (charset === 'utf-8' ? isUtf8 : !(isUtf8 && isSingleByte(charset) && sequences(utf8.text) >= 4)) {
			// A declaration that could be read byte by byte cannot be one in two-byte units.
			if (!/^utf-(16|32)/.test(charset)) return charset === 'utf-8' ? utf8 : read(body, charset);
		}
	}
	return isUtf8 ? utf8 : read(body, guessed(body));
}

function byMark(body: Uint8Array): string | null {
	const [a, b, c, d] = body;
	if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
	if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'utf-32le' : 'utf-16le';
	if (a === 0xfe && b === 0xff) return 'utf-16be';
	if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be';
	// No mark, but a “<” in wide units.
	if (a === 0x3c && b === 0) return c === 0 ? 'utf-32le' : 'utf-16le';
	if (a === 0 && b === 0x3c) return 'utf-16be';
	if (a === 0 && b === 0 && c === 0 && d === 0x3c) return 'utf-32be';
	return a === 0x4c && b === 0x6f && c === 0xa7 && d === 0x94 ? 'cp037' : null;
}

function named(claim: string): string | null {
	const name = claim.toLowerCase();
	const charset = aliases[name] ?? name;
	if (Object.hasOwn(byIconv, charset)) return charset;
	try {
		return new TextDecoder(charset).encoding;
	} catch {
		return iconv.encodingExists(charset) ? charset : null;
	}
}

function read(body: Uint8Array, charset: string): Decoded {
	if (charset === 'windows-1252') {
		const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
			.toString('latin1')
			.replace(/[\x80-\x9f]/g, character => windows1252[character.charCodeAt(0) - 0x80]!);
		return {text, charset};
	}
	const other = Object.hasOwn(byIconv, charset) ? byIconv[charset]! : null;
	if (other === null) {
		try {
			return {text: new TextDecoder(charset).decode(body), charset};
		} catch {
			// Left to iconv-lite, which knows some names that the platform does not.
		}
	}
	const text = iconv.decode(Buffer.from(body.buffer, body.byteOffset, body.byteLength), other ?? charset);
	return {text: text.replace(/^\ufeff/, ''), charset};
}

/** Whether what was read as UTF-8 is UTF-8: a broken character here and there, as at the end of a half answer, does not count. */
function fits(text: string): boolean {
	let broken = 0;
	for (let at = text.indexOf('\ufffd'); at !== -1; at = text.indexOf('\ufffd', at + 1)) broken++;
	return broken === 0 || (broken < 100 && broken * 20 <= sequences(text.slice(0, 1_000_000)));
}

function sequences(text: string): number {
	return text.length - text.replace(/[\u0080-\ufffc]/g, '').length;
}

function isSingleByte(charset: string): boolean {
	return /^(windows-125|iso-8859-|koi8|ibm866|x-mac)/.test(charset);
}

/** Cyrillic where most bytes above 0x7f stand in runs, as letters of words do; else windows-1252, where they stand alone. */
function guessed(body: Uint8Array): string {
	const from = Math.max(0, body.findIndex(byte => byte > 0x7f) - 100);
	const sample = body.subarray(from, from + sampleBytes);
	const latin = Buffer.from(sample).toString('latin1');
	const runs = latin.match(/[\x80-\xff]+/g) ?? [];
	const inRuns = runs.filter(run => run.length > 2).reduce((sum, run) => sum + run.length, 0);
	const all = runs.reduce((sum, run) => sum + run.length, 0);
	if (inRuns * 2 < all) return 'windows-1252';
	// The right reading has the common letters of Russian in lower case; the wrong ones turn the cases round or give box-drawing signs.
	const scores = ['windows-1251', 'koi8-r', 'ibm866', 'iso-8859-5'].map(charset => {
		const text = read(sample, charset).text;
		return {charset, score: (text.match(/[оеаинтсрвлкмдпуы]/g) ?? []).length};
	});
	return scores.reduce((best, next) => (next.score > best.score ? next : best)).charset;
}
