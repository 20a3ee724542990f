import {csv} from './csv.ts';
import type {Format} from './format.ts';
import {html} from './html.ts';
import {json} from './json.ts';
import {markdown} from './markdown.ts';
import {text} from './text.ts';

export type FormatName = 'text' | 'json' | 'markdown' | 'csv' | 'html';

/** Every way to write a picture, by the name that `--format` takes. */
export const formats: Readonly<Record<FormatName, Format>> = {text, json, markdown, csv, html};
