import {type Bench, inTurn, median, type Row, type Skipped} from './bench.ts';
import {filledStore, type Keeping, keeping, notInstalled} from './stores.ts';

const asked = [
	['a common word', 'killed'],
	['a rare word', '4321'],
	['two words', 'shelling harvest'],
] as const;

/** The newest hundred that hold some words, against FTS5. */
export async function measure(bench: Bench): Promise<(Row | Skipped)[]> {
	return searching(bench, bench.isQuick ? 2000 : 100_000);
}

export async function searching(bench: Bench, many: number, directory?: string): Promise<(Row | Skipped)[]> {
	const ours = await keeping(bench, 'ours', many, directory ?? (await filledStore(bench, many)));
	let sqlite: Keeping | null = null;
	try {
		sqlite = await keeping(bench, 'fts', many);
	} catch (error) {
		ours.end();
		return [
			{
				name: 'search against FTS5',
				skipped: (error as Error).message === notInstalled ? notInstalled : String(error),
			},
		];
	}
	const other = sqlite;
	try {
		const rows: Row[] = [];
		for (const [what, words] of asked) {
			await inTurn(3, {ours: () => ours.search(words), other: () => other.search(words)});
			const took = await inTurn(bench.isQuick ? 3 : 21, {
				ours: () => ours.search(words),
				other: () => other.search(words),
			});
			rows.push({
				name: `search for ${what} in ${many.toLocaleString('en')}`,
				ours: median(took.ours.map(({ms}) => ms)),
				baseline: median(took.other.map(({ms}) => ms)),
				unit: 'ms',
				aim: null,
				note: `“${words}”, warm, the newest hundred, heads and facts with them; ${took.ours[0]?.found} found, FTS5 finds ${took.other[0]?.found}`,
			});
		}
		return rows;
	} finally {
		ours.end();
		other.end();
	}
}
