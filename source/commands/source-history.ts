import {isOtherState, type SourceHistory, type SourceStep} from '../picture/source-changes.ts';
import type {SourceMemory} from '../sources/source.ts';

/*
 * What became of each source, as notes of the store: one note for each time that a poll found it otherwise than the one before;
 * written once more where it goes on failing for so long that the source counts as lost.
 * Their names go round, so that a step costs one short record and the oldest makes room for the newest.
 */

/** Steps kept of one source. */
export const stepsKept = 100;
// A server may answer with a page for a reason.
const longestReason = 200;

type Notes = ReadonlyMap<string, unknown>;

const prefix = 'sourceHistory/';
const nameOf = (place: number, id: string): string => `${prefix}${place}/${id}`;

/** The note to keep after a poll; none where it found the source as the last one did, and not lost since. */
export function stepNote(
	notes: Notes,
	{id, state, reason, lostAt = null}: Pick<SourceMemory, 'id' | 'state' | 'reason' | 'lostAt'>,
	at: number,
): Readonly<Record<string, SourceStep>> {
	const placed = placesOf(notes, id);
	const last = placed.at(-1);
	const told = reason?.slice(0, longestReason) ?? null;
	if (!isOtherState(last?.step.state ?? null, state))
		return last && last.step.lostAt === null && lostAt !== null
			? {[nameOf(last.place, id)]: {...last.step, reason: told, lostAt: Math.max(lostAt, last.step.at)}}
			: {};
	const place = last ? (last.place + 1) % stepsKept : 0;
	// A clock that was put back must not put the step before the last one.
	const now = Math.max(at, (last?.step.at ?? 0) + 1);
	const step = {at: now, state, reason: told, lostAt: lostAt === null ? null : now};
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
	const answered = steps.findLastIndex(({state}) => answers(state));
	const away = steps.slice(answered + 1);
	const isLost = away.some(({at: from, lostAt = from}) => lostAt !== null && lostAt <= at);
	return {
		...memory,
		state: last.state,
		reason: last.reason,
		failures: 0,
		awaySince: away[0]?.at ?? null,
		lostAt: isLost ? away[0]!.at : null,
		lastAskedAt: last.at,
		lastAnswerAt: steps[answered]?.at ?? null,
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
