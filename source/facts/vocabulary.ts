import {hashOf} from './tokens.ts';

/*
 * What is known of words, found by a stretch of a text without cutting it out: most words of a text were met before.
 */

const longestKept = 64;
// Half of the places are free, so that a word is seldom further from its own.
const reach = 16;

/**
 * @param make what is known of a word that was not met before
 * @param most how many words are kept; then all are forgotten
 */
export function vocabulary<Known>(
	make: (written: string) => Known,
	most: number,
): (text: string, start: number, end: number, hash: number) => Known {
	// Open addressing: a word stands at the place of its hash, or at one of the next few. A text made of words that
	// share a hash fills those; its other words are then made anew each time.
	let places = 1024;
	let words: string[] = new Array(places + reach);
	let known: Known[] = new Array(places + reach);
	let count = 0;

	const keep = (word: string, value: Known) => {
		const from = placeOf(hashOf(word, 0, word.length)) & (places - 1);
		for (let place = from; place < from + reach; place++) {
			if (words[place] === undefined) {
				words[place] = word;
				known[place] = value;
				count++;
				return;
			}
		}
	};

	const grow = () => {
		const [oldWords, oldKnown] = [words, known];
		const isFull = count >= most;
		places *= isFull ? 1 : 2;
		words = new Array(places + reach);
		known = new Array(places + reach);
		count = 0;
		for (const [place, word] of isFull ? [] : oldWords.entries()) {
			if (word !== undefined) {
				keep(word, oldKnown[place]!);
			}
		}
	};

	return (text, start, end, hash) => {
		const from = placeOf(hash) & (places - 1);
		for (let place = from; place < from + reach; place++) {
			const word = words[place];
			if (word === undefined) {
				break;
			}

			if (isWord(word, text, start, end)) {
				return known[place]!;
			}
		}

		const written = text.slice(start, end);
		const value = make(written);
		if (written.length <= longestKept) {
			if (count >= most || count * 2 >= places) {
				grow();
			}

			// A copy: a slice would keep its whole text alive.
			keep(written.split('').join(''), value);
		}

		return value;
	};
}

// The low bits alone choose the place.
const placeOf = (hash: number) => hash ^ (hash >>> 15);

function isWord(word: string, text: string, start: number, end: number): boolean {
	if (word.length !== end - start) {
		return false;
	}

	for (let at = start; at < end; at++) {
		if (word.charCodeAt(at - start) !== text.charCodeAt(at)) {
			return false;
		}
	}

	return true;
}
