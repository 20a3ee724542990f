import {crc32} from 'node:zlib';

/*
 * A block of a sealed file: a tag of four letters, the lengths of what is stored and of what it holds, the CRC-32 of what is
 * stored, the number of the first document in it and how many there are, each as four bytes, little end first; then what is
 * stored: gzip of the content, or the content itself.
 */

export const headerBytes = 24;

/** Where a block stands in its file, and what it must be. */
export type BlockPlace = {
	readonly tag: Tag;
	readonly at: number;
	/** Bytes stored, without the header. */
	readonly stored: number;
	/** Bytes of the content. */
	readonly raw: number;
	readonly crc: number;
	/** Number of the first document in it, and how many there are; 0 where it holds none. */
	readonly first: number;
	readonly count: number;
};

/** What a block of a sealed file holds. */
const tags = ['FACT', 'HEAD', 'ELSE', 'TEXT', 'PRTY', 'COLS', 'POST', 'TABL'] as const;
export type Tag = (typeof tags)[number];

/** A block as it is written. */
export function encodeBlock(tag: Tag, stored: Buffer, raw: number, first = 0, count = 0): Buffer {
	const block = Buffer.allocUnsafe(headerBytes + stored.length);
	block.write(tag, 0, 4, 'latin1');
	for (const [place, value] of [stored.length, raw, crc32(stored), first, count].entries())
		block.writeUInt32LE(value, 4 + 4 * place);
	stored.copy(block, headerBytes);
	return block;
}

/** What a header says of the block that begins there in a file; null where it cannot be one. */
export function decodeHeader(bytes: Buffer, at = 0): Omit<BlockPlace, 'at'> | null {
	if (bytes.length < at + headerBytes) return null;
	const tag = bytes.toString('latin1', at, at + 4);
	if (!tags.some(known => known === tag)) return null;
	const value = (place: number) => bytes.readUInt32LE(at + 4 + 4 * place);
	// An empty block would have a right checksum where a tag is followed by zeroes.
	if (value(0) === 0) return null;
	return {tag: tag as Tag, stored: value(0), raw: value(1), crc: value(2), first: value(3), count: value(4)};
}

/** Whether a whole block, with its header, is what it must be. */
export function isWhole(block: Buffer, place: BlockPlace): boolean {
	if (block.length !== headerBytes + place.stored) return false;
	const header = decodeHeader(block);
	if (header === null) return false;
	const {tag, stored, raw, crc, first, count} = header;
	return (
		tag === place.tag &&
		stored === place.stored &&
		raw === place.raw &&
		crc === place.crc &&
		first === place.first &&
		count === place.count &&
		crc32(block.subarray(headerBytes)) === crc
	);
}
