import type {Ceasefire, CeasefireEvent, SideId} from '../facts/fact.ts';
import {type Profile, windowAt} from '../profile/profile.ts';
import {clocksOf, createLikeness, isTimed} from './likeness.ts';
import {dayBefore} from './named-day.ts';
import {byTelling, byText} from './order.ts';
import {insert, placeIn} from './ordered.ts';
import {createParticulars, type Particulars} from './particulars.ts';
import {createPlaces, type Places} from './places.ts';
import {dayMs, hourMs, type Statement} from './statement.ts';
import {createStreams, type Grouping} from './streams.ts';
import {voiceOf} from './voice.ts';
import {createZones, type Zones} from './zones.ts';

type Said = Statement<Ceasefire>;

/** One thing said of a truce by one speaker, however many carry it. Replaced by another object where anything in it changes. */
export type TruceEvent = {
	/** As it was first told. */
	readonly first: Said;
	/** One key for all organs of a side. */
	readonly speaker: string;
	/** The side that answers for it, `both`, or null for all others. */
	readonly voice: SideId;
	/** The hour from which the truce holds, by the first who gives one. */
	readonly effectiveAt: number | null;
	/** Ids of the places that the first sentence with any names. */
	readonly places: readonly string[];
};

/** What several told of one thing said. */
export type TruceGroup = {
	readonly members: Said[];
	effectiveAt: number | null;
	places: readonly string[];
	/** With what and where, by all who tell it. */
	particulars: ReadonlySet<string>;
	/** Who gave a time of its own, first; null: nobody. */
	timed: Said | null;
	/** Who named hours in the sentence, first; null: nobody. */
	clocked: Said | null;
	/** The last that gave anything of the above. */
	settledBy: Said;
};

/** The events of the window, each once. */
export type TruceEvents = {
	add(said: Said): void;
	remove(said: Said): void;
	/** What came and what went since the last time; an event that has changed does both. */
	settle(): {readonly come: readonly TruceEvent[]; readonly gone: readonly TruceEvent[]};
	/** All who carry what a fact says, first first. */
	carriers(fact: Ceasefire): readonly Said[];
};

// What carriers tell within six hours of the same speaker and the same matter is one event, unless their words or times differ.
const copyWithinMs = 6 * hourMs;
// Within this, another outlet may tell more of what was told barely; later what is more is another breach.
const tellsMoreWithinMs = 2 * hourMs;
// One story is carried for days.
const storyWithinMs = 72 * hourMs;

/** At one time the later stage is the last word: “in force since four, and already broken”. */
export const stages: readonly CeasefireEvent[] = [
	'called for',
	'agreed',
	'declared',
	'renewed',
	'in force',
	'holding',
	'denied',
	'violation',
	'collapsed',
];

/** In order of time; at one time by stage, then by place, so that order of arrival does not matter. */
export function inTime(a: Said, b: Said): number {
	return (
		a.at - b.at ||
		stages.indexOf(a.fact.event) - stages.indexOf(b.fact.event) ||
		byTelling(a, b) ||
		byText(a.fact.against ?? '', b.fact.against ?? '') ||
		Number(a.fact.qualified) - Number(b.fact.qualified) ||
		(a.fact.effectiveAt ?? 0) - (b.fact.effectiveAt ?? 0) ||
		(a.fact.saidAt ?? 0) - (b.fact.saidAt ?? 0)
	);
}

/** Which statements can be one event: of one speaker, of one kind, against one side, and equally sure. */
const streamOf = (said: Said) =>
	`${said.fact.event}\n${said.fact.against}\n${said.fact.qualified}\n${speakerOf(said)}`;

/** Who speaks, of sides only which one: its border service and its president speak of one truce. */
function speakerOf({fact, claimant}: Said): string {
	const voice = voiceOf(fact.by);
	return voice === null ? `|${claimant.key}` : voice;
}

