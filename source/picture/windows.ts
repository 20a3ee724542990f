import {type Profile, type Window, windowAt} from '../profile/profile.ts';
import {spanOf} from './gathering.ts';
import {type Picture, picture, type Sitting} from './picture.ts';
import {eventAt, momentOf} from './picturing.ts';
import type {Clock} from './statement.ts';

/** When that was told which a picture is drawn from. */
export function spanAt(
	profile: Profile,
	{now, asOf = null, asSeen = null, ...range}: Pick<Sitting, 'now' | 'sinceMs' | 'from'> & Partial<Clock>,
): Window {
	return spanOf(eventAt(profile, momentOf({asOf, asSeen}, now), range));
}

/** The pictures of the events that came before the one of the moment, oldest first, from readings of them all. */
export const earlierPictures = (sitting: Sitting): Picture[] => earlierSittings(sitting).map(picture);

/**
 * What the pictures of the events that came before the one of the moment are drawn from, oldest first.
 *
 * Each is drawn as of the last moment that was its own, just before the next event began: the last tolls of an event come
 * after its last shot. With a clock, none of them sees further than the clock does.
 */
export function earlierSittings(sitting: Sitting): Sitting[] {
	const {profile, now} = sitting;
	const moment = sitting.asOf ?? sitting.asSeen ?? now;
	const current = windowAt(profile, moment);
	return eventsBy(profile, moment)
		.filter(({window}) => window !== current)
		.map(({window, until}) => ({
			...sitting,
			profile: {...profile, window, earlier: []},
			sources: [],
			asOf: Math.min(moment, until),
		}));
}

/** The profile's events that had begun by a moment, each with the last moment before the next one. */
function eventsBy(profile: Profile, moment: number): {window: Window; until: number}[] {
	const events = [...profile.earlier, ...(profile.window ? [profile.window] : [])].filter(
		({from}) => from <= moment,
	);
	return events.map((window, index) => {
		const next = events[index + 1];
		return {window, until: next ? Math.max(next.from - 1, window.to ?? 0) : moment};
	});
}
