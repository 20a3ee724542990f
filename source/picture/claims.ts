import type {Claim} from '../facts/fact.ts';
import type {Profile} from '../profile/profile.ts';
import {type Answerable, createAnswers} from './answers.ts';
import type {Carriers} from './carriers.ts';
import {type ClaimGroup, claimGroups, claimStreams, inTime} from './claim-group.ts';
import {createOrdered} from './ordered.ts';
import type {Claimed} from './picture.ts';
import type {Statement} from './statement.ts';
import {createStreams} from './streams.ts';

type Said = Statement<Claim>;
type Lists = Readonly<Record<string, readonly Claimed[]>>;

/** What each side claims, kept up as statements come and go. */
export type Claims = {
	add(said: Said): void;
	/** The same object that was added. */
	remove(said: Said): void;
	/** By side id, and `others`; newest first. Claims and lists that nothing has changed are the same objects as before. */
	draw(): Lists;
	/** All reports that carry a claim of the last picture, first first. */
	carriers(side: string, id: string): readonly Said[];
};

/**
 * What each side says, newest first, and what others say under `others`, drawn from nothing.
 *
 * Copies are folded, and claims that answer one another carry each other's id.
 */
export function claims(profile: Profile, stated: readonly Said[]): Lists {
	const kept = createClaims(profile);
	for (const said of stated) kept.add(said);
	return kept.draw();
}

/** A group as it was last shown. */
type Shown = {
	readonly group: ClaimGroup;
	readonly carriers: Carriers;
	readonly answerable: Answerable;
	claimed: Claimed;
};

const oldestFirst = (a: Claimed, b: Claimed) => a.at - b.at || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);

export function createClaims(profile: Profile): Claims {
	const {keyOf, sideOf} = claimStreams(profile);
	const streams = createStreams<Said, ClaimGroup>({
		keyOf,
		compare: inTime,
		open: () => claimGroups(sideOf),
	});
	const answers = createAnswers(profile);
	const shown = new Map<ClaimGroup, Shown>();
	const byAnswerable = new Map<Answerable, Shown>();
	const byId = new Map<string, ClaimGroup>();
	const lists = new Map(
		[...profile.sides.map(({id}) => id), 'others'].map(id => [
			id,
			{ordered: createOrdered(oldestFirst), newestFirst: [] as readonly Claimed[]},
		]),
	);
	let drawn: Lists | null = null;

	const show = (each: Shown, claimed: Claimed): void => {
		if (isEqual(each.claimed, claimed)) return;
		const {ordered} = lists.get(each.group.side)!;
		ordered.remove(each.claimed);
		ordered.add(claimed);
		each.claimed = claimed;
	};

	/** What was shown of groups that have changed, by id: a group that was taken back and made anew is no change. */
	const takeOut = (touched: ReadonlySet<ClaimGroup>): Map<string, Shown> => {
		const gone = new Map<string, Shown>();
		for (const group of touched) {
			const before = shown.get(group);
			if (!before) continue;
			gone.set(group.id, before);
			shown.delete(group);
			byId.delete(group.id);
		}
		return gone;
	};

	const putIn = (group: ClaimGroup, before: Shown | undefined): void => {
		const {carriers} = group;
		// Made anew from the same: what was counted then counts.
		if (before && before.carriers !== carriers) carriers.takesOver(before.carriers);
		const claimed = claimedOf(group, before?.claimed.answers ?? null);
		byId.set(group.id, group);
		if (before && isAlike(before.answerable, claimed)) {
			const {answerable} = before;
			const after = {group, carriers, answerable, claimed: before.claimed};
			shown.set(group, after);
			byAnswerable.set(answerable, after);
			show(after, claimed);
			return;
		}
		const answerable = {id: group.id, side: group.side, at: claimed.at, fact: claimed.fact};
		const after = {group, carriers, answerable, claimed};
		shown.set(group, after);
		byAnswerable.set(answerable, after);
		answers.add(answerable);
		lists.get(group.side)!.ordered.add(claimed);
		if (before) drop(before);
	};

	const drop = ({group, answerable, claimed}: Shown): void => {
		byAnswerable.delete(answerable);
		answers.remove(answerable);
		lists.get(group.side)!.ordered.remove(claimed);
	};

	const settle = (): void => {
		const touched = streams.settle();
		const gone = takeOut(touched);
		for (const group of touched) {
			if (group.carriers.isEmpty) continue;
			putIn(group, gone.get(group.id));
			gone.delete(group.id);
		}
		for (const each of gone.values()) drop(each);
		for (const answerable of answers.settle()) {
			const each = byAnswerable.get(answerable);
			if (each) show(each, {...each.claimed, answers: answers.of(answerable)});
		}
	};

	return {
		add(said) {
			if (said.droppedAt === null) streams.add(said);
		},
		remove(said) {
			if (said.droppedAt === null) streams.remove(said);
		},
		draw() {
			settle();
			let isNew = drawn === null;
			for (const list of lists.values()) {
				if (!list.ordered.settle()) continue;
				list.newestFirst = list.ordered.items.toReversed();
				isNew = true;
			}
			if (isNew) drawn = Object.fromEntries([...lists].map(([id, {newestFirst}]) => [id, newestFirst]));
			return drawn!;
		},
		carriers(side, id) {
			const group = byId.get(id);
			return group?.side === side ? (group.carriers.all as Said[]) : [];
		},
	};
}

function claimedOf({id, first, shown, firstSeenAt, carriers}: ClaimGroup, answers: string | null): Claimed {
	return {
		id,
		fact: shown.fact,
		at: first.at,
		firstSeenAt,
		copies: carriers.count,
		origins: carriers.origins,
		carriers: carriers.outlets,
		answers,
	};
}

const isAlike = (answerable: Answerable, {at, fact}: Claimed) =>
	answerable.at === at && answerable.fact === fact;

function isEqual(one: Claimed, other: Claimed): boolean {
	return (
		one.fact === other.fact &&
		one.at === other.at &&
		one.firstSeenAt === other.firstSeenAt &&
		one.copies === other.copies &&
		one.origins === other.origins &&
		one.answers === other.answers &&
		one.carriers.length === other.carriers.length &&
		one.carriers.every((name, index) => name === other.carriers[index])
	);
}
