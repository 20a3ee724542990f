import type {CeasefireEvent} from '../../fact.ts';
import {anyOf, as, notFollowedBy, within} from '../../match.ts';
import {type CeasefireDraft, type Found, has, type Item, item, type Line, type Rule} from '../../rule.ts';
import {subjectOf} from './parties.ts';

/*
 * What all rows about a ceasefire share.
 */

export const event = (
	found: Found,
	name: CeasefireEvent,
	more: Partial<CeasefireDraft> = {},
): CeasefireDraft | null => {
	const anchor = item(found, 't') ?? item(found, 't2');
	return anchor &&
		!(isFact.has(name) && isHoped(found, anchor)) &&
		!isOfMoney(found.line, anchor) &&
		!(isMade.has(name) && isOnlyWhen(found.line, anchor))
		? {kind: 'ceasefire', event: name, anchor, ...more}
		: null;
};

// Who does what the verb says, where it is told.
export const actor = (found: Found): {by?: Item} => {
	const by = subjectOf(found.line, found.named.verb?.[0] ?? 0);
	return by ? {by} : {};
};

// What is, or was done, as against what is wanted, denied or held against somebody.
const isFact: ReadonlySet<CeasefireEvent> = new Set([
	'agreed',
	'declared',
	'in force',
	'holding',
	'renewed',
	'collapsed',
]);

// What is old news where it only dates the dead.
const isMade: ReadonlySet<CeasefireEvent> = new Set(['agreed', 'declared', 'renewed']);

// “Lost 15 men since the truce was signed”
function isOnlyWhen({items}: Line, anchor: Item): boolean {
	let at = items.indexOf(anchor) - 1;
	while (has(items[at], '=the', '=a', 'modifier', 'anew', 'partly')) {
		at--;
	}

	return (
		has(items[at], '=since', '=after', '=before', '=during', 'soon') &&
		items
			.slice(Math.max(0, at - 9), at)
			.some(
				(each, index, all) =>
					has(each, 'people', 'kill', 'lossTopic') &&
					!all.slice(index).some(next => has(next, 'comma', 'stop', 'semi', 'say')),
			)
	);
}

// “A truce over pay”, “a tariff truce”, “unions agreed a truce”: no shot was fired.
function isOfMoney({items}: Line, anchor: Item): boolean {
	const at = items.indexOf(anchor);
	const after = items.slice(at + 1, at + 6);
	const ends = after.findIndex(each => has(each, 'comma', 'stop', 'semi', 'say'));
	return (
		items.slice(Math.max(0, at - 2), at).some(each => has(each, 'money')) ||
		(has(after[0], '=over', '=in', '=on', '=about') &&
			after.slice(1, ends < 0 ? undefined : ends).some(each => has(each, 'money'))) ||
		items.slice(Math.max(0, at - 12), at).some(each => has(each, 'employers'))
	);
}

// “The day they sign a truce”, “would they sign?”: none yet.
function isHoped(found: Found, anchor: Item): boolean {
	const {line} = found;
	const anchorAt = line.items.indexOf(anchor);
	const from = Math.max(0, Math.min(found.from, anchorAt) - 5);
	for (let at = Math.max(anchorAt, found.from) - 1; at >= from; at--) {
		const each = line.items[at];
		if (has(each, 'stop', 'semi', 'say') || (has(each, 'comma') && at < found.from)) {
			break;
		}

		if (has(each, 'moot') || (has(each, 'doubt') && at < found.from)) {
			return true;
		}
	}

	return /\?["”’']?\s*$/.test(line.text) && has(line.items[0], 'doubt', 'do', 'be', 'have', '=did', '=do');
}

// “Ceasefire talks” are none.
export const t = as('t', 'truce', notFollowedBy(anyOf('truceTalk', 'truceMatter')));
export const stops = ['stop', 'semi', 'truce', 'say', 'colon'];
// What opens a clause of time: “declared victory as the truce held”, “killed three since the truce”.
export const meanwhile = ['=as', '=when', '=while', '=since'] as const;
export const duringIt = [...meanwhile, '=after', '=during', '=before', '=under', '=amid', '=until'] as const;
export const near = within(6, 'stop', 'semi', 'truce', 'colon', 'comma');

/** None of the rows without the word itself. */
export const aboutTruce = (rows: readonly Rule[]): readonly Rule[] =>
	rows.map(row => ({gate: ['truce', 'truceVerb', 'pact'], ...row}));
