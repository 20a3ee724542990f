/**
 * A sequence in order that is walked step by step, where each step can be taken back.
 *
 * What is put in or taken out near the end costs what follows it and no more: that is undone, and walked anew.
 */
export type Walk<Item> = {
	/** Takes effect with the next `settle`. */
	add(item: Item): void;
	/** Takes effect with the next `settle`; the same object that was added. */
	remove(item: Item): void;
	/** @returns false where nothing was put in or taken out since the last time */
	settle(): boolean;
	/** In order, as last settled. */
	readonly items: readonly Item[];
};

/** Takes one item in far before the end, where every step that follows it stays as it was; false: not so, and all is walked anew. */
export type Fit<Item> = (item: Item) => boolean;

// Steps further back than this are not taken back one by one: all is walked anew.
const remembered = 1024;

/**
 * @param compare a whole order: only what cannot be told apart is equal
 * @param step takes one item in, and returns what takes it back; always called in order, taken back in the opposite one.
 *   Where the step is too far back to be taken back alone, nothing of the kind is wanted
 * @param reset forgets all steps
 * @param fit asked of each item that comes alone, where its steps can not be taken back
 */
export function createWalk<Item>({
	compare,
	step,
	reset,
	fit,
}: {
	compare: (a: Item, b: Item) => number;
	step: (item: Item, isWanted: boolean) => () => void;
	reset: () => void;
	fit?: Fit<Item>;
}): Walk<Item> {
	const items: Item[] = [];
	// What takes back the last of the steps, as many as are remembered.
	let undos: (() => void)[] = [];
	let added: Item[] = [];
	let removed = new Set<Item>();

	/** Where the first item stands that is not before this one. */
	const placeOf = (item: Item): number => {
		let from = 0;
		let to = items.length;
		while (from < to) {
			const middle = (from + to) >> 1;
			if (compare(items[middle]!, item) < 0) from = middle + 1;
			else to = middle;
		}
		return from;
	};

	const isFitted = (item: Item): boolean => {
		const place = placeOf(item);
		if (place >= items.length - undos.length || !fit!(item)) return false;
		items.splice(place, 0, item);
		return true;
	};

	const backTo = (place: number): number => {
		if (items.length - place > undos.length) {
			reset();
			undos = [];
			return 0;
		}
		for (let back = items.length - place; back > 0; back--) undos.pop()!();
		return place;
	};

	const walkFrom = (from: number): void => {
		// The first that can be taken back; before it, all is walked without a look back.
		const first = Math.max(from, items.length - remembered);
		if (first > from) undos = [];
		for (let at = from; at < first; at++) step(items[at]!, false);
		for (let at = first; at < items.length; at++) undos.push(step(items[at]!, true));
		// Forgotten by the thousand: to drop one at each step would cost more than the step.
		if (undos.length > 2 * remembered) undos = undos.slice(-remembered);
	};

	return {
		items,
		add: item => void added.push(item),
		remove: item => void removed.add(item),
		settle() {
			if (added.length === 0 && removed.size === 0) return false;
			let fresh = added.filter(item => !removed.has(item)).sort(compare);
			const early = new Set(removed.size > 0 ? added : []);
			const gone = [...removed].filter(item => !early.has(item));
			if (fit && gone.length === 0) fresh = fresh.filter(item => !isFitted(item));
			let place = items.length;
			if (fresh.length > 0) place = placeOf(fresh[0]!);
			for (const item of gone) place = Math.min(place, placeOf(item));
			const from = backTo(place);
			const rest = items.slice(place).filter(item => !removed.has(item));
			items.length = place;
			let next = 0;
			for (const item of rest) {
				while (next < fresh.length && compare(fresh[next]!, item) < 0) items.push(fresh[next++]!);
				items.push(item);
			}
			for (; next < fresh.length; next++) items.push(fresh[next]!);
			added = [];
			removed = new Set();
			walkFrom(from);
			return true;
		},
	};
}
