/*
 * Which words a sealed file may hold, in ten bits a word (a Bloom filter): of the files that do not hold a word, one in a hundred
 * is read in vain. It is made when the words of a file are first read, and stays when these are let go.
 */

const bitsEach = 10;
const probes = 7;

export type Filter = Uint32Array;

export function filterOf(words: readonly Uint8Array[]): Filter {
	const filter = new Uint32Array(Math.max(1, Math.ceil((words.length * bitsEach) / 32)));
	for (const word of words) for (const bit of bitsOf(word, filter)) filter[bit >>> 5]! |= 1 << (bit & 31);
	return filter;
}

/** False: the file does not hold the word. */
export function mayHold(filter: Filter, word: Uint8Array): boolean {
	for (const bit of bitsOf(word, filter)) if ((filter[bit >>> 5]! & (1 << (bit & 31))) === 0) return false;
	return true;
}

function* bitsOf(word: Uint8Array, {length}: Filter): Generator<number> {
	let [one, other] = [0x811c_9dc5, 0x9747_b28c];
	for (const byte of word) {
		one = Math.imul(one ^ byte, 0x0100_0193);
		other = Math.imul(other ^ byte, 0x5bd1_e995);
	}
	one = (one ^ (one >>> 15)) >>> 0;
	other = (other ^ (other >>> 13)) >>> 0;
	// Two hashes make as many as are needed.
	for (let probe = 0; probe < probes; probe++) yield ((one + probe * other) >>> 0) % (length * 32);
}
