import {opponent, type Scene, sayer, speakerOf} from './attribute.ts';
import {claimant} from './claimant.ts';
import type {Ceasefire, Claim, SideId, Speaker, Topic} from './fact.ts';
import {blame, isRecap} from './recap.ts';
import type {Bare} from './refined.ts';
import {type CeasefireDraft, type ClaimDraft, has, type Item, type Line} from './rule.ts';
import {type Clock, effectiveFrom, periodOf, saidOf} from './when.ts';

/*
 * Statements about a ceasefire, and claims, from what rules found.
 */

type Said = Pick<Claim, 'act' | 'by' | 'about'>;

/** One accusation in several words of one sentence is one claim. */
export function isSameClaim(one: Said, other: Said): boolean {
	return (
		one.act === other.act &&
		one.by?.side === other.by?.side &&
		one.by?.kind === other.by?.kind &&
		one.about === other.about &&
		(one.by?.side != null || one.by?.name === other.by?.name)
	);
}

/** All topics that a sentence about a broken ceasefire names. */
export function topicsIn(line: Line): readonly Topic[] {
	const topics = line.items.flatMap(each => each.sense.topics ?? []).filter(topic => topic !== 'losses');
	return [...new Set<Topic>([...topics, 'ceasefire violation'])].sort();
}

const agreements: readonly string[] = ['agreed', 'declared', 'renewed'];

// Whose hour may be still to come.
const toCome: readonly string[] = [...agreements, 'called for', 'denied'];

/** What is said of a ceasefire; a mutual breach is one fact for each side. */
export function ceasefireOf(
	draft: CeasefireDraft,
	found: Stretch,
	scene: Scene,
	clock: Clock,
): readonly Bare<Ceasefire>[] {
	const {line, sides} = scene;
	const anchorAt = line.items.indexOf(draft.anchor);
	const said = saidAbout(draft, scene, anchorAt);
	// “An earlier truce”
	const isFormer = line.items.slice(Math.max(0, anchorAt - 3), anchorAt).some(each => has(each, 'former'));
	const effectiveAt =
		draft.event === 'violation'
			? null
			: effectiveFrom(line, clock, toCome.includes(draft.event), draft.anchor);
	const period = isFormer
		? ('historical' as const)
		: effectiveAt !== null && effectiveAt > clock.at
			? ('current' as const)
			: periodOf(line, draft.anchor, clock);
	// “The 1994 ceasefire”: of another time.
	if (has(line.items[anchorAt - 1], 'year', 'date', 'decade') && period === 'historical') {
		return [];
	}

	if (draft.isFromSide && (said.by?.side == null || said.by.kind === 'media')) {
		return [];
	}

	if (draft.isAgain && !scene.memory.hasTruce && !line.items.some(each => has(each, 'truce'))) {
		return [];
	}

	if (isElsewhere(line, anchorAt) || isRecap(line, anchorAt)) {
		return [];
	}

	if (draft.isBulletin) {
		return bulletinOf(draft, found, scene, clock);
	}

	scene.memory.hasTruce = true;
	const subject = agreements.includes(draft.event) ? subjectBefore(line, anchorAt) : null;
	const isBilateral =
		agreements.includes(draft.event) &&
		line.items.some(
			(each, index) =>
				has(each, 'pair', 'together', 'bothSides') &&
				each.sense.side === 'both' &&
				(has(line.items[index - 1], '=between') || has(line.items[index - 2], '=between')),
		);
	const by = isBilateral
		? {name: null, side: 'both', kind: 'official' as const}
		: draft.by && !has(draft.by, 'pronoun') && subject?.sense.side !== 'both'
			? speakerOf(draft.by, scene)
			: subject && !has(draft.by, 'pronoun')
				? speakerOf(subject, scene)
				: (said.by ?? (draft.isContinued ? sideBefore(scene) : null));
	const common = {
		kind: 'ceasefire' as const,
		event: draft.event,
		effectiveAt,
		qualified: isPartly(line, anchorAt),
		...clauseOf(line, found, anchorAt),
		period,
		...saidOf(line, said.frame ?? (draft.event === 'violation' ? blame(line, anchorAt) : null), clock),
	};
	const isMutual = line.items.some(item => has(item, 'mutual', 'eachOther'));
	if (draft.event === 'violation' && isMutual) {
		return !isBetweenSides(line, sides)
			? []
			: sides.map(side => ({
					...common,
					by: {name: null, side, kind: 'official' as const},
					against: opponent(side, sides),
				}));
	}

	const against =
		draft.event !== 'violation'
			? null
			: draft.isByOther && by?.kind !== 'media'
				? opponent(by?.side, sides)
				: sideOf(draft.against ?? null, by, scene);
	return [{...common, by, against: against === by?.side ? null : against}];
}

