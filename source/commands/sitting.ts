import type {Store} from '../../store/store.ts';
import type {Options} from '../options.ts';
import type {Sitting} from '../picture/picture.ts';
import type {Profile} from '../profile/profile.ts';
import {sinceOf} from './watch.ts';

/** What a picture of the store is drawn from at the moment that the flags name, without the health of any source. */
export function sittingOf(
	{asOf, asSeen, since, everyMs}: Pick<Options, 'asOf' | 'asSeen' | 'since' | 'everyMs'>,
	profile: Profile,
	store: Store,
	now: number,
): Sitting {
	const {kept, rest} = store.snapshot();
	return {
		profile,
		readings: kept,
		rest,
		sources: [],
		now,
		asOf,
		asSeen,
		...sinceOf(since),
		everyMs,
	};
}
