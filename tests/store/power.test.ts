import assert from 'node:assert/strict';
import {test} from 'node:test';
import {openStore} from '../../store/open.ts';
import {platter} from './platter.ts';
import {read, report} from './samples.ts';

/** The same numbers for the same seed, between 0 and 1. */
function numbers(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}

/** Cuts the power at any step of a store that commits, several times over. @returns what was acknowledged, and what of it is not there */
async function lostAfterCuts(
	seed: number,
	isCareless: boolean,
): Promise<{acknowledged: number; lost: string[]}> {
	const random = numbers(seed);
	const disk = platter();
	disk.isCareless = isCareless;
	const acknowledged: string[] = [];
	let number = 0;
	for (let cut = 0; cut < 4; cut++) {
		let stepsLeft = Math.floor(random() * 60) + 10;
		let hasEnded = () => {};
		const ended = new Promise<void>(resolve => {
			hasEnded = resolve;
		});
		// After the cut nothing answers any more: what is awaited then never settles.
		const step = <T>(doing: () => Promise<T>): Promise<T> => {
			if (stepsLeft-- > 0) return doing();
			hasEnded();
			return new Promise(() => {});
		};
		const io = {
			...disk,
			open: async (...given: Parameters<typeof disk.open>) => {
				const file = await step(() => disk.open(...given));
				return {
					...file,
					write: (bytes: Uint8Array, at: number) => step(() => file.write(bytes, at)),
					datasync: () => step(() => file.datasync()),
					sync: () => step(() => file.sync()),
				};
			},
			rename: (from: string, to: string) => step(() => disk.rename(from, to)),
			syncFolder: (folder: string) => step(() => disk.syncFolder(folder)),
		};
		const life = (async () => {
			const store = await openStore({directory: '/store', io, journalBytes: 6_000, checkMs: 1_000_000});
			for (;;) {
				const several = Array.from({length: 1 + Math.floor(random() * 3)}, () => report(number++));
				await Promise.all(
					several.map(async one => {
						await store.commit({reports: [read(one)]});
						acknowledged.push(one.id);
					}),
				);
			}
		})();
		await Promise.race([ended, life]);
		disk.cut(random);
	}
	const store = await openStore({directory: '/store', io: disk, isReadOnly: true});
	const {kept, damage} = store.snapshot();
	const there = new Set(kept.map(({report}) => report.id));
	for (const {report: one} of kept) {
		const text = await store.text(one.id, 1);
		assert.equal(text, report(Number(one.id.split(' ')[1])).text);
	}
	// What is told as damage was torn where nothing had been acknowledged.
	for (const {reason} of damage) assert.doesNotMatch(reason, /cut off|missing/);
	await store.close();
	return {acknowledged: acknowledged.length, lost: acknowledged.filter(id => !there.has(id))};
}

test('when the power is cut at any moment, nothing that was acknowledged is lost', async () => {
	let acknowledged = 0;
	for (let seed = 1; seed <= 60; seed++) {
		const result = await lostAfterCuts(seed, false);
		assert.deepEqual(result.lost, [], `seed ${seed}`);
		acknowledged += result.acknowledged;
	}
	assert.ok(acknowledged > 1_000, `${acknowledged} acknowledged`);
});

test('the same test finds what is lost where nothing is synced', async () => {
	let lost = 0;
	for (let seed = 1; seed <= 5; seed++)
		lost += (await lostAfterCuts(seed, true).catch(() => ({lost: ['all']}))).lost.length;
	assert.ok(lost > 0);
});
