import assert from 'node:assert/strict';
import {appendFileSync, copyFileSync, cpSync, readFileSync, rmSync, utimesSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {encodeLine} from '../../store/format.ts';
import {disk} from '../../store/io.ts';
import {seal} from '../../store/sealing/seal.ts';
import {refusal, watchedDisk} from './disks.ts';
import {buried, fact, folder, ids, memory, opened, read, report, until} from './samples.ts';
import {linesIn, namesIn} from './sealed.ts';

/** A store of a few reports in a journal each, whose writers are gone. */
async function left(context: Parameters<typeof folder>[0], journals: number, each = 3): Promise<string> {
	const directory = folder(context);
	for (let journal = 0; journal < journals; journal++) {
		const store = await opened(context, {directory});
		for (let number = 0; number < each; number++)
			await store.commit({reports: [read(report(journal * each + number))]});
		await store.close();
	}
	buried(directory);
	return directory;
}

const journalsOf = (directory: string) => namesIn(directory, 'journal', '.jsonl');
const sealedOf = (directory: string) => namesIn(directory, 'sealed', '.seg');

test('a journal of notes alone is sealed, and does not stand in the way of the others', async context => {
	const directory = folder(context);
	const noting = await opened(context, {directory});
	await noting.commit({notes: {theme: 'dark'}, sources: [memory()]});
	await noting.close();
	buried(directory);
	const store = await opened(context, {directory});
	await store.sealAll(() => {});
	assert.deepEqual(journalsOf(directory), []);
	assert.equal(sealedOf(directory).length, 1);
	await store.close();
	rmSync(path.join(directory, 'ledger.json'));
	rmSync(path.join(directory, 'sources.json'));
	const again = await opened(context, {directory});
	assert.equal(again.snapshot().notes.get('theme'), 'dark');
	assert.equal(again.snapshot().sources.size, 1);
	assert.deepEqual(again.snapshot().damage, []);
	assert.equal(await again.text(report(1).id, 1), null);
});

test('sealing that failed is tried again, also where its journal has its new name already', async context => {
	const directory = folder(context);
	let isFull = true;
	const io = watchedDisk((doing, name) => {
		if (isFull && doing === 'write' && name.endsWith('.seg.tmp')) throw refusal('ENOSPC');
	});
	const store = await opened(context, {directory, io, journalBytes: 1_000, retryMs: 1, checkMs: 5});
	for (let number = 0; number < 4; number++) await store.commit({reports: [read(report(number))]});
	await until(() => namesIn(directory, 'journal', '.sealing').length > 0, 'sealing has begun');
	for (let number = 0; number < 4; number++)
		assert.equal(await store.text(report(number).id, 1), report(number).text);
	isFull = false;
	await until(() => namesIn(directory, 'journal', '.sealing').length === 0, 'it is sealed');
	await until(() => sealedOf(directory).length >= 3, 'the others, too');
	for (let number = 0; number < 4; number++)
		assert.equal(await store.text(report(number).id, 1), report(number).text);
});

test('what this process kept stays readable when its sealed journals are merged', async context => {
	const directory = folder(context);
	const store = await opened(context, {directory, journalBytes: 1_000});
	for (let number = 0; number < 12; number++) await store.commit({reports: [read(report(number))]});
	await until(() => journalsOf(directory).length <= 1, 'they are sealed');
	await until(() => namesIn(directory, 'journal', '.sealing').length === 0, 'they are sealed');
	// By another one, for which files may be larger.
	const files = sealedOf(directory).sort();
	await seal(disk, {directory, kind: 'sealed', files, fullBytes: 4 << 20});
	assert.equal(sealedOf(directory).length, 1);
	for (let time = 0; time < 2; time++)
		for (let number = 0; number < 12; number++)
			assert.equal(await store.text(report(number).id, 1), report(number).text);
	await until(() => store.snapshot().count === 12, 'it counts them once');
	assert.deepEqual(store.snapshot().damage, []);
});

test('what was left by sealing that was broken off is taken away, and nothing else', async context => {
	const directory = await left(context, 2);
	const journals = journalsOf(directory);
	for (const name of journals) cpSync(path.join(directory, 'journal', name), path.join(directory, name));
	const store = await opened(context, {directory});
	await store.sealAll(() => {});
	await store.close();
	const before = await linesIn(disk, directory, readFileSync);
	// As if it had died before it removed what it had sealed, and another time in the middle of writing.
	for (const name of journals) {
		cpSync(path.join(directory, name), path.join(directory, 'journal', name.replace('jsonl', 'sealing')));
		rmSync(path.join(directory, name));
	}
	const [old, fresh] = ['old.seg.tmp', 'fresh.seg.tmp'].map(name => path.join(directory, 'sealed', name));
	for (const name of [old!, fresh!]) writeFileSync(name, 'half');
	utimesSync(old!, 0, 0);
	writeFileSync(path.join(directory, 'ledger.json'), '');
	const again = await opened(context, {directory});
	await again.sealAll(() => {});
	assert.deepEqual(namesIn(directory, 'journal', ''), []);
	assert.deepEqual(namesIn(directory, 'sealed', '.tmp'), ['fresh.seg.tmp']);
	assert.deepEqual(await linesIn(disk, directory, readFileSync), before);
	assert.equal(again.snapshot().kept.length, 6);
	assert.equal(again.snapshot().count, 6);
	await again.close();
	// The ledger was made again, so it still tells what is missing.
	rmSync(path.join(directory, 'sealed', sealedOf(directory)[0]!));
	const last = await opened(context, {directory});
	assert.match(last.snapshot().damage[0]?.reason ?? '', /sealed file of \d+ revisions is missing/);
});

test('lines of a later version are sealed and merged byte for byte', async context => {
	const directory = await left(context, 2);
	const later = [
		{k: 'x', t: 1, id: report(1).id, revision: 1},
		{k: 'later', v: 9, anything: [1, {text: 'not a text'}]},
		{k: 'r', v: 7, t: 5, body: 'all else'},
		{k: 'm', t: 1_700_000_000_000, name: 'theme', value: 'dark', colour: true},
	].map(line => encodeLine(JSON.stringify(line)));
	const expected: string[] = [];
	for (const name of journalsOf(directory)) {
		const file = path.join(directory, 'journal', name);
		rmSync(file.replace('.jsonl', '.mark'));
		for (const line of later) appendFileSync(file, line);
		expected.push(...readFileSync(file, 'utf8').split('\n').slice(1, -1));
	}
	for (const name of journalsOf(directory))
		await seal(disk, {directory, kind: 'journals', files: [name], fullBytes: 4 << 20});
	const lines = async () => {
		const all = (await linesIn(disk, directory, readFileSync)).map(line => line.trim());
		return [...new Set(all.filter(line => !line.includes('{"k":"d"')))];
	};
	assert.deepEqual(await lines(), [...new Set(expected)].sort());
	await seal(disk, {directory, kind: 'sealed', files: sealedOf(directory), fullBytes: 4 << 20});
	assert.equal(sealedOf(directory).length, 1);
	assert.deepEqual(await lines(), [...new Set(expected)].sort());
	const store = await opened(context, {directory});
	assert.equal(store.snapshot().kept.length, 6);
	assert.equal(store.snapshot().notes.get('theme'), 'dark');
	// A report without what makes it one is told, and kept all the same.
	assert.deepEqual(
		store.snapshot().damage.map(({reason}) => reason),
		Array(2).fill('A record is not what its kind must be.'),
	);
});

test('where what is damaged cannot be set aside, its journal stays', async context => {
	const directory = await left(context, 1);
	const [name] = journalsOf(directory);
	const file = path.join(directory, 'journal', name!);
	const bytes = readFileSync(file);
	bytes[bytes.indexOf(report(1).title)]! ^= 1;
	writeFileSync(file, bytes);
	const io = watchedDisk((_doing, name) => {
		if (name.includes('quarantine')) throw refusal('ENOSPC');
	});
	const full = await opened(context, {directory, io});
	await full.sealAll(() => {});
	assert.deepEqual(sealedOf(directory), []);
	await full.close();
	const store = await opened(context, {directory});
	await store.sealAll(() => {});
	assert.equal(sealedOf(directory).length, 1);
	const [damage] = store.snapshot().damage;
	assert.match(readFileSync(damage?.setAside ?? '', 'latin1'), /^[0-9a-f]{8} \{"k":"r"/);
	await store.close();
	const again = await opened(context, {directory});
	assert.deepEqual(again.snapshot().damage, [damage]);
	assert.deepEqual(ids(again), [report(0).id, report(2).id]);
});

test('what was read anew is sealed with its report, or without', async context => {
	const directory = folder(context);
	const store = await opened(context, {directory});
	await store.commit({reports: [read(report(1), 1), read(report(2), 2)]});
	await store.close();
	buried(directory);
	const second = await opened(context, {directory});
	await second.sealAll(() => {});
	const one = report(1);
	await second.commit({facts: [{id: one.id, revision: 1, facts: [fact(one, 5)], reader: '2'}]});
	await second.close();
	buried(directory);
	for (let time = 0; time < 2; time++) {
		const again = await opened(context, {directory});
		assert.deepEqual(
			again.snapshot().kept.map(({facts}) => facts[0]?.kind === 'figure' && facts[0].low),
			[5, 2],
		);
		await again.sealAll(() => {});
		await again.close();
	}
});

test('a store that is moved while it is sealed costs no more than a look now and then', async context => {
	const directory = await left(context, 2);
	let renames = 0;
	const io = watchedDisk((doing, name) => {
		if (doing !== 'rename' || !name.endsWith('.sealing')) return;
		renames++;
		throw refusal('ENOENT');
	});
	const store = await opened(context, {directory, io});
	await store.sealAll(() => {});
	assert.ok(renames < 5, `${renames} tries`);
});

test('journals copied beside the sealed files that they became change nothing', async context => {
	const directory = await left(context, 3);
	const before = await opened(context, {directory, isReadOnly: true});
	const copy = path.join(path.dirname(directory), 'copy');
	cpSync(path.join(directory, 'journal'), copy, {recursive: true});
	const store = await opened(context, {directory});
	await store.sealAll(() => {});
	await store.close();
	for (const name of namesIn(copy, '', '.jsonl')) {
		copyFileSync(path.join(copy, name), path.join(directory, 'journal', name));
		copyFileSync(path.join(copy, name), path.join(directory, 'journal', name.replace(/-\d+\./, '-77.')));
	}
	const again = await opened(context, {directory});
	const heads = (of: typeof again) => of.snapshot().kept.map(({report, facts}) => ({report, facts}));
	assert.deepEqual(heads(again), heads(before));
	assert.equal(again.snapshot().count, 9);
	await again.sealAll(() => {});
	assert.deepEqual(heads(again), heads(before));
	assert.equal(again.snapshot().count, 9);
});
