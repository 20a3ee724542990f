import {type ClaimDraft, type Found, has, type Item, item, type Line} from '../../rule.ts';
import {isParty, objectOf} from './parties.ts';

/*
 * What all rows about accusations share.
 */

export type Who = {readonly by?: Item | null; readonly about: Item | null};

/** “12,000 have died since Russia invaded”: only tells from when. */
export function isTimeOnly(found: Found): boolean {
	const {line, from, named} = found;
	const verb = line.items[named.v?.[0] ?? found.to];
	const isInvasion = verb?.sense.topics?.includes('incursion') ?? false;
	return line.items
		.slice(Math.max(0, from - 2), from)
		.some(
			(each, index, all) =>
				(has(each, '=since', '=before', '=until') || (isInvasion && has(each, '=after', '=when'))) &&
				all.slice(index + 1).every(next => has(next, '=the', 'modifier')),
		);
}

/** True where what is said is of tariffs or debts, and of nothing that is done in war. */
export function isOfMoney({items}: Line, from: number): boolean {
	const said = items.slice(from, from + 12);
	const end = said.findIndex(
		each => has(each, 'stop', 'semi') || (has(each, 'say') && !has(each, 'reports', 'accusation')),
	);
	const words = end < 0 ? said : said.slice(0, end);
	return (
		words.some(each => has(each, 'finance')) &&
		!words.some(
			each => each.sense.topics !== undefined || has(each, 'people', 'truce', 'breach', 'force', 'forces'),
		)
	);
}

export const draft = (found: Found, name: string, {by, about}: Who): ClaimDraft | null => {
	const span = found.named[name];
	const anchor = item(found, name);
	return anchor && span && about && !isOfMoney(found.line, span[1])
		? {
				kind: 'claim',
				act: 'accusation',
				anchor,
				about,
				...(by === undefined ? {} : {by}),
				topicsFrom: span[1],
				topicsTo: found.line.items.length,
			}
		: null;
};

export const at = (found: Found, name: string): readonly [number, number] => found.named[name] ?? [0, 0];
// Who is complained to may be anybody.
export const sided = (each: Item | null) => (each?.sense.side != null ? each : null);
// “Lodged a protest after X’s jets …”: the first other side that is named.
export const rival = (found: Found, own: string | null | undefined, from: number) =>
	found.line.items
		.slice(from, from + 14)
		.find(
			each =>
				isParty(each) && each.sense.side != null && each.sense.side !== 'both' && each.sense.side !== own,
		) ?? null;
// “Accused by X of …, Y said”
export const followed = (found: Found) => {
	const comma = found.line.items.findIndex((each, index) => index >= found.to && has(each, 'comma'));
	return comma < 0 ? null : objectOf(found.line, comma + 1, 4);
};
export const textOf = (found: Found, each: Item | undefined) =>
	each ? found.line.text.slice(each.start, each.end) : '';
export const isBlame = (found: Found, verb: Item | undefined) =>
	verb !== undefined && /blam|pinned/i.test(found.line.text.slice(verb.start, verb.end));
export const isPassive = (found: Found, from: number, to: number) =>
	found.line.items
		.slice(Math.max(0, from - 3), from)
		.some((each, index, all) => has(each, 'be') && !all.slice(index + 1).some(isParty)) ||
	has(found.line.items[to], '=by');
