import type {Figure} from '../facts/fact.ts';
import {isSameAmount, sum, worth} from './amount.ts';
import {Carriers} from './carriers.ts';
import {byText} from './order.ts';
import {placeIn} from './ordered.ts';
import type {Replaced} from './picture.ts';
import {dayMs, publishedAt, type Statement} from './statement.ts';
import {createWalk} from './walk.ts';

type Telling = Statement<Figure>;

/** One number that a claimant gave, with all who carry it. */
export type Saying = {
	/** Place among the claimant's numbers. */
	readonly place: number;
	/** As it was first told, or the sum that was made of it. */
	opened: Figure;
	at: number;
	firstSeenAt: number;
	derived: boolean;
	/** Reports that still hold it. */
	standing: Carriers;
	/** Reports that left it out again; null: none. */
	dropped: Carriers | null;
	/** When the last of these left it out. */
	lastDroppedAt: number;
	repeatedAt: number | null;
	/** What opened it. */
	readonly opener: Telling;
	/** True where it was reckoned, though its claimant has said it since. */
	readonly wasDerived: boolean;
	/** What was taken in long after what follows it, and stays when that is taken back. */
	late: {firstSeenAt: number; lastDroppedAt: number; repeatedAt: number} | null;
};

/** When the last report that carried it left it out; null while one stands by it. */
export const goneAtOf = ({standing, lastDroppedAt}: Saying): number | null =>
	standing.isEmpty ? lastDroppedAt : null;

/** Those who stand by it; where none does, those who did. */
export const carriersOf = ({standing, dropped}: Saying): Carriers =>
	standing.isEmpty && dropped !== null ? dropped : standing;

/** As the first that still stands by it has it, one that names the organ before one that names the side alone. */
export const figureOf = ({derived, opened, standing}: Saying): Figure =>
	derived ? opened : ((standing.teller as Telling | undefined)?.fact ?? opened);

/** The numbers that one claimant gave of one row, in order, each once however many carry it. */
export type Sayings = {
	/** Running totals and, marked so by their scope, “N more” that no total accounts for. */
	add(telling: Telling): void;
	remove(telling: Telling): void;
	/** @returns false where nothing is new */
	settle(): boolean;
	/** As last settled, oldest first. */
	readonly all: readonly Saying[];
	/** All that was taken in, as last settled. */
	readonly tellings: readonly Telling[];
	/** The number that stands, and those before it with what became of them; `current` null where all were taken back. */
	standing(): {current: Saying | null; replaced: readonly Replaced[]};
};

/** Earliest first; at one time the higher is the newer, because totals grow; of the same number who told it first; then by place, so that order of arrival does not matter. */
export function inOrder(a: Telling, b: Telling): number {
	return (
		a.at - b.at ||
		(worth(a.fact) ?? 0) - (worth(b.fact) ?? 0) ||
		publishedAt(a.report) - publishedAt(b.report) ||
		byText(a.report.id, b.report.id) ||
		// Within one report the organ is the one who speaks, whatever the headline says.
		Number(a.claimant.isSide) - Number(b.claimant.isSide) ||
		a.fact.start - b.fact.start ||
		byText(a.fact.sentence, b.fact.sentence) ||
		byText(a.fact.rule, b.fact.rule)
	);
}

type Undo = () => void;
const nothing: Undo = () => {};

