import type {Opener} from './detail.ts';
import {inDetail, inHelp} from './detail-keys.ts';
import {instantTyped} from './instant.ts';
import type {Panel} from './panel.ts';
import {searchedText, searchTrail} from './search.ts';
import {linkOf, type Subject} from './subject.ts';
import {chosenIndex, firstStep, focused, stepBack, type View} from './view.ts';

/** What is on the screen when a key arrives. */
export type Around = {
	/** As shown: in order, filtered. */
	readonly panels: readonly Panel[];
	/** Rows of the panel in focus that fit at once. */
	readonly page: number;
	/** What is now, and the zone of the hours shown. */
	readonly clock: {readonly now: number; readonly timezone: string};
	/** Lines of the open detail or help, how many of them fit, and what can be opened from there. */
	readonly overlay: {
		readonly lines: number;
		readonly rows: number;
		readonly openers: readonly Opener[];
		/** What is open, as the picture has it now; null: nothing that it knows. */
		readonly subject: Subject | null;
		/** What stood beside the open thing where it was opened. */
		readonly siblings: readonly Subject[];
	};
};

/** What a key asks of the outside. */
export type Wish =
	| {readonly kind: 'quit'}
	| {readonly kind: 'poll'}
	| {readonly kind: 'mark'}
	| {readonly kind: 'open'; readonly url: string}
	| {readonly kind: 'copy'; readonly subject: Subject}
	| {readonly kind: 'step'; readonly unit: 'hour' | 'day'; readonly by: 1 | -1}
	| {readonly kind: 'jump'; readonly at: number}
	| {readonly kind: 'now'}
	| {readonly kind: 'other clock'};

export type Pressed = {readonly view: View; readonly wish: Wish | null};

/** What one key does: the view after it, and what is asked of the outside. Keys are characters or names such as `enter`. */
export function pressed(view: View, key: string, around: Around): Pressed {
	if (key === 'ctrl-c') {
		return {view, wish: {kind: 'quit'}};
	}
	if (view.isFiltering) {
		return stay(typed(view, key));
	}
	if (view.jump) return jumping(view, view.jump, key, around);
	switch (key) {
		case 'q':
			return {view, wish: {kind: 'quit'}};
		case 'r':
			return {view, wish: {kind: 'poll'}};
		case 'm':
			// Not from within a detail or the help: what is new is not seen there.
			return {view, wish: view.sheet || view.trail ? null : {kind: 'mark'}};
		case '?':
			return stay({...view, sheet: view.sheet === 'help' ? null : 'help', sheetScroll: 0});
		case 'a':
			return stay({...view, sheet: view.sheet === 'alerts' ? null : 'alerts', sheetScroll: 0});
		case '@':
			return stay({...view, jump: {text: '', wrong: null}});
		case 'o': {
			const subject = current(view, around);
			const url = subject ? linkOf(subject) : null;
			return {view, wish: url === null ? null : {kind: 'open', url}};
		}
		case '[':
		case ']':
		case '{':
		case '}':
			return {view, wish: steps[key]};
		case '0':
			return {view, wish: {kind: 'now'}};
		case 'c':
			return {view, wish: {kind: 'other clock'}};
		case 'y': {
			const subject = current(view, around);
			return {view, wish: subject ? {kind: 'copy', subject} : null};
		}
		case 'escape':
			return stay(back(view));
		default:
			return stay(
				view.sheet
					? inHelp(view, key, around)
					: view.trail
						? inDetail(view, view.trail, key, around)
						: inPanels(view, key, around),
			);
	}
}

/** What is open, else the first of the chosen row. */
function current(view: View, around: Around): Subject | undefined {
	return view.trail ? (around.overlay.subject ?? undefined) : chosenSubjects(view, around)[0];
}

const steps = {
	'[': {kind: 'step', unit: 'hour', by: -1},
	']': {kind: 'step', unit: 'hour', by: 1},
	'{': {kind: 'step', unit: 'day', by: -1},
	'}': {kind: 'step', unit: 'day', by: 1},
} as const;

const longestFilter = 200;

