import {Worker} from 'node:worker_threads';
import type {Page, Taken} from './article-worker.ts';
import {spell} from './request-error.ts';

/** Reads pages in a thread that can be ended: some pages take the library minutes. */
export type Reading = {
	/** One at a time, in the order given. */
	take(page: Omit<Page, 'turn'>): Promise<Omit<Taken, 'turn'>>;
	close(): Promise<void>;
};

/** A thread that nobody needs is ended, as it holds some 60 MB. */
const idleMs = 30_000;
const heapMb = 256;

/** Makes a reading; its thread is started with the first page. */
export function createReading({timeoutMs, worker: file}: {timeoutMs: number; worker: URL}): Reading {
	let worker: Worker | null = null;
	let idle: NodeJS.Timeout | null = null;
	let last: Promise<unknown> = Promise.resolve();
	let turn = 0;
	let isClosed = false;
	let giveUp: (fault: string) => void = () => {};

	async function end(): Promise<void> {
		const ended = worker;
		worker = null;
		await ended?.terminate();
	}

	function thread(): Worker {
		if (worker === null) {
			const started = new Worker(file, {
				workerData: {room: 'article'},
				resourceLimits: {maxOldGenerationSizeMb: heapMb},
				// What a library prints has no place on the screen.
				stdout: true,
				stderr: true,
			});
			const lost = (fault: string) => {
				if (worker === started) {
					worker = null;
					giveUp(fault);
				}
			};
			started.on('error', error => lost(`the page could not be read: ${error.message}`));
			started.on('exit', () => lost('the page could not be read'));
			started.on('message', (taken: Taken) => {
				if (worker === started) {
					onTaken(taken);
				}
			});
			worker = started;
		}
		return worker;
	}

	let onTaken: (taken: Taken) => void = () => {};

	async function read(page: Omit<Page, 'turn'>): Promise<Omit<Taken, 'turn'>> {
		if (isClosed) {
			return {article: null, fault: 'stopped'};
		}
		if (idle) {
			clearTimeout(idle);
		}
		const mine = ++turn;
		const started = thread();
		started.ref();
		let timer: NodeJS.Timeout | undefined;
		const taken = await new Promise<Omit<Taken, 'turn'>>(resolve => {
			giveUp = fault => resolve({article: null, fault});
			onTaken = answer => answer.turn === mine && resolve(answer);
			timer = setTimeout(() => {
				resolve({article: null, fault: `the page could not be read within ${spell(timeoutMs)}`});
				void end();
			}, timeoutMs);
			started.postMessage({...page, turn: mine});
		});
		clearTimeout(timer);
		started.unref();
		idle = setTimeout(() => void end(), idleMs).unref();
		return {article: taken.article, fault: taken.fault};
	}

	return {
		take(page) {
			const work = last.then(() => read(page));
			last = work.catch(() => {});
			return work;
		},
		async close() {
			isClosed = true;
			if (idle) {
				clearTimeout(idle);
			}
			giveUp('stopped');
			await end();
		},
	};
}
