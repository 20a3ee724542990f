import {createHash} from 'node:crypto';

/** An id as two whole numbers of 32 bits. Ids of reports are 16 hexadecimal digits already; others are hashed. */
export function hashOf(id: string): readonly [number, number] {
	if (/^[0-9a-f]{16}$/.test(id))
		return [Number.parseInt(id.slice(0, 8), 16), Number.parseInt(id.slice(8), 16)];
	const digest = createHash('sha256').update(id).digest();
	return [digest.readUInt32LE(0), digest.readUInt32LE(4)];
}

/**
 * A hash as one number, exact enough to tell millions of ids apart, with room to add a revision to it. Ids may differ in their last
 * digits alone, so each bit counts: of ids with the same first half no two give the same number.
 */
export const joinedHash = (high: number, low: number): number =>
	(mixed(low ^ Math.imul(high, 0x9e37_79b1)) >>> 0) * 2 ** 20 +
	(mixed(high ^ Math.imul(low, 0x85eb_ca77)) >>> 12);

/** The last steps of MurmurHash3, which give each number another one. */
function mixed(value: number): number {
	let hash = value;
	hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
	return hash ^ (hash >>> 16);
}
