import type {Figure} from '../facts/fact.ts';

/** The one number to compare a figure by; null where it gives none. */
export const worth = (figure: Pick<Figure, 'low' | 'best' | 'high'>): number | null =>
	figure.best ?? figure.low ?? figure.high;

/** The number below which the truth is not said to lie. “About 40” stands for 40; “up to 50” says nothing of it. */
export const floor = (figure: Pick<Figure, 'low' | 'best'>): number | null => figure.low ?? figure.best;

/** The number above which the truth is not said to lie, or the highest said where it is left open. */
export const ceiling = (figure: Pick<Figure, 'low' | 'best' | 'high'>): number | null =>
	figure.high ?? figure.best ?? figure.low;

/** Whether more is left open: “at least”, “more than”, “dozens”. “About” is not. */
export const isOpenEnded = (figure: Pick<Figure, 'high' | 'low'>): boolean =>
	figure.high === null && figure.low !== null;

/** Whether two figures give the same number. A range is the same only as a whole. */
export function isSameAmount(a: Figure, b: Figure): boolean {
	return (
		worth(a) === worth(b) && ((a.qualifier !== 'between' && b.qualifier !== 'between') || a.high === b.high)
	);
}

/** A whole count of its row: not of fighters alone, not of one day, not “dozens”. */
export const isTotal = (figure: Figure): boolean =>
	figure.scope === 'running' &&
	figure.qualifier !== 'vague' &&
	figure.qualifier !== 'silence' &&
	isOfAll(figure) &&
	worth(figure) !== null;

// Who is moved out or flees is a civilian anyway: “136,770 residents” leaves nobody out.
const isOfAll = ({combatant, measure}: Figure) =>
	combatant === null ||
	combatant === 'both' ||
	(combatant === 'civilian' && (measure === 'evacuated' || measure === 'displaced'));

/** Adds “N more” to a total. */
export function sum(total: Figure, more: Figure): Figure {
	const add = (a: number | null, b: number | null) => (a === null || b === null ? null : a + b);
	const low = add(total.low, more.low);
	const best = add(total.best, more.best);
	const high = add(total.high, more.high);
	const qualifier = low !== null && low === high ? 'exact' : high === null ? 'at least' : 'about';
	return {...more, low, best, high, qualifier, scope: 'running', combatant: total.combatant};
}
