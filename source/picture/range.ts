import {ceiling, floor, isOpenEnded, worth} from './amount.ts';
import type {Drawn} from './chain.ts';
import type {Row} from './picture.ts';
import {dayMs} from './statement.ts';

export type Range = Pick<Row, 'low' | 'best' | 'high' | 'openEnded' | 'method' | 'origins'>;
export type Columns = Readonly<Record<'own' | 'enemy' | 'third', readonly Drawn[]>>;

/** Whole in its kind though no total: all fighters, or all civilians. */
const isOfOneKind = ({chain: {isPart, current}}: Drawn) =>
	isPart && current.scope === 'running' && current.combatant !== null && current.qualifier !== 'vague';

/**
 * Marks what time has overtaken: a figure that a total by the own side or a third party passes, where that one was still told a day after this one last was.
 *
 * A total only grows, so “no casualties” of the first day is no lower account of the fifth, it is an old one.
 */
export function outdated(
	chains: readonly Drawn[],
	isEnemy: (drawn: Drawn) => boolean,
	beside: readonly Drawn[] = [],
): Drawn[] {
	// Of what stands beside, a part passes a nought as well as a total does.
	const totals = [...chains.filter(drawn => !drawn.chain.isPart && !isEnemy(drawn)), ...beside].sort(
		(a, b) => a.chain.lastToldAt - b.chain.lastToldAt,
	);
	// The greatest total from each place on: one look per chain, however many there are.
	const greatest: number[] = [];
	for (let index = totals.length - 1; index >= 0; index--)
		greatest[index] = Math.max(worth(totals[index]!.chain.current) ?? 0, greatest[index + 1] ?? 0);
	const later = new Map<Drawn, number>();
	let next = 0;
	for (const drawn of chains.toSorted((a, b) => a.chain.lastToldAt - b.chain.lastToldAt)) {
		while (next < totals.length && totals[next]!.chain.lastToldAt < drawn.chain.lastToldAt + dayMs) next++;
		later.set(drawn, greatest[next] ?? 0);
	}
	return chains.map(drawn =>
		later.get(drawn)! > amountOf(drawn) ? {...drawn, chain: {...drawn.chain, isOutdated: true}} : drawn,
	);
}

/** Low, best and high of a row, and in words how they were come by. Nothing is added and nothing averaged. */
export function range({own, enemy, third}: Columns): Range {
	const named = [...own, ...third];
	const origins = independent([...named, ...enemy]);
	const totals = named.filter(({chain}) => !chain.isPart);
	const rivals = enemy.filter(({chain}) => !chain.isPart);
	const parts = [...named, ...enemy].filter(({chain}) => chain.isPart && !chain.isOutdated);
	if (totals.length > 0) return {...raised(spread(own, third, totals, rivals, ''), parts), origins};
	const kinds = named.filter(isOfOneKind);
	const words = new Set(
		kinds.map(({chain}) => (chain.current.combatant === 'military' ? 'fighters' : 'civilians')),
	);
	// Fighters by one and civilians by another are two counts, not two accounts of one.
	if (words.size === 1) {
		const spreaded = spread(own, third, kinds, rivals, `, ${[...words].join()} only`);
		const rest = parts.filter(drawn => !kinds.includes(drawn));
		return {...raised(spreaded, rest), openEnded: true, origins};
	}
	if (named.length > 0) {
		const floors = named.map(({chain}) => floor(chain.current)).filter(each => each !== null);
		const low = floors.length > 0 ? Math.max(...floors) : null;
		const high = rivals.length > 0 ? highest(rivals) : null;
		// “Up to 50” is no count: it says how high, and nothing of how low.
		const upTo = named.map(({chain: {current}}) => (floor(current) === null ? ceiling(current) : null));
		const ends = [high, ...upTo].filter(each => each !== null);
		const most = ends.length > 0 ? Math.max(...ends, low ?? 0) : null;
		const method = `${low === null ? 'no count given' : 'no total given: the low is the largest single count'}${rivals.length > 0 ? ', the high is the other side’s' : ''}`;
		return {low, best: null, high: most, openEnded: true, method, origins};
	}
	const high = rivals.length > 0 ? highest(rivals) : null;
	const isOpen = rivals.some(({chain}) => ceiling(chain.current) === high && isOpenEnded(chain.current));
	return {
		low: null,
		best: null,
		high,
		openEnded: enemy.length > 0 && (isOpen || high === null),
		method: enemy.length > 0 ? 'only the other side gives a figure' : 'no figure given',
		origins,
	};
}

/** The high is not lower than a part that somebody still tells: seven civilians are at least seven dead, whoever counts two in all. */
function raised(spreaded: Omit<Range, 'origins'>, parts: readonly Drawn[]): Omit<Range, 'origins'> {
	const most = Math.max(...parts.map(({chain}) => floor(chain.current) ?? 0));
	if (spreaded.high === null || most <= spreaded.high) return spreaded;
	const method = `${spreaded.method}; the high is a count of some of them`;
	return {...spreaded, high: most, openEnded: true, method};
}

const highest = (chains: readonly Drawn[]) =>
	Math.max(...chains.map(({chain}) => ceiling(chain.current) ?? 0));

