import type {Evidence} from './alert.ts';

/** Where something told can be looked up, in one line; null: of a source there is no sentence. */
export function lineOf({sentence, outlet, url}: Evidence): string | null {
	return sentence === null
		? null
		: `“${sentence}” ${[outlet, url].filter(part => part !== null).join(', ')}`.trimEnd();
}
