import type {Fact, Figure} from '../../source/facts/fact.ts';
import type {Label, Read} from './labelled.ts';

/*
 * How well facts that were read agree with those that were labelled.
 */

export const kinds = ['figure', 'ceasefire', 'claim'] as const;

/** The fields that must be right for a fact to count as read. */
const core = {
	figure: ['measure', 'low', 'best', 'high', 'of'],
	ceasefire: ['event', 'by.side', 'against'],
	claim: ['act', 'by.side', 'about'],
} as const;

/** Further fields, scored one by one among the facts whose core is right. */
const more = {
	figure: ['by.side', 'scope', 'combatant', 'period', 'qualifier'],
	ceasefire: ['qualified', 'period', 'effectiveAt'],
	claim: ['topics', 'period'],
} as const;

export type Tally = {hit: number; labelled: number; read: number};

export type Score = {
	readonly core: Tally;
	/** All fields right, not the core alone. */
	readonly all: Tally;
	/** By field: of how many facts with the right core it is right. */
	readonly fields: Readonly<Record<string, {readonly right: number; readonly of: number}>>;
	readonly missed: readonly {readonly label: Label; readonly id: string}[];
	readonly invented: readonly {readonly fact: Fact; readonly id: string}[];
	/** Facts with the right core, in which a further field is wrong. */
	readonly wrong: readonly {
		readonly label: Label;
		readonly fact: Fact;
		readonly fields: readonly string[];
		readonly id: string;
	}[];
};

export const precision = ({hit, read}: Tally): number => (read === 0 ? 1 : hit / read);
export const recall = ({hit, labelled}: Tally): number => (labelled === 0 ? 1 : hit / labelled);
export const f1 = ({hit, labelled, read}: Tally): number =>
	labelled + read === 0 ? 1 : (2 * hit) / (labelled + read);

function fieldOf(of: object, path: string): unknown {
	const value = path
		.split('.')
		.reduce<unknown>((each, key) => (each as Record<string, unknown> | null | undefined)?.[key], of);
	if (path === 'effectiveAt' && typeof value === 'string') return Date.parse(value);
	return Array.isArray(value) ? [...value].sort() : (value ?? null);
}

const same = (label: Label, fact: Fact, path: string): boolean =>
	[fieldOf(label, path), ...(label.accept?.[path] ?? []).map(value => fieldOf({value}, 'value'))].some(
		value => JSON.stringify(value) === JSON.stringify(fieldOf(fact, path)),
	);

/** Scores one kind of fact over reports. A fact that is labelled as optional counts neither way. */
export function score(reads: readonly Read[], kind: Fact['kind']): Score {
	const coreTally = {hit: 0, labelled: 0, read: 0};
	const allTally = {hit: 0, labelled: 0, read: 0};
	const fields: Record<string, {right: number; of: number}> = {};
	const missed: Score['missed'][number][] = [];
	const invented: Score['invented'][number][] = [];
	const wrong: Score['wrong'][number][] = [];
	for (const {labelled, facts} of reads) {
		const left = facts.filter(fact => fact.kind === kind);
		for (const label of labelled.facts.filter(each => each.kind === kind)) {
			coreTally.labelled++;
			const wrongIn = (fact: Fact) => more[kind].filter(path => !same(label, fact, path));
			// Of several that agree in the core, the one that agrees best in the rest.
			const found = left
				.filter(fact => core[kind].every(path => same(label, fact, path)))
				.sort((a, b) => wrongIn(a).length - wrongIn(b).length)[0];
			if (!found) {
				missed.push({label, id: labelled.id});
				continue;
			}

			left.splice(left.indexOf(found), 1);
			coreTally.hit++;
			coreTally.read++;
			const others = wrongIn(found);
			for (const path of more[kind]) {
				fields[path] ??= {right: 0, of: 0};
				fields[path].of++;
				if (!others.includes(path as never)) fields[path].right++;
			}

			if (others.length === 0) allTally.hit++;
			else wrong.push({label, fact: found, fields: others, id: labelled.id});
		}

		for (const fact of left) {
			const isOptional = labelled.optional.some(
				label =>
					label.kind === kind &&
					core[kind].every(
						path => path === 'of' || path === 'by.side' || path === 'about' || same(label, fact, path),
					),
			);
			if (!isOptional) {
				coreTally.read++;
				invented.push({fact, id: labelled.id});
			}
		}
	}

	allTally.labelled = coreTally.labelled;
	allTally.read = coreTally.read;
	return {core: coreTally, all: allTally, fields, missed, invented, wrong};
}