export function createTruceEvents(profile: Profile): TruceEvents {
	const places = createPlaces(profile);
	const zones = createZones(profile);
	const particulars = createParticulars(profile);
	const likeness = createLikeness(places, zones);
	const streams = createStreams<Said, TruceGroup>({
		keyOf: streamOf,
		compare: inTime,
		open: () => createGroups(places, zones, particulars, likeness),
	});
	const shown = new Map<TruceGroup, TruceEvent>();
	const byFact = new Map<Ceasefire, TruceGroup>();

	const eventOf = (group: TruceGroup): TruceEvent => {
		const first = group.members[0]!;
		const {effectiveAt, places: named} = group;
		return {first, speaker: speakerOf(first), voice: voiceOf(first.fact.by), effectiveAt, places: named};
	};

	return {
		add(said) {
			if (said.droppedAt === null && !isOlder(profile, said)) streams.add(said);
		},
		remove(said) {
			if (said.droppedAt === null && !isOlder(profile, said)) streams.remove(said);
		},
		settle() {
			const touched = streams.settle();
			// By their first statement: a group that was taken back and made anew is no change.
			const gone = new Map<Said, TruceEvent>();
			for (const group of touched) {
				const event = shown.get(group);
				if (!event) continue;
				gone.set(event.first, event);
				shown.delete(group);
				byFact.delete(event.first.fact);
			}
			const come: TruceEvent[] = [];
			for (const group of touched) {
				if (group.members.length === 0) continue;
				const event = eventOf(group);
				const before = gone.get(event.first);
				const isSame = before && isEqual(before, event);
				if (isSame) gone.delete(event.first);
				else come.push(event);
				shown.set(group, isSame ? before : event);
				byFact.set(event.first.fact, group);
			}
			return {come, gone: [...gone.values()]};
		},
		carriers(fact) {
			const group =
				byFact.get(fact) ?? [...shown.keys()].find(({members}) => members.some(said => said.fact === fact));
			return group ? [...group.members] : [];
		},
	};
}

const isBreach = ({fact}: Said) => fact.event === 'violation';

const nothing: ReadonlySet<string> = new Set();

function listOf<Item>(lists: Map<string, Item[]>, key: string): Item[] {
	let list = lists.get(key);
	if (!list) {
		list = [];
		lists.set(key, list);
	}
	return list;
}

const isEqual = (one: TruceEvent, other: TruceEvent) =>
	one.effectiveAt === other.effectiveAt && one.places.join() === other.places.join();

/** Whether a truce is spoken of that was in force before the event that the profile names. Its first hours may be told with the night before. */
function isOlder(profile: Profile, {fact, at}: Said): boolean {
	const from = fact.effectiveAt === null ? undefined : windowAt(profile, at)?.from;
	return from !== undefined && fact.effectiveAt! < from - dayMs;
}

