import type {SourceState} from '../sources/source.ts';
import type {Change} from './changes.ts';
import type {SourceHealth} from './picture.ts';

/** How a source was from one moment on, as the poll that found it tells. */
export type SourceStep = {
	readonly at: number;
	readonly state: SourceState;
	readonly reason: string | null;
	/** When it counted as lost; null: it does not yet; not there: an earlier version wrote it, for which one failure was enough. */
	readonly lostAt?: number | null;
};

const isUp = (state: SourceHealth['state']) => state === 'ok' || state === 'unchanged' || state === 'quiet';
const isDown = (state: SourceHealth['state']) => !isUp(state) && state !== 'waiting';

/** Whether a poll found a source otherwise than the last one: all that answers is one state, each way of not answering its own. */
export const isOtherState = (before: SourceState | null, after: SourceState): boolean =>
	before !== after && !(before !== null && isUp(before) && isUp(after));

const change = (id: string, what: string, text: string, at: number | null): Change => ({
	id: ['source', id, what, ...(at === null ? [] : [at])].join('/'),
	kind: 'source',
	text,
	at,
	firstSeenAt: null,
	fact: null,
	outlet: null,
	link: null,
	source: id,
});

const because = (reason: string | null) => (reason === null ? '' : `: ${reason}`);

const lost = (
	{id, name}: {readonly id: string; readonly name: string},
	{state, reason}: {readonly state: SourceHealth['state']; readonly reason: string | null},
	{hasAnswered, at}: {readonly hasAnswered: boolean; readonly at: number},
): Change =>
	change(
		id,
		'lost',
		`${name} ${hasAnswered ? 'lost' : 'has never answered'}, ${state}${because(reason)}`,
		at,
	);

/** Sources lost and back between two pictures, each as it was when its picture was drawn. */
export function healthChanges(before: readonly SourceHealth[], after: readonly SourceHealth[]): Change[] {
	const known = new Map(before.map(source => [source.id, source]));
	return after.flatMap(source => {
		const {id, name, lostSince, lastAnswerAt} = source;
		const old = known.get(id);
		if (!old) return [];
		if (lostSince !== null)
			return old.lostSince === null
				? [lost(source, source, {hasAnswered: lastAnswerAt !== null, at: lostSince})]
				: [];
		// It may be failing again already; but it has answered.
		return old.lostSince !== null && lastAnswerAt !== null && lastAnswerAt >= old.lostSince
			? [
					change(
						id,
						'back',
						`${name} ${old.lastAnswerAt === null ? 'has answered at last' : 'is back'}`,
						lastAnswerAt,
					),
				]
			: [];
	});
}

/** What became of a source over time, and its name for people. */
export type SourceHistory = {
	readonly id: string;
	readonly name: string;
	/** Oldest first. */
	readonly steps: readonly SourceStep[];
};

type Outage = {
	/** When it was first found away. */
	readonly from: number;
	/** When it was found back; null: it is not. */
	readonly to: number | null;
	readonly last: SourceStep;
	/** When it counted as lost. */
	readonly lostAt: number;
	/** Whether it had answered before. */
	readonly hadAnswered: boolean;
};

/**
 * Sources lost and back after one moment and up to another.
 *
 * @param when writes an instant for people
 */
export function sourceChanges(
	histories: readonly SourceHistory[],
	{from, to}: {readonly from: number; readonly to: number},
	when: (at: number) => string,
): Change[] {
	return histories.flatMap(({id, name, steps}) => {
		const known = steps.filter(({at}) => at <= to);
		const all = outages(known, to).filter(outage => (outage.to ?? Number.POSITIVE_INFINITY) > from);
		const over = all.filter(outage => outage.to !== null);
		const open = all.find(outage => outage.to === null);
		const last = over.at(-1);
		const away = last ? `from ${when(last.from)} to ${when(last.to!)}` : '';
		const often = over.length > 1 ? `${over.length} times, the last time ${away}` : away;
		return [
			...(last
				? [
						change(
							id,
							'back',
							open ? `${name} was away ${often}` : `${name} is back, was away ${often}`,
							last.to,
						),
					]
				: []),
			...(open && open.lostAt > from
				? [lost({id, name}, open.last, {hasAnswered: open.hadAnswered, at: open.from})]
				: []),
		];
	});
}

/** Times away that were long enough for a loss by a moment, oldest first. */
function outages(steps: readonly SourceStep[], by: number): Outage[] {
	const found: (Omit<Outage, 'lostAt'> & {readonly lostAt: number | null})[] = [];
	let hadAnswered = false;
	for (const step of steps) {
		const open = found.at(-1)?.to === null ? found.pop()! : null;
		if (isDown(step.state)) {
			const {at, lostAt: stated = at} = step;
			const lostAt = open?.lostAt ?? (stated !== null && stated <= by ? stated : null);
			found.push(
				open ? {...open, last: step, lostAt} : {from: at, to: null, last: step, lostAt, hadAnswered},
			);
		} else if (open) found.push({...open, to: isUp(step.state) ? step.at : null});
		hadAnswered ||= isUp(step.state);
	}
	return found.flatMap(({lostAt, ...rest}) => (lostAt === null ? [] : [{...rest, lostAt}]));
}
