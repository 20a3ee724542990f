import type {Change} from '../picture/changes.ts';
import {chainOf, type Turn} from './match.ts';

/**
 * The changes that came with something new, so that reports read again, by better rules or by a model, alert nobody.
 *
 * @param isNew whether a report, or a revision of it, came in since it was last looked
 */
export function news({before, after, changes}: Turn, isNew: (report: string) => boolean): readonly Change[] {
	const spoken = new Set<unknown>([
		...before.ceasefire.events,
		...before.ceasefire.speakers.map(({fact}) => fact),
	]);
	return changes.filter(({kind, fact}: Change) => {
		if (kind === 'source') return true;
		// Without a fact there is no sentence to show for it: the event window has moved on.
		if (fact === null) return false;
		if (isNew(fact.report.id)) return true;
		// An agreed hour has come: the clock is what is new.
		if (fact.kind === 'ceasefire') return spoken.has(fact);
		// A figure stands again because a report took back the one after it.
		const last = fact.kind === 'figure' ? chainOf(after, fact)?.replaced.at(-1) : undefined;
		return last?.why === 'withdrawn' && isNew(last.fact.report.id);
	});
}
