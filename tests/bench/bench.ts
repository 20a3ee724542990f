/** What a measure is given. */
export type Bench = {
	/** Path of the built command. */
	readonly command: string;
	/** Path of a small program of this folder's `programs/`, bundled as the command is. */
	readonly program: (name: string) => string;
	/** A folder for what is written while measuring; it goes away afterwards. */
	readonly folder: string;
	/** Fewer rounds and smaller amounts: to see that all runs, not to quote. */
	readonly isQuick: boolean;
};

/** One line of the table: what ours takes, what the baseline takes, and how many times as much that may be. */
export type Row = {
	readonly name: string;
	readonly ours: number;
	readonly baseline: number;
	readonly unit: 'ms' | 'µs' | 'MB' | 's';
	/** The largest ratio that is aimed at; null: told for comparison alone. */
	readonly aim: number | null;
	/** What exactly was compared with what. */
	readonly note: string;
};

/** What cannot be measured here, and why. */
export type Skipped = {readonly name: string; readonly skipped: string};

export type Measure = (bench: Bench) => Promise<readonly (Row | Skipped)[]>;

/** The middle value; of an even count, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length / 2;
	return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
}

type Results<Takes> = {
	[Name in keyof Takes]: Takes[Name] extends () => Promise<infer Result> ? Result[] : never;
};

/**
 * Takes several readings in turn, round by round, so that whatever else the machine does falls on all alike.
 * Every other round goes backwards: none is always the one after the heaviest.
 *
 * @returns the results of each, one a round
 */
export async function inTurn<Takes extends Readonly<Record<string, () => Promise<unknown>>>>(
	rounds: number,
	takes: Takes,
): Promise<Results<Takes>> {
	const names = Object.keys(takes);
	const results: Record<string, unknown[]> = Object.fromEntries(names.map(name => [name, []]));
	for (let round = 0; round < rounds; round++)
		for (const name of round % 2 === 0 ? names : names.toReversed())
			results[name]?.push(await takes[name]?.());
	return results as Results<Takes>;
}
