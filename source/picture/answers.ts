import type {Claim} from '../facts/fact.ts';
import type {Profile} from '../profile/profile.ts';
import {createOrdered, type Ordered, placeIn} from './ordered.ts';
import {dayMs} from './statement.ts';

/** What is to be known of a claim to set it against others. */
export type Answerable = {
	readonly id: string;
	readonly side: string;
	readonly at: number;
	readonly fact: Pick<Claim, 'act' | 'about' | 'topics' | 'place'>;
};

/** Which claim answers which, kept up as claims come and go. */
export type Answers = {
	/** Claims that no side makes, and those that can answer nothing, are passed over. */
	add(claim: Answerable): void;
	/** The same object that was added. */
	remove(claim: Answerable): void;
	/** Claims whose answer may have changed since the last time: those near to what came or went, on the same matter. */
	settle(): ReadonlySet<Answerable>;
	/** The id of the claim that stands against one. */
	of(claim: Answerable): string | null;
};

const withinMs = dayMs;

const inOrder = (a: Answerable, b: Answerable) => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Sets accusations against each other, and denials against what they deny: other side, shared topic or place, within a day; the nearest in time. */
export function createAnswers({sides}: Pick<Profile, 'sides'>): Answers {
	const ids = sides.map(({id}) => id);
	// Who accuses whom of what, and who denies what; by names that are no matter of a profile.
	const lists = new Map<string, Ordered<Answerable>>();
	const stale = new Set<string>();
	let changed: Answerable[] = [];

	/** The lists that a claim stands in, each with those that may answer it. */
	const matters = ({side, fact}: Answerable): readonly {own: string; opposite: readonly string[]}[] => {
		if (!ids.includes(side)) return [];
		const {act, about, topics, place} = fact;
		const all = [...topics, ...(place === null ? [] : [`@${place}`])];
		if (act === 'accusation') {
			if (about === null || about === side || !ids.includes(about)) return [];
			return all.map(matter => ({
				own: keyOf('accuses', side, about, matter),
				opposite: [keyOf('accuses', about, side, matter), keyOf('denies', about, '', matter)],
			}));
		}
		if (act !== 'denial') return [];
		return all.map(matter => ({
			own: keyOf('denies', side, '', matter),
			opposite: ids.filter(id => id !== side).map(id => keyOf('accuses', id, side, matter)),
		}));
	};

	const listOf = (key: string): Ordered<Answerable> => {
		let list = lists.get(key);
		if (!list) {
			list = createOrdered(inOrder);
			lists.set(key, list);
		}
		stale.add(key);
		return list;
	};

	/** Those of the other lists that are as near to a claim as to its neighbours in its own. */
	const touchedBy = (claim: Answerable, touched: Set<Answerable>): void => {
		for (const {own, opposite} of matters(claim)) {
			const beside = lists.get(own)?.items ?? [];
			const before = beside[placeIn(beside, each => each.at < claim.at) - 1];
			const after = beside[placeIn(beside, each => each.at <= claim.at)];
			const from = Math.max(claim.at - withinMs, before?.at ?? Number.NEGATIVE_INFINITY);
			const to = Math.min(claim.at + withinMs, after?.at ?? Number.POSITIVE_INFINITY);
			for (const key of opposite) {
				const items = lists.get(key)?.items ?? [];
				for (let place = placeIn(items, each => each.at < from); ; place++) {
					const each = items[place];
					if (!each || each.at > to) break;
					touched.add(each);
				}
			}
		}
	};

	return {
		add(claim) {
			const all = matters(claim);
			for (const {own} of all) listOf(own).add(claim);
			if (all.length > 0) changed.push(claim);
		},
		remove(claim) {
			const all = matters(claim);
			for (const {own} of all) listOf(own).remove(claim);
			if (all.length > 0) changed.push(claim);
		},
		settle() {
			for (const key of stale) {
				const list = lists.get(key)!;
				list.settle();
				if (list.items.length === 0) lists.delete(key);
			}
			stale.clear();
			const touched = new Set(changed);
			for (const claim of changed) touchedBy(claim, touched);
			changed = [];
			return touched;
		},
		of(claim) {
			let nearest: Answerable | null = null;
			const isNearer = (one: Answerable, other: Answerable | null): boolean => {
				if (!other) return true;
				const [a, b] = [Math.abs(one.at - claim.at), Math.abs(other.at - claim.at)];
				return a < b || (a === b && one.id < other.id);
			};
			for (const {opposite} of matters(claim))
				for (const key of opposite)
					for (const one of beside(lists.get(key)?.items ?? [], claim.at))
						if (Math.abs(one.at - claim.at) <= withinMs && isNearer(one, nearest)) nearest = one;
			return nearest?.id ?? null;
		},
	};
}

/** The nearest on each side of a moment; of several at one time the first by id. */
function beside(items: readonly Answerable[], at: number): readonly Answerable[] {
	const next = placeIn(items, each => each.at < at);
	const before = items[next - 1];
	const first = before && items[placeIn(items, each => each.at < before.at)];
	return [first, items[next]].filter(each => each !== undefined);
}

const keyOf = (...parts: readonly string[]) => parts.join('\n');
