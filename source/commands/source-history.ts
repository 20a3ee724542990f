import {isOtherState, type SourceHistory, type SourceStep} from '../picture/source-changes.ts';
import type {SourceMemory} from '../sources/source.ts';

/*
 * What became of each source, as notes of the store: one note for each time that a poll found it otherwise than the one before.
 * Their names go round, so that a step costs one short record and the oldest makes room for the newest.
 */

/** Steps kept of one source. */
export const stepsKept = 100;
// A server may answer with a page for a reason.
const longestReason = 200;

type Notes = ReadonlyMap<string, unknown>;

const prefix = 'sourceHistory/';
const nameOf = (place: number, id: string): string => `${prefix}${place}/${id}`;

/** The note to keep after a poll; none where it found the source as the last one did. */
export function stepNote(
	notes: Notes,
	{id, state, reason}: Pick<SourceMemory, 'id' | 'state' | 'reason'>,
	at: number,
): Readonly<Record<string, SourceStep>> {
	const placed = placesOf(notes, id);
	const last = placed.at(-1);
	if (!isOtherState(last?.step.state ?? null, state)) return {};
	const place = last ? (last.place + 1) % stepsKept : 0;
	// A clock that was put back must not put the step before the last one.
	const step = {
		at: Math.max(at, (last?.step.at ?? 0) + 1),
		state,
		reason: reason?.slice(0, longestReason) ?? null,
	};
	return {[nameOf(place, id)]: step};
}

function placesOf(notes: Notes, id: string): {readonly place: number; readonly step: SourceStep}[] {
	const found = [];
	for (let place = 0; place < stepsKept; place++) {
		const step = notes.get(nameOf(place, id));
		if (isStep(step)) found.push({place, step});
	}
	return found.sort((a, b) => a.step.at - b.step.at);
}

// Another version may have written it.
const isStep = (value: unknown): value is SourceStep =>
	typeof (value as SourceStep | null)?.at === 'number' && typeof (value as SourceStep).state === 'string';

const answers = (state: SourceMemory['state']): boolean => state === 'ok' || state === 'unchanged';

/**
 * What was known of a source by an earlier moment: the state that was found last, and when it was first found so.
 *
 * @returns null where nobody had asked it by then, or nothing is kept of it
 */
export function memoryAt(notes: Notes, memory: SourceMemory | null, at: number): SourceMemory | null {
	if (!memory) return null;
	const steps = placesOf(notes, memory.id).flatMap(({step}) => (step.at <= at ? [step] : []));
	const last = steps.at(-1);
	if (!last) return null;
	return {
		...memory,
		state: last.state,
		reason: last.reason,
		failures: 0,
		lastAskedAt: last.at,
		lastAnswerAt: steps.findLast(({state}) => answers(state))?.at ?? null,
		// What came of later polls, and when the next one is due, is of later.
		lastNewAt: null,
		nextPollAt: null,
	};
}

/**
 * The history of every source that the store knows of.
 *
 * @param names for people, by id; a source that is not asked any more goes by its id
 */
export function historiesOf(notes: Notes, names: ReadonlyMap<string, string>): SourceHistory[] {
	const ids = new Set<string>();
	for (const name of notes.keys())
		if (name.startsWith(prefix)) ids.add(name.slice(name.indexOf('/', prefix.length) + 1));
	return [...ids].map(id => ({
		id,
		name: names.get(id) ?? id,
		steps: placesOf(notes, id).map(({step}) => step),
	}));
}
