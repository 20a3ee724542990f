import {type Profile, type Window, windowAt} from '../profile/profile.ts';
import {type Picture, picture, type Sitting} from './picture.ts';

/**
 * The pictures of the events that came before the one of the moment, oldest first.
 *
 * Each is drawn as of the last moment that was its own, just before the next event began: the last tolls of an event come
 * after its last shot. With a clock, none of them sees further than the clock does.
 */
export function earlierPictures(sitting: Sitting): Picture[] {
	const {profile, now} = sitting;
	const moment = sitting.asOf ?? sitting.asSeen ?? now;
	const current = windowAt(profile, moment);
	return eventsBy(profile, moment)
		.filter(({window}) => window !== current)
		.map(({window, until}) =>
			picture({
				...sitting,
				profile: {...profile, window, earlier: []},
				sources: [],
				asOf: Math.min(moment, until),
			}),
		);
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