// “The border is calm, the Border Service said. No violations were recorded.”: of whoever gives the bulletin.
function bulletinOf(
	draft: CeasefireDraft,
	found: Stretch,
	scene: Scene,
	clock: Clock,
): readonly Bare<Ceasefire>[] {
	const {line} = scene;
	const said = sayer(draft.anchor, scene);
	const by = said.by ?? (draft.isContinued ? sideBefore(scene) : null);
	const isHeard =
		by && (by.kind === 'official' ? by.side !== null : by.kind === 'monitor' || by.kind === 'un');
	const period = periodOf(line, draft.anchor, clock);
	if (!isHeard || period === 'historical') {
		return [];
	}

	return [
		{
			kind: 'ceasefire',
			event: draft.event,
			by,
			against: null,
			effectiveAt: null,
			qualified: isPartly(line, line.items.indexOf(draft.anchor)),
			...clauseOf(line, found, line.items.indexOf(draft.anchor)),
			period,
			...saidOf(line, said.frame, clock),
		},
	];
}

// Whoever was quoted last, if for a side.
const sideBefore = ({memory}: Scene): Speaker | null =>
	memory.quoted?.side != null && memory.quoted.kind === 'official' ? memory.quoted : null;

// “Largely”, “to some degree”
const isPartly = ({items}: Line, at: number) =>
	items.some((item, index) => has(item, 'partly') && Math.abs(index - at) < 10);

type Stretch = {readonly from: number; readonly to: number};

const clauseEnds = ['stop', 'semi', 'colon', 'comma', 'say', 'quote', 'dash', 'open', 'according'] as const;
const times = ['=since', '=after', '=before', '=until', 'soon'] as const;
const joints = ['=and', '=but', '=as', '=while', '=when', '=that'] as const;

/** Where the words stand that state it: what a rule found, and the rest of that part of the sentence. */
function clauseOf({items}: Line, found: Stretch, anchorAt: number): {start: number; end: number} {
	let from = Math.min(found.from, anchorAt);
	let to = Math.max(found.to, anchorAt + 1);
	while (from > 0 && !has(items[from - 1], ...clauseEnds, ...joints, ...times)) {
		from--;
	}

	while (to < items.length && !has(items[to], ...clauseEnds, ...joints, '=after')) {
		to++;
	}

	return {start: items[from]!.start, end: items[to - 1]!.end};
}

// “Declared victory as the truce held”: what was said is not that it held.
function saidAbout(draft: CeasefireDraft, scene: Scene, at: number): ReturnType<typeof sayer> {
	const said = sayer(draft.anchor, scene);
	const {items} = scene.line;
	const verbAt = said.frame ? items.indexOf(said.frame.verb) : -1;
	const isBeside =
		verbAt >= 0 &&
		items
			.slice(verbAt + 1, Math.max(verbAt + 1, at))
			.some(
				(each, index) =>
					index > 0 && has(each, '=as', '=while') && !has(items[verbAt + 2 + index], '=of', 'adverb'),
			);
	return isBeside ? {by: null, frame: null} : said;
}

