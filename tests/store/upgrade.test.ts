import assert from 'node:assert/strict';
import {cpSync, readdirSync, readFileSync, rmSync, utimesSync} from 'node:fs';
import path from 'node:path';
import {type TestContext, test} from 'node:test';
import {disk, type Io, type OpenFile} from '../../store/io.ts';
import {openStore} from '../../store/open.ts';
import type {Store} from '../../store/store.ts';
import {folder, opened} from './samples.ts';
import {namesIn} from './sealed.ts';

/*
 * A store that the version before sealed files has written, with what that version read of it: two journals, facts read anew
 * without their heads, a second revision, notes, a source, one line whose checksum does not hold, and a line without its end.
 */
const fixture = 'tests/fixtures/stores/version-1';
const expected = JSON.parse(readFileSync(`${fixture}.json`, 'utf8'));

function copied(context: TestContext): string {
	const directory = folder(context);
	cpSync(fixture, directory, {recursive: true});
	// Its writers cannot be looked for: long at rest they count as gone.
	for (const name of readdirSync(path.join(directory, 'journal')))
		utimesSync(path.join(directory, 'journal', name), 0, 0);
	return directory;
}

async function contentsOf(store: Store) {
	const {kept, sources, notes, damage} = store.snapshot();
	const all: object[] = [];
	for (const {report, facts, reader} of kept)
		all.push({report, facts, reader, text: await store.text(report.id, report.revision)});
	const walked: object[] = [];
	for await (const slice of store.walk({order: 'oldest first', withTexts: true}))
		for (const {kept, text} of slice)
			walked.push({report: kept.report, facts: kept.facts, reader: kept.reader, text});
	assert.deepEqual(walked, all);
	return {
		kept: all,
		sources: [...sources],
		notes: [...notes].sort(),
		damage: damage.map(({at, bytes, reason}) => ({at, bytes, reason})),
	};
}

const sorted = {...expected, notes: [...expected.notes].sort()};

test('a store of the version before opens with all that is in it, and is sealed without loss', async context => {
	const directory = copied(context);
	const reading = await opened(context, {directory, isReadOnly: true});
	assert.deepEqual(await contentsOf(reading), sorted);
	await reading.close();
	assert.match(readFileSync(path.join(directory, 'store.json'), 'utf8'), /"version":1/);
	const store = await opened(context, {directory});
	assert.match(readFileSync(path.join(directory, 'store.json'), 'utf8'), /"version":2/);
	assert.deepEqual(await contentsOf(store), sorted);
	await store.sealAll(() => {});
	assert.deepEqual(namesIn(directory, 'journal', ''), []);
	assert.deepEqual(await contentsOf(store), sorted);
	await store.close();
	for (const mostHeads of [200_000, 5]) {
		const again = await opened(context, {directory, mostHeads, span: {from: 0, to: null}});
		const {kept} = again.snapshot();
		for (const [place, one] of kept.entries())
			if (kept.length === sorted.kept.length) assert.deepEqual(one.report, sorted.kept[place].report);
		for (const {report, reader, text} of sorted.kept) {
			assert.equal(await again.text(report.id, report.revision), text);
			const found = (await again.revisions(report.id)).find(each => each.report.revision === report.revision);
			assert.equal(found?.reader, reader);
		}
		await again.close();
	}
	rmSync(path.join(directory, 'ledger.json'));
	rmSync(path.join(directory, 'sources.json'));
	const last = await opened(context, {directory});
	assert.deepEqual(await contentsOf(last), sorted);
});

/** Opens and seals a copy on a disk that answers so many times and never again. */
async function sealedUntil(context: TestContext, death: number, under: (directory: string) => Io) {
	const directory = copied(context);
	const real = under(directory);
	const files = new Set<OpenFile>();
	let steps = 0;
	let die = () => {};
	const dead = new Promise<void>(resolve => {
		die = resolve;
	});
	const step = <T>(doing: () => Promise<T>): Promise<T> => {
		if (++steps < death) return doing();
		die();
		return new Promise<T>(() => {});
	};
	const io: Io = {
		...real,
		async open(name, flags) {
			const file = await (flags === 'r' ? real.open(name, flags) : step(() => real.open(name, flags)));
			files.add(file);
			return {
				...file,
				write: (bytes, at) => step(() => file.write(bytes.subarray(0, 1 + (bytes.length >> 1)), at)),
				sync: () => step(() => file.sync()),
				async close() {
					files.delete(file);
					await file.close();
				},
			};
		},
		link: (from, to) => step(() => real.link(from, to)),
		rename: (from, to) => step(() => real.rename(from, to)),
		remove: name => step(() => real.remove(name)),
		makeFolder: name => step(() => real.makeFolder(name)),
	};
	let isDone = false;
	const life = (async () => {
		const store = await openStore({directory, io, checkMs: 1_000_000});
		await store.sealAll(() => {});
		isDone = true;
		await store.close();
	})();
	await Promise.race([life, dead]);
	for (const file of files) await file.close();
	// The lock names this process, which has not died.
	rmSync(path.join(directory, 'lock'), {force: true});
	return {directory, isDone};
}

test('broken off at any step of that, nothing is lost', async context => {
	let death = 1;
	const stride = process.env.TRUCEWATCH_ROUNDS ? 1 : 3;
	for (let isEnd = false; !isEnd; death += stride) {
		const {directory, isDone} = await sealedUntil(context, death, () => disk);
		const store = await openStore({directory, checkMs: 1_000_000});
		assert.deepEqual(await contentsOf(store), sorted, `dead at step ${death}`);
		await store.sealAll(() => {});
		assert.deepEqual(await contentsOf(store), sorted, `dead at step ${death}, sealed again`);
		assert.deepEqual(namesIn(directory, 'journal', ''), []);
		await store.close();
		isEnd = isDone;
	}
	assert.ok(death > 20, `${death} steps`);
});

test('the same test finds what is lost where a journal goes before what it became is there', async context => {
	const hasty = (directory: string): Io => ({
		...disk,
		async open(file, flags) {
			if (flags === 'wx' && file.endsWith('.seg.tmp'))
				for (const name of namesIn(directory, 'journal', '.sealing'))
					rmSync(path.join(directory, 'journal', name));
			return disk.open(file, flags);
		},
	});
	let lost = 0;
	for (let death = 10; lost === 0; death++) {
		const {directory, isDone} = await sealedUntil(context, death, hasty);
		const store = await opened(context, {directory, checkMs: 1_000_000});
		if (store.snapshot().kept.length < sorted.kept.length) lost++;
		if (isDone) break;
	}
	assert.ok(lost > 0);
});
