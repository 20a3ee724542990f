import {lookup as lookupName} from 'node:dns';
import {Agent, type Dispatcher, EnvHttpProxyAgent, request} from 'undici';
import type {Answer, Ask} from '../sources/source.ts';
import {stopOfMany, under, unlessAborted} from './abort.ts';
import type {Depth} from './addresses.ts';
import {briefBody, wholeBody} from './body.ts';
import {createGuard, type Guard} from './guard.ts';
import {createLanes} from './lanes.ts';
import {firstHop, type Hop, redirectOf, webAddress} from './redirect.ts';
import {explain, explainProxied, RequestError, spell} from './request-error.ts';

/** An answer, as it was got. */
export type Answered = Answer & {
	/** Where its address has moved for good; null where it has not. */
	readonly permanentUrl: string | null;
	/** Whether the connection broke off within the body. */
	readonly isCut: boolean;
};

export type Asking = {
	readonly signal?: AbortSignal | undefined;
	/** The address that led to this one, where the user did not name it: nothing further inside than that is asked. */
	readonly from?: string | undefined;
};

export type Requester = {
	/**
	 * Asks by GET, once it is the host's turn, and follows redirects. An answer of any status is an answer.
	 *
	 * @throws {RequestError} whose message is a sentence for people
	 */
	request(ask: Ask, asking?: Asking): Promise<Answered>;
	/**
	 * Sends a body by POST, once it is the host's turn, to that host and nowhere else: a redirect is the answer.
	 *
	 * @throws {RequestError} whose message is a sentence for people
	 */
	post(ask: Ask, body: string, asking?: Pick<Asking, 'signal'>): Promise<Answered>;
	/** Stops everything under way. */
	close(): Promise<void>;
};

export type RequesterOptions = {
	/** For one answer with its redirects, without the time spent waiting for its turn. */
	readonly timeoutMs: number;
	/** Of one body, as sent and as unpacked. */
	readonly maxBodyBytes: number;
	/** Requests under way at once, over all hosts. */
	readonly concurrency: number;
	readonly userAgent: string;
	/** Whether the proxies that HTTP_PROXY, HTTPS_PROXY and NO_PROXY name are used. A proxy looks up names itself, so these are then not checked. */
	readonly usesProxy?: boolean | undefined;
	/** Instead of the network, in tests. */
	readonly dispatcher?: Dispatcher | undefined;
	readonly lookup?: typeof lookupName | undefined;
	readonly depthOf?: ((address: string) => Depth) | undefined;
};

const redirectLimit = 5;

