import type {SideId, Speaker} from '../facts/fact.ts';

/**
 * The side that answers for what a speaker says, `both` where they say it together, null where nobody but the speaker does.
 *
 * A side speaks through its officials and its own media. Residents, an opposition and whoever will not be named may live on one
 * side, but a side's last word is not theirs to give.
 */
export function voiceOf(by: Speaker | null): SideId {
	return by !== null && (by.kind === 'official' || by.kind === 'media') ? by.side : null;
}
