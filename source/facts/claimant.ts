import {opponent, type Scene, sideTold} from './attribute.ts';
import type {Speaker} from './fact.ts';
import type {ClaimDraft, Item} from './rule.ts';

/**
 * Who makes a claim, where an organ makes it that nothing gives a side: it accuses the other side, and denies what its own is
 * accused of (“The Border Service said Norvian forces had opened fire”, “Sartova accused Norvia. The ministry denied it”).
 */
export function claimant(
	by: Speaker | null,
	item: Item | null,
	{act, about}: ClaimDraft,
	scene: Scene,
): Speaker | null {
	if (!by || !item?.sense.isBareOrgan || sideTold(item, scene) !== null) {
		return by;
	}

	if (act === 'denial' && scene.memory.accused !== null) {
		return {...by, side: scene.memory.accused};
	}

	return act === 'accusation' && by.side != null && by.side === about?.sense.side
		? {...by, side: opponent(by.side, scene.sides)}
		: by;
}
