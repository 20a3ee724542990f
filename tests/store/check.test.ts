import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {type TestContext, test} from 'node:test';
import {accountOf} from '../../store/care/account.ts';
import {checkStore, type Finding} from '../../store/care/check.ts';
import {encodeReport} from '../../store/format.ts';
import {disk} from '../../store/io.ts';
import {disagreement} from '../../store/sealed/agree.ts';
import {build} from '../../store/sealed/build.ts';
import {salvage} from '../../store/sealed/mend.ts';
import type {Store} from '../../store/store.ts';
import {refusal, watchedDisk} from './disks.ts';
import {folder, opened, read, report} from './samples.ts';

async function checked(directory: string, repairs = true, io = disk): Promise<string[]> {
	const found: Finding[] = [];
	await checkStore({directory, io, repairs, onFinding: each => found.push(each), onProgress: () => {}});
	return found.map(({outcome, file, what}) => `${outcome} ${path.relative(directory, file)}: ${what}`);
}

/** A store of one sealed file with twenty reports, and a journal that this process still writes. */
async function filled(test: TestContext): Promise<{directory: string; sealed: string; store: Store}> {
	const directory = folder(test);
	const store = await opened(test, {directory, checkMs: 60_000, journalBytes: 20_000, wantsLead: true});
	let turn = 0;
	const isSealed = () =>
		existsSync(path.join(directory, 'sealed')) && readdirSync(path.join(directory, 'sealed')).length > 0;
	while (!isSealed() && turn < 40) {
		turn++;
		await store.commit({reports: [read(report(turn), turn)], notes: {turn}});
		await store.sealAll(() => {});
	}
	return {
		directory,
		sealed: path.join(directory, 'sealed', readdirSync(path.join(directory, 'sealed'))[0]!),
		store,
	};
}

function flip(file: string, at: number): void {
	const bytes = readFileSync(file);
	bytes[at]! ^= 0xff;
	writeFileSync(file, bytes);
}

test('a whole store is found whole, also while it is written', async t => {
	const {directory} = await filled(t);
	assert.deepEqual(await checked(directory), []);
	const account = await accountOf(directory);
	assert.equal(account.leader?.pid, process.pid);
	assert.equal(account.ledger, 'whole');
	assert.ok(account.sealed.files > 0);
	assert.equal(account.journals.written, account.journals.files);
	assert.ok(account.sealed.parity > 0 && account.sealed.raw > 0);
});

test('what parity can have back is had back, and then all is whole', async t => {
	const {directory, sealed} = await filled(t);
	const before = salvage(readFileSync(sealed)).lines;
	flip(sealed, 100);
	const hurt = readFileSync(sealed);
	assert.match((await checked(directory, false)).join('\n'), /^hurt sealed\/.*repaired from parity/);
	assert.deepEqual(readFileSync(sealed), hurt, 'nothing is written where nothing is to be repaired');
	assert.ok(!existsSync(path.join(directory, 'quarantine')));
	assert.match((await checked(directory)).join('\n'), /^repaired sealed\/.*repaired from parity/);
	assert.ok(readdirSync(path.join(directory, 'quarantine')).length > 0);
	assert.deepEqual(salvage(readFileSync(sealed)).lines, before);
	assert.deepEqual(await checked(directory), []);
});

test('on a disk that cannot be written to, what could be mended is told as hurt', async t => {
	const {directory, sealed} = await filled(t);
	flip(sealed, 100);
	const io = watchedDisk(() => {
		throw refusal('EROFS');
	});
	for (const turn of [1, 2])
		assert.match(
			(await checked(directory, true, io)).join('\n'),
			/^hurt sealed\/.*repaired from parity/,
			`${turn}`,
		);
});

test('what is lost is told with its raw bytes set aside, and later as lost earlier', async t => {
	const {directory, sealed} = await filled(t);
	const bytes = readFileSync(sealed);
	bytes.fill(0, 10, bytes.length - 2000);
	writeFileSync(sealed, bytes);
	const first = await checked(directory);
	assert.ok(
		first.some(line => line.startsWith('lost sealed/')),
		first.join('\n'),
	);
	const second = await checked(directory);
	assert.ok(second.length > 0 && second.every(line => line.startsWith('earlier sealed/')), second.join('\n'));
});

