import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Io, OpenFile} from '../../store/io.ts';
import {openStore} from '../../store/open.ts';
import {type Job, seal} from '../../store/sealing/seal.ts';
import {type Platter, platter} from './platter.ts';
import {read, report} from './samples.ts';
import {numbers} from './sealed.ts';

/** A way of leaving something out that must last. */
type Mutant = (disk: Platter) => Io;

const none: Mutant = disk => disk;

/** Files whose name is of a kind are not synced. */
const without =
	(isMeant: (name: string) => boolean): Mutant =>
	disk => ({
		...disk,
		async open(name, flags) {
			const file = await disk.open(name, flags);
			return isMeant(name) ? {...file, sync: async () => {}, datasync: async () => {}} : file;
		},
	});

const mutants: readonly {readonly title: string; readonly of: Mutant; readonly seeds: number}[] = [
	{
		title: 'nothing is synced',
		of: disk => ({...without(() => true)(disk), syncFolder: async () => {}}),
		seeds: 12,
	},
	{title: 'journals are not synced', of: without(name => name.endsWith('.jsonl')), seeds: 12},
	{title: 'sealed files are not synced', of: without(name => name.includes('.seg')), seeds: 40},
	{
		title: 'the folder of sealed files is not synced',
		of: disk => ({
			...disk,
			syncFolder: async folder => (folder.endsWith('/sealed') ? undefined : disk.syncFolder(folder)),
		}),
		seeds: 60,
	},
	{
		title: 'a journal is removed before what it became has its name',
		of: disk => ({
			...disk,
			async rename(from, to) {
				if (to.endsWith('.seg'))
					for (const name of await disk.names('/store/journal'))
						if (name.endsWith('.sealing')) {
							await disk.remove(`/store/journal/${name}`);
							await disk.syncFolder('/store/journal');
						}
				return disk.rename(from, to);
			},
		}),
		seeds: 60,
	},
];

const never = new Promise<never>(() => {});

/** A disk that answers so many times and never again. */
function mortal(disk: Io, steps: number): {io: Io; ended: Promise<void>} {
	let left = steps;
	let end = () => {};
	const ended = new Promise<void>(resolve => {
		end = resolve;
	});
	const step = <T>(doing: () => Promise<T>): Promise<T> => {
		if (left-- > 0) return doing();
		end();
		return never;
	};
	const through = (file: OpenFile): OpenFile => ({
		...file,
		write: (bytes, at) => step(() => file.write(bytes, at)),
		truncate: length => step(() => file.truncate(length)),
		datasync: () => step(() => file.datasync()),
		sync: () => step(() => file.sync()),
	});
	return {
		ended,
		io: {
			...disk,
			open: async (name, flags) =>
				through(await (flags === 'r' ? disk.open(name, flags) : step(() => disk.open(name, flags)))),
			link: (from, to) => step(() => disk.link(from, to)),
			rename: (from, to) => step(() => disk.rename(from, to)),
			remove: name => step(() => disk.remove(name)),
			makeFolder: name => step(() => disk.makeFolder(name)),
			syncFolder: name => step(() => disk.syncFolder(name)),
		},
	};
}

type Outcome = {acknowledged: number; lost: string[]; sealed: number; merged: number};

/**
 * Cuts the power at any step of a store that commits, seals and merges, several times over.
 *
 * @returns what was acknowledged, and what of it is not there
 */
async function lostAfterCuts(seed: number, mutant: Mutant): Promise<Outcome> {
	const random = numbers(seed);
	const disk = platter();
	const acknowledged: string[] = [];
	let [number, sealed, merged] = [0, 0, 0];
	for (let cut = 0; cut < 5; cut++) {
		const {io, ended} = mortal(mutant(disk), Math.floor(random() * 160) + 10);
		const sealing = {
			async seal(job: Job) {
				const done = await seal(io, job);
				if (job.kind === 'journals') sealed++;
				else merged++;
				return done;
			},
			close: async () => {},
		};
		const life = (async () => {
			const store = await openStore({
				directory: '/store',
				io,
				sealing,
				journalBytes: cut % 2 ? 20_000 : 2_000,
				checkMs: 1_000_000,
			});
			for (;;) {
				const several = Array.from({length: 1 + Math.floor(random() * 3)}, () => report(number++));
				await Promise.all(
					several.map(async one => {
						await store.commit({reports: [read(one)], notes: {last: one.id}});
						acknowledged.push(one.id);
					}),
				);
				if (random() < 0.3) await store.sealAll(() => {});
			}
		})();
		await Promise.race([ended, life]);
		disk.cut(random);
		// It names this process, which has not died with the power.
		await disk.remove('/store/lock').catch(() => {});
	}
	const store = await openStore({directory: '/store', io: disk, checkMs: 1_000_000});
	let lost = await missing();
	// What is sealed and cleared now is not lost by that.
	await store.sealAll(() => {});
	lost = [...new Set([...lost, ...(await missing())])];
	await store.close();
	return {acknowledged: acknowledged.length, lost, sealed, merged};

	async function missing(): Promise<string[]> {
		const {kept, damage} = store.snapshot();
		const there = new Set(kept.map(({report}) => report.id));
		for (const {report: one} of kept) {
			const text = await store.text(one.id, 1);
			if (text !== report(Number(one.id.split(' ')[1])).text) there.delete(one.id);
		}
		// What is told as damage was torn where nothing had been acknowledged.
		if (mutant === none) for (const {reason} of damage) assert.doesNotMatch(reason, /cut off|missing|\.seg/);
		return acknowledged.filter(id => !there.has(id));
	}
}

test('when the power is cut at any moment, nothing that was acknowledged is lost', async context => {
	const total = {acknowledged: 0, sealed: 0, merged: 0};
	const seeds = Number(process.env.TRUCEWATCH_ROUNDS ?? 15);
	for (let seed = 1; seed <= seeds; seed++) {
		const {lost, ...counts} = await lostAfterCuts(seed, none);
		assert.deepEqual(lost, [], `seed ${seed}`);
		for (const key of ['acknowledged', 'sealed', 'merged'] as const) total[key] += counts[key];
	}
	context.diagnostic(JSON.stringify(total));
	assert.ok(total.acknowledged > 10 * seeds, `${total.acknowledged} acknowledged`);
	assert.ok(total.sealed > seeds && total.merged > seeds / 4, JSON.stringify(total));
});

for (const {title, of, seeds} of mutants)
	test(`the same test finds what is lost where ${title}`, async () => {
		let lost = 0;
		for (let seed = 1; seed <= seeds && lost === 0; seed++)
			lost += (await lostAfterCuts(seed, of)).lost.length;
		assert.ok(lost > 0);
	});
