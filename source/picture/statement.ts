import type {Ceasefire, Claim, Fact, Figure} from '../facts/fact.ts';
import type {Profile, Window} from '../profile/profile.ts';
import {type Head, toldAt} from '../reports/report.ts';
import {type Claimant, claimants} from './claimant.ts';
import type {Reading} from './picture.ts';

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

/** One fact as one report tells it, over all revisions of that report. */
export type Statement<F extends Fact = Fact> = {
	readonly fact: F;
	/** The newest revision that holds the fact. */
	readonly report: Head;
	readonly claimant: Claimant;
	/** When it was said, else when the report first told it. */
	readonly at: number;
	readonly firstSeenAt: number;
	/** When the report left it out again; null where its newest revision still holds it. */
	readonly droppedAt: number | null;
};

export type Statements = {
	readonly figures: readonly Statement<Figure>[];
	readonly ceasefires: readonly Statement<Ceasefire>[];
	readonly claims: readonly Statement<Claim>[];
	readonly counts: {readonly reports: number; readonly origins: number; readonly facts: number};
	/** Reports known, by id of source. */
	readonly bySource: ReadonlyMap<string, number>;
};

/** Null: not limited. */
export type Clock = {readonly asOf: number | null; readonly asSeen: number | null};

/** Whether a revision was out, and in here, by the clock. */
export function isKnown(report: Head, {asOf, asSeen}: Clock): boolean {
	return (asSeen === null || report.firstSeenAt <= asSeen) && (asOf === null || toldAt(report) <= asOf);
}

/**
 * When a fact was said: by its own words, else when it was told.
 *
 * “On Sunday” is the end of that day, or the report's own time where the day had not ended. Nothing is said after it was told, nor told after it was seen.
 */
export function saidAt(fact: Pick<Fact, 'saidAt' | 'saidAtPrecision'>, told: number): number {
	if (fact.saidAt === null) return told;
	return Math.min(fact.saidAtPrecision === 'day' ? fact.saidAt + dayMs - 1 : fact.saidAt, told);
}

// A first total may be told with the hours before the window's first midnight: zones differ by up to a day.
const slackMs = dayMs;
// Last tolls of an event come weeks after it; what is told later is about another one.
const aftermathMs = 30 * dayMs;

function isInWindow(report: Head, told: number, window: Window): boolean {
	if (told < window.from) return false;
	return window.to === null || Math.min(report.publishedAt ?? told, told) <= window.to + aftermathMs;
}

/** Gathers what the reports say of the window's event by the clock, each fact once per report. Order of the readings does not matter. */
export function statements(
	profile: Profile,
	readings: readonly Reading[],
	clock: Clock,
	window: Window,
): Statements {
	const reports = new Map<string, Reading>();
	const revised = new Map<string, Reading[]>();
	for (const reading of readings) {
		if (!isKnown(reading.report, clock)) continue;
		const {id} = reading.report;
		const other = reports.get(id);
		if (other === undefined) reports.set(id, reading);
		else {
			const revisions = revised.get(id);
			if (revisions) revisions.push(reading);
			else revised.set(id, [other, reading]);
		}
	}

	const outletOf = (id: string) => {
		const first = reports.get(id)?.report;
		return first ? (first.outlet ?? first.source) : null;
	};
	const claimantOf = claimants(profile, outletOf);
	const figures: Statement<Figure>[] = [];
	const ceasefires: Statement<Ceasefire>[] = [];
	const claims: Statement<Claim>[] = [];
	const take = (fact: Fact, report: Head, told: number, firstSeenAt: number, droppedAt: number | null) => {
		if (fact.period === 'historical') return;
		const at = saidAt(fact, told);
		if (at < window.from - slackMs) return;
		const claimant = claimantOf(fact.by, report);
		if (fact.kind === 'figure') figures.push({fact, report, claimant, at, firstSeenAt, droppedAt});
		else if (fact.kind === 'ceasefire') ceasefires.push({fact, report, claimant, at, firstSeenAt, droppedAt});
		else claims.push({fact, report, claimant, at, firstSeenAt, droppedAt});
	};

	const origins = new Set<string>();
	const bySource = new Map<string, number>();
	let facts = 0;
	for (const only of reports.values()) {
		const revisions = revised.get(only.report.id);
		revisions?.sort((a, b) => a.report.revision - b.report.revision);
		const newest = revisions?.at(-1) ?? only;
		origins.add(newest.report.origin);
		bySource.set(newest.report.source, (bySource.get(newest.report.source) ?? 0) + 1);
		facts += newest.facts.length;
		if (revisions) {
			for (const {fact, last, first, droppedAt} of overRevisions(revisions)) {
				const told = tellingOf(first);
				if (isInWindow(first, told, window)) take(fact, last, told, first.firstSeenAt, droppedAt);
			}
			continue;
		}
		const told = tellingOf(only.report);
		if (!isInWindow(only.report, told, window)) continue;
		for (const fact of attributed(only.facts, only.report))
			take(fact, only.report, told, only.report.firstSeenAt, null);
	}

	return {
		figures,
		ceasefires,
		claims,
		counts: {reports: reports.size, origins: origins.size, facts},
		bySource,
	};
}

// A feed that dates its items ahead must not hold the last word until then.
const tellingOf = (report: Head) => Math.min(toldAt(report), report.firstSeenAt);

type Told = {fact: Fact; last: Head; first: Head; droppedAt: number | null};

/** What each revision said, each fact once: told by the first that holds it, dropped by the one after the last. */
function overRevisions(revisions: readonly Reading[]): Told[] {
	const told = new Map<string, Told>();
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

// Beyond this a text is a table, not a story, and each line is compared with each.
const comparedAtMost = 64;

/**
 * Leaves out figures in the outlet's own voice where the same report gives the same number with a name.
 *
 * “36 dead” in a title is the ministry's figure of the body, not a count by the outlet.
 */
function attributed(facts: readonly Fact[], report: Head): readonly Fact[] {
	if (facts.length < 2 || facts.length > comparedAtMost) return facts;
	if (!facts.some(fact => isOwnVoice(fact, report))) return facts;
	return facts.filter(
		fact =>
			fact.kind !== 'figure' ||
			!isOwnVoice(fact, report) ||
			!facts.some(
				other =>
					other.kind === 'figure' &&
					!isOwnVoice(other, report) &&
					other.measure === fact.measure &&
					(other.of === fact.of || fact.of === null) &&
					other.low === fact.low &&
					other.best === fact.best &&
					other.high === fact.high,
			),
	);
}

const isOwnVoice = ({kind, by}: Fact, {outlet}: Head) =>
	kind === 'figure' && (by === null || (by.kind === 'media' && by.name !== null && by.name === outlet));
