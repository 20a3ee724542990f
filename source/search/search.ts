import type {Wanted} from '../../store/store.ts';
import type {Fact} from '../facts/fact.ts';
import type {Head} from '../reports/report.ts';
import type {Matches} from './matches.ts';
import type {Wrong} from './query.ts';

export type {Wanted};

/** A report that was found, and what in it was looked for. */
export type Found = {
	readonly report: Head;
	readonly facts: readonly Fact[];
	readonly matches: Matches;
};

/** What a search gave, newest told first; or what is wrong with its query. */
export type Searched =
	| {readonly wanted: Wanted; readonly found: readonly Found[]; readonly isMore: boolean}
	| Wrong;

const many = {figure: 'figures', ceasefire: 'on a ceasefire', claim: 'claims'} as const;

/** How many facts of each kind: “2 figures, 1 on a ceasefire, 1 claim”; empty: none. */
export function kindsOf(facts: readonly Fact[]): string {
	return (['figure', 'ceasefire', 'claim'] as const)
		.map(kind => ({kind, number: facts.filter(fact => fact.kind === kind).length}))
		.filter(({number}) => number > 0)
		.map(({kind, number}) => `${number} ${number === 1 && kind !== 'ceasefire' ? kind : many[kind]}`)
		.join(', ');
}
