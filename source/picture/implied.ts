import type {Figure} from '../facts/fact.ts';
import type {Profile} from '../profile/profile.ts';
import {floor, isOpenEnded, worth} from './amount.ts';
import type {Drawn} from './chain.ts';
import type {Row} from './picture.ts';
import type {Columns} from './range.ts';
import {figureOf, goneAtOf} from './saying.ts';

export type ColumnsOf = (of: string) => Columns | undefined;

/** The figure that stood in a chain at a moment; null where none had been given. */
export function stoodAt({sayings, chain}: Drawn, at: number): Figure | null {
	const saying = sayings.findLast(each => each.at <= at && (goneAtOf(each) ?? Number.POSITIVE_INFINITY) > at);
	return saying ? figureOf(saying) : chain.currentAt <= at ? chain.current : null;
}

/**
 * What a sum of both sides leaves for one of them, by what the other said of its own when the sum was made.
 *
 * “At least 100 on both sides” less 36 leaves 64 or more. Nothing follows where the other's own figure was left open, or not yet given.
 */
export function implied(
	profile: Profile,
	of: string,
	columnsOf: ColumnsOf,
	low: number | null,
): Row['implied'] {
	const others = profile.sides.filter(({id}) => id !== of);
	let most: Row['implied'] = null;
	for (const total of columnsOf('both')?.third ?? []) {
		const {current, currentAt, isPart, by} = total.chain;
		const all = floor(current);
		// A side's own sum is a party's word about the other, not a count to reckon with.
		if (isPart || all === null || profile.sides.some(({id}) => id === by.side)) continue;
		let left = all;
		const from = [`both ${current.measure} ${amount(current)} (${by.name ?? by.side ?? by.kind})`];
		for (const side of others) {
			const own = latestOwn(columnsOf(side.id)?.own ?? [], currentAt);
			if (!own) left = Number.NaN;
			else {
				left -= own.figure.high!;
				from.push(`${side.id} ${current.measure} ${amount(own.figure)} (${own.name ?? side.id})`);
			}
		}
		// A comparison with NaN is false: a side without a figure leaves nothing to say.
		if (left > (low ?? 0) && left > (most?.low ?? 0)) most = {low: left, from};
	}
	return most;
}

function latestOwn(own: readonly Drawn[], at: number): {figure: Figure; name: string | null} | null {
	const figures = own
		.filter(({chain}) => chain.by.kind === 'official' && !chain.isPart)
		.map(drawn => ({figure: stoodAt(drawn, at), name: drawn.chain.by.name}))
		.filter((each): each is {figure: Figure; name: string | null} => each.figure !== null);
	if (figures.some(({figure}) => isOpenEnded(figure) || figure.high === null)) return null;
	// The largest of two organs leaves the least: what follows must hold by either.
	return figures.sort((a, b) => b.figure.high! - a.figure.high!)[0] ?? null;
}

const amount = (figure: Figure) => `${isOpenEnded(figure) ? '≥' : ''}${worth(figure)}`;
