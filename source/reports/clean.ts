/** Outside text that is safe to show, and whether some of it was over the size limit. */
export type Clean = {readonly text: string; readonly isCut: boolean};

/** In UTF-16 units, after cleaning. */
export const titleLimit = 500;
/** In UTF-16 units, after cleaning: some 60 printed pages. */
export const textLimit = 200_000;

// A control string without an end is taken to end with its line, so that the cost stays linear and not all is lost.
const controlString = String.raw`[^\n\x07\x18\x1a\x1b\x9c]*(?:\x07|\x18|\x1a|\x1b\\|\x9c)?`;
const escapes = new RegExp(
	[
		String.raw`(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?`, // CSI
		String.raw`(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])${controlString}`, // OSC, DCS, SOS, PM, APC
		String.raw`\x1b[ -/]*[0-~]?`, // two-character escapes, character sets, a lone ESC
	].join('|'),
	'g',
);
const hasControl = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/;
const breaks = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
// Controls; joiners, fillers, bidi marks, variation selectors, byte order marks, tags and the like; surrogates without their other half.
const invisible =
	/(?!\n)\p{Cc}|[\p{Default_Ignorable_Code_Point}\p{Surrogate}\p{Noncharacter_Code_Point}\ufff9-\ufffc]/gu;
const spaces = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u2800\u3000]/g;
// Four marks on one letter are enough for every living script.
const markRuns = /([\p{Mn}\p{Me}]{4})[\p{Mn}\p{Me}]+/gu;
// Nothing of the above is in these, so most text is passed through at once.
const isPlain =
	/^[\n\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u0400-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2116\u2122]*$/;

function visible(raw: string): string {
	if (isPlain.test(raw)) return raw;
	const whole = hasControl.test(raw) ? mended(raw).replace(escapes, '') : raw;
	const spaced = whole.replace(breaks, '\n').replace(spaces, ' ');
	if (isPlain.test(spaced)) return spaced;
	return spaced.replace(invisible, '').replace(markRuns, '$1').normalize('NFC').replace(markRuns, '$1');
}

/** UTF-8 read as Latin-1 by whoever wrote it leaves C1 controls in the middle of words (“â\x80\x9d” for a quotation mark), which would be taken for escapes. */
function mended(raw: string): string {
	if (/^[\0-\xff]*$/.test(raw)) {
		const whole = Buffer.from(raw, 'latin1').toString('utf8');
		if (!whole.includes('\ufffd')) return whole;
	}
	return raw.replace(
		/[\u00c3-\u00df][\u0080-\u009f]|[\u00e0-\u00ef](?:[\u0080-\u009f][\u0080-\u00bf]|[\u00a0-\u00bf][\u0080-\u009f])/g,
		run => {
			const text = Buffer.from(run, 'latin1').toString('utf8');
			return text.includes('\ufffd') ? run : text;
		},
	);
}

/**
 * The beginning of a text that does not end where it should, cut at the end of a sentence or line where one is near, else between words.
 *
 * A number is never cut in two, and none is left as the last word: “36” may have been the beginning of “36 000”.
 */
export function shortened(text: string, limit = text.length): string {
	// Of a text that breaks off, any sentence before is good; of one that is over the limit, not too much is to be lost.
	const near = limit >= text.length ? 0 : Math.max(0, limit - Math.min(4000, limit >> 2));
	const tail = text.slice(near, limit);
	const sentence = Math.max(
		tail.lastIndexOf('\n'),
		...['. ', '! ', '? ', '… '].map(end => tail.lastIndexOf(end)),
	);
	if (sentence > 0) return text.slice(0, near + sentence + 1).trimEnd();
	const space = tail.lastIndexOf(' ');
	const kept =
		space > 0 ? text.slice(0, near + space) : text.slice(0, limit).replace(/[\p{M}\ud800-\udbff]+$/u, '');
	return kept.replace(/[\p{N}\p{Pd}\s.,]{1,100}$/u, '');
}

function bounded(text: string, limit: number, wasCut: boolean): Clean {
	if (text.length <= limit && !wasCut) return {text, isCut: false};
	return {text: text.length > limit ? shortened(text, limit) : text, isCut: true};
}

/** Outside text as one line: no controls, escape sequences, invisible or direction-changing characters; NFC; single spaces. */
export function cleanLine(raw: string, limit = titleLimit): Clean {
	const read = raw.slice(0, limit * 40);
	const text = visible(read).replace(/\s+/g, ' ').trim();
	return bounded(text, limit, read.length < raw.length);
}

/** Outside text as lines: as `cleanLine`, with paragraphs kept apart by one newline. */
export function cleanText(raw: string, limit = textLimit): Clean {
	const read = raw.slice(0, limit * 10);
	const text = spacedOnce(visible(read)).trim();
	return bounded(text, limit, read.length < raw.length);
}

/** Single spaces, and paragraphs one newline apart. Most text comes so from the markup it was read out of: looking is cheaper than replacing. */
function spacedOnce(text: string): string {
	if (!['  ', ' \n', '\n ', '\n\n'].some(run => text.includes(run))) return text;
	return text.replace(/ {2,}/g, ' ').replace(/ ?\n[ \n]*/g, '\n');
}

const urlLimit = 2048;

/**
 * An outside address as one that may be shown, opened and asked.
 *
 * @returns a normalised http or https URL without user name and password; null where it is none, or is too long
 */
export function httpUrl(raw: string, base?: string): string | null {
	const text = raw.length > 4 * urlLimit ? '' : raw.trim();
	if (text === '' || !URL.canParse(text, base)) return null;
	const url = new URL(text, base);
	if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
	url.username = '';
	url.password = '';
	return url.href.length <= urlLimit ? url.href : null;
}
