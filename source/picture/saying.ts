import type {Figure} from '../facts/fact.ts';
import {isSameAmount, sum, worth} from './amount.ts';
import type {Replaced} from './picture.ts';
import {dayMs, type Statement} from './statement.ts';

/** One number that a claimant gave, with all who carry it. */
export type Saying = {
	/** As the first that still stands by it has it. */
	fact: Figure;
	at: number;
	firstSeenAt: number;
	derived: boolean;
	/** One per report, first first; those that dropped it are left out while others stand. */
	carriers: Statement<Figure>[];
	/** When the last that carried it left it out; null while it stands. */
	goneAt: number | null;
	repeatedAt: number | null;
};

/** Earliest first; at one time the higher is the newer, because totals grow; then by place, so that order of arrival does not matter. */
export function inOrder(a: Statement<Figure>, b: Statement<Figure>): number {
	return (
		a.at - b.at ||
		(worth(a.fact) ?? 0) - (worth(b.fact) ?? 0) ||
		order(a.report.id, b.report.id) ||
		a.fact.start - b.fact.start ||
		order(a.fact.sentence, b.fact.sentence)
	);
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The numbers that one claimant gave of one row, in order, each once however many carry it.
 *
 * A number given before and since replaced, quoted anew without its own time, is the old one quoted and no new word.
 *
 * @param totals running totals and, marked so by their scope, “N more” that no total accounts for; in order
 */
export function sayings(totals: readonly Statement<Figure>[]): Saying[] {
	const found: Saying[] = [];
	const byAmount = new Map<number, Saying[]>();
	const carried = new Map<Saying, Map<string, Statement<Figure>>>();

	const open = (statement: Statement<Figure>, fact: Figure, derived: boolean) => {
		const {at, firstSeenAt} = statement;
		const saying: Saying = {
			fact,
			at,
			firstSeenAt,
			derived,
			carriers: [],
			goneAt: null,
			repeatedAt: null,
		};
		found.push(saying);
		const amount = worth(fact)!;
		const alike = byAmount.get(amount);
		if (alike) alike.push(saying);
		else byAmount.set(amount, [saying]);
		carried.set(saying, new Map([[statement.report.id, statement]]));
	};
	const join = (saying: Saying, statement: Statement<Figure>) => {
		if (saying.derived) {
			// Now its claimant has said the sum: from here on it is a word, not a reckoning.
			const {fact, at, firstSeenAt} = statement;
			Object.assign(saying, {fact, at, firstSeenAt, derived: false});
			carried.set(saying, new Map([[statement.report.id, statement]]));
			return;
		}
		const carriers = carried.get(saying)!;
		const before = carriers.get(statement.report.id);
		if (!before || (before.droppedAt !== null && statement.droppedAt === null))
			carriers.set(statement.report.id, statement);
		saying.firstSeenAt = Math.min(saying.firstSeenAt, statement.firstSeenAt);
	};

	for (const statement of totals) {
		const {fact} = statement;
		const current = found.at(-1);
		if (fact.scope === 'additional') {
			const total = current && addTo(current, found.at(-2), fact);
			if (total) open(statement, total, true);
			continue;
		}
		const same = byAmount.get(worth(fact)!)?.findLast(saying => isSameAmount(saying.fact, fact));
		if (same && (same === current || isQuoted(statement, current!))) {
			join(same, statement);
			if (same !== current) same.repeatedAt = statement.at;
		} else open(statement, fact, false);
	}

	for (const saying of found) settle(saying, [...carried.get(saying)!.values()]);
	return found;
}

/** Whether an old number is only quoted: its own words do not place it after the number that stands. */
function isQuoted({fact}: Statement<Figure>, current: Saying): boolean {
	return fact.saidAt === null || fact.saidAt <= current.at;
}

/** “N more” on top of what stands; null where what stands already counts them. */
function addTo(current: Saying, before: Saying | undefined, more: Figure): Figure | null {
	const added = worth(more);
	if (added === null || more.qualifier === 'vague') return null;
	if (before && worth(current.fact)! - worth(before.fact)! === added) return null;
	const total = sum(current.fact, more);
	// “About 5 more” on top of “20 to 30” is no number.
	return worth(total) === null ? null : total;
}

function settle(saying: Saying, carriers: Statement<Figure>[]): void {
	const standing = carriers.filter(carrier => carrier.droppedAt === null);
	if (standing.length === 0)
		saying.goneAt = carriers.reduce((last, carrier) => Math.max(last, carrier.droppedAt!), 0);
	else if (!saying.derived) saying.fact = standing[0]!.fact;
	saying.carriers = standing.length > 0 ? standing : carriers;
}

/** The number that stands, and those before it with what became of them; `current` null where all were taken back. */
export function standing(found: readonly Saying[]): {current: Saying | null; replaced: Replaced[]} {
	const current = found.findLast(saying => saying.goneAt === null) ?? null;
	const replaced: Replaced[] = [];
	for (const [index, saying] of found.entries()) {
		if (saying === current) continue;
		const next = found[index + 1];
		const {fact, repeatedAt, goneAt} = saying;
		if (next && (goneAt === null || next.at <= goneAt)) {
			const why = worth(next.fact)! < worth(fact)! ? 'revised down' : 'later total';
			replaced.push({fact, why, at: next.at, repeatedAt});
		} else replaced.push({fact, why: 'withdrawn', at: goneAt!, repeatedAt});
	}
	return {current, replaced};
}

/** The same “N more” carried by many within a day is told once; where any of them also gives the total, it is counted there. */
export function unaccounted(
	more: readonly Statement<Figure>[],
	totals: readonly Statement<Figure>[],
): Statement<Figure>[] {
	if (more.length === 0) return [];
	const withTotal = new Set(totals.map(total => total.report.id));
	const groups: Statement<Figure>[][] = [];
	const open = new Map<number, Statement<Figure>[]>();
	for (const statement of more) {
		const amount = worth(statement.fact);
		if (amount === null || statement.droppedAt !== null) continue;
		const group = open.get(amount);
		if (group && statement.at - group[0]!.at <= dayMs) group.push(statement);
		else {
			const fresh = [statement];
			groups.push(fresh);
			open.set(amount, fresh);
		}
	}
	return groups
		.filter(group => !group.some(statement => withTotal.has(statement.report.id)))
		.map(group => group[0]!);
}
