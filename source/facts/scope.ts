import {actorBefore, indexAt} from './actors.ts';
import type {Combatant, Scope} from './fact.ts';
import {type FigureDraft, has, type Item, type Line} from './rule.ts';

/*
 * How far a figure reaches, and whether it counts fighters.
 */

/** Running total, one event, one day, part of another figure, or on top of one. */
export function scopeOf(draft: FigureDraft, line: Line): Scope {
	const sense = draft.people?.sense;
	if (draft.scope) {
		return draft.scope;
	}

	if (has(draft.people ?? undefined, 'part')) {
		return 'subset';
	}

	if (sense?.isMore) {
		return 'additional';
	}

	if (has(draft.anchor, 'toll')) {
		return 'running';
	}

	const anchorAt = indexAt(line, draft.anchor.start);
	if (draft.measure === 'displaced' || draft.measure === 'evacuated') {
		return 'running';
	}

	const near = line.items.slice(Math.max(0, anchorAt - 16), anchorAt + 14);
	if (near.some((each, index) => isOneEvent(line, each, near[index - 1], near[index - 2], near[index - 3]))) {
		return 'incident';
	}

	if (draft.count.qualifier !== 'none' && isOfSomePlaces(line, anchorAt)) {
		return 'subset';
	}

	// “A hospital received 24 bodies”: those of one house.
	if (has(draft.anchor, 'bodies') && near.some(each => isOneHouse(line, each))) {
		return 'subset';
	}

	const ahead = line.items.slice(Math.max(0, anchorAt - 5), anchorAt);
	if (
		draft.isActive &&
		ahead.some(each => has(each, '=which', '=that', 'fighters')) &&
		// “clashes that killed nearly 100”
		!line.items.slice(Math.max(0, anchorAt - 9), anchorAt).some(each => has(each, 'war', 'clashes'))
	) {
		return 'incident';
	}

	if (
		draft.isActive &&
		(!has(draft.anchor, 'struck') || has(actorBefore(line, anchorAt) ?? undefined, 'force'))
	) {
		const subject = line.items.slice(Math.max(0, anchorAt - 6), anchorAt);
		return subject.some(each => has(each, 'war', 'clashes')) ? 'running' : 'incident';
	}

	if (line.items.slice(anchorAt + 1, anchorAt + 6).some(each => has(each, 'clashes'))) {
		return 'running';
	}

	const day = line.items.findIndex(each => has(each, 'lastDay'));
	if (day >= 0) {
		return 'day';
	}

	const dated = line.items.findIndex(
		(each, index) =>
			has(each, 'date') &&
			Math.abs(index - anchorAt) < 7 &&
			// “59 since 14 September, 12 of them on Sunday”: the day of another number.
			!line.items
				.slice(Math.min(index, anchorAt) + 1, Math.max(index, anchorAt))
				.some(other => has(other, 'people') && other !== draft.people) &&
			each.sense.date?.yearsAgo === undefined &&
			each.sense.date?.year === undefined &&
			(each.sense.date?.weekday !== undefined ||
				each.sense.date?.day !== undefined ||
				each.sense.date?.daysAgo !== undefined) &&
			!line.items
				.slice(Math.max(0, index - 3), index + 3)
				.some(other => has(other, 'say', '=since', '=of', '=from', '=by', '=until', 'according')),
	);
	return dated >= 0 && !draft.isActive && draft.count.qualifier !== 'none' ? 'day' : 'running';
}

// “In the communities of Zumrad and Ovchi 25 people were killed”, “25 dead in two communities”: a count of these alone.
function isOfSomePlaces({items}: Line, anchorAt: number): boolean {
	const near = items.slice(Math.max(0, anchorAt - 12), anchorAt + 7);
	return near.some(
		(each, index) =>
			has(each, 'localities') &&
			near.slice(Math.max(0, index - 3), index).some(before => has(before, '=in', '=across')) &&
			(has(each, 'things') ||
				has(near[index + 1], '=of') ||
				has(near[index - 1], 'count', 'number', 'people')),
	);
}

const isOneHouse = ({text}: Line, item: Item) =>
	has(item, 'medical', 'morgue') &&
	/(?:hospital|clinic|morgue|mortuary|centre|center)$/i.test(text.slice(item.start, item.end));

function isOneEvent({text}: Line, item: Item, before?: Item, second?: Item, third?: Item): boolean {
	if (has(item, 'happen', 'mishap')) {
		return true;
	}

	// “A Tajik drone strike”: words about a side, which were joined to one. “Tajik attacks”: who knows how many.
	const words = text.slice(item.start, item.end);
	// “As a result of” is no article. “By shelling” is no one event, “by a shell” and “in the shelling” are.
	const isMass = /(?:ing|fire|aggression|violence|bombardment)$/i.test(words);
	const isStrike = has(item, 'event') || (item.sense.isAttack === true && !/[^s]s$/.test(words));
	return (
		isStrike &&
		(/^the |’s |'s /i.test(words) ||
			[before, second, third].some(
				each =>
					!(each && /^\s+results?\b/.test(text.slice(each.end))) &&
					(has(each, '=a', '=an', '=the', '=this', '=one', 'inOne', 'possessive', '=that') ||
						(!isMass && has(each, '=by'))),
			))
	);
}

/** Civilian or military, where the text says. */
export function combatantOf(draft: FigureDraft): Combatant | null {
	return draft.combatant ?? draft.people?.sense.combatant ?? null;
}
