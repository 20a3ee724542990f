import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {setTimeout as wait} from 'node:timers/promises';
import type {Bench, Row, Skipped} from './bench.ts';
import {startInTerminal, tallyRow} from './pseudo-terminal.ts';

/** What the screen costs while nothing happens: CPU against the time that passes. */
export async function measure({command, folder, isQuick}: Bench): Promise<(Row | Skipped)[]> {
	const name = "a quiet minute at the demo's end";
	if (process.platform !== 'linux') return [{name, skipped: 'reads /proc, which only Linux has'}];
	const started = startInTerminal([command, 'demo', '--episode', '2022', '--speed', '1000000'], {
		TMPDIR: folder,
	});
	try {
		await started.seen(tallyRow);
		// The last days are over in a moment; then it must be still for a while, or it never is.
		const startedAt = performance.now();
		while (started.quietMs() < 8000 && performance.now() - startedAt < 60_000) await wait(250);
		const before = cpuSeconds(started.child.pid);
		const from = performance.now();
		await wait(isQuick ? 5000 : 60_000);
		const ours = cpuSeconds(started.child.pid) - before;
		return [
			{
				name,
				ours,
				baseline: (performance.now() - from) / 1000,
				unit: 's',
				aim: 0.01,
				note: 'CPU, user and system; against the time that passed, which is one core fully used',
			},
		];
	} finally {
		await started.quit();
	}
}

/** Seconds of CPU that a process has taken so far (proc_pid_stat(5)). */
function cpuSeconds(pid: number): number {
	const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
	// The name may hold blanks and brackets: fields are counted from the last bracket, which ends field 2.
	const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], {encoding: 'utf8'}));
	return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}
