import type {Fact} from '../facts/fact.ts';
import {namesOf} from '../profile/names.ts';
import type {Profile} from '../profile/profile.ts';

/** With what a sentence says that a truce was broken, and where by its words, as far as they can be told from other words; empty: the bare word that it was. */
export type Particulars = (fact: Pick<Fact, 'sentence' | 'language'>) => ReadonlySet<string>;

const means: readonly (readonly [string, RegExp])[] = [
	['shelling', /\b(?:mortar|artiller|howitzer|shell(?:ed|ing|s)\b|bombard)|миномёт|миномет|артилл|обстрел/i],
	['rockets', /\b(?:rocket|missile|grad\b|multiple launch)|ракет|«град/i],
	['drone', /\b(?:drone|uavs?\b|unmanned|quadcopter)|беспилотн|бпла|дрон/i],
	['aircraft', /\b(?:air ?strike|air raid|aircraft|helicopter|warplane|jet)|авиа|вертол/i],
	['tanks', /\b(?:tanks?\b|armou?red|infantry fighting)|танк|бронетехн|\bбтр/i],
	[
		'small arms',
		/\b(?:sniper|machine[- ]gun|small arms|gunfire|rifle|grenade)|снайпер|пулем|стрелков|гранатом/iu,
	],
	[
		'incursion',
		/\b(?:incursion|infiltrat|advanc(?:ed|ing)|cross(?:ed|ing)|storm(?:ed|ing)|seiz(?:ed|ing)|captur(?:ed|ing))|проник|захват|штурм/iu,
	],
	['arson', /\b(?:arson|set fire|burn(?:ed|ing|t)|torch|loot)|поджог|поджег|сожг/i],
];

// Most sentences name none.
const anyMeans = new RegExp(means.map(([, {source}]) => source).join('|'), 'i');

// “At Elm”, “the village of Elm”
const placed: Readonly<Record<string, RegExp>> = {
	en: /\b(?:at|near|in|outside|around|towards?|village of|town of|city of|districts? of) (?:the )?(\p{Lu}[\p{L}’'-]+)/gu,
	ru: /(?<!\p{L})(?:в|у|возле|близ|села|города) (\p{Lu}[\p{L}-]+)/gu,
};

const months = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/;

export function createParticulars(profile: Profile): Particulars {
	const names = new Map<string, ReadonlySet<string>>();
	const known = new WeakMap<object, ReadonlySet<string>>();

	/** Words of names that are no places inside: “in Norvia” says nothing. */
	const namesIn = (language: string): ReadonlySet<string> => {
		let words = names.get(language);
		if (!words) {
			const written = namesOf(profile, language).filter(({place}) => place === undefined);
			words = new Set(written.flatMap(name => name.words.flatMap(form => form.split(/\s+/u))));
			names.set(language, words);
		}
		return words;
	};

	return fact => {
		let found = known.get(fact);
		if (!found) {
			const of = namesIn(fact.language);
			const where = [...fact.sentence.matchAll(placed[fact.language] ?? placed.en!)]
				.map(([, name]) => name!)
				.filter(name => !of.has(name) && !months.test(name));
			found = new Set([
				...(anyMeans.test(fact.sentence) ? means : [])
					.filter(([, pattern]) => pattern.test(fact.sentence))
					.map(([name]) => name),
				...where,
			]);
			known.set(fact, found);
		}
		return found;
	};
}
