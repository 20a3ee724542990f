import {fork} from 'node:child_process';
import {once} from 'node:events';
import {type Bench, inTurn, median, type Row} from './bench.ts';

type Took = {readonly eachMs: number; readonly slowMs: number; readonly allMs: number};

/** One new report on top of many, in the picture: against the same on top of few, and against drawing all of it from nothing. */
export async function measure({program, isQuick}: Bench): Promise<Row[]> {
	const [few, many] = isQuick ? [100, 1000] : [1000, 100_000];
	const rounds = isQuick ? 20 : 300;
	const keep = async (reports: number, days: number): Promise<Took> => {
		const child = fork(program('keep-picture'), [String(reports), String(days), String(rounds)]);
		const [took] = (await once(child, 'message')) as [Took];
		return took;
	};
	const rows: Row[] = [];
	for (const [kind, fewDays, manyDays] of [
		['at one pace', 1, isQuick ? 10 : 100],
		['within six days', 6, 6],
	] as const) {
		const took = await inTurn(isQuick ? 1 : 3, {
			few: () => keep(few, fewDays),
			many: () => keep(many, manyDays),
		});
		const each = (all: readonly Took[]): number => median(all.map(({eachMs}) => eachMs));
		const slow = median(took.many.map(({slowMs}) => slowMs));
		const all = median(took.many.map(({allMs}) => allMs));
		rows.push(
			{
				name: `picture, one report more, ${kind}`,
				ours: each(took.many),
				baseline: each(took.few),
				unit: 'ms',
				aim: 2,
				note: `on top of ${many} against on top of ${few}; of twenty, the slowest takes ${slow.toFixed(2)} ms`,
			},
			{
				name: `picture from nothing, ${kind}`,
				ours: each(took.many),
				baseline: all,
				unit: 'ms',
				aim: null,
				note: `one report more on top of ${many} against all of them anew`,
			},
		);
	}
	return rows;
}