// “The Yemen truce”, “a ceasefire in Yemen”, where nothing of this conflict is named: of another war.
/** “In Yemen, …”: a sentence that opens on a place of no side, and names none. */
function isAbroad({items}: Line): boolean {
	return (
		has(items[0], '=in', '=across') &&
		has(items[1], 'name') &&
		!has(items[1], 'holiday') &&
		items.slice(2, 5).some(each => has(each, 'comma')) &&
		!items.some(each => each.sense.side != null || each.sense.place !== undefined)
	);
}

function isElsewhere(line: Line, at: number): boolean {
	if (line.items.some(each => each.sense.side != null || each.sense.place !== undefined)) {
		return false;
	}

	const isUnknown = (item: Item | undefined) => has(item, 'name') && !has(item, 'holiday');
	const before = line.items[at - 1];
	if (isAbroad(line)) {
		return true;
	}

	const first = line.items.slice(0, at).find(each => !has(each, 'small', 'word', 'adverb', 'date', 'comma'));
	return (
		isUnknown(before) ||
		(has(line.items[at + 1], '=in', '=between', '=for') && isUnknown(line.items[at + 2])) ||
		(isUnknown(first) && has(line.items[line.items.indexOf(first!) + 1], 'declare', 'agree', 'renew'))
	);
}

function subjectBefore(line: Line, anchorAt: number): Item | null {
	for (let at = anchorAt - 1; at >= 0; at--) {
		const item = line.items[at];
		// “Lost 15 men since the truce was signed”: who signed it is not told.
		if (has(item, 'stop', 'semi', '=since', '=when', '=while', '=before', '=until')) {
			return null;
		}

		if (
			has(item, 'speaker', 'bothSides', 'pair', 'force') &&
			!has(item, 'own') &&
			!has(line.items[at + 1], 'possessive', 'apostrophe') &&
			!has(line.items[at - 1], '=with', '=by', '=from')
		) {
			return item ?? null;
		}
	}

	return null;
}

const bareForces =
	/^(?:the )?(?:army|military|government|militia|armed forces|air force|navy|authorities|regime|security forces|rebels)$/i;

// Which side a target is: its own name, or “the other side”.
function sideOf(target: Item | null, by: Speaker | null, scene: Scene): SideId {
	if (!target) {
		return null;
	}

	// “Accused the army of …”: of the two, the one that does not speak.
	const isBare =
		target.sense.side == null &&
		!has(target, 'eachOther') &&
		bareForces.test(scene.line.text.slice(target.start, target.end)) &&
		// “Only military boats had been targeted”
		!has(scene.line.items[scene.line.items.indexOf(target) + 1], 'thing', 'word', 'person', 'people', 'name');
	return has(target, 'otherSide') || isBare ? opponent(by?.side, scene.sides) : (target.sense.side ?? null);
}

// “A asked for help; B wants talks”: what B wants is no part of it.
function topicsRange(draft: ClaimDraft, {items}: Line): readonly [number, number] {
	const anchorAt = items.indexOf(draft.anchor);
	const before = items.slice(0, anchorAt).findLastIndex(each => has(each, 'semi'));
	const after = items.findIndex((each, at) => at > anchorAt && has(each, 'semi'));
	return [
		Math.max(draft.topicsFrom, before + 1),
		after < 0 ? draft.topicsTo : Math.min(draft.topicsTo, after),
	];
}

function topicsOf(from: number, to: number, draft: ClaimDraft, line: Line): readonly Topic[] {
	const found = new Set<Topic>();
	let isBroken = false;
	for (let at = from; at < to; at++) {
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
	}

	return [...found].sort();
}

// “A and a third country traded accusations” is none between the sides.
function isBetweenSides(line: Line, sides: readonly string[]): boolean {
	const named = new Set(
		line.items
			.filter(each => !has(each, 'eachOther'))
			.map(each => each.sense.side)
			.filter(side => side != null),
	);
	return (
		sides.length === 2 &&
		(named.has('both') || (named.size === 0 && !areStrangers(line)) || sides.every(side => named.has(side)))
	);
}

