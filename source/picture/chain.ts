import type {Figure} from '../facts/fact.ts';
import {isSameAmount, isTotal, worth} from './amount.ts';
import type {Carriers} from './carriers.ts';
import {countBy} from './counts.ts';
import {unaccounted} from './more.ts';
import {createParts, type Largest, type Part} from './parts.ts';
import type {Chain, Replaced, Withdrawn} from './picture.ts';
import {carriersOf, createSayings, figureOf, goneAtOf, inOrder, type Saying} from './saying.ts';
import {dayMs, type Statement} from './statement.ts';

type Telling = Statement<Figure>;

/** A chain with what the row needs to know of it beyond what is shown. */
export type Drawn = {
	readonly key: string;
	readonly chain: Chain;
	/** Who carries the current figure. */
	readonly carriers: Carriers;
	/** Each number with the time from which it stood, oldest first. */
	readonly sayings: readonly Saying[];
};

export type Said = {readonly drawn: Drawn | null; readonly withdrawn: readonly Withdrawn[]};

/** What one claimant says of one row, kept up as figures come and go; silences left out. */
export type ChainKeeper = {
	add(telling: Telling): void;
	remove(telling: Telling): void;
	/** The same object while nothing has changed. */
	draw(): Said;
	/** All reports that give one of its figures, first first. */
	tellings(figure: Figure): readonly Telling[];
	readonly isEmpty: boolean;
};

/** Running totals make the chain. Where the claimant gave none, its largest part stands in, marked as a part. */
export function createChain(key: string): ChainKeeper {
	const totals = createSayings();
	const parts = createParts();
	// How many totals each report gives; not counted before there is any “N more”.
	let reportsWithTotal: Map<string, number> | null = null;
	// “N more”, and which of them no total accounts for.
	const more = new Set<Telling>();
	let counted = new Set<Telling>();
	let isMoreNew = false;
	let size = 0;
	let said: Said | null = null;

	const note = ({report}: Telling, by: number): void => {
		if (!reportsWithTotal) return;
		const left = countBy(reportsWithTotal, report.id, by);
		if (left === (by > 0 ? 1 : 0)) isMoreNew = true;
	};

	const totalsGiven = (): ReadonlyMap<string, number> => {
		if (reportsWithTotal) return reportsWithTotal;
		reportsWithTotal = new Map();
		totals.settle();
		for (const telling of totals.tellings) note(telling, 1);
		return reportsWithTotal;
	};

	const countMore = (): void => {
		if (!isMoreNew) return;
		isMoreNew = false;
		const given = totalsGiven();
		const wanted = new Set(unaccounted([...more].sort(inOrder), id => given.has(id)));
		for (const telling of counted) if (!wanted.has(telling)) totals.remove(telling);
		for (const telling of wanted) if (!counted.has(telling)) totals.add(telling);
		counted = wanted;
	};

	/** “N more” that went into a sum is no part of its own, nor are its copies. */
	const partsLeft = (): readonly Part[] => {
		const all = parts.all();
		const sums = totals.all.filter(({derived}) => derived);
		if (sums.length === 0) return all;
		const used = new Set(sums.map(({standing}) => standing.first!.fact));
		const added = [...counted].filter(({fact}) => used.has(fact));
		return all.filter(
			part =>
				part.fact.scope !== 'additional' ||
				!added.some(({fact, at}) => worth(fact) === worth(part.fact) && Math.abs(part.at - at) <= dayMs),
		);
	};

	/** What stands beside the figure, and what was counted within a number that has since been taken down or replaced. */
	const sorted = (standing: Figure): Pick<Chain, 'parts' | 'formerParts'> => {
		const sides = {parts: [] as Figure[], formerParts: [] as Figure[]};
		const most = worth(standing)!;
		const isTaken = totals.all.some(({opened}) => worth(opened)! > most);
		for (const {fact, at} of partsLeft()) {
			if (fact === standing) continue;
			const isWithin = isTaken && fact.scope === 'subset' && worth(totalAt(totals.all, at))! > most;
			sides[isWithin || parts.isReplaced(fact) ? 'formerParts' : 'parts'].push(fact);
		}
		return sides;
	};

	return {
		add(telling) {
			said = null;
			size++;
			if (isTotal(telling.fact)) {
				totals.add(telling);
				note(telling, 1);
				return;
			}
			parts.add(telling);
			if (telling.fact.scope === 'additional') {
				more.add(telling);
				isMoreNew = true;
			}
		},
		remove(telling) {
			said = null;
			size--;
			if (isTotal(telling.fact)) {
				totals.remove(telling);
				note(telling, -1);
				return;
			}
			parts.remove(telling);
			if (more.delete(telling)) isMoreNew = true;
		},
		draw() {
			if (said) return said;
			countMore();
			totals.settle();
			parts.settle();
			const {current, replaced} = totals.standing();
			// Parts stand in where there is no total, or none but a nought.
			const largest = current && worth(figureOf(current)) !== 0 ? null : parts.largest();
			if (current && !(largest && isPassedBy(current, largest))) {
				const figure = figureOf(current);
				const drawn = draw(key, {
					...current,
					figure,
					carriers: carriersOf(current),
					sayings: totals.all,
					replaced,
					...sorted(figure),
					isPart: false,
				});
				said = {drawn, withdrawn: []};
				return said;
			}
			const drawn =
				largest &&
				draw(key, {
					...largest,
					...(current && {replaced: [...replaced, passed(current, largest), ...largest.replaced]}),
					derived: false,
					...sorted(largest.figure),
					isPart: true,
				});
			const withdrawn = (current ? [] : totals.all).map(saying => ({
				by: carriersOf(saying).first!.claimant.by,
				fact: figureOf(saying),
				at: goneAtOf(saying)!,
			}));
			said = {drawn, withdrawn};
			return said;
		},
		tellings(figure) {
			const saying =
				totals.all.find(each => figureOf(each) === figure || each.opened === figure) ??
				(isTotal(figure) ? totals.all.findLast(each => isSameAmount(figureOf(each), figure)) : undefined);
			return saying ? (carriersOf(saying).all as Telling[]) : parts.tellings(figure);
		},
		get isEmpty() {
			return size === 0;
		},
	};
}

