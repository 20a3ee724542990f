import assert from 'node:assert/strict';
import {mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {StoreError} from '../../store/error.ts';
import {openStore} from '../../store/open.ts';
import {folder, ids, opened, read, report} from './samples.ts';

const cases: [title: string, files: Record<string, string>, code: string, says: RegExp][] = [
	['a folder of something else', {'thesis.docx': 'x'}, 'foreign', /holds thesis\.docx/],
	[
		'a folder with the store of another program',
		{'store.json': '{"format":"other","version":1}'},
		'foreign',
		/not ours/,
	],
	['a store.json that is a list', {'store.json': '[]'}, 'foreign', /not ours/],
	['a store.json that is not JSON, and nothing else', {'store.json': 'hello'}, 'foreign', /not ours/],
	[
		'a store of a newer version',
		{'store.json': '{"format":"trucewatch","version":3}'},
		'newer',
		/format 3, this one knows 2/,
	],
];

for (const [title, files, code, says] of cases)
	for (const isReadOnly of [false, true])
		test(`${title} is refused and left alone, ${isReadOnly ? 'reading' : 'writing'}`, async context => {
			const directory = folder(context);
			mkdirSync(directory);
			for (const [name, text] of Object.entries(files)) writeFileSync(path.join(directory, name), text);
			await assert.rejects(openStore({directory, isReadOnly}), error => {
				assert.ok(error instanceof StoreError);
				assert.equal(error.code, code);
				assert.match(error.message, says);
				assert.equal(error.where, directory);
				assert.match(error.right, /--store/);
				return true;
			});
			assert.deepEqual(readdirSync(directory).sort(), Object.keys(files));
		});

test('a file is not a store', async context => {
	const directory = folder(context);
	writeFileSync(directory, 'x');
	await assert.rejects(openStore({directory}), (error: StoreError) => error.code === 'foreign');
});

test('an empty folder becomes a store, also with what the system leaves in one', async context => {
	const directory = folder(context);
	mkdirSync(directory);
	writeFileSync(path.join(directory, '.DS_Store'), '');
	await opened(context, {directory});
	const marker = JSON.parse(readFileSync(path.join(directory, 'store.json'), 'utf8'));
	assert.deepEqual(marker, {format: 'trucewatch', version: 2});
});

test('a store that lost its marker opens, and says so', async context => {
	const directory = folder(context);
	const store = await opened(context, {directory});
	await store.commit({reports: [read(report(1))]});
	await store.close();
	for (const harm of [
		() => rmSync(path.join(directory, 'store.json')),
		() => writeFileSync(path.join(directory, 'store.json'), ''),
	]) {
		harm();
		const again = await opened(context, {directory});
		assert.deepEqual(ids(again), [report(1).id]);
		assert.match(again.snapshot().damage[0]?.reason ?? '', /marker/);
		await again.close();
	}
});

test('nothing is left behind by opening and closing but the marker', async context => {
	const directory = folder(context);
	await (await opened(context, {directory, wantsLead: true})).close();
	assert.deepEqual(readdirSync(directory), ['store.json']);
});
