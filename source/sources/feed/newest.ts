/**
 * Keeps the newest of a long row of items without holding them all.
 *
 * Items without a date keep the place that they have in the feed: most feeds are written newest first.
 *
 * @param latest when an item was last published or changed; asked only where there are too many
 */
export function newestFirst<Each>(limit: number, latest: (each: Each) => number | null) {
	let kept: Each[] = [];
	const newest = (): Each[] => {
		const dated = kept.map((each, index) => ({each, index, at: latest(each)}));
		// Without a date of its own, an item counts as old as the one before it.
		let before = Number.POSITIVE_INFINITY;
		const ranked = dated.map(({each, index, at}) => {
			before = at ?? before;
			return {each, index, at: before};
		});
		return ranked
			.sort((a, b) => (a.at === b.at ? a.index - b.index : b.at - a.at))
			.slice(0, limit)
			.sort((a, b) => a.index - b.index)
			.map(({each}) => each);
	};
	const drop = (): Each[] => {
		const before = kept;
		kept = newest();
		const still = new Set(kept);
		return before.filter(each => !still.has(each));
	};
	return {
		/** Takes an item in; returns those that were let go. */
		add(each: Each): Each[] {
			kept.push(each);
			return kept.length >= limit * 2 ? drop() : [];
		},
		/** The newest, in the order they came in. */
		kept(): Each[] {
			if (kept.length > limit) drop();
			return kept;
		},
	};
}
