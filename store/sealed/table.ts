import {gunzipSync} from 'node:zlib';
import type {BlockPlace} from './block.ts';

/** The first bytes of a sealed file. */
export const magic = Buffer.from('TWSEG1\n');
const end = Buffer.from('TWEND1\n');
export const trailerBytes = 8 + end.length;

/** First and last of some instants, milliseconds since the epoch. */
export type Stretch = readonly [number, number];

/** What a sealed file holds, as its last block says. */
export type Table = {
	readonly v: 1;
	/** Name of the file. */
	readonly name: string;
	/** Names of the journals, or other sealed files, that it took the place of. */
	readonly from: readonly string[];
	/** What is sealed together may need several files: which one of how many, and a word that they share. */
	readonly set: string;
	readonly part: number;
	readonly parts: number;
	readonly lines: number;
	/** Lines that are revisions of reports. */
	readonly revisions: number;
	/** Those of them that have a text. Early versions did not count them. */
	readonly texts?: number;
	/** Bytes of all lines. */
	readonly raw: number;
	readonly sources: readonly string[];
	/** Spans of `t`, of when reports were told, and of when they came in. */
	readonly arrived: Stretch | null;
	readonly told: Stretch | null;
	readonly seen: Stretch | null;
	/** Span of when those with facts were told or published; `unknown` where an early version read some anew. */
	readonly factsTold: Stretch | 'unknown' | null;
	readonly blocks: readonly BlockPlace[];
};

/** The last bytes of a sealed file: where its table is, and how long the file is. */
export function trailerOf(tableAt: number): Buffer {
	const trailer = Buffer.alloc(trailerBytes);
	trailer.writeUInt32LE(tableAt, 0);
	trailer.writeUInt32LE((tableAt ^ 0x5457_5345) >>> 0, 4);
	end.copy(trailer, 8);
	return trailer;
}

/** Where the table is; null where these are not the last bytes of a sealed file. */
export function tableAtOf(trailer: Buffer): number | null {
	if (trailer.length !== trailerBytes || !trailer.subarray(8).equals(end)) return null;
	const at = trailer.readUInt32LE(0);
	return trailer.readUInt32LE(4) === (at ^ 0x5457_5345) >>> 0 ? at : null;
}

/** What a stored table says; null where it says nothing. */
export function decodeTable(stored: Buffer): Table | null {
	try {
		const table: Table = JSON.parse(gunzipSync(stored).toString());
		return table.v === 1 && Array.isArray(table.blocks) && Array.isArray(table.from) ? table : null;
	} catch {
		return null;
	}
}
