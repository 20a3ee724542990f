/*
 * A text into sentences. A newline ends a sentence; so does a full stop, unless it belongs to an abbreviation,
 * an initial or a number.
 */

export type Sentence = {
	/** UTF-16, inside the text. */
	readonly start: number;
	readonly end: number;
};

// Longer than any sentence of a newspaper; keeps the work for one sentence small whatever the text.
const longest = 2000;

// As far as the name of a zone goes: “ Central European Summer Time”.
const hourLength = 48;

const closers = '"\'”’»)]';
const ends = /[.!?…\n\r\u2028\u2029]/g;

/**
 * The sentences of a text, in order, without the blanks around them. One that is longer than 2,000 characters is cut at a blank.
 *
 * @param abbreviations words, in small letters, whose full stop ends no sentence
 * @param hourGoesOn matches what follows the full stop of an hour (“6 p.m.”) where the sentence goes on: “(1600 GMT)”, “Monday”
 */
export function sentences(
	text: string,
	abbreviations: ReadonlySet<string>,
	hourGoesOn: RegExp | null = null,
): Sentence[] {
	const found: Sentence[] = [];
	let start = 0;
	const end = (at: number) => {
		cut(text, start, at, found);
		start = at;
	};

	ends.lastIndex = 0;
	for (let match = ends.exec(text); match; match = ends.exec(text)) {
		const at = match.index;
		const mark = text[at]!;
		if (mark === '.' && isInside(text, start, at, abbreviations, hourGoesOn)) {
			continue;
		}

		if (mark === '\n' || mark === '\r' || mark === '\u2028' || mark === '\u2029') {
			end(at + 1);
			continue;
		}

		let after = at + 1;
		while (
			after < text.length &&
			after - at < 8 &&
			(closers.includes(text[after]!) || '.!?…'.includes(text[after]!))
		) {
			after++;
		}

		const next = text[after];
		if (next === undefined || /\s/.test(next)) {
			// “!” or “…” before a small letter goes on: “Enough!” he said.
			if (mark !== '.' && /^\s+\p{Ll}/u.test(text.slice(after, after + 8))) {
				continue;
			}

			ends.lastIndex = after;
			end(after);
		}
	}

	end(text.length);
	return found;
}

function isInside(
	text: string,
	start: number,
	at: number,
	abbreviations: ReadonlySet<string>,
	hourGoesOn: RegExp | null,
): boolean {
	let first = at;
	while (first > start && at - first < 14 && /[\p{L}\p{N}.]/u.test(text[first - 1]!)) {
		first--;
	}

	const word = text.slice(first, at).toLowerCase();
	const next = /^["'”’»)\]]*\s*(\S)?/u.exec(text.slice(at + 1, at + 12));
	const follows = next?.[1];
	if (follows === undefined) {
		return false;
	}

	if (abbreviations.has(word)) {
		return true;
	}

	// “6 p.m. (1600 GMT) on Monday”
	if (/^[ap]\.m$/.test(word) && hourGoesOn?.test(text.slice(at + 1, at + 1 + hourLength))) {
		return true;
	}

	// “J. Smith”, “U.S. troops”, “a.m. on Friday”: an initial; “24.kg”.
	if (/^\p{L}(\.\p{L})*$/u.test(word)) {
		return word.length === 1 || /[\p{Ll}\p{N}]/u.test(follows) || isOneName(text, at);
	}

	return /\p{Ll}/u.test(follows) && word !== '';
}

// “U.S. Secretary”: after initials a capital may go on with the name; take it so where only one word stands before it.
function isOneName(text: string, at: number): boolean {
	return (
		/\p{Lu}\.$/u.test(text.slice(Math.max(0, at - 1), at + 1)) &&
		/^\s\p{Lu}\p{Ll}/u.test(text.slice(at + 1, at + 4))
	);
}

function cut(text: string, from: number, to: number, found: Sentence[]): void {
	let start = from;
	let end = to;
	while (start < end && /\s/.test(text[start]!)) {
		start++;
	}

	while (end > start && /\s/.test(text[end - 1]!)) {
		end--;
	}

	while (end - start > longest) {
		const blank = text.slice(start, start + longest).lastIndexOf(' ');
		const middle = start + (blank > longest / 2 ? blank : longest);
		found.push({start, end: middle});
		start = middle;
		while (start < end && /\s/.test(text[start]!)) {
			start++;
		}
	}

	if (end > start) {
		found.push({start, end});
	}
}
