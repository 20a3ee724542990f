import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {readerName} from '../../source/commands/reading.ts';
import {readerOf, readerVersion} from '../../source/facts/read.ts';
import {builtIn} from '../../source/profile/index.ts';
import type {Report} from '../../source/reports/report.ts';
import {openStore} from '../../store/open.ts';
import {headerBytes} from '../../store/sealed/block.ts';
import {salvage} from '../../store/sealed/mend.ts';
import type {Commit} from '../../store/store.ts';
import {buried, report as sample} from '../store/samples.ts';
import {folder, objects, rss, run, start, tollEntry} from './command.ts';
import {inside} from './inside.ts';

const home = folder();
const dayMs = 86_400_000;
const at = (name: string): string => path.join(home, name);
const called = (args: readonly string[], store: string, input = '') =>
	run([...args, '--store', at(store)], {home, input});
/** The same in this process: for what other cases ask of a process. */
const asked = (args: readonly string[], store: string, input?: string) =>
	inside([...args, '--store', at(store)], {home, ...(input !== undefined && {input})});
const sealedIn = (store: string): string[] => {
	const sealed = path.join(at(store), 'sealed');
	return existsSync(sealed) ? readdirSync(sealed).map(name => path.join(sealed, name)) : [];
};

const count = 150;
const profile = builtIn.find(({id}) => id === 'kyrgyzstan-tajikistan')!;
const read = readerOf(profile);
/** A text that compresses about as poorly as news. */
const words = (number: number): string =>
	Array.from({length: 4}, (_, place) =>
		createHash('sha256').update(`${number} ${place}`).digest('hex').repeat(2),
	).join(' ');
// The older two thirds were seen 200 days ago.
function reading(number: number): NonNullable<Commit['reports']>[number] {
	const seen = Date.now() - (number < (count / 3) * 2 ? 200 : 1) * dayMs;
	const report: Report = {
		...sample(number),
		id: `${number}`,
		source: 'wire',
		text: `Kyrgyzstan's Health Ministry said ${number + 1} people had been killed. ${words(number)}`,
		publishedAt: seen,
		firstSeenAt: seen,
		origin: `${number}`,
	};
	return {report, facts: read(report, seen), reader: readerName(readerVersion, profile)};
}

/** Journals so small that few reports fill several: fewer than are merged by whoever opens the store next. */
async function fill(directory: string): Promise<void> {
	const store = await openStore({directory, journalBytes: 60_000});
	for (let from = 0; from < count; from += 10)
		await store.commit({reports: Array.from({length: 10}, (_, place) => reading(from + place))});
	await store.sealAll(() => {});
	await store.close();
	// This process goes on, and what it left would be its own to seal.
	buried(directory);
	assert.ok(sealedIn('taken').length > 1, 'several sealed files');
}
const taken = fill(at('taken'));

/** A copy of the same store, so that it is filled but once. */
async function copy(name: string): Promise<string> {
	await taken;
	cpSync(at('taken'), at(name), {recursive: true});
	return name;
}

test('info tells what is kept and what it weighs, as text and as JSON', async () => {
	const store = await copy('told');
	const text = await called(['store', 'info'], store);
	assert.equal(text.code, 0);
	assert.match(text.stdout, /^revisions +150$/m);
	assert.match(text.stdout, /^sealed +\d+ files, .* [kM]B for .* times as much\), \d+ % of it parity$/m);
	assert.match(text.stdout, /^polled by +–$/m);
	const [account] = objects((await called(['store', 'info', '--format', 'json'], store)).stdout);
	assert.equal(account!.revisions, 150);
	assert.equal(account!.ledger, 'whole');
	const none = await called(['store', 'info'], 'nothing');
	assert.match(none.stdout, /^revisions +0$/m);
	assert.ok(!existsSync(at('nothing')), 'asking makes no folder');
});

