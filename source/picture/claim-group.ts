import type {Claim} from '../facts/fact.ts';
import type {Profile} from '../profile/profile.ts';
import {Carriers} from './carriers.ts';
import {byTelling, byText} from './order.ts';
import {placeIn} from './ordered.ts';
import {hourMs, type Statement} from './statement.ts';
import type {Grouping} from './streams.ts';
import {voiceOf} from './voice.ts';

type Said = Statement<Claim>;

/** One claim with all who carry it. */
export type ClaimGroup = {
	readonly id: string;
	/** The list that it stands in: a side's id, or `others`. */
	readonly side: string;
	readonly first: Said;
	/** As it is shown: the first, or the first that names the place, or the text whose title was the first. */
	shown: Said;
	firstSeenAt: number;
	/** The same of what was taken in long after what follows it, and stays when that is taken back. */
	lateSeenAt: number;
	carriers: Carriers;
};

// Carriers tell the same claim for half a day; what is said again the next morning is said again.
const copyWithinMs = 12 * hourMs;
// One story is carried for days, and says no new word by that.
const storyWithinMs = 72 * hourMs;

/** In order of time, then by place, so that order of arrival does not matter. */
export function inTime(a: Said, b: Said): number {
	return (
		a.at - b.at ||
		byTelling(a, b) ||
		byText(a.fact.place ?? '', b.fact.place ?? '') ||
		(a.fact.saidAt ?? 0) - (b.fact.saidAt ?? 0)
	);
}

/** Tells for one profile in which list a claim stands, and which claims can be one. */
export function claimStreams({sides}: Pick<Profile, 'sides'>): {
	sideOf(said: Said): string;
	keyOf(said: Said): string;
} {
	const ids = new Set(sides.map(({id}) => id));
	// Whoever will not be named speaks for no side; an opposition and residents do not speak for the others of their side.
	const sideOf = ({fact: {by}}: Said): string =>
		by?.side != null && ids.has(by.side) && by.kind !== 'unnamed' ? by.side : 'others';
	return {
		sideOf,
		keyOf(said) {
			const {act, about, topics, by} = said.fact;
			const voice = voiceOf(by);
			const speaker = voice !== null && ids.has(voice) ? voice : `|${said.claimant.key}`;
			return `${act}\n${about}\n${topics.length < 2 ? topics : topics.toSorted()}\n${speaker}`;
		},
	};
}

/**
 * Puts the claims of one speaker of one kind, about one party, on the same topics, into groups of copies.
 *
 * Two places are two claims. A claim that names no place is not taken for one that does: it would lend its carriers to a place that they
 * never named. Only within one story, where a title says less than the text below, the two are one.
 */
