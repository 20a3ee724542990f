import type {Figure} from '../facts/fact.ts';
import {isTotal, worth} from './amount.ts';
import {dayMs, type Statement} from './statement.ts';

type Telling = Statement<Figure>;

/** Gives each figure of a cell to its claimant's chain; a side's own to the organ of that side that gave the same number within a day. */
export type Organs = {
	add(telling: Telling): void;
	remove(telling: Telling): void;
	/** Gives what hangs on others: only now is it known who else gave a number. */
	settle(): void;
};

/** From when to when an organ told one number. */
type Span = {from: number; to: number; readonly tellings: Set<Telling>};
/** One number of one side: who among its organs gave it, and what is said of it by the side without an organ. */
type Same = {readonly organs: Map<string, Span>; readonly bare: Map<Telling, string | null>};

/**
 * “Kyrgyzstan says 36” carries the ministry's 36; left by itself it would stand as a second, older account once the ministry counts 46.
 *
 * @param give called with the key of the chain that a figure goes to
 * @param take called with that key where it leaves it
 */
export function createOrgans({
	give,
	take,
}: {
	give: (key: string, telling: Telling) => void;
	take: (key: string, telling: Telling) => void;
}): Organs {
	const numbers = new Map<string, Same>();
	const stale = new Set<string>();

	/** Where the same number of the same side is kept; null for what is nobody's of a side. */
	const placeOf = ({fact, claimant}: Telling): string | null => {
		const {side, kind} = claimant.by;
		return side === null || kind !== 'official' ? null : `${side} ${numberOf(fact)}`;
	};
	const sameAt = (place: string): Same => {
		let same = numbers.get(place);
		if (!same) {
			same = {organs: new Map(), bare: new Map()};
			numbers.set(place, same);
		}
		return same;
	};

	return {
		add(telling) {
			const place = placeOf(telling);
			const {key, isSide} = telling.claimant;
			if (place === null || !isSide) give(key, telling);
			if (place === null) return;
			const same = sameAt(place);
			if (isSide) {
				same.bare.set(telling, null);
				stale.add(place);
				return;
			}
			const span = same.organs.get(key);
			if (!span) same.organs.set(key, {from: telling.at, to: telling.at, tellings: new Set([telling])});
			else {
				span.tellings.add(telling);
				if (telling.at >= span.from && telling.at <= span.to) return;
				span.from = Math.min(span.from, telling.at);
				span.to = Math.max(span.to, telling.at);
			}
			if (same.bare.size > 0) stale.add(place);
		},
		remove(telling) {
			const place = placeOf(telling);
			const {key, isSide} = telling.claimant;
			if (place === null || !isSide) take(key, telling);
			if (place === null) return;
			const same = numbers.get(place)!;
			if (isSide) {
				const given = same.bare.get(telling);
				if (given != null) take(given, telling);
				same.bare.delete(telling);
			} else {
				const span = same.organs.get(key)!;
				span.tellings.delete(telling);
				if (span.tellings.size === 0) same.organs.delete(key);
				else if (telling.at === span.from || telling.at === span.to)
					Object.assign(span, endsOf(span.tellings));
				if (same.bare.size > 0) stale.add(place);
			}
			if (same.organs.size === 0 && same.bare.size === 0) numbers.delete(place);
		},
		settle() {
			for (const place of stale) {
				const same = numbers.get(place);
				if (!same) continue;
				const organs = [...same.organs].sort(([a], [b]) => (a < b ? -1 : 1));
				for (const [telling, before] of same.bare) {
					const {at, claimant} = telling;
					const organ = organs.find(([, {from, to}]) => at >= from - dayMs && at <= to + dayMs);
					const after = organ?.[0] ?? claimant.key;
					if (after === before) continue;
					if (before !== null) take(before, telling);
					give(after, telling);
					same.bare.set(telling, after);
				}
			}
			stale.clear();
		},
	};
}

function endsOf(tellings: ReadonlySet<Telling>): {from: number; to: number} {
	let from = Number.POSITIVE_INFINITY;
	let to = Number.NEGATIVE_INFINITY;
	for (const {at} of tellings) {
		from = Math.min(from, at);
		to = Math.max(to, at);
	}
	return {from, to};
}

/** A number and what it counts: equal for two figures that are one. */
const numberOf = (fact: Figure) => {
	const amount = fact.qualifier === 'between' ? `${fact.low}-${fact.high}` : `${worth(fact)}`;
	return isTotal(fact) ? amount : `${fact.scope} ${fact.combatant} ${amount}`;
};