test('check ends with 0 where all is whole or repaired, and with 1 where something is or was lost', async () => {
	const store = await copy('checked');
	const whole = await called(['store', 'check'], store);
	assert.deepEqual([whole.code, whole.stderr], [0, '']);
	assert.match(whole.stdout, /^\d+ files, \d+ lines, 150 revisions of reports: all whole\n$/);
	const [file] = sealedIn(store);
	const bytes = readFileSync(file!);
	bytes[500]! ^= 1;
	writeFileSync(file!, bytes);
	const looked = await called(['store', 'check', '--no-repair'], store);
	assert.deepEqual([looked.code, readFileSync(file!).equals(bytes)], [1, true]);
	const mended = await called(['store', 'check'], store);
	assert.equal(mended.code, 0);
	assert.match(mended.stdout, /^repaired: sealed\/.*, \d+ bytes at \d+: .*; raw bytes in quarantine\//);
	assert.match(mended.stdout, /: 1 repaired\n$/);
	assert.match((await called(['store', 'check'], store)).stdout, /all whole/);
	rmSync(file!);
	const lost = await called(['store', 'check'], store);
	assert.equal(lost.code, 1);
	assert.match(lost.stdout, /^lost: sealed\/.*A sealed file of \d+ revisions is missing/);
});

test('compact makes few and small files, and says who keeps it from doing so', async t => {
	const store = await copy('compacted');
	const feed = path.join(home, 'feed.xml');
	writeFileSync(feed, rss([tollEntry('x', 5, '2022-09-18T04:00:00Z')]));
	const leader = start(['collect', '--source', `file:${feed}`, '--store', at(store)], home);
	t.after(() => leader.kill('SIGKILL'));
	await new Promise(resolve => leader.stdout!.once('data', resolve));
	const busy = await called(['store', 'compact'], store);
	assert.equal(busy.code, 1);
	assert.match(busy.stderr, new RegExp(`process ${leader.pid} on .* polls into`));
	const checked = await called(['store', 'check'], store);
	assert.equal(checked.code, 0, checked.stdout);
	const ended = new Promise(resolve => leader.once('close', resolve));
	leader.kill('SIGTERM');
	await ended;
	const {code, stdout} = await called(['store', 'compact'], store);
	assert.equal(code, 0);
	assert.match(
		stdout,
		/^.* before, .* after; \d+ files before, 1 file after; \d+ replaced records dropped\n$/,
	);
	assert.deepEqual(readdirSync(path.join(at(store), 'journal')), []);
	assert.equal(objects((await called(['export'], store)).stdout).length, 151);
});

test('an export over several sealed files, imported and exported again, is the same byte for byte', async () => {
	await taken;
	const first = (await called(['export'], 'taken')).stdout;
	await called(['import', '-'], 'again', first);
	assert.equal(sealedIn('again').length, 0, 'there in one journal');
	assert.equal((await called(['export'], 'again')).stdout, first);
});

test('with --keep old texts are dropped, facts stay, and export and import agree about it', async () => {
	const store = await copy('kept');
	const facts = (await asked(['export', '--what', 'facts'], store)).stdout;
	assert.ok(objects(facts).length >= 150);
	// Nobody polls here, so a run that ends does it; compacting then finds nothing left to drop.
	assert.equal((await called(['once', '--no-poll', '--keep', '90d'], store)).code, 0);
	const without = /^revisions +150, \d+ of them without their text$/m;
	const [told] = without.exec((await asked(['store', 'info'], store)).stdout) ?? [];
	assert.ok(told);
	assert.equal((await called(['store', 'compact', '--keep', '90d'], store)).code, 0);
	assert.equal(without.exec((await asked(['store', 'info'], store)).stdout)?.[0], told);
	assert.match((await asked(['store', 'check'], store)).stdout, /all whole/);
	assert.equal((await asked(['export', '--what', 'facts'], store)).stdout, facts);
	const exported = await asked(['export'], store);
	assert.equal(exported.stderr, '');
	const reports = objects(exported.stdout);
	assert.equal(reports.length, 150);
	const dropped = reports.filter(({textDropped}) => textDropped === true);
	assert.ok(dropped.length > 0 && dropped.length <= 100);
	assert.ok(dropped.every(({text, id}) => text === '' && Number(id) < 100));
	await asked(['import', '-'], 'kept-again', exported.stdout);
	assert.equal((await asked(['export'], 'kept-again')).stdout, exported.stdout);
	const again = await called(['import', '-'], store, exported.stdout);
	assert.match(again.stderr, /0 of 150 reports were new/);
	const [found] = objects(
		(await asked(['search', 'report', '3', '--format', 'jsonl', '--limit', '1'], store)).stdout,
	);
	assert.equal(found!.textDropped, true);
});

test('a store is asked one of three things', async () => {
	for (const [args, message] of [
		[['store'], /store needs a word: info, check, compact/],
		[['store', 'chek'], /store knows no “chek”; did you mean “check”\?/],
		[['store', 'info', 'x'], /store info takes no file, got “x”/],
		[['store', 'info', '--keep', '90d'], /--keep has no meaning for store info; it is for store compact/],
		[['store', 'compact', '--keep', '71h'], /--keep: expected at least 3d, got “71h”/],
		[['once', '--keep', 'long'], /--keep: expected a length of time/],
	] as const) {
		const {code, stderr} = await run(args, {home});
		assert.equal(code, 2);
		assert.match(stderr, message);
	}
});

test('a text that was damaged comes back from an earlier export, under its own revision', async () => {
	const store = await copy('healed');
	const before = await asked(['export'], store);
	assert.equal(before.code, 0);
	const [file] = sealedIn(store);
	const bytes = readFileSync(file!);
	const {table} = salvage(bytes);
	for (const {tag, at: begin, stored} of table!.blocks)
		if (tag === 'TEXT' || tag === 'PRTY') bytes.fill(0, begin, begin + headerBytes + stored);
	writeFileSync(file!, bytes);
	assert.equal((await asked(['store', 'check'], store)).code, 1);
	const hurt = await asked(['export'], store);
	assert.equal(hurt.code, 1);
	assert.match(hurt.stderr, /this export may lack it/);
	assert.ok(objects(hurt.stdout).length < count);
	const taken = await asked(['import', '-'], store, before.stdout);
	assert.equal(taken.code, 0);
	const after = await asked(['export'], store);
	assert.equal(after.stdout, before.stdout);
	assert.match((await asked(['import', '-'], store, before.stdout)).stderr, /0 of 150 reports were new/);
});
