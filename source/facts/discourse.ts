import {type Memory, organName, type Scene, speakerOf} from './attribute.ts';
import type {SideId} from './fact.ts';
import {has, type Line} from './rule.ts';

/*
 * What one sentence of a report leaves for the next. Who spoke last is asked of few sentences, but would have to be
 * looked for in all: so sentences are kept, and looked through when somebody asks.
 */

/** A sentence as it is looked through for who spoke. */
type Bare = Pick<Scene, 'line' | 'frames' | 'sides'>;

export type Discourse = {
	readonly memory: Memory;
	/** The earlier sentences of the paragraph. */
	paragraph: readonly string[];
	/** Keeps a sentence until it is asked who spoke last. */
	readonly add: (scene: () => Bare | null) => void;
};

/** The discourse of a report that has not begun; `home` is the side that whoever publishes it speaks for. */
export function discourse(home: SideId = null): Discourse {
	const kept: (() => Bare | null)[] = [];
	const last: Pick<Memory, 'speaker' | 'quoted' | 'officialSide' | 'placeSide'> = {
		speaker: null,
		quoted: null,
		officialSide: null,
		placeSide: null,
	};
	const organs = new Map<string, SideId>();
	const lookThrough = () => {
		for (const look of kept.splice(0)) {
			const scene = look();
			if (scene) {
				remember({...scene, memory, isAbroad: () => false}, organs);
			}
		}

		return last;
	};

	const memory: Memory = {
		get speaker() {
			return lookThrough().speaker;
		},
		set speaker(speaker) {
			last.speaker = speaker;
		},
		get quoted() {
			return lookThrough().quoted;
		},
		set quoted(speaker) {
			last.quoted = speaker;
		},
		get officialSide() {
			return lookThrough().officialSide;
		},
		set officialSide(side) {
			last.officialSide = side;
		},
		get placeSide() {
			return lookThrough().placeSide;
		},
		set placeSide(side) {
			last.placeSide = side;
		},
		get organs() {
			lookThrough();
			return organs;
		},
		home,
		of: null,
		by: null,
		isPretence: false,
		hasTruce: false,
		accused: null,
		told: new Set(),
		measures: new Set(),
		said: new Map(),
	};
	return {memory, paragraph: [], add: scene => kept.push(scene)};
}

function remember(scene: Scene, organs: Map<string, SideId>): void {
	const {line, frames, memory} = scene;
	const named =
		frames.length === 0
			? line.items
					.slice(0, 3)
					.find(item => has(item, 'speaker') && !has(item, 'pronoun', 'force', 'bothSides'))
			: frames.findLast(({who}) => who && has(who, 'speaker') && !has(who, 'pronoun'))?.who;
	// “A surgeon in Batken remembered the night”: whoever “she” is then, it is nobody who spoke before.
	if (!named && frames.length === 0 && has(line.items[0], 'one', 'definite')) {
		memory.speaker = null;
	}

	if (named) {
		memory.speaker = speakerOf(named, scene);
		memory.quoted = frames.length > 0 ? memory.speaker : null;
	}

	for (const {who} of frames) {
		const side = oneSide(who?.sense.side);
		if (who && (side !== null || who.sense.isForeign || who.sense.outsider !== undefined)) {
			organs.set(organName(who, line), side);
		}
	}

	const spoke = named === undefined ? null : oneSide(memory.speaker?.side);
	memory.officialSide =
		spoke ??
		oneSide(frames.findLast(({who}) => who?.sense.side != null)?.who?.sense.side) ??
		(frames.length === 0 ? subjectSide(line) : null) ??
		memory.officialSide;
	memory.placeSide = placeSide(line) ?? memory.placeSide;
}

const oneSide = (side: SideId | undefined): SideId => (side === 'both' ? null : (side ?? null));

// “Norvia’s death toll rose to 64.”, “Norvian losses mount”: of whom a sentence tells, where it names no other.
function subjectSide({items}: Line): SideId {
	const first = items.slice(0, 2).find(item => item.sense.side != null);
	const isOwner = first !== undefined && has(first, 'party', 'nationality') && !has(first, 'people');
	return isOwner && items.every(({sense}) => sense.side == null || sense.side === first.sense.side)
		? oneSide(first.sense.side)
		: null;
}

// “Fighting went on in Norvia.”: where a sentence is, if it names one side alone.
function placeSide({items}: Line): SideId {
	const sides = new Set(items.flatMap(({sense}) => (sense.side == null ? [] : [sense.side])));
	const isPlace = items.some(
		(item, at) => item.sense.side != null && has(item, 'party', 'place') && has(items[at - 1], 'locative'),
	);
	return isPlace && sides.size === 1 ? oneSide([...sides][0]) : null;
}
