import {constants} from 'node:fs';
import {open} from 'node:fs/promises';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {stopped, unlessAborted} from './abort.ts';
import {RequestError, spellSize} from './request-error.ts';

/** A local file, read. */
export type FileAnswer = {
	/** A `file:` URL. */
	readonly url: string;
	/** Other whenever the file was written to. */
	readonly version: string;
	/** Null where the version is the one already known. */
	readonly body: Uint8Array | null;
};

/**
 * Reads a local file unless its version is the one already known.
 *
 * @throws {RequestError} where it cannot be read, is over the limit, or is no plain file
 */
export async function readLocal(
	address: string,
	{maxBytes, known}: {readonly maxBytes: number; readonly known: string | null},
): Promise<FileAnswer> {
	const path = pathOf(address);
	// Without waiting: a pipe that nobody writes to would hold its opener for good.
	const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch((error: unknown) => {
		throw fault(path, error);
	});
	try {
		const stat = await file.stat({bigint: true});
		if (!stat.isFile()) {
			throw new RequestError('address', `${path} is not a plain file`);
		}
		const url = pathToFileURL(path).href;
		const version = `${stat.mtimeNs}-${stat.size}-${stat.ino}`;
		if (version === known) {
			return {url, version, body: null};
		}
		const body = await limited(file.createReadStream({autoClose: false}), maxBytes, path);
		return {url, version, body};
	} catch (error) {
		throw fault(path, error);
	} finally {
		await file.close();
	}
}

/** Reads what is piped in, to its end. @throws {RequestError} where it is over the limit or the signal says stop */
export async function readPiped(
	stream: AsyncIterable<Uint8Array | string> & {isTTY?: boolean | undefined},
	{maxBytes, signal}: {readonly maxBytes: number; readonly signal?: AbortSignal | undefined},
): Promise<Uint8Array> {
	if (stream.isTTY) {
		throw new RequestError('address', 'nothing is piped into standard input');
	}
	const reading = limited(stream, maxBytes, 'standard input');
	if (!signal) {
		return reading;
	}
	return unlessAborted(reading, signal, stopped);
}

async function limited(
	stream: AsyncIterable<Uint8Array | string>,
	maxBytes: number,
	name: string,
): Promise<Uint8Array> {
	const chunks: Uint8Array[] = [];
	let length = 0;
	for await (const part of stream) {
		const chunk = typeof part === 'string' ? Buffer.from(part) : part;
		length += chunk.length;
		if (length > maxBytes) {
			throw new RequestError('too big', `${name} is over ${spellSize(maxBytes)}`);
		}
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

function pathOf(address: string): string {
	try {
		return address.startsWith('file://') ? fileURLToPath(address) : address.replace(/^file:/, '');
	} catch (error) {
		throw new RequestError('address', `${JSON.stringify(address)} is not a path on this machine`, error);
	}
}

function fault(path: string, error: unknown): RequestError {
	if (error instanceof RequestError) {
		return error;
	}
	const code = (error as {code?: unknown}).code;
	const why = new Map<unknown, string>([
		['ENOENT', 'there is no such file'],
		['ENOTDIR', 'there is no such file'],
		['EACCES', 'it may not be read'],
		['EPERM', 'it may not be read'],
		['EISDIR', 'it is a folder'],
	]).get(code);
	return new RequestError('address', `${path}: ${why ?? 'it cannot be read'}`, error);
}
