import type {Answered, Requester} from '../polling/request.ts';
import {RequestError} from '../polling/request-error.ts';
import type {Channel} from './outbox.ts';

/** How long it is waited before each further try. */
const waitsMs: readonly number[] = [1_000, 5_000, 30_000];

/** Failures that another try does not mend. */
const lasting: ReadonlySet<string> = new Set(['address', 'certificate', 'private', 'stopped']);

type WebhookOptions = {
	readonly requester: Pick<Requester, 'post'>;
	readonly url: string;
	/** Sent as `Authorization: Bearer …`; null: none. */
	readonly token: string | null;
	/** Settles after so long, or when it is stopped. */
	readonly wait?: (ms: number, stopped: AbortSignal) => Promise<void>;
};

/** Posts each alert as JSON to an address, and nowhere else: redirects are not followed. Tries again where that may help. */
export function webhookChannel({requester, url, token, wait = waited}: WebhookOptions): Channel {
	// Addresses of webhooks are secrets themselves: only the host is ever told.
	const {host} = new URL(url);
	const headers = {
		accept: '*/*',
		'content-type': 'application/json',
		...(token === null ? {} : {authorization: `Bearer ${token}`}),
	};

	async function attempt(message: string, stopped: AbortSignal) {
		try {
			return verdict(await requester.post({url, headers}, message, {signal: stopped}));
		} catch (error) {
			if (!(error instanceof RequestError)) throw error;
			// Only an answer that was taken is read to its end: what it says does not matter.
			if (error.failure === 'too big' || error.failure === 'encoding') return null;
			return {reason: error.message.replace(`${host}: `, ''), mayHelp: !lasting.has(error.failure)};
		}
	}

	return {
		name: `alert webhook ${host}`,
		async deliver(message, stopped) {
			for (const waitMs of [...waitsMs, null]) {
				const failure = await attempt(message, stopped);
				if (failure === null) return null;
				if (!failure.mayHelp || waitMs === null || stopped.aborted) return failure.reason;
				await wait(waitMs, stopped);
				if (stopped.aborted) return failure.reason;
			}
			return null;
		},
	};
}

function verdict({status}: Pick<Answered, 'status'>): {reason: string; mayHelp: boolean} | null {
	if (status >= 200 && status < 300) return null;
	if (status >= 300 && status < 400)
		return {reason: `redirects (${status}), which is not followed: give the address itself`, mayHelp: false};
	return {reason: `answered ${status}`, mayHelp: status >= 500 || [408, 425, 429].includes(status)};
}

function waited(ms: number, stopped: AbortSignal): Promise<void> {
	return new Promise(resolve => {
		const end = (): void => {
			clearTimeout(timer);
			stopped.removeEventListener('abort', end);
			resolve();
		};
		const timer = setTimeout(end, ms);
		stopped.addEventListener('abort', end, {once: true});
	});
}
