import assert from 'node:assert/strict';
import {cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {type TestContext, test} from 'node:test';
import fc from 'fast-check';
import {disk} from '../../store/io.ts';
import {openStore} from '../../store/open.ts';
import {seal} from '../../store/sealing/seal.ts';
import type {Store} from '../../store/store.ts';
import {refusal, watchedDisk} from './disks.ts';
import {buried, fact, folder, opened, report, until} from './samples.ts';
import {namesIn, newsLike, numbers} from './sealed.ts';

const random = numbers(3);
/** So many reports in each sealed file, and in the journal that is left. */
const each = 45;
const texts = new Map(
	Array.from({length: 3 * each}, (_, number) => [report(number).id, newsLike(random, 120)] as const),
);
const numberOf = (id: string): number => Number(id.split(' ').at(-1));

/** Two sealed files and a journal whose writer is gone. @returns the folder, and for each file its reports */
async function filled(context: TestContext): Promise<{directory: string; files: readonly string[]}> {
	const directory = folder(context);
	const files: string[] = [];
	for (let part = 0; part < 3; part++) {
		const store = await opened(context, {directory});
		await store.commit({
			reports: Array.from({length: each}, (_, place) => {
				const number = part * each + place;
				const made = report(number, {text: texts.get(report(number).id)!});
				return {report: made, facts: place % 3 === 0 ? [fact(made)] : [], reader: '1'};
			}),
			notes: {[`note ${part}`]: part},
		});
		await store.close();
		buried(directory);
		const journals = namesIn(directory, 'journal', '.jsonl');
		if (part < 2) {
			const done = await seal(disk, {directory, kind: 'journals', files: journals, fullBytes: 4 << 20});
			files.push(path.join(directory, 'sealed', done.sealed[0]!.name));
		} else files.push(path.join(directory, 'journal', journals[0]!));
	}
	return {directory, files};
}

type Harm = {
	readonly file: number;
	readonly kind: 'zero' | 'flip' | 'noise' | 'cut' | 'append' | 'delete' | 'swap' | 'ledger' | 'no ledger';
	readonly at: number;
	readonly length: number;
};

function hurt(
	directory: string,
	files: readonly string[],
	{file: which, kind, at: where, length}: Harm,
): void {
	const file = files[which]!;
	const ledger = path.join(directory, 'ledger.json');
	if (kind === 'ledger' && existsSync(ledger))
		writeFileSync(ledger, readFileSync(ledger).subarray(0, length));
	else if (kind.includes('ledger')) rmSync(ledger, {force: true});
	else if (kind === 'delete') rmSync(file, {force: true});
	else if (kind === 'swap') {
		renameSync(files[0]!, `${files[0]}.x`);
		renameSync(files[1]!, files[0]!);
		renameSync(`${files[0]}.x`, files[1]!);
	} else {
		const bytes = readFileSync(file);
		const at = Math.floor(where * bytes.length);
		const stretch = bytes.subarray(at, at + length);
		if (kind === 'zero') stretch.fill(0);
		if (kind === 'flip' && at < bytes.length) bytes[at]! ^= 1 << (length % 8);
		if (kind === 'noise')
			for (let place = 0; place < stretch.length; place++) stretch[place]! ^= 1 + random() * 255;
		if (kind === 'cut') writeFileSync(file, bytes.subarray(0, at));
		else writeFileSync(file, kind === 'append' ? Buffer.concat([bytes, stretch]) : bytes);
	}
}

/** What of each report there is: its text, or null, which must have been told. */
async function assertHonest(store: Store, files: readonly string[]): Promise<number> {
	let lost = 0;
	const walked = new Map<string, string | null>();
	for await (const slice of store.walk({order: 'oldest first', withTexts: true}))
		for (const {kept, text} of slice) {
			assert.equal(walked.has(kept.report.id), false, 'walked by twice');
			walked.set(kept.report.id, text);
		}
	await store.search(
		{words: ['report'], phrases: [], sources: [], kinds: [], sides: [], from: null, to: null},
		5,
	);
	const {damage} = store.snapshot();
	for (const [id, text] of texts) {
		const is = await store.text(id, 1);
		assert.equal(walked.get(id) ?? null, is, `walking finds another text of ${id}`);
		if (is === text) continue;
		assert.equal(is, null);
		lost++;
		const file = files[Math.floor(numberOf(id) / each)]!;
		const isTold = store
			.snapshot()
			.damage.some(each => each.file === file && !each.isRepaired && (each.bytes > 0 || each.at <= 0));
		assert.ok(isTold, `${id} of ${file} is missing, and told are only ${JSON.stringify(damage)}`);
	}
	const counted = (): number => {
		const {kept, rest} = store.snapshot();
		// In memory there may be what is lost on disk.
		const there = kept.filter(({report}) => walked.has(report.id)).length;
		return there + rest.count({asOf: null, asSeen: null}).revisions;
	};
	await until(() => counted() === walked.size, 'all that is there is counted, and nothing else');
	return lost;
}

/** What no parity has back. */
const surelyLost: [Harm[]][] = [
	[[{file: 0, kind: 'cut', at: 0.05, length: 1}]],
	[[{file: 1, kind: 'delete', at: 0, length: 1}]],
	[
		[
			{file: 0, kind: 'zero', at: 0.001, length: 9_000},
			{file: 0, kind: 'zero', at: 0.5, length: 200_000},
		],
	],
];

/** Without the ledger nothing tells of a file that is there no more: one of both is enough to be hurt. */
const isFair = (harms: readonly Harm[]): boolean =>
	!harms.some(({kind}) => kind === 'delete') ||
	!harms.some(({kind}) => kind === 'ledger' || kind === 'no ledger' || kind === 'swap');

test('whatever happens to the files of a store, a text is right or its loss is told, then and later', async context => {
	const {directory: whole, files: originals} = await filled(context);
	const where = fc.double({min: 0, max: 1, noNaN: true});
	const harm: fc.Arbitrary<Harm> = fc.record({
		file: fc.nat(2),
		kind: fc.constantFrom<Harm['kind']>(
			...(['zero', 'zero', 'flip', 'noise', 'noise', 'cut', 'append', 'delete', 'swap', 'ledger'] as const),
			'no ledger',
		),
		at: where,
		length: fc.oneof(fc.integer({min: 1, max: 2_000}), fc.integer({min: 1, max: 200_000})),
	});
	let losses = 0;
	let runs = 0;
	await fc.assert(
		fc.asyncProperty(fc.array(harm, {minLength: 1, maxLength: 3}), async harms => {
			fc.pre(isFair(harms));
			const directory = path.join(path.dirname(whole), `run${runs++}`);
			cpSync(whole, directory, {recursive: true});
			const files = originals.map(file => path.join(directory, path.relative(whole, file)));
			for (const one of harms)
				if (one.kind === 'swap' || one.kind.includes('ledger')) hurt(directory, files, one);
			for (const one of harms)
				if (one.kind !== 'swap' && !one.kind.includes('ledger') && existsSync(files[one.file]!))
					hurt(directory, files, one);
			// Where two files have changed places, either may be told.
			const named = harms.some(({kind}) => kind === 'swap') ? [files[1]!, files[0]!, files[2]!] : files;
			const before = new Map(files.map(file => [file, bytesOf(file)]));
			const store = await openStore({directory, mostHeads: 50, checkMs: 10});
			const lost = await assertHonest(store, named);
			const {damage} = store.snapshot();
			for (const {file, at, setAside, bytes} of damage)
				if (setAside !== null)
					assert.deepEqual(
						readFileSync(setAside),
						before.get(file)?.subarray(at, at + bytes),
						`${file} ${at}`,
					);
			const copies = namesIn(directory, 'quarantine', '').map(name =>
				readFileSync(path.join(directory, 'quarantine', name)),
			);
			for (const {file, isRepaired} of damage) {
				const raw = before.get(file);
				if (file.endsWith('.seg') && !isRepaired && raw?.length)
					assert.ok(
						copies.some(copy => raw.equals(copy)),
						'all raw bytes are kept',
					);
			}
			await store.close();
			// Sealing what is left must not lose more, nor what was told.
			for (let time = 0; time < 2; time++) {
				const again = await openStore({directory, mostHeads: 50, checkMs: 10});
				assert.equal(await assertHonest(again, named), lost);
				for (const {file, at, isRepaired} of damage)
					if (!isRepaired)
						assert.ok(
							again.snapshot().damage.some(each => each.file === file && each.at === at),
							`what was told of ${file} at ${at} is told no more`,
						);
				for (const {file, isRepaired, reason} of again.snapshot().damage)
					assert.ok(!isRepaired || !file.endsWith('.seg'), `mended, and told again: ${reason}`);
				await again.sealAll(() => {});
				await again.close();
			}
			losses += lost;
			rmSync(directory, {recursive: true});
		}),
		{
			numRuns: Number(process.env.TRUCEWATCH_ROUNDS ?? 6),
			includeErrorInReport: true,
			endOnFailure: true,
			examples: surelyLost,
		},
	);
	assert.ok(losses > 0, 'nothing was ever lost: the harm is too small to prove anything');
});

const bytesOf = (file: string): Buffer | null => {
	try {
		return readFileSync(file);
	} catch {
		return null;
	}
};

test('what another instance has mended is read by its new places, and its loss is told here, too', async context => {
	const {directory, files} = await filled(context);
	const reading = await opened(context, {directory, mostHeads: 10, checkMs: 10});
	assert.equal(await reading.text(report(5).id, 1), texts.get(report(5).id));
	const bytes = readFileSync(files[0]!);
	bytes.fill(0, 7, 15_000).fill(0, 60_000);
	writeFileSync(files[0]!, bytes);
	const mending = await opened(context, {directory, mostHeads: 10, checkMs: 10});
	await assertHonest(mending, files);
	assert.ok(mending.snapshot().damage.length > 0);
	const there = await Promise.all([...texts.keys()].map(id => mending.text(id, 1)));
	assert.ok(there.includes(null));
	assert.ok((await assertHonest(reading, files)) > 0);
	assert.deepEqual(await Promise.all([...texts.keys()].map(id => reading.text(id, 1))), there);
});

test('a sector that cannot be read is had back, and a file that cannot be read at all is told', async context => {
	const {directory, files} = await filled(context);
	rmSync(path.join(directory, 'ledger.json'));
	let from = 20_000;
	let to = 24_000;
	const io = {
		...disk,
		async open(name: string, flags: 'r' | 'wx' | 'w') {
			const file = await disk.open(name, flags);
			if (name !== files[0]) return file;
			return {
				...file,
				async read(into: Uint8Array, position: number) {
					if (position < to && position + into.length > from) throw refusal('EIO');
					return file.read(into, position);
				},
			};
		},
	};
	const store = await opened(context, {directory, io, isReadOnly: true});
	assert.equal(await assertHonest(store, files), 0);
	await store.close();
	[from, to] = [0, Number.POSITIVE_INFINITY];
	const again = await opened(context, {directory, io, isReadOnly: true});
	assert.equal(await assertHonest(again, files), each);
});

test('where mending finds no room, all that can be had is had nevertheless', async context => {
	const {directory, files} = await filled(context);
	const bytes = readFileSync(files[0]!);
	bytes.fill(0, 7, 15_000).fill(0, 60_000);
	writeFileSync(files[0]!, bytes);
	let which = 0;
	const steps: string[] = [];
	const io = watchedDisk((doing, name) => {
		if (doing === 'datasync' || name.includes('/lock') || name.includes('sources.json')) return;
		steps.push(doing);
		if (steps.length >= which) throw refusal('ENOSPC');
	});
	const expected = await opened(context, {directory, isReadOnly: true}).then(store =>
		assertHonest(store, files),
	);
	assert.ok(expected > 0);
	for (which = 1; which < 40; which++) {
		steps.length = 0;
		const store = await opened(context, {directory, io});
		assert.equal(await assertHonest(store, files), expected, `full at step ${which}`);
		await store.close();
		assert.deepEqual(namesIn(directory, 'sealed', '.tmp'), []);
		assert.deepEqual(namesIn(directory, 'quarantine', '.tmp'), []);
		if (steps.length < which) break;
	}
	assert.ok(which > 5 && which < 40, `${which} steps`);
	assert.ok(
		namesIn(directory, 'quarantine', '').some(name =>
			readFileSync(path.join(directory, 'quarantine', name)).equals(bytes),
		),
	);
});
