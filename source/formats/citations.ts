import type {Fact} from '../facts/fact.ts';
import type {Picture} from '../picture/picture.ts';
import type {Head} from '../reports/report.ts';
import type {FormatOptions} from './format.ts';

/** A sentence that a page points to, and what is known of the report that it stands in. */
export type Cited = {
	/** From 1, in the order in which they are pointed to. */
	readonly number: number;
	readonly fact: Fact;
	/** Name of the outlet for people. */
	readonly outlet: string;
	/** Null: not known which revision. */
	readonly head: Head | null;
};

export type Citations = {
	/** The number of a fact's sentence. */
	cite(fact: Fact): Cited;
	all(): readonly Cited[];
};

/**
 * Numbers the sentences of a page as they are pointed to.
 *
 * @param keyOf facts of one key share a number
 */
export function createCitations(
	picture: Picture,
	head: FormatOptions['head'],
	keyOf: (fact: Fact) => unknown,
): Citations {
	const cited = new Map<unknown, Cited>();
	let names: ReadonlyMap<string, string> | null = null;
	return {
		cite(fact) {
			const key = keyOf(fact);
			const before = cited.get(key);
			if (before) return before;
			names ??= outletsOf(picture);
			const revision = head?.(fact) ?? null;
			const {id, source} = fact.report;
			const outlet = revision?.outlet ?? names.get(id) ?? names.get(source) ?? source;
			const entry = {number: cited.size + 1, fact, outlet, head: revision};
			cited.set(key, entry);
			return entry;
		},
		all: () => [...cited.values()],
	};
}

/** Names of outlets, by id of report and of source, as far as the picture itself tells. */
function outletsOf(picture: Picture): ReadonlyMap<string, string> {
	const names = new Map<string, string>();
	for (const {id, name} of picture.sources) names.set(id, name);
	const note = (fact: Fact, [first]: readonly string[]) => {
		if (first !== undefined) names.set(fact.report.id, first);
	};
	for (const {own, enemy, third} of picture.tally.rows)
		for (const {current, carriers} of [...own, ...enemy, ...third]) note(current, carriers);
	for (const {fact, carriers} of Object.values(picture.claims).flat()) note(fact, carriers);
	return names;
}

/** Outlets by how many of the cited reports are theirs, most first. */
export function outletCounts(cited: readonly Cited[]): {outlet: string; reports: number}[] {
	const reports = new Map<string, Set<string>>();
	for (const {outlet, fact} of cited) {
		const of = reports.get(outlet) ?? new Set();
		reports.set(outlet, of.add(fact.report.id));
	}
	return [...reports]
		.map(([outlet, ids]) => ({outlet, reports: ids.size}))
		.sort((a, b) => b.reports - a.reports || (a.outlet < b.outlet ? -1 : 1));
}
