import {type Bench, inTurn, median, type Row, type Skipped} from './bench.ts';
import {filledStore, type Keeping, keeping, notInstalled} from './stores.ts';

/** A commit of one poll, against the least that can be done, and against others that keep. */
export async function measure(bench: Bench): Promise<(Row | Skipped)[]> {
	const [few, some, many] = bench.isQuick ? [200, 1000, 2000] : [1000, 10_000, 100_000];
	const started: Keeping[] = [];
	const start = async (kind: string, count: number, directory?: string): Promise<Keeping> => {
		const keeper = await keeping(bench, kind, count, directory);
		started.push(keeper);
		return keeper;
	};
	try {
		const young = await start('ours', few, await filledStore(bench, few));
		const full = await start('ours', many, await filledStore(bench, many));
		const append = await start('append', few);
		const lowdb = await start('lowdb', some);
		const sqlite = await start('sqlite', many).catch((error: Error) => error);
		const others = sqlite instanceof Error ? {} : {sqlite: () => sqlite.commit()};
		const takes = {young: young.commit, append: append.commit, full: full.commit, ...others};
		await inTurn(2, takes);
		const took = await inTurn(bench.isQuick ? 5 : 41, takes);
		const rewritten = await inTurn(bench.isQuick ? 2 : 5, {lowdb: lowdb.commit, ours: full.commit});
		const row = (
			name: string,
			ours: number[],
			baseline: number[],
			aim: number | null,
			note: string,
		): Row => ({
			name,
			ours: median(ours),
			baseline: median(baseline),
			unit: 'ms',
			aim,
			note,
		});
		const bare = 'a poll of 50 reports of 2 kB with their facts; against a line of JSON each, and one sync';
		return [
			row(`commit at ${few.toLocaleString('en')} stored reports`, took.young, took.append, 3, bare),
			row(`commit at ${many.toLocaleString('en')} stored reports`, took.full, took.append, 3, bare),
			row(
				'commit, full against young',
				took.full,
				took.young,
				2,
				`${many.toLocaleString('en')} against ${few.toLocaleString('en')} stored`,
			),
			row(
				`commit against lowdb's JSONFile`,
				rewritten.ours,
				rewritten.lowdb,
				null,
				`ours at ${many.toLocaleString('en')} stored, JSONFile, which does not sync, at ${some.toLocaleString('en')}`,
			),
			sqlite instanceof Error
				? {
						name: 'commit against SQLite',
						skipped:
							sqlite.message.includes('SQLite') || sqlite.message === notInstalled
								? notInstalled
								: sqlite.message,
					}
				: row(
						'commit against SQLite',
						took.full,
						took.sqlite ?? [],
						1.5,
						`better-sqlite3 with WAL and FULL, without its words, at ${many.toLocaleString('en')} stored both`,
					),
		];
	} finally {
		for (const keeper of started) keeper.end();
	}
}
