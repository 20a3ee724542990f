import {file} from './file.ts';
import {page} from './page.ts';
import {rss} from './rss.ts';
import type {Kind, KindName} from './source.ts';
import {stdin} from './stdin.ts';

/** Every kind of source, by name. */
export const kinds: Readonly<Record<KindName, Kind>> = {rss, page, file, stdin};
