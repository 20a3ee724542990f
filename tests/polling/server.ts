import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import {type AddressInfo, createServer as createRawServer, type Server, type Socket} from 'node:net';
import type {TestContext} from 'node:test';
import {type Depth, depthOf} from '../../source/polling/addresses.ts';
import {createRequester, type RequesterOptions} from '../../source/polling/request.ts';

type Handle = (request: IncomingMessage, response: ServerResponse) => void;

/** Serves on this machine until the test ends; settles with the address, without a slash at the end. */
export async function serve(test: TestContext, handle: Handle, host = '127.0.0.1'): Promise<string> {
	const server = createServer(handle);
	test.after(() => {
		server.closeAllConnections();
		server.close();
	});
	return listen(server, host);
}

/** Serves bare connections, for answers that no HTTP server would give. */
export async function serveRaw(test: TestContext, handle: (socket: Socket) => void): Promise<string> {
	const sockets = new Set<Socket>();
	const server = createRawServer(socket => {
		sockets.add(socket);
		socket.on('error', () => {});
		handle(socket);
	});
	test.after(() => {
		for (const socket of sockets) {
			socket.destroy();
		}
		server.close();
	});
	return listen(server, '127.0.0.1');
}

async function listen(server: Server, host: string): Promise<string> {
	await new Promise<void>(resolve => server.listen(0, host, resolve));
	return `http://${host}:${(server.address() as AddressInfo).port}`;
}

/** A requester with bounds that suit a test; 127.0.0.2 passes for a public address. */
export function requesterFor(test: TestContext, options: Partial<RequesterOptions> = {}) {
	const requester = createRequester({
		timeoutMs: 3000,
		maxBodyBytes: 1_048_576,
		concurrency: 8,
		userAgent: 'trucewatch/test (+https://trucewatch.example)',
		depthOf: publicButFor,
		...options,
	});
	test.after(() => requester.close());
	return requester;
}

function publicButFor(address: string): Depth {
	return address === '127.0.0.2' ? 0 : depthOf(address);
}

/** What a promise was rejected with. */
export async function rejection(promise: Promise<unknown>): Promise<Error & {failure?: string}> {
	try {
		await promise;
	} catch (error) {
		return error as Error;
	}
	throw new Error('expected a rejection');
}

/** A promise with what settles it. */
export function gate(): {readonly opened: Promise<void>; open(): void} {
	let open = () => {};
	const opened = new Promise<void>(resolve => {
		open = resolve;
	});
	return {opened, open};
}
