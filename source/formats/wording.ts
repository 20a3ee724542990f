import type {Ceasefire, Figure, SideId, Speaker} from '../facts/fact.ts';
import type {Chain, Picture, Replaced, Row} from '../picture/picture.ts';
import {saidAt} from '../picture/statement.ts';
import {amount, capital, count, nameless} from '../picture/wording.ts';

export {amount, capital, count};

/** What stands behind a picture's moment, by the clock that it was drawn with. */
export const drawnFrom = {
	now: 'from all that is kept',
	published: 'from what had been published by then',
	seen: 'from what this store had seen by then',
} as const;

/** What a column of the tally holds, beside a speaker's name. */
export const columnNames = {own: 'own side', enemy: 'other side', third: 'third party'} as const;

/** How a row's numbers were come by, in one line of sentences. */
export function howCome({low, best, high, openEnded, method}: Row): string {
	if (best === null || low === null || high === null) return `${capital(method)}.`;
	return `Best: ${method}. Low: smallest current total of the side itself or of third parties. High: largest by anyone${openEnded ? ', left open by an “at least”' : ''}.`;
}

export const plural = (number: number, one: string, many = `${one}s`) =>
	`${count(number)} ${number === 1 ? one : many}`;

/** What a picture tells of the carriers of one thing. */
export type CarriedTold = {
	readonly carriers: readonly string[];
	readonly copies: number;
	/** First tellers behind the copies; missing: not counted. */
	readonly origins?: number;
};

/** A row's spread: “36–37, best 37”, “24–100 or more”, “no figure”. */
export function spread({low, best, high, openEnded}: Row): string {
	const ends = [...new Set([low, high].filter(end => end !== null))].map(count).join('–');
	if (ends === '') return 'no figure';
	const text = `${ends}${openEnded ? ' or more' : ''}`;
	return best === null || ends === count(best) ? text : `${text}, best ${count(best)}`;
}

/** What an implied bound follows from, each side by its name: “both killed 54 (Reuters)”, “Kyrgyzstan killed 36 (Health Ministry)”. */
export function impliedWords(picture: Picture, {from}: NonNullable<Row['implied']>): string[] {
	return from.map(words => {
		const side = picture.profile.sides.find(({id}) => words.startsWith(`${id} `));
		if (!side) return words;
		const rest = words.slice(side.id.length);
		// The side itself said so, and no ministry of it.
		const ownWord = ` (${side.id})`;
		return `${side.name}${rest.endsWith(ownWord) ? `${rest.slice(0, -ownWord.length)} (${side.name})` : rest}`;
	});
}

/** The side's name, “both sides”, or “not known whose”. */
export function whose(picture: Picture, of: SideId): string {
	if (of === null) return 'not known whose';
	if (of === 'both') return 'both sides';
	return picture.profile.sides.find(({id}) => id === of)?.name ?? of;
}

/** Who speaks: “Health Ministry (Kyrgyzstan)”, “Reuters”, “Kyrgyzstan”, “residents”. */
export function speaker(picture: Picture, {name, side, kind}: Speaker): string {
	const of = side === null ? null : whose(picture, side);
	if (name === null) return of ?? nameless[kind];
	return of === null || name === of || name.includes(of) ? name : `${name} (${of})`;
}

/** A speaker's last word on the truce: “holding, to some degree”, “violated by Tajikistan”. */
export function lastWord(
	picture: Picture,
	{says, against, qualified}: Picture['ceasefire']['speakers'][number],
): string {
	const by = says === 'violated' && against !== null ? ` by ${whose(picture, against)}` : '';
	return `${says}${by}${qualified ? ', to some degree' : ''}`;
}

/** What was said of a truce: “agreed”, “violation alleged against Tajikistan”, “holding, to some degree”. */
export function eventWords(picture: Picture, {event, against, qualified}: Ceasefire): string {
	const some = qualified ? ', to some degree' : '';
	if (event === 'violation')
		return `violation alleged${against === null ? '' : ` against ${whose(picture, against)}`}${some}`;
	const of = event === 'called for' && against !== null ? ` of ${whose(picture, against)}` : '';
	return `${event}${of}${some}`;
}

