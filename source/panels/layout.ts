import {type Density, type Panel, rowsWanted} from './panel.ts';

export const leastColumns = 40;
export const leastRows = 15;
const gap = 2;
const leastClaimColumns = 36;

/** A panel's place. */
export type Place = {
	readonly panel: Panel;
	readonly columns: number;
	readonly rows: number;
	readonly density: Density;
	/** True where no other panel is shown: the tabs above it then are its title. */
	readonly isAlone: boolean;
};
/** Panels side by side. */
export type Band = {readonly rows: number; readonly places: readonly Place[]};
export type Layout = {
	readonly bands: readonly Band[];
	/** Panels for which there is no room beside the others. */
	readonly hidden: readonly Panel[];
};

/** Space between panels side by side, in columns. */
export const gapColumns = gap;

/**
 * Lays panels out on so many columns and rows, and never on more.
 *
 * Small screens, a zoom and a focus on a panel that has no place show one panel alone.
 */
export function layout(
	panels: readonly Panel[],
	{columns, rows}: {columns: number; rows: number},
	focus: string,
	isZoomed: boolean,
): Layout {
	const all = columns >= 100 && rows >= 18 && !isZoomed ? together(panels, columns, rows) : null;
	if (all && !all.hidden.some(({id}) => id === focus)) {
		return all;
	}
	const alone = panels.find(({id}) => id === focus) ?? panels[0];
	return {
		bands: alone
			? [
					{
						rows,
						places: [
							{panel: alone, columns, rows, density: aloneDensity(alone, columns, rows), isAlone: true},
						],
					},
				]
			: [],
		hidden: panels.filter(panel => panel !== alone),
	};
}

/** On a low screen more rows at once are worth more than every word of each. */
const aloneDensity = (panel: Panel, columns: number, rows: number): Density =>
	rows >= 24 || rowsWanted(panel, columns, 'full', rows) <= rows ? 'full' : 'short';

function together(panels: readonly Panel[], columns: number, rows: number): Layout | null {
	const find = (id: string) => panels.find(panel => panel.id === id);
	const [tally, ceasefire, timeline, changes, sources] = [
		find('tally'),
		find('ceasefire'),
		find('timeline'),
		find('changes'),
		find('sources'),
	];
	if (!tally || !ceasefire || !timeline || !changes || !sources) {
		return null;
	}
	const isWide = columns >= 160 && rows >= 32;
	const claims = panels
		.filter(({id}) => id.startsWith('claims:'))
		.slice(0, Math.max(1, Math.floor((columns + gap) / (leastClaimColumns + gap))));
	const bands = isWide
		? [
				split([tally, ceasefire], [2, 1], columns),
				even(claims, columns),
				even([timeline, changes, sources], columns),
			]
		: [even([tally], columns), even([ceasefire, sources], columns), even(claims, columns)];
	const [top, middle, low] = bands as [Strip, Strip, Strip];
	const shown = new Set(bands.flat().map(({panel}) => panel));
	return {
		bands: (isWide ? heights(rows, [top, low, middle]) : heights(rows, [top, middle, low]))
			.toSorted((a, b) => bands.indexOf(a.strip) - bands.indexOf(b.strip))
			.map(({strip, rows, density}) => ({
				rows,
				places: strip.map(place => ({...place, rows, density, isAlone: false})),
			})),
		hidden: panels.filter(panel => !shown.has(panel)),
	};
}

const densities: readonly Density[] = ['full', 'short', 'line'];

type Strip = readonly {readonly panel: Panel; readonly columns: number}[];

function split(panels: readonly Panel[], weights: readonly number[], columns: number): Strip {
	const free = columns - gap * (panels.length - 1);
	const whole = weights.reduce((sum, weight) => sum + weight, 0);
	const widths = weights.map(weight => Math.floor((free * weight) / whole));
	const rest = free - widths.reduce((sum, width) => sum + width, 0);
	return panels.map((panel, index) => ({panel, columns: (widths[index] ?? 0) + (index === 0 ? rest : 0)}));
}

const even = (panels: readonly Panel[], columns: number): Strip =>
	split(
		panels,
		panels.map(() => 1),
		columns,
	);

/** Shares rows out: the first two strips take what they need up to a share, the last takes the rest and gives back what it cannot fill. */
function heights(
	rows: number,
	strips: readonly [Strip, Strip, Strip],
): {strip: Strip; rows: number; density: Density}[] {
	const [first, second, last] = strips;
	const wants = (strip: Strip, density: Density): number =>
		Math.max(...strip.map(({panel, columns}) => rowsWanted(panel, columns, density, rows)));
	const lastWants = wants(last, 'full');
	const secondShare = Math.max(5, Math.floor(rows * 0.27));
	const spare = Math.max(0, rows - Math.floor(rows * 0.42) - secondShare - lastWants);
	const firstMost = Math.max(6, Math.floor(rows * 0.42) + spare);
	const density = densities.find(each => wants(first, each) <= firstMost) ?? 'line';
	const firstRows = Math.min(firstMost, wants(first, density));
	const secondRows = Math.min(wants(second, 'full'), Math.max(secondShare, rows - firstRows - lastWants));
	return [
		{strip: first, rows: firstRows, density},
		{strip: second, rows: secondRows, density: 'full'},
		{strip: last, rows: rows - firstRows - secondRows, density: 'full'},
	];
}
