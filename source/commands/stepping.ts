import {type Moment, stepped} from './moment.ts';

/** A large picture takes a while to draw: it is drawn when no further step has come for this long. */
const pauseMs = 100;

/** Goes to other moments than now, and back. */
export type Stepping = {
	/** The moment to draw; null: now. */
	at(): Moment | null;
	/** What was asked for and is not drawn yet; null: nothing. */
	asked(): {readonly to: Moment | null} | null;
	step(unit: 'hour' | 'day', by: 1 | -1): void;
	/** To an instant before now. */
	jump(at: number): void;
	toNow(): void;
	/** From what had been published by then to what had been seen here by then, or the other way; does nothing now. */
	otherClock(): void;
	stop(): void;
};

/**
 * Gathers quick steps into one.
 *
 * @param wait calls something after some milliseconds; returns what keeps it from being called
 * @param onAsked called at each step, to say at once where it goes
 * @param onDue called when the moment to draw has become another one
 */
export function createStepping({
	first,
	clock,
	timezone,
	wait,
	onAsked,
	onDue,
}: {
	first: Moment | null;
	clock: () => number;
	timezone: string;
	wait: (act: () => void, ms: number) => () => void;
	onAsked: () => void;
	onDue: () => void;
}): Stepping {
	let at = first;
	let asked: {readonly to: Moment | null} | null = null;
	let cancel = (): void => {};
	const kind = first?.kind ?? 'as of';
	const from = (): Moment | null => (asked ? asked.to : at);
	const ask = (to: Moment | null): void => {
		cancel();
		asked = isSame(to, at) ? null : {to};
		onAsked();
		if (asked) {
			cancel = wait(() => {
				at = to;
				asked = null;
				onDue();
			}, pauseMs);
		}
	};
	return {
		at: () => at,
		asked: () => asked,
		step: (unit, by) => ask(stepped(from(), {unit, by}, {now: clock(), kind, timezone})),
		jump: at => ask(at >= clock() ? null : {kind: from()?.kind ?? kind, at}),
		toNow: () => ask(null),
		otherClock: () => {
			const moment = from();
			if (moment) ask({...moment, kind: moment.kind === 'as of' ? 'as seen' : 'as of'});
		},
		stop: () => cancel(),
	};
}

const isSame = (one: Moment | null, other: Moment | null): boolean =>
	one?.kind === other?.kind && one?.at === other?.at;
