import type {Format} from './format.ts';
import {printablePicture} from './printable.ts';

/** The picture as one JSON object, indented, with a newline at its end; after its own keys how it was made, where that is known. */
export const json: Format = (picture, {made}) =>
	`${JSON.stringify({...printablePicture(picture), ...(made ? {made} : {})}, null, 2)}\n`;
