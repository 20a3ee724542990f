import type {Claim} from '../facts/fact.ts';
import type {Change} from './changes.ts';
import {linkOf, outletOf} from './evidence.ts';
import type {Claimed, Picture} from './picture.ts';
import {type Retold, takenBackIn} from './retold.ts';
import {hourMs} from './statement.ts';
import {capital, sideName, speakerName} from './wording.ts';

/** Claims that are new, and those that no report holds any more. Another carrier of a claim is neither. */
export function claimChanges(before: Picture, after: Picture, retold: Retold): Change[] {
	return Object.entries(after.claims).flatMap(([side, list]) => {
		const known = before.claims[side] ?? [];
		if (known === list) return [];
		const {only, gone} = differing(known, list);
		const isKnown = matched(known);
		const isStill = matched(list);
		return [
			...only.filter(claim => !isKnown(claim)).map(claim => made(after, claim)),
			...gone
				.filter(claim => claim.at >= after.window.from && !isStill(claim))
				.map(claim => takenBack(after, claim, retold)),
		];
	});
}

/** Claims that stand in one list and not in the other, by id. Most of two lists is the same and stands at the same end. */
function differing(known: readonly Claimed[], list: readonly Claimed[]) {
	let [knownTo, listTo] = [known.length, list.length];
	while (knownTo > 0 && listTo > 0 && known[knownTo - 1]!.id === list[listTo - 1]!.id) {
		knownTo--;
		listTo--;
	}
	const [before, now] = [known.slice(0, knownTo), list.slice(0, listTo)];
	const ids = new Set(before.map(({id}) => id));
	const only = now.filter(({id}) => !ids.delete(id));
	return {only, gone: ids.size > 0 ? before.filter(({id}) => ids.has(id)) : []};
}

// A copy with an earlier date may come in later and take the first place in its claim.
const sameClaimMs = 12 * hourMs;

/** Tells whether a list holds a claim of the same matter at about the same time. The list is gone through when first asked. */
function matched(list: readonly Claimed[]): (claim: Claimed) => boolean {
	let matters: Map<string, number[]> | null = null;
	return claim => {
		if (matters === null) {
			matters = new Map();
			for (const each of list) {
				const key = matterOf(each);
				const times = matters.get(key);
				if (times) times.push(each.at);
				else matters.set(key, [each.at]);
			}
		}
		return matters.get(matterOf(claim))?.some(at => Math.abs(at - claim.at) <= sameClaimMs) ?? false;
	};
}

// Without topic or place two claims of one kind are the same only where the words are.
const matterOf = ({fact}: Claimed): string =>
	[
		fact.by?.side ?? fact.by?.name,
		fact.act,
		fact.about,
		...fact.topics.toSorted(),
		fact.place ?? (fact.topics.length === 0 ? fact.sentence : ''),
	].join('/');

const acts: Readonly<Record<Claim['act'], string>> = {
	accusation: 'accused',
	denial: 'denied',
	admission: 'said of itself',
	statement: 'said',
	demand: 'demanded',
	call: 'called',
};

/** “Border Service (Kyrgyzstan) accused Tajikistan, shelling”; its own words where the topic is not known. */
function wordsOf(picture: Picture, fact: Claim, outlet: string): string {
	const {act, about, topics, place, by, sentence} = fact;
	const who = speakerName(picture, by ?? {name: outlet, side: null, kind: 'media'});
	const whom =
		about === null || act === 'admission'
			? ''
			: act === 'accusation'
				? ` ${sideName(picture, about)}`
				: act === 'call'
					? ` on ${sideName(picture, about)}`
					: ` about ${sideName(picture, about)}`;
	const where = place === null ? [] : [`at ${picture.profile.places[place] ?? place}`];
	const what = [...topics, ...where];
	return `${capital(who)} ${acts[act]}${whom}${what.length > 0 ? `, ${what.join(', ')}` : `: “${sentence}”`}`;
}

function made(picture: Picture, {id, fact, at, firstSeenAt, carriers}: Claimed): Change {
	const outlet = carriers[0] ?? outletOf(picture, fact);
	return {
		id: `claim/${id}`,
		kind: 'claim',
		text: wordsOf(picture, fact, outlet),
		at,
		firstSeenAt,
		fact,
		outlet,
		link: linkOf(fact),
		source: null,
	};
}

function takenBack(picture: Picture, claim: Claimed, retold: Retold): Change {
	const taken = made(picture, claim);
	const back = takenBackIn(picture, claim.fact, retold);
	return {
		...taken,
		id: `${taken.id}/withdrawn`,
		text: `No report holds this any more: ${taken.text}`,
		at: back?.at ?? null,
		firstSeenAt: back?.firstSeenAt ?? null,
		outlet: back?.outlet ?? taken.outlet,
	};
}
