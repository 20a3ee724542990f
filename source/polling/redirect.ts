import type {Answer, Ask} from '../sources/source.ts';
import {RequestError} from './request-error.ts';

/** One request on the way to an answer. */
export type Hop = {readonly url: URL; readonly headers: Record<string, string>};

const redirects = new Set([301, 302, 303, 307, 308]);
const permanent = new Set([301, 308]);
/** Headers that are meant for the host they were given for alone. */
const secret = new Set(['authorization', 'cookie']);

/** Reads an address of the web, without user name, password and fragment. @throws {RequestError} where it is none */
export function webAddress(address: string, base?: URL): URL {
	const url = URL.canParse(address, base?.href) ? new URL(address, base) : null;
	if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
		const shown = JSON.stringify(address.slice(0, 200));
		throw base
			? new RequestError('redirect', `${base.host} redirects to ${shown}, which is not on the web`)
			: new RequestError('address', `${shown} is not an http or https address`);
	}
	url.hash = '';
	url.username = '';
	url.password = '';
	return url;
}

/** The first request: a user name and password in the address go where HTTP wants them. */
export function firstHop({url: address, headers}: Ask, own: Readonly<Record<string, string>>): Hop {
	const url = webAddress(address);
	const {username, password} = new URL(address);
	const named = `${decoded(username)}:${decoded(password)}`;
	const basic = `Basic ${Buffer.from(named).toString('base64')}`;
	return {url, headers: {...own, ...(username === '' ? {} : {authorization: basic}), ...headers}};
}

/** Where an answer leads on to; null where it is the answer itself. @throws {RequestError} where it leads out of the web */
export function redirectOf(
	{status, headers}: Pick<Answer, 'status' | 'headers'>,
	hop: Hop,
): (Hop & {readonly isPermanent: boolean}) | null {
	const location = headers.location;
	if (!redirects.has(status) || location === undefined || location === '') {
		return null;
	}
	const url = webAddress(utf8(location), hop.url);
	const isSameOrigin = url.origin === hop.url.origin;
	const kept = Object.entries(hop.headers).filter(
		([name]) => isSameOrigin || !secret.has(name.toLowerCase()),
	);
	// One that gives up encryption is followed but never remembered.
	const isDowngrade = hop.url.protocol === 'https:' && url.protocol === 'http:';
	return {url, headers: Object.fromEntries(kept), isPermanent: permanent.has(status) && !isDowngrade};
}

function decoded(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		return part;
	}
}

// Headers come as Latin-1; some servers write addresses in raw UTF-8.
function utf8(header: string): string {
	const bytes = Buffer.from(header, 'latin1');
	const text = bytes.toString('utf8');
	return text.includes('\ufffd') ? header : text;
}
