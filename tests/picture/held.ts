import assert from 'node:assert/strict';
import type {Figure, SideId} from '../../source/facts/fact.ts';
import type {Chain, Claimed, Picture, Reading, Row} from '../../source/picture/picture.ts';
import {picture} from '../../source/picture/picture.ts';
import {builtIn} from '../../source/profile/index.ts';
import {chains, rowOf, summary} from './conflict.ts';

/**
 * What must be true at one instant, each thing in a few words:
 *
 * - `KG killed`: a row’s summary; `KG killed by`: its chains that time has not overtaken, all that each replaced behind it;
 *   `KG killed parts`: what stands under the totals, by claimant; `KG killed carriers`, `KG killed origins`, `KG killed method`
 * - `TJ silence`: since when, in the words of the table; null: none
 * - `truce`: status, start, renewals; `status`: the first alone; `words`: the last word of each, `KG word`: of one side; `breaches`: alleged against each; `last breach`
 * - `KG claims`: the newest of that side; `others claims`; `answered`: the claims of the first side that answer one of the other
 * - `TJ implied`: what follows from a sum
 */
export type Expected = Readonly<Record<string, unknown>>;

const [profile] = builtIn;

export function drawn(readings: readonly Reading[], clock: {asOf?: number; asSeen?: number}): Picture {
	return picture({
		profile: profile!,
		readings,
		sources: [],
		now: Date.parse('2023-06-01T00:00:00Z'),
		sinceMs: 14 * 86_400_000,
		everyMs: 300_000,
		...clock,
	});
}

/** Compares all that is expected of a picture with it. `name` writes an instant as the table does. */
export function holds(picture: Picture, expected: Expected, name: (at: number) => string): void {
	const found = Object.fromEntries(Object.keys(expected).map(what => [what, read(picture, what, name)]));
	assert.deepEqual(found, expected);
}

function read(picture: Picture, what: string, name: (at: number) => string): unknown {
	const {ceasefire, claims} = picture;
	const [whose, measure, aspect] = what.split(' ') as [string, string, string | undefined];
	if (what === 'truce') {
		const {status, since, renewals} = ceasefire;
		return `${status}${since === null ? '' : ` since ${name(since)}`}${renewals > 0 ? `, renewed ${renewals}` : ''}`;
	}
	if (what === 'status') return ceasefire.status;
	if (what === 'words')
		return Object.fromEntries(ceasefire.speakers.map(each => [each.by.side ?? each.by.name, word(each)]));
	if (measure === 'word') {
		const speaker = ceasefire.speakers.find(({by}) => by.side === whose);
		return speaker ? word(speaker) : null;
	}
	if (what === 'breaches') return {...ceasefire.violations};
	if (what === 'last breach')
		return ceasefire.lastViolationAt === null ? null : name(ceasefire.lastViolationAt);
	if (what === 'answered') return answered(picture);
	if (measure === 'claims') return newest(claims[whose] ?? []);
	if (measure === 'silence') {
		const silence = rowOf(picture, whose, 'killed')?.silence ?? rowOf(picture, whose, 'casualties')?.silence;
		return silence ? name(silence.since) : null;
	}
	if (measure === 'implied') return rowOf(picture, whose, 'killed')?.implied?.low ?? null;
	const row = rowOf(picture, whose === 'unknown' ? null : whose, measure);
	if (aspect === undefined) return summary(row);
	if (aspect === 'by') return chains(row && fresh(row));
	if (aspect === 'parts') return row ? parts(row) : null;
	if (aspect === 'carriers') return row ? carriers(row) : null;
	if (aspect === 'origins') return row?.origins;
	// What follows tells how many were left out.
	if (aspect === 'method') return row?.method.split(';')[0];
	throw new Error(`nothing is known of “${what}”`);
}

const word = ({says, against, fact}: Picture['ceasefire']['speakers'][number]) =>
	`${says}${against === null ? '' : ` ${against}`}${fact.qualified ? ', qualified' : ''}`;

const columns = ['own', 'enemy', 'third'] as const;

function fresh(row: Row): Row {
	const still = (list: readonly Chain[]) => list.filter(({isOutdated}) => !isOutdated);
	return {...row, own: still(row.own), enemy: still(row.enemy), third: still(row.third)};
}

function parts(row: Row): Record<string, string[]> {
	const told = ({scope, combatant, best, low}: Figure) =>
		`${best ?? low} ${[scope === 'running' ? null : scope, combatant].filter(Boolean).join(' ')}`;
	const lists = columns.flatMap(column =>
		row[column].map(({by, parts, isPart, current}) => [
			by.name ?? by.side ?? by.kind,
			[...(isPart ? [current] : []), ...parts].map(told).sort(),
		]),
	);
	return Object.fromEntries(lists.filter(([, list]) => list!.length > 0));
}

const carriers = (row: Row) =>
	Object.fromEntries(
		columns.flatMap(column => row[column].map(({by, carriers}) => [by.name ?? by.side ?? by.kind, carriers])),
	);

const shown = ({fact: {act, about, topics, place}}: Claimed) =>
	`${act}${about === null ? '' : ` about ${about}`}: ${topics.toSorted().join(', ')}${place === null ? '' : ` at ${place}`}`;

const newest = (list: readonly Claimed[]) =>
	list
		.filter(({at}) => at === list[0]!.at)
		.map(shown)
		.sort();

function answered({claims, profile: {sides}}: Picture): string[] {
	const [first, ...others] = sides.map(({id}: {id: SideId}) => claims[id!] ?? []);
	return first!
		.flatMap(claim => {
			const other = others.flat().find(({id}) => id === claim.answers);
			return other ? [`${shown(claim)} ↔ ${shown(other)}`] : [];
		})
		.toReversed();
}
