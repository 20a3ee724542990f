import type {Change} from './changes.ts';
import {isSameFact, linkOf, outletOf} from './evidence.ts';
import type {CeasefirePicture, Picture} from './picture.ts';
import {hourMs} from './statement.ts';
import {voiceOf} from './voice.ts';
import {sideName, speakerName} from './wording.ts';

type Word = CeasefirePicture['speakers'][number];

/** Where the truce stands anew, whether it was made again, and who has said another word on it. */
export function truceChanges(before: Picture, after: Picture): Change[] {
	const [old, now] = [before.ceasefire, after.ceasefire];
	if (old === now) return [];
	const words = newWords(old, now);
	return [...status(after, old, now, words), ...words.map(each => word(after, old, each))];
}

/** What several said at once, as both sides do who agree, with all who said it. */
type Said = {readonly word: Word; readonly by: readonly Word['by'][]};

function newWords(old: CeasefirePicture, now: CeasefirePicture): Said[] {
	const last = new Map(old.speakers.map(each => [keyOf(each), each]));
	const found: {word: Word; by: Word['by'][]}[] = [];
	for (const each of now.speakers) {
		if (!isNew(last.get(keyOf(each)) ?? old.speakers.find(({fact}) => isSameFact(fact, each.fact)), each))
			continue;
		const same = found.find(({word}) => word.says === each.says && isSameFact(word.fact, each.fact));
		if (same) same.by.push(each.by);
		else found.push({word: each, by: [each.by]});
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

function word(picture: Picture, old: CeasefirePicture, {word: {says, against, at, fact}, by}: Said): Change {
	const who = by.length > 1 ? list(by.map(each => speakerName(picture, each))) : speakerName(picture, by[0]!);
	const whom = against === null ? '' : sideName(picture, against);
	const isAgain = by.every(each => {
		const known = old.speakers.find(other => keyOf(other) === keyOf({by: each} as Word));
		return known?.says === says && known.against === against;
	});
	const what =
		says === 'violated' && whom !== ''
			? `violated by ${whom}`
			: says === 'called for' && whom !== ''
				? `called for, to ${whom}`
				: says;
	return {
		id: `ceasefire/${keyOf({by: by[0]!} as Word)}/${says}/${against}/${at}`,
		kind: 'ceasefire',
		text: `Ceasefire: ${what}${isAgain ? ' again' : ''}, said ${who}`,
		at,
		fact,
		outlet: outletOf(picture, fact),
		link: linkOf(fact),
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
): Change[] {
	const isAnew = now.renewals > old.renewals;
	if (old.status === now.status && !isAnew) return [];
	const newest = (all: readonly Word[]) => all.toSorted((a, b) => b.at - a.at)[0];
	const behind = newest(words.map(({word: each}) => each)) ?? newest(now.speakers);
	// Where nobody said anything new, the hour from which it holds has come.
	const at = words.length > 0 ? (behind?.at ?? null) : (now.since ?? behind?.at ?? null);
	const fact = behind?.fact ?? null;
	return [
		{
			id: `ceasefire/${now.status}/${now.renewals}/${now.since}`,
			kind: 'ceasefire',
			text: `Ceasefire status: ${now.status}${isAnew ? ', made anew' : ''}, ${old.status === now.status ? `${old.status} before as well` : `${old.status} before`}`,
			at,
			fact,
			outlet: fact && outletOf(picture, fact),
			link: fact && linkOf(fact),
			source: null,
		},
	];
}
