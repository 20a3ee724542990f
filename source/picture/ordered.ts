/** A list that stays in order while items come and go. */
export type Ordered<Item> = {
	/** Takes effect with the next `settle`. */
	add(item: Item): void;
	/** Takes effect with the next `settle`; the same object that was added. */
	remove(item: Item): void;
	/** @returns false where nothing came or went since the last time */
	settle(): boolean;
	/** First first, as last settled. */
	readonly items: readonly Item[];
};

// Up to as many are put in one by one; more are merged, which costs a look at each item that is there.
const fewAtMost = 32;

/** @param compare below 0 where the first comes before the second */
export function createOrdered<Item>(compare: (a: Item, b: Item) => number): Ordered<Item> {
	let items: Item[] = [];
	let added: Item[] = [];
	let removed = new Set<Item>();

	return {
		get items() {
			return items;
		},
		add(item) {
			// Taken out and put in again before anybody looked: nothing has happened.
			if (!removed.delete(item)) added.push(item);
		},
		remove: item => void removed.add(item),
		settle() {
			if (added.length === 0 && removed.size === 0) return false;
			const fresh = removed.size === 0 ? added : added.filter(item => !removed.delete(item));
			if (fresh.length + removed.size <= fewAtMost) {
				for (const item of removed) {
					let at = placeIn(items, other => compare(other, item) < 0);
					while (at < items.length && items[at] !== item) at++;
					if (at < items.length) items.splice(at, 1);
				}
				for (const item of fresh)
					items.splice(
						placeIn(items, other => compare(other, item) <= 0),
						0,
						item,
					);
			} else {
				const rest = removed.size === 0 ? items : items.filter(item => !removed.has(item));
				items = merged(rest, fresh.sort(compare), compare);
			}
			added = [];
			removed = new Set();
			return true;
		},
	};
}

function merged<Item>(
	rest: readonly Item[],
	fresh: readonly Item[],
	compare: (a: Item, b: Item) => number,
): Item[] {
	const all: Item[] = [];
	let next = 0;
	for (const item of rest) {
		while (next < fresh.length && compare(fresh[next]!, item) < 0) all.push(fresh[next++]!);
		all.push(item);
	}
	for (; next < fresh.length; next++) all.push(fresh[next]!);
	return all;
}

/** Puts one more into a list that is in order. */
export function insert<Item>(items: Item[], item: Item, compare: (a: Item, b: Item) => number): void {
	items.splice(
		placeIn(items, other => compare(other, item) <= 0),
		0,
		item,
	);
}

/** Where the first item stands that is not before, in a list whose first items are before and the rest are not. */
export function placeIn<Item>(items: readonly Item[], isBefore: (item: Item) => boolean): number {
	let from = 0;
	let to = items.length;
	while (from < to) {
		const middle = (from + to) >> 1;
		if (isBefore(items[middle]!)) from = middle + 1;
		else to = middle;
	}
	return from;
}
