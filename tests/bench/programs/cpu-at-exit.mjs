// Loaded before a program that is measured: as it ends, it writes how many microseconds of CPU it took.
import {writeFileSync} from 'node:fs';
import {isMainThread} from 'node:worker_threads';

// Workers load it too, but the usage is that of the whole process.
if (isMainThread)
	process.on('exit', () => {
		const {user, system} = process.cpuUsage();
		writeFileSync(process.env.BENCH_CPU_FILE, String(user + system));
	});
