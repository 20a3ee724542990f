import type {Ceasefire, CeasefireEvent, SideId} from '../facts/fact.ts';
import type {Profile} from '../profile/profile.ts';
import {type Agreement, agreements, isAgreement, startOf} from './agreement.ts';
import {codebook} from './codebook.ts';
import type {CeasefirePicture, CeasefireStatus} from './picture.ts';
import {hourMs, publishedAt, type Statement} from './statement.ts';

type Event = Statement<Ceasefire>;
type Word = CeasefirePicture['speakers'][number];

// What carriers tell within six hours of the same speaker and the same matter is one event, unless two times are named that differ by more than a slip of one zone.
const foldWithinMs = 6 * hourMs;
const sameHourMs = 1.5 * hourMs;
const nearMs = hourMs / 6;

// At one time the later stage is the last word: “in force since four, and already broken”.
const stages: readonly CeasefireEvent[] = [
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

/**
 * Where the truce stands by all accounts at a moment.
 *
 * @param stated what was said of a truce in the window, each once per report
 */
export function ceasefire(profile: Profile, stated: readonly Event[], asOf: number): CeasefirePicture {
	const events = fold(stated.filter(({droppedAt}) => droppedAt === null));
	const {list, renewals} = agreements(events);
	const words = lastWords(profile, events, list.at(-1) ?? null, asOf);
	const {status, since} = headline(profile, events, list.at(-1) ?? null, words, asOf);
	const violations = events.filter(({fact}) => fact.event === 'violation');
	return {
		status,
		renewals,
		since,
		lastViolationAt: violations.at(-1)?.at ?? null,
		speakers: words,
		violations: Object.fromEntries(
			profile.sides.map(({id}) => [
				id,
				violations.filter(({fact}) => fact.against === id || fact.against === 'both').length,
			]),
		),
		events: events.map(({fact}) => fact),
	};
}

/** Who speaks, of sides only which one: its border service and its president speak of one truce. */
const speakerOf = ({fact, claimant}: Event) => fact.by?.side ?? claimant.key;

/** In order of time, what several carry told once, by the first. */
export function fold(stated: readonly Event[]): Event[] {
	const ordered = [...stated].sort(
		(a, b) =>
			a.at - b.at ||
			stages.indexOf(a.fact.event) - stages.indexOf(b.fact.event) ||
			publishedAt(a.report) - publishedAt(b.report) ||
			(a.report.id < b.report.id ? -1 : a.report.id > b.report.id ? 1 : 0) ||
			a.fact.start - b.fact.start,
	);
	const [speakers, parties] = [codebook(), codebook()];
	const open = new Map<number, Event[]>();
	return ordered.filter(event => {
		const {event: what, against} = event.fact;
		const key = (speakers(speakerOf(event)) * 4096 + parties(against)) * 16 + stages.indexOf(what);
		const recent = open.get(key);
		if (!recent) {
			open.set(key, [event]);
			return true;
		}
		while (recent[0] && event.at - recent[0].at > foldWithinMs) recent.shift();
		if (recent.some(first => isCopy(first, event))) return false;
		recent.push(event);
		return true;
	});
}

function isCopy(first: Event, event: Event): boolean {
	const hours = [first.fact.effectiveAt, event.fact.effectiveAt];
	if (hours[0] != null && hours[1] != null && Math.abs(hours[0] - hours[1]) > sameHourMs) return false;
	const isTimed = ({fact}: Event) => fact.saidAt !== null && fact.saidAtPrecision !== 'day';
	if (!isTimed(first) || !isTimed(event)) return true;
	const apartMs = event.at - first.at;
	return apartMs <= nearMs || Math.abs(apartMs - hourMs) <= nearMs;
}

function lastWords(
	profile: Profile,
	events: readonly Event[],
	agreement: Agreement | null,
	asOf: number,
): Word[] {
	const words = new Map<string, Word>();
	const say = (key: string, word: Word) => {
		const before = words.get(key);
		// A call is a first word, or one after the end; whoever said more has not taken it back by calling.
		const isLess = word.says === 'called for' && before && !['called for', 'over'].includes(before.says);
		if (!isLess) words.set(key, word);
	};
	for (const event of events) {
		const {fact, claimant, at} = event;
		const word: Word = {
			by: claimant.by,
			says: saysOf(fact, agreement, asOf),
			against: fact.against,
			at,
			fact,
		};
		if (fact.by?.side !== 'both') {
			say(speakerOf(event), word);
			continue;
		}
		for (const {id, name} of profile.sides) say(id, {...word, by: {name, side: id, kind: 'official'}});
	}
	const rank = (key: string) => {
		const place = profile.sides.findIndex(({id}) => id === key);
		return place < 0 ? profile.sides.length : place;
	};
	return [...words]
		.sort(([a, one], [b, other]) => rank(a) - rank(b) || other.at - one.at || (a < b ? -1 : 1))
		.map(([, word]) => word);
}

function saysOf(fact: Ceasefire, agreement: Agreement | null, asOf: number): Word['says'] {
	if (fact.event === 'violation') return 'violated';
	if (fact.event === 'collapsed') return 'over';
	if (!isAgreement(fact)) return fact.event as 'called for' | 'in force' | 'holding' | 'denied';
	const from = fact.effectiveAt ?? (agreement && agreement.at <= asOf ? agreement.effectiveAt : null);
	return from !== null && from <= asOf ? 'in force' : 'announced';
}

/** The status by all last words since the newest truce was made. A breach that one alleges does not end it; the word of both sides does, or of one and a third party. */
function headline(
	profile: Profile,
	events: readonly Event[],
	agreement: Agreement | null,
	words: readonly Word[],
	asOf: number,
): {status: CeasefireStatus; since: number | null} {
	const isSide = (side: SideId) => profile.sides.some(({id}) => id === side);
	const current = words.filter(({at}) => agreement === null || at >= agreement.at);
	const over = current.filter(({says}) => says === 'over');
	const sidesOver = over.filter(({by}) => isSide(by.side)).length;
	const thirdsOver = over.length - sidesOver;
	if (sidesOver > 0 && (sidesOver >= profile.sides.length || thirdsOver > 0))
		return {status: 'collapsed', since: Math.max(...over.map(({at}) => at))};
	const since = agreement && startOf(agreement);
	if (over.length > 0 || current.some(({says}) => says === 'violated')) return {status: 'disputed', since};
	if (agreement) {
		if (current.some(({says}) => says === 'holding')) return {status: 'holding', since};
		const isBegun = agreement.effectiveAt !== null && agreement.effectiveAt <= asOf;
		if (isBegun || current.some(({says}) => says === 'in force')) return {status: 'in force', since};
		return {status: 'announced', since};
	}
	const call = events.find(({fact}) => fact.event === 'called for');
	return call ? {status: 'called for', since: call.at} : {status: 'none', since: null};
}
