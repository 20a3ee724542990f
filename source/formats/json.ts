import type {Picture} from '../picture/picture.ts';
import {printablePicture} from './printable.ts';

/** The picture as one JSON object, indented, with a newline at its end. */
export const json = (picture: Picture): string => `${JSON.stringify(printablePicture(picture), null, 2)}\n`;
