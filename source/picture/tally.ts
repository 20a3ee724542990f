import {type Figure, type Measure, measures, type SideId} from '../facts/fact.ts';
import type {Profile} from '../profile/profile.ts';
import {isTotal, worth} from './amount.ts';
import {chain, type Drawn} from './chain.ts';
import {implied} from './implied.ts';
import type {Row, Withdrawn} from './picture.ts';
import {type Columns, outdated, type Range, range} from './range.ts';
import {silence} from './silence.ts';
import {dayMs, type Statement} from './statement.ts';

type Given = Map<string, Statement<Figure>[]>;
type Cell = {
	readonly of: SideId;
	readonly measure: Measure;
	readonly given: Given;
	readonly silences: Statement<Figure>[];
};

/** Who says what number about whose dead: one row per whose and measure, sides in the profile's order, then both, then not known. */
export function tally(profile: Profile, figures: readonly Statement<Figure>[]): Row[] {
	const cells = sort(figures);
	const drawn = new Map<Cell, {columns: Columns; withdrawn: Withdrawn[]}>();
	for (const ofSide of cells.values())
		for (const cell of ofSide.values()) {
			if (cell.measure !== 'casualties') drawn.set(cell, columns(profile, cell, []));
		}
	for (const ofSide of cells.values()) {
		const cell = ofSide.get('casualties');
		const apart = (['killed', 'wounded'] as const).flatMap(measure => drawn.get(ofSide.get(measure)!) ?? []);
		if (cell)
			drawn.set(
				cell,
				columns(
					profile,
					cell,
					apart.map(({columns}) => columns),
				),
			);
	}
	const cellAt = (of: SideId, measure: Measure) => cells.get(of)?.get(measure);

	const rows: Row[] = [];
	for (const of of [...new Set([...profile.sides.map(({id}) => id), 'both', ...sidesOf(cells), null])]) {
		for (const measure of measures) {
			const cell = cellAt(of, measure);
			if (!cell) continue;
			const {columns, withdrawn} = drawn.get(cell)!;
			const isSide = profile.sides.some(({id}) => id === of);
			const silent = isSide ? silenceOf(profile, cell, cellAt) : null;
			const isEmpty = columns.own.length + columns.enemy.length + columns.third.length === 0;
			// Silence about casualties stands in the row of the dead where there is one.
			if (
				isEmpty &&
				withdrawn.length === 0 &&
				(!silent || (measure === 'casualties' && cellAt(of, 'killed')))
			)
				continue;
			const summary = measure === 'casualties' && isPassed(columns) ? passed(columns) : range(columns);
			rows.push({
				of,
				measure,
				...summary,
				own: columns.own.map(each => each.chain),
				enemy: columns.enemy.map(each => each.chain),
				third: columns.third.map(each => each.chain),
				silence: silent,
				implied:
					isSide && of !== null
						? implied(profile, of, side => drawn.get(cellAt(side, measure)!)?.columns, summary.low)
						: null,
				withdrawn,
			});
		}
	}
	return rows;
}

const sidesOf = (cells: Cells) => [...cells.keys()].filter(of => of !== null).sort();

type Cells = ReadonlyMap<SideId, ReadonlyMap<Measure, Cell>>;

function sort(figures: readonly Statement<Figure>[]): Cells {
	const cells = new Map<SideId, Map<Measure, Cell>>();
	for (const statement of figures) {
		const {of, measure, qualifier} = statement.fact;
		let ofSide = cells.get(of);
		if (!ofSide) {
			ofSide = new Map();
			cells.set(of, ofSide);
		}
		let cell = ofSide.get(measure);
		if (!cell) {
			cell = {of, measure, given: new Map(), silences: []};
			ofSide.set(measure, cell);
		}
		if (qualifier === 'silence') {
			cell.silences.push(statement);
			continue;
		}
		if (worth(statement.fact) === null) continue;
		const given = cell.given.get(statement.claimant.key);
		if (given) given.push(statement);
		else cell.given.set(statement.claimant.key, [statement]);
	}
	return cells;
}

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
function columns(
	profile: Profile,
	{of, given}: Cell,
	apart: readonly Columns[],
): {columns: Columns; withdrawn: Withdrawn[]} {
	const chains: Drawn[] = [];
	const withdrawn: Withdrawn[] = [];
	for (const [key, statements] of organsFirst(given)) {
		const {drawn, withdrawn: gone} = chain(key, statements);
		if (drawn) chains.push(drawn);
		withdrawn.push(...gone);
	}
	const relation = ({chain}: Drawn) => relationOf(profile, chain.by.side, of);
	const later = apart.flatMap(({own, third}) => [...own, ...third]);
	const all = outdated(chains, drawn => relation(drawn) === 'enemy', later).sort(newestFirst);
	const column = (wanted: Figure['relation']) => all.filter(drawn => relation(drawn) === wanted);
	return {
		columns: {own: column('own'), enemy: column('enemy'), third: column('third')},
		withdrawn: withdrawn.sort((a, b) => a.at - b.at || (a.fact.sentence < b.fact.sentence ? -1 : 1)),
	};
}

