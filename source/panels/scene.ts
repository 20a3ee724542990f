import type {Fact, SideId, Speaker} from '../facts/fact.ts';
import type {Change} from '../picture/changes.ts';
import type {Picture} from '../picture/picture.ts';
import {saidAt} from '../picture/statement.ts';
import type {ScreenState} from './state.ts';
import type {Marks} from './theme.ts';

/** What every panel is made from. */
export type Scene = {
	readonly picture: Picture;
	/** The moment that ages count from: now, or the archive's own. */
	readonly now: number;
	readonly timezone: string;
	/** What is new since the last look, newest first. */
	readonly changes: readonly Change[];
	/** When that was; null: never, or not before the moment shown. */
	readonly lookedAt: number | null;
	/** Nobody had looked before: then it is when the first round of polls was over. */
	readonly isFirstLook: boolean;
	/** What was first seen later than this is new; null: nothing is marked. */
	readonly newAfter: number | null;
	/** True where the picture is of an earlier moment: nothing that came later may be shown. */
	readonly isArchive: boolean;
	readonly marks: Marks;
};

/** The scene of a state; null while there is no picture yet. */
export function scene(state: ScreenState, marks: Marks): Scene | null {
	return (
		state.picture && {
			picture: state.picture,
			now: state.archive?.at ?? state.now,
			timezone: state.timezone,
			changes: state.newSince.changes,
			lookedAt: state.newSince.at,
			isFirstLook: state.newSince.isFirstLook,
			newAfter: state.newSince.at,
			isArchive: state.archive !== null,
			marks,
		}
	);
}

/** A side for people. */
export function sideName({picture}: Pick<Scene, 'picture'>, side: SideId, unknown = 'not known'): string {
	if (side === null) {
		return unknown;
	}
	return side === 'both' ? 'both sides' : (picture.profile.sides.find(({id}) => id === side)?.name ?? side);
}

/** A speaker for people: its name, else the side it speaks for. */
export function speakerName(scene: Pick<Scene, 'picture'>, by: Speaker | null): string {
	if (by === null) {
		return 'nobody named';
	}
	const name = by.name ?? (by.side === null ? null : sideName(scene, by.side));
	if (by.kind === 'unnamed') {
		return name === null ? 'unnamed source' : `${name} (unnamed)`;
	}
	return name ?? by.kind;
}

/** Like `speakerName`, with the side that it speaks for where its name does not tell. */
export function speakerWithSide(scene: Pick<Scene, 'picture'>, by: Speaker | null): string {
	const name = speakerName(scene, by);
	const side = by === null || by.side === null ? null : sideName(scene, by.side);
	return side === null || name.includes(side) ? name : `${name}, ${side}`;
}

/** When a fact was said, else published; null where neither is known. */
export function factAt(fact: Fact): number | null {
	const {publishedAt} = fact.report;
	return publishedAt === null ? fact.saidAt : saidAt(fact, publishedAt);
}

export function isNew({newAfter}: Pick<Scene, 'newAfter'>, firstSeenAt: number): boolean {
	return newAfter !== null && firstSeenAt > newAfter;
}
