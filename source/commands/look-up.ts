import type {Clock} from '../picture/statement.ts';
import {matchesOf} from '../search/matches.ts';
import {queryOf} from '../search/query.ts';
import type {Found, Searched} from '../search/search.ts';
import {contextOf, searchKnown} from './searching.ts';
import type {Watch} from './watch.ts';

/** Reports that a list on the screen holds; who wants older ones says until when. */
const mostFound = 100;

/**
 * Looks in all that is kept for what is typed on the screen.
 *
 * @param clock nothing that was published, or seen here, later is found
 * @param now what lengths of time are counted back from
 */
export async function lookUp(
	{store, profile, sources}: Pick<Watch, 'store' | 'profile' | 'sources'>,
	typed: string,
	clock: Clock,
	now: number,
): Promise<Searched> {
	const read = queryOf(typed, contextOf(profile, store, sources, now));
	if ('wrong' in read) return read;
	const {wanted} = read;
	try {
		const {found, isMore} = await searchKnown(store, wanted, mostFound, clock);
		const reports: Found[] = [];
		for (const kept of found) {
			const {report, facts} = kept;
			// A text that cannot be read holds nothing more to show; the store tells of the damage itself.
			const text = (await store.text(report.id, report.revision)) ?? '';
			reports.push({report, facts, matches: matchesOf(kept, text, wanted, 1)});
		}
		return {wanted, found: reports, isMore};
	} catch (error) {
		if ((error as Error).name !== 'StoreError') throw error;
		return {wrong: (error as Error).message, right: typed};
	}
}
