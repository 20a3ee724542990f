import type {Profile, Window} from '../profile/profile.ts';
import type {Carried, Carrier, Picture, Reading, Sitting} from './picture.ts';
import {createPicturing, eventAt, momentOf, type Picturing} from './picturing.ts';
import type {Clock} from './statement.ts';

/** Pictures of what a store keeps, each kept up from the one before. */
export type Pictures = {
	/** @param kept the revisions to draw from; mostly the list of the last time, with more at its end */
	draw(kept: readonly Reading[], sitting: Omit<Sitting, 'profile' | 'readings'>): Picture;
	/** Draws one beside the last, whose carriers can still be asked for; one of an earlier moment is not kept up. */
	glance(kept: readonly Reading[], sitting: Omit<Sitting, 'profile' | 'readings'>): Picture;
	/** All reports that carry something of the last picture, first first. */
	carriers(of: Carried): readonly Carrier[];
};

type Drawing = {
	clock: Clock;
	readonly event: Window;
	readonly picturing: Picturing;
	taken: readonly Reading[];
};

export function createPictures(profile: Profile): Pictures {
	// The one of now is kept while an earlier moment is looked at.
	let live: Drawing | null = null;
	let past: Drawing | null = null;
	let last: Drawing | null = null;

	function draw(
		kept: readonly Reading[],
		{
			rest = null,
			sources,
			now,
			everyMs,
			asOf = null,
			asSeen = null,
			...range
		}: Omit<Sitting, 'profile' | 'readings'>,
		isAside: boolean,
	): Picture {
		const clock = {asOf, asSeen};
		const isLive = asOf === null && asSeen === null;
		const event = eventAt(profile, momentOf(clock, now), range);
		let drawing = isLive ? live : past;
		if (!drawing || !goesTo(drawing, clock, event, isAside)) {
			// Let go before the next is made: with very many reports there is not room for both.
			if (isLive) live = null;
			else if (!isAside) past = null;
			if (!isAside) last = null;
			drawing = {clock, event, picturing: createPicturing(profile, clock, event), taken: []};
		}
		takeUp(drawing, kept);
		if (isLive) live = drawing;
		if (!isAside) {
			past = isLive ? null : drawing;
			last = drawing;
		}
		return drawing.picturing.draw({rest, sources, now, everyMs});
	}

	return {
		draw: (kept, sitting) => draw(kept, sitting, false),
		glance: (kept, sitting) => draw(kept, sitting, true),
		carriers: of => last?.picturing.carriers(of) ?? [],
	};
}

/** Takes a drawing to a moment. False where that is of another event, or of another kind of clock; one that is only looked at aside stays where it is. */
function goesTo(drawing: Drawing, to: Clock, {from, to: end}: Window, isAside: boolean): boolean {
	const {clock, event, picturing, taken} = drawing;
	if (event.from !== from || event.to !== end) return false;
	if (clock.asOf === to.asOf && clock.asSeen === to.asSeen) return true;
	const isSameKind =
		(clock.asOf === null) === (to.asOf === null) && (clock.asSeen === null) === (to.asSeen === null);
	if (!isSameKind || isAside) return false;
	picturing.move(to, taken);
	drawing.clock = to;
	return true;
}

/** Takes in what is new in a list, and forgets what has left it. */
function takeUp(drawing: Drawing, kept: readonly Reading[]): void {
	const {picturing, taken} = drawing;
	if (kept === taken) return;
	drawing.taken = kept;
	let place = 0;
	for (; place < taken.length && place < kept.length; place++) {
		const [before, reading] = [taken[place]!, kept[place]!];
		if (reading === before) continue;
		// Read anew, it stands where it stood.
		if (!isSameRevision(reading, before)) break;
		picturing.take(reading);
	}
	if (place < taken.length) takeOver(picturing, taken.slice(place), kept.slice(place));
	else for (const reading of kept.slice(place)) picturing.take(reading);
}

/** Of two lists that are not in step: what is in both costs a look, what is in one alone is taken in or forgotten. */
function takeOver(picturing: Picturing, taken: readonly Reading[], kept: readonly Reading[]): void {
	const before = new Set(taken);
	const coming = kept.filter(reading => !before.delete(reading));
	const keys = new Set(coming.map(keyOf));
	for (const reading of before) if (!keys.has(keyOf(reading))) picturing.leave(reading);
	for (const reading of coming) picturing.take(reading);
}

const keyOf = ({report: {id, revision}}: Reading): string => `${revision} ${id}`;

const isSameRevision = ({report: one}: Reading, {report: other}: Reading): boolean =>
	one.id === other.id && one.revision === other.revision;
