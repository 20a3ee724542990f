import assert from 'node:assert/strict';
import {test} from 'node:test';
import {watchedDisk} from './disks.ts';
import {folder, opened, report} from './samples.ts';

test('a commit costs the same at 1,000 and at 100,000 stored reports', async context => {
	let cost = {bytes: 0, writes: 0, syncs: 0};
	const io = watchedDisk((doing, path, bytes) => {
		// What is sealed is sealed beside the commits, and costs none of them anything.
		if (!path.includes('/journal/')) return;
		if (doing === 'write') cost = {...cost, bytes: cost.bytes + bytes, writes: cost.writes + 1};
		if (doing === 'datasync' || doing === 'sync') cost = {...cost, syncs: cost.syncs + 1};
	});
	const store = await opened(context, {directory: folder(context), io});
	let stored = 0;
	const commit = (count: number) => {
		const reports = Array.from({length: count}, () => {
			const number = 1_000_000 + stored++;
			return {report: report(number), facts: [], reader: '1'};
		});
		return store.commit({reports});
	};
	const measured = async () => {
		// Where the last one filled its journal, this one begins the next.
		await commit(50);
		cost = {bytes: 0, writes: 0, syncs: 0};
		for (let poll = 0; poll < 5; poll++) await commit(50);
		return cost;
	};
	await commit(1_000);
	const early = await measured();
	while (stored < 100_000) await commit(10_000);
	const late = await measured();
	assert.deepEqual(late, early);
	// Five commits: a line and a mark each, one sync each.
	assert.equal(early.writes, 10);
	assert.equal(early.syncs, 5);
	assert.equal(store.snapshot().kept.length, stored);
});

test('commits that wait for the disk share one write and one sync', async context => {
	let syncs = 0;
	const io = watchedDisk(doing => {
		if (doing === 'datasync') syncs++;
	});
	const store = await opened(context, {directory: folder(context), io});
	await store.commit({notes: {begun: true}});
	syncs = 0;
	await Promise.all(
		Array.from({length: 100}, (_, number) =>
			store.commit({reports: [{report: report(number), facts: [], reader: '1'}]}),
		),
	);
	assert.equal(syncs, 2);
	assert.equal(store.snapshot().kept.length, 100);
});

test('a commit settles with its own sync, not with those after it', async context => {
	const order: string[] = [];
	const io = watchedDisk(doing => {
		if (doing === 'datasync') order.push('sync');
	});
	const store = await opened(context, {directory: folder(context), io});
	const first = store.commit({notes: {one: 1}}).then(() => order.push('first'));
	const second = store.commit({notes: {two: 2}}).then(() => order.push('second'));
	await Promise.all([first, second]);
	assert.deepEqual(order, ['sync', 'first', 'sync', 'second']);
});
