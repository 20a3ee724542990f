import type {Change} from './changes.ts';
import {isSameFact, linkOf, outletOf} from './evidence.ts';
import type {CeasefirePicture, Picture} from './picture.ts';
import {type Retold, type TakenBack, takenBackIn} from './retold.ts';
import {hourMs} from './statement.ts';
import {voiceOf} from './voice.ts';
import {sideName, speakerName} from './wording.ts';

type Word = CeasefirePicture['speakers'][number];

/** Where the truce stands anew, whether it was made again, and who has said another word on it. */
export function truceChanges(before: Picture, after: Picture, retold: Retold): Change[] {
	const [old, now] = [before.ceasefire, after.ceasefire];
	if (old === now) return [];
	const words = newWords(old, now);
	const gone = goneWords(after, old, now, retold);
	return [
		...status(after, old, now, words, gone, retold),
		...words.map(each => word(after, old, each, retold)),
		...gone.map(each => takenBack(after, each)),
	];
}

/** What several said at once, as both sides do who agree, with all who said it. */
type Said = {readonly word: Word; readonly by: readonly Word['by'][]};

function newWords(old: CeasefirePicture, now: CeasefirePicture): Said[] {
	const last = new Map(old.speakers.map(each => [keyOf(each), each]));
	const found: {word: Word; by: Word['by'][]}[] = [];
	for (const each of now.speakers) {
		// An earlier word that stands again, as a later one was taken back.
		const known = last.get(keyOf(each));
		if (known && known.at > each.at && old.events.some(fact => isSameFact(fact, each.fact))) continue;
		if (!isNew(last.get(keyOf(each)) ?? old.speakers.find(({fact}) => isSameFact(fact, each.fact)), each))
			continue;
		const same = found.find(({word}) => word.says === each.says && isSameFact(word.fact, each.fact));
		if (same) same.by.push(each.by);
		else found.push({word: each, by: [each.by]});
	}
	return found;
}

/** Last words that their reports say no longer. */
function goneWords(picture: Picture, old: CeasefirePicture, now: CeasefirePicture, retold: Retold) {
	const found: (Said & {readonly by: Word['by'][]; readonly back: TakenBack})[] = [];
	for (const each of old.speakers) {
		if (now.events.some(fact => isSameFact(fact, each.fact))) continue;
		const back = takenBackIn(picture, each.fact, retold);
		if (!back) continue;
		const same = found.find(({word}) => isSameFact(word.fact, each.fact));
		if (same) same.by.push(each.by);
		else found.push({word: each, by: [each.by], back});
	}
	return found;
}

const keyOf = ({by}: Word) => voiceOf(by) ?? [by.kind, by.side, by.name].join(' ');

// What carriers tell within six hours of the same speaker and the same matter is one event.
const sameWordMs = 6 * hourMs;

function isNew(known: Word | undefined, word: Word): boolean {
	if (!known) return true;
	// Only the hour from which it holds has come: nobody has said anything.
	if (isSameFact(known.fact, word.fact)) return false;
	if (known.says !== word.says || known.against !== word.against) return true;
	// A copy dated otherwise is no other word; an agreement of another hour is.
	const hours = [known.fact.effectiveAt, word.fact.effectiveAt];
	const isOfOtherHour = hours[0] !== null && hours[1] !== null && hours[0] !== hours[1];
	return word.at > known.at && (isOfOtherHour || word.at - known.at > sameWordMs);
}

function word(
	picture: Picture,
	old: CeasefirePicture,
	{word: {says, against, at, fact}, by}: Said,
	retold: Retold,
): Change {
	const isAgain = by.every(each => {
		const known = old.speakers.find(other => keyOf(other) === keyOf({by: each} as Word));
		return known?.says === says && known.against === against;
	});
	return {
		id: `ceasefire/${keyOf({by: by[0]!} as Word)}/${says}/${against}/${at}`,
		kind: 'ceasefire',
		text: `Ceasefire: ${saidWhat(picture, says, against)}${isAgain ? ' again' : ''}, said ${list(by.map(each => speakerName(picture, each)))}`,
		at,
		firstSeenAt: retold.firstSeenAt(fact),
		fact,
		outlet: outletOf(picture, fact),
		link: linkOf(fact),
		source: null,
	};
}

function saidWhat(picture: Picture, says: Word['says'], against: Word['against']): string {
	const whom = against === null ? '' : sideName(picture, against);
	if (whom === '') return says;
	return says === 'violated'
		? `violated by ${whom}`
		: says === 'called for'
			? `called for, to ${whom}`
			: says;
}

function takenBack(
	picture: Picture,
	{word: {says, against, at, fact}, by, back}: ReturnType<typeof goneWords>[number],
): Change {
	return {
		id: `ceasefire/${keyOf({by: by[0]!} as Word)}/${says}/${against}/${at}/withdrawn`,
		kind: 'ceasefire',
		text: `Ceasefire: its report no longer holds that ${list(by.map(each => speakerName(picture, each)))} said “${saidWhat(picture, says, against)}”`,
		at: back.at,
		firstSeenAt: back.firstSeenAt,
		fact,
		outlet: back.outlet,
		link: back.link,
		source: null,
	};
}

const list = (names: readonly string[]) =>
	names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

function status(
	picture: Picture,
	old: CeasefirePicture,
	now: CeasefirePicture,
	words: readonly Said[],
	gone: ReturnType<typeof goneWords>,
	retold: Retold,
): Change[] {
	const isAnew = now.renewals > old.renewals;
	if (old.status === now.status && !isAnew) return [];
	const newest = (all: readonly Word[]) => all.toSorted((a, b) => b.at - a.at)[0];
	// Where nobody has said anything new, what was taken back is what turned it.
	const back = words.length > 0 ? undefined : gone.toSorted((a, b) => b.back.at - a.back.at)[0];
	const behind = back?.word ?? newest(words.map(({word: each}) => each)) ?? newest(now.speakers);
	// Where nobody said anything new, the hour from which it holds has come.
	const at = back
		? back.back.at
		: words.length > 0
			? (behind?.at ?? null)
			: (now.since ?? behind?.at ?? null);
	const fact = behind?.fact ?? null;
	return [
		{
			id: `ceasefire/${now.status}/${now.renewals}/${now.since}`,
			kind: 'ceasefire',
			text: `Ceasefire status: ${now.status}${isAnew ? ', made anew' : ''}, ${old.status === now.status ? `${old.status} before as well` : `${old.status} before`}${back ? ', as a report was revised' : ''}`,
			at,
			firstSeenAt: back ? back.back.firstSeenAt : fact && retold.firstSeenAt(fact),
			fact,
			outlet: back?.back.outlet ?? (fact && outletOf(picture, fact)),
			link: fact && linkOf(fact),
			source: null,
		},
	];
}
