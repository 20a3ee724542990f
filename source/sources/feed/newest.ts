/**
 * Keeps the newest of a long row of items without holding them all.
 *
 * Items without a date keep the place that they have in the feed: most feeds are written newest first.
 *
 * @param latest when an item was last published or changed; asked only where there are too many
 */
export function newestFirst<Each>(limit: number, latest: (each: Each) => number | null) {
	type Place = {readonly each: Each; readonly index: number; at: number | undefined};
	let kept: Place[] = [];
	let count = 0;
	let before = Number.POSITIVE_INFINITY;
	const drop = (): Each[] => {
		for (const place of kept) {
			// Without a date of its own, an item counts as old as the one before it.
			place.at ??= latest(place.each) ?? before;
			before = place.at;
		}
		const ranked = kept.sort((a, b) => (a.at === b.at ? a.index - b.index : b.at! - a.at!));
		kept = ranked.slice(0, limit).sort((a, b) => a.index - b.index);
		return ranked.slice(limit).map(({each}) => each);
	};
	return {
		/** Takes an item in; returns those that were let go. */
		add(each: Each): Each[] {
			kept.push({each, index: count++, at: undefined});
			return kept.length >= limit * 2 ? drop() : [];
		},
		/** The newest, in the order they came in. */
		kept(): Each[] {
			if (kept.length > limit) drop();
			return kept.map(({each}) => each);
		},
	};
}
