import type {Claim} from '../facts/fact.ts';
import type {Profile} from '../profile/profile.ts';
import {codebook} from './codebook.ts';
import type {Claimed} from './picture.ts';
import {dayMs, hourMs, publishedAt, type Statement} from './statement.ts';

type Said = Statement<Claim>;
type Draft = {readonly claimed: Claimed; readonly side: string};

// Carriers tell the same claim for half a day; what is said again the next morning is said again.
const foldWithinMs = 12 * hourMs;
const answerWithinMs = dayMs;

/**
 * What each side says, newest first, and what others say under `others`.
 *
 * Copies are folded, and claims that answer one another carry each other's id.
 */
export function claims(profile: Profile, stated: readonly Said[]): Record<string, Claimed[]> {
	const drafts = link(fold(profile, stated));
	const lists = new Map<string, Claimed[]>();
	for (const id of [...profile.sides.map(side => side.id), 'others']) lists.set(id, []);
	for (const {side, claimed} of drafts) lists.get(side)!.push(claimed);
	for (const list of lists.values()) list.sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
	return Object.fromEntries(lists);
}

/** One claim however many carry it: the same speaker's side, act, object, topics and place within half a day, or the same sentence in one story. */
function fold(profile: Profile, stated: readonly Said[]): Draft[] {
	const sides = new Set(profile.sides.map(({id}) => id));
	const ordered = stated
		.filter(({droppedAt}) => droppedAt === null)
		.sort(
			(a, b) =>
				a.at - b.at ||
				publishedAt(a.report) - publishedAt(b.report) ||
				(a.report.id < b.report.id ? -1 : a.report.id > b.report.id ? 1 : 0) ||
				a.fact.start - b.fact.start,
		);
	const [speakers, acts, parties, places, words] = [
		codebook(),
		codebook(),
		codebook(),
		codebook(),
		codebook(),
	];
	const topics = codebook();
	const open = new Map<number, Map<number, Group>>();
	const groups: Group[] = [];
	for (const said of ordered) {
		const {fact, claimant} = said;
		const side = fact.by?.side != null && sides.has(fact.by.side) ? fact.by.side : 'others';
		const speaker = speakers(side === 'others' ? claimant.key : side);
		// Without topic or place two claims of one kind are the same only where the words are.
		const isVague = fact.topics.length === 0 && fact.place === null;
		const what = acts(fact.act) * 4096 + parties(fact.about);
		const where = isVague ? -1 - words(fact.sentence) : places(fact.place) * 65536 + bits(fact, topics);
		const ofSpeaker = speaker * 2 ** 24 + what;
		let same = open.get(ofSpeaker);
		if (!same) {
			same = new Map();
			open.set(ofSpeaker, same);
		}
		const group = same.get(where);
		if (group && said.at - group.first.at <= foldWithinMs) add(group, said);
		else {
			const fresh = {side, first: said, carriers: new Map([[said.report.id, said]])};
			same.set(where, fresh);
			groups.push(fresh);
		}
	}
	return groups.map(draft);
}

type Group = {readonly side: string; readonly first: Said; readonly carriers: Map<string, Said>};

function add({carriers}: Group, said: Said): void {
	if (!carriers.has(said.report.id)) carriers.set(said.report.id, said);
}

/** The topics as one number, whatever their order. */
const bits = ({topics}: Claim, codes: (topic: string) => number) =>
	topics.reduce((sum, topic) => sum | (1 << codes(topic)), 0);

function draft({side, first, carriers}: Group): Draft {
	const all = [...carriers.values()];
	const {act, about, topics, place} = first.fact;
	return {
		side,
		claimed: {
			id: [
				first.report.id,
				first.claimant.key,
				act,
				about,
				topics.toSorted().join('+'),
				place,
				first.fact.start,
			].join('/'),
			fact: first.fact,
			at: first.at,
			firstSeenAt: all.reduce((least, each) => Math.min(least, each.firstSeenAt), first.firstSeenAt),
			copies: all.length,
			carriers: [...new Set(all.map(({report}) => report.outlet ?? report.source))],
			answers: null,
		},
	};
}

const isAnswering = (claim: Claim) => claim.act === 'accusation' || claim.act === 'denial';

/** Sets accusations against each other, and denials against what they deny: other side, shared topic or place, within a day; the nearest in time. */
function link(drafts: readonly Draft[]): Draft[] {
	const byMatter = new Map<string, Draft[]>();
	for (const draft of drafts) {
		if (draft.side === 'others' || !isAnswering(draft.claimed.fact)) continue;
		for (const matter of mattersOf(draft)) {
			const key = `${draft.side}\n${matter}`;
			const list = byMatter.get(key);
			if (list) list.push(draft);
			else byMatter.set(key, [draft]);
		}
	}
	const sides = [...new Set(drafts.map(({side}) => side))];
	return drafts.map(draft => {
		if (draft.side === 'others' || !isAnswering(draft.claimed.fact)) return draft;
		let nearest: Draft | null = null;
		for (const side of sides) {
			if (side === draft.side) continue;
			for (const matter of mattersOf(draft))
				for (const other of around(byMatter.get(`${side}\n${matter}`) ?? [], draft.claimed.at))
					if (isOpposite(draft, other) && (!nearest || isNearer(draft, other, nearest))) nearest = other;
		}
		return nearest ? {...draft, claimed: {...draft.claimed, answers: nearest.claimed.id}} : draft;
	});
}

const mattersOf = ({claimed: {fact}}: Draft) => [
	...fact.topics,
	...(fact.place === null ? [] : [`at ${fact.place}`]),
];

function isOpposite({side, claimed}: Draft, other: Draft): boolean {
	const one = claimed.fact;
	const two = other.claimed.fact;
	if (Math.abs(claimed.at - other.claimed.at) > answerWithinMs) return false;
	const isAbout = (claim: Claim, party: string) => claim.about === party;
	if (one.act === 'accusation' && two.act === 'accusation')
		return isAbout(one, other.side) && isAbout(two, side);
	if (one.act === two.act) return false;
	return one.act === 'accusation' ? isAbout(one, other.side) : isAbout(two, side);
}

function isNearer(draft: Draft, other: Draft, than: Draft): boolean {
	const away = (each: Draft) => Math.abs(each.claimed.at - draft.claimed.at);
	return away(other) < away(than) || (away(other) === away(than) && other.claimed.id < than.claimed.id);
}

// As many as are looked at before and after a moment: the nearest that does not fit is followed by few that do.
const lookedAt = 8;

/** Those nearest to a moment in a list that is in order of time. */
function around(list: readonly Draft[], at: number): readonly Draft[] {
	let from = 0;
	let to = list.length;
	while (from < to) {
		const middle = (from + to) >> 1;
		if (list[middle]!.claimed.at < at) from = middle + 1;
		else to = middle;
	}
	return list.slice(Math.max(0, from - lookedAt), from + lookedAt);
}
