import type {Fact} from '../facts/fact.ts';
import {type Profile, type Window, windowAt} from '../profile/profile.ts';
import {createCeasefire} from './ceasefire.ts';
import {createClaims} from './claims.ts';
import {createGathering} from './gathering.ts';
import {health} from './health.ts';
import type {Carried, Carrier, Picture, Reading, Rest, Sitting} from './picture.ts';
import {type Clock, dayMs, hourMs, type Statement} from './statement.ts';
import {createTally} from './tally.ts';

/** A picture that is kept up: a new report costs what hangs on it, however many there were before. */
export type Picturing = {
	/** Takes in a revision, or one that was read anew in the place of the former; in any order. */
	take(reading: Reading): void;
	/** Forgets a revision that was taken in. */
	leave(reading: Reading): void;
	/**
	 * Goes to another moment of the same event, at the cost of what was told in between.
	 *
	 * @param all that was taken in, and has not left
	 */
	move(to: Clock, all: readonly Reading[]): void;
	/** Rows and lists that nothing has changed are the same objects as in the picture before. */
	draw(at: Pick<Sitting, 'rest' | 'sources' | 'now' | 'everyMs'>): Picture;
	/** All reports that carry something of the last picture, first first. */
	carriers(of: Carried): readonly Carrier[];
};

/**
 * @param begin what is later by this clock is passed over
 * @param event what the picture is about
 */
export function createPicturing(profile: Profile, begin: Clock, event: Window): Picturing {
	let clock = begin;
	const tally = createTally(profile);
	const truce = createCeasefire(profile);
	const claims = createClaims(profile);
	const gathering = createGathering(profile, begin, event, {
		come: statement => void roomOf(statement).add(statement),
		go: statement => void roomOf(statement).remove(statement),
	});
	type Room = {add(statement: Statement): void; remove(statement: Statement): void};
	const rooms: Readonly<Record<Fact['kind'], unknown>> = {figure: tally, ceasefire: truce, claim: claims};
	const roomOf = ({fact: {kind}}: Statement) => rooms[kind] as Room;
	const profiled = {
		id: profile.id,
		name: profile.name,
		sides: profile.sides.map(({id, name}) => ({id, name})),
		places: Object.fromEntries(profile.places.map(({id, en, ru}) => [id, en[0] ?? ru[0] ?? id])),
	};

	let counted: {readonly of: Rest; readonly clock: Clock; readonly is: ReturnType<Rest['count']>} | null =
		null;
	/** Counting by a clock may take a look at each revision: once, as long as nothing has changed. */
	const countOf = (rest: Rest) => {
		if (counted?.of !== rest || counted.clock !== clock) counted = {of: rest, clock, is: rest.count(clock)};
		return counted.is;
	};

	return {
		take: gathering.take,
		leave: gathering.leave,
		move(to, all) {
			clock = to;
			gathering.move(to, all);
		},
		draw({rest = null, sources, now, everyMs}) {
			gathering.settle();
			const {counts} = gathering;
			const others = rest ? countOf(rest) : null;
			const moment = momentOf(clock, now);
			return {
				version: 1,
				profile: profiled,
				asOf: moment,
				window: {from: event.from, to: event.to === null ? moment : Math.min(event.to, moment)},
				tally: {rows: tally.draw()},
				ceasefire: truce.draw(moment),
				claims: claims.draw(),
				sources: sources.map(({source, memory}) =>
					health(
						source,
						memory,
						gathering.reportsOf(source.id) + (others?.bySource.get(source.id) ?? 0),
						now,
						everyMs,
					),
				),
				counts: {
					reports: counts.reports + (others?.reports ?? 0),
					origins: counts.origins + (others?.origins ?? 0),
					facts: counts.facts + (others?.facts ?? 0),
				},
			};
		},
		carriers(of) {
			switch (of.kind) {
				case 'figure':
					return tally.tellings(of.of, of.measure, of.claimant, of.fact).map(carrierOf);
				case 'claim':
					return claims.carriers(of.side, of.id).map(carrierOf);
				case 'ceasefire':
					return truce.carriers(of.fact).map(carrierOf);
			}
		},
	};
}

function carrierOf({fact, report, at, firstSeenAt}: Statement): Carrier {
	return {fact, outlet: report.outlet ?? report.source, at, firstSeenAt, origin: report.origin};
}

/** The moment that a picture is of. */
export const momentOf = ({asOf, asSeen}: Clock, now: number): number => asOf ?? asSeen ?? now;

/** The event that a picture of a moment is about: one that the profile names, else the time before, in whole days, hours or minutes so that it does not move at each look. */
export function eventAt(
	profile: Profile,
	moment: number,
	{sinceMs, from = null}: Pick<Sitting, 'sinceMs' | 'from'>,
): Window {
	const named = windowAt(profile, moment);
	if (named) return named;
	const step = [dayMs, hourMs].find(each => each * 7 <= sinceMs) ?? hourMs / 60;
	return {from: from ?? Math.floor((moment - sinceMs) / step) * step, to: null};
}
