import type {Ceasefire} from '../facts/fact.ts';
import type {Profile} from '../profile/profile.ts';
import {sameHourMs} from './likeness.ts';
import type {Agreement} from './picture.ts';
import {dayMs, hourMs} from './statement.ts';
import {inTime, type TruceEvent} from './truce-event.ts';
import {createWalk} from './walk.ts';

/** A truce, with when its hour was first told. */
type Made = Agreement & {readonly hourToldAt: number};

/** The truces of the window, kept up as events come and go. */
export type Agreements = {
	add(event: TruceEvent): void;
	remove(event: TruceEvent): void;
	/** @returns false where nothing is new */
	settle(): boolean;
	/** Oldest first. */
	readonly list: readonly Agreement[];
	/** How often one was made anew after a breach. */
	readonly renewals: number;
	/** The truce that an event tells the making of; null where it tells of none. */
	of(event: TruceEvent): Agreement | null;
};

// What both sides and their carriers tell of one truce without its hour comes within hours where a breach is told as well, and may be
// told again all day long where none is: then it is the one truce that there is.
const toldWithinMs = 6 * hourMs;
const standingWithinMs = dayMs;

/** The moment from which a truce can be broken. */
export const startOf = ({effectiveAt, at}: Pick<Agreement, 'effectiveAt' | 'at'>): number =>
	effectiveAt ?? at;

export const isAgreement = ({event}: Pick<Ceasefire, 'event'>): boolean =>
	event === 'agreed' || event === 'declared' || event === 'renewed';

const isHeld = ({event}: Pick<Ceasefire, 'event'>) => event === 'in force' || event === 'holding';
const isBreach = ({event}: Pick<Ceasefire, 'event'>) => event === 'violation' || event === 'collapsed';

/** Where an event stands among truces: one that is told later stands at its hour, before what broke it. */
function placeOf({first, effectiveAt}: TruceEvent): number {
	const isLate = effectiveAt !== null && effectiveAt < first.at && !isBreach(first.fact);
	return isLate ? effectiveAt : first.at;
}

const inPlace = (a: TruceEvent, b: TruceEvent) => placeOf(a) - placeOf(b) || inTime(a.first, b.first);

/** The place of a truce that this one is; -1 where it is another. */
export function sameAs(list: readonly Agreement[], event: TruceEvent): number {
	const {first, effectiveAt} = event;
	if (effectiveAt !== null) {
		const ofHour = list.findLastIndex(
			made => made.effectiveAt !== null && Math.abs(made.effectiveAt - effectiveAt) <= sameHourMs,
		);
		if (ofHour >= 0) return ofHour;
	}
	const {saidAt, saidAtPrecision, event: kind} = first.fact;
	// “The sides agreed on Friday”, told on Saturday.
	if (saidAt !== null && saidAtPrecision === 'day' && effectiveAt === null) {
		const ofDay = list.findLastIndex(made => made.at >= saidAt && made.at < saidAt + dayMs);
		if (ofDay >= 0) return ofDay;
	}
	const last = list.at(-1);
	if (!last || (last.effectiveAt !== null && effectiveAt !== null)) return -1;
	const sinceMs = placeOf(event) - (last.breachedAt === null ? last.lastToldAt : last.at);
	if (last.breachedAt === null)
		return sinceMs <= (kind === 'renewed' ? toldWithinMs : standingWithinMs) ? list.length - 1 : -1;
	// What holds from after a breach is not what was broken.
	const isLater = effectiveAt !== null && effectiveAt > last.breachedAt;
	return kind !== 'renewed' && !isLater && sinceMs <= toldWithinMs ? list.length - 1 : -1;
}