test('a sealed file that is missing is told each time', async t => {
	const {directory, sealed} = await filled(t);
	rmSync(sealed);
	for (const turn of [1, 2])
		assert.match((await checked(directory)).join('\n'), /^lost sealed\/.*is missing/, `${turn}`);
	assert.equal((await accountOf(directory)).missing, 1);
});

test('a lost or spoilt ledger is made anew', async t => {
	const {directory, sealed} = await filled(t);
	const ledger = path.join(directory, 'ledger.json');
	const copy = path.join(directory, 'ledger.json.bak');
	for (const [spoil, what] of [
		[() => rmSync(ledger), /repaired ledger\.json: written again from its copy/],
		[() => flip(ledger, 40), /repaired ledger\.json: written again from its copy/],
		[() => [ledger, copy].map(file => rmSync(file)), /repaired ledger\.json: made anew/],
		[() => [ledger, copy].map(file => flip(file, 40)), /repaired ledger\.json: made anew/],
	] as const) {
		spoil();
		assert.match((await checked(directory)).join('\n'), what);
		assert.deepEqual(await checked(directory), []);
	}
	rmSync(ledger);
	rmSync(sealed);
	assert.match((await checked(directory)).join('\n'), /^lost sealed\//);
});

test('a line of a journal that was changed, or cut off, is told with its place', async t => {
	const {directory} = await filled(t);
	const journals = path.join(directory, 'journal');
	const name = readdirSync(journals).find(each => each.endsWith('.jsonl'));
	const store = await opened(t, {directory, checkMs: 60_000});
	await store.commit({reports: [read(report(900)), read(report(901))]});
	const added = path.join(
		journals,
		readdirSync(journals).find(each => each.endsWith('.jsonl') && each !== name)!,
	);
	flip(added, readFileSync(added).length - 20);
	assert.match((await checked(directory)).join('\n'), /^lost journal\/.*A checksum does not hold/);
	truncateSync(added, readFileSync(added).length - 200);
	assert.match((await checked(directory)).join('\n'), /lost journal\/.*was cut off/);
});

test('a journal that is missing is told by its mark', async t => {
	const {directory} = await filled(t);
	const journals = path.join(directory, 'journal');
	const store = await opened(t, {directory, checkMs: 60_000});
	await store.commit({reports: [read(report(900))]});
	await store.close();
	const before = readdirSync(journals);
	const last = before
		.filter(name => name.endsWith('.jsonl'))
		.sort()
		.at(-1)!;
	rmSync(path.join(journals, last));
	assert.match((await checked(directory)).join('\n'), /^lost journal\/.*A journal of \d+ bytes is missing/);
});

test('marks, sources and drafts that are spoilt cost nothing', async t => {
	const {directory, store} = await filled(t);
	// Who leads writes the sources anew, and clears drafts away.
	await store.close();
	writeFileSync(path.join(directory, 'sources.json'), 'spoilt');
	writeFileSync(path.join(directory, 'sealed', 'x.seg.tmp'), 'begun');
	const found = await checked(directory);
	assert.equal(found.length, 2, found.join('\n'));
	assert.ok(
		found.every(line => line.startsWith('noted ')),
		found.join('\n'),
	);
});

const line = (text: string, seen: number): Buffer => {
	const {text: _, ...head} = report(1, {firstSeenAt: seen});
	return encodeReport({k: 'r', t: 5, reader: '1', report: head}, '[]', text);
};
const of = {name: 'a.seg', from: ['a.jsonl'], set: 'a', part: 1, parts: 1};

for (const [what, other, message] of [
	['words', line('Same words.', 5), /words do not agree/],
	['columns', line('Some words.', 6), /columns do not agree|says of itself/],
] as const)
	test(`an index whose ${what} are not those of its lines is found`, () => {
		const lines = [line('Some words.', 5)];
		const {bytes, table} = build(lines, of);
		assert.equal(disagreement(bytes, lines, table), null);
		assert.match(disagreement(bytes, [other], table)!, message);
	});
