import {pathToFileURL} from 'node:url';
import {contentsOfBytes} from './content.ts';
import type {Kind} from './source.ts';

/** A file on this machine; asked by its `file:` URL. */
export const file: Kind = {
	name: 'file',
	ask: source => ({url: pathToFileURL(source.address).href, headers: {}}),
	read: (source, answer) => contentsOfBytes(answer, source.address),
};