export function claimGroups(sideOf: (said: Said) => string): Grouping<Said, ClaimGroup> {
	let all: ClaimGroup[] = [];
	// The groups of each place, as they came to be the newest; of each wording where there is neither topic nor place; and of none.
	let newest = new Map<string, Put[]>();
	let byOrigin = new Map<string, ClaimGroup[]>();

	const put = (key: string, made: Put): (() => void) => {
		const puts = newest.get(key);
		if (puts) puts.push(made);
		else newest.set(key, [made]);
		return () => void newest.get(key)!.pop();
	};

	const find = (said: Said): ClaimGroup | null => {
		const key = matterOf(said);
		const ofStory = byOrigin.get(said.report.origin)?.filter(group => isOneStory(group, said)) ?? [];
		const told = ofStory.findLast(
			({shown}) => matterOf(shown) === key || (isPlaceless(said.fact) && shown.fact.place !== null),
		);
		if (told) return told;
		const headed = isVague(said.fact)
			? ofStory.findLast(({shown}) => areTitleAndText(shown, said))
			: undefined;
		if (headed) return headed;
		const recent = newest.get(key)?.at(-1)?.group;
		if (recent && said.at - recent.first.at <= copyWithinMs) return recent;
		if (said.fact.place === null) return null;
		return ofStory.findLast(({shown, carriers}) => isPlaceless(shown.fact) && carriers.origins === 1) ?? null;
	};

	return {
		step(said, isUndoWanted) {
			const found = find(said);
			const {firstSeenAt} = said;
			const group = found ?? {
				id: idOf(said),
				side: sideOf(said),
				first: said,
				shown: said,
				firstSeenAt,
				lateSeenAt: Number.POSITIVE_INFINITY,
				carriers: new Carriers(),
			};
			const {shown, firstSeenAt: seenAt} = group;
			const untake = group.carriers.take(said, isUndoWanted);
			group.firstSeenAt = Math.min(seenAt, firstSeenAt);
			const isPlaced = found !== null && isPlaceless(shown.fact) && said.fact.place !== null;
			const isFuller = found !== null && areTitleAndText(shown, said) && isTitle(shown);
			if (isPlaced || isFuller) group.shown = said;
			if (!found) all.push(group);
			const isNoMore = isPlaced && newest.get('')?.at(-1)?.group === group;
			const unplace = isNoMore ? put('', {group: null, by: said}) : nothing;
			const key = matterOf(said);
			const isOtherWords = found !== null && isVague(said.fact) && key !== matterOf(shown);
			const unkey = !found || isPlaced || isOtherWords ? put(key, {group, by: said}) : nothing;
			const ofStory = byOrigin.get(said.report.origin);
			const isKnown = ofStory?.includes(group) === true;
			if (!ofStory) byOrigin.set(said.report.origin, [group]);
			else if (!isKnown) ofStory.push(group);
			if (!isUndoWanted) return {group, undo: nothing};
			return {
				group,
				undo() {
					if (!ofStory) byOrigin.delete(said.report.origin);
					else if (!isKnown) ofStory.pop();
					unkey();
					unplace();
					if (!found) all.pop();
					group.shown = shown;
					group.firstSeenAt = Math.min(seenAt, group.lateSeenAt);
					untake();
				},
			};
		},
		// One more who carries what was said then, of a story that nobody else here tells.
		fit(said) {
			if (byOrigin.has(said.report.origin)) return null;
			const puts = newest.get(matterOf(said)) ?? [];
			const group = puts[placeIn(puts, ({by}) => inTime(by, said) < 0) - 1]?.group ?? null;
			if (!group || said.at - group.first.at > copyWithinMs) return null;
			const {shown} = group;
			if (inTime(shown, said) > 0 || areTitleAndText(shown, said)) return null;
			// What has been given its place since may hang on how many told it without.
			if (isPlaceless(said.fact) && shown.fact.place !== null) return null;
			group.carriers.insert(said, inTime as (a: Statement, b: Statement) => number);
			group.lateSeenAt = Math.min(group.lateSeenAt, said.firstSeenAt);
			group.firstSeenAt = Math.min(group.firstSeenAt, said.firstSeenAt);
			byOrigin.set(said.report.origin, [group]);
			return group;
		},
		reset() {
			const before = all;
			for (const group of before) group.carriers = new Carriers();
			all = [];
			newest = new Map();
			byOrigin = new Map();
			return before;
		},
	};
}

const nothing = () => {};

/** Which group has been the newest of its matter since a statement; null: none. */
type Put = {readonly group: ClaimGroup | null; readonly by: Said};

const isVague = ({topics, place}: Claim) => topics.length === 0 && place === null;
const isPlaceless = (claim: Claim) => claim.place === null && !isVague(claim);

/** Without topic or place two claims of one kind are the same only where the words are. */
const matterOf = ({fact}: Said): string =>
	isVague(fact) ? `“${fact.sentence}` : fact.place === null ? '' : `@${fact.place}`;

const isTitle = ({fact, report}: Said) => fact.sentence === report.title;

/** Whether a title puts shortly what the text below says, where neither names a topic or a place. */
function areTitleAndText(one: Said, other: Said): boolean {
	if (isTitle(one) === isTitle(other) || !isVague(one.fact) || !isVague(other.fact)) return false;
	const [title, text] = isTitle(one) ? [one, other] : [other, one];
	const [short, long] = [stemsOf(title.fact.sentence), stemsOf(text.fact.sentence)];
	const shared = [...short].filter(stem => long.has(stem)).length;
	return shared >= 2 && shared >= short.size * sharedAtLeast;
}

// “Urges”, “urged”: forms of one word begin alike.
const stemLength = 4;
const sharedAtLeast = 0.4;

const stemsOf = (sentence: string): ReadonlySet<string> =>
	new Set(
		(sentence.toLowerCase().match(/\p{L}+/gu) ?? [])
			.filter(word => word.length >= stemLength)
			.map(word => word.slice(0, stemLength)),
	);

/** Whether a story that is told again says the same thing again: not where its words give another time for it. */
function isOneStory({first}: ClaimGroup, said: Said): boolean {
	const apartMs = said.at - first.at;
	if (apartMs > storyWithinMs) return false;
	const isDated = first.fact.saidAt !== null && said.fact.saidAt !== null;
	return !isDated || Math.abs(said.fact.saidAt! - first.fact.saidAt!) <= copyWithinMs;
}

function idOf({report, claimant, fact, at}: Said): string {
	const {act, about, topics, place, start} = fact;
	return [
		report.id,
		claimant.key,
		act,
		about,
		topics.toSorted().join('+'),
		place,
		start,
		at.toString(36),
		...(isVague(fact) ? [hash(fact.sentence)] : []),
	].join('/');
}

/** FNV-1a: two sentences of one report may begin alike. */
function hash(text: string): string {
	let value = 0x811c_9dc5;
	for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x0100_0193);
	return (value >>> 0).toString(36);
}
