import type {Fact, Speaker} from '../facts/fact.ts';
import type {Agreement, Chain, Claimed, Picture, Row} from '../picture/picture.ts';

/** An instant as ISO 8601 in UTC, milliseconds only where there are any; null where it is none that a calendar has. */
export function iso(at: number | null): string | null {
	if (at === null || !(Math.abs(at) <= 8.64e15)) return null;
	return new Date(at).toISOString().replace('.000Z', 'Z');
}

const speaker = (by: Speaker | null) => by && {name: by.name, side: by.side, kind: by.kind};

/** A fact with the keys that `trucewatch read` prints, and no others. */
export function printableFact(fact: Fact) {
	const common = {
		kind: fact.kind,
		sentence: fact.sentence,
		start: fact.start,
		end: fact.end,
		rule: fact.rule,
		language: fact.language,
		period: fact.period,
		saidAt: iso(fact.saidAt),
		saidAtPrecision: fact.saidAtPrecision,
		by: speaker(fact.by),
	};
	const report = {
		report: {
			id: fact.report.id,
			source: fact.report.source,
			url: fact.report.url,
			title: fact.report.title,
			publishedAt: iso(fact.report.publishedAt),
		},
	};
	switch (fact.kind) {
		case 'figure': {
			const {measure, low, best, high, qualifier, of, combatant, relation, scope} = fact;
			return {...common, measure, low, best, high, qualifier, of, combatant, relation, scope, ...report};
		}
		case 'ceasefire': {
			const {event, against, effectiveAt, qualified} = fact;
			return {...common, event, against, effectiveAt: iso(effectiveAt), qualified, ...report};
		}
		case 'claim': {
			const {act, about, topics, place} = fact;
			return {...common, act, about, topics: [...topics], place, ...report};
		}
	}
}

function printableChain(chain: Chain) {
	return {
		claimant: chain.claimant,
		by: speaker(chain.by),
		current: printableFact(chain.current),
		currentAt: iso(chain.currentAt),
		currentFirstSeenAt: iso(chain.currentFirstSeenAt),
		lastToldAt: iso(chain.lastToldAt),
		derived: chain.derived,
		copies: chain.copies,
		origins: chain.origins,
		carriers: [...chain.carriers],
		replaced: chain.replaced.map(({fact, why, at, repeatedAt, corrected}) => ({
			fact: printableFact(fact),
			why,
			at: iso(at),
			repeatedAt: iso(repeatedAt),
			corrected,
		})),
		parts: chain.parts.map(printableFact),
		formerParts: chain.formerParts.map(printableFact),
		isPart: chain.isPart,
		isOutdated: chain.isOutdated,
	};
}

/** A row of the tally with the keys that `once --format json` prints. */
export function printableRow(row: Row) {
	const {of, measure, low, best, high, openEnded, method, origins, silence, implied} = row;
	return {
		of,
		measure,
		low,
		best,
		high,
		openEnded,
		method,
		origins,
		own: row.own.map(printableChain),
		enemy: row.enemy.map(printableChain),
		third: row.third.map(printableChain),
		silence: silence && {
			by: speaker(silence.by),
			since: iso(silence.since),
			fact: printableFact(silence.fact),
		},
		implied: implied && {low: implied.low, from: [...implied.from]},
		withdrawn: row.withdrawn.map(({by, fact, at}) => ({
			by: speaker(by),
			fact: printableFact(fact),
			at: iso(at),
		})),
	};
}

function printableClaimed({id, fact, at, firstSeenAt, copies, origins, carriers, answers}: Claimed) {
	return {
		id,
		fact: printableFact(fact),
		at: iso(at),
		firstSeenAt: iso(firstSeenAt),
		copies,
		origins,
		carriers: [...carriers],
		answers,
	};
}

function printableAgreement(agreement: Agreement) {
	const {
		at,
		effectiveAt,
		by,
		event,
		extends: isExtension,
		place,
		heldAt,
		breachedAt,
		lastToldAt,
		fact,
	} = agreement;
	return {
		at: iso(at),
		effectiveAt: iso(effectiveAt),
		by: speaker(by),
		event,
		extends: isExtension,
		place,
		heldAt: iso(heldAt),
		breachedAt: iso(breachedAt),
		lastToldAt: iso(lastToldAt),
		fact: printableFact(fact),
	};
}

/** A picture as `trucewatch once --format json` prints it: plain values, instants as ISO 8601. */
export function printablePicture(picture: Picture) {
	const {version, profile, asOf, window, tally, ceasefire, claims, sources, counts} = picture;
	return {
		version,
		profile: {id: profile.id, name: profile.name, sides: profile.sides.map(({id, name}) => ({id, name}))},
		asOf: iso(asOf),
		window: {from: iso(window.from), to: iso(window.to)},
		tally: {rows: tally.rows.map(printableRow)},
		ceasefire: {
			status: ceasefire.status,
			renewals: ceasefire.renewals,
			since: iso(ceasefire.since),
			lastViolationAt: iso(ceasefire.lastViolationAt),
			speakers: ceasefire.speakers.map(({by, says, against, qualified, at, fact}) => ({
				by: speaker(by),
				says,
				against,
				qualified,
				at: iso(at),
				fact: printableFact(fact),
			})),
			agreements: ceasefire.agreements.map(printableAgreement),
			violations: {...ceasefire.violations},
			violationsByDay: ceasefire.violationsByDay.map(({day, against}) =>
				Object.assign({day}, against, {day}),
			),
			events: ceasefire.events.map(printableFact),
		},
		claims: Object.fromEntries(
			Object.entries(claims).map(([side, list]) => [side, list.map(printableClaimed)]),
		),
		sources: sources.map(({id, name, state, lastAnswerAt, nextPollAt, reports, reason}) => ({
			id,
			name,
			state,
			lastAnswerAt: iso(lastAnswerAt),
			nextPollAt: iso(nextPollAt),
			reports,
			reason,
		})),
		counts: {...counts},
	};
}
