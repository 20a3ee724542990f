import {promisify} from 'node:util';
import {brotliDecompress, constants, gunzip, inflate, inflateRaw} from 'node:zlib';

const steps = {
	gzip: promisify(gunzip),
	inflate: promisify(inflate),
	inflateRaw: promisify(inflateRaw),
	br: promisify(brotliDecompress),
};

/** What is wrong with a packed body. */
export type UnpackFailure = 'too big' | 'damaged' | 'unknown encoding';

export class UnpackError extends Error {
	readonly failure: UnpackFailure;

	constructor(failure: UnpackFailure, cause?: unknown) {
		super(failure, {cause});
		this.failure = failure;
	}
}

/**
 * Undoes the packing named by a `content-encoding` header.
 *
 * Unpacking stops as soon as it gives more than `maxBytes`, so a small body that swells to gigabytes costs no more than the limit.
 *
 * @param options `isCut`: the end is missing, and what can be unpacked without it is wanted
 * @throws {UnpackError}
 */
export async function unpack(
	body: Uint8Array,
	encodings: string,
	{maxBytes, isCut = false}: {readonly maxBytes: number; readonly isCut?: boolean},
): Promise<Uint8Array> {
	const names = encodings
		.toLowerCase()
		.split(',')
		.map(name => name.trim())
		.filter(name => name !== '' && name !== 'identity' && name !== 'none');
	if (names.length > 3) {
		throw new UnpackError('unknown encoding');
	}
	let unpacked = body;
	// The last one named was put on last.
	for (const name of names.reverse()) {
		const step = unpacked.length === 0 ? null : stepFor(name, unpacked);
		if (step !== null) {
			try {
				unpacked = await step(unpacked, {maxOutputLength: maxBytes, ...(isCut ? withoutEnd(name) : {})});
			} catch (error) {
				const isTooBig = (error as {code?: unknown}).code === 'ERR_BUFFER_TOO_LARGE';
				throw new UnpackError(isTooBig ? 'too big' : 'damaged', error);
			}
		}
	}
	return unpacked;
}

type Step = (
	body: Uint8Array,
	options: {maxOutputLength: number; finishFlush?: number},
) => Promise<Uint8Array>;

function withoutEnd(name: string): {finishFlush: number} {
	return {finishFlush: name === 'br' ? constants.BROTLI_OPERATION_FLUSH : constants.Z_SYNC_FLUSH};
}

// Null: the body is not packed, whatever its header says.
function stepFor(name: string, body: Uint8Array): Step | null {
	const [first = 0, second = 0] = body;
	switch (name) {
		case 'gzip':
		case 'x-gzip':
			return first === 0x1f && second === 0x8b ? steps.gzip : null;
		case 'deflate':
			// The standard says zlib (RFC 9110, 8.4.1.2); some servers send the bare stream.
			return (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0 ? steps.inflate : steps.inflateRaw;
		case 'br':
			return steps.br;
		default:
			throw new UnpackError('unknown encoding');
	}
}
