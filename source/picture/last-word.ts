import type {Profile} from '../profile/profile.ts';
import {type Agreements, isAgreement, startOf} from './agreement.ts';
import {deniesBreach} from './denial.ts';
import type {Agreement, CeasefirePicture} from './picture.ts';
import {inTime, type TruceEvent} from './truce-event.ts';
import {createWalk, type Walk} from './walk.ts';

export type Word = CeasefirePicture['speakers'][number];

/** What one speaker's words come to. */
export type Stance = {
	/** The side that speaks; null: a third party. */
	readonly side: string | null;
	/** True where it speaks from nobody's side: an opposition or residents do not confirm from outside what their side says. */
	readonly isOutside: boolean;
	readonly word: Word;
	/** Its word on the truce that counts, since when; null: none. A denial, a call, or an agreement told again takes nothing back. */
	readonly stands: {
		readonly says: 'over' | 'violated' | 'denied' | 'holding' | 'in force';
		readonly at: number;
	} | null;
};

/** What each speaker last said, kept up as events come and go. */
export type LastWords = {
	add(event: TruceEvent): void;
	remove(event: TruceEvent): void;
	settle(): void;
	/** By the truce that counts at a moment, one for each speaker: sides in the profile's order, then others, newest first. */
	stances(agreements: Agreements, moment: number): readonly Stance[];
};

/** The last event of each kind by one speaker. */
type Lasts = Readonly<Record<Kind, TruceEvent | null>>;
type Kind = 'called' | 'agreed' | 'held' | 'denied' | 'violated' | 'over';

const none: Lasts = {called: null, agreed: null, held: null, denied: null, violated: null, over: null};

function kindOf({first: {fact}}: TruceEvent): Kind {
	if (isAgreement(fact)) return 'agreed';
	switch (fact.event) {
		case 'called for':
			return 'called';
		case 'violation':
			return 'violated';
		case 'collapsed':
			return 'over';
		case 'denied':
			return 'denied';
		default:
			return 'held';
	}
}

const inOrder = (a: TruceEvent, b: TruceEvent) => inTime(a.first, b.first);

export function createLastWords({sides}: Pick<Profile, 'sides'>): LastWords {
	const speakers = new Map<string, {lasts: Lasts; walk: Walk<TruceEvent>}>();
	const stale = new Set<string>();
	const named = new Map(sides.map(({id, name}) => [id, {name, side: id, kind: 'official' as const}]));

	const opened = (key: string): Walk<TruceEvent> => {
		stale.add(key);
		const known = speakers.get(key);
		if (known) return known.walk;
		const speaker = {
			lasts: none,
			walk: createWalk<TruceEvent>({
				compare: inOrder,
				step(event) {
					const before = speaker.lasts;
					speaker.lasts = {...before, [kindOf(event)]: event};
					return () => {
						speaker.lasts = before;
					};
				},
				reset() {
					speaker.lasts = none;
				},
			}),
		};
		speakers.set(key, speaker);
		return speaker.walk;
	};

	return {
		add: event => opened(event.speaker).add(event),
		remove: event => opened(event.speaker).remove(event),
		settle() {
			for (const key of stale) {
				const {walk} = speakers.get(key)!;
				walk.settle();
				if (walk.items.length === 0) speakers.delete(key);
			}
			stale.clear();
		},
		stances(agreements, moment) {
			const joint = speakers.get('both')?.lasts ?? none;
			const ofSides = sides.flatMap(({id}) => {
				const stance = stanceOf(together(speakers.get(id)?.lasts ?? none, joint), agreements, moment);
				if (!stance) return [];
				const {word} = stance;
				const by = named.get(id)!;
				return [{...stance, side: id, word: word.fact.by?.side === 'both' ? {...word, by} : word}];
			});
			const known = new Set(['both', ...sides.map(({id}) => id)]);
			const ofOthers = [...speakers]
				.filter(([key]) => !known.has(key))
				.flatMap(([key, {lasts}]) => {
					const stance = stanceOf(lasts, agreements, moment);
					return stance ? [{key, stance}] : [];
				})
				.sort((a, b) => b.stance.word.at - a.stance.word.at || (a.key < b.key ? -1 : 1))
				.map(({stance}) => ({...stance, side: null}));
			return [...ofSides, ...ofOthers];
		},
	};
}

