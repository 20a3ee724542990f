import {parentPort, Worker, workerData} from 'node:worker_threads';
import {disk} from '../io.ts';
import {type Done, type Job, seal} from './seal.ts';
import type {Sealing} from './sealer.ts';

/** A thread that nobody needs is ended. */
const idleMs = 10_000;
const heapMb = 512;

type Answer = {readonly done: Done} | {readonly code: string; readonly message: string};

/**
 * Seals in a thread of its own, one job at a time, so that the screen and the polls go on.
 *
 * @param entry the file that is started, with `workerData: {room: 'sealing'}`; it must call `runSealingThread` there
 */
export function sealingThread(entry: URL): Sealing {
	let worker: Worker | null = null;
	let idle: NodeJS.Timeout | null = null;
	let last: Promise<unknown> = Promise.resolve();

	async function end(): Promise<void> {
		const ended = worker;
		worker = null;
		await ended?.terminate();
	}

	function run(job: Job): Promise<Done> {
		if (idle) clearTimeout(idle);
		worker ??= new Worker(entry, {
			workerData: {room: 'sealing'},
			resourceLimits: {maxOldGenerationSizeMb: heapMb},
			stdout: true,
			stderr: true,
		});
		const thread = worker;
		return new Promise<Done>((resolve, reject) => {
			const settle = (act: () => void): void => {
				thread.off('message', onMessage);
				thread.off('error', onError);
				thread.off('exit', onExit);
				act();
			};
			const onMessage = (answer: Answer): void =>
				settle(() =>
					'done' in answer
						? resolve(answer.done)
						: reject(Object.assign(new Error(answer.message), {code: answer.code})),
				);
			const lost = (error: Error): void => {
				if (worker === thread) worker = null;
				settle(() => reject(error));
			};
			const onError = (error: unknown): void =>
				lost(error instanceof Error ? error : new Error(String(error)));
			const onExit = (): void => lost(new Error('the thread that seals has ended'));
			thread.on('message', onMessage).on('error', onError).on('exit', onExit);
			thread.postMessage(job);
		}).finally(() => {
			idle = setTimeout(() => void end(), idleMs).unref();
		});
	}

	return {
		seal(job) {
			const done = last.then(() => run(job));
			last = done.catch(() => {});
			return done;
		},
		async close() {
			if (idle) clearTimeout(idle);
			await last;
			await end();
		},
	};
}

/** What the thread does: it seals what it is told, and says how it went. */
export function runSealingThread(): void {
	if (workerData?.room !== 'sealing') return;
	parentPort?.on('message', async (job: Job) => {
		try {
			parentPort?.postMessage({done: await seal(disk, job)} satisfies Answer);
		} catch (error) {
			const {code = '', message = String(error)} = error as {code?: string; message?: string};
			parentPort?.postMessage({code, message} satisfies Answer);
		}
	});
}
