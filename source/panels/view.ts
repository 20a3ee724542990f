import type {Panel} from './panel.ts';
import type {Subject} from './subject.ts';

/** What the reader of the screen has done so far: everything shown that does not come from outside. */
export type View = {
	/** Id of the panel that the keys go to. */
	readonly focus: string;
	/** The chosen row of each panel. A panel without one shows its first rows, and so always the newest. */
	readonly chosen: Readonly<Record<string, {readonly key: string; readonly index: number}>>;
	/** True: only the panel in focus is shown. */
	readonly isZoomed: boolean;
	/** Kept as it was when opened, in case the picture no longer has it. */
	readonly detail: {readonly panel: string; readonly subject: Subject} | null;
	readonly isHelpOpen: boolean;
	/** Lines that the detail or the help is scrolled by. */
	readonly scroll: number;
	readonly filter: string;
	/** True while the filter is being typed. */
	readonly isFiltering: boolean;
};

export const firstView: View = {
	focus: 'tally',
	chosen: {},
	isZoomed: false,
	detail: null,
	isHelpOpen: false,
	scroll: 0,
	filter: '',
	isFiltering: false,
};

/** Position of the chosen row in a panel as it is now; a row that is gone leaves its place to what took it. */
export function chosenIndex(view: View, panel: Panel): number {
	const chosen = view.chosen[panel.id];
	if (!chosen || panel.items.length === 0) {
		return 0;
	}
	// Looked for where it was first: most pictures leave it there.
	if (panel.items[chosen.index]?.key === chosen.key) {
		return chosen.index;
	}
	const index = panel.items.findIndex(item => item.key === chosen.key);
	return index === -1 ? Math.min(chosen.index, panel.items.length - 1) : index;
}

/** The panel that the keys go to; the first where the one in focus is gone. */
export function focused(view: View, panels: readonly Panel[]): Panel | undefined {
	return panels.find(({id}) => id === view.focus) ?? panels[0];
}
