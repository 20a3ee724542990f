import type {Panel} from './panel.ts';
import {linkOf, type Subject} from './subject.ts';
import {chosenIndex, focused, type View} from './view.ts';

/** What is on the screen when a key arrives. */
export type Around = {
	/** As shown: in order, filtered. */
	readonly panels: readonly Panel[];
	/** Rows of the panel in focus that fit at once. */
	readonly page: number;
	/** Lines of the open detail or help, and how many of them fit. */
	readonly overlay: {readonly lines: number; readonly rows: number};
};

/** What a key asks of the outside. */
export type Wish =
	| {readonly kind: 'quit'}
	| {readonly kind: 'poll'}
	| {readonly kind: 'open'; readonly url: string};

export type Pressed = {readonly view: View; readonly wish: Wish | null};

/** All keys, for the help and the footer. The short word is for the footer; null: only in the help. */
export const keyHelp: readonly {
	readonly keys: string;
	readonly does: string;
	readonly short: string | null;
}[] = [
	{keys: 'q', does: 'quit (Ctrl-C as well)', short: 'quit'},
	{keys: '?', does: 'this help, and away again', short: 'help'},
	{keys: 'Tab', does: 'next panel; Shift-Tab the one before', short: 'next panel'},
	{keys: 'Enter', does: 'open the chosen row: its sentence, its report, what was said before', short: 'open'},
	{keys: 'r', does: 'poll all sources now', short: 'poll now'},
	{keys: '/', does: 'show only rows that hold some words; Enter keeps them, Esc clears', short: 'find'},
	{keys: 'o', does: 'open the link of the report in the browser', short: 'link'},
	{keys: 'z', does: 'only the panel in focus, and back to all', short: 'zoom'},
	{keys: '1-9', does: 'a panel by its number', short: null},
	{keys: 'j k arrows', does: 'next row, row before; in a detail: scroll', short: null},
	{keys: 'g G', does: 'first row, last row (Home, End)', short: null},
	{keys: 'PgDn PgUp', does: 'a page down, a page up (Space, b)', short: null},
	{keys: 'l h arrows', does: 'in a detail: the next claimant or row, the one before', short: null},
	{keys: 'Esc', does: 'back: closes a detail, the help, a filter, a zoom', short: null},
];

/** What one key does: the view after it, and what is asked of the outside. Keys are characters or names such as `enter`. */
export function pressed(view: View, key: string, around: Around): Pressed {
	if (key === 'ctrl-c') {
		return {view, wish: {kind: 'quit'}};
	}
	if (view.isFiltering) {
		return stay(typed(view, key));
	}
	switch (key) {
		case 'q':
			return {view, wish: {kind: 'quit'}};
		case 'r':
			return {view, wish: {kind: 'poll'}};
		case '?':
			return stay({...view, isHelpOpen: !view.isHelpOpen, scroll: 0});
		case 'o': {
			const subject = view.detail?.subject ?? chosenSubjects(view, around)[0];
			const url = subject ? linkOf(subject) : null;
			return {view, wish: url === null ? null : {kind: 'open', url}};
		}
		case 'escape':
			return stay(back(view));
		default:
			return stay(
				view.isHelpOpen || view.detail ? inOverlay(view, key, around) : inPanels(view, key, around),
			);
	}
}

const stay = (view: View): Pressed => ({view, wish: null});

/** Closes what was opened last, one thing at a time. */
function back(view: View): View {
	if (view.isHelpOpen) {
		return {...view, isHelpOpen: false, scroll: 0};
	}
	if (view.detail) {
		return {...view, detail: null, scroll: 0};
	}
	return view.filter === '' ? {...view, isZoomed: false} : {...view, filter: ''};
}

function typed(view: View, key: string): View {
	switch (key) {
		case 'enter':
			return {...view, isFiltering: false};
		case 'escape':
			return {...view, isFiltering: false, filter: ''};
		case 'backspace':
			return {...view, filter: [...view.filter].slice(0, -1).join('')};
		default:
			// Names of keys are longer than a character; a filter longer than a row finds nothing more.
			return [...key].length === 1 && view.filter.length < 60 ? {...view, filter: view.filter + key} : view;
	}
}

function inOverlay(view: View, key: string, around: Around): View {
	const {lines, rows} = around.overlay;
	const to = (scroll: number): View => ({...view, scroll: Math.max(0, Math.min(scroll, lines - rows))});
	switch (key) {
		case 'j':
		case 'down':
			return to(view.scroll + 1);
		case 'k':
		case 'up':
			return to(view.scroll - 1);
		case ' ':
		case 'page down':
			return to(view.scroll + Math.max(1, rows - 1));
		case 'b':
		case 'page up':
			return to(view.scroll - Math.max(1, rows - 1));
		case 'g':
		case 'home':
			return to(0);
		case 'G':
		case 'end':
			return to(lines);
		case 'l':
		case 'right':
			return stepped(view, 1, around);
		case 'h':
		case 'left':
			return stepped(view, -1, around);
		default:
			return view;
	}
}

/** Opens the next or previous subject of the panel that the open one came from, and chooses its row. */
function stepped(view: View, by: number, {panels}: Around): View {
	const {detail} = view;
	const panel = panels.find(({id}) => id === detail?.panel);
	if (!detail || !panel || view.isHelpOpen) {
		return view;
	}
	const all = panel.items.flatMap((item, index) => item.subjects.map(subject => ({subject, item, index})));
	const at = all.findIndex(({subject}) => subject.key === detail.subject.key);
	const next = all[at === -1 ? 0 : at + by];
	return next
		? {
				...view,
				scroll: 0,
				detail: {...detail, subject: next.subject},
				chosen: {...view.chosen, [panel.id]: {key: next.item.key, index: next.index}},
			}
		: view;
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
			return subject ? {...to(at), detail: {panel: panel.id, subject}, scroll: 0} : view;
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

/** Ink's flags for a key. */
type Flags = Readonly<
	Partial<
		Record<
			| 'upArrow'
			| 'downArrow'
			| 'leftArrow'
			| 'rightArrow'
			| 'pageDown'
			| 'pageUp'
			| 'home'
			| 'end'
			| 'return'
			| 'escape'
			| 'ctrl'
			| 'shift'
			| 'tab'
			| 'backspace'
			| 'delete'
			| 'meta',
			boolean
		>
	>
>;

const named: readonly [keyof Flags, string][] = [
	['upArrow', 'up'],
	['downArrow', 'down'],
	['leftArrow', 'left'],
	['rightArrow', 'right'],
	['pageDown', 'page down'],
	['pageUp', 'page up'],
	['home', 'home'],
	['end', 'end'],
	['return', 'enter'],
	['escape', 'escape'],
	['backspace', 'backspace'],
	['delete', 'backspace'],
];

/** The keys in one piece of input: on a slow line several arrive at once. */
export function keysIn(input: string, flags: Flags): readonly string[] {
	if (flags.tab) {
		return [flags.shift ? 'shift-tab' : 'tab'];
	}
	const name = named.find(([flag]) => flags[flag])?.[1];
	if (name) {
		return [name];
	}
	if (flags.ctrl) {
		return input === 'c' ? ['ctrl-c'] : [];
	}
	if (flags.meta) {
		return [];
	}
	// A pasted page is no list of keys.
	return [...input.slice(0, 100)].flatMap(character => {
		if (character === '\r' || character === '\n') {
			return ['enter'];
		}
		return character === '\t'
			? ['tab']
			: character === '\u0003'
				? ['ctrl-c']
				: /\p{Cc}/u.test(character)
					? []
					: [character];
	});
}
