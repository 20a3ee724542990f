import type {Kept, Store} from '../../store/store.ts';
import type {RevisionRead} from '../panels/state.ts';
import type {Reading} from '../picture/picture.ts';
import {type Clock, isKnown} from '../picture/statement.ts';
import {toldAt} from '../reports/report.ts';

/** The revisions of a report that were out, and in here, by a clock, oldest first. */
export function revisionsOf(kept: readonly Reading[], id: string, clock: Clock): readonly RevisionRead[] {
	return kept
		.filter(({report}) => report.id === id && isKnown(report, clock))
		.sort((one, other) => one.report.revision - other.report.revision)
		.map(({report, facts}) => ({
			revision: report.revision,
			outlet: report.outlet,
			at: toldAt(report),
			firstSeenAt: report.firstSeenAt,
			title: report.title,
			isCut: report.isCut,
			figures: facts.filter(fact => fact.kind === 'figure'),
		}));
}

/**
 * Gives at once the revisions of a report that are in memory, and asks the store for those that may not be.
 *
 * @param onCome called when a report turns out to have more
 */
export function createRevisions(
	store: Pick<Store, 'snapshot' | 'revisions'>,
	onCome: () => void,
): (id: string, clock: Clock) => readonly RevisionRead[] {
	// Of the last report alone: one is looked at at a time, and it is asked for with each key.
	let last: {readonly id: string; readonly count: number; all: readonly Kept[] | null} | null = null;
	return (id, clock) => {
		const {kept, count} = store.snapshot();
		if (kept.length === count) return revisionsOf(kept, id, clock);
		if (last?.id !== id || last.count !== count) {
			const asked = {id, count, all: last?.id === id ? last.all : null};
			last = asked;
			store.revisions(id).then(
				all => {
					const isMore = all.length > (asked.all ?? kept.filter(({report}) => report.id === id)).length;
					asked.all = all;
					if (isMore && last === asked) onCome();
				},
				// What cannot be read is told by the store; what is in memory is shown.
				() => {},
			);
		}
		return revisionsOf(last.all ?? kept, id, clock);
	};
}
