import type {Figure} from '../facts/fact.ts';
import {floor, isSameAmount, worth} from './amount.ts';
import {Carriers} from './carriers.ts';
import type {Replaced} from './picture.ts';
import {carriersOf, createSayings, figureOf, inOrder, type Saying, type Sayings} from './saying.ts';
import {dayMs, type Statement} from './statement.ts';
import {createWalk} from './walk.ts';

type Telling = Statement<Figure>;

/** What stands for a claimant that gave no total. */
export type Largest = {
	readonly figure: Figure;
	readonly at: number;
	readonly firstSeenAt: number;
	readonly carriers: Carriers;
	readonly sayings: readonly Saying[];
	readonly replaced: readonly Replaced[];
};

/** A part, and when it was told. */
export type Part = {readonly fact: Figure; readonly at: number};

/** The figures of one claimant in one row that are no totals: subsets, incidents, days, fighters or civilians alone, “dozens”. */
export type Parts = {
	add(telling: Telling): void;
	remove(telling: Telling): void;
	/** @returns false where nothing is new */
	settle(): boolean;
	/** That their reports still hold, the same within a day once, newest first. */
	all(): readonly Part[];
	/** Whether the claimant has since given another number of all fighters, or of all civilians. */
	isReplaced(part: Figure): boolean;
	/** Fighters or civilians alone are followed as totals of their kind; then the largest of all parts stands, the newest of equals. */
	largest(): Largest | null;
	/** All reports that give the same part. */
	tellings(part: Figure): Telling[];
};

/** Equal for two figures that are the same part. */
const alike = ({scope, combatant, low, best, high}: Figure) => `${scope} ${combatant} ${low} ${best} ${high}`;

const kindOf = (fact: Figure) =>
	fact.scope === 'running' && fact.qualifier !== 'vague' && worth(fact) !== null ? fact.combatant : null;

/** Whether a part says something by itself, not as a total of its kind. */
const isAlone = ({fact, droppedAt}: Telling) =>
	droppedAt === null && worth(fact) !== null && (fact.scope !== 'running' || fact.qualifier === 'vague');

export function createParts(): Parts {
	const oldestFirst: Part[] = [];
	let newestFirst: readonly Part[] | null = [];
	// When each part was first told in the day that its last one belongs to.
	const opened = new Map<string, number>();
	const kinds = new Map<'civilian' | 'military', Sayings>();
	// Each amount is followed by itself: two strikes are not two words on one strike.
	const amounts = new Map<string, Telling[]>();

	const walk = createWalk<Telling>({
		compare: inOrder,
		step({fact, at}) {
			const key = alike(fact);
			const before = opened.get(key);
			if (before !== undefined && at - before <= dayMs) return () => {};
			opened.set(key, at);
			oldestFirst.push({fact, at});
			return () => {
				oldestFirst.pop();
				if (before === undefined) opened.delete(key);
				else opened.set(key, before);
			};
		},
		reset() {
			oldestFirst.length = 0;
			opened.clear();
		},
	});

	const sayingsOf = (fact: Figure): Sayings | null => {
		const kind = kindOf(fact);
		if (kind !== 'civilian' && kind !== 'military') return null;
		let sayings = kinds.get(kind);
		if (!sayings) {
			sayings = createSayings();
			kinds.set(kind, sayings);
		}
		return sayings;
	};

	return {
		add(telling) {
			if (telling.droppedAt === null) walk.add(telling);
			sayingsOf(telling.fact)?.add(telling);
			if (!isAlone(telling)) return;
			const key = amountOf(telling.fact);
			const same = amounts.get(key);
			if (same) same.push(telling);
			else amounts.set(key, [telling]);
		},
		remove(telling) {
			if (telling.droppedAt === null) walk.remove(telling);
			sayingsOf(telling.fact)?.remove(telling);
			if (!isAlone(telling)) return;
			const key = amountOf(telling.fact);
			const rest = amounts.get(key)!.filter(each => each !== telling);
			if (rest.length > 0) amounts.set(key, rest);
			else amounts.delete(key);
		},
		settle() {
			let isNew = walk.settle();
			if (isNew) newestFirst = null;
			for (const sayings of kinds.values()) if (sayings.settle()) isNew = true;
			return isNew;
		},
		all() {
			newestFirst ??= oldestFirst.toReversed();
			return newestFirst;
		},
		isReplaced(part) {
			const kind = kindOf(part);
			const current = (kind === 'civilian' || kind === 'military') && kinds.get(kind)?.standing().current;
			return !!current && !isSameAmount(figureOf(current), part);
		},
		largest() {
			const candidates: Largest[] = [];
			for (const sayings of kinds.values()) {
				const {current, replaced} = sayings.standing();
				if (current)
					candidates.push({
						figure: figureOf(current),
						at: current.at,
						firstSeenAt: current.firstSeenAt,
						carriers: carriersOf(current),
						sayings: sayings.all,
						replaced,
					});
			}
			const sizes = [...amounts.values()].map(same => floor(same[0]!.fact) ?? 0);
			const most = Math.max(...sizes);
			for (const [place, same] of [...amounts.values()].entries())
				if (sizes[place] === most) candidates.push(told(same));
			const size = ({figure}: Largest) => floor(figure) ?? 0;
			return (
				candidates.sort(
					(a, b) => size(b) - size(a) || b.at - a.at || (amountOf(a.figure) < amountOf(b.figure) ? -1 : 1),
				)[0] ?? null
			);
		},
		tellings: part => walk.items.filter(({fact}) => alike(fact) === alike(part)),
	};
}

const amountOf = ({low, best, high}: Figure) => `${low} ${best} ${high}`;

function told(same: readonly Telling[]): Largest {
	const ordered = [...same].sort(inOrder);
	const carriers = new Carriers();
	for (const telling of ordered) carriers.take(telling, false);
	const first = ordered[0]!;
	return {
		figure: first.fact,
		at: first.at,
		firstSeenAt: ordered.reduce((least, each) => Math.min(least, each.firstSeenAt), first.firstSeenAt),
		carriers,
		sayings: [],
		replaced: [],
	};
}
