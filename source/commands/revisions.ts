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
