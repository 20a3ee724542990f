import type {Fact} from '../facts/fact.ts';
import {type Head, toldAt} from '../reports/report.ts';
import {attributed} from './attributed.ts';
import type {Reading} from './picture.ts';

/** A fact over all revisions of its report: in which it was first told, which last holds it, and when it was left out again. */
export type Told = {
	readonly fact: Fact;
	readonly last: Head;
	readonly first: Head;
	/** Null where the newest revision still holds it. */
	readonly droppedAt: number | null;
};

/**
 * What each revision said, each fact once: told by the first that holds it, dropped by the one after the last.
 *
 * @param revisions of one report, oldest first
 */
export function overRevisions(revisions: readonly Reading[]): readonly Told[] {
	const [only] = revisions;
	if (revisions.length === 1 && only)
		return attributed(only.facts, only.report).map(fact => ({
			fact,
			last: only.report,
			first: only.report,
			droppedAt: null,
		}));
	const told = new Map<string, {-readonly [Key in keyof Told]: Told[Key]}>();
	for (const {report, facts} of revisions) {
		const held = new Map<string, Fact>();
		for (const fact of attributed(facts, report)) {
			const key = substance(fact);
			if (!held.has(key)) held.set(key, fact);
		}
		for (const [key, fact] of held) {
			const before = told.get(key);
			told.set(key, {fact, last: report, first: before?.first ?? report, droppedAt: null});
		}
		for (const [key, before] of told)
			if (!held.has(key) && before.droppedAt === null) before.droppedAt = toldAt(report);
	}
	return [...told.values()];
}

/** What a fact says, without where it stands: equal for the same statement in two revisions. */
function substance({kind, by, ...fact}: Fact): string {
	const {sentence, start, end, rule, language, report, saidAt, saidAtPrecision, ...said} = fact;
	return JSON.stringify([kind, by?.side, by?.name, by?.kind, said]);
}
