import type {Opener} from './detail.ts';
import {type Drawn, drawn} from './drawn.ts';
import {footer, noticeLine, tabs} from './footer.ts';
import {header} from './header.ts';
import type {Around} from './keys.ts';
import {layout} from './layout.ts';
import {cutLine, type Line, lineWidth, span} from './line.ts';
import type {Panel} from './panel.ts';
import type {ScreenState} from './state.ts';
import type {Subject} from './subject.ts';
import {chosenWord, type Theme} from './theme.ts';
import {chosenIndex, focused, openStep, type View} from './view.ts';

/** All lines of one screen, and what a key must know of it. Heights add up to the screen's rows. */
export type Frame = {
	readonly top: readonly Line[];
	readonly bands: readonly {
		readonly rows: number;
		readonly panels: readonly (Drawn & {readonly columns: number; readonly id: string})[];
	}[];
	/** The open detail or help in place of the bands; null: none is open. */
	readonly overlay: readonly Line[] | null;
	readonly bottom: readonly Line[];
	readonly around: Around;
};

/** On a screen of so many rows a row less for the panels is no loss. */
const rowsForNotice = 36;

/** What is open in place of the panels. */
export type Overlay = {
	/** Does not scroll; null: none. */
	readonly crumbs: Line | null;
	readonly lines: readonly Line[];
	readonly openers: readonly Opener[];
	/** What is open, as the picture has it now; null: the help, or nothing that this moment knows. */
	readonly subject: Subject | null;
	/** What stood beside it where it was opened. */
	readonly siblings: readonly Subject[];
};

/** Makes the frame of a state as one reader sees it. */
export function frame(
	state: ScreenState,
	view: View,
	panels: readonly Panel[],
	overlay: Overlay | null,
	{columns, rows, theme}: {columns: number; rows: number; theme: Theme},
): Frame {
	const {marks, isLinear} = theme;
	const fit = (lines: readonly Line[]): Line[] => lines.map(line => cutLine(line, columns, marks.ellipsis));
	// Whatever is wrong at once, the panels keep most of the screen.
	const top = fit(header(state, columns, marks)).slice(0, Math.floor(rows / 3));
	const {now, timezone, notices} = state;
	const clock = {now, timezone};
	const isArchive = state.archive !== null;
	const notice = notices.at(-1) ?? '';
	// Where there is room notices have a row of their own, kept free for them, and all keys stay; else both share one. Nothing moves when one comes.
	const hasRoom = rows >= rowsForNotice;
	const bottom = [
		...(hasRoom ? fit([noticeLine(notices, marks)]) : []),
		footer(view, {notice: hasRoom ? '' : notice, isArchive, opened: overlay}, columns, marks),
	];
	const left = rows - top.length - bottom.length;
	if (overlay) {
		const {lines, openers} = overlay;
		const crumbs = overlay.crumbs ? [overlay.crumbs] : [];
		const body = Math.max(1, left - 1 - crumbs.length);
		const step = view.sheet ? null : openStep(view);
		const scroll = Math.max(0, Math.min(step?.scroll ?? view.sheetScroll, lines.length - body));
		const chosen = openers.find(({subject}) => subject.key === step?.chosen);
		const shown = lines
			.slice(scroll, scroll + body)
			.map((line, index) => (scroll + index === chosen?.from ? markedAsChosen(line, theme) : line));
		return {
			top,
			bands: [],
			overlay: [
				...fit([...crumbs, ...shown]),
				...(lines.length < body ? Array<Line>(body - lines.length).fill([]) : []),
				[span(position(scroll, body, lines.length), 'dim')],
			],
			bottom,
			around: {panels, page: 1, clock, overlay: {...overlay, lines: lines.length, rows: body}},
		};
	}
	const focus = focused(view, panels);
	const place = (available: number) =>
		layout(panels, {columns, rows: available}, focus?.id ?? '', view.isZoomed || isLinear);
	const whole = place(left);
	const isAlone = whole.bands.length === 1;
	const row = isAlone
		? focus
			? [tabs(panels, focus, columns, theme)]
			: []
		: hiddenRow(whole.hidden, panels, columns, theme);
	const {bands} = row.length > 0 ? place(left - row.length) : whole;
	const drawnBands = bands.map(band => ({
		rows: band.rows,
		panels: band.places.map(each => ({
			id: each.panel.id,
			columns: each.columns,
			...drawn(each, {
				number: panels.indexOf(each.panel) + 1,
				isFocused: each.panel === focus,
				chosen: chosenIndex(view, each.panel),
				theme,
			}),
		})),
	}));
	const shown = drawnBands.flatMap(band => band.panels).find(({id}) => id === focus?.id)?.shown;
	return {
		top: isAlone ? [...top, ...fit(row)] : top,
		bands: drawnBands,
		overlay: null,
		bottom: isAlone ? bottom : [...fit(row), ...bottom],
		around: {
			panels,
			page: shown ? shown.to - shown.from : 1,
			clock,
			overlay: {...nothingOpen, lines: 0, rows: 0},
		},
	};
}

export const nothingOpen: Overlay = {crumbs: null, lines: [], openers: [], subject: null, siblings: []};

const markedAsChosen = (line: Line, {isLinear}: Theme): Line => [
	span(isLinear ? chosenWord : '> ', 'chosen'),
	...line.slice(1),
];

/** How much there is above and below. */
function position(scroll: number, rows: number, all: number): string {
	const below = all - scroll - rows;
	return below > 0
		? `${below} more lines${scroll > 0 ? ` below, ${scroll} above` : ''}`
		: scroll > 0
			? `end, ${scroll} lines above`
			: '';
}

/** Names the panels that have no place, so that nobody takes them for empty. */
function hiddenRow(
	hidden: readonly Panel[],
	panels: readonly Panel[],
	columns: number,
	{marks}: Theme,
): Line[] {
	if (hidden.length === 0) {
		return [];
	}
	const names = hidden.map(panel => `${panels.indexOf(panel) + 1} ${panel.title} (${panel.items.length})`);
	const line: Line = [span(`not shown: ${names.join(` ${marks.dot} `)}`, 'dim')];
	return lineWidth(line) <= columns
		? [line]
		: [[span(`not shown: panels ${hidden.map(panel => panels.indexOf(panel) + 1).join(', ')}`, 'dim')]];
}
