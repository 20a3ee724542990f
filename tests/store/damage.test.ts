import assert from 'node:assert/strict';
import {
	appendFileSync,
	cpSync,
	readdirSync,
	readFileSync,
	rmSync,
	truncateSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import {type TestContext, test} from 'node:test';
import fc from 'fast-check';
import {encodeLine} from '../../store/format.ts';
import type {Store} from '../../store/store.ts';
import {bury, folder, ids, opened, read, report} from './samples.ts';

const count = 12;
const texts = new Map(
	Array.from({length: count}, (_, number) => {
		const text = `Text ${number}. ${'Пограничники сообщили о перестрелке. '.repeat(number)}`;
		return [report(number).id, text];
	}),
);

/** A closed store of twelve reports, each in a commit of its own, whose writer counts as gone. */
async function filled(context: TestContext): Promise<{directory: string; journal: string}> {
	const directory = folder(context);
	const store = await opened(context, {directory});
	for (let number = 0; number < count; number++)
		await store.commit({reports: [read(report(number, {text: texts.get(report(number).id)!}))]});
	await store.close();
	const journal = path.join(directory, 'journal', readdirSync(path.join(directory, 'journal')).sort()[0]!);
	assert.match(journal, /\.jsonl$/);
	bury(journal);
	return {directory, journal};
}

const quarantined = (directory: string) => {
	try {
		return readdirSync(path.join(directory, 'quarantine')).sort();
	} catch {
		return [];
	}
};

/** No text is wrong, and what is missing lies in a stretch that was told. */
async function assertHonest(store: Store, journal: string, whole: Buffer): Promise<void> {
	const {damage} = store.snapshot();
	for (const [id, text] of texts) {
		const at = whole.indexOf(`"id":"${id}",`);
		const is = await store.text(id, 1);
		if (is !== null) assert.equal(is, text);
		else
			assert.ok(
				damage.some(
					stretch => stretch.file === journal && stretch.at <= at && at < stretch.at + stretch.bytes,
				),
				`${id} at ${at} is missing, and told are only ${JSON.stringify(damage)}`,
			);
	}
}

test('whatever happens to a journal, a text is right or reported', async context => {
	const {directory, journal} = await filled(context);
	const whole = readFileSync(journal);
	const position = fc.nat(whole.length - 1);
	const harm = fc.oneof(
		fc.record({kind: fc.constant('flip' as const), at: position, bit: fc.nat(7)}),
		fc.record({kind: fc.constant('zero' as const), at: position, length: fc.integer({min: 1, max: 4096})}),
		fc.record({kind: fc.constant('cut' as const), at: position}),
		fc.record({kind: fc.constant('cut at a line' as const), at: position}),
		fc.record({
			kind: fc.constant('noise' as const),
			at: position,
			bytes: fc.uint8Array({minLength: 1, maxLength: 600}),
		}),
	);
	await fc.assert(
		fc.asyncProperty(harm, async harm => {
			const bytes = Buffer.from(whole);
			let length = bytes.length;
			if (harm.kind === 'flip') bytes[harm.at]! ^= 1 << harm.bit;
			if (harm.kind === 'zero') bytes.fill(0, harm.at, Math.min(length, harm.at + harm.length));
			if (harm.kind === 'noise') bytes.set(harm.bytes.subarray(0, length - harm.at), harm.at);
			if (harm.kind === 'cut') length = harm.at;
			if (harm.kind === 'cut at a line') length = bytes.lastIndexOf(10, harm.at) + 1;
			writeFileSync(journal, bytes.subarray(0, length));
			rmSync(path.join(directory, 'quarantine'), {recursive: true, force: true});
			const store = await opened(context, {directory});
			await assertHonest(store, journal, whole);
			for (const {at, setAside} of store.snapshot().damage)
				if (setAside !== null) {
					const raw = readFileSync(setAside);
					assert.deepEqual(raw, Buffer.from(bytes.subarray(at, at + raw.length)));
				}
			assert.deepEqual(
				readFileSync(journal),
				Buffer.from(bytes.subarray(0, length)),
				'the journal is never edited',
			);
			await store.close();
		}),
		{numRuns: 150, includeErrorInReport: true},
	);
});

test('whatever stands in the files beside the journals, all that is kept opens', async context => {
	const {directory, journal} = await filled(context);
	const beside = [
		'sources.json',
		'lock',
		path.join('journal', path.basename(journal).replace(/jsonl$/, 'mark')),
	];
	const content = fc.oneof(
		fc.uint8Array({maxLength: 200}).map(bytes => Buffer.from(bytes)),
		fc.jsonValue().map(value => encodeLine(JSON.stringify(value))),
		fc
			.jsonValue()
			.map(value => encodeLine(JSON.stringify({sources: [value], end: value, id: value, writer: value}))),
	);
	await fc.assert(
		fc.asyncProperty(fc.constantFrom(...beside), content, async (file, bytes) => {
			writeFileSync(path.join(directory, file), bytes);
			const store = await opened(context, {directory, wantsLead: true});
			assert.equal(store.snapshot().kept.length, count);
			assert.equal(store.snapshot().trouble, null);
			await store.close();
		}),
		{
			numRuns: 100,
			includeErrorInReport: true,
			// What cannot be made a text.
			examples: [['lock', encodeLine('{"id":{"toString":{},"valueOf":{}},"writer":null}')]],
		},
	);
});

test('a damaged line in the middle is set aside once, and the rest opens', async context => {
	const {directory, journal} = await filled(context);
	const bytes = readFileSync(journal);
	const at = bytes.indexOf(`"id":"${report(5).id}"`);
	const line = bytes.lastIndexOf(10, at) + 1;
	bytes[at + 3]! ^= 4;
	writeFileSync(journal, bytes);
	for (let time = 0; time < 3; time++) {
		const store = await opened(context, {directory});
		assert.equal(store.snapshot().kept.length, count - 1);
		const [damage, ...others] = store.snapshot().damage;
		assert.deepEqual(others, []);
		assert.equal(damage?.at, line);
		assert.match(damage?.reason ?? '', /checksum/);
		assert.equal(damage?.setAside, path.join(directory, 'quarantine', `${path.basename(journal)}.at${line}`));
		assert.deepEqual(readFileSync(damage?.setAside ?? ''), bytes.subarray(line, line + (damage?.bytes ?? 0)));
		assert.equal(quarantined(directory).length, 1);
		await store.close();
	}
});

test('a half-written last line was never acknowledged, and is dropped without a word', async context => {
	const {directory, journal} = await filled(context);
	const whole = readFileSync(journal);
	appendFileSync(journal, whole.subarray(whole.length - 300, whole.length - 20));
	const store = await opened(context, {directory});
	assert.equal(store.snapshot().kept.length, count);
	assert.deepEqual(store.snapshot().damage, []);
	// What is committed now goes elsewhere, and the tail stays as it is.
	await store.commit({reports: [read(report(50))]});
	await store.close();
	const again = await opened(context, {directory});
	assert.equal(again.snapshot().kept.length, count + 1);
	assert.deepEqual(again.snapshot().damage, []);
});

test('a journal cut off where a line ends is noticed by its mark', async context => {
	const {directory, journal} = await filled(context);
	const bytes = readFileSync(journal);
	const at = bytes.lastIndexOf(10, bytes.length - 2) + 1;
	truncateSync(journal, at);
	const store = await opened(context, {directory});
	assert.equal(store.snapshot().kept.length, count - 1);
	const [damage] = store.snapshot().damage;
	assert.equal(damage?.at, at);
	assert.equal(damage?.bytes, bytes.length - at);
	assert.match(damage?.reason ?? '', /cut off/);
});

test('a journal that is missing is noticed by its mark; without marks all that is there opens', async context => {
	const {directory, journal} = await filled(context);
	const mark = journal.replace(/jsonl$/, 'mark');
	cpSync(mark, `${mark}.copy`);
	rmSync(mark);
	const without = await opened(context, {directory});
	assert.equal(without.snapshot().kept.length, count);
	assert.deepEqual(without.snapshot().damage, []);
	await without.close();
	cpSync(`${mark}.copy`, mark);
	rmSync(journal);
	const store = await opened(context, {directory});
	assert.deepEqual(ids(store), []);
	assert.match(store.snapshot().damage[0]?.reason ?? '', /missing/);
});

test('a line that is damaged after opening is told when its text is asked for', async context => {
	const {directory, journal} = await filled(context);
	const store = await opened(context, {directory});
	const bytes = readFileSync(journal);
	const at = bytes.indexOf('Text 7.');
	bytes[at]! ^= 1;
	writeFileSync(journal, bytes);
	let told = 0;
	store.subscribe(() => told++);
	assert.equal(await store.text(report(7).id, 1), null);
	assert.equal(await store.text(report(7).id, 1), null);
	assert.equal(await store.text(report(6).id, 1), texts.get(report(6).id));
	assert.match(store.snapshot().damage[0]?.reason ?? '', /can no longer be read/);
	assert.equal(told, 1);
	assert.equal(quarantined(directory).length, 1);
});

test('kinds and keys of a later version are passed over and stay', async context => {
	const {directory, journal} = await filled(context);
	const mark = journal.replace(/jsonl$/, 'mark');
	rmSync(mark);
	const later = [
		{k: 'x', t: 1, id: report(1).id, revision: 1},
		{k: 'later', anything: [1, {text: 'not a text'}]},
		{k: 'm', t: 1_700_000_000_000, name: 'theme', value: 'dark', colour: true},
	];
	for (const line of later) appendFileSync(journal, encodeLine(JSON.stringify(line)));
	const before = readFileSync(journal);
	const store = await opened(context, {directory});
	assert.equal(store.snapshot().kept.length, count);
	assert.equal(store.snapshot().notes.get('theme'), 'dark');
	assert.deepEqual(store.snapshot().damage, []);
	await store.commit({notes: {theme: 'light'}});
	await store.close();
	assert.deepEqual(readFileSync(journal), before);
});

for (const line of [
	'null',
	'[]',
	'"r"',
	'{"k":"r"}',
	'{"k":"r","t":1,"reader":"1","report":{},"facts":[],"text":""}',
	'{"k":"r","t":1,"reader":"1","report":{"id":"a","source":"s","title":"","revision":1},"facts":[null],"text":""}',
	'{"k":"r","t":1,"reader":"1","report":{"id":"a","source":"s","title":"","revision":1},"facts":{},"text":""}',
	'{"k":"r","t":1,"reader":"1","report":{"id":"a","source":"s","title":"","revision":1},"facts":[,"text":""}',
	'{"k":"f","t":1}',
	'{"k":"s","t":1,"source":null}',
	'{"k":"m","t":"1","name":"a"}',
	'{',
	`{"k":"m","t":1,"name":`,
])
	test(`a line with a right checksum that says ${line} is damage, not an end`, async context => {
		const {directory, journal} = await filled(context);
		appendFileSync(journal, encodeLine(line));
		const store = await opened(context, {directory});
		assert.equal(store.snapshot().kept.length, count);
		assert.equal(store.snapshot().damage.length, 1);
	});

test('a large text comes back whole', async context => {
	const directory = folder(context);
	const text = '“Сто человек” \u{1f6a8} \n'.repeat(250_000);
	const store = await opened(context, {directory});
	await store.commit({reports: [read(report(1)), read(report(2, {text})), read(report(3))]});
	await store.close();
	const again = await opened(context, {directory});
	assert.equal(await again.text(report(2).id, 1), text);
	assert.equal(again.snapshot().kept.length, 3);
});