export function createAgreements({places, sides}: Pick<Profile, 'places' | 'sides'>): Agreements {
	const list: Made[] = [];
	// Where they met in a third country, no truce is kept.
	const inside = new Set(
		places
			.filter(place => place.in === null || place.in === 'disputed' || sides.some(({id}) => id === place.in))
			.map(({id}) => id),
	);
	const placeIn = ({places: named}: TruceEvent) => named.find(id => inside.has(id)) ?? null;
	let renewals = 0;
	// Of events that tell the making of a truce, its place in the list.
	const tells = new Map<TruceEvent, number>();

	const replace = (place: number, change: Partial<Made>): (() => void) => {
		const before = list[place]!;
		list[place] = {...before, ...change};
		return () => {
			list[place] = before;
		};
	};

	const push = (event: TruceEvent): (() => void) => {
		const {first, effectiveAt} = event;
		const last = list.at(-1);
		const isAnew = first.fact.event === 'renewed' || (last !== undefined && last.breachedAt !== null);
		if (isAnew) renewals++;
		list.push({
			at: first.at,
			effectiveAt,
			by: first.claimant.by,
			event: first.fact.event,
			place: placeIn(event),
			heldAt: isHeld(first.fact) ? first.at : null,
			breachedAt: null,
			lastToldAt: first.at,
			hourToldAt: effectiveAt === null ? Number.POSITIVE_INFINITY : first.at,
			fact: first.fact,
		});
		return () => {
			list.pop();
			if (isAnew) renewals--;
		};
	};

	const tell = (event: TruceEvent): (() => void) => {
		const place = sameAs(list, event);
		tells.set(event, place < 0 ? list.length : place);
		const undo = place < 0 ? push(event) : replace(place, told(list[place]!, event, placeIn(event)));
		return () => {
			tells.delete(event);
			undo();
		};
	};

	const hold = (event: TruceEvent): (() => void) => {
		const {first, effectiveAt} = event;
		const last = list.at(-1);
		// A truce that is said to hold was made, though nobody told us.
		if (!last) return push(event);
		const at = effectiveAt === null ? list.length - 1 : sameAs(list, event);
		if (at < 0) return effectiveAt! > startOf(last) ? push(event) : () => {};
		const made = list[at]!;
		return replace(at, {
			...hourOf(made, event),
			heldAt: made.heldAt ?? (first.at >= startOf(made) ? first.at : null),
		});
	};

	const breach = ({first: {at}}: TruceEvent): (() => void) => {
		const place = list.findLastIndex(made => startOf(made) <= at);
		return place >= 0 && list[place]!.breachedAt === null ? replace(place, {breachedAt: at}) : () => {};
	};

	const walk = createWalk<TruceEvent>({
		compare: inPlace,
		step(event) {
			const {fact} = event.first;
			return isAgreement(fact) ? tell(event) : isHeld(fact) ? hold(event) : breach(event);
		},
		reset() {
			list.length = 0;
			renewals = 0;
			tells.clear();
		},
	});

	const matters = ({first: {fact}}: TruceEvent) => isAgreement(fact) || isHeld(fact) || isBreach(fact);

	return {
		add(event) {
			if (matters(event)) walk.add(event);
		},
		remove(event) {
			if (matters(event)) walk.remove(event);
		},
		settle: walk.settle,
		list,
		get renewals() {
			return renewals;
		},
		of(event) {
			const place = tells.get(event);
			return place === undefined ? null : list[place]!;
		},
	};
}

/** A truce with what one more who tells of it adds. */
function told(made: Made, event: TruceEvent, place: string | null): Partial<Made> {
	const {first} = event;
	const {fact, at, claimant} = first;
	// Told earlier without its hour, or until now only said to hold.
	const isFirst = at < made.at || isHeld(made);
	return {
		...(isFirst ? {event: fact.event, by: claimant.by, fact} : {}),
		at: Math.min(made.at, at),
		...hourOf(made, event),
		place: made.place ?? place,
		lastToldAt: Math.max(made.lastToldAt, at),
	};
}

/** The hour as it was first told: of two accounts that differ by less than a clock, the one that was out first. */
function hourOf(
	made: Made,
	{first: {at}, effectiveAt}: TruceEvent,
): Pick<Made, 'effectiveAt' | 'hourToldAt'> {
	if (effectiveAt === null || at >= made.hourToldAt)
		return {effectiveAt: made.effectiveAt, hourToldAt: made.hourToldAt};
	return {effectiveAt, hourToldAt: at};
}
