import type {Figure, Speaker} from '../facts/fact.ts';
import {isSameAmount, worth} from './amount.ts';
import type {Change} from './changes.ts';
import {linkOf, outletOf} from './evidence.ts';
import {noTotal} from './part-notes.ts';
import type {Chain, Picture, Replaced, Row, Withdrawn} from './picture.ts';
import {type Retold, takenBackIn} from './retold.ts';
import {chainsOf, subjectOf} from './row.ts';
import {silenceBegun, silenceEnded} from './silence-changes.ts';
import {amount, count, speakerName} from './wording.ts';

/** What claimants say anew of the tally, what they took back, and which silences began and ended. */
export function tollChanges(before: Picture, after: Picture, retold: Retold): Change[] {
	if (before.tally.rows === after.tally.rows) return [];
	const rows = new Map(before.tally.rows.map(row => [`${row.of} ${row.measure}`, row]));
	const found = after.tally.rows.flatMap(row => {
		const key = `${row.of} ${row.measure}`;
		const known = rows.get(key);
		rows.delete(key);
		return row === known ? [] : rowChanges(after, row, known, retold);
	});
	const gone = [...rows.values()].flatMap(row => silenceEnded(after, row, null, retold));
	return [...found, ...gone];
}

function rowChanges(picture: Picture, row: Row, known: Row | undefined, retold: Retold): Change[] {
	const chains = known ? chainsOf(known) : [];
	const byClaimant = new Map(chains.map(chain => [chain.claimant, chain]));
	const now = new Set(chainsOf(row).map(({claimant}) => claimant));
	const gone = chains.filter(({claimant}) => !now.has(claimant));
	const tolls = (['own', 'enemy', 'third'] as const).flatMap(column =>
		row[column].flatMap(chain => {
			const before =
				byClaimant.get(chain.claimant) ??
				gone.find(other => known![column].includes(other) && isNamedOtherwise(other, chain));
			return before === chain ? [] : toll(picture, row, before, chain, known, retold);
		}),
	);
	const withdrawn = row.withdrawn
		.filter(({by, fact}) => !known?.withdrawn.some(other => isSameWord(other, by, fact)))
		.map(each => takenBack(picture, row, each, chains, retold));
	return [
		...tolls,
		...withdrawn,
		...(known && tolls.length + withdrawn.length === 0 ? range(picture, known, row, retold) : []),
		...silenceBegun(picture, known, row, retold),
		...(known ? silenceEnded(picture, known, row, retold) : []),
	];
}

const isSameSpeaker = (a: Speaker, b: Speaker) => a.side === b.side && a.name === b.name;
const isSameWord = ({by, fact}: Withdrawn, speaker: Speaker, figure: Figure) =>
	isSameSpeaker(by, speaker) && isSameAmount(fact, figure);

/** “Kyrgyzstan: 36” is its ministry's 36 once that is known: the chain moves, nobody has said anything new. */
const isNamedOtherwise = (before: Chain, after: Chain): boolean =>
	before.isPart === after.isPart &&
	[after.current, ...after.replaced.map(({fact}) => fact)].some(fact => isSameAmount(fact, before.current));

function notesOf({current, derived, isPart}: Chain, before: Chain | undefined): string {
	const {report} = current;
	const isInPlace = before && !before.derived && !derived && before.current.report.id === report.id;
	const notes = [
		...(isPart ? noTotal(current) : []),
		...(derived ? ['a total and “more”, added up here'] : []),
		...(isInPlace ? ['the same report, revised'] : []),
	];
	return notes.length > 0 ? ` (${notes.join(', ')})` : '';
}

