import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import type {OpenFile} from '../../store/io.ts';
import {longestLineBytes, scan} from '../../store/journal/scan.ts';

/** A file that only reads, in pieces as short as the system likes. */
function fileOf(bytes: Buffer, shortest = Number.POSITIVE_INFINITY): OpenFile {
	return {
		read: async (into, position) =>
			bytes.copy(into, 0, position, Math.min(bytes.length, position + shortest)),
	} as OpenFile;
}

async function lines(file: OpenFile, from: number, to: number) {
	const found: {line: string | null; at: number; bytes: number}[] = [];
	const end = await scan(file, from, to, (line, at, bytes) =>
		found.push({line: line?.toString() ?? null, at, bytes}),
	);
	return {found, end};
}

test('every whole line comes once, with its place, however the file is cut into pieces', async () => {
	const texts = fc.array(
		fc.string({maxLength: 12}).map(text => text.replaceAll('\n', '')),
		{maxLength: 12},
	);
	await fc.assert(
		fc.asyncProperty(
			texts,
			fc.string({maxLength: 5}),
			fc.integer({min: 1, max: 40}),
			async (texts, rest, shortest) => {
				const tail = rest.replaceAll('\n', '');
				const bytes = Buffer.from(texts.map(text => `${text}\n`).join('') + tail);
				const {found, end} = await lines(fileOf(bytes, shortest), 0, bytes.length);
				assert.deepEqual(
					found.map(({line}) => line),
					texts.map(text => Buffer.from(text).toString()),
				);
				assert.equal(end, bytes.length - Buffer.byteLength(tail));
				for (const {line, at, bytes: length} of found)
					assert.equal(bytes.toString('utf8', at, at + length), `${line}\n`);
			},
		),
	);
});

test('only what lies between the two positions is read', async () => {
	const bytes = Buffer.from('one\ntwo\nthree\n');
	assert.deepEqual(await lines(fileOf(bytes), 4, 10), {found: [{line: 'two', at: 4, bytes: 4}], end: 8});
	assert.deepEqual(await lines(fileOf(bytes), 4, 4), {found: [], end: 4});
});

test('a line over many pieces comes whole', async () => {
	const long = 'x'.repeat(5_000_000);
	const bytes = Buffer.from(`a\n${long}\nb\n`);
	const {found} = await lines(fileOf(bytes), 0, bytes.length);
	assert.ok(found.map(({line}) => line).join() === ['a', long, 'b'].join());
});

test('a line longer than any may be is passed over without being held', async () => {
	const bytes = Buffer.alloc(longestLineBytes + 1_000);
	bytes.write('a\n');
	bytes.write('\nb\n', bytes.length - 3);
	const {found} = await lines(fileOf(bytes), 0, bytes.length);
	assert.deepEqual(
		found.map(({line, at}) => ({line, at})),
		[
			{line: 'a', at: 0},
			{line: null, at: 2},
			{line: 'b', at: bytes.length - 2},
		],
	);
});
