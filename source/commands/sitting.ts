import type {Store} from '../../store/store.ts';
import type {Options} from '../options.ts';
import {type Picture, picture, type Sitting} from '../picture/picture.ts';
import {earlierSittings, spanAt} from '../picture/windows.ts';
import type {Profile} from '../profile/profile.ts';
import {sinceOf} from './watch.ts';

type Asked = Pick<Options, 'asOf' | 'asSeen' | 'since' | 'everyMs'>;

/** What a picture of the store is drawn from at the moment that the flags name, without the health of any source. */
export function sittingOf(
	{asOf, asSeen, since, everyMs}: Asked,
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

/** The pictures of the events before, each drawn once the store holds what was told then. */
export async function earlierPicturesOf(
	asked: Asked,
	profile: Profile,
	store: Store,
	now: number,
): Promise<Picture[]> {
	const pictures: Picture[] = [];
	for (const sitting of earlierSittings(sittingOf(asked, profile, store, now))) {
		await store.hold(spanAt(sitting.profile, sitting));
		const {kept, rest} = store.snapshot();
		pictures.push(picture({...sitting, readings: kept, rest}));
	}
	return pictures;
}
