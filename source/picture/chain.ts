import type {Figure} from '../facts/fact.ts';
import {floor, isTotal, worth} from './amount.ts';
import type {Chain, Withdrawn} from './picture.ts';
import {inOrder, type Saying, sayings, standing, unaccounted} from './saying.ts';
import {dayMs, type Statement} from './statement.ts';

/** A chain with what the row needs to know of it beyond what is shown. */
export type Drawn = {
	readonly key: string;
	readonly chain: Chain;
	/** Stories that carry the current figure, by id of the report that told each first. */
	readonly origins: ReadonlySet<string>;
	/** Each number with the time from which it stood, oldest first. */
	readonly sayings: readonly Saying[];
};

/**
 * What one claimant says of one row.
 *
 * Running totals make the chain. Where the claimant gave none, its largest part stands in, marked as a part.
 *
 * @param given all figures of this claimant in this row, silences left out
 */
export function chain(
	key: string,
	given: readonly Statement<Figure>[],
): {drawn: Drawn | null; withdrawn: Withdrawn[]} {
	const ordered = [...given].sort(inOrder);
	const totals: Statement<Figure>[] = [];
	const others: Statement<Figure>[] = [];
	for (const statement of ordered) (isTotal(statement.fact) ? totals : others).push(statement);
	const more = unaccounted(
		others.filter(({fact}) => fact.scope === 'additional'),
		totals,
	);
	const found = sayings(more.length > 0 ? [...totals, ...more].sort(inOrder) : totals);
	const {current, replaced} = standing(found);
	const parts = partsOf(others, found);
	if (current) return {drawn: draw(key, current, found, replaced, parts, false), withdrawn: []};
	const withdrawn = found.map(saying => ({
		by: saying.carriers[0]!.claimant.by,
		fact: saying.fact,
		at: saying.goneAt!,
	}));
	return {drawn: largestPart(key, others, parts), withdrawn};
}

function draw(
	key: string,
	current: Saying,
	found: readonly Saying[],
	replaced: Chain['replaced'],
	parts: readonly Figure[],
	isPart: boolean,
): Drawn {
	const {carriers} = current;
	return {
		key,
		origins: new Set(carriers.map(({report}) => report.origin)),
		sayings: found,
		chain: {
			claimant: key,
			by: carriers[0]!.claimant.by,
			current: current.fact,
			currentAt: current.at,
			currentFirstSeenAt: current.firstSeenAt,
			lastToldAt: carriers.reduce((last, {at}) => Math.max(last, at), current.at),
			derived: current.derived,
			copies: carriers.length,
			carriers: [...new Set(carriers.map(({report}) => report.outlet ?? report.source))],
			replaced,
			parts,
			isPart,
			isOutdated: false,
		},
	};
}

/** Figures that are no totals and that their reports still hold, the same within a day once, newest first. */
function partsOf(ordered: readonly Statement<Figure>[], found: readonly Saying[]): Figure[] {
	const used = new Set(found.filter(saying => saying.derived).map(saying => saying.carriers[0]!.report.id));
	const last = new Map<string, number>();
	const parts: Figure[] = [];
	for (const {fact, at, droppedAt, report} of ordered) {
		if (droppedAt !== null) continue;
		if (fact.scope === 'additional' && used.has(report.id)) continue;
		const alike = `${fact.scope} ${fact.combatant} ${fact.low} ${fact.best} ${fact.high}`;
		const before = last.get(alike);
		last.set(alike, before !== undefined && at - before <= dayMs ? before : at);
		if (before === undefined || at - before > dayMs) parts.push(fact);
	}
	return parts.reverse();
}

/** Fighters or civilians alone are followed as totals of their kind; then the largest of all parts stands, the newest of equals. */
function largestPart(
	key: string,
	ordered: readonly Statement<Figure>[],
	parts: readonly Figure[],
): Drawn | null {
	const candidates: {saying: Saying; found: Saying[]; replaced: Chain['replaced']}[] = [];
	const running = (combatant: Figure['combatant']) =>
		ordered.filter(
			({fact}) =>
				fact.scope === 'running' &&
				fact.combatant === combatant &&
				fact.qualifier !== 'vague' &&
				worth(fact) !== null,
		);
	for (const combatant of ['civilian', 'military'] as const) {
		const found = sayings(running(combatant));
		const {current, replaced} = standing(found);
		if (current) candidates.push({saying: current, found, replaced});
	}
	const alone = ordered.filter(
		({fact, droppedAt}) =>
			droppedAt === null && worth(fact) !== null && (fact.scope !== 'running' || fact.qualifier === 'vague'),
	);
	// Each amount is followed by itself: two strikes are not two words on one strike.
	const amounts = new Map<string, Statement<Figure>[]>();
	for (const statement of alone) {
		const {low, best, high} = statement.fact;
		const same = amounts.get(`${low} ${best} ${high}`);
		if (same) same.push(statement);
		else amounts.set(`${low} ${best} ${high}`, [statement]);
	}
	for (const same of amounts.values()) candidates.push({saying: told(same), found: [], replaced: []});
	const size = ({saying}: (typeof candidates)[number]) => floor(saying.fact) ?? 0;
	const best = candidates.sort((a, b) => size(b) - size(a) || b.saying.at - a.saying.at)[0];
	if (!best) return null;
	const rest = parts.filter(part => part !== best.saying.fact);
	return draw(key, best.saying, best.found, best.replaced, rest, true);
}

function told(same: readonly Statement<Figure>[]): Saying {
	const carriers = [...new Map(same.toReversed().map(each => [each.report.id, each])).values()].reverse();
	return {
		fact: carriers[0]!.fact,
		at: carriers[0]!.at,
		firstSeenAt: Math.min(...carriers.map(each => each.firstSeenAt)),
		derived: false,
		carriers,
		goneAt: null,
		repeatedAt: null,
	};
}
