import type {Search, Store, Wanted} from '../../store/store.ts';
import {type Clock, isKnown} from '../picture/statement.ts';
import type {Profile} from '../profile/profile.ts';
import type {Context} from '../search/query.ts';
import {type KnownSource, sourcesIn} from '../search/sources.ts';

/** What a query is read with: the sides of the conflict, and the sources of what is kept and of the flags. */
export function contextOf(
	profile: Profile,
	store: Pick<Store, 'snapshot'>,
	named: readonly KnownSource[],
	now: number,
): Context {
	const known = (): readonly KnownSource[] => {
		const {kept, sources} = store.snapshot();
		return [...named, ...sourcesIn(kept), ...[...sources.keys()].map(id => ({id, name: null}))];
	};
	return {profile, sources: known, now};
}

/** Finds the newest that hold what is wanted and were known by a clock. */
export async function searchKnown(
	store: Pick<Store, 'search'>,
	wanted: Wanted,
	limit: number,
	clock: Clock,
): Promise<Search> {
	const {asOf} = clock;
	const told = asOf === null ? wanted : {...wanted, to: Math.min(asOf, wanted.to ?? asOf)};
	// The store does not ask when something was seen here: more is asked for until enough of it was.
	for (let asked = limit; ; asked *= 4) {
		const {found, isMore} = await store.search(told, asked);
		const known = found.filter(({report}) => isKnown(report, clock));
		if (!isMore || known.length > limit || (known.length === limit && clock.asSeen === null))
			return {found: known.slice(0, limit), isMore: isMore || known.length > limit};
	}
}
