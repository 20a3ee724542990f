import assert from 'node:assert/strict';
import {randomBytes} from 'node:crypto';
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {type TestContext, test} from 'node:test';
import {disk} from '../../store/io.ts';
import {seal} from '../../store/sealing/seal.ts';
import type {Store} from '../../store/store.ts';
import {folder, memory, opened, read, report, until} from './samples.ts';

const dayMs = 86_400_000;
const begun = 1_663_200_000_000;

/** Opens a store whose journals are full at once, so that each commit is sealed. */
const small = (test: TestContext, directory: string, at: number, keepMs: number | null = null) =>
	opened(test, {directory, keepMs, clock: () => at, journalBytes: 1, wantsLead: true, checkMs: 60_000});

const leave = async (store: Store): Promise<void> => {
	await store.sealAll(() => {});
	await store.close();
};
const sealedBytes = (directory: string): string =>
	readdirSync(path.join(directory, 'sealed'))
		.map(name => readFileSync(path.join(directory, 'sealed', name)).toString('latin1'))
		.join('');

/** A report that was first seen so many days after the beginning. */
const seen = (number: number, day: number) => {
	const at = begun + day * dayMs;
	return report(number, {
		publishedAt: at,
		firstSeenAt: at,
		text: `Word${number} ${randomBytes(2000).toString('hex')}`,
	});
};

async function filled(test: TestContext): Promise<string> {
	const directory = folder(test);
	for (const [number, day] of [
		[1, 0],
		[2, 1],
		[3, 100],
	] as const) {
		const store = await small(test, directory, begun + day * dayMs);
		await store.commit({reports: [read(seen(number, day), number)]});
		// The first journal is full when a second commit comes.
		await store.commit({notes: {turn: number}});
		await leave(store);
	}
	return directory;
}

test('texts of reports seen longer ago than is kept are dropped; heads and facts stay', async t => {
	const directory = await filled(t);
	const before = sealedBytes(directory).length;
	const now = begun + 100 * dayMs;
	const all = await small(t, directory, now);
	const facts = all.snapshot().kept.map(each => each.facts);
	await leave(all);
	const store = await small(t, directory, now, 90 * dayMs);
	await store.compact(() => {});
	const {id} = report(1);
	assert.equal(await store.text(id, 1), null);
	assert.equal(await store.whyNoText(id, 1), 'not kept');
	assert.equal(await store.whyNoText(report(3).id, 1), null);
	assert.match((await store.text(report(3).id, 1))!, /Word3/);
	assert.deepEqual(store.snapshot().damage, []);
	await leave(store);
	assert.ok(sealedBytes(directory).length < before);
	const again = await small(t, directory, now, 90 * dayMs);
	assert.deepEqual(
		again.snapshot().kept.map(each => each.facts),
		facts,
	);
	assert.equal(
		facts.every(each => each.length === 1),
		true,
	);
	const walked = [];
	for await (const slice of again.walk({order: 'oldest first', withTexts: true})) walked.push(...slice);
	assert.deepEqual(
		walked.map(({text, without}) => [text === null, without ?? null]),
		[
			[true, 'not kept'],
			[true, 'not kept'],
			[false, null],
		],
	);
	const wanted = {phrases: [], sources: [], kinds: [], sides: [], from: null, to: null};
	assert.equal((await again.search({...wanted, words: ['word1']}, 9)).found.length, 0);
	assert.equal((await again.search({...wanted, words: ['report', '1']}, 9)).found.length, 1);
	const names = readdirSync(path.join(directory, 'sealed'));
	await again.compact(() => {});
	assert.deepEqual(readdirSync(path.join(directory, 'sealed')), names, 'a second time changes nothing');
	await leave(again);
});

test('where dropping texts is broken off before the old file is gone, both are there, and nothing is told twice', async t => {
	const directory = await filled(t);
	const sealed = path.join(directory, 'sealed');
	const [name] = readdirSync(sealed).sort();
	const old = readFileSync(path.join(sealed, name!));
	await seal(disk, {
		directory,
		kind: 'sealed',
		files: [name!],
		fullBytes: 1 << 20,
		withoutTexts: true,
	});
	writeFileSync(path.join(sealed, name!), old);
	const store = await small(t, directory, begun + 100 * dayMs, 90 * dayMs);
	assert.equal(store.snapshot().count, 3);
	assert.deepEqual(store.snapshot().damage, []);
	assert.equal(await store.whyNoText(report(1).id, 1), 'not kept');
	await store.compact(() => {});
	assert.equal(existsSync(path.join(sealed, name!)), false, 'what was left over is gone');
	assert.equal(store.snapshot().count, 3);
	await leave(store);
});

test('a revision that comes without its text is kept as one whose text was dropped', async t => {
	const directory = folder(t);
	const store = await small(t, directory, begun);
	await store.commit({reports: [{...read(report(1, {text: ''})), without: 'not kept'}]});
	const told = async (from: Store) => [
		await from.text(report(1).id, 1),
		await from.whyNoText(report(1).id, 1),
	];
	assert.deepEqual(await told(store), [null, 'not kept']);
	await leave(store);
	const again = await small(t, directory, begun);
	assert.deepEqual(await told(again), [null, 'not kept']);
	await again.compact(() => {});
	assert.deepEqual(await told(again), [null, 'not kept']);
	await leave(again);
});

