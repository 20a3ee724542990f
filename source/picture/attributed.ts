import type {Fact} from '../facts/fact.ts';
import type {Head} from '../reports/report.ts';

// Beyond this a text is a table, not a story, and each line is compared with each.
const comparedAtMost = 64;

/**
 * Leaves out figures that the same report gives again, the same number, with who says it: those in the outlet's own voice,
 * and what a title puts shortly.
 *
 * “36 dead” in a title is the ministry's figure of the body, not a count by the outlet; “Tajik side: seven killed” is the
 * source's of the body, not the side's word.
 */
export function attributed(facts: readonly Fact[], report: Head): readonly Fact[] {
	if (facts.length < 2 || facts.length > comparedAtMost) return facts;
	if (!facts.some(fact => isOwnVoice(fact, report) || isShort(fact))) return facts;
	return facts.filter(fact => {
		if (fact.kind !== 'figure') return true;
		const isOwn = isOwnVoice(fact, report);
		if (!isOwn && !isShort(fact)) return true;
		return !facts.some(
			other =>
				other.kind === 'figure' &&
				(isOwn ? !isOwnVoice(other, report) : isNearby(other, fact)) &&
				other.measure === fact.measure &&
				(other.of === fact.of || fact.of === null) &&
				other.low === fact.low &&
				other.best === fact.best &&
				// A title says “36”, its text “at least 36”.
				(other.high === fact.high || other.high === null),
		);
	});
}

const isOwnVoice = ({kind, by}: Fact, {outlet}: Head) =>
	kind === 'figure' && (by === null || (by.kind === 'media' && by.name !== null && by.name === outlet));

/** “Source: …”, “Tajik side: …” */
const isShort = ({kind, by}: Fact) =>
	kind === 'figure' &&
	by !== null &&
	((by.kind === 'unnamed' && by.side === null) ||
		(by.kind === 'official' && by.side !== null && /\bside$/i.test(by.name ?? '')));

/** Whether somebody near a side, of whom no more is told, says it. */
const isNearby = ({by}: Fact, short: Fact) =>
	by?.kind === 'unnamed' && by.side !== null && (short.by?.side == null || short.by.side === by.side);
