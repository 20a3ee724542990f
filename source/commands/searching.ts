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
		const {kept, rest, sources} = store.snapshot();
		const {bySource} = rest.count({asOf: null, asSeen: null});
		const unnamed = [...sources.keys(), ...bySource.keys()].map(id => ({id, name: null}));
		// Each once, by the name that the flags give it, else by the one that it has in its reports.
		const all = [...unnamed, ...sourcesIn(kept), ...named].map(source => [source.id, source] as const);
		return [...new Map(all).values()];
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