/** Makes what asks: one request at a time for each host, within limits of time and size, never led further inside than it was asked. */
export function createRequester(options: RequesterOptions): Requester {
	const {timeoutMs, maxBodyBytes, concurrency, userAgent} = options;
	const lanes = createLanes(concurrency);
	const guard = createGuard({
		lookup: options.lookup ?? lookupName,
		looksUp: !options.usesProxy,
		depthOf: options.depthOf,
	});
	const network = createNetwork(options, guard);
	const closing = stopOfMany();

	/** One request and, where it sends no body, its redirects; `stop` ends it. */
	async function follow(
		ask: Ask,
		sent: string | null,
		from: string | undefined,
		stop: AbortController,
	): Promise<Answered> {
		let hop = firstHop(ask, {'user-agent': userAgent, 'accept-encoding': 'gzip, br'});
		const asked = hop.url;
		const depth = (of: URL) => unlessAborted(guard.depth(of), stop.signal);
		let deepest: Depth = from === undefined ? 3 : await depth(webAddress(from));
		let leftMs = timeoutMs;
		let permanentUrl: string | null = null;
		let isPermanent = true;
		const visited = new Set<string>();
		while (true) {
			visited.add(hop.url.href);
			guard.check(hop.url, deepest);
			const leave = await lanes.enter(hop.url.host, stop.signal);
			const startedAt = performance.now();
			const late = `${hop.url.host} did not answer within ${spell(timeoutMs)}`;
			const timer = setTimeout(() => stop.abort(new RequestError('timeout', late)), Math.max(1, leftMs));
			let answer: Omit<Answered, 'url' | 'permanentUrl'>;
			try {
				// Raced, because a connection that is still being made cannot be aborted.
				answer = await unlessAborted(exchange(hop, sent, deepest, stop.signal), stop.signal);
			} catch (error) {
				throw explain(error, hop.url.host);
			} finally {
				clearTimeout(timer);
				leave();
			}
			leftMs -= performance.now() - startedAt;
			const next = sent === null ? redirectOf(answer, hop) : null;
			if (next === null) {
				return {...answer, url: hop.url.href, permanentUrl};
			}
			if (visited.has(next.url.href)) {
				throw new RequestError('redirect', `${asked.host} redirects in a circle`);
			}
			if (visited.size > redirectLimit) {
				throw new RequestError('redirect', `${asked.host} redirects more than ${redirectLimit} times`);
			}
			if (visited.size === 1) {
				deepest = Math.min(deepest, await depth(asked)) as Depth;
			}
			isPermanent &&= next.isPermanent;
			permanentUrl = isPermanent ? next.url.href : permanentUrl;
			hop = next;
		}
	}

	async function exchange({url, headers}: Hop, sent: string | null, deepest: Depth, signal: AbortSignal) {
		const {dispatcher, isProxied} = network.connections(url, deepest);
		// The time limit is ours, over the whole of it; a slow drip never trips theirs.
		const limits = {headersTimeout: 0, bodyTimeout: 0};
		const method = sent === null ? 'GET' : 'POST';
		// Sent again on a connection that had died meanwhile, it could be taken twice: so each has its own.
		const reset = sent !== null;
		const asked = request(url, {method, body: sent, reset, dispatcher, signal, headers, ...limits});
		const response = await asked.catch((error: unknown) => {
			throw isProxied ? explainProxied(error, url.host) : error;
		});
		const {statusCode: status} = response;
		const answered = plain(response.headers);
		const read = status >= 300 ? briefBody : wholeBody;
		const body = await read(response.body, answered, {host: url.host, maxBytes: maxBodyBytes});
		return {status, headers: answered, ...body};
	}

	const begin = (ask: Ask, sent: string | null, {signal, from}: Asking) =>
		under(signal ? [closing.signal, signal] : [closing.signal], stop => follow(ask, sent, from, stop));

	return {
		request: (ask, asking = {}) => begin(ask, null, asking),
		post: (ask, body, asking = {}) => begin(ask, body, asking),
		async close() {
			closing.abort();
			await network.close();
		},
	};
}

/** Makes what chooses the connections for a request that may go so far inside. */
function createNetwork({dispatcher, usesProxy = false, timeoutMs}: RequesterOptions, guard: Guard) {
	const agents = new Map<string, Dispatcher>();

	function agent(deepest: Depth, isProxied: boolean): Dispatcher {
		const connect = {lookup: guard.lookupWithin(deepest), timeout: timeoutMs};
		const options = {connect, maxHeaderSize: 65_536, keepAliveMaxTimeout: 10_000};
		try {
			// Plain HTTP as proxies expect it: many make tunnels to port 443 alone.
			return isProxied ? new EnvHttpProxyAgent({...options, proxyTunnel: false}) : new Agent(options);
		} catch (error) {
			throw new RequestError('address', 'the proxy that the environment names is not an address', error);
		}
	}

	return {
		connections(url: URL, deepest: Depth) {
			if (dispatcher) {
				return {dispatcher, isProxied: false};
			}
			// What is on this machine is not what a proxy calls so.
			const isProxied = usesProxy && !guard.isHere(url);
			// One for each depth: a connection that one request may use must not serve another that may not.
			const key = `${deepest} ${isProxied}`;
			const made = agents.get(key) ?? agent(deepest, isProxied);
			agents.set(key, made);
			return {dispatcher: made, isProxied};
		},
		async close() {
			await Promise.all([...agents.values()].map(each => each.destroy()));
		},
	};
}

function plain(headers: Record<string, string | string[] | undefined>): Record<string, string> {
	const entries = Object.entries(headers).map(([name, value]) => [
		name.toLowerCase(),
		Array.isArray(value) ? value.join(', ') : (value ?? ''),
	]);
	return Object.fromEntries(entries);
}
