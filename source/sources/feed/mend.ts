/**
 * Makes damaged XML readable: a “<” that begins no tag becomes `&lt;`, and what comes after a tag, comment or CDATA that never ends is marked.
 *
 * @returns the mended text, and whether it breaks off inside a tag
 */
export function mended(xml: string): {xml: string; isCut: boolean} {
	const pieces: string[] = [];
	let done = 0;
	let close = -1;
	let at = xml.indexOf('<');
	while (at !== -1) {
		const code = xml.charCodeAt(at + 1);
		let next: number;
		if (code === 0x21 /* ! */) {
			const end = xml.startsWith('<!--', at)
				? xml.indexOf('-->', at + 4)
				: xml.startsWith('<![CDATA[', at)
					? xml.indexOf(']]>', at + 9)
					: at;
			if (end === -1) return {xml: pieces.join('') + xml.slice(done), isCut: true};
			next = xml.indexOf('<', end + 1);
		} else {
			next = xml.indexOf('<', at + 1);
			if (close <= at) close = xml.indexOf('>', at);
			if (close === -1) close = xml.length;
			const isOpen = close > (next === -1 ? xml.length - 1 : next);
			if (next === -1 && isOpen && isNameStart(code)) {
				return {xml: pieces.join('') + xml.slice(done, at), isCut: true};
			}
			if (isOpen ? code !== 0x3f : !isNameStart(code)) {
				pieces.push(xml.slice(done, at), '&lt;');
				done = at + 1;
			}
		}
		at = next;
	}
	return {xml: done === 0 ? xml : pieces.join('') + xml.slice(done), isCut: false};
}

/** A letter, `_`, `:`, `/`, `?` or anything beyond ASCII; NaN is the end of the text. */
function isNameStart(code: number): boolean {
	return (
		(code >= 0x61 && code <= 0x7a) ||
		(code >= 0x41 && code <= 0x5a) ||
		code === 0x2f ||
		code === 0x3f ||
		code === 0x5f ||
		code === 0x3a ||
		code > 0x7f ||
		Number.isNaN(code)
	);
}