test('compacting drops what newer records have replaced, and no report', async t => {
	const directory = folder(t);
	for (let turn = 1; turn <= 4; turn++) {
		const store = await opened(t, {
			directory,
			clock: () => begun + turn,
			wantsLead: true,
			checkMs: 60_000,
			journalBytes: 1,
		});
		await store.commit({
			reports: [read(report(turn), turn)],
			facts: [{id: report(1).id, revision: 1, facts: read(report(1), 100 + turn).facts, reader: `${turn}`}],
			sources: [memory({lastNewAt: begun + turn})],
			notes: {turn},
		});
		await store.commit({notes: {other: turn}});
		await leave(store);
	}
	const raw = (): number =>
		JSON.parse(readFileSync(path.join(directory, 'ledger.json'), 'utf8').slice(9)).sealed.reduce(
			(sum: number, {lines}: {lines: number}) => sum + lines,
			0,
		);
	const store = await opened(t, {directory, clock: () => begun + 9, wantsLead: true, checkMs: 60_000});
	const before = store.snapshot();
	const done = (await store.compact(() => {}))!;
	assert.ok(done.replaced >= 9, `${done.replaced} were replaced`);
	assert.equal(raw(), 4 + 1 + 1 + 1);
	await leave(store);
	const again = await opened(t, {directory, checkMs: 60_000});
	assert.deepEqual(again.snapshot().kept, before.kept);
	assert.deepEqual(again.snapshot().notes, before.notes);
	assert.deepEqual(again.snapshot().sources, before.sources);
	assert.equal(again.snapshot().kept[0]!.reader, '4');
	assert.equal(readdirSync(path.join(directory, 'sealed')).length, 1);
});

test('who follows does not compact', async t => {
	const directory = folder(t);
	const leader = await small(t, directory, begun);
	const other = await opened(t, {directory, checkMs: 60_000});
	assert.equal(await other.compact(() => {}), null);
	await leave(leader);
	assert.notEqual(await other.compact(() => {}), null);
});

test('a journal without a report is sealed, too', async t => {
	const directory = folder(t);
	const store = await small(t, directory, begun);
	await store.commit({notes: {one: 1}});
	await store.commit({notes: {two: 2}});
	await store.sealAll(() => {});
	assert.equal(store.snapshot().unsealed, null);
	assert.equal(readdirSync(path.join(directory, 'sealed')).length, 1);
	await store.close();
	const again = await small(t, directory, begun);
	assert.equal(again.snapshot().notes.get('one'), 1);
	assert.deepEqual(again.snapshot().damage, []);
});

test('that sealing fails is told, and nothing that comes in is refused for it', async t => {
	const directory = folder(t);
	let isFull = true;
	const store = await opened(t, {
		directory,
		journalBytes: 1,
		retryMs: 1,
		checkMs: 5,
		sealing: {
			seal: async job => {
				if (isFull) throw Object.assign(new Error('no space'), {code: 'ENOSPC'});
				return seal(disk, job);
			},
			close: async () => {},
		},
	});
	await store.commit({reports: [read(report(1))]});
	await store.commit({reports: [read(report(2))]});
	await until(() => store.snapshot().unsealed !== null, 'the failure is told');
	assert.match(
		store.snapshot().unsealed!,
		/^Full journals could not be compressed \(the disk is full\); what comes in is kept/,
	);
	assert.equal(store.snapshot().trouble, null);
	await store.commit({reports: [read(report(3))]});
	isFull = false;
	await until(() => store.snapshot().unsealed === null, 'it is sealed after all');
	assert.equal(store.snapshot().count, 3);
});

test('what is walked through is held a slice at a time, however much is kept', async t => {
	const directory = folder(t);
	const count = 1500;
	const store = await opened(t, {
		directory,
		journalBytes: 40_000,
		mostHeads: 100,
		clock: () => begun,
		checkMs: 60_000,
	});
	for (let number = 0; number < count; number += 100)
		await store.commit({
			reports: Array.from({length: 100}, (_, place) => ({
				report: report(number + place),
				facts: [],
				reader: '1',
			})),
		});
	await store.sealAll(() => {});
	await store.close();
	const again = await opened(t, {directory, mostHeads: 100, checkMs: 60_000});
	await again.filled;
	const {kept} = again.snapshot();
	assert.ok(kept.length < count / 3, `${kept.length} heads are in memory`);
	const ids: string[] = [];
	for await (const slice of again.walk({order: 'oldest first', withTexts: true})) {
		assert.ok(slice.length <= 100);
		assert.equal(again.snapshot().kept, kept, 'nothing is added to what is held');
		for (const {kept, text} of slice) {
			ids.push(kept.report.id);
			assert.ok(text?.startsWith('The text of report'));
		}
	}
	assert.deepEqual(
		ids,
		Array.from({length: count}, (_, number) => report(number).id),
	);
});

test('what was kept at one time stays in its order, in however many files, whichever is written anew', async t => {
	const directory = folder(t);
	const reports = Array.from({length: 120}, (_, number) => seen(number, number < 60 ? 0 : 100));
	const store = await opened(t, {directory, journalBytes: 20_000, clock: () => begun, checkMs: 60_000});
	await store.commit({reports: reports.map(each => read(each))});
	await store.commit({notes: {last: true}});
	await store.sealAll(() => {});
	await store.close();
	assert.ok(readdirSync(path.join(directory, 'sealed')).length > 12);
	const order = async (from: Store): Promise<string[]> => {
		const walked: string[] = [];
		for await (const slice of from.walk({order: 'oldest first', withTexts: false}))
			walked.push(...slice.map(({kept}) => kept.report.id));
		return walked;
	};
	const now = begun + 100 * dayMs;
	for (const keepMs of [null, 90 * dayMs, null]) {
		const again = await opened(t, {
			directory,
			journalBytes: 200_000,
			clock: () => now,
			keepMs,
			wantsLead: true,
			checkMs: 60_000,
		});
		await again.compact(() => {});
		assert.deepEqual(
			await order(again),
			reports.map(({id}) => id),
		);
		await again.close();
	}
});
