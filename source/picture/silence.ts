import type {Figure, SideId} from '../facts/fact.ts';
import type {Profile} from '../profile/profile.ts';
import type {Given} from './cell.ts';
import type {Row} from './picture.ts';
import {inOrder} from './saying.ts';
import type {Statement} from './statement.ts';

/**
 * Since when a side has been said to give no figure of its own, until it gives its first.
 *
 * “No casualties” said before does not end it, nor does “several”: nobody was counted yet. Later reports that still tell of the silence do not bring it back.
 *
 * @param silences what says that no figure was given
 * @param given what the side's own officials gave
 */
export function silence(
	profile: Profile,
	of: SideId,
	silences: readonly Statement<Figure>[],
	given: readonly Given[],
): Row['silence'] {
	const first = silences.filter(({droppedAt}) => droppedAt === null).sort(inOrder)[0];
	if (!first) return null;
	const isBroken = given.some(({some, none}) => some > 0 || [...none].some(({at}) => at >= first.at));
	if (isBroken) return null;
	const side = profile.sides.find(({id}) => id === of);
	const isOwn = !side || first.fact.by?.side === side.id;
	return {
		by: isOwn ? first.claimant.by : {name: side.name, side: side.id, kind: 'official'},
		since: first.at,
		fact: first.fact,
	};
}
