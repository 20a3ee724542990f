import type {Opener} from './detail.ts';
import type {Around} from './keys.ts';
import {searchPanel} from './search.ts';
import {firstStep, openStep, type Step, stepBack, stepInto, type Trail, type View, withLast} from './view.ts';

/** Keys while the help is open. */
export function inHelp(view: View, key: string, {overlay}: Around): View {
	const to = scrolledBy(key, view.sheetScroll, overlay) ?? byLine(key, view.sheetScroll, overlay);
	return to === null ? view : {...view, sheetScroll: to};
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
export function inDetail(view: View, trail: Trail, key: string, around: Around): View {
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
			return {...view, trail: stepBack(trail)};
		case '/':
			return trail.panel === searchPanel ? {...view, isFiltering: true} : view;
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