/** What both sides said together is each one's word. */
function together(own: Lasts, joint: Lasts): Lasts {
	const later = (kind: Kind) => {
		const [one, other] = [own[kind], joint[kind]];
		return one && other ? (inOrder(one, other) < 0 ? other : one) : (one ?? other);
	};
	return {
		called: later('called'),
		agreed: later('agreed'),
		held: later('held'),
		denied: later('denied'),
		violated: later('violated'),
		over: later('over'),
	};
}

function stanceOf(lasts: Lasts, agreements: Agreements, moment: number): Stance | null {
	const truce = agreements.current;
	const isAfter = (event: TruceEvent, other: TruceEvent | null) => !other || inOrder(event, other) > 0;
	const spokenFrom = truce ? Math.min(truce.at, startOf(truce)) : Number.NEGATIVE_INFINITY;
	const since = (event: TruceEvent | null, from: number) =>
		event && isAfter(event, lasts.held) && event.first.at >= from ? event : null;
	// Before its hour a truce cannot be broken, though it can be spoken of, and called off.
	const over = since(lasts.over, spokenFrom);
	const violated = since(lasts.violated, truce ? startOf(truce) : Number.NEGATIVE_INFINITY);
	const held = lasts.held && lasts.held.first.at >= spokenFrom ? lasts.held : null;
	const event = over ? afterEnd(over, lasts.called) : (violated ?? latest(lasts, agreements));
	if (!event) return null;
	const {first, voice} = event;
	const said = (each: TruceEvent | null | undefined, says: NonNullable<Stance['stands']>['says']) =>
		each ? {says, at: each.first.at} : null;
	return {
		side: voice,
		isOutside: first.claimant.by.side === null,
		word: {
			by: first.claimant.by,
			says: saysOf(event, agreements, moment),
			against: first.fact.against,
			qualified: first.fact.qualified,
			at: first.at,
			fact: first.fact,
		},
		stands:
			said(over, 'over') ??
			said(violated, 'violated') ??
			said(
				lasts.denied && isAfter(lasts.denied, held) && isOpen(lasts.denied, truce) ? lasts.denied : null,
				'denied',
			) ??
			said(held, held?.first.fact.event === 'holding' ? 'holding' : 'in force'),
	};
}

/** Whoever said that it is over may call for another. */
const afterEnd = (over: TruceEvent, called: TruceEvent | null) =>
	called && inOrder(over, called) < 0 ? called : over;

/** Whether what is denied is the truce itself; where a breach of it is told, the denial answers that. */
function isOpen({first: {at, fact}}: TruceEvent, truce: Agreement | null): boolean {
	return (
		truce !== null &&
		!deniesBreach(fact) &&
		at >= Math.min(truce.at, startOf(truce)) &&
		!(truce.breachedAt !== null && truce.breachedAt <= at)
	);
}

/** The last that was said of several kinds. An agreement counts from when anybody first told of it: who tells it again says nothing new. */
function latest(
	{called, agreed, held, denied, violated, over}: Lasts,
	agreements: Agreements,
): TruceEvent | null {
	const timeOf = (event: TruceEvent) =>
		Math.min(event.first.at, agreements.of(event)?.at ?? Number.POSITIVE_INFINITY);
	const later = (a: TruceEvent | null, b: TruceEvent | null) =>
		a && b ? ((timeOf(a) - timeOf(b) || inOrder(a, b)) < 0 ? b : a) : (a ?? b);
	const last = [agreed, held, denied, violated, over].reduce(later, null);
	// A call is a first word, or one after the end; whoever said more has not taken it back by calling.
	return last === null || last === over ? later(last, called) : last;
}

function saysOf(event: TruceEvent, agreements: Agreements, moment: number): Word['says'] {
	const {fact} = event.first;
	if (fact.event === 'violation') return 'violated';
	if (fact.event === 'collapsed') return 'over';
	if (!isAgreement(fact)) return fact.event as 'called for' | 'in force' | 'holding' | 'denied';
	const made = agreements.of(event);
	// Whoever extends it says that it is in force.
	if (made?.extends) return 'in force';
	const from = event.effectiveAt ?? made?.effectiveAt ?? null;
	return from !== null && from <= moment ? 'in force' : 'announced';
}
