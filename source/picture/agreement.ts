import type {Ceasefire} from '../facts/fact.ts';
import type {Profile} from '../profile/profile.ts';
import {deniesBreach} from './denial.ts';
import {sameHourMs} from './likeness.ts';
import {dayBefore} from './named-day.ts';
import type {Agreement} from './picture.ts';
import {dayMs, hourMs} from './statement.ts';
import {inTime, type TruceEvent} from './truce-event.ts';
import {createWalk} from './walk.ts';
import {createZones, type Zones} from './zones.ts';

/** A truce, with when its hour was first told, and whose words on it stand: by speaker, since when. */
type Made = Agreement & {
	readonly hourToldAt: number;
	readonly alleged: Words;
	readonly held: Words;
};

type Words = Readonly<Record<string, number>>;

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
	/** The one that counts: the last, or the one that the last extends; null: none. */
	readonly current: Agreement | null;
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
function sameAs(list: readonly Agreement[], event: TruceEvent, zones: Zones): number {
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
	const day = effectiveAt === null ? dayBefore(first, zones) : null;
	if (day !== null) {
		const ofDay = list.findLastIndex(made => zones.dayOf(made.at) === day);
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

export function createAgreements(profile: Pick<Profile, 'places' | 'sides' | 'timezone'>): Agreements {
	const {places, sides} = profile;
	const ids = sides.map(({id}) => id);
	const zones = createZones(profile);
	const list: Made[] = [];
	// Where they met in a third country, no truce is kept.
	const inside = new Set(
		places
			.filter(place => place.in === null || place.in === 'disputed' || ids.includes(place.in))
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

	/** Where the truce stands that one in the list is or extends. */
	const baseOf = (place: number): number => {
		let base = place;
		while (base > 0 && list[base]!.extends) base--;
		return base;
	};

	/** Whether a truce has begun by a moment, and nobody who alleged a breach of it or its end has left that unsaid since. */
	const isKept = (made: Made, moment: number): boolean =>
		(made.effectiveAt === null ? made.heldAt !== null : made.effectiveAt <= moment) &&
		Object.keys(made.alleged).length === 0;

	const push = (event: TruceEvent): (() => void) => {
		const {first, effectiveAt} = event;
		const base = list[baseOf(list.length - 1)];
		// What was broken once and is to hold from an hour on holds anew, though nobody alleges the breach any more; and who agrees
		// to hold fire from an hour on, and does not extend what there is, was not holding it.
		const isExtension =
			base !== undefined &&
			isAgreement(first.fact) &&
			isKept(base, placeOf(event)) &&
			(effectiveAt === null || (base.breachedAt === null && first.fact.event === 'renewed'));
		const isAnew = !isExtension && base !== undefined && base.breachedAt !== null;
		if (isAnew) renewals++;
		list.push({
			at: first.at,
			effectiveAt,
			by: first.claimant.by,
			event: first.fact.event,
			place: placeIn(event),
			extends: isExtension,
			heldAt: isHeld(first.fact) ? first.at : null,
			breachedAt: null,
			lastToldAt: first.at,
			hourToldAt: effectiveAt === null ? Number.POSITIVE_INFINITY : first.at,
			alleged: {},
			held: {},
			fact: first.fact,
		});
		return () => {
			list.pop();
			if (isAnew) renewals--;
		};
	};

	const tell = (event: TruceEvent): (() => void) => {
		const place = sameAs(list, event, zones);
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
		const at = effectiveAt === null ? list.length - 1 : sameAs(list, event, zones);
		if (at < 0) return effectiveAt! > startOf(last) ? push(event) : () => {};
		const made = list[at]!;
		const isBegun = first.at >= startOf(made);
		const undo = replace(at, {...hourOf(made, event), heldAt: made.heldAt ?? (isBegun ? first.at : null)});
		return inTurn(undo, settleWords(baseOf(at), event));
	};

	/** Whoever says that it holds alleges no breach any more; what others alleged stands until two sides have said so since. */
	const settleWords = (base: number, {speaker, first: {at}}: TruceEvent): (() => void) => {
		const {alleged, held} = list[base]!;
		const speakers = speakersOf(speaker);
		const heldNow = {...held, ...Object.fromEntries(speakers.map(each => [each, at]))};
		const sides = ids.flatMap(id => (id in alleged ? [] : (heldNow[id] ?? []))).sort((a, b) => a - b);
		const left = Object.entries(alleged).filter(
			([each, since]) =>
				!speakers.includes(each) && (ids.includes(each) || since > (sides[1] ?? Number.NEGATIVE_INFINITY)),
		);
		return replace(base, {alleged: Object.fromEntries(left), held: heldNow});
	};

	const speakersOf = (speaker: string) => (speaker === 'both' ? ids : [speaker]);
	const allegedBy = (speaker: string, at: number, {alleged}: Made): Words => ({
		...alleged,
		...Object.fromEntries(speakersOf(speaker).map(each => [each, at])),
	});

	const breach = ({speaker, first: {at}}: TruceEvent): (() => void) => {
		const place = list.findLastIndex(made => startOf(made) <= at);
		if (place < 0) return () => {};
		const base = baseOf(place);
		const marked = [place, base].map(each =>
			list[each]!.breachedAt === null ? replace(each, {breachedAt: at}) : () => {},
		);
		const words = replace(base, {alleged: allegedBy(speaker, at, list[base]!)});
		// Terms that are still to come when the truce is broken are those of another.
		const next = list[place + 1];
		return inTurn(...marked, words, next?.extends ? replace(place + 1, {extends: false}) : () => {});
	};

	/** Whoever denies that there is a truce has not kept it. */
	const deny = ({speaker, first: {at}}: TruceEvent): (() => void) => {
		if (list.length === 0) return () => {};
		const base = baseOf(list.length - 1);
		return replace(base, {alleged: allegedBy(speaker, at, list[base]!)});
	};

	const walk = createWalk<TruceEvent>({
		compare: inPlace,
		step(event) {
			const {fact} = event.first;
			if (isAgreement(fact)) return tell(event);
			return isHeld(fact) ? hold(event) : isBreach(fact) ? breach(event) : deny(event);
		},
		reset() {
			list.length = 0;
			renewals = 0;
			tells.clear();
		},
	});

	const matters = ({first: {fact}}: TruceEvent) =>
		isAgreement(fact) || isHeld(fact) || isBreach(fact) || (fact.event === 'denied' && !deniesBreach(fact));

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
		get current() {
			return list.length === 0 ? null : list[baseOf(list.length - 1)]!;
		},
		of(event) {
			const place = tells.get(event);
			return place === undefined ? null : list[place]!;
		},
	};
}

const inTurn =
	(...undos: readonly (() => void)[]) =>
	() => {
		for (const undo of undos.toReversed()) undo();
	};

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