function spread(
	own: readonly Drawn[],
	third: readonly Drawn[],
	voices: readonly Drawn[],
	rivals: readonly Drawn[],
	only: string,
): Omit<Range, 'origins'> {
	const {chosen, method} = choose(own, third, voices);
	const current = voices.filter(drawn => !drawn.chain.isOutdated || drawn === chosen);
	const lows = current.map(({chain}) => floor(chain.current)).filter(low => low !== null);
	const all = [...voices, ...rivals];
	const high = highest(all);
	const best = chosen?.chain.current.best ?? null;
	const low = lows.length > 0 ? Math.min(...lows) : null;
	const overtaken = voices.length - current.length;
	return {
		// A reader's odd fact (low over best) must not make an odd row.
		low: low === null || best === null ? low : Math.min(low, best),
		best,
		high: best === null ? high : Math.max(high, best),
		openEnded: all.some(({chain}) => ceiling(chain.current) === high && isOpenEnded(chain.current)),
		method: `${method}${only}${overtaken > 0 ? `; the low leaves out ${overtaken} overtaken by a day` : ''}`,
	};
}

/** Whose total is the best: the own side's latest official one, else the third party's with the most origins, else what else the own side says. */
function choose(
	own: readonly Drawn[],
	third: readonly Drawn[],
	voices: readonly Drawn[],
): {chosen: Drawn | null; method: string} {
	const of = (column: readonly Drawn[]) => column.filter(drawn => voices.includes(drawn));
	const official = of(own).filter(({chain}) => chain.by.kind === 'official');
	if (official.length > 0) return {chosen: latest(official), method: 'own side’s latest official total'};
	// Of dead whom it gives no side, or gives both, a side is no third party.
	const others = of(third).filter(drawn => !isSide(drawn));
	const rest = of(own);
	if (others.length === 0 && rest.length === 0)
		return {chosen: null, method: 'no best: only a side’s word on dead not known as its own'};
	const isFresh = ({chain}: Drawn) => !chain.isOutdated;
	if (others.some(isFresh) || (others.length > 0 && !rest.some(isFresh)))
		return {chosen: mostBacked(others), method: 'third-party total with the most origins'};
	return {
		chosen: mostBacked(rest),
		method: 'own side’s unofficial total with the most origins',
	};
}

const isSide = ({chain: {by}}: Drawn) => by.kind === 'official' && by.side !== null && by.side !== 'both';

/** The total said last. One “as of the 18th”, told on the 19th, may be of any hour of that day: of those the greatest is the latest. */
function latest(official: readonly Drawn[]): Drawn {
	const [first, ...others] = official.toSorted(newestFirst) as [Drawn, ...Drawn[]];
	const {current, currentAt} = first.chain;
	const {saidAt, saidAtPrecision} = current;
	const isOfDay = saidAtPrecision === 'day' && saidAt !== null && currentAt >= saidAt + dayMs - 1;
	if (!isOfDay) return first;
	return others
		.filter(({chain}) => chain.currentAt >= saidAt)
		.reduce((most, each) => (amountOf(each) > amountOf(most) ? each : most), first);
}

const amountOf = ({chain}: Drawn) => worth(chain.current) ?? 0;

const newestFirst = (a: Drawn, b: Drawn) =>
	b.chain.currentAt - a.chain.currentAt || amountOf(b) - amountOf(a) || (a.key < b.key ? -1 : 1);

/** The one whose number most claimants give independently of each other; of equals, that which most stories tell, then the newest. */
function mostBacked(voices: readonly Drawn[]): Drawn {
	const backers = new Map<number, number>();
	for (const amount of new Set(voices.map(amountOf)))
		backers.set(amount, independent(voices.filter(drawn => amountOf(drawn) === amount)));
	return voices.toSorted(
		(a, b) =>
			Number(a.chain.isOutdated) - Number(b.chain.isOutdated) ||
			backers.get(amountOf(b))! - backers.get(amountOf(a))! ||
			b.carriers.origins - a.carriers.origins ||
			newestFirst(a, b),
	)[0]!;
}

/**
 * How many claimants do not merely repeat another.
 *
 * A medium or an unnamed source whose number is another's, in no story but the other's, is not a second origin; nor is a medium that also carries the other's number elsewhere.
 */
export function independent(chains: readonly Drawn[]): number {
	const alike = new Map<number | null, Drawn[]>();
	for (const drawn of chains) {
		const amount = worth(drawn.chain.current);
		const same = alike.get(amount);
		if (same) same.push(drawn);
		else alike.set(amount, [drawn]);
	}
	const repeats = (drawn: Drawn, other: Drawn) =>
		drawn !== other &&
		isHearsay(drawn) &&
		(drawn.carriers.isWithinOriginsOf(other.carriers) ||
			(isMedium(drawn) && !isHearsay(other) && drawn.carriers.isWithinOutletsOf(other.carriers))) &&
		(!isHearsay(other) || other.carriers.origins > drawn.carriers.origins || other.key < drawn.key);
	return chains.filter(drawn => !alike.get(worth(drawn.chain.current))!.some(other => repeats(drawn, other)))
		.length;
}

const isMedium = ({chain: {by}}: Drawn) => by.kind === 'media';
const isHearsay = (drawn: Drawn) => isMedium(drawn) || drawn.chain.by.kind === 'unnamed';
