import {createWalk, type Walk} from './walk.ts';

/** How one stream puts its items into groups, in order. */
export type Grouping<Item, Group> = {
	/** Takes an item in: into which group, and what takes it back. */
	step(item: Item, isUndoWanted: boolean): {readonly group: Group; readonly undo: () => void};
	/** Takes in an item far before the end, where it changes nothing of what follows: into which group; null: not so. */
	fit?(item: Item): Group | null;
	/** Empties all groups and forgets them; says which there were. */
	reset(): Iterable<Group>;
};

/** Items that are put into groups, where only items of one stream can share a group. */
export type Streams<Item, Group> = {
	add(item: Item): void;
	remove(item: Item): void;
	/** Groups that were made, changed or emptied since the last time. */
	settle(): ReadonlySet<Group>;
};

const nothing = () => {};

/**
 * Keeps each stream in order by itself: an item costs what follows it in its own stream, however many others there are.
 *
 * @param keyOf which stream an item belongs to; always the same for one item
 * @param compare a whole order within a stream
 */
export function createStreams<Item, Group>({
	keyOf,
	compare,
	open,
}: {
	keyOf: (item: Item) => string;
	compare: (a: Item, b: Item) => number;
	open: () => Grouping<Item, Group>;
}): Streams<Item, Group> {
	const streams = new Map<string, Walk<Item>>();
	const stale = new Map<string, Walk<Item>>();
	let touched = new Set<Group>();

	const opened = (key: string): Walk<Item> => {
		let walk = streams.get(key);
		if (!walk) {
			const grouping = open();
			walk = createWalk<Item>({
				compare,
				step(item, isUndoWanted) {
					const {group, undo} = grouping.step(item, isUndoWanted);
					touched.add(group);
					if (!isUndoWanted) return nothing;
					return () => {
						touched.add(group);
						undo();
					};
				},
				fit(item) {
					const group = grouping.fit?.(item) ?? null;
					if (group !== null) touched.add(group);
					return group !== null;
				},
				reset() {
					for (const group of grouping.reset()) touched.add(group);
				},
			});
			streams.set(key, walk);
		}
		stale.set(key, walk);
		return walk;
	};

	return {
		add: item => opened(keyOf(item)).add(item),
		remove: item => opened(keyOf(item)).remove(item),
		settle() {
			for (const [key, walk] of stale) {
				walk.settle();
				if (walk.items.length === 0) streams.delete(key);
			}
			stale.clear();
			const changed = touched;
			touched = new Set();
			return changed;
		},
	};
}