function toll(
	picture: Picture,
	row: Row,
	before: Chain | undefined,
	after: Chain,
	known: Row | undefined,
	retold: Retold,
): Change[] {
	const told = before ? wordOf(before, after) : firstWord(after, known);
	if (!told) return [];
	const subject = `${subjectOf(picture, row)}: ${speakerName(picture, after.by, row.of)}`;
	const idOf = (number: Figure, isPart: boolean, times: number): string =>
		[
			'toll',
			row.of,
			row.measure,
			after.claimant,
			isPart ? 'part' : 'total',
			amount(number),
			...(times > 0 ? [times + 1] : []),
		].join('/');
	// Given anew after it had been taken back or replaced, the same number is another word.
	const times = after.replaced.filter(({fact}) => isSameAmount(fact, after.current)).length;
	return [
		{
			id: idOf(after.current, after.isPart, times),
			kind: 'toll',
			text: `${subject} ${told.words}${notesOf(after, before)}`,
			at: told.at,
			firstSeenAt: after.currentFirstSeenAt,
			fact: after.current,
			outlet: after.carriers[0] ?? outletOf(picture, after.current),
			link: linkOf(after.current),
			source: null,
		},
		...loweredBetween(before, after).map(
			({from, to, at, times}): Change => ({
				id: idOf(to, after.isPart, times),
				kind: 'toll',
				text: `${subject} revised ${amount(from)} down to ${amount(to)}, replaced since`,
				at,
				firstSeenAt: retold.firstSeenAt(to),
				fact: to,
				outlet: outletOf(picture, to),
				link: linkOf(to),
				source: null,
			}),
		),
	];
}

/** Numbers that were revised down and have been replaced again since: each is a word of its own, which nobody should miss. */
function loweredBetween(before: Chain | undefined, after: Chain) {
	if (after.isPart || before?.isPart) return [];
	const between = before ? pathFrom(before, after) : after.replaced.filter(({why}) => why !== 'withdrawn');
	const path = [...(before ? [before.current] : []), ...between.map(({fact}) => fact)];
	return path.slice(1).flatMap((to, index) => {
		const from = path[index]!;
		if ((worth(to) ?? 0) >= (worth(from) ?? 0)) return [];
		const place = after.replaced.findIndex(({fact}) => fact === to);
		const earlier = after.replaced.slice(0, place);
		return [
			{
				from,
				to,
				// What took the place of the one before it.
				at: earlier.at(-1)?.at ?? after.currentAt,
				times: earlier.filter(({fact}) => isSameAmount(fact, to)).length,
			},
		];
	});
}

type Told = {readonly words: string; readonly at: number};

function firstWord(after: Chain, known: Row | undefined): Told {
	const {replaced, current, currentAt: at, by} = after;
	const taken = known?.withdrawn.filter(other => isSameSpeaker(other.by, by)) ?? [];
	const path = replaced.filter(({fact}) => !taken.some(other => isSameAmount(other.fact, fact))).map(said);
	const numbers = path.length > 0 ? `${path.join(', then ')}, and now ${amount(current)}` : amount(current);
	const last = taken.at(-1);
	return {
		words: last ? `again gave ${numbers}, after ${amount(last.fact)} was withdrawn` : `first gave ${numbers}`,
		at,
	};
}

const said = ({fact, why}: Replaced) => `${amount(fact)}${why === 'withdrawn' ? ' (withdrawn)' : ''}`;

/** What a claimant has said or taken back since; null where it is the same number by however many carriers. */
function wordOf(before: Chain, after: Chain): Told | null {
	const [old, number] = [amount(before.current), amount(after.current)];
	const {currentAt: at} = after;
	if (isSameAmount(before.current, after.current)) return sameNumber(before, after);
	const taken = after.replaced.findLast(
		({fact, why}) => why === 'withdrawn' && isSameAmount(fact, before.current),
	);
	if (taken && before.isPart === after.isPart) {
		const isOld = before.replaced.some(({fact}) => isSameAmount(fact, after.current));
		return {
			words: isOld ? `went back to ${number}, ${old} is withdrawn` : `gave ${number}, ${old} is withdrawn`,
			at: Math.max(taken.at, isOld ? 0 : at),
		};
	}
	if (before.isPart !== after.isPart)
		return after.isPart
			? {words: `was left with ${number}, ${old} is withdrawn`, at}
			: {words: `first gave a total, ${number}, after a part of ${old}`, at};
	if (after.isPart && !isOfOneKind(before.current, after.current))
		return {words: `gave ${number}, beside ${old}`, at};
	const between = pathFrom(before, after);
	const last = between.at(-1)?.fact ?? before.current;
	const isLower = (worth(after.current) ?? 0) < (worth(last) ?? 0);
	const earlier = [before.current, ...between.map(({fact}) => fact)].slice(0, -1).map(amount);
	const way = earlier.length > 0 ? `, after ${earlier.join(', then ')}` : '';
	return {
		words: isLower
			? `revised ${amount(last)} down to ${number}${way}`
			: `raised ${amount(last)} to ${number}${way}`,
		at,
	};
}

