import type {SideId} from './fact.ts';
import {has, type Item, type Line} from './rule.ts';

/*
 * Who does what to whom, as far as it tells whose dead.
 */

/** The first item that begins at a position or after it; -1 where none does. */
export const indexAt = (line: Line, start: number) => line.items.findIndex(item => item.start >= start);

/** The nearest word before an item that names a side as one who acts. */
export function actorBefore(line: Line, index: number): Item | null {
	for (let at = index - 1; at >= 0 && index - at < 14; at--) {
		const item = line.items[at];
		if (has(item, 'stop', 'semi')) {
			return null;
		}

		if (
			has(item, 'speaker', 'force', 'party', 'nationality', 'neitherSide', 'bothSides') &&
			item?.sense.side != null
		) {
			return item;
		}
	}

	return null;
}

// “A Veskan helicopter crashed, killing all five”, “nobody died when the Torvian trawler struck a mine”.
export function mishapOf(line: Line): SideId {
	const at = line.items.findIndex(item => has(item, 'mishap'));
	const owner = line.items
		.slice(Math.max(0, at - 3), Math.max(0, at))
		.findLast(item => has(item, 'force', 'sided') && item.sense.side != null);
	return owner?.sense.side ?? null;
}

/** “Insurgents ambushed a junta column, killing 18”: the one who acts comes first, the one who is struck last. */
function sidedActors(line: Line, anchorAt: number): {subject: Item | null; object: Item | null} {
	let subject: Item | null = null;
	let object: Item | null = null;
	for (let at = anchorAt - 1; at >= 0 && anchorAt - at < 20; at--) {
		const item = line.items[at]!;
		if (has(item, 'stop', 'semi', 'say')) {
			break;
		}

		if (item.sense.side == null || !has(item, 'force', 'party', 'sided', 'speaker')) {
			continue;
		}

		const before = has(line.items[at - 1], '=the', '=a', '=an') ? line.items[at - 2] : line.items[at - 1];
		const isObject =
			has(item, 'sided') || has(before, 'happen', 'act', 'attackWord', '=on', '=against', '=at', 'breach');
		if (isObject && object === null && subject === null) {
			object = item;
		} else {
			subject = item;
		}
	}

	return {subject, object};
}

export const objectBefore = (line: Line, anchorAt: number): SideId =>
	sidedActors(line, anchorAt).object?.sense.side ?? null;

export const subjectBefore = (line: Line, anchorAt: number): Item | null =>
	sidedActors(line, anchorAt).subject ?? actorBefore(line, anchorAt);

// “killed by Kyrgyz fire”
export function agentAfter(line: Line, anchorAt: number): Item | null {
	for (let at = anchorAt + 1; at < Math.min(line.items.length, anchorAt + 5); at++) {
		const doer = line.items[at + 1];
		if (
			has(line.items[at], '=in') &&
			(doer?.sense.isAttack || doer?.sense.topics !== undefined) &&
			has(doer, 'force')
		) {
			return doer.sense.side != null ? doer : null;
		}

		if (has(line.items[at], '=by')) {
			const agent = line.items.slice(at + 1, at + 4).find(each => has(each, 'force', 'party', 'nationality'));
			return agent?.sense.side != null ? agent : null;
		}
	}

	return null;
}