const stay = (view: View): Pressed => ({view, wish: null});

/** Closes what was opened last, one thing at a time. */
function back(view: View): View {
	if (view.sheet) {
		return {...view, sheet: null, sheetScroll: 0};
	}
	if (view.trail) {
		return {...view, trail: stepBack(view.trail)};
	}
	return view.filter === '' ? {...view, isZoomed: false} : {...view, filter: ''};
}

/** What is looked for: it filters the rows at once, and Enter looks for it in all that is kept. */
function typed(view: View, key: string): View {
	switch (key) {
		case 'enter':
			return view.filter.trim() === ''
				? {...view, isFiltering: false, filter: ''}
				: {...view, isFiltering: false, trail: searchTrail(view.filter.trim())};
		case 'tab':
			return {...view, isFiltering: false, trail: null};
		case 'escape':
			// Over what was found: back to it.
			return {...view, isFiltering: false, filter: searchedText(view.trail) ?? ''};
		case 'backspace':
			return {...view, filter: [...view.filter].slice(0, -1).join('')};
		default:
			// Names of keys are longer than a character.
			return [...key].length === 1 && view.filter.length < longestFilter
				? {...view, filter: view.filter + key}
				: view;
	}
}

function jumping(view: View, {text}: NonNullable<View['jump']>, key: string, {clock}: Around): Pressed {
	switch (key) {
		case 'enter': {
			const read = instantTyped(text, clock);
			return 'at' in read
				? {view: {...view, jump: null}, wish: {kind: 'jump', at: read.at}}
				: stay({...view, jump: {text, wrong: read.wrong}});
		}
		case 'escape':
			return stay({...view, jump: null});
		case 'backspace':
			return stay({...view, jump: {text: [...text].slice(0, -1).join(''), wrong: null}});
		default:
			return [...key].length === 1 && text.length < 40
				? stay({...view, jump: {text: text + key, wrong: null}})
				: {view, wish: null};
	}
}

function inPanels(view: View, key: string, around: Around): View {
	const {panels, page} = around;
	const panel = focused(view, panels);
	if (!panel) {
		return view;
	}
	const at = chosenIndex(view, panel);
	const to = (index: number): View => {
		const bounded = Math.max(0, Math.min(index, panel.items.length - 1));
		const item = panel.items[bounded];
		return item ? {...view, chosen: {...view.chosen, [panel.id]: {key: item.key, index: bounded}}} : view;
	};
	const place = panels.indexOf(panel);
	const focusOn = (index: number): View => ({
		...view,
		focus: (panels[(index + panels.length) % panels.length] ?? panel).id,
	});
	switch (key) {
		case 'j':
		case 'down':
			return to(at + 1);
		case 'k':
		case 'up':
			return to(at - 1);
		case ' ':
		case 'page down':
			return to(at + Math.max(1, page));
		case 'b':
		case 'page up':
			return to(at - Math.max(1, page));
		case 'G':
		case 'end':
			return to(panel.items.length - 1);
		case 'g':
		case 'home': {
			// No choice at all, so that newer rows are seen as they come.
			const {[panel.id]: _, ...chosen} = view.chosen;
			return {...view, chosen};
		}
		case 'tab':
		case 'right':
		case 'l':
			return focusOn(place + 1);
		case 'shift-tab':
		case 'left':
		case 'h':
			return focusOn(place - 1);
		case 'z':
			return {...view, isZoomed: !view.isZoomed};
		case '/':
			return {...view, isFiltering: true};
		case 'enter': {
			const subject = chosenSubjects(view, around)[0];
			return subject ? {...to(at), trail: {panel: panel.id, steps: [firstStep(subject)]}} : view;
		}
		default: {
			const number = /^[1-9]$/.test(key) ? Number(key) : 0;
			return panels[number - 1] ? focusOn(number - 1) : view;
		}
	}
}

function chosenSubjects(view: View, {panels}: Around): readonly Subject[] {
	const panel = focused(view, panels);
	return panel?.items[chosenIndex(view, panel)]?.subjects ?? [];
}
