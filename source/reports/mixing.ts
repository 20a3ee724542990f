/*
 * Hashes of 32 bits, the same at every start.
 */

/** The last steps of MurmurHash3: every bit of the input moves every bit of the output. */
export function finish(value: number): number {
	let hash = value;
	hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
	return hash ^ (hash >>> 16);
}

/** A hash of two hashes, in this order. */
export const mix = (a: number, b: number) => finish(Math.imul(a, 0x9e37_79b1) ^ (b + 0x7f4a_7c15));

/** A hash of the characters from one place to another. */
export function hashOf(units: Uint16Array, start: number, end: number): number {
	let hash = 0x811c_9dc5 | 0;
	for (let i = start; i < end; i++) hash = Math.imul(hash ^ units[i]!, 0x0100_0193);
	return finish(hash);
}

/** The same of a text. */
export function hashOfText(text: string): number {
	let hash = 0x811c_9dc5 | 0;
	for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x0100_0193);
	return finish(hash);
}
