import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import type {Picture, Reading, Sitting} from '../../source/picture/picture.ts';
import {picture} from '../../source/picture/picture.ts';
import {createPictures} from '../../source/picture/pictures.ts';
import type {Clock} from '../../source/picture/statement.ts';
import {restOf} from '../commands/bounded.ts';
import {hourMs, readings} from './arbitrary.ts';
import {at, profile, report} from './conflict.ts';

type Asked = Omit<Sitting, 'profile' | 'readings'>;

const source = (id: string) => ({id, name: id}) as Sitting['sources'][number]['source'];
const live: Clock = {asOf: null, asSeen: null};
const asked: Asked = {
	sources: ['Kabar', 'TASS', 'Old'].map(id => ({source: source(id), memory: null})),
	now: at('21 00:00'),
	sinceMs: 14 * 24 * hourMs,
	everyMs: 300_000,
};

/** Old reports of which a picture of the week needs nothing: without facts, or of another war. */
const old: readonly Reading[] = Array.from({length: 12}, (_, number) => {
	const when = at('14 00:00') - (60 * 24 - number) * hourMs;
	const {facts} = report('01', 'Old', []);
	return report('01', 'Old', facts, {
		id: `old${number}`,
		origin: number % 4 === 3 ? `old${number - 1}` : `old${number}`,
		publishedAt: when,
		firstSeenAt: when,
	});
});

/** What a store holds: whole reports with facts and the first tellers of their stories always, of the rest what it likes. */
function heldOf(all: readonly Reading[], isHeld: (place: number) => boolean): Reading[] {
	const needed = new Set(
		all.filter(({facts}) => facts.length > 0).flatMap(({report}) => [report.id, report.origin]),
	);
	return all.filter(({report}, place) => needed.has(report.id) || isHeld(place));
}

const plain = ({sources, ...rest}: Picture) => ({
	...rest,
	sources: sources.map(({id, reports}) => [id, reports]),
});

const step = fc.record({
	/** How many have arrived by then, of all. */
	come: fc.double({min: 0, max: 1, noNaN: true}),
	held: fc.array(fc.boolean(), {minLength: 60, maxLength: 60}),
	/** Of which one was read anew. */
	anew: fc.nat(60),
	hour: fc.option(fc.integer({min: -20, max: 170}), {freq: 1}),
	isSeen: fc.boolean(),
	isAside: fc.boolean(),
});

test('whatever of the rest is in memory, the picture and its counts are those of all that is kept', () =>
	fc.assert(
		fc.property(readings, fc.array(step, {minLength: 1, maxLength: 6}), (some, steps) => {
			const all = [...old, ...some].sort((a, b) => a.report.firstSeenAt - b.report.firstSeenAt);
			const pictures = createPictures(profile);
			let arrived = 0;
			for (const {come, held, anew, hour, isSeen, isAside} of steps) {
				arrived = Math.max(arrived, Math.ceil(come * all.length));
				const reread = all[anew % all.length]!;
				all[anew % all.length] = {...reread, facts: [...reread.facts]};
				const here = all.slice(0, arrived);
				const kept = heldOf(here, place => held[place]!);
				const moment = hour === null ? null : at('14 00:00') + hour * hourMs;
				const clock: Clock = isSeen ? {asOf: null, asSeen: moment} : {asOf: moment, asSeen: null};
				const draw = isAside ? pictures.glance : pictures.draw;
				const drawn = draw(kept, {...asked, ...clock, rest: restOf(here, kept)});
				assert.deepEqual(plain(drawn), plain(picture({profile, readings: here, ...asked, ...clock})));
			}
		}),
		{numRuns: 150},
	));

test('old reports that leave, or come in between, leave every row and list as it is', () => {
	const pictures = createPictures(profile);
	const some = fc.sample(readings, {numRuns: 30, seed: 7}).find(list => list.length > 12)!;
	const draw = (kept: readonly Reading[]) =>
		pictures.draw(kept, {...asked, ...live, rest: restOf([...old, ...some], kept)});
	const before = draw([...old, ...some]);
	for (const kept of [
		some,
		[...old.slice(6), ...some],
		[...old.slice(0, 3), ...old.slice(9), ...some],
		[...old, ...some],
	]) {
		const after = draw(kept);
		assert.deepEqual(plain(after), plain(before));
		assert.equal(after.ceasefire, before.ceasefire);
		assert.equal(after.claims, before.claims);
		for (const [place, row] of after.tally.rows.entries()) assert.equal(row, before.tally.rows[place]);
	}
});

test('what leaves with facts of the time that is drawn is no longer in the picture', () => {
	const pictures = createPictures(profile);
	const [some] = fc.sample(readings, {numRuns: 1, seed: 3});
	for (const kept of [some!, some!.slice(4), some!.slice(2, 8), some!]) {
		const anew = picture({profile, readings: kept, ...asked});
		assert.deepEqual(plain(pictures.draw(kept, {...asked, ...live})), plain(anew));
	}
});
