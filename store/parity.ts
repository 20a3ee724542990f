import {type BlockPlace, headerBytes} from './block.ts';

/*
 * Blocks are dealt to groups in turn, so that neighbours are in different ones; the parity of a group is the exclusive or of its
 * blocks, headers included, each filled up with zeroes to the longest. One damaged block of a group can be had back from the others.
 */

const perGroup = 16;
/** A stretch of so many bytes is to hurt no more than one block of each group. */
const stretchBytes = 64 << 10;

/** Into how many groups blocks of these sizes are dealt. */
export function groupCount(sizes: readonly number[]): number {
	let most = Math.ceil(sizes.length / perGroup);
	// How many neighbours a stretch touches that begins with the last byte of one.
	for (let first = 0; first < sizes.length; first++) {
		let left = stretchBytes - 1;
		let last = first;
		while (left > 0 && last + 1 < sizes.length) left -= sizes[++last]!;
		most = Math.max(most, last - first + 1);
	}
	return most;
}

/** The numbers of the blocks in a group. */
export const membersOf = (group: number, groups: number, count: number): number[] =>
	Array.from({length: Math.max(0, Math.ceil((count - group) / groups))}, (_, turn) => group + turn * groups);

/** The exclusive or of blocks. */
export function parityOf(blocks: readonly Buffer[]): Buffer {
	const parity = Buffer.alloc(Math.max(0, ...blocks.map(block => block.length)));
	for (const block of blocks) mixIn(parity, block);
	return parity;
}

/** The one block of a group that is missing, had back from the parity and all others. */
export function missingOf(parity: Buffer, others: readonly Buffer[], {stored}: BlockPlace): Buffer {
	const found = Buffer.from(parity);
	for (const block of others) mixIn(found, block);
	return found.subarray(0, headerBytes + stored);
}

function mixIn(onto: Buffer, block: Buffer): void {
	for (let at = 0; at < block.length; at++) onto[at]! ^= block[at]!;
}
