/*
 * Which documents of a sealed file hold a word. The words, sorted by their bytes, one after the other; for each where it begins,
 * and where its list does; a list is the steps from one document to the next, seven bits a byte, the lowest first.
 *
 * u32 count, (count + 1) × u32 begins of words, (count + 1) × u32 begins of lists, words, lists
 */

/** The documents of each word, rising. */
export function encodePostings(lists: ReadonlyMap<string, readonly number[]>): Buffer {
	const words = [...lists]
		.map(([word, documents]) => ({word: Buffer.from(word), documents}))
		.sort((a, b) => a.word.compare(b.word));
	const packed = words.map(({documents}) => packedOf(documents));
	const table = Buffer.allocUnsafe(4 + 8 * (words.length + 1));
	table.writeUInt32LE(words.length, 0);
	let [wordAt, listAt] = [0, 0];
	for (let place = 0; place <= words.length; place++) {
		table.writeUInt32LE(wordAt, 4 + 4 * place);
		table.writeUInt32LE(listAt, 4 + 4 * (words.length + 1 + place));
		wordAt += words[place]?.word.length ?? 0;
		listAt += packed[place]?.length ?? 0;
	}
	return Buffer.concat([table, ...words.map(({word}) => word), ...packed]);
}

function packedOf(documents: readonly number[]): Buffer {
	const bytes: number[] = [];
	let before = -1;
	for (const document of documents) {
		let step = document - before - 1;
		before = document;
		for (; step > 0x7f; step >>>= 7) bytes.push((step & 0x7f) | 0x80);
		bytes.push(step);
	}
	return Buffer.from(bytes);
}

/** The documents that hold a word, rising; none where nobody does. */
export function documentsWith(postings: Buffer, word: string): Uint16Array {
	const count = postings.readUInt32LE(0);
	const words = 4 + 8 * (count + 1);
	const lists = words + postings.readUInt32LE(4 + 4 * count);
	const wanted = Buffer.from(word);
	const wordAt = (place: number) => words + postings.readUInt32LE(4 + 4 * place);
	let [from, to] = [0, count];
	while (from < to) {
		const middle = (from + to) >> 1;
		const order = postings.compare(wanted, 0, wanted.length, wordAt(middle), wordAt(middle + 1));
		if (order === 0) {
			const begins = 4 + 4 * (count + 1 + middle);
			return unpacked(
				postings,
				lists + postings.readUInt32LE(begins),
				lists + postings.readUInt32LE(begins + 4),
			);
		}
		if (order < 0) from = middle + 1;
		else to = middle;
	}
	return new Uint16Array(0);
}

function unpacked(bytes: Buffer, from: number, to: number): Uint16Array {
	const documents = new Uint16Array(to - from);
	let count = 0;
	let before = -1;
	for (let at = from; at < to; ) {
		let step = 0;
		for (let shift = 0; ; shift += 7) {
			const byte = bytes[at++]!;
			step |= (byte & 0x7f) << shift;
			if (byte < 0x80) break;
		}
		before += step + 1;
		documents[count++] = before;
	}
	return documents.subarray(0, count);
}

/** What is in both of two rising lists. */
export function inBoth(one: Uint16Array, other: Uint16Array): Uint16Array {
	const both = new Uint16Array(Math.min(one.length, other.length));
	let count = 0;
	for (let i = 0, j = 0; i < one.length && j < other.length; ) {
		const [a, b] = [one[i]!, other[j]!];
		if (a === b) both[count++] = a;
		if (a <= b) i++;
		if (b <= a) j++;
	}
	return both.subarray(0, count);
}

/** All words, each as its bytes. */
export function wordsIn(postings: Buffer): Buffer[] {
	const count = postings.readUInt32LE(0);
	const words = 4 + 8 * (count + 1);
	const at = (place: number) => words + postings.readUInt32LE(4 + 4 * place);
	return Array.from({length: count}, (_, place) => postings.subarray(at(place), at(place + 1)));
}