function createGroups(
	places: Places,
	zones: Zones,
	particulars: Particulars,
	alike: ReturnType<typeof createLikeness>,
): Grouping<Said, TruceGroup> {
	let groups: TruceGroup[] = [];
	let byOrigin = new Map<string, TruceGroup[]>();
	let byDay = new Map<string, TruceGroup[]>();

	/** The day that a statement is of: the one that it names, or that on which it was said. */
	const dayOf = (said: Said): string => dayBefore(said, zones) ?? zones.dayOf(said.at);

	const isCovered = ({fact}: Said, group: TruceGroup): boolean => {
		for (const each of particulars(fact)) if (!group.particulars.has(each)) return false;
		return true;
	};

	/** Whether a breach is told too late, and with too much that nobody told before, to be the one that a group tells. */
	const isAnother = (said: Said, group: TruceGroup): boolean =>
		isBreach(said) && said.at - group.members[0]!.at > tellsMoreWithinMs && !isCovered(said, group);

	const ofStory = (said: Said): TruceGroup | undefined =>
		byOrigin
			.get(said.report.origin)
			?.findLast(
				group => said.at - group.members[0]!.at <= storyWithinMs && alike(group, said, true) === 'same',
			);

	/**
	 * The group of another story that tells the same.
	 *
	 * @param isLate whether others were taken in that come after it; then null, too, where they may have changed what is found
	 */
	const among = (said: Said, isLate: boolean): TruceGroup | null => {
		let slipped: TruceGroup | null = null;
		const day = isBreach(said) ? dayBefore(said, zones) : null;
		const candidates = day === null ? groups : (byDay.get(day) ?? []);
		const isBefore = ({members: [first]}: TruceGroup) => inTime(first!, said) < 0;
		for (let place = (isLate ? placeIn(candidates, isBefore) : candidates.length) - 1; place >= 0; place--) {
			const group = candidates[place]!;
			if (day === null && !isNear(group.members[0]!, said)) break;
			if (isLate && inTime(group.settledBy, said) > 0) return null;
			if (day === null && isAnother(said, group)) continue;
			const likeness = alike(group, said, false);
			if (likeness === 'same') return group;
			if (likeness === 'slip') slipped ??= group;
		}
		return isLate ? null : slipped;
	};

	/** Whether a statement gives anything by which others may be told from what a group tells. */
	const addsTo = (group: TruceGroup, said: Said): boolean =>
		(group.effectiveAt === null && said.fact.effectiveAt !== null) ||
		(group.places.length === 0 && places.namedIn(said.fact).length > 0) ||
		(group.timed === null && isTimed(said)) ||
		(group.clocked === null && clocksOf(said).length > 0) ||
		(isBreach(said) && !isCovered(said, group));

	return {
		// One more who tells what was told then, of a story that nobody else here tells.
		fit(said) {
			if (byOrigin.has(said.report.origin)) return null;
			const group = among(said, true);
			if (!group || addsTo(group, said)) return null;
			insert(group.members, said, inTime);
			byOrigin.set(said.report.origin, [group]);
			return group;
		},
		step(said, isUndoWanted) {
			const found = ofStory(said) ?? among(said, false);
			const group = found ?? {
				members: [],
				effectiveAt: null,
				places: [],
				timed: null,
				clocked: null,
				particulars: nothing,
				settledBy: said,
			};
			const {effectiveAt, places: named, timed, clocked, particulars: told, settledBy} = group;
			if (!found || addsTo(group, said)) group.settledBy = said;
			group.members.push(said);
			group.effectiveAt = effectiveAt ?? said.fact.effectiveAt;
			if (named.length === 0) group.places = places.namedIn(said.fact);
			if (isBreach(said) && !isCovered(said, group))
				group.particulars = new Set([...told, ...particulars(said.fact)]);
			if (timed === null && isTimed(said)) group.timed = said;
			if (clocked === null && clocksOf(said).length > 0) group.clocked = said;
			const ofDay = found || !isBreach(said) ? null : listOf(byDay, dayOf(said));
			if (!found) groups.push(group);
			ofDay?.push(group);
			const story = byOrigin.get(said.report.origin);
			const isOfStory = story?.includes(group) === true;
			if (!story) byOrigin.set(said.report.origin, [group]);
			else if (!isOfStory) story.push(group);
			if (!isUndoWanted) return {group, undo() {}};
			return {
				group,
				undo() {
					group.members.pop();
					Object.assign(group, {effectiveAt, places: named, timed, clocked, particulars: told, settledBy});
					if (!found) groups.pop();
					ofDay?.pop();
					if (!story) byOrigin.delete(said.report.origin);
					else if (!isOfStory) story.pop();
				},
			};
		},
		reset() {
			const before = groups;
			for (const group of before) group.members.length = 0;
			groups = [];
			byOrigin = new Map();
			byDay = new Map();
			return before;
		},
	};
}

const saidOnDay = ({fact}: Said) => (fact.saidAtPrecision === 'day' ? fact.saidAt : null);

/** Whether what is said now may still be what was said first: within hours, or on the day that its words name. */
function isNear(first: Said, said: Said): boolean {
	if (said.at - first.at <= copyWithinMs) return true;
	const day = saidOnDay(said);
	return day !== null && first.at >= day;
}