/** The total that stood at a moment; the first where none did yet. */
function totalAt(all: readonly Saying[], at: number): Figure {
	let place = all.length - 1;
	while (place > 0 && all[place]!.at > at) place--;
	return all[place]!.opened;
}

/** Who said that none was hurt and then that two servicemen were, no longer says that none was. */
function isPassedBy(nought: Saying, {figure, at, carriers}: Largest): boolean {
	return (worth(figure) ?? 0) > 0 && Math.max(at, carriers.lastAt) > carriersOf(nought).lastAt;
}

const passed = (nought: Saying, {at}: Largest): Replaced => ({
	fact: figureOf(nought),
	why: 'later total',
	corrected: false,
	at,
	repeatedAt: nought.repeatedAt,
});

function draw(
	key: string,
	{
		figure,
		at,
		firstSeenAt,
		derived,
		carriers,
		sayings,
		replaced,
		parts,
		formerParts,
		isPart,
	}: Largest & Pick<Chain, 'derived' | 'parts' | 'formerParts' | 'isPart'>,
): Drawn {
	return {
		key,
		carriers,
		sayings,
		chain: {
			claimant: key,
			by: carriers.teller!.claimant.by,
			current: figure,
			currentAt: at,
			currentFirstSeenAt: firstSeenAt,
			lastToldAt: Math.max(at, carriers.lastAt),
			derived,
			copies: carriers.count,
			origins: carriers.origins,
			carriers: carriers.outlets,
			replaced,
			parts,
			formerParts,
			isPart,
			isOutdated: false,
		},
	};
}
