import {relationOf, type Scene, sayer, sideTold, speakerOf} from './attribute.ts';
import {
	circumstances,
	isBackground,
	isDeniedBefore,
	isMisfortune,
	isSupposed,
	isUntrue,
	startOf,
} from './background.ts';
import type {Figure, Measure, Speaker} from './fact.ts';
import type {Frame} from './frames.ts';
import type {Bare} from './refined.ts';
import {type FigureDraft, has, type Line} from './rule.ts';
import {combatantOf, scopeOf} from './scope.ts';
import {type Clock, periodOf, saidOf} from './when.ts';
import {isOfEither, opensOnFigureBefore, whose} from './whose.ts';

/*
 * A figure from what a rule found: whose, who says it, when, how far it reaches.
 */

/** “12 Orlani soldiers were killed and 30 wounded”: the noun and the side of the second are those of the first, unless it has its own. */
export function elided(
	draft: FigureDraft,
	figures: readonly Bare<Figure>[],
	line: Line,
): Bare<Figure> | null {
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
	// “12 soldiers and 3 civilians were killed and 4 wounded”: who the four are is not said.
	const isMixed = figures.some(figure => figure.end === before.end && figure.combatant !== before.combatant);
	return own ? null : isMixed ? {...before, combatant: null} : before;
}

// “Two” of one report are often others than the “two” before.
const isTelling = (draft: FigureDraft) => (draft.count.high ?? draft.count.best ?? draft.count.low ?? 0) >= 3;

// “urges calm as the toll reaches 24”: what stands beside an appeal is not part of it.
const appeals = ['urge', 'demand', 'propose'] as const;

/** A figure from what a rule found; null where it is a supposition, or denied. `whole` is the figure whose noun, side or measure it shares. */
export function figureOf(
	draft: FigureDraft,
	measure: Measure,
	whole: Bare<Figure> | null,
	scene: Scene,
	clock: Clock,
): Bare<Figure> | null {
	const {line, memory} = scene;
	// “The cows, nine of them, were killed”
	const peopleAt = has(draft.people ?? undefined, 'part') ? line.items.indexOf(draft.people!) : -1;
	if (
		peopleAt > 0 &&
		line.items.slice(Math.max(0, peopleAt - 2), peopleAt).some(item => has(item, 'thing', 'things'))
	) {
		return null;
	}

	const found = sayer(draft.anchor, scene);
	const isBesideAppeal = has(found.frame?.verb, ...appeals) && !has(found.frame?.verb, 'say');
	// “The army is reviewing reports that 12 were killed”: the number is not the army's.
	const isHearsay = line.items.some(item => item.start < draft.anchor.start && has(item, 'hearsay'));
	const said = isBesideAppeal || isHearsay ? {by: null, frame: null} : found;
	const qualifier = draft.count.high === 0 ? 'none' : draft.count.qualifier;
	const isDenied =
		has(said.frame?.verb, 'deny') &&
		said.frame!.verb.start < draft.anchor.start &&
		!line.items.some(
			item =>
				item.start > said.frame!.verb.start && item.start < draft.anchor.start && has(item, ...circumstances),
		);
	if (
		qualifier !== 'none' &&
		qualifier !== 'silence' &&
		(isDenied ||
			isDeniedBefore(line, draft) ||
			isSupposed(line, draft) ||
			memory.isPretence ||
			isUntrue(line, draft))
	) {
		return null;
	}

	if (isMisfortune(line, draft) || (draft.isRemark && memory.measures.has(measure))) {
		return null;
	}

	const key = [measure, draft.count.low, draft.count.best, draft.count.high].join(' ');
	const teller: Speaker | null =
		draft.by != null
			? {name: null, side: draft.by, kind: 'official'}
			: isHearsay
				? null
				: (silenceBy(draft, scene) ??
					said.by ??
					counter(draft, scene) ??
					carried(scene) ??
					(isTelling(draft) ? memory.said.get(key) : null) ??
					null);
	const start = startOf(draft);
	const end = Math.max(draft.anchor.end, draft.people?.end ?? draft.anchor.end);
	const isOfWhole =
		whole !== null && (draft.measure !== null || draft.scope === 'subset') && draft.of === undefined;
	const ofWhom = (by: Speaker | null) =>
		isOfWhole && draft.people?.sense.side == null
			? whole.of
			: (whose(draft, by, said.frame, scene) ?? whole?.of ?? null);
	const counted = isOpenCounter(teller, said.frame, scene) ? ofWhom({...teller!, side: null}) : null;
	const by = counted !== null && scene.sides.includes(counted) ? {...teller!, side: counted} : teller;
	const of = ofWhom(by);
	// “lost 12”: of a side that is named, men; of anybody else, perhaps matches.
	if (draft.isLoss && of === null && has(draft.people ?? undefined, 'bare')) {
		return null;
	}

	memory.of = of;
	if (of !== null && of !== 'both') {
		memory.told.add(of);
	}

	memory.by = by;
	if (by && qualifier !== 'silence' && qualifier !== 'none') {
		memory.said.set(key, by);
	}

	// Nothing can be a part before there is a whole.
	const isFirst =
		memory.measures.size === 0 && draft.people?.sense.measure !== undefined && has(draft.people, 'bare');
	const stated = draft.scope === 'subset' && isFirst && whole === null ? {...draft, scope: undefined} : draft;
	const scope =
		draft.isAmong && memory.measures.has(measure) ? 'subset' : scopeOf(stated as FigureDraft, line);
	// “Another 129 were wounded”, after the dead: others, not more wounded.
	const isOther = scope === 'additional' && memory.measures.size > 0 && !memory.measures.has(measure);
	// The last told stands last.
	memory.measures.delete(measure);
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
		period:
			whole && draft.scope === 'subset'
				? whole.period
				: isBackground(line, draft)
					? 'historical'
					: periodOf(line, draft.anchor, clock),
		...saidOf(line, said.frame, clock),
	};
}

