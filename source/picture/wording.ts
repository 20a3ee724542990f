import type {Figure, SideId, Speaker} from '../facts/fact.ts';
import {worth} from './amount.ts';
import type {Picture} from './picture.ts';

const thousands = new Intl.NumberFormat('en-US');

/** A number for people: 136,770. */
export const count = (number: number): string => thousands.format(number);

/** A figure as it was said: “at least 100”, “20 to 30”, “none”, “dozens” as “12 or more, not counted”. */
export function amount(figure: Pick<Figure, 'low' | 'best' | 'high' | 'qualifier'>): string {
	const {low, high, qualifier} = figure;
	const one = worth(figure);
	if (qualifier === 'silence' || one === null) return 'no figure';
	if (qualifier === 'none' || (low === 0 && high === 0)) return 'none';
	if (qualifier === 'vague') return `${count(one)} or more, not counted`;
	if (qualifier === 'between' && low !== null && high !== null) return `${count(low)} to ${count(high)}`;
	return qualifier === 'exact' || qualifier === 'between' ? count(one) : `${qualifier} ${count(one)}`;
}

/** The side's name, “both sides”, or “side not known”. */
export function sideName({profile}: Picture, of: SideId): string {
	if (of === null) return 'side not known';
	return of === 'both' ? 'both sides' : (profile.sides.find(({id}) => id === of)?.name ?? of);
}

/** A speaker of whom neither name nor side is known. */
export const nameless: Readonly<Record<Speaker['kind'], string>> = {
	official: 'officials',
	unnamed: 'unnamed sources',
	opposition: 'opposition',
	resident: 'residents',
	media: 'media',
	monitor: 'monitors',
	un: 'UN',
	state: 'a third country',
};

/**
 * Who speaks: “Health Ministry (Kyrgyzstan)”, “Reuters”, “Kyrgyzstan”, “security sources (unnamed)”.
 *
 * @param known the side that is named beside it anyway, and so is left out here
 */
export function speakerName(picture: Picture, {name, side, kind}: Speaker, known: SideId = null): string {
	const whose = side === null ? null : sideName(picture, side);
	const isSideItself = name === null && kind === 'official' && whose !== null;
	const word = isSideItself ? whose : (name ?? nameless[kind]);
	const notes = [
		...(kind === 'unnamed' && name !== null ? ['unnamed'] : []),
		...(whose === null || side === known || word.includes(whose) ? [] : [whose]),
	];
	return notes.length > 0 ? `${word} (${notes.join(', ')})` : word;
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
