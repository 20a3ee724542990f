import type {Ceasefire} from '../facts/fact.ts';

const breach = /\b(?:violat|breach|br[eo]k|break|infring|flout)|наруш/i;

/** Whether a denial is of a breach, by its own words; else it is of the truce itself. */
export function deniesBreach({sentence, start, end}: Pick<Ceasefire, 'sentence' | 'start' | 'end'>): boolean {
	return breach.test(sentence.slice(start, end));
}
