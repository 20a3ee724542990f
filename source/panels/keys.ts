import type {Opener} from './detail.ts';
import type {Panel} from './panel.ts';
import {linkOf, type Subject} from './subject.ts';
import {
	chosenIndex,
	firstStep,
	focused,
	openStep,
	type Step,
	stepBack,
	stepInto,
	type Trail,
	type View,
	withLast,
} from './view.ts';

/** What is on the screen when a key arrives. */
export type Around = {
	/** As shown: in order, filtered. */
	readonly panels: readonly Panel[];
	/** Rows of the panel in focus that fit at once. */
	readonly page: number;
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
	| {readonly kind: 'now'}
	| {readonly kind: 'other clock'};

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
	{
		keys: 'Enter',
		does: 'open what is chosen: a row, and in it each claimant, figure, report and revision',
		short: 'open',
	},
	{keys: 'r', does: 'poll all sources now', short: 'poll now'},
	{keys: '/', does: 'show only rows that hold some words; Enter keeps them, Esc clears', short: 'find'},
	{
		keys: '[ ]',
		does: 'the picture of an hour earlier, an hour later; past now it is of now',
		short: 'earlier, later',
	},
	{keys: '{ }', does: 'the same by a day', short: null},
	{keys: '0', does: 'the picture of now again', short: null},
	{
		keys: 'c',
		does: 'of an earlier moment: what had been published by then, or what had been seen here by then',
		short: null,
	},
	{keys: 'o', does: 'open the link of the report in the browser', short: 'link'},
	{keys: 'y', does: 'copy the sentence with its speaker, outlet, hour and link (OSC 52)', short: null},
	{keys: 'm', does: 'mark all as seen: what is new counts from now', short: null},
	{keys: 'z', does: 'only the panel in focus, and back to all', short: 'zoom'},
	{keys: '1-9', does: 'a panel by its number', short: null},
	{
		keys: 'j k arrows',
		does: 'next row, row before; in a detail: to what can be opened, else scroll',
		short: null,
	},
	{keys: 'Tab n p', does: 'in a detail: next thing that can be opened, the one before', short: null},
	{keys: 'g G', does: 'first row, last row (Home, End)', short: null},
	{keys: 'PgDn PgUp', does: 'a page down, a page up (Space, b)', short: null},
	{
		keys: 'l h arrows',
		does: 'in a detail: the next beside it (claimant, row, report, revision), the one before',
		short: null,
	},
	{keys: 'Esc', does: 'back one step: of a detail, the help, a filter, a zoom', short: null},
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
		case 'm':
			// Not from within a detail or the help: what is new is not seen there.
			return {view, wish: view.isHelpOpen || view.trail ? null : {kind: 'mark'}};
		case '?':
			return stay({...view, isHelpOpen: !view.isHelpOpen, helpScroll: 0});
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
				view.isHelpOpen
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

const stay = (view: View): Pressed => ({view, wish: null});

/** Closes what was opened last, one thing at a time. */
function back(view: View): View {
	if (view.isHelpOpen) {
		return {...view, isHelpOpen: false, helpScroll: 0};
	}
	if (view.trail) {
		return {...view, trail: stepBack(view.trail)};
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

function inHelp(view: View, key: string, {overlay}: Around): View {
	const to = scrolledBy(key, view.helpScroll, overlay) ?? byLine(key, view.helpScroll, overlay);
	return to === null ? view : {...view, helpScroll: to};
}

type Room = Pick<Around['overlay'], 'lines' | 'rows'>;

const bounded = (scroll: number, {lines, rows}: Room): number => Math.max(0, Math.min(scroll, lines - rows));

/** Where a key scrolls to, by pages and to the ends; null for any other key. */
function scrolledBy(key: string, scroll: number, room: Room): number | null {
	const page = Math.max(1, room.rows - 1);
	switch (key) {
		case ' ':
		case 'page down':
			return bounded(scroll + page, room);
		case 'b':
		case 'page up':
			return bounded(scroll - page, room);
		case 'g':
		case 'home':
			return 0;
		case 'G':
		case 'end':
			return bounded(room.lines, room);
		default:
			return null;
	}
}

const isDown = (key: string): boolean => key === 'j' || key === 'down';
const isUp = (key: string): boolean => key === 'k' || key === 'up';

const byLine = (key: string, scroll: number, room: Room): number | null =>
	isDown(key) ? bounded(scroll + 1, room) : isUp(key) ? bounded(scroll - 1, room) : null;

/**
 * In a detail `j` and `k` go to the next thing that can be opened while one is on the screen, else they scroll,
 * so that one key reads on through lists and text alike. `Tab` and `n` go to the next one wherever it is.
 */
function inDetail(view: View, trail: Trail, key: string, around: Around): View {
	const {overlay} = around;
	const {openers} = overlay;
	const step = openStep(view) ?? trail.steps[0];
	// As the screen has it: the text may have become shorter since.
	const scroll = bounded(step.scroll, overlay);
	const change = (to: Partial<Step>): View => ({...view, trail: withLast(trail, to)});
	const scrolled = scrolledBy(key, scroll, overlay);
	if (scrolled !== null) return change({scroll: scrolled});
	const isSeen = ({from}: Opener): boolean => from >= scroll && from < scroll + overlay.rows;
	const choose = (opener: Opener): View =>
		change({chosen: opener.subject.key, scroll: seen(opener, scroll, overlay)});
	const chosen = openers.find(opener => opener.subject.key === step.chosen && isSeen(opener));
	const at = chosen ? openers.indexOf(chosen) : -1;
	const line = byLine(key, scroll, overlay);
	if (line !== null) {
		const next = isDown(key)
			? openers.find((opener, index) => index > at && isSeen(opener))
			: openers.findLast((opener, index) => (at === -1 || index < at) && isSeen(opener));
		return next ? choose(next) : change({scroll: line});
	}
	switch (key) {
		case 'tab':
		case 'n': {
			const next = openers.find(({from}, index) => (chosen ? index > at : from >= scroll)) ?? openers[0];
			return next ? choose(next) : view;
		}
		case 'shift-tab':
		case 'p': {
			const next =
				openers.findLast(({from}, index) => (chosen ? index < at : from < scroll)) ?? openers.at(-1);
			return next ? choose(next) : view;
		}
		case 'enter': {
			// What is not on the screen is not opened by surprise.
			const first = openers.find(isSeen) ?? openers[0];
			return chosen ? {...view, trail: stepInto(trail, chosen.subject)} : first ? choose(first) : view;
		}
		case 'backspace':
			return back(view);
		case 'l':
		case 'right':
			return stepped(view, trail, 1, around);
		case 'h':
		case 'left':
			return stepped(view, trail, -1, around);
		default:
			return view;
	}
}

/** Scrolled no further than needed to see an opener, its first line before all. */
function seen({from, to}: Opener, scroll: number, room: Room): number {
	return bounded(Math.min(from, Math.max(scroll, to - room.rows)), room);
}

/** Opens the next or previous one of those beside the open one: of the panel, whose row is then chosen, or of what it was opened from. */
function stepped(view: View, trail: Trail, by: number, {panels, overlay}: Around): View {
	const step = trail.steps.at(-1) ?? trail.steps[0];
	if (trail.steps.length > 1) {
		const {siblings} = overlay;
		const at = siblings.findIndex(({key}) => key === step.subject.key);
		const next = at === -1 ? undefined : siblings[at + by];
		return next ? {...view, trail: stepInto(stepBack(trail) ?? trail, next)} : view;
	}
	const panel = panels.find(({id}) => id === trail.panel);
	if (!panel) {
		return view;
	}
	const all = panel.items.flatMap((item, index) => item.subjects.map(subject => ({subject, item, index})));
	const at = all.findIndex(({subject}) => subject.key === step.subject.key);
	const next = all[at === -1 ? 0 : at + by];
	return next
		? {
				...view,
				trail: {...trail, steps: [firstStep(next.subject)]},
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
