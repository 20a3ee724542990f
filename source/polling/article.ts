import {cleanLine} from '../reports/clean.ts';
import type {Item} from '../reports/report.ts';
import type {Answer, Source} from '../sources/source.ts';
import {stopOfMany} from './abort.ts';
import {createReading} from './reading.ts';
import type {Answered, Requester} from './request.ts';
import {RequestError} from './request-error.ts';
import {describe, judge} from './verdict.ts';

/** The text of the article behind an item. */
export type Article = {readonly text: string; readonly isCut: boolean};

export type Articles = {
	/**
	 * Follows an item's link and takes the article out of the page.
	 *
	 * @param source where the item comes from: a link may not lead further inside than its source lies; not given: only to public addresses
	 * @returns null where there is none to be had; the text of the feed is then all there is
	 */
	fetch(item: Pick<Item, 'url'>, source?: Pick<Source, 'address'>): Promise<Article | null>;
	/** Ends what is under way; each of these gives null. */
	close(): Promise<void>;
};

export type ArticlesOptions = {
	readonly requester: Pick<Requester, 'request'>;
	/** For taking the text out of one page, after which its thread is ended. */
	readonly timeoutMs: number;
	/** The file that is started as a thread with `workerData: {room: 'article'}`, and there calls `runArticleWorker`. */
	readonly worker: URL;
	/** Told why there was no article, in a sentence for people. */
	readonly onNote?: ((note: string) => void) | undefined;
	/** Milliseconds since the epoch, of life: what `Retry-After` is measured by. */
	readonly clock?: (() => number) | undefined;
};

/** How long a host that does not answer, or refuses, is left alone. Else a dead host would cost its time limit for each item of a feed. */
const restMs = 300_000;
/** Any public address. */
const publicAddress = 'http://[2600::]/';

/** Makes what fetches articles: in the same queues as all else, and one page read at a time. */
export function createArticles(options: ArticlesOptions): Articles {
	const {requester, timeoutMs, worker, onNote = () => {}, clock = Date.now} = options;
	const reading = createReading({timeoutMs, worker});
	const resting = new Map<string, number>();
	const closing = stopOfMany();

	function rest(host: string, untilAt: number): void {
		if (resting.size > 1000) {
			resting.clear();
		}
		resting.set(host, untilAt);
	}

	async function ask(url: string, from: string): Promise<Answered | null> {
		const {host} = new URL(url);
		const now = clock();
		if ((resting.get(host) ?? 0) > now) {
			return null;
		}
		try {
			const headers = {accept: 'text/html, application/xhtml+xml;q=0.9, */*;q=0.1'};
			const answer = await requester.request({url, headers}, {signal: closing.signal, from});
			const verdict = judge(answer, now);
			if (verdict.is === 'contents') {
				return answer;
			}
			if (verdict.is !== 'unchanged') {
				onNote(`article: ${verdict.reason}`);
				if (verdict.is === 'blocked' || answer.status === 429 || answer.status >= 500) {
					rest(host, Math.max(verdict.notBeforeAt ?? 0, now + restMs));
				}
			}
			return null;
		} catch (error) {
			if (!(error instanceof RequestError)) {
				throw error;
			}
			if (error.failure !== 'stopped') {
				onNote(`article: ${error.message}`);
			}
			if (/^(no host|unreachable|timeout|certificate)$/.test(error.failure)) {
				rest(host, now + restMs);
			}
			return null;
		}
	}

	return {
		async fetch(item, source) {
			if (item.url === null || !/^https?:/.test(item.url) || closing.signal.aborted) {
				return null;
			}
			const from = source && /^https?:/.test(source.address) ? source.address : publicAddress;
			const answer = await ask(item.url, from);
			if (answer === null) {
				return null;
			}
			if (!isPage(answer)) {
				onNote(`article: ${new URL(answer.url).host} sent no page`);
				return null;
			}
			const {body, url, headers} = answer;
			const {article, fault} = await reading.take({body, url, contentType: headers['content-type'] ?? null});
			if (article === null && !closing.signal.aborted) {
				const why = fault === null ? 'the page holds none' : cleanLine(fault, 200).text;
				onNote(`article: ${cleanLine(url, 300).text}: ${why}`);
			}
			return article && {...article, isCut: article.isCut || answer.isCut};
		},
		async close() {
			closing.abort();
			await reading.close();
		},
	};
}

function isPage(answer: Answer): boolean {
	const stated = answer.headers['content-type'];
	return stated === undefined ? describe(answer).startsWith('a page') : /\bx?html\b/i.test(stated);
}