/** A number given before and since replaced, quoted anew without its own time, is the old one quoted and no new word. */
export function createSayings(): Sayings {
	const all: Saying[] = [];
	const byAmount = new Map<number, Saying[]>();
	// What became of each number, as last told, and the places where that has changed since.
	const became: (Replaced | null)[] = [];
	const touched = new Set<number>();
	const touch = ({place}: Saying): void => {
		touched.add(place);
		// What became of a number hangs on the next.
		if (place > 0) touched.add(place - 1);
	};

	const open = (telling: Telling, figure: Figure, derived: boolean, isUndoWanted: boolean): Undo => {
		const {at, firstSeenAt} = telling;
		const saying: Saying = {
			place: all.length,
			opened: figure,
			at,
			firstSeenAt,
			derived,
			standing: new Carriers(),
			dropped: null,
			lastDroppedAt: Number.NEGATIVE_INFINITY,
			repeatedAt: null,
			opener: telling,
			wasDerived: derived,
			late: null,
		};
		all.push(saying);
		const amount = worth(figure)!;
		const alike = byAmount.get(amount);
		if (alike) alike.push(saying);
		else byAmount.set(amount, [saying]);
		carry(saying, telling, false);
		if (!isUndoWanted) return nothing;
		return () => {
			touch(saying);
			all.pop();
			const left = byAmount.get(amount)!;
			left.pop();
			if (left.length === 0) byAmount.delete(amount);
		};
	};

	const carry = (saying: Saying, telling: Telling, isUndoWanted: boolean): Undo => {
		touch(saying);
		const {droppedAt} = telling;
		if (droppedAt === null) return saying.standing.take(telling, isUndoWanted);
		const {lastDroppedAt} = saying;
		saying.dropped ??= new Carriers();
		const undo = saying.dropped.take(telling, isUndoWanted);
		saying.lastDroppedAt = Math.max(lastDroppedAt, droppedAt);
		if (!isUndoWanted) return nothing;
		return () => {
			undo();
			saying.lastDroppedAt = Math.max(lastDroppedAt, saying.late?.lastDroppedAt ?? lastDroppedAt);
		};
	};

	/** Now its claimant has said the sum: from here on it is a word, not a reckoning. */
	const own = (saying: Saying, telling: Telling): Undo => {
		const {opened, at, firstSeenAt, derived, standing, dropped, lastDroppedAt} = saying;
		const before = {opened, at, firstSeenAt, derived, standing, dropped, lastDroppedAt};
		Object.assign(saying, {
			opened: telling.fact,
			at: telling.at,
			firstSeenAt: telling.firstSeenAt,
			derived: false,
			standing: new Carriers(),
			dropped: null,
			lastDroppedAt: Number.NEGATIVE_INFINITY,
		});
		carry(saying, telling, false);
		return () => void Object.assign(saying, before);
	};

	const join = (saying: Saying, telling: Telling, isRepeat: boolean, isUndoWanted: boolean): Undo => {
		const {firstSeenAt, repeatedAt, derived} = saying;
		const undo = derived ? own(saying, telling) : carry(saying, telling, isUndoWanted);
		if (!derived) saying.firstSeenAt = Math.min(firstSeenAt, telling.firstSeenAt);
		if (isRepeat) saying.repeatedAt = telling.at;
		if (!isUndoWanted) return nothing;
		return () => {
			touch(saying);
			undo();
			saying.firstSeenAt = Math.min(firstSeenAt, saying.late?.firstSeenAt ?? firstSeenAt);
			saying.repeatedAt = latest(repeatedAt, saying.late?.repeatedAt ?? null);
		};
	};

	/** One more who carries a number that stood then, or quotes one that did before: no number after it is another by that. */
	const fit = (telling: Telling): boolean => {
		const {fact, at, firstSeenAt, droppedAt} = telling;
		if (fact.scope === 'additional') return false;
		const place = placeIn(all, ({opener}) => inOrder(opener, telling) < 0) - 1;
		const current = all[place];
		const same = byAmount
			.get(worth(fact)!)
			?.findLast(saying => saying.place <= place && isSameAmount(saying.opened, fact));
		if (!current || !same || current.wasDerived || same.wasDerived) return false;
		const isRepeat = same !== current;
		if (isRepeat && !isQuoted(telling, current)) return false;
		touch(same);
		if (droppedAt !== null) same.dropped ??= new Carriers();
		(droppedAt === null ? same.standing : same.dropped!).insert(
			telling,
			inOrder as (a: Statement, b: Statement) => number,
		);
		const none = Number.NEGATIVE_INFINITY;
		const late = same.late ?? {firstSeenAt, lastDroppedAt: none, repeatedAt: none};
		same.late = {
			firstSeenAt: Math.min(late.firstSeenAt, firstSeenAt),
			lastDroppedAt: Math.max(late.lastDroppedAt, droppedAt ?? none),
			repeatedAt: Math.max(late.repeatedAt, isRepeat ? at : none),
		};
		same.firstSeenAt = Math.min(same.firstSeenAt, firstSeenAt);
		same.lastDroppedAt = Math.max(same.lastDroppedAt, droppedAt ?? none);
		if (isRepeat) same.repeatedAt = latest(same.repeatedAt, at);
		return true;
	};

	const walk = createWalk<Telling>({
		compare: inOrder,
		fit,
		step(telling, isUndoWanted) {
			const {fact} = telling;
			const current = all.at(-1);
			if (fact.scope === 'additional') {
				const total = current && addTo(current, all.at(-2), telling);
				return total ? open(telling, total, true, isUndoWanted) : nothing;
			}
			const same = byAmount.get(worth(fact)!)?.findLast(({opened}) => isSameAmount(opened, fact));
			if (same && (same === current || isQuoted(telling, current!)))
				return join(same, telling, same !== current, isUndoWanted);
			return open(telling, fact, false, isUndoWanted);
		},
		reset() {
			all.length = 0;
			byAmount.clear();
			touched.clear();
			became.length = 0;
		},
	});

	const becomes = (place: number): Replaced | null => {
		const saying = all[place]!;
		const next = all[place + 1];
		const {repeatedAt} = saying;
		const fact = figureOf(saying);
		const goneAt = goneAtOf(saying);
		if (next && (goneAt === null || next.at <= goneAt)) {
			const why = worth(next.opened)! < worth(fact)! ? 'revised down' : 'later total';
			const corrected = saying.dropped?.sharesReportWith(next.standing) === true;
			return {fact, why, at: next.at, repeatedAt, corrected};
		}
		return goneAt === null ? null : {fact, why: 'withdrawn', at: goneAt, repeatedAt, corrected: false};
	};

	return {
		add: walk.add,
		remove: walk.remove,
		settle: walk.settle,
		all,
		tellings: walk.items,
		standing() {
			became.length = Math.min(became.length, all.length);
			for (const place of touched) if (place < became.length) became[place] = becomes(place);
			for (let place = became.length; place < all.length; place++) became.push(becomes(place));
			touched.clear();
			let place = all.length - 1;
			while (place >= 0 && goneAtOf(all[place]!) !== null) place--;
			const replaced = became.slice();
			if (place >= 0) replaced.splice(place, 1);
			return {current: all[place] ?? null, replaced: replaced as Replaced[]};
		},
	};
}

const latest = (one: number | null, other: number | null): number | null => {
	const at = Math.max(one ?? Number.NEGATIVE_INFINITY, other ?? Number.NEGATIVE_INFINITY);
	return Number.isFinite(at) ? at : null;
};

/** Whether an old number is only quoted: its own words do not place it after the number that stands. */
function isQuoted({fact}: Telling, current: Saying): boolean {
	return fact.saidAt === null || fact.saidAt <= current.at;
}

/** “N more” on top of what stands; null where what stands already counts them. */
function addTo(current: Saying, before: Saying | undefined, {fact: more, at}: Telling): Figure | null {
	const added = worth(more);
	if (added === null || more.qualifier === 'vague') return null;
	const isJustRaised = before && at - current.at <= dayMs;
	if (isJustRaised && worth(current.opened)! - worth(before.opened)! === added) return null;
	const total = sum(current.opened, more);
	// “About 5 more” on top of “20 to 30” is no number.
	return worth(total) === null ? null : total;
}