/** What is to be known of a chain's figure beside the number, in few words. */
export function remarks(chain: Chain): string[] {
	const {combatant, scope} = chain.current;
	return [
		...(combatant === 'military' ? ['fighters only'] : combatant === 'civilian' ? ['civilians only'] : []),
		...(chain.isPart ? [noTotal[scope]] : []),
		...(chain.derived ? ['sum of a total and “more”'] : []),
		...(chain.isOutdated ? ['overtaken'] : []),
	];
}

const noTotal: Readonly<Record<Figure['scope'], string>> = {
	running: 'not a total',
	additional: 'more, the total is not given',
	incident: 'in one incident, not a total',
	day: 'on one day, not a total',
	subset: 'part of a total that is not given',
};

/** From when until when a figure stood, and why it went: “from 17 Sep 2022, 01:30 until 18 Sep 2022, 10:10: later total”. */
export function whenStood(
	{fact, why, corrected, at, repeatedAt}: Replaced,
	when: (at: number | null) => string,
): string {
	const {publishedAt} = fact.report;
	const from = publishedAt === null ? fact.saidAt : saidAt(fact, publishedAt);
	// A report may be dated after the one that took its number away.
	const began = from === null || from >= at ? '' : `from ${when(from)} `;
	return `${began}until ${when(at)}: ${why}${corrected ? ', corrected' : ''}${repeatedAt === null ? '' : `, quoted again ${when(repeatedAt)}`}`;
}

const longestWords = 60;

/**
 * What a part counts, to follow its number: “ more”, “ of them military”, “ of them (“including five children”)”, “ in one incident”.
 *
 * @param isPart true where the claimant gave no total that it could be a part of
 */
export function partNote(figure: Figure, isPart: boolean): string {
	const {scope, combatant} = figure;
	const kind = combatant === null || combatant === 'both' ? '' : ` ${combatant}`;
	switch (scope) {
		case 'additional':
			return `${kind} more`;
		case 'incident':
			return `${kind} in one incident`;
		case 'day':
			return `${kind} on one day`;
		case 'running':
			return kind === '' || isPart ? kind : ` of them${kind}`;
		case 'subset':
			return `${isPart ? ' of a total' : ' of them'}${kind}${combatant === 'military' ? '' : ` (“${wordsOf(figure)}”)`}`;
	}
}

/** The words that were read; where they do not tell who is counted, as “five” alone, with what follows them. */
function wordsOf({sentence, start, end}: Figure): string {
	const isTelling = /\p{L}\P{L}+\p{L}/u.test(sentence.slice(start, end));
	const words = sentence.slice(start, isTelling ? end : undefined).trim();
	return words.length <= longestWords ? words : `${words.slice(0, longestWords).replace(/\s+\S*$/u, '')}…`;
}

// Our own, because the short names of `Intl` differ from one version of Node to the next.
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Writes instants in one zone: `18 Sep 2022, 10:00`. An unknown zone is UTC. */
export function clock(timezone: string): {readonly zone: string; when(at: number | null): string} {
	const zone = isZone(timezone) ? timezone : 'UTC';
	const format = new Intl.DateTimeFormat('en-GB', {
		timeZone: zone,
		day: 'numeric',
		month: 'numeric',
		year: 'numeric',
		hour: '2-digit',
		minute: '2-digit',
		hourCycle: 'h23',
	});
	return {
		zone,
		when(at) {
			if (at === null || !(Math.abs(at) <= 8.64e15)) return 'not known';
			const {day, month, year, hour, minute} = Object.fromEntries(
				format.formatToParts(at).map(part => [part.type, part.value]),
			);
			return `${Number(day)} ${months[Number(month) - 1]} ${year}, ${hour}:${minute}`;
		},
	};
}

function isZone(timezone: string): boolean {
	try {
		new Intl.DateTimeFormat('en-GB', {timeZone: timezone});
		return true;
	} catch {
		return false;
	}
}

/** What a picture says that more was kept than memory holds. @param revisions how many of those with facts are not in it */
export const leftOutInWords = (revisions: number): string =>
	`${revisions.toLocaleString('en')} old ${revisions === 1 ? 'report' : 'reports'} with facts of this time ${revisions === 1 ? 'is' : 'are'} not in the picture, for want of memory: a larger --heads takes them in`;
