import {
	combatantOf,
	has,
	type Memory,
	opensOnFigureBefore,
	opponent,
	relationOf,
	type Scene,
	sayer,
	scopeOf,
	speakerOf,
	whose,
} from './attribute.ts';
import type {Ceasefire, Claim, Figure, Measure, SideId, Speaker, Topic} from './fact.ts';
import type {CeasefireDraft, ClaimDraft, Draft, FigureDraft, Item, Line} from './rule.ts';
import {type Clock, effectiveFrom, periodOf, saidOf} from './when.ts';

/*
 * What a rule found, into a fact: whose, who says it, when, how far it reaches. A draft that turns out to be
 * a supposition, or that somebody denies, becomes no figure.
 */

type Span = {readonly start: number; readonly end: number};
export type Refined =
	| Omit<Figure, keyof Written>
	| Omit<Ceasefire, keyof Written>
	| Omit<Claim, keyof Written>;
/** What the reader adds, the same for all facts of a sentence. */
export type Written = {sentence: string; rule: string; language: string; report: unknown};

/** Facts of a sentence from its drafts, in the order of the drafts. */
export function refine(
	drafts: readonly {draft: Draft; rule: string; line: Line; from: number; to: number}[],
	scene: Scene,
	clock: Clock,
): readonly {fact: Refined; rule: string}[] {
	const found: {fact: Refined; rule: string}[] = [];
	const used: Span[] = [];
	const figures: Omit<Figure, keyof Written>[] = [];
	const claims: Omit<Claim, keyof Written>[] = [];
	const add = (fact: Refined | null, rule: string) => {
		if (fact) {
			found.push({fact, rule});
		}
	};

	const isUsed = (span: Span) => used.some(other => span.start < other.end && other.start < span.end);
	const late: {draft: FigureDraft; rule: string}[] = [];
	for (const {draft, rule, line, to} of drafts) {
		if (draft.kind === 'background') {
			if (!isUsed(draft.people)) {
				used.push(draft.people);
			}
		} else if (draft.kind === 'figure') {
			const span = draft.people ?? draft.anchor;
			if (isUsed(span)) {
				continue;
			}

			if (draft.measure === null) {
				late.push({draft, rule});
				continue;
			}

			used.push(span);
			const figure = figureOf(draft, draft.measure, elided(draft, figures, line), scene, clock);
			if (figure) {
				figures.push(figure);
			}

			add(figure, rule);
		} else if (draft.kind === 'ceasefire') {
			if (!isUsed(draft.anchor)) {
				used.push(draft.anchor);
				for (const fact of ceasefireOf(draft, scene, clock)) {
					add(fact, rule);
				}
			}
		} else {
			for (const fact of claimOf(draft, to, scene, clock)) {
				if (!claims.some(other => isSameClaim(other, fact))) {
					claims.push(fact);
					add(fact, rule);
				}
			}
		}
	}

	// Who says that a ceasefire was broken accuses.
	for (const {fact, rule} of [...found]) {
		if (
			fact.kind === 'ceasefire' &&
			fact.event === 'violation' &&
			fact.by?.side != null &&
			fact.against !== null
		) {
			const {event: _, effectiveAt: _at, qualified: _q, against, ...common} = fact;
			const claim = {
				...common,
				kind: 'claim' as const,
				act: 'accusation' as const,
				about: against,
				topics: topicsIn(scene.line),
				place: null,
			};
			if (!claims.some(other => isSameClaim(other, claim))) {
				claims.push(claim);
				add(claim, rule);
			}
		}
	}

	for (const {draft, rule} of late) {
		const span = draft.people ?? draft.anchor;
		if (isUsed(span)) {
			continue;
		}

		// The figure it is part of: the last one begun before it, else the first after.
		const whole = figures.findLast(figure => figure.start < span.start) ?? figures[0];
		if (whole) {
			used.push(span);
			const figure = figureOf(draft, whole.measure, whole, scene, clock);
			if (figure) {
				figures.push(figure);
			}

			add(figure, rule);
		}
	}

	return found.sort((a, b) => a.fact.start - b.fact.start);
}

type Said = Pick<Claim, 'act' | 'by' | 'about'>;

// One accusation in several words of one sentence is one claim.
function isSameClaim(one: Said, other: Said): boolean {
	return (
		one.act === other.act &&
		one.by?.side === other.by?.side &&
		one.by?.kind === other.by?.kind &&
		one.about === other.about &&
		(one.by?.side != null || one.by?.name === other.by?.name)
	);
}

function topicsIn(line: Line): readonly Topic[] {
	const topics = line.items.flatMap(each => each.sense.topics ?? []).filter(topic => topic !== 'losses');
	return [...new Set<Topic>([...topics, 'ceasefire violation'])].sort();
}

type Whole = Omit<Figure, keyof Written>;