const sumOf = (values: readonly (number | null)[]): number | null =>
	values.some(value => value === null) ? null : values.reduce<number>((sum, value) => sum + value!, 0);

/**
 * What the figures of a report about one event come to: of each group of people the least and the most that anybody
 * says, added up over groups; null where nothing bounds it or no figure was read.
 */
export function eventTotal(
	facts: readonly Fact[],
	measure: Figure['measure'],
): [number | null, number | null] | null {
	const groups = new Map<string, Map<string, Figure[]>>();
	const figures = facts.filter(
		(fact): fact is Figure =>
			fact.kind === 'figure' &&
			fact.measure === measure &&
			fact.period !== 'historical' &&
			fact.scope !== 'subset' &&
			fact.qualifier !== 'silence',
	);
	// A title says again what the text says; and so does a text.
	const told = figures.some(({sentence, report}) => sentence !== report.title)
		? figures.filter(({sentence, report}) => sentence !== report.title)
		: figures;
	const numbers = new Set<string>();
	for (const fact of told) {
		const number = [fact.low, fact.best, fact.high].join();
		if (numbers.has(number) && (fact.best ?? fact.low ?? 0) > 3) continue;
		numbers.add(number);
		const group = [fact.of, fact.combatant].join();
		const byGroup = groups.get(group) ?? new Map<string, Figure[]>();
		const speaker = [fact.by?.side, fact.by?.name].join();
		byGroup.set(speaker, [...(byGroup.get(speaker) ?? []), fact]);
		groups.set(group, byGroup);
	}

	if (groups.size === 0) return null;
	const ranges = [...groups.values()].map(speakers => {
		const each = [...speakers.values()].map(figures => [
			sumOf(figures.map(({low, best}) => low ?? best)),
			sumOf(figures.map(({high, best, qualifier}) => (qualifier === 'about' ? best : high))),
		]);
		const lows = each.map(([low]) => low).filter(value => value != null);
		const highs = each.map(([, high]) => high!);
		return [
			lows.length === 0 ? null : Math.min(...lows),
			highs.some(value => value === null) ? null : Math.max(...(highs as number[])),
		];
	});
	return [sumOf(ranges.map(([low]) => low!)), sumOf(ranges.map(([, high]) => high!))];
}

export type TotalsScore = {
	readonly measure: string;
	readonly of: number;
	readonly low: number;
	readonly both: number;
	/** Reports without such people for which some were read. */
	readonly falseCounts: number;
	readonly none: number;
	readonly wrong: readonly {
		readonly id: string;
		readonly text: string;
		readonly expected: unknown;
		readonly got: unknown;
	}[];
};

/** How often the count of a whole event is right. */
export function scoreTotals(reads: readonly Read[], measure: Figure['measure']): TotalsScore {
	const found = {of: 0, low: 0, both: 0, falseCounts: 0, none: 0};
	const wrong: TotalsScore['wrong'][number][] = [];
	for (const {labelled, facts} of reads) {
		if (!labelled.totals) continue;
		const expected = labelled.totals[measure] ?? [0, 0];
		const got = eventTotal(facts, measure);
		const isNone = expected[0] === 0 && expected[1] === 0;
		const isSomeRead = got !== null && (got[0] !== 0 || got[1] !== 0);
		// “Up to 50” has no low end: none, or one.
		const isLow = got !== null && (got[0] ?? 1) === (expected[0] ?? 1);
		const isBoth = isLow && (got?.[1] ?? null) === expected[1];
		if (isNone) {
			found.none++;
			if (isSomeRead) found.falseCounts++;
		} else {
			found.of++;
			if (isLow) found.low++;
			if (isBoth) found.both++;
		}

		if (isNone ? isSomeRead : !isBoth)
			wrong.push({
				id: labelled.id,
				text: [labelled.title, labelled.text].filter(Boolean).join(' | '),
				expected,
				got,
			});
	}

	return {measure, ...found, wrong};
}
