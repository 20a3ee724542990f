import type {Act} from '../../fact.ts';
import {type ClaimDraft, type Found, item} from '../../rule.ts';

/** A claim by the verb that a pattern took as `v`; its topics stand after it. */
export const claim = (found: Found, act: Act, more: Partial<ClaimDraft> = {}): ClaimDraft | null => {
	const anchor = item(found, 'v');
	const span = found.named.v;
	return anchor && span
		? {kind: 'claim', act, anchor, topicsFrom: span[1], topicsTo: found.line.items.length, ...more}
		: null;
};
