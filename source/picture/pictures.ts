import type {Profile, Window} from '../profile/profile.ts';
import type {Carried, Carrier, Picture, Reading, Sitting} from './picture.ts';
import {createPicturing, eventAt, momentOf, type Picturing} from './picturing.ts';
import type {Clock} from './statement.ts';

/** Pictures of what a store keeps, each kept up from the one before. */
export type Pictures = {
	/** @param kept all revisions that are kept; mostly the list of the last time, with more at its end */
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
	readonly taken: Reading[];
};

export function createPictures(profile: Profile): Pictures {
	// The one of now is kept while an earlier moment is looked at.
	let live: Drawing | null = null;
	let past: Drawing | null = null;
	let last: Drawing | null = null;

	function draw(
		kept: readonly Reading[],
		{sources, now, everyMs, asOf = null, asSeen = null, ...range}: Omit<Sitting, 'profile' | 'readings'>,
		isAside: boolean,
	): Picture {
		const clock = {asOf, asSeen};
		const isLive = asOf === null && asSeen === null;
		const event = eventAt(profile, momentOf(clock, now), range);
		let drawing = isLive ? live : past;
		if (!drawing || !goesTo(drawing, clock, event, isAside) || !takesUp(drawing, kept)) {
			// Let go before the next is made: with very many reports there is not room for both.
			if (isLive) live = null;
			else if (!isAside) past = null;
			if (!isAside) last = null;
			drawing = {clock, event, picturing: createPicturing(profile, clock, event), taken: []};
			takesUp(drawing, kept);
		}
		if (isLive) live = drawing;
		if (!isAside) {
			past = isLive ? null : drawing;
			last = drawing;
		}
		return drawing.picturing.draw({sources, now, everyMs});
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

/** Takes in what is new in a list. False where the list is another one: something left it, or stands elsewhere. */
function takesUp({picturing, taken}: Drawing, kept: readonly Reading[]): boolean {
	if (kept.length < taken.length) return false;
	for (const [place, before] of taken.entries()) {
		const reading = kept[place]!;
		if (reading === before) continue;
		// Read anew, it stands where it stood.
		if (reading.report.id !== before.report.id || reading.report.revision !== before.report.revision)
			return false;
		picturing.take(reading);
		taken[place] = reading;
	}
	for (let place = taken.length; place < kept.length; place++) {
		picturing.take(kept[place]!);
		taken.push(kept[place]!);
	}
	return true;
}
