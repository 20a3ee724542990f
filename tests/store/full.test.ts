import assert from 'node:assert/strict';
import {cpSync, readFileSync, rmSync} from 'node:fs';
import path from 'node:path';
import {type TestContext, test} from 'node:test';
import {disk, type Io} from '../../store/io.ts';
import {openStore} from '../../store/open.ts';
import {seal} from '../../store/sealing/seal.ts';
import {type Doing, refusal, watchedDisk} from './disks.ts';
import {buried, folder, ids, opened, read, report, until} from './samples.ts';
import {linesIn, namesIn} from './sealed.ts';

/** Not each step is tried each time. */
const stride = process.env.TRUCEWATCH_ROUNDS ? 1 : 2;
const isOfSealing = (name: string): boolean => /\/sealed\b|ledger\.json|\.sealing$/.test(name);

/** A disk that refuses from its k-th change on that has to do with sealing, until told to relent. */
function refusing(which: number, code: string, isMeant: (doing: Doing, name: string) => boolean) {
	let [changes, isRefusing] = [0, true];
	const io: Io = watchedDisk((doing, name) => {
		if (!isRefusing || !isMeant(doing, name) || ++changes < which) return;
		throw refusal(code);
	});
	return {
		io,
		wasReached: () => changes >= which,
		relent: () => {
			isRefusing = false;
		},
	};
}

/** A closed store of small journals whose writers are gone. */
async function left(context: TestContext): Promise<string> {
	const directory = folder(context);
	for (let part = 0; part < 3; part++) {
		const store = await opened(context, {directory});
		await store.commit({reports: [0, 1, 2].map(place => read(report(part * 3 + place)))});
		await store.close();
	}
	buried(directory);
	return directory;
}

async function assertWhole(directory: string, io: Io = disk, count = 9): Promise<void> {
	const store = await openStore({directory, io, isReadOnly: true});
	assert.deepEqual(ids(store).sort(), Array.from({length: count}, (_, number) => report(number).id).sort());
	for (let number = 0; number < count; number++)
		assert.equal(await store.text(report(number).id, 1), report(number).text);
	assert.deepEqual(store.snapshot().damage, []);
	await store.close();
}

for (const code of ['ENOSPC', 'EROFS', 'EIO'])
	test(`sealing refused (${code}) at any of its steps loses nothing, leaves no draft, and is done once it can be`, async context => {
		const whole = await left(context);
		let which = 1;
		for (; ; which += stride) {
			const directory = `${whole}-${which}`;
			cpSync(whole, directory, {recursive: true});
			const {io, wasReached, relent} = refusing(which, code, (_doing, name) => isOfSealing(name));
			const store = await openStore({directory, io});
			await store.sealAll(() => {});
			// Commits go on.
			await store.commit({reports: [read(report(9))]});
			await assertWhole(directory, disk, 10);
			for (const folder of ['', 'sealed', 'quarantine'])
				assert.deepEqual(namesIn(directory, folder, '.tmp'), []);
			const isDone = !wasReached();
			relent();
			await store.sealAll(() => {});
			assert.equal(namesIn(directory, 'journal', '.jsonl').length, 1, `at step ${which}`);
			assert.deepEqual(namesIn(directory, 'journal', '.sealing'), []);
			await store.close();
			await assertWhole(directory, disk, 10);
			rmSync(directory, {recursive: true});
			if (isDone) break;
		}
		assert.ok(which > 8, `${which} steps`);
	});

test('merging refused at any of its steps loses nothing, and is done once it can be', async context => {
	const whole = await left(context);
	for (const name of namesIn(whole, 'journal', '.jsonl')) {
		// One file each: as if sealed one after the other.
		await seal(disk, {directory: whole, kind: 'journals', files: [name], fullBytes: 1 << 20});
	}
	const lines = await linesIn(disk, whole, readFileSync);
	let which = 1;
	for (; ; which += stride) {
		const directory = `${whole}-${which}`;
		cpSync(whole, directory, {recursive: true});
		const {io, wasReached, relent} = refusing(which, 'ENOSPC', (_doing, name) => isOfSealing(name));
		const store = await openStore({directory, io});
		await store.sealAll(() => {});
		await assertWhole(directory);
		assert.deepEqual(namesIn(directory, 'sealed', '.tmp'), []);
		const isDone = !wasReached();
		relent();
		await store.sealAll(() => {});
		assert.equal(namesIn(directory, 'sealed', '.seg').length, 1, `at step ${which}`);
		assert.deepEqual(await linesIn(disk, directory, readFileSync), lines);
		await store.close();
		await assertWhole(directory);
		rmSync(directory, {recursive: true});
		if (isDone) break;
	}
	assert.ok(which > 5, `${which} steps`);
});

test('a commit is acknowledged although each sealing fails, and all is sealed when there is room', async context => {
	const directory = folder(context);
	let isFull = true;
	const io = watchedDisk((_doing, name) => {
		if (isFull && isOfSealing(name)) throw refusal('ENOSPC');
	});
	const store = await opened(context, {directory, io, journalBytes: 1_500, retryMs: 1, checkMs: 10});
	for (let number = 0; number < 9; number++) await store.commit({reports: [read(report(number))]});
	assert.equal(store.snapshot().trouble, null);
	await assertWhole(directory);
	isFull = false;
	await until(() => namesIn(directory, 'sealed', '.seg').length >= 4, 'it is sealed');
	await store.close();
	await assertWhole(directory);
});

test('the same test finds what is lost where sealing removes a journal whatever was refused', async context => {
	const whole = await left(context);
	let lost = 0;
	for (let which = 1; which < 14 && lost === 0; which++) {
		const directory = `${whole}-${which}`;
		cpSync(whole, directory, {recursive: true});
		const {io} = refusing(which, 'ENOSPC', (_doing, name) => isOfSealing(name));
		const store = await openStore({
			directory,
			io: {
				...io,
				async rename(from, to) {
					await io.rename(from, to).catch(() => {});
					for (const name of namesIn(directory, 'journal', '.sealing'))
						if (to.endsWith('.seg')) rmSync(path.join(directory, 'journal', name));
				},
			},
		});
		await store.sealAll(() => {});
		await store.close();
		await assertWhole(directory).catch(() => lost++);
	}
	assert.ok(lost > 0);
});