// “12 Orlani soldiers were killed and 30 wounded”: the noun and the side of the second are those of the first, unless it has its own.
function elided(draft: FigureDraft, figures: readonly Whole[], line: Line): Whole | null {
	const {people} = draft;
	if (!people || !has(people, 'bare') || people.sense.side != null) {
		return null;
	}

	const before = figures.findLast(figure => figure.end <= people.start || figure.start < people.start);
	if (!before || before.qualifier === 'none' || before.qualifier === 'silence') {
		return null;
	}

	const between = line.items.filter(item => item.start >= before.end && item.start < people.start);
	const after = line.items.filter(item => item.start >= people.end).slice(0, 5);
	const cut = after.findIndex(item => has(item, 'people', 'stop', 'semi'));
	const own = [...between, ...(cut < 0 ? after : after.slice(0, cut))].some(
		item => item.sense.side != null || has(item, 'semi', 'say', 'toll'),
	);
	return own ? null : before;
}

// “could kill hundreds”, “accused of killing 12”: looked for before the words, in the same part of the sentence.
function isSupposed(line: Line, draft: FigureDraft): boolean {
	const anchorAt = line.items.findIndex(item => item.start >= draft.anchor.start);
	const peopleAt = draft.people ? line.items.findIndex(item => item.start >= draft.people!.start) : anchorAt;
	const first = Math.min(anchorAt, peopleAt);
	const last = Math.max(anchorAt, peopleAt);
	for (let at = last - 1; at >= 0 && first - at < 10; at--) {
		const item = line.items[at];
		if (at < first && has(item, 'stop', 'semi', 'comma', 'say')) {
			return false;
		}

		if (has(item, 'doubt', 'background')) {
			return true;
		}
	}

	return false;
}

function figureOf(
	draft: FigureDraft,
	measure: Measure,
	whole: Whole | null,
	scene: Scene,
	clock: Clock,
): Omit<Figure, keyof Written> | null {
	const {line, memory} = scene;
	const said = sayer(draft.anchor, scene);
	const {qualifier} = draft.count;
	const isDenied = has(said.frame?.verb, 'deny') && said.frame!.verb.start < draft.anchor.start;
	if (qualifier !== 'none' && qualifier !== 'silence' && (isDenied || isSupposed(line, draft))) {
		return null;
	}

	const key = [measure, draft.count.low, draft.count.best, draft.count.high].join(' ');
	const by: Speaker | null =
		draft.by != null
			? {name: null, side: draft.by, kind: 'official'}
			: (silenceBy(draft, scene) ?? said.by ?? carried(scene) ?? memory.said.get(key) ?? null);
	if (by && qualifier !== 'silence' && qualifier !== 'none') {
		memory.said.set(key, by);
	}

	const start = Math.min(draft.anchor.start, draft.people?.start ?? draft.anchor.start);
	const end = Math.max(draft.anchor.end, draft.people?.end ?? draft.anchor.end);
	const isOfWhole =
		whole !== null && (draft.measure !== null || draft.scope === 'subset') && draft.of === undefined;
	const of =
		isOfWhole && draft.people?.sense.side == null
			? whole.of
			: (whose(draft, by, said.frame, scene) ?? whole?.of ?? null);
	// “lost 12”: of a side that is named, men; of anybody else, perhaps matches.
	if (draft.isLoss && of === null && has(draft.people ?? undefined, 'bare')) {
		return null;
	}

	memory.of = of;
	memory.by = by;
	const scope = scopeOf(draft, line);
	// “Another 129 were wounded”, after the dead: others, not more wounded.
	const isOther = scope === 'additional' && memory.measures.size > 0 && !memory.measures.has(measure);
	memory.measures.add(measure);
	return {
		kind: 'figure',
		measure,
		low: draft.count.low,
		best: draft.count.best,
		high: draft.count.high,
		qualifier,
		of,
		combatant:
			combatantOf(draft) ??
			(draft.measure !== null && has(draft.people ?? undefined, 'bare') ? (whole?.combatant ?? null) : null),
		relation: relationOf(by, of),
		scope: isOther ? 'running' : scope,
		by,
		start,
		end,
		period: whole && draft.scope === 'subset' ? whole.period : periodOf(line, draft.anchor, clock),
		...saidOf(line, said.frame, clock),
	};
}

// “The army did not say how many …”: who gives no figure is who does not say it.
function silenceBy(draft: FigureDraft, scene: Scene): Speaker | null {
	if (draft.count.qualifier !== 'silence') {
		return null;
	}

	const subject = scene.line.items.findLast(
		item => item.start < draft.anchor.start && has(item, 'speaker', 'force', 'neitherSide'),
	);
	return subject?.sense.side != null ? speakerOf(subject, scene) : null;
}

// “A further 129 were wounded.” after “The ministry said 36 were killed.”
function carried(scene: Scene): Speaker | null {
	return scene.frames.length === 0 && opensOnFigureBefore.test(scene.line.text) ? scene.memory.by : null;
}

const agreements: readonly string[] = ['agreed', 'declared', 'renewed'];

