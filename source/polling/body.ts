import {explain, RequestError, spellSize} from './request-error.ts';
import {UnpackError, unpack} from './unpack.ts';

type Limits = {
	readonly host: string;
	/** Of the body as sent, and of the body as unpacked. */
	readonly maxBytes: number;
};

/** A body, and whether the connection broke off within it. */
export type Body = {readonly body: Uint8Array; readonly isCut: boolean};

/**
 * Reads a body to its end and unpacks it. Where the connection breaks off within it, what came until then is the body.
 *
 * @throws {RequestError} where it is over the limit or damaged, or nothing came
 */
export async function wholeBody(
	stream: AsyncIterable<Uint8Array>,
	headers: Readonly<Record<string, string>>,
	{host, maxBytes}: Limits,
): Promise<Body> {
	const tooBig = () => new RequestError('too big', `${host}: its answer is over ${spellSize(maxBytes)}`);
	const {bytes, end, error} = await collect(stream, maxBytes, Number(headers['content-length']));
	if (end === 'limit') {
		throw tooBig();
	}
	const isCut = end === 'fault';
	if (isCut && (bytes.length === 0 || explain(error, host).failure !== 'broken')) {
		throw error;
	}
	try {
		const body = await unpack(bytes, headers['content-encoding'] ?? '', {maxBytes, isCut});
		return {body, isCut};
	} catch (fault) {
		if (!(fault instanceof UnpackError)) {
			throw fault;
		}
		throw fault.failure === 'too big'
			? tooBig()
			: new RequestError('encoding', `${host}: its answer cannot be unpacked (${fault.message})`, fault);
	}
}

/** Reads as much of a body as tells why a request was refused: an endless or damaged one must not hide the status. */
export async function briefBody(
	stream: AsyncIterable<Uint8Array>,
	headers: Readonly<Record<string, string>>,
	{maxBytes}: Limits,
): Promise<Body> {
	const limit = Math.min(65_536, maxBytes);
	const {bytes, end} = await collect(stream, limit, Number.NaN);
	const isCut = end !== 'end';
	const body = unpack(bytes, headers['content-encoding'] ?? '', {maxBytes, isCut});
	return {body: await body.catch(() => new Uint8Array()), isCut};
}

type Collected = {bytes: Uint8Array; end: 'end' | 'limit' | 'fault'; error?: unknown};

async function collect(stream: AsyncIterable<Uint8Array>, limit: number, stated: number): Promise<Collected> {
	const chunks: Uint8Array[] = [];
	let length = 0;
	try {
		for await (const chunk of stream) {
			// Leaving the loop ends the connection.
			if (stated > limit || length + chunk.length > limit) {
				chunks.push(chunk.subarray(0, limit - length));
				return {bytes: Buffer.concat(chunks), end: 'limit'};
			}
			chunks.push(chunk);
			length += chunk.length;
		}
		return {bytes: Buffer.concat(chunks), end: 'end'};
	} catch (error) {
		return {bytes: Buffer.concat(chunks), end: 'fault', error};
	}
}
