import {isFilterName, termsOf} from '../search/terms.ts';
import type {Line} from './line.ts';
import type {Subject} from './subject.ts';

/** How much a row says: all of it, all claimants in two lines, or in one. Most panels know only one. */
export type Density = 'full' | 'short' | 'line';

/** One row of a panel that can be chosen; it may take several lines. */
export type Item = {
	/** Stays the same while the picture changes. */
	readonly key: string;
	/** Named in a line above the first of the rows that belong together. */
	readonly group?: string;
	/** What Enter opens, the first first; may be empty. */
	readonly subjects: readonly Subject[];
	/** What the filter looks in. */
	words(): string;
	/** Called only for rows that are shown: there may be thousands. */
	lines(columns: number, density: Density): readonly Line[];
};

/** One panel as a value. */
export type Panel = {
	readonly id: string;
	readonly title: string;
	/** Lines above the rows that do not scroll. */
	head(columns: number, density: Density): readonly Line[];
	readonly items: readonly Item[];
	/** A sentence for when there are no rows. */
	readonly empty: string;
};

/** A panel with only the rows that hold every word and phrase of the filter; source: and the like are for a search in all reports. */
export function filtered(panel: Panel, filter: string): Panel {
	const words = termsOf(filter).flatMap(term =>
		term.kind === 'filter' && isFilterName(term.name)
			? []
			: (term.kind === 'filter' ? `${term.name}:${term.value}` : term.text).toLowerCase().trim() || [],
	);
	if (words.length === 0) {
		return panel;
	}
	const holds = (item: Item): boolean => {
		const text = item.words().toLowerCase();
		return words.every(word => text.includes(word));
	};
	const items = panel.items.filter(holds);
	return {
		...panel,
		title: `${panel.title}, ${items.length} of ${panel.items.length}`,
		items,
		empty: `No row of ${panel.items.length} holds: ${filter}`,
	};
}

/** The line above a row that opens a group; null where it goes on with the group of the row before. */
export function captionOf({items}: Panel, index: number): string | null {
	const group = items[index]?.group ?? null;
	return group === (items[index - 1]?.group ?? null) ? null : group;
}

/** Rows that a panel would take with its title, counted no further than `most`. */
export function rowsWanted(panel: Panel, columns: number, density: Density, most: number): number {
	let rows = 1 + panel.head(columns, density).length;
	if (panel.items.length === 0) {
		return rows + Math.ceil(panel.empty.length / Math.max(1, columns - 2));
	}
	for (const [index, item] of panel.items.entries()) {
		rows += item.lines(columns, density).length + (captionOf(panel, index) === null ? 0 : 1);
		if (rows > most) {
			break;
		}
	}
	return rows;
}