function ceasefireOf(
	draft: CeasefireDraft,
	scene: Scene,
	clock: Clock,
): readonly Omit<Ceasefire, keyof Written>[] {
	const {line, sides} = scene;
	const said = sayer(draft.anchor, scene);
	const anchorAt = line.items.indexOf(draft.anchor);
	const period = periodOf(line, draft.anchor, clock);
	// “The 1994 ceasefire”: of another time.
	if (has(line.items[anchorAt - 1], 'year', 'date', 'decade') && period === 'historical') {
		return [];
	}

	const subject = agreements.includes(draft.event) ? subjectBefore(line, anchorAt) : null;
	const by = subject ? speakerOf(subject, scene) : said.by;
	const common = {
		kind: 'ceasefire' as const,
		event: draft.event,
		effectiveAt: draft.event === 'violation' ? null : effectiveFrom(line, clock),
		qualified: line.items.some((item, index) => has(item, 'partly') && Math.abs(index - anchorAt) < 10),
		start: Math.min(draft.anchor.start, said.frame?.verb.start ?? draft.anchor.start),
		end: Math.max(draft.anchor.end, said.frame?.verb.end ?? draft.anchor.end),
		period,
		...saidOf(line, said.frame, clock),
	};
	const isMutual = line.items.some(item => has(item, 'mutual', 'eachOther'));
	if (draft.event === 'violation' && isMutual) {
		return sides.map(side => ({
			...common,
			by: {name: null, side, kind: 'official' as const},
			against: opponent(side, sides),
		}));
	}

	const against = draft.event === 'violation' ? sideOf(draft.against ?? null, by, scene) : null;
	return [{...common, by, against: against === by?.side ? null : against}];
}

function subjectBefore(line: Line, anchorAt: number): Item | null {
	for (let at = anchorAt - 1; at >= 0; at--) {
		const item = line.items[at];
		if (has(item, 'stop', 'semi')) {
			return null;
		}

		if (
			has(item, 'speaker', 'bothSides', 'pair', 'force') &&
			!has(item, 'own') &&
			!has(line.items[at - 1], '=with', '=by', '=from')
		) {
			return item ?? null;
		}
	}

	return null;
}

// Which side a target is: its own name, or “the other side”.
function sideOf(target: Item | null, by: Speaker | null, scene: Scene): SideId {
	if (!target) {
		return null;
	}

	return has(target, 'otherSide') ? opponent(by?.side, scene.sides) : (target.sense.side ?? null);
}

function topicsOf(draft: ClaimDraft, line: Line): readonly Topic[] {
	const found = new Set<Topic>();
	let isBroken = false;
	for (let at = draft.topicsFrom; at < draft.topicsTo; at++) {
		const item = line.items[at]!;
		if (
			has(item, 'accuse', 'deny', 'urge', 'demand', 'stop') ||
			(has(item, 'say') && has(line.items[at - 1], 'speaker', 'pronoun', '=and', '=but'))
		) {
			break;
		}

		isBroken ||= has(item, 'breach', 'despite', 'comply');
		if (has(item, 'truce') && (isBroken || line.items.slice(at, at + 5).some(each => has(each, 'breach')))) {
			found.add('ceasefire violation');
		}

		for (const topic of item.sense.topics ?? []) {
			if (topic !== 'losses' || draft.act !== 'accusation') {
				found.add(topic);
			}
		}

		if (has(item, 'people') && draft.act !== 'accusation' && has(item, 'people')) {
		}
	}

	return [...found].sort();
}

function claimOf(
	draft: ClaimDraft,
	_to: number,
	scene: Scene,
	clock: Clock,
): readonly Omit<Claim, keyof Written>[] {
	const {line, sides} = scene;
	const said = sayer(draft.anchor, scene);
	const target = draft.about ?? null;
	const topics = topicsOf(draft, line);
	const place = line.items.find(item => item.sense.place !== undefined)?.sense.place ?? null;
	const common = {
		kind: 'claim' as const,
		act: draft.act,
		topics,
		place,
		start: draft.anchor.start,
		end: line.items[Math.min(draft.topicsTo, line.items.length) - 1]?.end ?? draft.anchor.end,
		period: periodOf(line, draft.anchor, clock),
		...saidOf(line, said.frame, clock),
	};
	if (draft.isMutual) {
		return sides.map(side => ({
			...common,
			by: {name: null, side, kind: 'official' as const},
			about: opponent(side, sides),
		}));
	}

	// “Kyrgyz forces shelled …” is no frame of its own.
	const who = said.frame?.who ?? null;
	if (draft.isFromOther && who === target) {
		return [];
	}

	const speakers = who?.sense.parts
		? who.sense.parts.map(part => speakerOf(part, scene))
		: said.by
			? [said.by]
			: [];
	return speakers.flatMap(by => {
		if (!by) {
			return [];
		}

		const about = draft.act === 'denial' || draft.act === 'admission' ? null : sideOf(target, by, scene);
		const isAccusation = draft.act === 'accusation';
		if (isAccusation && (about === null || about === by.side || (by.side === null && by.kind === 'media'))) {
			return [];
		}

		if (draft.isFromOther && (by.side === null || by.side === 'both' || about === 'both')) {
			return [];
		}

		return [{...common, by, about}];
	});
}

export type {Memory};
