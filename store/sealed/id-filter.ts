/*
 * Which ids sealed files may hold, all of them together (a Bloom filter, sixteen bits an id): nearly every report that comes in is new, and
 * must not be looked for in each file. It only ever grows; an id that is gone costs one look in vain.
 */

const bitsEach = 16;
const probes = 4;

export type IdFilter = {
	/** @param hashes two numbers each */
	add(hashes: Uint32Array): void;
	mayHold(hash: readonly [number, number]): boolean;
};

export function idFilter(capacity = 1 << 16): IdFilter {
	let bits = new Uint32Array((capacity * bitsEach) / 32);
	let held = 0;
	const added: Uint32Array[] = [];

	const bitOf = (high: number, low: number, probe: number): number =>
		(Math.imul(high ^ Math.imul(low, 0x85eb_ca77), 0x9e37_79b1) +
			Math.imul(low | 1, (probe + 1) * 0x2545_f491)) >>>
		0;

	function put(hashes: Uint32Array): void {
		for (let place = 0; place < hashes.length; place += 2)
			for (let probe = 0; probe < probes; probe++) {
				const bit = bitOf(hashes[place]!, hashes[place + 1]!, probe) % (bits.length * 32);
				bits[bit >>> 5]! |= 1 << (bit & 31);
			}
	}

	return {
		add(hashes) {
			added.push(hashes);
			held += hashes.length / 2;
			if (held * bitsEach <= bits.length * 32) return put(hashes);
			while (held * bitsEach > bits.length * 32) bits = new Uint32Array(bits.length * 2);
			for (const each of added) put(each);
		},
		mayHold([high, low]) {
			for (let probe = 0; probe < probes; probe++) {
				const bit = bitOf(high, low, probe) % (bits.length * 32);
				if ((bits[bit >>> 5]! & (1 << (bit & 31))) === 0) return false;
			}
			return true;
		},
	};
}
