import bytes from 'bytes';

/** Why a request got no answer that can be used. */
export type RequestFailure =
	| 'address' // cannot be asked at all
	| 'no host' // the name is not known, or cannot be looked up
	| 'unreachable' // refused, or no way there
	| 'timeout'
	| 'broken' // the connection ended too early, or what came is not HTTP
	| 'certificate'
	| 'too big'
	| 'redirect' // too many, in a circle, or to what is not the web
	| 'private' // led from a public address to a private one
	| 'encoding' // cannot be unpacked
	| 'stopped'; // by the caller

/** A request that failed; its message is a sentence for people. */
export class RequestError extends Error {
	readonly failure: RequestFailure;

	constructor(failure: RequestFailure, message: string, cause?: unknown) {
		super(message, cause === undefined ? undefined : {cause});
		this.name = 'RequestError';
		this.failure = failure;
	}
}

type Row = readonly [failure: RequestFailure, codes: RegExp, sentence: (host: string) => string];

// In order: the first row whose codes fit is taken.
const rows: readonly Row[] = [
	['no host', /^(ENOTFOUND|ENODATA|EAI_NONAME)$/, host => `${host}: no such host`],
	[
		'no host',
		/^(EAI_AGAIN|EAI_FAIL|ESERVFAIL|EREFUSED|ETIMEOUT)$/,
		host => `${host}: the name could not be looked up; is the network down?`,
	],
	['unreachable', /^ECONNREFUSED$/, host => `${host}: connection refused`],
	[
		'unreachable',
		/^(ENETUNREACH|EHOSTUNREACH|ENETDOWN|EHOSTDOWN|EADDRNOTAVAIL|EACCES|EPERM)$/,
		host => `${host} cannot be reached from here`,
	],
	['timeout', /^(ETIMEDOUT|UND_ERR_\w+_TIMEOUT)$/, host => `${host} did not answer in time`],
	['certificate', /^CERT_HAS_EXPIRED$/, host => `${host}: its certificate has expired`],
	[
		'certificate',
		/^CERT_NOT_YET_VALID$/,
		host => `${host}: its certificate is not valid yet; is the clock of this machine right?`,
	],
	['certificate', /^ERR_TLS_CERT_ALTNAME_INVALID$/, host => `${host}: its certificate is for another host`],
	[
		'certificate',
		/^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN)$/,
		host => `${host}: its certificate is signed by nobody known here`,
	],
	[
		'certificate',
		/^(UNABLE_TO_|CERT_|CRL_|ERR_TLS_|INVALID_CA|HOSTNAME_MISMATCH|PATH_LENGTH_EXCEEDED)/,
		host => `${host}: its certificate cannot be checked`,
	],
	['broken', /^(EPROTO|ERR_SSL_)/, host => `${host} does not speak HTTPS properly; is the address right?`],
	['broken', /^UND_ERR_HEADERS_OVERFLOW$|^HPE_HEADER_OVERFLOW$/, host => `${host}: its headers are too long`],
	[
		'broken',
		/^UND_ERR_RES_CONTENT_LENGTH_MISMATCH$/,
		host => `${host}: its answer is not as long as it said`,
	],
	['broken', /^(HPE_|HTTPParserError$)/, host => `${host}: its answer is not HTTP`],
	['broken', /^(UND_ERR_SOCKET|ECONNRESET|ECONNABORTED|EPIPE)$/, host => `${host} broke off the connection`],
	[
		'unreachable',
		/^(UND_ERR_PRX_TLS|UND_ERR_SOCKS5\w*|UND_ERR_ABORTED)$/,
		host => `${host}: the proxy did not connect`,
	],
	['address', /^(UND_ERR_INVALID_ARG|ERR_INVALID_URL)$/, host => `${host}: the request cannot be made`],
];

/** Says in a sentence why asking a host failed. An error that is a sentence already is given back as it is. */
export function explain(error: unknown, host: string): RequestError {
	for (const cause of causes(error)) {
		if (cause instanceof RequestError) {
			return cause;
		}
	}
	for (const cause of causes(error)) {
		// A parser's error has its code missing when its cause is not among those the parser numbers.
		const {code, name} = cause as {code?: unknown; name?: unknown};
		const key = String(code ?? name);
		const row = rows.find(([, codes]) => codes.test(key));
		if (row) {
			return new RequestError(row[0], row[2](host), error);
		}
	}
	return new RequestError('broken', `${host}: the request failed`, error);
}

/** As `explain`, where a proxy is what was connected to. */
export function explainProxied(error: unknown, host: string): RequestError {
	const found = explain(error, host);
	// Names are looked up, and hosts connected to, by the proxy: what failed here is the way to the proxy itself.
	return found.failure === 'no host' || found.failure === 'unreachable'
		? new RequestError(found.failure, `${host}: the proxy cannot be reached, or does not connect`, error)
		: found;
}

// A connection tried at several addresses fails with a list of errors; the outermost that has a meaning counts.
function causes(error: unknown): object[] {
	const found: object[] = [];
	const waiting = [error];
	while (waiting.length > 0 && found.length < 20) {
		const next = waiting.shift();
		if (typeof next === 'object' && next !== null && !found.includes(next)) {
			found.push(next);
			const {cause, errors} = next as {cause?: unknown; errors?: unknown};
			waiting.push(cause, ...(Array.isArray(errors) ? errors.slice(0, 5) : []));
		}
	}
	return found;
}

/** A time limit for people: `20 s`, `400 ms`. */
export function spell(limitMs: number): string {
	return limitMs < 1000 ? `${limitMs} ms` : `${Math.round(limitMs / 100) / 10} s`;
}

/** A size limit for people: `5 MB`. */
export function spellSize(limitBytes: number): string {
	return bytes.format(limitBytes, {unitSeparator: ' ', decimalPlaces: 1}) ?? `${limitBytes} B`;
}
