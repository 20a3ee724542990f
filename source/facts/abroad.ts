import {called} from '../profile/peoples.ts';
import type {Profile} from '../profile/profile.ts';
import {regions} from '../profile/regions.ts';
import {names, ownNames, wordsOf} from './own.ts';

/*
 * What a sentence says of other wars, in a report that also tells of this one. It names other countries and none of this
 * conflict's sides; those who only speak of this one, mediate in it or are where it is talked about do not count.
 */

/** Whether what a word states, in a sentence of a report, is of another war. `before`: the same paragraph's earlier sentences. */
export type Abroad = (
	sentence: string,
	at: number,
	stated: 'figure' | 'ceasefire' | 'claim',
	before: readonly string[],
) => boolean;

type Mention = {
	readonly code: string;
	readonly start: number;
	readonly end: number;
	/** A country or a place, not the word for its people. */
	readonly isPlace: boolean;
};

/** @returns a test that makes its tables when it is first asked */
export function abroadOf(profile: Profile): Abroad {
	let made: Abroad | null = null;
	return (...asked) => {
		made ??= make(profile);
		return made(...asked);
	};
}

function make(profile: Profile): Abroad {
	const own = ownNames(profile);
	const everywhere = finder();
	const home = new Set(everywhere(ownWords(profile)).map(({code}) => code));
	const find = (text: string) => everywhere(text).filter(({code}) => !home.has(code));
	// Each fact of a sentence asks.
	let last = {text: '', isOwn: false, mentions: [] as readonly Mention[]};
	const look = (text: string) => {
		if (last.text !== text) {
			const isOwn = names(wordsOf(text), own);
			last = {text, isOwn, mentions: isOwn ? [] : find(text)};
		}

		return last;
	};
	// A side that is named after is at home again; “Kyiv”, after Russia and Ukraine, is not.
	const isContinued = (before: readonly string[], still: readonly Mention[]) => {
		for (const text of [...before].reverse()) {
			const {isOwn, mentions} = look(text);
			if (isOwn) return false;
			if (still.length > 0 && !mentions.some(each => still.some(({code}) => code === each.code))) continue;
			if (
				opens(text, mentions) ||
				isDealOf(text, mentions) ||
				areActors(text, mentions) ||
				isToldOf(text, text.length, mentions)
			)
				return true;
		}

		return false;
	};
	return (text, at, stated, before) => {
		const {isOwn, mentions} = look(text);
		if (isOwn) return false;
		if (isContinued(before, mentions)) return true;
		if (mentions.length === 0) return false;
		if (opens(text, mentions)) return true;
		if (stated === 'figure' && (isToldOf(text, at, mentions) || isOfOwnForces(text, mentions))) return true;
		if (isDealOf(text, mentions)) return true;
		if (both.test(text)) return false;
		if (areActors(text, stated === 'figure' ? mentions.filter(each => !isVictim(text, each)) : mentions))
			return true;
		return stated !== 'figure' && (isTruceOf(text, mentions) || isAgent(text, at, mentions));
	};
}

const noCountry = new Set(['EU', 'UN', 'EZ', 'QO', 'ZZ', 'XA', 'XB']);

/** Every name of a country or people, with its code. */
function* allNames(): Generator<{readonly code: string; readonly name: string; readonly isPlace: boolean}> {
	for (const {code, english} of regions())
		if (!noCountry.has(code)) yield {code, name: english, isPlace: true};
	for (const [code, {peoples, others}] of Object.entries(called)) {
		for (const name of others) yield {code, name, isPlace: true};
		for (const name of peoples) {
			yield {code, name, isPlace: false};
			if (!/(?:s|sh|ch|z|ese)$/.test(name)) yield {code, name: `${name}s`, isPlace: false};
		}
	}
}

