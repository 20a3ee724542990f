import type {Answer} from '../sources/source.ts';
import {under} from './abort.ts';
import type {Answered, Requester} from './request.ts';
import {RequestError, spell} from './request-error.ts';
import {judge} from './verdict.ts';

/** What asking a model came to. */
export type Reply =
	| {readonly ok: true; readonly text: string}
	| {
			readonly ok: false;
			/** A sentence for people. */
			readonly reason: string;
			/** Whether another request could fare better: what went wrong came after the model had taken this one. */
			readonly isOfThisOne: boolean;
			/** When it asks to be asked again; null: it does not say. */
			readonly notBeforeAt: number | null;
	  };

export type Chat = {
	/**
	 * Asks once. Whatever is wrong is a reply, not an error.
	 *
	 * @param forms the same request in the forms that servers know, the best first: the next is tried where one is not accepted
	 * @throws {RequestError} “stopped”, where the signal ended it
	 */
	ask(forms: readonly string[], signal?: AbortSignal): Promise<Reply>;
};

type ChatOptions = {
	readonly requester: Pick<Requester, 'post'>;
	/** Where chats are completed: https://platform.openai.com/docs/api-reference/chat. */
	readonly url: string;
	/** Null: the server wants none. */
	readonly key: string | null;
	/** For all forms of one request together. */
	readonly timeoutMs: number;
	readonly clock: () => number;
};

/** Statuses by which servers say that they do not know something in a request. */
const notKnown = new Set([400, 415, 422, 501]);

/** Statuses by which servers that knew the form before refuse what stands in it: too long, or not to their filter's liking. */
const notThis = new Set([400, 413, 422]);

/** Makes what asks a model, in the form that its server was found to accept. */
export function createChat({requester, url, key, timeoutMs, clock}: ChatOptions): Chat {
	const headers = {
		accept: 'application/json',
		'content-type': 'application/json',
		...(key === null ? {} : {authorization: `Bearer ${key}`}),
	};
	const {host} = new URL(url);
	let known: number | null = null;

	async function exchange(forms: readonly string[], signal: AbortSignal): Promise<Reply> {
		let refused: Reply | null = null;
		for (const [form, body] of forms.entries()) {
			if (form < (known ?? 0)) continue;
			const answer = await requester.post({url, headers}, body, {signal});
			const reply = replyOf(answer);
			// Not put off by one request that only a lesser form gets through with.
			if (reply.ok) known ??= form;
			if (reply.ok || !notKnown.has(answer.status)) return reply;
			refused ??= reply;
		}
		return refused ?? failed(`${host}: there is nothing to ask`, false);
	}

	function replyOf(answer: Answered): Reply {
		if (answer.status >= 300 && answer.status < 400)
			return failed(
				`${host} redirects (${answer.status}), which is not followed here: give the address itself`,
				false,
			);
		const verdict = judge(answer, clock());
		if (verdict.is === 'contents') {
			if (answer.isCut) return failed(`${host} broke off in the middle of its answer`, true);
			return {ok: true, text: textOf(answer)};
		}
		if (verdict.is === 'unchanged') return failed(`${host} answered with nothing (${answer.status})`, true);
		const isOfThisOne = known !== null && notThis.has(answer.status);
		return {...failed(verdict.reason, isOfThisOne), notBeforeAt: verdict.notBeforeAt};
	}

	// A server that repeats the key in its complaint must not bring it into the log.
	function failed(reason: string, isOfThisOne: boolean) {
		const told = key === null ? reason : reason.replaceAll(key, '…');
		return {ok: false, reason: told, isOfThisOne, notBeforeAt: null} as const;
	}

	return {
		async ask(forms, signal) {
			let isLate = false;
			try {
				return await under(signal ? [signal] : [], async stop => {
					const late = () => {
						isLate = true;
						stop.abort();
					};
					const timer = setTimeout(late, timeoutMs);
					try {
						return await exchange(forms, stop.signal);
					} finally {
						clearTimeout(timer);
					}
				});
			} catch (error) {
				if (isLate) return failed(`${host} did not answer within ${spell(timeoutMs)}`, true);
				if (!(error instanceof RequestError) || error.failure === 'stopped') throw error;
				const isOfThisOne = ['timeout', 'too big', 'broken', 'encoding'].includes(error.failure);
				return failed(error.message, isOfThisOne);
			}
		},
	};
}

function textOf({body}: Answer): string {
	return Buffer.from(body)
		.toString('utf8')
		.replace(/^\ufeff/, '');
}
