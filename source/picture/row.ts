import type {Chain, Picture, Row} from './picture.ts';
import {capital, sideName} from './wording.ts';

/** All chains of a row, the own side's first. */
export const chainsOf = ({own, enemy, third}: Row): readonly Chain[] => [...own, ...enemy, ...third];

/** What a row is about: “Kyrgyzstan, killed”. */
export const subjectOf = (picture: Picture, {of, measure}: Pick<Row, 'of' | 'measure'>): string =>
	`${capital(sideName(picture, of))}, ${measure}`;
