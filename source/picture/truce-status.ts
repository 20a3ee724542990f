import {startOf} from './agreement.ts';
import type {Stance} from './last-word.ts';
import type {Agreement, CeasefireStatus} from './picture.ts';

export type Standing = {readonly status: CeasefireStatus; readonly since: number | null};

/**
 * The status by what each speaker says of the truce that counts.
 *
 * A breach that one alleges does not end it; the word of two sides does, or of one and somebody outside. What a third party alone says
 * never does, and what it alleged stands no longer once the sides have said since that the truce holds.
 *
 * @param calledAt when a ceasefire was first called for
 */
export function truceStatus(
	truce: Agreement | null,
	stances: readonly Stance[],
	calledAt: number | null,
	moment: number,
): Standing {
	const endedAt = endOf(stances);
	if (endedAt !== null) return {status: 'collapsed', since: endedAt};
	const since = truce && startOf(truce);
	const confirmed = confirmedAt(stances);
	const isDisputing = ({side, stands}: Stance) =>
		stands !== null &&
		(stands.says === 'over' || stands.says === 'violated' || stands.says === 'denied') &&
		(side !== null || confirmed === null || stands.at > confirmed);
	if (stances.some(isDisputing)) return {status: 'disputed', since};
	if (truce) {
		if (stances.some(({stands}) => stands?.says === 'holding')) return {status: 'holding', since};
		const isBegun = truce.effectiveAt !== null ? truce.effectiveAt <= moment : truce.heldAt !== null;
		if (isBegun || stances.some(({stands}) => stands?.says === 'in force'))
			return {status: 'in force', since};
		return {status: 'announced', since: truce.at};
	}
	return calledAt === null ? {status: 'none', since: null} : {status: 'called for', since: calledAt};
}

/** When the word came that ended the truce: the second side's, or the first from outside beside one side's; null: it has not. */
function endOf(stances: readonly Stance[]): number | null {
	const overs = stances.flatMap(({side, isOutside, stands}) =>
		stands?.says === 'over' ? [{isSide: side !== null, isOutside, at: stands.at}] : [],
	);
	const sides = overs
		.filter(({isSide}) => isSide)
		.map(({at}) => at)
		.sort((a, b) => a - b);
	const [first, second = Number.POSITIVE_INFINITY] = sides;
	if (first === undefined) return null;
	const outside = Math.min(...overs.filter(({isSide, isOutside}) => !isSide && isOutside).map(({at}) => at));
	const endedAt = Math.min(second, Math.max(first, outside));
	return Number.isFinite(endedAt) ? endedAt : null;
}

/** Since when two sides both say that it holds; null: they do not. */
function confirmedAt(stances: readonly Stance[]): number | null {
	const held = stances
		.flatMap(({side, stands}) =>
			side !== null && (stands?.says === 'holding' || stands?.says === 'in force') ? [stands.at] : [],
		)
		.sort((a, b) => a - b);
	return held.length > 1 ? held[1]! : null;
}