// “Aldora and Brenia accused each other”: two whom the profile does not know.
function areStrangers({items}: Line): boolean {
	let at = items.findIndex(each => has(each, 'accuse', 'mutual', 'eachOther')) - 1;
	while (has(items[at], 'have', 'adverb', 'forces', 'force', 'person')) {
		at--;
	}

	const isName = (item: Item | undefined) => has(item, 'name') && !has(item, 'pronoun');
	return isName(items[at]) && has(items[at - 1], '=and') && isName(items[at - 2]);
}

// Who is of no side, and yet was there, or counts; an analyst only explains.
const isWitness = (by: Speaker) =>
	by.kind === 'resident' ||
	(by.kind === 'monitor' && !/^(?:the )?(?:analyst|researcher)s?$/i.test(by.name ?? ''));

/** Claims from what a rule found: one for each who makes it. */
export function claimOf(draft: ClaimDraft, scene: Scene, clock: Clock): readonly Bare<Claim>[] {
	const {line, sides} = scene;
	const said = sayer(draft.anchor, scene);
	const target = draft.about ?? null;
	const [topicsFrom, topicsTo] = topicsRange(draft, line);
	const topics = topicsOf(topicsFrom, topicsTo, draft, line);
	const place = line.items.find(item => item.sense.place !== undefined)?.sense.place ?? null;
	const common = {
		kind: 'claim' as const,
		act: draft.act,
		topics,
		place,
		start: draft.anchor.start,
		end: line.items[Math.min(topicsTo, line.items.length) - 1]?.end ?? draft.anchor.end,
		period: periodOf(line, draft.anchor, clock),
		...saidOf(line, said.frame, clock),
	};
	if (draft.isMutual) {
		if (!isBetweenSides(line, sides) || isRecap(line, line.items.indexOf(draft.anchor))) {
			return [];
		}

		return sides.map(side => ({
			...common,
			by: {name: null, side, kind: 'official' as const},
			about: opponent(side, sides),
		}));
	}

	// “Kyrgyz forces shelled …” is no frame of its own.
	const who = said.frame?.who ?? null;
	if (draft.isFromOther && (who === target || has(said.frame?.verb, 'demand', 'urge', 'propose'))) {
		return [];
	}

	if (draft.act === 'accusation' && isRecap(line, line.items.indexOf(draft.anchor))) {
		return [];
	}

	const actor = draft.by === undefined ? who : draft.by;
	const speakers = actor?.sense.parts
		? actor.sense.parts.map(part => speakerOf(part, scene))
		: draft.by === undefined
			? [said.by]
			: [draft.by && speakerOf(draft.by, scene)];
	// Whom a verb of blame leaves unnamed (“he blames X”) still blames.
	const isExplicit = draft.by != null && draft.act === 'accusation' && has(draft.anchor, 'accuse', 'holds');
	return speakers.flatMap((speaker): readonly Bare<Claim>[] => {
		const by = claimant(speaker, actor, draft, scene);
		if (!by) {
			const about = isExplicit ? sideOf(target, null, scene) : null;
			return about === null ? [] : [{...common, by: null, about}];
		}

		const about = draft.act === 'denial' || draft.act === 'admission' ? null : sideOf(target, by, scene);
		const isAccusation = draft.act === 'accusation';
		if (isAccusation && (about === null || about === by.side || (by.side === null && by.kind === 'media'))) {
			return [];
		}

		if (draft.isFromSide && by.side === null) {
			return [];
		}

		if (
			draft.isFromOther &&
			((by.side === null && !isWitness(by)) || by.side === 'both' || about === 'both')
		) {
			return [];
		}

		if (isAccusation && about !== 'both') {
			scene.memory.accused = about;
		}

		return [{...common, by, about}];
	});
}