// “42 were hurt on the Kyrgyz side, according to the Health Ministry”: hospitals count their own, whoever spoke before.
function isOpenCounter(teller: Speaker | null, frame: Frame | null, scene: Scene): boolean {
	const who = frame?.who;
	return (
		teller?.kind === 'official' &&
		who != null &&
		who.sense.isCounting === true &&
		who.sense.isBareOrgan === true &&
		sideTold(who, scene) === null
	);
}

// “The army did not say how many …”: who gives no figure is who does not say it.
function silenceBy(draft: FigureDraft, scene: Scene): Speaker | null {
	if (draft.count.qualifier !== 'silence') {
		return null;
	}

	const subject = scene.line.items.findLast(
		item => item.start < draft.anchor.start && has(item, 'speaker', 'force', 'neitherSide'),
	);
	if (subject) {
		return subject.sense.side != null ? speakerOf(subject, scene) : null;
	}

	// “…, it said. No information on losses was given.”
	const {speaker} = scene.memory;
	return scene.frames.length === 0 && speaker?.side != null && speaker.kind === 'official' ? speaker : null;
}

// “The ministry’s tally stood at 24 dead”, “Kyrgyzstan raised its own toll to 46”, “officials here have 24 dead”: who keeps the
// count gives it.
function counter(draft: FigureDraft, scene: Scene): Speaker | null {
	const {items} = scene.line;
	const start = startOf(draft);
	let isKept = has(draft.anchor, 'toll') || (has(draft.anchor, 'losses') && !has(draft.anchor, 'struck'));
	for (let at = items.findIndex(item => item.start >= start) - 1; at >= 0; at--) {
		const item = items[at]!;
		if (
			has(
				item,
				'stop',
				'semi',
				'quote',
				'struck',
				'died',
				'kill',
				'event',
				'act',
				...appeals,
				'accuse',
				'deny',
			)
		) {
			return null;
		}

		isKept ||= has(item, 'toll', 'tally', 'bring', 'keep');
		// “A Reuters tally shows 94 dead”: an agency keeps a count where its count is named.
		const isKeeper = !has(item, 'wire') || has(items[at + 1], 'tally') || has(items[at + 2], 'tally');
		if (has(item, 'speaker') && isKeeper && !has(item, 'pronoun', 'force', 'bothSides')) {
			return isKept && !has(items[at - 1], 'locative', '=by', '=with', '=against', '=to')
				? speakerOf(item, scene)
				: null;
		}
	}

	return null;
}

// “A further 129 were wounded.” after “The ministry said 36 were killed.”
function carried(scene: Scene): Speaker | null {
	return scene.frames.length === 0 &&
		opensOnFigureBefore.test(scene.line.text) &&
		!isOfEither(scene.line.text, scene.memory)
		? scene.memory.by
		: null;
}
