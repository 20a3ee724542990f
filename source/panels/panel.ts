import type {Line} from './line.ts';
import type {Subject} from './subject.ts';

/** One row of a panel that can be chosen; it may take several lines. */
export type Item = {
	/** Stays the same while the picture changes. */
	readonly key: string;
	/** What Enter opens, the first first; may be empty. */
	readonly subjects: readonly Subject[];
	/** What the filter looks in. */
	words(): string;
	/** Called only for rows that are shown: there may be thousands. */
	lines(columns: number, isShort: boolean): readonly Line[];
};

/** One panel as a value. */
export type Panel = {
	readonly id: string;
	readonly title: string;
	/** Lines above the rows that do not scroll. */
	head(columns: number, isShort: boolean): readonly Line[];
	readonly items: readonly Item[];
	/** A sentence for when there are no rows. */
	readonly empty: string;
};

/** A panel with only the rows that hold every word of the filter. */
export function filtered(panel: Panel, filter: string): Panel {
	const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
	if (words.length === 0) {
		return panel;
	}
	const holds = (item: Item): boolean => {
		const text = item.words().toLowerCase();
		return words.every(word => text.includes(word));
	};
	return {
		...panel,
		items: panel.items.filter(holds),
		empty: `No row of ${panel.items.length} holds “${filter}”.`,
	};
}

/** Rows that a panel would take with its title, counted no further than `most`. */
export function rowsWanted(panel: Panel, columns: number, isShort: boolean, most: number): number {
	let rows = 1 + panel.head(columns, isShort).length;
	if (panel.items.length === 0) {
		return rows + Math.ceil(panel.empty.length / Math.max(1, columns - 2));
	}
	for (const item of panel.items) {
		rows += item.lines(columns, isShort).length;
		if (rows > most) {
			break;
		}
	}
	return rows;
}
