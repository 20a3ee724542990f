import {type Figure, type Measure, measures, type SideId, type Speaker} from '../facts/fact.ts';
import type {Profile} from '../profile/profile.ts';
import {type Cell, createCell} from './cell.ts';
import type {Drawn} from './chain.ts';
import {implied} from './implied.ts';
import type {Row, Withdrawn} from './picture.ts';
import {type Columns, outdated, type Range, range} from './range.ts';
import {silence} from './silence.ts';
import type {Statement} from './statement.ts';

type Telling = Statement<Figure>;

/** Who says what number about whose dead, kept up as figures come and go. */
export type Tally = {
	add(telling: Telling): void;
	remove(telling: Telling): void;
	/** One row per whose and measure, sides in the profile's order, then both, then not known. Rows that nothing has changed stay the same objects. */
	draw(): readonly Row[];
	/** All reports that give a claimant's figure, first first. */
	tellings(of: SideId, measure: Measure, claimant: string, figure: Figure): readonly Telling[];
};

type Sorted = {readonly columns: Columns; readonly withdrawn: readonly Withdrawn[]};

// Silence about “casualties” is silence about the dead and the wounded, and their numbers overtake one that does not tell them apart.
const together: readonly Measure[] = ['killed', 'wounded', 'casualties'];

export function createTally(profile: Profile): Tally {
	const cells = new Map<SideId, Map<Measure, Cell>>();
	const sorted = new Map<Cell, Sorted>();
	const rows = new Map<SideId, Map<Measure, Row | null>>();
	let drawn: readonly Row[] = [];
	const stale = new Set<Cell>();

	const cellAt = (of: SideId, measure: Measure): Cell | undefined => cells.get(of)?.get(measure);
	const columnsAt = (of: SideId, measure: Measure): Columns | undefined => {
		const cell = cellAt(of, measure);
		return cell && sorted.get(cell)?.columns;
	};

	const openedAt = (of: SideId, measure: Measure): Cell => {
		let ofSide = cells.get(of);
		if (!ofSide) {
			ofSide = new Map();
			cells.set(of, ofSide);
		}
		let cell = ofSide.get(measure);
		if (!cell) {
			cell = createCell(profile, of, measure);
			ofSide.set(measure, cell);
		}
		return cell;
	};

	const sortAnew = (cell: Cell): void => {
		const apart =
			cell.measure === 'casualties'
				? (['killed', 'wounded'] as const).flatMap(measure => columnsAt(cell.of, measure) ?? [])
				: [];
		sorted.set(cell, inColumns(profile, cell, apart));
	};

	const rowOf = (cell: Cell): Row | null => {
		const {of, measure} = cell;
		const {columns, withdrawn} = sorted.get(cell)!;
		const isSide = profile.sides.some(({id}) => id === of);
		const summary = measure === 'casualties' && isPassed(columns) ? passed(columns) : range(columns);
		const left =
			isSide && of !== null ? implied(profile, of, side => columnsAt(side, measure), summary.low) : null;
		const silent = isSide ? silenceOf(profile, cell, cellAt) : null;
		const isEmpty = columns.own.length + columns.enemy.length + columns.third.length === 0;
		// Silence about casualties stands in the row of the dead where there is one.
		const isNothing = isEmpty && withdrawn.length === 0 && left === null;
		if (isNothing && (!silent || (measure === 'casualties' && cellAt(of, 'killed')))) return null;
		return {
			of,
			measure,
			...summary,
			own: columns.own.map(each => each.chain),
			enemy: columns.enemy.map(each => each.chain),
			third: columns.third.map(each => each.chain),
			silence: silent,
			implied: left,
			withdrawn,
		};
	};

	/** Rows that what is new in a cell may change: of the same measure by what follows for the other side, of the same party by silence. */
	const touches = ({of, measure}: Cell, row: Cell): boolean =>
		row.measure === measure ||
		(row.of === of && together.includes(measure) && together.includes(row.measure));

	/** What is said of both may leave something for a side of which nobody has said anything: it has a row while anything is said of both. */
	const fillRows = (): void => {
		const wanted = cells.get('both');
		for (const {id} of profile.sides) {
			for (const [measure, cell] of cells.get(id) ?? [])
				if (cell.isEmpty && !wanted?.has(measure)) close(cell);
			for (const measure of wanted?.keys() ?? []) if (!cellAt(id, measure)) stale.add(openedAt(id, measure));
		}
	};

	const close = (cell: Cell): void => {
		const {of, measure} = cell;
		stale.add(cell);
		cells.get(of)!.delete(measure);
		rows.get(of)?.delete(measure);
		sorted.delete(cell);
	};

	const redraw = (): void => {
		fillRows();
		const all = [...cells.values()].flatMap(ofSide => [...ofSide.values()]);
		const isUnsorted = (cell: Cell): boolean =>
			stale.has(cell) ||
			!sorted.has(cell) ||
			(cell.measure === 'casualties' && [...stale].some(other => touches(other, cell)));
		for (const cell of all) if (cell.measure !== 'casualties' && isUnsorted(cell)) sortAnew(cell);
		for (const cell of all) if (cell.measure === 'casualties' && isUnsorted(cell)) sortAnew(cell);
		for (const cell of all) {
			if (![...stale].some(other => touches(other, cell))) continue;
			let ofSide = rows.get(cell.of);
			if (!ofSide) {
				ofSide = new Map();
				rows.set(cell.of, ofSide);
			}
			ofSide.set(cell.measure, rowOf(cell));
		}
		stale.clear();
		const order = new Set([...profile.sides.map(({id}) => id), 'both', ...others(cells), null]);
		drawn = [...order].flatMap(of => measures.flatMap(measure => rows.get(of)?.get(measure) ?? []));
	};

	return {
		add(telling) {
			const cell = openedAt(telling.fact.of, telling.fact.measure);
			cell.add(telling);
			stale.add(cell);
		},
		remove(telling) {
			const {of, measure} = telling.fact;
			const cell = cellAt(of, measure)!;
			cell.remove(telling);
			stale.add(cell);
			if (cell.isEmpty) close(cell);
		},
		draw() {
			if (stale.size > 0) redraw();
			return drawn;
		},
		tellings: (of, measure, claimant, figure) => cellAt(of, measure)?.tellings(claimant, figure) ?? [],
	};
}

