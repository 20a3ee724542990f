import {spawnSync} from 'node:child_process';
import {type Bench, inTurn, median, type Row} from './bench.ts';

/** `--version` against Node itself doing nothing. */
export async function measure({command, isQuick}: Bench): Promise<Row[]> {
	const tookMs = (...args: string[]) => {
		const startedAt = performance.now();
		const {status} = spawnSync(process.execPath, args, {stdio: 'ignore'});
		if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`);
		return performance.now() - startedAt;
	};
	const takes = {
		ours: async () => tookMs(command, '--version'),
		nothing: async () => tookMs('-e', '0'),
	};
	await inTurn(2, takes);
	const took = await inTurn(isQuick ? 3 : 31, takes);
	return [
		{
			name: '--version',
			ours: median(took.ours),
			baseline: median(took.nothing),
			unit: 'ms',
			aim: 1.5,
			note: 'from start to end; against node -e 0',
		},
	];
}
