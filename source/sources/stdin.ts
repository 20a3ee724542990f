import {contentsOfBytes} from './content.ts';
import type {Kind} from './source.ts';

/** Standard input, read to its end; asked by `stdin:`. */
export const stdin: Kind = {
	name: 'stdin',
	ask: () => ({url: 'stdin:', headers: {}}),
	read: (_source, answer) => contentsOfBytes(answer, '-'),
};
