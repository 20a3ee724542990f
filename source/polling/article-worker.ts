import {parentPort} from 'node:worker_threads';

/** A page that the worker is given, and what it gives back. */
export type Page = {
	readonly turn: number;
	readonly body: Uint8Array;
	readonly contentType: string | null;
	readonly url: string;
};
export type Taken = {
	readonly turn: number;
	/** Null where the page holds none. */
	readonly article: {readonly text: string; readonly isCut: boolean} | null;
	/** Why the page could not be read; null where it could. */
	readonly fault: string | null;
};

/** What the entry file runs in the thread that was started with `workerData: {room: 'article'}`. */
export async function runArticleWorker(): Promise<void> {
	const port = parentPort;
	if (!port) {
		throw new Error('the article worker runs in a thread of its own');
	}
	const [{article}, {decoded}] = await Promise.all([
		import('../sources/article.ts'),
		import('../sources/feed/encoding.ts'),
	]);
	port.on('message', ({turn, body, contentType, url}: Page) => {
		let taken: Taken;
		try {
			const found = article(decoded(body, contentType).text, url);
			const {text = '', isCut = false} = found ?? {};
			taken = {turn, article: text === '' ? null : {text, isCut}, fault: null};
		} catch (error) {
			taken = {turn, article: null, fault: (error as Error).message};
		}
		port.postMessage(taken);
	});
}
