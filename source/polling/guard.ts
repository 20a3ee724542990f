import type {lookup as lookupName} from 'node:dns';
import type {LookupFunction} from 'node:net';
import {type Depth, depthOf as depthOfAddress, depthOfName, literal} from './addresses.ts';
import {RequestError} from './request-error.ts';

/** Knows how far inside each host lies, and keeps connections from going further in than they may. */
export type Guard = {
	/** @throws {RequestError} where the host lies too far inside by its address or its name alone */
	check(url: URL, deepest: Depth): void;
	/** Whether a host is this machine, by its address or its name alone. */
	isHere(url: URL): boolean;
	/** Looks up names as the network does, without the addresses that lie too far inside. */
	lookupWithin(deepest: Depth): LookupFunction;
	/** How far inside a host lies; of several addresses, that of the outermost. */
	depth(url: URL): Promise<Depth>;
};

type Network = {
	readonly lookup: typeof lookupName;
	/** False where a proxy looks up names: then only addresses and names that speak for themselves are told apart. */
	readonly looksUp: boolean;
	readonly depthOf?: ((address: string) => Depth) | undefined;
};

/** Makes a guard. Which addresses a name had when it was connected to is remembered: asked again, it could answer otherwise. */
export function createGuard({lookup, looksUp, depthOf = depthOfAddress}: Network): Guard {
	const seen = new Map<string, Depth>();

	function known(url: URL): Depth | null {
		const address = literal(url);
		return address === null ? depthOfName(url.hostname) : depthOf(address);
	}

	return {
		check(url, deepest) {
			if ((known(url) ?? 0) > deepest) {
				throw tooFarIn(url.hostname);
			}
		},
		isHere: url => (known(url) ?? 0) >= 2,
		lookupWithin: deepest => (hostname, options, callback) => {
			lookup(hostname, {...options, all: true}, (error, found) => {
				const allowed = error ? [] : found.filter(({address}) => depthOf(address) <= deepest);
				const [first] = allowed;
				if (error || !first) {
					callback(error ?? tooFarIn(hostname), options.all ? [] : '', 0);
					return;
				}
				if (seen.size > 10_000) {
					seen.clear();
				}
				seen.set(hostname, outermost(allowed.map(({address}) => depthOf(address))));
				if (options.all) {
					callback(null, allowed);
				} else {
					callback(null, first.address, first.family);
				}
			});
		},
		async depth(url) {
			const depth = known(url) ?? seen.get(url.hostname);
			if (depth !== undefined || !looksUp) {
				return depth ?? 0;
			}
			return new Promise(resolve => {
				lookup(url.hostname, {all: true}, (error, found) => {
					resolve(error ? 0 : outermost(found.map(({address}) => depthOf(address))));
				});
			});
		},
	};
}

function outermost(depths: readonly Depth[]): Depth {
	return depths.length === 0 ? 0 : (Math.min(...depths) as Depth);
}

function tooFarIn(hostname: string): RequestError {
	return new RequestError('private', `refused to follow to ${hostname}, a private address`);
}
