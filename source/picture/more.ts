import type {Figure} from '../facts/fact.ts';
import {worth} from './amount.ts';
import {dayMs, type Statement} from './statement.ts';

/**
 * The “N more” that no total accounts for. The same carried by many within a day is told once; where any of them also gives the total, it is counted there.
 *
 * @param more in order
 * @param hasTotal whether a report also gives a total of the same claimant
 */
export function unaccounted(
	more: readonly Statement<Figure>[],
	hasTotal: (reportId: string) => boolean,
): Statement<Figure>[] {
	const groups: {readonly first: Statement<Figure>; isCounted: boolean}[] = [];
	const open = new Map<number, (typeof groups)[number]>();
	for (const statement of more) {
		const amount = worth(statement.fact);
		if (amount === null || statement.droppedAt !== null) continue;
		const isCounted = hasTotal(statement.report.id);
		const group = open.get(amount);
		if (group && statement.at - group.first.at <= dayMs) group.isCounted ||= isCounted;
		else {
			const fresh = {first: statement, isCounted};
			groups.push(fresh);
			open.set(amount, fresh);
		}
	}
	return groups.filter(({isCounted}) => !isCounted).map(({first}) => first);
}
