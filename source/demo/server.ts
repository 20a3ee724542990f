import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {gzipSync} from 'node:zlib';
import type {Source} from '../sources/source.ts';
import {type Reply, replyTo} from './reply.ts';
import {outlets} from './sample.ts';

export type Demo = {
	/** What to poll: one source per outlet. Their ids are the same in every run. */
	readonly sources: readonly Source[];
	/** `http://127.0.0.1:PORT/` */
	readonly url: string;
	close(): Promise<void>;
};

/**
 * Starts the sample outlets on a free port of this machine's loopback address.
 *
 * @param clock.now the recorded moment that is played: feeds hold what had been published by then
 */
export async function startDemo(clock: {readonly now: () => number}): Promise<Demo> {
	const server = createServer((request, response) => answer(request, response, clock.now()));
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(0, '127.0.0.1', resolve);
	});
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
	return {
		url,
		sources: outlets.map(({id, name, feed, side, language}) => ({
			id: `demo:${id}`,
			kind: 'rss',
			address: `${url}${id}/${feed}`,
			name,
			side,
			language,
			everyMs: null,
			full: false,
		})),
		close: () =>
			new Promise(resolve => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

function answer(request: IncomingMessage, response: ServerResponse, now: number): void {
	const home = `http://${request.headers.host ?? '127.0.0.1'}/`;
	const pathname = URL.canParse(request.url ?? '', home) ? new URL(request.url ?? '', home).pathname : '/';
	const isRead = request.method === 'GET' || request.method === 'HEAD';
	const reply = isRead
		? replyTo({home, pathname, headers: request.headers}, now)
		: {status: 405, headers: {allow: 'GET, HEAD'}, body: ''};
	if (reply === null) request.socket.destroy();
	else send(request, response, reply);
}

function send(request: IncomingMessage, response: ServerResponse, {status, headers, body}: Reply): void {
	const bytes = Buffer.from(body);
	const isGzip = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? '')) && bytes.length > 1000;
	const sent = isGzip ? gzipSync(bytes) : bytes;
	response.writeHead(status, {
		...headers,
		...(status !== 304 && {'content-length': String(sent.length), vary: 'accept-encoding'}),
		...(isGzip && {'content-encoding': 'gzip'}),
	});
	response.end(request.method === 'HEAD' ? undefined : sent);
}
