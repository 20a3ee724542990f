import {createHash} from 'node:crypto';
import type {Fact} from '../facts/fact.ts';
import {iso, printableFact} from '../formats/printable.ts';
import type {Change} from '../picture/changes.ts';

/** Where a change can be looked up. Of a source that was lost or is back there is no sentence. */
export type Evidence = {
	readonly sentence: string | null;
	/** The span that was read, in UTF-16 positions inside the sentence. */
	readonly start: number | null;
	readonly end: number | null;
	readonly outlet: string | null;
	/** Id of the source. */
	readonly source: string | null;
	readonly url: string | null;
	readonly title: string | null;
	readonly publishedAt: number | null;
	readonly firstSeenAt: number | null;
};

/** One change, and what it rests on. */
export type Told = Pick<Change, 'kind' | 'text' | 'at' | 'fact'> & {readonly evidence: Evidence};

/** What one rule has to tell at one moment. */
export type Alert = {
	/** As it was written. */
	readonly rule: string;
	/** The newest first; at most `mostTold`. */
	readonly told: readonly [Told, ...Told[]];
	/** How many changes there are, those that are not in `told` counted too. */
	readonly count: number;
	/** What tells these changes from others in this run and the next, in short. */
	readonly keys: readonly string[];
};

/** Told in full within one alert; the rest is counted. */
export const mostTold = 20;

/** A change of a rule in a few characters; of a source, null: it may be lost again. */
export function keyOf(rule: string, {id, kind}: Pick<Change, 'id' | 'kind'>): string | null {
	return kind === 'source'
		? null
		: createHash('sha256')
				.update(JSON.stringify([rule, id]))
				.digest('hex')
				.slice(0, 12);
}

/** Newest first; what has no time of its own happened just now. */
export const newestFirst = (a: Pick<Change, 'at'>, b: Pick<Change, 'at'>): number =>
	(b.at ?? Number.MAX_SAFE_INTEGER) - (a.at ?? Number.MAX_SAFE_INTEGER);

/** Both as one alert of the same rule. */
export function together(one: Alert, other: Alert): Alert {
	const [newest, ...rest] = [...one.told, ...other.told].sort(newestFirst);
	return {
		rule: one.rule,
		told: [newest!, ...rest.slice(0, mostTold - 1)],
		count: one.count + other.count,
		keys: [...one.keys, ...other.keys],
	};
}

/** An alert in one sentence. */
export function sentenceOf({told: [newest], count}: Alert): string {
	return count === 1 ? newest.text : `${count} alerts: ${newest.text} (and ${count - 1} more)`;
}

/** An alert as commands and webhooks get it, and as `collect` prints it: plain values, instants as ISO 8601. */
export function printableAlert(alert: Alert, conflict: {readonly id: string; readonly name: string}) {
	const {rule, told, count} = alert;
	const [newest, ...others] = told;
	return {
		version: 1,
		conflict: {id: conflict.id, name: conflict.name},
		rule,
		...printableTold(newest),
		fact: printedFact(newest.fact),
		more: count - 1,
		others: others.map(printableTold),
	};
}

const printedFact = (fact: Fact | null) => fact && printableFact(fact);

const printableTold = ({kind, text, at, evidence}: Told) => ({
	kind,
	text,
	at: iso(at),
	evidence: {
		...evidence,
		publishedAt: iso(evidence.publishedAt),
		firstSeenAt: iso(evidence.firstSeenAt),
	},
});
