import {RequestError, spellSize} from './request-error.ts';
import {UnpackError, unpack} from './unpack.ts';

type Limits = {
	readonly host: string;
	/** Of the body as sent, and of the body as unpacked. */
	readonly maxBytes: number;
};

/** Reads a body to its end and unpacks it. @throws {RequestError} where it is over the limit or damaged */
export async function wholeBody(
	stream: AsyncIterable<Uint8Array>,
	headers: Readonly<Record<string, string>>,
	{host, maxBytes}: Limits,
): Promise<Uint8Array> {
	const tooBig = () => new RequestError('too big', `${host}: its answer is over ${spellSize(maxBytes)}`);
	const {bytes, isCut} = await collect(stream, maxBytes, Number(headers['content-length']));
	if (isCut) {
		throw tooBig();
	}
	try {
		return await unpack(bytes, headers['content-encoding'] ?? '', maxBytes);
	} catch (error) {
		if (!(error instanceof UnpackError)) {
			throw error;
		}
		throw error.failure === 'too big'
			? tooBig()
			: new RequestError('encoding', `${host}: its answer cannot be unpacked (${error.message})`, error);
	}
}

/** Reads as much of a body as tells why a request was refused: an endless or damaged one must not hide the status. */
export async function briefBody(
	stream: AsyncIterable<Uint8Array>,
	headers: Readonly<Record<string, string>>,
	{maxBytes}: Limits,
): Promise<Uint8Array> {
	const limit = Math.min(65_536, maxBytes);
	const nothing = {bytes: new Uint8Array(), isCut: false};
	const {bytes, isCut} = await collect(stream, limit, Number.NaN).catch(() => nothing);
	const encodings = headers['content-encoding'] ?? '';
	if (isCut && encodings !== '') {
		return new Uint8Array();
	}
	return unpack(bytes, encodings, maxBytes).catch(() => new Uint8Array());
}

async function collect(
	stream: AsyncIterable<Uint8Array>,
	limit: number,
	stated: number,
): Promise<{bytes: Uint8Array; isCut: boolean}> {
	const chunks: Uint8Array[] = [];
	let length = 0;
	for await (const chunk of stream) {
		// Leaving the loop ends the connection.
		if (stated > limit || length + chunk.length > limit) {
			chunks.push(chunk.subarray(0, limit - length));
			return {bytes: Buffer.concat(chunks), isCut: true};
		}
		chunks.push(chunk);
		length += chunk.length;
	}
	return {bytes: Buffer.concat(chunks), isCut: false};
}
