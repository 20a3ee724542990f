#!/usr/bin/env node
// The file that is started. It loads as little as it can: the version waits for nothing, and the rest comes in chunks as it is needed.
import {isMainThread, workerData} from 'node:worker_threads';
import about from '../package.json' with {type: 'json'};

const [first, ...more] = process.argv.slice(2);
if (!isMainThread) {
	if (workerData?.room === 'sealing') (await import('../store/sealing/thread.ts')).runSealingThread();
	else if (workerData?.room === 'article') (await import('./polling/article-worker.ts')).runArticleWorker();
} else if (more.length === 0 && (first === '--version' || first === '-v'))
	process.stdout.write(`${about.version}\n`);
else await (await import('./cli.ts')).run(import.meta.url);
