import type {Claim} from '../facts/fact.ts';
import type {Profile} from '../profile/profile.ts';
import {createOrdered, type Ordered, placeIn} from './ordered.ts';
import {dayMs} from './statement.ts';

/** What is to be known of a claim to set it against others. */
export type Answerable = {
	readonly id: string;
	readonly side: string;
	readonly at: number;
	readonly fact: Pick<Claim, 'act' | 'about' | 'topics' | 'place' | 'sentence'>;
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

/** A list that a claim stands in, and those of what may answer it; `isAny`: whatever the topic, where nothing on the same matter does. */
type Matter = {readonly own: string; readonly opposite: readonly string[]; readonly isAny: boolean};

const withinMs = dayMs;

const inOrder = (a: Answerable, b: Answerable) => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

// Of an accusation, whatever its topic.
const any = '*';

const referring =
	/\b(?:accus|alleg|charge|claim|blame|assertion)|\b(?:den(?:ies|ied|y)|reject(?:s|ed)|dismiss(?:es|ed)|refut(?:es|ed)) (?:it|this|that|them|these|those)(?=[.,;:!?”"]|$)|обвинен|утвержден/iu;

const mattersOf = ({topics, place}: Answerable['fact']): readonly string[] => [
	...topics,
	...(place === null ? [] : [`@${place}`]),
];

// Who opened fire first, and that somebody opened fire, are one matter, where the two name no two places.
const isOfFire = ({topics}: Answerable['fact']) =>
	topics.includes('first fire') || topics.includes('small arms');
const fire = 'fire';
const fireSomewhere = 'fire, no place named';

/**
 * Sets accusations against each other, and denials against what they deny: other side, shared topic or place, within a day; the nearest in time.
 *
 * “Denied the accusation”, without a word of what it was, answers the last one before it.
 */
export function createAnswers({sides}: Pick<Profile, 'sides'>): Answers {
	const ids = sides.map(({id}) => id);
	// Who accuses whom of what, and who denies what; by names that are no matter of a profile.
	const lists = new Map<string, Ordered<Answerable>>();
	const stale = new Set<string>();
	let changed: Answerable[] = [];

	/** The lists that a claim stands in, each with those that may answer it. */
	const matters = ({side, fact}: Answerable): readonly Matter[] => {
		if (!ids.includes(side)) return [];
		const {act, about, sentence} = fact;
		const all = mattersOf(fact);
		if (act === 'accusation') {
			if (about === null || about === side || !ids.includes(about)) return [];
			return [
				...all.map(matter => ({
					own: keyOf('accuses', side, about, matter),
					opposite: [keyOf('accuses', about, side, matter), keyOf('denies', about, '', matter)],
					isAny: false,
				})),
				...(isOfFire(fact) ? firesBetween(side, about, fact.place) : []),
				{own: keyOf('accuses', side, about, any), opposite: [keyOf('denies', about, '', any)], isAny: true},
			];
		}
		if (act !== 'denial') return [];
		if (all.length === 0 && !referring.test(sentence)) return [];
		return (all.length === 0 ? [any] : all).map(matter => ({
			own: keyOf('denies', side, '', matter),
			opposite: ids.filter(id => id !== side).map(id => keyOf('accuses', id, side, matter)),
			isAny: matter === any,
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
			let nearest = null as Answerable | null;
			const isNearer = (one: Answerable, other: Answerable | null): boolean => {
				if (!other) return true;
				const [a, b] = [Math.abs(one.at - claim.at), Math.abs(other.at - claim.at)];
				return a < b || (a === b && one.id < other.id);
			};
			// What is denied was said before.
			const isInOrder = (one: Answerable) =>
				one.fact.act === 'denial' ? one.at >= claim.at : one.at <= claim.at;
			const all = matters(claim);
			for (const isAny of [false, true]) {
				for (const {opposite} of all.filter(matter => matter.isAny === isAny))
					for (const key of opposite)
						for (const one of beside(lists.get(key)?.items ?? [], claim.at))
							if (
								Math.abs(one.at - claim.at) <= withinMs &&
								(!isAny || isInOrder(one)) &&
								isNearer(one, nearest)
							)
								nearest = one;
				if (nearest) break;
			}
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

function firesBetween(side: string, about: string, place: string | null): readonly Matter[] {
	const [own, opposite] = [
		(matter: string) => keyOf('accuses', side, about, matter),
		(matter: string) => keyOf('accuses', about, side, matter),
	];
	if (place !== null) return [{own: own(fire), opposite: [opposite(fireSomewhere)], isAny: false}];
	return [fire, fireSomewhere].map(matter => ({own: own(matter), opposite: [opposite(fire)], isAny: false}));
}

const keyOf = (...parts: readonly string[]) => parts.join('\n');
