import type {Kept} from '../../store/store.ts';

type Revision = Pick<Kept['report'], 'id' | 'revision'>;

/**
 * What has come to the end of a list since it ended with a revision, at the cost of what has come.
 *
 * @param last null: the list was empty; all of it is new then, and where that revision is no longer in it
 */
export function newcomers(kept: readonly Kept[], last: Revision | null): readonly Kept[] {
	const place = last ? kept.findLastIndex(({report}) => isSame(report, last)) : -1;
	return kept.slice(place + 1);
}

const isSame = (one: Revision, other: Revision): boolean =>
	one.id === other.id && one.revision === other.revision;