/** Own where a side speaks of its own, enemy where one side speaks of another, else third. */
function relationOf(profile: Profile, by: SideId, of: SideId): Figure['relation'] {
	const isSide = (party: SideId) => profile.sides.some(({id}) => id === party);
	if (!isSide(by) || !isSide(of)) return 'third';
	return by === of ? 'own' : 'enemy';
}

const newestFirst = (a: Drawn, b: Drawn) =>
	Number(a.chain.isPart) - Number(b.chain.isPart) ||
	b.chain.currentAt - a.chain.currentAt ||
	(a.key < b.key ? -1 : 1);

/**
 * Gives a side's own figures to the organ that gave the same number within a day.
 *
 * “Kyrgyzstan says 36” carries the ministry's 36; left by itself it would stand as a second, older account once the ministry counts 46.
 */
export function organsFirst(given: Given): Given {
	const bare = [...given].find(([, statements]) => statements[0]!.claimant.isSide);
	if (!bare) return given;
	const [sideKey, said] = bare;
	const organs = [...given].filter(([key]) => key !== sideKey && key.startsWith(sideKey)).sort();
	if (organs.length === 0) return given;
	const spans = new Map<string, {key: string; from: number; to: number}[]>();
	for (const [key, statements] of organs) {
		for (const {fact, at} of statements) {
			if (!isTotal(fact)) continue;
			const same = spans.get(number(fact));
			const span = same?.find(each => each.key === key);
			if (span) {
				span.from = Math.min(span.from, at);
				span.to = Math.max(span.to, at);
			} else if (same) same.push({key, from: at, to: at});
			else spans.set(number(fact), [{key, from: at, to: at}]);
		}
	}
	const result: Given = new Map([...given].map(([key, statements]) => [key, [...statements]]));
	const left: Statement<Figure>[] = [];
	for (const statement of said) {
		const {fact, at} = statement;
		const organ = isTotal(fact)
			? spans.get(number(fact))?.find(({from, to}) => at >= from - dayMs && at <= to + dayMs)
			: undefined;
		if (organ) result.get(organ.key)!.push(statement);
		else left.push(statement);
	}
	if (left.length > 0) result.set(sideKey, left);
	else result.delete(sideKey);
	return result;
}

const number = (fact: Figure) =>
	fact.qualifier === 'between' ? `${fact.low}-${fact.high}` : `${worth(fact)}`;

// Silence about “casualties” is silence about the dead and the wounded.
const alsoOf: Partial<Record<Measure, readonly Measure[]>> = {
	killed: ['casualties'],
	wounded: ['casualties'],
	casualties: ['killed', 'wounded'],
};

function silenceOf(
	profile: Profile,
	cell: Cell,
	cellAt: (of: SideId, measure: Measure) => Cell | undefined,
): Row['silence'] {
	const {of, measure} = cell;
	const related = [cell, ...(alsoOf[measure] ?? []).map(other => cellAt(of, other))].filter(
		each => each !== undefined,
	);
	const silences = measure === 'casualties' ? cell.silences : related.flatMap(each => each.silences);
	if (silences.length === 0) return null;
	const given = related
		.flatMap(each => [...each.given.values()].flat())
		.filter(({claimant}) => claimant.by.side === of && claimant.by.kind === 'official');
	return silence(profile, of, silences, given);
}