function sameNumber(before: Chain, after: Chain): Told | null {
	const number = amount(after.current);
	if (before.isPart !== after.isPart)
		return {
			words: after.isPart ? `took back that ${number} is all` : `gave ${number} as a total`,
			at: after.currentAt,
		};
	if (before.derived && !after.derived)
		return {words: `itself gave ${number}, so far only added up here`, at: after.currentAt};
	const taken = after.replaced.filter(
		({fact, why}) => why === 'withdrawn' && !before.replaced.some(other => isSameAmount(other.fact, fact)),
	);
	const last = taken.at(-1);
	return last
		? {words: `stayed at ${number}, ${amount(last.fact)} was given and is withdrawn`, at: last.at}
		: null;
}

const isOfOneKind = (a: Figure, b: Figure) =>
	a.scope === 'running' && b.scope === 'running' && a.combatant === b.combatant && b.qualifier !== 'vague';

/** What the claimant said between two figures, oldest first. */
function pathFrom(before: Chain, after: Chain): readonly Replaced[] {
	const index = after.replaced.findLastIndex(({fact}) => isSameAmount(fact, before.current));
	return index < 0 ? [] : after.replaced.slice(index + 1).filter(({why}) => why !== 'withdrawn');
}

function takenBack(
	picture: Picture,
	row: Row,
	{by, fact, at}: Withdrawn,
	known: readonly Chain[],
	retold: Retold,
): Change {
	const claimant = known.find(chain => isSameAmount(chain.current, fact) && chain.by.side === by.side);
	const back = takenBackIn(picture, fact, retold);
	const key = claimant?.claimant ?? `${by.side}|${by.name}`;
	return {
		id: ['withdrawn', row.of, row.measure, key, amount(fact)].join('/'),
		kind: 'toll',
		text: `${subjectOf(picture, row)}: ${amount(fact)} by ${speakerName(picture, by, row.of)} is withdrawn`,
		at,
		firstSeenAt: back?.firstSeenAt ?? null,
		fact,
		outlet: back?.outlet ?? outletOf(picture, fact),
		link: linkOf(fact),
		source: null,
	};
}

/** Where low, best or high moved though nobody said anything new: something has been overtaken, or more carry it. */
function range(picture: Picture, before: Row, after: Row, retold: Retold): Change[] {
	const isSame = (['low', 'best', 'high', 'openEnded'] as const).every(key => before[key] === after[key]);
	if (isSame) return [];
	const chains = chainsOf(after).filter(({isOutdated}) => !isOutdated);
	const shown = after.best ?? after.high ?? after.low;
	const behind = chains.find(({current}) => worth(current) === shown) ?? chains[0] ?? chainsOf(after)[0];
	const told = chainsOf(after).map(({lastToldAt}) => lastToldAt);
	return [
		{
			id: ['range', after.of, after.measure, spread(after)].join('/'),
			kind: 'range',
			text: `${subjectOf(picture, after)}: ${spread(after)}, before ${spread(before)} (${after.method})`,
			at: told.length > 0 ? Math.max(...told) : null,
			firstSeenAt: behind ? retold.firstSeenAt(behind.current) : null,
			fact: behind?.current ?? null,
			outlet: behind?.carriers[0] ?? null,
			link: behind ? linkOf(behind.current) : null,
			source: null,
		},
	];
}

function spread({low, best, high, openEnded}: Row): string {
	const end = (number: number | null) => (number === null ? 'not given' : count(number));
	return `low ${end(low)}, best ${end(best)}, high ${end(high)}${openEnded && high !== null ? ' or more' : ''}`;
}
