import type {Format} from './format.ts';
import {json} from './json.ts';
import {text} from './text.ts';

/** Every way to write a picture, by the name that `--format` takes. */
export const formats = {text, json} as const satisfies Readonly<Record<string, Format>>;
