import assert from 'node:assert/strict';
import {mkdirSync, readdirSync, renameSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {StoreError} from '../../store/error.ts';
import {type Doing, refusal, watchedDisk} from './disks.ts';
import {folder, ids, memory, opened, read, report, until} from './samples.ts';

const isRefused = (code: string) => (error: unknown) => error instanceof StoreError && error.code === code;
const journals = (directory: string) =>
	readdirSync(path.join(directory, 'journal')).filter(name => name.endsWith('.jsonl'));

/** Every way in which a disk can be full: the write itself, and what goes with it. */
for (let which = 1; which <= 12; which++)
	test(`a disk that is full at its write number ${which} keeps what was acknowledged, and what was refused once there is room`, async context => {
		const directory = folder(context);
		await (await opened(context, {directory})).close();
		let writes = 0;
		let isFull = false;
		const io = watchedDisk(doing => {
			if (['write', 'open', 'datasync'].includes(doing)) writes++;
			if (writes >= which && ['write', 'open'].includes(doing)) isFull = true;
			if (isFull && doing !== 'truncate') throw refusal('ENOSPC');
		});
		const store = await opened(context, {directory, io, retryMs: 20});
		const acknowledged: string[] = [];
		const refused: string[] = [];
		for (let number = 0; number < 6; number++)
			await store.commit({reports: [read(report(number))]}).then(
				() => acknowledged.push(report(number).id),
				error => {
					assert.ok(isRefused('full')(error));
					refused.push(report(number).id);
				},
			);
		assert.deepEqual(ids(store).sort(), [...acknowledged, ...refused].sort());
		if (refused.length > 0) {
			assert.match(store.snapshot().trouble ?? '', /disk is full.*\d+ records? waits? in memory/i);
			const waiting = refused.at(-1)!;
			assert.match((await store.text(waiting, 1)) ?? '', /^The text of report/);
			const other = await opened(context, {directory, isReadOnly: true});
			// Where even the mark could not be rewritten, others see the last commit later.
			assert.ok(
				acknowledged.join().startsWith(ids(other).join()) && acknowledged.length - ids(other).length <= 1,
			);
			assert.deepEqual(other.snapshot().damage, []);
			await other.close();
		}
		isFull = false;
		writes = Number.NEGATIVE_INFINITY;
		await until(() => store.snapshot().trouble === null, 'the trouble is over');
		await store.close();
		const again = await opened(context, {directory});
		assert.deepEqual(ids(again).sort(), [...acknowledged, ...refused].sort());
		assert.deepEqual(again.snapshot().damage, []);
		for (let number = 0; number < 6; number++)
			assert.equal(await again.text(report(number).id, 1), report(number).text);
	});

test('a write that stops in the middle is taken back and leaves no half line', async context => {
	const directory = folder(context);
	let isFull = false;
	const under = watchedDisk(() => {});
	const io = {
		...under,
		async open(name: string, flags: 'r' | 'wx' | 'w') {
			const file = await under.open(name, flags);
			let half = 0;
			return {
				...file,
				async write(bytes: Uint8Array, position: number) {
					if (!isFull || !name.endsWith('.jsonl')) return file.write(bytes, position);
					if (half++ > 0) throw refusal('ENOSPC');
					return file.write(bytes.subarray(0, bytes.length >> 1), position);
				},
			};
		},
	};
	const store = await opened(context, {directory, io});
	await store.commit({reports: [read(report(1))]});
	isFull = true;
	await assert.rejects(store.commit({reports: [read(report(2))]}), isRefused('full'));
	isFull = false;
	await store.commit({reports: [read(report(3))]});
	assert.equal(store.snapshot().trouble, null);
	await store.close();
	const again = await opened(context, {directory});
	assert.deepEqual(ids(again), [report(1).id, report(2).id, report(3).id]);
	assert.deepEqual(again.snapshot().damage, []);
	assert.equal(journals(directory).length, 1);
});

test('a refused commit that is tried again by its caller is not acknowledged before it is on disk', async context => {
	const directory = folder(context);
	let isFull = false;
	const io = watchedDisk(doing => {
		if (isFull && doing === 'write') throw refusal('ENOSPC');
	});
	const store = await opened(context, {directory, io});
	await store.commit({reports: [read(report(1))]});
	isFull = true;
	await assert.rejects(store.commit({reports: [read(report(2))]}), isRefused('full'));
	await assert.rejects(store.commit({reports: [read(report(2))]}), isRefused('full'));
	const two = [store.commit({reports: [read(report(3))]}), store.commit({reports: [read(report(3))]})];
	for (const outcome of await Promise.allSettled(two)) assert.equal(outcome.status, 'rejected');
	isFull = false;
	await store.commit({reports: [read(report(2))]});
	assert.deepEqual(
		ids(store),
		[1, 2, 3].map(number => report(number).id),
	);
});

test('what is refused is held only up to a bound, and said to be lost beyond it', async context => {
	const directory = folder(context);
	let isFull = false;
	const io = watchedDisk(doing => {
		if (isFull && doing === 'write') throw refusal('EDQUOT');
	});
	const store = await opened(context, {directory, io, pendingBytes: 10_000});
	await store.commit({notes: {begun: true}});
	isFull = true;
	for (let number = 0; number < 50; number++)
		await assert.rejects(store.commit({reports: [read(report(number))]}), isRefused('full'));
	const held = store.snapshot().kept.length;
	assert.ok(held > 2 && held < 20, `${held} held`);
	assert.match(
		store.snapshot().trouble ?? '',
		new RegExp(`${held} records wait in memory, ${50 - held} could not be held`),
	);
	isFull = false;
	await store.commit({reports: [read(report(60))]});
	assert.equal(store.snapshot().kept.length, held + 1);
});

test('of a refused commit, when its source was asked is remembered, and what would hide its reports is not', async context => {
	const directory = folder(context);
	let isFull = false;
	const io = watchedDisk((doing, name) => {
		if (isFull && doing === 'write' && name.endsWith('.jsonl')) throw refusal('ENOSPC');
	});
	const store = await opened(context, {directory, io, pendingBytes: 3_000});
	await store.commit({sources: [memory()]});
	isFull = true;
	const now = () => store.snapshot().sources.get(memory().id);
	const held = memory({state: 'unchanged', etag: '"2"', lastAskedAt: 1_663_300_000_000});
	await assert.rejects(store.commit({reports: [read(report(1))], sources: [held]}), isRefused('full'));
	assert.deepEqual(now(), held);
	const text = 'x'.repeat(3_000);
	const lost = memory({state: 'unchanged', etag: '"3"', lastAskedAt: 1_663_400_000_000});
	await assert.rejects(
		store.commit({reports: [read(report(2, {text}))], sources: [lost]}),
		isRefused('full'),
	);
	assert.deepEqual(now(), {...lost, etag: '"2"'});
	await assert.rejects(store.close(), isRefused('full'));
	const again = await opened(context, {directory});
	assert.equal(
		again.snapshot().sources.get(memory().id)?.etag,
		'"1"',
		'the reports are not there, so they must come again',
	);
});

test('a file whose sync failed is never written again', async context => {
	const directory = folder(context);
	let isFailing = false;
	const written = new Map<string, number>();
	const io = watchedDisk((doing, name) => {
		if (doing === 'datasync' && isFailing) {
			isFailing = false;
			throw refusal('EIO');
		}
		if (doing === 'write' && name.endsWith('.jsonl')) written.set(name, (written.get(name) ?? 0) + 1);
	});
	const store = await opened(context, {directory, io});
	await store.commit({reports: [read(report(1))]});
	isFailing = true;
	await store.commit({reports: [read(report(2))]});
	await store.commit({reports: [read(report(3))]});
	// Its first line and two commits, the second of which was written again elsewhere; then that and one more.
	assert.deepEqual([...written.values()], [3, 3]);
	await store.close();
	const again = await opened(context, {directory});
	assert.deepEqual(
		ids(again),
		[1, 2, 3].map(number => report(number).id),
	);
	assert.deepEqual(again.snapshot().damage, []);
});

test('a journal that somebody takes away while it is written is followed by a new one', async context => {
	const directory = folder(context);
	const store = await opened(context, {directory});
	await store.commit({reports: [read(report(1))]});
	const [file] = journals(directory);
	renameSync(path.join(directory, 'journal', file!), path.join(directory, 'taken.jsonl'));
	await store.commit({reports: [read(report(2))]});
	await store.close();
	assert.equal(journals(directory).length, 1);
	const again = await opened(context, {directory});
	assert.deepEqual(ids(again), [report(2).id]);
	// Its mark is still there, so it is known to be missing.
	assert.match(again.snapshot().damage[0]?.reason ?? '', /missing/);
});

test('journals are changed by size, and sealed', async context => {
	const directory = folder(context);
	const store = await opened(context, {directory, journalBytes: 2_000});
	for (let number = 0; number < 12; number++) await store.commit({reports: [read(report(number))]});
	const sealed = () => readdirSync(path.join(directory, 'sealed')).filter(name => name.endsWith('.seg'));
	await until(() => journals(directory).length <= 1 && sealed().length >= 3, 'the full ones are sealed');
	for (let number = 0; number < 12; number++)
		assert.equal(await store.text(report(number).id, 1), report(number).text);
	await store.close();
	assert.equal((await opened(context, {directory})).snapshot().kept.length, 12);
});

for (const code of ['EROFS', 'EACCES'])
	test(`a folder that cannot be written to (${code}) opens for reading and says so`, async context => {
		const directory = folder(context);
		const first = await opened(context, {directory});
		await first.commit({reports: [read(report(1))]});
		await first.close();
		const io = watchedDisk((doing: Doing) => {
			if (doing !== 'datasync') throw refusal(code);
		});
		const store = await opened(context, {directory, io, wantsLead: true});
		assert.deepEqual(ids(store), [report(1).id]);
		assert.equal(await store.text(report(1).id, 1), report(1).text);
		assert.match(store.snapshot().trouble ?? '', /cannot be written to/);
		assert.equal(store.snapshot().isLeader, false);
		await assert.rejects(store.commit({reports: [read(report(2))]}), isRefused('read-only'));
		assert.deepEqual(ids(store), [report(1).id, report(2).id]);
		await assert.rejects(store.close(), isRefused('read-only'));
	});

test('a folder that cannot be made opens empty, and is made once that is possible', async context => {
	const directory = folder(context);
	let isFull = true;
	const io = watchedDisk(() => {
		if (isFull) throw refusal('ENOSPC');
	});
	const store = await opened(context, {directory, io, wantsLead: true, retryMs: 20});
	assert.match(store.snapshot().trouble ?? '', /disk is full/);
	// Polling goes on: what comes in waits in memory.
	await until(() => store.snapshot().isLeader, 'it leads');
	await assert.rejects(store.commit({reports: [read(report(1))]}), isRefused('full'));
	isFull = false;
	await until(() => store.snapshot().trouble === null, 'the trouble is over');
	await store.close();
	assert.deepEqual(ids(await opened(context, {directory})), [report(1).id]);
});

test('a folder that goes away is told, not made again, and used when it is back', async context => {
	const directory = folder(context);
	const store = await opened(context, {directory, retryMs: 20, journalBytes: 1});
	await store.commit({reports: [read(report(1))]});
	renameSync(directory, `${directory}-away`);
	await assert.rejects(store.commit({reports: [read(report(2))]}), isRefused('gone'));
	assert.match(store.snapshot().trouble ?? '', /folder of the store is gone/);
	mkdirSync(directory);
	await assert.rejects(store.commit({reports: [read(report(3))]}), isRefused('gone'));
	assert.deepEqual(readdirSync(directory), []);
	renameSync(`${directory}-away`, directory);
	await until(() => store.snapshot().trouble === null, 'the trouble is over');
	assert.equal(await store.text(report(1).id, 1), report(1).text);
	await store.close();
	assert.equal((await opened(context, {directory})).snapshot().kept.length, 3);
});

test('a store opened for reading writes nothing at all', async context => {
	const directory = folder(context);
	const io = watchedDisk(() => assert.fail('it writes'));
	const nothing = await opened(context, {directory, io, isReadOnly: true});
	assert.deepEqual(nothing.snapshot().kept, []);
	await nothing.close();
	const store = await opened(context, {directory});
	await store.commit({reports: [read(report(1))]});
	await store.close();
	const [file] = journals(directory);
	writeFileSync(path.join(directory, 'journal', file!), 'damaged\n', {flag: 'a'});
	const reading = await opened(context, {directory, io, isReadOnly: true});
	assert.deepEqual(ids(reading), [report(1).id]);
	await assert.rejects(reading.commit({notes: {}}), isRefused('read-only'));
	await reading.close();
	await assert.rejects(store.commit({notes: {}}), isRefused('closed'));
});
