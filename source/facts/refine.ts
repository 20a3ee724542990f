import type {Scene} from './attribute.ts';
import type {CeasefireEvent, Claim, Figure} from './fact.ts';
import {elided, figureOf} from './figures.ts';
import type {Bare, Refined} from './refined.ts';
import type {Draft, FigureDraft, Line} from './rule.ts';
import {ceasefireOf, claimOf, isSameClaim, topicsIn} from './statements.ts';
import {summed} from './sums.ts';
import type {Clock} from './when.ts';

/*
 * What a rule found, into a fact: whose, who says it, when, how far it reaches. A draft that turns out to be
 * a supposition, or that somebody denies, becomes no figure.
 */

// Begins with people counted in the sentence before.
const opensOnWhole = /^(?:among|of) (?:them|those|these)\b/i;

type Span = {readonly start: number; readonly end: number};

type Phase = 'made' | 'state' | 'breach';

const phaseOf: Readonly<Record<CeasefireEvent, Phase>> = {
	'called for': 'breach',
	agreed: 'made',
	declared: 'made',
	renewed: 'made',
	'in force': 'state',
	holding: 'state',
	collapsed: 'state',
	violation: 'breach',
	denied: 'breach',
};

const isBoth = (phases: readonly Phase[]) =>
	phases.length === 2 && phases.includes('made') && phases.includes('state');

/** Facts of a sentence from its drafts, in the order of the drafts. */
export function refine(
	drafts: readonly {draft: Draft; rule: string; line: Line; from: number; to: number}[],
	scene: Scene,
	clock: Clock,
): readonly {fact: Refined; rule: string}[] {
	const found: {fact: Refined; rule: string}[] = [];
	const used: Span[] = [];
	const figures: Bare<Figure>[] = [];
	const claims: Bare<Claim>[] = [];
	// Whose own noun tells whose.
	const named = new Set<Refined>();
	const add = (fact: Refined | null, rule: string) => {
		if (fact) {
			found.push({fact, rule});
		}
	};

	const isUsed = (span: Span) => used.some(other => span.start < other.end && other.start < span.end);
	const phases = new Map<number, readonly Phase[]>();
	const late: {draft: FigureDraft; rule: string}[] = [];
	for (const {draft, rule, line, from, to} of drafts) {
		if (draft.kind !== 'background' && scene.isAbroad(draft.anchor.start, draft.kind)) {
			continue;
		}

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
				if (draft.people?.sense.side != null) {
					named.add(figure);
				}
			}

			add(figure, rule);
		} else if (draft.kind === 'ceasefire') {
			// How it came about and how it fares are two things that are said of one ceasefire.
			const told = phases.get(draft.anchor.start) ?? [];
			const phase = phaseOf[draft.event];
			if (told.length === 0 ? !isUsed(draft.anchor) : isBoth([...told, phase])) {
				const facts = ceasefireOf(draft, {from, to}, scene, clock);
				if (facts.length > 0) {
					used.push(draft.anchor);
					phases.set(draft.anchor.start, [...told, phase]);
				}

				for (const fact of facts) {
					add(fact, rule);
				}
			}
		} else {
			for (const fact of claimOf(draft, scene, clock)) {
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
		const whole =
			figures.findLast(figure => figure.start < span.start) ?? (draft.scope === 'subset' ? null : figures[0]);
		// “The rebels say the real number is 22”: of the same dead.
		if (draft.isRival) {
			const rivalled = whole?.measure ?? [...scene.memory.measures].at(-1);
			const figure = rivalled
				? figureOf({...draft, of: whole ? whole.of : scene.memory.of}, rivalled, null, scene, clock)
				: null;
			if (rivalled) {
				used.push(span);
			}

			add(figure, rule);
			continue;
		}

		const isTold = scene.memory.measures.size > 0 && !figures.some(({qualifier}) => qualifier === 'silence');
		// “Among them were three children.”
		const carried =
			draft.scope === 'subset' && opensOnWhole.test(scene.line.text)
				? [...scene.memory.measures].at(-1)
				: undefined;
		const measure = draft.isOfBefore ? (isTold ? 'casualties' : undefined) : (whole?.measure ?? carried);
		if (measure) {
			used.push(span);
			const figure = figureOf(draft, measure, draft.isOfBefore ? null : (whole ?? null), scene, clock);
			if (figure) {
				figures.push(figure);
			}

			add(figure, rule);
		}
	}

	found.sort((a, b) => a.fact.start - b.fact.start);
	const facts = summed(
		found.map(({fact}) => fact),
		named,
	);
	return found.map(({rule}, at) => ({fact: facts[at]!, rule}));
}
