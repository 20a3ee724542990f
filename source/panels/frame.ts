import {type Drawn, drawn} from './drawn.ts';
import {footer, tabs} from './footer.ts';
import {header} from './header.ts';
import type {Around} from './keys.ts';
import {layout} from './layout.ts';
import {cutLine, type Line, lineWidth, span} from './line.ts';
import type {Panel} from './panel.ts';
import type {ScreenState} from './state.ts';
import type {Theme} from './theme.ts';
import {chosenIndex, focused, type View} from './view.ts';

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

/** Makes the frame of a state as one reader sees it. */
export function frame(
	state: ScreenState,
	view: View,
	panels: readonly Panel[],
	overlay: readonly Line[] | null,
	{columns, rows, theme}: {columns: number; rows: number; theme: Theme},
): Frame {
	const {marks, isLinear} = theme;
	const fit = (lines: readonly Line[]): Line[] => lines.map(line => cutLine(line, columns, marks.ellipsis));
	// Whatever is wrong at once, the panels keep most of the screen.
	const top = fit(header(state, columns, marks)).slice(0, Math.floor(rows / 3));
	const bottom = [footer(view, state.notices.at(-1) ?? '', columns, marks)];
	const left = rows - top.length - bottom.length;
	if (overlay) {
		const body = left - 1;
		const scroll = Math.max(0, Math.min(view.scroll, overlay.length - body));
		const below = overlay.length - scroll - body;
		return {
			top,
			bands: [],
			overlay: [
				...fit(overlay.slice(scroll, scroll + body)),
				...(overlay.length < body ? Array<Line>(body - overlay.length).fill([]) : []),
				[
					span(
						below > 0
							? `${below} more lines${scroll > 0 ? ` below, ${scroll} above` : ''}`
							: scroll > 0
								? `end, ${scroll} lines above`
								: '',
						'dim',
					),
				],
			],
			bottom,
			around: {panels, page: 1, overlay: {lines: overlay.length, rows: body}},
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
		around: {panels, page: shown ? shown.to - shown.from : 1, overlay: {lines: 0, rows: 0}},
	};
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
