import {type Memory, type Scene, speakerOf} from './attribute.ts';
import {has} from './rule.ts';

/*
 * What one sentence of a report leaves for the next. Who spoke last is asked of few sentences, but would have to be
 * looked for in all: so sentences are kept, and looked through when somebody asks.
 */

export type Discourse = {
	readonly memory: Memory;
	/** Keeps a sentence until it is asked who spoke last. */
	readonly add: (scene: () => Omit<Scene, 'memory'> | null) => void;
};

/** The discourse of a report that has not begun. */
export function discourse(): Discourse {
	const kept: (() => Omit<Scene, 'memory'> | null)[] = [];
	const last: Pick<Memory, 'speaker' | 'officialSide'> = {speaker: null, officialSide: null};
	const lookThrough = () => {
		for (const look of kept.splice(0)) {
			const scene = look();
			if (scene) {
				remember({...scene, memory});
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
		get officialSide() {
			return lookThrough().officialSide;
		},
		set officialSide(side) {
			last.officialSide = side;
		},
		of: null,
		by: null,
		isPretence: false,
		hasTruce: false,
		measures: new Set(),
		said: new Map(),
	};
	return {memory, add: scene => kept.push(scene)};
}

function remember(scene: Scene): void {
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
		const speaker = speakerOf(named, scene);
		memory.speaker = speaker;
		if (speaker && speaker.side !== null && speaker.side !== 'both') {
			memory.officialSide = speaker.side;
		}
	}
}
