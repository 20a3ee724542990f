import {type BlockPlace, headerBytes} from './block.ts';

/*
 * Blocks are dealt to groups in turn, so that neighbours are in different ones; the parity of a group is the exclusive or of its
 * blocks, headers included, each filled up with zeroes to the longest. One damaged block of a group can be had back from the others.
 */

const perGroup = 16;
/** A stretch of so many bytes is to hurt no more than one block of each group. */
const stretchBytes = 64 << 10;

/**
 * Into how many groups blocks of these sizes are dealt. The blocks of parity follow them, and the deal goes on: as many neighbours
 * as there are groups are all of different ones. So a stretch may touch no more than that. Where the blocks are few or small there
 * are more groups than blocks, and the parity of nothing keeps a block and its parity apart.
 *
 * @param besideBytes what a block of parity holds beside it
 */
export function groupCount(sizes: readonly number[], besideBytes: number): number {
	if (sizes.length === 0) return 0;
	const whole = sizes.reduce((sum, size) => sum + size, 0);
	const apart = Math.floor((stretchBytes - whole) / (besideBytes + Math.max(...sizes)));
	for (let groups = Math.max(1, Math.ceil(sizes.length / perGroup), apart); ; ) {
		const parities = Array.from({length: groups}, (_, turn) => {
			const members = membersOf((sizes.length + turn) % groups, groups, sizes.length);
			return besideBytes + Math.max(0, ...members.map(member => sizes[member]!));
		});
		const touched = mostTouched([...sizes, ...parities], sizes.length);
		if (touched <= groups) return groups;
		// With more groups none of parity is longer, so fewer than this will not do.
		groups = touched;
	}
}

/** How many neighbours a stretch touches at most that begins with the last byte of one, among the first `count`. */
function mostTouched(sizes: readonly number[], count: number): number {
	let most = 0;
	for (let first = 0; first < count; first++) {
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
