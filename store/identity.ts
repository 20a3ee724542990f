import {createHash} from 'node:crypto';

/** An id as two whole numbers of 32 bits. Ids of reports are 16 hexadecimal digits already; others are hashed. */
export function hashOf(id: string): readonly [number, number] {
	if (/^[0-9a-f]{16}$/.test(id))
		return [Number.parseInt(id.slice(0, 8), 16), Number.parseInt(id.slice(8), 16)];
	const digest = createHash('sha256').update(id).digest();
	return [digest.readUInt32LE(0), digest.readUInt32LE(4)];
}

/** A hash as one number, exact enough to tell millions of ids apart. */
export const joinedHash = (high: number, low: number): number => high * 2 ** 21 + (low >>> 11);