const escaped = (name: string) =>
	name
		.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
		.replaceAll(/['’]/g, "['’]")
		.replaceAll(/\s+/g, '\\s+');

/** Words that name the countries which the profile's sides are of, or are in. */
function ownWords({name, sides, places}: Profile): string {
	return [
		name,
		...sides.flatMap(side => [
			side.name,
			...(side.names.en ?? []),
			...(side.adjectives.en ?? []),
			...(side.agencies.en ?? []),
			...(side.places.en ?? []),
		]),
		...places.flatMap(({en}) => en),
	].join(' | ');
}

function finder(): (text: string) => readonly Mention[] {
	const known = new Map<string, {code: string; isPlace: boolean}>();
	for (const {code, name, isPlace} of allNames())
		known.set(name.replaceAll('’', "'").toLowerCase(), {code, isPlace});
	const longestFirst = [...known.keys()].sort((a, b) => b.length - a.length).map(escaped);
	const pattern = new RegExp(`(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}])`, 'iuy');
	// Not “us”, “turkey”; most words begin small and are passed over.
	const capital = /(?<![\p{L}\p{N}])\p{Lu}/gu;
	return text => {
		const found: Mention[] = [];
		capital.lastIndex = 0;
		for (let at = capital.exec(text); at; at = capital.exec(text)) {
			pattern.lastIndex = at.index;
			const match = pattern.exec(text)?.[0];
			const meant = match && known.get(match.replaceAll('’', "'").replaceAll(/\s+/g, ' ').toLowerCase());
			if (match && meant) {
				found.push({...meant, start: at.index, end: at.index + match.length});
				capital.lastIndex = at.index + match.length;
			}
		}

		return found;
	};
}

const both =
	/\b(?:both|two|opposing|warring|rival|each|neighbou?ring) (?:sides?|countries|nations|neighbou?rs|parties|states|republics|armies|presidents|leaders)\b|\bthe (?:sides|two|parties|neighbou?rs|foes|rivals)\b/i;
const qualified =
	'(?:(?:the|northern|southern|eastern|western|central|occupied|neighbou?ring|war-torn|nearby) )*';
const located = new RegExp(`\\b(?:in|across|inside|throughout) ${qualified}$`, 'i');
const opened = new RegExp(
	`^(?:.{0,60}[)] ?[-–—] )?(?:[\\p{L}]+, |meanwhile |elsewhere |also |and |but )?(?:in|across|over in) ${qualified}$`,
	'iu',
);
const wars =
	'truces?|cease-?fires?|armistice|hostilities|fighting|war|conflict|clashes|violence|strikes?|attacks?|shelling|floods?|flooding|quake|earthquake';
const warIn = new RegExp(
	`\\b(?:${wars})(?: (?:agreement|deal|accord))? (?:in|across|between|for|with) ${qualified}$`,
	'i',
);

const opens = (text: string, mentions: readonly Mention[]) =>
	mentions.some(({isPlace, start}) => isPlace && opened.test(text.slice(0, start)));

const saying =
	'said|says|say|told|tells|stated|added|reported|wrote|calls? (?:on|for)|called (?:on|for|in)|calling (?:on|for)|urged|urges|urging|appealed|demanded|demands|welcomed|welcomes|hailed|praised|voiced|expressed|condemned|offered|proposed|invited|hosted|hosts|warned|brokered|brokers|mediated|mediates|negotiated|secured|announced|announces|arranged|facilitated|helped|sent|monitors|monitored|guaranteed|confirmed|noted|believes|counted|put';
const speaks = new RegExp(
	`^(?:(?!\\b(?:(?:accus|agree|violat|sign|declar|clash|deni|breach)\\w*|broken?|truce|cease-?fire)\\b)[^;:.]){0,90}?\\b(?:${saying})\\b`,
	'i',
);
const spoken =
	/(?:[,”"]\s*(?:said|says|told)|\b(?:according to|quoted|citing|cited|reported by|visit(?:ed|ing)?|thanked))\b[^,;]{0,40}$/i;
const mediates =
	/^(?:['’]s?)?[- ](?:\w+[- ]){0,4}?(?:brokered|mediated|backed|sponsored|led|supported|negotiated|hosted|proposed|drafted|mediation|mediators?|mediat\w+|peacekeepers?|observers?|monitors?|envoys?|ambassadors?|diplomats?|help|efforts|pressure|initiative|proposals?|plan|diplomacy|embassy|summit|news|media|television|tv|agency|leader|president|prime minister|foreign minister)\b/i;
const mediated =
	/\b(?:brokered|mediated|monitored|guaranteed|supported|backed|arranged|negotiated|sponsored|hosted|observed|overseen|proposed|help(?:ed)?|pressure|mediation|auspices|talks|meeting|with|from|via|to|at|near|against)\b(?: (?:jointly|by|of|from|with|the|and|\p{Lu}[\p{L}'’-]*))*,? $/u;

/** Who acts: not those who only say, mediate, or lend a place. */
function actors(text: string, mentions: readonly Mention[]): readonly Mention[] {
	return mentions.filter(({start, end}) => {
		const [before, after] = [text.slice(Math.max(0, start - 90), start), text.slice(end, end + 100)];
		return !(
			located.test(before) ||
			spoken.test(before) ||
			mediated.test(before) ||
			speaks.test(after) ||
			mediates.test(after)
		);
	});
}

const areActors = (text: string, mentions: readonly Mention[]) =>
	new Set(actors(text, mentions).map(({code}) => code)).size > 1;

const does =
	/^[^,;:.]{0,60}?\b(?:agreed|signed|declared|clashed|fought|exchanged|traded|(?:accused|blamed) each other)\b/i;

// “India and Pakistan agreed …”, “The Sudanese army and the RSF signed …”: “both sides” then are theirs.
const isDealOf = (text: string, mentions: readonly Mention[]) => {
	const [first, second] = actors(text, mentions);
	return (
		first !== undefined &&
		second !== undefined &&
		first.start < 40 &&
		/^[^,;:.]{0,40}\band (?:the )?$/.test(text.slice(first.end, second.start)) &&
		does.test(text.slice(second.end))
	);
};

// “A truce in Yemen”, “the Gaza ceasefire”
const isTruceOf = (text: string, mentions: readonly Mention[]) =>
	mentions.some(
		({start, end}) =>
			/^ (?:truce|cease-?fire|armistice|war|conflict)\b/i.test(text.slice(end)) ||
			warIn.test(text.slice(0, start)),
	);

// “Ukraine declared a truce”, “Russia and Ukraine accused each other”: before the word that states it.
const isAgent = (text: string, at: number, mentions: readonly Mention[]) => {
	const [actor] = actors(text, mentions);
	if (!actor) return false;
	const between = text.slice(actor.end, Math.max(actor.end, at));
	return actor.start < at && !/[;:]|, (?!which|who)/.test(between);
};

const people =
	'(?:citizens?|nationals?|workers?|engineers?|journalists?|soldiers?|troops|servicemen|men|women|people)';

const amount =
	'(?:an?|another|one|two|three|four|five|six|seven|eight|nine|ten|\\w+teen|\\w+ty|several|some|\\d[\\d,]*)';
const counted = new RegExp(`(?:^|\\b)${amount} $`, 'i');
const ofPeople = new RegExp(`^ (?:[\\w-]+ )?${people}\\b`, 'i');

// “Thirteen South African soldiers and three Malawians”: who died, in whatever war.
const isVictim = (text: string, {isPlace, start, end}: Mention) =>
	!isPlace && (counted.test(text.slice(Math.max(0, start - 20), start)) || ofPeople.test(text.slice(end)));

// “Floods in Pakistan killed 1,545”, “killed 32 in Libya”; not “treated in Russia”.
const isToldOf = (text: string, at: number, mentions: readonly Mention[]) =>
	mentions.some(({isPlace, start, end}) => {
		const before = text.slice(0, start);
		const isThere =
			isPlace || /^ (?:capital|city|town|village|province|region|port|border)\b/i.test(text.slice(end));
		if (!isThere || !located.test(before) || /^['’-]/.test(text.slice(end))) return false;
		return (
			warIn.test(before) ||
			(new RegExp(`\\b(?:killed|dead|died|wounded|injured|${people})\\b[^,;]{0,12} $`, 'i').test(
				before.replace(located, ' '),
			) &&
				Math.abs(start - at) < 60)
		);
	});

const ofItsOwn = /^(?:['’]s)?(?: [\w-]+){0,4} (?:said|says)\b[^;]{0,40}\b(?:of its|its) /i;
const counts =
	/^(?:['’]s)? (?:health|interior|emergenc(?:y|ies)|civil defen[cs]e|police|hospitals?|rescue|medical|coroners?)\b[^,;:]{0,40}\b(?:said|says|reported|put)\b/i;

// “Azerbaijan said 71 of its soldiers were killed”, “Kosovo police said one officer was killed”: each counts its own.
const isOfOwnForces = (text: string, mentions: readonly Mention[]) =>
	mentions.some(({end}) => ofItsOwn.test(text.slice(end)) || counts.test(text.slice(end)));
