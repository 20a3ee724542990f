import {indexAt} from './actors.ts';
import {type FigureDraft, has, type Item, type Line} from './rule.ts';

/*
 * Numbers that are no news: supposed, denied, made up, or told only to say what a gathering is about.
 */

/** Where a figure begins: with its people or with its verb. */
export const startOf = ({anchor, people}: FigureDraft): number =>
	Math.min(anchor.start, people?.start ?? anchor.start);

// “could kill hundreds”, “accused of killing 12”: looked for before the words, in the same part of the sentence.
export function isSupposed(line: Line, draft: FigureDraft): boolean {
	const anchorAt = indexAt(line, draft.anchor.start);
	const peopleAt = draft.people ? indexAt(line, draft.people.start) : anchorAt;
	const first = Math.min(anchorAt, peopleAt);
	const last = Math.max(anchorAt, peopleAt);
	const clause = clauseOf(line, first).filter(item => item.start < draft.anchor.start);
	if (
		line.items.slice(0, first).some(item => has(item, 'fiction')) ||
		clause.some(item => has(item, 'elsewhere'))
	) {
		return true;
	}

	for (let at = last - 1; at >= 0 && first - at < 10; at--) {
		const item = line.items[at];
		if (at < first && has(item, 'stop', 'semi', 'comma', 'colon', 'say')) {
			return false;
		}

		if (has(item, 'doubt', 'background')) {
			return true;
		}
	}

	return false;
}

// What stands before a figure and begins a statement of its own: “, killing three”, “; 12 were hurt”, “, and one died”.
const statements = ['semi', 'stop', 'colon', '=but', '=while'] as const;

// “An attack on a protest killed five.”
function isAttacked(line: Line, gatheringAt: number): boolean {
	const before = line.items.slice(Math.max(0, gatheringAt - 6), gatheringAt);
	const preposition = before.findLastIndex(each => has(each, '=on', '=at', '=against'));
	return preposition > 0 && has(before[preposition - 1], 'event', 'attackWord', 'happen', 'act', 'thing');
}

/**
 * Told only to say what a gathering, a trial or a memorial is about: “a protest over the deaths of three”,
 * “marked the day of the attack in which 13 people were shot”.
 */
export function isBackground(line: Line, draft: FigureDraft): boolean {
	const start = startOf(draft);
	const first = indexAt(line, start);
	let hasPurpose = false;
	for (let at = first - 1; at >= 0; at--) {
		const item = line.items[at]!;
		if (has(item, ...statements)) {
			return false;
		}

		if (has(item, 'yearsAfter') && !line.items.slice(at, first).some(each => has(each, 'comma'))) {
			return true;
		}

		if (has(item, 'comma')) {
			const next = line.items[at + 1];
			const isParticiple = at + 1 === first && has(draft.anchor, 'kill') && draft.anchor.start === start;
			if (isParticiple || has(next, '=and', '=killing', 'kill')) {
				return false;
			}
		}

		// “gathered for prayers when a bomb killed 12”, not “…, when 13 people were shot”
		if (has(item, '=when', '=as') && !has(line.items[at - 1], 'comma')) {
			return false;
		}

		if (has(item, 'gathering') && isAttacked(line, at)) {
			return false;
		}

		if (has(item, 'gathering') && (hasPurpose || at === first - 1)) {
			return true;
		}

		hasPurpose ||= has(item, 'purpose');
	}

	return false;
}

/** The items of the part of a sentence that an item stands in, up to a comma and “and”, a semicolon or a colon. */
function clauseOf(line: Line, index: number): readonly Item[] {
	const isCut = (at: number) =>
		has(line.items[at], 'semi', 'stop', 'colon', '=but', '=where', '=while') ||
		(has(line.items[at], '=and') && has(line.items[at + 1], 'speaker', 'people', 'say', 'deny', 'pronoun')) ||
		(has(line.items[at], 'comma') && has(line.items[at + 1], 'kill', '=where', '=while', '=and', '=but'));
	let from = index;
	let to = index;
	while (from > 0 && !isCut(from - 1)) {
		from--;
	}

	while (to < line.items.length && !isCut(to)) {
		to++;
	}

	return line.items.slice(from, to);
}

const clauseOfDraft = (line: Line, draft: FigureDraft): readonly Item[] =>
	clauseOf(line, indexAt(line, draft.anchor.start));

/** What is said to be false. */
export const isUntrue = (line: Line, draft: FigureDraft) =>
	clauseOfDraft(line, draft).some(item => has(item, 'untrue'));

/** What a disease or a crash on the road took: dead of no war. */
export const isMisfortune = (line: Line, draft: FigureDraft) =>
	clauseOfDraft(line, draft).some(item => has(item, 'misfortune'));

// “rejected a truce after 12 were killed”: what follows is no part of what was rejected.
export const circumstances = ['=after', '=when', '=as', '=while', '=since', '=following'] as const;

// “The rebels denied that 20 had been killed”: whoever they are, the number is not one that anybody gives.
export function isDeniedBefore(line: Line, draft: FigureDraft): boolean {
	const first = indexAt(line, startOf(draft));
	for (let at = first - 1; at >= 0 && first - at < 10; at--) {
		const item = line.items[at];
		if (has(item, 'deny')) {
			return true;
		}

		if (has(item, 'stop', 'semi', 'comma', 'say', ...circumstances)) {
			return false;
		}
	}

	return false;
}