/** Parties that are no side of the profile. */
const others = (cells: ReadonlyMap<SideId, unknown>) => [...cells.keys()].filter(of => of !== null).sort();

/** Whether all that a row's own side and third parties say has been overtaken, as “no casualties” is by the first dead. */
function isPassed({own, third}: Columns): boolean {
	const voices = [...own, ...third];
	return voices.length > 0 && voices.every(({chain}) => chain.isOutdated);
}

/** What a row says that has been overtaken as a whole: who said it stays, no number of it is shown as how things are. */
function passed(columns: Columns): Range {
	const method = 'overtaken: killed or wounded have been told since';
	return {...range(columns), low: null, best: null, high: null, openEnded: false, method};
}

/** @param apart columns of the killed and the wounded, whose numbers overtake one that does not tell them apart */
function inColumns(profile: Profile, cell: Cell, apart: readonly Columns[]): Sorted {
	const {chains, withdrawn} = cell.draw();
	const relation = ({chain}: Drawn) => relationOf(profile, chain.by, cell.of);
	const later = apart.flatMap(({own, third}) => [...own, ...third]);
	const all = outdated(chains, drawn => relation(drawn) === 'enemy', later).sort(newestFirst);
	const column = (wanted: Figure['relation']) => all.filter(drawn => relation(drawn) === wanted);
	return {columns: {own: column('own'), enemy: column('enemy'), third: column('third')}, withdrawn};
}

/**
 * Own where a side speaks of its own, enemy where one side speaks of another, else third.
 *
 * Whoever will not be named speaks for no side, however near to it: nobody answers for the number.
 */
export function relationOf(profile: Profile, by: Speaker, of: SideId): Figure['relation'] {
	const isSide = (party: SideId) => profile.sides.some(({id}) => id === party);
	if (by.kind === 'unnamed' || !isSide(by.side) || !isSide(of)) return 'third';
	return by.side === of ? 'own' : 'enemy';
}

const newestFirst = (a: Drawn, b: Drawn) =>
	Number(a.chain.isPart) - Number(b.chain.isPart) ||
	b.chain.currentAt - a.chain.currentAt ||
	(a.key < b.key ? -1 : 1);

function silenceOf(
	profile: Profile,
	cell: Cell,
	cellAt: (of: SideId, measure: Measure) => Cell | undefined,
): Row['silence'] {
	const {of, measure} = cell;
	const others = measure === 'casualties' ? (['killed', 'wounded'] as const) : (['casualties'] as const);
	const related = [
		cell,
		...(together.includes(measure) ? others.map(other => cellAt(of, other)) : []),
	].filter(each => each !== undefined);
	const silences = (measure === 'casualties' ? [cell] : related).flatMap(each => [...each.silences]);
	return silence(
		profile,
		of,
		silences,
		related.map(({ownGiven}) => ownGiven),
	);
}
