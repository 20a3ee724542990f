import {setMaxListeners} from 'node:events';
import {RequestError} from './request-error.ts';

/** What a signal from outside means to whoever waits. */
export const stopped = () => new RequestError('stopped', 'stopped');

/** Settles as the work does, or rejects as soon as the signal says so: some work cannot be aborted, only left alone. */
export function unlessAborted<Value>(
	work: Promise<Value>,
	signal: AbortSignal,
	reason: () => unknown = () => signal.reason,
): Promise<Value> {
	return new Promise((resolve, reject) => {
		const giveUp = () => reject(reason());
		signal.addEventListener('abort', giveUp, {once: true});
		work.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
		if (signal.aborted) {
			giveUp();
		}
	});
}

/** A controller for what any number of sources wait under: Node takes more than ten listeners for a leak, and says so over the screen. */
export function stopOfMany(): AbortController {
	const stop = new AbortController();
	setMaxListeners(0, stop.signal);
	return stop;
}

/**
 * Runs work under one controller that every one of these signals stops.
 *
 * Not AbortSignal.any: under a signal that lives for weeks, Node 20 keeps every one made from it.
 */
export async function under<Value>(
	signals: readonly AbortSignal[],
	work: (stop: AbortController) => Promise<Value>,
): Promise<Value> {
	const stop = new AbortController();
	const halt = () => stop.abort(stopped());
	for (const signal of signals) {
		signal.addEventListener('abort', halt);
	}
	try {
		if (signals.some(signal => signal.aborted)) {
			halt();
		}
		stop.signal.throwIfAborted();
		return await work(stop);
	} finally {
		for (const signal of signals) {
			signal.removeEventListener('abort', halt);
		}
	}
}
