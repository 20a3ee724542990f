import type {Ceasefire, Figure} from '../facts/fact.ts';
import {ceiling, floor, isOpenEnded, worth} from '../picture/amount.ts';
import type {Chain, Picture, Row} from '../picture/picture.ts';

/** Which figure stands behind each number of a row; null where the row has no such number. */
export type Behind = Readonly<Record<'low' | 'best' | 'high', Figure | null>>;

/** Finds the figures that a row's low, best and high were taken from, by the row's own rules. */
export function behind({low, best, high, own, enemy, third}: Row): Behind {
	const fresh = (chains: readonly Chain[]) =>
		[...chains].sort((a, b) => Number(a.isPart || a.isOutdated) - Number(b.isPart || b.isOutdated));
	const of = (
		number: number | null,
		end: (figure: Figure) => number | null,
		...columns: (readonly Chain[])[]
	) =>
		number === null
			? null
			: (columns.flatMap(fresh).find(({current}) => end(current) === number)?.current ?? null);
	const official = own.filter(({by}) => by.kind === 'official');
	const chosen = of(best, figure => figure.best, official, third, own);
	return {
		best: chosen,
		low: of(low, floor, own, third) ?? chosen,
		high: of(high, ceiling, own, third, enemy) ?? chosen,
	};
}

/** The figures that an implied bound was reckoned from, in its order; null for one that is not found. */
export function impliedFrom(picture: Picture, {implied, measure}: Row): (Figure | null)[] {
	if (implied === null) return [];
	const rows = picture.tally.rows.filter(row => row.measure === measure);
	const words = (of: string, {by}: Chain, figure: Figure, unnamed: string) =>
		`${of} ${measure} ${isOpenEnded(figure) ? '≥' : ''}${worth(figure)} (${by.name ?? unnamed})`;
	const found = new Map<string, Figure>();
	const note = (text: string, figure: Figure) => {
		if (!found.has(text)) found.set(text, figure);
	};
	for (const {of, own, third} of rows) {
		if (of === 'both')
			for (const chain of third)
				note(words(of, chain, chain.current, chain.by.side ?? chain.by.kind), chain.current);
		else if (of !== null)
			for (const chain of own)
				for (const figure of [chain.current, ...chain.replaced.map(({fact}) => fact).reverse()])
					note(words(of, chain, figure, of), figure);
	}
	return implied.from.map(text => found.get(text) ?? null);
}

/** The events that are counted as violations alleged against a side, oldest first. */
export const violationsAgainst = (picture: Picture, side: string): Ceasefire[] =>
	picture.ceasefire.events.filter(
		({event, against}) => event === 'violation' && (against === side || against === 'both'),
	);
