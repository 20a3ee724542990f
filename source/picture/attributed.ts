import type {Fact} from '../facts/fact.ts';
import type {Head} from '../reports/report.ts';

// Beyond this a text is a table, not a story, and each line is compared with each.
const comparedAtMost = 64;

/**
 * Leaves out figures in the outlet's own voice where the same report gives the same number with a name.
 *
 * “36 dead” in a title is the ministry's figure of the body, not a count by the outlet.
 */
export function attributed(facts: readonly Fact[], report: Head): readonly Fact[] {
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
