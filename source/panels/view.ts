import type {Panel} from './panel.ts';
import type {Subject} from './subject.ts';

/** One thing that was opened, and where its reader was in it. */
export type Step = {
	/** Kept as it was when opened, in case the picture no longer has it. */
	readonly subject: Subject;
	/** Lines that it is scrolled by. */
	readonly scroll: number;
	/** Key of what is chosen in it; null: nothing yet. */
	readonly chosen: string | null;
};

/** What was opened from a panel, one thing from another; the last is on the screen. Never empty. */
export type Trail = {readonly panel: string; readonly steps: readonly [Step, ...Step[]]};

/** What the reader of the screen has done so far: everything shown that does not come from outside. */
export type View = {
	/** Id of the panel that the keys go to. */
	readonly focus: string;
	/** The chosen row of each panel. A panel without one shows its first rows, and so always the newest. */
	readonly chosen: Readonly<Record<string, {readonly key: string; readonly index: number}>>;
	/** True: only the panel in focus is shown. */
	readonly isZoomed: boolean;
	readonly trail: Trail | null;
	/** What is open in place of everything else. */
	readonly sheet: 'help' | 'alerts' | null;
	/** Lines that it is scrolled by. */
	readonly sheetScroll: number;
	/** What is looked for: rows are shown that hold its words and phrases. */
	readonly filter: string;
	/** True while the filter is being typed. */
	readonly isFiltering: boolean;
	/** The instant that is being typed, and what is wrong with it; null: none is. */
	readonly jump: {readonly text: string; readonly wrong: string | null} | null;
};

export const firstView: View = {
	focus: 'tally',
	chosen: {},
	isZoomed: false,
	trail: null,
	sheet: null,
	sheetScroll: 0,
	filter: '',
	isFiltering: false,
	jump: null,
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

/** What is open now. */
export function openStep({trail}: View): Step | null {
	return trail?.steps.at(-1) ?? null;
}

export function firstStep(subject: Subject): Step {
	return {subject, scroll: 0, chosen: null};
}

// Things lead to each other in circles; what was opened long ago is left.
const mostSteps = 20;

/** With one more thing open; where it is open already, back to it. */
export function stepInto(trail: Trail, subject: Subject): Trail {
	const [first, ...rest] = trail.steps;
	const at = trail.steps.findIndex(step => step.subject.key === subject.key);
	if (at !== -1) return {...trail, steps: [first, ...rest.slice(0, at)]};
	return {...trail, steps: [first, ...rest.slice(-(mostSteps - 2)), firstStep(subject)]};
}

/** With the last thing changed. */
export function withLast(trail: Trail, change: Partial<Step>): Trail {
	const [first, ...rest] = trail.steps;
	const last = rest.pop();
	return last
		? {...trail, steps: [first, ...rest, {...last, ...change}]}
		: {...trail, steps: [{...first, ...change}]};
}

/** One step back; null where the first is left. */
export function stepBack(trail: Trail): Trail | null {
	const [first, ...rest] = trail.steps;
	return rest.length === 0 ? null : {...trail, steps: [first, ...rest.slice(0, -1)]};
}
